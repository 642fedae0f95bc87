import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest import Corpus, IngestError, read_corpus, read_uploads
from tests.text.settings import config

TEXT = "La verrerie de Lens rouvre ses portes lundi, annonce la direction."


def fill(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def ids(corpus: Corpus) -> list[str]:
    return [article.article_id for article in corpus.articles]


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    fill(tmp_path, b_txt=TEXT, sous__a_txt="Un autre texte.", lot_jsonl='{"text": "Une ligne."}')
    (tmp_path / ".cache").write_text("rien")
    corpus = read_corpus([tmp_path], config())
    assert ids(corpus) == ["b.txt", "lot.jsonl#1", "sous/a.txt"]
    assert corpus.skipped == ()


def test_files_alone_have_bare_names_and_no_file_is_read_twice(tmp_path: Path) -> None:
    fill(tmp_path, sous__a_txt=TEXT, b_txt="Un autre texte.")
    alone = tmp_path / "sous" / "a.txt"
    assert ids(read_corpus([alone, tmp_path / "sous" / ".." / "sous" / "a.txt"], config())) == ["a.txt"]
    assert ids(read_corpus([alone, tmp_path], config())) == ["b.txt", "sous/a.txt"]


def test_equal_names_of_two_folders_are_told_apart(tmp_path: Path) -> None:
    fill(tmp_path, un__a_txt=TEXT, deux__a_txt="Un autre texte.")
    assert ids(read_corpus([tmp_path / "un", tmp_path / "deux"], config())) == ["deux/a.txt", "un/a.txt"]


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=TEXT, b_txt=TEXT, c_txt="Un autre texte.")
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    assert read_corpus(paths, config()) == read_corpus(paths[::-1], config())


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=TEXT)
    (tmp_path / "lien.txt").symlink_to("/etc/hostname")
    (tmp_path / "boucle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "tube.txt")
    corpus = read_corpus([tmp_path], config())
    assert ids(corpus) == ["a.txt"]
    assert [item.path for item in corpus.skipped] == ["boucle", "lien.txt", "tube.txt"]
    assert {item.reason for item in corpus.skipped} == {"no regular file or a link; it is not followed"}


def test_the_list_of_a_folder_names_sources(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=TEXT, articles_csv="file,source,published\na.txt,lemonde.fr,janvier 2023\n")
    for paths in ([tmp_path], [tmp_path / "a.txt", tmp_path / "articles.csv"]):
        (article,) = read_corpus(paths, config()).articles
        assert (article.source, article.published) == ("Le Monde", "2023-01")


def test_exact_copies_point_to_the_earliest(tmp_path: Path) -> None:
    rows = (
        '{"id": "b", "text": "Un texte.", "date": "2023-02"}\n{"id": "a", "text": "Un  texte.\\n", "date": "2023-03"}\n'
    )
    assert dict(read_corpus([fill(tmp_path, lot_jsonl=rows)], config()).duplicates) == {"a": "b"}


def test_a_second_row_with_an_id_is_listed_and_names_both(tmp_path: Path) -> None:
    fill(tmp_path, un_jsonl='{"id": "x", "text": "Un."}', deux_jsonl='{"text": "Deux."}\n{"id": "x", "text": "Trois."}')
    corpus = read_corpus([tmp_path], config())
    assert ids(corpus) == ["deux.jsonl#1", "x"]
    assert [(item.path, item.row, item.reason) for item in corpus.skipped] == [
        ("un.jsonl", 1, "has the id 'x', which deux.jsonl row 2 has already; give each its own")
    ]


def test_what_is_no_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"nulle-part: no such file or folder"):
        read_corpus([tmp_path / "nulle-part"], config())
    with pytest.raises(IngestError, match="no file there"):
        read_corpus([tmp_path], config())


def test_unreadable_files_alone_are_listed_not_raised(tmp_path: Path) -> None:
    corpus = read_corpus([fill(tmp_path, vide_txt="", image_png="x")], config())
    assert corpus.articles == ()
    assert [(item.path, item.reason.split(":")[0].split(";")[0]) for item in corpus.skipped] == [
        ("image.png", "unknown file type .png"),
        ("vide.txt", "empty"),
    ]


def test_uploads_with_one_name_are_told_apart() -> None:
    files = [
        ("a.txt", b"Un texte."),
        ("../a.txt", b"Un autre."),
        ("dossier\\b.txt", b"Un dernier."),
        ("a.txt", b"Un texte."),
    ]
    corpus = read_uploads(files, config())
    assert ids(corpus) == ["a (2).txt", "a.txt", "dossier/b.txt"]
    assert read_uploads(files[::-1], config()) == corpus


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a.txt", "b.md", "c.html", "d.json", "e.csv", "f.bin"]), st.binary(max_size=200))
    )
)
def test_any_upload_is_read_or_listed(files: list[tuple[str, bytes]]) -> None:
    corpus = read_uploads(files, config())
    names = {article.article_id.partition("#")[0] for article in corpus.articles} | {
        item.path for item in corpus.skipped
    }
    assert len(names) >= min(1, len(files))
    assert all(article.text.strip() for article in corpus.articles)


def test_the_list_beside_a_file_named_alone_counts(tmp_path: Path) -> None:
    fill(tmp_path, a_txt=TEXT, b_txt="Un autre texte.", articles_csv="file,source\na.txt,Le Fil\nb.txt,Sud\n")
    corpus = read_corpus([tmp_path / "a.txt"], config())
    assert [article.source for article in corpus.articles] == ["Le Fil"]
    assert corpus.skipped == ()
