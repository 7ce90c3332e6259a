"""What every element promises, whoever wrote it: the same moment gives the same data, calmly, within its budget."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.primitives import Dots, Field, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light
from dreamplayer.picture.look import place_for, stage_for
from dreamplayer.reading.lexicon.vocabulary import vocabulary

pytestmark = pytest.mark.slow

NAMES = tuple(elements())
MARKS = 20_000
STEP = 1 / 60
FAINT = 0.05
"""Light so low that what changes in it cannot be seen as a jump: dark people under a few motes."""


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Each in turn; what is asked of one is asked in a row, while its paintings are in memory."""
    return request.param


def base(element: Element, **changes: object) -> Moment:
    """The moment a contact sheet would show, nine seconds in."""
    at = Moment(t=9.0, life=0.3, seed=3, stage=stage_for(element), place=place_for(element))
    return at.replace(**changes)


def parts(value: object) -> list[np.ndarray]:
    """Every number in a form, in order, as arrays."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, (bool, int, float, np.floating)):
        return [np.asarray(value, np.float64)]
    if isinstance(value, dict):
        return [a for key in sorted(value) for a in parts(value[key])]
    if isinstance(value, (tuple, list)):
        return [a for v in value for a in parts(v)]
    if is_dataclass(value) and isinstance(value, (Dots, Sprites, Ribbons, Instances, Field, Text, Light)):
        return [a for f in fields(value) if f.name != "shape" for a in parts(getattr(value, f.name))]
    return []


def numbers(forms: tuple[Form, ...]) -> list[np.ndarray]:
    """Every number of a whole drawing."""
    return [np.asarray(a, np.float64) for form in forms for a in parts(form)]


def light(forms: tuple[Form, ...]) -> float:
    """A rough sum of what is emitted: enough to see a jump."""
    total = 0.0
    for form in forms:
        if isinstance(form, Dots):
            size = np.broadcast_to(np.asarray(form.size, np.float64), (len(form.position),))
            seen = size / np.maximum(np.abs(form.position[:, 2]), 0.3)
            total += float(np.sum(np.broadcast_to(form.colour, (len(form.position), 3)).sum(1) * seen**2))
        elif isinstance(form, Sprites):
            n = len(form.position)
            size = np.broadcast_to(np.asarray(form.size, np.float64), (n,)) / np.maximum(
                np.abs(form.position[:, 2]), 0.3
            )
            shine = np.broadcast_to(np.asarray(form.glow, np.float64), (n, 3)).sum(1)
            body = 0.1 * np.broadcast_to(np.asarray(form.cover, np.float64), (n,))
            shine = shine + body * np.broadcast_to(np.asarray(form.tint, np.float64), (n, 3)).sum(1)
            total += float(np.sum(shine * size**2 * np.broadcast_to(np.asarray(form.opacity), (n,))))
        elif isinstance(form, Ribbons):
            grown = np.broadcast_to(np.asarray(form.grown, np.float64), (form.position.shape[0], 1))
            colour = np.broadcast_to(np.asarray(form.colour, np.float64), form.position.shape).sum(2)
            shown = np.broadcast_to(np.asarray(form.opacity, np.float64), form.position.shape[:2])
            total += float(np.mean(colour * shown * grown)) * form.position.shape[0] * 0.01
        elif isinstance(form, Light):
            total += 0.05 * sum(form.colour)
        elif isinstance(form, Instances):
            total += form.opacity * min(form.grown, 1.25)
        elif isinstance(form, Field):
            total += 0.3 * float(form.params.get("opacity", 1.0))  # type: ignore[arg-type]
    return total


def alike(one: list[np.ndarray], two: list[np.ndarray]) -> bool:
    """True where both hold the same numbers."""
    return len(one) == len(two) and all(
        a.shape == b.shape and np.array_equal(a, b) for a, b in zip(one, two, strict=True)
    )


def test_the_same_moment_gives_the_same_data_and_all_of_it_is_finite(name: str) -> None:
    """Nothing but the moment decides what is drawn, alone or as many, and no number is lost on the way."""
    element = elements()[name]
    for count in (1, element.several):
        at = base(element, count=count)
        once, again = numbers(element(at)), numbers(element(at))
        assert alike(once, again)
        assert all(np.isfinite(a).all() for a in once)


def test_nothing_is_there_at_presence_0_and_something_at_1(name: str) -> None:
    """Presence alone says whether a thing is on stage; just above 0 it gives next to no light."""
    element = elements()[name]
    at = base(element)
    assert element(at.replace(presence=0.0)) == ()
    assert element(at)
    whole = light(element(at))
    assert whole > 0.0
    assert light(element(at.replace(presence=0.004))) < 0.25 * whole + 0.05


def test_its_light_never_jumps(name: str) -> None:
    """From one picture to the next the light moves by less than a fiftieth of its peak: coming, staying, changing."""
    element = elements()[name]
    at = base(element)
    times = (3.0, 17.3)
    arriving = [
        (at.replace(t=2.0 * p, presence=p), at.replace(t=2.0 * p + STEP, presence=p + STEP / 2.5)) for p in (0.1, 0.6)
    ]
    staying = [(at.replace(t=t), at.replace(t=t + STEP)) for t in times]
    told = [
        (
            at.replace(events={event: s}, ages={event: 4 * s}),
            at.replace(t=9.0 + STEP, events={event: s + STEP / 4}, ages={event: 4 * s + STEP}),
        )
        for event in sorted(element.handles)
        for s in (0.1, 0.6)
    ]
    begun = [
        (at, at.replace(t=9.0 + STEP, events={event: 0.002}, ages={event: STEP})) for event in sorted(element.handles)
    ]
    shown = [(light(element(a)), light(element(b))) for a, b in arriving + staying + told + begun]
    peak = max(FAINT, *(max(pair) for pair in shown))
    assert max(abs(b - a) for a, b in shown) <= 0.02 * peak + 1e-6


def test_every_event_an_element_answers_is_one_that_words_tell() -> None:
    """An event no text can name would never be seen."""
    assert {event for element in elements().values() for event in element.handles} <= set(vocabulary().events)


def test_every_event_it_claims_changes_it(name: str) -> None:
    """An event named in `answers` is seen: the drawing differs from what it would have been."""
    element = elements()[name]
    for event in sorted(element.handles):
        changed = False
        for count in (1, element.several):
            for before in ({}, {"crack": 1.0, "dim": 0.8}, {"open": 1.0}):
                at = base(element, count=count, events=before)
                told = at.replace(events={**before, event: 1.0}, ages={event: 4.0})
                changed = changed or not alike(numbers(element(at)), numbers(element(told)))
        assert changed, event


def test_it_keeps_within_its_marks(name: str) -> None:
    """However many the words ask for, an element draws a bounded number of marks."""
    element = elements()[name]
    for count in (element.several, 5000):
        forms = element(base(element, count=count))
        marks = sum(
            len(f.position) if f.position.ndim == 2 else f.position.shape[0] * f.position.shape[1]
            for f in forms
            if hasattr(f, "position") and isinstance(f.position, np.ndarray)
        )
        assert marks <= MARKS


def test_it_heeds_its_place_and_seed(name: str) -> None:
    """Where staging puts it and which one of its kind it is make a difference."""
    element = elements()[name]
    at = base(element)
    here = numbers(element(at))
    place = replace(at.place, x=at.place.x + 1.5, size=1.4 * at.place.size)
    there = numbers(element(at.replace(place=place)))
    other = numbers(element(at.replace(seed=12, place=place)))
    assert not (alike(here, there) and alike(here, other))
