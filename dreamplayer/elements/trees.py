"""Trees: one old tree near, a wood with an aisle, upright or with its roots in the air."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Dots, Form, Sprites
from dreamplayer.forms.tree import tree as one_tree
from dreamplayer.forms.treepaint import KINDS, PINE, TREE, UPTURNED
from dreamplayer.forms.unbidden import unbidden
from dreamplayer.forms.wood import rows
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import one
from dreamplayer.model.moment import Moment

LEAF = (0.145, 0.150, 0.085)
PLUM = (0.150, 0.115, 0.130)


def _upside_down(at: Moment) -> bool:
    return at.param("inverted", 0.0) > 0.5


def _leaf_colour(at: Moment) -> tuple[float, float, float]:
    if at.tint is not None:
        return tuple(0.35 * c + 0.02 for c in at.tint)  # type: ignore[return-value]
    return PLUM if _upside_down(at) else LEAF


def _grown(at: Moment) -> float:
    """Nearly grown by itself; wholly when it is told to grow."""
    own = 0.84 + 0.06 * float(smooth(at.t / 60.0, 0.0, 1.0))
    return own + (1.0 - own) * float(smooth(at.event("grow"), 0.0, 1.0))


@element("prop", 6.5, family="plant", answers=("grow", "bloom", "invert"), several=9)
def tree(at: Moment) -> tuple[Form, ...]:
    """An old broad tree with limbs and leaves; `inverted` 1 stands it on its crown, roots in the air."""
    inverted = _upside_down(at)
    if at.count > 1:
        shape = UPTURNED if inverted else TREE
        bright = 1.0 + 0.8 * at.event("bloom")
        tint = tuple(1.3 * c * bright for c in _leaf_colour(at))
        return rows(at, shape, KINDS, min(max(at.count, 3), 30), at.size(6.5), tint=tint, grown=_grown(at))  # type: ignore[arg-type]
    bloom = float(smooth(at.event("bloom"), 0.0, 1.0))
    glow = tuple((0.22 * a + 0.10 * k) * bloom for a, k in zip(at.palette.accent, at.palette.key, strict=True))
    turn = float(smooth(at.event("invert"), 0.0, 1.0))
    return one_tree(
        at,
        at.size(6.5) * (1.0 + 0.16 * at.event("grow")),
        inverted=inverted,
        grown=_grown(at) + 0.08 * bloom,
        tint=_leaf_colour(at),
        glow=glow,  # type: ignore[arg-type]
        turn=turn,
    )


@element("far", 9.5, family="plant", answers=("grow", "invert", "part"), several=1)
def forest(at: Moment) -> tuple[Form, ...]:
    """A wood in mist, rows behind rows, open in the middle: broad trees or pines; `inverted` 1 hangs it upside down.

    Notes: `pine` 1 asks for pines, 0 for broad trees; `near`, `far` metres it lies between, `aisle` its gap in screen
    units, `count` trees, `frame` 1 adds a few pines close by at both edges of the picture; `layout` a number: woods
    of one layout stand alike, so that scenes flow; `turns` seconds after which it turns over by itself.
    """
    at = unbidden(at, "invert", "turns", 8.0)
    if "layout" in at.params:
        at = at.at(seed=int(at.param("layout", 1.0)))
    turn = float(smooth(at.event("invert"), 0.0, 1.0))
    inverted = _upside_down(at)
    here = _wood(at, inverted)
    if turn <= 0.0:
        return here
    other = _wood(at, not inverted)
    return (*_faded(here, 1.0 - smooth(turn, 0.0, 0.8)), *_faded(other, smooth(turn, 0.2, 1.0)))


def _wood(at: Moment, inverted: bool) -> tuple[Form, ...]:
    pine = at.param("pine", 1.0 if one(at.seed, 19) < 0.45 else 0.0) > 0.5
    aisle = at.param("aisle", 0.36) + 0.35 * float(smooth(at.event("part"), 0.0, 1.0))
    motes = "layout" not in at.params
    tall = at.size(9.5) * (1.0 + 0.14 * at.event("grow"))
    grown = _grown(at)
    if pine and not inverted:
        near, far = at.param("near", 6.0), at.param("far", 55.0)
        count = int(min(max(at.param("count", 66.0), 8.0), 150.0))
        dark = (0.048, 0.046, 0.050)
        wood = rows(at, PINE, KINDS, count, 1.05 * tall, tint=dark, aisle=aisle, grown=grown, near=near, far=far,
                    lit=0.55, motes=motes)  # fmt: skip
        if at.param("frame", 0.0) < 0.5:
            return wood
        edge = at.at(place=replace(at.place, x=0.0, z=8.0, size=1.0), seed=at.seed + 3)
        return (*wood, *rows(edge, PINE, KINDS, 7, 7.6, tint=(0.020, 0.018, 0.022), aisle=1.42, grown=grown, near=5.2,
                             far=9.5, wide=1.86, mist=0.0, lit=0.22, motes=motes))  # fmt: skip
    red, green, blue = _leaf_colour(at)
    tint = (1.1 * red, 1.1 * green, 1.1 * blue)
    shape = UPTURNED if inverted else TREE
    near, far = at.param("near", 7.0), at.param("far", 55.0)
    count = int(min(max(at.param("count", 46.0), 6.0), 90.0))
    return rows(
        at, shape, KINDS, count, tall, tint=tint, aisle=aisle, grown=grown, near=near, far=far, motes=motes
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
