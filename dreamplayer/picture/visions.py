"""Visions in the picture: the points of each thing, sampled once, and a cue as the vision it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.catalogue import elements
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.visions.form_painting import relief_of
from dreamplayer.drawing.visions.glyph_points import glyph_cloud
from dreamplayer.drawing.visions.motes import GATHER, HOLD, SCATTER, Origin, acts
from dreamplayer.drawing.visions.point_cloud import PointCloud, cloud_of
from dreamplayer.drawing.visions.vision import Hovering, vision
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.moment import Moment
from dreamplayer.model.score import Cue
from dreamplayer.model.stage import Light, Placement, Vec3
from dreamplayer.picture.look import PALETTE, place_for, stage_for
from dreamplayer.reading.lexicon.vocabulary import thing

STILL = 9.0
"""Seconds since its entry at which an element is looked at."""
SEED = 3
"""Seed it is drawn with."""
LEAD = 4.5
"""Seconds by which a vision may begin before its word."""
AMONG_STARS = 310.0
"""Metres from which on a vision is a constellation."""
WIDEST, WIDEST_IN_SKY = 1.2, 1.6
"""Greatest width of a vision over its height, and of one among the stars in half screen heights."""
DIMMED = 0.4
"""Share by which lamps sink while a vision is held."""
_EMPTY = PointCloud(
    np.zeros((0, 3), np.float32),
    np.zeros(0, np.float32),
    np.zeros(0, np.float32),
    np.zeros((0, 2), np.float32),
    1.0,
    0.0,
)


@lru_cache(maxsize=48)
def cloud(name: str) -> PointCloud:
    """The points of a thing: of its glyph, or of its own drawing. Sampled once and kept.

    Args:
        name: of an element or a glyph.

    Returns:
        No points where there is no such thing, or its drawing shows no form.
    """
    record = thing(name)
    outline = record.glyph or (record.vision if record.vision not in ("drawing", "none") else None)
    if outline is not None:
        return glyph_cloud(outline)
    element = elements().get(name)
    if element is None:
        return _EMPTY
    stage, place = stage_for(element), place_for(element)
    still = Moment(t=STILL, life=0.3, seed=SEED, stage=stage, place=place, palette=PALETTE)
    relief = relief_of(element(still), stage.camera, place.z)
    return _EMPTY if relief is None else cloud_of(relief, seed_of("vision", name))


def is_vision(cue: Cue) -> bool:
    """Whether a cue shows its thing as a vision.

    Args:
        cue: any.
    """
    return cue.rests is not None and cue.rests.how == "vision"


def forms_of(cue: Cue, now: Moment, lamps: Sequence[Light], *, calm: bool = False) -> tuple[Form, ...]:
    """What is seen of a vision at a moment.

    Args:
        cue: of the vision; its place is on the screen.
        now: of the cue: its time, stage and seed.
        lamps: lights of the picture, from the nearest of which the motes come.
        calm: whether nothing drifts in this night: then motes light up where they belong.
    """
    spot = cue.place or Placement(0.0, 0.0, 8.0, 0.36)
    points, camera = cloud(cue.name), now.stage.camera
    metres = spot.z / camera.focal
    stars = spot.z >= AMONG_STARS
    # Wide things are drawn lower, so that none is wider than half the picture.
    widest = WIDEST_IN_SKY / (2.0 * spot.size) if stars else WIDEST
    tall = 2.0 * spot.size * metres * min(1.0, widest / points.width)
    lift = 0.5 * (2.0 * spot.size * metres - tall)
    x = camera.x + spot.x * metres
    y = camera.eye + (spot.y - camera.horizon) * metres + lift
    hovering = Hovering(
        (x, y, spot.z),
        tall,
        camera,
        Origin("none") if calm else _origin(lamps, (x, y, spot.z), tall, stars, now.seed),
        tint=cue.tint,
        among_stars=stars,
        strength=1.0 - 0.35 * now.calm,
    )
    return vision(points, own_time(cue, now.t), now.seed, hovering)


def own_time(cue: Cue, t: float) -> float:
    """Seconds since the first mote set out, as the drawing of a vision counts them: a brief one is quicker.

    Args:
        cue: of the vision.
        t: seconds of the night since then.
    """
    hold = max(cue.span.end - cue.since - GATHER - SCATTER, 0.1)
    if t <= GATHER:
        return t
    return GATHER + (t - GATHER) * HOLD / hold if t < GATHER + hold else t - hold + HOLD


def stepped_back(t: float) -> float:
    """Factor on the light of lamps at a moment of a vision: they step back while it is held.

    Args:
        t: seconds since its first mote set out.
    """
    gathered, scattered = acts(t)
    return 1.0 - DIMMED * float(smooth(gathered, 0.0, 1.0) * (1.0 - smooth(scattered, 0.0, 1.0)))


def dimmed(lights: Sequence[Light], t: float) -> list[Light]:
    """The lights of a picture at a moment of a vision.

    Args:
        lights: of the picture without it.
        t: seconds since its first mote set out.
    """
    share = stepped_back(t)
    return [replace(light, colour=scaled(light.colour, share)) for light in lights]


def _origin(lamps: Sequence[Light], foot: Vec3, tall: float, stars: bool, seed: int) -> Origin:
    """Where the motes come from: the nearest lamp, where one is near; else the stars or the air."""
    if stars:
        return Origin("stars")
    near = [
        lamp for lamp in lamps if lamp.haze > 0.0 and abs(lamp.position[2] - foot[2]) < 12.0 and sum(lamp.colour) > 0.1
    ]
    if not near:
        return Origin("air" if seed % 3 else "stars")

    def distance(lamp: Light) -> float:
        return float(sum((a - b) ** 2 for a, b in zip(lamp.position, foot, strict=True)))

    x, y, z = min(near, key=distance).position
    return Origin("lamp", ((x - foot[0]) / tall, (y - foot[1]) / tall, (z - foot[2]) / tall))
