"""People and creatures keep the promises of an element: same moment, same data; nothing, then something; no jump."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import numpy as np
import pytest

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Camera, Light, Placement, Stage

pytestmark = pytest.mark.slow

ELEMENTS = sorted(
    (thing for thing in elements().values() if thing.family in ("people", "creature")), key=lambda thing: thing.name
)
_PEOPLE = (
    """figure crowd child hand eye face heart shadow mask blood teeth being statue bones angel ghost dancer giant"""
)
_CREATURES = """firefly bird animal dog cat horse insect fish dragon snake feather deer spider wolf octopus frog
butterfly whale jellyfish swan owl bear rabbit turtle lion elephant dove bat swallow cow sheep hen goose heron
mouse hedgehog squirrel duck pig goat donkey"""


@pytest.fixture(scope="module", params=ELEMENTS, ids=lambda e: e.name)
def element(request: pytest.FixtureRequest) -> Element:
    """Each in turn; what is asked of one is asked in a row, while its paintings are in memory."""
    return request.param


def at(**changes: object) -> Moment:
    """A settled moment in the middle of the stage."""
    return Moment(**{"t": 21.0, "seed": 5, "place": Placement(0.4, 0.3, 7.0), **changes})  # type: ignore[arg-type]


def arrays(forms: tuple[Form, ...]) -> list[np.ndarray]:
    """Every number a painter would be sent."""
    out = []
    for form in forms:
        for field in dataclasses.fields(form):
            value = getattr(form, field.name)
            if isinstance(value, (int, float, tuple, np.ndarray, np.floating)):
                out.append(np.asarray(value, np.float64))
    return out


def light(forms: tuple[Form, ...]) -> float:
    """A rough sum of what is seen: brightness times how much of it."""
    total = 0.0
    for form in forms:
        if isinstance(form, Dots):
            n = len(form.position)
            colour = np.broadcast_to(np.asarray(form.colour, np.float64), (n, 3)).mean(1)
            total += float(np.sum(colour * np.broadcast_to(np.asarray(form.size, np.float64), (n,)) ** 2))
        elif isinstance(form, Sprites):
            n = len(form.position)
            size = np.broadcast_to(np.asarray(form.size, np.float64), (n,))
            shown = np.broadcast_to(np.asarray(form.opacity, np.float64), (n,))
            glow = np.broadcast_to(np.asarray(form.glow, np.float64), (n, 3)).mean(1)
            total += float(np.sum(shown * size**2 * (0.02 + 0.3 * glow)))
        elif isinstance(form, Ribbons):
            shown = np.broadcast_to(np.asarray(form.opacity, np.float64), form.position.shape[:2])
            total += float(np.mean(shown))
        elif isinstance(form, Light):
            total += 0.2 * float(np.mean(form.colour))
    return total


def test_every_person_and_creature_of_the_vocabulary_is_drawn_as_itself() -> None:
    """No id of the two families falls back on another."""
    assert {e.name for e in ELEMENTS if e.family == "people"} == set(_PEOPLE.split())
    assert {e.name for e in ELEMENTS if e.family == "creature"} == set(_CREATURES.split())


def test_the_same_moment_gives_the_same_finite_data(element: Element) -> None:
    """Asked twice, at three states of presence and for one or several, nothing differs and nothing is infinite."""
    for presence in (0.02, 0.5, 1.0):
        for count in (1, element.several):
            moment = at(presence=presence, count=count)
            one, other = arrays(element(moment)), arrays(element(moment))
            assert len(one) == len(other)
            for a, b in zip(one, other, strict=True):
                assert np.all(np.isfinite(a))
                np.testing.assert_array_equal(a, b)


def test_it_comes_out_of_nothing_and_is_there_in_the_end(element: Element) -> None:
    """At presence 0 nothing, just above it almost nothing, at 1 clearly something."""
    assert element(at(presence=0.0)) == ()
    full = light(element(at(presence=1.0)))
    assert full > 0.0
    assert light(element(at(presence=0.004))) < 0.12 * full


def test_nothing_jumps_from_one_picture_to_the_next(element: Element) -> None:
    """Within a sixtieth of a second everything stays where it was, while its light changes by less than 2 %."""
    for count in (1, element.several):
        for t in (0.6, 4.0, 15.299, 17.0, 33.3):
            before, after = at(t=t, count=count), at(t=t + 1 / 60, count=count)
            one, other = element(before), element(after)
            assert [type(f) for f in one] == [type(f) for f in other]
            assert abs(light(one) - light(other)) < 0.02 * light(one) + 1e-9
            for a, b in zip(one, other, strict=True):
                if isinstance(a, Sprites) and isinstance(b, Sprites):
                    shown = np.broadcast_to(np.asarray(a.opacity), (len(a.position),)) > 0.05
                    moved = np.abs(a.position - b.position).max(axis=1)[shown]
                    scale = float(np.max(np.asarray(a.size)))
                    assert moved.size == 0 or float(moved.max()) < 0.06 * scale + 0.01


def test_it_gathers_without_a_flash(element: Element) -> None:
    """While presence rises over two and a half seconds its light never leaps and never far exceeds what stays."""
    steps = [light(element(at(presence=p))) for p in np.linspace(0.0, 1.0, 151)[1:]]
    peak = max(steps)
    assert peak <= 1.6 * steps[-1] + 1e-9
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.03 * peak


@pytest.mark.parametrize("element", [e for e in ELEMENTS if e.handles], ids=lambda e: e.name)
def test_every_event_it_answers_changes_it(element: Element) -> None:
    """An element that says it meets an event in its own way is different once the event is complete."""
    for event in sorted(element.handles):
        calm = arrays(element(at(count=element.several)))
        moved = arrays(element(at(count=element.several, events={event: 1.0}, ages={event: 4.0})))
        same = len(calm) == len(moved) and all(
            a.shape == b.shape and np.allclose(a, b, atol=1e-4) for a, b in zip(calm, moved, strict=True)
        )
        assert not same, event


def test_its_shapes_are_whole(element: Element) -> None:
    """Painted shapes are finite, within range, not cut at the border, and dark outside their outline."""
    for form in element(at()):
        if not isinstance(form, Sprites):
            continue
        image = form.shape.paint()
        assert image.dtype == np.float32
        assert image.shape[3] == 8
        assert np.all(np.isfinite(image))
        assert image[..., 3].min() >= 0.0
        assert image[..., 3].max() <= 1.0
        assert np.abs(image[..., 4:6]).max() <= 1.001
        assert image[..., 7].min() >= -1e-6
        assert image[..., 7].max() <= 1.001
        assert abs(form.shape.aspect - image.shape[2] / image.shape[1]) < 0.03 * form.shape.aspect
        top = image[:, 0, :, 3].max(), image[:, :, 0, 3].max(), image[:, :, -1, 3].max()
        assert max(top) < 0.35, (form.shape.key, top)


@pytest.mark.parametrize("z", [5.2, 7.8])
@pytest.mark.parametrize("x", [-4.0, 0.3, 4.0])
def test_a_dragon_is_a_third_of_the_picture_wide_and_stays_within_it(x: float, z: float) -> None:
    """Wherever staging puts it, it spans nearly a third of the width without its head, and its middle is seen."""
    for t in (3.0, 40.0, 300.0):
        moment = at(t=t, place=Placement(x, 1.6, z))
        camera = moment.stage.camera
        across = np.concatenate(
            [
                (f.position[..., 0] / f.position[..., 2]).ravel()
                for f in elements()["dragon"](moment)
                if isinstance(f, Ribbons)
            ]
        )
        across = across * camera.focal
        assert np.ptp(across) > 2 * moment.aspect * 0.31
        assert abs(float(np.median(across))) < moment.aspect - 0.3


def test_a_giant_stands_behind_the_hills_half_a_picture_tall() -> None:
    """It is drawn before the hills are, and is a third to five eighths of the picture, however near its place is."""
    for z in (11.0, 14.0, 60.0):
        moment = at(place=Placement(2.0, 0.0, z), stage=Stage(camera=Camera(eye=2.0)))
        body = next(f for f in elements()["giant"](moment) if isinstance(f, Sprites) and not f.shape.radial)
        tall = float(np.max(np.asarray(body.size)) / body.position[0, 2]) * moment.stage.camera.focal
        assert 2 / 3 < tall < 5 / 4
        assert body.depth is not None
        assert body.depth > 260.0


def test_a_whale_stays_in_its_sea_while_the_scene_changes() -> None:
    """What it does depends on the ground it came to: one that leaves while a street fades in does not leap aloft."""
    sea, street = (
        arrays(elements()["whale"](at(home="water", stage=Stage(ground=ground)))) for ground in ("water", "street")
    )
    for a, b in zip(sea, street, strict=True):
        np.testing.assert_array_equal(a, b)
    aloft = arrays(elements()["whale"](at(stage=Stage(ground="street"))))
    assert [a.shape for a in aloft] != [a.shape for a in sea]
