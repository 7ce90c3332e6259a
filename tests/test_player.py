"""A whole night through the player, without window or loudspeaker, faster than it is slept through."""

from __future__ import annotations

import itertools
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace

import numpy as np
import pygame
import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.app.desktop.keep_awake import KeepAwakeStage
from dreamplayer.app.play_queue import queued
from dreamplayer.app.player import player as playing
from dreamplayer.app.player import pointer_bar
from dreamplayer.app.player.playback_clock import ClockSample
from dreamplayer.app.player.player import Parts, Player
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.player.presenter import Presenter
from dreamplayer.app.storage.history import Mark, PlayHistory
from dreamplayer.app.storage.library import find
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.model.audio import Speech
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Palette
from dreamplayer.model.stage import Stage as StageSetting
from dreamplayer.model.text import Dream
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Between
from dreamplayer.picture.light import grade
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow

DREAM = "the-bridge-of-light"


class Room:
    """A bed, a clock one pushes, a screen that writes down what it shows, and fingers."""

    renderer: str | None = None
    render_worker = None
    fullscreen = True
    size = (320, 180)
    problem: str | None = None

    def __init__(self) -> None:
        self.night = self.room = 0.0
        self.moving = False
        self.step = 0.5
        self.plan: list[tuple[Callable[[Room], bool], pygame.event.Event]] = []
        self.frames: list[tuple[float, Frame | None]] = []
        self.stages: list[KeepAwakeStage] = []
        self.levels: list[float] = []
        self.asked: list[str] = []
        self.player: Player | None = None

    # the speaker
    def __call__(
        self, render: object, *, start: float, level: float, delay: float, horizon: Callable[[], float | None]
    ):
        """Be the speaker that the player makes."""
        self.night, self.horizon = start, horizon
        self.levels.append(level)
        return self

    def read(self) -> ClockSample:
        """The clock."""
        return ClockSample(self.night, self.room)

    def resume(self) -> None:
        """Go on."""
        self.moving = True

    def pause(self) -> None:
        """Rest."""
        self.moving = False

    def seek(self, t: float, seconds: float = 1.5) -> None:
        """Be there."""
        self.night = t

    def refresh(self, seconds: float = 1.5) -> None:
        """What comes has changed."""
        self.asked.append("refresh")

    def volume(self, level: float, seconds: float = 0.3) -> None:
        """Louder or softer."""
        self.levels.append(level)

    def lost(self) -> None:
        """The device is gone."""
        self.asked.append("lost")
        self.moving = False

    # the sleep inhibitor
    def hold(self, stage: KeepAwakeStage) -> None:
        """Hold a stage."""
        if not self.stages or self.stages[-1] != stage:
            self.stages.append(stage)

    def close(self) -> None:
        """Speaker and sleep inhibitor alike."""

    # the screen
    def _tick(self, frame: Frame | None) -> None:
        self.frames.append((self.night, frame))
        while self.player is not None and self.player._composer.newest()[0] != self.player._composer._number:
            time.sleep(0.001)
        self.room += self.step
        limit = self.horizon()
        if self.moving:
            self.night = min(self.night + self.step, limit if limit is not None else 1e9)

    def events(self) -> list[pygame.event.Event]:
        """The next press whose moment has come."""
        if self.plan and self.plan[0][0](self):
            return [self.plan.pop(0)[1]]
        return []

    def show(self, frame: Frame) -> None:
        """A frame."""
        self._tick(frame)

    def blend(self, pair: Between | None, frame: Frame, light: float) -> None:
        """A frame between two keys."""
        self._tick(frame)

    def dark(self) -> None:
        """Black."""

    def rest(self, fps: float = 10.0) -> None:
        """A black frame's time."""
        if hasattr(self, "horizon"):
            self._tick(None)
        else:
            time.sleep(1.0 / fps)

    def set_fullscreen(self, full: bool) -> None:
        """Change over."""
        self.asked.append(f"fullscreen {full}")


@cache
def told(bed_minutes: float) -> Score:
    """The silent night with a bed of so many minutes."""
    return night(find(DREAM), Settings(voice="silent", bed_minutes=bed_minutes)).score


class Told:
    """A source whose dream is told already."""

    class Clips:
        """Silence."""

        def speech(self, clip: str) -> Speech:
            """Nothing to hear."""
            return Speech(np.zeros(10, np.float32), ())

    clips = Clips()

    def scores(self, dream: Dream, settings: Settings, near: object, notice: object) -> Iterator[Score]:
        """The whole night at once."""
        yield told(settings.bed_minutes)


def plain(score: Score, t: float, aspect: float) -> Frame:
    """A picture of nothing, at the night's own light."""
    return Frame(t, StageSetting(), (("water", 1.0),), Palette(), (), (), t % 3600, None, grade(score, t), aspect)


def key(number: int = 0, text: str = "") -> pygame.event.Event:
    """A key press."""
    return pygame.event.Event(pygame.KEYDOWN, key=number, unicode=text, mod=0)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """A bedroom; headphones are not watched in it."""
    monkeypatch.setattr(playing, "_SETTLE", 0.0)
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    return Room()


def play(room: Room, settings: Settings | None = None, history: PlayHistory | None = None) -> tuple[bool, Player]:
    """One night."""
    dream = find(DREAM)
    parts = Parts(Told(), room, plain, history or PlayHistory(), room)
    player = Player(dream, settings or Settings(voice="silent", bed_minutes=2.0), room, parts)
    room.player = player
    return player.run(), player


def test_a_night_from_dark_to_dark(room: Room) -> None:
    """It ends by itself: screen, then machine, then nothing kept awake; light only sinks after the wind-in; black."""
    ended, player = play(room)
    assert ended
    assert room.stages == ["display", "system", "none"]
    shown = [(t, f.grade.exposure * (1 - f.grade.black)) for t, f in room.frames if f is not None and t > 62.0]
    assert all(b <= a + 1e-9 for (_, a), (_, b) in itertools.pairwise(shown))
    assert room.frames[-1][1] is None
    assert room.frames[0][1] is None or room.frames[0][1].grade.black > 0.99
    assert player.state.score.complete
    assert room.night >= player.state.score.duration - 1.0


def test_a_key_in_the_fade_gives_time_without_light(room: Room) -> None:
    """Half in the fade any key brings ten minutes more; nothing gets lighter than the bed was, nor all at once."""
    settings = Settings(voice="silent", bed_minutes=2.0)
    fade = told(2.0).section("fade")
    room.plan = [(lambda r: r.night > fade.start + 300.0, key(0, "z"))]
    ended, player = play(room, settings)
    assert ended
    assert player.state.settings.bed_minutes == pytest.approx(2.0 + 10.0 + 5.0, abs=0.1)
    assert player.state.score.duration > fade.end + 500.0
    assert "refresh" in room.asked
    after = [f.grade.cap * (1 - f.grade.black) for t, f in room.frames if f is not None and t > fade.start]
    assert max(after) <= Settings().bed_light() * 1.01


def test_leaving_fades_and_the_place_is_as_wished(room: Room) -> None:
    """Pressing q fades the sound to nothing within three seconds and forgets the place, Q keeps it."""
    room.step = 0.1
    room.plan = [(lambda r: r.night > 2.0, key(pygame.K_PAGEDOWN)), (lambda r: r.night > 64.0, key(0, "Q"))]
    history = PlayHistory()
    ended, player = play(room, history=history)
    assert not ended
    assert room.levels[-1] == 0.0
    assert room.frames[-1][1] is None or room.frames[-1][1].grade.black > 0.99
    sha = player.state.score.dream.sha256
    kept = history.resume(sha)
    assert kept is not None
    assert kept.sentence >= 0
    again = Room()
    again.step = 0.1
    again.plan = [(lambda r: r.room > 1.0, key(0, "q"))]
    play(again, history=history)
    assert again.frames[0][0] > 60.0
    assert history.resume(sha) is None


def test_lost_headphones_rest_the_night(room: Room) -> None:
    """When the device is gone the night rests and says so; Space goes on."""
    gone = pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=1, iscapture=False)
    room.step = 0.1
    room.plan = [
        (lambda r: r.night > 1.0, gone),
        (lambda r: r.room > 3.0, key(pygame.K_SPACE, " ")),
        (lambda r: r.night > 3.0, key(0, "q")),
    ]
    play(room)
    assert "lost" in room.asked
    longest, frames = Counter(round(t, 3) for t, _ in room.frames if t > 0).most_common(1)[0]
    assert 1.0 < longest < 1.5
    assert frames > 5


def test_a_long_rest_lets_the_machine_sleep(room: Room) -> None:
    """Ten minutes of rest let go of screen and machine and go dark; going on brings both back."""
    room.plan = [
        (lambda r: r.night > 70.0, key(pygame.K_SPACE, " ")),
        (lambda r: r.room > 900.0, key(pygame.K_SPACE, " ")),
        (lambda r: r.night > 90.0, key(0, "q")),
    ]
    play(room)
    assert room.stages[:3] == ["display", "none", "display"]
    resting = [f for t, f in room.frames if 70.0 < t < 72.0]
    assert any(f is None for f in resting)


def test_where_one_drifted_off_is_known_the_next_evening(room: Room) -> None:
    """A place kept last night is where b leads tonight."""
    history = PlayHistory()
    sha = find(DREAM).sha256
    history.leave(sha, Mark(9, 150.0), Mark(3, 90.0))
    history.finish(sha)
    room.step = 0.1
    room.plan = [(lambda r: r.night > 1.0, key(0, "b")), (lambda r: r.room > 4.0, key(0, "q"))]
    _, player = play(room, history=history)
    word = player.state.score.word_at(room.night)
    assert word is not None
    assert 3 <= word.sentence <= 4


def test_a_key_in_the_very_last_moment_prolongs_the_night(room: Room) -> None:
    """Pressed in the frame in which the night would end, ten minutes more still come."""

    def last(r: Room) -> bool:
        score = None if r.player is None else r.player.state.score
        return score is not None and score.complete and r.night >= score.duration - 0.02

    room.step = 5.0
    room.plan = [(last, key(0, "+"))]
    ended, player = play(room)
    assert ended
    assert not room.plan
    assert player.state.settings.bed_minutes >= 10.0
    assert player.state.score.section("bed").length >= 600.0


def test_what_became_of_the_voice_is_said_on_the_screen(room: Room) -> None:
    """A voice that was lost is told of in a passing word, not in a log that nobody reads at night."""
    seen: list[str] = []

    def tell(r: Room) -> bool:
        if r.player is None:
            return False
        toast = r.player.state.toast
        if toast is not None and toast.key == "notice":
            seen.append(toast.value)
        elif not seen:
            r.player._composer.notices.put("The voice was lost. Captions go on.")
        return bool(seen)

    room.step = 0.1
    room.plan = [(tell, key(0, "q"))]
    play(room)
    assert seen == ["The voice was lost. Captions go on."]


def test_a_picture_that_fails_is_a_dark_night_not_an_end(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    """The story goes on in the dark, and the log says it once."""

    def broken(score: Score, t: float, aspect: float) -> Frame:
        raise ValueError("no picture")

    dream = find(DREAM)
    player = Player(
        dream, Settings(voice="silent", bed_minutes=0.0), room, Parts(Told(), room, broken, PlayHistory(), room)
    )
    room.step = 5.0
    room.player = player
    assert player.run()
    assert sum("the picture failed" in record.message for record in caplog.records) == 1


def test_when_it_ends_is_said_only_where_one_asks(room: Room) -> None:
    """The page `i` names the time of day at which the night ends; no other page has a time in it."""
    seen: list[dict[str, str]] = []

    def look(r: Room) -> bool:
        if r.player is not None:
            seen.append(r.player._facts())
        return r.night > 4.0

    room.plan = [
        (lambda r: r.night > 2.0, key(text="i")), (look, key(text="i")), (lambda r: r.night > 6.0, key(text="q")),
    ]  # fmt: skip
    play(room)
    assert any(re.fullmatch(r"\d\d:\d\d", facts["ends"]) for facts in seen if facts)
    assert all(not re.search(r"\d:\d", words) for part in ("toast", "bar", "parts") for words in _texts(part))


def _texts(part: str) -> list[str]:
    return [str(text) for text in interface_text.catalogue("en")[part].values()]


def test_a_click_pauses_and_a_paused_picture_stands(room: Room) -> None:
    """A click on the word under the pointer pauses; some seconds later nothing is drawn but about once a second."""
    room.step = 0.1
    before = PlayerState(told(15.0), Settings(), t=71.0, fullscreen=room.fullscreen)
    row = pointer_bar.buttons(before)
    pause = next(i for i, button in enumerate(row) if button.name == "pause")
    rect = button_bar.layout(pointer_bar.sheet(before, room.size), row)[pause]

    def event(kind: int, **more: object) -> pygame.event.Event:
        return pygame.event.Event(kind, pos=rect.center, rel=(1, 0), **more)

    room.plan = [
        (lambda r: r.night > 70.0, event(pygame.MOUSEMOTION)),
        (lambda r: r.night > 70.5, event(pygame.MOUSEBUTTONDOWN, button=1)),
        (lambda r: r.room > 100.0, key(text="q")),
    ]
    play(room)
    stood = [frame for t, frame in room.frames if 70.5 < t < 72.0]
    assert room.night < 80.0
    drawn = sum(frame is not None for frame in stood)
    assert len(stood) > 40
    assert drawn < 0.75 * len(stood)


def test_what_was_asked_for_afterwards_follows(room: Room) -> None:
    """`o` has the same follow, softer: once told and rung out the night fades within seconds and gives way."""
    room.plan = [(lambda r: r.night > 70.0, key(0, "o"))]
    dream = find(DREAM)
    parts = Parts(Told(), room, plain, PlayHistory(), room)
    settings = Settings(voice="silent", bed_minutes=2.0)
    player = Player(dream, settings, room, parts, queued=queued(dream))
    room.player = player
    assert player.run()
    assert player.state.onward
    assert [(one.name, one.softer) for one in player.state.queue] == [(DREAM, 1)]
    bed = told(2.0).section("bed")
    assert bed.start + 20.0 <= room.night < bed.start + 40.0
    assert room.levels[-1] == 0.0
    assert room.frames[-1][1] is None or room.frames[-1][1].grade.black > 0.99
    assert room.stages == ["display"]


def test_a_marked_passage_is_kept(room: Room) -> None:
    """`*` marks the passage that is told; a second time it is none any more; favourite dreams stay."""
    history = PlayHistory()
    history.set_favourite("abc", True)
    third = told(2.0).scenes[2]
    room.plan = [(lambda r: r.night > third.span.start + 3.0, key(0, "*")), (lambda r: r.night > 500.0, key(0, "q"))]
    play(room, history=history)
    (kept,) = history.favourite_passages()
    assert (kept.name, kept.char) == (DREAM, third.char_start)
    assert find(DREAM).text[kept.char :].startswith(kept.begins.split()[0])
    assert history.favourites() == {"abc"}
    again = Room()
    again.plan = [(lambda r: r.night > third.span.start + 3.0, key(0, "*")), (lambda r: r.night > 500.0, key(0, "q"))]
    play(again, history=history)
    assert history.favourite_passages() == ()


@pytest.mark.parametrize("playing", [True, False])
def test_a_paused_night_casts_nothing_ahead(playing: bool) -> None:
    """What comes is drawn ahead while the night runs only: a paused one costs next to nothing."""
    presenter = Presenter.__new__(Presenter)
    asked: list[float] = []
    presenter._screen = Room()
    presenter._casting = SimpleNamespace(resize=lambda *_: None, follow=lambda _, t, __: asked.append(t))
    presenter._cast_ahead(PlayerState(score=told(2.0), settings=Settings(), playing=playing), 70.0)
    assert asked == ([70.0] if playing else [])
