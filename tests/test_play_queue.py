"""What comes after a dream: others, the same softer, the next part of a book, passages alone."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from dreamplayer.app import main as app
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_state import PickerAction, PickerCommand, PickerState, act
from dreamplayer.app.play_queue import SOFTEST, QueuedDream, next_settings, queued, softened
from dreamplayer.app.storage.history import FavouritePassage, PlayHistory
from dreamplayer.cli import main, parser
from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.timeline.parts import excerpt

TALE = "A lamp burns in the mill.\n\nThe miller sleeps, and his dog.\n\nBelow the wheel the water goes on."


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of nobody."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))


def test_each_step_is_slower_fainter_and_dimmer_down_to_a_floor() -> None:
    """Every later one is softer, and after some steps no softer."""
    before = Settings()
    for steps in range(1, SOFTEST + 1):
        now = softened(Settings(), steps)
        assert (now.pace, now.volume, now.brightness) < (before.pace, before.volume, before.brightness)
        assert now.volume < before.volume
        assert now.brightness < before.brightness
        before = now
    last = QueuedDream("a", "A", SOFTEST)
    assert last.once_more() == last


def test_a_timer_runs_on_and_what_was_set_stays() -> None:
    """The second dream has what the first has left of the time, and the loudness one has chosen meanwhile."""
    first = QueuedDream("a", "A")
    now = next_settings(Settings(timer_minutes=60.0, volume=0.5), first, first.then("b", "B"), 1500.0)
    assert now.timer_minutes == pytest.approx(35.0)
    assert 0.3 < now.volume < 0.5
    assert next_settings(Settings(), first, first.then("b", "B"), 1500.0).timer_minutes == 0.0


def test_of_a_book_the_next_part_follows_and_none_after_the_last() -> None:
    """Once more means the next chapter."""
    part = QueuedDream("book", "Book", part=2, parts=3)
    after = part.once_more()
    assert after is not None
    assert (after.part, after.softer) == (3, 1)
    assert after.once_more() is None


def test_an_excerpt_holds_the_passages_and_keeps_their_offsets() -> None:
    """It is told like a dream of its own; its words still point into the source."""
    dream = parse(TALE, name="mill")
    last = dream.passages[2]
    alone = excerpt(dream, (last.start,))
    assert [word.text for word in alone.words] == [word.text for word in last.words]
    assert [word.index for word in alone.words] == list(range(7))
    assert all(TALE[word.start : word.end] == word.text for word in alone.words)
    assert alone.place_key != dream.place_key
    assert queued(alone).passages == (last.start,)
    with pytest.raises(TextError):
        excerpt(dream, (len(TALE) + 5,))


def _card(name: str, parts: int = 0, **known: object) -> Card:
    contents = tuple((n * 100, f"Part {n + 1}") for n in range(parts))
    return Card(name, name.title(), name * 3, "", 500, True, contents=contents, **known)  # type: ignore[arg-type]


def _pressed(state: PickerState, *actions: PickerAction) -> PickerState:
    for action in actions:
        state = act(state, PickerCommand(action, 1))
    return state


def test_the_shelf_plays_what_was_added_in_order() -> None:
    """Added dreams follow each other, each softer; a dream that was not added comes before them."""
    shelf = PickerState(cards=(_card("ash"), _card("birch", parts=3), _card("cedar")), name="ash")
    add, on, play = PickerAction.QUEUE, PickerAction.MOVE, PickerAction.PLAY
    state = _pressed(shelf, add, on, add, add, on)
    assert [(one.name, one.softer, one.part) for one in state.queue] == [
        ("ash", 0, 1),
        ("birch", 1, 1),
        ("birch", 2, 2),
    ]
    first = _pressed(state, play)
    assert first.picked == ("cedar", False)
    assert [(one.name, one.softer) for one in first.queue] == [("ash", 1), ("birch", 2), ("birch", 3)]
    assert _pressed(replace(state, name="birch"), play).picked == ("ash", False)
    assert _pressed(state, PickerAction.UNQUEUE).queue == state.queue[:-1]
    assert _pressed(state, PickerAction.BACK).queue == ()
    assert not _pressed(state, PickerAction.BACK).leaving


def test_the_shelf_plays_passages_alone_and_what_was_heard_last_softer() -> None:
    """Where there is nothing of the kind it says so."""
    shelf = PickerState(cards=(_card("ash"), _card("birch", ago=0, passages=(40,))), name="ash")
    again = _pressed(shelf, PickerAction.AGAIN)
    assert (again.picked, again.softer) == (("birch", True), 1)
    assert _pressed(shelf, PickerAction.PASSAGES).notice
    alone = _pressed(replace(shelf, name="birch"), PickerAction.PASSAGES)
    assert (alone.picked, alone.excerpt) == (("birch", True), True)
    assert _pressed(PickerState(cards=(_card("ash"),)), PickerAction.AGAIN).notice


def _nights(monkeypatch: pytest.MonkeyPatch, broken: str = "") -> list[tuple[Dream, Settings, str]]:
    """The nights that are played, each of which comes to where the next one begins."""
    played: list[tuple[Dream, Settings, str]] = []

    def play(dream: Dream, settings: Settings, *_: object, notice: str, queue: object, **__: object) -> object:
        played.append((dream, settings, notice))
        if dream.name == broken:
            raise TextError("it cannot be told")
        return True, SimpleNamespace(onward=bool(queue), settings=settings, queue=queue, t=600.0)

    monkeypatch.setattr(app, "_play", play)
    monkeypatch.setattr(app, "Window", lambda *_: SimpleNamespace(close=lambda: None))
    monkeypatch.setattr(app.log, "kept", nullcontext)
    return played


def test_several_dreams_follow_each_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`play A B A` plays the three, each softer; one that cannot be played is passed over, and said."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TALE)
    one, two = str(tmp_path / "one.txt"), str(tmp_path / "two.txt")
    played = _nights(monkeypatch)
    assert main(["play", one, two, one, "--no-config"]) == 0
    assert [dream.name for dream, _, _ in played] == ["one", "two", "one"]
    assert [s.volume for _, s, _ in played] == sorted({s.volume for _, s, _ in played}, reverse=True)
    assert "Two" in played[1][2] or "two" in played[1][2]
    played = _nights(monkeypatch, broken="two")
    assert main(["play", one, two, one, "--no-config"]) == 0
    assert [dream.name for dream, _, _ in played] == ["one", "two", "one"]
    assert "cannot be told" in played[2][2]


def test_a_favourite_passage_is_listed_and_played_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`favourites` lists them, with a number it plays one; `again` plays what was heard last."""
    path = tmp_path / "mill.txt"
    path.write_text(TALE)
    played, history = _nights(monkeypatch), PlayHistory()
    assert main(["again", "--no-config"]) == 1
    dream = parse(TALE, name="mill")
    history.played(dream.sha256, str(path))
    passage = dream.passages[1]
    kept = FavouritePassage(dream.sha256, str(path), "Mill", passage.start, "The miller sleeps")
    history.set_favourite_passage(kept, True)
    capsys.readouterr()
    assert main(["favourites"]) == 0
    assert "The miller sleeps" in capsys.readouterr().out
    assert main(["favourites", "1"]) == 0
    assert main(["favourites", "2"]) == 1
    assert [word.text for word in played[0][0].words] == [word.text for word in passage.words]
    assert main(["again", "--no-config"]) == 0
    assert played[1][1].volume < 1.0
    assert len(list(played[1][0].passages)) == 3


@pytest.mark.parametrize("said", ["0", "3-2", "x", "1-", "-2"])
def test_parts_that_are_none(said: str) -> None:
    """A part is counted from 1, several from the first to the last."""
    if said == "1-":
        assert parser().parse_args(["play", "a", f"--part={said}"]).part == (1, 1)
        return
    with pytest.raises(SystemExit):
        parser().parse_args(["play", "a", f"--part={said}"])
