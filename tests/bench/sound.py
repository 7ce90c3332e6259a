"""The sound of a night, measured: what it costs, what it looks like, and whether other meters agree.

python tests/bench/sound.py cost DREAM [--voice NAME] [--minutes M]
python tests/bench/sound.py portrait DREAM OUT.png [--voice NAME]
python tests/bench/sound.py ffmpeg DREAM [--voice NAME]       (needs the ffmpeg command)
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile

from dreamplayer.app.library import find
from dreamplayer.app.opening import Night, night
from dreamplayer.catalogue import sounds
from dreamplayer.model.audio import RATE, Stretch
from dreamplayer.settings import Settings
from dreamplayer.sound.check import hear, judge
from dreamplayer.sound.measure import Meter
from dreamplayer.sound.mix import Mixer
from dreamplayer.sound.portrait import png, portrait


def cost(told: Night, minutes: float) -> None:
    """Seconds of sound per second of processor time: the whole mix by block size, then each bed."""
    start = told.score.lines[0].span.start if told.score.lines else 60.0
    for block in (1024, 4096, 16384):
        mixer = Mixer(told.score, told.clips)
        n0, n1 = round(start * RATE), round((start + 60.0 * minutes) * RATE)
        began, worst = time.process_time(), 0.0
        for n in range(n0, n1, block):
            here = time.process_time()
            mixer.render(n, min(n + block, n1))
            worst = max(worst, time.process_time() - here)
        spent = time.process_time() - began
        ratio = (n1 - n0) / RATE / spent
        print(f"mix in blocks of {block}: {ratio:.1f} x, {100 / ratio:.1f} % of a core, longest block {worst:.3f} s")
    for name, sound in sounds().items():
        if sound.part != "strike":
            began = time.process_time()
            for n in range(0, 20 * RATE, 4096):
                sound(Stretch(n, n + 4096, 1))
            print(f"{name:>14}: {20.0 / (time.process_time() - began):6.0f} x")


def draw(told: Night, out: Path) -> None:
    """The portrait, and the readings beside it."""
    heard = hear(told.score, told.clips)
    out.write_bytes(png(portrait(told.score, heard)))
    for reading in judge(told.score, heard):
        print("ok  " if reading.ok else "FAIL", reading.name, reading.value, reading.limit, f"at {reading.second} s")


def agree(told: Night) -> None:
    """Integrated loudness, range and true peak of the told part, here and by ffmpeg's ebur128."""
    lines = told.score.lines
    n0, n1 = round(lines[0].span.start * RATE), round(lines[-1].span.end * RATE)
    mixer, meter, blocks = Mixer(told.score, told.clips), Meter(), []
    for n in range(n0, n1, 16384):
        blocks.append(mixer.render(n, min(n + 16384, n1)))
        meter.feed(blocks[-1])
    heard = meter.done()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "told.wav"
        soundfile.write(path, np.concatenate(blocks), RATE, subtype="FLOAT")
        said = subprocess.run(
            ["ffmpeg", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f", "null", "-"],
            capture_output=True, text=True, check=True,
        ).stderr  # fmt: skip
    theirs = [re.findall(rf"{key}:\s+(-?[\d.]+)", said)[-1] for key in ("I", "LRA", "Peak")]
    peak = 20 * np.log10(heard.true_peak.max())
    print(f"here   {heard.integrated():7.2f} LUFS {heard.range():6.2f} LU {peak:7.2f} dBTP")
    print("ffmpeg {:>7} LUFS {:>6} LU {:>7} dBTP".format(*theirs))


def main() -> int:
    """Parse and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("cost", "portrait", "ffmpeg"))
    parser.add_argument("dream")
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--voice", default="system")
    parser.add_argument("--minutes", type=float, default=3.0)
    given = parser.parse_args()
    told = night(find(given.dream), replace(Settings(), voice=given.voice))
    if given.what == "cost":
        cost(told, given.minutes)
    elif given.what == "portrait":
        draw(told, given.out or Path("night.png"))
    else:
        agree(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
