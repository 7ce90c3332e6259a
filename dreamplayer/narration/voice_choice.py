"""Choice of the voice: the one requested or the best one available, and its fallbacks."""

from __future__ import annotations

import platform
from collections.abc import Callable

from dreamplayer import catalogue
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import SPEAKING, VoiceCard
from dreamplayer.reading.ingest.language import language_name
from dreamplayer.voices.silent import SILENT


def choose(name: str = "auto", language: str = "en") -> VoiceCard:
    """The card of a voice.

    Args:
        name: name of a voice; `auto` for the best one available.
        language: ISO 639-1 code of the language it shall speak.

    Raises:
        VoiceError: no voice has that name, or it lacks something, which the error names, or speaks another language.
    """
    voices = catalogue.voices()
    if name == "auto":
        speaking = (card.in_language(language) for card in voices.values() if card.missing() is None)
        return next((card for card in speaking if card is not None), SILENT)
    if name not in voices:
        raise VoiceError(f"there is no voice {name}", todo=f"Choose one of {', '.join(voices)}.")
    missing = voices[name].missing()
    if missing is not None:
        raise VoiceError(f"the voice {name} cannot speak here", todo=missing)
    card = voices[name].in_language(language)
    if card is None:
        raise VoiceError(f"the voice {name} does not speak {language_name(language)}")
    return card


def choose_or_stand_in(name: str, notice: Callable[[str], None], language: str = "en") -> VoiceCard:
    """The card of a voice, or of the best one available where that voice can't speak.

    What was installed yesterday may be missing tonight (another Python, a model removed): the night goes on.

    Args:
        name: name of a voice, or `auto`.
        notice: called with a sentence for people where another voice is taken.
        language: ISO 639-1 code of the language it shall speak.

    Raises:
        VoiceError: no voice has that name.
    """
    try:
        card = choose(name, language)
        if card is SILENT and name == "auto" and language != "en":
            raise VoiceError(f"no voice on this machine speaks {language_name(language)}", todo=more_voices(language))
        return card
    except VoiceError as error:
        if name != "auto" and name not in catalogue.voices():
            raise
        instead = choose("auto", language)
        plain = instead.name.partition(SPEAKING)[0]
        told = "The story is told by captions alone." if plain == SILENT.name else f"{plain} tells it."
        notice(f"{error} {told}")
        return instead


def stand_ins(card: VoiceCard) -> list[VoiceCard]:
    """The fallbacks of a voice, best first: plain voices of this machine, and at last the silent one.

    Another large voice is no fallback: what broke one would break it too, and loading it takes seconds.

    Args:
        card: the voice that failed.
    """
    plain = [other for other in catalogue.voices().values() if other.name in ("espeak", "system", "silent")]
    found = [other.in_language(card.language) for other in plain if other.rank > card.rank and other.missing() is None]
    return [other for other in found if other is not None]


def more_voices(language: str) -> str:
    """Where a voice of a language comes from on this system, with the command that brings it.

    Args:
        language: ISO 639-1 code.
    """
    system = platform.system()
    if system == "Windows":
        region = _REGIONS.get(language, language)
        return f"Add one in the settings for speech, or in PowerShell as administrator: Install-Language {region}"
    if system == "Darwin":
        return (
            "Add one under System Voice, Manage Voices: "
            'open "x-apple.systempreferences:com.apple.preference.universalaccess?TextToSpeech"'
        )
    lacking = next((card.missing() for card in catalogue.voices().values() if card.name == "system"), None)
    if lacking is not None:
        return lacking
    return "There is none on plain Linux that is understood: espeak, which speaks some seventy languages, spells it."


_REGIONS = {
    "ja": "ja-JP", "th": "th-TH", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT",
    "nl": "nl-NL", "pl": "pl-PL", "ru": "ru-RU", "tr": "tr-TR", "hi": "hi-IN", "zh": "zh-CN", "ko": "ko-KR",
    "ar": "ar-SA",
    "he": "he-IL",
}  # fmt: skip
"""Names under which Windows has the speech of languages, where a region belongs to them."""
