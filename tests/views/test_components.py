"""The pieces that views are built of."""

from __future__ import annotations

import pytest

from dashboard.locales import use_language
from dashboard.views.components import original_link


@pytest.mark.parametrize("url", [None, float("nan"), "", "javascript:alert(1)", "data:text/html,x", "fil.example/a"])
def test_no_link_to_what_is_no_address_of_the_web(url: object) -> None:
    assert original_link({"url": url}) == ""


def test_the_original_opens_in_a_tab_of_its_own() -> None:
    use_language("fr")
    link = original_link({"url": 'https://fil.example/a?b=1&c="2"'})
    assert link.startswith('<a href="https://fil.example/a?b=1&amp;c=&quot;2&quot;" target="_blank" rel="noopener')
    assert "Article d’origine" in link
