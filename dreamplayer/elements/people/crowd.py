"""Witnesses far off, small, in clumps; some are children, one points; some fall to their knees."""

from __future__ import annotations

from dataclasses import replace

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.people._shared.groups import company
from dreamplayer.model.moment import Moment


@element("prop", 4.5, handles=("descend", "fall", "shatter"))
def crowd(moment: Moment) -> tuple[Form, ...]:
    """Witnesses far off, small, in clumps; some are children, one points; some fall to their knees.

    Notes: `aisle` metres free to both sides of the middle, `kneel` 0..1 how many are on their knees; a bright tint
    dresses them in white and silver.
    """
    far = moment.replace(place=replace(moment.place, z=max(moment.place.z, 9.0 * moment.place.size)))
    return company(far, moment.count if moment.count > 2 else 12, 9.0)
