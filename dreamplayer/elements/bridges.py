"""A bridge of constellations."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.bridge import skeleton
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import heeded
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

STARLIGHT = (1.0, 0.74, 0.42)


@element(
    "far",
    9.0,
    family="built",
    answers=("grow", "emerge", "open", "bloom", "dissolve", "shatter", "scatter", "pulse", "twist", "swirl", "wrap"),
    lamp=True,
    several=1,
)
def bridge(moment: Moment) -> tuple[Form, ...]:
    """A bridge woven of starlight that arches from the near ground to the horizon, joint by joint."""
    side = -1.0 if one(moment.seed, 1) < 0.5 else 1.0
    if abs(moment.place.x) > 0.5:
        side = float(np.sign(moment.place.x))
    size = moment.place.size
    reach = 1.25 / moment.stage.camera.focal
    bones = skeleton(moment.seed % 97, 6.4, 62.0, 13.0 * size, side * 0.62 * reach, -side * 0.62 * reach)
    told = heeded(moment, "grow", "emerge", "open", "bloom", "twist", "swirl", "wrap")
    front = smooth(moment.presence, 0.0, 0.9) * 1.25
    gone = heeded(moment, "dissolve", "shatter", "scatter")
    warm = np.asarray(moment.tint or STARLIGHT, np.float32)
    beat = 1.0 + 0.06 * np.sin(0.5 * moment.t) + 0.3 * moment.event("pulse") * np.sin(1.4 * moment.t) ** 2 + 0.25 * told
    calm = (1 - 0.3 * moment.calm) * beat

    def drawn(place: np.ndarray, soft: float = 0.22) -> np.ndarray:
        out = np.clip((front - place) / soft, 0, 1) * np.clip((1.3 * (1 - gone) - place * 0.3) / 0.5, 0, 1) ** 1.2
        return np.asarray(out, np.float32)

    show = drawn(bones["place"])
    # Light walks slowly along it towards the far end.
    walk = 0.62 + 0.38 * np.sin(2 * np.pi * (1.5 * bones["place"] - 0.045 * moment.t)) ** 2
    lines = bones["strands"]
    glow = (warm[None, None, :] * (0.42 * calm * walk)[:, None, None]).astype(np.float32)
    z = lines[:, 2, 2]
    forms: list[Form] = []
    for low, high in ((26.0, 1e9), (11.0, 26.0), (0.0, 11.0)):
        pick = (z >= low) & (z < high)
        forms.append(Ribbons(lines[pick], 0.016, glow[pick], opacity=show[pick][:, None]))
    joints, where = bones["joints"], bones["joint_place"]
    twinkle = 0.45 + 0.55 * np.sin(0.55 * moment.t + 6.28 * dice(moment.seed, 11, len(joints))) ** 2
    size_j = 0.16 + 0.30 * dice(moment.seed, 12, len(joints)) ** 3
    forms.append(
        Dots(
            joints,
            (size_j * (0.35 + 0.022 * joints[:, 2])).astype(np.float32),
            (warm[None, :] * (1.25 * calm * twinkle * drawn(where))[:, None]).astype(np.float32),
            glint=np.float32(0.85),
            depth=8.0,
        )
    )
    grains, gp = bones["grains"], bones["grain_place"]
    n = len(grains)
    fall = np.mod(dice(moment.seed, 13, n) + 0.05 * moment.t * (0.4 + dice(moment.seed, 14, n)), 1.0)
    loose = dice(moment.seed, 15, n) < 0.22 + 0.7 * gone
    at3 = grains.copy()
    at3[:, 1] -= loose * fall**2 * (0.8 + 2.2 * gone) * (0.5 + 0.03 * at3[:, 2])
    at3[:, 0] += loose * 0.25 * fall * np.sin(0.2 * moment.t + 6.28 * dice(moment.seed, 16, n))
    at3[:, 1] = np.maximum(at3[:, 1], 0.01)
    shine = drawn(gp) + 0.5 * gone * (1 - gone) * np.clip((front - gp) / 0.2, 0, 1)
    shine = shine * (0.2 + 0.8 * dice(moment.seed, 17, n) ** 2) * np.where(loose, 1 - fall, 1.0)
    forms.append(
        Dots(
            at3,
            (0.02 + 0.0016 * at3[:, 2]).astype(np.float32),
            (warm[None, :] * (0.85 * calm * shine)[:, None]).astype(np.float32),
            glint=(dice(moment.seed, 18, n) > 0.985).astype(np.float32),
        )
    )
    foot = grains[np.argmin(gp)]
    strength = np.float32(0.55 * smooth(moment.presence, 0.1, 0.6) * (1 - gone) * calm)
    forms.append(Light((float(foot[0]) * 0.9, 1.0, float(foot[2]) + 1.0), rgb(warm * strength), 4.0, 0.25))
    return tuple(forms)
