"""Speed of the grammar of figures: ``python -m benchmarks.quantities [MB]``.

Prints MB of text a second on one core, of the grammar alone and with measures, subjects and certainty, beside a bare
regular expression on the same text and the published speed of Recognizers-Text (run here too when it is installed).
Then how the time of each stage and of each compiled pattern grows from 500 kB to 1 MB of digits, spaces, commas,
quotes, hyphens and letters: no more than 2.5 times.
"""

from __future__ import annotations

import pkgutil
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module

from dashboard.analysis import quantities
from dashboard.analysis.quantities import find_figures, quantities_of
from dashboard.analysis.quantities.lexicon import lexicon_of
from dashboard.config import load_config
from dashboard.model import Article
from dashboard.text.document import read_document

SLOW = 1.5  # seconds
LIMIT = 2.5  # times that twice the text may take
WHOLE, SAMPLE = 1_000_000, 100_000

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
    """The best processor time of a few runs; of one, where it takes seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best > SLOW:
            break
    return best


def speeds(text: str) -> Iterator[tuple[str, float]]:
    """(what was run, MB of UTF-8 a second)."""
    config = load_config()
    rules, size = config.quantities, len(text.encode()) / 1e6
    lines = text.split("\n")
    yield "grammar of figures", size / seconds(lambda: [find_figures(line, "fr", rules) for line in lines])
    document = read_document(Article("a", "A", "", text), config)
    quantities_of(read_document(Article("a", "A", "", press(2_000)), config), config)  # patterns are compiled once
    yield "figures with their meaning", size / seconds(lambda: quantities_of(document, config), 1)
    yield "bare regular expression", size / seconds(lambda: [BARE.findall(line) for line in lines])
    try:
        from recognizers_number_with_unit import NumberWithUnitRecognizer  # type: ignore[import-not-found]
    except ImportError:
        yield "Recognizers-Text (published)", PUBLISHED_RECOGNIZERS
        return
    model = NumberWithUnitRecognizer("fr-fr").get_currency_model()
    sample = text[:20_000]
    yield "Recognizers-Text", len(sample.encode()) / 1e6 / seconds(lambda: model.parse(sample), 1)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the room and of its configuration, with where it stands."""
    for found in pkgutil.iter_modules(quantities.__path__, f"{quantities.__name__}."):
        for name, value in vars(import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name.rpartition('.')[2]}.{name}", value
    rules = load_config().quantities
    yield from _within("rules", rules)
    for language in rules.words:
        yield f"token {language}", lexicon_of(rules, language).token
    for row in rules.units.shared.values():
        yield from ((f"hint of {unit}", re.compile(pattern, re.IGNORECASE)) for unit, pattern in row.hints)


def _within(place: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield place, value
    elif is_dataclass(value) and not isinstance(value, type):
        place = f"{place} {getattr(value, 'name', '')}".strip()
        for field in fields(value):
            yield from _within(f"{place}.{field.name}", getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(place, item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _within(f"{place}.{key}", item)


def stages() -> Iterator[tuple[str, Callable[[str], Callable[[], object]]]]:
    """(stage, what prepares a text and returns the work to be timed)."""
    config = load_config()

    def grammar(text: str) -> Callable[[], object]:
        return lambda: find_figures(text, "fr", config.quantities)

    def whole(text: str) -> Callable[[], object]:
        document = read_document(Article("a", "A", "", text), config)
        return lambda: quantities_of(document, config)

    yield "grammar", grammar
    yield "all", whole


def hard(alphabet: str, size: int = WHOLE) -> str:
    """Random characters of an alphabet."""
    return "".join(random.Random(1).choices(alphabet, k=size))


def ratio(work: Callable[[str], Callable[[], object]], text: str, repeat: int = 2) -> tuple[float, float, float]:
    """Seconds for half of a text and for all of it, and the second divided by the first."""
    half, full = (seconds(work(part), repeat) for part in (text[: len(text) // 2], text))
    return half, full, full / max(half, 1e-9)


def worst_patterns(texts: dict[str, str]) -> list[tuple[float, float, str, str]]:
    """(ratio, seconds on the whole, pattern, text) of each pattern where it grows the most, the worst first.

    Where a part of the text already shows a growth in proportion, the whole is not timed.
    """
    made = []
    for place, pattern in {pattern.pattern: (place, pattern) for place, pattern in patterns()}.values():

        def scanned(text: str, pattern: re.Pattern[str] = pattern) -> Callable[[], object]:
            return lambda: sum(1 for _ in pattern.finditer(text))

        worst = (0.0, 0.0, place, "")
        for name, text in texts.items():
            _, full, grown = ratio(scanned, text[:SAMPLE])
            if grown > LIMIT - 0.3:
                _, full, grown = ratio(scanned, text, 15)
            worst = max(worst, (grown, full, place, name))
        made.append(worst)
    return sorted(made, reverse=True)


def show_growth() -> bool:
    """Prints how stages and patterns grow from half of a text to the whole; whether none is beyond the limit."""
    texts = {name: hard(alphabet) for name, alphabet in HARD.items()}
    kept = True
    for stage, work in stages():
        for name, text in texts.items():
            half, full, grown = ratio(work, text)
            kept = kept and grown <= LIMIT
            print(f"{stage:8} {name:16} 500 kB {half:6.2f} s   1 MB {full:6.2f} s   ratio {grown:.2f}")
    worst = worst_patterns(texts)
    kept = kept and worst[0][0] <= LIMIT
    print(f"\n{len(worst)} patterns, each on each text; those that grow the most:")
    for grown, full, place, name in worst[:8]:
        print(f"  {place:40} {name:16} {full:8.4f} s   ratio {grown:.2f}")
    return kept


def main() -> None:
    """Prints the speeds and how time grows; exit status 1 where something grows beyond the limit."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    measured = dict(speeds(press(int(size * 1e6))))
    own = measured["grammar of figures"]
    for name, speed in measured.items():
        print(f"{name:32} {speed:10.4f} MB/s   grammar / it = {own / speed:.3g}")
    print()
    sys.exit(0 if show_growth() else 1)


if __name__ == "__main__":
    main()
