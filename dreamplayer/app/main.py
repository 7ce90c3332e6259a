"""Entry points: choose a dream, play one, or have one chosen."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import wraps
from threading import Thread
from typing import Concatenate, ParamSpec

from dreamplayer.app import night_code
from dreamplayer.app.audio.output_device import MixerOpener
from dreamplayer.app.audio.speaker import RingSpeaker
from dreamplayer.app.desktop import keep_awake
from dreamplayer.app.desktop.message_bus import Bus
from dreamplayer.app.desktop.mpris import MediaControls
from dreamplayer.app.desktop.reduced_motion import reduced
from dreamplayer.app.ending import Ending, asked_to_end
from dreamplayer.app.evening import dream_of, evening
from dreamplayer.app.growing_score import ScoreSource, Source
from dreamplayer.app.play_queue import QueuedDream, next_settings, queued, softened
from dreamplayer.app.player.player import Parts, Player
from dreamplayer.app.player.player_state import PlayerState, title_of
from dreamplayer.app.player.presenter import Picture
from dreamplayer.app.render_worker import layer_cache, sprite_cache
from dreamplayer.app.render_worker.layer_cache import live_rows
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.place_gate import PlaceGate, is_ready
from dreamplayer.app.storage import log
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.storage.library import find_content, load, shelf
from dreamplayer.app.window import interface_text
from dreamplayer.app.window.window import Window
from dreamplayer.errors import DreamError, TextError
from dreamplayer.model.score import Scene, Score
from dreamplayer.model.text import Dream
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings
from dreamplayer.standard_streams import complain
from dreamplayer.timeline.parts import excerpt

_log = logging.getLogger(__name__)
_Arguments = ParamSpec("_Arguments")


def _picture_in(window: Window) -> Picture:
    """The picture of the moment, in which a place that is not cast yet comes later."""
    card = window.render_worker is None
    store = layer_cache.use(casts=False, rows=live_rows(window.size[1], card=card))

    def ready(score: Score, scene: Scene, any_size: bool) -> bool:
        return is_ready(store, score, scene, Setup(*window.size, None), any_size=any_size)

    gate = PlaceGate(ready)

    def shown(score: Score, t: float, aspect: float) -> Frame:
        store.rows = live_rows(window.size[1], card=card)
        return picture(score, t, aspect=aspect, openings=gate.openings(score, t))

    return shown


def _speaker(*arguments: object, **options: object) -> RingSpeaker:
    return RingSpeaker(*arguments, open_device=MixerOpener(), **options)  # type: ignore[arg-type]


def _with_ending(
    door: Callable[Concatenate[Ending, _Arguments], int],
) -> Callable[_Arguments, int]:
    """One of the doors, which is told when the app is asked to end from outside."""

    @wraps(door)
    def opened(*arguments: _Arguments.args, **options: _Arguments.kwargs) -> int:
        _reduced_motion.ask()
        with asked_to_end() as ending:
            return door(ending, *arguments, **options)

    return opened


@contextlib.contextmanager
def _bus() -> Iterator[Bus | None]:
    """The session bus while the app runs, where there is one."""
    bus = Bus() if sys.platform.startswith("linux") else None
    try:
        yield bus
    finally:
        if bus is not None:
            bus.close()


class _ReducedMotion:
    """Whether the system asks for less motion: asked beside what else begins a night, which needs not wait for it."""

    def __init__(self) -> None:
        self._found: Future[bool] = Future()
        self._asked = False

    def ask(self) -> None:
        """Ask now; the answer is for the next night."""
        if not self._asked:
            self._asked, self._found = True, Future()
            Thread(target=self._run, args=(self._found,), name="reduced motion", daemon=True).start()

    def answer(self) -> bool:
        """The answer; asked for anew the next time."""
        self.ask()
        found = self._found.result()
        self._asked = False
        return found

    @staticmethod
    def _run(found: Future[bool]) -> None:
        with _bus() as bus:
            found.set_result(reduced(bus))


_reduced_motion = _ReducedMotion()


def _play(
    dream: Dream,
    settings: Settings,
    window: Window,
    history: PlayHistory,
    *,
    from_start: bool = False,
    notice: str = "",
    source: Source | None = None,
    queued: QueuedDream | None = None,
    queue: tuple[QueuedDream, ...] = (),
) -> tuple[bool, PlayerState]:
    """Play one night in an open window.

    Args:
        dream: what is played.
        settings: of the night.
        window: it is shown in.
        history: where it is noted.
        from_start: not from where it was left.
        notice: shown at its beginning.
        source: makes its scores; None narrates and composes the dream.
        queued: the dream as one of a queue; None where nothing can follow it.
        queue: what follows it.

    Returns:
        Whether it came to its end, and how it stood then.
    """
    with _bus() as bus:
        settings = replace(settings, calm=settings.calm or _reduced_motion.answer())
        parts = Parts(
            source=source or ScoreSource(settings.voice),
            speaker=_speaker,
            picture=_picture_in(window),
            history=history,
            inhibitor=keep_awake.inhibitor(bus),
            remote=None if bus is None else MediaControls(bus),
        )
        player = Player(
            dream, settings, window, parts, from_start=from_start, notice=notice, queued=queued, queue=queue
        )
        return player.run(), player.state


def _play_all(
    whole: Dream,
    first: QueuedDream,
    queue: tuple[QueuedDream, ...],
    settings: Settings,
    window: Window,
    history: PlayHistory,
    *,
    from_start: bool = False,
    notice: str = "",
) -> bool:
    """Play a dream and what is queued after it. True if the last one came to its end.

    Args:
        whole: the text of the first.
        first: how it is played.
        queue: what follows it; more may be added while it plays.
        settings: of the person; `first` says how much softer the first one is.
        window: it is shown in.
        history: where it is noted.
        from_start: the first one not from where it was left.
        notice: shown at the beginning.
    """
    texts = {first.name: whole}
    # The parts of a book are cut once, whatever time is left later.
    cut, settings, now = settings, softened(settings, first.softer), first
    while True:
        try:
            if now.name not in texts:
                texts[now.name] = find_content(now.name).dream
            dream = dream_of(now, texts[now.name], cut)
            ended, state = _play(
                dream, settings, window, history, from_start=from_start, notice=notice, queued=now, queue=queue
            )
            if not state.onward:
                return ended
            settings, queue, t = state.settings, state.queue, state.t
            notice = interface_text.message("queue", "next", title_of(queue[0]))
        except DreamError as error:
            # One dream cannot be played: what comes after it can.
            if not queue:
                raise
            _log.warning("%s", error)
            notice, t = str(error), 0.0
        settings = next_settings(settings, now, queue[0], t)
        now, queue, from_start = queue[0], queue[1:], True


@log.kept()
@_with_ending
def play(
    ending: Ending,
    names: Sequence[str],
    settings: Settings,
    complaint: str = "",
    *,
    part: tuple[int, int] | None = None,
    softer: int = 0,
    passages: tuple[int, ...] = (),
) -> int:
    """Play a dream, and others after it, each softer than the one before.

    Args:
        ending: tells when the app is asked to end from outside.
        names: in the library, paths, or `-` for standard input.
        settings: of the person.
        complaint: a sentence about the settings file, or "".
        part: of a book, from 1: the first and the last that are played; None continues where it was left.
        softer: how many steps softer the first one is.
        passages: code points of the passages of the first dream that are played alone; empty for all of it.

    Returns:
        The exit code.

    Raises:
        DreamError: there is no such dream, or no window.
    """
    history = PlayHistory()
    content = find_content(names[0])
    if passages:
        begun = excerpt(content.dream, passages)
    else:
        place = history.bookmark(content.dream.sha256)
        begun = evening(content.dream, settings, number=part[0] if part else None, place=place)
    first = replace(queued(begun, softer), name=names[0])
    queue = [first]
    while part is not None and queue[-1].part < part[1]:
        number = queue[-1].part + 1
        evening(content.dream, settings, number=number)
        queue.append(queue[-1].then(first.name, first.title, part=number, parts=first.parts))
    for name in names[1:]:
        following = content.dream if name == names[0] else find_content(name).dream
        opened = queued(evening(following, settings, place=history.bookmark(following.sha256)))
        queue.append(queue[-1].then(name, following.title, part=opened.part, parts=opened.parts))
    sprite_cache.use()
    layer_cache.use(casts=False)
    window = Window(settings, history, ending)
    try:
        alone = bool(passages) or softer > 0
        said = complaint or content.notice
        _play_all(content.dream, first, tuple(queue[1:]), settings, window, history, from_start=alone, notice=said)
    finally:
        window.close()
    return ending.code


@log.kept()
@_with_ending
def pick(ending: Ending, settings: Settings, complaint: str = "") -> int:
    """Show the picker, and again after each night, until the person leaves.

    Args:
        ending: tells when the app is asked to end from outside.
        settings: of the person.
        complaint: a sentence about the settings file that is shown first, or "".

    Returns:
        The exit code.
    """
    from dreamplayer.app.picker.picker import Picker

    history = PlayHistory()
    sprite_cache.use()
    layer_cache.use(casts=False)
    window = Window(settings, history, ending)
    try:
        while True:
            _reduced_motion.ask()
            picker = Picker(window, settings, history, notice=complaint)
            if history.recall("welcomed") is not True:
                picker.welcome()
            choice = picker.run()
            settings = picker.settings
            if choice is None:
                break
            chosen = replace(settings, gentle=choice.gentle)
            chosen = night_code.with_code(chosen, choice.night) if choice.night else chosen
            try:
                if choice.passages:
                    dream = excerpt(choice.dream, choice.passages)
                else:
                    dream = evening(choice.dream, chosen, place=history.bookmark(choice.dream.sha256))
                first = replace(queued(dream, choice.softer), name=choice.name)
                from_start = choice.from_start or bool(choice.night)
                ended = _play_all(
                    choice.dream, first, choice.queue, chosen, window, history, from_start=from_start, notice=choice.why
                )
                complaint = ""
            except DreamError as error:
                # One dream cannot be played: the others can.
                _log.warning("%s", error)
                ended, complaint = False, str(error)
            if ending.asked or (ended and settings.at_the_end == "quit"):
                break
    finally:
        window.close()
    return ending.code


@log.kept()
@_with_ending
def tonight(ending: Ending, settings: Settings, complaint: str = "") -> int:
    """Choose a dream and play it, with nothing to read.

    Args:
        ending: tells when the app is asked to end from outside.
        settings: of the person.
        complaint: a sentence about the settings file, or "".

    Returns:
        The exit code.

    Raises:
        TextError: the library is empty.
    """
    from dreamplayer.app.picker.dream_card import card_of
    from dreamplayer.app.picker.picker_state import reason
    from dreamplayer.app.picker.picker_state import tonight as choose

    history = PlayHistory()
    sprite_cache.use()
    layer_cache.use(casts=False)
    loved, ago = history.favourites(), history.last_played()
    entries = {entry.sha256: entry for entry in shelf()}
    cards = tuple(card_of(entry, loved=sha in loved, ago=ago.get(sha)) for sha, entry in entries.items())
    chosen = choose(cards, night=int(time.time() // 86400))
    if chosen is None:
        raise TextError("there is no dream to choose from", todo="Add one: dreamplayer add PATH")
    whole = load(entries[chosen.sha256]).dream
    first = queued(evening(whole, settings, place=history.bookmark(chosen.sha256)))
    why = f"{chosen.title}: {found}" if (found := reason(chosen)) else chosen.title
    complain(f"dreamplayer: {why}")
    window = Window(settings, history, ending)
    try:
        _play_all(whole, first, (), settings, window, history, from_start=True, notice=complaint or why)
    finally:
        window.close()
    return ending.code


@log.kept()
@_with_ending
def ambient(ending: Ending, place: str, settings: Settings, complaint: str = "") -> int:
    """Show a place and let it sound, without words, until one leaves or the timer ends it.

    Args:
        ending: tells when the app is asked to end from outside.
        place: its name.
        settings: of the person.
        complaint: a sentence about the settings file, or "".

    Returns:
        The exit code.

    Raises:
        DreamError: there is no such place, or no window.
    """
    from dreamplayer.app.ambient import AmbientSource
    from dreamplayer.app.ambient import dream_of as dream_of_place

    dream, history = dream_of_place(place), PlayHistory()
    layer_cache.use(casts=False)
    window = Window(settings, history, ending)
    try:
        quiet = replace(settings, captions=False)
        _play(dream, quiet, window, history, from_start=True, notice=complaint, source=AmbientSource())
    finally:
        window.close()
    return ending.code
