"""The file of learned weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.config import ConfigError, digest, load_config
from dashboard.config.learned import Learned, load_learned, save_learned
from dashboard.config.themes import check_columns, themes_of_file
from tests.analysis.documents import CONFIG

TINY = Learned(
    language="fr",
    columns=("sea", "hill"),
    content="",
    words=("mer", "montagne", "neige"),
    rarity=np.array([1.0, 2.0, 2.5], dtype=np.float32),
    weights=np.array([[1.27, 0.0], [-0.5, 2.54], [0.0, 1.0]], dtype=np.float32),
    own=np.arange(12, dtype=np.float32).reshape(3, 4),
    cross=np.array([[0.0, -1.5], [0.5, 0.0]], dtype=np.float32),
    context=np.arange(7, dtype=np.float32),
    listed=(frozenset({("strong", "mer"), ("weak", "bord + mer")}), frozenset()),
)


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    save_learned(tmp_path / "one.npz", TINY)
    found = load_learned(tmp_path / "one.npz")
    assert (found.language, found.columns, found.words) == (TINY.language, TINY.columns, TINY.words)
    assert found.rows == {"mer": 0, "montagne": 1, "neige": 2}
    np.testing.assert_allclose(found.rarity, TINY.rarity, atol=1e-6)
    np.testing.assert_allclose(found.weights, TINY.weights, atol=0.011)
    np.testing.assert_array_equal(found.own, TINY.own)
    np.testing.assert_array_equal(found.cross, TINY.cross)
    np.testing.assert_array_equal(found.context, TINY.context)
    assert found.listed == TINY.listed


def test_the_same_weights_give_the_same_bytes_and_digest(tmp_path: Path) -> None:
    save_learned(tmp_path / "one.npz", TINY)
    save_learned(tmp_path / "two.npz", TINY)
    save_learned(tmp_path / "other.npz", replace(TINY, context=TINY.context + 1))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    one, two, other = (load_learned(tmp_path / f"{name}.npz") for name in ("one", "two", "other"))
    assert digest(one) == digest(two) != digest(other)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive at all"])
def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "learned_fr.npz"
    file.write_bytes(data)
    with pytest.raises(ConfigError, match=r"learned_fr\.npz: no file of learned weights .*; restore it"):
        load_learned(file)


def test_a_file_without_a_table_or_with_tables_that_do_not_fit_is_told(tmp_path: Path) -> None:
    file = tmp_path / "learned_fr.npz"
    np.savez(file, words=np.zeros(1, np.uint8))
    with pytest.raises(ConfigError, match="no file of learned weights"):
        load_learned(file)
    for wrong in ({"context": np.zeros(3, np.float32)}, {"cross": np.zeros((2, 3), np.float32)}):
        save_learned(file, replace(TINY, **wrong))
        with pytest.raises(ConfigError, match="do not fit together"):
            load_learned(file)


def test_a_file_with_a_word_of_no_theme_is_told(tmp_path: Path) -> None:
    file = tmp_path / "learned_fr.npz"
    save_learned(file, TINY)
    with np.load(file) as old:
        np.savez(file, **(dict(old) | {"listed": np.frombuffer(b"hill\tmer", np.uint8)}))
    with pytest.raises(ConfigError, match="no file of learned weights"):
        load_learned(file)


def test_the_words_that_several_columns_were_learned_with_are_told_together() -> None:
    both = replace(TINY, listed=(TINY.listed[0], frozenset({("words", "mont")})))
    assert both.listed_for(("sea", "hill")) == TINY.listed[0] | {("words", "mont")}
    assert both.listed_for(("hill", "moon")) == {("words", "mont")} and both.listed_for(()) == frozenset()


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone\.npz: cannot be read"):
        load_learned(tmp_path / "gone.npz")


def test_a_theme_may_only_name_weights_that_there_are(tmp_path: Path) -> None:
    file = tmp_path / "themes.toml"
    file.write_text('[themes.sea]\nlabel_fr = "Mer"\nwords = ["mer"]\nlearned = ["ocean"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"\[themes\.sea\] learned: 'ocean' has no learned weights"):
        load_config(tmp_path)
    check_columns(themes_of_file(file.read_bytes(), "themes.toml"), ("ocean",), file)


def test_every_shipped_theme_has_its_own_weights() -> None:
    assert CONFIG.learned.columns == CONFIG.themes.order
    assert all(theme.learned == (theme.theme_id,) for theme in CONFIG.themes.themes)
    assert CONFIG.learned.words == tuple(sorted(CONFIG.learned.words))
    assert (CONFIG.learned.rarity > 0).mean() > 0.99 and (CONFIG.learned.own[:, 0] > 0).all()
