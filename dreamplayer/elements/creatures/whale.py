"""A great whale: at sea it comes up slowly, breathes out a little mist and rests; elsewhere it swims in the sky."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Shape, Sprites, f32
from dreamplayer.elements.creatures._shared.flock import beats
from dreamplayer.elements.creatures._shared.modelled_whale import LONG, RISE, SWIM, surfacing, swimming
from dreamplayer.elements.creatures._shared.painted_cycle import cycle, lit_edge
from dreamplayer.elements.creatures._shared.swimmers import swum
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import Points, moved, spline, taper
from dreamplayer.kit.sdf import Canvas, blob, canvas, disc, oval
from dreamplayer.kit.shapes import Layer, Painting, frames
from dreamplayer.model.moment import Moment

_START = 61
"""Random lane of where in its rise, or in its beat, each whale is."""
_SPRAY_BORN, _SPRAY_FAR, _SPRAY_LEAN, _SPRAY_DEEP, _SPRAY_FINE, _SPRAY_BRIGHT, _SPRAY_JET = 41, 42, 43, 44, 45, 46, 47
_SPRAY_DRAWN = 48
"""Random lanes of the breath: when a drop leaves, how far it gets, in which jet, how far off its middle (across,
deep, the air's pull), which are fine, how bright.
"""
_SWELL_PHASE, _SWELL_RIGHT, _SWELL_DEEP, _SWELL_BRIGHT = 52, 53, 54, 55
"""Random lanes of the glints on the swell: when each shines, where (right, deep), how brightly."""
_WAKE_PHASE, _WAKE_TRAIL, _WAKE_UP, _WAKE_DEEP, _WAKE_BRIGHT, _WAKE_SIZE = 62, 63, 64, 65, 66, 67
"""Random lanes of the dust in its wake: when each sways, how far behind it is, where (up, deep), how bright and how
large.
"""
_FRECKLE_ALONG, _FRECKLE_DOWN, _FRECKLE_PHASE, _FRECKLE_BRIGHT, _FRECKLE_SIZE = 71, 72, 73, 74, 75
"""Random lanes of the freckles: where on the flank (along, down), when each shines, how brightly, its size."""

_SWIM = 24
"""Frames of its swimming: a cycle."""
_RISE = 20
"""Frames of its coming up, from the back alone to the head in the air: not a cycle."""
_FREE = (-0.76, -0.44, 0.58, 0.36)
"""Frame of the swimming whale: left, bottom, right, top in its lengths."""
_AFLOAT = (-0.74, -0.05, 0.66, 0.48)
"""Frame of the whale that comes up: left, bottom, right, top in its lengths, the water at 0."""
_BREATH = (0.20, 0.118)
"""Where it breathes out, in its lengths before and above its middle."""
_Pose = tuple[float, float]
"""Radians its head is raised, and lengths its middle lies above the surface."""


def _pose(u: float) -> _Pose:
    """How it lies in the water: 0 its back alone is seen .. 1 head and breast are in the air."""
    return 0.05 + 0.27 * u, -0.055 + 0.105 * u


def _breath(u: float) -> tuple[float, float]:
    """Where its breath rises, in lengths from the middle of its frame and above the water."""
    turn, lift = _pose(u)
    x, y = moved(np.array([_BREATH]), (0.0, lift), turn)[0]
    return float(x) - (_AFLOAT[0] + _AFLOAT[2]) / 2, float(y)


def _layers(c: Canvas, u: float, afloat: _Pose | None = None) -> list[Layer]:
    turn, lift = afloat or (0.0, 0.0)

    def at(points: Points, bent: float = 0.0) -> Points:
        curved = swum(points, u, bent) if bent else np.array(points)
        return moved(curved, (0.0, lift), turn)

    body = spline([(0.500, -0.030), (0.470, 0.020), (0.38, 0.065), (0.22, 0.105), (0.04, 0.118), (-0.10, 0.102),
                   (-0.165, 0.118), (-0.200, 0.125), (-0.205, 0.095), (-0.32, 0.060), (-0.44, 0.022), (-0.47, 0.0),
                   (-0.44, -0.018), (-0.30, -0.010), (-0.12, -0.060), (0.06, -0.125), (0.22, -0.150), (0.36, -0.135),
                   (0.46, -0.090)], 6)  # fmt: skip
    up = 0.5 + 0.5 * np.sin(2 * np.pi * u - 2.4)
    fluke = spline([(-0.43, 0.012), (-0.50, 0.045 + 0.03 * up), (-0.585, 0.115 + 0.03 * up),
                    (-0.625, 0.105 + 0.03 * up), (-0.585, 0.035), (-0.555, 0.000), (-0.59, -0.035 - 0.02 * up),
                    (-0.615, -0.075 - 0.03 * up), (-0.575, -0.080 - 0.03 * up), (-0.49, -0.035),
                    (-0.43, -0.010)], 5)  # fmt: skip
    flap = 0.05 * np.sin(2 * np.pi * u + 0.6)
    flipper = spline([(0.235, -0.085), (0.15, -0.10), (0.06, -0.18 - flap), (0.005, -0.285 - flap * 1.6),
                      (0.035, -0.29 - flap * 1.6), (0.12, -0.22 - flap), (0.20, -0.15)], 5)  # fmt: skip
    # Its own frame again, for what is drawn on its skin.
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = c.x * cos + (c.y - lift) * sin, (c.y - lift) * cos - c.x * sin
    pleats = np.sin((y + 0.25 * (x - 0.2) ** 2) * 210) * np.clip((-0.02 - y) / 0.05, 0, 1)
    pleats = pleats * np.clip((x - 0.02) / 0.1, 0, 1)
    lips = spline([(0.49, -0.045), (0.38, -0.040), (0.27, -0.062), (0.22, -0.050)], 6, closed=False)
    mouth = blob(c, at(taper(lips, (0.002, 0.004, 0.003))), 0.03)
    pale = np.clip((-0.03 - y) / 0.06, 0, 1)[..., None] * 0.9
    eye = at(np.array([[0.245, -0.020]]))[0]
    trunk = blob(c, at(body, 0.11))
    # Light that lies along the wet back and fades down the flank; folds of the throat catch a little of it.
    sheen = 0.17 * np.exp(-(((y - 0.075 + 0.5 * (x - 0.08) ** 2) / 0.024) ** 2)) * np.exp(-(((x - 0.08) / 0.30) ** 2))
    glow = np.asarray(sheen + 0.10 * np.clip(pleats, 0, 1), np.float32)
    return [
        Layer(blob(c, at(fluke, 0.11)), round=0.02),
        Layer(
            trunk, np.asarray(1.0 + pale, np.float32) * np.ones(3, np.float32), glow=glow, round=0.06,
            relief=np.asarray(0.004 * pleats, np.float32),
        ),
        Layer(blob(c, at(flipper)), round=0.02),
        Layer(mouth, (0.3, 0.3, 0.3), glow=0.12),
        Layer(oval(c, (float(eye[0]), float(eye[1]) + 0.004), 0.018, 0.012, turn), (0.8, 0.8, 0.8), round=0.02),
        Layer(disc(c, (float(eye[0]), float(eye[1])), 0.009), (0.2, 0.2, 0.2), glow=0.5),
    ]  # fmt: skip


def _swimming(c: Canvas, u: float) -> Painting:
    return lit_edge(c, _layers(c, u), 0.016)


def _tail(c: Canvas, u: float) -> Layer:
    """Its fluke above the water behind it, seen from the back: lower the higher its head is."""
    x, y = -0.545, -0.015 - 0.055 * u
    half = [(0.016, -0.04), (0.018, 0.05), (0.034, 0.085), (0.075, 0.115), (0.128, 0.165), (0.132, 0.178),
            (0.085, 0.168), (0.040, 0.150), (0.010, 0.138)]  # fmt: skip
    left = [(-a, b + 0.012) for a, b in reversed(half)]
    outline = spline([(x + a, y + b) for a, b in [*half, (0.0, 0.128), *left]], 5)
    return Layer(blob(c, outline), round=0.03)


def _rising(c: Canvas, k: int) -> Painting:
    """Cut off where the water stands, in a line that rocks a little."""
    u = k / (_RISE - 1)
    out = lit_edge(c, [_tail(c, u), *_layers(c, 0.15, _pose(u))], 0.016)
    wave = 0.004 * np.sin(c.x * 34 + 2.2 * u) + 0.003 * np.sin(c.x * 71 - 3.0 * u)
    dry = smooth(c.y - wave, -0.004, 0.022)
    out[..., 3] *= dry
    out[..., 7] *= dry
    return out


@cache
def _swimming_shape() -> Shape:
    """`_SWIM` frames, looking right, anchored at its middle; a frame is `_swim_height()` lengths high."""
    return cycle("whale/swimming", _FREE, 160, _swimming, _SWIM)


@cache
def _rising_shape() -> Shape:
    """`_RISE` frames, looking right, standing on the water; a frame is `_rise_height()` lengths high."""

    def painted() -> Array:
        c = canvas(*_AFLOAT, 176)
        return frames([_rising(c, k) for k in range(_RISE)])

    return on(canvas(*_AFLOAT, 8), "whale/rising", painted)


def _swim_height() -> float:
    """Height of a frame of its swimming, in its lengths."""
    return _FREE[3] - _FREE[1]


def _rise_height() -> float:
    """Height of a frame of its coming up, in its lengths."""
    return _AFLOAT[3] - _AFLOAT[1]


_LONG = 16.0
"""Metres of a great one."""
_WIDE = 1.25
"""How long it is seen, in half heights of the picture: a third of its width."""
_SHARES = (1.0, 0.42, 0.62)
"""How large each is that comes with it."""
_ROUND = 32.0
"""Seconds from one breath to the next."""
_SEA = ("water", "sand", "snow")
"""Grounds before which there is open water."""


@element("far", _LONG, handles=("rise", "swirl"))
def whale(moment: Moment) -> tuple[Form, ...]:
    """A great whale: at sea it comes up slowly, breathes out a little mist and rests; elsewhere it swims in the sky."""
    if moment.surface is not None:
        return _in_place(moment)
    return _surfacing(moment) if (moment.home or moment.stage.ground) in _SEA else _soaring(moment)


def _in_place(moment: Moment) -> tuple[Form, ...]:
    """At an anchor of a place: it comes up where open water is, under water and in the air it swims."""
    p, long = moment.place, moment.size(_LONG)
    look, n = facing(moment), int(min(max(moment.count, 1), 3))
    at_sea = moment.surface == "sea" and moment.stage.ground == "water"
    out = list[Form]()
    for k in range(n):
        size, own = long * _SHARES[k], 0.9 * k + float(uniform(moment.seed, _START + k, 1)[0])
        x = p.x - look * long * (0.62 * k - 0.05 * float(np.sin(0.05 * moment.t + k)))
        if at_sea:
            age = moment.t + 6.0 + 2.0 * own
            u = 0.5 - 0.5 * float(np.cos(2 * np.pi * age / _ROUND))
            u = float(smooth(max(u, moment.event("rise")), 0.0, 1.0))
            cast, frame = surfacing(_pose), u * (RISE - 1.001)
            where = np.array([[x, p.y, p.z + 0.10 * long * k]], np.float32)
        else:
            cast, frame = swimming(), float(np.mod(0.085 * moment.t + own, 1.0)) * SWIM
            y = p.y + long * (0.12 - 0.14 * k * (-1) ** k + 0.015 * float(np.sin(0.17 * moment.t + k)))
            where = np.array([[x, y, p.z + 0.05 * long * k]], np.float32)
        body = Sprites(
            cast.shape, where, np.float32(cast.metres * size / LONG), width=look, frame=frame,
            turn=look * 0.012 * float(np.sin(0.3 * moment.t + own)),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900)
        if at_sea:
            shine = _light(moment)
            out.append(_spray(moment, where[0], size, look, age, shine))
            out += _wash(moment.replace(seed=moment.seed + 31 * k), where[0], size, shine)
    return tuple(out)


def _light(moment: Moment) -> Array:
    """What lies on its back: the evening's warmth and the cool of the sky."""
    if moment.tint is not None:
        return f32(moment.tint)
    return f32(moment.palette.key) * np.float32(0.50) + f32(moment.palette.rim) * np.float32(0.55)


def _spot(moment: Moment, share: float) -> tuple[float, float, float]:
    """Where it is: metres to the side, metres from the eye (a share of its place's), and its length in metres."""
    focal = moment.stage.camera.focal
    deep = float(np.clip(share * moment.place.z, 9.0, 40.0))
    wide = min(_WIDE, 0.7 * moment.aspect)
    edge = max(moment.aspect - 0.55 * wide, 0.1)
    aside = edge * float(np.tanh(moment.place.x * focal / max(moment.place.z, 1.0) / edge))
    aside += 0.16 * moment.event("swirl") * float(np.sin(0.14 * moment.t))
    return aside * deep / focal, deep, moment.size(wide) * deep / focal


def _surfacing(moment: Moment) -> tuple[Form, ...]:
    x, deep, long = _spot(moment, 0.30)
    long *= 1.15
    look = facing(moment)
    n = int(min(max(moment.count, 1), 3))
    calm = 1.0 - 0.3 * moment.calm
    shine, out = _light(moment), list[Form]()
    for k in range(n):
        size = long * _SHARES[k]
        own = 0.9 * k + float(uniform(moment.seed, _START + k, 1)[0])
        age = moment.t + 6.0 + 2.0 * own
        u = 0.5 - 0.5 * float(np.cos(2 * np.pi * age / _ROUND))
        u = float(smooth(max(u, moment.event("rise")), 0.0, 1.0))
        here = np.array([[x - look * 0.62 * long * k + look * 0.05 * long * np.sin(0.05 * moment.t + k), 0.0,
                          deep + 0.10 * long * k]], np.float32)  # fmt: skip
        body = Sprites(
            _rising_shape(), here, np.float32(size * _rise_height()), tint=(0.009, 0.010, 0.017),
            glow=rgb(shine * np.float32(0.62 * calm)), width=look, frame=u * (_RISE - 1.001),
            turn=look * 0.010 * float(np.sin(0.4 * moment.t + own)),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900, colour=rgb(shine))
        out.append(_spray(moment, here[0], size, look, age, shine))
        out += _wash(moment.replace(seed=moment.seed + 31 * k), here[0], size, shine)
    return tuple(out)


def _spray(moment: Moment, where: Array, size: float, look: float, age: float, shine: Array) -> Dots:
    """Its breath: a soft plume that rises, opens and hangs in the air for a while."""
    n = 300
    since = np.mod(age - 0.34 * _ROUND, _ROUND) - 2.0 * uniform(moment.seed, _SPRAY_BORN, n)
    since = np.clip(since, 0.0, None).astype(np.float64)
    dx, dy = _breath(0.62)
    far = (0.25 + 0.75 * uniform(moment.seed, _SPRAY_FAR, n)) * (1.0 - np.exp(-since / 1.6))
    # Two soft jets that lean apart and are drawn out by the air.
    lean = np.where(uniform(moment.seed, _SPRAY_JET, n) < 0.6, 0.028, -0.030) + 0.022 * normal(
        moment.seed, _SPRAY_LEAN, n
    )
    place = np.stack(
        [
            where[0]
            + look * size * (dx + lean * far * 1.5 - 0.010 * since)
            + 0.010 * size * normal(moment.seed, _SPRAY_DRAWN, n) * far,
            size * (dy + 0.27 * far - 0.0028 * since**1.5),
            where[2] - 0.02 + 0.03 * size * normal(moment.seed, _SPRAY_DEEP, n),
        ],
        1,
    )
    show = smooth(since, 0.0, 1.2) * (1.0 - smooth(since, 1.8, 8.0)) * smooth(moment.presence, 0.5, 1.0)
    # Nearly grey: a tone in so little light would be all that is left of it.
    colour = 0.30 * shine + np.float32(0.30 * float(np.mean(shine)) + 0.18)
    fine = uniform(moment.seed, _SPRAY_FINE, n) > 0.7
    bright = np.where(fine, 0.26, 0.052) * show * (0.4 + 0.6 * uniform(moment.seed, _SPRAY_BRIGHT, n))
    grown = np.where(fine, 0.0055, 0.016 + 0.011 * since)
    place[:, 1] = np.maximum(place[:, 1], 0.02)
    return Dots(f32(place), f32(size * grown), f32(colour[None] * bright[:, None]))


def _wash(moment: Moment, where: Array, size: float, shine: Array) -> tuple[Form, ...]:
    """Where the water meets it: threads of light that rock along its side, and glints on the swell around."""
    here = float(smooth(moment.presence, 0.3, 1.0)) * (1.0 - 0.3 * moment.calm)
    threads, points = 7, 40
    along = np.linspace(-1.0, 1.0, points)[None]
    lane = np.arange(threads)[:, None]
    reach = 0.42 + 0.10 * lane
    shift = 0.05 * np.sin(0.13 * moment.t + 1.7 * lane)
    strands = np.stack(
        [
            where[0] + size * (reach * along + shift),
            np.full((threads, points), 0.02),
            where[2] - 0.02 * size * (1 + 2.2 * lane) - 0.012 * size * np.sin(9 * along + 0.5 * moment.t + 2.1 * lane),
        ],
        -1,
    )
    fade = (1 - along**2) ** 2 * (0.30 - 0.032 * lane) * (0.6 + 0.4 * np.sin(5.0 * along + 0.3 * moment.t + 1.3 * lane))
    n = 160
    own = 6.2832 * uniform(moment.seed, _SWELL_PHASE, n)
    spread = normal(moment.seed, _SWELL_RIGHT, n)
    glint = np.stack(
        [
            where[0] + 0.42 * size * spread,
            np.full(n, 0.03),
            where[2] - size * (0.03 + 0.28 * uniform(moment.seed, _SWELL_DEEP, n)),
        ],
        1,
    )
    bright = 0.5 * here * uniform(moment.seed, _SWELL_BRIGHT, n) ** 2 * (0.5 + 0.5 * np.sin(0.55 * moment.t + own)) ** 2
    return (
        Ribbons(f32(strands), np.float32(0.0045 * size), rgb(shine), opacity=f32(here * fade), reflect=False),
        Dots(f32(glint), np.float32(0.006 * size), f32(shine[None] * bright[:, None]), reflect=False),
    )


def _soaring(moment: Moment) -> tuple[Form, ...]:
    x, deep, long = _spot(moment, 0.40)
    camera = moment.stage.camera
    look = facing(moment)
    n = int(min(max(moment.count, 1), 3))
    calm = 1.0 - 0.3 * moment.calm
    high = (
        camera.eye
        + (0.44 + 0.35 * moment.event("rise")) * (1.0 - camera.horizon) * deep / camera.focal
        + moment.place.y
    )
    shine, out = _light(moment), list[Form]()
    for k in range(n):
        size = long * _SHARES[k]
        where = np.array(
            [[x - look * 0.55 * long * k + look * 0.10 * long * np.sin(0.045 * moment.t + k),
              high + long * (0.0, -0.16, 0.20)[k] + 0.03 * long * np.sin(0.17 * moment.t + k), deep + 0.05 * long * k]],
            np.float32,
        )  # fmt: skip
        made = beats(moment.t, 0.08, uniform(moment.seed + k, _START, 1), 1)
        body = Sprites(
            _swimming_shape(), where, np.float32(size * _swim_height()), tint=(0.007, 0.008, 0.015),
            glow=rgb(shine * np.float32(0.60 * calm)), width=look, frame=np.mod(made, 1.0) * np.float32(_SWIM),
            turn=look * (0.06 + 0.05 * float(np.cos(0.17 * moment.t + k))),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900, colour=rgb(shine))
        out.append(_freckles(moment, where[0], size, look, float(np.asarray(body.turn)), shine))
    m = 300
    own = 6.2832 * uniform(moment.seed, _WAKE_PHASE, m)
    trail = uniform(moment.seed, _WAKE_TRAIL, m)
    # What it stirs up lies thick about it and is left behind in a widening wake.
    dust = np.stack(
        [
            x + look * long * (0.5 - 1.5 * trail**1.3) + 0.02 * long * np.sin(0.2 * moment.t + own),
            high
            + long * (0.07 + 0.10 * trail) * normal(moment.seed, _WAKE_UP, m)
            + 0.015 * long * np.sin(0.17 * moment.t + 2 * own),
            deep + 0.10 * long * normal(moment.seed, _WAKE_DEEP, m),
        ],
        1,
    )
    bright = (
        0.45
        * moment.presence
        * calm
        * (0.5 + 0.5 * np.sin(0.5 * moment.t + own))
        * uniform(moment.seed, _WAKE_BRIGHT, m) ** 2
    )
    size_ = long * (0.004 + 0.005 * uniform(moment.seed, _WAKE_SIZE, m))
    out.append(Dots(f32(dust), f32(size_), f32(shine[None] * (bright * (1 - 0.6 * trail))[:, None])))
    return tuple(out)


def _freckles(moment: Moment, where: Array, size: float, look: float, turn: float, shine: Array) -> Dots:
    """Small lights on its flank, as if the stars behind it could be seen through it."""
    n = 110
    x = -0.12 + 0.54 * uniform(moment.seed, _FRECKLE_ALONG, n)
    y = 0.085 - 0.9 * (x - 0.1) ** 2 - 0.13 * uniform(moment.seed, _FRECKLE_DOWN, n) ** 1.5
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = look * x * cos - y * sin, look * x * sin + y * cos
    place = np.stack([where[0] + size * (x + look * 0.09), where[1] + size * y, np.full(n, where[2] - 0.02)], 1)
    own = 6.2832 * uniform(moment.seed, _FRECKLE_PHASE, n)
    bright = 0.9 * uniform(moment.seed, _FRECKLE_BRIGHT, n) ** 2 * (0.55 + 0.45 * np.sin(0.45 * moment.t + own))
    bright = bright * smooth(moment.presence, 0.4, 1.0) * (1.0 - 0.3 * moment.calm)
    small = size * (0.0035 + 0.004 * uniform(moment.seed, _FRECKLE_SIZE, n))
    return Dots(f32(place), f32(small), f32((0.5 * shine + np.float32(0.3))[None] * bright[:, None]))
