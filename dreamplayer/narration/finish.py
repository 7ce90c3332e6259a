"""Post-processing of an engine's speech into a clip: trimmed, with its pauses lengthened, levelled, at 48 kHz."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.filters import resample
from dreamplayer.kit.voice import Voice
from dreamplayer.model.audio import RATE, Speech, WordTime
from dreamplayer.narration.align import align
from dreamplayer.narration.loudness import levelled
from dreamplayer.narration.silence import edges, pauses
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.voices.silent import Silent

LEAD = 0.060
"""Seconds of a clip before its first sound: room for the fade in, so that no first consonant is cut."""
TAIL = 0.120
"""Seconds after its last sound, so that no last consonant is cut."""
FADE_IN, FADE_OUT = 0.008, 0.040
"""Seconds of the raised cosines at its edges: shorter ones click."""
MARKS = {",": 1.0, ";": 1.5, ":": 1.6, "—": 1.5, "…": 2.0, ".": 2.2, "!": 2.2, "?": 2.2}
"""Pause at a mark inside a sentence, in multiples of a comma's."""
NEAR = 0.15
"""Seconds: a word reported to begin this near to the end of a pause begins where the pause ends."""
LONGEST = 42
"""Most words spoken in one go; a longer sentence is spoken in several pieces."""
BREATH = 2.0
"""Pause where a long sentence is divided, in multiples of a comma's."""


def render_speech(voice: Voice, request: SpeechRequest) -> Speech:
    """Speak one sentence and post-process it into a clip.

    Args:
        voice: the engine.
        request: what is spoken, and how slowly.

    Returns:
        Mono speech at 48 kHz and -17 LUFS, one `WordTime` per word.

    Raises:
        ValueError: the engine returned another number of word times.
        Exception: whatever the engine raises.
    """
    parts = breaths(request.spoken)
    said = [_said(voice, part, request) for part in parts]
    whole = joined(said, request.comma * BREATH)
    samples = levelled(whole.samples)
    return replace(whole, samples=faded(samples), words=_rising(whole.words, len(samples) / RATE))


def silent_speech(request: SpeechRequest) -> Speech:
    """What `render_speech` returns for the silent voice, without processing samples that are known to be zero.

    Its samples are one broadcast zero and take no memory; word times are rounded to the microsecond as in the cache.

    Args:
        request: what is shown, and how slowly.
    """
    gap = max(0, round((request.comma * BREATH - LEAD - TAIL) * RATE))
    words: list[WordTime] = []
    count = 0
    for i, part in enumerate(breaths(request.spoken)):
        said = Silent().say(part, request.pace)
        count += gap if i else 0
        words += [WordTime(word.start + count / RATE, word.end + count / RATE) for word in said.words]
        count += said.samples.size
    times = tuple(WordTime(round(w.start, 6), round(w.end, 6)) for w in _rising(words, count / RATE))
    return Speech(np.broadcast_to(np.float32(0.0), count), times, RATE)


def _said(voice: Voice, spoken: tuple[str, ...], request: SpeechRequest) -> Speech:
    raw = voice.say(spoken, request.pace)
    if len(raw.words) != len(spoken):
        raise ValueError(f"{len(raw.words)} word times for {len(spoken)} words")
    samples = np.nan_to_num(np.asarray(raw.samples, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    speech = replace(raw, samples=resample(samples, raw.rate, RATE), rate=RATE)
    if raw.estimated:
        speech = replace(speech, words=align(spoken, speech.samples, RATE))
    return rested(trimmed(speech), spoken, request.comma)


def breaths(spoken: Sequence[str]) -> list[tuple[str, ...]]:
    """A sentence in pieces of at most `LONGEST` words, cut where a reader would breathe. No word is lost or repeated.

    Args:
        spoken: spoken form of each word.
    """
    if _count(spoken) <= LONGEST or len(spoken) < 2:
        return [tuple(spoken)]
    total = _count(spoken)

    def cost(i: int) -> float:
        mark = spoken[i - 1].rstrip()[-1:]
        here = 0.0 if mark in ";:—.!?…" and mark else 0.06 if mark == "," else 0.3
        if here == 0.3 and spoken[i].lower() in ("and", "but", "or", "then", "when", "while", "because", "that"):
            here = 0.14
        return here + abs(_count(spoken[:i]) / total - 0.5)

    cut = min(range(1, len(spoken)), key=cost)
    return [*breaths(spoken[:cut]), *breaths(spoken[cut:])]


def _count(spoken: Sequence[str]) -> int:
    return sum(len(form.split()) for form in spoken)


def trimmed(speech: Speech) -> Speech:
    """The clip with `LEAD` seconds before its first sound and `TAIL` after its last, word times shifted to match.

    Args:
        speech: at any rate; a silent one (of the silent voice) stays unchanged.
    """
    ends = edges(speech.samples, speech.rate)
    if ends is None:
        return speech
    first, last = round((ends[0] - LEAD) * speech.rate), round((ends[1] + TAIL) * speech.rate)
    cut = speech.samples[max(0, first) : max(0, last)]
    cut = np.pad(cut, (max(0, -first), max(0, last - speech.samples.size)))
    shift, seconds = first / speech.rate, len(cut) / speech.rate
    words = [
        WordTime(min(max(w.start - shift, 0.0), seconds), min(max(w.end - shift, 0.0), seconds)) for w in speech.words
    ]
    if words and abs(words[0].start - LEAD) < NEAR:
        words[0] = WordTime(LEAD, max(LEAD, words[0].end))
    return replace(speech, samples=cut, words=tuple(words))


def rested(speech: Speech, spoken: Sequence[str], comma: float) -> Speech:
    """The clip with the pause at each mark lengthened to `MARKS`, in the middle of the silence that is there.

    The word after a pause begins where its sound does: engines are some ten milliseconds off. Where no silence is heard
    near a mark, none is inserted: an engine that runs over a comma had its reasons.

    Args:
        speech: at any rate.
        spoken: spoken form of each word, with its marks.
        comma: seconds of pause at a comma: small values sound hurried, large ones deliberate.
    """
    heard = pauses(speech.samples, speech.rate, 0.05)
    starts = [word.start for word in speech.words]
    ends = [word.end for word in speech.words]
    added: list[tuple[float, float]] = []
    for i, (form, word, after) in enumerate(zip(spoken, speech.words, speech.words[1:], strict=False)):
        worth = comma * MARKS.get(form.rstrip()[-1:], 0.0)
        near = [(a, b) for a, b in heard if word.start < a and word.end - 0.3 < b and a < after.start + 0.12]
        if not worth or not near:
            continue
        a, b = max(near, key=lambda span: span[1] - span[0])
        heard.remove((a, b))
        ends[i] = max(min(ends[i], a), starts[i])
        if abs(starts[i + 1] - b) < NEAR:
            starts[i + 1] = b
        if worth > b - a:
            added.append(((a + b) / 2, worth - (b - a)))
    pieces: list[NDArray[np.float32]] = []
    at = 0
    for middle, extra in added:
        cut = round(middle * speech.rate)
        pieces += [speech.samples[at:cut], np.zeros(round(extra * speech.rate), np.float32)]
        at = cut
    pieces.append(speech.samples[at:])

    def later(t: float) -> float:
        return t + sum(round(extra * speech.rate) / speech.rate for middle, extra in added if middle <= t)

    words = tuple(WordTime(later(start), later(end)) for start, end in zip(starts, ends, strict=True))
    return replace(speech, samples=np.concatenate(pieces), words=words)


def joined(parts: Sequence[Speech], rest: float) -> Speech:
    """Several clips as one.

    Args:
        parts: at 48 kHz, with `LEAD` and `TAIL` at their edges.
        rest: seconds of silence from the last sound of one to the first of the next.
    """
    gap = np.zeros(max(0, round((rest - LEAD - TAIL) * RATE)), np.float32)
    samples: list[NDArray[np.float32]] = []
    words: list[WordTime] = []
    at = 0
    for i, part in enumerate(parts):
        if i:
            samples.append(gap)
            at += len(gap)
        words += [WordTime(w.start + at / RATE, w.end + at / RATE) for w in part.words]
        samples.append(part.samples)
        at += len(part.samples)
    return Speech(np.concatenate(samples), tuple(words), RATE, any(part.estimated for part in parts))


def faded(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The samples with both edges faded to zero, where `LEAD` and `TAIL` have left room.

    Args:
        samples: mono at 48 kHz, (n,).
    """
    out = samples.copy()
    for seconds, edge in ((FADE_IN, slice(None)), (FADE_OUT, slice(None, None, -1))):
        count = min(round(seconds * RATE), out.size)
        if count:
            out[edge][:count] *= (0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)).astype(np.float32)
    return out


def _rising(words: Sequence[WordTime], seconds: float) -> tuple[WordTime, ...]:
    """Word times as `Speech.words` requires: rising, inside the clip, not overlapping."""
    starts: list[float] = []
    for word in words:
        starts.append(min(max(word.start, starts[-1] if starts else 0.0), seconds))
    ends = [
        min(max(word.end, start), after)
        for word, start, after in zip(words, starts, [*starts[1:], seconds], strict=True)
    ]
    return tuple(WordTime(a, max(a, b)) for a, b in zip(starts, ends, strict=True))
