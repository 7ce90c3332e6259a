"""Creatures of the water: fish, jellyfish, octopus, a turtle, a frog, a swan."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.flock import alone, crossing
from dreamplayer.forms.form import Form, Ribbons, Sprites
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.sea import FRAMES, height, swimmer
from dreamplayer.forms.standing import contact, facing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Light


def _tone(at: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share; dimmer deep in the night."""
    return rgb(np.asarray(at.tint or own, np.float32) * np.float32(share * (1 - 0.3 * at.calm)))


@element("air", 0.7, family="creature", answers=("scatter", "rise"), several=24)
def fish(at: Moment) -> tuple[Form, ...]:
    """Fish that swim through the air as through water: one like an ember, or a school drifting past."""
    tint, glow = _tone(at, (0.60, 0.24, 0.07), 0.40), _tone(at, (1.0, 0.50, 0.18), 0.78)
    if at.count <= 1:
        return alone(at, swimmer("fish"), 1.6 * height("fish"), FRAMES, tint=tint, glow=glow, pace=0.42, high=0.35)
    n = min(max(at.count, 7), 48)
    return crossing(
        at, swimmer("fish"), 0.92 * height("fish"), FRAMES, n, tint=tint, glow=glow, pace=0.45, high=0.30, speed=0.55
    )


@element("air", 1.5, family="creature", answers=("rise", "pulse"), lamp=True, several=9)
def jellyfish(at: Moment) -> tuple[Form, ...]:
    """Jellyfish like lampshades of light: the bell opens and closes, threads trail below."""
    n = int(min(max(at.count, 1), 14))
    base = np.asarray(at.tint or (0.40, 0.62, 0.80), np.float32)
    unit = at.size(0.85)
    k = np.arange(n)
    phase = dice(at.seed, 61, n)
    made = at.t * 0.16 * (1 - 0.3 * at.calm) + phase
    push = 0.10 * np.sin(2 * np.pi * made - 0.9)
    wide = 0.0 if n == 1 else 1.7 * unit * at.place.spread
    x = at.place.x + wide * (k - (n - 1) / 2) * (0.75 + 0.2 * np.sin(k * 2.4))
    x = x + 0.2 * np.sin(0.13 * at.t + 6.28 * phase)
    y = at.place.y + unit * (0.75 + (0 if n == 1 else 1.0) * bell(at.seed, 62, n) * 0.45 + (0.8 if n > 1 else 0.0))
    y = y + unit * (push + 0.12 * np.sin(0.21 * at.t + 6.28 * phase) + at.event("rise"))
    y = np.maximum(y, 0.3 * unit)
    z = np.maximum(at.place.z + (0 if n == 1 else 1.4) * unit * bell(at.seed, 63, n), 1.6)
    size = unit * (np.ones(n) if n == 1 else 0.55 + 0.45 * dice(at.seed, 64, n))
    where = np.stack([x, y, z], 1).astype(np.float32)
    beat = 1.0 + 0.35 * at.event("pulse") * np.sin(2 * np.pi * made) ** 2
    shine = (1 - 0.3 * at.calm) * (0.78 + 0.22 * np.sin(2 * np.pi * made)) * beat
    bells = Sprites(
        swimmer("jellyfish"), where, (size * height("jellyfish")).astype(np.float32),
        glow=(base[None, :] * (0.62 * shine)[:, None]).astype(np.float32), tint=rgb(np.float32(0.05) * base),
        cover=0.25, lit=0.2, rim=0.1, frame=np.mod(made, 1.0).astype(np.float32) * np.float32(FRAMES),
        turn=(0.08 * np.sin(0.19 * at.t + 6.28 * phase)).astype(np.float32),
    )  # fmt: skip
    strands, points = 9, 22
    s = np.linspace(0, 1, points)[None, None, :]
    lane = (np.arange(strands) - (strands - 1) / 2)[None, :, None] / strands
    own = 6.28 * dice(at.seed, 65, n * strands).reshape(n, strands, 1)
    long = (0.8 + 0.9 * dice(at.seed, 66, n * strands)).reshape(n, strands, 1) * size[:, None, None]
    sway = 0.10 * s * np.sin(5.0 * s - 0.55 * at.t + own) + 0.05 * s * np.sin(9 * s - 0.9 * at.t + 2 * own)
    at3 = np.stack(
        [
            x[:, None, None] + size[:, None, None] * (0.72 * lane * (1 - 0.35 * s) + sway),
            y[:, None, None] - 0.03 * size[:, None, None] - long * s,
            np.broadcast_to(z[:, None, None] + 0.05 * lane, (n, strands, points)),
        ],
        -1,
    ).reshape(n * strands, points, 3)
    fade = (np.repeat(shine, strands) * smooth(at.presence, 0.4, 1.0) * 0.22)[:, None]
    fade = fade * (1 - np.linspace(0, 1, points)) ** 0.8
    threads = Ribbons(
        at3.astype(np.float32), (0.006 * np.repeat(size, strands))[:, None].astype(np.float32), rgb(base),
        opacity=fade.astype(np.float32),
    )  # fmt: skip
    lamp = Light(
        (float(x[0]), float(y[0]), float(z[0])), rgb(base * np.float32(0.35 * at.presence * shine[0])), 2.2, 0.4
    )
    return (threads, *gathered(at, bells, count=900, colour=rgb(base)), lamp)


@element("air", 1.6, family="creature", several=2)
def octopus(at: Moment) -> tuple[Form, ...]:
    """An octopus with drowsy eyes, its arms curling and uncurling."""
    n = int(min(max(at.count, 1), 3))
    out: list[Form] = []
    for k in range(n):
        size = at.size(2.5) * (1 - 0.25 * k)
        where = np.array(
            [
                [
                    at.place.x + 1.3 * size * (k - (n - 1) / 2) * at.place.spread + 0.06 * np.sin(0.2 * at.t + k),
                    at.place.y + 0.30 * size + 0.05 * size * np.sin(0.37 * at.t + k),
                    at.place.z + 0.5 * k,
                ]
            ],
            np.float32,
        )
        made = np.mod(0.10 * at.t + one(at.seed, 61 + k), 1.0)
        body = Sprites(
            swimmer("octopus"), where, np.float32(size), tint=_tone(at, (0.12, 0.032, 0.030), 1.0),
            glow=_tone(at, (1.0, 0.46, 0.22), 0.42), frame=made * FRAMES, turn=0.04 * float(np.sin(0.31 * at.t)),
        )  # fmt: skip
        out += gathered(at.at(seed=at.seed + k), body, count=900)
    return tuple(out)


@element("prop", 0.9, family="creature", several=3)
def turtle(at: Moment) -> tuple[Form, ...]:
    """A tortoise under its dome of plates, in no hurry at all."""
    return _crawling(at, "turtle", 1.2, 0.13, (0.045, 0.034, 0.016), (0.85, 0.55, 0.20), creep=0.030)


@element("prop", 0.7, family="creature", several=5)
def frog(at: Moment) -> tuple[Form, ...]:
    """A frog with half-closed golden eyes, breathing."""
    return _crawling(at, "frog", 0.85, 0.28, (0.020, 0.034, 0.010), (0.80, 0.66, 0.20), creep=0.0)


def _crawling(
    at: Moment, kind: str, long: float, pace: float, own: Colour, shine: Colour, creep: float
) -> tuple[Form, ...]:
    """One near or a few around, slowly getting on."""
    n = int(min(max(at.count, 1), 6))
    k = np.arange(n)
    unit = at.size(long)
    size = unit * height(kind) * (1.25 * np.ones(n) if n == 1 else 0.7 + 0.35 * dice(at.seed, 61, n))
    first = facing(at)
    look = np.where(dice(at.seed, 62, n) < 0.5, first, -first) if n > 1 else np.array([first])
    go = creep * unit / 0.8 * 12.0 * (1 - np.exp(-at.t / 40.0)) * look
    where = np.stack(
        [
            at.place.x
            + 1.5 * unit * (k - (n - 1) / 2) * at.place.spread
            + 0.2 * unit * bell(at.seed, 63, n) * (n > 1)
            + go,
            np.full(n, at.place.y),
            np.maximum(at.place.z + 0.9 * unit * (n > 1) * bell(at.seed, 64, n), 1.4),
        ],
        1,
    ).astype(np.float32)
    slow = pace * (12.0 * (1 - np.exp(-at.t / 40.0)) * 3.3 if creep else at.t)
    frame = np.mod(slow + dice(at.seed, 65, n), 1.0) * FRAMES
    body = Sprites(
        swimmer(kind), where, size.astype(np.float32), tint=_tone(at, own, 1.0), glow=_tone(at, shine, 0.42),
        width=look.astype(np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return (*contact(at, where, 0.8 * unit), *gathered(at, body, count=800))


@element("prop", 1.1, family="creature", several=4)
def swan(at: Moment) -> tuple[Form, ...]:
    """White swans gliding on still water, necks like question marks answered."""
    n = int(min(max(at.count, 1), 7))
    unit = at.size(1.35)
    k = np.arange(n)
    look = facing(at)
    glide = 0.9 * (1 - np.exp(-at.t / 22.0)) * look
    where = np.stack(
        [
            at.place.x
            + glide
            - 0.9 * look
            + 1.25 * unit * (k - (n - 1) / 2) * at.place.spread
            + 0.06 * np.sin(0.2 * at.t + k),
            at.place.y + 0.012 * np.sin(0.8 * at.t + k) - 0.01 * np.ones(n),
            np.maximum(at.place.z + 0.9 * unit * (n > 1) * bell(at.seed, 61, n), 2.0),
        ],
        1,
    ).astype(np.float32)
    size = unit * height("swan") * (np.ones(n) if n == 1 else 0.85 + 0.2 * dice(at.seed, 62, n))
    frame = np.mod(0.12 * at.t + dice(at.seed, 63, n), 1.0) * FRAMES
    body = Sprites(
        swimmer("swan"), where, size.astype(np.float32), tint=_tone(at, (0.55, 0.50, 0.48), 1.0),
        glow=_tone(at, (1.0, 0.82, 0.66), 0.20), width=np.full(n, look, np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return gathered(at, body, count=900, colour=(1.0, 0.75, 0.5))
