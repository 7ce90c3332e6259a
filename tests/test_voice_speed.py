"""Which voice `auto` takes: the best that stays ahead of its listener on this machine, measured once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dreamplayer.app import voice_speed
from dreamplayer.app.growing_score import ScoreSource
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.narration.narrate import _requests
from dreamplayer.narration.pacing import deliveries
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes import NONE


def never() -> None:
    """A voice that is not woken here."""
    raise AssertionError


def card(name: str, rank: int) -> VoiceCard:
    """A voice that can speak here."""
    return VoiceCard(name, rank, "1", exact=True, wake=never, missing=lambda: None)  # type: ignore[arg-type,return-value]


@pytest.fixture(autouse=True)
def three_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    """A natural engine with two speakers, a lighter voice, and silence."""
    cards = [card("grand", 100), card("grand-two", 110), card("light", 200), card("silent", 1000)]
    monkeypatch.setattr("dreamplayer.catalogue.voices", lambda: {c.name: c for c in cards})


@pytest.mark.parametrize(("speed", "taken"), [(3.0, "grand"), (0.91, "grand"), (0.4, "light")])
def test_the_best_that_stays_ahead(speed: float, taken: str) -> None:
    """One that is too slow gives way to the next of another engine; each is measured once, and never again."""
    history, asked = PlayHistory(), []

    def measured(one: VoiceCard) -> float:
        asked.append(one.name)
        return speed if one.name == "grand" else 9.0

    assert not voice_speed.is_known(history)
    assert voice_speed.automatic(history, ask=False).name == "grand"
    assert voice_speed.automatic(history, measured).name == taken
    assert asked == (["grand"] if taken == "grand" else ["grand", "light"])
    assert voice_speed.is_known(PlayHistory())
    assert voice_speed.automatic(PlayHistory(), measured).name == taken
    assert len(asked) == (1 if taken == "grand" else 2)


def test_where_none_keeps_up_the_lightest_speaks() -> None:
    """Late is better than silent; and another machine's figures count for nothing."""
    history = PlayHistory()
    assert voice_speed.automatic(history, lambda _: 0.2).name == "light"
    history.remember("voices", {**history.recall("voices"), "machine": "another"})
    assert not voice_speed.is_known(history)


def test_a_voice_of_another_language_has_to_stay_ahead_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is too slow in one language is not taken in another; who speaks only English is never taken."""

    def speaks_both(one: VoiceCard) -> VoiceCard:
        return replace(one, languages=frozenset({"en", "es"}), wake_in=lambda _: never())

    cards = [speaks_both(card("grand", 100)), card("english", 150), speaks_both(card("light", 200))]
    voices = {one.name: one for one in cards}
    monkeypatch.setattr("dreamplayer.catalogue.voices", lambda: voices)
    history = PlayHistory()
    assert voice_speed.automatic(history, ask=False, language="es").name == "grand@es"
    assert voice_speed.automatic(history, lambda one: 0.4 if one.name == "grand" else 2.0).name == "light"
    assert voice_speed.is_known(history, "es")
    assert voice_speed.automatic(history, ask=False, language="es").name == "light@es"
    assert voice_speed.automatic(history, ask=False, language="pl").name == "silent"


def test_a_voice_that_fails_is_not_called_slow() -> None:
    """Narration says what is wrong with it and takes another."""

    def broken(_: VoiceCard) -> float:
        raise VoiceError("no")

    history = PlayHistory()
    assert voice_speed.automatic(history, broken).name == "grand"
    assert not voice_speed.is_known(history)


@pytest.mark.parametrize("damaged", [None, 7, "x", {"machine": 3}, {"1-1": True}])
def test_damaged_figures_count_as_none(damaged: object) -> None:
    """Whatever stands in the file."""
    history = PlayHistory()
    history.remember("voices", damaged)
    assert not voice_speed.is_known(history)


def test_a_night_takes_it() -> None:
    """A night with the voice `auto` is told by the one that is fast enough; a voice by name is taken as it is."""
    voice_speed.keep(card("grand", 100), 0.3, PlayHistory())
    assert ScoreSource("auto")._measured().name == "light"
    assert ScoreSource("grand")._measured().name == "grand"


@pytest.mark.parametrize("told", [True, False])
def test_a_dream_the_best_voice_has_told_ahead_is_told_by_it(told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow it is here; else the lighter one tells it, at once."""
    history = PlayHistory()
    voice_speed.keep(card("grand", 100), 0.2, history)
    voice_speed.keep(card("light", 200), 9.0, history)
    source = ScoreSource("auto")
    assert source._card.name == "light"
    dream = parse("A lamp burns. The water is still.", name="lamp")
    plain = deliveries(dream, 1.0, 0)
    for _, request in _requests(dream, plain, {}) if told else ():
        address = request.address("grand", "1")
        source._store.keep(address, Speech(np.zeros(2400, np.float32), ()))
    found = source._told_ahead(dream, NONE, Settings(), pytest.fail)
    assert (found is not None) == told
    assert source._card.name == ("grand" if told else "light")
    # At another pace it has told nothing.
    assert source._told_ahead(dream, NONE, Settings(pace=0.8), pytest.fail) is None
    assert source._card.name == "light"
