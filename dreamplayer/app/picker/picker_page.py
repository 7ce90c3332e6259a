"""Layout of the picker's page: the chosen dream in words, its curve, and the row of thumbnails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_state import BAR, PickerState
from dreamplayer.app.player.player_state import title_of
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.app.window.button_bar import Button
from dreamplayer.app.window.typeset import AMBER, DUSK, EMBER, SAND, Sheet, shorten

MARGIN = 92
PANE = (282, 158)
GAP = 34
"""Lengths in thousandths of the height of the window."""
_FOOT = 66
_PANES_BOTTOM = 150


@dataclass(frozen=True, slots=True)
class Row:
    """Rectangles of the thumbnails, in pixels."""

    panes: tuple[tuple[str, pygame.Rect], ...]

    def at(self, point: tuple[int, int]) -> str | None:
        """Name of the dream whose thumbnail is at a point in pixels; None for none."""
        return next((name for name, rect in self.panes if rect.collidepoint(point)), None)


LARGE = 1.2
"""Text size from which there is no room for thumbnails: the neighbours are named instead."""


def row(state: PickerState, size: tuple[int, int], text: float) -> Row:
    """Layout of the row of thumbnails: as many as fit, the chosen one among them.

    Args:
        state: of the picker.
        size: of the window, pixels.
        text: text size, 1 the usual; none are shown from `LARGE` on.
    """
    if text >= LARGE:
        return Row(())
    sheet = _Unit(size[1], min(text, 1.25))
    width, height, gap, left = sheet.u(PANE[0]), sheet.u(PANE[1]), sheet.u(GAP), sheet.u(MARGIN)
    fit = max(1, (size[0] - 2 * left + gap) // (width + gap))
    shown = state.shown
    at = next((i for i, card in enumerate(shown) if state.card and card.name == state.card.name), 0)
    first = min(max(0, at - fit // 2), max(0, len(shown) - fit))
    top = size[1] - sheet.u(_PANES_BOTTOM) - height
    return Row(
        tuple(
            (card.name, pygame.Rect(left + i * (width + gap), top, width, height))
            for i, card in enumerate(shown[first : first + fit])
        )
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    height: int
    size: float

    def u(self, thousandths: float) -> int:
        return round(thousandths * self.height / 1000 * self.size)


@lru_cache(maxsize=2)
def ground(width: int, height: int, large: bool = False) -> pygame.Surface:
    """The scrim behind the text: dark at the left and at the bottom, clear where the picture is.

    Args:
        width: pixels.
        height: pixels.
        large: for large text: dark nearly everywhere.
    """
    x = np.linspace(0, 1, width)[:, None]
    y = np.linspace(0, 1, height)[None, :]
    away = np.clip((x - 0.40) / 0.40, 0, 1)
    left = 0.97 * (1 - away * away * (3 - 2 * away) * (0.06 if large else 1.0))
    foot = 0.95 * np.clip((y - 0.55) / 0.26, 0, 1) ** 1.3
    top = 0.4 * np.clip(1 - y / 0.3, 0, 1) ** 2
    shade = 1 - (1 - left) * (1 - foot) * (1 - top)
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    pygame.surfarray.pixels_alpha(surface)[:] = np.rint(255 * shade).astype(np.uint8)
    return surface


@lru_cache(maxsize=4)
def _feather(width: int, height: int) -> np.ndarray:
    """Alpha of a thumbnail, feathered at its edges, (width, height), 0..1."""
    x = np.abs(np.linspace(-1, 1, width))[:, None]
    y = np.abs(np.linspace(-1, 1, height))[None, :]
    soft = width * 0.07
    dx = np.clip((1 - x) * width / 2 / soft, 0, 1)
    dy = np.clip((1 - y) * height / 2 / soft, 0, 1)
    return np.asarray((dx * dx * (3 - 2 * dx)) * (dy * dy * (3 - 2 * dy)))


def page(state: PickerState, size: tuple[int, int], text: float, easy: bool) -> Sheet:
    """The page without its thumbnails.

    Args:
        state: of the picker.
        size: of the window, pixels.
        text: text size, 1 the usual.
        easy: the easy-reading typeface.
    """
    sheet = Sheet(*size, size=text, easy=easy)
    sheet.surface.blit(ground(*size, text >= LARGE), (0, 0))
    _search(sheet, state)
    card = state.card
    if card is None:
        unknown = state.heavy != "any" and any(not card.curve for card in state.cards)
        phrase = "empty" if not state.cards else "not-yet" if unknown else "nothing"
        sheet.write(interface_text.message("picker", phrase), (sheet.u(MARGIN), sheet.u(250)), 34, SAND, style="Italic")
    else:
        foot = _neighbours(sheet, state) if text >= LARGE else size[1] - _Unit(size[1], min(text, 1.25)).u(326)
        _details(sheet, card, text, foot)
    _titles(sheet, state, size, text)
    small = min(1.0, 1.3 / text)
    keys, left = interface_text.message("picker", "keys"), sheet.u(MARGIN * small)
    # All of it, however narrow the window.
    small *= min(1.0, (size[0] - 2 * left) / sheet.face(21 * small, text=keys).size(keys)[0])
    sheet.write(keys, (left, size[1] - sheet.u(_FOOT * min(1.0, 1.3 / text))), 21 * small, DUSK)
    if state.bar is not None and not state.panel:
        button_bar.draw(sheet, buttons(state), align=1.0, lit=state.bar)
    return sheet


def buttons(state: PickerState) -> tuple[Button, ...]:
    """The row of words to click."""
    says = {"screen": "windowed" if state.fullscreen else "fullscreen"}
    return tuple(Button(name, interface_text.message("bar", says.get(name, name))) for name in BAR)


def button_under(
    state: PickerState, size: tuple[int, int], text: float, easy: bool, point: tuple[int, int]
) -> Button | None:
    """The word to click that is under a point in pixels. Other arguments as in `page`."""
    return button_bar.under(Sheet(*size, size=text, easy=easy), buttons(state), point, align=1.0)


def _neighbours(sheet: Sheet, state: PickerState) -> int:
    """Name the neighbours of the chosen dream where thumbnails have no room; returns the y above them."""
    shown = state.shown
    at = next((i for i, card in enumerate(shown) if state.card and card.name == state.card.name), 0)
    y = sheet.height - sheet.u(104)
    half = (sheet.width - 2 * sheet.u(MARGIN / 2)) // 2 - sheet.u(20)
    for i, left, align in ((at - 1, sheet.u(MARGIN / 2), 0.0), (at + 1, sheet.width - sheet.u(MARGIN / 2), 1.0)):
        if 0 <= i < len(shown):
            arrow = f"‹ {shown[i].title}" if align == 0.0 else f"{shown[i].title} ›"
            sheet.write(shorten(arrow, sheet.face(22), half), (left, y), 22, DUSK, align=align)
    return y - sheet.u(10)


def _search(sheet: Sheet, state: PickerState) -> None:
    parts = [state.query] if state.query else []
    parts += [interface_text.message("picker", f"heavy-{state.heavy}")] if state.heavy != "any" else []
    parts += [interface_text.message("picker", f"long-{state.long}")] if state.long != "any" else []
    parts += [interface_text.message("picker", "gentle")] if state.gentle else []
    if state.queue:
        tonight = interface_text.message("queue", "tonight", "  ·  ".join(map(title_of, state.queue)))
        parts.append(tonight)
    parts = [state.notice] if state.notice else parts
    if state.renaming is not None:
        parts = [interface_text.message("picker", "rename", state.renaming + "|")]
    if parts:
        sheet.write("  ·  ".join(parts), (sheet.u(MARGIN), sheet.u(84)), 28, SAND, style="Italic")


def _details(sheet: Sheet, card: Card, text: float, foot: int) -> None:
    """The chosen dream in words, above y = `foot`: the larger the text, the fewer lines of its beginning."""
    small = min(1.0, 1.25 / text)
    left, y = sheet.u(MARGIN * small), float(sheet.u(168 * small**2))
    width = min(sheet.u(760), int(sheet.width * 0.62)) if text < LARGE else sheet.width - 2 * left
    broad = min(sheet.u(1000), sheet.width - 2 * left)
    title = 78 * small
    y = sheet.paragraph(card.title, (left - sheet.u(3), y), broad, title, AMBER, lines=2, leading=1.2)
    y += sheet.u(26 * small)
    y = sheet.paragraph(_facts(card), (left, y), broad, 26, SAND, lines=2) + sheet.u(27 * small)
    if card.contents:
        y = sheet.paragraph(_chapters(card), (left, y), broad, 24, DUSK, lines=2) + sheet.u(20 * small)
    tail = sheet.u(26 * small) + (sheet.u(36 + 16 * small) if card.images else 0) + (sheet.u(60) if card.curve else 0)
    lines = int((foot - y - tail) // (sheet.u(30) * 1.48))
    if lines > 0:
        y = sheet.paragraph(
            card.first_line, (left, y), width, 30, SAND, style="Italic", lines=min(3, lines), leading=1.48
        )
        y += sheet.u(26 * small)
    if card.images:
        listed = ", ".join(card.images)
        y = sheet.paragraph(interface_text.message("picker", "images", listed), (left, y), width, 24, DUSK, lines=1)
        y += sheet.u(16 * small)
    if card.curve:
        wide = round(sheet.u(380) * small)
        curve(sheet, card.curve, pygame.Rect(left, round(y), wide, sheet.u(54)))
        note = (
            interface_text.message("picker", "heavy", interface_text.message("picker", card.note)) if card.note else ""
        )
        beside = wide + sheet.u(32)
        said = note or interface_text.message("picker", "calm-note")
        said = f"{interface_text.message('picker', 'intensity')}: {said[:1].lower()}{said[1:]}"
        sheet.paragraph(
            said, (left + beside, y + sheet.u(4)),
            max(width, broad) - beside, 22, DUSK, style="Italic", lines=2, leading=1.3,
        )  # fmt: skip


def _facts(card: Card) -> str:
    """Length of the night and of the story, and what the listener has to do with it."""
    parts = [interface_text.message("picker", "minutes", f"{card.about:.0f}")]
    if card.told is not None:
        short = "minutes-story" if card.told >= 0.5 else "minutes-short"
        parts.append(interface_text.message("picker", short, f"{card.told:.0f}"))
    if card.contents:
        parts.append(interface_text.message("picker", "evening", f"{card.part + 1} / {len(card.contents)}"))
    parts += [interface_text.message("picker", "own")] if card.own else []
    parts += [part for part in (card.language, card.without) if part]
    parts += [interface_text.message("picker", "favourite")] if card.loved else []
    parts += [interface_text.message("picker", "passages", len(card.passages))] if card.passages else []
    parts += [interface_text.message("picker", "left")] if card.left else []
    return "   ·   ".join(parts)


def _chapters(card: Card, around: int = 2) -> str:
    """The parts of a book around the next one, which is marked."""
    first = max(0, min(card.part - around, len(card.contents) - 2 * around - 1))
    shown = list(enumerate(card.contents))[first : first + 2 * around + 1]
    named = [title or interface_text.message("picker", "part", str(n + 1)) for n, (_, title) in shown]
    marked = [f"› {name} ‹" if n == card.part else name for (n, _), name in zip(shown, named, strict=True)]
    before = "…  " if first else ""
    behind = "  …" if shown[-1][0] + 1 < len(card.contents) else ""
    return before + "  ·  ".join(marked) + behind


def curve(sheet: Sheet, values: tuple[float, ...], rect: pygame.Rect) -> None:
    """Sparkline of the intensity of each passage, without numbers.

    Args:
        sheet: drawn on.
        values: 0..1, one a passage; warmer where they are high.
        rect: where, in pixels.
    """
    scale = 3
    w, h = rect.width * scale, rect.height * scale
    at = np.linspace(0, len(values) - 1, w)
    i = np.clip(at.astype(int), 0, max(0, len(values) - 2))
    u = at - i
    u = u * u * (3 - 2 * u)
    v = np.asarray([*values, values[-1]])
    line = v[i] * (1 - u) + v[i + 1] * u
    pad = 4 * scale
    y = (h - pad) - np.clip(line, 0, 1) * (h - 2 * pad)
    rows = np.arange(h)[None, :]
    below = np.clip(rows - y[:, None], 0, None)
    stroke = np.exp(-(((rows - y[:, None]) / (1.1 * scale)) ** 2))
    alpha = np.clip(0.85 * stroke + (below > 0) * 0.16 * np.exp(-below / (0.45 * h)), 0, 1)
    ends = np.clip(np.minimum(np.arange(w), w - 1 - np.arange(w)) / (0.06 * w), 0, 1)[:, None]
    hot = np.clip(line, 0, 1)[:, None, None]
    surface = pygame.Surface((w, h), pygame.SRCALPHA)
    ink = (1 - hot) * np.array(SAND) + hot * np.array(EMBER)
    pygame.surfarray.pixels3d(surface)[:] = np.broadcast_to(ink, (w, h, 3)).astype(np.uint8)
    pygame.surfarray.pixels_alpha(surface)[:] = np.rint(255 * alpha * ends).astype(np.uint8)
    sheet.surface.blit(pygame.transform.smoothscale(surface, rect.size), rect.topleft)


def _titles(sheet: Sheet, state: PickerState, size: tuple[int, int], text: float) -> None:
    """The title below each thumbnail, and a stroke under the chosen one."""
    cards = {card.name: card for card in state.shown}
    small = min(text, 1.25)
    unit = _Unit(size[1], small)
    for name, rect in row(state, size, text).panes:
        chosen = state.card is not None and name == state.card.name
        if chosen:
            under = pygame.Rect(rect.left + unit.u(14), rect.bottom + unit.u(8), unit.u(34), max(1, unit.u(2)))
            pygame.draw.rect(sheet.surface, AMBER, under)
        at = (rect.left + unit.u(14), rect.bottom + unit.u(16))
        sheet.paragraph(
            cards[name].title, at, rect.width - unit.u(10), 20 * small / text, AMBER if chosen else DUSK, lines=1
        )


def lay(
    panes: dict[str, pygame.Surface],
    onto: pygame.Surface,
    state: PickerState,
    size: tuple[int, int],
    text: float,
    opacity: Callable[[str], float] = lambda _: 1.0,
) -> None:
    """Blit the thumbnails that are ready over the page; the chosen one lighter.

    Args:
        panes: thumbnails by name.
        opacity: how far each has come in, 0..1, by name.
        onto: the page, premultiplied.
        state: of the picker.
        size: of the window, pixels.
        text: text size, 1 the usual.
    """
    for name, rect in row(state, size, text).panes:
        picture = panes.get(name)
        if picture is not None:
            chosen = state.card is not None and name == state.card.name
            pane = pygame.transform.smoothscale(picture, rect.size).convert_alpha()
            light = (1.0 if chosen else 0.62) * opacity(name)
            pygame.surfarray.pixels_alpha(pane)[:] = np.rint(255 * light * _feather(*rect.size)).astype(np.uint8)
            onto.blit(pane.premul_alpha(), rect.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)
