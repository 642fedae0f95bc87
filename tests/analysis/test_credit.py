"""Agencies behind words that several outlets print."""

from __future__ import annotations

import pytest

from dashboard.analysis.credit import agencies_credited, common_source, credited
from dashboard.analysis.earlier import Place
from dashboard.config import load_config
from tests.tiny import RADIO, tiny_analysis

KNOWN = load_config().sources

CREDITS = [
    ("Le site fermera en mai (AFP).", None, {"AFP"}),
    ("Le site fermera en mai. (Avec AFP)", None, {"AFP"}),
    ("Le site fermera en mai, avec l’AFP.", None, {"AFP"}),
    ("PARIS (Reuters) - Le site fermera.", None, {"Reuters"}),
    ("Source : AFP", None, {"AFP"}),
    ("Le site fermera.\nJeanne Petit, avec Reuters\nÀ lire aussi", None, {"Reuters"}),
    ("Le site fermera (AFP, Reuters).", None, {"AFP"}),
    ("Le site fermera.", "La rédaction avec AFP", {"AFP"}),
    ("L’AFP fête ses 80 ans.", None, set()),
    ("Le patron de Reuters a démissionné, selon un proche.", None, set()),
    ("Il a travaillé avec Reuters pendant dix ans.", None, set()),
    ("", None, set()),
]


@pytest.mark.parametrize(("text", "author", "agencies"), CREDITS)
def test_agencies_credited(text: str, author: str | None, agencies: set[str]) -> None:
    assert agencies <= agencies_credited(text, author, KNOWN) and bool(agencies) == bool(
        agencies_credited(text, author, KNOWN)
    )


def places(*sources: str) -> list[Place]:
    return [Place(f"{number}.txt", source, None, 0, 5) for number, source in enumerate(sources)]


ARTICLES = {
    "0.txt": {"text": "Le site ferme (AFP).", "author": None},
    "1.txt": {"text": "Le site ferme.", "author": None},
    "2.txt": {"text": "Le site ferme.", "author": None},
}


def test_three_outlets_and_a_credit_make_a_common_source() -> None:
    assert common_source(places("Le Fil", "La Gazette", "Radio Sud"), ARTICLES, KNOWN) == "AFP"


def test_two_outlets_do_not() -> None:
    assert common_source(places("Le Fil", "La Gazette"), ARTICLES, KNOWN) is None


def test_without_a_credit_there_is_none() -> None:
    plain = {key: {"text": "Le site ferme.", "author": None} for key in ARTICLES}
    assert common_source(places("Le Fil", "La Gazette", "Radio Sud"), plain, KNOWN) is None


def test_an_agency_among_the_outlets_is_the_source() -> None:
    assert common_source(places("Reuters", "La Gazette", "Radio Sud"), ARTICLES, KNOWN) == "Reuters"


def test_the_table_names_the_agency_of_a_whole_group() -> None:
    analysis = tiny_analysis()
    articles = analysis.articles.copy()
    assert credited(analysis.reuse, articles, KNOWN).isna().all()
    articles.loc[articles["article_id"] == RADIO, "author"] = "La rédaction, avec Reuters"
    found = credited(analysis.reuse, articles, KNOWN)
    # Three of the four pairs make the one group that stands in three outlets.
    assert sorted(found.fillna("-")) == ["-", "Reuters", "Reuters", "Reuters"]
    assert analysis.reuse.loc[found.isna(), "kind"].tolist() == ["edited"]


def test_the_pattern_is_linear() -> None:
    assert agencies_credited("(" * 20_000 + "- " * 20_000, None, KNOWN) == set()
