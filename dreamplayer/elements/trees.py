"""Trees: one old tree near, a wood with an aisle, upright or with its roots in the air."""

from __future__ import annotations

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Form
from dreamplayer.forms.tree import tree as one_tree
from dreamplayer.forms.treepaint import KINDS, PINE, TREE, UPTURNED
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
    """Grown already when it arrives, unless it is told to grow: then it starts small at the word."""
    if "grow" in at.events:
        return 0.42 + 0.58 * float(smooth(at.event("grow"), 0.0, 1.0))
    return 0.94 + 0.06 * float(smooth(at.t / 60.0, 0.0, 1.0))


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
        at, at.size(6.5), inverted=inverted, grown=_grown(at) + 0.08 * bloom, tint=_leaf_colour(at), glow=glow,  # type: ignore[arg-type]
        turn=turn,
    )  # fmt: skip


@element("far", 7.0, family="plant", answers=("grow", "invert", "part"), several=1)
def forest(at: Moment) -> tuple[Form, ...]:
    """A wood in mist, rows behind rows, open in the middle: broad trees or pines; `inverted` 1 hangs it upside down.

    Notes: `pine` 1 asks for pines, 0 for broad trees.
    """
    inverted = _upside_down(at)
    turn = float(smooth(at.event("invert"), 0.0, 1.0))
    pine = at.param("pine", 1.0 if one(at.seed, 19) < 0.45 else 0.0) > 0.5
    tint = tuple(1.1 * c for c in _leaf_colour(at))
    aisle = 0.36 + 0.35 * float(smooth(at.event("part"), 0.0, 1.0))
    grown = _grown(at)
    if inverted or turn > 0.0:
        away, come = (UPTURNED, TREE) if inverted else (PINE if pine else TREE, UPTURNED)
        first = rows(at, away, KINDS, 30, at.size(7.0), tint=tint, aisle=aisle, grown=grown * (1 - 0.25 * turn))  # type: ignore[arg-type]
        if turn <= 0.001:
            return first
        return (*_faded(first, 1.0 - smooth(turn, 0.15, 0.75)),
                *_faded(rows(at, come, KINDS, 30, at.size(7.0), tint=tint, aisle=aisle, grown=grown, mist=0.0), smooth(turn, 0.3, 0.95)))  # type: ignore[arg-type]  # fmt: skip
    if pine:
        return rows(at, PINE, KINDS, 58, at.size(8.0), tint=(0.10, 0.105, 0.10), aisle=aisle, grown=grown, near=6.5)
    return rows(at, TREE, KINDS, 40, at.size(7.0), tint=tint, aisle=aisle, grown=grown, near=7.5)  # type: ignore[arg-type]


def _faded(forms: tuple[Form, ...], share: float) -> tuple[Form, ...]:
    """The same at a share of its opacity."""
    from dataclasses import replace

    import numpy as np

    return tuple(
        replace(f, opacity=np.asarray(f.opacity, np.float32) * np.float32(share)) if hasattr(f, "opacity") else f
        for f in forms
    )  # type: ignore[type-var,misc]
