"""Heads-up display: toasts after a key, help, and the info panel. Dim and brief."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import numpy as np

from dreamplayer.app.player import pointer_bar
from dreamplayer.app.player.help_pages import page_count
from dreamplayer.app.player.player_state import PlayerState, Toast
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.app.window.typeset import AMBER, DUSK, SAND, Sheet
from dreamplayer.kit.curves import smooth
from dreamplayer.picture.frame import Overlay

_IN, _HOLD, _OUT = 0.25, 1.8, 1.0
"""Seconds of a toast's fade in, of its stay and of its fade out."""
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
        self._row_since: float | None = None
        """Since when the row of words to click has been there, seconds of the room."""

    def overlay(self, state: PlayerState, size: tuple[int, int], facts: dict[str, str]) -> Overlay | None:
        """The overlay now, or None.

        Args:
            state: of the player.
            size: of the window, pixels.
            facts: lines of the info panel, name to value.
        """
        content: tuple[object, ...]
        if state.panel:
            if state.panel != self._panel:
                self._panel, self._panel_since = state.panel, state.room
            opacity = smooth(state.room - self._panel_since, 0.0, _PANEL)
            content = ("panel", state.panel, state.page, size, tuple(facts.items()))
            return self._set(content, opacity, state, size, facts)
        self._panel = ""
        toast, said = state.toast, _said(state)
        row = button_bar.opacity(state.room - state.nudged)
        if row > 0.004:
            self._row_since = state.room if self._row_since is None else self._row_since
            words = pointer_bar.buttons(state)
            hit = button_bar.under(pointer_bar.sheet(state, size), words, state.pointer)
            content = ("bar", words, hit, None if said is None else (said.key, said.value), size)
            return self._set(content, row * smooth(state.room - self._row_since, 0.0, _PANEL), state, size, facts)
        self._row_since = None
        if said is None:
            return None
        age = state.room - said.since
        opacity = toast_opacity(age) if said is toast else smooth(age, 0.0, _PANEL)
        return self._set(("toast", said.key, said.value, size), opacity, state, size, facts)

    def _set(
        self,
        content: tuple[object, ...],
        opacity: float,
        state: PlayerState,
        size: tuple[int, int],
        facts: dict[str, str],
    ) -> Overlay:
        key = (content, state.settings.caption_size, state.settings.easy_reading)
        if key != self._content or self._page is None:
            sheet = Sheet(*size, size=state.settings.caption_size, easy=state.settings.easy_reading)
            if state.panel == "help":
                help_page(sheet, "help", state.page)
            elif state.panel == "info":
                _info_page(sheet, facts)
            else:
                _line(sheet, state, row=content[0] == "bar")
            self._content, self._page = key, sheet.overlay()
        return replace(self._page, opacity=opacity)


def _said(state: PlayerState) -> Toast | None:
    """The toast while it can be seen, else what stays."""
    toast = state.toast
    seen = toast is not None and toast_opacity(state.room - toast.since) > 0.004
    return toast if seen else state.status


def _line(sheet: Sheet, state: PlayerState, *, row: bool) -> None:
    """Lay out the row of words to click, where it is shown, and below it what is said."""
    said = _said(state)
    if row:
        words = pointer_bar.buttons(state)
        hit = button_bar.under(sheet, words, state.pointer)
        button_bar.draw(sheet, words, lit=None if hit is None else hit.name)
    if said is not None:
        _toast(sheet, interface_text.message("toast", said.key, said.value), 108 if row else 52)


def _toast(sheet: Sheet, text: str, top: float) -> None:
    """Lay out a toast: italics at the upper left, away from the captions; `top` in thousandths of the height."""
    for row, line in enumerate(textwrap.wrap(text, 64)):
        sheet.write(line, (sheet.u(56), sheet.u(top + 38 * row)), 27, SAND, style="Italic")


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
    step = 40
    # Wider where a language has long words for what is no key.
    widest = max(sheet.face(24, text=keys).size(keys)[0] for keys, _ in rows)
    keys_wide = max(150, round(150 * (widest + sheet.u(12)) / max(1, sheet.u(150))))
    meant = max(sheet.face(24, text=meaning).size(meaning)[0] for _, meaning in rows) + sheet.u(keys_wide + 8)
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
