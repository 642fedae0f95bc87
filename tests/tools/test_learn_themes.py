"""Weights learned from a few annotated passages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.config import Config
from tests.analysis.documents import CONFIG
from tests.analysis.test_lexicon import theme
from tools.learn_themes import annotated, is_word, learn, tried

SEA = [
    "La houle portait le voilier",
    "Le phare guide un voilier",
    "Une houle cachait le phare",
    "Le voilier double un phare",
]
HILL = [
    "Le sentier mène au refuge",
    "Un refuge borde le glacier",
    "Le glacier coupe un sentier",
    "Ce sentier longe le glacier",
]


def folder_of(folder: Path, rows: list[tuple[str, list[str]]]) -> Path:
    """A folder of articles of two passages each, with the themes of each passage."""
    (folder / "texts").mkdir(parents=True)
    gold = []
    for number in range(0, len(rows), 2):
        text = ""
        for said, themes in rows[number : number + 2]:
            row = {"doc": f"{number:02}.txt", "start": len(text), "end": len(text) + len(said), "themes": themes}
            gold.append(row | {"boilerplate": False})
            text += said + "\n"
        (folder / "texts" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "gold_passages.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    return folder


@pytest.fixture
def config() -> Config:
    themes = (
        replace(theme("sea", words=("navire",)), learned=("sea",)),
        replace(theme("hill", words=("sommet",)), learned=("hill",)),
    )
    return replace(CONFIG, themes=replace(CONFIG.themes, themes=themes))


def rows(repeat: int) -> list[tuple[str, list[str]]]:
    pairs = [
        pair for sea, hill in zip(SEA, HILL, strict=True) for pair in ((f"{sea}.", ["sea"]), (f"{hill}.", ["hill"]))
    ]
    return pairs * repeat


def test_words_learn_the_themes_of_their_passages(tmp_path: Path, config: Config) -> None:
    given = annotated([folder_of(tmp_path / "one", rows(4))], config)
    assert given.known.sum() == 32 and given.themes.sum(axis=0).tolist() == [16, 16]
    learned = learn(given, config, None, [])
    assert learned.columns == ("sea", "hill") and learned.weights.shape == (len(learned.words), 2)
    for word in ("voilier", "phare", "houle"):
        sea, hill = learned.weights[learned.rows[word]]
        assert sea > 0 > hill
    for word in ("sentier", "refuge", "glacier"):
        sea, hill = learned.weights[learned.rows[word]]
        assert hill > 0 > sea
    other = annotated(
        [folder_of(tmp_path / "two", [("Phare, voilier, houle.", ["sea"]), ("Sentier, glacier.", ["hill"])])], config
    )
    assert tried(other, replace(config, learned=learned)) == "2 passages, micro F1 1.000, macro F1 1.000"


def test_a_vector_lends_its_weight_to_words_never_seen(tmp_path: Path, config: Config) -> None:
    words = ["voilier", "phare", "houle", "sentier", "refuge", "glacier", "paquebot"]
    table = np.array([[1.0, 0.0]] * 3 + [[0.0, 1.0]] * 3)
    vectors = tmp_path / "vectors.npz"
    np.savez(vectors, words=np.array(words, dtype=object), rows=np.array([0, 1, 2, 3, 4, 5, 0]), vec=table)
    given = annotated([folder_of(tmp_path / "one", rows(4))] * 4, config)
    learned = learn(given, config, vectors, ["paquebot"])
    sea, hill = learned.weights[learned.rows["paquebot"]]
    assert sea > 0 > hill


def test_a_folder_named_twice_counts_twice(tmp_path: Path, config: Config) -> None:
    folder = folder_of(tmp_path / "one", rows(4))
    once, twice = (annotated([folder] * times, config) for times in (1, 2))
    assert len(once.weight) == len(twice.weight) and set(once.weight) == {1} and set(twice.weight) == {2}
    weak, strong = (learn(given, config, None, []) for given in (once, twice))
    sea = strong.columns.index("sea")
    assert strong.weights[strong.rows["phare"], sea] > weak.weights[weak.rows["phare"], sea] > 0


def test_the_same_passages_give_the_same_weights(tmp_path: Path, config: Config) -> None:
    folder = folder_of(tmp_path / "one", rows(3))
    one, other = (learn(annotated([folder], config), config, None, []) for _ in range(2))
    assert one.words == other.words
    np.testing.assert_array_equal(one.weights, other.weights)


def test_what_is_no_annotation_is_told_in_a_sentence(tmp_path: Path, config: Config) -> None:
    with pytest.raises(SystemExit, match=r"none: expected gold_passages\.jsonl and a folder texts"):
        annotated([tmp_path / "none"], config)
    folder = folder_of(tmp_path / "one", rows(1))
    (folder / "gold_passages.jsonl").write_text('{"doc": "00.txt", "start": 0}', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"gold_passages\.jsonl, line 1: no annotated passage"):
        annotated([folder], config)


@pytest.mark.parametrize(("lemma", "word"), [("voilier", True), ("PIB", True), ("Renault", False), ("12", False)])
def test_names_and_numbers_are_no_words(lemma: str, word: bool) -> None:
    assert is_word(lemma) is word
