"""The stage every scene stands on: camera, horizon, ground, sky, air and lights.

World units are metres, x to the right, y up from the ground, z away from the eye. A point (x, y, z) is
seen at  (f (x - eye_x) / z,  horizon + f (y - eye) / z)  in screen units: y from -1 at the bottom to 1 at
the top, x likewise times the aspect. Verticals stay vertical, and mirroring in the ground is y -> -y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.reading import Colour

Vec3 = tuple[float, float, float]
GroundKind = Literal["water", "glass", "floor", "wood", "meadow", "soil", "sand", "snow", "street", "cloud", "void"]
GROUNDS: tuple[GroundKind, ...] = (
    "water", "glass", "floor", "wood", "meadow", "soil", "sand", "snow", "street", "cloud", "void",
)  # fmt: skip
FAR = 400.0
"""Metres at which the sky hangs: no parallax to speak of."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where one looks from."""

    eye: float = 1.6
    """Metres above the ground: 1.3 kneeling, 4.5 a balcony, 20 a bird."""
    focal: float = 1.3
    """In half screen heights: 1.0 wide, 1.7 a calm portrait."""
    horizon: float = -0.1
    """Screen height of the horizon, -1 bottom .. 1 top: -.3 for much sky, .2 for much ground."""
    x: float = 0.0
    """Metres the eye stands to the side; a slow drift of it is the parallax."""


@dataclass(frozen=True, slots=True)
class Air:
    """What lies between the eye and things."""

    colour: Colour = (0.012, 0.010, 0.022)
    """Linear light of the distance."""
    density: float = 0.012
    """Share lost per metre: .004 a clear night, .02 mist, .08 fog one could lose oneself in."""
    carry: float = 0.5
    """0..1: how far the air glows around a lamp."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The few colours a passage is painted in, linear light. Warm ones carry the picture."""

    zenith: Colour = (0.0024, 0.0030, 0.0085)
    horizon: Colour = (0.012, 0.010, 0.023)
    glow: Colour = (0.10, 0.040, 0.020)
    """The band of light low over the horizon, or of the place where the light comes from."""
    ground: Colour = (0.010, 0.008, 0.012)
    body: Colour = (0.0030, 0.0022, 0.0055)
    """What silhouettes are made of."""
    key: Colour = (1.0, 0.46, 0.14)
    """The one warm light."""
    rim: Colour = (0.30, 0.26, 0.42)
    """Cool light of the sky on edges."""
    accent: Colour = (0.50, 0.20, 0.30)
    """What the words name: flower, glass, silk."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The set of one scene, before anything stands on it."""

    camera: Camera = Camera()
    ground: GroundKind = "water"
    air: Air = Air()
    glow_x: float = 0.0
    """Where along the horizon its light gathers, in screen units."""
    clouds: float = 0.25
    """0 clear .. 1 overcast."""
    nebula: float = 0.5
    """0 none .. 1 a clear galaxy overhead."""
    stars: float = 0.7
    """0 none .. 1 as many as in a desert."""
    ridges: float = 0.5
    """0 an open horizon .. 1 high mountains behind."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands."""

    x: float = 0.0
    y: float = 0.0
    """Metres above the ground (of its foot)."""
    z: float = 8.0
    """Metres from the eye."""
    size: float = 1.0
    """Multiplies its natural size: .7 small, 1.5 the hero of the scene."""
    spread: float = 1.0
    """Multiplies how far several of it stand apart."""
    turn: float = 0.0
    """Radians about the vertical; 0 faces the eye."""


@dataclass(frozen=True, slots=True)
class Light:
    """A lamp: relights what stands near it and glows in the air."""

    at: Vec3
    colour: Colour
    """Linear, already multiplied by how bright it is: (1, .45, .14) is a lantern."""
    reach: float = 6.0
    """Metres at which it has fallen to a half."""
    haze: float = 1.0
    """How much it glows in the air around it, 0 none."""
