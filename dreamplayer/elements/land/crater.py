"""A bowl of dark crystal sunk in the ground, light in its seams, a faint beat at its core, prisms on its rim."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import cracks, pit
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.crystal import cluster
from dreamplayer.drawing.materials.waters import ground_patch
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Field, Form, Ribbons, Sprites
from dreamplayer.elements.land._shared.crystal_light import AMETHYST, HEART, dust, state
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_PRISM_TURN, _PRISM_OPEN, _PRISM_FAR, _PRISM_TALL = 1, 2, 3, 4
"""Random lanes of the prisms on the rim: angle, where it is open, distance, height."""
_FISSURE_TURN, _FISSURE_LONG, _FISSURE_JAG = 61, 62, 63
"""Random lanes of the fissures: angle, length, how jagged."""


@element("ground", 6.0, handles=("crack", "mend", "close", "pulse", "shimmer", "dim", "ignite"))
def crater(moment: Moment) -> tuple[Form, ...]:
    """A bowl of dark crystal sunk in the ground, light in its seams, a faint beat at its core, prisms on its rim.

    Cracks run out from it over the ground until it mends, or closes. Notes: `mend` 0..1 how whole it is already,
    `calm` 1 without fissures.
    """
    whole = max(moment.event("mend"), moment.event("close"), moment.param("mend", 0.0))
    now = moment.replace(
        events={**moment.events, "mend": whole, "pulse": max(moment.event("pulse"), 0.6 * moment.event("shimmer"))}
    )
    crack, mend, _, light = state(now)
    p = moment.place
    radius = moment.size(3.0)
    z = max(p.z, radius + 2.4)
    show = float(smooth(moment.presence, 0.0, 1.0))
    heart = np.asarray(HEART, np.float32)
    glass = np.asarray(moment.tint or (0.075, 0.040, 0.082), np.float32)
    broken = max(crack, 0.55 * (1.0 - mend))
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
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
    bowl = Field("crater", params, depth=230.0, patch=ground_patch(moment, p.x, z, wide, wide), grain=1, standin=plain)
    forms: list[Form] = [bowl]
    inner = (heart * 0.34 + np.asarray(AMETHYST, np.float32)) * np.float32(0.80 * light)
    for part in _rim(round(p.x, 3), round(z, 3), round(radius, 3)):
        forms.append(
            replace(
                part,
                glow=np.asarray(part.glow, np.float32) * inner,
                opacity=np.asarray(part.opacity, np.float32) * np.float32(show),
                frame=np.asarray(part.frame, np.float32) + np.float32(min(0.5 * broken, 0.999)),
            )
        )
    if broken > 0.02 and moment.param("calm", 0.0) < 0.5:
        forms.append(_fissures(moment, p.x, z, radius, heart * np.float32(0.60 * light), broken * show))
    forms += [
        halo(
            (p.x, -0.05 * radius, z),
            2.5 * radius,
            heart * np.float32(0.13 * light * show),
            width=1.7,
            depth=z - 0.2,
            reflect=False,
        ),
        dust(moment, (p.x, 0.1, z), 0.9 * radius, heart, 0.4 * broken, 0.0, show),
        Light((p.x, 0.25, z - 0.2 * radius), rgb(heart * np.float32(0.85 * light * show)), 1.7 * radius, 0.35),
    ]
    return tuple(forms)


_RIM = 5
"""The seed of the rim: every crater has the same, so that one scene's flows into the next one's."""


@lru_cache(maxsize=8)
def _rim(x: float, z: float, radius: float) -> tuple[Sprites, ...]:
    """The prisms around a bowl, behind its middle and before it, whole and with a glow of one: made once a place."""
    n = 40
    turn = 6.2832 * (np.arange(n) + 0.8 * uniform(_RIM, _PRISM_TURN, n)) / n
    open_ = (np.sin(turn) > -0.45) | (uniform(_RIM, _PRISM_OPEN, n) > 0.45)
    out: list[Sprites] = []
    for i in np.flatnonzero(open_):
        r = radius * (0.99 + 0.13 * float(uniform(_RIM, _PRISM_FAR, n)[i]))
        spot = (x + r * float(np.cos(turn[i])), -0.02, z + r * float(np.sin(turn[i])))
        if spot[2] < 1.6:
            continue
        # Tall behind and at the sides, low in front: one looks into the bowl over them.
        behind = 0.42 + 0.58 * float(smooth(np.sin(turn[i]), -0.5, 0.25))
        tall = radius * (0.12 + 0.25 * float(uniform(_RIM, _PRISM_TALL, n)[i]) ** 1.6) * behind
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


def _fissures(moment: Moment, x: float, z: float, radius: float, colour: Array, show: float) -> Ribbons:
    """Cracks that run out from the rim over the ground, light in them, a few of them forked."""
    count, points = 16, 40
    along = np.linspace(0.0, 1.0, points)
    parent = np.where(np.arange(count) < 9, np.arange(count), np.mod(np.arange(count) * 2, 9))
    is_main = np.arange(count) < 9
    turn = 6.2832 * (parent + 0.6 * uniform(_RIM, _FISSURE_TURN, count)[parent]) / 9.0 + 0.2
    long = radius * np.where(is_main, 0.45 + 0.75 * uniform(_RIM, _FISSURE_LONG, count), 0.28)
    # A jagged walk: each step turns anew, none turns back.
    jagged = np.cumsum(normal(_RIM, _FISSURE_JAG, 9 * points).reshape(9, points), 1)[parent] * 0.018
    start = np.where(is_main, 0.0, 0.35)
    progress = np.where(is_main[:, None], along[None], start[:, None] + 0.30 * along[None])
    walk = np.stack([np.interp(progress[i], along, jagged[i]) for i in range(count)])
    fork = np.where(is_main[:, None], 0.0, 0.32 * along[None] * np.where(np.arange(count) % 2, 1.0, -1.0)[:, None])
    reach = radius * 1.02 + progress * (long[parent])[:, None]
    angle = turn[:, None] + walk * np.minimum(1.0, 2.5 * progress) + fork
    where = np.stack(
        [x + reach * np.cos(angle), np.full((count, points), 0.012), np.maximum(z + reach * np.sin(angle), 1.4)], -1
    )
    fade = ((1.0 - along[None]) ** 0.7 * np.where(is_main, 1.0, 0.55)[:, None])[..., None]
    beat = 0.80 + 0.20 * np.sin(1.1 * moment.t - 4.0 * along)[None, :, None]
    return Ribbons(
        where.astype(np.float32), (radius * 0.0042 * (1.2 - along[None] * np.ones((count, 1)))).astype(np.float32),
        (colour[None, None] * fade * beat).astype(np.float32), opacity=np.float32(min(1.0, 1.3 * show)),
        grown=np.float32(0.25 + 0.85 * show), reflect=False, depth=225.0,
    )  # fmt: skip


def _banded(ring: list[Sprites], z: float) -> list[Sprites]:
    """The prisms of a rim as two forms: behind the middle, and before it."""
    out: list[Sprites] = []
    for behind in (True, False):
        some = [part for part in ring if (float(part.position[0, 2]) >= z) == behind]
        if some:
            out.append(
                replace(
                    some[0],
                    position=_joined(some, "position"),
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
