from pathlib import Path

import pytest

from dashboard.config.base import ConfigError
from dashboard.config.entities import load_entities

GOOD = """
[[group]]
label = "companies"
type = "ORG"
names = ["Alba = Alba SA", "Norvia"]
[descriptions]
Alba = ["verrier lensois"]
"Claire Morel" = ["patronne d'Alba"]
[heads]
Alba = ["Claire Morel = Morel"]
Norvia = ["Claire Morel"]
[products]
Alba = ["Albaglass"]
[[guard]]
spellings = ["Alba"]
near = ["verre"]
[rules]
titles = ["M."]
[[example]]
text = "Alba recrute."
names = ["Alba | ORG"]
"""
BAD = [
    ('names = ["Alba", "Norvia = Alba"]', "Alba stands in this file twice"),
    ('names = ["Alba = "]', "expected 'Name' or 'Name = other spelling"),
    ('names = ["Alba"]\nlanguage = "fr"', "unknown key"),
    ('names = ["Alba"]\n[descriptions]\nNorvia = ["verrier"]', "no name of any"),
    ('names = ["Alba"]\n[[guard]]\nspellings = ["Norvia"]\nnear = []', "no spelling of any name"),
    ('names = ["Alba"]\n[[example]]\ntext = "Alba"\nnames = ["Alba | FIRM"]', "expected 'Name | ORG'"),
]


def write(folder: Path, text: str) -> Path:
    path = folder / "entities.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_load_entities(tmp_path: Path) -> None:
    entities = load_entities(write(tmp_path, GOOD))
    alba = entities.by_name["Alba"]
    assert (alba.type, alba.spellings, alba.descriptions) == ("ORG", ("Alba", "Alba SA"), ("verrier lensois",))
    assert entities.heads("Alba") == ("Claire Morel",)
    assert entities.products("Alba") == ("Albaglass",)
    assert entities.heads("Sans nom") == ()
    assert dict(entities.head_of) == {"Claire Morel": "Alba"}
    assert dict(entities.maker_of) == {"Albaglass": "Alba"}
    assert entities.by_name["Claire Morel"].spellings == ("Claire Morel", "Morel")
    assert entities.by_name["Claire Morel"].type == "PER"
    assert entities.by_name["Albaglass"].type == "PRODUCT"
    assert entities.rules.titles == {"M."}


@pytest.mark.parametrize(("lines", "message"), BAD)
def test_faults_are_named(tmp_path: Path, lines: str, message: str) -> None:
    path = write(tmp_path, f'[[group]]\nlabel = "companies"\ntype = "ORG"\n{lines}\n')
    with pytest.raises(ConfigError, match=str(path)) as fault:
        load_entities(path)
    assert message in str(fault.value)


def test_the_projects_own_list_links_heads_and_makers() -> None:
    entities = load_entities(Path(__file__).parents[2] / "config" / "entities.toml")
    assert entities.head_of["Satya Nadella"] == "Microsoft"
    assert entities.maker_of["ChatGPT"] == "OpenAI"
    assert {"Open AI", "Open IA", "OpenAi"} <= set(entities.by_name["OpenAI"].spellings)
