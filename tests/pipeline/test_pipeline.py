"""From files to every table: exact where it can be derived by hand, the same whatever the order and the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from dashboard.config import Config, load_config
from dashboard.ingest import read_corpus
from dashboard.pipeline import analyse, check
from dashboard.store import DiskShelf
from dashboard.tables import Analysis, check_table
from tests.corpus import TEXTS, write_corpus
from tests.newsroom import newsroom


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "articles")


@pytest.fixture(scope="module")
def analysis(folder: Path, config: Config) -> Analysis:
    return analyse(read_corpus([folder], config), config)


def spans(analysis: Analysis) -> Iterator[tuple[str, str, int, int, str | None]]:
    for name, frame in analysis.tables().items():
        if {"article_id", "start", "end"} <= set(frame.columns):
            surfaces = frame["surface"] if "surface" in frame.columns else [None] * len(frame)
            for article, start, end, surface in zip(
                frame["article_id"], frame["start"], frame["end"], surfaces, strict=True
            ):
                yield name, article, start, end, surface


def test_every_table_holds_its_contract_and_none_is_empty(analysis: Analysis) -> None:
    for name, frame in analysis.tables().items():
        check_table(name, frame)
        assert len(frame) > 0, name


def test_every_span_is_what_stands_there(analysis: Analysis) -> None:
    texts = analysis.articles.set_index("article_id")["text"]
    for name, article, start, end, surface in spans(analysis):
        assert 0 <= start < end <= len(texts[article]), (name, article, start, end)
        assert surface is None or texts[article][start:end] == surface


def test_a_copy_is_listed_and_counted_once(analysis: Analysis) -> None:
    copies = analysis.articles.set_index("article_id")["duplicate_of"].dropna().to_dict()
    assert copies == {"soir.txt": "soir copie.txt"}
    assert "soir.txt" not in set(analysis.passages["article_id"])
    words = analysis.articles.set_index("article_id")["n_words"]
    assert words["soir.txt"] == words["soir copie.txt"] > 0


def test_an_empty_file_is_skipped_with_its_reason(analysis: Analysis) -> None:
    assert [Path(path).name for path in analysis.skipped["path"]] == ["vide.txt"]
    assert analysis.skipped["reason"].iloc[0]


def test_sources_that_differ_contradict_each_other(analysis: Analysis) -> None:
    claims = analysis.claims[analysis.claims["measure"] == "layoffs"]
    verdicts = claims[claims["subject"] == "Ferrox"].set_index("n_sources")["verdict"]
    assert "contradict" in set(verdicts)
    invested = analysis.claims[(analysis.claims["measure"] == "investment") & (analysis.claims["kind"] == "money")]
    assert invested["verdict"].tolist() == ["agree"]
    assert invested["low"].tolist() == [12e6]


def test_shared_words_are_found_in_both_directions(analysis: Analysis) -> None:
    overlap = analysis.source_overlap.set_index(["source_a", "source_b"])
    assert overlap.loc[("L’Aube", "Le Midi"), "longest"] >= 12
    assert overlap.loc[("Le Midi", "L’Aube"), "containment"] > overlap.loc[("Le Midi", "Le Soir"), "containment"]


def same(one: Analysis, other: Analysis) -> None:
    for name, frame in one.tables().items():
        pd.testing.assert_frame_equal(frame, other.tables()[name], obj=name)


def test_the_order_of_the_files_changes_nothing(folder: Path, config: Config, analysis: Analysis) -> None:
    files = [folder / name for name in (*TEXTS, "soir copie.txt", "vide.txt")]
    manifest = [folder / "articles.csv"]
    one = analyse(read_corpus(manifest + files, config), config)
    other = analyse(read_corpus(files[::-1] + manifest, config), config)
    same(one, other)


def test_another_outlets_copy_stands_in_the_comparison(tmp_path: Path, config: Config) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["aube.txt"], encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXTS["aube.txt"], encoding="utf-8")
    (tmp_path / "articles.csv").write_text("file,source\na.txt,Un\nb.txt,Deux\n", encoding="utf-8")
    made = analyse(read_corpus([tmp_path], config), config)
    overlap = made.source_overlap.set_index(["source_a", "source_b"])["containment"]
    assert overlap[("Un", "Deux")] == overlap[("Deux", "Un")] == 1.0
    layoffs = made.claims[made.claims["measure"] == "layoffs"]
    assert layoffs[["verdict", "n_sources", "n_origins"]].to_numpy().tolist() == [["agree", 2, 1]]


def test_the_shelf_gives_back_the_same_and_survives_damage(
    tmp_path: Path, folder: Path, config: Config, analysis: Analysis
) -> None:
    shelf, corpus = DiskShelf(tmp_path / "shelf"), read_corpus([folder], config)
    first = analyse(corpus, config, shelf=shelf)
    same(analysis, first)
    assert first.digest == analysis.digest
    stages: list[str] = []
    same(first, analyse(corpus, config, lambda stage, done, total: stages.append(stage), shelf))
    assert "read" not in stages
    for path in (tmp_path / "shelf").rglob("*.parquet"):
        path.write_bytes(b"damaged")
    same(first, analyse(corpus, config, shelf=shelf))


def test_a_shelf_that_cannot_be_written_is_done_without(tmp_path: Path, folder: Path, config: Config) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    analyse(read_corpus([folder], config), config, shelf=DiskShelf(blocked / "shelf"))


def test_a_renamed_theme_recomputes_nothing(tmp_path: Path, folder: Path, config: Config) -> None:
    themes = (config.folder / "themes.toml").read_text(encoding="utf-8")
    (tmp_path / "config").mkdir()
    renamed = themes.replace("Investissement", "Argent frais", 1)
    assert renamed != themes
    (tmp_path / "config" / "themes.toml").write_text(renamed, encoding="utf-8")
    shelf, corpus = DiskShelf(tmp_path / "shelf"), read_corpus([folder], config)
    before = analyse(corpus, config, shelf=shelf)
    stages: list[str] = []
    after = analyse(corpus, load_config(tmp_path / "config"), lambda stage, *_: stages.append(stage), shelf)
    assert after.digest == before.digest
    assert "read" not in stages


def test_every_example_of_the_configuration_comes_out_as_it_says(config: Config) -> None:
    assert check(config) == []


def _topics(analysis: Analysis) -> pd.DataFrame:
    columns = ["topic_id", "label", "colour"]
    return analysis.topics[columns].sort_values("topic_id", ignore_index=True)


def test_topics_stay_where_they_were_learned_and_nowhere_else(tmp_path: Path, config: Config) -> None:
    folder, shelf = tmp_path / "news", DiskShelf(tmp_path / "shelf")
    folder.mkdir()
    articles = newsroom(24)
    for article in articles[1:]:
        (folder / article.article_id).write_text(article.text, encoding="utf-8")

    def run(place: str, kept: DiskShelf | None = shelf) -> Analysis:
        return analyse(read_corpus([folder], config), config, shelf=kept, place=place)

    first = run("here")
    same(first, run("", None))
    (folder / articles[0].article_id).write_text(articles[0].text, encoding="utf-8")
    grown, fresh = run("here"), run("", None)
    pd.testing.assert_frame_equal(_topics(grown), _topics(first))
    before = first.passage_topics.groupby("passage_id")["topic_id"].agg(sorted)
    after = grown.passage_topics.groupby("passage_id")["topic_id"].agg(sorted)
    assert set(before.index) < set(after.index) and after.reindex(before.index).equals(before)
    # What others ask of the same shelf is what the corpus alone gives.
    same(run("elsewhere"), fresh)
    same(run(""), fresh)
    # Read again, it is the same; and the way there does not matter, only what was learned first.
    same(run("here"), grown)
    (folder / articles[5].article_id).unlink()
    run("here")
    (folder / articles[5].article_id).write_text(articles[5].text, encoding="utf-8")
    same(run("here"), grown)


def test_a_place_whose_corpus_is_another_learns_anew(tmp_path: Path, config: Config) -> None:
    folder, shelf = tmp_path / "news", DiskShelf(tmp_path / "shelf")
    folder.mkdir()
    for seed, articles in enumerate((newsroom(12), newsroom(12, seed=7))):
        for article in articles:
            (folder / article.article_id).unlink(missing_ok=True)
            (folder / f"{seed}-{article.article_id}").write_text(article.text, encoding="utf-8")
        found = analyse(read_corpus([folder], config), config, shelf=shelf, place="here")
        for file in folder.iterdir():
            file.unlink()
    fresh = newsroom(12, seed=7)
    for article in fresh:
        (folder / f"1-{article.article_id}").write_text(article.text, encoding="utf-8")
    same(found, analyse(read_corpus([folder], config), config))
