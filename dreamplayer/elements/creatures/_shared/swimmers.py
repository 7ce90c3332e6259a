"""Creatures of the water, that swim through dreams as well: painted cycles and how they move."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.standing import contact, facing
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import Points, spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, chain, cone, disc, join, oval, tube
from dreamplayer.kit.shapes import Layer, Painting, painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def swum(points: Points, u: float, amount: float, head: float = 0.5) -> Points:
    """Bent by a wave that runs to the tail and grows on the way."""
    back = np.clip(head - points[:, 0], 0.0, None)
    wave = amount * (0.06 + back**1.7) * np.sin(2 * np.pi * u - 2.6 * back)
    return np.stack([points[:, 0], points[:, 1] + wave], 1)


def _fish(c: Canvas, u: float) -> Painting:
    body = spline([(0.50, 0.005), (0.40, 0.075), (0.24, 0.135), (0.05, 0.160), (-0.14, 0.115), (-0.30, 0.045),
                   (-0.38, 0.030), (-0.38, -0.030), (-0.30, -0.045), (-0.14, -0.110), (0.05, -0.150), (0.24, -0.130),
                   (0.40, -0.075), (0.49, -0.020)], 6)  # fmt: skip
    swing = 1.0 - 0.30 * (0.5 + 0.5 * np.sin(2 * np.pi * u - 2.2))
    tail = np.array([(-0.34, 0.03), (-0.48, 0.13), (-0.66, 0.21), (-0.60, 0.10), (-0.55, 0.0), (-0.60, -0.11),
                     (-0.66, -0.22), (-0.48, -0.13), (-0.34, -0.03)])  # fmt: skip
    tail[:, 0] = -0.34 + (tail[:, 0] + 0.34) * swing
    back = spline([(0.20, 0.13), (0.14, 0.22), (0.02, 0.265), (-0.12, 0.235), (-0.20, 0.17), (-0.16, 0.10)], 5)
    belly = spline([(0.02, -0.13), (-0.06, -0.22), (-0.14, -0.23), (-0.16, -0.10)], 5)
    side = spline([(0.17, -0.03), (0.08, -0.09), (-0.02, -0.15), (0.0, -0.06)], 5)
    trunk = blob(c, swum(body, u, 0.10))
    scales = np.asarray(0.004 * np.sin(c.x * 95 + 30 * np.abs(c.y)) * np.sin(c.y * 95), np.float32)
    rays = np.asarray(0.004 * np.sin(c.y * 120), np.float32)
    fins = [blob(c, swum(p, u, 0.10)) for p in (back, belly)]
    eye = disc(c, (0.375, 0.030), 0.018)
    return lit_edge(
        c,
        [
            Layer(blob(c, swum(spline(tail, 5), u, 0.12)), (0.9, 0.75, 0.6), alpha=0.85, round=0.02, relief=rays),
            *[Layer(d, (0.9, 0.75, 0.6), alpha=0.8, round=0.02) for d in fins],
            Layer(trunk, round=0.06, relief=scales),
            Layer(blob(c, side), (0.9, 0.8, 0.7), round=0.02),
            Layer(eye, (0.05, 0.04, 0.05), glow=0.1),
        ],
        0.022,
    )


def _bell(c: Canvas, u: float) -> Painting:
    """The swimming bell: wide and flat as it opens, tall and narrow as it closes."""
    k = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    wide, tall = 0.46 - 0.09 * k, 0.46 + 0.06 * k
    x, y = c.x / wide, c.y / tall
    edge = 0.07 * np.cos(np.arctan2(c.x, 0.4) * 16)
    d = np.where(c.y > -0.02, np.hypot(x, y) - 1.0, np.maximum(np.abs(x) - 1.0 - 0.5 * c.y, -(c.y + 0.10 + edge * 0.4)))
    d = np.asarray(d * 0.42, np.float32)
    inside = np.clip(0.5 - d / 0.008, 0, 1)
    rim = np.exp(np.minimum(d, 0) / 0.022)
    low = np.exp(-(((c.y + 0.06) / 0.05) ** 2))
    turn = np.arcsin(np.clip(x / np.sqrt(np.clip(1.02 - y * y, 0.05, 2)), -1, 1))
    ribs = np.exp(-((np.mod(turn * 2.9 + 0.5, 1) - 0.5) ** 2) * 90)
    heart = np.exp(-((x / 0.42) ** 2 + ((y - 0.28) / 0.30) ** 2) * 1.6)
    away = np.hypot(x, (y - 0.28) * 1.3)
    petals = 0.5 + 0.5 * np.cos(away * 26)
    glow = (0.55 * rim + 0.20 * ribs * (0.4 + 0.6 * low) + 0.42 * heart * petals + 0.30 * low + 0.10) * inside
    halo = np.exp(-np.clip(d, 0, None) / 0.05) * (1 - inside) * 0.10 * np.clip((0.62 - np.abs(c.x)) / 0.1, 0, 1)
    halo = halo * np.clip((c.y + 0.24) / 0.1, 0, 1) * np.clip((0.66 - c.y) / 0.1, 0, 1)
    return painting(
        c, (1, 1, 1), np.asarray(inside * 0.35, np.float32), np.asarray(np.clip(glow + halo, 0, 1), np.float32)
    )


def _octopus(c: Canvas, u: float) -> Painting:
    layers: list[Layer] = []
    cups: list[Map] = []
    w = 2 * np.pi * u
    order = (0, 7, 1, 6, 2, 5, 3, 4)
    for k in order:
        f = (k - 3.5) / 3.5
        side = 1.0 if f > 0 else -1.0
        s = np.linspace(0, 1, 15)
        # Each arm leaves outwards and turns back in a slow spiral: its heading is summed up along the way.
        out = -1.45 + side * (0.25 + 1.05 * abs(f))
        bend = side * (1.5 + 1.2 * abs(f)) * s**2.2 + 0.35 * np.sin(2.4 * s - w + 1.7 * k) * s
        heading = out + bend
        length = 0.70 - 0.10 * abs(f)
        x = 0.13 * f + np.concatenate([[0.0], np.cumsum(np.cos(heading[:-1]))]) * length / 14
        y = -0.02 + np.concatenate([[0.0], np.cumsum(np.sin(heading[:-1]))]) * length / 14
        radius = 0.068 * (1 - s) ** 0.8 + 0.008
        arm = chain(c, [(float(a), float(b), float(r)) for a, b, r in zip(x, y, radius, strict=True)], 0.0)
        layers.append(Layer(arm, (0.75, 0.75, 0.8) if abs(f) < 0.6 else (1.0, 1.0, 1.0), round=0.03))
        # A row of cups along the inner side of each arm, each a small light.
        in_ = heading + side * np.pi / 2
        cups += [
            disc(c, (float(x[i] + 0.45 * radius[i] * np.cos(in_[i])), float(y[i] + 0.45 * radius[i] * np.sin(in_[i]))),
                 0.20 * float(radius[i]) + 0.002)
            for i in range(4, 14, 2)
        ]  # fmt: skip
    layers.append(Layer(np.minimum.reduce(cups), (1.2, 1.0, 0.9), glow=0.45, round=0.01))
    lift = 0.010 * np.sin(w)
    mantle = spline([(0.0, 0.60 + lift), (0.13, 0.57 + lift), (0.215, 0.45), (0.225, 0.30), (0.185, 0.16),
                     (0.195, 0.06), (0.17, -0.06), (0.0, -0.10), (-0.17, -0.06), (-0.195, 0.06), (-0.185, 0.16),
                     (-0.225, 0.30), (-0.215, 0.45), (-0.13, 0.57 + lift)], 6)  # fmt: skip
    spots = np.asarray(0.006 * fbm(c.x * 20, c.y * 20, 9, 2), np.float32)
    flecks = np.asarray(0.40 * smooth(fbm(c.x * 16, c.y * 16, 12, 2), 0.60, 0.78), np.float32)
    layers.append(Layer(blob(c, mantle), glow=flecks, round=0.10, relief=spots))
    for side in (-1.0, 1.0):
        layers.append(Layer(oval(c, (0.098 * side, 0.075), 0.050, 0.046), (1.2, 1.1, 1.0), round=0.03))
        layers.append(Layer(oval(c, (0.098 * side, 0.070), 0.028, 0.011), (0.1, 0.1, 0.1), glow=0.7))
    return lit_edge(c, layers, 0.022)


def _turtle(c: Canvas, u: float) -> Painting:
    shell = spline([(-0.50, 0.19), (-0.47, 0.33), (-0.33, 0.48), (-0.10, 0.565), (0.12, 0.545), (0.30, 0.44),
                    (0.41, 0.29), (0.44, 0.18), (0.20, 0.135), (-0.25, 0.135)], 6)  # fmt: skip
    w = 2 * np.pi * u
    legs = []
    for x, far, phase in ((-0.32, True, np.pi), (0.27, True, 0.0), (-0.30, False, 0.0), (0.29, False, np.pi)):
        step = 0.055 * np.sin(w + phase)
        up = 0.035 * max(0.0, float(np.cos(w + phase)))
        shift = 0.07 if far else 0.0
        leg = join(cone(c, (x + shift, 0.19), (x + shift + step, 0.07 + up), 0.075, 0.058),
                   cone(c, (x + shift + step, 0.05 + up), (x + shift + step + 0.045, 0.040 + up), 0.046, 0.034),
                   soft=0.02)  # fmt: skip
        legs.append(Layer(leg, (0.55, 0.55, 0.6) if far else (0.9, 0.9, 0.9), round=0.03))
    bob = 0.012 * float(np.sin(w))
    head = join(chain(c, [(0.34, 0.22, 0.075), (0.50, 0.30 + bob, 0.062), (0.58, 0.345 + bob, 0.070)], 0.04),
                cone(c, (0.58, 0.345 + bob), (0.665, 0.325 + bob), 0.062, 0.040), soft=0.02)  # fmt: skip
    tail = cone(c, (-0.44, 0.16), (-0.60, 0.11), 0.04, 0.008)
    d = blob(c, shell, 0.16)
    plates = _plates(c)
    shell_rim = np.exp(-(((c.y - 0.205 - 0.03 * np.cos(c.x * 3)) / 0.008) ** 2))
    lines = np.clip(np.maximum(plates, 0.8 * shell_rim), 0, 1) * (d < -0.01)
    relief = np.asarray(-0.010 * lines, np.float32)
    return lit_edge(
        c,
        [
            legs[0], legs[1], Layer(tail, round=0.02), Layer(head, round=0.04),
            Layer(disc(c, (0.600, 0.365 + bob), 0.012), (0.1, 0.1, 0.1), glow=0.4), legs[2], legs[3],
            Layer(d, (1.2, 1.2, 1.2), glow=np.asarray(0.22 * lines, np.float32), round=0.12, relief=relief),
        ],
        0.022,
    )  # fmt: skip


def _plates(c: Canvas) -> Map:
    """Seams of a shell: plates that grow towards the crown."""
    angle = np.arctan2(c.y + 0.05, c.x) / np.pi
    away = np.hypot(c.x, c.y + 0.05)
    ring = np.exp(-(((away - 0.43) / 0.007) ** 2))
    spokes = np.exp(-(((np.mod(angle * 9.0 + 0.5, 1.0) - 0.5) / 0.030) ** 2)) * (away > 0.43)
    tops = np.exp(-(((np.mod(angle * 4.0 + 0.5, 1.0) - 0.5) / 0.020) ** 2)) * (away < 0.43)
    return np.asarray(np.maximum(np.maximum(ring, spokes), tops), np.float32)


def _frog(c: Canvas, u: float) -> Painting:
    breath = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    body = spline([(0.44, 0.36), (0.40, 0.42), (0.32, 0.455), (0.20, 0.46), (0.04, 0.42), (-0.16, 0.32), (-0.34, 0.17),
                   (-0.42, 0.05), (-0.30, 0.02), (-0.05, 0.06), (0.10, 0.10), (0.24, 0.18 - 0.02 * breath),
                   (0.36, 0.255 - 0.03 * breath), (0.43, 0.31)], 6)  # fmt: skip
    eye = join(disc(c, (0.265, 0.485), 0.066), disc(c, (0.25, 0.45), 0.07), soft=0.02)
    thigh = spline([(-0.36, 0.20), (-0.22, 0.275), (-0.04, 0.235), (0.06, 0.15), (0.03, 0.08), (-0.10, 0.075),
                    (-0.26, 0.09), (-0.38, 0.10)], 5)  # fmt: skip
    shin = chain(c, [(0.03, 0.105, 0.052), (-0.30, 0.058, 0.044), (-0.36, 0.042, 0.036)], 0.03)
    foot = chain(c, [(-0.36, 0.040, 0.030), (-0.10, 0.024, 0.024), (0.02, 0.018, 0.018)], 0.02)
    arm = chain(c, [(0.17, 0.20, 0.062), (0.13, 0.10, 0.040), (0.20, 0.030, 0.028), (0.28, 0.018, 0.018)], 0.02)
    far = chain(c, [(0.24, 0.20, 0.050), (0.27, 0.10, 0.036), (0.33, 0.030, 0.024), (0.40, 0.018, 0.016)], 0.02)
    lips = spline([(0.435, 0.335), (0.34, 0.315), (0.22, 0.345)], 6, closed=False)
    mouth = blob(c, taper(lips, (0.002, 0.005, 0.002)), 0.03)
    spots = np.asarray(0.006 * fbm(c.x * 18, c.y * 18, 4, 2), np.float32)
    return lit_edge(
        c,
        [
            Layer(far, (0.5, 0.5, 0.55), round=0.03),
            Layer(join(blob(c, body), eye, soft=0.02), round=0.07, relief=spots),
            Layer(mouth, (0.3, 0.3, 0.3), glow=0.15),
            Layer(oval(c, (0.280, 0.492), 0.034, 0.026 - 0.010 * breath), (0.3, 0.25, 0.1), glow=0.75),
            Layer(oval(c, (0.285, 0.492), 0.020, 0.008), (0.02, 0.02, 0.02)),
            Layer(arm, round=0.03),
            Layer(join(blob(c, thigh), shin, foot, soft=0.012), round=0.05, relief=spots),
        ],
        0.022,
    )


def _swan(c: Canvas, u: float) -> Painting:
    s = np.sin(2 * np.pi * u)
    nod = 0.012 * s
    body = spline([(-0.60, 0.17), (-0.50, 0.10), (-0.38, 0.0), (-0.10, -0.045), (0.18, -0.04), (0.34, 0.03),
                   (0.385, 0.12), (0.34, 0.20), (0.20, 0.235), (-0.05, 0.23), (-0.30, 0.19),
                   (-0.48, 0.195)], 6)  # fmt: skip
    puff = 0.012 * s
    wing = spline([(0.22, 0.17), (0.12, 0.31 + puff), (-0.06, 0.385 + puff), (-0.24, 0.37 + puff),
                   (-0.40, 0.315 + puff),
                   (-0.55, 0.245), (-0.46, 0.225), (-0.52, 0.18), (-0.38, 0.165), (-0.42, 0.11), (-0.22, 0.085),
                   (0.06, 0.08)], 6)  # fmt: skip
    neck = [(0.27, 0.13, 0.095), (0.365, 0.24, 0.070), (0.345, 0.37, 0.050), (0.275, 0.47, 0.044),
            (0.245, 0.58 + nod, 0.042), (0.285, 0.675 + nod, 0.042), (0.365, 0.705 + nod, 0.046)]  # fmt: skip
    head = join(tube(c, neck), cone(c, (0.365, 0.700 + nod), (0.43, 0.680 + nod), 0.048, 0.030), soft=0.02)
    beak = cone(c, (0.435, 0.680 + nod), (0.525, 0.650 + nod), 0.026, 0.011)
    rows = np.asarray(0.007 * np.sin(c.x * 46 + 60 * (c.y - 0.2)) * np.clip((0.20 - c.x) / 0.3, 0, 1), np.float32)
    return lit_edge(
        c,
        [
            Layer(blob(c, body), (0.8, 0.8, 0.85), round=0.08),
            Layer(beak, (0.9, 0.32, 0.06), glow=0.20),
            Layer(head, round=0.04),
            Layer(disc(c, (0.392, 0.712 + nod), 0.010), (0.02, 0.02, 0.02)),
            Layer(cone(c, (0.405, 0.700 + nod), (0.432, 0.690 + nod), 0.014, 0.012), (0.03, 0.03, 0.03)),
            Layer(blob(c, wing), round=0.06, relief=rows),
        ],
        0.022,
    )


FISH_CYCLE = PaintedCycle("sea/fish", (-0.76, -0.38, 0.60, 0.42), 128, _fish)
JELLYFISH_CYCLE = PaintedCycle("sea/jellyfish", (-0.68, -0.24, 0.68, 0.66), 176, _bell)
OCTOPUS_CYCLE = PaintedCycle("sea/octopus", (-0.78, -0.62, 0.78, 0.68), 208, _octopus)
TURTLE_CYCLE = PaintedCycle("sea/turtle", (-0.70, -0.04, 0.76, 0.62), 150, _turtle)
FROG_CYCLE = PaintedCycle("sea/frog", (-0.52, -0.04, 0.54, 0.60), 150, _frog)
SWAN_CYCLE = PaintedCycle("sea/swan", (-0.70, -0.10, 0.62, 0.80), 176, _swan)


def tone(moment: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share; dimmer deep in the night."""
    return rgb(np.asarray(moment.tint or own, np.float32) * np.float32(share * (1 - 0.3 * moment.calm)))


def crawling(
    moment: Moment, kind: PaintedCycle, long: float, pace: float, own: Colour, shine: Colour, creep: float
) -> tuple[Form, ...]:
    """One near or a few around, slowly getting on."""
    n = int(min(max(moment.count, 1), 6))
    k = np.arange(n)
    unit = moment.size(long)
    size = unit * kind.height * (1.25 * np.ones(n) if n == 1 else 0.7 + 0.35 * uniform(moment.seed, 61, n))
    first = facing(moment)
    look = np.where(uniform(moment.seed, 62, n) < 0.5, first, -first) if n > 1 else np.array([first])
    go = creep * unit / 0.8 * 12.0 * (1 - np.exp(-moment.t / 40.0)) * look
    where = np.stack(
        [
            moment.place.x
            + 1.5 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.2 * unit * normal(moment.seed, 63, n) * (n > 1)
            + go,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * normal(moment.seed, 64, n), 1.4),
        ],
        1,
    ).astype(np.float32)
    slow = pace * (12.0 * (1 - np.exp(-moment.t / 40.0)) * 3.3 if creep else moment.t)
    frame = np.mod(slow + uniform(moment.seed, 65, n), 1.0) * FRAMES
    body = Sprites(
        kind.shape, where, size.astype(np.float32), tint=tone(moment, own, 1.0), glow=tone(moment, shine, 0.42),
        width=look.astype(np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.8 * unit), *gathered(moment, body, count=800))
