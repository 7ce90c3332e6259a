"""Heads-up display: toasts after a key, help, and the info panel. Dim and brief."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import numpy as np

from dreamplayer.app.player.help_pages import page_count
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.window import interface_text
from dreamplayer.app.window.typeset import AMBER, DUSK, SAND, Sheet
from dreamplayer.kit.curves import smooth
from dreamplayer.picture.frame import Overlay

_IN, _HOLD, _OUT = 0.25, 1.8, 1.0
"""Seconds of a toast's fade in, of its stay and of its fade out."""
_NUDGE = 2.5
_PANEL = 0.4


def toast_opacity(age: float) -> float:
    """Opacity of a toast `age` seconds after it appeared, 0..1."""
    return smooth(age, 0.0, _IN) * (1.0 - smooth(age, _IN + _HOLD, _IN + _HOLD + _OUT))


class Hud:
    """Caches the page laid out last; it is laid out again only when its content changes."""

    def __init__(self) -> None:
        self._content: object = None
        self._page: Overlay | None = None
        self._panel = ""
        self._panel_since = 0.0

    def overlay(self, state: PlayerState, size: tuple[int, int], facts: dict[str, str]) -> Overlay | None:
        """The overlay now, or None.

        Args:
            state: of the player.
            size: of the window, pixels.
            facts: lines of the info panel, name to value.
        """
        if state.panel:
            if state.panel != self._panel:
                self._panel, self._panel_since = state.panel, state.room
            opacity = smooth(state.room - self._panel_since, 0.0, _PANEL)
            content = ("panel", state.panel, state.page, size, tuple(facts.items()))
            return self._set(content, opacity, state, size, facts)
        self._panel = ""
        if state.toast is not None:
            opacity = toast_opacity(state.room - state.toast.since)
            if opacity > 0.004:
                return self._set(("toast", state.toast.key, state.toast.value, size), opacity, state, size, facts)
        age = state.room - state.nudged
        if 0.0 <= age < _NUDGE:
            opacity = smooth(age, 0.0, 0.4) * (1.0 - smooth(age, _NUDGE - 1.0, _NUDGE))
            return self._set(("nudge", state.playing, size), opacity, state, size, facts)
        return None

    def _set(
        self, content: object, opacity: float, state: PlayerState, size: tuple[int, int], facts: dict[str, str]
    ) -> Overlay:
        key = (content, state.settings.caption_size, state.settings.easy_reading)
        if key != self._content or self._page is None:
            sheet = Sheet(*size, size=state.settings.caption_size, easy=state.settings.easy_reading)
            if state.panel == "help":
                help_page(sheet, "help", state.page)
            elif state.panel == "info":
                _info_page(sheet, facts)
            elif state.toast is not None and isinstance(content, tuple) and content[0] == "toast":
                _toast(sheet, interface_text.message("toast", state.toast.key, state.toast.value))
            else:
                _controls(sheet, state)
            self._content, self._page = key, sheet.overlay()
        return replace(self._page, opacity=opacity)


def _toast(sheet: Sheet, text: str) -> None:
    """Lay out a toast: italics at the upper left, away from the captions."""
    for row, line in enumerate(textwrap.wrap(text, 64)):
        sheet.write(line, (sheet.u(56), sheet.u(52 + 38 * row)), 27, SAND, style="Italic")


def _controls(sheet: Sheet, state: PlayerState) -> None:
    """Lay out the hints that a nudge of the mouse shows."""
    rest = "Space  " + interface_text.message("toast", "going-on" if not state.playing else "resting")
    more, keys = interface_text.message("toast", "more", 10), interface_text.message("help", "title").lower()
    text = f"{rest}      +  {more}      ?  {keys}"
    sheet.write(text, (sheet.u(56), sheet.u(52)), 23, DUSK)


def help_page(sheet: Sheet, part: str, page: int = 0) -> None:
    """Lay out a page of the help, in one or two columns, as the text size allows.

    Args:
        sheet: laid out on.
        part: section of the message catalogue with its rows.
        page: index of the page.
    """
    sheet.dim(0.92)
    every = interface_text.rows(part)
    on_page = -(-len(every) // page_count(sheet.size))
    rows = every[page * on_page : (page + 1) * on_page]
    step, keys_wide = 40, 150
    meant = max(sheet.face(24).size(meaning)[0] for _, meaning in rows) + sheet.u(keys_wide + 8)
    columns = 2 if sheet.u(step) * len(rows) > 0.68 * sheet.height and 2.2 * meant < 0.94 * sheet.width else 1
    per = -(-len(rows) // columns)
    share, gap = meant / sheet.u(1000), 60
    sheet.shrink(columns * meant + (columns - 1) * sheet.u(gap), per * sheet.u(step) + sheet.u(230))
    column = sheet.u(1000 * share)
    left = (sheet.width - columns * column - (columns - 1) * sheet.u(gap)) // 2
    top = max(sheet.u(30), (sheet.height - sheet.u(step) * per - sheet.u(150)) // 2)
    sheet.write(interface_text.message(part, "title"), (left, top), 40, AMBER)
    for i, (keys, meaning) in enumerate(rows):
        x = left + (i // per) * (column + sheet.u(gap))
        y = top + sheet.u(92) + (i % per) * sheet.u(step)
        sheet.write(keys, (x, y), 24, AMBER)
        sheet.write(meaning, (x + sheet.u(keys_wide), y), 24, SAND)
    close = interface_text.message(part, "close" if (page + 1) * on_page >= len(every) else "more")
    sheet.write(close, (left, top + sheet.u(112) + per * sheet.u(step)), 22, DUSK, style="Italic")


def _info_page(sheet: Sheet, facts: dict[str, str]) -> None:
    """What this night is: no clock, no countdown."""
    sheet.dim(0.92)
    left, top = (sheet.width - sheet.u(560)) // 2, (sheet.height - sheet.u(60 * len(facts) + 120)) // 2
    sheet.write(facts.get("title", ""), (left, top), 40, AMBER)
    y: float = top + sheet.u(92)
    for name, value in facts.items():
        if name != "title":
            sheet.write(interface_text.message("info", name), (left, y), 24, DUSK)
            y = sheet.paragraph(value, (left + sheet.u(150), y), sheet.u(480), 24, SAND) + sheet.u(8)


def load(overlay: Overlay) -> float:
    """Melanopic load an overlay adds to the mean of the frame, 0..1, as on black; sampled at every 6th pixel."""
    pixels = np.frombuffer(overlay.rgba, np.uint8).reshape(overlay.height, overlay.width, 4)[::6, ::6, :3]
    linear = (pixels / np.float32(255.0)) ** np.float32(2.2)
    return float(linear.mean((0, 1)) @ np.array([0.01, 0.36, 0.63])) * overlay.opacity
