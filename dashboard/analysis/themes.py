"""The themes of each passage, from the words of ``config/themes.toml`` and, in a large corpus, from its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.analysis.giving import Given, evidence_of, give, passages_in
from dashboard.analysis.scores import Scores, scores_of
from dashboard.analysis.teaching import learned
from dashboard.config import Config
from dashboard.model import Article, Document
from dashboard.tables import conform
from dashboard.text.document import read_document


def themes_of(documents: Sequence[Document], config: Config) -> pd.DataFrame:
    """The table ``passage_themes``: the themes given to each passage that is no boilerplate, the main one first.

    ``score`` is points / (points + 2), so 0.5 is one strong word. ``evidence`` is empty where a passage has its
    theme from its article alone.
    """
    scores = scores_of(documents, config.themes)
    given = _given(documents, scores, config)
    passages = [passage for document in documents for passage in document.passages]
    rows = [passages[place] for place in given.passage.tolist()]
    names = pd.Series(config.themes.order, dtype="str")
    frame = pd.DataFrame(
        {
            "passage_id": [passage.passage_id for passage in rows],
            "article_id": [passage.article_id for passage in rows],
            "start": [passage.start for passage in rows],
            "end": [passage.end for passage in rows],
            "theme": names.take(given.theme).to_numpy(),
            "score": np.round(given.points / (given.points + 2.0), 6),
            "main": given.main,
            "evidence": evidence_of(scores, given),
        }
    )
    return conform("passage_themes", frame)


def _given(documents: Sequence[Document], scores: Scores, config: Config) -> Given:
    passages = passages_in(documents, config.themes.scoring)
    taught = learned(documents, scores.points[passages.content], config)
    if taught is not None:
        everywhere = np.zeros_like(scores.points)
        everywhere[passages.content] = taught
        taught = everywhere
    return give(scores, passages, config.themes.scoring, taught)


def example_failures(config: Config) -> list[str]:
    """One sentence for each example of ``themes.toml`` that is not given what it says; empty when all hold."""
    file = config.folder / "themes.toml"
    failures = []
    given_to = _themes_of_texts(
        [sentence for theme in config.themes.themes for sentence in (*theme.yes, *theme.no)], config
    )
    for theme in config.themes.themes:
        for wanted, sentences in (("yes", theme.yes), ("no", theme.no)):
            for sentence in sentences:
                given = given_to[sentence]
                if (theme.theme_id in given) != (wanted == "yes"):
                    got = ", ".join(given) or "no theme"
                    verb = "be given" if wanted == "yes" else "not be given"
                    failures.append(
                        f"{file}: [themes.{theme.theme_id}] {wanted}: {sentence!r} should {verb} the theme, got {got}"
                    )
    return failures


def _themes_of_texts(sentences: Sequence[str], config: Config) -> dict[str, list[str]]:
    """The themes given to each sentence as an article of its own, by its words alone."""
    texts = list(dict.fromkeys(sentences))
    documents = [read_document(Article(str(place), "example", "", text), config) for place, text in enumerate(texts)]
    scores = scores_of(documents, config.themes)
    passages = passages_in(documents, config.themes.scoring)
    given = give(scores, passages, config.themes.scoring)
    found: dict[str, list[str]] = {text: [] for text in texts}
    for passage, theme in zip(given.passage.tolist(), given.theme.tolist(), strict=True):
        found[texts[passages.article[passage]]].append(config.themes.order[theme])
    return found
