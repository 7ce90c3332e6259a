"""The card of a dream says what it is told without."""

from __future__ import annotations

from dreamplayer.app.picker import omissions_phrase
from dreamplayer.app.storage.shelf_memory import omission_counts
from dreamplayer.model.text import Omission


def said(*kinds: str) -> str:
    """The phrase for omissions of these kinds."""
    return omissions_phrase.phrase(omission_counts([Omission(kind, "x", 0, 1) for kind in kinds]))


def test_kinds_are_counted_and_named() -> None:
    """Three notes and their marks are three footnotes; what there is one of stands with its article."""
    notes = ("footnote mark", "footnote") * 3
    assert said(*notes, "licence") == "told without 3 footnotes and the licence"
    assert said("picture") == "told without a picture"


def test_what_is_too_small_for_a_card_is_not_said() -> None:
    """A word made whole is still told, a pronunciation is not missed; many kinds are summed up."""
    assert said() == said("pronunciation") == ""
    assert omissions_phrase.phrase(omission_counts([Omission("line-end hyphen", "a-\nb", 0, 4, told="ab")])) == ""
    assert said("tag", "code", "licence", "imprint", "colophon").endswith(" and 2 more")
