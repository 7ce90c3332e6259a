"""Silken fog lying in folds between near and far, which can part in the middle and let light through."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Field, Form
from dreamplayer.drawing.sky.heavens import from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment

_LAYERS = ((120.0, 0.10, 0.30, 0.55), (30.0, 0.02, 0.22, 0.50), (11.0, -0.12, 0.16, 0.45), (5.0, -0.42, 0.20, 0.42))
"""Metres away, height over the horizon and half height in screen units, and thickness."""


def _banks(
    moment: Moment, colour: tuple[float, float, float], *, strength: float = 1.0, silk: float = 1.0, part: float = 0.0,
    lift: float = 0.0,
) -> tuple[Form, ...]:  # fmt: skip
    """Four veils from far to near. `part` 0..1 opens them in the middle; `silk` 0 is plain mist."""
    show = smooth(moment.presence, 0.0, 1.0) * strength
    out: list[Form] = []
    for k, (depth, level, rise, thick) in enumerate(_LAYERS):
        opened = part * (1.0 if k < 3 else 0.8)
        out.append(
            Field(
                "fog",
                {
                    "t": moment.t % 3600.0 * (1.0 + 0.35 * k),
                    "opacity": show * thick * (1.0 - 0.30 * part),
                    "level": level + lift,
                    "rise": rise * (1.0 + 0.25 * moment.place.size),
                    "seed": moment.seed % 97 + 11.0 * k,
                    "gap": opened,
                    "gap_x": moment.place.x / max(moment.place.z, 1.0),
                    "silk": silk,
                    "tint": colour,
                },
                depth=depth,
                grain=4,
                slow=True,
                standin=(_veil(moment, depth, level, rise, colour, show * thick),),
            )
        )
    return tuple(out)


def _veil(
    moment: Moment, depth: float, level: float, rise: float, colour: tuple[float, float, float], show: float
) -> Form:
    """A wide soft glow that stands for one bank."""
    where = from_screen(moment, 0.0, moment.stage.camera.horizon + level, depth)
    size = 2.6 * rise * depth / moment.stage.camera.focal
    return halo(where, size, colour, opacity=show, width=6.0, reflect=False)


@element("weather", 2.0, handles=("part", "gather", "rise"))
def fog(moment: Moment) -> tuple[Form, ...]:
    """Silken fog lying in folds between near and far, which can part in the middle and let light through."""
    glow, low = moment.palette.glow, moment.palette.horizon
    own = tuple(1.6 * low[i] + 0.28 * glow[i] for i in range(3))
    colour = tuple(0.10 * c + 0.40 * o for c, o in zip(moment.tint, own, strict=True)) if moment.tint else own
    part = smooth(moment.event("part"), 0.0, 1.0)
    thick = (0.95 + 0.25 * moment.event("gather")) * (0.6 + 0.4 * moment.strength)
    lift = 0.25 * smooth(moment.event("rise"), 0.0, 1.0)
    return _banks(moment, colour, strength=min(thick, 1.1), part=part, lift=lift)  # type: ignore[arg-type]
