"""The voice process: requests in, encoded clips out, in order."""

from __future__ import annotations

import importlib
import time

from dreamplayer.errors import DreamError
from dreamplayer.kit.voice import SPEAKING, Voice, VoiceCard
from dreamplayer.narration.clip import encode
from dreamplayer.narration.finish import render_speech
from dreamplayer.narration.worker.messages import ClipFailed, ClipMade, SpeechOrder, VoiceFailed, VoiceReady
from dreamplayer.process.channel import WorkerEnd


def card_of(name: str) -> VoiceCard:
    """The card of a voice.

    Args:
        name: a voice of the catalogue, with the language it speaks where that is not English (`espeak@de`), or
            `module:NAME` of any module.

    Raises:
        KeyError: the catalogue has no such voice.
        ImportError, AttributeError: there is no such module or name.
    """
    if ":" in name:
        module, _, attribute = name.partition(":")
        card = getattr(importlib.import_module(module), attribute)
        assert isinstance(card, VoiceCard)
        return card
    from dreamplayer import catalogue

    plain, _, language = name.partition(SPEAKING)
    card = catalogue.voices()[plain].in_language(language or "en")
    if card is None:
        raise KeyError(name)
    return card


def main(end: WorkerEnd, name: str, share: str = "1") -> None:
    """Load a voice and answer requests until the app closes its end.

    Args:
        end: the child's end of the channel.
        name: as for `card_of`.
        share: of one core that it may use on average since it started; 1 or more is no limit.
    """
    begun = time.monotonic()
    try:
        voice = card_of(name).wake()
    except DreamError as error:
        end.send(VoiceFailed(error.what, error.todo))
        return
    except Exception as error:  # whatever an engine raises on loading, the app must know
        end.send(VoiceFailed(f"{name} did not wake: {type(error).__name__}: {error}"))
        return
    end.send(VoiceReady())
    while True:
        end.send(_answer(voice, end.receive()))
        if float(share) < 1.0:
            time.sleep(rest(float(share), time.process_time(), time.monotonic() - begun))


def rest(share: float, used: float, elapsed: float) -> float:
    """Seconds to wait until the processor time used is `share` of the time elapsed; both in seconds."""
    return max(0.0, used / share - elapsed)


def _answer(voice: Voice, order: SpeechOrder) -> ClipMade | ClipFailed:
    try:
        return ClipMade(order.number, encode(render_speech(voice, order.request)))
    except Exception as error:  # whatever an engine raises: the next sentence may still be spoken
        return ClipFailed(order.number, _reason(error))


def _reason(error: Exception) -> str:
    """The reason without the words of the sentence: an engine may quote them, and this goes to the log."""
    if isinstance(error, DreamError):
        return error.what
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
