"""Which voice tells: the one asked for, or the best that can speak here; and what stands in for it."""

from __future__ import annotations

from collections.abc import Callable

from dreamplayer import catalogue
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard


def choose(name: str = "auto") -> VoiceCard:
    """The voice of that name; `auto` is the best one available. VoiceError says what a named one is missing."""
    voices = catalogue.voices()
    if name == "auto":
        return next(card for card in voices.values() if card.missing() is None)
    if name not in voices:
        raise VoiceError(f"there is no voice {name}", todo=f"Choose one of {', '.join(voices)}.")
    missing = voices[name].missing()
    if missing is not None:
        raise VoiceError(f"the voice {name} cannot speak here", todo=missing)
    return voices[name]


def choose_or_stand_in(name: str, notice: Callable[[str], None]) -> VoiceCard:
    """The voice of that name, or the best that can speak here where that one cannot; `notice` is told why.

    What was installed yesterday may be gone tonight (another Python, a model removed): the night goes on. A name
    that no voice has is a VoiceError all the same.
    """
    try:
        return choose(name)
    except VoiceError as error:
        if name not in catalogue.voices():
            raise
        instead = choose("auto")
        told = "The story is told by captions alone." if instead.name == "silent" else f"{instead.name} tells it."
        notice(f"{error} {told}")
        return instead


def stand_ins(card: VoiceCard) -> list[VoiceCard]:
    """What may take over from a voice, best first: plain voices of this machine, at last the silent one.

    Another large voice is no stand-in: what broke one would break it too, and loading it takes seconds.
    """
    plain = [other for other in catalogue.voices().values() if other.name in ("espeak", "system", "silent")]
    return [other for other in plain if other.rank > card.rank and other.missing() is None]
