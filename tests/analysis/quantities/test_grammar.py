"""Every style of figure, and what is none."""

from __future__ import annotations

import pytest

from dashboard.analysis.quantities import find_figures
from dashboard.analysis.quantities.examples import written
from dashboard.config import load_config

RULES = load_config().quantities


def read(text: str, language: str = "fr", context: str | None = None) -> list[str]:
    return [written(text, figure) for figure in find_figures(text, language, RULES, context)]


REST = "600 000 | count | 600000 | -"

READS = [
    ("Elle vend 12 500 maisons.", ["12 500 maisons | count | 12500 | maison"]),
    ("Un déficit de 10,000 emplois.", ["10,000 emplois | people | 10000 | people"]),
    ("Il touche 1 766,92 euros.", ["1 766,92 euros | money | 1766.92 | EUR"]),
    ("Dix mille personnes.", ["Dix mille personnes | people | 10000 | people"]),
    ("De nombreux élus, des milliers de fidèles.", ["des milliers de fidèles | people | 2000.. | people"]),
    ("Quelques centaines de millions d'euros.", ["Quelques centaines de millions d'euros | money | 200000000.. | EUR"]),
    ("Une dizaine de milliers de soldats.", ["Une dizaine de milliers de soldats | people | 10000 | people"]),
    ("Un demi-million de doses.", ["Un demi-million de doses | count | 500000 | dose"]),
    ("Une demi-heure.", ["Une demi-heure | duration | 0.5 | hour"]),
    ("Les trois quarts des lots.", ["trois quarts | percent | 75 | %"]),
    ("Réduire de moitié.", ["moitié | percent | 50 | %"]),
    ("Un quart d'heure.", ["Un quart d'heure | duration | 0.25 | hour"]),
    ("Le double de l'an passé.", ["double | other | 2 | x"]),
    ("Il a gagné trois fois le tournoi.", ["trois fois | other | 3 | x"]),
    ("Six heures et demie.", ["Six heures et demie | duration | 6.5 | hour"]),
    ("Un film de 2h30.", ["2h30 | duration | 2.5 | hour"]),
    ("Une hausse de 25 points de base.", ["25 points de base | percent | 0.25 | pp"]),
    ("De 12 % à 15 %.", ["12 % à 15 % | percent | 12..15 | %"]),
    ("Passer de 300 à 500 salariés.", ["300 à 500 salariés | people | 300..500 | people"]),
    (
        "De 900 millions à 1,2 milliard d'euros.",
        ["900 millions à 1,2 milliard d'euros | money | 900000000..1200000000 | EUR"],
    ),
    ("Il y a 1 000, voire 2 000 ans.", ["1 000 | duration | 1000 | year", "2 000 ans | duration | 2000 | year"]),
    ("Une taxe de 5 %, puis 7 l'an prochain.", ["5 % | percent | 5 | %", "7 | percent | 7 | %"]),
    ("Marie Dupuis, 34 ans, est partie.", ["34 ans | age | 34 | year"]),
    ("Les 18-24 ans.", ["18-24 ans | age | 18..24 | year"]),
    ("Des jeunes de moins de 25 ans.", ["25 ans | age | 25 | year"]),
    ("Du 12 au 15 mars 2024.", ["12 | date | 2024-03-12 | -", "15 mars 2024 | date | 2024-03-15 | -"]),
    ("Le 31/12/2023.", ["31/12/2023 | date | 2023-12-31 | -"]),
    ("En 2T24.", ["2T24 | date | 2024-Q2 | -"]),
    ("Le deuxième trimestre de 2022.", ["deuxième trimestre de 2022 | date | 2022-Q2 | -"]),
    ("Dans les années 90.", ["90 | date | 1990 | -"]),
    ("Il fait -12 °C.", ["-12 °C | other | -12 | °C"]),
    ("Une puissance de 480 mégawatts.", ["480 mégawatts | other | 480 | MW"]),
    ("Cent mètres carrés.", ["Cent mètres carrés | other | 100 | m2"]),
    (
        "250k abonnés et 1,2 M de vues.",
        ["250k abonnés | people | 250000 | people", "1,2 M de vues | count | 1200000 | vue"],
    ),
    ("Une amende de CHF 30 000.", ["CHF 30 000 | money | 30000 | CHF"]),
    ("Dix des 14 pays.", ["Dix | count | 10 | pays", "14 pays | count | 14 | pays"]),
    (
        "Elle ferme onze de ses 34 magasins.",
        ["onze | count | 11 | magasin", "34 magasins | count | 34 | magasin"],
    ),
    (
        "La ville mettra 3,2 millions d'euros. La Région en prend 600 000 à sa charge.",
        ["3,2 millions d'euros | money | 3200000 | EUR", "600 000 | money | 600000 | -"],
    ),
    (
        "Elle compte 12 malades. L'hôpital n'en reconnaît que quatre.",
        ["12 malades | people | 12 | people", "quatre | people | 4 | people"],
    ),
    ("Elle mettra 3 millions d'euros. En moyenne 600 000.", ["3 millions d'euros | money | 3000000 | EUR", REST]),
    ("Trois foyers raccordables sur quatre.", ["Trois foyers raccordables sur quatre | percent | 75 | %"]),
    ("Ils paient un franc suisse par jour.", ["un franc suisse | money | 1 | CHF"]),
    ("Le dixième de la population.", ["Le dixième | percent | 10 | %"]),
    ("Le dixième de la liste.", ["dixième | ordinal | 10 | rank"]),
    ("Après 19 heures de débats.", ["19 heures | duration | 19 | hour"]),
    ("Deux curieux et trois coloris.", ["Deux curieux | people | 2 | people", "trois coloris | count | 3 | coloris"]),
    ("Le 20e anniversaire.", ["20e | ordinal | 20 | rank"]),
    ("Le premier producteur mondial.", ["premier | ordinal | 1 | rank"]),
    ("Elle frôle 91 %.", ["91 % | percent | 91 | %"]),
]


@pytest.mark.parametrize(("text", "expected"), READS)
def test_style(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un homme et une femme.",
        "Le premier ministre et le second.",
        "L'un des plus grands.",
        "GPT-3, DALL-E 2, Boeing 737 et iPhone 14.",
        "Sur l'A7, la RN20 et la ligne 13.",
        "Article 49.3, page 12, n° 5.",
        "Appelez le 01 23 45 67 89.",
        "12 bis, rue de la Paix, 75002 Paris.",
        "Ils gagnent 3-1, puis 6-4, 7-5 et 2 à 1.",
        "À 18 heures, vers 20h30, à 14:05.",
        "Ouvert de 16h à 20h, puis de 8 h à 12 h.",
        "Aucun bus après 19 heures. Le concert de 21 heures a du retard.",
        "Un lycéen de seconde a tout lu.",
        "Covid-19, G20, CO2, 5G et U-23.",
        "Le tiers-monde et un quart de finale.",
        "https://exemple.org/2023/10 euros",
        "Une seconde chance, un point de vue, un jour.",
        "Les deux-roues et l'entre-deux-tours.",
        "Paris 2024 approche.",
        "Dans le 7e arrondissement.",
        "Ils sont tous deux là.",
    ],
)
def test_trap(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("environ 300 euros", "about"),
        ("près de 300 euros", "about"),
        ("300 euros environ", "about"),
        ("une trentaine de jours", "about"),
        ("plus de 300 euros", "more_than"),
        ("plus d'un million d'euros", "more_than"),
        ("au moins 300 euros", "more_than"),
        ("pas moins de 300 euros", "more_than"),
        ("dépasser les 300 euros", "more_than"),
        ("moins de 300 euros", "less_than"),
        ("jusqu'à 300 euros", "up_to"),
        ("300 euros au maximum", "up_to"),
        ("300 euros", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    assert [figure.bound for figure in find_figures(text, "fr", RULES)] == [bound]


@pytest.mark.parametrize(
    ("text", "context", "unit"),
    [
        ("300 francs", "Le canton de Vaud", "CHF"),
        ("300 francs", "Le port d'Abidjan", "XOF"),
        ("300 francs", "Une vieille affiche", "FRF"),
        ("300 couronnes", "En Norvège", "NOK"),
        ("300 dinars", "À Tunis", "TND"),
        ("300 livres", "Une bibliothèque", "livre"),
        ("300 livres", "La banque de Londres", "GBP"),
    ],
)
def test_shared_unit_words(text: str, context: str, unit: str) -> None:
    assert [figure.unit for figure in find_figures(text, "fr", RULES, context)] == [unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cut 10,000 jobs.", ["10,000 jobs | people | 10000 | people"]),
        ("A $2.5bn deal.", ["$2.5bn | money | 2500000000 | USD"]),
        ("Nearly 5%.", ["5% | percent | 5 | %"]),
        ("One in five voters.", ["One in five | percent | 20 | %"]),
        (
            "Half of the 1.5 million people.",
            ["Half | percent | 50 | %", "1.5 million people | people | 1500000 | people"],
        ),
        ("A five-year plan.", ["five-year | duration | 5 | year"]),
        ("On 12 March 2021.", ["12 March 2021 | date | 2021-03-12 | -"]),
        ("Between 2019 and 2022.", ["2019 | date | 2019 | -", "2022 | date | 2022 | -"]),
        ("Three times bigger.", ["Three times | other | 3 | x"]),
        ("A new deal at 10 am.", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read(text, "en") == expected
