"""Contact sheets, to be judged by eye: an element at several times, seeds and events; a place through each framing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer import catalogue
from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.place import Place
from dreamplayer.errors import PictureError
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Air, Camera, Light, Palette, Placement, Stage
from dreamplayer.picture import placing
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.frame import Frame, Painter
from dreamplayer.picture.shadows import with_shadows
from dreamplayer.reading.lexicon.vocabulary import thing

CELL = (480, 270)
"""Width and height of a cell, pixels."""
MOMENTS = ((1.2, 0.35), (9.0, 1.0), (24.0, 1.0))
"""Seconds since entry and presence of the three columns."""
HOURS = (Atmosphere("night"), Atmosphere("dusk"))
"""Hours at which a place is shown."""
COMMON = ("rise", "dim", "shatter", "dissolve", "pulse", "swirl")
"""Events shown for every element beside its own."""

PALETTE = Palette(
    zenith=(0.0030, 0.0034, 0.0100),
    horizon=(0.016, 0.012, 0.024),
    glow=(0.11, 0.045, 0.026),
    ground=(0.010, 0.009, 0.013),
)
GROUND = {"sky": "water", "far": "meadow", "ground": "meadow", "air": "water", "weather": "meadow", "near": "glass"}
EYE = {"sky": 1.6, "far": 2.2, "ground": 2.4, "air": 1.6, "weather": 1.8, "near": 1.6}


def stage_for(element: Element) -> Stage:
    """A plain evening stage on which an element of its role looks natural.

    Args:
        element: its role decides.
    """
    horizon = {"sky": -0.62, "ground": 0.05, "near": -0.25}.get(element.role, -0.35)
    ground = GROUND.get(element.role, "meadow")
    return Stage(
        camera=Camera(eye=EYE.get(element.role, 1.6), focal=1.35, horizon=horizon),
        ground=ground,  # type: ignore[arg-type]
        air=Air((0.012, 0.010, 0.020), 0.012, 0.6),
        clouds=0.15,
        nebula=0.45,
        stars=0.6,
        ridges=0.5,
    )


def place_for(element: Element) -> Placement:
    """A place from which the element fills about half of the picture's height.

    Args:
        element: its role and true size decide.
    """
    far = max(3.8, element.size * 2.1)
    if element.role == "sky":
        return Placement(0.0, 90.0, 300.0)
    if element.role == "far":
        return Placement(0.0, 0.0, max(40.0, far))
    if element.role == "air":
        return Placement(0.0, max(0.5, 1.5 - 0.45 * element.size), far)
    if element.role in ("ground", "weather"):
        return Placement(0.0, 0.0, 7.0)
    return Placement(0.0, 0.0, far)


def frame_of(element: Element, moment: Moment) -> Frame:
    """One cell of the sheet as a frame, with a lamp of its own unless the element gives light.

    Args:
        element: the drawing.
        moment: when, where and whose seed.
    """
    forms = apply_events(element, moment)
    lights = sorted((form for form in forms if isinstance(form, Light)), key=lambda light: -sum(light.colour))
    lamp = () if element.lamp else (Light((-1.5, 2.4, moment.place.z + 1.6), (0.55, 0.25, 0.08), 5.0, 0.5),)
    if moment.manner is not None:
        # A pose is judged from near, with the lamp before it.
        lamp = (Light((-1.3, 1.9, moment.place.z - 1.0), (0.9, 0.47, 0.18), 2.4, 0.0),)
    return Frame(
        t=moment.t,
        stage=moment.stage,
        grounds=((moment.stage.ground, 1.0),),
        palette=moment.palette,
        forms=with_shadows(forms, (*lights, *lamp)[:8]),
        lights=(*lights, *lamp)[:8],
        clock=moment.t % 3600.0,
        aspect=CELL[0] / CELL[1],
    )


def moments(element: Element) -> list[tuple[str, Moment]]:
    """The cells of the sheet: (label, moment) for each.

    Args:
        element: whose sheet.
    """
    stage, place = stage_for(element), place_for(element)
    count = element.several
    base = Moment(t=0.0, stage=stage, place=place, palette=PALETTE, count=count)
    shown = []
    for seed in (3, 11, 29):
        for t, presence in MOMENTS:
            many = 1 if seed == 3 else count
            shown.append(
                (f"{t:g} s, seed {seed}", base.replace(t=t, life=t / 30, presence=presence, seed=seed, count=many))
            )
    record = thing(element.name)
    asked = (*sorted(set(record.kinds.values())), *sorted(set(record.poses.values())))
    for k, pose in enumerate(asked):
        near = replace(place, z=2.1 * element.size + 0.3)
        doing = base.replace(t=9.0, seed=3 + 8 * k, count=1, manner=pose, place=near)
        shown.append((pose, doing))
    shown += [("", base.replace(presence=0.0))] * (-len(shown) % 3)
    for event in (*sorted(element.handles), *(e for e in COMMON if e not in element.handles)):
        for state in (0.3, 0.65, 1.0):
            told = base.replace(t=9.0 + 4 * state, seed=3, count=1, events={event: state}, ages={event: 4 * state})
            shown.append((f"{event} {state:g}", told))
    return shown


def cells(name: str, painter: Painter) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """The cells of an element's contact sheet, row by row: a label ("9 s, seed 3", "rise 0.65") and its picture.

    Pictures are sRGB, shape (height, width, 3) of `CELL`; three make a row.

    Args:
        name: id of the element.
        painter: draws the cells.

    Raises:
        PictureError: no element has this name.
    """
    known = elements()
    if name not in known:
        close = ", ".join(sorted(n for n in known if n[:2] == name[:2])) or "see `dreamplayer look --all`"
        raise PictureError(f"no element is named {name}", todo=f"Near it: {close}.")
    element = known[name]
    painter.resize(*CELL)
    for label, moment in moments(element):
        painter.paint(frame_of(element, moment))
        yield label, np.frombuffer(painter.pixels(), np.uint8).reshape(CELL[1], CELL[0], 3)


def place_frame(
    place: Place, framing: str, atmosphere: Atmosphere, *, seed: int = 0, t: float = 120.0, aspect: float = 16 / 9
) -> Frame:
    """An empty place as one framing sees it.

    Args:
        place: the place.
        framing: name of the framing.
        atmosphere: hour and weather.
        seed: of its solids.
        t: seconds since it is seen: at two minutes a move has come three quarters of its way.
        aspect: width of the picture over its height.
    """
    there = placing.setting_at(
        place, framing, place.light(atmosphere), seed, t, t,
        weather=((atmosphere.weather, 1.0),), weathering=atmosphere.weathering,
    )  # fmt: skip
    lights = placing.lights_of(there, ())
    return Frame(
        t=t,
        stage=there.light.stage,
        grounds=((there.light.stage.ground, 1.0),),
        palette=there.light.palette,
        forms=placing.life(there, atmosphere, t, aspect, 0.2),
        lights=lights,
        clock=t,
        aspect=aspect,
        backdrop=replace(there.view, own_lights=len(lights)),
    )


@dataclass(frozen=True, eq=False)
class PlaceCell:
    """One cell of a place's contact sheet."""

    label: str
    image: NDArray[np.uint8]
    """sRGB, (height, width, 3) of `CELL`."""
    marks: tuple[tuple[str, float, float], ...] = ()
    """Names of anchors, with the column and row at which each is seen."""


def place_cells(name: str, painter: Painter) -> Iterator[tuple[PlaceCell, ...]]:
    """Rows of a place's contact sheet: each framing at two hours, and in between with its anchors marked.

    Args:
        name: id of the place.
        painter: draws.

    Raises:
        PictureError: no place has this name.
    """
    place = catalogue.places().get(name)
    if place is None:
        raise PictureError(f"no place is named {name}", todo=f"Places: {', '.join(sorted(catalogue.places()))}.")
    painter.resize(*CELL)

    def row(atmosphere: Atmosphere, *, marked: bool) -> Iterator[PlaceCell]:
        for framing in place.framings:
            frame = place_frame(place, framing.name, atmosphere)
            painter.paint(frame)
            image = np.frombuffer(painter.pixels(), np.uint8).reshape(CELL[1], CELL[0], 3)
            label = f"{framing.name}, {'anchors' if marked else atmosphere.hour}"
            yield PlaceCell(label, image, tuple(_marks(place, frame, framing.name)) if marked else ())

    yield tuple(row(HOURS[0], marked=False))
    yield tuple(row(HOURS[0], marked=True))
    yield tuple(row(HOURS[1], marked=False))


def _marks(place: Place, frame: Frame, framing: str) -> Iterator[tuple[str, float, float]]:
    """Where the anchors are seen that a framing claims."""
    assert frame.backdrop is not None
    lens, seen = frame.backdrop.lens, place.framing(framing)
    for anchor in place.anchors:
        if anchor.seen_in(framing) and seen.view(anchor.position)[2] > 0.0:
            x, y = seen.screen(anchor.position)
            x, y = lens.scale * x + lens.x, lens.scale * y + lens.y
            yield anchor.name, (x / frame.aspect + 1) / 2 * CELL[0], (1 - y) / 2 * CELL[1]
