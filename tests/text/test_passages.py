import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.text.passages import count_words, is_boilerplate, passages_of, role_of
from tests.text.settings import article, config

LINES = Path(__file__).parent / "gold" / "lines.txt"
SETTINGS = config().analysis.text
ROLES = [
    ("La verrerie rouvre", "heading"),
    ("Faut-il fermer la verrerie ?", "heading"),
    ("## Le sous-titre", "heading"),
    ("La verrerie rouvre.", "body"),
    ("« La verrerie rouvre »", "body"),
    ("- un premier point de la liste", "body"),
    ("la suite d'une phrase coupée", "body"),
    ("Trois questions :", "body"),
    ("Publié par Le service web le | Modifié le", "boilerplate"),
    ("* * *", "boilerplate"),
    ("Un titre " + "beaucoup trop long " * 8, "body"),
]


def lines(mark: str) -> list[str]:
    return [line[2:] for line in LINES.read_text(encoding="utf-8").splitlines() if line.startswith(mark)]


@pytest.mark.parametrize("line", lines("+"))
def test_lines_that_are_no_content(line: str) -> None:
    assert is_boilerplate(line, SETTINGS)


@pytest.mark.parametrize("line", lines("-"))
def test_lines_that_are_content(line: str) -> None:
    assert not is_boilerplate(line, SETTINGS)


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        (80 * "x" + "reproduction strictement interdite sans autorisation.)", True),
        (81 * "x" + "reproduction strictement interdite sans autorisation.)", False),
        ("Le Courrier de l'Aulne TOUS DROITS RÉSERVÉS).", True),
        ("Le Courrier de l'Aulne, tous droits réservés))", True),
        ("Le Courrier de l'Aulne, tous droits réservés...", False),
        ("Un bac au petit matin. (Photo d'archives).", True),
        ("Un bac au petit matin. (Photo d'archives) !", False),
        ("Un bac au petit matin - Reuters", True),
        ("Un bac au petit matin Reuters", False),
        ("Ce récit vous a ému ? INSCRIVEZ-VOUS !", True),
        ("Ce récit vous a ému ? Inscrivez vous !", False),
    ],
)
def test_patterns_that_begin_with_any_letters(line: str, taken: bool) -> None:
    assert is_boilerplate(line, SETTINGS) is taken


@pytest.mark.parametrize(("line", "role"), ROLES)
def test_role_of(line: str, role: str) -> None:
    assert role_of(line, SETTINGS) == role


def test_metadata_before_content_does_not_lose_the_line() -> None:
    line = "date 2024-03 La verrerie rouvre ses portes, et ses deux cents salariés reprennent le travail lundi matin."
    assert role_of(line, SETTINGS) == "body"


def test_a_passage_is_a_line() -> None:
    text = "La verrerie rouvre\n\n  Les salariés reviennent lundi.  \nLire aussi : le verre\n"
    found = passages_of(article(text), SETTINGS)
    assert [(text[p.start : p.end], p.role, p.n_words) for p in found] == [
        ("La verrerie rouvre", "heading", 3),
        ("Les salariés reviennent lundi.", "body", 4),
        ("Lire aussi : le verre", "boilerplate", 4),
    ]
    assert [p.passage_id for p in found] == ["a.txt:0", "a.txt:22", "a.txt:55"]


def test_a_long_line_is_cut_at_sentence_ends() -> None:
    sentence = "Le conseil vote la hausse de dix points demandée par le maire hier soir. "
    text = (sentence * 15).strip()
    pieces = [text[p.start : p.end] for p in passages_of(article(text), SETTINGS)]
    assert [piece.count(".") for piece in pieces] == [5, 5, 5]
    assert all(piece.startswith("Le conseil") and piece.endswith("soir.") for piece in pieces)


def test_a_line_of_the_longest_length_is_one_passage() -> None:
    assert len(passages_of(article("mot " * 119 + "mot."), SETTINGS)) == 1
    assert len(passages_of(article("mot " * 120 + "mot."), SETTINGS)) == 2


@settings(max_examples=60)
@given(st.text(alphabet="ab. \n«»!?1é’-\t\r\u2028", max_size=3000))
def test_passages_hold_every_word_once(text: str) -> None:
    found = passages_of(article(text), SETTINGS)
    assert sum(p.n_words for p in found) == count_words(text)
    assert all(p.n_words <= SETTINGS.max_words for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all("\n" not in text[p.start : p.end] for p in found)
