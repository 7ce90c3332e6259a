"""Trees: one old tree near, a wood with an aisle, upright or with its roots in the air."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.tree import tree as one_tree
from dreamplayer.drawing.treepaint import KINDS, PINE, TREE, UPTURNED
from dreamplayer.drawing.unbidden import unbidden
from dreamplayer.drawing.wood import rows
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import one
from dreamplayer.model.moment import Moment

LEAF = (0.145, 0.150, 0.085)
PLUM = (0.150, 0.115, 0.130)


def _upside_down(moment: Moment) -> bool:
    return moment.param("inverted", 0.0) > 0.5


def _leaf_colour(moment: Moment) -> tuple[float, float, float]:
    if moment.tint is not None:
        return tuple(0.35 * c + 0.02 for c in moment.tint)  # type: ignore[return-value]
    return PLUM if _upside_down(moment) else LEAF


def _grown(moment: Moment) -> float:
    """Nearly grown by itself; wholly when it is told to grow."""
    own = 0.84 + 0.06 * float(smooth(moment.t / 60.0, 0.0, 1.0))
    return own + (1.0 - own) * float(smooth(moment.event("grow"), 0.0, 1.0))


@element("prop", 6.5, family="plant", answers=("grow", "bloom", "invert"), several=9)
def tree(moment: Moment) -> tuple[Form, ...]:
    """An old broad tree with limbs and leaves; `inverted` 1 stands it on its crown, roots in the air."""
    inverted = _upside_down(moment)
    if moment.count > 1:
        shape = UPTURNED if inverted else TREE
        bright = 1.0 + 0.8 * moment.event("bloom")
        tint = tuple(1.3 * c * bright for c in _leaf_colour(moment))
        number, height = min(max(moment.count, 3), 30), moment.size(6.5)
        return rows(moment, shape, KINDS, number, height, tint=tint, grown=_grown(moment))  # type: ignore[arg-type]
    bloom = float(smooth(moment.event("bloom"), 0.0, 1.0))
    glow = tuple((0.22 * a + 0.10 * k) * bloom for a, k in zip(moment.palette.accent, moment.palette.key, strict=True))
    turn = float(smooth(moment.event("invert"), 0.0, 1.0))
    return one_tree(
        moment,
        moment.size(6.5) * (1.0 + 0.16 * moment.event("grow")),
        inverted=inverted,
        grown=_grown(moment) + 0.08 * bloom,
        tint=_leaf_colour(moment),
        glow=glow,  # type: ignore[arg-type]
        turn=turn,
    )


@element("far", 9.5, family="plant", answers=("grow", "invert", "part"), several=1)
def forest(moment: Moment) -> tuple[Form, ...]:
    """A wood in mist, rows behind rows, open in the middle: broad trees or pines; `inverted` 1 hangs it upside down.

    Notes: `pine` 1 asks for pines, 0 for broad trees; `near`, `far` metres it lies between, `aisle` its gap in screen
    units, `count` trees, `frame` 1 adds a few pines close by at both edges of the picture; `layout` a number: woods
    of one layout stand alike, so that scenes flow; `turns` seconds after which it turns over by itself.
    """
    moment = unbidden(moment, "invert", "turns", 8.0)
    if "layout" in moment.params:
        moment = moment.replace(seed=int(moment.param("layout", 1.0)))
    turn = float(smooth(moment.event("invert"), 0.0, 1.0))
    inverted = _upside_down(moment)
    here = _wood(moment, inverted)
    if turn <= 0.0:
        return here
    other = _wood(moment, not inverted)
    return (*_faded(here, 1.0 - smooth(turn, 0.0, 0.8)), *_faded(other, smooth(turn, 0.2, 1.0)))


def _wood(moment: Moment, inverted: bool) -> tuple[Form, ...]:
    pine = moment.param("pine", 1.0 if one(moment.seed, 19) < 0.45 else 0.0) > 0.5
    aisle = moment.param("aisle", 0.36) + 0.35 * float(smooth(moment.event("part"), 0.0, 1.0))
    motes = "layout" not in moment.params
    tall = moment.size(9.5) * (1.0 + 0.14 * moment.event("grow"))
    grown = _grown(moment)
    if pine and not inverted:
        near, far = moment.param("near", 6.0), moment.param("far", 55.0)
        count = int(min(max(moment.param("count", 66.0), 8.0), 150.0))
        dark = (0.048, 0.046, 0.050)
        wood = rows(moment, PINE, KINDS, count, 1.05 * tall, tint=dark, aisle=aisle, grown=grown, near=near, far=far,
                    lit=0.55, motes=motes)  # fmt: skip
        if moment.param("frame", 0.0) < 0.5:
            return wood
        edge = moment.replace(place=replace(moment.place, x=0.0, z=8.0, size=1.0), seed=moment.seed + 3)
        return (*wood, *rows(edge, PINE, KINDS, 7, 7.6, tint=(0.020, 0.018, 0.022), aisle=1.42, grown=grown, near=5.2,
                             far=9.5, wide=1.86, mist=0.0, lit=0.22, motes=motes))  # fmt: skip
    red, green, blue = _leaf_colour(moment)
    tint = (1.1 * red, 1.1 * green, 1.1 * blue)
    shape = UPTURNED if inverted else TREE
    near, far = moment.param("near", 7.0), moment.param("far", 55.0)
    count = int(min(max(moment.param("count", 46.0), 6.0), 90.0))
    return rows(
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
