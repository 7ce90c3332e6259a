"""Where a passage plays: its cameras, its anchors and what is known of it besides how it is drawn.

A place has coordinates of its own, in metres: x to the right, y up from its floor, z into the picture for a camera
of yaw 0. Elements are drawn in the coordinates of the stage (`model.stage`), whose z is the distance from the eye:
`Framing.view` turns the one into the other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.stage import Camera, GroundKind, Vec3
from dreamplayer.model.thing import RoomSize

PlaceKind = Literal["indoors", "land", "water", "sky"]
PLACE_KINDS: tuple[PlaceKind, ...] = ("indoors", "land", "water", "sky")
"""The folders of `places/`."""
Surface = Literal["floor", "top", "seat", "bed", "wall", "hang", "air", "sea", "sky", "view"]
"""What is at an anchor. floor: ground or floor. top: a table, sill or shelf. seat, bed: for people and what is laid
there. wall: things hang or lean on it. hang: a hook, beam or bough above. air: nothing, things fly or drift there.
sea: on or in water. sky: the heavens. view: far away, or seen through a window."""
Composition = Literal["hero", "companion", "backdrop"]
"""Part in the composition. hero: where the eye goes first. companion: beside it. backdrop: far or half hidden."""
NEAR = 0.08
"""Distance in metres from which on anything is drawn."""
MOVE_SECONDS = 90.0
"""Time constant of a camera move: two thirds of its way are done after so many seconds."""


@dataclass(frozen=True, slots=True)
class Move:
    """A slow camera move as a change of the lens: what is drawn once is only scaled and shifted, exactly.

    All are screen heights or factors at the end of the move; the move starts from minus half of them, so the framing's
    own camera is its middle.
    """

    push: float = 0.0
    """Growth of the focal length: .04 a slow push in, -.04 a pull back; above .08 one notices."""
    drift: float = 0.0
    """Shift to the right in screen units (1 is half the height): .04 is calm."""
    rise: float = 0.0
    """Shift upwards in screen units."""

    def progress(self, seconds: float) -> float:
        """How far the move has come, -.5 .. .5.

        Args:
            seconds: since the framing was first seen, 0 or more.
        """
        return 0.5 - math.exp(-max(seconds, 0.0) / MOVE_SECONDS)

    def speed(self, seconds: float) -> tuple[float, float, float]:
        """How fast push, drift and rise go on, per second.

        Args:
            seconds: since the framing was first seen, 0 or more.
        """
        pace = math.exp(-max(seconds, 0.0) / MOVE_SECONDS) / MOVE_SECONDS
        return self.push * pace, self.drift * pace, self.rise * pace


@dataclass(frozen=True, slots=True)
class CalmSpot:
    """A dark, calm area of the picture where a vision may hover: nothing that one looks at lies behind it."""

    x: float
    """Screen x of its middle: 0 the middle of the picture, 1 half a picture height to the right."""
    y: float
    """Screen height of its middle, -1 bottom .. 1 top."""
    tall: float = 0.28
    """Largest height of a vision there as a share of the picture's."""


@dataclass(frozen=True, slots=True)
class Framing:
    """One camera of a place. It never tilts: verticals stay vertical, and the horizon is shifted instead."""

    name: str
    eye: Vec3
    """Position of the eye in metres of the place."""
    yaw: float = 0.0
    """Radians it is turned to the right of +z."""
    focal: float = 1.4
    """Focal length in half screen heights: 1.0 a wide angle, 1.8 a calm portrait."""
    horizon: float = 0.0
    """Screen height of the horizon, -1 bottom .. 1 top: -.3 looks up, .3 looks down."""
    move: Move = Move()
    calm: tuple[CalmSpot, ...] = ()
    """Where visions may hover, best first; empty where that is found by what stands in the picture."""

    @property
    def camera(self) -> Camera:
        """The stage's camera for elements that are placed by `view`."""
        return Camera(eye=self.eye[1], focal=self.focal, horizon=self.horizon)

    def view(self, point: Vec3) -> Vec3:
        """A point of the place in the coordinates of the stage.

        Args:
            point: metres of the place.

        Returns:
            Metres to the right of the eye, above the floor, and away from the eye (negative behind it).
        """
        dx, dz = point[0] - self.eye[0], point[2] - self.eye[2]
        c, s = math.cos(self.yaw), math.sin(self.yaw)
        return c * dx - s * dz, point[1], s * dx + c * dz

    def screen(self, point: Vec3) -> tuple[float, float]:
        """Where a point of the place is seen at the middle of the move.

        Args:
            point: metres of the place.

        Returns:
            Screen units: y from -1 bottom to 1 top, x likewise times the aspect; nonsense for points behind the eye.
        """
        x, y, z = self.view(point)
        z = max(z, NEAR)
        return self.focal * x / z, self.horizon + self.focal * (y - self.eye[1]) / z


@dataclass(frozen=True, slots=True)
class Anchor:
    """A spot of a place where one thing may rest."""

    name: str
    position: Vec3
    """Where its foot stands, its hook hangs or its middle floats, in metres of the place."""
    surface: Surface
    largest: float
    """Largest size in metres that fits: height, or longest side of what lies."""
    part: Composition = "companion"
    framings: tuple[str, ...] = ()
    """The framings that see it; empty for all."""
    facing: float = 0.0
    """Yaw in radians that a thing there faces: 0 faces -z (towards a camera of yaw 0), pi/2 faces -x."""
    verbs: tuple[str, ...] = ()
    """What people do there, as verb stems: sit, kneel, sleep, cook, look."""
    holds: tuple[str, ...] = ()
    """Ids of things that belong here rather than anywhere else: the kettle on the range."""
    smallest: float = 0.0
    """Smallest size in metres that is still made out there: .25 for a far corner."""
    room: float = 0.5
    """Metres free to each side."""

    def seen_in(self, framing: str) -> bool:
        """Whether a framing shows it.

        Args:
            framing: its name.
        """
        return not self.framings or framing in self.framings


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """What is known of a place besides its drawing, from `places/<kind>/<place>.toml`."""

    name: str
    kind: PlaceKind
    words: str
    """Words that name it, with their senses, written as for things."""
    implied_by: Mapping[str, float]
    """Ids of things that suggest it, with weights: 1 is as good as its name, .3 a hint, below 0 speaks against it."""
    ground: GroundKind
    """What one walks on there: for what may stand on it."""
    sounds: tuple[str, ...]
    """Its bed of sound, as ids of sounds."""
    room: RoomSize
    """Size of its acoustic space."""
    has: frozenset[str] = frozenset()
    """Ids of things that it draws itself: its window, table, lamp, trees. Named, they are there already."""
    of_kind: bool = False
    """Stands for any unknown place of its kind: the parlour for any interior."""
    sky: bool = False
    """The sky is seen, and what hangs in it."""
    water: bool = False
    """Water is seen that things float on."""
    sheltered: bool = False
    """Neither snow nor rain reach it, though it is no room: it lies under water or ground."""
    still: bool = False
    """The people in it do not move on: a room, unlike a path."""
    veil: str | None = None
    """Id of what fills the air as one comes into it or leaves it; None where weather and words decide."""
    moves: bool = False
    """It moves on with those in it: the compartment of a train, the deck of a ship."""
    in_tales: str | None = None
    """Id of the place that it is in an old tale: the town is the old town. None where it is the same."""


def place_record_of(name: str, row: Mapping[str, object]) -> PlaceRecord:
    """Parse the record of one place.

    Args:
        name: its id.
        row: its table as TOML or JSON parse to, with its `kind`: keys are fields of `PlaceRecord`; a list of sounds
            becomes a tuple, others become sets.

    Raises:
        TypeError: an unknown key, or a required one is missing.
    """
    values: dict[str, object] = {"words": "", "implied_by": {}} | dict(row)
    for key, value in row.items():
        if isinstance(value, list):
            values[key] = tuple(value) if key == "sounds" else frozenset(value)
    return PlaceRecord(name=name, **values)  # type: ignore[arg-type]
