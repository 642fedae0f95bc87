"""Invented press articles, the same ones for the same seed: French in its small words, names, figures and themes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from dashboard.config import Config
from dashboard.model import Article


def _listed(words: str) -> list[str]:
    return words.split()


SMALL = _listed(
    "de la le les des du et à l' d' un une en dans que qui pour sur au par ne pas plus est ce il elle son sa ses avec "
    "se sont aux a ont cette mais ou leur été être comme qu' s' n' c' ils après entre depuis sans contre selon tout"
)
HEADS = _listed("bar cal dor fen gar jal lor mar nav pel rav sol tar val vir zel bri cro flan gri plo tri")
MIDDLES = _listed("a e i o u an on en ou ai")
ENDS = _listed("ge gne lier mette nage reur ssion tage teur tion veuse ment tique nel naire ser ssait dront")
#: So many different words, used in Zipf's proportion.
VOCABULARY = 40_000
DAYS = 60


class Writer:
    """Writes articles: words in Zipf's proportion, of which some belong to the themes, names and figures."""

    def __init__(self, config: Config, seed: int) -> None:
        """Themes' words and names are those of ``config``."""
        self._draw = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            parts = [self._draw.choice(HEADS), self._draw.choice(MIDDLES), self._draw.choice(HEADS)]
            parts += [self._draw.choice(MIDDLES)] * self._draw.randrange(2) + [self._draw.choice(ENDS)]
            made["".join(parts)] = None
        self._words = tuple(made)
        self._themes = [
            [entry for entry in (*theme.strong, *theme.words) if "*" not in entry and "+" not in entry]
            for theme in config.themes.themes
        ]
        self._names = sorted(config.entities.by_name)

    def articles(self, passages: int) -> Iterator[Article]:
        """Articles of a heading and four to fourteen paragraphs each, with so many passages in all or a few more."""
        written = number = 0
        while written < passages:
            paragraphs = self._draw.randint(4, 14)
            yield self._article(number, paragraphs)
            written, number = written + paragraphs + 1, number + 1

    def _article(self, number: int, paragraphs: int) -> Article:
        themes = self._draw.sample(self._themes, 2)
        names = self._draw.sample(self._names, 4)
        lines = [" ".join(self._clause(self._draw.randint(5, 10), themes, names)).capitalize()]
        for _ in range(paragraphs):
            sentences = [self._sentence(themes, names) for _ in range(self._draw.randint(1, 4))]
            lines.append(" ".join(sentences))
        day = f"2024-{1 + number % DAYS // 30:02}-{1 + number % 30:02}"
        return Article(f"{number:06}", f"Titre {number % 20:02}", "", "\n".join(lines), day)

    def _sentence(self, themes: Sequence[Sequence[str]], names: Sequence[str]) -> str:
        words = self._clause(self._draw.randint(8, 28), themes, names)
        at = self._draw.randrange(3, len(words))
        words[at - 1] += ","
        text = " ".join(words).replace("' ", "'")
        return text[:1].upper() + text[1:] + "."

    def _clause(self, size: int, themes: Sequence[Sequence[str]], names: Sequence[str]) -> list[str]:
        words = []
        for _ in range(size):
            draw = self._draw.random()
            if draw < 0.47:
                words.append(self._draw.choice(SMALL))
            elif draw < 0.53:
                words.append(self._draw.choice(self._draw.choice(themes)))
            elif draw < 0.56:
                words.append(self._draw.choice(names))
            elif draw < 0.58:
                words.append(str(self._draw.randrange(2, 3000)))
            else:
                words.append(self._words[int(VOCABULARY ** self._draw.random()) - 1])
        return words
