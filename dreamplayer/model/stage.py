"""The stage of a scene: camera, horizon, ground, sky, air and lights.

World units are metres, x to the right, y up from the ground, z away from the eye. A point (x, y, z) projects to
(shift + f (x - eye_x) / z,  horizon + f (y - eye) / z) in screen units: y from -1 at the bottom to 1 at the top, x
likewise times the aspect. Verticals stay vertical, and a reflection in the ground is y -> -y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.reading import Colour

Vec3 = tuple[float, float, float]
"""A point (x, y, z) in metres."""
GroundKind = Literal["water", "glass", "floor", "wood", "meadow", "soil", "sand", "snow", "street", "cloud", "void"]
GROUNDS: tuple[GroundKind, ...] = (
    "water", "glass", "floor", "wood", "meadow", "soil", "sand", "snow", "street", "cloud", "void",
)  # fmt: skip
FAR = 400.0
"""Distance of the sky in metres: it has no visible parallax."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The camera: eye, focal length and horizon."""

    eye: float = 1.6
    """Eye height in metres: 1.3 kneeling, 4.5 a balcony, 20 a bird."""
    focal: float = 1.3
    """Focal length in half screen heights: 1.0 a wide angle, 1.7 a calm portrait."""
    horizon: float = -0.1
    """Screen height of the horizon, -1 bottom .. 1 top: -.3 for much sky, .2 for much ground."""
    x: float = 0.0
    """Sideways position of the eye in metres; its slow drift makes the parallax."""
    shift: float = 0.0
    """Shift of the lens: screen units by which all that is seen lies further to the right, near and far alike."""


@dataclass(frozen=True, slots=True)
class Air:
    """Atmosphere between the eye and things (aerial perspective)."""

    colour: Colour = (0.012, 0.010, 0.022)
    """Colour far things fade into, linear light."""
    density: float = 0.012
    """Extinction per metre: .004 a clear night, .02 mist, .08 fog one could get lost in."""
    carry: float = 0.5
    """0..1, how far the air glows around a lamp: 0 a bare lamp, 1 a wide halo."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The few colours a passage is painted in, linear light. Warm ones carry the picture."""

    zenith: Colour = (0.0024, 0.0030, 0.0085)
    """Top of the sky."""
    horizon: Colour = (0.012, 0.010, 0.023)
    """Bottom of the sky."""
    glow: Colour = (0.10, 0.040, 0.020)
    """Band of light low over the horizon, or around the place the light comes from."""
    ground: Colour = (0.010, 0.008, 0.012)
    body: Colour = (0.0030, 0.0022, 0.0055)
    """Fill of silhouettes."""
    key: Colour = (1.0, 0.46, 0.14)
    """The warm key light."""
    rim: Colour = (0.30, 0.26, 0.42)
    """Rim light: cool light of the sky on edges."""
    accent: Colour = (0.50, 0.20, 0.30)
    """Of what the words name: flower, glass, silk."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The empty set of one scene: camera, ground, air and sky."""

    camera: Camera = Camera()
    ground: GroundKind = "water"
    air: Air = Air()
    glow_x: float = 0.0
    """Position of the glow along the horizon, in screen units; 0 is the middle."""
    clouds: float = 0.25
    """0 clear .. 1 overcast."""
    nebula: float = 0.5
    """0 none .. 1 a clear galaxy overhead."""
    stars: float = 0.7
    """0 none .. 1 as many as in a desert."""
    ridges: float = 0.5
    """0 an open horizon .. 1 high mountains behind."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Position, scale and rotation of an element."""

    x: float = 0.0
    """Metres to the right of the middle."""
    y: float = 0.0
    """Height of its foot above the ground in metres."""
    z: float = 8.0
    """Distance from the eye in metres."""
    size: float = 1.0
    """Factor of its natural size: .7 small, 1.5 the hero of the scene."""
    spread: float = 1.0
    """Factor of the distance between several of it."""
    turn: float = 0.0
    """Rotation about the vertical in radians; 0 faces the eye."""


@dataclass(frozen=True, slots=True)
class Light:
    """A point light: it relights what stands near it and glows in the air."""

    position: Vec3
    """Position in metres."""
    colour: Colour
    """Linear light, already multiplied by its brightness: (1, .45, .14) is a lantern."""
    reach: float = 6.0
    """Distance in metres at which it has fallen to a half."""
    haze: float = 1.0
    """Strength of the glow in the air around it: 0 none, 1 usual."""
