"""A hand of light, larger than life: reaching sideways, or an open palm; two are held out side by side."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas, chain, join
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_REACHES, _DRIFT, _MOTE_PHASE, _MOTE_SIZE = 20, 21, 34, 35
"""Random lanes: whether it reaches, when it drifts, when a mote shines, how large a mote is."""

_Finger = tuple[tuple[tuple[float, float], ...], tuple[float, ...]]


# Spine from knuckle to tip and half-widths along it, for a left palm seen from inside, wrist at the bottom.
_OPEN: tuple[_Finger, ...] = (
    (((-0.105, 0.520), (-0.150, 0.640), (-0.180, 0.735), (-0.198, 0.805)), (0.034, 0.033, 0.030, 0.021)),
    (((-0.040, 0.550), (-0.055, 0.700), (-0.066, 0.815), (-0.072, 0.900)), (0.037, 0.036, 0.033, 0.022)),
    (((0.030, 0.550), (0.036, 0.710), (0.042, 0.835), (0.046, 0.930)), (0.038, 0.037, 0.034, 0.022)),
    (((0.098, 0.525), (0.124, 0.670), (0.144, 0.780), (0.158, 0.865)), (0.036, 0.035, 0.032, 0.021)),
)
_THUMB: _Finger = (((0.085, 0.300), (0.165, 0.385), (0.222, 0.470), (0.262, 0.560)), (0.062, 0.048, 0.040, 0.025))
"""Spine and half-widths of the thumb of the same palm."""
_CLOSED_TIPS = ((-0.055, 0.470), (-0.022, 0.475), (0.020, 0.478), (0.062, 0.470))
"""Where the fingertips lie when the hand is closed."""
_PALM = (
    (-0.062, 0.0), (-0.075, 0.12), (-0.110, 0.220), (-0.142, 0.340), (-0.146, 0.450), (-0.135, 0.535), (-0.08, 0.575),
    (0.0, 0.590), (0.08, 0.575), (0.130, 0.540), (0.140, 0.450), (0.128, 0.330), (0.105, 0.220), (0.078, 0.12),
    (0.070, 0.0), (0.068, -0.04), (-0.060, -0.04),
)  # fmt: skip
"""Outline of the palm and wrist without its fingers."""


def _finger(c: Canvas, finger: _Finger, curl: float = 0.0, tip: tuple[float, float] | None = None) -> Map:
    """One finger, folded towards `tip` by `curl`."""
    spine, widths = np.asarray(finger[0]), finger[1]
    if tip is not None and curl > 0.0:
        base, up = spine[0], np.array([0.0, 1.0])
        folded = np.stack([base, base + up * 0.075, base + up * 0.055, np.asarray(tip)])
        spine = spine * (1 - curl) + folded * curl
    line = spline(spine, 3, closed=False)
    width = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(widths)), widths)
    return chain(c, [(float(x), float(y), float(w)) for (x, y), w in zip(line, width, strict=True)], 0.004)


def _palm(c: Canvas, closed: float = 0.0) -> Painting:
    """An open palm, fingers up and a little apart; `closed` .4 cups it gently.

    Light gathers along the fingers and in the hollow of the palm; its lines are faint threads.
    """
    parts: list[Map] = []
    hollow = blob(c, spline(_PALM, 7))
    thumb = _finger(c, _THUMB)
    layers: list[Map] = [join(hollow, thumb, soft=0.035)]
    for finger, tip in zip(_OPEN, _CLOSED_TIPS, strict=True):
        parts.append(_finger(c, finger, closed, tip))
    whole = join(layers[0], *parts, soft=0.022)
    wrist = np.clip((c.y + 0.04) / 0.34, 0.0, 1.0) ** 1.5
    lines = np.zeros_like(c.x)
    for crease in (
        ((0.118, 0.455), (0.04, 0.425), (-0.06, 0.455), (-0.125, 0.500)),
        ((0.122, 0.415), (0.02, 0.360), (-0.09, 0.350)),
        ((0.115, 0.410), (0.040, 0.330), (0.010, 0.20), (0.02, 0.12)),
    ):
        path = spline(crease, 10, closed=False)
        d = blob(c, taper(path, (0.001, 0.003, 0.002, 0.0005)), 0.05)
        lines = np.maximum(lines, np.exp(-np.clip(d, 0, None) / 0.006))
    seams = np.zeros_like(c.x)
    for d in parts:
        seams = np.maximum(seams, np.exp(-np.abs(d) / 0.010) * (whole < -0.006))
    rim = np.exp(np.minimum(whole, 0) / 0.016)
    body = np.clip(-whole / 0.05, 0, 1)
    centre = np.exp(-(((c.x) / 0.13) ** 2 + ((c.y - 0.40) / 0.17) ** 2))
    glow = (0.22 * rim + 0.11 * body + 0.22 * centre + 0.16 * lines * (1 - closed) + 0.12 * seams * closed) * wrist
    halo = np.exp(-np.clip(whole, 0, None) / 0.030) * (whole > 0) * 0.05 * wrist
    out = paint(c, [Layer(whole, (0.8, 0.7, 0.6), round=0.03, alpha=np.asarray(0.85 * wrist, np.float32))])
    out[..., 7] = np.where(whole > 0, halo, glow)
    return out


_CLOSING = 6
"""Frames from open (0) to cupped (5)."""


@cache
def _palm_shape() -> Shape:
    """The palm with `_CLOSING` frames."""

    def painted() -> Array:
        c = canvas(-0.34, -0.04, 0.40, 1.0, 288)
        return frames([_palm(c, k / (_CLOSING - 1) * 0.42) for k in range(_CLOSING)])

    return on(canvas(-0.34, -0.04, 0.40, 1.0, 8), "hand/palm", painted)


_REACHING: tuple[_Finger, ...] = (
    (((0.06, 0.070), (0.21, 0.090), (0.34, 0.088), (0.475, 0.066)), (0.033, 0.028, 0.024, 0.014)),
    (((0.05, 0.042), (0.20, 0.052), (0.33, 0.034), (0.436, 0.000)), (0.036, 0.029, 0.025, 0.015)),
    (((0.04, 0.010), (0.18, 0.012), (0.295, -0.018), (0.378, -0.062)), (0.035, 0.028, 0.024, 0.014)),
    (((0.02, -0.020), (0.135, -0.030), (0.225, -0.062), (0.284, -0.100)), (0.031, 0.024, 0.020, 0.012)),
    (((-0.10, -0.018), (-0.02, -0.074), (0.070, -0.108), (0.155, -0.118)), (0.050, 0.034, 0.026, 0.016)),
)
"""Fingers of a hand that reaches to the right, first to little and then the thumb: spines and half-widths."""
_BACK = (
    (-0.62, 0.058), (-0.40, 0.068), (-0.20, 0.094), (-0.06, 0.116), (0.06, 0.108), (0.10, 0.06), (0.08, -0.02),
    (0.02, -0.055), (-0.08, -0.062), (-0.22, -0.050), (-0.42, -0.055), (-0.62, -0.066),
)  # fmt: skip
"""Outline of the back and wrist of the reaching hand."""


@cache
def _reaching_shape() -> Shape:
    """A hand reaching to the right from a fading wrist, fingers loose."""
    box = (-0.62, -0.26, 0.54, 0.22)

    def painted() -> Painting:
        c = canvas(*box, 200)
        fingers = [_finger(c, finger) for finger in _REACHING]
        d = join(blob(c, spline(_BACK, 7)), *fingers, soft=0.020)
        seams = np.zeros_like(c.x)
        for finger in fingers:
            seams = np.maximum(seams, np.exp(-np.abs(finger) / 0.006) * np.clip((c.x - 0.08) / 0.1, 0, 1))
        arm = np.clip((c.x + 0.60) / 0.45, 0.0, 1.0) ** 1.4
        glow = (0.22 * np.exp(np.minimum(d, 0) / 0.014) + 0.15 * np.clip(-d / 0.04, 0, 1) + 0.10 * seams) * arm
        halo = np.exp(-np.clip(d, 0, None) / 0.020) * 0.05 * arm
        out = paint(c, [Layer(d, (0.8, 0.7, 0.6), round=0.02, alpha=np.asarray(0.85 * arm, np.float32))])
        out[..., 7] = np.where(d > 0, halo, glow)
        return out

    c = canvas(*box, 8)
    return on(c, "hand/reaching", painted)


_SKIN = (1.0, 0.52, 0.20)
"""Colour of its light in linear light where the words name none."""


@element("air", 1.2, handles=("open", "close", "wrap"))
def hand(moment: Moment) -> tuple[Form, ...]:
    """A hand of light, larger than life: reaching sideways, or an open palm; two are held out side by side.

    It opens and closes as far as told. Notes: `pose` 0 palm, 1 reaching.
    """
    moved = float(smooth(3.0 * max(moment.event("open"), moment.event("close"), moment.event("wrap")), 0.0, 1.0))
    asked = moment.param("pose", -1.0)
    reaching = asked == 1 or (asked < 0 and moment.count == 1 and uniform_one(moment.seed, _REACHES) < 0.55)
    fold = 0.22 + 0.78 * max(moment.event("close"), moment.event("wrap")) - 0.22 * moment.event("open")
    frame = (_CLOSING - 1) * fold
    if reaching:
        # Told to open or close, a reaching hand comes apart into motes and gathers again as a palm.
        out: list[Form] = []
        if moved < 1.0:
            there = moment.replace(presence=moment.presence * (1.0 - moved))
            out += _hand(there, _reaching_shape(), 0.0, facing(moment), 0.5, 0.0, 0.0)
        if moved > 0.0:
            out += _hand(
                moment.replace(presence=moment.presence * moved), _palm_shape(), frame, facing(moment), 1.0, 0.0, 0.0
            )
        return tuple(out)
    if moment.count == 1:
        return _hand(moment, _palm_shape(), frame, facing(moment), 1.0, 0.0, 0.0)
    lean = 0.20
    left = _hand(moment, _palm_shape(), frame, -1.0, 0.92, -0.27, lean)
    right = _hand(moment.replace(seed=moment.seed + 1), _palm_shape(), frame, 1.0, 0.92, 0.27, -lean)
    return (*left, *right)


def _hand(
    moment: Moment, shape: Shape, frame: float, look: float, share: float, side: float, lean: float
) -> tuple[Form, ...]:
    size = moment.size(1.2) * share
    drift = 0.018 * float(np.sin(0.47 * moment.t + 6.28 * uniform_one(moment.seed, _DRIFT)))
    where = np.array([[moment.place.x + side * size, moment.place.y + drift * size, moment.place.z]], np.float32)
    base = np.asarray(moment.tint or _SKIN, np.float32)
    calm = 1.0 - 0.35 * moment.calm
    turn = lean + 0.02 * float(np.sin(0.39 * moment.t))
    body = Sprites(
        shape, where, np.float32(size), tint=rgb(np.float32(0.10) * base), glow=rgb(base * np.float32(0.85 * calm)),
        cover=0.75, lit=0.6, rim=0.5, turn=turn, width=np.float32(look), frame=frame,
    )  # fmt: skip
    n = 420
    points = sampled(shape, n, 0, 0.35)
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = look * points[:, 0], points[:, 1] * (1 - 0.3 * frame / _CLOSING)
    own = 6.2832 * uniform(moment.seed, _MOTE_PHASE, n)
    shine = 0.4 + 0.6 * np.sin(0.8 * moment.t + own) ** 2
    rise = 0.015 * np.sin(0.5 * moment.t + 2 * own)
    at3 = np.stack(
        [
            where[0, 0] + size * (cos * x - sin * y + 0.010 * np.cos(0.6 * moment.t + own)),
            where[0, 1] + size * (sin * x + cos * y + rise),
            np.full(n, where[0, 2] - 0.01),
        ],
        1,
    )
    here = smooth(moment.presence, 0.4, 1.0) * calm
    sparkle = Dots(
        at3.astype(np.float32),
        ((0.006 + 0.008 * uniform(moment.seed, _MOTE_SIZE, n)) * np.float32(size)).astype(np.float32),
        (base[None, :] * (0.55 * here * shine * (0.55 + 0.45 * points[:, 2]))[:, None]).astype(np.float32),
    )
    palm = (float(where[0, 0]), float(where[0, 1] + 0.4 * size), float(where[0, 2] - 0.15))
    lamp = Light(palm, rgb(base * np.float32(0.40 * here)), 2.2, 0.35)
    return (*gathered(moment, body, count=900, colour=rgb(base)), sparkle, lamp)
