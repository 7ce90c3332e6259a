"""Crystal and the crater it leaves; ice; a prism that parts light."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.forms.crystal import cluster
from dreamplayer.forms.element import element
from dreamplayer.forms.form import Array, Dots, Field, Form, Ribbons, Sprites, f32
from dreamplayer.forms.glow import halo
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.painted import on
from dreamplayer.forms.plainly import cracks, pit
from dreamplayer.forms.waters import ground_patch
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

AMETHYST = (0.20, 0.12, 0.26)
HEART = (1.0, 0.52, 0.22)


def _state(at: Moment) -> tuple[float, float, float, float]:
    """How cracked, mended, shattered it is, and how bright its light."""
    mend = float(smooth(at.event("mend"), 0.0, 1.0))
    crack = max(float(smooth(at.event("crack"), 0.0, 1.0)), float(smooth(at.event("shatter"), 0.0, 0.35))) * (
        1.0 - mend
    )
    shatter = float(smooth(at.event("shatter"), 0.2, 1.0)) * (1.0 - mend)
    beat = 0.5 + 0.5 * float(np.sin(2 * np.pi * at.t / 4.6))
    light = (
        (0.80 + (0.10 + 0.45 * at.event("pulse")) * beat)
        * (1.0 - 0.80 * at.event("dim"))
        * (1.0 + 0.35 * max(mend, at.event("ignite")))
    )
    return crack, mend, shatter, light


@element(
    "prop",
    1.5,
    family="earth",
    answers=("crack", "shatter", "mend", "pulse", "dim", "ignite", "grow"),
    lamp=True,
    several=7,
)
def crystal(at: Moment) -> tuple[Form, ...]:
    """A cluster of tall crystals, light standing in them; it cracks along bright seams, comes apart, is made whole."""
    crack, _, shatter, light = _state(at)
    p, size = at.place, at.size(1.5)
    show = float(smooth(at.presence, 0.25, 1.0))
    glass = np.asarray(at.tint or AMETHYST, np.float32)
    heart = np.asarray(HEART, np.float32) * 0.75 + glass * 0.5
    inner = (heart * np.float32(0.30) + glass * np.float32(1.15)) * np.float32(light)
    grown = 0.86 + 0.24 * float(smooth(at.event("grow"), 0, 1))
    n = int(min(max(at.count, 1), 9))
    forms: list[Form] = []
    for k in range(n):
        x = p.x + (0.0 if k == 0 else 1.5 * size * p.spread * (1 if k % 2 else -1) * (0.35 + 0.32 * k))
        z = max(p.z + (0.0 if k == 0 else size * float(bell(at.seed, 31, n)[k])), 1.2)
        tall = size * (1.0 if k == 0 else 0.45 + 0.4 * float(dice(at.seed, 32, n)[k]))
        body = cluster(
            (x, p.y, z),
            tall,
            9,
            at.seed + 5 * k,
            colour=glass * np.float32(0.9),
            inner=inner,
            crack=crack,
            opacity=1.0 - shatter,
            apart=shatter,
            grown=grown,
        )
        forms += gathered(at.at(seed=at.seed + k), body, count=700 // n, colour=rgb(heart))
    middle = (p.x, p.y + 0.30 * size, p.z - 0.05)
    forms += [
        halo(middle, 2.8 * size, heart * np.float32(0.14 * light * show)),
        _dust(at, middle, size, heart, crack, shatter, show),
        Light(middle, rgb(heart * np.float32(0.75 * light * show * (1 - 0.6 * shatter))), 2.0 * size, 0.5),
    ]
    return tuple(forms)


def _dust(
    at: Moment, middle: tuple[float, float, float], size: float, colour: Array, crack: float, apart: float, show: float
) -> Dots:
    """Specks that rise from the cluster; thousands where it comes apart."""
    n = 900
    life = np.mod(dice(at.seed, 41, n) + at.t / (9.0 + 8.0 * dice(at.seed, 42, n)), 1.0)
    wide = 0.30 + 0.25 * life + 1.3 * apart
    where = np.stack(
        [
            middle[0] + size * wide * bell(at.seed, 43, n) * 0.7,
            np.maximum(
                middle[1]
                + size * (-0.28 + (0.55 + 0.8 * dice(at.seed, 44, n)) * life + 0.35 * apart * bell(at.seed, 45, n)),
                0.02,
            ),
            np.maximum(middle[2] + 0.5 * size * wide * bell(at.seed, 46, n), 0.8),
        ],
        1,
    )
    some = np.where(np.arange(n) < 140, 1.0, np.maximum(0.6 * crack, apart))
    bright = np.sin(np.pi * life) ** 1.5 * some * show * (0.2 + 0.8 * dice(at.seed, 47, n) ** 2) * 0.65
    return Dots(where.astype(np.float32), np.float32(0.014 * size), (colour[None] * bright[:, None]).astype(np.float32),
                glint=(dice(at.seed, 48, n) > 0.975).astype(np.float32))  # fmt: skip


@element(
    "ground", 6.0, family="earth", answers=("crack", "mend", "close", "pulse", "shimmer", "dim", "ignite"), lamp=True,
    several=1,
)  # fmt: skip
def crater(at: Moment) -> tuple[Form, ...]:
    """A bowl of dark crystal sunk in the ground, light in its seams, a faint beat at its core, prisms on its rim.

    Cracks run out from it over the ground until it mends, or closes. Notes: `mend` 0..1 how whole it is already,
    `calm` 1 without fissures.
    """
    whole = max(at.event("mend"), at.event("close"), at.param("mend", 0.0))
    now = at.at(events={**at.events, "mend": whole, "pulse": max(at.event("pulse"), 0.6 * at.event("shimmer"))})
    crack, mend, _, light = _state(now)
    p = at.place
    radius = at.size(3.0)
    z = max(p.z, radius + 2.4)
    show = float(smooth(at.presence, 0.0, 1.0))
    heart = np.asarray(HEART, np.float32)
    glass = np.asarray(at.tint or (0.075, 0.040, 0.082), np.float32)
    broken = max(crack, 0.55 * (1.0 - mend))
    params: dict[str, float | tuple[float, ...]] = {
        "t": at.t % 3600.0,
        "opacity": show,
        "x": p.x,
        "z": z,
        "radius": radius,
        "deep": 0.40 * radius,
        "crack": broken,
        "mend": mend,
        "beat": 0.35 + 0.65 * now.event("pulse"),
        "inner": rgb(heart * np.float32(0.62 * light)),
        "glass": rgb(glass),
    }
    wide = 1.75 * radius
    plain = (
        pit(p.x, z, 1.05 * radius, show),
        cracks(p.x, z, 0.75 * radius, rgb(heart * np.float32(0.5)), show * light, k=14),
        halo((p.x, 0.05, z), 1.1 * radius, heart * np.float32(0.30), opacity=show, width=1.8),
    )
    bowl = Field("crater", params, depth=230.0, patch=ground_patch(at, p.x, z, wide, wide), grain=1, standin=plain)
    forms: list[Form] = [bowl]
    inner = (heart * 0.34 + np.asarray(AMETHYST, np.float32) * 1.0) * np.float32(0.80 * light)
    for part in _rim(round(p.x, 3), round(z, 3), round(radius, 3)):
        forms.append(
            replace(
                part,
                glow=np.asarray(part.glow, np.float32) * inner,
                opacity=np.asarray(part.opacity, np.float32) * np.float32(show),
                frame=np.asarray(part.frame, np.float32) + np.float32(min(0.5 * broken, 0.999)),
            )
        )
    if broken > 0.02 and at.param("calm", 0.0) < 0.5:
        forms.append(_fissures(at, p.x, z, radius, heart * np.float32(0.60 * light), broken * show))
    forms += [
        halo(
            (p.x, -0.05 * radius, z),
            2.5 * radius,
            heart * np.float32(0.13 * light * show),
            width=1.7,
            depth=z - 0.2,
            reflect=False,
        ),
        _dust(at, (p.x, 0.1, z), 0.9 * radius, heart, 0.4 * broken, 0.0, show),
        Light((p.x, 0.25, z - 0.2 * radius), rgb(heart * np.float32(0.85 * light * show)), 1.7 * radius, 0.35),
    ]
    return tuple(forms)


_RIM = 5
"""The seed of the rim: every crater has the same, so that one scene's flows into the next one's."""


@lru_cache(maxsize=8)
def _rim(x: float, z: float, radius: float) -> tuple[Sprites, ...]:
    """The prisms around a bowl, behind its middle and before it, whole and with a glow of one: made once a place."""
    n = 40
    turn = 6.2832 * (np.arange(n) + 0.8 * dice(_RIM, 1, n)) / n
    open_ = (np.sin(turn) > -0.45) | (dice(_RIM, 2, n) > 0.45)
    out: list[Sprites] = []
    for i in np.flatnonzero(open_):
        r = radius * (0.99 + 0.13 * float(dice(_RIM, 3, n)[i]))
        spot = (x + r * float(np.cos(turn[i])), -0.02, z + r * float(np.sin(turn[i])))
        if spot[2] < 1.6:
            continue
        # Tall behind and at the sides, low in front: one looks into the bowl over them.
        behind = 0.42 + 0.58 * float(smooth(np.sin(turn[i]), -0.5, 0.25))
        tall = radius * (0.12 + 0.25 * float(dice(_RIM, 4, n)[i]) ** 1.6) * behind
        out.append(
            cluster(
                spot,
                tall,
                6,
                _RIM + int(i),
                colour=np.asarray(AMETHYST, np.float32),
                inner=np.ones(3, np.float32),
                crack=0.0,
                opacity=1.0,
                spread=0.5,
            )
        )
    return tuple(_banded(out, z))


def _fissures(at: Moment, x: float, z: float, radius: float, colour: Array, show: float) -> Ribbons:
    """Cracks that run out from the rim over the ground, light in them, a few of them forked."""
    k, m = 16, 40
    s = np.linspace(0.0, 1.0, m)
    parent = np.where(np.arange(k) < 9, np.arange(k), np.mod(np.arange(k) * 2, 9))
    first = np.arange(k) < 9
    turn = 6.2832 * (parent + 0.6 * dice(_RIM, 61, k)[parent]) / 9.0 + 0.2
    long = radius * np.where(first, 0.45 + 0.75 * dice(_RIM, 62, k), 0.28)
    # A jagged walk: each step turns anew, none turns back.
    jag = np.cumsum(bell(_RIM, 63, 9 * m).reshape(9, m), 1)[parent] * 0.018
    start = np.where(first, 0.0, 0.35)
    u = np.where(first[:, None], s[None], start[:, None] + 0.30 * s[None])
    walk = np.stack([np.interp(u[i], s, jag[i]) for i in range(k)])
    fork = np.where(first[:, None], 0.0, 0.32 * s[None] * np.where(np.arange(k) % 2, 1.0, -1.0)[:, None])
    reach = radius * 1.02 + u * (long[parent])[:, None]
    angle = turn[:, None] + walk * np.minimum(1.0, 2.5 * u) + fork
    where = np.stack(
        [x + reach * np.cos(angle), np.full((k, m), 0.012), np.maximum(z + reach * np.sin(angle), 1.4)], -1
    )
    fade = ((1.0 - s[None]) ** 0.7 * np.where(first, 1.0, 0.55)[:, None])[..., None]
    beat = 0.80 + 0.20 * np.sin(1.1 * at.t - 4.0 * s)[None, :, None]
    return Ribbons(
        where.astype(np.float32), (radius * 0.0042 * (1.2 - s[None] * np.ones((k, 1)))).astype(np.float32),
        (colour[None, None] * fade * beat).astype(np.float32), opacity=np.float32(min(1.0, 1.3 * show)),
        grown=np.float32(0.25 + 0.85 * show), reflect=False, depth=225.0,
    )  # fmt: skip


def _glass_paint() -> Painting:
    """A wedge of glass: three faces told apart by light, bright edges."""
    c = canvas(-0.75, -0.08, 0.75, 1.02, 300)
    a, b, top = np.array([-0.58, 0.0]), np.array([0.42, 0.0]), np.array([-0.08, 0.94])
    side = np.array([0.66, 0.22])
    front = blob(c, np.array([a, top, b]))
    flank = blob(c, np.array([b, top, side]))
    d = np.minimum(front, flank)
    edge = np.exp(-np.abs(front) / 0.010) + 0.6 * np.exp(-np.abs(flank) / 0.009)
    depth = np.clip(-front / 0.3, 0, 1)
    light = (
        0.05
        + 0.55 * edge * (0.35 + 0.65 * np.clip(c.y, 0, 1))
        + np.where(flank < 0, 0.16, 0.06)
        + 0.10 * (1 - depth) * (front < 0)
    )
    light += 0.35 * np.exp(-np.abs(c.y - 0.46 - 0.18 * c.x) / 0.06) * (front < 0)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = 0.10
    out[..., 3] = np.clip(0.5 - d / c.step, 0, 1) * 0.55
    out[..., 4] = np.where(flank < 0, 0.6, -0.15)
    out[..., 5] = 0.2
    out[..., 6] = np.clip(-d, 0, 0.3)
    out[..., 7] = np.clip(light, 0, 1) * (d < 0.006)
    return out


_GLASS = on(canvas(-0.75, -0.08, 0.75, 1.02, 8), "crystals/glass", _glass_paint)


@element("air", 0.9, family="light", answers=("shimmer", "ignite", "dim", "open"), lamp=True, several=5)
def prism(at: Moment) -> tuple[Form, ...]:
    """A wedge of glass turning slowly; one thin ray goes in, a soft fan of colours comes out."""
    n = int(min(max(at.count, 1), 6))
    show = (
        float(smooth(at.presence, 0.2, 1.0))
        * (1.0 - 0.85 * at.event("dim"))
        * (1.0 + 0.4 * max(at.event("ignite"), at.event("shimmer")))
    )
    forms: list[Form] = []
    hues = np.array(
        [
            (1.0, 0.16, 0.06),
            (1.0, 0.40, 0.06),
            (0.85, 0.62, 0.10),
            (0.20, 0.55, 0.16),
            (0.10, 0.35, 0.50),
            (0.24, 0.16, 0.60),
            (0.38, 0.10, 0.48),
        ],
        np.float32,
    )
    for k in range(n):
        p, size = at.place, at.size(0.9) * (1.0 if k == 0 else 0.55)
        x = p.x + (0.0 if k == 0 else 1.5 * p.spread * float(bell(at.seed, 61, n)[k]))
        y = (
            max(p.y, 0.5 * size)
            + (0.0 if k == 0 else 0.5 * float(bell(at.seed, 62, n)[k]))
            + 0.03 * float(np.sin(0.5 * at.t + k))
        )
        y = max(y, 0.1)
        sway = 0.07 * float(np.sin(0.31 * at.t + 1.7 * k))
        body = Sprites(
            _GLASS,
            np.array([[x, y, p.z]], np.float32),
            np.float32(size * 1.1),
            glow=(0.40, 0.33, 0.31),
            tint=(0.4, 0.4, 0.5),
            turn=np.float32(sway),
            width=1.0 - 0.10 * float(np.sin(0.27 * at.t)) ** 2,
        )
        heart = np.array([x - 0.04 * size, y + 0.44 * size, p.z - 0.02], np.float32)
        start = heart + f32([-3.2 * size, 0.55 * size + size * sway, 0.0])
        s = np.linspace(0, 1, 14, dtype=np.float32)[:, None]
        ray = (start + (heart - start) * s)[None]
        forms.append(
            Ribbons(
                ray.astype(np.float32),
                np.float32(0.012 * size),
                (f32([1.0, 0.80, 0.58])[None, None] * (0.55 * show * s[None] ** 0.6)).astype(np.float32),
                depth=p.z + 0.1,
            )
        )
        angle = -0.30 - 0.20 * np.linspace(-1, 1, 7) * (1.0 + 0.5 * at.event("open")) - 0.5 * sway
        ends = heart + 3.6 * size * np.stack([np.cos(angle), np.sin(angle), 0 * angle], 1).astype(np.float32)
        fan = heart + (ends - heart)[:, None] * s[None]
        fade = (1.0 - s[None]) ** 1.1 * smooth(s[None], 0.0, 0.10)
        wide = (0.010 + 0.085 * s[None, :, 0]) * size
        breath = 0.85 + 0.15 * np.sin(0.6 * at.t + np.arange(7))[:, None, None]
        forms += [
            Ribbons(fan.astype(np.float32), (wide * np.ones((7, 1), np.float32)).astype(np.float32) * np.float32(0.7),
                    (hues[:, None] * (0.36 * show * fade * breath)).astype(np.float32), depth=p.z + 0.05),
            *gathered(at.at(seed=at.seed + k), body, count=400),
            halo(heart, 1.5 * size, f32([0.7, 0.5, 0.42]) * np.float32(0.12 * show)),
        ]  # fmt: skip
        if k == 0:
            forms.append(
                Light((float(heart[0]), float(heart[1]), p.z - 0.1), (0.32 * show, 0.22 * show, 0.17 * show), 1.8, 0.3)
            )
    return tuple(forms)


def _banded(ring: list[Sprites], z: float) -> list[Sprites]:
    """The prisms of a rim as two forms: behind the middle, and before it."""
    out: list[Sprites] = []
    for behind in (True, False):
        some = [part for part in ring if (float(part.at[0, 2]) >= z) == behind]
        if some:
            out.append(
                replace(
                    some[0],
                    at=_joined(some, "at"),
                    size=_joined(some, "size"),
                    tint=_joined(some, "tint"),
                    glow=_joined(some, "glow"),
                    opacity=_joined(some, "opacity"),
                    turn=_joined(some, "turn"),
                    frame=_joined(some, "frame"),
                    width=_joined(some, "width"),
                )
            )
    return out


def _joined(parts: list[Sprites], name: str) -> Array:
    return np.concatenate([np.asarray(getattr(part, name), np.float32) for part in parts])
