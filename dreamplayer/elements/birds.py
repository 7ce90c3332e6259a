"""Birds: a flock far off or one alone; doves, swallows; a swan on the water, an owl on its branch; a feather."""

from __future__ import annotations

from dreamplayer.drawing import wings
from dreamplayer.drawing.element import element
from dreamplayer.drawing.flock import alone, crossing, rising
from dreamplayer.drawing.primitives import Form
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def _flying(
    moment: Moment,
    kind: str,
    span: float,
    tint: Colour,
    glow: Colour,
    pace: float = 0.75,
    most: int = 40,
    lit: float = 1.0,
) -> tuple[Form, ...]:
    """One alone or a flock, by how many the words say."""
    shape, height = wings.flying(kind), wings.metres(kind, span)
    if moment.count <= 1:
        return alone(moment, shape, 1.45 * height, wings.FRAMES, tint=tint, glow=glow, pace=pace, lit=lit)
    n = min(max(moment.count, 3), most)
    if moment.param("rising", 0.0) > 0.5:
        return rising(moment, shape, height * 1.15, wings.FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)
    return crossing(moment, shape, height * 1.15, wings.FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)


def _coloured(moment: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share."""
    red, green, blue = moment.tint or own
    return red * share, green * share, blue * share


@element("air", 1.3, family="creature", answers=("rise", "scatter"), several=18)
def bird(moment: Moment) -> tuple[Form, ...]:
    """Birds with slow wings, dark against the sky, their edges touched by light.

    Notes: `glass` 1 makes them of stained glass, `rising` 1 lets them leave their place one by one and fly up.
    """
    if moment.param("glass", 0.0) > 0.5 or moment.manner == "glass":
        return _flying(moment, "glass", 1.4, (0.9, 0.9, 0.9), (0.0, 0.0, 0.0), 0.6, 14, 0.05)
    tint = _coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return _flying(moment, "bird", 1.3, tint, _coloured(moment, moment.palette.key, 0.42))


@element("air", 1.0, family="creature", answers=("rise", "scatter"), several=7)
def dove(moment: Moment) -> tuple[Form, ...]:
    """White doves that seem to keep the last light in their feathers."""
    return _flying(
        moment, "dove", 1.15, _coloured(moment, (0.60, 0.52, 0.46), 0.8), _coloured(moment, (1.0, 0.80, 0.62), 0.30)
    )


@element("air", 0.9, family="creature", answers=("rise", "scatter"), several=14)
def swallow(moment: Moment) -> tuple[Form, ...]:
    """Swallows with scythe wings and forked tails, gliding more than they beat."""
    tint = _coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return _flying(moment, "swallow", 1.0, tint, _coloured(moment, moment.palette.key, 0.40), 0.95)
