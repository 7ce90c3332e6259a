"""Where things lie: what ships with the app, and the platform's own folders for what is the person's."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that stands at the top of a checkout and travels inside the package in a wheel."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def assets() -> Path:
    """Fonts, icon, words of the interface."""
    return _shipped("assets")


def seeds() -> Path:
    """The five dreams."""
    return _shipped("seeds")


def _own(kind: str, platform: str) -> Path:
    """A folder of the person's; everything lies under DREAMPLAYER_HOME where that is set."""
    home = os.environ.get("DREAMPLAYER_HOME")
    return Path(home) / kind if home else Path(platform)


def data() -> Path:
    """What the person put in: own dreams and favourites. Worth a backup."""
    return _own("data", platformdirs.user_data_dir("dreamplayer", appauthor=False))


def config() -> Path:
    """Settings."""
    return _own("config", platformdirs.user_config_dir("dreamplayer", appauthor=False))


def cache() -> Path:
    """Rendered speech. May be deleted at any time."""
    return _own("cache", platformdirs.user_cache_dir("dreamplayer", appauthor=False))


def state() -> Path:
    """What was played, where it was left, what was found out about this machine."""
    return _own("state", platformdirs.user_state_dir("dreamplayer", appauthor=False))
