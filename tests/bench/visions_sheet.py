"""Random visions in random places, numbered, for a viewing by somebody who does not know what they are.

    python tests/bench/visions_sheet.py OUT [--count 64] [--seed 1] [--size 480x270] [--painter gl] [--things NAME,...]
        [--places PLACE[/FRAMING],...] [--moment 8.2] [--sheet 4x4]

writes OUT_0.png, OUT_1.png ... (sheets of numbered pictures) and OUT.key (number, thing, place). Ask the viewer for two
guesses at each, and for a score of 0 to 10 as something to fall asleep to; then compare with the key. A tenth of them
gather or scatter where `--moment` names none.
"""

from __future__ import annotations

import argparse
import math
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.catalogue import places
from dreamplayer.drawing.visions.motes import GATHER, HOLD, SCATTER, WHOLE
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.score import Cue, DreamRef, Scene, Score, Section, Span, Support
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Painter
from dreamplayer.picture.picture import picture
from dreamplayer.picture.visions import cloud
from dreamplayer.reading.lexicon.vocabulary import glyphs, things
from dreamplayer.staging.visions import may_be_vision, vision_placement

SINCE = 50.0
"""Second of the night at which the first mote sets out."""
HELD = GATHER + 0.53 * HOLD


def night(name: str, place: str, framing: str, hour: str, seed: int) -> Score:
    """A night with one vision in a place, at the best of the framing's calm spots."""
    here = places()[place]
    camera = here.framing(framing)
    light = here.light(Atmosphere(hour=hour))
    scene = Scene(
        passage=0, span=Span(0, 500), crossfade=1, char_start=0, char_end=1, valence=0.2, arousal=0,
        time_of_day=hour, stage=light.stage, palette=Palette(), place_id=place, framing=framing,
        atmosphere=Atmosphere(hour=hour),
    )  # fmt: skip
    scene = replace(scene, stage=replace(light.stage, camera=replace(Stage().camera, horizon=camera.horizon)))
    cue = Cue(
        "element", name, "figurative", Span(SINCE + 2.0, SINCE + WHOLE), 0, 0, 1, 0, seed=seed, since=SINCE,
        arrive=GATHER, leave=SCATTER, staged=True, strength=1.0, rests=Support("vision", place=place),
    )  # fmt: skip
    cue = replace(cue, place=vision_placement(cue, scene, (), camera.calm))
    names = (("wind-in", 1), ("story", 400), ("coda", 440), ("bed", 500), ("fade", 600), ("dark", 610))
    starts = (0, *(end for _, end in names))
    sections = tuple(Section(part, Span(starts[i], end)) for i, (part, end) in enumerate(names))
    return Score(DreamRef("x", "x", "-", "0"), "silent", seed, sections, (scene,), (), (), (cue,), horizon=610)


def pixels(painter: Painter, score: Score, t: float, width: int, height: int) -> NDArray[np.uint8]:
    """The picture of a night, `t` seconds after the first mote."""
    painter.paint(picture(score, SINCE + t, aspect=width / height, strict=True))
    return np.frombuffer(painter.pixels(), np.uint8).reshape(height, width, 3)


def painter_of(kind: str, width: int, height: int) -> Painter:
    """A painter without a window."""
    if kind == "gl":
        from dreamplayer.picture.gl.painter import offscreen

        return offscreen(width, height, quality="high")
    from dreamplayer.picture.surface.painter import SurfacePainter

    return SurfacePainter(width, height)


def main() -> None:
    """Draw, and write the sheets and the key."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("out")
    ask.add_argument("--count", type=int, default=64)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--size", default="480x270")
    ask.add_argument("--painter", default="gl", choices=("gl", "surface"))
    ask.add_argument("--things", default="")
    ask.add_argument("--places", default="")
    ask.add_argument("--moment", type=float, default=None)
    ask.add_argument("--sheet", default="4x4")
    ask.add_argument("--labels", action="store_true", help="write the names into the pictures: no blind viewing")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    across, down = (int(part) for part in opt.sheet.split("x"))
    chance = random.Random(opt.seed)
    every = sorted(name for name in (*glyphs(), *things()) if may_be_vision(name))
    names = opt.things.split(",") if opt.things else chance.sample(every, opt.count)
    framings = [(p.name, f.name) for p in places().values() for f in p.framings if f.calm]
    if opt.places:
        wanted = [tuple(part.split("/")) for part in opt.places.split(",")]
        framings = [next(f for f in framings if f[0] == w[0] and f[1] == (w[1:] or (f[1],))[0]) for w in wanted]
    else:
        chance.shuffle(framings)
    painter = painter_of(opt.painter, width, height)
    pygame.font.init()
    font = pygame.font.Font(None, 18)
    cells: list[pygame.Surface] = []
    key: list[str] = []
    for i, name in enumerate(names):
        if not len(cloud(name).position):
            print(f"{name} shows no form")
            continue
        place, framing = framings[i % len(framings)]
        moving = i % 10 == 7 and opt.moment is None
        t = opt.moment or ((0.6 * GATHER if i % 20 == 7 else WHOLE - 0.65 * SCATTER) if moving else HELD)
        score = night(name, place, framing, "night" if i % 3 else "dusk", seed_of("sheet", opt.seed, i))
        image = pygame.image.frombuffer(pixels(painter, score, t, width, height).tobytes(), (width, height), "RGB")
        image.blit(font.render(f"{i} {name}" if opt.labels else str(i), True, (110, 140, 110)), (6, 4))
        cells.append(image)
        key.append(f"{i} {name} {place}/{framing} {t:.1f} s")
    Path(f"{opt.out}.key").write_text("\n".join(key) + "\n", encoding="utf-8")
    for k in range(math.ceil(len(cells) / (across * down))):
        part = cells[k * across * down : (k + 1) * across * down]
        sheet = pygame.Surface((across * width, math.ceil(len(part) / across) * height))
        for n, image in enumerate(part):
            sheet.blit(image, (n % across * width, n // across * height))
        pygame.image.save(sheet, f"{opt.out}_{k}.png")


if __name__ == "__main__":
    main()
