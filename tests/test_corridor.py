"""A corridor without mirrors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.catalogue import elements
from dreamplayer.drawing.primitives import Dots, Sprites
from dreamplayer.elements.buildings.corridor import DOORS, PAIRS
from dreamplayer.model.moment import Moment

AT = Moment(t=20.0, seed=3, manner=DOORS)


def test_a_hallway_has_its_doors_and_no_mirror() -> None:
    """Every door of both walls is drawn, leaf or light behind it, and nothing of the corridor of mirrors."""
    corridor = elements()["corridor"]
    doors = [form for form in corridor(AT) if isinstance(form, Sprites)]
    assert sum(len(form.position) for form in doors) == 4 * PAIRS
    mirrors = {id(form.shape) for form in corridor(replace(AT, manner=None)) if isinstance(form, Sprites)}
    assert mirrors.isdisjoint(id(form.shape) for form in doors)


def test_a_hallway_comes_from_afar_and_dims() -> None:
    """The far doors are there before the near ones; told to dim, its lamps give less light."""
    corridor = elements()["corridor"]
    coming = [form for form in corridor(replace(AT, presence=0.4)) if isinstance(form, Sprites)]
    assert np.max(coming[0].opacity) > np.max(coming[-1].opacity)
    bright, dim = (
        sum(float(np.sum(form.colour)) for form in corridor(at) if isinstance(form, Dots))
        for at in (AT, replace(AT, events={"dim": 1.0}))
    )
    assert dim < bright
