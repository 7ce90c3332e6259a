"""The person's recording of a dream, beside its text: divided into sentences at its pauses.

`<name>.wav`, or `.flac`, `.ogg`, `.mp3` where soundfile is installed. The reader may breathe, cough and pause freely:
what counts is that the words are those of the text, in its order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dreamplayer.errors import VoiceError
from dreamplayer.kit.filters import resample
from dreamplayer.model.audio import RATE, Speech, SpokenSentence
from dreamplayer.model.text import Dream
from dreamplayer.narration.align import align
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.finish import faded, trimmed
from dreamplayer.narration.loudness import levelled
from dreamplayer.narration.silence import edges, pauses
from dreamplayer.narration.spoken import spoken
from dreamplayer.voices._soundfile import read

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
"""In the order they are looked for."""
SHORTEST = 0.18
"""Shortest pause in seconds that may separate two sentences."""
AHEAD = 60
"""Pauses considered for the end of each sentence."""


def beside(source: str) -> Path | None:
    """The recording beside a dream's file; None where there is none.

    Args:
        source: path of the dream's file, or `-` for standard input.
    """
    if source == "-":
        return None
    path = Path(source)
    return next((found for suffix in SUFFIXES if (found := path.with_suffix(suffix)).is_file()), None)


def narrate_recording(dream: Dream, path: Path, clips: Clips) -> Iterator[SpokenSentence]:
    """Every sentence in order, cut out of the recording.

    Args:
        dream: the text.
        path: the recording.
        clips: receives the clip of each sentence.

    Raises:
        VoiceError: the recording can't be read, or is silent.
    """
    sound, rate = read(path)
    whole = resample(sound, rate, RATE)
    if edges(whole, RATE) is None:
        raise VoiceError("this recording is silent", where=str(path), todo="Record it again, or take it away.")
    name = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    forms = [spoken(sentence.words) for sentence in dream.sentences]
    for sentence, mine, (start, end) in zip(dream.sentences, forms, parted(forms, whole), strict=True):
        piece = trimmed(Speech(whole[round(start * RATE) : round(end * RATE)], (), RATE, True))
        samples = faded(levelled(piece.samples))
        speech = replace(piece, samples=samples, words=align(mine, samples, RATE))
        address = f"{name}-{sentence.index}-{len(dream.text)}"
        clips.keep(address, speech)
        yield SpokenSentence(sentence.index, address, speech.duration, speech.words, True, mine)


def parted(forms: Sequence[Sequence[str]], sound: NDArray[np.float32]) -> list[tuple[float, float]]:
    """Divide a recording into sentences at its pauses.

    Dynamic programming over all pauses at once: a sentence should take its share of letters of the time spoken, and
    long pauses are more likely ends than short ones. Where there are too few pauses, time is divided by letters.

    Args:
        forms: spoken forms of each sentence.
        sound: mono at 48 kHz, (n,).

    Returns:
        Start and end of each sentence in seconds.
    """
    found = edges(sound, RATE) or (0.0, sound.size / RATE)
    heard = [(a, b) for a, b in pauses(sound, RATE, SHORTEST) if found[0] < a and b < found[1]]
    letters = np.array([sum(len(form) + 1 for form in sentence) or 1 for sentence in forms], float)
    count = len(letters)
    if len(heard) < count - 1:
        cuts = found[0] + (found[1] - found[0]) * np.cumsum(letters)[:-1] / letters.sum()
        edge = [found[0], *map(float, cuts), found[1]]
        return list(pairwise(edge))
    ends = np.array([a for a, _ in heard] + [found[1]])
    starts = np.array([found[0]] + [b for _, b in heard])
    silent = np.concatenate([[0.0], np.cumsum([b - a for a, b in heard])])
    said = ends - silent
    """Seconds of speech before each possible end."""
    per_letter = said[-1] / letters.sum()
    worth = np.array([min(b - a, 1.5) for a, b in heard] + [0.0])
    best = np.full((count + 1, len(ends) + 1), np.inf)
    came = np.zeros((count + 1, len(ends) + 1), int)
    best[0, 0] = 0.0
    before = np.concatenate([[0.0], said])
    for i in range(1, count + 1):
        length = letters[i - 1] * per_letter
        for j in range(i, len(ends) + 1 - (count - i)):
            nearby = np.arange(max(i - 1, j - AHEAD), j)
            off = (before[j] - before[nearby] - length) / (0.35 * length + 0.4)
            cost = best[i - 1, nearby] + off**2 - 2.0 * worth[j - 1]
            at = int(cost.argmin())
            best[i, j], came[i, j] = cost[at], nearby[at]
    j = len(ends)
    spans: list[tuple[float, float]] = []
    for i in range(count, 0, -1):
        k = int(came[i, j])
        spans.append((float(starts[k]), float(ends[j - 1])))
        j = k
    # A margin on either side, so that no soft consonant is lost; trimming finds the sound again.
    spans.reverse()
    room = 0.09
    return [(max(0.0, a - room), min(sound.size / RATE, b + room)) for a, b in spans]
