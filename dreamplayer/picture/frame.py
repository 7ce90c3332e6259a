"""The frame, one picture as data: the forms on stage at t, the caption, and how far the night has darkened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dreamplayer.drawing.primitives import Form
from dreamplayer.model.atmosphere import BARE, Weathering
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import GroundKind, Light, Palette, Stage
from dreamplayer.picture.cast_shadows import CastShadow


@dataclass(frozen=True, slots=True)
class CaptionWord:
    """One word of a caption line."""

    text: str
    index: int
    """Its index in the dream, to compare with `Caption.spoken`."""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """Subtitles of one moment: at most two lines of 42 characters; past, current and coming words differ in light."""

    lines: tuple[tuple[CaptionWord, ...], ...]
    spoken: float
    """Index of the current word; its fraction is the progress to the next."""
    opacity: float
    """0..1: fades in and out."""
    by_phrase: bool = False
    """True where word times are estimated: the line is highlighted as a whole."""
    size: float = 1.0
    """1 is the usual size, 2 twice as large."""
    easy: bool = False
    """True for the easy-reading typeface."""


@dataclass(frozen=True, slots=True)
class Grade:
    """Colour grading of the finished picture: how it is darkened and warmed for the night."""

    exposure: float = 1.0
    """Multiplies linear light before the tone map."""
    warmth: float = 0.0
    """0 as painted .. 1 ember: blue and green withdraw."""
    cap: float = 0.106
    """The most melanopic load the frame's mean may have (M = .01 R + .36 G + .63 B, linear)."""
    black: float = 0.0
    """0 shown .. 1 true black."""
    bloom: float = 0.055
    """Share of the blurred highlights that is added: 0 none, .2 a haze over everything."""
    vignette: float = 0.62
    """How far the corners are darkened: 0 not at all .. 1 black."""


@dataclass(frozen=True, eq=False)
class Overlay:
    """User interface over the picture: help, the picker, a toast. Drawn after the grade, before the dither."""

    width: int
    height: int
    rgba: bytes
    """Rows from the top, premultiplied, sRGB. Painters upload it again only when it is another object."""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Lens:
    """A camera move as a change of the lens: the whole picture is scaled about its middle, then shifted."""

    scale: float = 1.0
    """1.02 is two per cent closer."""
    x: float = 0.0
    """Shift to the right in screen units."""
    y: float = 0.0
    """Shift upwards in screen units."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place as one framing sees it: which layers are added, and with what light (see `drawing.solids.cast`)."""

    place: str
    """Id of the place."""
    framing: str
    """Name of the framing."""
    seed: int
    """Seed of its solids."""
    mirrored: bool
    """Whether still water mirrors it."""
    strengths: tuple[tuple[str, Colour], ...]
    """Linear colour of each group of lamps, flicker included; a group that is not named is dark."""
    lens: Lens = Lens()
    ambient: Colour = (0.02, 0.02, 0.02)
    """Light from everywhere on what stands in it, linear."""
    weathering: Weathering = BARE
    """Snow, water or leaves that the season laid on it."""
    mist: float = 0.0
    """Extinction of the air by fog, rain or snow, per metre, besides what the layers hold."""
    own_lights: int = 0
    """How many of the frame's lights, at their end, are lamps of the place: its layers have their light already."""

    def strength(self, group: str) -> Colour:
        """Colour of a group's light; black where it is dark.

        Args:
            group: its name.

        Returns:
            Linear light.
        """
        return next((colour for name, colour in self.strengths if name == group), (0.0, 0.0, 0.0))


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything a painter needs for one picture; two frames of one score and t are equal in content."""

    t: float
    """Seconds of the night: for dither only, never for motion."""
    stage: Stage
    """Camera, air and sky now; interpolated during the crossfade of two scenes."""
    grounds: tuple[tuple[GroundKind, float], ...]
    """Kinds of ground and their shares, 1 in sum: two during the crossfade of two scenes."""
    palette: Palette
    forms: tuple[Form, ...]
    """Unordered: painters sort them by depth. Lights are in `lights`."""
    lights: tuple[Light, ...]
    """At most eight, strongest first."""
    clock: float
    """Seconds for the slow motion of sky, water and air, wrapped at 3600 so that shaders keep their precision."""
    caption: Caption | None = None
    grade: Grade = Grade()
    aspect: float = 16 / 9
    overlay: Overlay | None = None
    """Stretched over the whole picture; the night's light limit holds for both together (see app.hud)."""
    backdrop: PlaceView | None = None
    """The place it is in: drawn instead of ground and hills, and hides what is behind it; None for an empty stage."""
    shadows: tuple[CastShadow, ...] = ()
    """What bodies throw on floor and walls of the place."""
    before: Frame | None = None
    """The picture that dissolves into this one; only its stage, light and forms count."""
    share: float = 1.0
    """0..1: share of this picture in the dissolve; 1 without one."""
    before_share: float = 0.0
    """0..1: share of the picture before; less than the rest of 1 where it is darker half way."""
    veil: tuple[Form, ...] = ()
    """What fills the air over both while they dissolve."""


class Painter(Protocol):
    """A renderer of frames: onto a window, or into memory."""

    def paint(self, frame: Frame) -> None:
        """Draw it, within one refresh of the screen; lowers its own quality before it drops frames.

        Args:
            frame: what is seen at one moment.
        """
        ...

    def pixels(self) -> bytes:
        """The picture painted last: RGB bytes, rows from the top."""
        ...

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on, in pixels.

        Args:
            width: pixels.
            height: pixels.
        """
        ...

    def close(self) -> None:
        """Release all memory of the graphics card."""
        ...
