"""Things that sound: lute, violin, harp, piano, drum, wind chimes, a bell. Light shows where their sound goes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import instrument as of
from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import AMBER, built, cut, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell as bells
from dreamplayer.kit.hashing import dice
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, join, oval, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_VIOLIN = cut("instrument/violin", (-0.26, -0.05, 0.26, 1.05), of.violin, edge=0.3, rows=340)
_LUTE = cut("instrument/lute", (-0.32, -0.05, 0.32, 1.09), of.lute, edge=0.3, rows=340)
_HARP = cut("instrument/harp", (-0.42, -0.05, 0.42, 1.08), of.harp, edge=0.35, rows=380)
_PIANO = built("instrument/piano", (-1.35, -0.25, 1.35, 2.25), of.piano, View(0.45, 1.5, 5.5), 300)
_DRUM = built("instrument/drum", (-0.75, -0.15, 0.75, 1.0), of.drum, View(0.2, 1.5, 4.0), 240)
_TUBE = cut("instrument/tube", (-0.06, -1.06, 0.06, 0.04), of.tube, edge=0.3, rows=260)


def sounding(
    moment: Moment, middle: tuple[float, float, float], reach: float, colour: np.ndarray, strength: float
) -> list[Form]:
    """Sound as light: rings of motes that leave slowly and rise, fading."""
    n = 340
    k = np.floor(dice(moment.seed, 91, n) * 4)
    u = np.mod(0.045 * moment.t + k / 4, 1.0)
    a = 6.2832 * dice(moment.seed, 92, n)
    r = reach * (0.25 + 1.5 * u) * (1 + 0.04 * bells(moment.seed, 93, n))
    spot = np.stack(
        [
            middle[0] + r * np.cos(a),
            middle[1] + 0.42 * r * np.sin(a) + 0.35 * reach * u,
            middle[2] + 0.25 * r * np.sin(a),
        ],
        1,
    )
    spot[:, 1], spot[:, 2] = np.maximum(spot[:, 1], 0.02), np.maximum(spot[:, 2], 0.8)
    show = np.sin(np.pi * u) ** 1.3 * (0.25 + 0.75 * dice(moment.seed, 94, n) ** 2) * strength
    return [
        Dots(
            spot.astype(np.float32),
            np.float32(0.018 * reach + 0.004),
            (colour[None] * (0.62 * show)[:, None]).astype(np.float32),
            glint=(dice(moment.seed, 95, n) > 0.95).astype(np.float32),
        )
    ]


def _played(moment: Moment, size: float) -> list[Form]:
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.4, 1.0)) * (0.6 + 0.4 * moment.event("pulse") + 0.4 * moment.event("ring"))
    return sounding(
        moment,
        (moment.place.x, moment.place.y + 0.5 * size, moment.place.z),
        0.55 * size,
        warm,
        here * (1 - 0.4 * moment.calm),
    )


@element("air", 1.5, family="object", answers=("pulse", "ring"), lamp=True, several=4)
def instrument(moment: Moment) -> tuple[Form, ...]:
    """A lute hanging in the air, its rose and strings lit, its music leaving as rings of motes."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.4)))
    forms = put(big, _LUTE, wide=0.7, glow=0.85, back=0.04, lamp=0.4, float_=0.02, sway=0.04, turn=0.22)
    return (*forms, *_played(moment, moment.size(1.5)))


@element("air", 1.5, family="object", answers=("pulse", "ring"), lamp=True, several=3)
def violin(moment: Moment) -> tuple[Form, ...]:
    """A violin hanging in the air, strings lit."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.4)))
    return (
        *put(big, _VIOLIN, wide=0.6, glow=0.85, back=0.04, lamp=0.4, float_=0.02, sway=0.04, turn=-0.25),
        *_played(moment, moment.size(1.5)),
    )


@element("hero", 1.9, family="object", answers=("pulse", "ring"), lamp=True, several=1)
def harp(moment: Moment) -> tuple[Form, ...]:
    """A golden harp whose strings are light."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.8)))
    return (*put(big, _HARP, wide=1.0, cap=3, glow=0.85, back=0.03, lamp=0.5), *_played(moment, moment.size(1.9)))


@element("hero", 1.8, family="object", answers=("pulse", "ring"), lamp=True, several=1)
def piano(moment: Moment) -> tuple[Form, ...]:
    """A grand piano, gold under its raised lid."""
    return (
        *put(moment, _PIANO, n=1, glow=0.9, back=0.04, lamp=0.6, lamp_at=0.5, reach=2.6),
        *_played(moment, moment.size(1.8)),
    )


@element("prop", 0.9, family="object", answers=("pulse", "ring"), lamp=True, several=3)
def drum(moment: Moment) -> tuple[Form, ...]:
    """A drum with its skin lit from within; it beats as slowly as a sleeping heart."""
    beat = 1 + 0.25 * (0.5 - 0.5 * np.cos(2 * np.pi * moment.t / 3.4)) * (0.5 + moment.event("pulse"))
    return (
        *put(moment, _DRUM, wide=1.3, cap=4, glow=0.85 * beat, back=0.05, lamp=0.4, lamp_at=0.8, reach=1.6),
        *_played(moment, moment.size(1.0)),
    )


@element("air", 1.5, family="object", answers=("ring", "tremble", "drift", "swirl"), lamp=False, several=1)
def chimes(moment: Moment) -> tuple[Form, ...]:
    """Wind chimes: tubes of silver light hanging from a ring, swaying, touching now and then with a glint."""
    size = moment.size(1.5)
    n = 9
    warm = np.asarray(moment.tint or (1.0, 0.74, 0.48), np.float32)
    here = float(smooth(moment.presence, 0.2, 1.0)) * (1 - 0.3 * moment.calm)
    wind = 0.6 + 0.8 * max(moment.event("ring"), moment.event("tremble"), moment.event("drift"), moment.event("swirl"))
    x, top, z = moment.place.x, moment.place.y + 1.12 * size, moment.place.z
    sway = 0.03 * np.sin(0.5 * moment.t) * wind
    a = 2 * np.pi * np.arange(n) / n + 0.10 * moment.t
    spot = np.stack([x + size * (0.24 * np.cos(a)), np.full(n, top), z + size * 0.24 * np.sin(a)], 1).astype(np.float32)
    swing = (
        wind
        * (0.05 * np.sin(0.83 * moment.t + 1.7 * np.arange(n)) + 0.03 * np.sin(1.31 * moment.t + 2.9 * np.arange(n)))
    ).astype(np.float32)
    long = (0.70 + 0.34 * (np.arange(n) * 4 % n) / n) * size
    glint = 0.55 + 0.9 * np.abs(np.sin(0.45 * moment.t + 2.1 * np.arange(n))) ** 10 * wind
    tubes = Sprites(
        _TUBE.shape,
        spot,
        (long * _TUBE.tall).astype(np.float32),
        glow=(warm[None] * glint[:, None]).astype(np.float32),
        turn=swing,
        lit=1.0,
        rim=1.0,
    )
    ring_a = np.linspace(0, 2 * np.pi, 40)
    ring = np.stack([x + size * 0.26 * np.cos(ring_a), np.full(40, top + 0.01), z + size * 0.26 * np.sin(ring_a)], -1)
    peak = np.array([x + sway * size * 0.2, top + 0.30 * size, z])
    cords = np.stack(
        [
            np.linspace(peak, [x + size * 0.25 * np.cos(k), top, z + size * 0.25 * np.sin(k)], 40)
            for k in (0.1, 1.67, 3.24, 4.81)
        ]
    )
    up = np.linspace(peak, peak + np.array([0, 0.9 * size, 0]), 40)[None]
    tips = spot + np.stack([np.sin(swing) * long, -long, np.zeros(n)], 1)
    spark = Dots(
        tips.astype(np.float32),
        0.11 * size,
        (warm[None] * (0.7 * here * np.abs(np.sin(0.45 * moment.t + 2.1 * np.arange(n))) ** 10)[:, None]).astype(
            np.float32
        ),
        glint=0.9,
    )
    return (
        Dots(
            np.array([[x, top - 0.35 * size, z + 0.2]], np.float32),
            2.0 * size,
            warm * np.float32(0.035 * here),
            depth=z + 0.4,
            reflect=False,
        ),
        Ribbons(
            ring[None].astype(np.float32),
            0.016 * size,
            (0.16, 0.09, 0.05),
            profile="body",
            opacity=here,
            glow=rgb(warm * np.float32(0.05)),
        ),
        Ribbons(np.concatenate([cords, up]).astype(np.float32), 0.004 * size, rgb(warm * np.float32(0.22 * here))),
        *gathered(moment, tubes, count=600, colour=rgb(warm)),
        spark,
        *sounding(moment, (x, top - 0.7 * size, z), 0.5 * size, warm, here * (0.5 + 0.5 * moment.event("ring"))),
    )


def _bell(c: Canvas) -> list[Layer]:
    body = filled(
        c,
        spline(
            [
                (0.0, 0.86),
                (0.10, 0.84),
                (0.17, 0.74),
                (0.20, 0.52),
                (0.25, 0.32),
                (0.36, 0.17),
                (0.37, 0.12),
                (-0.37, 0.12),
                (-0.36, 0.17),
                (-0.25, 0.32),
                (-0.20, 0.52),
                (-0.17, 0.74),
                (-0.10, 0.84),
            ],
            6,
        ),
    )
    crown = shell(oval(c, (0, 0.90), 0.065, 0.07), 0.020)
    clapper = join(chain(c, [(0, 0.3, 0.012), (0, 0.10, 0.014)], 0), disc(c, (0, 0.06), 0.055), soft=0.02)
    rims = np.minimum.reduce([np.abs(c.y - y) for y in (0.19, 0.225, 0.70)]) - 0.006
    mouth = np.exp(-np.clip(c.y - 0.12, 0, 1) / 0.05)
    shine = np.exp(-(((c.x + 0.10 + 0.12 * (0.5 - c.y)) / 0.035) ** 2))
    return [
        Layer(crown, (0.22, 0.14, 0.05), round=0.02),
        Layer(clapper, (0.18, 0.11, 0.05), round=0.05, glow=0.30),
        Layer(body, (0.24, 0.145, 0.05), round=0.15, glow=(0.30 * mouth + 0.14 * shine).astype(np.float32)),
        Layer(np.maximum(rims, body), (0.30, 0.19, 0.07), glow=0.18, round=0.01),
    ]


_BELL = cut("instrument/bell", (-0.46, -0.06, 0.46, 1.06), _bell, edge=0.32, rows=280)


@element("air", 1.3, family="object", answers=("ring", "pulse"), lamp=True, several=4)
def bell(moment: Moment) -> tuple[Form, ...]:
    """A bronze bell hanging in the air, light in its mouth; it swings slowly and rings of light go out."""
    swing = (0.06 + 0.20 * moment.event("ring")) * np.sin(1.05 * moment.t)
    forms = put(
        moment,
        _BELL,
        wide=1.1,
        glow=0.85,
        back=0.045,
        lamp=0.45,
        lamp_at=0.2,
        reach=2.0,
        turn=swing,
        mirror=False,
        float_=0.01,
    )
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.4, 1.0)) * (0.5 + 0.6 * moment.event("ring") + 0.4 * moment.event("pulse"))
    size = moment.size(1.3)
    rings = sounding(moment, (moment.place.x, moment.place.y + 0.4 * size, moment.place.z), 0.7 * size, warm, here)
    return (*forms, *rings)
