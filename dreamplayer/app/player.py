"""Plays one night in a window: one look at the clock a frame, everything else follows from the score."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event as ThreadEvent

import pygame

from dreamplayer.app import library, night, words
from dreamplayer.app.ahead import Ahead
from dreamplayer.app.clock import Reading
from dreamplayer.app.composing import Composer, Source
from dreamplayer.app.crossing import Crossing
from dreamplayer.app.dress import OPEN, Veil, dress
from dreamplayer.app.heard import Sound
from dreamplayer.app.hud import Hud, load
from dreamplayer.app.intents import Act, Intent, from_event
from dreamplayer.app.journal import Journal
from dreamplayer.app.mpris import Remote, Shown
from dreamplayer.app.outlet import Watch
from dreamplayer.app.pad import Pads
from dreamplayer.app.playing import LEAVE_SECONDS, Playing, Seek, Toast, at, compose_anew, press
from dreamplayer.app.screen import Screen
from dreamplayer.app.speaker import SEEK, Speaker
from dreamplayer.app.walk import mark_at, place_of, same_place
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.picture.frame import Frame, Overlay
from dreamplayer.picture.prepare import shapes
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
_KEEP_EVERY = 5.0
_PATIENCE = 20.0
_COVERS = 15.0
"""Seconds a new score must reach beyond the place before one goes over to it."""
_SETTLE = 0.6
"""Seconds after the last change of wishes before the night is composed anew."""
_LONG_REST = 600.0
"""Seconds of rest after which the screen is let go dark."""
_SUSPEND_WAIT = 30.0

Picture = Callable[[Score, float, float], Frame]
"""(score, seconds of the night, width over height) -> frame."""
MakeSpeaker = Callable[..., Speaker]


@dataclass(frozen=True)
class Parts:
    """What a player is built from; tests put in their own."""

    source: Source
    speaker: MakeSpeaker
    picture: Picture
    journal: Journal
    keeper: night.Keeper
    remote: Remote | None = None


class Player:
    """One night of one dream."""

    def __init__(self, dream: Dream, wishes: Settings, screen: Screen, parts: Parts, *, anew: bool = False):
        self._dream, self._screen, self._parts = dream, screen, parts
        self._hud = Hud()
        self._pads = Pads()
        self._unplugged = ThreadEvent()
        self._outlet = Watch(self._unplugged.set)
        self._ahead = Ahead()
        self._crossing = Crossing()
        self._due: float | None = None
        self._kept = 0.0
        self._rested = 0.0
        self._light: tuple[bytes | None, float] = (None, 0.0)
        self._picture_failed = 0
        self._scribe = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._painting = ThreadPoolExecutor(1, thread_name_prefix="painting")
        self._composer = Composer(dream, parts.source, self._left)
        self._playing_order = self._composer.order(wishes)
        self._t = self._black = 0.0
        self._begin(wishes, anew)

    # -- beginning ----------------------------------------------------------------------------------------------

    def _begin(self, wishes: Settings, anew: bool) -> None:
        journal, sha = self._parts.journal, self._dream.sha256
        mark = None if anew else journal.resume(sha)
        score = self._first_score(None if mark is None else mark.sentence)
        start = 0.0 if mark is None else min(place_of(score, mark), max(0.0, score.horizon - 3.0))
        self._t = start
        self._sound = Sound(score, self._parts.source)
        self.state = Playing(
            score=score,
            wishes=wishes,
            t=start,
            fullscreen=self._screen.fullscreen,
            awake=mark_at(score, start),
            drift=journal.drifted(sha),
            toast=Toast("resumed") if start > 0 else None,
        )
        self._speaker: Speaker = self._parts.speaker(
            self._sound.render,
            at=start,
            level=self.state.level,
            delay=wishes.sound_delay_ms / 1000.0,
            horizon=self._sound.horizon,
        )
        if start > 0:
            self._paint_there(score, start)
            ready = self._crossing.ready
            self._crossing = Crossing((Veil(0.0, fall=0.0, rise=OPEN),))
            self._crossing.ready = ready
        if self._speaker.problem:
            self.state = replace(self.state, toast=Toast("silent"))
        self._scribe.submit(journal.played, sha, self._dream.name)
        self._speaker.resume()

    def _first_score(self, sentence: int | None) -> Score:
        """What there is to begin with: the wind-in, or as far as the sentence one goes back to."""
        waited = 0.0
        while True:
            newest = self._composer.newest()
            if newest is not None:
                score = newest[1]
                told = score.words[-1].sentence if score.words else -1
                if score.complete or sentence is None or told > sentence or waited > _PATIENCE:
                    return score
            elif self._composer.failed is not None:
                raise self._composer.failed
            elif waited > 2 * _PATIENCE:
                raise DreamError("the night could not be composed in time", todo="Run dreamplayer doctor.")
            self._screen.events()
            self._screen.rest(50.0)
            waited += 0.02

    def _left(self, score: Score) -> float:
        return score.horizon - self._t

    # -- the loop -----------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Play until it ends or is left. True if it came to its end."""
        try:
            while True:
                ended = self._frame()
                if ended is not None:
                    return ended
        finally:
            self._close()

    def _frame(self) -> bool | None:
        for intent in self._intents():
            self._apply(press(self.state, intent))
        now = self._speaker.read()
        self._t = now.night
        self.state = at(self.state, self._crossing.settle(now))
        self._grow()
        self._crossing.lift(now.room)
        self._keep_awake()
        self._remember()
        self._notice()
        if self.state.leaving is not None and now.room - self.state.leaving > LEAVE_SECONDS + 0.2:
            return False
        if self.state.score.complete and now.night >= self.state.score.duration - 0.02:
            return self._end()
        self._draw(now)
        return None

    def _intents(self) -> list[Intent]:
        found: list[Intent] = []
        for event in self._screen.events():
            self._pads.heed(event)
            if event.type == pygame.DROPFILE:
                self._drop(event.file)
            elif event.type == pygame.AUDIODEVICEREMOVED and not event.iscapture:
                self._device_lost()
            elif (intent := from_event(event)) is not None:
                found.append(intent)
        if self._unplugged.is_set():
            self._unplugged.clear()
            self._device_lost()
        if self._parts.remote is not None:
            found += self._parts.remote.taken()
        return found

    def _apply(self, after: Playing) -> None:
        """Carry out what a wish has changed."""
        before, self.state = self.state, after
        if after.seek.number != before.seek.number:
            self._go(after.seek)
        if after.playing != before.playing:
            self._rested = after.room
            if after.playing:
                self._speaker.resume()
            else:
                self._speaker.pause()
        if after.level != before.level:
            self._speaker.volume(after.level)
        if after.fullscreen != before.fullscreen:
            self._screen.set_fullscreen(after.fullscreen)
        if after.leaving is not None and before.leaving is None:
            self._speaker.volume(0.0, LEAVE_SECONDS)
        if compose_anew(before.wishes, after.wishes):
            self._due = after.room + _SETTLE

    # -- going elsewhere ----------------------------------------------------------------------------------------

    def _go(self, seek: Seek) -> None:
        self._crossing.leave(Reading(self._t, self.state.room), seek.t)
        self._paint_there(self.state.score, seek.t)
        self._speaker.seek(seek.t, SEEK)
        self._show_remote(jumped=True)

    def _paint_there(self, score: Score, t: float) -> None:
        """Paint what stands there in the background; the veil waits for it, the keys do not."""
        painted = self._painting.submit(paint_stage, self._parts.picture, score, t)
        self._crossing.ready = painted.done

    def _grow(self) -> None:
        """Take over what the composer has: the same night longer, or another one at the same place."""
        if self._due is not None and self.state.room >= self._due:
            self._due = None
            self._composer.order(self.state.wishes)
        newest = self._composer.newest()
        if newest is None or newest[1] is self.state.score or self._crossing.waiting:
            return
        number, score = newest
        if number == self._playing_order:
            self._sound.score = score
            self.state = replace(self.state, score=score)
            return
        there = same_place(self.state.score, score, self.state.t)
        if not score.complete and score.horizon < there + _COVERS:
            return
        self._playing_order = number
        if abs(there - self.state.t) < 0.05:
            self._sound.score = score
            self.state = replace(self.state, score=score)
            self._speaker.refresh(6.0)
            self._crossing.brighten(self.state.room, self._black)
            return

        def over() -> None:
            self._sound.score = score
            self.state = replace(self.state, score=score)
            self._crossing.aim(there)
            self._paint_there(score, there)
            self._speaker.seek(there, SEEK)

        self._crossing.leave(Reading(self._t, self.state.room), when_down=over)

    # -- the picture --------------------------------------------------------------------------------------------

    def _draw(self, now: Reading) -> None:
        state = self.state
        t = self._crossing.shown(now, state.playing)
        self._ahead.see(state.score, t)
        overlay = self._hud.overlay(state, self._screen.size, self._facts())
        width, height = self._screen.size
        limit = state.score.duration if state.score.complete else state.score.horizon
        try:
            frame = self._parts.picture(state.score, min(max(0.0, t), max(0.0, limit - 1e-3)), width / height)
            self._black = frame.grade.black
            frame = dress(frame, state, self._crossing.veils, overlay, self._load(overlay))
            if frame.grade.black >= 0.999 and overlay is None:
                self._screen.dark()
                self._screen.rest(20.0)
            else:
                self._screen.show(frame)
        except Exception:
            # The story goes on in the dark.
            self._picture_failed += 1
            if self._picture_failed == 1:
                _log.exception("the picture failed")
            self._screen.dark()
            self._screen.rest(20.0)

    def _load(self, overlay: Overlay | None) -> float:
        if overlay is None:
            return 0.0
        if self._light[0] is not overlay.rgba:
            self._light = (overlay.rgba, load(replace(overlay, opacity=1.0)))
        return self._light[1] * overlay.opacity

    def _facts(self) -> dict[str, str]:
        if self.state.panel != "info":
            return {}
        score = self.state.score
        return {
            "title": score.dream.title,
            "voice": score.voice,
            "part": words.say("parts", score.section_at(self.state.t)),
            "picture": self._screen.renderer or "surface",
            "sound": self._speaker.problem or words.say("info", "sound-ok"),
        }

    # -- around it ----------------------------------------------------------------------------------------------

    def _keep_awake(self) -> None:
        state = self.state
        resting = not state.playing and state.room - self._rested > _LONG_REST
        black = state.wishes.eyes_shut or self._black >= 0.999
        section = state.score.section_at(state.t)
        stage = night.stage_for(section, playing=not resting and state.leaving is None, black=black)
        self._parts.keeper.keep(stage)
        if resting:
            self._crossing.rest(state.room)
        elif state.playing:
            self._crossing.wake(state.room)

    def _remember(self) -> None:
        state = self.state
        self._show_remote()
        if state.room - self._kept < _KEEP_EVERY:
            return
        self._kept = state.room
        here = mark_at(state.score, state.t)
        self._scribe.submit(self._parts.journal.leave, self._dream.sha256, here, state.awake)

    def _show_remote(self, *, jumped: bool = False) -> None:
        if self._parts.remote is not None:
            score, state = self.state.score, self.state
            shown = Shown(score.dream.title, state.playing, state.t, score.duration, state.level)
            self._parts.remote.show(shown, jumped=jumped)

    def _notice(self) -> None:
        while not self._composer.notices.empty():
            _log.warning("%s", self._composer.notices.get())

    def _device_lost(self) -> None:
        self._speaker.lost()
        self.state = replace(self.state, playing=False, toast=Toast("device-lost", "", self.state.room))
        self._rested = self.state.room

    def _drop(self, path: str) -> None:
        try:
            kept = library.add(path)
            toast = Toast("tomorrow", library.read_dream(kept).title, self.state.room)
        except DreamError as error:
            toast = Toast("not-a-dream", error.what, self.state.room)
        self.state = replace(self.state, toast=toast)

    # -- ending -------------------------------------------------------------------------------------------------

    def _end(self) -> bool:
        """Silence and black are reached: let the machine go, then do what was chosen."""
        self._parts.keeper.keep("none")
        self._screen.dark()
        self._scribe.submit(self._parts.journal.finish, self._dream.sha256)
        action = self.state.wishes.at_the_end
        begun = self._speaker.read().room
        while action == "stay" or (action == "suspend" and self._speaker.read().room - begun < _SUSPEND_WAIT):
            if any(from_event(e) not in (None, Intent(Act.NUDGE)) for e in self._screen.events()):
                return True
            self._screen.rest(5.0)
        if action in ("screen", "suspend"):
            night.end(action)  # type: ignore[arg-type]
        return True

    def _close(self) -> None:
        self._ahead.close()
        state = self.state
        if state.leaving is not None:
            here = mark_at(state.score, state.t)
            journal, sha = self._parts.journal, self._dream.sha256
            self._scribe.submit(journal.leave, sha, here, state.awake)
            if not state.remember:
                self._scribe.submit(journal.finish, sha)
        self._parts.keeper.close()
        self._outlet.close()
        self._screen.dark()
        self._speaker.close()
        self._composer.close()
        self._painting.shutdown(wait=False, cancel_futures=True)
        self._scribe.shutdown(wait=True)


def paint_stage(picture: Picture, score: Score, t: float) -> None:
    """Paint every shape seen at t, so that drawing finds it ready."""
    try:
        for shape in shapes(picture(score, t, 16 / 9).forms):
            shape.paint()
    except Exception:
        _log.exception("painting ahead of a seek failed")
