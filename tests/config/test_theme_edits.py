"""Edits of themes: what they give, and in which words they refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.config.theme_edits import (
    ThemeEditError,
    clean,
    deleted,
    entry_of,
    learned_switched,
    merged,
    new_id,
    others_with,
    recoloured,
    renamed,
    theme_added,
    word_added,
    word_silenced,
    words_restored,
    words_struck,
)
from dashboard.config.themes import Theme, Themes, load_themes

SEA = Theme("sea", ("phare",), ("bateau", "port"), ("eau",), ("port de tête",), ("vin",), "Mer", "Sea", "#112233")
LAND = Theme("land", ("bateau",), ("champ",), ("eau", "port de tête"), ("champ libre",), (), "Terre", "Land", "#445566")


@pytest.fixture
def themes(tmp_path_factory: pytest.TempPathFactory) -> Themes:
    path = tmp_path_factory.mktemp("config") / "themes.toml"
    path.write_text('[themes.x]\nlabel_fr = "X"\nwords = ["x"]\n')
    return Themes((SEA, LAND), load_themes(path).scoring)


def test_a_theme_is_added_at_the_end_with_an_id_from_its_label(themes: Themes) -> None:
    found, theme_id = theme_added(
        themes, "  Pêche à\u202fla   ligne ", ["hameçon", "hameçon", "canne à pêche"], "#a0b0c0"
    )
    assert found.order == ("sea", "land", theme_id) and theme_id == "peche_a_la_ligne"
    added = found.by_id[theme_id]
    assert (added.label_fr, added.label_en, added.colour) == ("Pêche à la ligne", "Pêche à la ligne", "#A0B0C0")
    assert (added.strong, added.words, added.negatives) == (("hameçon", "canne à pêche"), (), ())


def test_a_rename_keeps_id_place_and_words(themes: Themes) -> None:
    found = renamed(themes, "sea", "Océan", "")
    assert (found.order, found.by_id["sea"].label_fr, found.by_id["sea"].label_en) == (
        ("sea", "land"),
        "Océan",
        "Océan",
    )
    assert found.by_id["sea"].words == SEA.words
    assert renamed(themes, "sea", "MER", "Sea").by_id["sea"].label_fr == "MER"


def test_a_merge_unites_the_words(themes: Themes) -> None:
    found = merged(themes, "land", "sea")
    both = found.by_id["sea"]
    assert found.order == ("sea",) and (both.label_fr, both.colour) == ("Mer", "#112233")
    assert (both.strong, both.words, both.weak) == (
        ("phare", "bateau"),
        ("port", "champ"),
        ("eau", "port de tête"),
    )
    assert (both.negatives, both.unless) == (("champ libre",), ())


def test_words_are_added_and_struck(themes: Themes) -> None:
    found = word_added(themes, "sea", "weak", " l’écume ")
    assert found.by_id["sea"].weak == ("eau", "l'écume")
    assert words_struck(found, "sea", [("weak", "l'écume")]) == themes
    assert word_added(themes, "sea", "strong", "vague + port").by_id["sea"].strong == ("phare", "vague + port")
    assert others_with(themes, "sea", "champ") == ["land"] and others_with(themes, "land", "champ") == []
    assert others_with(themes, "sea", "champ libre") == []


def test_forms_in_several_lists_are_struck_at_once(themes: Themes) -> None:
    found = word_added(word_added(spoken_for(themes), "sea", "weak", "ports"), "sea", "words", "ports francs")
    struck = words_struck(found, "sea", [("words", "port"), ("weak", "ports"), ("words", "ports francs")]).by_id["sea"]
    assert (struck.words, struck.weak, struck.struck) == (("bateau",), ("eau",), ("port", "ports"))
    assert words_restored(themes.with_theme(struck), "sea", ["port", "ports"]).by_id["sea"].struck == ()


def test_the_last_words_are_not_struck_together(themes: Themes) -> None:
    with pytest.raises(ThemeEditError) as raised:
        words_struck(themes, "land", [("strong", "bateau"), ("words", "champ")])
    assert (raised.value.kind, raised.value.said) == ("last_word", "bateau")
    with pytest.raises(ThemeEditError) as raised:
        words_struck(themes, "sea", [("words", "port"), ("weak", "ports")])
    assert (raised.value.kind, raised.value.said, raised.value.where) == ("no_such_word", "ports", "weak")


def test_a_colour_and_a_deletion(themes: Themes) -> None:
    assert recoloured(themes, "sea", "#abcdef").by_id["sea"].colour == "#ABCDEF"
    assert deleted(themes, "sea").order == ("land",)


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        ("no_label", lambda t: renamed(t, "sea", " \u200b ", "Sea")),
        ("long_label", lambda t: renamed(t, "sea", "m" * 61, "")),
        ("label_taken", lambda t: renamed(t, "sea", "terre", "")),
        ("label_taken", lambda t: renamed(t, "sea", "Mer", "Land")),
        ("label_taken", lambda t: theme_added(t, "SEA", ["x"], "#000000")),
        ("no_word", lambda t: theme_added(t, "Ciel", [], "#000000")),
        ("bad_colour", lambda t: recoloured(t, "sea", "bleu")),
        ("bad_colour", lambda t: recoloured(t, "sea", "#12345")),
        ("no_word", lambda t: word_added(t, "sea", "words", " ")),
        ("long_word", lambda t: word_added(t, "sea", "words", "a" * 81)),
        ("bad_word", lambda t: word_added(t, "sea", "words", "a + b + c")),
        ("bad_word", lambda t: word_added(t, "sea", "words", "…")),
        ("bad_star", lambda t: word_added(t, "sea", "words", "pé*")),
        ("bad_star", lambda t: word_added(t, "sea", "words", "pêc*heur")),
        ("word_here", lambda t: word_added(t, "sea", "strong", "eau")),
        ("no_such_word", lambda t: words_struck(t, "sea", [("strong", "eau")])),
        (
            "last_word",
            lambda t: words_struck(words_struck(t, "land", [("strong", "bateau")]), "land", [("words", "champ")]),
        ),
        ("last_theme", lambda t: deleted(deleted(t, "sea"), "land")),
        ("same_theme", lambda t: merged(t, "sea", "sea")),
        ("no_such_theme", lambda t: merged(t, "sky", "sea")),
        ("no_such_theme", lambda t: deleted(t, "sky")),
    ],
)
def test_what_cannot_be_is_named(themes: Themes, kind: str, edit) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ThemeEditError) as raised:
        edit(themes)
    assert raised.value.kind == kind


def test_the_fault_says_where_the_word_stands(themes: Themes) -> None:
    with pytest.raises(ThemeEditError) as raised:
        word_added(themes, "sea", "words", "eau")
    assert (raised.value.said, raised.value.where) == ("eau", "weak")


@pytest.mark.parametrize(
    ("label", "taken", "wanted"),
    [
        ("Économie", (), "economie"),
        ("Économie", ("economie",), "economie_2"),
        ("Économie", ("economie", "economie_2"), "economie_3"),
        ("2024", (), "theme_2024"),
        ("Ωμέγα", (), "theme"),
        ("Énergie, climat et transition écologique", (), "energie_climat_et"),
        ("Anticonstitutionnellement", (), "anticonstitutionnellemen"),
    ],
)
def test_ids(label: str, taken: tuple[str, ...], wanted: str) -> None:
    assert new_id(label, taken) == wanted


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("supprimer+poste", "supprimer + poste"),
        ("licenci* +salarié", "licenci* + salarié"),
        ("C++", "C++"),
        ("plan\u00a0social", "plan social"),
        ("co\u00adentreprise", "coentreprise"),
    ],
)
def test_entries_are_tidied(typed: str, entry: str) -> None:
    assert entry_of(typed) == entry


def test_nothing_that_turns_or_breaks_a_line_is_kept() -> None:
    assert clean("a\u202eb\nc\td\ud800") == "ab c d"


def spoken_for(themes: Themes, *struck: str) -> Themes:
    """The themes whose first one has learned weights."""
    return themes.with_theme(replace(SEA, learned=("sea",), struck=struck))


def test_learned_words_are_switched_off_and_on(themes: Themes) -> None:
    on = spoken_for(themes, "voile")
    off = learned_switched(on, "sea", ())
    assert (off.by_id["sea"].learned, off.by_id["sea"].struck) == ((), ("voile",))
    assert learned_switched(off, "sea", ["sea"]) == on


def test_a_learned_word_is_silenced_and_restored(themes: Themes) -> None:
    silenced = word_silenced(spoken_for(themes), "sea", " voile ", lambda word: word == "voile")
    assert silenced == spoken_for(themes, "voile")
    assert words_restored(silenced, "sea", ["voile"]) == spoken_for(themes)


def test_a_word_struck_from_a_list_is_silenced_until_it_is_listed_again(themes: Themes) -> None:
    found = words_struck(spoken_for(themes), "sea", [("words", "port")])
    assert (found.by_id["sea"].words, found.by_id["sea"].struck) == (("bateau",), ("port",))
    assert word_added(found, "sea", "weak", "port").by_id["sea"].struck == ()
    assert word_added(found, "sea", "unless", "port").by_id["sea"].struck == ("port",)


@pytest.mark.parametrize(("key", "word"), [("negatives", "port de tête"), ("unless", "vin")])
def test_what_did_not_count_is_not_silenced(themes: Themes, key: str, word: str) -> None:
    assert words_struck(spoken_for(themes), "sea", [(key, word)]).by_id["sea"].struck == ()


@pytest.mark.parametrize("word", ["plan social", "licenci*", "vague + port"])
def test_only_single_words_are_silenced(themes: Themes, word: str) -> None:
    listed = word_added(spoken_for(themes), "sea", "strong", word)
    assert words_struck(listed, "sea", [("strong", word)]).by_id["sea"].struck == ()


def test_a_theme_without_learned_words_silences_none(themes: Themes) -> None:
    assert words_struck(themes, "sea", [("words", "port")]).by_id["sea"].struck == ()


def test_a_merge_unites_the_learned_words(themes: Themes) -> None:
    both = spoken_for(themes, "champ", "voile").with_theme(replace(LAND, learned=("land",), struck=("voile", "blé")))
    found = merged(both, "land", "sea").by_id["sea"]
    assert (found.learned, found.struck) == (("sea", "land"), ("voile", "blé"))


@pytest.mark.parametrize(
    ("kind", "word", "where"),
    [
        ("no_word", "  ", ""),
        ("long_word", "a" * 81, ""),
        ("no_single", "plan social", ""),
        ("no_single", "licenci*", ""),
        ("word_listed", "Phare", "strong"),
        ("word_listed", "eau", "weak"),
        ("word_silent", "voile", ""),
        ("no_weight", "zinc", ""),
    ],
)
def test_what_cannot_be_silenced_is_named(themes: Themes, kind: str, word: str, where: str) -> None:
    with pytest.raises(ThemeEditError) as raised:
        word_silenced(spoken_for(themes, "voile"), "sea", word, lambda word: word != "zinc")
    assert (raised.value.kind, raised.value.where) == (kind, where)


def test_learned_words_that_are_not_there_are_named(themes: Themes) -> None:
    with pytest.raises(ThemeEditError) as raised:
        word_silenced(themes, "sea", "voile", lambda word: True)
    assert raised.value.kind == "no_learned"
    with pytest.raises(ThemeEditError) as raised:
        words_restored(spoken_for(themes, "port"), "sea", ["port", "voile"])
    assert raised.value.kind == "no_such_word"
