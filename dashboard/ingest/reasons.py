"""Why something was not read: every sentence that ``skipped`` may hold, with places for what it names.

The interface translates these templates; ``reason`` fills one.
"""

from __future__ import annotations

from dataclasses import dataclass

EMPTY = "empty: it holds no text"
BINARY = "binary, no text file ({kind})"
TOO_LARGE = "larger than {limit} MB"
UNREADABLE = "cannot be read ({error})"
UNKNOWN_TYPE = "unknown file type {suffix}; known are {known}"
NO_REGULAR_FILE = "no regular file or a link; it is not followed"
NO_JSON = "no JSON ({error})"
NO_RECORDS = "holds no list of articles"
NO_RECORD = "no article but {kind}; expected an object with text"
NO_CSV = "no CSV ({error})"
NO_TEXT_COLUMN = "has no column named text; its columns are {columns}"
NO_TEXT = "has no text"
SAME_ID = "has the id {id}, which {other} has already; give each its own"
NO_DATE = "{value} is no date; left empty"
NO_URL = "{value} is no http(s) address; left empty"
NO_LANGUAGE = "{value} is no language code; the language was found from the text"
NO_VALUE = "{field} is no text; left empty"
NO_SUCH_FILE = "names {file}, which is not there"
FILE_TWICE = "names {file} a second time; the first line counts"
FRONT_MATTER = "line {line} of the front matter is no 'key: value'; it was passed over"


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):  # noqa: N818 - it names a state of a file, not a fault of ours
    """A file or row that gives no article; ``reason`` says why."""

    reason: str


def shown(value: object, limit: int = 60) -> str:
    """A value for a sentence: on one line, in quotation marks, cut where it is long."""
    text = " ".join(str(value).split())
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
