"""Painted things put on the stage: gathered out of motes, with a pool of light behind and a few sparks around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.mesh import Face, ViewAngle, render
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.standing import contact
from dreamplayer.drawing.primitives import Array, Dots, Form, Scalar, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.place import Surface
from dreamplayer.model.stage import Light

Box = tuple[float, float, float, float]
Colour = tuple[float, float, float]
AMBER = (1.0, 0.50, 0.17)
"""The light of windows, lamps and edges."""
GOLDEN = 0.6180339887498949


# Random lanes of `scattered_positions`, `place_prop` and `around`, of the seed of the moment.
_SIDE, _APART = 61, 62
PHASE, _MIRRORED, _SCALE = 63, 64, 65
_AGE, _RISE, _WANDER, _X, _Y, _Z, _BRIGHT, _SIZE, _GLINT = range(71, 80)
BOB_PACE, SWAY_PACE, BREATH_PACE = 0.47, 0.53, 0.7
"""Radians a second of bobbing, swinging and of the breath of its light: some 9 to 13 s a cycle."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A painted shape and how high its frame is, in metres."""

    shape: Shape
    """Its painting."""
    tall: float
    """Height of its frame, metres."""


_OWN_LIGHT = (0.45, 0.70)
"""Glow of what shines by itself: below the first it is a shine along edges, above the second a lamp or window."""
_GLASS = (0.35, 0.75)
"""Share of light that a glass, and that something solid keeps back."""
_RESTED: tuple[Surface, ...] = ("floor", "top", "seat", "bed", "wall")
"""Surfaces of a place on which a thing keeps still."""
_SHADOW = 0.6
"""How dark a shadow a prop casts that stands in a place."""


@lru_cache(maxsize=256)
def solid_of(prop: Shape) -> Shape:
    """A prop as it is seen in a place: lit as modelled bodies are, without the shine along its edges.

    On an open stage a thin light edge tells a prop from the dark behind it; in a place the lamps do, and the edge makes
    it look cut out.

    Args:
        prop: as it is painted.
    """
    if prop.modelled or prop.radial:
        return prop

    def painted() -> Array:
        image = np.array(prop.paint(), np.float32)
        # Flat, in the plane of its anchor.
        image[..., 6] = 0.5
        # Glass is seen by its edges alone and keeps them.
        glass = smooth(image[..., 3], _GLASS[1], _GLASS[0])
        image[..., 7] *= np.maximum(smooth(image[..., 7], *_OWN_LIGHT), glass)
        return image

    return shape(f"{prop.key}/solid", painted, prop.aspect, prop.foot, modelled=True)


def _piece(key: str, frame: Box, made: Callable[[], Array]) -> Piece:
    left, bottom, right, top = frame
    tall = top - bottom
    return Piece(shape(key, made, (right - left) / tall, -bottom / tall), tall)


def sdf_prop(
    key: str, frame: Box, layers: Callable[[Canvas], Sequence[Layer]], *, edge: float = 0.22, rows: int = 300
) -> Piece:
    """A prop cut from signed distance fields.

    Args:
        key: its name among painted shapes; painted once a run.
        frame: left, bottom, right and top of the painting in metres, the anchor at (0, 0).
        layers: gives the layers on a canvas, from back to front.
        edge: how much its outline catches the light, 0..1.
        rows: pixels of its height.
    """

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


def painted_prop(key: str, frame: Box, made: Callable[[Canvas], Painting | Array], rows: int = 300) -> Piece:
    """A prop painted freely on a canvas, in one frame or several.

    Args:
        key: its name among painted shapes; painted once a run.
        frame: left, bottom, right and top of the painting in metres, the anchor at (0, 0).
        made: gives (rows, columns, 8) or (frames, rows, columns, 8) light channels, see `Shape.paint`.
        rows: pixels of its height.
    """
    return _piece(key, frame, lambda: made(canvas(*frame, rows)))


def mesh_prop(key: str, frame: Box, faces: Callable[[], Sequence[Face]], view: ViewAngle, rows: int = 230) -> Piece:
    """A prop built of faces, rendered once in perspective.

    Args:
        key: its name among painted shapes; rendered once a run.
        frame: left, bottom, right and top of the picture in metres, the anchor at (0, 0).
        faces: gives its faces in metres.
        view: from where it is seen.
        rows: pixels of its height.
    """
    return _piece(key, frame, lambda: render(frame, faces(), view, rows))


def scattered_positions(moment: Moment, n: int, wide: float, *, deep: float = 1.2, lane: int = 0) -> Array:
    """Where several things stand: the first in its place, the others beside and behind it.

    Args:
        moment: when and where.
        n: how many.
        wide: metres that each takes, at size 1.
        deep: how far behind the others may stand, in shares of `wide`.
        lane: added to the random lanes, so that two rows of one element differ.

    Returns:
        (n, 3) float32, metres.
    """
    out = np.empty((n, 3), np.float32)
    i = np.arange(n)
    side = np.where(i % 2 == 1, 1.0, -1.0) * ((i + 1) // 2)
    if uniform_one(moment.seed, _SIDE + lane) < 0.5:
        side = -side
    spread = moment.place.spread * moment.place.size
    out[:, 0] = moment.place.x + side * wide * spread * (0.92 + 0.3 * (uniform(moment.seed, _APART + lane, n) - 0.5))
    out[:, 1] = moment.place.y
    far = np.mod(0.35 + GOLDEN * i, 1.0)
    out[:, 2] = np.maximum(moment.place.z + np.where(i == 0, 0.0, (far * 1.6 - 0.05) * deep * wide * spread), 1.2)
    return out


def event_progress(moment: Moment, *events: str) -> float:
    """The furthest of several events, eased: for things too large or too rooted to be moved by them, that brighten.

    Args:
        moment: when, where, and whose seed.
        events: names of one or more.

    Returns:
        0 before all of them .. 1 when one is complete.
    """
    return float(smooth(max(moment.event(name) for name in events), 0.0, 1.0))


def larger(moment: Moment, k: float) -> Moment:
    """The same moment for a thing k times as large.

    Args:
        moment: when, where, and whose seed.
        k: multiplies the size at its place: .5 half as tall, 2 twice, and as far apart from others of its kind.

    Returns:
        A moment with everything else as it was.
    """
    return moment.replace(place=replace(moment.place, size=moment.place.size * k))


@dataclass(frozen=True)
class Look:
    """How a prop is lit, how it moves, and what stands about it. Colours are linear light, 0..1 and brighter."""

    glow: float = 0.5
    """How brightly its own lights (windows, lamps, edges) shine: 0 dark .. 1 clearly lit."""
    colour: Colour | None = None
    """Of its own light; None for the colour of the words, or amber."""
    tint: Colour | None = None
    """Multiplies its albedo; None leaves it as it is painted."""
    lit: float = 1.0
    """How strongly lamps and sky relight it; 0 shows the albedo as it is."""
    rim: float = 1.0
    """Strength of the thin edge towards the light."""
    back: float = 0.05
    """Light in the air behind it, so that its outline is read against it: .01 barely, .05 a breath; 0 for none."""
    lamp: float = 0.0
    """How much it lights others: 0 not at all .. 1 a street lamp."""
    lamp_at: float = 0.5
    """Where that light hangs, in share of its height."""
    reach: float = 3.0
    """How far that light reaches, in metres at size 1."""
    bob: float = 0.0
    """Metres at size 1 by which it hangs and bobs; 0 for what stands."""
    sway: float = 0.0
    """Radians by which it swings in its own plane."""
    mirror: bool = True
    """True where it may be mirrored: at random, and beside the middle so that it looks to the middle."""
    pool: float = 0.9
    """Size of the contact shadow at its foot, in shares of its half width; 0 for none."""
    sparks: int = 36
    """Motes that wander about it."""
    even: bool = False
    """True where all of several are of one size."""


PLAIN = Look()
"""What most props look like."""


def _tinted(moment: Moment, look: Look) -> Colour:
    """What its albedo is multiplied by: the look's tint, drawn towards the colour of the words."""
    tint = look.tint or (1.0, 1.0, 1.0)
    if moment.tint is None:
        return tint
    return rgb(np.asarray(tint, np.float32) * (0.35 + 1.1 * np.asarray(moment.tint, np.float32)))


def _mirrored(moment: Moment, look: Look, count: int) -> NDArray[np.float64]:
    """-1 or 1 for each of `count`, (count,): -1 is seen in a mirror."""
    if not look.mirror:
        return np.ones(count)
    flip = np.where(uniform(moment.seed, _MIRRORED, count) < 0.5, -1.0, 1.0)
    if abs(moment.place.x) > 0.6:
        flip[0] = np.sign(moment.place.x)  # painted looking left: turned towards the middle of the picture
    return flip


def place_prop(
    moment: Moment,
    piece: Piece,
    look: Look = PLAIN,
    *,
    n: int | None = None,
    cap: int = 12,
    wide: float = 1.6,
    where: Array | None = None,
    frame: Scalar | None = None,
    opacity: Scalar = 1.0,
    turn: Scalar = 0.0,
) -> tuple[Form, ...]:
    """A painted thing, or several of it, gathered out of motes where the element stands.

    Args:
        moment: when and where; its size scales everything.
        piece: what is painted, and how high its frame is in metres.
        look: how it is lit and moves.
        n: how many, instead of the moment's count.
        cap: at most so many.
        wide: metres that each takes beside the others, at size 1.
        where: (n, 3) metres, instead of places scattered about the element's; `n` and `cap` do nothing then.
        frame: which painted frame, one for all or (n,); fractions blend neighbours.
        opacity: 0..1, one for all or (n,).
        turn: radians in its own plane, counter-clockwise, one for all or (n,).

    Returns:
        Air behind it, its contact shadow, its body and motes, sparks and its lamp, as far as the look has them.
    """
    count = min(max(n if n is not None else moment.count, 1), cap)
    size = moment.place.size * piece.tall
    spot = scattered_positions(moment, count, wide) if where is None else where
    count = len(spot)
    spot = np.array(spot, np.float32, copy=True)
    phase = 6.2832 * uniform(moment.seed, PHASE, count)
    if moment.surface in _RESTED:
        look = replace(look, bob=0.0, sway=0.0)
    if look.bob:
        spot[:, 1] += look.bob * (1.0 + np.sin(BOB_PACE * moment.t + phase)) * np.float32(moment.place.size)
    warm = np.asarray(look.colour or moment.tint or AMBER, np.float32)
    calm = 1.0 - 0.3 * moment.calm
    breath = 1.0 + 0.05 * np.sin(BREATH_PACE * moment.t + phase)
    smaller = 0.86 + 0.24 * uniform(moment.seed, _SCALE, count)
    scale = np.where((np.arange(count) == 0) | look.even, 1.0, smaller)
    swing = np.asarray(turn) + look.sway * np.sin(SWAY_PACE * moment.t + phase)
    inside = moment.surface is not None
    body = Sprites(
        solid_of(piece.shape) if inside else piece.shape,
        spot,
        (size * scale).astype(np.float32),
        tint=_tinted(moment, look),
        glow=(warm[None, :] * (look.glow * calm * breath)[:, None]).astype(np.float32),
        opacity=opacity,
        lit=look.lit,
        rim=look.rim,
        turn=swing.astype(np.float32) * np.ones(count, np.float32),
        width=_mirrored(moment, look, count).astype(np.float32),
        frame=np.float32(0.0) if frame is None else frame,
        shadow=_SHADOW if moment.surface in _RESTED and moment.surface != "wall" else 0.0,
    )
    here = float(smooth(moment.presence, 0.2, 1.0)) * calm
    middle = spot + np.array([0.0, (0.5 - piece.shape.foot) * size, 0.02], np.float32)
    middle[:, 1] = np.maximum(middle[:, 1], 0.05)
    forms: list[Form] = []
    if look.back > 0.0 and (look.lamp > 0.0 or not inside):
        # A breath of lit air behind it, so that its outline is read against light.
        forms.append(
            Dots(
                middle,
                (1.75 * size * scale).astype(np.float32),
                warm * np.array([1.0, 0.80, 0.70], np.float32) * np.float32(look.back * here),
                depth=float(np.median(spot[:, 2])) + 0.03,
                reflect=False,
            )
        )
    stands = not look.bob and piece.shape.foot < 0.3 and moment.place.y < 0.3
    if look.pool and stands:
        forms += contact(moment, spot, look.pool * size * 0.5 * max(piece.shape.aspect, 0.4))
    forms += gathered(moment, body, count=700, colour=rgb(warm))
    if look.sparks and not inside:
        reach = 0.62 * size * max(1.0, piece.shape.aspect)
        forms.append(around(moment, rgb(middle[0]), reach, warm * np.float32(here), look.sparks))
    if look.lamp > 0.0:
        x, y, z = (float(v) for v in middle[0])
        height = y + (look.lamp_at - 0.5) * size
        shine = rgb(warm * np.float32(look.lamp * here))
        forms.append(Light((x, height, z + 0.05 * size), shine, look.reach * moment.place.size, 0.5))
    return tuple(forms)


def around(
    moment: Moment, middle: tuple[float, float, float], reach: float, colour: Array, n: int = 40, lane: int = 0
) -> Dots:
    """A few sparks that wander about a thing, rising slowly, each in its own time.

    Args:
        moment: when, and whose seed.
        middle: metres, about where they wander.
        reach: metres, how far from it.
        colour: (3,) linear light of the brightest.
        n: how many.
        lane: added to the random lanes, so that two swarms of one element differ.
    """
    age = np.mod(
        uniform(moment.seed, _AGE + lane, n) + moment.t * (0.035 + 0.03 * uniform(moment.seed, _RISE + lane, n)), 1.0
    )
    own = 6.2832 * uniform(moment.seed, _WANDER + lane, n)
    at3 = np.stack(
        [
            middle[0] + reach * (0.55 * normal(moment.seed, _X + lane, n) + 0.10 * np.sin(0.3 * moment.t + own)),
            np.maximum(middle[1] + reach * (0.45 * normal(moment.seed, _Y + lane, n) + 0.55 * (age - 0.5)), 0.02),
            np.maximum(middle[2] + 0.35 * reach * normal(moment.seed, _Z + lane, n), 0.8),
        ],
        1,
    ).astype(np.float32)
    bright = np.sin(np.pi * age) ** 2 * (0.25 + 0.75 * uniform(moment.seed, _BRIGHT + lane, n) ** 2)
    if moment.surface is not None:
        # A place has its own dust and sparks.
        bright = 0.0 * bright
    return Dots(
        at3,
        ((0.008 + 0.012 * uniform(moment.seed, _SIZE + lane, n)) * np.float32(max(reach, 0.3))).astype(np.float32),
        (colour[None, :] * (0.6 * bright)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT + lane, n) > 0.93).astype(np.float32),
    )
