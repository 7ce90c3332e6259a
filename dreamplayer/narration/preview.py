"""A few words by a voice, for the moment one chooses it."""

from __future__ import annotations

import numpy as np

from dreamplayer.errors import VoiceError
from dreamplayer.model.audio import Speech
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.voice_choice import choose
from dreamplayer.narration.worker.client import Teller

WORDS = ("Close", "your", "eyes.", "I'll", "tell", "you", "a", "dream.")
PACE = 104.0
HUSH = 0.5
"""Gain: 6 dB under a line of the night, for the partner who sleeps already."""


def preview(voice: str, clips: Clips) -> Speech:
    """The voice at its softest, from the cache or in at most some seconds. VoiceError says why it cannot be heard."""
    card = choose(voice)
    request = SpeechRequest(WORDS, PACE, 0.4)
    address = request.address(card.name, card.version)
    speech = clips.get(address)
    if speech is None:
        with Teller(card.name) as teller:
            teller.ask(request)
            try:
                speech = clips.put(address, teller.answer())
            except ValueError as error:
                raise VoiceError(f"the voice {card.name} could not be heard: {error}") from error
    return Speech((speech.samples * np.float32(HUSH)).astype(np.float32), speech.words, speech.rate, speech.estimated)
