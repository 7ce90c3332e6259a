"""Animals on four legs, modelled: one skeleton, many proportions; walking, standing, grazing, lying.

Proportions are those of `beasts.Beast` (withers at height 1, looking along +x); here z is the way it looks.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.part import Array, Bump, Paint, Part, Vec, unit, vec
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.modelled.surface import fur, wool
from dreamplayer.drawing.motion.gait import steps
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.outline import bend
from dreamplayer.kit.sdf import Joint

F = np.float32
NODS = 5
"""Frames of an animal that stands and moves its head: 0 up .. 4 down."""
_ROWS, _ROWS_WALKING = 190, 110
"""Pixels of its height."""
_STANCE = 0.62
"""Share of the cycle in which a foot is on the ground."""
_DARK = (0.022, 0.018, 0.018)
"""Of eyes, nose and hooves."""


def _turned(p: Sequence[float], pivot: tuple[float, float], angle: float) -> tuple[float, ...]:
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    x, y = p[0] - pivot[0], p[1] - pivot[1]
    return (pivot[0] + x * cos - y * sin, pivot[1] + x * sin + y * cos, *p[2:])


class _Posed:
    """Neck and head of a beast, turned by its nod; all in its own heights."""

    def __init__(self, b: Beast, nod: float, bob: float, drop: float) -> None:
        base = (b.neck[0][0], b.neck[0][1])
        first, second = b.nod[0] * nod + bob, b.nod[1] * nod
        crown = _turned(b.neck[-1], base, first)
        self._base, self._crown, self._first, self._second = base, (crown[0], crown[1]), first, second
        self._drop = drop
        last = len(b.neck) - 1
        shares = [min(1.0, 0.5 + 0.5 * k) if last else 1.0 for k in range(len(b.neck))]
        self.neck = [self.down(_turned(j, base, first * share)) for j, share in zip(b.neck, shares, strict=True)]
        self.head = [self.turn(j) for j in b.head]

    def down(self, p: Sequence[float]) -> tuple[float, ...]:
        """A point that sinks with the body."""
        return (p[0], p[1] - self._drop, *p[2:])

    def turn(self, p: Sequence[float]) -> tuple[float, ...]:
        """A point of the head, moved with it."""
        return self.down(_turned(_turned(p, self._base, self._first), self._crown, self._second))


def _stride(u: float, step: float, lift: float) -> tuple[float, float]:
    """Where a foot is at u of its cycle: how far before its rest, and how high."""
    u %= 1.0
    if u < _STANCE:
        return step * (1 - 2 * u / _STANCE), 0.0
    s = (u - _STANCE) / (1 - _STANCE)
    return step * (-1 + 2 * s * s * (3 - 2 * s)), lift * float(np.sin(np.pi * s))


def _coat(b: Beast, unit_: float, drop: float) -> tuple[Paint, Bump]:
    """Colours by where on the body a point lies, and the relief of its hair."""
    c = b.coat
    face_from = b.head[0][0] - 0.75 * b.head[0][2]
    lowest = min(y - r for _, y, r in b.spine) - 0.12
    belly_line = min(y - 0.62 * r for _, y, r in b.spine)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        x, y, z = p[0] / unit_, p[1] / unit_ + drop, p[2] / unit_
        out = base * (0.94 + 0.10 * np.sin(z * 9 + 2 * np.sin(y * 8)) * np.sin(y * 11 + x * 7))[:, None].astype(F)
        ragged = 0.012 * np.sin(z * 13 + 2 * np.sin(x * 17)) + 0.006 * np.sin(z * 71 + 3 * np.sin(x * 43))
        if c.patches is not None:
            field = np.sin(z * 6.1 + 1.7 * np.sin(y * 5 + x * 4)) + np.sin(y * 7.3 + 1.2 * np.sin(z * 4.7) + x * 5)
            out = np.where((field > 0.25)[:, None], np.asarray(c.patches, F), out)
        if c.stripes:
            wave = np.sin(z * 34 + 1.5 * np.sin(y * 12)) > 0.1
            out = out * np.where(wave & (y > 0.25), 1 - 0.35 * c.stripes, 1.0)[:, None]
        if c.belly is not None:
            share = np.clip((belly_line - y + 2.0 * ragged) / 0.17 + 0.5, 0, 1) * np.clip((y - lowest) / 0.16, 0, 1)
            out = out + (np.asarray(c.belly, F) - out) * share[:, None]
        if c.face is not None:
            share = np.clip((z - face_from) / 0.06 + 0.5, 0, 1) * np.clip((y - 0.3) / 0.1, 0, 1)
            out = out + (np.asarray(c.face, F) - out) * share[:, None]
        if c.socks is not None and drop == 0.0:
            share = np.clip((0.34 - y + ragged) / 0.10 + 0.5, 0, 1)
            out = out + (np.asarray(c.socks, F) - out) * share[:, None]
        return np.asarray(out, F)

    return paint, wool(0.05 * unit_ * 1.4, c.length) if c.woolly else fur(200.0 / max(unit_, 0.3), c.length)


class _Builder:
    """The parts of one beast at one moment."""

    def __init__(self, b: Beast, metres: float, drop: float = 0.0) -> None:
        self.b, self.m, self.lies = b, metres, drop > 0.0
        self.paint, self.bump = _coat(b, metres, drop)
        self.coat = self.part(b.melt * 0.55)
        self.more: list[Part] = []

    def at(self, side: float, joint: Sequence[float]) -> Vec:
        """A joint (x, y) of the profile, `side` to its left, in metres of the model."""
        return vec(side, joint[1], joint[0]) * self.m

    def part(self, blend: float, colour: tuple[float, float, float] | None = None) -> Part:
        """A part of its coat, or of another colour."""
        if colour is not None:
            return Part(colour, blend * self.m, bump=self.bump)
        return Part(self.b.coat.main, blend * self.m, bump=self.bump, paint=self.paint)

    def chain(self, p: Part, joints: Sequence[Sequence[float]], wide: float = 1.0, side: float = 0.0) -> Part:
        """Cones along joints (x, y, radius)."""
        for a, c in itertools.pairwise(joints):
            ra, rc = a[2] * self.m, c[2] * self.m
            p.cone(self.at(side, a), self.at(side, c), (ra * wide, ra), (rc * wide, rc))
        return p

    def trunk(self, drop: float) -> None:
        """Body from rump to chest."""
        b, m = self.b, self.m
        joints = [(x, y - drop, r) for x, y, r in b.spine]
        points = [self.at(0, j) for j in joints]
        radii = [(r * b.wide * m, r * m) for _, _, r in joints]
        self.coat.loft(points, radii)

    def leg(self, leg: Leg, side: float, x: float, up: float, hind: bool, drop: float) -> None:
        """A leg whose foot is at x, lifted by `up`. The hind one has its hock behind."""
        m, top = self.m, (leg.top[0], leg.top[1] - drop)
        r0, r1, r2, r3 = leg.radii
        near = min(self.b.spine, key=lambda j: abs(j[0] - leg.top[0]))
        out = max(near[2] * self.b.wide - 0.62 * r0, 0.055)
        foot = (x, up + r3 * 0.8)
        if hind and not leg.column:
            hock = (x - 0.10 * leg.top[1] + 0.25 * up, up + 0.34 * leg.top[1] + 0.1 * up)
            k = bend(top, hock, 0.40 * leg.top[1], 0.40 * leg.top[1], 1.0)
            joints: list[Joint] = [
                (*top, r0), (float(k[1, 0]), float(k[1, 1]), r1 * 1.25), (hock[0], hock[1], r2 * 1.1), (*foot, r3),
            ]  # fmt: skip
        else:
            rest = float(np.hypot(leg.foot - leg.top[0], leg.top[1] - r3 * 0.8)) * 1.012
            k = bend(top, foot, 0.52 * rest, 0.48 * rest, 1.0)
            joints = [
                (*top, r0), (float(k[1, 0]), float(k[1, 1]), r1 * 0.85), (foot[0] - 0.008, foot[1] + 0.05, r2),
                (*foot, r3),
            ]  # fmt: skip
        p = self.coat
        sides = [0.85 * out, 0.95 * out, 0.88 * out, 0.84 * out]
        for (a, sa), (c, sc) in zip(
            zip(joints, sides, strict=True), list(zip(joints, sides, strict=True))[1:], strict=False
        ):
            wide = 0.72 if a is joints[0] else 0.9
            p.cone(
                self.at(side * sa, a), self.at(side * sc, c), (a[2] * wide * m, a[2] * m), (c[2] * 0.9 * m, c[2] * m)
            )
        toe = (foot[0] + leg.foot_long, up * 0.92 + r3 * 0.62)
        hoof = self.part(0.02, _DARK) if leg.foot_long < 0.06 else p
        low = self.at(side * sides[3], (foot[0], up + r3 * 0.62))
        if hoof is not p:
            hoof.bump = None
            self.more.append(hoof)
        hoof.cone(low, self.at(side * sides[3], toe), r3 * 0.98 * m, r3 * 0.66 * m)

    def head(self, posed: _Posed) -> None:
        """Neck, head, ears, eyes and nose."""
        b, m = self.b, self.m
        spine = posed.down(b.spine[-1])
        self.chain(self.coat, [spine, *posed.neck], 0.80)
        self.chain(self.coat, [posed.neck[-1], *posed.head], 0.86)
        skull, tip = posed.head[0], posed.head[-1]
        way = unit(self.at(0, tip) - self.at(0, skull))
        up = unit(np.cross(way, (1.0, 0, 0)))
        r = skull[2] * m
        eyes = Part(_DARK, 0.001)
        bright = Part((0.8, 0.8, 0.8), 0.001)
        for sign in (1.0, -1.0):
            c = self.at(0, skull) + way * 0.62 * r + up * 0.30 * r + vec(sign * 0.66 * r, 0, 0)
            eyes.ball(c, max(0.15 * r, 0.0035))
            bright.ball(c + vec(sign * 0.09 * r, 0.06 * r, 0) + way * 0.05 * r, max(0.045 * r, 0.0012))
        nose = Part(_DARK, 0.004)
        nr = tip[2] * m
        nose.ellipsoid(self.at(0, tip) + way * 0.72 * nr + up * 0.18 * nr, vec(0.46, 0.34, 0.42) * nr)
        self.more += [eyes, bright, nose]
        for ear in b.ears[:1]:
            self.ears([posed.turn(q) for q in ear], r)

    def ears(self, outline: Sequence[tuple[float, ...]], r: float) -> None:
        """Both ears, from the outline of one in the profile."""
        m = self.m
        points = np.array([(q[0], q[1]) for q in outline])
        base = (points[0] + points[-1]) / 2
        far = points[np.argmax(np.hypot(*(points - base).T))]
        along = unit(far - base)
        aside = (points[:, 0] - base[0]) * along[1] - (points[:, 1] - base[1]) * along[0]
        half = 0.5 * float(np.hypot(*(points[0] - points[-1]))) + 0.25 * float(np.abs(aside).max())
        # Where a corner is meant the outline names it twice.
        pointed = bool((np.abs(np.diff(points, axis=0)).sum(1) < 1e-9).any())
        inner = Part(np.asarray(self.b.coat.main) * 0.45 + np.array((0.05, 0.03, 0.025)), 0.004)
        for sign in (1.0, -1.0):
            a = self.at(sign * 0.55 * r / m, base)
            c = self.at(sign * (0.55 * r / m + self.b.ear_spread * float(np.hypot(*(far - base)))), far)
            middle = a + (c - a) * 0.45
            self.coat.cone(a, middle, (half * m * 0.9, 0.42 * half * m), (half * m * 0.72, 0.30 * half * m))
            tip = (0.12 * half * m, 0.10 * half * m) if pointed else (0.62 * half * m, 0.28 * half * m)
            self.coat.cone(middle, c, (half * m * (0.72 if pointed else 0.9), 0.30 * half * m), tip)
            front = vec(0, 0, 0.30 * half * m)
            inner.cone(a + (c - a) * 0.25 + front, a + (c - a) * 0.78 + front * 0.7, (half * m * 0.52, 0.004),
                       (half * m * 0.2, 0.003))  # fmt: skip
        self.more.append(inner)

    def tail(self, swing: float, drop: float) -> None:
        """The tail, swung a little; of hair where the coat has its own colour for it."""
        b = self.b
        pivot = (b.tail[0][0], b.tail[0][1])
        joints = [_turned(j, pivot, swing) for j in b.tail]
        joints = [(x, y - drop, r) for x, y, r in joints]
        own = self.part(0.03, b.coat.hair)
        start = b.spine[0]
        if len(joints) > 2:
            own.loft([self.at(0, j) for j in joints], [j[2] * self.m for j in joints])
        else:
            self.chain(own, joints, 0.9)
        # Rooted in the rump.
        own.cone(
            self.at(0, (start[0], joints[0][1])), self.at(0, joints[0]), joints[0][2] * self.m, joints[0][2] * self.m
        )
        if b.coat.belly is not None and len(joints) > 3 and joints[-2][2] > 0.05:
            tip, last = joints[-1], joints[-2]
            white = self.part(0.02, b.coat.belly)
            self.chain(white, [(last[0], last[1], last[2] * 0.9), (tip[0], tip[1], tip[2] * 1.3)], 0.95)
            self.more.append(white)
        self.more.append(own)


def _antlers(w: _Builder, p: _Posed) -> None:
    beam = ((0.545, 1.41, 0.026), (0.50, 1.56, 0.024), (0.40, 1.70, 0.021), (0.38, 1.84, 0.016), (0.43, 1.95, 0.009))
    tines = (
        ((0.53, 1.46, 0.017), (0.64, 1.54, 0.013), (0.68, 1.63, 0.007)),
        ((0.46, 1.62, 0.017), (0.58, 1.70, 0.013), (0.61, 1.82, 0.007)),
        ((0.39, 1.74, 0.015), (0.28, 1.80, 0.011), (0.25, 1.89, 0.006)),
        ((0.38, 1.80, 0.013), (0.50, 1.86, 0.010), (0.54, 1.94, 0.006)),
    )
    bone = Part((0.22, 0.15, 0.09), 0.010 * w.m)
    for sign in (1.0, -1.0):
        for line in (beam, *tines):
            joints = [(p.turn(j), sign * (0.045 + 0.62 * max(j[1] - 1.40, 0.0) ** 0.85)) for j in line]
            for (a, sa), (c, sc) in itertools.pairwise(joints):
                bone.cone(w.at(sa, a), w.at(sc, c), a[2] * w.m, c[2] * w.m)
    w.more.append(bone)


def _horse_mane(w: _Builder, p: _Posed) -> None:
    hair = w.part(0.03, w.b.coat.hair or w.b.coat.main)
    crest = [p.turn(q) for q in ((0.80, 1.46), (0.72, 1.49), (0.60, 1.38), (0.47, 1.21), (0.34, 1.07), (0.24, 1.01))]
    rng = np.linspace(0, 1, len(crest))
    for (a, c), u in zip(itertools.pairwise(crest), rng, strict=False):
        hair.cone(w.at(0.012, a), w.at(0.012, c), (0.030 * w.m, 0.050 * w.m), (0.030 * w.m, 0.050 * w.m))
        # Locks that hang down one side.
        for share in (0.15, 0.5, 0.85):
            q = (a[0] + (c[0] - a[0]) * share, a[1] + (c[1] - a[1]) * share)
            low = (q[0] - 0.02, q[1] - 0.15 - 0.05 * np.sin(9 * (u + share)))
            hair.cone(w.at(0.05, q), w.at(0.105, low), 0.030 * w.m, 0.010 * w.m)
    brow = p.turn((0.84, 1.38))
    hair.cone(w.at(0, crest[0]), w.at(0.0, brow), (0.034 * w.m, 0.022 * w.m), 0.010 * w.m)
    w.more.append(hair)


def _lion_mane(w: _Builder, p: _Posed) -> None:
    hair = w.part(0.05, w.b.coat.hair or w.b.coat.main)
    m = w.m
    x, y = p.turn((0.50, 0.95))[:2]
    for i in range(18):
        a = 2 * np.pi * i / 18
        out = 0.27 + 0.025 * np.sin(5 * a)
        c = w.at(out * 0.86 * np.cos(a), (x + 0.02, y + out * np.sin(a)))
        hair.cone(w.at(0.10 * np.cos(a), (x + 0.06, y + 0.10 * np.sin(a))), c, 0.10 * m, 0.055 * m)
        back = w.at(0.8 * out * np.cos(a), (x - 0.20, y + 0.86 * out * np.sin(a) - 0.03))
        hair.cone(c, back, 0.07 * m, 0.06 * m)
    for sign in (1.0, -1.0):
        w.coat.ball(w.at(sign * 0.125, p.turn((0.57, 1.15))), 0.050 * m)
    if not w.lies:
        hair.ball(w.at(0, w.b.tail[-1]), 0.05 * m)
    w.more.append(hair)


def _trunk(w: _Builder, p: _Posed) -> None:
    m = w.m
    nose = [p.turn(q) for q in ((0.82, 0.92, 0.130), (0.94, 0.72, 0.092), (0.99, 0.50, 0.068), (0.99, 0.30, 0.052),
                                (1.04, 0.16, 0.042), (1.15, 0.13, 0.036))]  # fmt: skip
    w.chain(w.coat, nose)
    ivory = Part((0.50, 0.44, 0.33), 0.01 * m)
    for sign in (1.0, -1.0):
        tusk = [p.turn(q) for q in ((0.86, 0.74, 0.032), (1.00, 0.62, 0.028), (1.14, 0.63, 0.010))]
        w.chain(ivory, tusk, side=sign * 0.10)
        ear = w.part(0.04)
        c = w.at(sign * 0.235, p.turn((0.47, 0.86)))
        tilt = np.stack([unit((0.35 * sign, 0, 1)), vec(0, 1, 0), unit((1, 0, -0.35 * sign))])
        ear.ellipsoid(c, vec(0.175, 0.33, 0.028) * m, tilt)
        w.more.append(ear)
    w.more.append(ivory)


def _horns(w: _Builder, p: _Posed) -> None:
    """Short horns and an udder, as a cow has."""
    m = w.m
    horn = Part((0.36, 0.31, 0.22), 0.006 * m)
    for sign in (1.0, -1.0):
        a, c, e = p.turn((0.74, 1.15)), p.turn((0.76, 1.20)), p.turn((0.80, 1.26))
        horn.cone(w.at(sign * 0.06, a), w.at(sign * 0.145, c), 0.024 * m, 0.019 * m)
        horn.cone(w.at(sign * 0.145, c), w.at(sign * 0.150, e), 0.019 * m, 0.006 * m)
    w.more.append(horn)
    if w.lies:
        return
    udder = Part((0.42, 0.22, 0.17), 0.02 * m)
    udder.ellipsoid(w.at(0, (-0.36, 0.50)), vec(0.10, 0.085, 0.13) * m)
    for sx, z in ((0.05, -0.30), (-0.05, -0.30), (0.05, -0.42), (-0.05, -0.42)):
        udder.cone(w.at(sx, (z, 0.45)), w.at(sx, (z, 0.39)), 0.018 * m, 0.014 * m)
    w.more.append(udder)


def _snout(w: _Builder, p: _Posed) -> None:
    """The flat disc of a pig's nose."""
    m, tip, before = w.m, p.head[-1], p.head[-2]
    way = unit(w.at(0, tip) - w.at(0, before))
    up = unit(np.cross(way, (1.0, 0, 0)))
    front = w.at(0, tip) + way * 0.95 * tip[2] * m
    disc = Part((0.50, 0.25, 0.20), 0.006 * m)
    disc.cone(front - way * 0.05 * m, front + way * 0.03 * m, 0.082 * m, (0.088 * m, 0.076 * m), flat=True)
    holes = Part((0.14, 0.055, 0.05), 0.001)
    for sign in (1.0, -1.0):
        holes.ellipsoid(
            front + way * 0.034 * m + vec(sign * 0.030, 0, 0) * m + up * 0.008 * m, vec(0.015, 0.024, 0.012) * m
        )
    w.more += [disc, holes]


def _goat(w: _Builder, p: _Posed) -> None:
    """Horns swept back, and a beard."""
    m = w.m
    horn = Part((0.20, 0.165, 0.12), 0.006 * m)
    line = [p.turn(q) for q in ((0.66, 1.26), (0.61, 1.40), (0.50, 1.49), (0.35, 1.50))]
    for sign in (1.0, -1.0):
        sides = (0.040, 0.055, 0.085, 0.125)
        horn.loft(
            [w.at(sign * side, q) for side, q in zip(sides, line, strict=True)],
            [r * m for r in (0.040, 0.036, 0.026, 0.008)],
        )
    beard = w.part(0.02)
    beard.loft(
        [w.at(0, p.turn(q)) for q in ((0.79, 1.02), (0.80, 0.94), (0.775, 0.85))],
        [r * m for r in (0.040, 0.034, 0.006)],
    )
    w.more += [horn, beard]


def _donkey(w: _Builder, p: _Posed) -> None:
    """A short mane that stands up, and a pale muzzle."""
    m = w.m
    mane = w.part(0.03, w.b.coat.hair)
    crest = [p.turn(q) for q in ((0.74, 1.40), (0.63, 1.32), (0.50, 1.17), (0.36, 1.03))]
    mane.loft([w.at(0, q) for q in crest], [(0.024 * m, r * m) for r in (0.034, 0.050, 0.048, 0.020)])
    tip, before = p.head[-1], p.head[-2]
    way = unit(w.at(0, tip) - w.at(0, before))
    pale = w.part(0.02, w.b.coat.belly)
    end, wide, high = w.at(0, tip), 0.92 * tip[2] * m, 1.08 * tip[2] * m
    pale.cone(end - way * 0.07 * m, end + way * 0.006 * m, (wide, high), (wide, high))
    w.more += [mane, pale]


_EXTRAS: dict[str, Callable[[_Builder, _Posed], None]] = {
    "antlers": _antlers, "lion": _lion_mane, "horse": _horse_mane, "trunk": _trunk, "horns": _horns,
    "snout": _snout, "goat": _goat, "donkey": _donkey,
}  # fmt: skip


def lying(b: Beast, metres: float) -> list[Part]:
    """An animal that lies at ease, its legs folded beside it.

    Args:
        b: its proportions.
        metres: height of its withers when it stands.
    """
    drop = min(y - 0.92 * r for _, y, r in b.spine)
    w = _Builder(b, metres, drop)
    posed = _Posed(b, 0.35, 0.0, drop)
    w.trunk(drop)
    m = metres
    for sign in (1.0, -1.0):
        hind, fore = b.hind, b.fore
        r0, r1, _, r3 = hind.radii
        out = 0.16 * b.wide / 0.8 * (r0 / 0.15)
        hip = w.at(sign * out * 0.9, (hind.top[0], 0.85 * r0 + 0.05))
        w.coat.ellipsoid(hip, vec(0.75 * r0, 1.05 * r0, 1.35 * r0) * m)
        knee, foot = (hind.top[0] + 1.5 * r0, 0.9 * r1), (hind.top[0] + 0.4 * r0, 0.9 * r3)
        w.coat.cone(hip, w.at(sign * out * 1.25, knee), 0.7 * r0 * m, r1 * m)
        w.coat.cone(w.at(sign * out * 1.3, foot), w.at(sign * out * 1.25, (foot[0] + 0.30, 0.8 * r3)), r3 * m, r3 * m)
        r0, r1, _, r3 = fore.radii
        out = 0.12 * b.wide / 0.8 * (r0 / 0.12)
        top, elbow = (fore.top[0], fore.top[1] - drop), (fore.top[0] - 0.05, 1.2 * r1)
        paw = (fore.top[0] + (0.42 if fore.foot_long >= 0.06 else 0.26), 0.85 * r3)
        w.coat.cone(w.at(sign * out, top), w.at(sign * out * 1.1, elbow), 0.8 * r0 * m, r1 * m)
        w.coat.cone(w.at(sign * out * 1.1, elbow), w.at(sign * out * 0.95, paw), r1 * m, r3 * m)
    w.head(posed)
    if b.extra:
        _EXTRAS[b.extra](w, posed)
    # The tail lies on the ground beside it, as long as it is.
    root, thick = b.spine[0], max(r for _, _, r in b.tail)
    long = sum(float(np.hypot(a[0] - c[0], a[1] - c[1])) for a, c in zip(b.tail, b.tail[1:], strict=False))
    behind, low = root[0] - 0.8 * root[2], 0.9 * thick
    hair = w.part(0.03, b.coat.hair)
    points = [w.at(0, (behind, 0.55 * root[1] - 0.4 * drop + 0.10)), w.at(0.06, (behind - 0.35 * long, low)),
              w.at(0.22, (behind - 0.75 * long, low)), w.at(0.36, (behind - 0.85 * long, low))]  # fmt: skip
    radii = [b.tail[0][2], 0.5 * (b.tail[0][2] + thick), thick, b.tail[-1][2]]
    w.more.append(hair.loft(points, [r * m for r in radii]))
    for part in (w.coat, *w.more):
        part.cut((0, 0.002, 0), (0, -1, 0))
    return [w.coat, *w.more]


def parts(b: Beast, metres: float, walk: float = 0.0, nod: float = 0.0, gait: float = 0.0) -> list[Part]:
    """An animal at one moment.

    Args:
        b: its proportions.
        metres: height of its withers.
        walk: 0..1 through its stride.
        nod: 0 head up .. 1 as low as in the idle of its kind.
        gait: 0 standing .. 1 walking.
    """
    w = _Builder(b, metres)
    phase = 2 * np.pi * walk
    drop = gait * 0.012 * float(np.cos(2 * phase))
    posed = _Posed(b, nod, gait * 0.045 * float(np.sin(2 * phase)), drop)
    w.trunk(drop)
    for leg, hind, side, offset in ((b.hind, True, -1.0, 0.50), (b.fore, False, -1.0, 0.75), (b.hind, True, 1.0, 0.0),
                                    (b.fore, False, 1.0, 0.25)):  # fmt: skip
        dx, up = _stride(walk + offset, b.step * gait, b.lift * gait)
        rest = (0.09 if side > 0 else -0.06) * (-1 if hind else 1) * (1.0 - gait)
        w.leg(leg, side, leg.foot + dx + rest, up, hind, drop)
    w.head(posed)
    if b.extra:
        _EXTRAS[b.extra](w, posed)
    w.tail(0.16 * float(np.sin(phase)) * gait + 0.10 * nod, drop)
    return [w.coat, *w.more]


def key_of(coat: Coat) -> str:
    """A name of a coat's colours for the cache."""
    tone = "".join(f"{round(255 * c):02x}" for c in coat.main)
    return f"{tone}{seed_of(coat):x}"


@lru_cache(maxsize=24)
def standing(b: Beast, metres: float, yaw: float) -> Modelled:
    """An animal that stands and moves its head, in `NODS` frames.

    Args:
        b: its proportions.
        metres: height of its withers.
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
    """
    tall = max(y + r for _, y, r in (*b.head, *b.neck)) * metres
    return modelled(
        f"beast/{b.name}/{key_of(b.coat)}/{metres:.3f}/stands",
        lambda: [parts(b, metres, nod=k / (NODS - 1)) for k in range(NODS)],
        yaw,
        px=tall / _ROWS,
    )


def resting(key: str, made: Callable[[], Sequence[Part]], tall: float, yaw: float) -> Modelled:
    """An animal that sits, lies or is curled up.

    Args:
        key: its name: kind, coat and pose.
        made: gives its parts.
        tall: metres of its height, for the resolution.
        yaw: as `standing`.
    """
    return modelled(f"beast/{key}", lambda: [made()], yaw, px=tall / _ROWS)


@lru_cache(maxsize=24)
def walking(b: Beast, metres: float, yaw: float) -> Modelled:
    """An animal that walks, in the frames of `drawing.motion.gait`; as `standing`."""
    tall = max(y + r for _, y, r in (*b.head, *b.neck)) * metres
    return modelled(
        f"beast/{b.name}/{key_of(b.coat)}/{metres:.3f}/walks",
        lambda: [parts(b, metres, walk, 0.0, left) for walk, left in steps()],
        yaw,
        px=tall / _ROWS_WALKING,
    )
