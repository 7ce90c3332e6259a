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
from dreamplayer.model.stage import Camera, Light, Placement, Vec3
from dreamplayer.picture.look import PALETTE, place_for, stage_for
from dreamplayer.reading.lexicon.vocabulary import thing

STILL = 9.0
"""Seconds since its entry at which an element is looked at."""
SEED = 3
"""Seed it is drawn with."""
LEAD = 4.5
"""Seconds by which a vision may begin before its word."""
TOP = 0.84
"""Greatest screen height of its upper end."""
CLOSE, FAR = 0.9, 10.0
"""Metres away at which a vision hovers over land; one that is planned farther away stays there."""
AMONG_STARS = 310.0
"""Metres from which on a vision is a constellation."""
WIDEST, WIDEST_IN_SKY = 1.6, 1.6
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
    stars = spot.z >= AMONG_STARS
    # Near the eye nothing of the place is before it; over water it is as far away as its reflection.
    away = spot.z if spot.z > FAR else CLOSE
    metres = away / camera.focal
    # Wide things are drawn lower, so that none is wider than half the picture.
    widest = WIDEST_IN_SKY / (2.0 * spot.size) if stars else WIDEST
    tall = 2.0 * spot.size * metres * min(1.0, widest / points.width)
    lift = 0.5 * (2.0 * spot.size * metres - tall)
    x = camera.x + spot.x * metres
    # A little air is left above it.
    low = min(spot.y, TOP - 2.0 * spot.size)
    y = camera.eye + (low - camera.horizon) * metres + lift
    deep = spot.z / away
    origin = _origin(lamps, (x, y, away), spot.z, tall, camera, now.seed)
    hovering = Hovering(
        (x, y, away),
        tall,
        camera,
        Origin("none") if calm else origin,
        cool=0.0 if origin.kind == "lamp" else 1.0,
        tint=cue.tint,
        among_stars=stars,
        strength=(1.0 - 0.35 * now.calm) / max(_clear(now, away), 0.5),
        glow_at=(camera.x + (x - camera.x) * deep, camera.eye + (y + 0.5 * tall - camera.eye) * deep, spot.z),
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


def _clear(now: Moment, away: float) -> float:
    """Share of its light that comes through the air, as the painters have it."""
    return float(np.exp(-now.stage.air.density * max(away - 1.5, 0.0))) if away < AMONG_STARS else 1.0


def _origin(lamps: Sequence[Light], foot: Vec3, depth: float, tall: float, camera: Camera, seed: int) -> Origin:
    """Where the motes come from: the nearest lamp, where one is near; else the stars or the air."""
    if depth >= AMONG_STARS:
        return Origin("stars")
    near = [
        lamp for lamp in lamps if lamp.haze > 0.0 and abs(lamp.position[2] - depth) < 12.0 and sum(lamp.colour) > 0.1
    ]
    near = [lamp for lamp in near if lamp.position[2] > 0.4]
    if not near:
        return Origin("air" if seed % 3 else "stars")

    def on_screen(lamp: Light) -> tuple[float, float]:
        """The lamp on the plane of the vision, in heights of it from its foot."""
        x, y, z = lamp.position
        nearer = foot[2] / z
        return (
            (camera.x + (x - camera.x) * nearer - foot[0]) / tall,
            (camera.eye + (y - camera.eye) * nearer - foot[1]) / tall,
        )

    x, y = min((on_screen(lamp) for lamp in near), key=lambda at: at[0] ** 2 + (at[1] - 0.5) ** 2)
    return Origin("lamp", (x, y, 0.0))
