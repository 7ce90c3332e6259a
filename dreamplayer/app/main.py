"""Entry points: choose a dream, play one, or have one chosen."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec

from dreamplayer.app import night_code
from dreamplayer.app.audio.output_device import MixerOpener
from dreamplayer.app.audio.speaker import RingSpeaker
from dreamplayer.app.desktop import keep_awake
from dreamplayer.app.desktop.message_bus import Bus
from dreamplayer.app.desktop.mpris import MediaControls
from dreamplayer.app.desktop.reduced_motion import reduced
from dreamplayer.app.ending import Ending, asked_to_end
from dreamplayer.app.evening import evening
from dreamplayer.app.growing_score import ScoreSource, Source
from dreamplayer.app.player.player import Parts, Player
from dreamplayer.app.player.presenter import Picture
from dreamplayer.app.render_worker import layer_cache, sprite_cache
from dreamplayer.app.render_worker.layer_cache import live_rows
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.place_gate import PlaceGate, is_ready
from dreamplayer.app.storage import log
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.storage.library import find_content, load, shelf
from dreamplayer.app.window.window import Window
from dreamplayer.errors import DreamError, TextError
from dreamplayer.model.score import Scene, Score
from dreamplayer.model.text import Dream
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings
from dreamplayer.standard_streams import complain

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


def _play(
    dream: Dream,
    settings: Settings,
    window: Window,
    history: PlayHistory,
    *,
    from_start: bool = False,
    notice: str = "",
    source: Source | None = None,
) -> bool:
    """Play one night in an open window; True if it came to its end.

    `notice` is shown at its beginning. `source` makes its scores; None narrates and composes the dream.
    """
    with _bus() as bus:
        settings = replace(settings, calm=settings.calm or reduced(bus))
        parts = Parts(
            source=source or ScoreSource(settings.voice),
            speaker=_speaker,
            picture=_picture_in(window),
            history=history,
            inhibitor=keep_awake.inhibitor(bus),
            remote=None if bus is None else MediaControls(bus),
        )
        return Player(dream, settings, window, parts, from_start=from_start, notice=notice).run()


@log.kept()
@_with_ending
def play(ending: Ending, name: str, settings: Settings, complaint: str = "", *, part: int | None = None) -> int:
    """Play a dream.

    Args:
        ending: tells when the app is asked to end from outside.
        name: in the library, a path, or `-` for standard input.
        settings: of the person.
        complaint: a sentence about the settings file, or "".
        part: of a book, from 1; None continues where it was left.

    Returns:
        The exit code.

    Raises:
        DreamError: there is no such dream, or no window.
    """
    content = find_content(name)
    history = PlayHistory()
    dream = evening(content.dream, settings, number=part, place=history.bookmark(content.dream.sha256))
    sprite_cache.use()
    layer_cache.use(casts=False)
    window = Window(settings, history, ending)
    try:
        _play(dream, settings, window, history, notice=complaint or content.notice)
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
                dream = evening(choice.dream, chosen, place=history.bookmark(choice.dream.sha256))
                from_start = choice.from_start or bool(choice.night)
                ended = _play(dream, chosen, window, history, from_start=from_start, notice=choice.why)
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
    dream = evening(load(entries[chosen.sha256]).dream, settings, place=history.bookmark(chosen.sha256))
    why = f"{chosen.title}: {found}" if (found := reason(chosen)) else chosen.title
    complain(f"dreamplayer: {why}")
    window = Window(settings, history, ending)
    try:
        _play(dream, settings, window, history, from_start=True, notice=complaint or why)
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
    from dreamplayer.app.ambient import AmbientSource, dream_of

    dream, history = dream_of(place), PlayHistory()
    layer_cache.use(casts=False)
    window = Window(settings, history, ending)
    try:
        quiet = replace(settings, captions=False)
        _play(dream, quiet, window, history, from_start=True, notice=complaint, source=AmbientSource())
    finally:
        window.close()
    return ending.code
