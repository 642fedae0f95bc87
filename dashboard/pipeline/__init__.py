"""From a corpus to its Analysis: every stage once, in the order of ``stages.py``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

from dashboard.analysis.origins import with_copies
from dashboard.config import Config, digest
from dashboard.ingest import Corpus
from dashboard.pipeline.lineage import Shelf, on_ground
from dashboard.pipeline.stages import STAGES, example_checks
from dashboard.pipeline.work import Progress, Tables, Work
from dashboard.tables import Analysis, conform, table

__all__ = ["Progress", "Shelf", "Tables", "analyse", "check", "code_digest", "corpus_digest"]

_ROOM = Path(__file__).resolve().parents[1]


def analyse(
    corpus: Corpus, config: Config, progress: Progress | None = None, shelf: Shelf | None = None, place: str = ""
) -> Analysis:
    """Every table of the corpus. ``progress`` hears (stage, done, total); ``shelf`` spares stages done before.

    Where a ``place`` is given, topics keep number, name and colour from what was learned there before, if the
    shelf still has it; without one the tables depend on corpus and configuration alone.
    """
    work = Work(corpus, config, progress or (lambda stage, done, total: None))
    keys: dict[str, str] = {"corpus": corpus_digest(corpus)}
    for done, stage in enumerate(STAGES):
        work.progress(stage.name, done, len(STAGES))
        needed = [keys[need] for need in ("corpus", *stage.needs)]
        keys[stage.name] = digest(stage.name, needed, stage.settings(config), code_digest(stage.code))
        if shelf and place and stage.name == "topics":
            at = digest("ground", place, stage.settings(config), code_digest(stage.code))
            work.tables.update((made := on_ground(work, stage, keys[stage.name], (shelf, at)))[0])
            keys[stage.name] = made[1]
            continue
        found = shelf.get(stage.name, keys[stage.name], stage.makes) if shelf else None
        if found is None:
            found = stage.run(work)
            if shelf:
                shelf.put(stage.name, keys[stage.name], found)
        work.tables.update(found)
    return _assemble(work, digest(keys))


def check(config: Config) -> list[str]:
    """One sentence for every example of the configuration that its rules get wrong."""
    return [failure for failures in example_checks() for failure in failures(config)]


def corpus_digest(corpus: Corpus) -> str:
    """A hash of every article and of what was skipped, whatever order they were given in."""
    rows = [astuple(article) for article in corpus.articles], [astuple(item) for item in corpus.skipped]
    body = json.dumps([rows, sorted(corpus.duplicates.items())], ensure_ascii=False)
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache
def code_digest(rooms: tuple[str, ...]) -> str:
    """A hash of the source of some modules and packages of ours, so that new code never serves old results."""
    files = sorted(path for room in ("model.py", "tables.py", *rooms) for path in _sources(_ROOM / room))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _sources(room: Path) -> Iterable[Path]:
    return room.rglob("*.py") if room.is_dir() else [room]


def _assemble(work: Work, made_from: str) -> Analysis:
    tables = dict(work.tables)
    articles = tables.pop("articles_read").merge(tables.pop("stories"), on="article_id", how="left")
    articles = articles.merge(tables.pop("duplicate_groups"), on="article_id", how="left")
    articles = articles.assign(duplicate_group=with_copies(articles))
    original = articles["duplicate_of"].fillna(articles["article_id"])
    stories = articles.set_index("article_id")["story_id"]
    articles["story_id"] = articles["story_id"].fillna(original.map(stories)).fillna("s0")
    passages = tables.pop("passages_read").merge(tables.pop("copies"), on="passage_id", how="left")
    passages = passages.merge(tables.pop("places"), on="passage_id", how="left")
    return Analysis(
        articles=conform("articles", articles),
        skipped=table("skipped", work.corpus.skipped),
        passages=conform("passages", passages),
        digest=made_from,
        **tables,
    )
