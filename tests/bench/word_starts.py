"""How well word times agree with the sound: onset after a pause minus the time told for the word behind it.

    python tests/bench/word_starts.py --voice system [--sentences 40]

Words after a mark within a sentence, and first words, where at least 90 ms of silence lie before; the onset is where
the level first passes -35 dB of the clip's loudest 10 ms. The sentences with most marks of the five dreams are taken.
Printed for the engine's own times (raw) and for the finished clip, and, against the engine's own times, for the
estimate that voices without times get (here flattered: marks are what it holds on to).
"""

from __future__ import annotations

import argparse
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dreamplayer import catalogue, paths
from dreamplayer.model.audio import Speech
from dreamplayer.narration.align import align
from dreamplayer.narration.finish import render_speech
from dreamplayer.narration.pacing import deliveries
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.spoken import spoken
from dreamplayer.reading.ingest.parse import load

HOP = 0.005


def onsets(speech: Speech) -> NDArray[np.float64]:
    """Seconds at which sound begins after 90 ms of silence or more."""
    hop = round(speech.rate * HOP)
    count = speech.samples.size // hop
    power = (speech.samples[: count * hop].reshape(count, hop).astype(np.float64) ** 2).mean(axis=1)
    loud = 10 * np.log10(power / max(power.max(), 1e-12) + 1e-12) > -35.0
    need = round(0.09 / HOP)
    quiet_before = np.array([not loud[max(0, k - need) : k].any() for k in range(count)])
    return np.flatnonzero(loud & quiet_before) * HOP


def differences(speech: Speech, forms: tuple[str, ...]) -> list[float]:
    """Onset minus told start, in ms, of words behind a mark and of the first."""
    found = onsets(speech)
    out = []
    for i, word in enumerate(speech.words):
        if forms[i] and found.size and (i == 0 or forms[i - 1][-1:] in ",;:—…"):
            nearest = found[np.abs(found - word.start).argmin()]
            if abs(nearest - word.start) < 0.3:
                out.append(1000 * (nearest - word.start))
    return out


def show(what: str, values: list[float]) -> None:
    """One line of figures."""
    v = np.array(values)
    if v.size:
        a = np.abs(v)
        print(
            f"{what:28s} {v.size:4d} words  |error| mean {a.mean():4.0f} ms, p95 {np.percentile(a, 95):4.0f} ms;  "
            f"bias {v.mean():+4.0f}, median {np.median(v):+4.0f} ms"
        )


class _Mute:
    """The voice again, without its times."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech

    def say(self, forms: tuple[str, ...], pace: float) -> Speech:
        """What was said."""
        return self.speech


def _marked(forms: tuple[str, ...]) -> float:
    """How many of its words can be measured: sentences of few words and many marks cost least."""
    marks = sum(form[-1:] in ",;:—…" for form in forms[:-1] if form)
    return (1 + marks) / len(forms) if marks >= 2 else 0.0


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--voice", default="system")
    asked.add_argument("--sentences", type=int, default=40)
    args = asked.parse_args()
    voice = catalogue.voices()[args.voice].wake()
    raw: list[float] = []
    finished: list[float] = []
    estimated: list[float] = []
    dreams = [load(path) for path in sorted(paths.seeds().glob("*.txt"))]
    pairs = list(chain.from_iterable(zip(dream.sentences, deliveries(dream), strict=True) for dream in dreams))
    told = [(spoken(sentence.words), delivery) for sentence, delivery in pairs]
    for forms, delivery in sorted(told, key=lambda one: -_marked(one[0]))[: args.sentences]:
        said = voice.say(forms, delivery.pace)
        raw += differences(said, forms)
        done = render_speech(_Mute(said), SpeechRequest(forms, delivery.pace, delivery.comma))
        finished += differences(done, forms)
        guess = align(forms, said.samples, said.rate)
        estimated += [1000 * (a.start - b.start) for a, b in zip(guess, said.words, strict=True)]
    print(args.voice)
    show("raw times against sound", raw)
    show("finished against sound", finished)
    show("estimate against raw times", estimated)


if __name__ == "__main__":
    main()
