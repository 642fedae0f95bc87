"""The themes of each passage: from the words of ``config/themes.toml``, from the weights of single words learned
beforehand for the themes that name them and, where no theme does, from what a large corpus teaches itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.analysis.chances import Told, choose, own_logits
from dashboard.analysis.giving import Given, Passages, evidence_of, give, passages_in, together
from dashboard.analysis.scores import Floats, Scores, scores_of
from dashboard.analysis.teaching import learned
from dashboard.analysis.wordweights import Heard, Said, heard_in, said_of, spoken, telling, unlearned
from dashboard.config import Config
from dashboard.config.themes import CARRYING
from dashboard.model import Article, Document
from dashboard.tables import conform
from dashboard.text.document import read_document


def themes_of(documents: Sequence[Document], config: Config) -> pd.DataFrame:
    """The table ``passage_themes``: the themes given to each passage that is no boilerplate, the main one first.

    ``score`` is points / (points + 2), so 0.5 is one strong word; where weights were learned it is the chance that
    a reader would give the theme. ``evidence`` are the theme's own words or else those whose learned weights tell
    most; it is empty where a passage has its theme from its article alone.
    """
    scores = scores_of(documents, config.themes)
    given, evidence = _given(documents, scores, config)
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
            "evidence": evidence,
        }
    )
    return conform("passage_themes", frame)


def _given(documents: Sequence[Document], scores: Scores, config: Config) -> tuple[Given, list[str]]:
    themes, passages = config.themes, passages_in(documents, config.themes.scoring)
    said = said_of(themes, config.learned)
    if not len(said.theme):
        given = give(scores, passages, themes.scoring, _taught(documents, scores, passages, config))
        return given, evidence_of(scores, given)
    spoken_here = np.array([document.article.language == config.learned.language for document in documents], bool)
    here = spoken_here[passages.article]
    heard = heard_in(documents, config.learned, config.analysis.stopwords[config.learned.language])
    told = ~heard.silent() | scores.found.any(axis=1)
    words = Told(scores, said, spoken(heard, said), _fresh_points(documents, config))
    logits = own_logits(words, passages, config.learned)
    given = together(
        choose(
            logits,
            replace(passages, content=passages.content & here & told),
            config.learned,
            themes.scoring,
            words.fresh,
        ),
        give(scores, replace(passages, content=passages.content & ~here), themes.scoring),
    )
    return given, _evidence(scores, given, heard, said)


def _fresh_points(documents: Sequence[Document], config: Config) -> Floats | None:
    """The points of the words that the learned weights do not know, as a reader's own; None where there are none."""
    fresh = unlearned(config.themes, config.learned)
    if not any(getattr(theme, name) for theme in fresh.themes for name in CARRYING):
        return None
    return scores_of(documents, fresh).points


def _evidence(scores: Scores, given: Given, heard: Heard, said: Said) -> list[str]:
    """The spans of the themes' own words; where a theme has none in a passage, of the words that tell most."""
    found = evidence_of(scores, given)
    bare = [place for place, spans in enumerate(found) if not spans]
    for place, told in zip(bare, telling(heard, said, given.passage[bare], given.theme[bare]), strict=True):
        found[place] = ";".join(f"{start}-{end}" for start, end in told)
    return found


def _taught(documents: Sequence[Document], scores: Scores, passages: Passages, config: Config) -> Floats | None:
    taught = learned(documents, scores.points[passages.content], config)
    if taught is None:
        return None
    everywhere = np.zeros_like(scores.points)
    everywhere[passages.content] = taught
    return everywhere


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
