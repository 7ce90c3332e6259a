"""Books: a text longer than an evening is told in parts, and one goes on where one was."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from dreamplayer.app import evening
from dreamplayer.app.compose_night import night
from dreamplayer.app.file_reading.file_reader import FileContent
from dreamplayer.app.picker.dream_card import Card, card_of
from dreamplayer.app.picker.picker_page import _chapters, _facts
from dreamplayer.app.picker.picker_state import PickerState, act, from_event
from dreamplayer.app.picker.screen_reader import spoken
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.storage.shelf_memory import entry_of
from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.timeline.parts import EVENING, WHOLE, numbered_part, part_of, parts

SETTINGS = Settings(voice="silent")


def prose(n: int) -> str:
    """A paragraph of its own."""
    return (
        f"The barge went by the lock of number {n} and nobody was awake to see it pass. A lamp hung at its bow, and a "
        "heron stood in the shallows with one foot drawn up. The rope lay coiled and the water made no sound at all."
    )


def book(chapters: int, paragraphs: int, heading: str = "# Lock {n}\n\n") -> Dream:
    """A text of so many chapters."""
    text = [
        heading.format(n=c + 1) + "\n\n".join(prose(c * paragraphs + i) for i in range(paragraphs))
        for c in range(chapters)
    ]
    return parse("\n\n".join(text), name="barge", title="The Barge")


def test_a_short_text_is_told_whole() -> None:
    """Without a timer, and with one that is short: a dream of some minutes is not cut."""
    dream = book(1, 6)
    for minutes in (0.0, 12.0):
        (only,) = parts(dream, timer_minutes=minutes)
        assert part_of(dream, only) is dream


def test_chapters_are_evenings() -> None:
    """Each begins with its heading, all are told once, none is longer than an evening."""
    dream = book(5, 45)
    found = parts(dream)
    assert [part.title for part in found] == [f"Lock {n}" for n in range(1, 6)]
    assert [part.next_title for part in found] == [f"Lock {n}" for n in range(2, 6)] + [""]
    assert [found[0].first, *(part.last for part in found)] == [0, *(part.first for part in found[1:]), 230]


def test_short_chapters_are_told_together() -> None:
    """A book of many small chapters is not one small chapter an evening."""
    found = parts(book(40, 7))
    assert 4 < len(found) < 30
    assert all(" – " in part.title for part in found)


def test_a_long_chapter_is_cut_at_passages() -> None:
    """Where there are no headings, parts are of about the same length and begin with a passage."""
    dream = book(1, 300, "")
    found = parts(dream)
    assert len(found) > 2
    counts = [part.last - part.first for part in found]
    assert max(counts) <= 1.6 * min(counts)
    assert EVENING < WHOLE


def test_a_part_looks_back_and_goes_on() -> None:
    """The last lines of the evening before come first; then every passage of the part, with its offsets."""
    dream = book(3, 60)
    found = parts(dream)
    second = part_of(dream, found[1])
    back, heading, first = second.passages[:3]
    before = dream.passages[found[0].last - 1]
    assert back.preamble
    assert back.sentences[-1].text == before.sentences[-1].text
    assert heading.sentences[0].text == "Lock 2"
    assert first.start == dream.passages[found[1].first + 1].start
    assert [word.index for word in second.words] == list(range(sum(1 for _ in second.words)))
    assert [s.index for s in second.sentences] == list(range(sum(1 for _ in second.sentences)))
    assert dream.text[first.start :].startswith("The barge")
    told = [p.start for part in found for p in part_of(dream, part).passages[1 if part.number > 1 else 0 :]]
    assert told == [p.start for p in dream.passages]


@pytest.mark.parametrize("minutes", [20.0, 30.0, 45.0])
def test_a_timer_is_kept_by_a_book(minutes: float) -> None:
    """Every part of a long text fits, to the minute."""
    dream = book(2, 120)
    chosen = Settings(voice="silent", timer_minutes=minutes)
    found = evening.parts_tonight(dream, chosen)
    assert len(found) > 1
    for number in (1, len(found)):
        score = night(evening.evening(dream, chosen, number=number), chosen).score
        assert minutes - 2 <= score.duration / 60.0 <= minutes + 1
        assert (score.dream.part, score.dream.parts) == (number, len(found))


def test_directions_go_with_their_part() -> None:
    """A pause stands before the same words, in whichever part they are told."""
    text = "\n\n".join(f"{prose(n)} [pause {n + 3} seconds] It was late." for n in range(260))
    dream = parse(text, name="x")
    for part in parts(dream):
        told = part_of(dream, part)
        words = list(told.words)
        assert told.directions
        assert all(words[d.word].text == "It" for d in told.directions)


def test_a_part_that_is_not_there_is_said() -> None:
    """With how many there are."""
    found = parts(book(3, 60))
    with pytest.raises(TextError, match="3 parts"):
        numbered_part(book(3, 60), found, 4)
    with pytest.raises(TextError, match="1 part"):
        evening.evening(book(1, 3), SETTINGS, number=2)


def test_one_goes_on_where_one_was(tmp_path: Path) -> None:
    """Evening after evening, and after the last from the beginning; another timer finds the place too."""
    dream, history = book(4, 60), PlayHistory(tmp_path, tmp_path)
    for expected in (1, 2, 3, 4, 1):
        tonight = evening.evening(dream, SETTINGS, place=history.bookmark(dream.sha256))
        assert tonight.part is not None
        assert tonight.part.number == expected
        history.set_bookmark(dream.sha256, evening.next_evening(tonight.part))
    place = history.bookmark(dream.sha256)
    assert place is not None
    assert (place.part, place.parts, place.title) == (2, 4, "Lock 2")
    short = evening.evening(dream, Settings(voice="silent", timer_minutes=30.0), place=place)
    assert short.part is not None
    assert short.part.char_end > place.char
    assert short.part.char_start <= dream.passages[61].start


def test_a_damaged_bookmark_is_none(tmp_path: Path) -> None:
    """Whatever the file holds."""
    history = PlayHistory(tmp_path, tmp_path)
    (tmp_path / "books.json").write_text('{"a": {"char": "x"}, "b": 3}', encoding="utf-8")
    assert history.bookmark("a") is None
    assert history.bookmark("b") is None
    assert history.bookmark("c") is None


def shelved(dream: Dream, char: int = 0) -> Card:
    """Its card on the shelf, for one who is at that code point."""
    entry = entry_of(FileContent(dream, ""), name="barge", path=Path("barge.txt"), own=True)
    return card_of(entry, char=char)


def test_the_shelf_shows_a_book_with_its_chapters_and_where_one_is() -> None:
    """All its parts by their headings, and the one that is next; a short text has none."""
    dream = book(5, 60)
    card = shelved(dream, dream.passages[130].start)
    assert [title for _, title in card.contents] == [f"Lock {n}" for n in range(1, 6)]
    assert card.part == 2
    assert "› Lock 3 ‹" in _chapters(card)
    assert "3 / 5" in _facts(card)
    assert "Lock 3" in spoken(card)
    assert shelved(book(1, 4)).contents == ()


def test_one_turns_to_another_chapter() -> None:
    """The two brackets go on and back, and stay within the book."""
    state = PickerState(cards=(shelved(book(3, 60)),))
    for key, part in (("]", 1), ("]", 2), ("]", 2), ("[", 1), ("[", 0), ("[", 0)):
        wish = from_event(pygame.event.Event(pygame.KEYDOWN, key=0, mod=0, unicode=key))
        assert wish is not None
        state = act(state, wish)
        assert state.card is not None
        assert state.card.part == part


def test_a_title_page_is_no_evening() -> None:
    """A title alone goes with the first chapter; a chapter told on two evenings is numbered."""
    text = "# The Barge\n\n" + "\n\n".join(
        f"## Lock {c}\n\n" + "\n\n".join(prose(i) for i in range(130)) for c in range(1, 4)
    )
    found = parts(parse(text, name="barge"))
    assert [part.title for part in found] == [f"Lock {c} ({n})" for c in range(1, 4) for n in (1, 2)]
    assert found[0].first == 0
