"""The beginnings of dreams are spoken while the shelf stands idle: once, only then, and never on a battery."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from dreamplayer.app import voice_ahead
from dreamplayer.app.desktop.power import on_battery
from dreamplayer.app.storage import library
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.app.voice_ahead import AFTER, VoiceAhead
from dreamplayer.model.text import Dream
from dreamplayer.narration.worker.voice_worker import rest
from dreamplayer.settings import Settings


@pytest.fixture
def entries() -> list[LibraryEntry]:
    """Two of the five."""
    return [library.entry_named(name) for name in ("the-blue-door", "the-fallen-star")]


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """(dream, index of the sentence) of all that is spoken, by a voice that takes no time."""
    found: list[tuple[str, int]] = []

    def prepare(dream: Dream, *_: object, share: float) -> SimpleNamespace:
        assert share < 0.34

        def told() -> Iterator[int]:
            for sentence in dream.sentences:
                found.append((dream.name, sentence.index))
                yield sentence.index

        return SimpleNamespace(dream=dream, told=told())

    monkeypatch.setattr(voice_ahead, "prepare", prepare)
    monkeypatch.setattr(voice_ahead, "choose_or_stand_in", lambda name, *_: SimpleNamespace(name=name))
    return found


def until(true: Callable[[], bool]) -> None:
    """Wait for a thread."""
    for _ in range(2000):
        if true():
            return
        time.sleep(0.005)
    raise AssertionError("it never came")


def test_each_beginning_once(entries: list[LibraryEntry], spoken: list[tuple[str, int]]) -> None:
    """Up to the end of the first passage that sets a scene, the first dream first; never while somebody is there."""
    ahead = VoiceAhead(Settings(voice="system"), battery=lambda: False)
    ahead.follow(entries, AFTER - 1.0)
    assert not spoken
    ahead.follow(entries, AFTER + 1.0)
    until(lambda: len(ahead._done) == 2)
    assert list(dict.fromkeys(name for name, _ in spoken)) == [entry.name for entry in entries]
    for entry in entries:
        dream = library.load(entry).dream
        first = next(p for p in dream.passages if not p.preamble)
        assert [i for name, i in spoken if name == entry.name] == list(range(first.sentences[-1].index + 1))
    count = len(spoken)
    ahead.follow(entries, AFTER + 60.0)
    ahead.close()
    assert len(spoken) == count


def test_never_on_a_battery_or_without_a_voice(entries: list[LibraryEntry], spoken: list[tuple[str, int]]) -> None:
    """Nothing is spoken then, and no thread is started."""
    for ahead in (
        VoiceAhead(Settings(voice="system"), battery=lambda: True),
        VoiceAhead(Settings(voice="silent"), battery=lambda: False),
    ):
        ahead.follow(entries, 10 * AFTER)
        assert ahead._thread is None
    assert not spoken


@pytest.mark.parametrize(
    ("kind", "status", "found"),
    [("Battery", "Discharging", True), ("Battery", "Full", False), ("UPS", "Discharging", False)],
)
def test_a_battery_is_seen(tmp_path: Path, kind: str, status: str, found: bool) -> None:
    """As Linux tells it; a machine that tells nothing is plugged in."""
    assert not on_battery(tmp_path)
    (tmp_path / "BAT0").mkdir()
    (tmp_path / "BAT0" / "type").write_text(kind + "\n")
    (tmp_path / "BAT0" / "status").write_text(status + "\n")
    assert on_battery(tmp_path) == found


@pytest.mark.parametrize("slow", [True, False])
def test_the_best_voice_tells_the_chosen_dream_where_it_is_too_slow_for_tonight(
    entries: list[LibraryEntry], spoken: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch, slow: bool
) -> None:
    """All of it, and no other; where it keeps up it tells the night anyway."""
    grand, light = SimpleNamespace(name="grand"), SimpleNamespace(name="light")
    monkeypatch.setattr(voice_ahead.voice_speed, "best", lambda: grand)
    monkeypatch.setattr(voice_ahead.voice_speed, "is_known", lambda _: True)
    monkeypatch.setattr(voice_ahead.voice_speed, "automatic", lambda *_, **__: light if slow else grand)
    ahead = VoiceAhead(Settings(), battery=lambda: False)
    ahead.follow(entries, AFTER + 1.0)
    until(lambda: bool(ahead._whole))
    ahead.close()
    count = {name: len({i for told, i in spoken if told == name}) for name in ("the-blue-door", "the-fallen-star")}
    sentences = len(list(library.load(entries[0]).dream.sentences))
    assert (count["the-blue-door"] == sentences) == slow
    assert count["the-fallen-star"] < 12


@pytest.mark.parametrize(("used", "elapsed", "seconds"), [(6.0, 5.0, 15.0), (6.0, 20.0, 0.0), (1.0, 60.0, 0.0)])
def test_a_voice_rests_between_sentences(used: float, elapsed: float, seconds: float) -> None:
    """Until its processor time is no more than its share; one that has used less does not wait."""
    assert rest(0.3, used, elapsed) == pytest.approx(seconds)
