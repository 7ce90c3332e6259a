"""Paintings on disk: brought back to the bit, painted anew whenever anything is amiss."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.render_worker.sprite_cache import SpriteCache, fingerprint

pytestmark = pytest.mark.slow


def image(value: float) -> np.ndarray:
    """A small painting."""
    return np.full((1, 4, 4, 8), value, np.float16)


def never() -> np.ndarray:
    """Nobody should paint."""
    raise AssertionError("it was painted again")


def test_what_was_painted_is_brought_back(tmp_path: Path) -> None:
    """The same key gives the same painting without painting; another key another one."""
    store = SpriteCache(tmp_path)
    first = store("a", lambda: image(0.1))
    again = SpriteCache(tmp_path)("a", never)
    assert np.array_equal(first, again)
    assert np.array_equal(store("b", lambda: image(0.2)), image(0.2))


@pytest.mark.parametrize("damage", [b"", b"\x93NUMPY nonsense", b"words"])
def test_a_damaged_painting_is_painted_anew(tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in the file, the picture is right."""
    store = SpriteCache(tmp_path)
    store("a", lambda: image(0.1))
    next(tmp_path.glob("*/*.npy")).write_bytes(damage)
    assert np.array_equal(store("a", lambda: image(0.1)), image(0.1))
    assert np.array_equal(store("a", never), image(0.1))


def test_a_folder_that_takes_nothing_is_no_harm(tmp_path: Path) -> None:
    """Where nothing can be written, things are painted each time."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert np.array_equal(SpriteCache(blocked)("a", lambda: image(0.3)), image(0.3))


def test_old_and_unused_ones_give_way(tmp_path: Path) -> None:
    """Another version's paintings go at once, the longest unused beyond the limit with the next start."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "x.npy").write_bytes(b"1234")
    store = SpriteCache(tmp_path)
    assert not (tmp_path / "old" / "x.npy").exists()
    for name in "abc":
        store(name, lambda: image(0.1))
    SpriteCache(tmp_path, most=1000)
    assert 0 < len(list(tmp_path.glob("*/*.npy"))) < 3
    assert len(fingerprint()) == 16
