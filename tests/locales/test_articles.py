"""The article of a body called by a common noun."""

from __future__ import annotations

import pytest

from dashboard.locales.articles import at, de, definite


@pytest.mark.parametrize(
    ("name", "of", "bare", "to"),
    [
        ("Google", "de Google", "Google", "à Google"),
        ("OpenAI", "d’OpenAI", "OpenAI", "à OpenAI"),
        ("Élan", "d’Élan", "Élan", "à Élan"),
        ("", "de ", "", "à "),
        ("eBay", "d’eBay", "eBay", "à eBay"),
        ("musée de Lens", "du musée de Lens", "le musée de Lens", "au musée de Lens"),
        ("mairie de Pau", "de la mairie de Pau", "la mairie de Pau", "à la mairie de Pau"),
        ("université de Pau", "de l’université de Pau", "l’université de Pau", "à l’université de Pau"),
        ("haras du Pin", "du haras du Pin", "le haras du Pin", "au haras du Pin"),
        ("laboratoires Gerval", "des laboratoires Gerval", "les laboratoires Gerval", "aux laboratoires Gerval"),
        ("fonds Gerval", "du fonds Gerval", "le fonds Gerval", "au fonds Gerval"),
    ],
)
def test_article(name: str, of: str, bare: str, to: str) -> None:
    assert (de(name), definite(name), at(name)) == (of, bare, to)
