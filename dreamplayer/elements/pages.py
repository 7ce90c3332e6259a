"""Paper that drifts down, a book of light, words that rise."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.page import BOOK, SHEETS
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, Text
from dreamplayer.drawing.props import AMBER, around, heeded, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

PAPER = (1.0, 0.74, 0.46)


@element("air", 1.3, family="paper", answers=("fall", "scatter", "swirl", "rise", "drift"), several=14)
def paper(moment: Moment) -> tuple[Form, ...]:
    """Sheets of paper with faint writing, turning slowly as they drift down; one alone hangs before the eye."""
    n = int(min(max(moment.count, 1), 26))
    size = moment.size(1.3)
    wild = moment.event("scatter") + moment.event("swirl")
    up = moment.event("rise")
    u = np.mod(dice(moment.seed, 1, n) + moment.t * (0.012 + 0.010 * dice(moment.seed, 2, n)), 1.0)
    u[0] = 0.5
    side = bell(moment.seed, 3, n) * (1.0 + 0.6 * wild)
    side[0] = 0.0
    swing = 0.22 * np.sin(0.45 * moment.t + 6.28 * dice(moment.seed, 4, n))
    x = moment.place.x + size * moment.place.spread * (1.25 * side + swing)
    y = moment.place.y + size * (
        0.5
        + (0.0 if n == 1 else 1.4) * (0.55 - u) * (1 - 2 * up)
        + 0.08 * np.sin(0.6 * moment.t + 5 * dice(moment.seed, 5, n))
    )
    y = y + size * (0.6 * up - 0.35 * heeded(moment, "fall"))
    x = x + 0.5 * size * heeded(moment, "drift") * np.sin(0.15 * moment.t + side)
    z = np.maximum(moment.place.z + size * (0.9 * bell(moment.seed, 6, n) * (np.arange(n) > 0)), 1.2)
    fade = np.where(np.arange(n) == 0, 1.0, smooth(u, 0.0, 0.12) * smooth(u, 1.0, 0.88))
    warm = np.asarray(moment.tint or PAPER, np.float32)
    share = np.where(np.arange(n) == 0, 0.80 if n == 1 else 0.55, 0.28 + 0.26 * dice(moment.seed, 7, n))
    body = Sprites(
        SHEETS.shape,
        np.stack([x, np.maximum(y, 0.1), z], 1).astype(np.float32),
        (SHEETS.tall * size * share).astype(np.float32),
        glow=warm * np.float32(0.62 * (1 - 0.3 * moment.calm)),
        lit=1.0,
        rim=0.6,
        opacity=np.asarray(fade, np.float32),
        turn=(0.5 * swing + 0.5 * (dice(moment.seed, 8, n) - 0.5)).astype(np.float32),
        yaw=(0.9 * np.sin(0.33 * moment.t * (1 + wild) + 6.28 * dice(moment.seed, 9, n))).astype(np.float32),
        frame=np.floor(4 * dice(moment.seed, 10, n)).astype(np.float32),
    )
    middle = (moment.place.x, moment.place.y + 0.5 * size, moment.place.z)
    here = float(smooth(moment.presence, 0, 1))
    return (
        Dots(
            np.array([middle], np.float32),
            2.6 * size,
            warm * np.float32(0.03 * here),
            depth=moment.place.z + 0.4,
            reflect=False,
        ),
        *gathered(moment, body, count=600, colour=rgb(warm)),
        around(moment, middle, 1.0 * size, warm * np.float32(0.7 * here), 50),
        Light(middle, rgb(warm * np.float32(0.20 * here)), 2.0 * size, 0.2),
    )


@element("air", 1.1, family="paper", answers=("open", "close"), lamp=True, several=3)
def book(moment: Moment) -> tuple[Form, ...]:
    """An open book whose pages shine; motes like letters rise from it. It opens and closes slowly."""
    shut = float(smooth(moment.event("close"), 0, 1)) * (1.0 - float(smooth(moment.event("open"), 0, 1)))
    frame = np.float32(min(2.98 * min(shut, 1.0), 2.98))
    n = int(min(max(moment.count, 1), 5))
    light = 1 - 0.75 * min(shut, 1.0) + 0.25 * heeded(moment, "open")
    forms = put(
        moment,
        BOOK,
        n=n,
        wide=1.3,
        glow=0.95 * (0.4 + 0.6 * light),
        back=0.04 * light + 0.01,
        lamp=0.8 * light,
        lamp_at=0.45,
        reach=2.2,
        frame=frame,
        mirror=False,
        float_=0.03,
    )
    m = 160
    u = np.mod(dice(moment.seed, 1, m) + moment.t * (0.03 + 0.03 * dice(moment.seed, 2, m)), 1.0)
    size = moment.size(1.0)
    x = moment.place.x + size * (
        0.18 * bell(moment.seed, 3, m) * (0.5 + 1.4 * u)
        + 0.10 * np.sin(3 * u + 0.4 * moment.t + 6.28 * dice(moment.seed, 4, m))
    )
    y = moment.place.y + size * (0.42 + 1.1 * u)
    z = np.full(m, moment.place.z - 0.05)
    bright = np.sin(np.pi * u) ** 1.3 * (0.25 + 0.75 * dice(moment.seed, 5, m) ** 2) * light * moment.presence
    letters = Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.012 + 0.016 * dice(moment.seed, 6, m)).astype(np.float32) * np.float32(size),
        (np.asarray(moment.tint or AMBER, np.float32)[None] * (0.9 * bright)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 7, m) > 0.9).astype(np.float32),
    )
    return (*forms, letters)


_WORDS = (
    "remember",
    "hush",
    "always",
    "home",
    "listen",
    "softly",
    "stay",
    "light",
    "once",
    "breathe",
    "near",
    "you",
    "slowly",
    "moon",
    "and then",
    "sleep",
    "still",
    "beloved",
    "far away",
    "yes",
    "let go",
    "come in",
)


@element("air", 1.6, family="paper", answers=("dissolve", "rise", "scatter", "swirl", "emerge", "drift"), several=9)
def words(moment: Moment) -> tuple[Form, ...]:
    """Quiet words written in light, rising one after another and dissolving into motes."""
    n = 9
    size = moment.size(1.6)
    warm = np.asarray(moment.tint or (1.0, 0.66, 0.34), np.float32)
    gone = float(smooth(max(moment.event("dissolve"), moment.event("scatter")), 0, 1))
    up = 0.35 * moment.event("rise")
    whirl = 0.25 * heeded(moment, "swirl") + 0.12 * heeded(moment, "drift")
    here = float(smooth(moment.presence, 0, 1)) * (1 - 0.3 * moment.calm)
    first = int(dice(moment.seed, 1, 1)[0] * len(_WORDS))
    forms: list[Form] = []
    pace = 1 / 26.0
    for i in range(n):
        turn = moment.t * pace + i / n
        lap, u = int(np.floor(turn)), float(turn % 1.0)
        word = _WORDS[(first + i + n * lap) % len(_WORDS)]
        lane = ((i * 4) % n) / (n - 1) * 2 - 1
        x = moment.place.x + size * moment.place.spread * (
            0.95 * lane + 0.06 * np.sin(0.3 * moment.t + 2 * i) + whirl * np.sin(6.28 * u + i)
        )
        y = moment.place.y + size * (-0.10 + (1.05 + up) * u + 0.25 * up)
        z = max(moment.place.z + size * 0.55 * float(bell(moment.seed, 2 + i, 1)[0]), 1.4)
        show = float(smooth(u, 0.0, 0.22) * smooth(u, 1.0, 0.68)) * here
        tall = size * (0.13 + 0.07 * float(dice(moment.seed, 30 + i, 1)[0]))
        clear = show * (1 - gone)
        if clear > 0.004:
            forms.append(
                Text(
                    word,
                    (x, max(y, 0.1), z),
                    tall,
                    rgb(warm * np.float32(0.95 * (1 + 0.3 * heeded(moment, "emerge")))),
                    opacity=clear,
                    turn=0.05 * np.sin(0.23 * moment.t + i),
                )
            )
            forms.append(
                Dots(np.array([[x, max(y, 0.1), z + 0.02]], np.float32), tall * 5.0, warm * np.float32(0.035 * clear))
            )
        m = 70
        wide = 0.24 * tall * len(word)
        loose = (1 - float(smooth(u, 0.0, 0.25))) + float(smooth(u, 0.65, 1.0)) + 1.5 * gone
        px = x + wide * (dice(moment.seed, 50 + i, m) * 2 - 1) + 0.16 * size * loose * bell(moment.seed, 70 + i, m)
        py = (
            y + 0.32 * tall * bell(moment.seed, 90 + i, m) + 0.22 * size * loose * (dice(moment.seed, 110 + i, m) - 0.2)
        )
        bright = (0.25 + 0.75 * dice(moment.seed, 130 + i, m) ** 2) * np.sin(np.pi * u) * here * min(1.0, 0.25 + loose)
        forms.append(
            Dots(
                np.stack([px, np.maximum(py, 0.02), np.full(m, z - 0.02)], 1).astype(np.float32),
                0.013 * size,
                (warm[None] * (0.6 * bright)[:, None]).astype(np.float32),
            )
        )
    return tuple(forms)
