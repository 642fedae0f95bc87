"""One ranking of names, phrases and lemmas."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.terms import _flat, retally, terms_of
from tests.analysis.documents import CONFIG, read
from tests.analysis.plain import plain_terms

TEXT = """Microsoft ferme une usine
Microsoft va fermer son usine de Lens. L'intelligence artificielle n'y est pour rien.
Selon Microsoft, l'IA créera même des emplois. L'usine, elle, fermera en mai."""


def table(*texts: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    return terms_of([read(text, f"a{place}") for place, text in enumerate(texts)], CONFIG)


def test_counts_of_names_phrases_and_words() -> None:
    terms, _ = table(TEXT)
    rows = terms.set_index("term")
    assert rows.loc["Microsoft", ["kind", "count", "rank"]].tolist() == ["name", 3, 1]
    assert rows.loc["usine", ["kind", "count"]].tolist() == ["word", 3]
    # The acronym and the long form are one term, shown as it stands most often, the first by letters of equals.
    assert terms[terms["lemma"] == "intelligence artificiel"][["term", "count"]].to_numpy().tolist() == [["IA", 2]]


def test_mentions_are_exact() -> None:
    terms, mentions = table(TEXT)
    assert len(mentions) == terms["count"].sum()
    for row in mentions.itertuples():
        assert TEXT[row.start : row.end].strip() == TEXT[row.start : row.end] != ""
    shown = {TEXT[row.start : row.end] for row in mentions.itertuples() if row.lemma == "Microsoft"}
    assert shown == {"Microsoft"}


def test_function_words_reporting_verbs_and_scales_are_none() -> None:
    terms, _ = table("Il a déclaré que 3 milliards de dollars seraient investis selon lui dans les trains.")
    assert set(terms["term"]) & {"a", "déclaré", "milliards", "dollars", "selon", "lui", "3"} == set()
    assert "trains" in set(terms["term"])


def test_words_of_any_subject_come_after_those_of_this_one() -> None:
    terms, _ = table("Le nombre de vignerons baisse. Le nombre baisse, la façon change : les vignerons partent.")
    ranks = terms.set_index("lemma")["rank"]
    assert ranks["vigneron"] == 1 and ranks["nombre"] > 1


def test_a_capital_without_its_accent_is_the_same_word() -> None:
    terms, _ = table("Elections : le préfet veille", "Les élections approchent. Ces élections coûtent cher.")
    rows = terms[terms["lemma"] == "élection"]
    assert rows[["article_id", "term", "count"]].to_numpy().tolist() == [["a0", "élections", 1], ["a1", "élections", 2]]
    assert set(table("L'Etat paie.")[0]["term"]) >= {"état"}


def test_nothing_to_find() -> None:
    terms, mentions = table("Il a été à la pour et les des.", "")
    assert terms.empty and mentions.empty


def test_order_of_articles_changes_nothing() -> None:
    one, two = read(TEXT, "a"), read("Une grève de cheminots paralyse Lyon. La grève durera.", "b")
    left, _ = terms_of([one, two], CONFIG)
    right, _ = terms_of([two, one], CONFIG)
    order = ["article_id", "rank"]
    pd.testing.assert_frame_equal(
        left.sort_values(order, ignore_index=True), right.sort_values(order, ignore_index=True)
    )


def test_retally_of_everything_changes_nothing() -> None:
    terms, mentions = table(TEXT)
    pd.testing.assert_frame_equal(retally(terms, mentions), terms)


def test_retally_counts_the_given_mentions_alone() -> None:
    terms, mentions = table(TEXT)
    heading = mentions[mentions["start"] < TEXT.index("\n")]
    again = retally(terms, heading).set_index("lemma")
    assert again["count"].to_dict() == {"Microsoft": 1, "usine": 1} | dict.fromkeys(
        set(again.index) - {"Microsoft", "usine"}, 1
    )
    assert again["rank"].tolist() == list(range(1, len(again) + 1))
    assert again.loc["Microsoft", "tfidf"] < terms.set_index("lemma").loc["Microsoft", "tfidf"]


def test_retally_of_none_is_empty() -> None:
    terms, mentions = table(TEXT)
    assert retally(terms, mentions[:0]).empty
    assert retally(terms, mentions, pd.DataFrame({"article_id": ["other"]})).empty


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(alphabet="abceéls' .,IA\nde", max_size=60), max_size=3))
def test_ranks_run_from_one_and_counts_match(texts: list[str]) -> None:
    terms, mentions = table(*texts)
    for _, rows in terms.groupby("article_id"):
        assert rows["rank"].tolist() == list(range(1, len(rows) + 1))
        assert rows["tfidf"].is_monotonic_decreasing
    counted = mentions.groupby(["article_id", "lemma"]).size().sum() if len(mentions) else 0
    assert counted == terms["count"].sum()


def test_a_word_that_only_opens_sentences_with_a_capital_is_one_term() -> None:
    terms, _ = table("Rougeole : un cas à Lens\nLa rougeole progresse. Les médecins redoutent la rougeole.")
    assert len(terms[terms["term"].str.lower() == "rougeole"]) == 1


def test_a_word_of_a_phrase_ranks_below_it() -> None:
    terms, _ = table("Le carton rouge change le match. Ce carton pèse sur la fin.")
    rank = terms.set_index("term")["rank"]
    assert rank["carton rouge"] < rank["match"] < rank["carton"]


def test_a_heading_weighs_more_than_the_first_passage_and_that_more_than_the_rest() -> None:
    terms, _ = table("Le chalutier coule\nLe sémaphore a alerté la vedette.\nUn cormoran passait.\nUne otarie aussi.")
    weights = terms.set_index("lemma")["tfidf"]
    assert weights["chalutier"] > weights["sémaphore"] == weights["vedette"] > weights["cormoran"] == weights["otarie"]


def test_names_said_once_come_before_words_of_the_first_passage_said_once() -> None:
    terms, _ = table("La marée a surpris le chalutier.\nLe patron de Sovermer attend les experts d'Ifremer.")
    ranks = terms.set_index("term")["rank"]
    assert max(ranks["Sovermer"], ranks["Ifremer"]) < min(ranks["marée"], ranks["chalutier"])


def test_a_plural_tells_more_than_a_singular_and_a_long_word_more_than_a_short_one() -> None:
    weights = table("Une otarie, des loutres et un morse.")[0].set_index("lemma")["tfidf"]
    assert weights["loutre"] > weights["otarie"] > weights["morse"]


def test_a_job_tells_less_than_the_word_beside_it() -> None:
    terms, _ = table("Le directeur général a vendu la verrerie.")
    assert terms["term"].tolist()[:2] == ["verrerie", "directeur général"]


def test_a_forename_alone_tells_less_than_a_full_name() -> None:
    terms, _ = table("Le port dort.\nMme Nadège Kervran arrive avec Monique. « Monique rit », note Nadège Kervran.")
    weights = terms[terms["kind"] == "name"].set_index("term")["tfidf"]
    assert weights["Nadège Kervran"] > weights["Monique"]


def test_the_place_or_section_that_an_article_begins_with_is_no_term() -> None:
    for label in ("LIMOGES –", "LIMOGES (AFP) -", "LIMOGES, 3 mai 2031 —", "LIMOGES. –", "CYCLISME."):
        terms, _ = table(f"{label} Le peloton a traversé le Limousin.\nLe peloton repart.")
        assert "peloton" in set(terms["term"])
        assert not {term.lower() for term in terms["term"]} & {"limoges", "cyclisme", "afp"}, label
    # What the sentence itself says stays, also in capitals.
    assert "SNCF" in set(table("SNCF et régions signent une convention.")[0]["term"])
    assert "UNESCO" in set(table("Le site est classé.\nUNESCO, mode d'emploi.")[0]["term"])


def test_a_plural_in_es_is_a_noun_where_word_lists_know_only_the_verb() -> None:
    terms, _ = table("Les sondes plongent sous les banquises et les sauvegardes suivent.")
    rows = terms.set_index("term")
    assert rows.loc["sondes", "lemma"] == "sonde" and rows.loc["sauvegardes", "lemma"] == "sauvegarde"
    assert rows.loc["sauvegardes", "tfidf"] == rows.loc["banquises", "tfidf"]


PIECES = (
    "la hausse des prix", "une offre de reprise", "Paris", "le prix du blé", "le pouvoir d’achat", "l'IA", "Offre",
    "l'intelligence artificielle", "réforme fiscale", "la réforme fiscale du gouvernement", ".", ",", "\n", "grève",
    "nombre", "Satya Nadella", "conteste", "grand", "usine de Lens", "Usine", "les usines", "des prix", "le maire",
    "le directeur général", "mètres carrés",
)  # fmt: skip


@settings(deadline=None, max_examples=80)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join), max_size=4))
def test_counts_and_weights_are_those_of_a_plain_reading(texts: list[str]) -> None:
    documents = [read(text, f"a{place}") for place, text in enumerate(texts)]
    terms, mentions = terms_of(documents, CONFIG)
    expected = plain_terms(documents, CONFIG)
    found = {(row.article_id, row.lemma): (row.count, row.tfidf) for row in terms.itertuples(index=False)}
    assert {key: count for key, (count, _) in found.items()} == {key: count for key, (count, _) in expected.items()}
    for key, (_, weight) in expected.items():
        assert abs(found[key][1] - weight) < 1e-5
    assert len(mentions) == sum(count for count, _ in expected.values())


@pytest.mark.parametrize(
    ("surfaces", "flat"),
    [
        ([], []),
        (["quai", "bac à voile"], ["quai", "bac à voile"]),
        (["quai", "bac\u00a0à  voile", " grue\t"], ["quai", "bac à voile", "grue"]),
        (["bac\x1fà voile", "l’Aulne"], ["bac à voile", "l'Aulne"]),
        (["l\u02bcAulne", "l\u02bcAulne noire"], ["l\u02bcAulne", "l'Aulne noire"]),
    ],
)
def test_blanks_inside_a_term_are_single_spaces(surfaces: list[str], flat: list[str]) -> None:
    assert _flat(surfaces) == flat
