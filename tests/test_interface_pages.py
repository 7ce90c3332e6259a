"""The interface's pages at every text size: nothing is cut, nothing lies over anything else, nothing is too light."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pygame
import pytest

from dreamplayer.app.picker import settings_form
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_page import _details, ground, page, row
from dreamplayer.app.picker.picker_state import PickerState
from dreamplayer.app.player.hud import help_page, load
from dreamplayer.app.window.typeset import AMBER, DUSK, EMBER, SAND, Sheet, contrast
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow

SIZES = (0.75, 1.0, 1.25, 1.5, 2.0)
SCREENS = ((1280, 720), (1920, 1080), (1024, 768))
LINE = (
    "It is late dusk in a city built from shifting shadows and molten silver, where the architecture ripples like "
    "satin in a gentle breeze."
)
CARDS = tuple(
    Card(
        name, title, name, LINE, 400, own=True, loved=True, left=True, minutes=30.0, told=4.2,
        images=("city", "sky", "glass", "garden", "flower"), curve=(0.1, 0.2, 0.9, 0.3), note="grief-and-fear",
    )
    for name, title in (("a", "The Inverted Forest of Whispering Glass"), ("b", "The Blue Door"), ("c", "Lanterns"))
)  # fmt: skip


def ink(sheet: Sheet) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is written, in pixels."""
    red = pygame.surfarray.array_red(sheet.surface) * (pygame.surfarray.array_alpha(sheet.surface) > 60)
    xs, ys = np.nonzero(red > 60)
    return int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max())


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", SIZES)
def test_the_shelf_fits(screen: tuple[int, int], text: float) -> None:
    """Up to twice the size all of a dream's facts stand on the page, above its neighbours."""
    for name in ("a", "b"):
        state = PickerState(CARDS, name=name)
        shelf = page(state, screen, text, False)
        left, top, right, bottom = ink(shelf)
        assert left > 2
        assert top > 2
        assert right < screen[0] - 3
        assert bottom < screen[1] - 3
        sheet = Sheet(*screen, size=text)
        foot = min((rect.top for _, rect in row(state, screen, text).panes), default=round(0.86 * screen[1]))
        assert state.card is not None
        _details(sheet, state.card, text, foot)
        assert ink(sheet)[3] <= foot + 2


def test_letters_grow_with_the_setting() -> None:
    """Twice the text size is twice as high in what is read: facts, images and the settings."""
    for small, large in ((Sheet(1920, 1080), Sheet(1920, 1080, size=2.0)),):
        assert large.face(26).get_height() == pytest.approx(2 * small.face(26).get_height(), abs=2)
    heights = []
    for text in (1.0, 2.0):
        sheet = Sheet(1920, 1080, size=text)
        settings_form.settings_page(sheet, settings_form.SettingsForm(Settings(), settings_form.PAGE))
        rows = np.flatnonzero((pygame.surfarray.array_alpha(sheet.surface)[: 1920 // 2] > 60).any(0))
        breaks = np.flatnonzero(np.diff(rows) > 1)
        heights.append(rows[breaks[0]] - rows[0])
    assert heights[1] > 1.8 * heights[0]


@pytest.mark.parametrize("names", [settings_form.WELCOME, settings_form.PAGE], ids=["first page", "settings"])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_line_under_the_hand_is_seen(names: tuple[str, ...], text: float) -> None:
    """However large the text, each line comes into sight when one goes to it, and its bar with it."""
    for at in range(len(names)):
        sheet = Sheet(1280, 720, size=text)
        asked = settings_form.SettingsForm(Settings(), names, index=at)
        (settings_form.welcome_page if names == settings_form.WELCOME else settings_form.settings_page)(sheet, asked)
        same = (pygame.surfarray.array3d(sheet.surface) == AMBER).all(-1)
        same &= pygame.surfarray.array_alpha(sheet.surface) > 250
        runs = same.sum(0)
        assert runs.max() >= 0.8 * sheet.u(14)
        left, _, right, bottom = ink(sheet)
        assert left > 2
        assert right < 1277
        assert bottom < 720


@pytest.mark.parametrize("part", ["help", "picker-help"])
@pytest.mark.parametrize("text", SIZES)
def test_help_fits(part: str, text: float) -> None:
    """All of the help is on the page at every size."""
    for screen in SCREENS:
        sheet = Sheet(*screen, size=text)
        help_page(sheet, part)
        left, top, right, bottom = ink(sheet)
        assert min(left, top) > 2
        assert right < screen[0] - 3
        assert bottom < screen[1] - 3


@pytest.mark.parametrize("colour", [AMBER, SAND, DUSK, EMBER])
def test_ink_can_be_read_where_it_stands(colour: tuple[int, int, int]) -> None:
    """WCAG AA over the lightest picture the shelf may show behind its words."""
    shade = pygame.surfarray.array_alpha(ground(1280, 720))[: int(0.45 * 1280), int(0.15 * 720) :].min() / 255
    # Half of the night's cap, as one flat sRGB grey, under the shade.
    behind = round(255 * (0.053 * (1 - shade)) ** (1 / 2.2))
    assert contrast(colour, (behind, behind, behind)) >= (4.5 if colour != EMBER else 3.0)


def test_pages_keep_within_the_night() -> None:
    """No page adds more light than a sixth of what a dream may have, at any text size."""
    for text in SIZES:
        shelf = page(PickerState(CARDS, name="a"), (1280, 720), text, False).overlay()
        assert load(shelf) < 0.018
        for names, draw in (
            (settings_form.WELCOME, settings_form.welcome_page),
            (settings_form.PAGE, settings_form.settings_page),
        ):
            sheet = Sheet(1280, 720, size=text)
            draw(sheet, settings_form.SettingsForm(replace(Settings(), gentle=True), names))
            assert load(sheet.overlay()) < 0.018
