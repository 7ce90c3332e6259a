"""What is asked of the process that draws, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.model.score import Score
from dreamplayer.picture.key import Key
from dreamplayer.picture.light import Knobs


@dataclass(frozen=True)
class Setup:
    """How large the window is, and with what is drawn there: sent first, and whenever it changes."""

    width: int
    height: int
    painter: str | None
    """gl, surface, or None for OpenGL where it works."""


@dataclass(frozen=True)
class Content:
    """The night that orders speak of from now on."""

    score: Score


@dataclass(frozen=True)
class Order:
    """Draw a moment of the night."""

    number: int
    t: float
    knobs: Knobs
    words: bool
    """Whether captions will stand over it: the picture is a little darker behind them."""


@dataclass(frozen=True)
class RendererReady:
    """The process draws; with this."""

    renderer: str


@dataclass(frozen=True)
class Done:
    """An order carried out."""

    number: int
    key: Key
    seconds: float
    """What it took."""
