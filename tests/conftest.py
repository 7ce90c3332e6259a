"""What every test may use: a home of its own, a night told in silence, a painter on software OpenGL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dreamplayer.model.score import Score

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ["LANGUAGE"] = "en"  # tests read the interface in English, whatever the language of who runs them
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

settings.register_profile(
    "house",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.load_profile("house")

KEPT = "DREAMPLAYER_TEST_KEPT"
"""Where a run keeps what takes long to draw: set by the process that hands out the tests, read by all that run them."""
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")


def missing(what: str) -> None:
    """Skip and say what this system lacks; where everything is installed, that is an error."""
    if IN_CI:
        pytest.fail(f"{what} is missing, and CI installs it")
    pytest.skip(f"this system has no {what}")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, cache and history of a test lie in a folder of its own."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DREAMPLAYER_HOME", str(place))
    return place


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder in which the processes of a run share what takes long to draw."""
    if not hasattr(config, "workerinput"):
        os.environ[KEPT] = tempfile.mkdtemp(prefix="dreamplayer-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw it away."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(KEPT), ignore_errors=True)


@pytest.fixture(scope="session")
def kept() -> Path:
    """A folder that all processes of this run share."""
    return Path(os.environ[KEPT])


@pytest.fixture(scope="session", autouse=True)
def kept_paintings(kept: Path) -> None:
    """A shape is painted once a run, by the process that first asks for it: as in the app, which keeps them on disk."""
    from dreamplayer.app.render_worker.sprite_cache import SpriteCache
    from dreamplayer.drawing.painted import keep_in

    keep_in(SpriteCache(kept / "paintings"))


@pytest.fixture
def bare_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    """No place has a drawing: scenes play on the bare stage, as those of dreams that notes set by hand do."""
    monkeypatch.setattr("dreamplayer.timeline.composition.places", dict)


@pytest.fixture(scope="session")
def silent_nights() -> dict[str, Score]:
    """The five dreams told in silence, whole."""
    from dreamplayer.app.compose_night import night
    from dreamplayer.app.storage.library import find
    from dreamplayer.paths import seeds
    from dreamplayer.settings import Settings

    quiet = replace(Settings(), voice="silent")
    return {path.stem: night(find(path.stem), quiet).score for path in sorted(seeds().glob("*.txt"))}


@pytest.fixture(scope="session")
def gl_painter() -> Iterator[object]:
    """The GL painter in memory, on software OpenGL, 480x270."""
    from dreamplayer.errors import PictureError
    from dreamplayer.picture.gl.painter import offscreen

    try:
        painter = offscreen(480, 270, quality="high")
    except PictureError:
        missing("OpenGL 3.3 through EGL (Mesa)")
        raise
    yield painter
    painter.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that draws references anew."""
    parser.addoption("--update-goldens", action="store_true", help="draw and write golden references anew")


_SLOW_FIXTURES = {"gl_painter", "silent_nights"}
"""Painting on software OpenGL and telling five whole nights take seconds."""
_WINDOWS = {"journey", "faults"}
"""Folders of tests that open the app in a real window and let it play."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test as `window`, `slow` or `fast`; a test is fast that neither says it is slow nor uses what is."""
    for item in items:
        if _WINDOWS & set(item.path.parts):
            item.add_marker(pytest.mark.window)
            item.add_marker(pytest.mark.slow)
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("slow") is None and not fixtures & _SLOW_FIXTURES:
            item.add_marker(pytest.mark.fast)
