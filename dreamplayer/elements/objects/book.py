"""An open book whose pages shine; motes like letters rise from it. It opens and closes slowly."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Array, Dots, Form
from dreamplayer.drawing.props import AMBER, Look, event_progress, painted_prop, place_prop
from dreamplayer.elements.objects._shared.writing import writing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting, blur
from dreamplayer.model.moment import Moment

_AGE, _PACE, _ASIDE, _SWAY_PHASE = 1, 2, 3, 4
_BRIGHTNESS, _SIZE, _GLINT = 5, 6, 7
"""Random lanes of the motes like letters."""


Numbers = NDArray[Any]

_HALF = 0.62
"""Half its width when it lies open."""
_FAR, _NEAR = 0.44, 0.10
"""Heights of the far and the near edge of its pages at the spine: it is seen from a little above."""
_LEATHER, _PAPER = (0.20, 0.075, 0.045), (0.46, 0.37, 0.26)
_COVER_GLEAM = 0.25
"""Light on the near edge of the cover."""


def _within(step: float, side: Numbers, below: Numbers, above: Numbers) -> tuple[Numbers, Numbers]:
    """Distance to what lies within three edges, and how much of each pixel it covers, 0..1; `step` is a pixel's."""
    away = np.maximum(np.maximum(side, below), above)
    return away, np.clip(0.5 - away / step, 0, 1)


def _beam(c: Canvas, top: Numbers) -> Numbers:
    """Light that rises from between the pages, wider and fainter towards its end, in wisps."""
    width = 0.16 + 0.5 * np.clip(c.y - 0.42, 0, 1)
    fading = np.clip(1 - (c.y - 0.40) / 0.52, 0, 1) ** 1.6
    wisps = 0.7 + 0.5 * fbm(c.x * 5, c.y * 3, seed=4)
    return np.asarray(np.exp(-((c.x / width) ** 2)) * fading * (c.y > top - 0.02) * 0.30 * wisps)


def _open_book(c: Canvas, lift: float = 0.0) -> Painting:
    """An open book seen from a little above: two pages that curve to the spine, light rising from between them.

    `lift` 0 lies open .. 1 closed upright to a narrow wedge.
    """
    from_spine = np.abs(c.x)
    sign = np.sign(c.x)
    half = _HALF * (1 - 0.62 * lift)
    w = np.clip(from_spine / half, 0, 1.2)
    # The far edge of the pages, the near edge, and how they belly.
    belly = 0.10 * np.clip(np.sin(np.pi * np.clip(w, 0, 1)), 0, 1) ** 0.8 * (1 - 0.5 * w) + 0.16 * lift * w
    top = _FAR + belly + 0.02 * w
    low = _NEAR + belly * 0.9 - 0.05 * w
    v = (c.y - low) / (top - low)
    _, page = _within(c.step, from_spine - half, low - c.y, c.y - top)
    _, thick = _within(c.step, from_spine - half * 1.015, low - 0.055 - c.y, c.y - top)
    to_cover, cover = _within(c.step, from_spine - half * 1.06, low - 0.085 - c.y, c.y - top - 0.01)
    leaves = 0.6 + 0.4 * np.sin((c.y - low) * 700)
    right = (0.5 + 0.5 * (w - 0.02) * 0.98).astype(np.float32) * (sign > 0)
    left = (1 - w).astype(np.float32) * (sign <= 0)
    ink = writing(right + left, v.astype(np.float32), 9, 11)
    tilt = np.gradient(belly, c.step, axis=1)
    gutter = np.exp(-((from_spine / 0.035) ** 2))
    slanted = 0.55 + 0.45 * np.clip(0.6 - tilt * sign * 0.3, 0, 1)
    tone = slanted * (1 - 0.8 * ink) * (1 - 0.5 * gutter)
    out = np.zeros((*c.x.shape, 8), np.float32)
    paper = np.array(_PAPER)
    out[..., :3] = np.array(_LEATHER)
    out[..., :3] += (paper * 0.55 * leaves[..., None] - out[..., :3]) * thick[..., None]
    out[..., :3] += (paper * tone[..., None] - out[..., :3]) * page[..., None]
    out[..., 3] = np.maximum(np.maximum(cover, thick), page)
    out[..., 4] = np.clip(-tilt * 0.8, -0.8, 0.8) * page
    out[..., 5] = 0.5 * page
    out[..., 6] = np.clip(-to_cover, 0, 0.2)
    # The pages shine from the spine outwards, less under the writing; a line of light along their far edge.
    core = np.exp(-((c.x / 0.26) ** 2)) * np.clip(1 - 0.3 * v, 0.2, 1)
    far_edge = np.exp(-np.clip(top - c.y, 0, 1) / 0.008)
    glow = (0.10 + 0.55 * core) * page * (1 - 0.75 * ink) + 0.22 * far_edge * page
    near_edge = np.exp(-np.abs(c.y - low + 0.085) / 0.006) * cover * _COVER_GLEAM
    out[..., 7] = np.clip(glow + _beam(c, top) * (1 - 0.6 * lift) + near_edge, 0, 1)
    out[..., 7] = np.maximum(out[..., 7], 0.12 * blur(out[..., 7], 6))
    return out


def _books(c: Canvas) -> Array:
    """Four states from open to nearly closed."""
    return np.stack([_open_book(c, k) for k in (0.0, 0.33, 0.66, 1.0)])


_LAST_FRAME = 2.98
"""The frame of a closed book: a little less than the last, between which and the one before it is blended."""
_MOTES = 160
"""Motes like letters that rise from a book."""
_BOOK = painted_prop("page/book", (-0.76, -0.04, 0.76, 0.98), _books, rows=280)


@element("air", 1.1, handles=("open", "close"))
def book(moment: Moment) -> tuple[Form, ...]:
    """An open book whose pages shine; motes like letters rise from it. It opens and closes slowly."""
    shut = float(smooth(moment.event("close"), 0, 1)) * (1.0 - float(smooth(moment.event("open"), 0, 1)))
    frame = np.float32(min(_LAST_FRAME * min(shut, 1.0), _LAST_FRAME))
    n = int(min(max(moment.count, 1), 5))
    light = 1 - 0.75 * min(shut, 1.0) + 0.25 * event_progress(moment, "open")
    forms = place_prop(
        moment,
        _BOOK,
        Look(
            glow=0.95 * (0.4 + 0.6 * light),
            back=0.04 * light + 0.01,
            lamp=0.8 * light,
            lamp_at=0.45,
            reach=2.2,
            mirror=False,
            bob=0.03,
        ),
        n=n,
        wide=1.3,
        frame=frame,
    )
    motes = _MOTES
    # Rises in half a minute, some of them in a quarter; each spreads and sways on its way.
    pace = 0.03 + 0.03 * uniform(moment.seed, _PACE, motes)
    age = np.mod(uniform(moment.seed, _AGE, motes) + moment.t * pace, 1.0)
    size = moment.size(1.0)
    aside = 0.18 * normal(moment.seed, _ASIDE, motes) * (0.5 + 1.4 * age)
    sway = 0.10 * np.sin(3 * age + 0.4 * moment.t + 6.28 * uniform(moment.seed, _SWAY_PHASE, motes))
    x = moment.place.x + size * (aside + sway)
    y = moment.place.y + size * (0.42 + 1.1 * age)
    z = np.full(motes, moment.place.z - 0.05)
    bright = (
        np.sin(np.pi * age) ** 1.3
        * (0.25 + 0.75 * uniform(moment.seed, _BRIGHTNESS, motes) ** 2)
        * light
        * moment.presence
    )
    letters = Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.012 + 0.016 * uniform(moment.seed, _SIZE, motes)).astype(np.float32) * np.float32(size),
        (np.asarray(moment.tint or AMBER, np.float32)[None] * (0.9 * bright)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, motes) > 0.9).astype(np.float32),
    )
    return (*forms, letters)
