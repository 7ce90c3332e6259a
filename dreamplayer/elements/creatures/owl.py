"""An owl: it sits upright and closes its amber eyes now and then, or flies on broad wings."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Part, Vec, rotation, unit, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import feathers
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import larger
from dreamplayer.elements.creatures._shared.flying_bodies import OPEN_STAGE, Flyer, fly
from dreamplayer.elements.creatures._shared.residents import cast_of, residents, tinted
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_KIND = 67
_LIDS = 3
"""Frames: eyes open, half closed, closed."""
_COLOURS: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((0.30, 0.195, 0.105), (0.52, 0.43, 0.31), (0.46, 0.36, 0.24)),
    ((0.44, 0.33, 0.19), (0.66, 0.62, 0.55), (0.66, 0.61, 0.53)),
    ((0.27, 0.25, 0.225), (0.52, 0.50, 0.46), (0.48, 0.45, 0.40)),
)
"""Of back and wings, breast, and face: a tawny owl, a barn owl, a grey one."""
_FLYER = Flyer(
    "owl",
    0.34,
    (0.34, 0.235, 0.13),
    (0.56, 0.50, 0.40),
    (0.36, 0.26, 0.15),
    (0.20, 0.135, 0.08),
    span=1.45,
    chord=0.62,
    hand=0.62,
    sweep=0.10,
    tail=(0.30, 0.55, 0.0),
    girth=0.175,
    skull=(0.30, 0.07, 0.155),
    bill=0.02,
    stroke=0.7,
)


def _streaked(p: Array, breast: Colour, back: Colour) -> Array:
    """Pale before, with dark streaks; the back's own colour behind."""
    front = np.clip((p[2] - 0.030) / 0.025, 0, 1)
    streaks = np.clip(
        np.sin(p[0] * 190 + 2.2 * np.sin(p[1] * 70)) * np.sin(p[1] * 120 + 2 * np.sin(p[0] * 60)) * 2.2 - 0.5, 0, 1
    )
    pale = np.asarray(breast, F)[None] * (1.0 - 0.55 * streaks)[:, None]
    spots = 1.0 + 0.55 * np.clip(np.sin(p[0] * 130 + p[1] * 50) * np.sin(p[1] * 140 - p[2] * 90) - 0.45, 0, 1)
    dark = np.asarray(back, F)[None] * spots[:, None]
    return np.asarray(dark + (pale - dark) * front[:, None], F)


def _perched(colours: tuple[Colour, Colour, Colour], shut: float, branch: bool) -> list[Part]:
    back, breast, face = colours

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        return _streaked(p, breast, back)

    b = Part(back, 0.03, bump=feathers(26, 0.0022), paint=paint)
    b.loft(
        [(0, 0.045, -0.035), (0, 0.115, -0.005), (0, 0.205, 0.006), (0, 0.285, 0.004), (0, 0.335, 0.004)],
        [(0.058, 0.052), (0.098, 0.088), (0.112, 0.100), (0.098, 0.084), (0.082, 0.070)],
    )
    turn = rotation((0, 1, 0), -0.18)
    centre = vec(0, 0.372, 0.012)

    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + turn @ vec(x, y, z))

    b.ellipsoid(centre, (0.094, 0.078, 0.082), turn.T)
    for sign in (1.0, -1.0):
        b.cone(at(sign * 0.055, 0.050, 0.02), at(sign * 0.082, 0.108, 0.012), (0.026, 0.018), 0.004)
    discs, rim = Part(face, 0.006), Part(np.asarray(back) * 0.55, 0.004)
    amber, pupils, shine = Part((0.52, 0.27, 0.035), 0.001), Part((0.010, 0.009, 0.009), 0.001), Part((0.8,) * 3, 0.001)
    lids = Part(np.asarray(face) * 0.85, 0.001)
    for sign in (1.0, -1.0):
        away = unit((sign * 0.34, 0.0, 1.0))
        side = unit(np.cross((0, 1, 0), away))
        axes = turn @ np.stack([side, vec(0, 1, 0), away], 1)
        rim.ellipsoid(at(sign * 0.043, -0.002, 0.060), (0.054, 0.060, 0.018), axes.T)
        discs.ellipsoid(at(sign * 0.043, -0.002, 0.064), (0.048, 0.054, 0.018), axes.T)
        eye = at(sign * 0.042, 0.004, 0.070)
        amber.ellipsoid(eye, (0.0255, 0.0255, 0.018), axes.T)
        pupils.ellipsoid(eye + axes[:, 2] * 0.0105, (0.0155, 0.0155, 0.0095), axes.T)
        shine.ball(eye + axes[:, 2] * 0.019 + vec(0.006, 0.008, 0), 0.0038)
        if shut > 0.0:
            lid = Part(np.asarray(face) * 0.85, 0.001).ellipsoid(eye, (0.027, 0.027, 0.0245), axes.T)
            lids.melt(lid)
            lids.cut(eye + vec(0, 0.027 * (1.0 - 2.0 * shut), 0), (0, -1, 0))
    beak = Part((0.20, 0.15, 0.08), 0.003)
    beak.cone(at(0, -0.006, 0.080), at(0, -0.036, 0.092), (0.012, 0.014), 0.003)
    wings = Part(np.asarray(back) * 0.86, 0.01, bump=feathers(12, 0.004))
    for sign in (1.0, -1.0):
        wings.loft(
            [
                (sign * 0.092, 0.305, 0.012),
                (sign * 0.116, 0.205, 0.0),
                (sign * 0.086, 0.085, -0.035),
                (sign * 0.040, 0.030, -0.075),
            ],
            [(0.018, 0.040), (0.020, 0.062), (0.017, 0.046), (0.008, 0.014)],
        )
    tail = Part(np.asarray(back) * 0.8, 0.01, bump=feathers(8, 0.003))
    tail.cone((0, 0.07, -0.06), (0, 0.010, -0.105), (0.050, 0.016), (0.046, 0.010))
    legs = Part(np.asarray(breast) * 0.9, 0.010)
    claws = Part((0.06, 0.05, 0.04), 0.003)
    for sign in (1.0, -1.0):
        legs.cone((sign * 0.036, 0.070, 0.020), (sign * 0.036, 0.018, 0.035), 0.032, 0.019)
        for turned in (-0.5, 0.0, 0.5):
            claws.cone(
                (sign * 0.036, 0.014, 0.040),
                (sign * 0.036 + 0.034 * np.sin(turned), 0.008, 0.040 + 0.034 * np.cos(turned)),
                0.0095,
                0.005,
            )
    parts = [b, wings, rim, discs, amber, pupils, shine, beak, tail, legs, claws, *([lids] if shut > 0.0 else [])]
    if branch:
        bark = Part((0.12, 0.085, 0.06), 0.02)
        bark.loft(
            [(-0.42, -0.045, 0.02), (-0.16, -0.022, 0.03), (0.14, -0.024, 0.03), (0.40, -0.010, 0.02)],
            [0.018, 0.024, 0.023, 0.014],
        )
        parts.append(bark)
    return parts


@lru_cache(maxsize=8)
def _cast(colours: tuple[Colour, Colour, Colour], branch: bool) -> Modelled:
    key = f"owl/{branch:d}/" + "".join(f"{round(255 * c):02x}" for colour in colours for c in colour)
    return cast_of(
        key, lambda: [_perched(colours, k / (_LIDS - 1), branch) for k in range(_LIDS)], 0.46, 0.30, ground=not branch
    )


@element("air", 0.45, handles=("close",))
def owl(moment: Moment) -> tuple[Form, ...]:
    """An owl: it sits upright and closes its amber eyes now and then, or flies on broad wings.

    At an anchor of a place it stands on what that gives; elsewhere it brings a bough.
    """
    if moment.surface in ("air", "sky", "view"):
        return fly(moment, (_FLYER,), pace=0.55)
    colours = _COLOURS[int(uniform_one(moment.seed, _KIND) * len(_COLOURS))]
    own = (tinted(moment, colours[0]), *colours[1:])

    def lids(phase: Array) -> Array:
        u = np.mod(moment.t / 9.0 + phase, 1.0)
        frame = np.asarray((_LIDS - 1) * np.exp(-(((u - 0.5) / 0.06) ** 4)), F)
        closed = np.float32(smooth(moment.event("close"), 0.0, 1.0))
        return np.asarray(frame + (_LIDS - 1 - frame) * closed, F)

    open_stage = moment.surface is None
    shown = larger(moment, OPEN_STAGE) if open_stage else moment
    return residents(shown, _cast(own, open_stage), 0.34, lids, most=3)
