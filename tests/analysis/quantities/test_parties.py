"""Whose a figure is: the subject of its sentence, never an organisation left over from another."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.model import Quantity
from tests.analysis.documents import CONFIG, read


def last(text: str) -> Quantity:
    return quantities_of(read(text), CONFIG)[-1]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Microsoft a publié ses comptes. Le groupe emploie 4 500 personnes.", "Microsoft"),
        ("Microsoft a publié ses comptes. Ses ventes ont reculé de 4 %.", "Microsoft"),
        ("Microsoft a publié ses comptes. Il emploie 4 500 personnes.", "Microsoft"),
        ("Microsoft a publié ses comptes. La participation ne dépasse pas 45 %.", None),
        ("Microsoft a publié ses comptes. L'averse a recouvert le stade de 12 mm de pluie.", None),
        ("Microsoft (Google) emploie 4 500 personnes.", "Microsoft"),
        ("Le directeur général Satya Nadella va supprimer 300 postes.", "Microsoft"),
        ("La commune de Lyon compte 500 000 habitants.", "Lyon"),
        ("Filiale de Google, YouTube emploie 4 500 personnes.", "YouTube"),
        ("Microsoft gagnait 2 % et Google 3 %.", "Google"),
        ("À Lyon, le thermomètre a affiché 38 °C.", "Lyon"),
        ("Microsoft affronte Google, qui emploie 4 500 personnes.", "Google"),
        ("« J'ai perdu 40 000 euros », confie Anne Dubois, agricultrice.", "Anne Dubois"),
        ("Microsoft a publié ses comptes. Le CAC 40 recule. Le bénéfice atteint 3 millions d'euros.", "Microsoft"),
        ("La maire de Lyon, Anne Dubois, recueille 40 % des voix.", "Anne Dubois"),
        ("L'État a débloqué 3 millions d'euros d'aides.", "État"),
        ("Microsoft a publié ses comptes. Le groupe de Lyon emploie 4 500 personnes.", "Microsoft"),
        ("Microsoft a publié ses comptes. L'américain emploie 4 500 personnes.", "Microsoft"),
        ("Microsoft a publié ses comptes. Les américains emploient 4 500 personnes.", None),
        ("Lyon : Microsoft emploie 4 500 personnes.", "Microsoft"),
        ("Lyon : le thermomètre a affiché 38 °C.", "Lyon"),
        ("Microsoft a publié ses comptes. En France, les prix ont augmenté de 2 %.", "France"),
        ("Le site sera agrandi. Côté embauches, 45 techniciens recrutés, jure Microsoft.", "Microsoft"),
        ("Microsoft a convaincu : son vaccin est efficace à 80 %.", "Microsoft"),
        ("L'euro vaut 1,08 dollar et le titre de Microsoft recule.", None),
    ],
)
def test_subject_of_the_sentence(text: str, subject: str | None) -> None:
    assert last(text).subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "Le rachat de LinkedIn par Microsoft pour 26 milliards de dollars est clos.",
        "Microsoft rachète LinkedIn pour 26 milliards de dollars.",
        "Microsoft débourse 26 milliards de dollars pour mettre la main sur LinkedIn.",
        "Microsoft a publié ses comptes. Le groupe étudie le rachat de LinkedIn pour 26 milliards de dollars.",
    ],
)
def test_who_buys_whom(text: str) -> None:
    figure = last(text)
    assert (figure.measure, figure.subject, figure.counterparty) == ("acquisition", "Microsoft", "LinkedIn")


def test_the_one_who_is_judged_is_the_subject() -> None:
    figure = last("La Cnil a condamné mardi Google, filiale docile, à 3 millions d'euros d'amende.")
    assert (figure.subject, figure.counterparty) == ("Google", "Cnil")
