"""The shelf composed and painted beside the picker: what is looked at comes first, and nothing is waited for."""

from __future__ import annotations

import time

import pytest

from dreamplayer.app.picker import shelf_worker
from dreamplayer.app.picker.shelf_client import LIVES, ShelfClient
from dreamplayer.app.picker.shelf_worker import STEPS, Begin, NotShowable, Prefer, ShelfComposer, ShelfUpdate
from dreamplayer.app.storage import library
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture
def entries() -> list[LibraryEntry]:
    """Two short ones."""
    texts = {"kite": "A kite rises over the sea. It is late.", "boat": "A boat drifts on a lake. Stars stand over it."}
    folder = library.dreams_folder()
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [entry for entry in library.shelf() if entry.own][::-1]


def test_what_is_looked_at_comes_first(entries: list[LibraryEntry], monkeypatch: pytest.MonkeyPatch) -> None:
    """The chosen dream is composed and has its first picture before the other; then all are painted to their end."""
    monkeypatch.setattr(shelf_worker, "shapes", lambda forms: ())
    told: list[ShelfUpdate] = []
    mine = ShelfComposer(Begin(Settings(), paint=True), told.append)
    for entry in entries:
        mine.handle(entry)
    mine.handle(Prefer(entries[1].name))
    while not mine.idle:
        mine.step()
    names = [shown.name for shown in told]
    chosen, other = entries[1].name, entries[0].name
    assert names[0] == chosen
    assert [shown.until is None for shown in told if shown.name == chosen] == [True] + [False] * STEPS
    first_pictures = [shown.name for shown in told if shown.until == shown.start]
    assert first_pictures == [chosen, other]
    spans = [shown.until for shown in told if shown.name == chosen and shown.until is not None]
    assert spans == sorted(spans)


def test_where_another_process_draws_nothing_is_painted(entries: list[LibraryEntry]) -> None:
    """Then one answer is enough: the score and its richest passage."""
    told: list[ShelfUpdate] = []
    mine = ShelfComposer(Begin(Settings(), paint=False), told.append)
    mine.handle(entries[0])
    mine.step()
    assert mine.idle
    assert len(told) == 1
    assert told[0].until is not None
    assert told[0].score.voice == "silent"


def test_a_dream_that_cannot_be_composed_hides_no_other(
    entries: list[LibraryEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is left out; the others are shown."""
    from dreamplayer.app import compose_night

    real = compose_night.night

    def some(dream: object, settings: Settings) -> object:
        if dream.name == entries[0].name:  # type: ignore[attr-defined]
            raise ValueError("broken")
        return real(dream, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(compose_night, "night", some)
    told: list[ShelfUpdate | NotShowable] = []
    mine = ShelfComposer(Begin(Settings(), paint=False), told.append)
    for entry in entries:
        mine.handle(entry)
    while not mine.idle:
        mine.step()
    assert told[0] == NotShowable(entries[0].name)
    assert [shown.name for shown in told[1:]] == [entries[1].name]


def test_a_lost_process_is_replaced(entries: list[LibraryEntry]) -> None:
    """Killed before it has answered, another one answers; it ends with the picker."""
    mine = ShelfClient(Settings(), paint=False)
    try:
        assert mine.worker.channel is not None
        assert mine.worker.channel.process is not None
        mine.worker.channel.process.kill()
        mine.want(entries[0])
        found: list[ShelfUpdate] = []
        end = time.monotonic() + 180
        while not found and time.monotonic() < end:
            found = mine.done()
            time.sleep(0.02)
        assert [shown.name for shown in found] == [entries[0].name]
        assert mine.worker.lost == 1 < LIVES
        assert mine.worker.channel is not None
        process = mine.worker.channel.process
    finally:
        mine.close()
    assert process is not None
    assert process.returncode is not None
