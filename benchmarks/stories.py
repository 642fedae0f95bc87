#!/usr/bin/env python3
"""Measures the grouping of articles on one event, on generated press (tests/events.py).

  python -m benchmarks.stories [--draws 5]

Each firm has an event, two months later one of another kind, four months later one of the first kind, all with the
same names; three sources tell each within a week. Printed per draw are
the agreement with the events (AMI), of the pairs of articles in one story the share on one event (precision), and of
those on one event the share in one story (recall).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from sklearn.metrics import adjusted_mutual_info_score

from dashboard.analysis.stories import stories_of
from dashboard.config import load_config
from dashboard.text.document import read_document
from tests.events import events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=5)
    config = load_config()
    for draw in range(parser.parse_args().draws):
        articles, told = events(seed=draw)
        found = stories_of([read_document(article, config) for article in articles], config).tolist()
        precision, recall = pairs(told, found)
        print(
            f"draw {draw}: {len(articles)} articles, {len(set(told))} events, {len(set(found))} stories  "
            f"AMI {adjusted_mutual_info_score(told, found):.3f}  precision {precision:.3f}  recall {recall:.3f}"
        )


def pairs(told: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """Precision and recall of the pairs of articles that are put together; 1.0 where there are none."""
    both = _pairs(Counter(zip(told, found, strict=True)))
    given, true = _pairs(Counter(found)), _pairs(Counter(told))
    return both / given if given else 1.0, both / true if true else 1.0


def _pairs(groups: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in groups.values())


if __name__ == "__main__":
    main()
