"""SAPI on Windows and NSSpeech on macOS through pyttsx3: one sentence, one file, read back."""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from dreamplayer.errors import VoiceError
from dreamplayer.model.audio import Speech
from dreamplayer.voices._soundfile import read
from dreamplayer.voices._words import proportional, ranges

_SLOWEST, _FASTEST = 100, 220


class PlatformVoice:
    """The person's chosen voice. Word times are a first guess by letters; narration anchors them to the pauses.

    Only ever one sentence for each runAndWait, no `say`, one engine in the process's main thread, an absolute path:
    the drivers keep a single slot for the text, never forget a file's name, and (SAPI) move the working folder.
    """

    def __init__(self, platform: str, language: str = "") -> None:
        """Load the system's speech.

        Args:
            platform: "Windows" or "Darwin".
            language: ISO 639-1 code; "" for the voice chosen in the system's settings.

        Raises:
            VoiceError: no installed voice speaks that language.
        """
        if platform == "Windows":
            import_module("pythoncom").CoInitialize()
        import pyttsx3

        self._engine: Any = pyttsx3.init()
        self._suffix = ".aiff" if platform == "Darwin" else ".wav"
        self._errors: list[str] = []
        if language:
            self._speak(language)
        self._engine.connect("error", lambda **said: self._errors.append(str(said.get("exception"))))

    def _speak(self, language: str) -> None:
        """Take the first installed voice of a language."""
        for voice in self._engine.getProperty("voices"):
            # SAPI and NSSpeech give "de-DE" and "de_DE", some drivers bytes.
            codes = [
                code.decode("ascii", "ignore") if isinstance(code, bytes) else str(code) for code in voice.languages
            ]
            if any(code.strip("\x05").lower()[:2] == language for code in codes):
                self._engine.setProperty("voice", voice.id)
                return
        raise VoiceError(
            "this machine has no voice of that language", todo="Add one in the system's settings for speech."
        )

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Say it through a file of its own in the temporary folder."""
        text, _ = ranges(spoken)
        if not any(char.isalnum() for char in text):
            return Speech(np.zeros(0, np.float32), proportional(spoken, 0.0, 0.0), estimated=True)
        self._errors.clear()
        with tempfile.TemporaryDirectory(prefix="dreamplayer-", ignore_cleanup_errors=True) as folder:
            path = Path(folder).resolve() / f"one{self._suffix}"
            self._engine.setProperty("rate", round(min(max(pace, _SLOWEST), _FASTEST)))
            self._engine.save_to_file(text, str(path))
            self._engine.runAndWait()
            if self._errors or not path.is_file():
                raise VoiceError(f"this machine's voice gave no sound {' '.join(self._errors)}".strip())
            samples, rate = read(path)
        seconds = len(samples) / rate
        return Speech(samples, proportional(spoken, 0.0, seconds), rate, estimated=True)
