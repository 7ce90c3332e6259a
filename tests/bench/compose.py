"""What a night costs to compose, by the length of its text: seconds of processor time and megabytes, and the exponent.

    python tests/bench/compose.py [THOUSANDS ...]      1 4 16 64 128 if none are given

The texts are made of the annotated passages, shuffled by a hash. Each size runs in a process of its own, with the
silent voice: once as a whole night (`score`, `render`), once as it is played, two minutes before the horizon, where
only the hours around the listener are held. Two figures are times until there is something to play. The exponent is
the slope of log time over log words: 1 is linear.
"""

from __future__ import annotations

import hashlib
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZES = (1, 4, 16, 64, 128)


def passages() -> list[str]:
    """All annotated passages."""
    sources = sorted((ROOT / "tests" / "reading").glob("*.jsonl"))
    return [json.loads(line)["text"] for source in sources for line in source.read_text(encoding="utf-8").splitlines()]


def text(words: int) -> str:
    """A text of so many words: the passages again and again, each time in another order."""
    parts = passages()
    found: list[str] = []
    count = turn = 0
    while count < words:
        order = sorted(range(len(parts)), key=lambda i: hashlib.blake2b(f"{turn}.{i}".encode()).digest())
        for i in order:
            if count < words:
                found.append(parts[i])
                count += len(parts[i].split())
        turn += 1
    return "\n\n".join(found)


def measure(path: Path, way: str) -> dict[str, float]:
    """One night in this process: `whole` or `played`. Seconds of processor time, and megabytes at most."""
    from dreamplayer.app import compose_night
    from dreamplayer.app.growing_score import ScoreSource
    from dreamplayer.app.storage.library import read_dream
    from dreamplayer.reading.ingest.parse import parse
    from dreamplayer.settings import Settings

    settings = Settings(voice="silent")
    # The vocabulary and the drawings are loaded once a day, whatever is told.
    compose_night.night(parse("A lantern floats over a lake.", name="first"), settings)
    before = memory()
    begun, dream = time.process_time(), read_dream(path)
    picked = time.process_time()
    if way == "whole":
        compose_night.night(dream, settings)
        first = 0.0
    else:
        score = None

        def near() -> float | None:
            return None if score is None else min(120.0, score.horizon)

        first = 0.0
        scores = ScoreSource("silent").scores(dream, settings, near, print)
        score = next(scores)
        first = time.process_time() - picked
        for longer in scores:
            score = longer
    return {
        "words": sum(1 for _ in dream.words),
        "seconds": time.process_time() - begun,
        "first": first,
        "megabytes": memory(),
        "more": memory() - before,
    }


def memory() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def exponents(found: list[dict[str, float]]) -> list[float]:
    """Slopes between one size and the next."""
    return [math.log(b["seconds"] / a["seconds"]) / math.log(b["words"] / a["words"]) for a, b in pairwise(found)]


def main() -> int:
    """Print the table."""
    if len(sys.argv) > 2 and sys.argv[1] in ("whole", "played"):
        print(json.dumps(measure(Path(sys.argv[2]), sys.argv[1])))
        return 0
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print("way     words    seconds  a thousand  first score   megabytes  exponent")
    with tempfile.TemporaryDirectory() as folder:
        for way in ("whole", "played"):
            found: list[dict[str, float]] = []
            for size in sizes:
                path = Path(folder) / f"{size}.txt"
                path.write_text(text(size * 1000), encoding="utf-8")
                command = [sys.executable, __file__, way, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                found.append(json.loads(done.stdout.splitlines()[-1]))
                one = found[-1]
                slope = f"{exponents(found)[-1]:.2f}" if len(found) > 1 else ""
                print(
                    f"{way:6} {one['words']:7.0f} {one['seconds']:9.2f} {1000 * one['seconds'] / one['words']:10.3f}"
                    f" {one['first']:12.2f} {one['megabytes']:11.0f} {slope:>9}",
                    flush=True,
                )
            first, last = found[0], found[-1]
            if len(found) > 1:
                slope = math.log(last["seconds"] / first["seconds"]) / math.log(last["words"] / first["words"])
                print(f"{way}: exponent {slope:.2f} from {first['words']:.0f} to {last['words']:.0f} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
