"""An old broad tree with limbs and leaves; `inverted` 1 stands it on its crown, roots in the air."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import approach
from dreamplayer.drawing.plants.branching import POINTS, skeleton
from dreamplayer.drawing.plants.treepaint import KINDS, TREE, blank, foliage, limbs
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites
from dreamplayer.elements.plants._shared.rows_of_trees import tree_rows
from dreamplayer.elements.plants._shared.trees import UPTURNED, growth, leaf_colour, root_plate, upside_down
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_TWIG_ANGLE, _TWIG_REACH = 61, 62
"""Random lanes of a painted twig: the angles of its leaves and how far they reach."""
_LEAF_PHASE, _LEAF_SIZE, _LEAF_SHADE, _LEAF_KIND = 31, 32, 33, 34
"""Random lanes of the leaves: phase of the sway and of coming out, size, shade, kind."""
_MOTE_SPOT, _MOTE_BRIGHT, _MOTE_SIZE = 41, 42, 43
"""Random lanes of the lights that gather into the tree: where, how bright, how large."""


def _spray() -> Painting:
    """A twig end with a dozen leaves, three kinds; for boughs near the eye."""
    c = canvas(-0.55, -0.55, 0.55, 0.55, 150)
    made = []
    for k in range(3):
        out = blank(c)
        n = 15
        angle, reach = (
            2.4 * np.arange(n) + 0.5 * normal(k, _TWIG_ANGLE, n),
            0.10 + 0.27 * np.sqrt(uniform(k, _TWIG_REACH, n)),
        )
        where = np.stack([reach * np.cos(angle), reach * np.sin(angle), -np.arange(n) / n], 1)
        stems = np.stack([np.zeros((n, 3)), where], 1).astype(np.float32)
        limbs(c, out, stems, np.full((n, 2), 0.006, np.float32), 0.35, k)
        foliage(c, out, where.astype(np.float32), (reach / 0.4).astype(np.float32), 0.125, 2, 11 + k, 1.0)
        made.append(out)
    return frames(made)


_SPRAY = on(canvas(-0.55, -0.55, 0.55, 0.55, 8), "tree/spray", _spray)
"""A twig end with its leaves, three frames."""
_LEAVES = 1100
"""The most sprays of leaves drawn: fewer let the branches be seen."""


@lru_cache(maxsize=16)
def _upturned(seed: int) -> tuple[Array, Array, Array, Array, Array]:
    """Strands, widths, births, twigs and their outwardness of a tree with its roots in the air."""
    crown, plate = skeleton(seed, levels=4, roots=False), root_plate(seed)

    def flip(points: Array) -> Array:
        out = points.copy()
        out[..., 1] = 0.74 - 0.60 * points[..., 1]
        out[..., 0] *= np.clip(0.25 + 1.5 * (out[..., 1] - 0.08), 0.14, 1.0)
        return out

    roots = plate.points * np.array([0.66, 1.0, 0.66], np.float32)
    roots[..., 1] = 0.66 + 0.42 * np.clip(plate.points[..., 1], 0, 1) ** 1.1
    return (
        np.concatenate([flip(crown.points), roots]),
        np.concatenate([crown.width * np.float32(1.05), plate.width * np.float32(0.85)]),
        np.concatenate([crown.born, plate.born]), flip(crown.twigs), crown.far,
    )  # fmt: skip


@lru_cache(maxsize=16)
def _upright(seed: int) -> tuple[Array, Array, Array, Array, Array]:
    s = skeleton(seed, levels=4)
    return s.points, s.width, s.born, s.twigs, s.far


def _turned(points: Array, share: float) -> Array:
    """The tree turning over about its middle, away from the eye and back."""
    if share <= 0.0:
        return points
    angle = np.pi * share
    y, z = points[..., 1] - 0.52, points[..., 2]
    out = points.copy()
    out[..., 1] = 0.52 + y * np.cos(angle) - z * np.sin(angle) + 0.06 * np.sin(angle)
    out[..., 2] = z * np.cos(angle) + y * np.sin(angle)
    return out


def _tree(
    moment: Moment,
    tall: float,
    *,
    inverted: bool,
    grown: float,
    leafy: float = 1.0,
    tint: tuple[float, float, float] = (0.15, 0.14, 0.09),
    glow: tuple[float, float, float] = (0.0, 0.0, 0.0),
    turn: float = 0.0,
) -> tuple[Form, ...]:
    """`tall` metres high where the moment stands. `grown` 0..1; `turn` 0..1 turns it upside down or back."""
    strands, width, born, twigs, far = (_upturned if inverted else _upright)(moment.seed % 5)
    p = moment.place
    foot = np.array([p.x, p.y, p.z], np.float32)
    show = smooth(moment.presence, 0.25, 0.9)
    grow = grown * smooth(moment.presence, 0.15, 1.0)
    sway = 0.006 * np.sin(0.5 * moment.t + 2.0 * strands[..., 0] + 1.3 * moment.seed)
    moved = _turned(strands, turn).copy()
    moved[..., 0] += sway * np.clip(strands[..., 1] - 0.3, 0, 1)
    thick = width * (0.35 + 0.65 * grow)
    line = Ribbons(
        (foot + moved * tall).astype(np.float32),
        (thick * tall).astype(np.float32),
        tuple(0.035 + 4.0 * c for c in moment.palette.body),  # type: ignore[arg-type]
        profile="body",
        opacity=np.float32(show) if show < 1.0 else 1.0,
        grown=np.clip((grow * 1.02 - born[:, None]) / 0.30, 0.0, 1.0).astype(np.float32),
        depth=p.z + 0.05,
    )
    n = min(len(twigs), _LEAVES)
    pick = (np.arange(n) * (len(twigs) / n)).astype(np.int64)
    where = _turned(twigs[pick], turn).copy()
    own = uniform(moment.seed, _LEAF_PHASE, n)
    where[:, 0] += 0.008 * np.sin(0.7 * moment.t + 6.28 * own + 3.0 * where[:, 0])
    out = smooth((grow - 0.45) / 0.55 * 1.4 - 0.4 * own, 0.0, 1.0)
    size = tall * (0.055 + 0.045 * uniform(moment.seed, _LEAF_SIZE, n)) * (0.4 + 0.6 * out)
    shade = (0.45 + 0.55 * far[pick]) * (0.55 + 0.6 * uniform(moment.seed, _LEAF_SHADE, n))
    leaves = Sprites(
        _SPRAY, (foot + where * tall).astype(np.float32), size.astype(np.float32),
        tint=(np.asarray(tint, np.float32)[None] * shade[:, None]).astype(np.float32), glow=glow,
        opacity=(out * show * leafy).astype(np.float32), rim=0.8,
        turn=(6.283 * own + 0.10 * np.sin(0.8 * moment.t + 9 * own)).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _LEAF_KIND, n) * 3).astype(np.float32), depth=p.z,
    )  # fmt: skip
    forms: list[Form] = [line]
    if leafy > 0.01:
        forms.append(leaves)
    if moment.presence < 1.0:
        forms.append(_motes(moment, foot, tall, strands, twigs))
    return tuple(forms)


def _motes(moment: Moment, foot: Array, tall: float, strands: Array, twigs: Array, n: int = 1200) -> Dots:
    """Lights that draw together into the tree's lines while it arrives."""
    points = np.concatenate([strands.reshape(-1, 3)[:: max(1, len(strands) * POINTS // 700)], twigs])
    pick = (uniform(moment.seed, _MOTE_SPOT, n) * len(points)).astype(np.int64)
    where = foot + tall * (points[pick] + 0.8 * approach(moment.presence, moment.seed, n))
    where[:, 1] = np.maximum(where[:, 1], 0.01)
    where[:, 2] = np.maximum(where[:, 2], 0.8)
    bright = (
        smooth(moment.presence, 0.0, 0.3)
        * (1.0 - smooth(moment.presence, 0.65, 1.0))
        * (0.3 + 0.7 * uniform(moment.seed, _MOTE_BRIGHT, n))
    )
    base = np.asarray(moment.palette.key, np.float32)
    size = tall * (0.004 + 0.006 * uniform(moment.seed, _MOTE_SIZE, n))
    shine = base[None] * (0.5 * bright)[:, None]
    return Dots(where.astype(np.float32), size.astype(np.float32), shine.astype(np.float32))


@element("prop", 6.5, handles=("grow", "bloom", "invert"))
def tree(moment: Moment) -> tuple[Form, ...]:
    """An old broad tree with limbs and leaves; `inverted` 1 stands it on its crown, roots in the air."""
    inverted = upside_down(moment)
    if moment.count > 1:
        shape = UPTURNED if inverted else TREE
        bright = 1.0 + 0.8 * moment.event("bloom")
        tint = tuple(1.3 * c * bright for c in leaf_colour(moment))
        number, height = min(max(moment.count, 3), 30), moment.size(6.5)
        return tree_rows(moment, shape, KINDS, number, height, tint=tint, grown=growth(moment))  # type: ignore[arg-type]
    bloom = float(smooth(moment.event("bloom"), 0.0, 1.0))
    glow = tuple((0.22 * a + 0.10 * k) * bloom for a, k in zip(moment.palette.accent, moment.palette.key, strict=True))
    turn = float(smooth(moment.event("invert"), 0.0, 1.0))
    return _tree(
        moment,
        moment.size(6.5) * (1.0 + 0.16 * moment.event("grow")),
        inverted=inverted,
        grown=growth(moment) + 0.08 * bloom,
        tint=leaf_colour(moment),
        glow=glow,  # type: ignore[arg-type]
        turn=turn,
    )
