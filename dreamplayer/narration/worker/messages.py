"""Messages between the app and a voice process."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.narration.speech_request import SpeechRequest


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """Request to speak a sentence."""

    number: int
    """Of the request, from 0; the answer repeats it."""
    request: SpeechRequest


@dataclass(frozen=True, slots=True)
class VoiceReady:
    """The voice has loaded. Sent once, first."""


@dataclass(frozen=True, slots=True)
class VoiceFailed:
    """The voice cannot load. Sent instead; the process ends."""

    what: str
    """What happened, for people."""
    todo: str = ""
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class ClipMade:
    """The answer to a request: an encoded clip."""

    number: int
    data: bytes
    """As `clip.encode` makes it."""


@dataclass(frozen=True, slots=True)
class ClipFailed:
    """The answer to a request that failed."""

    number: int
    why: str
    """The reason, without the words of the sentence."""
