"""The sound of a night, measured: what it costs, what it looks like, and whether other meters agree.

python tests/bench/sound.py cost DREAM [--voice NAME] [--minutes M]
python tests/bench/sound.py portrait DREAM OUT.png [--voice NAME]
python tests/bench/sound.py ffmpeg DREAM [--voice NAME]       (needs the ffmpeg command)
python tests/bench/sound.py same DREAM [--voice NAME]         whole, and in pieces out of order: the same to the bit?
python tests/bench/sound.py null DREAM [--voice NAME] [--speed N] [--minutes M] [--painter surface|gl]
    the speaker's own ring and thread into a device that plays nothing, N times as fast as life, while a painter
    draws in the same process: how often the sound came too late
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile

from dreamplayer.app.audio import output_device, speaker
from dreamplayer.app.compose_night import Night, night
from dreamplayer.app.storage.library import find
from dreamplayer.catalogue import sounds
from dreamplayer.kit import grid
from dreamplayer.model.audio import RATE, Samples, Stretch
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings
from dreamplayer.sound.check import against_limits, measure_night
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
    heard = measure_night(told.score, told.clips)
    out.write_bytes(png(portrait(told.score, heard)))
    for reading in against_limits(told.score, heard):
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


def same(told: Night) -> int:
    """Each minute's hash, of the night in order and of its minutes out of order in odd pieces; 1 if any differs."""
    total = round(told.score.duration * RATE)
    minutes = range(-(-total // (60 * RATE)))

    def hashes(order: list[int], pieces: tuple[int, ...]) -> dict[int, str]:
        mixer, found = Mixer(told.score, told.clips, strict=True), {}
        for minute in order:
            n, end, digest = minute * 60 * RATE, min((minute + 1) * 60 * RATE, total), hashlib.sha256()
            while n < end:
                count = min(pieces[n % len(pieces)], end - n)
                digest.update(mixer.render(n, n + count).tobytes())
                n += count
            found[minute] = digest.hexdigest()
        return found

    whole = hashes(list(minutes), (16384,))
    grid._tile.cache_clear()
    grid._whole.cache_clear()
    shuffled = sorted(minutes, key=lambda minute: minute * 7919 % 104729 % 31)
    parts = hashes(shuffled, (4001, 12345, 777, 40960, 9973, 1, 25000))
    differ = [minute for minute in minutes if whole[minute] != parts[minute]]
    print("night", hashlib.sha256("".join(whole[m] for m in minutes).encode()).hexdigest())
    print(f"{len(minutes)} minutes, in order and in pieces out of order: {len(differ)} differ {differ or ''}")
    return 1 if differ else 0


class _Fast:
    """The clock of a world that lives `speed` times as fast; resting takes as long as ever."""

    sleep = staticmethod(time.sleep)

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._begun = time.perf_counter()

    def perf_counter(self) -> float:
        """Seconds of that world."""
        return (time.perf_counter() - self._begun) * self._speed


def null(told: Night, speed: float, minutes: float, painter: str, fps: float) -> int:
    """Play the night to nobody and draw it; 1 if a block was written after its time."""
    world = _Fast(speed)
    for module in (speaker, output_device):
        vars(module)["time"] = world
    mixer, sink = Mixer(told.score, told.clips), output_device.NullDevice()
    # From 6 s on: the first are written while the device already runs.
    leads: list[float] = []
    slow: list[tuple[float, float]] = []

    def render(n0: int, n1: int) -> Samples:
        began = time.perf_counter()
        found = mixer.render(n0, n1)
        slow.append((time.perf_counter() - began, n0 / RATE))
        # What is returned is written where the ring stands; the device has taken so much meanwhile.
        if sink.taken() > 6.0:
            leads.append(playing._ring.written / RATE - sink.taken())
        return found

    playing = speaker.RingSpeaker(render, open_device=lambda: sink)
    draw = _painter(painter)
    playing.resume()
    end = min(told.score.duration, 60.0 * minutes if minutes else told.score.duration)
    frames, began = 0, time.perf_counter()
    while (t := playing.read().night) < end:
        here = time.perf_counter()
        draw(picture(told.score, t))
        frames += 1
        time.sleep(max(0.001, 1.0 / fps - (time.perf_counter() - here)))
    took = time.perf_counter() - began
    playing.close()
    late = sum(lead < 0.0 for lead in leads)
    print(
        f"{end:.0f} s of the night in {took:.0f} s ({speed:g} x), {frames} frames drawn ({frames / took:.1f} a second,"
        f" {painter}), {len(leads)} blocks: {late} too late"
    )
    print(f"least lead {min(leads):.2f} s, slowest block {max(slow)[0]:.3f} s at {max(slow)[1]:.0f} s of the night")
    return 1 if late else 0


def _painter(name: str) -> Callable[[Frame], object]:
    """Draws frames of 1280 x 720, as a window would without showing them."""
    if name == "gl":
        from dreamplayer.picture.gl.painter import offscreen

        gl = offscreen(1280, 720, quality="lite")
        return gl.paint
    from dreamplayer.picture.surface.painter import SurfacePainter

    return SurfacePainter(1280, 720).paint


def main() -> int:
    """Parse and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("cost", "portrait", "ffmpeg", "same", "null"))
    parser.add_argument("dream")
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--voice", default="system")
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--speed", type=float, default=4.0)
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--painter", default="surface", choices=("surface", "gl"))
    given = parser.parse_args()
    told = night(find(given.dream), replace(Settings(), voice=given.voice))
    if given.what == "cost":
        cost(told, given.minutes or 3.0)
    elif given.what == "portrait":
        draw(told, given.out or Path("night.png"))
    elif given.what == "same":
        return same(told)
    elif given.what == "null":
        return null(told, given.speed, given.minutes, given.painter, given.fps)
    else:
        agree(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
