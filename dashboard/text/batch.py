"""Articles read together: what is read of them as columns, since numbers of many small texts cost more one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from dashboard.config.text import TextSettings
from dashboard.model import Article, Document, Ints, Name, Passage, Sentences, Tokens
from dashboard.text.clean import fold
from dashboard.text.columns import cut, sentences_of_all
from dashboard.text.pieces import ranges, reading, running
from dashboard.text.words import Words


class Batch:
    """Some articles with their passages, sentences and words; names, which need them, come later.

    ``passages`` are those of each article.
    """

    def __init__(self, articles: Sequence[Article], settings: TextSettings) -> None:
        """Reads the articles, whatever their languages."""
        self._languages = [article.language for article in articles]
        with reading() as pieces:
            self._pieces = pieces
            self.passages, self._content, stream = cut(articles, settings, pieces)
            self._sentences = sentences_of_all(self._content, stream, pieces)
            self._forms = pieces.forms(pieces.joined(stream, self._content.printed))
            before = np.repeat(self._content.starts, np.diff(self._forms.first))
            self._starts, self._ends = before + self._forms.starts, before + self._forms.ends
            self._codes = self._in_no_name()

    def content(self, article: int) -> list[Passage]:
        """The passages of an article that are no boilerplate."""
        return [passage for passage in self.passages[article] if passage.role != "boilerplate"]

    def words(self) -> list[list[Words]]:
        """Of each article, the words of its passages that are no boilerplate, with what names need to know of them."""
        forms, content = self._forms, self._content
        numbers = forms.form.tolist()
        surfaces = tuple(map(self._pieces.surfaces.__getitem__, numbers))
        lowers = tuple(map(self._pieces.lowers.__getitem__, numbers))
        starts, ends = tuple(forms.starts.tolist()), tuple(forms.ends.tolist())
        with reading(self._pieces) as pieces:
            places = np.flatnonzero(pieces.capitals(forms.form))
        until = np.searchsorted(places, forms.first).tolist()
        capitals = tuple((places - np.repeat(forms.first[:-1], np.diff(until))).tolist())
        folded = fold("".join(article.text for article in content.articles))
        spans = zip(content.starts.tolist(), content.ends.tolist(), strict=True)
        made: list[list[Words]] = [[] for _ in content.articles]
        for article, (begin, end), (first, stop), (one, other) in zip(
            content.article.tolist(), spans, pairwise(forms.first.tolist()), pairwise(until), strict=True
        ):
            here = surfaces[first:stop], lowers[first:stop], starts[first:stop], ends[first:stop], capitals[one:other]
            made[article].append(Words(folded[begin:end], *here, self._languages[article]))
        return made

    def documents(self, names: Sequence[tuple[Name, ...]]) -> list[Document]:
        """The documents of the articles, which have these names."""
        base, spans = self._content.base, self._sentences
        tokens, sentences = np.searchsorted(self._starts, base), np.searchsorted(spans.starts, base)
        in_sentence = np.diff(np.append(np.searchsorted(self._starts, spans.starts), len(self._starts)))
        sentence = np.repeat(np.arange(len(spans.starts)) - np.repeat(sentences[:-1], np.diff(sentences)), in_sentence)
        before, shift = np.repeat(base[:-1], np.diff(tokens)), np.repeat(base[:-1], np.diff(sentences))
        words = self._starts - before, self._ends - before, self._with_names(names), sentence
        spoken = spans.starts - shift, spans.ends - shift, spans.passages
        made = []
        for place, (article, passages) in enumerate(zip(self._content.articles, self.passages, strict=True)):
            here, there = slice(*tokens[place : place + 2]), slice(*sentences[place : place + 2])
            of_words = Tokens(self._pieces.vocabulary.words, *(column[here] for column in words))
            made.append(
                Document(article, passages, Sentences(*(column[there] for column in spoken)), of_words, names[place])
            )
        return made

    def _in_no_name(self) -> Ints:
        """The word of each token as if it were part of no name."""
        forms, vocabulary = self._forms, self._pieces.vocabulary
        codes = np.empty(len(forms.form), dtype=np.int64)
        for language, rows in self._by_language(np.arange(len(codes))):
            codes[rows] = vocabulary.plain(forms.form[rows], language)
        for passage in self._loud():
            here = slice(*forms.first[passage : passage + 2].tolist())
            codes[here] = vocabulary.loud(forms.form[here], self._languages[int(self._content.article[passage])])
        return codes

    def _loud(self) -> list[int]:
        """The passages that are loud; see ``is_loud``."""
        first, upper = self._forms.first, self._pieces.upper(self._forms.form)
        found = np.zeros(len(first) - 1, dtype=bool)
        for step in range(3):
            places = np.flatnonzero(first[:-1] + step < first[1:])
            found[places] |= upper[first[places] + step]
        telling = self._pieces.telling(self._forms.form)
        words, capitals = (np.diff(running(marks)[first]) for marks in (telling, telling & upper))
        return np.flatnonzero(found & (words > 2) & (capitals > 0.6 * words)).tolist()

    def _with_names(self, names: Sequence[tuple[Name, ...]]) -> Ints:
        """The word of each token; those that stand in a name, descriptions aside, are their own lemmas."""
        before = self._content.base.tolist()
        spans = [
            (at + name.start, at + name.end)
            for at, named in zip(before, names, strict=False)
            for name in named
            if not name.described
        ]
        codes = self._codes.copy()
        first, stop = np.searchsorted(self._starts, np.array(spans, dtype=np.int64).reshape(-1, 2)).T
        with reading(self._pieces):
            for language, rows in self._by_language(ranges(first, stop - first)):
                codes[rows] = self._pieces.vocabulary.named(self._forms.form[rows], language)
        return codes

    def _by_language(self, tokens: Ints) -> list[tuple[str, Ints]]:
        """The tokens of each language."""
        languages = sorted(set(self._languages))
        if len(languages) == 1:
            return [(languages[0], tokens)]
        spoken = np.array([languages.index(language) for language in self._languages], dtype=np.int64)
        here = spoken[np.searchsorted(self._content.base, self._starts[tokens], side="right") - 1]
        return [(language, tokens[here == place]) for place, language in enumerate(languages)]
