"""The sea at night: long swells moving in, broken light, a pale line of foam that comes and goes."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import foam
from dreamplayer.drawing.materials.waters import glints, pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Field, Form
from dreamplayer.elements.water._shared.rings import wet
from dreamplayer.model.moment import Moment


@element("ground", 60.0, handles=("rise", "hush", "shimmer"))
def ocean(moment: Moment) -> tuple[Form, ...]:
    """The sea at night: long swells moving in, broken light, a pale line of foam that comes and goes."""
    show = eased_presence(moment)
    quiet = 1.0 - 0.7 * moment.event("hush")
    camera = moment.stage.camera
    swell = quiet * (1.0 + 0.5 * moment.event("rise"))
    forms: list[Form] = []
    if not wet(moment):
        forms.append(pool(moment, camera.x, 120.0, 900.0, 119.0, strength=show, swell=0.5))
    waves = {"t": moment.t % 3600.0, "opacity": show, "swell": swell, "shore": 0.0}
    forms += [
        Field(
            "surf",
            waves,
            depth=239.0,
            patch=(-moment.aspect, -1.0, moment.aspect, camera.horizon),
            grain=2,
            standin=(foam(moment.t, 4.0, 2.2 * moment.aspect, (0.20, 0.16, 0.16), show),),
        ),
        glints(moment, 520, near=4.0, far=120.0, strength=1.1 * (1.0 + 0.4 * moment.event("shimmer")), wide=0.36),
    ]
    return tuple(forms)
