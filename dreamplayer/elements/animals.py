"""Animals on four legs: each walks up, rests and lifts or lowers its head; several stand about as a herd."""

from __future__ import annotations

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Form
from dreamplayer.forms.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 0.9, family="creature", several=3)
def animal(at: Moment) -> tuple[Form, ...]:
    """A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""
    return beast(at, "fox", 0.62)


@element("prop", 0.95, family="creature", several=3)
def dog(at: Moment) -> tuple[Form, ...]:
    """A friendly dog, ears hanging, tail up."""
    return beast(at, "dog", 0.68)


@element("prop", 0.75, family="creature", several=3)
def cat(at: Moment) -> tuple[Form, ...]:
    """A cat that walks with its tail held like a question mark."""
    return beast(at, "cat", 0.48)


@element("prop", 2.5, family="creature", several=5)
def horse(at: Moment) -> tuple[Form, ...]:
    """A horse with a full tail that lowers its head to graze; several are a quiet herd."""
    return beast(at, "horse", 1.55)


@element("prop", 2.2, family="creature", several=5)
def deer(at: Moment) -> tuple[Form, ...]:
    """A stag with wide antlers, listening."""
    return beast(at, "deer", 1.12)


@element("prop", 1.2, family="creature", several=4)
def wolf(at: Moment) -> tuple[Form, ...]:
    """A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""
    return beast(at, "wolf", 0.88)


@element("prop", 1.5, family="creature", several=2)
def bear(at: Moment) -> tuple[Form, ...]:
    """A large slow bear."""
    return beast(at, "bear", 1.25)


@element("prop", 1.5, family="creature", several=3)
def lion(at: Moment) -> tuple[Form, ...]:
    """A lion with a great mane, calm as a cushion."""
    return beast(at, "lion", 1.15)


@element("prop", 3.4, family="creature", several=4)
def elephant(at: Moment) -> tuple[Form, ...]:
    """An elephant, wide ears, hanging trunk; several are a family on the way."""
    return beast(at, "elephant", 2.7)
