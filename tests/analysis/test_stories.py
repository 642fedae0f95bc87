"""Articles on one event."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from dashboard.analysis.stories import NEAREST, _characters, _features, _near, _period, stories_of
from dashboard.model import Document
from dashboard.text.document import read_document
from tests.analysis.documents import CONFIG, read
from tests.events import events

FIRE = [
    "Un incendie a ravagé l'entrepôt de Mérignac dans la nuit. Soixante pompiers ont lutté contre les flammes.",
    "À Mérignac, un entrepôt ravagé par un incendie. Soixante pompiers ont combattu les flammes toute la nuit.",
]
MATCH = [
    "Les handballeuses de Brest ont battu Metz en finale de la coupe, portées par leur gardienne.",
    "Finale de la coupe de handball : Brest a battu Metz grâce à sa gardienne, héroïque.",
]


def stories(*articles: tuple[str, str | None]) -> list[str]:
    documents = [read(text, f"a{place}", published) for place, (text, published) in enumerate(articles)]
    return stories_of(documents, CONFIG).tolist()


def test_two_events_are_two_stories() -> None:
    one, two, three, four = stories(*[(text, "2024-03-05") for text in FIRE + MATCH])
    assert one == two != three == four


def test_the_same_words_weeks_apart_are_two_stories() -> None:
    one, two = stories((FIRE[0], "2024-03-05"), (FIRE[1], "2024-03-25"))
    assert one != two


def test_a_coarse_or_missing_date_may_join() -> None:
    one, two, three = stories((FIRE[0], "2024-03-05"), (FIRE[1], "2024-03"), (FIRE[1] + " Bilan lourd.", None))
    assert one == two == three


def test_a_lone_article_and_none() -> None:
    assert len(stories((FIRE[0], None))) == 1
    assert stories_of([], CONFIG).empty


def test_ids_stay_when_a_later_article_comes() -> None:
    before = stories((FIRE[0], "2024-03-05"), (MATCH[0], "2024-03-05"))
    after = stories((FIRE[0], "2024-03-05"), (MATCH[0], "2024-03-05"), (FIRE[1], "2024-03-06"))
    assert after[:2] == before and after[2] == before[0]


def test_order_changes_nothing() -> None:
    documents = [read(text, f"a{place}", "2024-03-05") for place, text in enumerate(FIRE + MATCH)]
    left, right = stories_of(documents, CONFIG), stories_of(documents[::-1], CONFIG)
    assert left.to_dict() == right.to_dict()


def test_articles_without_a_word_are_stories_of_their_own() -> None:
    assert len(set(stories(("...", None), ("", None), ("Il y a.", None)))) == 3


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-12", (date(2023, 12, 1), date(2023, 12, 31))),
        ("2024-02-03T10:00", (date(2024, 2, 3), date(2024, 2, 3))),
        ("soon", None),
        ("2024-13", None),
        (None, None),
    ],
)
def test_period_of_a_date(published: str | None, expected: tuple[date, date] | None) -> None:
    assert _period(published) == expected


def test_characters_are_those_of_the_words_side_by_side() -> None:
    leads = [["le", "pont", "de", "pierre", "pierre"], ["a", "ponts", "12 000"], ["-"]]
    given = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    expected = given.fit_transform([" ".join(words) for words in leads])
    found = _characters(leads)
    np.testing.assert_allclose((found @ found.T).toarray(), (expected @ expected.T).toarray(), atol=1e-12)


def dated(count: int) -> list[Document]:
    """Generated articles on events of their own words, each told again two days later in another order."""
    draw = random.Random(4)
    syllables = [one + vowel for one in "bcdfglmnprstv" for vowel in ("a", "e", "i", "o", "ou", "an")]
    documents = []
    for place in range(count):
        words = ["".join(draw.choices(syllables, k=3)) for _ in range(30)]
        for step, told in ((0, words), (2, words[::-1])):
            published = (date(2024, 1, 1) + timedelta(days=place % 10 + step)).isoformat()
            documents.append(read("Le " + " de la ".join(told) + ".", f"a{place:03d} {step}", published))
    return documents


def test_each_told_twice_is_one_story() -> None:
    documents = dated(40)
    found = stories_of(documents, CONFIG).tolist()
    assert found[::2] == found[1::2] and len(set(found)) == 40


@pytest.mark.parametrize("seed", range(3))
def test_an_event_told_by_three_sources_is_one_story_and_the_same_names_later_another(seed: int) -> None:
    articles, told = events(seed)
    found = stories_of([read_document(article, CONFIG) for article in articles], CONFIG).tolist()
    assert len(set(zip(told, found, strict=True))) == len(set(told)) == len(set(found)) == 18


def test_an_article_is_compared_with_few_others_however_many_there_are() -> None:
    documents = [
        read("Incendie à Mérignac : l'entrepôt brûle, " + "soixante pompiers luttent.", f"a{n}") for n in range(250)
    ]
    words, characters = _features(documents, CONFIG)
    pairs = list(_near(words, characters, [None] * len(documents), CONFIG.analysis.topics))
    assert len(pairs) <= 4 * NEAREST * len(documents)
