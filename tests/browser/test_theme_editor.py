"""The theme editor in a real browser, on a copy of the seeds: what is saved stays in the test's own folder."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import settle
from tests.browser.server import SEEDS, serve


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a dashboard on a copy of the seeds, and the folder that the copy stands in."""
    folder = tmp_path_factory.mktemp("own")
    shutil.copytree(SEEDS, folder / "seeds")
    with serve(folder / "seeds", folder / "output.txt") as started:
        yield started, folder


def test_a_word_is_tried_and_applied_a_theme_renamed_and_downloaded(
    page: Page, own: tuple[str, Path], tmp_path: Path
) -> None:
    address, folder = own
    page.goto(f"{address}/?view=themes")
    settle(page)
    page.locator("a.rc-go", has_text="Modifier les thèmes").click()
    expect(page.locator("h1")).to_have_text("Modifier les thèmes")
    settle(page)
    page.locator(".rc-legend a", has_text="Travail et emploi").click()
    page.wait_for_url("**edit=labour**")
    settle(page)
    expect(page.get_by_label("Nom en français")).to_have_value("Travail et emploi")

    page.get_by_role("textbox", name="Ajouter un mot ou une expression").fill("ChatGPT")
    page.get_by_role("button", name="Ajouter", exact=True).click()
    expect(page.get_by_text("1 modification, pas encore appliquée")).to_be_visible()
    settle(page)
    expect(page.locator("table.rc-counts")).to_contain_text("Travail et emploi")
    expect(page.locator("h2", has_text=re.compile("arrive(nt)? dans"))).to_be_visible()
    expect(page.locator(".rc-card mark:visible", has_text="ChatGPT").first).to_be_visible()

    name = page.get_by_label("Nom en français")
    name.fill("Agents bavards")
    name.press("Enter")
    expect(page.get_by_text("s’appelle désormais")).to_be_visible()
    page.get_by_role("button", name="Appliquer").click()
    expect(page.get_by_text("toutes les pages de cette session")).to_be_visible()
    settle(page)
    sidebar = page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").locator("button")
    expect(sidebar.filter(has_text=re.compile(r"^Agents bavards · \d+$"))).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger").click()
    waiting.value.save_as(tmp_path / "themes.toml")
    written = tomllib.loads((tmp_path / "themes.toml").read_text("utf-8"))["themes"]["labour"]
    assert written["label_fr"] == "Agents bavards" and "ChatGPT" in written["strong"]

    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Appliqué et enregistré dans")).to_be_visible()
    assert "Agents bavards" in (folder / "seeds.themes.toml").read_text("utf-8")

    page.goto(f"{address}/?view=themes&theme=labour")
    settle(page)
    expect(page.locator("h2", has_text="Agents bavards")).to_be_visible()
    expect(page.locator(".rc-card mark", has_text="ChatGPT").first).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0


def test_a_draft_outlives_a_reload_of_its_tab_and_no_other_has_it(page: Page, own: tuple[str, Path]) -> None:
    address, _folder = own
    page.goto(f"{address}/?view=themes&edit=cloud")
    settle(page)
    page.get_by_role("textbox", name="Ajouter un mot ou une expression").fill("plafond")
    page.get_by_role("button", name="Ajouter", exact=True).click()
    expect(page.get_by_text("1 modification, pas encore appliquée")).to_be_visible()
    settle(page)
    page.locator("nav.rc-views a", has_text="Citations").click()
    waits = page.locator(".rc-waits")
    expect(waits).to_contain_text("1 modification des thèmes n’est pas encore appliquée.")
    settle(page)
    page.reload()
    expect(waits).to_contain_text("1 modification des thèmes n’est pas encore appliquée.")
    assert "draft" not in page.url
    with page.context.new_page() as other:
        other.goto(f"{address}/?view=quotes")
        settle(other)
        assert other.locator(".rc-waits").count() == 0
    waits.locator("a").click()
    page.wait_for_url("**edit=cloud**")
    expect(page.get_by_text("«\u202fplafond\u202f» ajouté à")).to_be_visible()
    page.get_by_role("button", name="Tout annuler").click()
    expect(page.get_by_text("Rien n’est encore modifié.")).to_be_visible()
    settle(page)
    page.goto(f"{address}/?view=quotes")
    settle(page)
    assert waits.count() == 0
