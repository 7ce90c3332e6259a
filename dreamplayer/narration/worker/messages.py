"""What is asked of a voice's process, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.narration.speech_request import SpeechRequest


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """Say a sentence."""

    number: int
    request: SpeechRequest


@dataclass(frozen=True, slots=True)
class VoiceReady:
    """The voice has loaded. Sent once, first."""


@dataclass(frozen=True, slots=True)
class VoiceFailed:
    """The voice cannot load. Sent instead; the process ends."""

    what: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class ClipMade:
    """The answer to a request: an encoded clip."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ClipFailed:
    """The answer to a request that could not be said."""

    number: int
    why: str
