"""espeak through pyttsx3, with the exact time of every word and without a file in between."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np

from dreamplayer.errors import VoiceError
from dreamplayer.model.audio import Speech
from dreamplayer.voices import _espeak
from dreamplayer.voices._soften import soften
from dreamplayer.voices._words import ranges, word_times

ACCENT = b"gmw/en-us"
"""Understood better than the default `gmw/en` (word error rate 5 against 7 to 11 %)."""
PITCH = 38
"""0..100: a fifth below the usual 50 is a lower, older speaker."""
RANGE = 35
"""0..100: less than the usual 50, so that no word jumps out; 0 is a monotone."""

_VOICES = {"no": b"nb", "zh": b"cmn"}
"""Its names of languages, where they are not the ISO codes."""
GAP = 1
"""About 25 ms more between words."""
_WORD_GAP = 7


class Bundled:
    """pyttsx3's espeak driver, listened to at its callback.

    The driver would write a WAV file when all is said, from espeak's own thread, and lose the times of the
    words on the way. Its callback is replaced: samples and events are kept, and the loop is ended as the
    driver would end it. espeak is begun in its synchronous mode: no thread, no file, nothing that could be
    read before it is there, and a change of rate is never overtaken by the sentence it was meant for.
    """

    def __init__(self, language: str = "en") -> None:
        """Load espeak.

        Args:
            language: ISO 639-1 code, one of `_espeak.LANGUAGES`.
        """
        self._voice = ACCENT if language == "en" else _VOICES.get(language, language.encode("ascii"))
        with _espeak.lent_to_pyttsx3() as with_data:
            from pyttsx3.drivers import _espeak as binding

            with_data(binding)
        import pyttsx3

        self._binding = binding
        self._engine: Any = pyttsx3.init("espeak")
        # Its farewell needs modules that the interpreter may have taken down before it, and complains on the screen.
        type(self._engine.proxy).__del__ = lambda proxy: None
        self._heard = _Heard(binding, self._engine.proxy._driver)  # noqa: SLF001

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Say it; times are espeak's own."""
        text, places = ranges(spoken)
        if not any(char.isalnum() for char in text):
            return Speech(np.zeros(0, np.float32), word_times([None] * len(spoken), spoken, 0.0, 0.0), _Heard.RATE)
        self._heard.clear()
        self._set(pace)
        # Never used as a file: the driver only keeps its name.
        self._engine.save_to_file(text, "unwritten")
        self._engine.runAndWait()
        if not self._heard.done:
            raise VoiceError("espeak did not finish a sentence")
        samples = np.frombuffer(bytes(self._heard.samples), "<i2").astype(np.float32) / np.float32(32768)
        starts: list[float | None] = [None] * len(spoken)
        for position, seconds in self._heard.words:
            for i, (a, b) in enumerate(places):
                if a <= position < b:
                    starts[i] = seconds if starts[i] is None else starts[i]
                    break
        loud = np.flatnonzero(np.abs(samples) > 0.01)
        end = (loud[-1] + 1) / _Heard.RATE if loud.size else 0.0
        begin = loud[0] / _Heard.RATE if loud.size else 0.0
        first = next((start for start in starts if start is not None), begin)
        times = word_times(starts, spoken, float(min(begin, first)), float(end))
        return Speech(soften(samples, _Heard.RATE), times, _Heard.RATE)

    def _set(self, pace: float) -> None:
        """All that decides how it sounds: espeak is one for the whole process, and others may have used it."""
        binding = self._binding
        binding.SetSynthCallback(self._heard.take)
        if binding.SetVoiceByName(self._voice) != binding.EE_OK:
            if self._voice != ACCENT:
                raise VoiceError(f"espeak has no voice {self._voice.decode()}")
            binding.SetVoiceByName(b"en")
        for parameter, value in (
            (binding.PITCH, PITCH),
            (binding.RANGE, RANGE),
            (_WORD_GAP, GAP),
            (binding.RATE, rate(pace)),
        ):
            binding.SetParameter(parameter, value, 0)


class _Heard:
    """What espeak says of one sentence while it makes it."""

    RATE = 22_050

    def __init__(self, binding: Any, driver: Any) -> None:
        self.binding = binding
        self.driver = driver
        self.samples = bytearray()
        self.words: list[tuple[int, float]] = []
        self.done = False

    def clear(self) -> None:
        """Ready for another sentence."""
        self.samples.clear()
        self.words.clear()
        self.done = False

    def take(self, wav: Any, count: int, events: Any) -> int:
        """What espeak calls with every piece of sound, and with none at the end."""
        if count > 0:
            self.samples += ctypes.string_at(wav, count * 2)
        i = 0
        while events[i].type != self.binding.EVENT_LIST_TERMINATED:
            event = events[i]
            # 1.51 also sends words of no length.
            if event.type == self.binding.EVENT_WORD and event.length > 0:
                self.words.append((event.text_position - 1, event.audio_position / 1000.0))
            i += 1
        if not wav:
            self.driver._speaking = False  # noqa: SLF001
            self.driver._proxy.setBusy(False)  # noqa: SLF001
            self.driver.endLoop()
            self.done = True
        return 0


def rate(pace: float) -> int:
    """What espeak must be told for `pace` words a minute of flowing speech; it says 80 at the slowest."""
    return round(min(max(pace * 0.94, 80.0), 300.0))
