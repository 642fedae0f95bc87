"""Topics of a corpus: found, named, kept."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.analysis.topics import Topics, topics_of
from dashboard.tables import empty
from tests.analysis.documents import CONFIG, read

SUBJECTS = {
    "sea": ("bateau", "port", "sardine", "filet", "marin", "voile", "phare", "marée"),
    "hill": ("sommet", "glacier", "alpiniste", "refuge", "neige", "avalanche", "corde", "vallée"),
    "bread": ("boulanger", "farine", "levain", "four", "croûte", "brioche", "pétrin", "fournil"),
}


def texts() -> list[str]:
    found = []
    for words in SUBJECTS.values():
        for n in range(12):
            chosen = [words[(n + step * (1 + n % 3)) % 8] for step in range(5)]
            found.append(
                f"Le {chosen[0]} et le {chosen[1]}, puis un {chosen[2]} avec un {chosen[3]} ou un {chosen[4]}."
            )
    return found


DOCUMENTS = [read(text, f"a{place:02d}") for place, text in enumerate(texts())]
NONE = empty("terms")


def coarse(found: pd.DataFrame) -> pd.Series:
    return found[found["topic_id"].str.startswith("c")].set_index("passage_id")["topic_id"]


def test_three_subjects_are_three_topics() -> None:
    found = topics_of(DOCUMENTS, NONE, CONFIG)
    topics = found.topics[found.topics["level"] == "coarse"]
    assert topics["n_passages"].tolist() == [12, 12, 12] and topics["topic_id"].tolist() == ["c1", "c2", "c3"]
    for terms in topics["terms"]:
        assert any(set(terms.split(";")) <= set(words) for words in SUBJECTS.values())
    assert topics["label"].str.count(" · ").tolist() == [2, 2, 2]
    assert found.passage_topics["score"].between(0, 1).all()
    assert set(found.places["passage_id"]) == {d.passages[0].passage_id for d in DOCUMENTS}


def test_twice_the_same_and_in_any_order() -> None:
    one, two = topics_of(DOCUMENTS, NONE, CONFIG), topics_of(DOCUMENTS, NONE, CONFIG)
    pd.testing.assert_frame_equal(one.topics, two.topics)
    pd.testing.assert_frame_equal(one.places, two.places)


def test_an_earlier_analysis_lends_ids_and_colours() -> None:
    found = topics_of(DOCUMENTS, NONE, CONFIG)
    renamed = {"c1": "c7", "c2": "c9", "c3": "c4"}
    old = found.topics[found.topics["level"] == "coarse"].assign(colour="#123456").replace({"topic_id": renamed})
    members = found.passage_topics.replace({"topic_id": renamed})
    earlier = Topics(old, members, found.places)
    again = topics_of(DOCUMENTS[1:], NONE, CONFIG, earlier)
    kept = coarse(again.passage_topics)
    assert (kept == coarse(members).reindex(kept.index)).mean() >= 0.9
    assert set(again.topics.loc[again.topics["level"] == "coarse", "colour"]) == {"#123456"}


def test_a_small_corpus_is_told_apart_as_finely_as_its_setting_says() -> None:
    def count(**changed: float) -> int:
        settings = replace(CONFIG.analysis.topics, **changed)  # type: ignore[arg-type]
        given = replace(CONFIG, analysis=replace(CONFIG.analysis, topics=settings))
        return int((topics_of(DOCUMENTS, NONE, given).topics["level"] == "coarse").sum())

    assert count(resolution_coarse=0.6, resolution_small=0.6) == 3
    assert count(resolution_coarse=0.6, resolution_small=4.0) == count(resolution_coarse=4.0) > 3


@pytest.mark.parametrize(
    "corpus",
    [
        [],
        [""],
        ["Une grève."],
        ["Il y a.", "Elle est là.", "Nous et vous."],
        ["La grève dure à Lens."] * 6,
        ["Vent.", "Pluie.", "Neige.", "Grêle.", "Brume."],
    ],
)
def test_degenerate_corpora_never_fail(corpus: list[str]) -> None:
    found = topics_of([read(text, f"a{place}") for place, text in enumerate(corpus)], NONE, CONFIG)
    assert set(found.passage_topics["topic_id"]) == set(found.topics["topic_id"])
    assert list(found.places.columns) == ["passage_id", "x", "y"]
