"""Thumbnails of the cards: the still of each dream, drawn once where there is none yet."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import pygame

from dreamplayer.app.picker import stills
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.messages import Order, Setup
from dreamplayer.app.window.typeset import drawable, face, wrap
from dreamplayer.app.window.window import Window
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import seed_of, uniform
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Painter
from dreamplayer.picture.light import LightAdjustment
from dreamplayer.picture.surface.between import surface_of
from dreamplayer.picture.typefaces import script_of

SMALL = (320, 180)
"""Width and height of a thumbnail, pixels."""
DRAWN = (640, 360)
"""The same of a still that is drawn here."""
APPEARS = 1.2
"""Seconds in which a still that comes later fades in."""
_HELD = 6
"""Whole stills kept in memory: the chosen one and its neighbours."""
_MOTES = 2600
_AT_ONCE = 3
"""Stills read from disk in one frame."""


class Thumbnails:
    """The stills as they are known so far."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.shown: dict[str, pygame.Surface] = {}
        """Thumbnails by name."""
        self._since: dict[str, float] = {}
        """When each was there, seconds of the room."""
        self._sought: dict[str, str] = {}
        """SHA-256 of the text whose still was looked for on disk, by name."""
        self._whole: OrderedDict[str, pygame.Surface] = OrderedDict()
        self._scores: dict[str, tuple[Score, float]] = {}
        self._drawn: set[str] = set()
        self._mini: Painter | None = None
        self._asked: tuple[int, Card] | None = None
        """Number of the pending order, and what it is of."""
        self._number = 0
        self._render_worker: RenderWorker | None = None

    def take(self, name: str, score: Score, still: float) -> None:
        """The still of a dream may be drawn from now on; `still`: the second of its night that it shows."""
        self._scores[name] = (score, still)

    def paint(self, cards: Sequence[Card], chosen: Card | None, room: float) -> None:
        """Read or draw what is missing of the dreams on the page: the chosen one first.

        Args:
            cards: on the page.
            chosen: the selected one.
            room: seconds of the room.
        """
        self._take(room)
        wanted = [chosen, *cards] if chosen is not None else list(cards)
        unsought = [card for card in wanted if self._sought.get(card.name) != card.sha256]
        for card in list({card.name: card for card in unsought}.values())[:_AT_ONCE]:
            self._seek(card, room)
        missing = [card for card in wanted if card.name in self._scores and card.sha256 not in self._drawn]
        missing = [card for card in missing if self._sought.get(card.name) == card.sha256]
        if missing and self._asked is None:
            self._draw(missing[0], room)

    def opacity(self, name: str, room: float) -> float:
        """How far a thumbnail has come in, 0..1."""
        return float(smooth(room - self._since.get(name, room), 0.0, APPEARS))

    def state(self, names: Sequence[str], room: float) -> object:
        """Changes whenever the thumbnails of these dreams look different."""
        return tuple((name, self._since.get(name), round(self.opacity(name, room), 1)) for name in names)

    def still(self, card: Card) -> pygame.Surface | None:
        """The whole still of a dream, where there is one; else its title in motes."""
        if card.sha256 not in self._whole:
            self._whole[card.sha256] = stills.load(card) or title_in_motes(card.title)
            while len(self._whole) > _HELD:
                self._whole.popitem(last=False)
        self._whole.move_to_end(card.sha256)
        return self._whole[card.sha256]

    def close(self) -> None:
        """Release the renderers."""
        if self._render_worker is not None:
            self._render_worker.close()
        if self._mini is not None:
            with contextlib.suppress(Exception):
                self._mini.close()

    def _seek(self, card: Card, room: float) -> None:
        """Look for a still on disk."""
        self._sought[card.name] = card.sha256
        found = stills.load(card)
        if found is not None:
            self._drawn.add(card.sha256)
        self._show(card, title_in_motes(card.title) if found is None else found, room)

    def _show(self, card: Card, surface: pygame.Surface, room: float) -> None:
        self.shown[card.name] = pygame.transform.smoothscale(surface, SMALL)
        # What is there from the first frame on comes in with the page.
        self._since[card.name] = room if room > 1.0 else -APPEARS
        self._whole[card.sha256] = surface

    def _draw(self, card: Card, room: float) -> None:
        score, t = self._scores[card.name]
        self._drawn.add(card.sha256)
        if self._window.render_worker is None:
            self._keep(card, self._by_window(score), room)
            return
        if self._render_worker is None:
            # Keys are drawn at half the size that is set up. The process starts with the first still that is missing.
            setup = Setup(2 * DRAWN[0], 2 * DRAWN[1], self._window.render_worker.setup.painter)
            self._render_worker = RenderWorker(setup, way="cards")
        self._number += 1
        self._asked = (self._number, card)
        self._render_worker.ask(score, Order(self._number, t, LightAdjustment(cap=stills.CAP), words=False))

    def _take(self, room: float) -> None:
        worker = self._render_worker
        if worker is None:
            return
        for done in worker.answers():
            if self._asked is not None and done.number == self._asked[0]:
                card, self._asked = self._asked[1], None
                self._keep(card, surface_of(done.key), room)
        if self._asked is not None and not (worker.alive and worker.waiting):
            # The process died with the request: its title stays.
            self._asked = None
        if self._asked is None and not worker.waiting:
            worker.close()
            self._render_worker = None

    def _by_window(self, score: Score) -> pygame.Surface:
        if self._mini is None:
            self._mini = self._window.miniature(*DRAWN)
        self._mini.paint(stills.still_frame(score))
        return pygame.image.frombytes(self._mini.pixels(), DRAWN, "RGB")

    def _keep(self, card: Card, surface: pygame.Surface, room: float) -> None:
        if card.own:
            stills.keep(card.sha256, surface)
        self._show(card, surface, room)


def title_in_motes(title: str) -> pygame.Surface:
    """A quiet stand-in for a picture that does not exist yet: the title as motes of light in the dark."""
    width, height = DRAWN
    surface = pygame.Surface(DRAWN)
    font = face(round(height * 0.15), "Medium", script=script_of(title))
    lines = wrap(drawable(title), font, round(width * 0.8), 2)
    letters = pygame.Surface(DRAWN, pygame.SRCALPHA)
    top = height // 2 - len(lines) * font.get_linesize() // 2
    for i, line in enumerate(lines):
        drawn = font.render(line, True, (255, 255, 255))
        letters.blit(drawn, ((width - drawn.get_width()) // 2, top + i * font.get_linesize()))
    inside = np.argwhere(pygame.surfarray.array_alpha(letters) > 100)
    if not len(inside):
        return surface
    seed = seed_of("title", title)
    x, y = inside[(uniform(seed, 0, _MOTES) * len(inside)).astype(int)].T
    drift = (uniform(seed, 1, 2 * _MOTES).reshape(2, _MOTES) - 0.5) * 4.0
    light = 0.15 + 0.6 * uniform(seed, 2, _MOTES) ** 3
    sky = np.zeros((width, height), np.float32)
    columns = np.clip(np.rint(x + drift[0]), 0, width - 1).astype(int)
    rows = np.clip(np.rint(y + drift[1]), 0, height - 1).astype(int)
    np.add.at(sky, (columns, rows), light.astype(np.float32))
    glow = np.clip(sky, 0.0, 1.0)[..., None] * np.array([224, 168, 104], np.float32)
    pygame.surfarray.pixels3d(surface)[:] = glow.astype(np.uint8)
    return pygame.transform.gaussian_blur(surface, 1)
