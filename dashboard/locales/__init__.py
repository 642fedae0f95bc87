"""French and English interface texts, numbers and dates."""
