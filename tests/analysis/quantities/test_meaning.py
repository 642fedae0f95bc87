"""What figures measure, whose they are, when, and how sure the article is."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import quantities_of
from dashboard.model import Quantity
from tests.analysis.documents import CONFIG, read


def figures(text: str, language: str = "fr") -> list[Quantity]:
    return quantities_of(read(text, language=language), CONFIG)


@pytest.mark.parametrize(
    ("text", "certainty", "who"),
    [
        ("Microsoft a annoncé un investissement de 3 milliards d'euros.", "confirmed", "Microsoft"),
        ("Microsoft investit 3 milliards d'euros.", "confirmed", None),
        ("Selon Reuters, Microsoft investit 3 milliards d'euros.", "attributed", "Reuters"),
        ("Microsoft investit 3 milliards d'euros, selon les syndicats.", "attributed", "les syndicats"),
        ("Des rapports récents suggèrent que Microsoft investit 3 milliards d'euros.", "attributed", None),
        ("Les syndicats affirment que Microsoft supprime 300 postes.", "attributed", "les syndicats"),
        ("« Nous supprimons 300 postes », a déclaré Satya Nadella, patron de Microsoft.", "confirmed", "Satya Nadella"),
        ("Microsoft investirait 3 milliards d'euros.", "conditional", None),
        ("Microsoft devrait investir 3 milliards d'euros.", "projected", None),
        ("Microsoft investira 3 milliards d'euros.", "projected", None),
        ("La rumeur parle de 3 milliards d'euros investis par Microsoft.", "rumour", None),
        ("Microsoft serait en pourparlers pour investir 3 milliards d'euros.", "rumour", None),
        ("Si Microsoft signait, il investirait 3 milliards d'euros.", "confirmed", None),
        ("La direction dément la suppression de 300 postes.", "denied", None),
        ("Microsoft a déclaré qu'il investirait 3 milliards d'euros.", "confirmed", "Microsoft"),
        ("Des grêlons de 3 centimètres sont tombés en fin d'après-midi.", "confirmed", None),
        ("Le bénéfice, plus faible que prévu, ressort à 3 millions d'euros.", "confirmed", None),
        ("Le projet que Microsoft veut bâtir a attiré 300 riverains.", "confirmed", None),
        ("Microsoft, valorisée 3 milliards d'euros, prévoit d'embaucher.", "confirmed", None),
        ("Microsoft prévoit d'embaucher 300 salariés.", "projected", None),
        ("OpenAI affirme que Microsoft investit 3 milliards d'euros dans OpenAI.", "confirmed", "OpenAI"),
        ("Google affirme que Microsoft investit 3 milliards d'euros dans OpenAI.", "attributed", "Google"),
        ("Microsoft a vendu 300 sites et abaisse son objectif.", "confirmed", None),
        ("Le vaccin protège 80 % des enfants, d'après l'essai lu à Genève.", "attributed", "l'essai lu à Genève"),
    ],
)
def test_certainty(text: str, certainty: str, who: str | None) -> None:
    (figure,) = figures(text)
    assert figure.certainty == certainty
    assert who is None or figure.attributed_to == who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft a investi 3 milliards d'euros dans OpenAI.", ("investment", "Microsoft", "OpenAI")),
        ("OpenAI cherche 3 milliards d'euros auprès de Microsoft.", ("investment", "Microsoft", "OpenAI")),
        ("Microsoft détient 49 % du capital d'OpenAI.", ("stake", "Microsoft", "OpenAI")),
        ("Microsoft récupère la moitié des bénéfices.", ("profit_share", "Microsoft", None)),
        ("La valorisation de 30 milliards d'euros d'OpenAI étonne.", ("valuation", "OpenAI", None)),
        ("Satya Nadella, patron de Microsoft, va licencier 300 salariés.", ("layoffs", "Microsoft", None)),
        ("La Cnil inflige une amende de 3 millions d'euros à Google.", ("fine", "Google", "Cnil")),
        ("ChatGPT compte 3 millions d'utilisateurs.", ("users", "ChatGPT", None)),
    ],
)
def test_measure_and_parties(text: str, expected: tuple[str, str, str | None]) -> None:
    (figure,) = figures(text)
    assert (figure.measure, figure.subject, figure.counterparty) == expected


def test_a_pair_told_once_settles_the_sentences_that_only_name_it() -> None:
    first, second = figures(
        "Microsoft et OpenAI se rapprochent, avec un investissement de 9 milliards d'euros.\n"
        "Le premier a déjà injecté 2 milliards d'euros dans le second en 2019."
    )[:2]
    assert (first.subject, first.counterparty) == ("Microsoft", "OpenAI") == (second.subject, second.counterparty)
    assert (first.refers_to, second.refers_to) == (None, "2019")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("En 2019, Microsoft a investi 3 milliards d'euros.", "2019"),
        ("Microsoft a investi 3 milliards d'euros en 2019.", "2019"),
        ("Puis en 2019, le groupe a investi 3 milliards d'euros.", "2019"),
        ("Signé en 2019, l'accord grandit : Microsoft investit 3 milliards d'euros.", None),
        ("Née en 2019, l'entreprise a levé 3 milliards d'euros.", None),
    ],
)
def test_the_year_that_governs_a_figure(text: str, year: str | None) -> None:
    assert [figure.refers_to for figure in figures(text) if figure.kind == "money"] == [year]


def test_money_without_currency_takes_that_of_the_article() -> None:
    assert [figure.unit for figure in figures("Un chèque de 3 Md$. La mise atteint dix milliards.")] == ["USD", "USD"]


def test_boilerplate_holds_no_figure() -> None:
    assert figures("Publié par La rédaction le 12/03/2023\n\nMicrosoft investit 3 milliards d'euros.")[0].start > 30


def test_ids_and_spans() -> None:
    text = "Microsoft investit 3 milliards d'euros."
    (figure,) = figures(text)
    assert (figure.quantity_id, figure.passage_id) == (f"a:q{figure.start}", "a:0")
    assert text[figure.start : figure.end] == figure.surface == "3 milliards d'euros"
