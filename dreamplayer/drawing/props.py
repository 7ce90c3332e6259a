"""Painted things put on the stage: gathered out of motes, with a pool of light behind and a few sparks around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dreamplayer.drawing.mesh import Face, View, render
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Scalar, Shape, Sprites
from dreamplayer.drawing.standing import contact
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

Box = tuple[float, float, float, float]
Colour = tuple[float, float, float]
AMBER = (1.0, 0.50, 0.17)
"""The light of windows, lamps and edges."""
GOLDEN = 0.6180339887498949


@dataclass(frozen=True, eq=False)
class Piece:
    """A painted shape and how high its frame is, in metres."""

    shape: Shape
    tall: float


def _piece(key: str, frame: Box, made: Callable[[], Array]) -> Piece:
    left, bottom, right, top = frame
    tall = top - bottom
    return Piece(shape(key, made, (right - left) / tall, -bottom / tall), tall)


def cut(
    key: str, frame: Box, layers: Callable[[Canvas], Sequence[Layer]], *, edge: float = 0.22, rows: int = 300
) -> Piece:
    """A thing cut from distances, back to front; `edge` is how much its outline catches the light."""

    def made() -> Painting:
        c = canvas(*frame, rows)
        parts = layers(c)
        out = paint(c, parts)
        whole = parts[0].distance
        for part in parts[1:]:
            whole = np.minimum(whole, part.distance)
        out[..., 7] = np.clip(out[..., 7] + edge * edge_glow(c, whole, 0.010 * c.height) * out[..., 3], 0.0, 1.0)
        return out

    return _piece(key, frame, made)


def drawn(key: str, frame: Box, made: Callable[[Canvas], Painting | Array], rows: int = 300) -> Piece:
    """A thing painted freely on a canvas, in one frame or several."""
    return _piece(key, frame, lambda: made(canvas(*frame, rows)))


def built(key: str, frame: Box, faces: Callable[[], Sequence[Face]], view: View, rows: int = 230) -> Piece:
    """A solid thing in perspective."""
    return _piece(key, frame, lambda: render(frame, faces(), view, rows))


def strewn(moment: Moment, n: int, wide: float, *, deep: float = 1.2, lane: int = 0) -> Array:
    """Where n things stand, (n, 3): the first in its place, the others beside and behind it, `wide` metres each."""
    out = np.empty((n, 3), np.float32)
    i = np.arange(n)
    side = np.where(i % 2 == 1, 1.0, -1.0) * ((i + 1) // 2)
    if uniform_one(moment.seed, 61 + lane) < 0.5:
        side = -side
    spread = moment.place.spread * moment.place.size
    out[:, 0] = moment.place.x + side * wide * spread * (0.92 + 0.3 * (uniform(moment.seed, 62 + lane, n) - 0.5))
    out[:, 1] = moment.place.y
    far = np.mod(0.35 + GOLDEN * i, 1.0)
    out[:, 2] = np.maximum(moment.place.z + np.where(i == 0, 0.0, (far * 1.6 - 0.05) * deep * wide * spread), 1.2)
    return out


def heeded(moment: Moment, *events: str) -> float:
    """The furthest of these events, eased: for things too large or too rooted to be moved by them, that brighten."""
    return float(smooth(max(moment.event(name) for name in events), 0.0, 1.0))


def larger(moment: Moment, k: float) -> Moment:
    """The same moment for a thing k times as large."""
    return moment.replace(place=replace(moment.place, size=moment.place.size * k))


def put(
    moment: Moment,
    piece: Piece,
    *,
    n: int | None = None,
    cap: int = 12,
    wide: float = 1.6,
    glow: float = 0.5,
    colour: Colour | None = None,
    tint: Colour | None = None,
    lit: float = 1.0,
    rim: float = 1.0,
    back: float = 0.05,
    lamp: float = 0.0,
    lamp_at: float = 0.5,
    reach: float = 3.0,
    float_: float = 0.0,
    sway: float = 0.0,
    frame: Scalar | None = None,
    mirror: bool = True,
    pool: float = 0.9,
    where: Array | None = None,
    sparks: int = 36,
    opacity: Scalar = 1.0,
    turn: Scalar = 0.0,
    even: bool = False,
) -> tuple[Form, ...]:
    """A thing (or n of it) where the element stands.

    `glow` is how brightly its own lights shine in `colour`; `back` the light in the air behind it; `lamp` how much it
    lights others from `lamp_at` of its height; `float_` metres it bobs (floating things), `sway` radians it swings;
    `even` keeps all of one size.
    """
    count = min(max(n if n is not None else moment.count, 1), cap)
    size = moment.place.size * piece.tall
    spot = strewn(moment, count, wide) if where is None else where
    count = len(spot)
    spot = np.array(spot, np.float32, copy=True)
    own = 6.2832 * uniform(moment.seed, 63, count)
    if float_:
        spot[:, 1] += float_ * (1.0 + np.sin(0.47 * moment.t + own)) * np.float32(moment.place.size)
    warm = np.asarray(colour or moment.tint or AMBER, np.float32)
    calm = 1.0 - 0.3 * moment.calm
    breath = 1.0 + 0.05 * np.sin(0.7 * moment.t + own)
    body_tint = tint or (1.0, 1.0, 1.0)
    if moment.tint is not None:
        body_tint = rgb(np.asarray(body_tint, np.float32) * (0.35 + 1.1 * np.asarray(moment.tint, np.float32)))
    flip = np.where(uniform(moment.seed, 64, count) < 0.5, -1.0, 1.0) if mirror else np.ones(count)
    if mirror and abs(moment.place.x) > 0.6:
        flip[0] = np.sign(moment.place.x)  # painted looking left: turned towards the middle of the picture
    scale = np.where((np.arange(count) == 0) | even, 1.0, 0.86 + 0.24 * uniform(moment.seed, 65, count))
    body = Sprites(
        piece.shape,
        spot,
        (size * scale).astype(np.float32),
        tint=body_tint,
        glow=(warm[None, :] * (glow * calm * breath)[:, None]).astype(np.float32),
        opacity=opacity,
        lit=lit,
        rim=rim,
        turn=(np.asarray(turn) + sway * np.sin(0.53 * moment.t + own)).astype(np.float32) * np.ones(count, np.float32),
        width=flip.astype(np.float32),
        frame=np.float32(0.0) if frame is None else frame,
    )
    here = float(smooth(moment.presence, 0.2, 1.0)) * calm
    middle = spot + np.array([0.0, (0.5 - piece.shape.foot) * size, 0.02], np.float32)
    middle[:, 1] = np.maximum(middle[:, 1], 0.05)
    forms: list[Form] = []
    if back > 0.0:
        # A breath of lit air behind it, so that its outline is read against light.
        forms.append(
            Dots(
                middle,
                (1.75 * size * scale).astype(np.float32),
                warm * np.array([1.0, 0.80, 0.70], np.float32) * np.float32(back * here),
                depth=float(np.median(spot[:, 2])) + 0.03,
                reflect=False,
            )
        )
    if pool and not float_ and piece.shape.foot < 0.3 and moment.place.y < 0.3:
        forms += contact(moment, spot, pool * size * 0.5 * max(piece.shape.aspect, 0.4))
    forms += gathered(moment, body, count=700, colour=rgb(warm))
    if sparks:
        forms.append(
            around(moment, rgb(middle[0]), 0.62 * size * max(1.0, piece.shape.aspect), warm * np.float32(here), sparks)
        )
    if lamp > 0.0:
        x, y, z = (float(v) for v in middle[0])
        height = y + (lamp_at - 0.5) * size
        forms.append(
            Light((x, height, z + 0.05 * size), rgb(warm * np.float32(lamp * here)), reach * moment.place.size, 0.5)
        )
    return tuple(forms)


def around(
    moment: Moment, middle: tuple[float, float, float], reach: float, colour: Array, n: int = 40, lane: int = 0
) -> Dots:
    """A few sparks that wander about a thing, rising slowly, each in its own time."""
    age = np.mod(
        uniform(moment.seed, 71 + lane, n) + moment.t * (0.035 + 0.03 * uniform(moment.seed, 72 + lane, n)), 1.0
    )
    own = 6.2832 * uniform(moment.seed, 73 + lane, n)
    at3 = np.stack(
        [
            middle[0] + reach * (0.55 * normal(moment.seed, 74 + lane, n) + 0.10 * np.sin(0.3 * moment.t + own)),
            np.maximum(middle[1] + reach * (0.45 * normal(moment.seed, 75 + lane, n) + 0.55 * (age - 0.5)), 0.02),
            np.maximum(middle[2] + 0.35 * reach * normal(moment.seed, 76 + lane, n), 0.8),
        ],
        1,
    ).astype(np.float32)
    bright = np.sin(np.pi * age) ** 2 * (0.25 + 0.75 * uniform(moment.seed, 77 + lane, n) ** 2)
    return Dots(
        at3,
        ((0.008 + 0.012 * uniform(moment.seed, 78 + lane, n)) * np.float32(max(reach, 0.3))).astype(np.float32),
        (colour[None, :] * (0.6 * bright)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, 79 + lane, n) > 0.93).astype(np.float32),
    )
