"""The picker read aloud."""

from __future__ import annotations

import time

import numpy as np
import pygame
import pytest

from dreamplayer.app.picker import screen_reader, settings_form
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker import Picker
from dreamplayer.app.picker.screen_reader import ScreenReader, spoken
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.narration import preview
from dreamplayer.settings import Settings
from dreamplayer.voices.silent import Silent

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
    monkeypatch.setattr(ScreenReader, "_tell", lambda _, text: told.append(text))
    reader = ScreenReader("silent")
    for name in ("one", "two", "three"):
        reader.say(name)
    end = time.monotonic() + 10
    while not told and time.monotonic() < end:
        time.sleep(0.01)
    reader.close()
    assert told == ["three"]
    assert not pygame.mixer.get_init()


def test_a_voice_one_comes_to_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few whispered words of that voice, and only of the last one looked at; the silent one plays nothing."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    heard: list[str] = []
    played: list[float] = []

    def whispered(voice: str, clips: object) -> Speech:
        heard.append(voice)
        return Speech(np.full(4800, 0.1, np.float32), ())

    monkeypatch.setattr(preview, "preview", whispered)
    monkeypatch.setattr(screen_reader, "_play", lambda samples: played.append(float(np.abs(samples).max())))
    mine = ScreenReader("silent")
    for voice in ("one", "two", "three"):
        mine.whisper(voice)
    end = time.monotonic() + 10
    while not played and time.monotonic() < end:
        time.sleep(0.01)
    mine._preview("silent")
    mine.close()
    assert heard == ["three"]
    assert played == pytest.approx([0.1], rel=0.05)


def test_the_page_of_settings_offers_the_voices_that_can_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """The best there is, then each that is installed, round and round; one that is gone gives way to the best."""
    cards = {
        name: VoiceCard(name, rank, "1", True, Silent, lambda why=why: why)  # type: ignore[misc]
        for rank, (name, why) in enumerate({"near": None, "far": "not installed", "silent": None}.items())
    }
    monkeypatch.setattr(settings_form, "voices", lambda: cards)
    page = settings_form.SettingsForm(Settings(), settings_form.PAGE)
    seen = []
    for _ in range(3):
        page = settings_form.change(page, 1)
        seen.append(page.settings.voice)
    assert page.name == "voice"
    assert seen == ["near", "silent", "auto"]
    assert (
        settings_form.change(settings_form.SettingsForm(Settings(voice="far"), settings_form.PAGE), 1).settings.voice
        == "auto"
    )


def test_the_picker_whispers_when_the_voice_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the page of settings each other voice is heard at once; another line changed is not."""
    whispered: list[str] = []
    monkeypatch.setattr(ScreenReader, "whisper", lambda _, voice: whispered.append(voice))
    shelf = object.__new__(Picker)
    shelf._settings, shelf._reader = Settings(), None
    shelf._form = settings_form.SettingsForm(Settings(), settings_form.PAGE)
    shelf._apply_form(settings_form.SettingsForm(Settings(voice="silent"), settings_form.PAGE))
    shelf._apply_form(settings_form.SettingsForm(Settings(voice="silent", pace=0.8), settings_form.PAGE))
    assert whispered == ["silent"]
    shelf._voice().close()


def test_settings_and_an_empty_shelf_are_read_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the menu spoken, each line and value one comes to is said once, and that a search has found nothing."""
    from dreamplayer.app.picker.picker_state import PickerState

    told: list[str] = []
    monkeypatch.setattr(ScreenReader, "say", lambda _, text: told.append(text))
    shelf = object.__new__(Picker)
    shelf._settings, shelf._reader, shelf._said = Settings(speak_menu=True, voice="silent"), None, ""
    shelf.state = PickerState((CARD,), name="d", query="zebra")
    shelf._form = settings_form.SettingsForm(shelf._settings, settings_form.PAGE, index=2)
    for by in (0, 0, 1):
        shelf._form = settings_form.change(shelf._form, by) if by else shelf._form
        shelf._read_aloud()
    shelf._form = None
    shelf._read_aloud()
    assert told == [
        "background sound after the story: 15 min.",
        "background sound after the story: 20 min.",
        "No match. Esc clears the search.",
    ]
    shelf._voice().close()
