"""Any text becomes a night."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dreamplayer.errors import TextError
from dreamplayer.model.score import SECTIONS
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.picture.captions import groups
from dreamplayer.picture.picture import picture
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.ingest.source import decode
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.timeline.compose import compose
from dreamplayer.timeline.cue_sheet import from_document, to_document, to_text

pytestmark = pytest.mark.slow

PIECES = (
    "lantern", "lanterns", "the sky", "shatters", "no", "like a", "“", "”", "—", "…", "*", "**", "\n\n", "\n", "# ",
    "- ", "I am dreaming.", "Dr.", "3.5", "\U0001f319", "https://a.b/c?d=e", "gone", "wakes.", "\ufeff", "\u200b",
    "\x00", "x" * 90, "She said,", "'tis", "...", "MCMXCIX", "$5", "as if", "of", "a storm of petals",
    "\u0645\u0631\u062d\u0628\u0627", "\u591c",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=40).map(" ".join)


@settings(max_examples=50)
@given(texts)
def test_it_can_be_told_written_and_seen(text: str) -> None:
    """Every text with a word in it has a night: each word once in score and captions, a picture at any moment."""
    try:
        dream = parse(text, name="any")
    except TextError:
        return
    score = compose(dream, read(dream), narrate(dream, "silent", Clips(None)))
    indices = [word.index for word in dream.words]
    assert [word.index for word in score.words] == indices
    assert [w.index for group in groups(score) for line in group.lines for w in line] == indices
    assert tuple(part.name for part in score.sections) == SECTIONS
    assert from_document(json.loads(json.dumps(to_document(score)))) == score
    assert to_text(score)
    for share in (0.0, 0.2, 0.5, 0.999):
        picture(score, share * score.duration, strict=True)


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_bytes_are_text_or_an_error_that_says_so(data: bytes) -> None:
    """A file of any bytes is read, or refused in words."""
    try:
        said = decode(data)
    except TextError as error:
        said = str(error)
    assert said.strip("\x00 ")
