"""A wood in mist, rows behind rows, open in the middle: broad trees or pines; `inverted` 1 hangs it upside down."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.plants.treepaint import KINDS, TREE, blank, limbs
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.elements.plants._shared.rows_of_trees import tree_rows
from dreamplayer.elements.plants._shared.trees import UPTURNED, growth, leaf_colour, upside_down
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_WHORL, _REACH, _NEEDLE, _BOUGH = 1, 2, 4, 30
"""Random lanes of a painted spruce: how the whorls are spaced, how far each reaches, how long its needles are; from
30 on how far each bough of a whorl reaches.
"""
_SPRUCE = 19
"""Random lane of whether the trees are spruces."""

_PINE = (-0.30, -0.02, 0.30, 1.04)
"""Frame of a spruce: left, bottom, right, top in its heights."""


def _pine(c: Canvas, seed: int) -> Painting:
    """A dark spruce: whorls of boughs that droop and lift at their tips, fringed with needle strokes."""
    out = blank(c)
    rows = 60
    trunk = np.stack([np.zeros(8), np.linspace(0, 1.0, 8), np.zeros(8)], 1)[None].astype(np.float32)
    limbs(c, out, trunk, np.linspace(0.016, 0.001, 8, dtype=np.float32)[None], 0.4, seed)
    strands, widths, needles = [], [], []
    along = np.linspace(0, 1, 6)
    rough = uniform(seed, _NEEDLE, rows * 40)
    for k in range(rows):
        height = 0.10 + 0.89 * (k + 0.6 * uniform(seed, _WHORL, rows)[k]) / rows
        reach = (0.205 * (1 - height) ** 0.82 + 0.012) * (0.72 + 0.5 * uniform(seed, _REACH, rows)[k])
        for side in (-1.0, 1.0, -0.45, 0.5):
            wave = 0.55 + 0.75 * float(uniform(seed, _BOUGH + k, 4)[int(side * 2) % 4])
            x = side * reach * wave * along
            y = height + 0.02 * along - 0.34 * reach * wave * along**0.8 + 0.10 * reach * along**4
            spine = np.stack([x, y, np.full(6, -abs(side))], 1)
            strands.append(spine)
            widths.append(np.linspace(0.0035, 0.0012, 6))
            for joint in range(1, 6):
                for needle, lean in enumerate((-1.4, -0.4, 0.8, 1.9)):
                    own = 0.6 + 0.9 * float(rough[(k * 37 + joint * 5 + needle) % len(rough)])
                    tip = (
                        np.array([side * 0.018 + 0.008 * lean, -0.024 - 0.004 * lean, 0.0])
                        * (0.5 + 0.6 * (1 - height))
                        * own
                    )
                    foot = spine[joint] + (spine[joint - 1] - spine[joint]) * (0.25 * needle)
                    needles.append(np.stack([foot, foot + tip]))
    limbs(c, out, np.asarray(strands, np.float32), np.asarray(widths, np.float32), 0.5, seed)
    thin = np.tile(f32([[0.0036, 0.0010]]), (len(needles), 1))
    limbs(c, out, np.asarray(needles, np.float32), thin, 0.5, seed + 1)
    out[..., 6] = np.minimum(out[..., 6], 0.02) + 0.03 * np.exp(-((c.x / 0.06) ** 2))
    return out


def _paint_pines() -> Painting:
    c = canvas(*_PINE, 320)
    return frames([_pine(c, 5 + 3 * k) for k in range(KINDS)])


_PINE_SHAPE = on(canvas(*_PINE, 8), "tree/pine", _paint_pines)


@element("far", 9.5, handles=("grow", "invert", "part"))
def forest(moment: Moment) -> tuple[Form, ...]:
    """A wood in mist, rows behind rows, open in the middle: broad trees or pines; `inverted` 1 hangs it upside down.

    Notes: `pine` 1 asks for pines, 0 for broad trees; `near`, `far` metres it lies between, `aisle` its gap in screen
    units, `count` trees, `frame` 1 adds a few pines close by at both edges of the picture; `layout` a number: woods
    of one layout stand alike, so that scenes flow.
    """
    if "layout" in moment.params:
        moment = moment.replace(seed=int(moment.param("layout", 1.0)))
    turn = float(smooth(moment.event("invert"), 0.0, 1.0))
    inverted = upside_down(moment)
    here = _wood(moment, inverted)
    if turn <= 0.0:
        return here
    other = _wood(moment, not inverted)
    return (*_faded(here, 1.0 - smooth(turn, 0.0, 0.8)), *_faded(other, smooth(turn, 0.2, 1.0)))


def _wood(moment: Moment, inverted: bool) -> tuple[Form, ...]:
    pine = moment.param("pine", 1.0 if uniform_one(moment.seed, _SPRUCE) < 0.45 else 0.0) > 0.5
    aisle = moment.param("aisle", 0.36) + 0.35 * float(smooth(moment.event("part"), 0.0, 1.0))
    motes = "layout" not in moment.params
    tall = moment.size(9.5) * (1.0 + 0.14 * moment.event("grow"))
    grown = growth(moment)
    if pine and not inverted:
        near, far = moment.param("near", 6.0), moment.param("far", 55.0)
        count = int(min(max(moment.param("count", 66.0), 8.0), 150.0))
        dark = (0.048, 0.046, 0.050)
        wood = tree_rows(
            moment,
            _PINE_SHAPE,
            KINDS,
            count,
            1.05 * tall,
            tint=dark,
            aisle=aisle,
            grown=grown,
            near=near,
            far=far,
            lit=0.55,
            motes=motes,
        )
        if moment.param("frame", 0.0) < 0.5:
            return wood
        edge = moment.replace(place=replace(moment.place, x=0.0, z=8.0, size=1.0), seed=moment.seed + 3)
        return (
            *wood,
            *tree_rows(
                edge,
                _PINE_SHAPE,
                KINDS,
                7,
                7.6,
                tint=(0.020, 0.018, 0.022),
                aisle=1.42,
                grown=grown,
                near=5.2,
                far=9.5,
                wide=1.86,
                mist=0.0,
                lit=0.22,
                motes=motes,
            ),
        )
    red, green, blue = leaf_colour(moment)
    tint = (1.1 * red, 1.1 * green, 1.1 * blue)
    shape = UPTURNED if inverted else TREE
    near, far = moment.param("near", 7.0), moment.param("far", 55.0)
    count = int(min(max(moment.param("count", 46.0), 6.0), 90.0))
    return tree_rows(
        moment, shape, KINDS, count, tall, tint=tint, aisle=aisle, grown=grown, near=near, far=far, motes=motes
    )  # fmt: skip


def _faded(forms: tuple[Form, ...], share: float) -> tuple[Form, ...]:
    """The same at a share of its opacity."""
    out: list[Form] = []
    for form in forms:
        if isinstance(form, Sprites):
            out.append(replace(form, opacity=np.asarray(form.opacity, np.float32) * np.float32(share)))
        elif isinstance(form, Dots):
            out.append(replace(form, colour=form.colour * np.float32(share)))
        else:
            out.append(form)
    return tuple(out)
