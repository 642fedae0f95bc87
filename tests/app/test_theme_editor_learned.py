"""The learned words in the theme editor: told, switched off and on, struck and restored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Toggle

from dashboard.config import Config
from dashboard.config.themes import load_themes
from dashboard.config.themes_writing import themes_toml
from dashboard.store import themes_file
from dashboard.views import corpus
from dashboard.views.theme_editor import keeping
from tests.app import test_theme_editor as basics
from tests.app.running import pieces, settled, shown
from tests.app.test_theme_editor import counts, faults, opened, press, said, widget
from tests.learned import few_learned

LABEL = "Travail et emploi"
folder = basics.folder


def known(read: Path | None = None) -> Config:
    """The five themes, of which labour has learned words, and learned weights of a few words."""
    config = replace(basics.known(read), learned=few_learned(basics.known().themes))
    labour = replace(config.themes.by_id["labour"], learned=("labour",))
    return replace(config, themes=config.themes.with_theme(labour))


@pytest.fixture(autouse=True)
def few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The dashboard reads that configuration; each test starts without any that is held."""
    monkeypatch.setattr(corpus, "load_config", known)
    monkeypatch.setattr(keeping, "load_config", known)
    corpus._config.clear()
    yield
    corpus._config.clear()


def pills(app: AppTest, name: str) -> list[str]:
    """The pills of a kind (telling or silent) of the theme that is open."""
    return [option for one in app.pills if f":{name}:" in (one.key or "") for option in one.options]


def click_pill(app: AppTest, name: str, word: str) -> AppTest:
    [found] = [one for one in app.get("button_group") if f":{name}:" in (one.key or "")]
    return settled(found.set_value([word]).run())


def toggles(app: AppTest) -> list[Toggle]:
    """The switch of the learned words, where there is one."""
    return [one for one in app.toggle if ":learned:" in (one.key or "")]


def switch(app: AppTest, on: bool) -> AppTest:
    [toggle] = toggles(app)
    assert toggle.value is not on
    return settled(toggle.set_value(on).run())


def strike_typed(app: AppTest, word: str) -> AppTest:
    widget(app, "text_input", "labour:silence").set_value(word)
    [button] = [one for one in app.button if one.label == "Retirer"]
    return settled(button.click().run())


def test_the_learned_words_are_counted_and_those_that_tell_are_laid_out() -> None:
    app = opened("labour")
    assert "Outre les mots ci-dessus, 2 mots appris parlent pour ce thème" in shown(app)
    assert toggles(app)[0].value is True
    assert pills(app, "telling")[0].startswith("usine · ") and pills(app, "silent") == []


def test_a_passage_shows_the_learned_word_that_gave_it_the_theme() -> None:
    body = pieces(opened("labour"))["edit:today:labour:cards"]
    assert re.search(
        r'<mark[^>]*title="Thème\u202f: Travail et emploi, par un mot [^"]* appris"[^>]*>usine</mark>', body
    )
    body = shown(opened("", show="labour"))
    assert re.search(r'<mark[^>]*title="[^"]* un mot appris"[^>]*>usine</mark>', body)
    assert "Marqués\u202f: les mots de ses listes ou, à défaut, les mots appris" in body


def test_learned_words_are_switched_off_undone_and_switched_on_again() -> None:
    app = switch(opened("labour"), False)
    assert f"mots appris de «\u202f{LABEL}\u202f» désactivés" in said(app)
    assert "Désactivés\u202f: seuls les mots ci-dessus comptent" in shown(app)
    assert counts(app)[LABEL][2:] == ["+1", "−1"]
    assert re.search(r'<mark[^>]*un mot appris"[^>]*>usine</mark>', pieces(app)["edit:lost:labour:cards"])
    assert pills(app, "telling") == []
    assert toggles(press(app, "edit:undo"))[0].value is True
    app = switch(switch(opened("labour"), False), True)
    assert f"mots appris de «\u202f{LABEL}\u202f» activés" in said(app) and counts(app) == {}


def test_a_learned_word_is_struck_and_restored_with_a_click() -> None:
    app = click_pill(opened("labour"), "telling", "usine")
    assert f"mot appris «\u202fusine\u202f» retiré de «\u202f{LABEL}\u202f»" in said(app)
    assert counts(app)[LABEL][2:] == ["–", "−1"]
    assert ">1 passage part</b>" in shown(app)
    assert pills(app, "silent") == ["usine ↺"]
    app = click_pill(app, "silent", "usine")
    assert f"le mot appris «\u202fusine\u202f» compte de nouveau pour «\u202f{LABEL}\u202f»" in said(app)
    assert counts(app) == {} and pills(app, "silent") == []


def test_a_learned_word_is_struck_by_typing() -> None:
    app = strike_typed(opened("labour"), " Postes ")
    assert pills(app, "silent") == ["Postes ↺"]
    assert widget(app, "text_input", "labour:silence").value == ""


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("", "Écrivez d’abord un mot"),
        ("plan social", "n’est pas un seul mot"),
        ("phare", "n’a pas, ou plus, de poids appris"),
        ("salarié", "figure dans la liste «\u202fFort\u202f»"),
    ],
)
def test_a_word_that_cannot_be_struck_is_refused_in_a_sentence(word: str, message: str) -> None:
    app = strike_typed(opened("labour"), word)
    [fault] = faults(app)
    assert message in fault and "Rien n’est encore modifié." in said(app)


def test_a_readers_own_strong_word_gives_its_passages_the_theme() -> None:
    app = opened("labour")
    before = pieces(app).get("edit:gained:labour:cards", "")
    app = basics.add_word(app, "ville", "strong", "labour")
    # Learned words speak against it ("ville" weighs -3 for labour), the reader's own word decides.
    gained = pieces(app)["edit:gained:labour:cards"]
    assert "ville</mark>" in gained and gained != before
    assert counts(app)[LABEL][2].startswith("+")


def test_a_word_struck_from_a_list_loses_its_learned_weight(folder: Path) -> None:
    app = basics.add_word(opened("labour"), "usine", "strong", "labour")
    assert not [label for label in pills(app, "telling") if label.startswith("usine")]
    app = click_pill(press(app, "edit:apply"), "labour:strong", "usine")
    assert f"«\u202fusine\u202f» retiré de «\u202f{LABEL}\u202f» (fort), avec son poids appris" in said(app)
    assert pills(app, "silent") == ["usine ↺"]
    app = press(app, "edit:save")
    assert load_themes(themes_file([folder], None)).by_id["labour"].struck == ("usine",)


def test_a_theme_for_which_words_were_learned_takes_them_on() -> None:
    app = opened("cloud")
    assert toggles(app)[0].value is False
    app = switch(app, True)
    assert "Outre les mots ci-dessus, 2 mots appris" in shown(app)
    assert "câbles</mark>" in pieces(app)["edit:gained:cloud:cards"]


def test_a_theme_for_which_nothing_was_learned_says_nothing_of_it() -> None:
    app = opened("society")
    assert not toggles(app) and "mots appris" not in shown(app)


def test_a_file_that_names_weights_that_there_are_none_of_is_refused() -> None:
    themes = known().themes
    wrong = themes.with_theme(replace(themes.by_id["labour"], learned=("sea",)))
    app = opened("labour")
    [uploader] = [one for one in app.get("file_uploader") if "thèmes" in one.label]
    uploader.set_value([("x.toml", themes_toml(wrong).encode(), "application/toml")])
    [fault] = faults(settled(app.run()))
    assert "x.toml" in fault and "sea" in fault.replace("\\", "")


def test_a_saved_file_that_names_no_such_weights_is_told_in_a_sentence(folder: Path) -> None:
    file = themes_file([folder], None)
    file.write_text('[themes.sea]\nlabel_fr = "Mer"\nwords = ["bateau"]\nlearned = ["ocean"]\n', encoding="utf-8")
    app = opened()
    assert "[themes.sea] learned: &#x27;ocean&#x27; has no learned weights" in said(app) and not app.exception
