"""A great calm dragon gliding before the dusk on wide slow wings, its edges drawn in lamplight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import approach, gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites, f32
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob, join, oval, tube
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_START = 61
"""Random lane of when in its flight one meets it."""
_MOTE_PANEL, _MOTE_ALONG, _MOTE_ACROSS, _MOTE_PHASE, _MOTE_SHINE, _MOTE_SIZE = 71, 72, 73, 74, 75, 76
"""Random lanes of the motes on the wing: which panel, how far out, how far across, when each shines, how brightly
and its size.
"""
_SPARK_LAG, _SPARK_BORN, _SPARK_OFF, _SPARK_BRIGHT, _SPARK_GLINT = 62, 63, 64, 67, 68
"""Random lanes of the sparks left behind: where along the body, when born, how far off (three lanes), how bright,
which are glints.
"""


def _dragon_head(c: Canvas, u: float) -> Painting:
    """A kindly dragon in profile, looking right: long snout, whiskers, antler horns, a mane like flames."""
    sway = float(np.sin(2 * np.pi * u))
    mane = []
    for k, (angle, long) in enumerate(
        ((2.2, 0.34), (2.55, 0.42), (2.9, 0.46), (3.25, 0.46), (3.6, 0.40), (3.95, 0.32))
    ):
        leaning = angle + 0.06 * sway * (1 if k % 2 else -1)
        root = (-0.06 + 0.08 * np.cos(leaning), 0.02 + 0.12 * np.sin(leaning))
        tip = (root[0] + long * np.cos(leaning), root[1] + long * np.sin(leaning))
        mid = (root[0] + 0.55 * long * np.cos(leaning - 0.22), root[1] + 0.55 * long * np.sin(leaning - 0.22))
        mane.append(blob(c, taper(spline([root, mid, tip], 7, closed=False), (0.070, 0.062, 0.036, 0.004)), 0.1))
    skull = spline([(-0.16, 0.10), (-0.04, 0.175), (0.08, 0.165), (0.16, 0.115), (0.30, 0.095), (0.40, 0.125),
                    (0.475, 0.105), (0.50, 0.045), (0.46, 0.0), (0.30, -0.020), (0.14, -0.040), (0.02, -0.12),
                    (-0.12, -0.15), (-0.22, -0.05)], 6)  # fmt: skip
    jaw = spline([(0.10, -0.055), (0.28, -0.050), (0.43, -0.055), (0.45, -0.085), (0.34, -0.115), (0.14, -0.135),
                  (0.0, -0.14), (0.0, -0.08)], 5)  # fmt: skip
    horn = tube(c, [(-0.03, 0.15, 0.028), (-0.12, 0.30, 0.022), (-0.26, 0.40, 0.015), (-0.40, 0.43, 0.004)])
    tine = tube(c, [(-0.13, 0.31, 0.016), (-0.12, 0.40, 0.011), (-0.17, 0.47, 0.004)])
    whiskers = [
        tube(c, [(0.45, 0.05, 0.010), (0.54, -0.06 + 0.03 * sway, 0.008), (0.46, -0.22 + 0.04 * sway, 0.006),
                 (0.54, -0.36 - 0.03 * sway, 0.003)]),
        tube(c, [(0.40, 0.01, 0.008), (0.42, -0.12 - 0.02 * sway, 0.007), (0.30, -0.26 + 0.03 * sway, 0.005),
                 (0.33, -0.38, 0.003)]),
    ]  # fmt: skip
    ear = blob(c, spline([(-0.10, 0.12), (-0.20, 0.20), (-0.33, 0.21), (-0.33, 0.21), (-0.24, 0.11), (-0.14, 0.06)], 5))
    scales = np.asarray(0.006 * np.sin(c.x * 80) * np.sin(c.y * 80 + c.x * 30), np.float32)
    beard = blob(c, taper(spline([(0.10, -0.12), (0.08, -0.24), (0.02 * sway, -0.36)], 7, closed=False),
                          (0.045, 0.036, 0.004)), 0.1)  # fmt: skip
    return lit_edge(
        c,
        [
            *[
                Layer(
                    lock,
                    (0.9, 0.7, 0.5),
                    glow=np.asarray(0.18 * np.exp(np.minimum(lock, 0) / 0.02), np.float32),
                    round=0.02,
                )
                for lock in mane
            ],
            Layer(beard, (0.9, 0.7, 0.5), glow=0.10, round=0.02),
            Layer(blob(c, jaw), (0.8, 0.8, 0.8), round=0.03),
            Layer(blob(c, skull), glow=0.05, round=0.06, relief=scales),
            Layer(join(horn, tine, soft=0.01), (1.0, 0.85, 0.6), glow=0.22, round=0.02),
            Layer(ear, round=0.02),
            *[Layer(lock, (1.0, 0.85, 0.6), glow=0.55) for lock in whiskers],
            Layer(oval(c, (0.105, 0.095), 0.034, 0.020, 0.25), (0.8, 0.5, 0.1), glow=0.9),
            Layer(oval(c, (0.112, 0.094), 0.008, 0.018, 0.1), (0.02, 0.02, 0.02)),
            Layer(oval(c, (0.445, 0.078), 0.014, 0.010, 0.4), (0.1, 0.1, 0.1), glow=0.25),
        ],
        0.02,
    )


_DRAGON_HEAD_CYCLE = PaintedCycle("tiny/dragon-head", (-0.66, -0.46, 0.62, 0.54), 208, _dragon_head)
_Points = NDArray[np.float64]
_LONG = 3.0
"""From nose to tip of the tail."""
_BEAT = 9.0
"""Seconds from one beat of the wings to the next."""
_NECK = 0.30
"""Where along its length the shoulders are."""
_FINGERS: _Points = np.array([[1.00, -0.10], [0.90, -0.40], [0.69, -0.60], [0.44, -0.66]])
"""Tips of the fingers, first to last: outwards and ahead."""
_ELBOW, _WRIST = np.array([0.20, 0.10]), np.array([0.46, 0.20])
"""Where the wing bends: outwards and ahead."""
_HIP = np.array([0.03, -0.62])
"""Where the skin of the wing meets the body: outwards and ahead."""
_SCALLOP = 0.17
"""How deep the skin hangs in between two fingers."""


@dataclass(frozen=True)
class _Flight:
    """How it flies at one moment."""

    t: float
    own: float
    """Radians: what sets two dragons apart."""

    def spine(self, s: _Points) -> _Points:
        """Points along its body, (n, 3): s is 0 at the nose, 1 at the tip of the tail; waves run down it."""
        back = np.clip(s - _NECK, 0.0, None) / (1.0 - _NECK)
        ahead = np.clip(_NECK - s, 0.0, None) / _NECK
        wave = 2.1 * np.pi * back - 0.42 * self.t + self.own
        x = _LONG * (_NECK - s) + 0.10 * ahead**2
        y = 0.36 * back**1.3 * np.sin(wave) - 0.04 * back + 0.20 * ahead * (1.6 - ahead)
        y = y + 0.05 * ahead * np.sin(0.31 * self.t + self.own) + self.heave()
        z = 0.30 * back**1.2 * np.sin(0.8 * wave + 1.2) - 0.16 * ahead
        return np.stack([x, y, z], -1)

    def heave(self) -> float:
        """How far a beat lifts its body."""
        return 0.045 * float(np.sin(2 * np.pi * self.t / _BEAT + self.own + 2.4))

    @cached_property
    def shoulder(self) -> _Points:
        """Where its wings begin, (3,)."""
        return np.asarray(self.spine(np.array([_NECK + 0.02]))[0])

    def wing(self, outward: _Points, forward: _Points, side: float) -> _Points:
        """Points of a spread wing, (..., 3): `side` 1 is the one beyond the body, -1 the near one.

        It bends along its length: the tips lag behind the shoulder.
        """
        turn = 2 * np.pi * self.t / _BEAT + self.own
        wide = 0.68 + 0.32 * np.sin(0.17 * self.t + 2.0 * self.own)
        root = 0.16 + 0.34 * wide * np.sin(turn)
        tip = -0.14 + 0.30 * wide * np.sin(turn - 1.1)
        angle = root + tip * outward
        lift = outward * np.sin(angle)
        reach = outward * np.cos(angle)
        sweep = 1.0 - 0.10 * np.sin(turn + 0.6) * outward
        shoulder = self.shoulder
        return np.stack(
            [
                shoulder[0] + 0.06 + forward * sweep,
                shoulder[1] + 0.05 + lift,
                shoulder[2] + side * (0.05 + reach),
            ],
            -1,
        )

    def skin(self, panel: NDArray[np.int64] | int, along: _Points, across: _Points, side: float) -> _Points:
        """Points of the skin between finger `panel` and the next (3: the last and the body), 0..1 both ways."""
        rim = np.vstack([_FINGERS, _HIP])
        one, two = rim[panel], rim[np.asarray(panel) + 1]
        last = np.asarray(panel) == len(_FINGERS) - 1
        start_one = np.broadcast_to(_WRIST, np.shape(one))
        start_two = np.where(np.asarray(last)[..., None], np.array([0.03, 0.05]), _WRIST)
        slack = 1.0 - _SCALLOP * np.sin(np.pi * across)
        v = (along * slack)[..., None]
        w = across[..., None]
        flat = (start_one + (one - start_one) * v) * (1.0 - w) + (start_two + (two - start_two) * v) * w
        return self.wing(flat[..., 0], flat[..., 1], side)

    def bones(self, side: float) -> _Points:
        """The fingers from the wrist to their tips, (4, 9, 3)."""
        v = np.linspace(0.0, 1.0, 9)[None, :, None]
        bow = 0.05 * np.sin(np.pi * v) * np.array([0.3, 1.0])
        flat = _WRIST + (_FINGERS[:, None, :] - _WRIST) * v + bow
        return self.wing(flat[..., 0], flat[..., 1], side)

    def arm(self, side: float) -> _Points:
        """Shoulder, elbow, wrist and on to the first finger's tip: the leading edge, (1, 17, 3)."""
        knots = np.array([[0.0, 0.0], _ELBOW, _WRIST, [0.74, 0.09], _FINGERS[0]])
        u = np.linspace(0.0, 1.0, 17)
        stations = np.array([0.0, 0.24, 0.48, 0.75, 1.0])
        flat = np.stack([_round(u, stations, knots[:, k]) for k in (0, 1)], -1)
        return self.wing(flat[:, 0], flat[:, 1], side)[None]

    def hem(self, side: float) -> _Points:
        """The scalloped edge behind, finger by finger to the body, (4, 9, 3)."""
        across = np.broadcast_to(np.linspace(0.0, 1.0, 9), (4, 9))
        return self.skin(np.broadcast_to(np.arange(4)[:, None], (4, 9)), np.ones((4, 9)), across, side)


def _girth(s: _Points) -> _Points:
    """Half its width along the body: a slender neck, a deep chest, a long thin tail."""
    chest = 0.075 * np.exp(-(((s - 0.37) / 0.10) ** 2))
    return np.asarray(0.046 * (1.0 - np.clip((s - 0.30) / 0.70, 0, 1)) ** 0.9 + chest + 0.004)


def _legs(flight: _Flight, t: float) -> _Points:
    """Four legs tucked up under it, near and far, trailing a little, (4, 7, 3)."""
    out = []
    for s, long, side in ((0.355, 0.24, 1.0), (0.355, 0.24, -1.0), (0.49, 0.34, 1.0), (0.49, 0.34, -1.0)):
        hip = flight.spine(np.array([s]))[0] + np.array([0.0, -0.5 * float(_girth(np.array([s]))[0]), 0.07 * side])
        swing = 0.03 * np.sin(0.42 * t + 3.0 * s + side)
        knots = np.array([[0.0, 0.0], [0.30, -0.52], [-0.30, -0.74 + swing], [-0.80, -0.78 + swing]]) * long
        u = np.linspace(0.0, 1.0, 7)
        stations = np.array([0.0, 0.38, 0.75, 1.0])
        out.append(hip + np.stack([*(_round(u, stations, knots[:, k]) for k in (0, 1)), 0.05 * side * u], -1))
    return np.stack(out)


def _crest(back: _Points, up: _Points, s: _Points, t: float) -> _Points:
    """Fins along its back, like flames that lean behind, (k, 5, 3): `back` and `up` give its outline at `s`."""
    some = slice(4, 72, 3)
    size = 0.14 * np.sin(np.pi * np.clip(s[some] * 1.05, 0, 1)) ** 0.5 * (1.05 - s[some])
    v = np.linspace(0.0, 1.0, 5)[None, :, None]
    sway = 0.12 * np.sin(0.7 * t + 9.0 * s[some])[:, None, None]
    lean = up[some][:, None, :] * (1.0 + sway) + np.array([-0.9, 0.0, 0.0]) * v
    return np.asarray(back[some][:, None, :] + lean * (size[:, None, None] * v))


def _round(u: _Points, stations: _Points, values: _Points) -> _Points:
    """A curve through values without corners."""
    return np.asarray(sum(np.interp(np.clip(u + d, 0, 1), stations, values) for d in (-0.05, 0.0, 0.05)) / 3.0)


@dataclass(frozen=True, eq=False)
class _Dust:
    """Motes that lie on a wing."""

    panel: NDArray[np.int64]
    along: _Points
    across: _Points
    shine: NDArray[np.float32]
    """0..1 each: most by the fingers and along the hem."""
    phase: NDArray[np.float32]
    """Radians of its twinkling."""
    size: NDArray[np.float32]
    """Half-spans."""


@lru_cache(maxsize=16)
def _scattered(seed: int, n: int) -> _Dust:
    """`n` motes, denser outwards and by the fingers."""
    chance, along = (
        uniform(seed, _MOTE_ACROSS, n).astype(np.float64),
        0.10 + 0.90 * np.sqrt(uniform(seed, _MOTE_ALONG, n).astype(np.float64)),
    )
    across = chance + 0.11 * np.sin(4 * np.pi * chance)
    near = np.exp(-np.minimum(across, 1 - across) * 14.0) + 0.7 * np.exp(-(1 - along) * 9.0)
    return _Dust(
        panel=np.floor(4.0 * uniform(seed, _MOTE_PANEL, n)).astype(np.int64),
        along=along,
        across=across,
        shine=((0.10 + 0.5 * near) * uniform(seed, _MOTE_SHINE, n) ** 2).astype(np.float32),
        phase=(6.2832 * uniform(seed, _MOTE_PHASE, n)).astype(np.float32),
        size=(0.012 + 0.016 * uniform(seed, _MOTE_SIZE, n)).astype(np.float32),
    )


@lru_cache(maxsize=16)
def _sparks(seed: int, n: int) -> tuple[_Points, _Points, _Points, _Points, NDArray[np.float32]]:
    """What it leaves behind: where along its body, when in its life, how far off (n, 3), how bright, which glint."""
    off = np.stack([normal(seed, _SPARK_OFF + k, n) for k in range(3)], 1).astype(np.float64)
    lag, born, bright = (uniform(seed, lane, n).astype(np.float64) for lane in (_SPARK_LAG, _SPARK_BORN, _SPARK_BRIGHT))
    return lag, born, off, bright, (uniform(seed, _SPARK_GLINT, n) > 0.95).astype(np.float32)


_YAW = 0.34
"""Radians it heads towards us."""
_DARK = 0.012
"""Share of its colour that its body keeps."""
_DUST = 900
"""Motes on each wing."""
_STRIPS = (2, 2, 2, 6)
"""Into how many strips the skin is cut between each two fingers, and between the last and the body."""
_PANEL = np.broadcast_to(np.repeat(np.arange(4), _STRIPS)[None, :, None], (3, sum(_STRIPS), 12))
_ALONG = np.broadcast_to(np.linspace(0.0, 0.97, 12), _PANEL.shape)
_STEPS = [(np.arange(n) + np.array([[0.0], [0.5], [1.0]])) / n for n in _STRIPS]
"""Edges and middle of each strip, as shares of its panel."""
_ACROSS = np.broadcast_to(np.concatenate(_STEPS, 1)[:, :, None], _PANEL.shape)
"""Points of the skin: first side, middle and second side of each strip, twelve along it."""


@dataclass(frozen=True)
class _Aloft:
    """Where it flies: its own frame laid into the world."""

    deep: float
    """Metres from the eye."""
    unit: float
    """Metres of a half-span."""
    x: float
    y: float
    look: float
    """1 flies to the right, -1 to the left."""
    roll: float
    """Radians it leans into its turn, its near wing up: so that both wings are seen."""
    eye: Array
    """Where the eye is: (3,)."""
    here: float
    """How much of it is there, 0..1."""

    def world(self, points: np.ndarray) -> Array:
        """Points of its own frame in the world; it heads a little towards us."""
        p = np.asarray(points, np.float64)
        cy, sy, cr, sr = np.cos(_YAW), np.sin(_YAW), np.cos(self.roll), np.sin(self.roll)
        up, away = p[..., 1] * cr + p[..., 2] * sr, p[..., 2] * cr - p[..., 1] * sr
        ahead, away = p[..., 0] * cy + away * sy, away * cy - p[..., 0] * sy
        u = self.unit
        place = [self.x + self.look * u * ahead, self.y + u * up, np.maximum(self.deep + u * away, 1.5)]
        return np.stack(place, -1).astype(np.float32)

    def lines(self, points: np.ndarray, width: np.ndarray | float, colour: Array, share: np.ndarray | float,
              depth: float) -> Ribbons:  # fmt: skip
        """Strands of light, `width` half-spans to each side; `depth` metres behind its middle."""
        shape = points.shape[:-1]
        return Ribbons(
            self.world(points), np.broadcast_to(f32(width) * np.float32(self.unit), shape), rgb(colour),
            opacity=np.broadcast_to(f32(share) * np.float32(self.here), shape), depth=self.deep + depth,
        )  # fmt: skip

    def limbs(self, points: np.ndarray, width: np.ndarray, colour: Array, glow: float, depth: float) -> Ribbons:
        """Strands of body in the dark of its colour, a share of it glowing within."""
        shape = points.shape[:-1]
        return Ribbons(
            self.world(points), np.broadcast_to(f32(width) * np.float32(self.unit), shape),
            rgb(colour * np.float32(_DARK)), "body", opacity=np.full(shape, self.here, np.float32),
            glow=rgb(colour * np.float32(glow * self.here)), depth=self.deep + depth,
        )  # fmt: skip


@element("air", 3.6, handles=("rise", "swirl"))
def dragon(moment: Moment) -> tuple[Form, ...]:
    """A great calm dragon gliding before the dusk on wide slow wings, its edges drawn in lamplight."""
    base = f32(moment.tint or (1.0, 0.44, 0.13))
    colour = base * np.float32(1.0 - 0.3 * moment.calm)
    flight = _Flight(moment.t * (1.0 - 0.25 * moment.calm), 6.28 * uniform_one(moment.seed, _START))
    air = _aloft(moment)
    nose, neck = air.world(flight.spine(np.array([0.022, 0.085])))
    ahead = nose - neck
    face = Sprites(
        _DRAGON_HEAD_CYCLE.shape, nose[None], np.float32(0.38 * air.unit * _DRAGON_HEAD_CYCLE.height),
        tint=rgb(base * np.float32(_DARK)), glow=rgb(colour * np.float32(0.80)), width=air.look,
        turn=float(np.arctan2(ahead[1], air.look * ahead[0] + 1e-6)) * air.look,
        frame=(0.10 * moment.t * FRAMES) % FRAMES, depth=air.deep - 0.3,
    )  # fmt: skip
    chest = air.world(flight.spine(np.array([0.26])))[0]
    lamp = Light(
        (float(chest[0]), float(chest[1]), float(chest[2])), rgb(base * np.float32(0.16 * air.here)), air.unit, 1.2
    )
    return (
        *_wing(moment, air, flight, colour, 1.0),
        *_trunk(moment, air, flight, colour),
        *_wing(moment, air, flight, colour, -1.0),
        *gathered(moment, face, count=500, colour=rgb(base)),
        lamp,
    )


def _aloft(moment: Moment) -> _Aloft:
    """Well beyond what stands before the eye, and large enough to fill two fifths of the picture's width."""
    camera = moment.stage.camera
    near = max(moment.place.z, 2.0)
    deep = 2.8 * near
    edge = max(moment.aspect - 0.95, 0.2)
    aside = edge * float(np.tanh(0.8 * moment.place.x * camera.focal / near / edge))
    look = -1.0 if moment.place.x > 0 else 1.0
    low = float(np.tanh((moment.place.y - camera.eye) * camera.focal / near))
    up = 0.39 + 0.18 * low + 0.03 * float(np.sin(0.11 * moment.t)) + 0.30 * moment.event("rise")
    circling = moment.event("swirl")
    aside += 0.16 * circling * float(np.sin(0.24 * moment.t))
    up += 0.06 * circling * float(np.cos(0.24 * moment.t))
    return _Aloft(
        deep=deep,
        unit=moment.size(min(0.58, 0.33 * moment.aspect)) * deep / camera.focal,
        x=(aside + 0.14 * look * float(np.sin(0.043 * moment.t - 0.9))) * deep / camera.focal,
        y=camera.eye + up * (1.0 - camera.horizon) * deep / camera.focal,
        look=look,
        roll=-0.46 + 0.06 * float(np.sin(0.09 * moment.t + 1.0)),
        eye=f32([camera.x, camera.eye, 0.0]),
        here=float(smooth(moment.presence, 0.15, 1.0)),
    )


def _wing(moment: Moment, air: _Aloft, flight: _Flight, colour: Array, side: float) -> tuple[Form, ...]:
    """One wing: dark skin, fingers and hem of light, and motes that gather on it."""
    z, v = 0.4 * side, np.linspace(0.0, 1.0, 9)
    motes = _scattered(moment.seed + int(side), _DUST)
    dust = air.world(flight.skin(motes.panel, motes.along, motes.across, side))
    if moment.presence < 1.0:
        dust = dust + approach(moment.presence, moment.seed + 7 + int(side), _DUST) * np.float32(2.2 * air.unit)
    shine = motes.shine * (0.91 + 0.39 * np.sin(np.float32(0.6 * moment.t) + motes.phase))
    shine = shine * np.float32(smooth(moment.presence, 0.0, 0.6))
    return (
        _skin(air, flight, colour, side, z),
        air.lines(
            np.concatenate([flight.hem(side), flight.bones(side)]),
            np.repeat(np.stack([np.full(9, 0.008), 0.014 * (1.15 - v)]), 4, 0), colour,
            np.repeat(np.stack([np.full(9, 0.42), 0.42 - 0.22 * v]), 4, 0), z - 0.02,
        ),
        air.lines(flight.arm(side), 0.018 * (1.1 - 0.6 * np.linspace(0, 1, 17)), colour, 0.70, z - 0.03),
        Dots(
            dust, motes.size * np.float32(air.unit), f32(colour[None] * shine[:, None]), depth=air.deep + z - 0.04,
        ),
    )  # fmt: skip


def _skin(air: _Aloft, flight: _Flight, colour: Array, side: float, depth: float) -> Ribbons:
    """The skin of one wing in dark strips, faintly lit through from behind."""
    points = flight.skin(_PANEL, _ALONG, _ACROSS, side)
    first, between, last = air.world(points) - air.eye
    # Half the gap as it is seen: in the picture's plane, where a ribbon is widened.
    way = np.gradient(between[..., :2] / between[..., 2:], axis=1)
    across = np.stack([-way[..., 1], way[..., 0]], -1) / (np.hypot(way[..., 0], way[..., 1])[..., None] + 1e-9)
    gap = last[..., :2] / last[..., 2:] - first[..., :2] / first[..., 2:]
    half = 0.5 * np.abs(np.sum(gap * across, -1)) * between[..., 2] / air.unit
    return air.limbs(points[1], 1.15 * half + 0.003, colour, 0.020, depth)


def _trunk(moment: Moment, air: _Aloft, flight: _Flight, colour: Array) -> tuple[Form, ...]:
    """Body, legs and crest, and what glimmers behind it and sinks."""
    s, u = np.linspace(0.055, 1.0, 80), np.linspace(0.0, 1.0, 7)
    line, half = flight.spine(s), _girth(s)
    way = np.gradient(line, axis=0)
    across = np.stack([-way[:, 1], way[:, 0], np.zeros_like(s)], 1) / (np.hypot(way[:, 0], way[:, 1])[:, None] + 1e-9)
    # A ribbon's first side is the left of its way, which here is below.
    back, belly = line - across * half[:, None], line + across * half[:, None]
    feet = _legs(flight, moment.t)
    lag, born, off, bright, glint = _sparks(moment.seed, 320)
    age = np.mod(0.07 * moment.t + born, 1.0)[:, None]
    trail = flight.spine(0.15 + 0.85 * lag) + off * (0.06 + 0.22 * age) - age * np.array([0.5, 0.55, 0.0])
    shine = 0.7 * air.here * np.sin(np.pi * age) ** 2 * bright[:, None]
    return (
        air.limbs(feet, 0.042 * (1.15 - u), colour, 0.0, 0.05),
        air.lines(feet[1::2] - np.array([0.0, 0.03, 0.0]) * (1.15 - u)[:, None], 0.011, colour, 0.5 - 0.3 * u, 0.04),
        replace(air.limbs(line[None], half[None], colour, 0.012, 0.0), grown=min(1.0, 0.15 + 0.85 * air.here)),
        air.lines(_crest(back, -across, s, moment.t), 0.016 * (1.1 - np.linspace(0, 1, 5)), colour, 0.26, -0.04),
        air.lines(
            np.stack([back, belly]), 0.013 * (1.0 - 0.6 * s), colour,
            np.stack([0.80 - 0.3 * s, 0.45 - 0.25 * s]), -0.05,
        ),
        Dots(
            air.world(trail), np.float32(0.020 * air.unit), f32(colour[None] * shine),
            glint=glint, depth=air.deep - 0.1,
        ),
    )  # fmt: skip
