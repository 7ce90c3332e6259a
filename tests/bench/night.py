"""A whole night by the app itself, its picture running, into a real sound server: what arrives, against the mix.

    xvfb-run -a -s "-screen 0 1280x720x24" python tests/bench/night.py DREAM [--voice system] [--bed 15] [--minutes 0]

The app plays in real time, as a person would have it, to a loudspeaker of PulseAudio's that is made of nothing; an ear
at it writes down every sample. Then the same night is mixed here and held against the record, ten seconds by ten: each
must be there to the bit, and right behind the one before. A gap, a late block, a click is a piece that is not.
Exits with 1 where there is one. Wants pulseaudio, pactl and parec.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).resolve().parents[1] / "journey"))

from sound_server import SoundServer  # type: ignore[import-not-found]

RATE = 48000
PIECE = 10 * RATE
OPENING = 12 * RATE
"""The app comes in over the first second, on a device that already runs: the record is held against what follows."""

Pcm = NDArray[np.int16]


def main() -> int:
    """Play, record, compare."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("dream")
    asked.add_argument("--voice", default="system")
    asked.add_argument("--bed", default="15")
    asked.add_argument("--minutes", type=float, default=0.0, help="only so many of it; 0 all")
    args = asked.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["DREAMPLAYER_HOME"] = folder
        record = _record(args, Path(folder))
        return _compare(args, record)


def _record(args: argparse.Namespace, folder: Path) -> Pcm:
    server = SoundServer(folder)
    try:
        server.add("night")
        server.choose("night")
        heard = server.listen("night")
        began = time.perf_counter()
        app = subprocess.Popen(
            [sys.executable, "-m", "dreamplayer", "play", args.dream, "--voice", args.voice, "--bed", args.bed,
             "--at-the-end", "quit"],
            env={**server.environment, "SDL_AUDIODRIVER": "pulseaudio"},
        )  # fmt: skip
        try:
            app.wait(60.0 * args.minutes or None)
        except subprocess.TimeoutExpired:
            app.terminate()
            app.wait(30.0)
        if app.returncode not in (0, -15):
            raise SystemExit(f"the app ended with {app.returncode}")
        took = time.perf_counter() - began
    finally:
        server.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"played in {took:.0f} s, {(used.ru_utime + used.ru_stime) / took:.2f} of {os.cpu_count()} cores")
    data = np.fromfile(heard, np.int16)
    return data[: len(data) // 2 * 2].reshape(-1, 2)


def _compare(args: argparse.Namespace, record: Pcm) -> int:
    from dreamplayer.app.compose_night import night
    from dreamplayer.app.storage.library import find
    from dreamplayer.settings import Settings
    from dreamplayer.sound.mix import Mixer

    told = night(find(args.dream), Settings(voice=args.voice, bed_minutes=float(args.bed)))
    mixer = Mixer(told.score, told.clips)
    total = round(min(told.score.duration - 26.0, 60.0 * args.minutes - 10.0 if args.minutes else np.inf) * RATE)
    at: int | None = None
    broken = []
    for n in range(OPENING, total, PIECE):
        want = np.rint(np.clip(mixer.render(n, n + PIECE), -1.0, 1.0) * 32767.0).astype(np.int16)
        if at is None:
            at = _where(record, want, 0)
        if at is not None and np.array_equal(record[at : at + PIECE], want):
            at += PIECE
            continue
        broken.append(n)
        found = _where(record, want, max(0, (at or 0) - 2 * RATE))
        print(f"at {n / RATE:.0f} s:", _what(record, want, at), *_moved(found, at))
        at = found + PIECE if found is not None else (at + PIECE if at is not None else None)
    pieces = len(range(OPENING, total, PIECE))
    seconds = pieces * PIECE // RATE
    print(f"{args.dream}, {args.voice}: {seconds} s held against the record, {len(broken)} of {pieces} pieces differ")
    return 1 if broken else 0


def _what(record: Pcm, want: Pcm, at: int | None) -> str:
    """How a piece differs from what is wanted: how much of it, from when on, by how much, silences in it."""
    if at is None:
        return "not begun"
    got = record[at : at + PIECE].astype(np.int32)
    off = np.abs(got - want[: len(got)]).max(1)
    where = np.flatnonzero(off)
    still = np.flatnonzero(np.diff(np.concatenate([[0], (np.abs(got).max(1) == 0).astype(np.int8), [0]])))
    gaps = [(b - a) / RATE for a, b in zip(still[::2], still[1::2], strict=True) if b - a > 48]
    return (
        f"{len(where)} of {PIECE} samples differ, from {where[0] / RATE:.3f} s of it on, by {off.max()} of 32768;"
        f" silences of {[round(gap, 4) for gap in gaps]} s"
    )


def _moved(found: int | None, at: int | None) -> tuple[str, ...]:
    """Where the piece is instead."""
    if found is None:
        return ("and is nowhere else",)
    return (f"and is {(found - at) / RATE:+.4f} s away",) if at is not None else ()


def _where(record: Pcm, want: Pcm, first: int) -> int | None:
    """Where a piece begins in the record, by its first hundred samples and then all of them."""
    key = want[:100]
    left = record[first:, 0]
    for i in np.flatnonzero(left[: len(left) - PIECE] == key[0, 0]) + first:
        if np.array_equal(record[i : i + 100], key) and np.array_equal(record[i : i + PIECE], want):
            return int(i)
    return None


if __name__ == "__main__":
    sys.exit(main())
