"""How a thing that can be seen is declared: one function, wrapped with what staging needs to know of it."""

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
    role: Role
    size: float
    """Natural height (or diameter) in metres."""
    answers: frozenset[str]
    """Events it meets in its own way; the kit meets all others."""
    lamp: bool
    """True where it gives light: staging keeps others near it to be relit."""
    family: str
    several: int
    """How many appear for a plural the words do not count: lanterns 40, mirrors 6, moons 1."""
    doc: str

    def __call__(self, moment: Moment) -> tuple[Form, ...]:
        """Its forms at this moment; none at presence 0."""
        return self.draw(moment) if moment.presence > 0.0 else ()


def element(
    role: Role,
    size: float,
    *,
    family: str,
    answers: tuple[str, ...] = (),
    lamp: bool = False,
    several: int = 5,
    name: str | None = None,
) -> Callable[[Draw], Element]:
    """Declare the function below as an element. Its name is the function's unless given."""

    def wrap(draw: Draw) -> Element:
        doc = (draw.__doc__ or "").strip()
        return Element(
            name=name or draw.__name__.rstrip("_"),
            draw=draw,
            role=role,
            size=size,
            answers=frozenset(answers),
            lamp=lamp,
            family=family,
            several=several,
            doc=doc,
        )

    return wrap
