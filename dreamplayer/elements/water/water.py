"""Still dark water with the sky in it, rings that come and go, points of light along the glow."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.waters import glints, pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.water._shared.rings import several_rings, wet
from dreamplayer.model.moment import Moment


@element("ground", 4.0, handles=("ripple", "shimmer", "hush"))
def water(moment: Moment) -> tuple[Form, ...]:
    """Still dark water with the sky in it, rings that come and go, points of light along the glow."""
    show = eased_presence(moment)
    quiet = 1.0 - 0.8 * moment.event("hush")
    forms: list[Form] = []
    if not wet(moment):
        forms.append(
            pool(
                moment,
                moment.place.x,
                max(moment.place.z, 5.0),
                6.0 * moment.place.size,
                4.5 * moment.place.size,
                strength=show,
            )
        )
    more = 0.35 + 0.65 * max(moment.event("ripple"), 0.3)
    forms += several_rings(moment, 3, 1.7 * moment.place.size, show * quiet * more, 1.6)
    forms.append(glints(moment, 170, strength=quiet * (0.8 + 0.5 * moment.event("shimmer"))))
    return tuple(forms)
