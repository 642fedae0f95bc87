"""Speed of the grammar of figures: ``python -m benchmarks.quantities [MB]``.

Prints MB of text a second on one core beside a bare regular expression on the same text and beside the published
speed of Recognizers-Text (run here too when it is installed), then how the time grows from 500 kB to 1 MB of
digits, spaces, commas, quotes, hyphens and letters.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterator

from dashboard.analysis.quantities import find_figures
from dashboard.config import load_config

PUBLISHED_RECOGNIZERS = 0.0011  # MB/s on French press, as published
BARE = re.compile(
    r"[0-9]+(?:[ \u00a0\u202f.,'][0-9]+)*[ \u00a0\u202f]?(?:%|€|milliards?|millions?|euros?|dollars?|ans?|\w+)?"
)
SENTENCES = (
    "Le conseil a longuement débattu du projet avant de le renvoyer en commission, au grand dam des riverains.",
    "Selon la direction, {n} salariés sont concernés par le plan, soit {p} % des effectifs.",
    "Rien ne laissait prévoir une telle décision, que ses partisans défendent pourtant depuis longtemps.",
    "Le groupe a réalisé un chiffre d'affaires de {d} milliards d'euros en {y}, contre {d} un an plus tôt.",
    "Les pompiers sont intervenus dans la soirée et la circulation a été rétablie dans les deux sens.",
    "Une trentaine d'élus ont demandé au maire de revoir sa copie avant le {j} mars.",
    "La ministre a salué le travail des équipes, sans répondre aux questions sur le calendrier.",
    "Près de la moitié des personnes interrogées disent y renoncer, et {p} % hésitent encore.",
    "Il faudra attendre la fin de l'enquête pour connaître les causes exactes de l'accident.",
    "Des dizaines de milliers de manifestants ont défilé, et quatre-vingt-dix-sept rassemblements étaient prévus.",
)
HARD = {
    "digits": "0123456789",
    "digits, spaces": "0123456789 ",
    "digits, commas": "0123456789 ,",
    "digits, quotes": "0123456789'’\"«»",
    "digits, hyphens": "0123456789-–",
    "letters": "abcdeilmnorst 'é",
    "all of them": "0123456789 ,.'’\"«»-–abceimnors%€$",
}


def press(size: int, seed: int = 0) -> str:
    """About ``size`` characters of made-up press prose, a paragraph a line."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = chance.choice(SENTENCES).format(
            n=f"{chance.randrange(1, 90)} {chance.randrange(1000):03}",
            p=chance.randrange(1, 99),
            d=f"{chance.randrange(1, 90)},{chance.randrange(1, 9)}",
            y=chance.randrange(1990, 2026),
            j=chance.randrange(1, 31),
        )
        parts.append(sentence + ("\n" if chance.random() < 0.25 else " "))
        length += len(parts[-1])
    return "".join(parts)


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """The best processor time of a few runs."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def speeds(text: str) -> Iterator[tuple[str, float]]:
    """(what was run, MB of UTF-8 a second)."""
    rules, size = load_config().quantities, len(text.encode()) / 1e6
    lines = text.split("\n")
    yield "grammar of figures", size / seconds(lambda: [find_figures(line, "fr", rules) for line in lines])
    yield "bare regular expression", size / seconds(lambda: [BARE.findall(line) for line in lines])
    try:
        from recognizers_number_with_unit import NumberWithUnitRecognizer
    except ImportError:
        yield "Recognizers-Text (published)", PUBLISHED_RECOGNIZERS
        return
    model = NumberWithUnitRecognizer("fr-fr").get_currency_model()
    sample = text[:20_000]
    yield "Recognizers-Text", len(sample.encode()) / 1e6 / seconds(lambda: model.parse(sample), 1)


def growth(alphabet: str) -> tuple[float, float]:
    """Seconds for 500 kB and for 1 MB of random characters of the alphabet."""
    chance, rules = random.Random(1), load_config().quantities
    text = "".join(chance.choices(alphabet, k=1_000_000))
    return tuple(seconds(lambda part=part: find_figures(part, "fr", rules), 2) for part in (text[:500_000], text))  # type: ignore[return-value,misc]


def main() -> None:
    """Prints both tables."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    measured = dict(speeds(press(int(size * 1e6))))
    own = measured["grammar of figures"]
    for name, speed in measured.items():
        print(f"{name:32} {speed:10.4f} MB/s   grammar / it = {own / speed:.3g}")
    print()
    for name, alphabet in HARD.items():
        half, whole = growth(alphabet)
        print(f"{name:16} 500 kB {half:6.2f} s   1 MB {whole:6.2f} s   ratio {whole / half:.2f}")


if __name__ == "__main__":
    main()
