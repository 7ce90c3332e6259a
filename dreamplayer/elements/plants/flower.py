"""One flower opening slowly, lit from its own heart; many become a drift."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.plants.flower import _BOX, HUES, KINDS, LOTUS_FRAME, _grown, meadow_flowers
from dreamplayer.drawing.primitives import Array, Dots, Form, Instances, Shape, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_WREATH_ANGLE, _WREATH_FAR, _WREATH_THIN, _WREATH_BLUR, _WREATH_STRAYS, _WREATH_BAND = 1, 2, 3, 4, 5, 6
_WREATH_BUD, _WREATH_SIZE, _WREATH_HUE, _WREATH_SWAY = 7, 8, 9, 13
"""Random lanes of the wreath: angle, distance, where the meadow is thin, blur of the bands, which stray into which
band, which are still buds, size, brightness, phase of the sway.
"""
_WAY, _HUE = 40, 41
"""Random lanes of a single flower: its kind and, from 41 on, its colour."""
_POLLEN_BORN, _POLLEN_PERIOD, _POLLEN_ANGLE, _POLLEN_FAR, _POLLEN_BRIGHT = 21, 22, 23, 24, 25
"""Random lanes of the pollen of a flower: when and how slowly a mote climbs, its angle, how far out, how bright."""
_RING_ANGLE, _RING_FAR, _RING_BORN, _RING_PERIOD, _RING_BRIGHT = 31, 32, 33, 34, 35
"""Random lanes of the pollen over the rings: angle, distance, when and how slowly a mote climbs, how bright."""
_PATCH_FAR, _PATCH_RAGGED, _PATCH_ANGLE, _PATCH_OPENS, _PATCH_ORDER, _PATCH_KIND, _PATCH_HEIGHT = 1, 2, 3, 4, 5, 6, 7
_PATCH_HUE, _PATCH_TONE, _PATCH_LEAN, _PATCH_SWAY, _PATCH_FLIP = 8, 9, 10, 11, 12
"""Random lanes of the patch: distance (two), angle, when each opens and appears, kind, height, colour, tone, lean,
when it sways, whether it is mirrored.
"""

_STAGES = 4
"""Frames of a kind: bud, opening, open, full."""


@cache
def _bloom(name: str, rows: int = 300) -> Shape:
    """One kind, `_STAGES` frames from bud to full; the lotus floats, the others stand on stems of height 1."""
    box = LOTUS_FRAME if name == "lotus" else _BOX
    return on(canvas(*box, 8), f"flower/{name}/{rows}", lambda: _grown(name, rows))


def _stage(open_: float) -> float:
    """The frame of an openness 0..1."""
    return float(smooth(open_, 0.0, 1.0)) * (_STAGES - 1.001)


_BANDS = (
    # Up to this share of the way out, frame of its open flower, size, colour in linear light.
    (0.24, 3, 0.95, (0.78, 0.64, 0.52)),
    (0.47, 11, 1.00, (0.62, 0.27, 0.040)),
    (0.66, 7, 1.00, (0.60, 0.150, 0.022)),
    (1.01, 19, 1.25, (0.34, 0.20, 0.50)),
)
"""The rings of the wreath from its middle outwards: milk white, gold, saffron, lavender."""


@lru_cache(maxsize=8)
def _planted(seed: int, count: int, inner: float, outer: float) -> tuple[Array, Array, Array, Array, Array]:
    """Places about the origin, sizes, colours, frames, and how late each opens (0..1)."""
    angle = 6.28318 * uniform(seed, _WREATH_ANGLE, count)
    outward = np.clip(uniform(seed, _WREATH_FAR, count) ** 0.85, 0.0, 1.0)
    # Noise on the angle takes its sine and cosine: an angle itself leaves a seam.
    ragged = (
        fbm((2.2 * np.cos(angle) + 9).astype(np.float32), (2.2 * np.sin(angle) + 4).astype(np.float32), seed % 89, 3)
        - 0.5
    )
    radius = inner + (outer * (1.0 + 0.30 * ragged) - inner) * outward
    x, z = radius * np.cos(angle), radius * np.sin(angle)
    drift = fbm((0.9 * x).astype(np.float32), (0.9 * z).astype(np.float32), 11 + seed % 61, 3)
    keep = drift + 0.16 * normal(seed, _WREATH_THIN, count) > 0.37 + 0.16 * outward**2
    band = np.searchsorted(
        [edge for edge, *_ in _BANDS], np.clip(outward + 0.05 * normal(seed, _WREATH_BLUR, count), 0.0, 1.0)
    )
    stray = uniform(seed, _WREATH_STRAYS, count) < 0.05
    band = np.where(stray, np.floor(uniform(seed, _WREATH_BAND, count) * len(_BANDS)).astype(int), band)
    frame = np.array([f for _, f, *_ in _BANDS])[band] - (uniform(seed, _WREATH_BUD, count) < 0.22)
    size = np.array([s for _, _, s, _ in _BANDS])[band] * (0.66 + 0.62 * uniform(seed, _WREATH_SIZE, count))
    hue = np.array([c for *_, c in _BANDS])[band] * (0.35 + 0.85 * uniform(seed, _WREATH_HUE, count) ** 1.5)[:, None]
    late = 0.75 * np.clip(np.hypot(x + 0.8 * inner, z + 0.5 * inner) / (2.2 * outer), 0.0, 1.0)
    where = np.stack([x, np.zeros(count), z], 1)
    return tuple(np.asarray(v[keep], np.float32) for v in (where, size, hue, frame, late))  # type: ignore[return-value]


def _wreath(
    moment: Moment, inner: float, outer: float, tall: float, *, grown: float, shine: float = 1.0, count: int = 2600
) -> tuple[Instances, ...]:
    """Rings from `inner` to `outer` metres about the moment's place; `grown` 0 bare ground .. 1 all stand.

    Two forms, behind the middle and before it, so that what stands within is seen between them.
    """
    p = moment.place
    where, size, hue, frame, late = _planted(moment.seed % 4093, count, round(inner, 2), round(outer, 2))
    spot = where + np.array([p.x, p.y, p.z], np.float32)
    show = float(smooth(moment.presence, 0.0, 1.0))
    out = []
    for before in (False, True):
        here = ((where[:, 2] < 0.0) == before) & (spot[:, 2] > 1.6)
        near = np.clip((p.z + outer - spot[here, 2]) / (2 * outer), 0.0, 1.0)[:, None]
        # Near ones are kept dark, for the words; what lies towards the light within is brightest.
        lit = hue[here] * np.asarray(1.0 - 0.55 * near**2, np.float32)
        n = int(here.sum())
        out.append(
            Instances(
                key=f"wreath/{moment.seed % 4093}/{inner:.2f}/{outer:.2f}/"
                + f"{p.x:.2f}/{p.z:.2f}/{tall:.2f}/{count}/{before}",
                shape=meadow_flowers(),
                position=spot[here],
                size=np.asarray(tall * size[here], np.float32),
                tint=np.asarray(0.9 * lit, np.float32),
                glow=np.asarray(0.24 * lit, np.float32),
                phase=uniform(moment.seed, _WREATH_SWAY, n),
                born=late[here],
                frame=frame[here],
                grown=1.25 * grown,
                sway=0.02,
                t=moment.t % 3600.0,
                shine=(shine, shine, shine),
                opacity=show,
                rim=0.35,
                depth=p.z - (0.8 * outer if before else -0.8 * outer),
            )
        )
    return tuple(out)


_LOTUS = (0.62, 0.235, 0.19)
"""Colour of a lotus in linear light where the words name none."""
_WAYS = ("daisy", "tulip", "peony", "bell", "peony", "tulip")
"""What a flower of no told kind may be; what stands twice is twice as likely."""


def _hue(moment: Moment, lane: int = 0) -> tuple[float, float, float]:
    if moment.tint is not None:
        return tuple(0.08 + 0.85 * c for c in moment.tint)  # type: ignore[return-value]
    return rgb(HUES[int(uniform_one(moment.seed, _HUE + lane) * len(HUES))])


def _opened(moment: Moment) -> float:
    """How far open: most of it by itself within half a minute, at once at its word."""
    told = max(moment.event("bloom"), moment.event("open"), moment.event("grow"))
    early = moment.param("open", 0.0)
    by_itself = early + (max(0.62, early) - early) * float(smooth(moment.t / 22.0, 0.0, 1.0))
    return (by_itself + (1.0 - by_itself) * float(smooth(told, 0.0, 1.0))) * (1.0 - 0.8 * moment.event("close"))


@element("prop", 1.1, handles=("bloom", "open", "grow", "close"))
def flower(moment: Moment) -> tuple[Form, ...]:
    """One flower opening slowly, lit from its own heart; many become a drift.

    Notes: `kind` 0..5 (daisy, tulip, peony, bell, spike, lotus); `open` 0..1 how far open it comes; `ring` metres
    around which many stand in rings of milk white, gold, saffron and lavender, out to `reach` times as far.
    """
    if moment.param("ring", 0.0) > 0.0:
        return _rings(moment)
    if moment.count > 2:
        return _drift(moment)
    asked = moment.param("kind", -1.0)
    name = KINDS[int(asked) % len(KINDS)] if asked >= 0 else _WAYS[int(uniform_one(moment.seed, _WAY) * len(_WAYS))]
    lotus = name == "lotus"
    open_ = _opened(moment)
    hue = np.asarray(_LOTUS if lotus and moment.tint is None else _hue(moment), np.float32)
    forms: list[Form] = []
    for k in range(moment.count):
        p = moment.place
        x = p.x + (k - 0.5 * (moment.count - 1)) * 0.6
        tall = moment.size(1.1) * (1.0 - 0.12 * k)
        where = np.array([[x, p.y + (0.05 if lotus else 0.0), p.z + 0.1 * k]], np.float32)
        shine = (0.66 if lotus else 1.0) * (0.30 + 0.32 * open_) * (0.95 + 0.05 * np.sin(0.5 * moment.t + k))
        body = Sprites(
            _bloom(name, 360),
            where,
            np.float32(tall * 1.06),
            tint=rgb(hue * 0.8),
            glow=rgb(hue * np.float32(shine)),
            frame=_stage(open_),
            turn=np.float32(0.02 * np.sin(0.45 * moment.t + moment.seed % 6)),
            width=1.0 if k == 0 else -1.0,
            rim=0.28,
        )
        head = (x + 0.02, float(where[0, 1]) + tall * (0.34 if lotus else 0.74), p.z - 0.06)
        show = smooth(moment.presence, 0.2, 1.0)
        forms += gathered(moment.replace(seed=moment.seed + k), body, count=700, colour=rgb(hue))
        forms.append(halo(head, tall * (2.6 if lotus else 1.5), hue * np.float32(0.12 * shine * show), reflect=True))
        if k == 0:
            warm = hue * 0.35 + np.array([0.42, 0.19, 0.06], np.float32)
            forms.append(Light(head, rgb(warm * f32((0.45 + 0.5 * open_) * show)), 1.6 * tall, 0.35))
    forms.append(_pollen(moment, hue, open_))
    return tuple(forms)


def _pollen(moment: Moment, hue: Array, open_: float, n: int = 110) -> Dots:
    """Motes that leave the open flower and climb slowly."""
    tall = moment.size(1.1)
    life = np.mod(
        uniform(moment.seed, _POLLEN_BORN, n) + moment.t / (11.0 + 9.0 * uniform(moment.seed, _POLLEN_PERIOD, n)), 1.0
    )
    angle = 6.283 * uniform(moment.seed, _POLLEN_ANGLE, n) + 1.2 * life
    radius = tall * (0.05 + 0.34 * life) * (0.4 + uniform(moment.seed, _POLLEN_FAR, n))
    place = np.stack(
        [
            moment.place.x + radius * np.cos(angle),
            moment.place.y + tall * (0.62 + 0.75 * life),
            moment.place.z + 0.6 * radius * np.sin(angle) - 0.02,
        ],
        1,
    )
    bright = (
        np.sin(np.pi * life) ** 1.5
        * (0.2 + 0.8 * uniform(moment.seed, _POLLEN_BRIGHT, n))
        * open_
        * smooth(moment.presence, 0.4, 1.0)
        * 0.55
    )
    warm = 0.4 * hue + np.array([0.55, 0.30, 0.10], np.float32)
    return Dots(place.astype(np.float32), np.float32(0.014 * tall), (warm[None] * bright[:, None]).astype(np.float32))


def _rings(moment: Moment) -> tuple[Form, ...]:
    """Rings of flowers that open outwards from where the palm lies."""
    inner = moment.param("ring", 3.0)
    reach = inner * moment.param("reach", 2.0)
    told = max(moment.event("bloom"), moment.event("open"), moment.event("grow"))
    own = float(smooth(moment.t / 16.0, 0.0, 1.0)) if moment.param("open", 0.0) < 0.5 else 1.0
    show = float(smooth(moment.presence, 0.0, 1.0))
    lamp = Light(
        (moment.place.x, 0.9, moment.place.z - inner), rgb(f32([0.34, 0.17, 0.07]) * np.float32(show * own)), 5.0, 0.2
    )
    n = 420
    angle, radius = (
        6.283 * uniform(moment.seed, _RING_ANGLE, n),
        inner + (reach - inner) * uniform(moment.seed, _RING_FAR, n),
    )
    life = np.mod(
        uniform(moment.seed, _RING_BORN, n) + moment.t / (14.0 + 8.0 * uniform(moment.seed, _RING_PERIOD, n)), 1.0
    )
    where = np.stack(
        [
            moment.place.x + radius * np.cos(angle),
            0.25 + 1.5 * life,
            np.maximum(moment.place.z + radius * np.sin(angle), 1.2),
        ],
        1,
    )
    bright = np.sin(np.pi * life) ** 2 * uniform(moment.seed, _RING_BRIGHT, n) ** 2 * own * show * 0.5
    pollen = Dots(
        where.astype(np.float32), np.float32(0.022), (f32([1.0, 0.62, 0.24]) * bright[:, None]).astype(np.float32)
    )
    grown = show * max(own, float(smooth(told, 0.0, 1.0)) * min(1.0, own + 0.4))
    return (*_wreath(moment, inner, reach, moment.size(0.52), grown=grown), pollen, lamp)


def _drift(moment: Moment) -> tuple[Form, ...]:
    """Flowers in a patch about their place, each opening in its own time."""
    n = int(min(max(moment.count, 12), 220))
    open_ = np.float32(_opened(moment))
    radius = (
        2.6
        * moment.place.spread
        * np.sqrt(uniform(moment.seed, _PATCH_FAR, n))
        * (0.6 + 0.4 * uniform(moment.seed, _PATCH_RAGGED, n))
    )
    angle = 6.283 * uniform(moment.seed, _PATCH_ANGLE, n)
    z = np.maximum(moment.place.z + 0.8 * radius * np.sin(angle), 1.4)
    where = np.stack([moment.place.x + 1.5 * radius * np.cos(angle), np.full(n, moment.place.y), z], 1).astype(
        np.float32
    )
    own = smooth(open_ * 1.5 - 0.5 * uniform(moment.seed, _PATCH_OPENS, n), 0.0, 1.0)
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _PATCH_ORDER, n), 0.0, 1.0)
    asked = moment.param("kind", -1.0)
    kind = np.full(n, asked % 5) if asked >= 0 else np.floor(uniform(moment.seed, _PATCH_KIND, n) * 5)
    tall = moment.size(0.55) * (0.6 + 0.7 * uniform(moment.seed, _PATCH_HEIGHT, n)) * (0.4 + 0.6 * order)
    hue = (
        HUES[(uniform(moment.seed, _PATCH_HUE, n) * len(HUES)).astype(np.int64)]
        if moment.tint is None
        else np.tile(f32(_hue(moment)), (n, 1))
    )
    tone = (0.6 + 0.6 * uniform(moment.seed, _PATCH_TONE, n))[:, None]
    body = Sprites(
        meadow_flowers(),
        where,
        tall.astype(np.float32),
        tint=(hue * tone * 0.9).astype(np.float32),
        glow=(hue * tone * (0.10 + 0.24 * own[:, None])).astype(np.float32),
        opacity=order.astype(np.float32),
        turn=(
            0.10 * normal(moment.seed, _PATCH_LEAN, n)
            + 0.03 * np.sin(0.6 * moment.t + 6.28 * uniform(moment.seed, _PATCH_SWAY, n))
        ).astype(np.float32),
        width=np.where(uniform(moment.seed, _PATCH_FLIP, n) < 0.5, 1.0, -1.0).astype(np.float32),
        frame=(4 * kind + np.minimum(own * 3.0, 2.99)).astype(np.float32),
        rim=0.7,
    )
    lamp = Light(
        (moment.place.x, moment.place.y + 0.6, moment.place.z - 0.3),
        (0.30 * moment.presence, 0.13 * moment.presence, 0.06 * moment.presence),
        2.6,
        0.3,
    )
    return (*gathered(moment, body, count=700), lamp)
