"""The theme editor: every edit shows its effect, is applied for the session, saved and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.config import Config, load_config
from dashboard.config.theme_edits import renamed
from dashboard.config.themes import load_themes, themes_of_file
from dashboard.config.themes_writing import themes_toml
from dashboard.locales import use_language
from dashboard.store import themes_file
from dashboard.tables import conform
from dashboard.views import corpus
from dashboard.views.theme_editor import keeping
from tests.app.running import APP, pieces, settled, shown
from tests.corpus import write_corpus

THEMES = """
[themes.investment]
label_fr = "Investissement"
label_en = "Investment"
colour = "#2166AC"
strong = ["investir + million"]
weak = ["aide"]
[themes.cloud]
label_fr = "Cloud et calcul"
label_en = "Cloud and computing"
colour = "#0F7F8F"
strong = ["serveur"]
[themes.layoffs]
label_fr = "Licenciements"
label_en = "Layoffs"
colour = "#B85C00"
strong = ["licenci*", "plan social", "supprimer + poste"]
[themes.labour]
label_fr = "Travail et emploi"
label_en = "Work and employment"
colour = "#7A5230"
strong = ["salarié", "syndicat"]
[themes.society]
label_fr = "Société"
label_en = "Society"
colour = "#B0447A"
strong = ["ville", "maire"]
"""


def known(folder: Path | None = None) -> Config:
    """The configuration that the tests know: the project's own but for its themes, of which there are five."""
    read = load_config(folder)
    few = themes_of_file(THEMES.encode(), "themes.toml").themes
    return read if folder else replace(read, themes=replace(read.themes, themes=few))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The little corpus on disk, with a cache that no other test sees."""
    use_language("fr")
    monkeypatch.setenv("RECOUPE_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("RECOUPE_CONFIG", raising=False)
    corpus._held.clear()
    keeping._original.clear()
    monkeypatch.setattr(corpus, "load_config", known)
    monkeypatch.setattr(keeping, "load_config", known)
    made = write_corpus(tmp_path / "corpus")
    monkeypatch.setenv("RECOUPE_CORPUS", str(made))
    yield made
    keeping._original.clear()


def opened(edit: str = "layoffs", **params: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    app.query_params["view"] = "themes"
    if edit:
        app.query_params["edit"] = edit
    for key, value in params.items():
        app.query_params[key] = value
    return settled(app.run())


def widget(app: AppTest, kind: str, ending: str):  # type: ignore[no-untyped-def]
    """The widget of the editor whose key ends so."""
    [found] = [one for one in app.get(kind) if (one.key or "").startswith("edit:") and one.key.endswith(ending)]
    return found


def press(app: AppTest, key: str) -> AppTest:
    return settled(app.button(key=key).click().run())


def add_word(app: AppTest, word: str, where: str = "strong", theme: str = "layoffs") -> AppTest:
    widget(app, "text_input", f"{theme}:word").set_value(word)
    widget(app, "button_group", f"{theme}:list").set_value(where)
    [button] = [one for one in app.button if one.label == "Ajouter"]
    return settled(button.click().run())


def counts(app: AppTest) -> dict[str, list[str]]:
    """The rows of the table of what changes: theme to before, after, come, gone."""
    body = pieces(app).get("edit:counts", "")
    rows = re.findall(r'<tr><th scope="row">.*?<bdi>(.*?)</bdi></th>(.*?)</tr>', body)
    return {label: re.findall(r"<td>(.*?)</td>", cells) for label, cells in rows}


def said(app: AppTest) -> str:
    """What the bar tells of the draft."""
    return re.sub(r"<[^>]+>", "", shown(app))


def faults(app: AppTest) -> list[str]:
    return [error.value.replace("\\", "") for error in app.error]


def param(app: AppTest, name: str) -> str:
    """A parameter of the address."""
    value = app.query_params[name]
    return value if isinstance(value, str) else ",".join(value)


def options(app: AppTest) -> list[str]:
    """The themes that the sidebar offers."""
    return [option.replace("\\", "") for option in app.pills(key="f:theme").options]


def test_the_editor_opens_from_the_legend_at_a_theme_and_its_passages(folder: Path) -> None:
    assert "edit=" in pieces(opened(""))["themes:legend"]
    app = opened()
    assert "Nothing" not in said(app) and "Rien n’est encore modifié." in said(app)
    assert pieces(app)["edit:today:layoffs:cards"].count("rc-theme") >= 1
    assert app.button(key="edit:apply").disabled and app.button(key="edit:undo").disabled
    assert "corpus.themes.toml" in " ".join(one.value for one in app.caption).replace("\\", "")


def test_a_word_shows_the_passages_that_come_with_it_marked(folder: Path) -> None:
    app = add_word(opened("cloud"), "Pologne", "strong", "cloud")
    assert counts(app)["Cloud et calcul"][2] == "+1"
    assert "1 passage arrive dans «\u202fCloud et calcul\u202f»" in shown(app)
    assert re.search(r"<mark[^>]*>Pologne</mark>", pieces(app)["edit:gained:cloud:cards"])
    assert "«\u202fPologne\u202f» ajouté à «\u202fCloud et calcul\u202f» (fort)" in said(app)


def test_an_applied_word_shows_on_every_page_and_is_taken_back(folder: Path) -> None:
    app = add_word(opened("cloud"), "Pologne", "strong", "cloud")
    before = options(app)
    app = press(app, "edit:apply")
    assert "Appliqué" in said(app) and options(app) != before
    assert counts(app) == {}
    del app.query_params["edit"]
    app.query_params["show"] = "cloud"
    app = settled(app.run())
    assert "Pologne</mark>" in shown(app)
    app.query_params["edit"] = "cloud"
    app = press(settled(app.run()), "edit:back")
    assert options(app) == before


def test_edits_that_wait_are_told_on_other_pages_until_they_are_applied(folder: Path) -> None:
    app = add_word(opened("cloud"), "Pologne", "strong", "cloud")
    assert "edit:waits" not in pieces(app)
    app.query_params["view"] = "terms"
    del app.query_params["edit"]
    line = pieces(settled(app.run()))["edit:waits"]
    assert "1 modification des thèmes n’est pas encore appliquée." in line and "edit=cloud" in line
    app.query_params["view"] = "themes"
    assert "edit:waits" in pieces(settled(app.run()))
    app.query_params["edit"] = "cloud"
    app = press(settled(app.run()), "edit:apply")
    del app.query_params["edit"]
    assert "edit:waits" not in pieces(settled(app.run()))


def test_a_struck_word_shows_the_passages_that_go(folder: Path) -> None:
    app = add_word(opened("cloud"), "Pologne", "strong", "cloud")
    app = press(app, "edit:apply")
    [pills] = [one for one in app.get("button_group") if "cloud:strong:" in (one.key or "")]
    app = settled(pills.set_value(["Pologne"]).run())
    assert counts(app)["Cloud et calcul"][3] == "−1"
    assert "Pologne</mark>" in pieces(app)["edit:lost:cloud:cards"]
    app = press(app, "edit:undo")
    assert "Rien n’est encore modifié." in said(app)


def near(app: AppTest) -> str:
    """What is told beside the click: the effect and, for narrow pages, its first passages."""
    return next((html for key, html in pieces(app).items() if key.startswith("edit:near:")), "")


def test_all_forms_of_a_word_are_struck_and_come_back_at_once(folder: Path) -> None:
    app = add_word(add_word(opened("cloud"), "postes", "strong", "cloud"), "poste", "weak", "cloud")
    app = press(app, "edit:apply")
    [pills] = [one for one in app.get("button_group") if "cloud:strong:" in (one.key or "")]
    assert [label.rsplit(" · ", 1)[0] for label in pills.options] == ["poste"]
    app = settled(pills.set_value(["poste"]).run())
    assert "«\u202fposte\u202f» (2 formes) retiré de «\u202fCloud et calcul\u202f» (fort)" in said(app)
    gone = int(counts(app)["Cloud et calcul"][3].removeprefix("−"))
    assert gone > 1 and f", {gone} partent</b>" in near(app) and near(app).count("rc-card'") == 2
    assert "postes</mark>" in near(app)
    app = press(app, "edit:undo")
    [pills] = [one for one in app.get("button_group") if "cloud:strong:" in (one.key or "")]
    assert "Rien n’est encore modifié." in said(app) and len(pills.options) == 1 and not near(app)


def test_the_effect_is_told_below_the_list_that_was_clicked(folder: Path) -> None:
    app = press(add_word(opened("cloud"), "Pologne", "weak", "cloud"), "edit:apply")
    app = press(add_word(app, "câble", "strong", "cloud"), "edit:apply")
    [pills] = [one for one in app.get("button_group") if "cloud:strong:" in (one.key or "")]
    app = settled(pills.set_value(["câble"]).run())
    keys = [getattr(one, "key", "") or getattr(getattr(one, "proto", None), "id", "") for one in app.main]
    [told] = [place for place, key in enumerate(keys) if "edit:near:cloud" in str(key)]
    weak = [place for place, key in enumerate(keys) if "cloud:weak:" in str(key)]
    form = [place for place, key in enumerate(keys) if str(key).endswith("cloud:list")]
    assert form[0] < told < weak[0]


def test_a_word_that_is_not_found_is_struck_by_typing(folder: Path) -> None:
    app = opened()
    typed = widget(app, "selectbox", "layoffs:typed:0")
    word = typed.options[0].rsplit(" (", 1)[0]
    app = settled(typed.set_value(typed.options[0]).run())
    assert f"«\u202f{word}\u202f» retiré de" in said(app).replace("’", "'")


def test_a_rename_shows_everywhere_and_the_filter_keeps_its_id(folder: Path) -> None:
    app = opened("layoffs", theme="layoffs")
    widget(app, "text_input", "layoffs:fr").set_value("Suppressions de postes")
    app = settled(app.run())
    assert "«\u202fLicenciements\u202f» s’appelle désormais «\u202fSuppressions de postes\u202f»" in said(app)
    assert any(option.startswith("Licenciements") for option in options(app))
    app = press(app, "edit:apply")
    assert any(option.startswith("Suppressions de postes · ") for option in options(app))
    assert param(app, "theme") == "layoffs"
    del app.query_params["edit"]
    app = settled(app.run())
    assert ">Suppressions de postes</h2>" in shown(app) and "Licenciements" not in shown(app)


def test_a_colour_shows_in_the_legend(folder: Path) -> None:
    app = opened()
    widget(app, "color_picker", "layoffs:colour").set_value("#ffee88")
    app = settled(app.run())
    assert "#FFEE88" in pieces(app)["edit:themes"]
    assert any("se voit mal" in caption.value for caption in app.caption)


def test_a_merge_moves_the_passages_and_the_filter(folder: Path) -> None:
    app = opened("layoffs", theme="layoffs")
    widget(app, "selectbox", "layoffs:into").set_value("labour")
    app = settled(app.run())
    app = settled(widget(app, "button", "layoffs:merge").click().run())
    found = counts(app)
    assert param(app, "edit") == "labour"
    assert found["Licenciements"][1] == "0" and int(found["Travail et emploi"][1]) >= int(found["Licenciements"][0])
    app = press(app, "edit:apply")
    assert param(app, "theme") == "labour"
    assert not any(option.startswith("Licenciements") for option in options(app))


def test_a_deleted_theme_is_gone_with_its_filter(folder: Path) -> None:
    app = opened("layoffs", theme="layoffs")
    app = settled(widget(app, "button", "layoffs:delete").click().run())
    assert "thème «\u202fLicenciements\u202f» supprimé" in said(app)
    app = press(app, "edit:apply")
    assert "theme" not in app.query_params
    assert not any(option.startswith("Licenciements") for option in options(app))


def test_a_new_theme_is_named_worded_and_shown(folder: Path) -> None:
    app = opened("new")
    widget(app, "text_input", "new:label").set_value("Câbles")
    widget(app, "text_area", "new:words").set_value("câble, usine + Vierzon\nMars")
    [button] = [one for one in app.button if one.label == "Ajouter le thème"]
    app = settled(button.click().run())
    assert param(app, "edit") == "cables"
    assert int(counts(app)["Câbles"][2].removeprefix("+")) >= 2
    assert widget(app, "text_input", "cables:en").value == "Câbles"


@pytest.mark.parametrize(
    ("word", "where", "message"),
    [
        ("", "words", "Écrivez d’abord un mot ou une expression."),
        ("a + b + c", "words", "ne peut pas être cherché"),
        ("li*", "weak", "trois lettres au moins"),
        ("plan social", "weak", "Le thème a déjà «\u202fplan social\u202f»"),
    ],
)
def test_a_word_that_cannot_be_is_refused_in_a_sentence(folder: Path, word: str, where: str, message: str) -> None:
    app = add_word(opened(), word, where)
    [fault] = faults(app)
    assert message in fault
    assert "Rien n’est encore modifié." in said(app)


def test_a_name_that_is_empty_or_taken_is_refused(folder: Path) -> None:
    app = opened()
    widget(app, "text_input", "layoffs:fr").set_value("")
    app = settled(app.run())
    assert faults(app) == ["Donnez au thème un nom français."]
    widget(app, "text_input", "layoffs:fr").set_value("société")
    app = settled(app.run())
    assert faults(app) == [
        "Le thème «\u202fSociété\u202f» porte déjà le nom «\u202fsociété\u202f»\u202f: choisissez-en un autre."
    ]


def test_a_word_of_another_theme_is_told(folder: Path) -> None:
    app = add_word(opened("investment"), "syndicat", "weak", "investment")
    assert any("est aussi un mot de" in caption.value for caption in app.caption)


def test_saved_themes_are_read_at_the_next_start_and_given_up_again(folder: Path) -> None:
    file = themes_file([folder], None)
    app = add_word(opened("cloud"), "Pologne", "strong", "cloud")
    app = press(app, "edit:save")
    assert "Appliqué et enregistré dans" in said(app) and "Pologne" in load_themes(file).by_id["cloud"].strong
    assert not (folder / file.name).exists()
    again = opened("cloud")
    assert any("cloud:strong:" in (one.key or "") and "Pologne · 1 ✕" in one.options for one in again.pills)
    again = press(again, "edit:orig")
    assert counts(again)["Cloud et calcul"][3] == "−1"
    again = press(again, "edit:save")
    assert not file.exists() and "livrés avec Recoupe" in said(again)


def test_a_configuration_folder_of_ones_own_is_written_and_its_file_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    (own / "themes.toml").write_text("# mine\n" + themes_toml(known().themes), encoding="utf-8")
    monkeypatch.setenv("RECOUPE_CONFIG", str(own))
    app = press(add_word(opened(), "Pologne", "strong"), "edit:save")
    assert "Pologne" in load_themes(own / "themes.toml").by_id["layoffs"].strong
    assert (own / "themes.toml.bak").read_text("utf-8").startswith("# mine") and "themes.toml.bak" in said(app)
    assert [one.key for one in app.button if one.key == "edit:orig"] == []


def test_a_file_is_opened_as_a_draft(folder: Path) -> None:
    themes = renamed(known().themes, "layoffs", "Départs", "Leavers")
    app = opened()
    [uploader] = [one for one in app.get("file_uploader") if "thèmes" in one.label]
    uploader.set_value([("mes themes.toml", themes_toml(themes).encode(), "application/toml")])
    app = settled(app.run())
    assert "thèmes repris de mes themes.toml" in said(app)
    assert "Départs" in pieces(app)["edit:themes"]


def test_a_file_that_is_none_is_refused_in_a_sentence(folder: Path) -> None:
    app = opened()
    [uploader] = [one for one in app.get("file_uploader") if "thèmes" in one.label]
    uploader.set_value([("x.toml", b"[themes.a]\nlabel_fr = 3\n", "application/toml")])
    app = settled(app.run())
    assert ["x.toml" in fault and "label_fr" in fault for fault in faults(app)] == [True]


def test_a_broken_file_beside_the_corpus_is_said_at_the_start(folder: Path) -> None:
    themes_file([folder], None).write_text("[themes.sea]\nwrods = 1\n", encoding="utf-8")
    app = opened("")
    assert "Rien à montrer pour l’instant" in shown(app) and "corpus.themes.toml" in shown(app)


def test_a_topic_becomes_a_theme_with_one_click(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = corpus.load_or_analyse([folder], known())
    passages = analysis.passages[analysis.passages["role"] != "boilerplate"]["passage_id"].tolist()
    topics = conform(
        "topics",
        analysis.topics.iloc[0:0].reindex(range(1)).assign(
            topic_id="c1", level="coarse", label="Vierzon · câble", terms="Vierzon;câble;Ferrox", colour="#2166AC",
            n_passages=len(passages), npmi=0.1,
        ),
    )  # fmt: skip
    members = conform(
        "passage_topics", analysis.passage_topics.iloc[0:0].reindex(range(len(passages))).assign(
            passage_id=passages, topic_id="c1", score=0.5
        ),
    )  # fmt: skip
    bare = analysis.passage_themes.iloc[0:0]
    made = analysis.with_tables(topics=topics, passage_topics=members, passage_themes=bare, digest="one-topic")
    monkeypatch.setattr(corpus, "load", lambda: made)
    assert "edit=topic&amp;topic=c1" in pieces(opened(""))["topics:list"]
    app = opened("topic", topic="c1")
    assert param(app, "edit") == "vierzon_cable_ferrox" and "topic" not in app.query_params
    assert "thème «\u202fVierzon, câble, Ferrox\u202f» ajouté" in said(app)
    assert int(counts(app)["Vierzon, câble, Ferrox"][2].removeprefix("+")) >= 3
    app = press(app, "edit:apply")
    assert any(option.startswith("Vierzon, câble, Ferrox · ") for option in options(app))


def test_in_english(folder: Path) -> None:
    app = opened("layoffs", lang="en")
    assert "Nothing is edited yet." in said(app) and ">Edit the themes</h1>" in shown(app)
