"""Messages to and from the render worker."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.model.score import Score
from dreamplayer.picture.key import Key
from dreamplayer.picture.light import LightAdjustment


@dataclass(frozen=True)
class Setup:
    """Size of the window and the painter to use: sent first, and whenever it changes."""

    width: int
    height: int
    painter: str | None
    """gl, surface, or None for OpenGL where it works."""
    saving: bool = False
    """Whether the machine runs on its battery: a tier less is drawn, and half as many keys."""


@dataclass(frozen=True)
class Content:
    """The score that orders refer to from now on."""

    score: Score


@dataclass(frozen=True)
class Order:
    """Request for a key picture at t seconds of the night."""

    number: int
    t: float
    adjustment: LightAdjustment
    words: bool
    """Whether captions will be over it: the picture is a little darker behind them."""


@dataclass(frozen=True)
class RendererReady:
    """The process is ready, with this renderer."""

    renderer: str


@dataclass(frozen=True)
class Done:
    """Answer to an order."""

    number: int
    key: Key
    seconds: float
    """Time it took."""
