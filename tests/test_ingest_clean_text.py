"""Clean text: what is left out or asked for is kept apart from what is told, each where it stands in the source."""

from __future__ import annotations

from dreamplayer.reading.ingest.clean_text import Block, Draft
from dreamplayer.reading.ingest.markup import read_markdown
from dreamplayer.reading.ingest.parse import parse, parse_draft

SOURCE = "The pond [12] lay still.\n\n(long pause)\n\nA frog sang."


def test_omissions_and_directions_stand_where_the_source_has_them() -> None:
    """Neither is told; the words around them keep their offsets; a direction knows the word it comes before."""
    draft = Draft(SOURCE)
    read_markdown(draft)
    draft.leave_out(9, 13, "page number")
    draft.direct(26, 38, "pause", seconds=6.0)
    dream = parse_draft(draft, name="pond")
    assert [w.text for w in dream.words] == ["The", "pond", "lay", "still.", "A", "frog", "sang."]
    assert all(SOURCE[w.start : w.end] == w.text for w in dream.words)
    (left,), (asked,) = dream.omissions, dream.directions
    assert (left.kind, left.text, SOURCE[left.char_start : left.char_end]) == ("page number", "[12]", "[12]")
    assert (asked.kind, asked.text, asked.seconds, asked.word) == ("pause", "(long pause)", 6.0, 4)
    assert len(dream.text) == len(SOURCE)
    assert "12" not in dream.text
    assert "pause" not in dream.text


def test_a_change_is_an_omission_that_is_told() -> None:
    """What is told otherwise keeps its text in the dream."""
    draft = Draft("A lan-\ntern.", blocks=[Block(0, 12)])
    draft.leave_out(2, 11, "line-end hyphen", told="lantern")
    assert draft.finish().text == draft.source


def test_headings_are_chapters() -> None:
    """Each heading starts a chapter, with its level, at its passage."""
    dream = parse("# The Mill\n\nIt turned.\n\n## The Owl\n\nIt slept.\n", name="x")
    assert [(c.title, c.passage, c.level) for c in dream.chapters] == [("The Mill", 0, 1), ("The Owl", 2, 2)]
