"""A place in a picture: its camera and light at a moment, what stands at its anchors, and the lamps it is lit by."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer import catalogue
from dreamplayer.drawing.contact_shadow import contact_shadow
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_life import glitter, low_sun
from dreamplayer.drawing.place_light import CLEAR_AIR, hour_light
from dreamplayer.drawing.place_weather import FALLS, Falling, falling
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.solids.cast import view_of
from dreamplayer.drawing.solids.raster import Geometry, rasterize
from dreamplayer.drawing.solids.solid import Lamp, Pane, Scenery, Sky, Source, Sun
from dreamplayer.drawing.solids.support import heights_below
from dreamplayer.drawing.solids.weathering import Heights, heights_of
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.atmosphere import BARE, Atmosphere, Weather, Weathering
from dreamplayer.model.place import Anchor, Framing, Surface
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.score import Cue, Holding, Scene, Score
from dreamplayer.model.stage import Light, Placement, Vec3
from dreamplayer.picture.frame import Lens, PlaceView
from dreamplayer.picture.place_layers import LayersKey, key_of, lamps, place_of, scenery
from dreamplayer.picture.scene_blend import blend
from dreamplayer.picture.transition import Openings, fade_seconds, opens_at, same_framing, seen_since
from dreamplayer.picture.voice_light import answer, nearest_group
from dreamplayer.reading.lexicon.vocabulary import place_records, things

VARIANTS = 8
"""Seeds a place is built with: few, so that what was cast for one night serves another."""
LAMPS = 8
"""Lights of a frame in a place; the living ones come first."""
LIVING = 3
"""Of these, lamps that are carried into the place at most: the place's own keep the rest, whoever comes."""
_LAMP_REACH = 1.4
"""Metres at which the light of a lamp has fallen to a half: so near, it falls with the square of the distance as that
on the solids does."""
_LAMP_SHARE = 0.45
"""Colour of a frame's light over the power of the lamp. Sprites get no light back from the walls: a little more."""
_BOUNCE, _PANE_BOUNCE, _SKY_INDOORS = 0.3, 0.02, 0.15
"""Shares of what lamps throw on the walls, of what comes by an opening, and of the sky's light, that reach what stands
in a room from everywhere: as bright as the solids beside it."""
_LEAN = 0.12
"""Share of its breadth by which a contact shadow lies away from the light."""
_GLOW_ASIDE = 2.2
"""Screen units beside the middle at which the glow of a sun behind the eye lies."""
_SKY_BELOW_GROUND = 0.37
"""Share of the soft light in a closed place (under water, of a cave's crystals) that reaches what stands there."""
_HAZE = 0.08
"""Glow in the air around a lamp of the place."""
_SUN_AWAY, _SUN_REACH = 200.0, 4000.0
"""Metres at which a sun or moon stands, and its reach: it shines on all alike."""
_OWN_WEATHER = frozenset({"snow", "rain", "fog", "wind"})
"""Weather that an open place draws by itself, with depth and shelter."""
_ON_SNOW = 0.58
"""Share of the sky's light on a land under snow, which gives so much of it back: the eye adapts to it."""
_LOW_SUN: dict[TimeOfDay, float] = {"dusk": 0.8, "dawn": 0.7, "sunrise": 2.0}
"""Light of the sun's path on water, as a factor of the sky's glow."""
_ROOFS = 60.0
"""Metres from the cameras within which it is known what rain falls on."""
_CALM_FLICKER = 0.25
"""Share of the flicker that is left in a calm night."""
_MOST_CARRIED = 0.002
"""Screen units, or factor, that a scene's lens takes over from each of its neighbours at most: half of the margin that
layers have for it (`solids.cast.overscan_of`)."""
_UNMOVED = Lens()
_PROBE, _OPEN = (64, 36), 0.03
"""Columns and rows in which it is asked whether open ground is seen, and the share of it that counts."""
_SKY_AWAY = 300.0
"""Metres at which what hangs in the sky is placed."""
_FEET = (0.38, 0.48, 0.58)
"""Metres before the middle of a seat at which the floor below the feet is looked for."""
_STANDS_ON = frozenset({"floor", "top", "seat", "bed"})
"""Surfaces on which what stands leaves a contact shadow."""


@dataclass(frozen=True)
class PlaceSetting:
    """A place as it is seen at one moment."""

    place: Place
    framing: Framing
    """Its camera as the move has changed it."""
    seed: int
    lamps: Scenery
    """Its lamps, without solids."""
    light: PlaceLight
    strengths: dict[str, Colour]
    """Colour of each group, flicker included."""
    view: PlaceView
    weather: tuple[tuple[Weather, float], ...] = ()
    """What weather there is, each with its share: two while it changes. None in a room."""


def seed_for(score: Score, place: str) -> int:
    """Seed of a place's solids in a night.

    Args:
        score: the night.
        place: its id.
    """
    return seed_of(score.seed, place) % VARIANTS


def lens_of(framing: Framing, seconds: float, calm: bool) -> Lens:
    """The change of the lens by a framing's move.

    Args:
        framing: camera and move.
        seconds: since it was first seen.
        calm: a quarter as far.
    """
    move = framing.move
    way = framing.move.progress(seconds) * (0.25 if calm else 1.0)
    return Lens(1.0 + move.push * way, move.drift * way, move.rise * way)


def carried(score: Score, i: int, t: float, openings: Openings) -> Lens:
    """What a scene's lens takes over from the scenes before and after it while they dissolve.

    Both pictures then move at one speed, that goes over from the one move to the other: there is no step in it. Added
    to `lens_of`; a thousandth of the picture or two, which the layers reach beyond it.

    Args:
        score: the night.
        i: index of the scene.
        t: seconds of the night.
        openings: scenes that are late.
    """
    scenes, total = score.scenes, [0.0, 0.0, 0.0]
    first = i
    while first > 0 and same_framing(scenes[first - 1], scenes[first]):
        first -= 1
    for change, comes in ((first, True), (i + 1, False)):
        if not 0 < change < len(scenes) or same_framing(scenes[change - 1], scenes[change]):
            continue
        opened, seconds = opens_at(scenes[change], openings), fade_seconds(score, change)
        u = min(max((t - opened) / seconds, 0.0), 1.0) if opened < math.inf else 0.0
        here, there = (change, change - 1) if comes else (change - 1, change)
        own = _speed(score, here, opened, openings)
        other = _speed(score, there, opened, openings)
        if u <= 0.0 or own is None or other is None:
            continue
        # Integrals of 1 - smooth(u), while it comes, and of smooth(u), while it goes.
        way = seconds * (u - u**3 + 0.5 * u**4 if comes else u**3 - 0.5 * u**4)
        calm = 0.25 if score.calm else 1.0
        for axis, (a, b) in enumerate(zip(own, other, strict=True)):
            most = _MOST_CARRIED / (0.5 * seconds)
            total[axis] += calm * way * max(-most, min(most, b - a))
    return Lens(1.0 + total[0], total[1], total[2])


def _speed(score: Score, i: int, t: float, openings: Openings) -> tuple[float, float, float] | None:
    """How fast the move of a scene goes at a moment; None where it has no place."""
    scene = score.scenes[i]
    place = None if scene.place_id is None else place_of(scene.place_id)
    return None if place is None else place.framing(scene.framing).move.speed(t - seen_since(score, i, openings))


def through(framing: Framing, lens: Lens) -> Framing:
    """A framing through a changed lens; its sideways shift is left to the camera of the stage.

    Args:
        framing: at the middle of its move.
        lens: scale and shift of the whole picture.
    """
    return replace(framing, focal=framing.focal * lens.scale, horizon=framing.horizon * lens.scale + lens.y)


@lru_cache(maxsize=64)
def open_below(place: Place, seed: int, framing: str) -> bool:
    """Whether a framing leaves the ground of the stage to be seen below its horizon: water, where that is water.

    Args:
        place: whose solids are asked.
        seed: of its solids.
        framing: its name.
    """
    chosen, (columns, rows) = place.framing(framing), _PROBE
    solids = Geometry.of(scenery(place, seed).solids)
    seen = rasterize(view_of(chosen, columns, rows, columns / rows), solids)
    below = np.linspace(1, -1, rows) < chosen.horizon - 0.02
    return bool(np.mean(~np.isfinite(np.asarray(seen.depth)[below])) > _OPEN)


def setting_of(
    score: Score, place: Place, scene: Scene, before: Scene | None, t: float, share: float, since: float,
    carry: Lens = _UNMOVED,
) -> PlaceSetting:  # fmt: skip
    """A place at a moment.

    Args:
        score: the night.
        place: of the scene.
        scene: its framing and atmosphere.
        before: the scene before where it plays in the same place, whose light this one's follows; None otherwise.
        t: seconds of the night.
        share: 0..1, how far the light has changed to this scene's.
        since: second from which on the framing has been seen.
        carry: what its lens takes over from its neighbours (`carried`).
    """
    seed = seed_for(score, place.name)
    atmosphere = scene.atmosphere
    light = place.light(atmosphere)
    there: tuple[tuple[Weather, float], ...] = ((atmosphere.weather, 1.0),)
    if before is not None and share < 1.0 and before.atmosphere != atmosphere:
        light = blended(place.light(before.atmosphere), light, share)
        if before.atmosphere.weather != atmosphere.weather:
            there = ((before.atmosphere.weather, 1.0 - share), (atmosphere.weather, share))
    return setting_at(
        place, scene.framing, light, seed, t, t - since,
        calm=score.calm, weather=there, weathering=atmosphere.weathering, voice=answer(score, t), carry=carry,
    )  # fmt: skip


def setting_at(
    place: Place,
    framing_name: str,
    light: PlaceLight,
    seed: int,
    t: float,
    seconds: float,
    *,
    calm: bool = False,
    weather: tuple[tuple[Weather, float], ...] = (),
    weathering: Weathering = BARE,
    voice: float = 1.0,
    carry: Lens = _UNMOVED,
) -> PlaceSetting:
    """A place in a given light.

    Args:
        place: the place.
        framing_name: of its framing.
        light: of the hour; its camera is replaced.
        seed: of its solids.
        t: seconds, for its flicker.
        seconds: since the framing was first seen, for its move.
        calm: flicker and move a quarter as far.
        weather: what weather there is, each with its share.
        weathering: what it has laid on what lies under the open sky.
        voice: factor on the lamp that is nearest to the eye (see `voice_light`).
        carry: added to its lens.
    """
    depth = _CALM_FLICKER if calm else 1.0
    strengths: dict[str, Colour] = {}
    dimmed = _outside(place, seed) if weathering.snow and in_the_open(place.name) else frozenset()
    if light.stage.ground == "snow":
        # It is lit for snow.
        dimmed = frozenset()
    for group, (r, g, b) in light.tints.items():
        level = 1.0 + depth * (place.flicker(group, t) - 1.0)
        level *= _ON_SNOW if group in dimmed else 1.0
        strengths[group] = (r * level, g * level, b * level)
    base = place.framing(framing_name)
    lens = lens_of(base, seconds, calm)
    lens = Lens(lens.scale + carry.scale - 1.0, lens.x + carry.x, lens.y + carry.y)
    framing = through(base, lens)
    nearest = nearest_group(lamps(place, seed), framing, strengths) if voice != 1.0 else None
    if nearest is not None:
        strengths[nearest] = _times(strengths[nearest], voice)
    camera = replace(framing.camera, shift=lens.x)
    light = replace(light, stage=replace(light.stage, camera=camera, glow_x=_glow_x(place, seed, framing, light)))
    mirrored = light.stage.ground == "water" and open_below(place, seed, base.name)
    walls = ambient_of(lamps(place, seed), strengths, light)
    view = PlaceView(place.name, base.name, seed, mirrored, tuple(strengths.items()), lens, walls)
    if not in_the_open(place.name):
        # Behind windows something falls, too.
        behind = weather if _is_room(place.name) else ()
        return PlaceSetting(place, framing, seed, lamps(place, seed), light, strengths, view, behind)
    view = replace(view, weathering=weathering, mist=max(light.stage.air.density - CLEAR_AIR, 0.0))
    return PlaceSetting(place, framing, seed, lamps(place, seed), light, strengths, view, weather)


def _is_room(place: str) -> bool:
    record = place_records().get(place)
    return record is not None and record.kind == "indoors"


def _outside(place: Place, seed: int) -> frozenset[str]:
    """The groups that are the light of sky, moon or sun."""
    return frozenset(source.group for source in lamps(place, seed).sources if isinstance(source, Sun | Sky))


def in_the_open(place: str) -> bool:
    """Whether snow and rain fall on a place: it lies outdoors, below the clouds, and not under water or ground.

    Args:
        place: its id.
    """
    record = place_records().get(place)
    return record is not None and record.kind in ("land", "water") and not record.sheltered


def is_of_the_place(cue: Cue, setting: PlaceSetting) -> bool:
    """Whether the place draws what a cue names: a part of itself, or its weather.

    Args:
        cue: of an element.
        setting: the place at this moment.
    """
    if cue.rests is None:
        return False
    return cue.rests.how == "place" or (
        cue.rests.how == "weather"
        and cue.name in _OWN_WEATHER
        and any(cue.name == weather for weather, _ in setting.weather)
    )


def _glow_x(place: Place, seed: int, framing: Framing, light: PlaceLight) -> float:
    """Where the sky is brightest, in screen units: towards the sun or moon, unless the place says another."""
    sun = next((source for source in lamps(place, seed).sources if isinstance(source, Sun)), None)
    if light.stage.glow_x != 0.0 or sun is None:
        return light.stage.glow_x
    x, y, z = sun.toward
    seen = framing.view((framing.eye[0] + x, y, framing.eye[2] + z))
    if seen[2] < 0.2 * math.hypot(x, z):
        return math.copysign(_GLOW_ASIDE, seen[0])
    return max(-_GLOW_ASIDE, min(_GLOW_ASIDE, framing.focal * seen[0] / seen[2]))


def ambient_of(solids: Scenery, strengths: Mapping[str, Colour], light: PlaceLight) -> Colour:
    """Light from everywhere on what stands in a place: of the sky in the open, of what the walls give back in a room.

    Args:
        solids: of the place, with its lamps.
        strengths: colour of each group.
        light: of the hour, with its palette.

    Returns:
        Linear light.
    """
    palette = light.palette
    sky = 2.0 * np.asarray(palette.zenith) + 3.0 * np.asarray(palette.horizon) + 0.18 * np.asarray(palette.glow)
    if solids.sky_open:
        return _colour(sky + 0.010)
    total = _SKY_INDOORS * sky
    for source in solids.sources:
        colour = np.asarray(strengths.get(source.group, (0.0, 0.0, 0.0)))
        if isinstance(source, Lamp):
            total = total + _BOUNCE * source.power * source.bounce * colour
        elif isinstance(source, Pane):
            total = total + _PANE_BOUNCE * source.power * _area(source) * colour
        elif isinstance(source, Sky):
            # Soft light from everywhere, as water and a cave's crystals give it.
            total = total + _SKY_BELOW_GROUND * (1.0 + source.below) * source.power * colour
    return _colour(total)


def _colour(values: NDArray[np.float64]) -> Colour:
    return float(values[0]), float(values[1]), float(values[2])


def _area(pane: Pane) -> float:
    return float(np.linalg.norm(np.cross(np.asarray(pane.u), np.asarray(pane.v))))


def blended(a: PlaceLight, b: PlaceLight, share: float) -> PlaceLight:
    """Light between that of two hours.

    Args:
        a: at share 0.
        b: at share 1.
        share: 0..1.
    """
    dark = (0.0, 0.0, 0.0)
    tints = {name: blend(a.tints.get(name, dark), b.tints.get(name, dark), share) for name in {**a.tints, **b.tints}}
    return PlaceLight(tints, blend(a.palette, b.palette, share), blend(a.stage, b.stage, share))


def build_lamps(score: Score, scene: Scene) -> None:
    """Build the solids of a scene's place for what its first picture asks of them; nothing where that is known.

    Args:
        score: the night.
        scene: of it.
    """
    place = None if scene.place_id is None else place_of(scene.place_id)
    if place is not None:
        lamps(place, seed_for(score, place.name))
        legroom(place, seed_for(score, place.name))
        layers_key(score, scene, 16, 9)


@lru_cache(maxsize=64)
def legroom(place: Place, seed: int) -> Mapping[str, float]:
    """How far it is from each seat of a place down to the floor before it.

    Args:
        place: whose solids are asked.
        seed: of its solids.

    Returns:
        Metres, by the name of the seat's anchor.
    """
    seats = [anchor for anchor in place.anchors if anchor.surface == "seat"]
    feet = [
        (x - away * math.sin(seat.facing), y - 0.05, z - away * math.cos(seat.facing))
        for seat in seats
        for x, y, z in (seat.position,)
        for away in _FEET
    ]
    below = heights_below(scenery(place, seed).solids, feet) if feet else np.zeros(0)
    levels = np.median(below.reshape(-1, len(_FEET)), axis=1)
    return {
        seat.name: seat.position[1] - float(level)
        for seat, level in zip(seats, levels, strict=True)
        if math.isfinite(level)
    }


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element is in a place."""

    where: Placement
    anchor: Anchor | None
    """What it rests on; None where it is held, worn, in the sky, or on another thing."""

    @property
    def surface(self) -> Surface | None:
        """What is at its anchor."""
        return None if self.anchor is None else self.anchor.surface


def layers_key(
    score: Score, scene: Scene, width: int, height: int, *, mirrored: bool | None = None
) -> LayersKey | None:
    """The layers that a scene is shown by.

    Args:
        score: the night.
        scene: of it.
        width: pixels of the picture.
        height: pixels of the picture.
        mirrored: whether water mirrors it, where the caller does not care to have the solids built; None to find out.

    Returns:
        None where it plays in no place.
    """
    place = None if scene.place_id is None else place_of(scene.place_id)
    if place is None:
        return None
    seed, framing = seed_for(score, place.name), place.framing(scene.framing).name
    if mirrored is None:
        mirrored = place.light(scene.atmosphere).stage.ground == "water" and open_below(place, seed, framing)
    aspect = width / height
    laid = scene.atmosphere.weathering if in_the_open(place.name) else BARE
    return key_of(PlaceView(place.name, framing, seed, mirrored, (), weathering=laid), width, height, aspect)


def spot_of(cue: Cue, setting: PlaceSetting, others: Sequence[Cue]) -> Spot | None:
    """Where a cue's element is in a place; None where the cue's own placement says it.

    Args:
        cue: with its size, spread and own turn.
        setting: the place at this moment.
        others: what is on stage with it: it may be held by one of them, or stand on it.
    """
    support = cue.rests
    if support is None or support.place != setting.place.name or support.anchor is None:
        return None
    anchor = setting.place.anchor(support.anchor)
    if anchor is not None:
        where = _at_anchor(cue, anchor, setting.framing)
        return Spot(_far_off(where, setting.framing) if support.how == "sky" else where, anchor)
    below = next((other for other in others if other.name == support.anchor and other is not cue), None)
    base = None if below is None or below.rests is None else spot_of(below, setting, ())
    if below is None or base is None:
        return None
    return Spot(_upon(cue, below, base.where, support.how), None)


def is_taken_in(anchor: Anchor, framing: Framing) -> bool:
    """Whether a framing takes in what is at an anchor.

    Args:
        anchor: of the place.
        framing: of the same place.
    """
    return anchor.surface in ("sky", "view") or anchor.seen_in(framing.name)


def _at_anchor(cue: Cue, anchor: Anchor, framing: Framing) -> Placement:
    own = cue.place or Placement()
    x, y, z = framing.view(anchor.position)
    if anchor.surface == "hang":
        y -= _height(cue)
    elif anchor.surface == "air":
        y -= 0.5 * _height(cue)
    # An anchor's facing is counted to the left of -z, a placement's turn to the right of it.
    return replace(own, x=x, y=y, z=max(z, 0.3), turn=framing.yaw - anchor.facing + own.turn)


def _far_off(where: Placement, framing: Framing) -> Placement:
    """The same direction, as far away as what hangs in the sky."""
    k = _SKY_AWAY / where.z
    return replace(where, x=where.x * k, y=framing.eye[1] + (where.y - framing.eye[1]) * k, z=_SKY_AWAY)


def _upon(cue: Cue, below: Cue, base: Placement, how: Holding) -> Placement:
    """In the hand of a person, on their head, or on top of a thing."""
    own, tall = cue.place or Placement(), _height(below)
    if how == "held":
        side = -1.0 if base.x > 0 else 1.0
        return replace(own, x=base.x + side * 0.15 * tall, y=base.y + 0.40 * tall, z=base.z - 0.12)
    if how == "worn":
        return replace(own, x=base.x, y=base.y + 0.88 * tall, z=base.z - 0.03)
    top = things()[below.name].tops if below.name in things() else None
    high = tall if top is None else top.height * base.size
    return replace(own, x=base.x, y=base.y + high, z=base.z - 0.02)


def _height(cue: Cue) -> float:
    """Height of a cue's element in metres."""
    element = catalogue.elements().get(cue.name)
    return 0.0 if element is None else element.size * (cue.place or Placement()).size


def shadow_below(forms: Sequence[Form], where: Placement, anchor: Anchor, presence: float, lights: Sequence[Light],
                 height: float) -> tuple[Form, ...]:  # fmt: skip
    """The contact shadow of what stands at an anchor; none below what hangs, floats or lies in water.

    Args:
        forms: of the element, for its breadth.
        where: its foot.
        anchor: what it stands on.
        presence: 0..1 of the element.
        lights: of the frame: the shadow lies a little away from them.
        height: of the element in metres.
    """
    if anchor.surface not in _STANDS_ON or presence <= 0.0:
        return ()
    wide = min(max(_breadth(forms, where), 0.3 * height), 1.3 * height + 0.1)
    dx, dz, total = 0.0, 0.0, 1e-6
    for lamp in lights:
        away = (where.x - lamp.position[0], where.z - lamp.position[2])
        far = math.hypot(*away) + 1e-6
        weight = _at_point(lamp, (where.x, where.y, where.z))
        lean = _LEAN * wide * min(far, 1.0) * weight
        dx, dz, total = dx + lean * away[0] / far, dz + lean * away[1] / far, total + weight
    dx, dz = dx / total, dz / total
    return (contact_shadow((where.x + dx, where.y + 0.004, where.z + dz), wide, 0.65 * presence),)


def _breadth(forms: Sequence[Form], where: Placement) -> float:
    """Metres that the painted shapes near a foot are wide."""
    found = 0.0
    for form in forms:
        if (
            isinstance(form, Sprites)
            and not form.shape.radial
            and len(form.position)
            and float(np.max(form.cover)) > 0.5
        ):
            near = np.abs(np.asarray(form.position)[:, 1] - where.y) < 0.25
            if near.any():
                wide = np.asarray(form.size) * form.shape.aspect * np.abs(np.asarray(form.width))
                wide = np.broadcast_to(wide, near.shape)[near]
                x = np.asarray(form.position)[near, 0]
                found = max(found, float((x + wide / 2).max() - (x - wide / 2).min()))
    return 0.8 * found


def _at_point(light: Light, point: Vec3) -> float:
    square = sum((a - b) ** 2 for a, b in zip(light.position, point, strict=True))
    return sum(light.colour) / (1.0 + square / light.reach**2)


def living_lights(lights: Sequence[Light]) -> tuple[Light, ...]:
    """The lamps that are carried into a place, strongest first; those that are one too many fade.

    Args:
        lights: of all that is in it.
    """
    return strongest(lights, [sum(light.colour) * light.reach / (2.0 + light.position[2]) for light in lights], LIVING)


def lights_of(setting: PlaceSetting, stands: Sequence[tuple[Vec3, float]]) -> tuple[Light, ...]:
    """The lamps of a place as lights of a frame, strongest first for what stands in it.

    Args:
        setting: the place at this moment.
        stands: points of the stage at which something stands, each with its presence, 0..1.
    """
    made = [light for source in setting.lamps.sources if (light := _light(source, setting)) is not None]
    points = [((0.0, 1.0, 4.0), 0.3), *stands]
    weights = [max(presence * _at_point(light, point) for point, presence in points) for light in made]
    return strongest(made, weights, LAMPS - LIVING)


def strongest(lights: Sequence[Light], weights: Sequence[float], count: int) -> tuple[Light, ...]:
    """The lights of greatest weight. Those hardly above the first that is left out are dimmed, so that none ever jumps.

    Args:
        lights: any number.
        weights: of each.
        count: how many are chosen at most.
    """
    order = sorted(range(len(lights)), key=lambda i: -weights[i])
    least = weights[order[count]] if len(order) > count else 0.0
    chosen = []
    for i in order[:count]:
        share = float(smooth(weights[i], least, 1.5 * least)) if least > 0.0 else 1.0
        r, g, b = lights[i].colour
        chosen.append(replace(lights[i], colour=(r * share, g * share, b * share)))
    return tuple(chosen)


def _light(source: Source, setting: PlaceSetting) -> Light | None:
    r, g, b = setting.strengths.get(source.group, (0.0, 0.0, 0.0))
    framing = setting.framing
    if isinstance(source, Lamp):
        k = _LAMP_SHARE * source.power
        return Light(framing.view(source.position), (r * k, g * k, b * k), _LAMP_REACH, _HAZE)
    if isinstance(source, Pane):
        u, v = np.asarray(source.u), np.asarray(source.v)
        middle = np.asarray(source.origin) + (u + v) / 2
        k = _LAMP_SHARE * source.power * _area(source)
        return Light(framing.view(_colour(middle)), (r * k, g * k, b * k), _LAMP_REACH, 0.0)
    if isinstance(source, Sun) and setting.lamps.sky_open:
        toward = np.asarray(source.toward) / np.linalg.norm(source.toward) * _SUN_AWAY
        x, y, z = (float(e + d) for e, d in zip(framing.eye, toward, strict=True))
        k = source.power / 1.5
        return Light(framing.view((x, y, z)), (r * k, g * k, b * k), _SUN_REACH, 0.0)
    return None


def life(setting: PlaceSetting, atmosphere: Atmosphere, t: float, aspect: float, deep: float) -> tuple[Form, ...]:
    """Steam, dust, fireflies of a place.

    Args:
        setting: the place at this moment.
        atmosphere: hour and weather.
        t: seconds of the night.
        aspect: width of the picture over its height.
        deep: depth of the night, 0..1.
    """
    moment = PlaceMoment(t, setting.framing, setting.seed, atmosphere, setting.light, aspect, deep)
    return (*setting.place.life(moment), *_sunlight(setting, atmosphere, t), *_falling(setting, atmosphere, t, aspect))


def _sunlight(setting: PlaceSetting, atmosphere: Atmosphere, t: float) -> tuple[Form, ...]:
    """The sun of a sunrise, and at dusk and dawn the path on open water of the glow where it is."""
    sun = next((source for source in setting.lamps.sources if isinstance(source, Sun)), None)
    clear = setting.light.stage.clouds < 0.9
    if sun is None or not clear or not in_the_open(setting.place.name):
        return ()
    forms: tuple[Form, ...] = ()
    if atmosphere.hour == "sunrise":
        forms = low_sun(setting.framing, sun.toward, 1.0)
    if setting.view.mirrored and atmosphere.hour in _LOW_SUN:
        glow = _times(setting.light.palette.glow, _LOW_SUN[atmosphere.hour])
        forms = (*forms, glitter(setting.framing, sun.toward, t, setting.seed + 7, glow, near=7.0, count=500))
    return forms


def _falling(setting: PlaceSetting, atmosphere: Atmosphere, t: float, aspect: float) -> tuple[Form, ...]:
    """Snow and rain in an open place."""
    if not any(weather in FALLS and share > 0.01 for weather, share in setting.weather):
        return ()
    roofs, framing = _roofs(setting.place, setting.seed), setting.framing
    if _is_room(setting.place.name) and _leaks(setting.place, setting.seed):
        return ()
    lit = [
        (framing.view(source.position), _times(setting.strengths.get(source.group, (0.0, 0.0, 0.0)), source.power))
        for source in setting.lamps.sources
        if isinstance(source, Lamp)
    ]

    def top(points: NDArray[np.float32]) -> NDArray[np.float32]:
        c, s = math.cos(framing.yaw), math.sin(framing.yaw)
        x = framing.eye[0] + c * points[:, 0] + s * points[:, 2]
        z = framing.eye[2] - s * points[:, 0] + c * points[:, 2]
        return roofs.at(x, z)

    sky = hour_light(atmosphere).sky
    return tuple(
        form
        for weather, share in setting.weather
        for form in falling(Falling(weather, t, setting.seed, setting.light.stage, aspect, sky, lit, top, share))
    )


def _times(colour: Colour, k: float) -> Colour:
    return colour[0] * k, colour[1] * k, colour[2] * k


@lru_cache(maxsize=64)
def _leaks(place: Place, seed: int) -> bool:
    """Whether some camera of a room has no ceiling above, so that it would rain in."""
    eyes = np.array([framing.eye for framing in place.framings])
    steps = [np.array([dx, 0.0, dz]) for dx in (-0.5, 0.0, 0.5) for dz in (-0.2, 0.5, 1.5)]
    around = np.concatenate([eyes + step for step in steps])
    return bool((_roofs(place, seed).at(around[:, 0], around[:, 2]) < around[:, 1]).any())


@lru_cache(maxsize=8)
def _roofs(place: Place, seed: int) -> Heights:
    """Heights of what lies highest about the cameras of a place."""
    eyes = np.array([framing.eye for framing in place.framings])
    return heights_of(scenery(place, seed).solids, eyes.mean(0), _ROOFS)
