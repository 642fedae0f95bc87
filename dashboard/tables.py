"""The column contract of every table, and the checks that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

import pandas as pd

Dtype = Literal["text", "int", "float", "bool"]
PANDAS: Mapping[Dtype, str] = {"text": "str", "int": "int64", "float": "float64", "bool": "bool"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its dtype, whether it may be empty, its closed vocabulary (empty: open) and its meaning."""

    name: str
    dtype: Dtype
    meaning: str
    optional: bool = False
    values: frozenset[str] = frozenset()


def _text(name: str, meaning: str, optional: bool = False, values: str = "") -> Column:
    return Column(name, "text", meaning, optional, frozenset(values.split()))


def _int(name: str, meaning: str) -> Column:
    return Column(name, "int", meaning)


def _float(name: str, meaning: str, optional: bool = False) -> Column:
    return Column(name, "float", meaning, optional)


_ARTICLE = _text("article_id", "the article")
_PASSAGE = _text("passage_id", "the passage")
_SPAN = (_int("start", "first code point in the article's text"), _int("end", "end, excluded"))
_PLACE = (_ARTICLE, _PASSAGE, *_SPAN)
_LEMMA = _text("lemma", "the term's key")
_PARTIES = (
    _text("measure", "what it measures", True),
    _text("subject", "whose figure it is", True),
    _text("counterparty", "the other party", True),
)
_KINDS = "money people percent count duration date age ordinal other"
_NAME_TYPES = "ORG PER PRODUCT LOC"

TABLES: Mapping[str, tuple[Column, ...]] = {
    "articles": (
        _ARTICLE,
        _text("source", "the outlet"),
        _text("title", "headline, empty where none is known"),
        _text("published", "truncated ISO date", True),
        _text("language", "ISO 639-1"),
        _text("url", "http(s) address", True),
        _text("author", "as given", True),
        _text("text", "as decoded"),
        _int("n_words", "words (\\w+) outside boilerplate"),
        _text("duplicate_of", "article_id of the first exact copy", True),
        _text("duplicate_group", "id shared by near-duplicates", True),
        _text("story_id", "id shared by articles on one event"),
    ),
    "skipped": (
        _text("path", "the file"),
        Column("row", "float", "1-based row; empty: the whole file", True),
        _text("reason", "why"),
    ),
    "passages": (
        _PASSAGE,
        _ARTICLE,
        *_SPAN,
        _text("role", "what it is", values="heading body boilerplate"),
        _int("n_words", "words (\\w+)"),
        _text("copy_of", "passage_id of the earliest copy", True),
        _float("x", "place on the map of passages", True),
        _float("y", "place on the map of passages", True),
    ),
    "names": (
        *_PLACE,
        _text("surface", "as printed"),
        _text("name", "canonical"),
        _text("type", "what it names", values=_NAME_TYPES),
    ),
    "terms": (
        _ARTICLE,
        _LEMMA,
        _text("term", "its most frequent surface form"),
        _text("kind", "what it is made of", values="word phrase name"),
        _int("count", "mentions in the article"),
        _float("tfidf", "weight in the article"),
        _int("rank", "1 is the article's first term"),
    ),
    "term_mentions": (_LEMMA, *_PLACE),
    "passage_themes": (
        _PASSAGE,
        _ARTICLE,
        *_SPAN,
        _text("theme", "theme id"),
        _float("score", "0..1"),
        Column("main", "bool", "the passage's first theme"),
        _text("evidence", "start-end pairs with ; between"),
    ),
    "topics": (
        _text("topic_id", "the topic"),
        _text("level", "granularity", values="coarse fine"),
        _text("label", "its name"),
        _text("terms", "its terms, with ; between"),
        _text("colour", "#RRGGBB"),
        _int("n_passages", "passages in it"),
        _float("npmi", "coherence, -1..1", True),
    ),
    "passage_topics": (_PASSAGE, _text("topic_id", "the topic"), _float("score", "0..1")),
    "quantities": (
        _text("quantity_id", "the figure"),
        *_PLACE,
        _text("surface", "as printed"),
        _text("kind", "what is counted", values=_KINDS),
        _float("value", "in the unit itself", True),
        _float("min", "lower end", True),
        _float("max", "upper end", True),
        _text("date", "truncated ISO, kind date alone", True),
        _text("unit", "ISO 4217, %, pp, people, year...", True),
        _text("bound", "how exact", values="exact about more_than less_than up_to"),
        *_PARTIES,
        _text("refers_to", "the date the figure is about", True),
        _text("certainty", "how sure", values="confirmed attributed conditional rumour projected denied"),
        _text("attributed_to", "who says so", True),
    ),
    "claims": (
        _text("claim_id", "the claim"),
        *_PARTIES,
        _text("kind", "what is counted", values=_KINDS),
        _text("unit", "unit of low and high", True),
        _text("period", "year the figures are about", True),
        _text("story_id", "the story", True),
        _text("verdict", "how the sources compare", values="single agree compatible contradict"),
        _float("low", "lowest figure", True),
        _float("high", "highest figure", True),
        _int("n_sources", "sources that give it"),
        _int("n_origins", "sources whose sentence is not another's copy"),
    ),
    "claim_mentions": (
        _text("claim_id", "the claim"),
        _text("quantity_id", "the figure"),
        _text("source", "the outlet"),
    ),
    "quotes": (
        _text("quote_id", "the quote"),
        *_PLACE,
        _text("kind", "how it is reported", values="direct fragment indirect"),
        _text("speaker", "canonical", True),
        _text("speaker_surface", "as printed", True),
        _text("statement_id", "shared by wordings of one statement", True),
    ),
    "reuse": (
        _text("reuse_id", "the shared passage"),
        _text("a_article", "one article"),
        _int("a_start", "first code point"),
        _int("a_end", "end, excluded"),
        _text("b_article", "the other"),
        _int("b_start", "first code point"),
        _int("b_end", "end, excluded"),
        _text("kind", "how it is shared", values="verbatim edited short"),
        _int("n_words", "words on the longer side"),
        _int("n_words_quoted", "of them inside quotation marks"),
        _float("similarity", "0..1"),
        _text("origin", "who was first", values="a b simultaneous unknown"),
        _text("common_source", "the agency behind words of three outlets or more", True),
    ),
    "source_overlap": (
        _text("source_a", "whose words"),
        _text("source_b", "who also prints them"),
        _float("containment", "share of A's words, 0..1"),
        _float("containment_unquoted", "the same outside quotation marks"),
        _int("n_words", "A's words that B also prints"),
        _int("n_passages", "shared passages"),
        _int("longest", "words of the longest"),
        _int("n_statements", "statements that both report"),
    ),
}


class TableError(ValueError):
    """A table that breaks its contract; the message names table, column and first bad value."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every table of one corpus; ``digest`` names the input, configuration and code it was made from.

    The tables are read-only: filters, charts and views make new ones.
    """

    articles: pd.DataFrame
    skipped: pd.DataFrame
    passages: pd.DataFrame
    names: pd.DataFrame
    terms: pd.DataFrame
    term_mentions: pd.DataFrame
    passage_themes: pd.DataFrame
    topics: pd.DataFrame
    passage_topics: pd.DataFrame
    quantities: pd.DataFrame
    claims: pd.DataFrame
    claim_mentions: pd.DataFrame
    quotes: pd.DataFrame
    reuse: pd.DataFrame
    source_overlap: pd.DataFrame
    digest: str = ""

    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table under its name, in the order of the contract."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "digest"}

    def with_tables(self, **tables: pd.DataFrame) -> Analysis:
        """A copy in which the tables that are given take the place of the old ones."""
        return replace(self, **tables)  # type: ignore[arg-type]


def table(name: str, rows: Iterable[Any]) -> pd.DataFrame:
    """Rows (records or mappings) as a table of the contract, columns in its order, dtypes set.

    Raises TableError where a column is missing or holds what its contract excludes.
    """
    given = list(rows)
    if given and not isinstance(given[0], Mapping):
        # Field by field: ``asdict`` copies every value deeply, which takes longer than the rest.
        names = [field.name for field in fields(given[0])]
        frame = pd.DataFrame({key: [getattr(row, key) for row in given] for key in names}, columns=names)
        return conform(name, frame)
    return conform(name, pd.DataFrame.from_records(given, columns=_names_of(name, given)))


def empty(name: str) -> pd.DataFrame:
    """The table without a row."""
    return table(name, [])


def conform(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A new frame with the contract's columns, order and dtypes, index 0..n-1; further columns are dropped.

    Raises TableError like ``check_table``.
    """
    columns = TABLES[name]
    missing = [column.name for column in columns if column.name not in frame.columns]
    if missing:
        raise TableError(f"table {name}: column {missing[0]} is missing")
    made = {column.name: _cast(name, column, frame[column.name]) for column in columns}
    result = pd.DataFrame(made, columns=[column.name for column in columns]).reset_index(drop=True)
    check_table(name, result)
    return result


def check_table(name: str, frame: pd.DataFrame) -> None:
    """Raises TableError for the first column that is missing, empty where it may not be, or out of vocabulary."""
    for column in TABLES[name]:
        if column.name not in frame.columns:
            raise TableError(f"table {name}: column {column.name} is missing")
        values = frame[column.name]
        if not column.optional and values.isna().any():
            raise TableError(f"table {name}: column {column.name} is empty in row {int(values.isna().argmax())}")
        if column.values:
            unknown = set(values.dropna().unique()) - column.values
            if unknown:
                raise TableError(f"table {name}: column {column.name} holds {min(unknown)!r}, which it may not")


def _names_of(name: str, records: list[Any]) -> list[str]:
    if records:
        return list(records[0])
    return [column.name for column in TABLES[name]]


def _cast(name: str, column: Column, values: pd.Series[Any]) -> pd.Series[Any]:
    try:
        if column.dtype == "text":
            if values.dtype == PANDAS["text"]:
                return values
            return values.astype("object").where(values.notna(), None).astype("str")
        return values.astype(PANDAS[column.dtype])  # type: ignore[call-overload,no-any-return]
    except (TypeError, ValueError) as error:
        raise TableError(f"table {name}: column {column.name} is not {column.dtype}: {error}") from None
