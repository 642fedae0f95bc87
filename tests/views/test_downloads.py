"""Downloaded tables: words in place of codes, themes as they are called, every row with its article."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.config import load_config
from dashboard.config.theme_edits import renamed
from dashboard.filters import Filters
from dashboard.locales import use_language
from dashboard.views.downloads import readable, readable_csv
from dashboard.views.scene import Scene
from tests.tiny import FIL, tiny_analysis

CONFIG = load_config()
THEMES = renamed(CONFIG.themes, "layoffs", "Départs contraints", "Job cuts")
WHOLE = tiny_analysis()


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    use_language(request.param)
    return str(request.param)


def scene(language: str = "fr") -> Scene:
    return Scene(WHOLE, WHOLE, Filters(), replace(CONFIG, themes=THEMES), language)


def test_a_theme_is_called_as_on_the_page_and_keeps_its_id(language: str) -> None:
    made = readable(pd.DataFrame({"theme": ["layoffs", ""], "n_words": [3, 1]}), scene(language))
    assert made["theme"].tolist() == (
        ["Départs contraints", "Sans thème"] if language == "fr" else ["Job cuts", "No theme"]
    )
    assert made.columns.tolist() == ["theme", "n_words", "theme_id"] and made["theme_id"].tolist() == ["layoffs", ""]


@pytest.mark.parametrize(("group", "wanted"), [("layoffs", "Départs contraints"), ("Le Fil", "Le Fil")])
def test_a_group_is_named_where_it_is_a_theme(group: str, wanted: str) -> None:
    use_language("fr")
    assert readable(pd.DataFrame({"group": [group]}), scene())["group"].tolist() == [wanted]


def test_a_place_has_its_article_and_its_text_and_ids_stand_last() -> None:
    use_language("fr")
    rows = pd.DataFrame(
        {"passage_id": [f"{FIL}:0"], "article_id": [FIL], "start": [0], "end": [4], "evidence": ["5-13;14-17"]}
    )
    made = readable(rows, scene())
    assert made.iloc[0].to_dict() == {
        "source": "Le Fil", "published": "2024-03-04", "title": WHOLE.articles.set_index("article_id")["title"][FIL],
        "evidence": "supprime; 120", "text": "Alba", "passage_id": f"{FIL}:0", "article_id": FIL, "start": 0, "end": 4,
    }  # fmt: skip
    assert made.columns.tolist()[-4:] == ["passage_id", "article_id", "start", "end"]


def test_a_line_of_a_concordance_has_source_date_and_article() -> None:
    use_language("fr")
    line = {
        "left": "La ",
        "key": "verrerie",
        "right": " Alba",
        "article_id": FIL,
        "passage_id": "p",
        "start": 28,
        "end": 36,
    }
    text = readable_csv(pd.DataFrame([line]), scene()).decode("utf-8-sig")
    head, row = text.split("\r\n")[:2]
    assert head == (
        "Média;Publication;Titre;Mots à gauche;Mots trouvés;Mots à droite;"
        "Identifiant du passage;Identifiant de l’article;Début;Fin"
    )
    assert row.startswith("Le Fil;2024-03-04;") and row.endswith(f"La ;verrerie; Alba;p;{FIL};28;36")


@pytest.mark.parametrize(
    ("column", "code", "french"),
    [
        ("kind", "money", "montant"),
        ("kind", "phrase", "expression"),
        ("kind", "indirect", "discours indirect"),
        ("kind", "verbatim", "mot pour mot"),
        ("type", "PER", "personne"),
        ("verdict", "contradict", "Contradiction"),
        ("certainty", "rumour", "rumeur"),
        ("bound", "up_to", "jusqu’à"),
        ("origin", "Le Fil", "Le Fil"),
        ("origin", "unknown", "les dates ne disent pas qui était premier"),
        ("unit", "people", "personnes"),
        ("unit", "year", "années"),
        ("unit", "EUR", "EUR"),
        ("measure", "layoffs", "suppressions de postes"),
        ("covered", True, "oui"),
        ("kind", "unheard-of", "unheard-of"),
    ],
)
def test_codes_are_said_in_words_as_far_as_there_are_some(column: str, code: object, french: str) -> None:
    use_language("fr")
    assert readable(pd.DataFrame({column: [code]}), scene())[column].tolist() == [french]


def test_what_is_missing_stays_so_and_the_table_is_left_alone() -> None:
    frame = pd.DataFrame({"verdict": ["single", None], "theme": ["layoffs", "gone"], "lemma": ["a", "b"]})
    before = frame.copy()
    made = readable(frame, scene())
    pd.testing.assert_frame_equal(frame, before)
    assert pd.isna(made["verdict"].iloc[1]) and made["theme"].tolist()[1] == "gone" and "lemma" not in made.columns
