"""Which corpus is shown: the folder the dashboard was started on, or the reader's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.locales import use_language
from dashboard.views import corpus
from tests.app.running import APP, open_app, settled, shown
from tests.tiny import tiny_analysis

TEXT = (
    "La biscuiterie Lorme ferme\n"
    "La biscuiterie Lorme va supprimer 45 postes à Saumur, a annoncé son directeur.\n"
    "L’usine avait investi 3 millions d’euros en 2021.\n"
)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a corpus, and a cache that no other test sees."""
    use_language("fr")
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path / "cache"))
    corpus._held.clear()
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def opened(patch: pytest.MonkeyPatch, folder: Path) -> AppTest:
    patch.setenv("RECOUPE_CORPUS", str(folder))
    return AppTest.from_file(str(APP), default_timeout=120).run()


def test_a_folder_is_read_and_what_was_not_is_said(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_cache / "lorme.txt").write_text(TEXT, encoding="utf-8")
    (own_cache / "vide.txt").write_text("", encoding="utf-8")
    app = settled(opened(monkeypatch, own_cache))
    assert "1 article de 1 média raconte cette histoire." in shown(app)
    [panel] = [expander for expander in app.sidebar.expander if "fichier" in expander.label]
    assert panel.label == "1 fichier n’a pas été lu"
    assert "vide\u202f: il ne contient aucun texte" in panel.get("html")[0].proto.body


def test_a_folder_that_is_not_there_is_said_in_a_sentence(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = settled(opened(monkeypatch, own_cache / "nulle-part"))
    assert "Rien à montrer pour l’instant" in shown(app)
    assert "nulle-part" in shown(app)


def test_own_files_are_shown_and_left_again(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis(), source="le-fil")
    [uploader] = app.get("file_uploader")
    uploader.set_value([("lorme.txt", TEXT.encode("cp1252"), "text/plain"), ("vide.txt", b"", "text/plain")])
    settled(app.run(timeout=120))
    app.button(key="upload:go").click()
    settled(app.run(timeout=120))
    assert "1 article de 1 média raconte cette histoire." in shown(app)
    assert app.pills(key="f:source").options == ["lorme\\.txt · 1"]
    app.button(key="upload:back").click()
    settled(app.run(timeout=120))
    assert "3 médias" in shown(app) or "Le Fil" in str(app.pills(key="f:source").options)


def test_files_without_an_article_change_nothing(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, tiny_analysis())
    [uploader] = app.get("file_uploader")
    uploader.set_value([("vide.txt", b"", "text/plain")])
    app.run(timeout=120)
    app.button(key="upload:go").click()
    settled(app.run(timeout=120))
    assert "4 articles de 3 médias" in shown(app)
    said = " ".join(html.proto.body for html in app.sidebar.get("html"))
    assert "Aucun de ces fichiers ne contient d’article lisible." in said
    assert "vide.txt" in said
