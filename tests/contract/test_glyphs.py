"""What the record of every glyph keeps, and that its outline is there."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from dreamplayer.drawing.visions.glyph_outlines import glyph_contours, outlined
from dreamplayer.errors import CatalogueError
from dreamplayer.model.thing import Family
from dreamplayer.reading.lexicon.compile import glyph_records
from dreamplayer.reading.lexicon.vocabulary import SenseKind, glyphs, things, vocabulary

NAMES = sorted(glyphs())
RECORDS = glyph_records()


def _words(name: str) -> list[str]:
    return [word.strip() for word in RECORDS[name]["words"].replace("\n", " ").split(",")]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_whole(name: str) -> None:
    """A glyph has words, a family and an outline inside its em square."""
    record = glyphs()[name]
    assert record.glyph is not None
    assert record.family in get_args(Family)
    assert all(_words(name))
    points = np.concatenate(glyph_contours(record.glyph))
    assert np.isfinite(points).all()
    width, height = np.ptp(points, axis=0)
    assert 0.1 < width < 1.6
    assert 0.1 < height < 1.6


def test_every_one_is_called_by_some_word() -> None:
    """By itself, or as the vision of a thing whose drawing is less exact."""
    lexicon = vocabulary()
    seen_as = set(lexicon.exact.values())
    assert [n for n in NAMES if n not in seen_as and not lexicon.words_of(SenseKind.ELEMENT, n)] == []


def test_no_two_share_a_word_sense() -> None:
    """A word in one sense means one glyph."""
    claims = Counter(word.rstrip("!") for name in NAMES for word in _words(name))
    assert [word for word, times in claims.items() if times > 1] == []


def test_no_two_share_an_outline() -> None:
    """What looks the same is one thing."""
    shown = Counter(record.glyph for record in glyphs().values())
    assert [glyph for glyph, times in shown.items() if times > 1] == []


def test_the_file_holds_no_other() -> None:
    """An outline that no record names is dead weight."""
    visions = {record.vision for record in things().values()} - {"drawing", "none"}
    assert outlined() == {record.glyph for record in glyphs().values()} | visions


def test_what_is_left_out_has_a_reason_and_is_in_no_record() -> None:
    """Each glyph is either shown or listed under the reason for which it is not."""
    path = Path(__file__).parents[2] / "packaging" / "glyphs_left_out.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    left = [glyph for table in tables.values() for glyph in table["glyphs"]]
    assert all(table["reason"] for table in tables.values())
    assert [glyph for glyph, times in Counter(left).items() if times > 1] == []
    assert set(left) & outlined() == set()


def test_no_glyph_is_drawn_as_well() -> None:
    """What has a drawing of its own is no glyph."""
    assert not set(glyphs()) & set(things())


def test_an_unknown_glyph_is_refused() -> None:
    """It says what to do."""
    with pytest.raises(CatalogueError, match="make_glyphs"):
        glyph_contours("0041")
