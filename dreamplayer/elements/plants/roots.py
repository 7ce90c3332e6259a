"""Copper and gold roots that creep over the ground from a glowing middle, forking, beats of light walking out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.elements.plants._shared.tones import GOLD
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_MOTE_ROOT, _MOTE_ALONG, _MOTE_BORN, _MOTE_PERIOD, _MOTE_HIGH, _MOTE_SWAY, _MOTE_BRIGHT = 71, 72, 73, 74, 75, 76, 77
"""Random lanes of the specks: on which root and where along it, when and how slowly each rises, how high, when it
sways, how bright.
"""

_POINTS = 22
"""Points along a root."""


@dataclass(frozen=True, eq=False)
class _Net:
    """Strands that fork, in metres about their foot at size 1."""

    points: Array
    """(k, POINTS, 3)."""
    width: Array
    """(k, POINTS)."""
    path: Array
    """(k, POINTS): length along from the foot, so that beats pass from strand to branch."""
    level: Array
    """(k,): 0 main ones."""


@lru_cache(maxsize=24)
def _creeping(
    seed: int, mains: int = 9, arc: tuple[float, float] = (0.0, 6.2832), reach: float = 1.0, rise: float = 0.10
) -> _Net:
    """Roots that leave a foot, arch a little over the ground and run out along it, forking three times."""
    strands: list[Array] = []
    widths: list[Array] = []
    paths: list[Array] = []
    levels: list[int] = []
    count = [0]

    def roll(low: float, high: float) -> float:
        count[0] += 1
        return low + (high - low) * uniform_one(seed, 3, count[0])

    def grow(x: float, z: float, y: float, way: float, long: float, thick: float, level: int, since: float) -> None:
        step = long / (_POINTS - 1)
        curl, bend = roll(-1.6, 1.6), roll(0, 6.28)
        points, lengths = [], []
        for k in range(_POINTS):
            s = k / (_POINTS - 1)
            points.append(
                (
                    x,
                    max(
                        y * (1 - s) ** 1.5
                        + rise * reach * np.sin(np.pi * min(1.0, s * 1.4)) * (level == 0) * 0.8
                        + 0.025 * reach * np.sin(11 * s + bend) * (1 - s),
                        0.008,
                    ),
                    z,
                )
            )
            lengths.append(since + long * s)
            way += (0.11 * np.sin(4.2 * s + bend) + 0.10 * roll(-1, 1) + 0.02 * curl) * (1.0 + 0.5 * level)
            x, z = x + step * np.cos(way), z + step * np.sin(way) * 0.85
        line = np.asarray(points, np.float32)
        index = len(strands)
        strands.append(line)
        s_all = np.linspace(0, 1, _POINTS)
        widths.append((thick * (1.0 - 0.85 * s_all) * (1 + 0.12 * np.sin(19 * s_all + bend))).astype(np.float32))
        paths.append(np.asarray(lengths, np.float32))
        levels.append(level)
        if level >= 3:
            return
        for k in range((4, 3, 2)[level]):
            share = (0.25 + 0.70 * (k + roll(0, 1)) / 3.4) if level == 0 else 0.3 + 0.6 * roll(0, 1)
            i = min(int(share * (_POINTS - 2)), _POINTS - 2)
            d = line[i + 1] - line[i]
            turn = float(np.arctan2(d[2], d[0])) + roll(0.35, 0.9) * (1 if (k + index) % 2 else -1)
            grow(
                float(line[i, 0]),
                float(line[i, 2]),
                float(line[i, 1]),
                turn,
                long * roll(0.32, 0.58),
                thick * (1 - 0.8 * share) * 0.72,
                level + 1,
                since + long * share,
            )

    for k in range(mains):
        way = arc[0] + (arc[1] - arc[0]) * (k + roll(0.2, 0.8)) / mains
        grow(0.0, 0.0, 0.03, way, reach * roll(0.75, 1.25), 0.046 * reach, 0, 0.0)
    return _Net(np.stack(strands), np.stack(widths), np.stack(paths), np.asarray(levels, np.float32))


def _glowing(
    moment: Moment, net: _Net, where: tuple[float, float, float], size: float, *, grown: float,
    skin: tuple[float, float, float], light: tuple[float, float, float], beat: float = 0.35, sway: float = 0.0,
) -> tuple[Form, ...]:  # fmt: skip
    """A net as copper limbs with light in them. `grown` 0..1 runs along the paths; `beat` is how deep pulses are."""
    longest = float(net.path[:, -1].max())
    reach = grown * longest * 1.04
    first, last = net.path[:, :1], net.path[:, -1:]
    here = np.clip((reach - first) / (last - first), 0.0, 1.0).astype(np.float32)
    show = np.float32(smooth(moment.presence, 0.0, 0.6))
    phase = np.mod(0.16 * moment.t * (1 - 0.4 * moment.calm) - 0.62 * net.path / longest, 1.0)
    wave = np.exp(-(((phase - 0.5) / 0.13) ** 2))
    base = 0.55 + 0.12 * np.sin(0.7 * moment.t + 3.0 * net.path)
    shine = (base + (beat + 0.9 * moment.event("pulse")) * wave) * (1.0 - 0.35 * net.path / longest)
    line = np.asarray(where, np.float32) + net.points * np.float32(size)
    if sway:
        line[..., 0] += sway * np.sin(0.6 * moment.t + 4 * net.path)
    warm = np.asarray(light, np.float32)
    body = Ribbons(
        line, net.width * np.float32(size * (0.5 + 0.5 * grown)), skin, profile="body", opacity=show, grown=here,
        glow=(warm * (0.20 * shine * show)[..., None]).astype(np.float32), depth=where[2],
    )  # fmt: skip
    core = Ribbons(
        line, net.width * np.float32(0.42 * size * (0.5 + 0.5 * grown)),
        (warm * (0.26 * shine * show)[..., None]).astype(np.float32), grown=here, depth=where[2] - 0.02,
    )  # fmt: skip
    tips = [line[k, int(here[k, 0] * (_POINTS - 1))] for k in range(len(line)) if 0.02 < here[k, 0] < 0.98]
    forms: list[Form] = [body, core]
    if tips:
        forms.append(Dots(np.stack(tips), np.float32(0.020 * size), warm * np.float32(0.8 * show)))
    forms.append(_motes(moment, line, here, warm, show, size))
    return tuple(forms)


def _motes(moment: Moment, line: Array, here: Array, warm: Array, show: np.float32, size: float, n: int = 420) -> Dots:
    """Specks that leave the lines and rise."""
    root = (uniform(moment.seed, _MOTE_ROOT, n) * len(line)).astype(np.int64)
    point = (uniform(moment.seed, _MOTE_ALONG, n) * here[root, 0] * (_POINTS - 1)).astype(np.int64)
    life = np.mod(
        uniform(moment.seed, _MOTE_BORN, n) + moment.t / (7.0 + 6.0 * uniform(moment.seed, _MOTE_PERIOD, n)), 1.0
    )
    where = line[root, point].copy()
    where[:, 1] += size * 0.55 * life * (0.3 + uniform(moment.seed, _MOTE_HIGH, n))
    where[:, 0] += size * 0.10 * np.sin(2.0 * life + 6.28 * uniform(moment.seed, _MOTE_SWAY, n))
    bright = (
        np.sin(np.pi * life) ** 1.5
        * (here[root, 0] > 0.02)
        * (0.2 + 0.8 * uniform(moment.seed, _MOTE_BRIGHT, n) ** 2)
        * show
        * 0.7
    )
    return Dots(where, np.float32(0.014 * size), (warm[None] * bright[:, None]).astype(np.float32))


_COPPER = (0.40, 0.115, 0.040)
"""Colour of the light in the roots in linear light where the words name none."""


@element("ground", 2.4, handles=("grow", "spread", "pulse", "wrap", "dim"))
def roots(moment: Moment) -> tuple[Form, ...]:
    """Copper and gold roots that creep over the ground from a glowing middle, forking, beats of light walking out."""
    size = moment.size(3.0)
    p = moment.place
    grown = grown_by(moment, 16.0, "grow", "spread", "wrap") * float(smooth(moment.presence, 0.0, 1.0))
    light = np.asarray(moment.tint or GOLD, np.float32) * np.float32(1.0 - 0.8 * moment.event("dim"))
    net = _creeping(moment.seed % 13, 10)
    forms = _glowing(moment, net, (p.x, p.y, p.z), size, grown=grown, skin=_COPPER, light=rgb(light))
    show = float(smooth(moment.presence, 0.0, 1.0)) * (0.4 + 0.6 * grown)
    middle = (p.x, p.y + 0.12 * size, p.z)
    return (
        *forms,
        halo(middle, 1.1 * size, light * np.float32(0.22 * show), width=1.5),
        Light(middle, rgb(light * np.float32(0.75 * show)), 2.2 * size, 0.5),
    )
