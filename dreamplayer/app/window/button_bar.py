"""A row of words to click: dim, shown while the pointer moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from dreamplayer.app.window.typeset import AMBER, SAND, Sheet
from dreamplayer.kit.curves import smooth

STAYS = 3.0
"""Seconds for which the row and the pointer stay after the pointer was moved."""
_TYPE, _GAP, _MARGIN, _TOP = 24.0, 44.0, 56.0, 44.0
"""Size of the words, space between them, from the edge and from the top; thousandths of the window's height."""


@dataclass(frozen=True, slots=True)
class Button:
    """A word to click."""

    name: str
    """What it does."""
    label: str
    """What it says."""


def opacity(age: float) -> float:
    """Opacity of the row `age` seconds after the pointer was moved, 0..1."""
    return float(1.0 - smooth(age, STAYS - 0.8, STAYS)) if 0.0 <= age < STAYS else 0.0


def layout(sheet: Sheet, buttons: Sequence[Button], *, align: float = 0.0) -> list[pygame.Rect]:
    """Where each word can be clicked, in pixels; smaller where the window is too narrow for all of them.

    Args:
        sheet: of the size of the window.
        buttons: from left to right.
        align: 0 the row begins at the left margin .. 1 it ends at the right one.
    """
    return _measured(sheet, buttons, align)[1]


def draw(sheet: Sheet, buttons: Sequence[Button], *, lit: str | None = None, align: float = 0.0) -> None:
    """Write the row; the word named `lit`, which is under the pointer, is lighter. Other arguments as in `layout`."""
    size, rects = _measured(sheet, buttons, align)
    for button, rect in zip(buttons, rects, strict=True):
        x = rect.left + sheet.u(_GAP * size / _TYPE) // 2
        sheet.write(button.label, (x, sheet.u(_TOP)), size, AMBER if button.name == lit else SAND)


def under(
    sheet: Sheet, buttons: Sequence[Button], pointer: tuple[int, int] | None, *, align: float = 0.0
) -> Button | None:
    """The word under the pointer. Arguments as in `layout`."""
    if pointer is None:
        return None
    rects = layout(sheet, buttons, align=align)
    return next((b for b, rect in zip(buttons, rects, strict=True) if rect.collidepoint(pointer)), None)


def _measured(sheet: Sheet, buttons: Sequence[Button], align: float) -> tuple[float, list[pygame.Rect]]:
    """Size of the words, and the rectangle of each."""
    size = _TYPE
    room = sheet.width - 2 * sheet.u(_MARGIN / sheet.size)
    for _ in range(6):
        gap = sheet.u(_GAP * size / _TYPE)
        widths = [sheet.face(size, text=button.label).size(button.label)[0] + gap for button in buttons]
        if sum(widths) <= room:
            break
        size *= 0.97 * room / sum(widths)
    height = sheet.face(size).get_height()
    margin = sheet.u(_MARGIN / sheet.size)
    x = margin - gap // 2 + round(align * max(0, room - sum(widths)))
    rects = []
    for width in widths:
        rects.append(pygame.Rect(x, sheet.u(_TOP) - height // 2, width, 2 * height))
        x += width
    return size, rects
