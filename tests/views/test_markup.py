"""Texts become HTML that holds exactly them, marked exactly where it was asked."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.markup import Mark, isolated, marked, plain, safe, segments

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "&lt;b&gt;",
    "</mark></p><iframe src=//evil>",
]


class Reader(HTMLParser):
    """The text of a piece of HTML, its tags, and the text inside the marks of each kind."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.open = "", set[str](), list[set[str]]()
        self.inside: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "mark":
            self.open.append(set((dict(attrs).get("class") or "").split()))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for kind in set().union(*self.open) if self.open else ():
            self.inside[kind] = self.inside.get(kind, "") + data


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_a_tag(payload: str) -> None:
    html = marked(payload, 0, len(payload), [Mark(1, 4, "figure", title=payload, colour=payload)])
    reader = Reader(html)
    assert reader.tags == {"mark"}
    assert reader.text == payload
    assert Reader(isolated(payload)).tags == {"bdi"}


CASES = [
    ("abcdef", [], [(0, 6, [])]),
    ("abcdef", [(1, 3, "a")], [(0, 1, []), (1, 3, ["a"]), (3, 6, [])]),
    ("abcdef", [(0, 6, "a"), (2, 4, "b")], [(0, 2, ["a"]), (2, 4, ["a", "b"]), (4, 6, ["a"])]),
    ("abcdef", [(0, 3, "a"), (2, 5, "b")], [(0, 2, ["a"]), (2, 3, ["a", "b"]), (3, 5, ["b"]), (5, 6, [])]),
    ("abcdef", [(2, 2, "a"), (9, 12, "b"), (-4, 0, "c")], [(0, 6, [])]),
    ("abcdef", [(-3, 2, "a"), (5, 99, "b")], [(0, 2, ["a"]), (2, 5, []), (5, 6, ["b"])]),
]


@pytest.mark.parametrize(("text", "spans", "expected"), CASES)
def test_segments(text: str, spans: list[tuple[int, int, str]], expected: list[tuple[int, int, list[str]]]) -> None:
    found = segments(0, len(text), [Mark(*span) for span in spans])
    assert [(start, end, [mark.kind for mark in over]) for start, end, over in found] == expected


def test_offsets_hold_behind_emoji_and_combining_marks() -> None:
    text = "👩‍🔬 a dit : « e\u0301te\u0301 » 🇫🇷 12 000 €"
    start = text.index("12")
    html = marked(text, 0, len(text), [Mark(start, start + 6, "figure")])
    reader = Reader(html)
    assert reader.text == text
    assert reader.inside["rc-figure"] == "12 000"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-5, 45), st.integers(-5, 45), st.sampled_from(["a", "b", "c"])), max_size=6),
)
def test_the_text_stays_whole_and_each_mark_covers_its_span(text: str, spans: list[tuple[int, int, str]]) -> None:
    html = marked(text, 0, len(text), [Mark(*span) for span in spans])
    visible = unescape(safe(text))
    reader = Reader(html)
    assert reader.text.replace("\r", "") == visible.replace("\r", "")
    for kind in "abc":
        covered = sorted({place for a, b, k in spans if k == kind for place in range(max(0, a), min(len(text), b))})
        assert reader.inside.get(f"rc-{kind}", "") == unescape(safe("".join(text[place] for place in covered)))


def test_a_mark_begins_once_and_says_what_lies_on_it() -> None:
    html = marked("abcd", 0, 4, [Mark(0, 4, "shared", "outer", href="?a=1"), Mark(1, 2, "figure", "inner", "#112233")])
    assert html.count("rc-first-shared") == 1
    assert html.count("rc-first-figure") == 1
    assert 'title="inner · outer"' in html
    assert html.count('<a href="?a=1" data-go>') == 3
    assert html.count("--mark:#112233") == 1


@pytest.mark.parametrize(
    ("written", "forbidden"),
    [
        ("[x](javascript:alert(1))", "]("),
        (":material/home:", ":material"),
        (":red[x]", ":red["),
        ("https://piege.invalid", "https://"),
        ("$x^2$", " $x"),
        ("**gras**", " **"),
        ("<b>x</b>", " <b"),
        ("a\n# titre", "\n"),
    ],
)
def test_a_label_is_no_markdown(written: str, forbidden: str) -> None:
    assert forbidden not in f" {plain(written)}"


def test_a_label_reads_as_written() -> None:
    assert plain("Média A") == "Média A"
    assert plain("L’Écho · 3") == "L’Écho · 3"


def test_thousands_of_marks_take_no_square_of_time() -> None:
    marks = [Mark(place, place + 3, "figure") for place in range(0, 60_000, 4)]
    assert len(segments(0, 60_000, marks)) == 30_000


def test_what_cannot_be_shown_is_replaced() -> None:
    assert safe("12\u202e000\u2066") == "12\ufffd000\ufffd"
    assert safe("a\x00b\ud800c\x1b") == "a\ufffdb\ufffdc\ufffd"
    assert safe("a\n\tb") == "a\n\tb"
