from dashboard.ingest.manifest import fields_by_file, is_manifest

LIST = (
    "file,source,title,published,note\na.txt,Le Fil,Un titre,2023-01,digeste\n./b.txt,,,,\nc.txt,Sud,,,\na.txt,Est,,,\n"
)


def test_is_manifest() -> None:
    assert is_manifest(LIST.encode())
    assert not is_manifest(b"file,text\na,b\n")
    assert not is_manifest(b"text,source\na,b\n")
    assert not is_manifest(b"")


def test_fields_by_file() -> None:
    fields, amiss = fields_by_file("lot/articles.csv", LIST.encode(), {"lot/a.txt": 1, "lot/b.txt": 1})
    assert fields == {"lot/a.txt": {"source": "Le Fil", "title": "Un titre", "published": "2023-01"}, "lot/b.txt": {}}
    assert [(item.path, item.row, item.reason) for item in amiss] == [
        ("lot/articles.csv", 3, "names 'c.txt', which is not there"),
        ("lot/articles.csv", 4, "names 'a.txt' a second time; the first line counts"),
    ]
