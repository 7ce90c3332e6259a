"""Smoke climbing in soft folds, a rest of warmth at its foot."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.burning import flying_sparks, plume
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Form
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment

_SECOND_PLUME = 3
"""Random lane of the second, fainter plume."""


@element("prop", 3.2, handles=("rise", "dim", "part"))
def smoke(moment: Moment) -> tuple[Form, ...]:
    """Smoke climbing in soft folds, a rest of warmth at its foot."""
    p = moment.place
    show = float(smooth(moment.presence, 0.0, 1.0)) * (1.0 - 0.8 * max(moment.event("dim"), 0.6 * moment.event("part")))
    grey = scaled(moment.tint, 0.12, 0.03) if moment.tint else (0.075, 0.062, 0.070)
    tall = moment.size(3.2) * (1.0 + 0.4 * moment.event("rise"))
    foot = (p.x, p.y, p.z)
    forms: list[Form] = [plume(moment, foot, tall, strength=show, tint=grey, ember=0.16, lean=0.22)]
    forms.append(
        plume(
            moment,
            (p.x + 0.1, p.y, p.z + 0.3),
            0.8 * tall,
            strength=0.7 * show,
            tint=grey,
            ember=0.1,
            lean=0.05,
            lane=_SECOND_PLUME,
        )
    )
    forms.append(flying_sparks(moment, foot, 0.7 * tall, count=40, strength=0.5 * show))
    return tuple(forms)
