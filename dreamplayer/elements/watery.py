"""Creatures of the water: fish, jellyfish, octopus, a turtle, a frog, a swan."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.flock import alone, crossing
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Sprites
from dreamplayer.drawing.sea import FRAMES, height, swimmer
from dreamplayer.drawing.standing import contact, facing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Light


def _tone(moment: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share; dimmer deep in the night."""
    return rgb(np.asarray(moment.tint or own, np.float32) * np.float32(share * (1 - 0.3 * moment.calm)))


@element("air", 0.7, family="creature", answers=("scatter", "rise"), several=24)
def fish(moment: Moment) -> tuple[Form, ...]:
    """Fish that swim through the air as through water: one like an ember, or a school drifting past."""
    tint, glow = _tone(moment, (0.60, 0.24, 0.07), 0.40), _tone(moment, (1.0, 0.50, 0.18), 0.78)
    if moment.count <= 1:
        return alone(moment, swimmer("fish"), 1.6 * height("fish"), FRAMES, tint=tint, glow=glow, pace=0.42, high=0.35)
    n = min(max(moment.count, 7), 48)
    return crossing(
        moment,
        swimmer("fish"),
        0.92 * height("fish"),
        FRAMES,
        n,
        tint=tint,
        glow=glow,
        pace=0.45,
        high=0.30,
        speed=0.55,
    )


@element("air", 1.5, family="creature", answers=("rise", "pulse"), lamp=True, several=9)
def jellyfish(moment: Moment) -> tuple[Form, ...]:
    """Jellyfish like lampshades of light: the bell opens and closes, threads trail below."""
    n = int(min(max(moment.count, 1), 14))
    base = np.asarray(moment.tint or (0.40, 0.62, 0.80), np.float32)
    unit = moment.size(0.85)
    k = np.arange(n)
    phase = dice(moment.seed, 61, n)
    made = moment.t * 0.16 * (1 - 0.3 * moment.calm) + phase
    push = 0.10 * np.sin(2 * np.pi * made - 0.9)
    wide = 0.0 if n == 1 else 1.7 * unit * moment.place.spread
    x = moment.place.x + wide * (k - (n - 1) / 2) * (0.75 + 0.2 * np.sin(k * 2.4))
    x = x + 0.2 * np.sin(0.13 * moment.t + 6.28 * phase)
    y = moment.place.y + unit * (
        0.75 + (0 if n == 1 else 1.0) * bell(moment.seed, 62, n) * 0.45 + (0.8 if n > 1 else 0.0)
    )
    y = y + unit * (push + 0.12 * np.sin(0.21 * moment.t + 6.28 * phase) + moment.event("rise"))
    y = np.maximum(y, 0.3 * unit)
    z = np.maximum(moment.place.z + (0 if n == 1 else 1.4) * unit * bell(moment.seed, 63, n), 1.6)
    size = unit * (np.ones(n) if n == 1 else 0.55 + 0.45 * dice(moment.seed, 64, n))
    where = np.stack([x, y, z], 1).astype(np.float32)
    beat = 1.0 + 0.35 * moment.event("pulse") * np.sin(2 * np.pi * made) ** 2
    shine = (1 - 0.3 * moment.calm) * (0.78 + 0.22 * np.sin(2 * np.pi * made)) * beat
    bells = Sprites(
        swimmer("jellyfish"), where, (size * height("jellyfish")).astype(np.float32),
        glow=(base[None, :] * (0.62 * shine)[:, None]).astype(np.float32), tint=rgb(np.float32(0.05) * base),
        cover=0.25, lit=0.2, rim=0.1, frame=np.mod(made, 1.0).astype(np.float32) * np.float32(FRAMES),
        turn=(0.08 * np.sin(0.19 * moment.t + 6.28 * phase)).astype(np.float32),
    )  # fmt: skip
    strands, points = 9, 22
    s = np.linspace(0, 1, points)[None, None, :]
    lane = (np.arange(strands) - (strands - 1) / 2)[None, :, None] / strands
    own = 6.28 * dice(moment.seed, 65, n * strands).reshape(n, strands, 1)
    long = (0.8 + 0.9 * dice(moment.seed, 66, n * strands)).reshape(n, strands, 1) * size[:, None, None]
    sway = 0.10 * s * np.sin(5.0 * s - 0.55 * moment.t + own) + 0.05 * s * np.sin(9 * s - 0.9 * moment.t + 2 * own)
    at3 = np.stack(
        [
            x[:, None, None] + size[:, None, None] * (0.72 * lane * (1 - 0.35 * s) + sway),
            y[:, None, None] - 0.03 * size[:, None, None] - long * s,
            np.broadcast_to(z[:, None, None] + 0.05 * lane, (n, strands, points)),
        ],
        -1,
    ).reshape(n * strands, points, 3)
    fade = (np.repeat(shine, strands) * smooth(moment.presence, 0.4, 1.0) * 0.22)[:, None]
    fade = fade * (1 - np.linspace(0, 1, points)) ** 0.8
    threads = Ribbons(
        at3.astype(np.float32), (0.006 * np.repeat(size, strands))[:, None].astype(np.float32), rgb(base),
        opacity=fade.astype(np.float32),
    )  # fmt: skip
    lamp = Light(
        (float(x[0]), float(y[0]), float(z[0])), rgb(base * np.float32(0.35 * moment.presence * shine[0])), 2.2, 0.4
    )
    return (threads, *gathered(moment, bells, count=900, colour=rgb(base)), lamp)


@element("air", 1.6, family="creature", several=2)
def octopus(moment: Moment) -> tuple[Form, ...]:
    """An octopus with drowsy eyes, its arms curling and uncurling."""
    n = int(min(max(moment.count, 1), 3))
    out: list[Form] = []
    for k in range(n):
        size = moment.size(2.5) * (1 - 0.25 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + 1.3 * size * (k - (n - 1) / 2) * moment.place.spread
                    + 0.06 * np.sin(0.2 * moment.t + k),
                    moment.place.y + 0.30 * size + 0.05 * size * np.sin(0.37 * moment.t + k),
                    moment.place.z + 0.5 * k,
                ]
            ],
            np.float32,
        )
        made = np.mod(0.10 * moment.t + one(moment.seed, 61 + k), 1.0)
        body = Sprites(
            swimmer("octopus"),
            where,
            np.float32(size),
            tint=_tone(moment, (0.12, 0.032, 0.030), 1.0),
            glow=_tone(moment, (1.0, 0.46, 0.22), 0.42),
            frame=made * FRAMES,
            turn=0.04 * float(np.sin(0.31 * moment.t)),
        )
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900)
    return tuple(out)


@element("prop", 0.9, family="creature", several=3)
def turtle(moment: Moment) -> tuple[Form, ...]:
    """A tortoise under its dome of plates, in no hurry at all."""
    return _crawling(moment, "turtle", 1.2, 0.13, (0.045, 0.034, 0.016), (0.85, 0.55, 0.20), creep=0.030)


@element("prop", 0.7, family="creature", several=5)
def frog(moment: Moment) -> tuple[Form, ...]:
    """A frog with half-closed golden eyes, breathing."""
    return _crawling(moment, "frog", 0.85, 0.28, (0.020, 0.034, 0.010), (0.80, 0.66, 0.20), creep=0.0)


def _crawling(
    moment: Moment, kind: str, long: float, pace: float, own: Colour, shine: Colour, creep: float
) -> tuple[Form, ...]:
    """One near or a few around, slowly getting on."""
    n = int(min(max(moment.count, 1), 6))
    k = np.arange(n)
    unit = moment.size(long)
    size = unit * height(kind) * (1.25 * np.ones(n) if n == 1 else 0.7 + 0.35 * dice(moment.seed, 61, n))
    first = facing(moment)
    look = np.where(dice(moment.seed, 62, n) < 0.5, first, -first) if n > 1 else np.array([first])
    go = creep * unit / 0.8 * 12.0 * (1 - np.exp(-moment.t / 40.0)) * look
    where = np.stack(
        [
            moment.place.x
            + 1.5 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.2 * unit * bell(moment.seed, 63, n) * (n > 1)
            + go,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * bell(moment.seed, 64, n), 1.4),
        ],
        1,
    ).astype(np.float32)
    slow = pace * (12.0 * (1 - np.exp(-moment.t / 40.0)) * 3.3 if creep else moment.t)
    frame = np.mod(slow + dice(moment.seed, 65, n), 1.0) * FRAMES
    body = Sprites(
        swimmer(kind), where, size.astype(np.float32), tint=_tone(moment, own, 1.0), glow=_tone(moment, shine, 0.42),
        width=look.astype(np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.8 * unit), *gathered(moment, body, count=800))


@element("prop", 1.1, family="creature", several=4)
def swan(moment: Moment) -> tuple[Form, ...]:
    """White swans gliding on still water, necks like question marks answered."""
    n = int(min(max(moment.count, 1), 7))
    unit = moment.size(1.35)
    k = np.arange(n)
    look = facing(moment)
    glide = 0.9 * (1 - np.exp(-moment.t / 22.0)) * look
    where = np.stack(
        [
            moment.place.x
            + glide
            - 0.9 * look
            + 1.25 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.06 * np.sin(0.2 * moment.t + k),
            moment.place.y + 0.012 * np.sin(0.8 * moment.t + k) - 0.01 * np.ones(n),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * bell(moment.seed, 61, n), 2.0),
        ],
        1,
    ).astype(np.float32)
    size = unit * height("swan") * (np.ones(n) if n == 1 else 0.85 + 0.2 * dice(moment.seed, 62, n))
    frame = np.mod(0.12 * moment.t + dice(moment.seed, 63, n), 1.0) * FRAMES
    body = Sprites(
        swimmer("swan"), where, size.astype(np.float32), tint=_tone(moment, (0.55, 0.50, 0.48), 1.0),
        glow=_tone(moment, (1.0, 0.82, 0.66), 0.20), width=np.full(n, look, np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return gathered(moment, body, count=900, colour=(1.0, 0.75, 0.5))
