"""Presents the picture of the moment: the score's frame with display adjustments, black where nothing is to be seen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from dreamplayer.app.player.display_adjustments import FadeThroughBlack, adjusted_frame, breath, light_adjustment
from dreamplayer.app.player.first_light import FirstLight
from dreamplayer.app.player.hud import Hud, load
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.render_worker.client import LONG_PATIENCE, RenderWorker
from dreamplayer.app.render_worker.key_queue import KeyQueue
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.paint_ahead import PaintAhead
from dreamplayer.app.render_worker.rehearsal import Rehearsal
from dreamplayer.app.window.screen import Screen
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Frame, Overlay
from dreamplayer.picture.picture import outline
from dreamplayer.picture.prepare import shapes
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
_BLACK_FPS = 20.0
_BLACK = 0.999
_STANDS_AFTER, _REST_FPS = 6.0, 20.0
"""Seconds after the last input from which a paused picture stands, and how often input is looked for then."""
_REDRAWN = 0.9
"""Seconds after which a standing picture is drawn again: sooner than a queue of keys is begun anew."""

Picture = Callable[[Score, float, float], Frame]
"""(score, seconds of the night, width over height) -> frame."""


class Presenter:
    """Draws the frame, and has upcoming content painted in threads or another process."""

    def __init__(self, screen: Screen, picture: Picture) -> None:
        self._screen, self._picture = screen, picture
        self.first_light = FirstLight()
        """The glow before the first picture, where keys are waited for."""
        self._hud = Hud()
        self._ahead: PaintAhead | None = None
        self._keys = None if screen.render_worker is None else KeyQueue(screen.render_worker)
        self._rehearsal = (
            None
            if screen.render_worker is None
            else Rehearsal(RenderWorker(screen.render_worker.setup, way="rehearse", patience=LONG_PATIENCE))
        )
        self._casting: Rehearsal | None = None
        """Casts places where the window draws by itself."""
        self._painting = ThreadPoolExecutor(1, thread_name_prefix="painting")
        self._light: tuple[bytes | None, float] = (None, 0.0)
        self._failed = False
        self._stood = -1
        """When a standing picture was drawn last, in `_REDRAWN`; -1 while it moves."""
        self.black = 0.0
        """Black level of the score at the last frame, 0..1, without adjustments and fades."""

    @property
    def rehearsed(self) -> bool:
        """Whether upcoming content has been rendered once ahead, where another process renders."""
        return self._rehearsal is None or self._rehearsal.idle

    def draw(self, state: PlayerState, t: float, fades: tuple[FadeThroughBlack, ...], facts: dict[str, str]) -> None:
        """Draw the frame at t and wait for the next one's time. A failing picture is logged once and shown as black.

        Args:
            state: of the player.
            t: seconds of the night that are shown.
            fades: fades over the picture.
            facts: lines of the info panel.
        """
        overlay = self._hud.overlay(state, self._screen.size, facts)
        if self._rests(state, fades, overlay):
            self._screen.rest(_REST_FPS)
            return
        t = state.score.nearest(t)
        try:
            if self._keys is not None and self._keys.works:
                shown = self._draw_between(self._keys, state, t, fades, overlay)
            else:
                shown = self._draw_whole(state, t, fades, overlay)
            if shown:
                return
        except Exception:
            # The story goes on in the dark.
            if not self._failed:
                _log.exception("the picture failed")
            self._failed = True
        self._screen.dark()
        self._screen.rest(_BLACK_FPS)

    def wait(self, seconds: float, settings: Settings) -> None:
        """While there is no score yet, show the first light; then wait for the next frame's time.

        Args:
            seconds: since the night was begun.
            settings: of the person.
        """
        if self._keys is None or self.first_light.over or settings.eyes_shut:
            self._screen.rest(50.0)
            return
        width, height = self._screen.size
        empty = Frame(0.0, Stage(), (("void", 1.0),), Palette(), (), (), 0.0, aspect=width / height)
        pair, frame = self.first_light.waiting(seconds, empty)
        self._screen.blend(pair, frame, light_adjustment(settings).exposure)

    def _rests(self, state: PlayerState, fades: tuple[FadeThroughBlack, ...], overlay: Overlay | None) -> bool:
        """Whether the picture stands: paused, and nobody has touched anything for a while.

        About once a second it is drawn all the same, for a window that was covered.
        """
        moves = state.playing or fades or overlay is not None or state.leaving is not None
        if moves or state.room - state.stirred < _STANDS_AFTER:
            self._stood = -1
            return False
        drawn, self._stood = self._stood, int(state.room / _REDRAWN)
        return drawn == self._stood

    def _draw_whole(
        self, state: PlayerState, t: float, fades: tuple[FadeThroughBlack, ...], overlay: Overlay | None
    ) -> bool:
        """Draw by the window's own painter. False where all is black."""
        if self._ahead is None:
            self._ahead = PaintAhead()
        self._ahead.see(state.score, t)
        width, height = self._screen.size
        self._cast_ahead(state, t)
        frame = self._picture(state.score, t, width / height)
        self.black = frame.grade.black
        frame = adjusted_frame(frame, state, fades, overlay, self._load(overlay))
        if frame.grade.black >= _BLACK and overlay is None:
            return False
        self._screen.show(frame)
        return True

    def _draw_between(
        self, keys: KeyQueue, state: PlayerState, t: float, fades: tuple[FadeThroughBlack, ...], overlay: Overlay | None
    ) -> bool:
        """Blend the key pictures of the render worker. False where all is black."""
        width, height = self._screen.size
        frame = outline(state.score, t, aspect=width / height)
        self.black = frame.grade.black
        glare = self._load(overlay)
        dark = adjusted_frame(frame, state, fades, overlay, glare)
        awaited = any(fade.return_at is None for fade in fades)
        if dark.grade.black >= _BLACK and overlay is None and not awaited and self.first_light.over:
            return False
        settings = state.settings
        adjustment = light_adjustment(settings, glare)
        if self._rehearsal is not None:
            self._rehearsal.resize(width, height)
            if state.playing:
                # A paused night costs nothing: what comes is drawn ahead once it goes on.
                self._rehearsal.follow(state.score, t, state.room)
        pair = keys.follow(state.score, t, state.room, adjustment, words=settings.captions, moving=state.playing)
        pair, frame = self.first_light.under(pair, frame, state.room)
        frame = adjusted_frame(frame, state, fades, overlay, glare)
        if pair is None and overlay is None:
            return False
        light = adjustment.exposure * breath(state.room, settings.breathing)
        self._screen.blend(pair, frame, light)
        return True

    def _cast_ahead(self, state: PlayerState, t: float) -> None:
        """Have the places that are coming cast by another process, from the first night on that has any."""
        size = self._screen.size
        if self._casting is None:
            if all(scene.place_id is None for scene in state.score.scenes):
                return
            worker = RenderWorker(Setup(*size, None), way="cast", patience=LONG_PATIENCE)
            self._casting = Rehearsal(worker, places_alone=True)
        self._casting.resize(*size)
        if state.playing:
            self._casting.follow(state.score, t, state.room)

    def paint_there(self, score: Score, t: float) -> Callable[[], bool]:
        """Paint what is on stage at t in the background; returns a function that tells whether it is done."""
        if self._keys is not None and self._keys.works:
            return self._keys.expect()
        return self._painting.submit(self._paint, score, t).done

    def close(self) -> None:
        """Stop painting."""
        if self._ahead is not None:
            self._ahead.close()
        for rehearsal in (self._rehearsal, self._casting):
            if rehearsal is not None:
                rehearsal.close()
        self._painting.shutdown(wait=False, cancel_futures=True)

    def _paint(self, score: Score, t: float) -> None:
        try:
            for shape in shapes(self._picture(score, t, 16 / 9).forms):
                shape.paint()
        except Exception:
            _log.exception("painting ahead of a seek failed")

    def _load(self, overlay: Overlay | None) -> float:
        """What the overlay adds to the light, measured once per page."""
        if overlay is None:
            return 0.0
        if self._light[0] is not overlay.rgba:
            self._light = (overlay.rgba, load(replace(overlay, opacity=1.0)))
        return self._light[1] * overlay.opacity
