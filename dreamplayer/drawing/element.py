"""How a drawing is declared: one function, wrapped with where it belongs on the stage and how large it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dreamplayer.drawing.primitives import Form
from dreamplayer.model.moment import Moment

Draw = Callable[[Moment], tuple[Form, ...]]
Role = Literal["sky", "far", "ground", "prop", "hero", "air", "weather", "near"]
"""Where it belongs. sky: hangs in the heavens. far: along the horizon. ground: covers or lies in the
ground around the eye. prop: stands on the ground. hero: stands and wants the focus. air: floats between.
weather: fills the air everywhere. near: close to the eye, a frame or a hand."""


@dataclass(frozen=True)
class Element:
    """A drawable thing: calling it gives its forms at a moment."""

    name: str
    """Its id in the vocabulary, and the function's name."""
    draw: Draw
    """Gives its forms at a moment."""
    role: Role
    """Where it belongs on the stage."""
    size: float
    """Natural height (or diameter) in metres."""
    handles: frozenset[str]
    """Events it responds to in its own way; the kit responds to all others."""
    doc: str
    """What it shows, in a sentence."""
    family: str = ""
    """From its record, as the two below; the catalogue adds them."""
    lamp: bool = False
    """True where it gives light: staging keeps others near it to be relit."""
    several: int = 1
    """How many appear for a plural the words do not count: lanterns 40, mirrors 6, moons 1."""

    def __call__(self, moment: Moment) -> tuple[Form, ...]:
        """What is drawn of it at a moment.

        Args:
            moment: when, where, and whose seed.

        Returns:
            Its forms, in any order; none at presence 0.
        """
        return self.draw(moment) if moment.presence > 0.0 else ()


def element(
    role: Role,
    size: float,
    *,
    handles: tuple[str, ...] = (),
    name: str | None = None,
) -> Callable[[Draw], Element]:
    """Declare the function below as an element. What is known of the thing besides stands in its record.

    Args:
        role: where it belongs on the stage.
        size: metres it is drawn high (or across) at size 1.
        handles: events it responds to in its own way.
        name: its id; the function's name unless given.

    Returns:
        A decorator that makes the function an `Element`.
    """

    def wrap(draw: Draw) -> Element:
        doc = (draw.__doc__ or "").strip()
        return Element(
            name=name or draw.__name__.rstrip("_"),
            draw=draw,
            role=role,
            size=size,
            handles=frozenset(handles),
            doc=doc,
        )

    return wrap
