"""Birds: a flock far off or one alone; doves, swallows; a swan on the water, an owl on its branch; a feather."""

from __future__ import annotations

from dreamplayer.forms import wings
from dreamplayer.forms.element import element
from dreamplayer.forms.flock import alone, crossing, rising
from dreamplayer.forms.form import Form
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def _flying(
    at: Moment, kind: str, span: float, tint: Colour, glow: Colour, pace: float = 0.75, most: int = 40, lit: float = 1.0
) -> tuple[Form, ...]:
    """One alone or a flock, by how many the words say."""
    shape, height = wings.flying(kind), wings.metres(kind, span)
    if at.count <= 1:
        return alone(at, shape, 1.45 * height, wings.FRAMES, tint=tint, glow=glow, pace=pace, lit=lit)
    n = min(max(at.count, 3), most)
    if at.param("rising", 0.0) > 0.5:
        return rising(at, shape, height * 1.15, wings.FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)
    return crossing(at, shape, height * 1.15, wings.FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)


def _coloured(at: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share."""
    red, green, blue = at.tint or own
    return red * share, green * share, blue * share


@element("air", 1.3, family="creature", answers=("rise", "scatter"), several=18)
def bird(at: Moment) -> tuple[Form, ...]:
    """Birds with slow wings, dark against the sky, their edges touched by light.

    Notes: `glass` 1 makes them of stained glass, `rising` 1 lets them leave their place one by one and fly up.
    """
    if at.param("glass", 0.0) > 0.5 or at.manner == "glass":
        return _flying(at, "glass", 1.4, (0.9, 0.9, 0.9), (0.0, 0.0, 0.0), 0.6, 14, 0.05)
    tint = _coloured(at, at.palette.body, 1.0 if at.tint is None else 0.5)
    return _flying(at, "bird", 1.3, tint, _coloured(at, at.palette.key, 0.42))


@element("air", 1.0, family="creature", answers=("rise", "scatter"), several=7)
def dove(at: Moment) -> tuple[Form, ...]:
    """White doves that seem to keep the last light in their feathers."""
    return _flying(at, "dove", 1.15, _coloured(at, (0.60, 0.52, 0.46), 0.8), _coloured(at, (1.0, 0.80, 0.62), 0.30))


@element("air", 0.9, family="creature", answers=("rise", "scatter"), several=14)
def swallow(at: Moment) -> tuple[Form, ...]:
    """Swallows with scythe wings and forked tails, gliding more than they beat."""
    tint = _coloured(at, at.palette.body, 1.0 if at.tint is None else 0.5)
    return _flying(at, "swallow", 1.0, tint, _coloured(at, at.palette.key, 0.40), 0.95)
