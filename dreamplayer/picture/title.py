"""The title of a dream in its wind-in: stardust gathers into it, holds it and scatters into the first place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.visions.motes import WHOLE, Origin
from dreamplayer.drawing.visions.title_points import lines_of, title_cloud
from dreamplayer.drawing.visions.vision import Hovering, vision
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Camera

FROM = 3.0
"""Second of the night at which the first mote sets out."""
WITHIN = 0.75
"""Share of the wind-in by the end of which the title is gone."""
DISTANCE = 1.5
"""Metres from the eye: before all that a place holds."""
HEIGHT, WIDEST = 0.30, 2.3
"""Height of a line and greatest width of the title, half screen heights."""
MIDDLE = 0.10
"""Height of its middle on the screen, -1 bottom .. 1 top."""
MOTES = 4200
GRAIN = 1.9
"""Factor on the size of the motes of a single line: those of a form are made for broader lines."""
LEVEL = 1.3
"""Light of its motes as they are shown, whatever the exposure: the place behind it is dark still."""
DARKEST = 0.02
"""Exposure below which the motes shine no more for it."""


def title_forms(score: Score, t: float, camera: Camera, exposure: float) -> tuple[Form, ...]:
    """What is seen of the title at a moment of the wind-in; nothing after it, or where it cannot be written.

    Args:
        score: of the night.
        t: seconds of the night.
        camera: of the picture.
        exposure: of the picture.
    """
    wind_in = score.section("wind-in")
    lasts = min(WHOLE, WITHIN * wind_in.length - FROM)
    since = (t - wind_in.start - FROM) * WHOLE / max(lasts, 1.0)
    if lasts <= 0.0 or not 0.0 < since < WHOLE:
        return ()
    title = score.dream.title
    cloud = title_cloud(title)
    if cloud is None:
        return ()
    metres = DISTANCE / camera.focal
    tall = metres * min(HEIGHT * len(lines_of(title)), WIDEST / cloud.width)
    foot = (camera.x, camera.eye + (MIDDLE - camera.horizon) * metres - 0.5 * tall, DISTANCE)
    origin = Origin("none") if score.calm else Origin("stars")
    hovering = Hovering(foot, tall, camera, origin, strength=LEVEL / max(exposure, DARKEST))
    seen = vision(cloud, since, seed_of(score.seed, "title", title), hovering, count=MOTES)
    grain = GRAIN / len(lines_of(title))
    return tuple(_flat(form, grain) for form in seen if isinstance(form, Dots))


def _flat(dots: Dots, grain: float) -> Dots:
    """Letters are read, not seen from the side: all motes at one distance, as large as their thin strokes need."""
    position = dots.position.copy()
    position[:, 2] = DISTANCE
    return replace(dots, position=position, size=np.float32(grain) * dots.size)
