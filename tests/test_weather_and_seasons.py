"""Weather and season as a kind: what they lay on any open place, what falls, and how words name them."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from dreamplayer.drawing.place_light import hour_light
from dreamplayer.drawing.place_weather import Falling, falling
from dreamplayer.drawing.primitives import Array, Dots, Ribbons
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.cast import Layers, cast
from dreamplayer.drawing.solids.shapes import box, panel
from dreamplayer.drawing.solids.solid import Scenery, Sky
from dreamplayer.drawing.solids.weathering import heights_of
from dreamplayer.model.atmosphere import BARE, Atmosphere, Season, Weather, Weathering
from dreamplayer.model.place import Framing
from dreamplayer.model.reading import TimeOfDay
from dreamplayer.model.stage import Stage
from dreamplayer.reading.semantics.seasons import season_named

FRAMING = Framing("yard", (0.0, 1.6, -4.0))
EARTH = mat.plain((0.08, 0.06, 0.05), vary=0.0)


def yard() -> Scenery:
    """A yard with a wall across it, and a roof on the left."""
    ground = panel(EARTH, (-9, 0, -5), (18, 0, 0), (0, 0, 14))
    wall = box(EARTH, (-9, 0, 6), (9, 3.0, 6.4))
    roof = box(EARTH, (-9, 2.6, -2), (0, 2.8, 5))
    return Scenery((ground, wall, roof), (Sky("sky", 1.0),), ("sky",))


def seen(weathering: Weathering) -> Layers:
    """The yard under a weathering."""
    return cast(yard(), FRAMING, 64, 36, samples=1, weathering=weathering)


def patch(layers: Layers, x: float, y: float, z: float) -> Array:
    """Mean light about a point of the yard."""
    u, v = FRAMING.screen((x, y, z))
    j, i = int((0.5 - v / 2) * 36), int((u / (64 / 36) / 2 + 0.5) * 64)
    return np.asarray(np.asarray(layers.light[0, j - 1 : j + 2, i - 1 : i + 2], np.float32).mean((0, 1)))


def test_snow_lies_on_what_faces_up_below_the_open_sky() -> None:
    """On open ground; not on the wall, and not below the roof."""
    bare, snowy = seen(BARE), seen(Weathering(snow=True))
    assert patch(snowy, 2.5, 0.0, 2.0).mean() > 2.0 * patch(bare, 2.5, 0.0, 2.0).mean()
    for sheltered in ((2.5, 1.5, 6.0), (-2.5, 0.0, 2.0)):
        assert patch(snowy, *sheltered).mean() < 1.3 * patch(bare, *sheltered).mean() + 1e-3


def test_rain_darkens_open_ground() -> None:
    """And leaves dry what lies below a roof."""
    bare, wet = seen(BARE), seen(Weathering(wet=True))
    assert np.abs(patch(wet, 2.5, 0.0, 0.5) - patch(bare, 2.5, 0.0, 0.5)).max() > 1e-3
    assert np.allclose(patch(wet, -2.5, 0.0, 2.0), patch(bare, -2.5, 0.0, 2.0), atol=4e-3)


@pytest.mark.parametrize(("season", "warmer"), [("autumn", True), ("spring", False), ("summer", False)])
def test_leaves_turn_in_autumn(season: Season, warmer: bool) -> None:
    """From green to amber; elsewhere nothing is red."""
    tree = box(mat.leaves((0.088, 0.122, 0.046), thin=0.45), (-2, 0, 2), (2, 1.0, 3))
    scenery = Scenery((tree,), (Sky("sky", 1.0),), ("sky",))
    r, g, _ = patch(cast(scenery, FRAMING, 64, 36, samples=1, weathering=Weathering(season=season)), 0.0, 0.5, 2.0)
    assert (r > g) == warmer


def forms(weather: Weather, t: float = 10.0) -> tuple[Array, ...]:
    """Where all is that falls on the yard."""
    roofs = heights_of(yard().solids, np.array([0.0, 1.6, -4.0]), 20.0)

    def top(points: Array) -> Array:
        return roofs.at(points[:, 0], points[:, 2] - 4.0)

    made = falling(Falling(weather, t, 3, Stage(camera=FRAMING.camera), 16 / 9, (0.3, 0.4, 0.8), (), top))
    return tuple(
        np.asarray(f.position)[:, 0] if isinstance(f, Ribbons) else np.asarray(f.position)
        for f in made
        if isinstance(f, Ribbons | Dots)
    )


@pytest.mark.parametrize("weather", ["snow", "rain", "storm"])
def test_nothing_falls_below_a_roof_or_close_to_the_eye(weather: Weather) -> None:
    """No blurred disc before the eye, no rain in a shelter; and the same moment is the same picture."""
    found = forms(weather)
    assert sum(len(points) for points in found) > 500
    for points in found:
        under = (np.abs(points[:, 0] + 4.5) < 4.2) & (np.abs(points[:, 2] - 5.5) < 3.2) & (points[:, 1] < 2.5)
        assert not under.any()
        assert points[:, 2].min() > 2.0
    assert all(np.array_equal(a, b) for a, b in zip(found, forms(weather), strict=True))


def test_nothing_falls_from_a_clear_sky() -> None:
    """Nor in fog, which hangs."""
    assert not forms("clear")
    assert not forms("fog")


@pytest.mark.parametrize("hour", get_args(TimeOfDay))
def test_sun_and_sky_differ_in_colour(hour: TimeOfDay) -> None:
    """The sky's soft light is bluer than what comes from one side; a covered sky hides moon and stars."""
    clear = hour_light(Atmosphere(hour))
    assert clear.sky[2] > clear.sky[0]
    covered = hour_light(Atmosphere(hour, "rain"))
    assert covered.moon == covered.stage.stars == 0.0
    assert covered.stage.air.density > clear.stage.air.density


@pytest.mark.parametrize(
    ("words", "season"),
    [
        ("It was the first night of winter.", "winter"),
        ("One October evening, the kettle sang.", "autumn"),
        ("They met in spring, by the well.", "spring"),
        ("The cold spring ran over mossy stones.", None),
        ("He watched the deer spring away.", None),
        ("A long summer’s day", "summer"),
    ],
)
def test_words_name_a_season(words: str, season: Season | None) -> None:
    """A spring may be a well or a leap."""
    assert season_named(words.split()) == season


def test_winter_lies_under_snow_unless_it_rains() -> None:
    """Snow that falls lies, in whatever season."""
    assert Atmosphere(season="winter").weathering.snow
    assert Atmosphere(weather="snow").weathering.snow
    assert Atmosphere(weather="rain", season="winter").weathering == Weathering(wet=True)
    assert Atmosphere().weathering == BARE
