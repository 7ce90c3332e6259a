"""One picture as data: what stands on the stage at t, what is captioned, and how dark the night has grown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dreamplayer.drawing.primitives import Form
from dreamplayer.model.stage import GroundKind, Light, Palette, Stage


@dataclass(frozen=True, slots=True)
class CaptionWord:
    """One word of a caption line."""

    text: str
    index: int
    """Its place in the dream, to compare with the spoken one."""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """What is written below: at most two lines of 42 characters, past, present and coming told apart by light."""

    lines: tuple[tuple[CaptionWord, ...], ...]
    spoken: float
    """Index of the word being said, with the share of the way to the next as its fraction."""
    opacity: float
    """0..1, eased in and out."""
    by_phrase: bool = False
    """True where word times are estimated: the line lights as a whole."""
    size: float = 1.0
    """1 is the usual size, 2 twice as large."""
    easy: bool = False
    """True for the easy-reading face."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How the finished picture is darkened and warmed for the night."""

    exposure: float = 1.0
    """Multiplies linear light before the tone map."""
    warmth: float = 0.0
    """0 as painted .. 1 ember: blue and green withdraw."""
    cap: float = 0.106
    """The most melanopic load the frame's mean may have (M = .01 R + .36 G + .63 B, linear)."""
    black: float = 0.0
    """0 shown .. 1 true black."""
    bloom: float = 0.055
    vignette: float = 0.62


@dataclass(frozen=True, eq=False)
class Overlay:
    """What the app writes over the picture: help, the picker, a passing word. Drawn after the grade, before dither."""

    width: int
    height: int
    rgba: bytes
    """Rows from the top, premultiplied, sRGB. Painters upload it again only when this is another object."""
    opacity: float = 1.0


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything a painter needs for one picture; two frames of one score and t are equal in content."""

    t: float
    """Seconds of the night: for dither only, never for motion."""
    stage: Stage
    """Camera, air and sky as they are now, between two scenes blended."""
    grounds: tuple[tuple[GroundKind, float], ...]
    """Kinds of ground and their share, 1 in sum: two while scenes cross."""
    palette: Palette
    forms: tuple[Form, ...]
    """In no order: painters order them by depth. Lights stand apart."""
    lights: tuple[Light, ...]
    """At most eight, strongest first."""
    clock: float
    """Seconds for slow motion of sky, water and air, wrapped at 3600: never the night's absolute time."""
    caption: Caption | None = None
    grade: Grade = Grade()
    aspect: float = 16 / 9
    overlay: Overlay | None = None
    """Stretched over the whole picture; the night's light limit holds for both together (see app.hud)."""


class Painter(Protocol):
    """Draws frames: onto a window, or into memory."""

    def paint(self, frame: Frame) -> None:
        """Draw it. Costs at most one refresh; lowers its own quality before it stalls."""
        ...

    def pixels(self) -> bytes:
        """The last picture painted, RGB rows from the top."""
        ...

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on."""
        ...

    def close(self) -> None:
        """Let go of everything held on the graphics card."""
        ...
