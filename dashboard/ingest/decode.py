"""Bytes to text: the encodings that press archives come in, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from dashboard.ingest.reasons import BINARY, EMPTY, Unreadable

REPLACEMENT = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF container",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive",
    b"PK\x05\x06": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"SQLite format": "a database",
    b"PAR1": "a Parquet table",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b\x00"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 65536


def decode(data: bytes) -> str:
    """The text of a file, without BOM, line ends as ``\\n``.

    Tried in this order: a BOM, UTF-16 by its zero bytes, strict UTF-8, UTF-8 with stray cp1252 bytes, cp1252,
    charset-normalizer's best guess. Zero bytes become U+FFFD, so that later offsets hold. Raises Unreadable for
    what is empty or binary.
    """
    if not data.strip():
        raise Unreadable(EMPTY)
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16_without_bom(data)
    if encoding is None:
        _refuse_binary(data)
    text = tidy(data.decode(encoding, errors="replace") if encoding else _decode_bytes(data))
    if not text.replace(REPLACEMENT, " ").replace("\ufeff", " ").strip():
        raise Unreadable(EMPTY)
    return text


def tidy(text: str) -> str:
    """Line ends as ``\\n``, no BOM; zero characters and lone surrogates as U+FFFD."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", REPLACEMENT)
    return _SURROGATE.sub(REPLACEMENT, plain)


def _utf16_without_bom(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if len(data) % 2 or half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros >= 0.6 * half and others <= 0.05 * half:
            return name if _decodes(data, name) else None
    return None


def _refuse_binary(data: bytes) -> None:
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None:
        sample = data[:_SAMPLE]
        zeros = sample.count(0) / len(sample)
        controls = (len(sample) - len(sample.translate(None, _CONTROLS))) / len(sample)
        if zeros > 0.05:
            kind = "zero bytes"
        elif controls > 0.05:
            kind = "control characters"
    if kind:
        raise Unreadable(BINARY.format(kind=kind))


def _decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mixed = data.decode("utf-8", errors="surrogateescape")
    strays = len(_SURROGATE.findall(mixed))
    accents = sum(1 for letter in mixed if "\x80" <= letter < "\ud800")
    if accents > strays:
        return _SURROGATE.sub(lambda stray: _cp1252(ord(stray.group()) - 0xDC00), mixed)
    if _decodes(data, "cp1252"):
        return data.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:1_000_000]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _cp1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
