"""The stills of the shelf: what ships is what the app draws today, and a person's own text keeps its picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from dreamplayer import paths
from dreamplayer.app.picker import stills
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.thumbnails import title_in_motes
from dreamplayer.app.render_worker import layer_cache
from dreamplayer.model.score import Score
from dreamplayer.picture.light import STORY_CAP
from dreamplayer.picture.quality import software

SMALL = (240, 135)
"""Size at which a still and what is drawn today are compared, pixels."""
BLOCK = 15
MEAN, WORST = 2.0, 10.0
"""Most 8-bit levels by which the picture, and any block of so many pixels square, may differ in its mean."""


def pixels(surface: pygame.Surface) -> NDArray[np.float64]:
    """Levels of a picture at the size of the comparison, (height, width, 3)."""
    small = pygame.transform.smoothscale(surface.convert(32), SMALL)
    return pygame.surfarray.array3d(small).swapaxes(0, 1).astype(float)


def difference(one: pygame.Surface, other: pygame.Surface) -> tuple[float, float]:
    """Mean absolute difference of two pictures, and the most that a block's mean differs; 8-bit levels."""
    off = pixels(one) - pixels(other)
    blocks = off.reshape(SMALL[1] // BLOCK, BLOCK, SMALL[0] // BLOCK, BLOCK, 3).mean((1, 3))
    return float(np.abs(off).mean()), float(np.abs(blocks).max())


def card(name: str, *, own: bool) -> Card:
    """A card of a dream."""
    return Card(name, name.title(), f"{name}-sha" * 8, "It is late.", 100, own)


@pytest.mark.slow
def test_what_ships_is_what_is_drawn_today(
    gl_painter: Any, silent_nights: dict[str, Score], request: pytest.FixtureRequest
) -> None:
    """Each still matches its dream as the painter draws it now; --update-goldens draws them anew."""
    if not software(gl_painter.renderer):
        pytest.skip(f"stills are compared on software OpenGL, not on {gl_painter.renderer}")
    renew = request.config.getoption("--update-goldens")
    gl_painter.resize(*stills.SIZE)
    wrong = []
    for name, score in silent_nights.items():
        with layer_cache.casting():
            gl_painter.paint(stills.still_frame(score))
        drawn = pygame.image.frombytes(gl_painter.pixels(), stills.SIZE, "RGB")
        if renew:
            pygame.image.save(drawn, str(stills.shipped(name)))
        shipped = stills.load(card(name, own=False))
        assert shipped is not None, f"{name} has no still: --update-goldens"
        apart = difference(drawn, shipped)
        wrong += (
            [f"{name}: mean {apart[0]:.1f}, a block {apart[1]:.1f}"] if apart > (MEAN, 0) or apart[1] > WORST else []
        )
    assert not wrong, f"{'; '.join(wrong)}: look at them, then pytest tests/test_stills.py --update-goldens"


def test_no_still_is_another(silent_nights: dict[str, Score]) -> None:
    """Whichever two stills change places, the comparison finds it; and no still is left over."""
    found = {path.stem: pygame.image.load(str(path)) for path in (paths.assets() / "stills").iterdir()}
    assert sorted(found) == sorted(silent_nights)
    for name, one in found.items():
        for other, two in found.items():
            assert (difference(one, two) > (MEAN, 0.0)) == (name != other)


def test_stills_keep_to_the_light_of_the_shelf() -> None:
    """On any screen: a still shown as a key has at most the share of the night's light that the shelf may show."""
    for path in (paths.assets() / "stills").iterdir():
        surface = pygame.image.load(str(path))
        for cap in (1.0, 0.3, 0.05):
            key = stills.as_key(surface, cap)
            levels = np.frombuffer(key.rgba, np.uint8).reshape(key.height, key.width, 4)[..., :3] / 255.0
            shown = (levels**2.2).mean((0, 1)) @ np.array([0.01, 0.36, 0.63]) / key.light
            assert shown <= 1.02 * stills.CAP * STORY_CAP * cap


def test_an_own_text_keeps_its_picture() -> None:
    """From the first drawing on; a file that is cut short counts as none; the five never look into the cache."""
    own = card("boat", own=True)
    assert stills.load(own) is None
    stills.keep(own.sha256, title_in_motes("The Boat"))
    assert stills.load(own) is not None
    assert stills.load(card("boat", own=False)) is None
    stills.kept(own.sha256).write_bytes(b"\xff\xd8\xff")
    assert stills.load(own) is None


def test_old_pictures_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more stills are kept than are allowed."""
    monkeypatch.setattr(stills, "KEPT", 2)
    for name in ("one", "two", "three"):
        stills.keep(card(name, own=True).sha256, pygame.Surface((16, 9)))
    assert len(list(stills.kept("").parent.iterdir())) == 2


@pytest.mark.parametrize("title", ["The Boat", "A very long title that needs more than a single line of it", "", "🦊"])
def test_a_text_without_a_picture_shows_its_title(title: str) -> None:
    """Dim motes, and none for no title."""
    levels = pygame.surfarray.array3d(title_in_motes(title))
    assert (levels.max() > 60) == bool(title)
    assert levels.mean() < 12
