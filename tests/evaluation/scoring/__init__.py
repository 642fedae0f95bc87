"""How near the tables come to an annotation: figures, claims, shared passages, quotes, themes, terms, names.

Every function takes rows and returns measures under short names, from 0 to 1 unless it says that they are
counts. A share of nothing is 1.0: there was nothing to get wrong.
"""

from tests.evaluation.scoring.base import Row, Scores, fold
from tests.evaluation.scoring.figures import claim_scores, quantity_scores
from tests.evaluation.scoring.shared import overlap_scores, quote_scores
from tests.evaluation.scoring.words import name_scores, term_scores, theme_scores

__all__ = [
    "Row",
    "Scores",
    "claim_scores",
    "fold",
    "name_scores",
    "overlap_scores",
    "quantity_scores",
    "quote_scores",
    "term_scores",
    "theme_scores",
]
