import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.decode import decode, tidy
from dashboard.ingest.reasons import Unreadable

TEXT = "L’été à Évry : 12 000 € dépensés, « cœur » de l’œuvre. Ça coûte déjà trop cher, dit-on à Besançon.\n" * 3
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
PLAIN = TEXT.replace("’", "'").replace("œ", "oe").replace("€", "euros")
BINARY = {
    "a PNG image": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    "a PDF document": b"%PDF-1.7\n1 0 obj",
    "a ZIP archive": b"PK\x03\x04" + bytes(60),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(40),
    "zero bytes": b"\x01\x00\x07\x00\x00\x03abc" * 20,
    "control characters": bytes(range(1, 9)) * 20 + b"abc",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "iso-8859-15"])
def test_encodings_without_typographic_signs(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding)) == PLAIN


def test_stray_bytes_in_utf8_spoil_nothing_else() -> None:
    assert decode("L’été à Évry.\n".encode() + "Un café.".encode("cp1252")) == "L’été à Évry.\nUn café."


def test_line_ends_and_zero_bytes() -> None:
    assert decode(b"un\r\ndeux\rtrois\n") == "un\ndeux\ntrois\n"
    assert decode("Le texte\0garde ses places, car un zéro y tient la sienne.".encode())[8] == "\ufffd"


@pytest.mark.parametrize(("kind", "data"), BINARY.items())
def test_binary_is_refused(kind: str, data: bytes) -> None:
    with pytest.raises(Unreadable) as fault:
        decode(data)
    assert fault.value.reason == f"binary, no text file ({kind})"


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\ufeff".encode(), "\ufeff \n".encode("utf-16-le"), b"\xff\xfe"])
def test_empty_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as fault:
        decode(data)
    assert fault.value.reason.startswith("empty")


def test_tidy_replaces_lone_surrogates() -> None:
    assert tidy("a\ud800b\r\n") == "a\ufffdb\n"


FRENCH = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèêàùçôîABCÉÀ ,.;:!?'()0123456789\n«»’–œ€", min_size=40)


@given(FRENCH.filter(lambda text: text.strip()), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.lists(st.sampled_from(TEXT.split()), min_size=20))
def test_cp1252_round_trip(words: list[str]) -> None:
    text = " ".join(words)
    assert decode(text.encode("cp1252")) == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable as fault:
        assert fault.reason
    else:
        assert text.strip() and "\0" not in text and "\r" not in text
        text.encode("utf-8")
