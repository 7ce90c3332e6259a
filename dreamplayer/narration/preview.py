"""A few words by a voice, for the moment one chooses it."""

from __future__ import annotations

import numpy as np

from dreamplayer.errors import VoiceError
from dreamplayer.model.audio import Speech
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.voice_choice import choose
from dreamplayer.narration.worker.client import clip_of

WORDS = ("Close", "your", "eyes.", "I'll", "tell", "you", "a", "dream.")
PACE = 104.0
"""Words per minute."""
HUSH = 0.5
"""Gain: 6 dB under a line of the night, for a partner who is asleep already."""


def preview(voice: str, clips: Clips) -> Speech:
    """A sample of a voice at its softest, from the cache or after some seconds of rendering.

    Args:
        voice: name of a voice, or `auto`.
        clips: the cache.

    Raises:
        VoiceError: the voice can't be heard; it says why.
    """
    card = choose(voice)
    try:
        speech = clip_of(card, SpeechRequest(WORDS, PACE, 0.4), clips)
    except ValueError as error:
        raise VoiceError(f"the voice {card.name} could not be heard: {error}") from error
    return Speech((speech.samples * np.float32(HUSH)).astype(np.float32), speech.words, speech.rate, speech.estimated)
