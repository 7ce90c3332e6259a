"""Whether hand-written notes speak of what their dream says: how passages begin, and words at which things appear."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from dreamplayer import toml_file
from dreamplayer.errors import NotesError
from dreamplayer.model.text import Dream
from dreamplayer.staging.notes.notes import Notes, plain

_SHOWN = 6
"""Words by which a passage is named."""


def check(notes: Notes, dream: Dream) -> None:
    """Refuse notes on a passage, or at words, that the dream does not have.

    Args:
        notes: of a person.
        dream: the whole text; of a part of a book nothing can be said, and nothing is checked.

    Raises:
        NotesError: the first such line.
    """
    if dream.part is not None:
        return
    texts = [" ".join(sentence.text for sentence in passage.sentences) for passage in dream.passages]
    told = [plain(text) for text in texts]
    count = events = 0
    for i, passage in enumerate(notes.passages):
        begins = plain(passage.begins)
        # A title is no passage, whatever notes said of it while it was one.
        here = next((text for text in told if text.startswith(begins)), None)
        if here is None and not plain(dream.title).startswith(begins):
            raise _wrong(
                notes, "begins", "passage", i, f"no passage begins with “{passage.begins}”", _nearest(begins, texts)
            )
        for element in passage.elements:
            if here is not None and element.phrase and plain(element.phrase) not in here:
                what = f"the passage does not say “{element.phrase}”"
                raise _wrong(notes, "at", "passage.element", count, what, "Copy the words from the passage.")
            count += 1
            for event in element.events:
                if here is not None and plain(event.phrase) not in here:
                    what = f"the passage does not say “{event.phrase}”"
                    raise _wrong(notes, "at", "passage.element.event", events, what, "Copy the words from the passage.")
                events += 1


def _nearest(begins: str, texts: Iterable[str]) -> str:
    """What the passages do begin with, the likeliest first."""
    starts = {plain(" ".join(text.split()[:_SHOWN])): " ".join(text.split()[:_SHOWN]) for text in texts}
    near = get_close_matches(begins, starts, n=3, cutoff=0.4) or list(starts)[:3]
    return "Passages begin: " + "; ".join(f"“{starts[start]}…”" for start in near) + "."


def _wrong(notes: Notes, key: str, header: str, number: int, what: str, todo: str) -> NotesError:
    text = Path(notes.source).read_text(encoding="utf-8", errors="replace") if Path(notes.source).is_file() else ""
    line = toml_file.line_of(text, key, header, number) or 1
    return NotesError(what, where=toml_file.at_line(notes.source, line), todo=todo)
