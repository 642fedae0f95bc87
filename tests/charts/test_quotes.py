"""The heatmap of speakers and sources."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.spoken import speaker_sources
from dashboard.charts import quotes
from tests.tiny import tiny_analysis

SPEAKERS = ["Claire Morel", "CGT"]
SOURCES = ["La Gazette", "Le Fil", "Radio Sud"]


@pytest.mark.parametrize("dark", [False, True])
def test_counts_are_printed_and_silence_is_a_dash(dark: bool) -> None:
    counts = speaker_sources(tiny_analysis(), SPEAKERS, SOURCES)
    before = counts.copy()
    spec = quotes.quotes_chart(counts, {name: name for name in SPEAKERS}, "fr", dark).to_dict()
    (rows,) = spec["datasets"].values()
    assert [row["printed"] for row in rows] == ["1", "1", "1", "1", "—", "—"]
    assert rows[0]["spoken"] == "La Gazette cite Claire Morel 1 fois"
    (choice,) = [param for param in spec["params"] if "select" in param]
    assert choice["select"]["fields"] == ["speaker", "source"]
    pd.testing.assert_frame_equal(counts, before)
