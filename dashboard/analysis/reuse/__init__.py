"""Text that articles share: who prints whose words."""

from dashboard.analysis.reuse.copies import near_duplicates, passage_copies
from dashboard.analysis.reuse.find import reuse_of
from dashboard.analysis.reuse.overlap import overlap_of

__all__ = ["near_duplicates", "overlap_of", "passage_copies", "reuse_of"]
