"""A pale bow over the land, one foot brighter than the other, a second one guessed outside it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Field, Form, Ribbons, f32
from dreamplayer.drawing.sky.heavens import from_screen, on_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("sky", 80.0, handles=("dim", "spread"))
def rainbow(moment: Moment) -> tuple[Form, ...]:
    """A pale bow over the land, one foot brighter than the other, a second one guessed outside it."""
    camera = moment.stage.camera
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.8 * moment.event("dim")) * (1.0 + 0.3 * moment.event("spread"))
    radius = 0.86 * (0.7 + 0.3 * moment.place.size)
    x = on_screen(moment, moment.place.x, 0.0, max(moment.place.z, 30.0))[0]
    place = {"t": moment.t % 3600.0, "opacity": 0.062 * show, "x": x, "y": camera.horizon - 0.10, "radius": radius}
    around = np.linspace(0.0, np.pi, 40)
    arcs = np.stack(
        [
            [
                from_screen(moment, x + r * float(np.cos(a)), camera.horizon - 0.10 + r * float(np.sin(a)))
                for a in around
            ]
            for r in radius + np.linspace(0.09, -0.09, 5)
        ]
    ).astype(np.float32)
    hues = f32([(1.0, 0.16, 0.08), (1.0, 0.5, 0.1), (0.4, 0.6, 0.2), (0.15, 0.35, 0.6), (0.4, 0.15, 0.5)])[:, None]
    plain = Ribbons(arcs, np.float32(3.0), hues * np.float32(0.05 * show))
    return (Field("rainbow", place, depth=300.5, grain=2, slow=True, reflect=True, standin=(plain,)),)
