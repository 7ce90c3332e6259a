"""Contact sheets of visions: a thing as stardust in its three acts, over water, among the stars and in a colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.visions.motes import GATHER, HOLD, SCATTER, WHOLE
from dreamplayer.errors import PictureError
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour
from dreamplayer.model.score import Cue, Span, Support
from dreamplayer.model.stage import Air, Camera, Light, Placement, Stage
from dreamplayer.picture.frame import Frame, Painter
from dreamplayer.picture.look import CELL, PALETTE
from dreamplayer.picture.visions import cloud, forms_of

HELD = GATHER + 3.7
"""A moment in the middle of a vision's hold, seconds."""
OVER_WATER = Placement(0.0, -0.16, 30.0, 0.38)
IN_THE_SKY = Placement(0.0, 0.16, 320.0, 0.36)
LAMP = Light((-2.0, 1.4, 6.0), (0.9, 0.42, 0.14), 4.0)
BLUE: Colour = (0.10, 0.20, 0.70)
NIGHT = replace(PALETTE, glow=(0.05, 0.020, 0.013))
SHOTS: tuple[tuple[str, float, Placement, Colour | None, tuple[Light, ...]], ...] = (
    ("gathering", 0.25 * GATHER, OVER_WATER, None, ()),
    ("gathering", 0.60 * GATHER, OVER_WATER, None, ()),
    ("held", HELD, OVER_WATER, None, ()),
    ("scattering", GATHER + HOLD + 0.3 * SCATTER, OVER_WATER, None, ()),
    ("scattering", GATHER + HOLD + 0.6 * SCATTER, OVER_WATER, None, ()),
    ("in blue", HELD, OVER_WATER, BLUE, ()),
    ("from a lamp", 0.5 * GATHER, replace(OVER_WATER, z=6.0), None, (LAMP,)),
    ("in the sky", HELD, IN_THE_SKY, None, ()),
    ("small", HELD, replace(OVER_WATER, size=0.2), None, ()),
)
"""Label, seconds since the first mote, place on the screen, colour and lamps of each cell."""


def stage() -> Stage:
    """Still water under a dark sky."""
    return Stage(
        camera=Camera(eye=1.6, focal=1.35, horizon=-0.32),
        ground="water",
        air=Air((0.012, 0.010, 0.020), 0.012, 0.6),
        clouds=0.15,
        nebula=0.45,
        stars=0.6,
        ridges=0.5,
    )


def vision_frame(
    name: str, t: float, spot: Placement, tint: Colour | None = None, lamps: tuple[Light, ...] = ()
) -> Frame:
    """One picture of a vision.

    Args:
        name: of an element or a glyph.
        t: seconds since its first mote set out.
        spot: its place on the screen, see `model.score.Holding`.
        tint: colour the words would name.
        lamps: its motes come from the nearest.
    """
    here = stage()
    seed = seed_of("look", name)
    span = Span(0.0, WHOLE)
    cue = Cue("element", name, "literal", span, None, None, None, 0, place=spot, rests=Support("vision"), tint=tint)
    forms = forms_of(cue, Moment(t=t, seed=seed, stage=here, palette=NIGHT), lamps)
    return Frame(
        t=t,
        stage=here,
        grounds=((here.ground, 1.0),),
        palette=NIGHT,
        forms=tuple(form for form in forms if not isinstance(form, Light)),
        lights=(*lamps, *(form for form in forms if isinstance(form, Light))),
        clock=t,
        aspect=CELL[0] / CELL[1],
    )


def vision_cells(name: str, painter: Painter) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """The cells of a vision's contact sheet, row by row: a label and its picture.

    Pictures are sRGB, shape (height, width, 3) of `CELL`; three make a row.

    Args:
        name: of an element or a glyph.
        painter: draws it.

    Raises:
        PictureError: its drawing shows no form in motes.
    """
    if len(cloud(name).position) == 0:
        raise PictureError(f"{name} shows no form in motes", todo='Set vision = "none" in its record.')
    painter.resize(*CELL)
    for label, t, spot, tint, lamps in SHOTS:
        painter.paint(vision_frame(name, t, spot, tint, lamps))
        yield f"vision, {label}, {t:.1f} s", np.frombuffer(painter.pixels(), np.uint8).reshape(CELL[1], CELL[0], 3)
