"""Animals on four legs in profile: one skeleton, many proportions, a slow four-beat walk and a quiet idle.

Height at the withers is 1, feet on 0, looking right. Silhouettes first: ears, muzzle, tail and legs say who it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from dreamplayer.drawing.motion.gait import steps
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.elements.creatures._shared.beasts import Beast, Leg
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import bend, spline
from dreamplayer.kit.sdf import FAR, Canvas, Joint, Map, blob, canvas, chain, cone, join, melt
from dreamplayer.kit.shapes import Layer, edge_glow, frames, paint

IDLE = 9
"""Frames from `gait.STAND` on in which it stands and slowly moves its head."""


def _turned(points: Sequence[tuple[float, ...]], pivot: tuple[float, float], angle: float) -> list[tuple[float, ...]]:
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    out = []
    for p in points:
        x, y = p[0] - pivot[0], p[1] - pivot[1]
        out.append((pivot[0] + x * cos - y * sin, pivot[1] + x * sin + y * cos, *p[2:]))
    return out


@dataclass(frozen=True, slots=True)
class _Posed:
    """A beast at one moment: everything about its neck already turned."""

    neck: list[Joint]
    head: list[Joint]
    turn: Callable[[Sequence[tuple[float, ...]]], list[tuple[float, ...]]]
    """Moves points of the head with it."""


def _posed(b: Beast, nod: float, bob: float) -> _Posed:
    base = (b.neck[0][0], b.neck[0][1])
    first, second = b.nod[0] * nod + bob, b.nod[1] * nod
    crown = _turned([b.neck[-1]], base, first)[0]

    def turn(points: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
        return _turned(_turned(points, base, first), (crown[0], crown[1]), second)

    neck = [_turned([joint], base, first * min(1.0, 0.5 + 0.5 * k))[0] for k, joint in enumerate(b.neck)]
    return _Posed(neck, turn(b.head), turn)  # type: ignore[arg-type]


def _leg(c: Canvas, leg: Leg, x: float, up: float, hind: bool, drop: float) -> Map:
    """A leg whose foot is at x, lifted by `up`. The hind one has its hock behind."""
    tx, ty = leg.top
    ty -= drop
    r0, r1, r2, r3 = leg.radii
    foot = (x, up + r3 * 0.8)
    length = leg.top[1]
    if hind and not leg.column:
        back = 0.10 * length
        hock = (x - back + 0.25 * up, up + 0.34 * length + 0.1 * up)
        k = bend((tx, ty), hock, 0.40 * length, 0.40 * length, 1.0)
        joints = [(tx, ty, r0), (float(k[1, 0]), float(k[1, 1]), r1 * 1.25), (hock[0], hock[1], r2 * 1.1), (*foot, r3)]
    else:
        rest = float(np.hypot(leg.foot - tx, leg.top[1] - r3 * 0.8)) * 1.012
        k = bend((tx, ty), foot, 0.52 * rest, 0.48 * rest, 1.0)
        knee = (float(k[1, 0]), float(k[1, 1]))
        joints = [(tx, ty, r0), (*knee, r1 * 0.85), (foot[0] - 0.008, foot[1] + 0.05, r2), (*foot, r3)]
    paw = cone(c, foot, (foot[0] + leg.foot_long, up * 0.92 + r3 * 0.62), r3, r3 * 0.66)
    return join(chain(c, joints, 0.04), paw, soft=0.02)


def _stride(u: float, step: float, lift: float) -> tuple[float, float]:
    """Where a foot is at u of its cycle: x from its rest, height."""
    u = u % 1.0
    if u < 0.62:
        return step * (1 - 2 * u / 0.62), 0.0
    s = (u - 0.62) / 0.38
    return step * (-1 + 2 * s * s * (3 - 2 * s)), lift * float(np.sin(np.pi * s))


def layers(b: Beast, c: Canvas, walk: float, nod: float = 0.0, gait: float = 1.0) -> list[Layer]:
    """The animal at `walk` 0..1 of its stride, standing at `gait` 0; `nod` 0..1 is the idle of its head."""
    phase = 2 * np.pi * walk
    moving = gait
    drop = moving * 0.012 * float(np.cos(2 * phase))
    posed = _posed(b, nod, moving * 0.045 * float(np.sin(2 * phase)))
    limbs = []
    for leg, hind, this_side, offset in (
        (b.hind, True, False, 0.50),
        (b.fore, False, False, 0.75),
        (b.hind, True, True, 0.0),
        (b.fore, False, True, 0.25),
    ):
        dx, up = _stride(walk + offset, b.step * gait, b.lift * gait)
        stand = (0.11 if this_side else -0.07) * (-1 if hind else 1) * (1.0 - moving)
        limbs.append(_leg(c, leg, leg.foot + dx + stand, up, hind, drop))
    swing = 0.16 * float(np.sin(phase)) * moving + 0.10 * nod
    tail = chain(c, _turned(b.tail, (b.tail[0][0], b.tail[0][1]), swing), 0.04)  # type: ignore[arg-type]
    trunk = chain(c, [(x, y - drop, r) for x, y, r in b.spine], b.melt)
    neck = chain(c, [b.spine[-1], *posed.neck], b.melt * 0.8)
    head = chain(c, [posed.neck[-1], *posed.head], 0.05)
    body = join(trunk, neck, head, soft=b.melt * 0.7)
    far = join(limbs[0], limbs[1], soft=0.0)
    near = join(melt(body, limbs[2], 0.10), limbs[3], soft=0.10)
    ears = [blob(c, spline(posed.turn(ear), 4), 0.1) for ear in b.ears]  # type: ignore[arg-type]
    behind, before = _EXTRAS[b.extra](c, posed) if b.extra else ([], [])
    if b.fur:
        ragged = np.asarray(b.fur * 2.2 * (fbm(c.x * 30, c.y * 22, 3, 3) - 0.5), np.float32)
        near, tail = near + ragged, tail + ragged
    grain = np.asarray(0.004 * fbm(c.x * 14, c.y * 9, 7, 3), np.float32)
    dark = (0.55, 0.55, 0.62)
    return [
        Layer(far, dark, round=0.03),
        *[Layer(d, dark, round=0.03) for d in behind],
        *([Layer(ears[1], dark, round=0.03)] if len(ears) > 1 else []),
        Layer(tail, round=0.03, relief=grain),
        Layer(near, round=0.035, relief=grain),
        *[Layer(d, round=0.03) for d in before],
        *([Layer(ears[0], round=0.03)] if ears else []),
    ]


def _antlers(c: Canvas, p: _Posed) -> tuple[list[Map], list[Map]]:
    def one(dx: float, dy: float) -> Map:
        beam = (
            (0.545, 1.41, 0.028),
            (0.50, 1.56, 0.026),
            (0.40, 1.70, 0.023),
            (0.38, 1.84, 0.018),
            (0.43, 1.95, 0.009),
        )
        tines = (
            ((0.53, 1.46, 0.019), (0.64, 1.54, 0.015), (0.68, 1.63, 0.008)),
            ((0.46, 1.62, 0.019), (0.58, 1.70, 0.015), (0.61, 1.82, 0.008)),
            ((0.39, 1.74, 0.017), (0.28, 1.80, 0.013), (0.25, 1.89, 0.007)),
            ((0.38, 1.80, 0.015), (0.50, 1.86, 0.012), (0.54, 1.94, 0.006)),
        )
        d = np.full(c.x.shape, FAR, np.float32)
        for line in (beam, *tines):
            moved = [(x + dx * (y - 1.4), y + dy, r) for x, y, r in line]
            d = melt(d, chain(c, p.turn(moved), 0.01), 0.012)  # type: ignore[arg-type]
        return d

    return [one(0.28, -0.01)], [one(0.0, 0.0)]


def _lion_mane(c: Canvas, p: _Posed) -> tuple[list[Map], list[Map]]:
    ((x, y),) = p.turn([(0.45, 0.91)])
    angle = np.arctan2(c.y - y, c.x - x)
    away = np.hypot(c.x - x, (c.y - y) * 0.92)
    locks = 0.010 * np.sin(angle * 17 + 1.0) + 0.008 * np.sin(angle * 31) + 0.05 * np.sin(angle * 2 + 2.6)
    ragged = 0.05 * (fbm(c.x * 13, c.y * 13, 11, 3) - 0.5)
    mane = np.asarray(away - 0.335 - locks - ragged, np.float32)
    face = join(*(cone(c, a[:2], b[:2], a[2], b[2]) for a, b in zip(p.head, p.head[1:], strict=False)), soft=0.04)
    ear = join(*(cone(c, q[:2], q[:2], 0.052, 0.052) for q in p.turn([(0.56, 1.145)])), soft=0)  # type: ignore[arg-type]
    return [], [mane, ear, face]


def _horse_mane(c: Canvas, p: _Posed) -> tuple[list[Map], list[Map]]:
    crest = p.turn([(0.83, 1.44), (0.74, 1.50), (0.62, 1.42), (0.47, 1.24), (0.34, 1.09), (0.24, 1.00),
                    (0.25, 0.94), (0.35, 0.95), (0.45, 1.00), (0.55, 1.10), (0.64, 1.22), (0.72, 1.34),
                    (0.80, 1.38), (0.87, 1.31)])  # fmt: skip
    return [], [blob(c, spline(crest, 4), 0.12)]  # type: ignore[arg-type]


def _trunk(c: Canvas, p: _Posed) -> tuple[list[Map], list[Map]]:
    nose = p.turn([(0.82, 0.92, 0.130), (0.94, 0.72, 0.092), (0.99, 0.50, 0.068), (0.99, 0.30, 0.052),
                   (1.04, 0.16, 0.042), (1.15, 0.13, 0.036)])  # fmt: skip
    tusk = p.turn([(0.86, 0.74, 0.034), (1.00, 0.62, 0.030), (1.14, 0.63, 0.010)])
    ear = p.turn([(0.66, 1.14), (0.52, 1.20), (0.36, 1.12), (0.28, 0.92), (0.34, 0.68), (0.48, 0.50), (0.58, 0.60),
                  (0.66, 0.84)])  # fmt: skip
    trunk = chain(c, nose, 0.05)  # type: ignore[arg-type]
    return [], [chain(c, tusk, 0.02), trunk, blob(c, spline(ear, 5), 0.14)]  # type: ignore[arg-type]


def _tuft(c: Canvas, p: _Posed) -> tuple[list[Map], list[Map]]:
    behind, before = _lion_mane(c, p)
    return [*behind, cone(c, (-1.04, 0.42), (-1.08, 0.30), 0.055, 0.02)], before


_EXTRAS: dict[str, Callable[[Canvas, _Posed], tuple[list[Map], list[Map]]]] = {
    "antlers": _antlers, "lion": _tuft, "horse": _horse_mane, "trunk": _trunk,
}  # fmt: skip


def box(b: Beast) -> tuple[float, float, float, float]:
    """The frame that holds it in every pose."""
    xs, ys = [1.0], [1.05]
    for nod in (0.0, 0.5, 1.0):
        p = _posed(b, nod, 0.0)
        points = [*p.neck, *p.head, *(q for ear in b.ears for q in p.turn(ear)), *b.spine, *b.tail]
        if b.extra == "antlers":
            points += p.turn([(0.25, 1.95), (0.85, 1.95)])
        if b.extra == "lion":
            points += [(x, y, 0.46) for x, y in p.turn([(0.45, 0.91)])]
        if b.extra == "trunk":
            points += p.turn([(1.18, 0.1)])
        xs += [q[0] + s * (q[2] if len(q) > 2 else 0) for q in points for s in (-1, 1)]
        ys += [q[1] + (q[2] if len(q) > 2 else 0) for q in points]
    xs += [b.fore.foot + b.step + 0.15, b.hind.foot - b.step - 0.15]
    return min(xs) - 0.14, -0.06, max(xs) + 0.12, max(ys) + 0.10


@cache
def shape(b: Beast) -> Shape:
    """The animal with its walk and idle frames, painted once a run."""
    frame = box(b)

    def painted() -> Array:
        c = canvas(*frame, 156)
        shown = [(walk, 0.0, left) for walk, left in steps()]
        shown += [(0.0, k / (IDLE - 1), 0.0) for k in range(1, IDLE)]
        out = []
        for walk, nod, left in shown:
            parts = layers(b, c, walk, nod, left)
            image = paint(c, parts)
            whole = np.minimum.reduce([part.distance for part in parts])
            image[..., 7] = edge_glow(c, whole, 0.022) * image[..., 3] * 0.8
            out.append(image)
        return frames(out)

    return on(canvas(*frame, 8), f"beast/{b.name}", painted)
