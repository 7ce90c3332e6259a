"""Whole dreams told from an empty cache: how long it takes, and whether every word is told by the voice asked for.

    python tests/bench/narrate.py [DREAM ...] --voice kokoro

Without any network (Linux), in an environment of its own:

    python -m venv night && night/bin/pip install '.[voice]'
    unshare -rn night/bin/python tests/bench/narrate.py --voice kokoro

Exits with 1 where a sentence is missing, was told by another voice, or has other words than the text.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
import time
from pathlib import Path

import dreamplayer
from dreamplayer import paths
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.pacing import deliveries
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.spoken import spoken
from dreamplayer.narration.voice_choice import choose
from dreamplayer.reading.ingest.parse import load


def reachable() -> bool:
    """Whether there is a way to any other machine. A UDP socket that is connected sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        try:
            wire.connect(("192.0.2.1", 9))
        except OSError:
            return False
        return True


def tell(path: Path, voice: str) -> tuple[float, float, bool]:
    """Narrate one dream and print a line: seconds of speech, seconds it took, whether all is as it should be."""
    dream, card = load(path), choose(voice)
    notices: list[str] = []
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        clips = Clips(Path(folder))
        begun = time.perf_counter()
        told = []
        for one in narrate(dream, voice, clips, notice=notices.append):
            first = first or time.perf_counter() - begun
            told.append(one)
        took = time.perf_counter() - begun
        again = time.perf_counter()
        list(narrate(dream, voice, Clips(Path(folder)), notice=notices.append))
        again = time.perf_counter() - again
    wanted = [
        SpeechRequest(spoken(sentence.words), delivery.pace, delivery.comma).address(card.name, card.version)
        for sentence, delivery in zip(dream.sentences, deliveries(dream), strict=True)
    ]
    words = sum(len(sentence.words) for sentence in dream.sentences)
    timed = sum(len(one.words) for one in told)
    other = sum(one.clip != address for one, address in zip(told, wanted, strict=False))
    speech = sum(one.duration for one in told)
    print(
        f"{path.stem:20s} {len(told):3d} of {len(wanted):3d} sentences, {timed:4d} of {words:4d} words, "
        f"{other} told otherwise; {speech:5.0f} s of speech in {took:5.0f} s ({took / speech:.2f} s a second), "
        f"first after {first:4.1f} s, again in {again:.2f} s",
        flush=True,
    )
    for notice in notices:
        print("   ", notice)
    return speech, took, not notices and other == 0 and timed == words and len(told) == len(wanted)


def main() -> int:
    """Tell and print; gives the exit code."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("dreams", nargs="*")
    asked.add_argument("--voice", default="auto")
    args = asked.parse_args()
    busy = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    network = "reachable" if reachable() else "not reachable"
    print(f"{Path(dreamplayer.__file__).parent}, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    print(f"voice {choose(args.voice).name}; network {network}; load {busy}")
    texts = [path for path in sorted(paths.seeds().glob("*.txt")) if not args.dreams or path.stem in args.dreams]
    told = [tell(path, args.voice) for path in texts]
    speech, took = sum(one[0] for one in told), sum(one[1] for one in told)
    print(f"{speech:.0f} s of speech in {took:.0f} s: {took / max(speech, 1e-9):.2f} s a second")
    return 0 if told and all(one[2] for one in told) else 1


if __name__ == "__main__":
    sys.exit(main())
