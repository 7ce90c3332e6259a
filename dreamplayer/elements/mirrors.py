"""Mirrors, a pane of glass, and the corridor of mirrors without end."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.breaking import STARDUST, breaking
from dreamplayer.forms.briar import briar
from dreamplayer.forms.element import element
from dreamplayer.forms.features import face_shape
from dreamplayer.forms.form import Dots, Form, Ribbons, Sprites
from dreamplayer.forms.hallway import DOORS, hallway
from dreamplayer.forms.mirror import MOMENTS, OPEN, PLAIN, TALL, mirror_shape
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.rosette import rosette
from dreamplayer.forms.standing import contact
from dreamplayer.forms.thing import around, heeded, strewn
from dreamplayer.forms.unbidden import unbidden
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

GILT = (1.0, 0.58, 0.22)


@element("hero", 2.3, family="object", answers=("crack", "shatter", "mend", "ripple", "open"), several=6)
def mirror(at: Moment) -> tuple[Form, ...]:
    """Tall arched mirrors in gilt frames.

    Cracks run from where one would touch; shattering, the glass rises as stardust and leaves a warm light.
    Notes: `thorns` 1 winds the frame of the first in briars, `stone` 1 shows a face of stone in it, `breaks` seconds
    after which it shatters by itself, `open` 0..1 how much of the light behind it is seen from the beginning.
    """
    at = unbidden(unbidden(at, "crack", "breaks", 4.0), "shatter", "breaks", 9.0)
    n = int(min(max(at.count, 1), 9))
    scale = at.place.size
    spot = strewn(at, n, 2.1, deep=1.5)
    lean = 0.10 * np.sin(0.23 * at.t + 6.28 * dice(at.seed, 8, n)) * (n > 1)
    yaw = np.float32(at.place.turn) - 0.28 * np.sign(spot[:, 0] - at.place.x) + lean
    whole = 1.0 - at.event("mend")
    crack, shatter = at.event("crack") * whole, float(smooth(at.event("shatter"), 0.0, 1.0)) * whole
    opened = max(float(smooth(shatter, 0.05, 0.7)), at.event("open"), at.param("open", 0.0))
    frame = np.full(n, float(PLAIN), np.float32)
    if n > 1:
        frame[1:] = np.floor(dice(at.seed, 9, n)[1:] * MOMENTS)
    frame[0] = PLAIN + min(opened, 0.999) * (OPEN - PLAIN)
    warm = np.asarray(at.tint or GILT, np.float32)
    glint = 0.55 + 0.12 * np.sin(0.5 * at.t + 6.28 * dice(at.seed, 10, n))
    if at.param("thorns", 0.0) > 0.0:
        glint[0] *= 0.12 + 0.88 * opened
    glow = warm[None, :] * glint[:, None] * np.where(np.arange(n) == 0, 1.0 + 0.6 * opened, 1.0)[:, None]
    body = Sprites(
        mirror_shape(),
        spot,
        np.float32(TALL * scale),
        glow=glow.astype(np.float32),
        lit=0.35,
        rim=0.8,
        yaw=yaw.astype(np.float32),
        frame=frame,
    )
    x, y, z = rgb(spot[0])
    forms: list[Form] = [
        Dots(
            np.array([[x, y + 1.2 * scale, z + 0.05]], np.float32),
            4.4 * scale,
            warm * np.float32((0.030 + 0.05 * opened) * at.presence),
            depth=z + 0.05,
            reflect=False,
        ),
        *contact(at, spot, 1.3 * scale),
        *gathered(at, body, count=900, colour=GILT),
        *breaking(at, (x, y, z), scale, float(yaw[0]), crack, shatter, at.ages.get("shatter", 0.0)),
        around(at, (x, y + 1.1 * scale, z - 0.1), 1.0 * scale, warm * np.float32(0.8 * at.presence), 40),
    ]
    if at.param("thorns", 0.0) > 0.0:
        forms += briar(at, (x, y, z), scale, float(yaw[0]))
    if at.param("stone", 0.0) > 0.0:
        forms.append(_stone_face(at, (x, y, z), scale, float(yaw[0]), 1.0 - opened))
    if at.event("ripple") > 0.01:
        forms.append(_ripple(at, (x, y, z), scale, float(yaw[0])))
    if opened > 0.02:
        forms.append(
            Light((x, y + 1.1 * scale, z - 0.3), rgb(warm * np.float32(0.9 * opened * at.presence)), 4.0 * scale, 0.7)
        )
    return tuple(forms)


def _stone_face(at: Moment, where: tuple[float, float, float], scale: float, yaw: float, show: float) -> Sprites:
    """A still profile of grey stone behind the glass."""
    grey = np.asarray((0.34, 0.335, 0.36), np.float32)
    here = float(smooth(at.presence, 0.5, 1.0)) * show
    return Sprites(
        face_shape(), np.array([[where[0] + 0.02 * scale, where[1] + 1.12 * scale, where[2] - 0.03]], np.float32),
        np.float32(1.12 * scale), glow=rgb(grey * np.float32(0.85)), tint=(0.6, 0.6, 0.62), lit=0.25, rim=0.0,
        opacity=np.float32(here), yaw=np.float32(yaw), depth=where[2] - 0.03,
    )  # fmt: skip


def _ripple(at: Moment, where: tuple[float, float, float], scale: float, yaw: float) -> Ribbons:
    """Rings that widen from the touch over the glass, each born at its own time."""
    age = at.ages.get("ripple", 4.0)
    k, m = 4, 48
    around_ = np.linspace(0, 2 * np.pi, m)
    born = np.arange(k) * 1.6
    life = np.clip((age - born) / 6.0, 0, 1) % 1.0
    r = 0.06 + 0.42 * life
    lx = 0.05 * (1 - life)[:, None] + r[:, None] * np.cos(around_)
    ly = 1.05 + 1.15 * r[:, None] * np.sin(around_)
    c, s = np.cos(yaw), np.sin(yaw)
    at3 = np.stack([where[0] + scale * c * lx, where[1] + scale * ly, where[2] - 0.03 + scale * s * lx], -1)
    strong = np.sin(np.pi * life) * at.event("ripple") * at.presence
    return Ribbons(
        at3.astype(np.float32),
        0.005 * scale,
        (0.55, 0.50, 0.62),
        opacity=(0.5 * strong)[:, None].astype(np.float32),
        depth=where[2] - 0.05,
    )


@element("hero", 2.3, family="object", answers=("crack", "shatter", "mend"), several=4)
def glass(at: Moment) -> tuple[Form, ...]:
    """A tall clear pane whose edges hold the light; it cracks from a touch, and its shards drift up as stardust.

    Notes: `breaks` seconds after which it shatters by itself; `stained` 1 makes it coloured panes that drift in from
    `from_x`, `from_z` and are pieced together.
    """
    if at.param("stained", 0.0) > 0.0:
        p = at.place
        source = (at.param("from_x", p.x - 1.2), at.param("from_z", p.z))
        joined = max(float(smooth(at.t, 2.0, 17.0)), at.event("mend"))
        return rosette(at, (p.x, p.y, p.z), at.size(1.0), source, joined=joined)
    at = unbidden(unbidden(at, "crack", "breaks", 4.0), "shatter", "breaks", 9.0)
    scale = at.place.size
    whole = 1.0 - at.event("mend")
    crack, shatter = at.event("crack") * whole, float(smooth(at.event("shatter"), 0.0, 1.0)) * whole
    forms: list[Form] = []
    n = int(min(max(at.count, 1), 5))
    spot = strewn(at, n, 1.5)
    tone = np.asarray(at.tint or (0.62, 0.66, 0.95), np.float32)
    here = np.float32(smooth(at.presence, 0.2, 1.0))
    m = 60
    u = np.linspace(0, 1, m)
    outline = _arch_line(u)
    for i in range(n):
        x, y, z = rgb(spot[i])
        yaw = at.place.turn + 0.5 * (one(at.seed, 40 + i) - 0.5) + 0.08 * np.sin(0.2 * at.t + i)
        first = i == 0
        solid = 1.0 - (float(smooth(shatter, 0.0, 0.5)) if first else 0.0)
        c, s = np.cos(yaw), np.sin(yaw)
        lines = np.stack(
            [
                np.stack(
                    [
                        x + scale * (c * outline[:, 0] - s * d),
                        y + scale * outline[:, 1],
                        z + scale * (s * outline[:, 0] + c * d),
                    ],
                    -1,
                )
                for d in (0.0, 0.05)
            ]
        )
        # A glint wanders slowly along the edge.
        run = 0.30 + 0.9 * np.exp(-(((np.mod(u - 0.04 * at.t + 0.3 * i, 1.0) - 0.5) / 0.10) ** 2))
        shine = np.stack([run, 0.5 * run])[..., None] * tone[None, None, :]
        warm = np.array([1.0, 0.5, 0.2], np.float32) * (0.25 * np.exp(-((outline[:, 1] / 0.5) ** 2)))[None, :, None]
        forms.append(
            Ribbons(
                lines.astype(np.float32),
                0.012 * scale,
                (0.55 * shine + warm).astype(np.float32),
                opacity=np.float32(0.9 * solid) * here,
                grown=smooth(at.presence, 0.1, 1.0),
            )
        )
        gleams = np.stack(
            [
                np.stack(
                    [
                        np.linspace(x + scale * c * (-0.34 + g), x + scale * c * (0.10 + g), 12),
                        y + scale * np.linspace(0.5, 1.75, 12),
                        np.full(12, z - 0.02),
                    ],
                    -1,
                )
                for g in (0.0, 0.16)
            ]
        )
        forms.append(
            Ribbons(
                gleams.astype(np.float32),
                np.array([[0.10], [0.035]], np.float32) * np.float32(scale),
                rgb(tone * 0.10),
                profile="veil",
                opacity=np.float32(0.55 * solid) * here,
            )
        )
        if first:
            forms += breaking(at, (x, y, z), scale, float(yaw), crack, shatter, at.ages.get("shatter", 0.0), clear=True)
        forms.append(around(at, (x, y + scale, z), 0.9 * scale, tone * np.float32(0.6) * here, 26, lane=10 * i))
    x, y, z = rgb(spot[0])
    forms.append(
        Dots(
            np.array([[x, y + scale, z + 0.05]], np.float32),
            4.2 * scale,
            tone * np.float32(0.035) * here,
            depth=z + 0.3,
            reflect=False,
        )
    )
    return tuple(forms)


def _arch_line(u: np.ndarray) -> np.ndarray:
    """A closed arched outline, (m, 2) metres."""
    corner = [(-0.5, 0.04), (0.5, 0.04), (0.5, 1.62)]
    top = [(0.5 * np.cos(a), 1.62 + 0.5 * np.sin(a)) for a in np.linspace(0, np.pi, 22)[1:]]
    points = np.asarray([*corner, *top, (-0.5, 0.04)])
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    return np.stack([np.interp(u * along[-1], along, points[:, 0]), np.interp(u * along[-1], along, points[:, 1])], 1)


PAIRS = 26
SPACING = 2.35
YAW = 0.95
"""Radians the mirrors are turned towards the eye from facing each other."""


@element(
    "ground",
    3.2,
    family="built",
    answers=("shatter", "crack", "mend", "twist", "swirl", "wrap", "grow", "open", "spread", "shrink", "close"),
    lamp=True,
    several=1,
)
def corridor(at: Moment) -> tuple[Form, ...]:
    """A corridor of tall mirrors in gilt frames, pair after pair to a point of warm light; each holds a dim moment.

    One of them, near on the right, cracks and shatters when told. In the manner of doors it is an ordinary hallway.
    Notes: `breaks` seconds after which it does so by itself.
    """
    if at.manner == DOORS:
        return hallway(at)
    at = unbidden(unbidden(at, "crack", "breaks", 4.0), "shatter", "breaks", 9.0)
    k = np.arange(PAIRS)
    half = 2.05 * at.place.spread
    z = 2.3 + SPACING * k
    scale = 1.42 * at.place.size
    x = np.concatenate([np.full(PAIRS, -half), np.full(PAIRS, half)]) + at.place.x
    zz = np.concatenate([z, z])
    yaw = np.concatenate([np.full(PAIRS, np.pi / 2 - YAW + 0.62), np.full(PAIRS, -(np.pi / 2 - YAW + 0.62))])
    # They arrive one after another, from far away to near.
    order = smooth(at.presence * 1.7 - 0.7 * (1 - np.concatenate([k, k]) / PAIRS), 0.0, 1.0)
    spot = np.stack([x, np.zeros(2 * PAIRS), zz], 1).astype(np.float32)
    frame = np.concatenate([(k * 5 + at.seed) % MOMENTS, (k * 5 + 2 + at.seed) % MOMENTS]).astype(np.float32)
    whole = 1.0 - at.event("mend")
    crack, shatter = at.event("crack") * whole, float(smooth(at.event("shatter"), 0.0, 1.0)) * whole
    touched = PAIRS + 1
    if crack > 0 or shatter > 0:
        frame[touched] = PLAIN + min(float(smooth(shatter, 0.05, 0.7)), 0.999)
    warm = np.asarray(at.tint or GILT, np.float32)
    near = 0.20 + 0.34 * np.clip(zz / 22.0, 0, 1)
    light = near * (1.0 + 0.10 * np.sin(0.4 * at.t + 1.7 * np.concatenate([k, k + 0.5])))
    stirred = heeded(at, "twist", "swirl", "wrap", "grow", "open", "spread") - heeded(at, "shrink", "close")
    light = light * (1 + 0.25 * stirred)
    light[touched] *= 1 + 1.0 * shatter
    panes = Sprites(
        mirror_shape(),
        spot,
        np.float32(TALL * scale),
        glow=(warm[None, :] * light[:, None]).astype(np.float32),
        opacity=order.astype(np.float32),
        yaw=yaw.astype(np.float32),
    )
    dim = np.repeat((0.55 + 0.5 * np.clip(zz / 16.0, 0, 1))[:, None], 3, 1).astype(np.float32)
    # Never quite the depth of a person among them: the far half is drawn before, the near half after.
    forms: list[Form] = []
    for low, high in ((14.0, 1e9), (7.0, 14.0), (3.4, 7.0), (0.0, 3.4)):
        pick = (zz >= low) & (zz < high)
        forms.append(
            Sprites(
                panes.shape,
                spot[pick],
                panes.size,
                tint=dim[pick],
                glow=np.asarray(panes.glow)[pick],
                opacity=np.asarray(panes.opacity)[pick],
                lit=0.30,
                rim=0.7,
                yaw=np.asarray(panes.yaw)[pick],
                frame=frame[pick],
            )
        )
    end = (at.place.x, 1.35 * scale, 62.0)
    here = np.float32(smooth(at.presence, 0.0, 0.7))
    breath = 1.0 + 0.08 * np.sin(0.35 * at.t)
    glow = np.array([1.0, 0.62, 0.38], np.float32) * (warm / max(float(warm.max()), 0.2))
    forms += [
        Dots(
            np.array([end] * 3, np.float32),
            np.array([58.0, 24.0, 7.0], np.float32),
            glow[None, :] * (np.array([0.05, 0.10, 0.55], np.float32) * here * breath)[:, None],
            depth=63.0,
        ),
        Light((end[0], 1.6, 24.0), rgb(glow * np.float32(0.85) * here), 11.0, 0.5),
        _drift(at, half, here),
    ]
    tx, tz, ty = float(x[touched]), float(zz[touched]), float(yaw[touched])
    forms += breaking(at, (tx, 0.0, tz), scale, ty, crack, shatter, at.ages.get("shatter", 0.0))
    if shatter > 0.02:
        forms.append(
            Light(
                (tx - 0.7, 1.5, tz - 0.3),
                rgb(np.asarray(STARDUST, np.float32) * np.float32(1.1 * shatter * at.presence)),
                3.4,
                0.8,
            )
        )
    return tuple(forms)


def _drift(at: Moment, half: float, here: np.float32) -> Dots:
    """Dust in the air of the corridor, lit from its end."""
    n = 700
    z = 2.5 + 34.0 * dice(at.seed, 51, n) ** 1.6
    x = at.place.x + half * (dice(at.seed, 52, n) * 2 - 1) * 0.95 + 0.1 * np.sin(0.2 * at.t + 9 * dice(at.seed, 53, n))
    y = np.mod(3.4 * dice(at.seed, 54, n) + at.t * 0.025 * (0.4 + dice(at.seed, 55, n)), 3.4)
    show = np.sin(np.pi * y / 3.4) * (0.3 + 0.7 * dice(at.seed, 56, n) ** 3) * here
    return Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.012 + 0.02 * dice(at.seed, 57, n)).astype(np.float32),
        (np.array([1.0, 0.58, 0.32], np.float32) * (0.42 * show)[:, None]).astype(np.float32),
        glint=(dice(at.seed, 58, n) > 0.97).astype(np.float32),
    )
