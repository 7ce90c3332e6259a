"""Quiet words written in light, rising one after another and dissolving into motes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Text
from dreamplayer.drawing.props import event_progress
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_FIRST = 1
"""Random lane: which word is the first."""
_DEPTH, _HEIGHT = 2, 30
"""Random lanes of each word; its number is added."""
_MOTE_X, _MOTE_LOOSE_X, _MOTE_Y, _MOTE_LOOSE_Y, _MOTE_BRIGHTNESS = 50, 70, 90, 110, 130
"""Random lanes of the motes a word breaks into; its number is added."""

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


@element("air", 1.6, handles=("dissolve", "rise", "scatter", "swirl", "emerge", "drift"))
def words(moment: Moment) -> tuple[Form, ...]:
    """Quiet words written in light, rising one after another and dissolving into motes."""
    n = 9
    size = moment.size(1.6)
    warm = np.asarray(moment.tint or (1.0, 0.66, 0.34), np.float32)
    gone = float(smooth(max(moment.event("dissolve"), moment.event("scatter")), 0, 1))
    up = 0.35 * moment.event("rise")
    whirl = 0.25 * event_progress(moment, "swirl") + 0.12 * event_progress(moment, "drift")
    here = float(smooth(moment.presence, 0, 1)) * (1 - 0.3 * moment.calm)
    first = int(uniform(moment.seed, _FIRST, 1)[0] * len(_WORDS))
    forms: list[Form] = []
    pace = 1 / 26.0
    for i in range(n):
        turn = moment.t * pace + i / n
        lap, age = int(np.floor(turn)), float(turn % 1.0)
        word = _WORDS[(first + i + n * lap) % len(_WORDS)]
        column = ((i * 4) % n) / (n - 1) * 2 - 1
        x = moment.place.x + size * moment.place.spread * (
            0.95 * column + 0.06 * np.sin(0.3 * moment.t + 2 * i) + whirl * np.sin(6.28 * age + i)
        )
        y = moment.place.y + size * (-0.10 + (1.05 + up) * age + 0.25 * up)
        z = max(moment.place.z + size * 0.55 * float(normal(moment.seed, _DEPTH + i, 1)[0]), 1.4)
        show = float(smooth(age, 0.0, 0.22) * smooth(age, 1.0, 0.68)) * here
        tall = size * (0.13 + 0.07 * float(uniform(moment.seed, _HEIGHT + i, 1)[0]))
        clear = show * (1 - gone)
        if clear > 0.004:
            forms.append(
                Text(
                    word,
                    (x, max(y, 0.1), z),
                    tall,
                    rgb(warm * np.float32(0.95 * (1 + 0.3 * event_progress(moment, "emerge")))),
                    opacity=clear,
                    turn=0.05 * np.sin(0.23 * moment.t + i),
                )
            )
            forms.append(
                Dots(np.array([[x, max(y, 0.1), z + 0.02]], np.float32), tall * 5.0, warm * np.float32(0.035 * clear))
            )
        motes = 70
        wide = 0.24 * tall * len(word)
        loose = (1 - float(smooth(age, 0.0, 0.25))) + float(smooth(age, 0.65, 1.0)) + 1.5 * gone
        mote_x = (
            x
            + wide * (uniform(moment.seed, _MOTE_X + i, motes) * 2 - 1)
            + 0.16 * size * loose * normal(moment.seed, _MOTE_LOOSE_X + i, motes)
        )
        mote_y = (
            y
            + 0.32 * tall * normal(moment.seed, _MOTE_Y + i, motes)
            + 0.22 * size * loose * (uniform(moment.seed, _MOTE_LOOSE_Y + i, motes) - 0.2)
        )
        bright = (
            (0.25 + 0.75 * uniform(moment.seed, _MOTE_BRIGHTNESS + i, motes) ** 2)
            * np.sin(np.pi * age)
            * here
            * min(1.0, 0.25 + loose)
        )
        forms.append(
            Dots(
                np.stack([mote_x, np.maximum(mote_y, 0.02), np.full(motes, z - 0.02)], 1).astype(np.float32),
                0.013 * size,
                (warm[None] * (0.6 * bright)[:, None]).astype(np.float32),
            )
        )
    return tuple(forms)
