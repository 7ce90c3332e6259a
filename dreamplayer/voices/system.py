"""The voices a machine has by itself, through pyttsx3, and the espeak that comes by pip."""

from __future__ import annotations

import platform

from dreamplayer.kit.voice import Voice, VoiceCard
from dreamplayer.voices import _espeak
from dreamplayer.voices._install_command import install_command

_HERE = platform.system()


def _wake_bundled(language: str = "en") -> Voice:
    from dreamplayer.voices._bundled import Bundled

    return Bundled(language)


def _wake_platform_voice(language: str = "") -> Voice:
    from dreamplayer.voices._platform_voice import PlatformVoice

    return PlatformVoice(_HERE, language)


def _platform_voice_missing() -> str | None:
    from importlib.util import find_spec

    needed = {"Windows": "comtypes", "Darwin": "objc"}[_HERE]
    if find_spec("pyttsx3") and find_spec(needed):
        return None
    return f"The package for this machine's own voices is missing; install it with: {install_command('pyttsx3')}"


if _HERE in ("Windows", "Darwin"):
    SYSTEM = VoiceCard(
        name="system",
        rank=300,
        version="1",
        exact=False,
        wake=_wake_platform_voice,
        wake_in=_wake_platform_voice,
        languages=_espeak.LANGUAGES | {"ja", "th"},
        missing=_platform_voice_missing,
        doc="The voice chosen in this machine's own settings.",
    )
    ESPEAK = VoiceCard(
        name="espeak",
        rank=400,
        version="1",
        exact=True,
        wake=_wake_bundled,
        wake_in=_wake_bundled,
        languages=_espeak.LANGUAGES,
        missing=_espeak.missing,
        doc="A plain voice that runs everywhere, lowered and softened.",
    )
else:
    SYSTEM = VoiceCard(
        name="system",
        rank=300,
        version="1",
        exact=True,
        wake=_wake_bundled,
        wake_in=_wake_bundled,
        languages=_espeak.LANGUAGES,
        missing=_espeak.missing,
        doc="A plain voice that runs everywhere, lowered and softened.",
    )
