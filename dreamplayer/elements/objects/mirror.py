"""Tall arched mirrors in gilt frames."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.mirror import FOOT, GILT, HALF, MOMENTS, OPEN, PLAIN, SPRING, TALL, mirror_shape
from dreamplayer.drawing.motion.breaking import breaking
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.features import face_shape
from dreamplayer.drawing.people.standing import contact
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import around, scattered_positions
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_STEM_GROWTH, _STEM_THICKNESS = 1, 2
"""Random lanes of the stems of the briar."""
_THORN_STEM, _THORN_ALONG, _THORN_WAY, _THORN_LEAN, _THORN_LENGTH, _THORN_PHASE = 3, 4, 5, 6, 7, 8
"""Random lanes of its thorns."""
_LEAN_PHASE, _FRAME, _GLINT_PHASE = 8, 9, 10
"""Random lanes of each of several mirrors."""

_STEMS = 7
"""Stems of the briar; with more the frame is hidden."""


def _briar(moment: Moment, where: tuple[float, float, float], scale: float, yaw: float) -> list[Form]:
    """Stems around an arched pane that stands at `where`, turned by `yaw`; they grow in with presence."""
    points = 150
    share = np.linspace(0, 1, points)
    half, spring = HALF + 0.065, SPRING
    straight = spring - FOOT + 0.07
    round_ = np.pi * half
    total = 2 * straight + round_ + 2 * half
    along = share * total
    left = along < straight
    top = (along >= straight) & (along < straight + round_)
    right = (along >= straight + round_) & (along < 2 * straight + round_)
    angle = np.pi - (along - straight) / half
    x = np.where(
        left, -half, np.where(top, half * np.cos(angle), np.where(right, half, half - (along - 2 * straight - round_)))
    )
    y = np.where(
        left,
        FOOT - 0.07 + along,
        np.where(
            top, spring + half * np.sin(angle), np.where(right, spring - (along - straight - round_), FOOT - 0.07)
        ),
    )
    step_x, step_y = np.gradient(x), np.gradient(y)
    length = np.hypot(step_x, step_y) + 1e-9
    normal_x, normal_y = step_y / length, -step_x / length
    seed = moment.seed % 53
    stem = np.arange(_STEMS)[:, None]
    turn = 2 * np.pi * (7 + stem % 3) * share[None] + 0.9 * stem + 0.5 * np.sin(9 * share[None] + stem)
    off = (0.045 + 0.018 * np.sin(23 * share[None] + 2 * stem)) * np.cos(turn)
    deep = 0.05 * np.sin(turn)
    stem_x, stem_y = x + normal_x * off, y + normal_y * off
    cos, sin = np.cos(yaw), np.sin(yaw)

    def world(lx: np.ndarray, ly: np.ndarray, lz: np.ndarray) -> np.ndarray:
        return np.stack(
            [
                where[0] + scale * (cos * lx - sin * lz),
                where[1] + scale * ly,
                where[2] - 0.05 * scale + scale * (sin * lx + cos * lz),
            ],
            -1,
        ).astype(np.float32)

    here = np.float32(smooth(moment.presence, 0.2, 1.0))
    grown = (1.05 * smooth(moment.presence * 1.4 - 0.4 * uniform(seed, _STEM_GROWTH, _STEMS), 0, 1))[:, None].astype(
        np.float32
    )
    warm = np.asarray(moment.palette.key, np.float32)
    bark = rgb(np.array([0.075, 0.055, 0.045], np.float32))
    stems = Ribbons(
        world(stem_x, stem_y, deep),
        (scale * (0.010 + 0.008 * uniform(seed, _STEM_THICKNESS, _STEMS)))[:, None].astype(np.float32),
        bark,
        profile="body",
        opacity=here,
        grown=grown,
        glow=rgb(warm * np.float32(0.016)),
        depth=where[2] - 0.06,
    )
    thorn_count = 130
    row, col = (
        (uniform(seed, _THORN_STEM, thorn_count) * _STEMS).astype(int),
        (uniform(seed, _THORN_ALONG, thorn_count) * (points - 2)).astype(int),
    )
    thorn_share = np.linspace(0, 1, 5)[None]
    way = np.where(uniform(seed, _THORN_WAY, thorn_count) < 0.75, 1.0, -0.6)[:, None]
    lean = (0.5 * normal(seed, _THORN_LEAN, thorn_count))[:, None]
    reach = (0.05 + 0.04 * uniform(seed, _THORN_LENGTH, thorn_count))[:, None]
    thorn_x = stem_x[row, col][:, None] + reach * thorn_share * (
        way * normal_x[col][:, None] - lean * normal_y[col][:, None]
    )
    thorn_y = stem_y[row, col][:, None] + reach * thorn_share * (
        way * normal_y[col][:, None] + lean * normal_x[col][:, None]
    )
    thorns = Ribbons(
        world(thorn_x, thorn_y, np.repeat(deep[row, col][:, None], 5, 1)),
        (0.011 * scale * (1 - thorn_share) + 0.001).astype(np.float32),
        bark,
        profile="body",
        opacity=here * np.float32(smooth(moment.presence, 0.6, 1.0)),
        glow=rgb(warm * np.float32(0.02)),
        depth=where[2] - 0.07,
    )
    shine = np.abs(np.sin(0.4 * moment.t + 6.28 * uniform(seed, _THORN_PHASE, thorn_count))) ** 5 * here
    tips = Dots(
        world(thorn_x[:, -1], thorn_y[:, -1], deep[row, col]),
        0.022 * scale,
        (warm[None] * (0.35 * shine)[:, None]).astype(np.float32),
    )
    return [stems, thorns, tips]


@element("hero", 2.3, handles=("crack", "shatter", "mend", "ripple", "open"))
def mirror(moment: Moment) -> tuple[Form, ...]:
    """Tall arched mirrors in gilt frames.

    Cracks run from where one would touch; shattering, the glass rises as stardust and leaves a warm light.
    Notes: `thorns` 1 winds the frame of the first in briars, `stone` 1 shows a face of stone in it, `open` 0..1 how
    much of the light behind it is seen from the beginning.
    """
    n = int(min(max(moment.count, 1), 9))
    scale = moment.place.size
    spot = scattered_positions(moment, n, 2.1, deep=1.5)
    lean = 0.10 * np.sin(0.23 * moment.t + 6.28 * uniform(moment.seed, _LEAN_PHASE, n)) * (n > 1)
    yaw = np.float32(moment.place.turn) - 0.28 * np.sign(spot[:, 0] - moment.place.x) + lean
    whole = 1.0 - moment.event("mend")
    crack, shatter = moment.event("crack") * whole, float(smooth(moment.event("shatter"), 0.0, 1.0)) * whole
    opened = max(float(smooth(shatter, 0.05, 0.7)), moment.event("open"), moment.param("open", 0.0))
    frame = np.full(n, float(PLAIN), np.float32)
    if n > 1:
        frame[1:] = np.floor(uniform(moment.seed, _FRAME, n)[1:] * MOMENTS)
    frame[0] = PLAIN + min(opened, 0.999) * (OPEN - PLAIN)
    warm = np.asarray(moment.tint or GILT, np.float32)
    glint = 0.55 + 0.12 * np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _GLINT_PHASE, n))
    if moment.param("thorns", 0.0) > 0.0:
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
            warm * np.float32((0.030 + 0.05 * opened) * moment.presence),
            depth=z + 0.05,
            reflect=False,
        ),
        *contact(moment, spot, 1.3 * scale),
        *gathered(moment, body, count=900, colour=GILT),
        *breaking(moment, (x, y, z), scale, float(yaw[0]), crack, shatter, moment.ages.get("shatter", 0.0)),
        around(moment, (x, y + 1.1 * scale, z - 0.1), scale, warm * np.float32(0.8 * moment.presence), n=40),
    ]
    if moment.param("thorns", 0.0) > 0.0:
        forms += _briar(moment, (x, y, z), scale, float(yaw[0]))
    if moment.param("stone", 0.0) > 0.0:
        forms.append(_stone_face(moment, (x, y, z), scale, float(yaw[0]), 1.0 - opened))
    if moment.event("ripple") > 0.01:
        forms.append(_ripple(moment, (x, y, z), scale, float(yaw[0])))
    if opened > 0.02:
        forms.append(
            Light(
                (x, y + 1.1 * scale, z - 0.3),
                rgb(warm * np.float32(0.9 * opened * moment.presence)),
                4.0 * scale,
                haze=0.7,
            )
        )
    return tuple(forms)


def _stone_face(moment: Moment, where: tuple[float, float, float], scale: float, yaw: float, show: float) -> Sprites:
    """A still profile of grey stone behind the glass."""
    grey = np.asarray((0.34, 0.335, 0.36), np.float32)
    here = float(smooth(moment.presence, 0.5, 1.0)) * show
    return Sprites(
        face_shape(), np.array([[where[0] + 0.02 * scale, where[1] + 1.12 * scale, where[2] - 0.03]], np.float32),
        np.float32(1.12 * scale), glow=rgb(grey * np.float32(0.85)), tint=(0.6, 0.6, 0.62), lit=0.25, rim=0.0,
        opacity=np.float32(here), yaw=np.float32(yaw), depth=where[2] - 0.03,
    )  # fmt: skip


def _ripple(moment: Moment, where: tuple[float, float, float], scale: float, yaw: float) -> Ribbons:
    """Rings that widen from the touch over the glass, each born at its own time."""
    age = moment.ages.get("ripple", 4.0)
    rings, points = 4, 48
    around_ = np.linspace(0, 2 * np.pi, points)
    born = np.arange(rings) * 1.6
    life = np.clip((age - born) / 6.0, 0, 1) % 1.0
    radius = 0.06 + 0.42 * life
    ring_x = 0.05 * (1 - life)[:, None] + radius[:, None] * np.cos(around_)
    ring_y = 1.05 + 1.15 * radius[:, None] * np.sin(around_)
    cos, sin = np.cos(yaw), np.sin(yaw)
    at3 = np.stack(
        [where[0] + scale * cos * ring_x, where[1] + scale * ring_y, where[2] - 0.03 + scale * sin * ring_x], -1
    )
    strong = np.sin(np.pi * life) * moment.event("ripple") * moment.presence
    return Ribbons(
        at3.astype(np.float32),
        0.005 * scale,
        (0.55, 0.50, 0.62),
        opacity=(0.5 * strong)[:, None].astype(np.float32),
        depth=where[2] - 0.05,
    )
