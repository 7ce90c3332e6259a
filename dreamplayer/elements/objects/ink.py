"""Dark ink that curls through lit mist as in water; it pours, spreads into a wide pool of dark, drifts away."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import painted_prop
from dreamplayer.elements.objects._shared.silk import scarf
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment

_STRAND = 1
"""Random lane of the form of a strand; its number is added."""
_LANES_EACH, _GRAIN_ROW, _GRAIN_COLUMN, _GRAIN_AGE, _GRAIN_SPREAD, _GRAIN_SIZE = 9, 11, 12, 13, 14, 18
"""Random lanes of the grains of a strand, and how many lanes each strand has."""
_STREAM = (1, 2, 3)
"""Random lanes of a stream from the hands: how far it reaches, how high it curls, how fast it moves."""
_DRIP_LENGTH, _DRIP_PHASE = 61, 62
"""Random lanes of the drips."""

_INK = (0.0030, 0.0032, 0.0085)
"""Linear colour of the ink: nearly black, a little blue."""


@element("air", 1.8, handles=("pour", "spread", "drift", "swirl", "dissolve", "grow"))
def ink(moment: Moment) -> tuple[Form, ...]:
    """Dark ink that curls through lit mist as in water; it pours, spreads into a wide pool of dark, drifts away.

    Notes: `arms` 1 lets it run out of the hands of someone who stands in the same place, arms held out.
    """
    if moment.param("arms", 0.0) > 0.0:
        return _from_hands(moment)
    size = moment.size(1.8)
    here = float(smooth(moment.presence, 0.0, 1.0))
    pour, spread = (
        float(smooth(moment.event("pour"), 0, 1)),
        float(smooth(max(moment.event("spread"), moment.event("grow")), 0, 1)),
    )
    gone = float(smooth(moment.event("dissolve"), 0, 1))
    middle = np.array([moment.place.x, moment.place.y + 0.55 * size, moment.place.z])
    t = moment.t * (0.8 + 0.3 * moment.event("swirl"))
    body = np.asarray(moment.tint or _INK, np.float32) * (1.0 if moment.tint is None else 0.25)
    warm = np.asarray(moment.palette.key, np.float32) * np.array([1.0, 0.72, 0.80], np.float32)
    mist = [
        Dots(
            np.array([middle + np.array([0.0, 0.0, 0.4])] * 2, np.float32),
            np.array([3.4, 1.9], np.float32) * np.float32(size),
            warm[None] * np.array([[0.016], [0.020]], np.float32) * np.float32(here),
            depth=float(middle[2]) + 0.4,
            reflect=False,
        ),
    ]
    forms: list[Form] = [*mist]
    grown = 1.1 * smooth(moment.presence, 0, 1)
    for strand in range(4):
        own = uniform_one(moment.seed, _STRAND + strand)
        long = size * (1.65 + 0.5 * spread + 0.3 * moment.event("drift")) * (1.0 if strand < 2 else 0.8)
        spot = (
            float(middle[0]) + size * 0.16 * (own - 0.5),
            float(middle[1]) + size * (0.30 * (own - 0.5) - 0.22 * pour),
            float(middle[2]) - 0.02 * strand,
        )
        veil = scarf(
            t + 40 * own,
            spot,
            long,
            size * (0.46 if strand < 2 else 0.20),
            body,
            seed=own,
            opacity=0.62 * here * (1 - gone),
            grown=grown,
            profile="ink",
            strands=20,
            points=40,
            wave=0.55 + 0.35 * own,
        )
        # Strands lie turned about the middle, each its own way, and are wide enough to melt into one another.
        turn = 0.35 * (own - 0.5) + (np.pi if strand % 2 else 0.0) - 0.12
        cos, sin = np.cos(turn), np.sin(turn)
        position = np.array(veil.position)
        aside, above = position[..., 0] - spot[0], position[..., 1] - spot[1]
        position[..., 0], position[..., 1] = (
            spot[0] + cos * aside - sin * above,
            np.maximum(spot[1] + sin * aside + cos * above, 0.02),
        )
        forms.append(
            replace(
                veil, position=position, width=np.asarray(veil.width, np.float32) * np.float32(1.7), colour=rgb(body)
            )
        )
        grains = 160
        grain_row, grain_column = (
            (uniform(moment.seed, _GRAIN_ROW + _LANES_EACH * strand, grains) * 20).astype(int),
            (uniform(moment.seed, _GRAIN_COLUMN + _LANES_EACH * strand, grains) * 40).astype(int),
        )
        age = np.mod(uniform(moment.seed, _GRAIN_AGE + _LANES_EACH * strand, grains) + 0.03 * moment.t, 1.0)
        grain = position[grain_row, grain_column] + 0.12 * size * age[:, None] * np.stack(
            [normal(moment.seed, _GRAIN_SPREAD + i + _LANES_EACH * strand, grains) for i in range(3)], 1
        )
        grain[:, 1] = np.maximum(grain[:, 1], 0.02)
        forms.append(
            Dots(
                grain.astype(np.float32),
                (0.022 * size * (0.3 + uniform(moment.seed, _GRAIN_SIZE + _LANES_EACH * strand, grains))).astype(
                    np.float32
                ),
                body,
                cover=(0.8 * here * (1 - gone) * np.sin(np.pi * age)).astype(np.float32),
                depth=float(middle[2]) - 0.15,
            )
        )
        # A dim sheen lies along the folds, so that the dark is seen in the dark.
        sheen = np.abs(np.sin(2.0 * np.linspace(0, np.pi, 40) + 0.3 * moment.t + 2 * strand)) ** 2 * np.sin(
            np.linspace(0, np.pi, 40)
        )
        forms.append(
            Ribbons(
                position[[5, 14]].astype(np.float32) + np.array([0, 0, -0.03], np.float32),
                0.004 * size,
                rgb((0.6 * warm + np.array([0.25, 0.22, 0.42], np.float32)) * np.float32(0.075 * here)),
                opacity=(sheen * (1 - gone))[None].repeat(2, 0).astype(np.float32),
                grown=grown,
                depth=float(middle[2]) - 0.16,
            )
        )
        if strand < 2:
            forms.append(_drips(moment, position, size, body, (0.35 + 0.65 * pour) * here * (1 - gone)))
            lit = position[::5, ::3].reshape(-1, 3)
            glim = np.abs(np.sin(0.35 * moment.t + 2.4 * np.arange(len(lit)))) ** 6 * here
            forms.append(
                Dots(
                    lit.astype(np.float32),
                    0.016 * size,
                    (warm[None] * (0.25 * glim)[:, None]).astype(np.float32),
                    depth=float(middle[2]) - 0.2,
                )
            )
    if pour + spread > 0.01:
        wide = size * (0.5 + 1.3 * max(pour, spread))
        forms.append(
            Sprites(
                _POOL.shape,
                np.array([[middle[0], 0.02, middle[2]]], np.float32),
                np.float32(wide * 2),
                tint=rgb(body + 0.002),
                glow=rgb(warm * np.float32(0.05)),
                opacity=np.float32(max(pour, spread) * here),
                lit=0.0,
                lie=1.0,
                reflect=False,
                depth=float(middle[2]) + 0.3,
            )
        )
    return tuple(forms)


_HAND = (0.425, 0.855)
"""Of each hand of the figure in its heights: aside, and above the ground."""
_STREAMS, _STREAM_POINTS = 20, 60
"""For each hand: ribbons that run out, and points along each."""
_SHINING = 4
"""Ribbons of each hand that have a sheen."""
_SHEEN = (0.16, 0.12, 0.34)
"""Violet of the light along the folds, besides that of the lamps."""


def _from_hands(moment: Moment) -> tuple[Form, ...]:
    """Ink that runs out of both hands as into still water: it sinks in slow folds, billows, and pools at the feet."""
    unit = 1.63 * moment.place.size
    place, t = moment.place, moment.t
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1.0 - float(smooth(moment.event("dissolve"), 0, 1)))
    grown = float(smooth(moment.t, 0.0, 8.0)) * (0.7 + 0.3 * max(moment.event("drift"), moment.event("pour")))
    along = np.linspace(0.0, 1.0, _STREAM_POINTS)[None]
    body = np.asarray(moment.tint or _INK, np.float32) * (1.0 if moment.tint is None else 0.25)
    warm = np.asarray(moment.palette.key, np.float32)
    violet = 0.5 * warm + np.asarray(_SHEEN, np.float32)
    pool = float(smooth(moment.t, 4.0, 13.0)) * (0.55 + 0.45 * max(moment.event("pour"), moment.event("spread")))
    beside = (-_HAND[0] * unit, _HAND[0] * unit)
    forms: list[Form] = [
        # What is black is seen before light alone: mist that holds some, behind.
        Dots(
            np.array([[place.x + aside, place.y + 0.45 * unit, place.z + 0.3] for aside in beside], np.float32),
            np.float32(1.5 * unit), violet * np.float32(0.085 * here), depth=place.z + 0.3, reflect=False,
        ),
        Sprites(
            _POOL.shape, np.array([[place.x, 0.02, place.z]], np.float32), np.float32(unit * (0.9 + 0.9 * pool)),
            tint=rgb(body + 0.002), glow=rgb(violet * np.float32(0.10)), opacity=np.float32(pool * here), lit=0.0,
            lie=1.0, width=1.9, reflect=False, depth=place.z + 0.3,
        ),
    ]  # fmt: skip
    for side in (-1.0, 1.0):
        seed = moment.seed + (7 if side > 0 else 0)
        own, high, pace = (uniform(seed, lane, _STREAMS)[:, None] for lane in _STREAM)
        phase = 6.28 * high - 0.28 * t * (0.6 + 0.8 * pace)
        # It sinks, slower as it spreads, and turns outwards over the floor.
        sunk = np.clip(along / (0.62 + 0.30 * own), 0.0, 1.0)
        low = _HAND[1] * (1.0 - sunk**0.85) + 0.02
        fold = along**0.8 * (0.050 + 0.090 * own) * np.sin(5.2 * along + phase)
        curl = 0.030 * along * np.sin(13.0 * along + 2.3 * phase)
        wander = (own - 0.38) * 0.46 * along**1.3 + 0.30 * np.clip(along - 0.62, 0.0, 1.0) * (0.4 + own)
        paths = np.stack(
            [
                place.x + side * unit * (_HAND[0] + wander + fold + curl),
                np.maximum(place.y + unit * (low + 0.6 * curl), 0.03),
                place.z - 0.05 + 0.35 * unit * (pace - 0.6) * along,
            ],
            -1,
        )
        swell = 0.25 + np.sin(np.pi * np.clip(along * 0.9, 0, 1)) ** 1.1
        wide = unit * (0.012 + (0.030 + 0.060 * own) * swell)
        fade = (1.0 - 0.85 * along**3) * (0.35 + 0.55 * own) * here
        forms.append(
            Ribbons(
                paths.astype(np.float32), wide.astype(np.float32), rgb(body), profile="ink",
                opacity=fade.astype(np.float32), grown=np.float32(1.1 * grown), depth=place.z - 0.06,
            )
        )  # fmt: skip
        # A dim sheen along a few folds, so that the dark is seen in the dark.
        before = np.array([0.0, 0.01 * unit, -0.02])
        shine = np.sin(np.pi * along) * (0.3 + 0.7 * np.sin(6.0 * along + 0.5 * phase[:_SHINING]) ** 2)
        forms.append(
            Ribbons(
                (paths[:_SHINING] + before).astype(np.float32), np.float32(0.0050 * unit),
                rgb(violet * np.float32(0.13 * here)),
                opacity=shine.astype(np.float32), grown=np.float32(1.1 * grown), depth=place.z - 0.08,
            )
        )  # fmt: skip
    return tuple(forms)


def _drips(moment: Moment, stream: Array, size: float, body: Array, strength: float) -> Ribbons:
    """Threads of ink that sink from a stream towards the ground, each swaying a little."""
    drips, points = 9, 18
    along = np.linspace(0, 1, points)
    root = stream[10, 4 + 3 * np.arange(drips) + (np.arange(drips) % 2)]
    fall = (0.25 + 0.75 * uniform(moment.seed, _DRIP_LENGTH, drips)) * (0.30 + 0.35 * strength)
    beat = 0.75 + 0.25 * np.sin(0.23 * moment.t + 5 * uniform(moment.seed, _DRIP_PHASE, drips))
    x = root[:, :1] + size * 0.03 * along * np.sin(3.0 * along + 0.3 * moment.t + np.arange(drips)[:, None])
    y = np.maximum(root[:, 1:2] - size * (fall * beat)[:, None] * along, 0.02)
    z = root[:, 2:3] - 0.02 + 0.0 * along
    width = size * 0.012 * (1.0 - 0.75 * along + 0.9 * np.exp(-(((along - 0.96) / 0.05) ** 2)))[None]
    return Ribbons(
        np.stack([x, y, z], -1).astype(np.float32),
        width.astype(np.float32),
        rgb(body),
        profile="ink",
        opacity=np.float32(strength),
        depth=float(root[0, 2]) - 0.02,
    )


def _pool(c: Canvas) -> Painting:
    r = np.hypot(c.x, c.y)
    ring = np.stack([c.x / np.maximum(r, 1e-3), c.y / np.maximum(r, 1e-3)])
    edge = (
        0.72
        + 0.22 * (fbm(ring[0] * 1.7 + 3, ring[1] * 1.7, seed=4) - 0.5) * 2
        + 0.05 * (fbm(c.x * 6, c.y * 6, seed=9) - 0.5)
    )
    a = smooth((edge - r) / 0.16, 0.0, 1.0)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = 1.0
    out[..., 3] = a
    out[..., 6] = 0.2
    out[..., 7] = 0.30 * np.exp(-(((edge - r - 0.04) / 0.03) ** 2)) * np.clip(c.y + 0.5, 0, 1)
    return out


_POOL = painted_prop("ink/pool", (-1.0, -1.0, 1.0, 1.0), _pool, rows=200)
