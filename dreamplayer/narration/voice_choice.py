"""Choice of the voice: the one requested or the best one available, and its fallbacks."""

from __future__ import annotations

from collections.abc import Callable

from dreamplayer import catalogue
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard


def choose(name: str = "auto") -> VoiceCard:
    """The card of a voice.

    Args:
        name: name of a voice; `auto` for the best one available.

    Raises:
        VoiceError: no voice has that name, or it lacks something, which the error names.
    """
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
    """The card of a voice, or of the best one available where that voice can't speak.

    What was installed yesterday may be missing tonight (another Python, a model removed): the night goes on.

    Args:
        name: name of a voice, or `auto`.
        notice: called with a sentence for people where another voice is taken.

    Raises:
        VoiceError: no voice has that name.
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
    """The fallbacks of a voice, best first: plain voices of this machine, and at last the silent one.

    Another large voice is no fallback: what broke one would break it too, and loading it takes seconds.

    Args:
        card: the voice that failed.
    """
    plain = [other for other in catalogue.voices().values() if other.name in ("espeak", "system", "silent")]
    return [other for other in plain if other.rank > card.rank and other.missing() is None]
