"""The picker read aloud."""

from __future__ import annotations

import time

import pygame
import pytest

from dreamplayer.app.card import Card
from dreamplayer.app.reader import Reader, spoken

CARD = Card("d", "The Lake", "0", "You lie in a boat.", 400, own=False, minutes=29.6, note="grief")


def test_it_says_what_one_would_read() -> None:
    """Title, length, first line, and that it goes through grief."""
    said = spoken(CARD)
    for part in ("The Lake", "30 minutes", "You lie in a boat.", "grief"):
        assert part in said


def test_the_newest_wish_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moving on quickly says only where one stays."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    told: list[str] = []
    monkeypatch.setattr(Reader, "_tell", lambda _, text: told.append(text))
    reader = Reader("silent")
    for name in ("one", "two", "three"):
        reader.say(name)
    end = time.monotonic() + 10
    while not told and time.monotonic() < end:
        time.sleep(0.01)
    reader.close()
    assert told == ["three"]
    assert not pygame.mixer.get_init()
