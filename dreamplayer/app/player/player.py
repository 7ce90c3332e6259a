"""Plays one night in a window: one look at the clock a frame, everything else follows from the score."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event as ThreadEvent

import pygame

from dreamplayer.app import night_code
from dreamplayer.app.audio.output_port import OutputPortWatch
from dreamplayer.app.audio.score_source import ScoreAudio
from dreamplayer.app.audio.speaker import SEEK, Speaker
from dreamplayer.app.desktop import keep_awake
from dreamplayer.app.desktop.mpris import MediaControls
from dreamplayer.app.growing_score import Composer, Source
from dreamplayer.app.play_queue import QueuedDream
from dreamplayer.app.player import pointer_bar
from dreamplayer.app.player.display_adjustments import OPEN, FadeThroughBlack
from dreamplayer.app.player.first_light import FirstLight
from dreamplayer.app.player.intents import Intent, PlayerAction, from_event
from dreamplayer.app.player.navigation import mark_at, place_of, same_place
from dreamplayer.app.player.playback_clock import ClockSample
from dreamplayer.app.player.player_state import (
    PlayerState,
    Seek,
    Toast,
    advanced,
    gives_way,
    must_recompose,
    press,
    title_of,
    waits_for,
)
from dreamplayer.app.player.presenter import Picture, Presenter
from dreamplayer.app.player.seek_transition import SeekTransition
from dreamplayer.app.player.session import NightSession
from dreamplayer.app.storage.history import FavouritePassage, PlayHistory
from dreamplayer.app.storage.library_thread import DreamAdded, LibraryFailure, LibraryThread
from dreamplayer.app.window import interface_text
from dreamplayer.app.window.gamepads import Gamepads
from dreamplayer.app.window.screen import Screen
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
_PATIENCE = 20.0
_COVERS = 15.0
"""Seconds a new score must reach beyond the place before one goes over to it."""
_SETTLE = 0.6
"""Seconds after the last change of settings before the night is composed anew."""
_BEGINS = 10
"""Words by which a favourite passage is named."""
_FADER = 0.6
"""Seconds in which a change of one of the three loudnesses comes in."""
_LONG_REST = 600.0
"""Seconds of rest after which the screen is let go dark."""

MakeSpeaker = Callable[..., Speaker]


@dataclass(frozen=True)
class Parts:
    """What a player is built from; tests put in their own."""

    source: Source
    speaker: MakeSpeaker
    picture: Picture
    history: PlayHistory
    inhibitor: keep_awake.SleepInhibitor
    remote: MediaControls | None = None


class Player:
    """One night of one dream."""

    def __init__(
        self,
        dream: Dream,
        settings: Settings,
        screen: Screen,
        parts: Parts,
        *,
        from_start: bool = False,
        notice: str = "",
        queued: QueuedDream | None = None,
        queue: tuple[QueuedDream, ...] = (),
    ):
        self._queued, self._queue = queued, queue
        self._dream, self._screen, self._parts = dream, screen, parts
        self._gamepads = Gamepads()
        self._unplugged = ThreadEvent()
        self._server_gone = ThreadEvent()
        self._outlet = OutputPortWatch(self._unplugged.set, self._server_gone.set)
        self._presenter = Presenter(screen, parts.picture)
        self._session = NightSession(dream, parts.history, parts.inhibitor, parts.remote)
        self._transition = SeekTransition()
        self._due: float | None = None
        self._library: LibraryThread | None = None
        self._rested = 0.0
        self._t, self._listening = 0.0, False
        self._composer = Composer(dream, parts.source, self._left)
        self._playing_order = self._ordered = self._composer.order(settings)
        if notice:
            self._composer.notices.put(notice)
        self._begin(settings, from_start)

    # -- beginning ----------------------------------------------------------------------------------------------

    def _begin(self, settings: Settings, from_start: bool) -> None:
        history, key = self._parts.history, self._dream.place_key
        mark = None if from_start else history.resume(key)
        mark = None if mark is None or mark.sentence < 0 else mark
        self._presenter.first_light = FirstLight(over=mark is not None)
        score = self._first_score(None if mark is None else mark.sentence, settings)
        start = 0.0 if mark is None else min(place_of(score, mark), max(0.0, score.horizon - 3.0))
        self._t = start
        self._listening = True
        self._sound = ScoreAudio(score, self._parts.source)
        self._sound.faders = settings.faders()
        self.state = PlayerState(
            score=score,
            settings=settings,
            t=start,
            fullscreen=self._screen.fullscreen,
            awake=mark_at(score, start),
            drift=history.last_awake(key),
            dream=self._queued,
            queue=self._queue,
            loved=frozenset(one.char for one in history.favourite_passages(self._dream.sha256)),
            toast=Toast("resumed") if start > 0 else None,
        )
        self._speaker: Speaker = self._parts.speaker(
            self._sound.render,
            start=start,
            level=self.state.level,
            delay=settings.sound_delay_ms / 1000.0,
            horizon=self._sound.horizon,
        )
        if start > 0:
            self._transition = SeekTransition((FadeThroughBlack(0.0, fade_out=0.0, fade_in=OPEN),))
            self._transition.ready = self._presenter.paint_there(score, start)
        if self._speaker.problem:
            self.state = replace(self.state, toast=Toast("silent"))
        elif score.voice == "silent" and settings.voice != "silent":
            self.state = replace(self.state, toast=Toast("no-voice"))
        self._session.begin(self._dream.name)
        self._speaker.resume()

    def _first_score(self, sentence: int | None, settings: Settings) -> Score:
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
            self._presenter.wait(waited, settings)
            waited += 0.02

    def _left(self, score: Score) -> float | None:
        """Seconds before the horizon; None while it is not known yet where one begins."""
        return score.horizon - self._t if self._listening else None

    # -- the loop -----------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Play until it ends or is left. True if it came to its end, or to where the next of the queue begins."""
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
        self.state = advanced(self.state, self._transition.settle(now))
        self._grow()
        self._transition.fade_back(now.room)
        self._follow()
        self._notice()
        self._wait_for_voice()
        self._take_library()
        if self.state.leaving is not None and now.room - self.state.leaving > self.state.leave_seconds + 0.2:
            return self.state.onward
        self._apply(gives_way(self.state))
        if self.state.score.complete and now.night >= self.state.score.duration - 0.02 and not self._changing:
            self._session.end(self.state, self._screen, self._speaker)
            return True
        t = self._transition.shown(now, self.state.playing)
        self._presenter.draw(self.state, t, self._transition.fades, self._facts())
        return None

    def _intents(self) -> list[Intent]:
        found: list[Intent] = []
        for event in self._screen.events():
            self._gamepads.handle_event(event)
            if event.type == pygame.DROPFILE:
                self._drop(event.file)
            elif event.type == pygame.AUDIODEVICEREMOVED and not event.iscapture:
                self._outlet.removed()
            elif (intent := self._clicked(event) or from_event(event)) is not None:
                found.append(intent)
        if self._unplugged.is_set():
            self._unplugged.clear()
            self._device_lost()
        if self._server_gone.is_set():
            self._server_gone.clear()
            self._speaker.gone()
            self.state = replace(self.state, toast=Toast("sound-lost", "", self.state.room))
        return found + self._session.intents()

    def _clicked(self, event: pygame.event.Event) -> Intent | None:
        """What a click on the row under the pointer asks for; the row stays while it is used."""
        if event.type not in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
            return None
        self.state = replace(self.state, pointer=event.pos)
        if event.type != pygame.MOUSEBUTTONDOWN or event.button != 1:
            return None
        if self.state.panel:
            return Intent(PlayerAction.BACK)
        intent = pointer_bar.clicked(self.state, self._screen.size, event.pos)
        if intent is not None:
            self.state = replace(self.state, nudged=self.state.room)
        return intent

    def _apply(self, after: PlayerState) -> None:
        """Carry out what an intent has changed."""
        before, self.state = self.state, after
        if after.seek.number != before.seek.number:
            self._go(after.seek)
        if after.playing != before.playing:
            self._rested = after.room
            if after.playing:
                self._speaker.resume()
            else:
                self._speaker.pause()
        if after.shared != before.shared:
            with contextlib.suppress(pygame.error):
                pygame.scrap.put_text(night_code.line(self._dream.name, after.settings))
        if after.loved != before.loved:
            self._mark_passages(before.loved, after.loved)
        if after.level != before.level:
            self._speaker.volume(after.level)
        if after.settings.faders() != before.settings.faders():
            self._sound.faders = after.settings.faders()
            self._speaker.refresh(_FADER)
        if after.fullscreen != before.fullscreen:
            self._screen.set_fullscreen(after.fullscreen)
        if after.leaving is not None and (before.leaving, before.leave_seconds) != (after.leaving, after.leave_seconds):
            self._speaker.volume(0.0, after.leave_seconds)
            if after.leave_seconds < before.leave_seconds:
                # Before anything that may take longer than the system waits.
                self._session.hurry(after)
        if must_recompose(before.settings, after.settings):
            self._due = after.room + _SETTLE

    def _mark_passages(self, before: frozenset[int], after: frozenset[int]) -> None:
        """Keep what has become a favourite passage, or is none any more."""
        dream = self._dream
        for passage in dream.passages:
            if passage.start in before ^ after:
                begins = " ".join(passage.sentences[0].text.split()[:_BEGINS])
                name = dream.name if self._queued is None else self._queued.name
                found = FavouritePassage(dream.sha256, name, dream.title, passage.start, begins)
                self._session.mark(found, passage.start in after)

    # -- going elsewhere ----------------------------------------------------------------------------------------

    def _go(self, seek: Seek) -> None:
        self._transition.fade_out(ClockSample(self._t, self.state.room), seek.t)
        self._transition.ready = self._presenter.paint_there(self.state.score, seek.t)
        self._speaker.seek(seek.t, SEEK)
        self._session.tell(self.state, jumped=True)

    @property
    def _changing(self) -> bool:
        """Whether another night is on its way: a key in the last second still prolongs this one."""
        waits = self._due is not None or self._ordered != self._playing_order
        return waits and self._composer.failed is None

    def _grow(self) -> None:
        """Take over what the composer has: the same night longer, or another one at the same place."""
        if self._due is not None and self.state.room >= self._due:
            self._due = None
            self._ordered = self._composer.order(self.state.settings)
        newest = self._composer.newest()
        if newest is None or newest[1] is self.state.score or self._transition.waiting:
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
            self._transition.fade_in_from(self.state.room, self._presenter.black)
            return

        def over() -> None:
            self._sound.score = score
            self.state = replace(self.state, score=score)
            self._transition.aim(there, ClockSample(self._t, self.state.room))
            self._transition.ready = self._presenter.paint_there(score, there)
            self._speaker.seek(there, SEEK)

        self._transition.fade_out(ClockSample(self._t, self.state.room), when_black=over)

    # -- around it ----------------------------------------------------------------------------------------------

    def _facts(self) -> dict[str, str]:
        if self.state.panel != "info":
            return {}
        score = self.state.score
        ends = interface_text.message("info", "ends-by-itself")
        if score.complete and self.state.playing and not self.state.queue:
            ends = time.strftime("%H:%M", time.localtime(time.time() + score.duration - self.state.t))
        then = {"then": "; ".join(map(title_of, self.state.queue))} if self.state.queue else {}
        return {
            "title": score.dream.title,
            "voice": score.voice,
            "part": interface_text.message("parts", score.section_at(self.state.t)),
            "ends": ends,
            **then,
            "picture": self._screen.renderer or "surface",
            "sound": self._speaker.problem or interface_text.message("info", "sound-ok"),
        }

    def _follow(self) -> None:
        state = self.state
        resting = not state.playing and state.room - self._rested > _LONG_REST
        self._session.follow(state, resting=resting, black=state.settings.eyes_shut)
        if resting:
            self._transition.rest(state.room)
        elif state.playing:
            self._transition.wake(state.room)

    def _notice(self) -> None:
        while not self._composer.notices.empty():
            told = self._composer.notices.get()
            _log.warning("%s", told)
            self.state = replace(self.state, toast=Toast("notice", told, self.state.room))

    def _wait_for_voice(self) -> None:
        """Say so while the story waits for its voice, and how far it is."""
        state = self.state
        key = waits_for(state)
        since = state.room if state.status is None or state.status.key != key else state.status.since
        share = self._composer.told_share
        told = f": {share:.0%}" if share > 0.0 else ""
        self.state = replace(state, status=None if key is None else Toast(key, told, since))

    def _device_lost(self) -> None:
        self._speaker.lost()
        self.state = replace(self.state, playing=False, toast=Toast("device-lost", "", self.state.room))
        self._rested = self.state.room

    def _drop(self, path: str) -> None:
        """Put a file on the shelf for another night; it is read beside this one."""
        self._library = self._library or LibraryThread()
        self._library.add(path)

    def _take_library(self) -> None:
        for found in [] if self._library is None else self._library.results():
            if isinstance(found, DreamAdded):
                said = f"{found.title}: {found.notice}" if found.notice else found.title
                self.state = replace(self.state, toast=Toast("tomorrow", said, self.state.room))
            elif isinstance(found, LibraryFailure):
                self.state = replace(self.state, toast=Toast("not-a-dream", found.sentence, self.state.room))

    def _close(self) -> None:
        if self.state.onward:
            self._session.pass_on()
        elif self.state.leaving is not None:
            self._session.leave(self.state)
        self._outlet.close()
        self._screen.dark()
        if self._library is not None:
            self._library.close()
        self._speaker.close()
        self._presenter.close()
        self._composer.close()
        self._session.close()
