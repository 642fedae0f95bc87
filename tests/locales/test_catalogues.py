"""Every text of the interface stands in both catalogues, with the same placeholders and good typography."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dashboard.locales import LANGUAGES, _, catalogue, current_language, ngettext, use_language

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "dashboard").rglob("*.py")), ROOT / "streamlit_app.py"]
LOCALES = ROOT / "dashboard" / "locales"
NARROW = "\u202f"


def messages_in(source: str) -> Iterator[str | tuple[str, str]]:
    """Every message of a module: a text for ``_``, a pair for ``ngettext``; anything but literals is an error."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        wanted = {"_": 1, "ngettext": 2}.get(node.func.id)
        if not wanted:
            continue
        texts = [
            arg.value for arg in node.args[:wanted] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        assert len(texts) == wanted, f"line {node.lineno}: {node.func.id} takes literal texts only"
        yield texts[0] if wanted == 1 else (texts[0], texts[1])


@cache
def used() -> dict[str, set[str]]:
    """Each message id of the sources with its plural forms (empty: it is never counted)."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        if path.parent == LOCALES:
            continue
        for message in messages_in(path.read_text(encoding="utf-8")):
            single, plural = (message, "") if isinstance(message, str) else message
            found.setdefault(single, set()).update({plural} - {""})
    return found


def files(language: str) -> list[tuple[str, Catalog]]:
    return [
        (path.name, read_po(path.open("rb"), locale=language)) for path in sorted((LOCALES / language).glob("*.po"))
    ]


def entries(language: str) -> Iterator[tuple[str, str, Message]]:
    """(file, message id, message) of a language, headers left out."""
    for name, merged in files(language):
        for message in merged:
            if message.id:
                yield name, message.id if isinstance(message.id, str) else message.id[0], message


def texts_of(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def test_extraction_finds_both_kinds() -> None:
    source = 'a = _("one")\nb = ngettext("{n} cat", "{n} cats", n)\nc = other("no")'
    assert list(messages_in(source)) == ["one", ("{n} cat", "{n} cats")]
    with pytest.raises(AssertionError, match="literal"):
        list(messages_in("_(name)"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_text(language: str) -> None:
    told = {key for _name, key, message in entries(language) if all(texts_of(message))}
    assert sorted(set(used()) - told) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_keeps_what_nobody_says(language: str) -> None:
    assert sorted({(name, key) for name, key, _message in entries(language) if key not in used()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_one_text_wherever_it_stands(language: str) -> None:
    told: dict[str, set[tuple[str, ...]]] = {}
    for _name, key, message in entries(language):
        told.setdefault(key, set()).add(tuple(texts_of(message)))
    assert {key: texts for key, texts in told.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: str) -> None:
    plurals = {key: forms for key, forms in used().items() if forms}
    told = {key: message for _name, key, message in entries(language) if key in plurals}
    for key in sorted(told):
        forms = plurals[key]
        assert len(forms) == 1, f"{key!r} has several plural forms in the sources"
        assert isinstance(told[key].id, list | tuple), f"{key!r} is counted in the sources, not in the catalogue"
        assert told[key].id[1] in forms
        assert len(texts_of(told[key])) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    for name, key, message in entries(language):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = set().union(*(placeholders(text) for text in ids))
        for text in texts_of(message):
            assert placeholders(text) <= wanted, f"{name}: {key!r}"
            assert wanted - placeholders(text) <= {"n"}, f"{name}: {key!r}"


def test_french_typography() -> None:
    faults = []
    for name, key, message in entries("fr"):
        for text in texts_of(message):
            bad = re.search(
                r"(?<![\s\d:/])[;!?]|[^\u202f\s:/\d}]:(?!\w|//)|[ \u00a0][;:!?%]|[\"“”]|« | »|(?<=\w)'(?=\w)", text
            )
            if bad:
                faults.append(f"{name}: {key!r} -> {text!r}")
    assert faults == []


def test_english_typography() -> None:
    faults = [
        f"{name}: {key!r}"
        for name, key, message in entries("en")
        for text in texts_of(message)
        if re.search(r"[«»\u202f]| [;:!?]|\"|(?<=\w)'(?=\w)", text)
    ]
    assert faults == []


def test_the_language_belongs_to_the_thread() -> None:
    from threading import Thread

    heard: list[str] = []
    use_language("en")
    other = Thread(target=lambda: heard.append(current_language()))
    other.start()
    other.join()
    assert (heard, current_language(), _("Themes")) == (["fr"], "en", "Themes")
    use_language("fr")
    assert _("Themes") == "Thèmes"
    use_language("xx")
    assert current_language() == "fr"


def test_french_counts_nought_as_one() -> None:
    use_language("fr")
    assert [ngettext("{n} article", "{n} articles", n).format(n=n) for n in (0, 1, 1.5, 2)] == [
        "0 article",
        "1 article",
        "1.5 article",
        "2 articles",
    ]
    use_language("en")
    assert [ngettext("{n} article", "{n} articles", n).format(n=n) for n in (0, 1, 2)] == [
        "0 articles",
        "1 article",
        "2 articles",
    ]
    use_language("fr")


def test_a_catalogue_is_read_once() -> None:
    assert catalogue("fr") is catalogue("fr")
