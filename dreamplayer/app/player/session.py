"""What a night needs of the room around it: a machine kept awake, a place remembered, a desktop told, an end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from dreamplayer.app import evening
from dreamplayer.app.desktop import keep_awake
from dreamplayer.app.desktop.mpris import MediaControls, MediaStatus
from dreamplayer.app.player.intents import Intent, PlayerAction, from_event
from dreamplayer.app.player.navigation import mark_at
from dreamplayer.app.player.playback_clock import Clock
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.storage.history import BookPlace, FavouritePassage, PlayHistory
from dreamplayer.app.window.screen import Screen
from dreamplayer.model.text import Dream

_KEEP_EVERY = 5.0
_SUSPEND_WAIT = 30.0


class NightSession:
    """What happens around a night being played: history, keep-awake, media controls. None of it may hold up a frame."""

    def __init__(
        self, dream: Dream, history: PlayHistory, inhibitor: keep_awake.SleepInhibitor, remote: MediaControls | None
    ) -> None:
        self._dream, self._key = dream, dream.place_key
        self._history, self._inhibitor, self._remote = history, inhibitor, remote
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="history")
        self._kept = 0.0

    def begin(self, name: str) -> None:
        """A night has begun."""
        self._writer.submit(self._history.played, self._dream.sha256, name)
        if self._dream.part is not None and not self._dream.part.excerpt:
            self._bookmark(evening.beginning_of(self._dream.part))

    def follow(self, state: PlayerState, *, resting: bool, black: bool) -> None:
        """Once a frame."""
        section = state.score.section_at(state.t)
        playing = not resting and (state.leaving is None or state.onward)
        if state.queue and section == "bed":
            # Another dream follows: the screen is still looked at.
            section = "story"
        self._inhibitor.hold(keep_awake.stage_for(section, playing=playing, black=black))
        self.tell(state)
        if state.room - self._kept >= _KEEP_EVERY:
            self._kept = state.room
            self._remember(state)

    def tell(self, state: PlayerState, *, jumped: bool = False) -> None:
        """Tell the desktop."""
        if self._remote is not None:
            shown = MediaStatus(state.score.dream.title, state.playing, state.t, state.score.duration, state.level)
            self._remote.show(shown, jumped=jumped)

    def intents(self) -> list[Intent]:
        """What media keys and the desktop have asked for."""
        return [] if self._remote is None else self._remote.taken()

    def leave(self, state: PlayerState) -> None:
        """The person went: the place is kept if they said so; where they drifted off always is."""
        self._remember(state)
        if not state.remember:
            self._writer.submit(self._history.finish, self._key)
        if state.score.complete and state.t >= state.score.section("coda").start:
            self._turn_page()

    def hurry(self, state: PlayerState) -> None:
        """The app is asked to end from outside: keep the place and let the machine go at once."""
        self._inhibitor.hold("none")
        self._remember(state)

    def pass_on(self) -> None:
        """This dream is told, and another one follows."""
        self._writer.submit(self._history.finish, self._key)
        self._turn_page()

    def mark(self, passage: FavouritePassage, favourite: bool) -> None:
        """Add a passage to the favourites, or remove it."""
        self._writer.submit(self._history.set_favourite_passage, passage, favourite)

    def end(self, state: PlayerState, screen: Screen, clock: Clock) -> None:
        """Silence and black are reached: let the machine go, do what was chosen, stay dark until a key."""
        self._inhibitor.hold("none")
        screen.dark()
        self.pass_on()
        action = state.settings.at_the_end
        begun, done = clock.read().room, action in ("stay", "quit")
        while action != "quit":
            if any(from_event(event) not in (None, Intent(PlayerAction.NUDGE)) for event in screen.events()):
                return
            if not done and (action == "screen" or clock.read().room - begun > _SUSPEND_WAIT):
                done = True
                keep_awake.end("screen" if action == "screen" else "suspend")
            screen.rest(5.0)

    def close(self) -> None:
        """Let the machine go, finish writing."""
        self._inhibitor.close()
        self._writer.shutdown(wait=True)

    def _remember(self, state: PlayerState) -> None:
        here = mark_at(state.score, state.t)
        self._writer.submit(self._history.leave, self._key, here, state.awake)

    def _turn_page(self) -> None:
        """The part is told: the next evening goes on with the next, after the last with the first."""
        if self._dream.part is not None and not self._dream.part.excerpt:
            self._bookmark(evening.next_evening(self._dream.part))

    def _bookmark(self, place: BookPlace | None) -> None:
        if place is not None:
            self._writer.submit(self._history.set_bookmark, self._dream.sha256, place)
