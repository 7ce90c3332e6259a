"""Clean text: a source with what is told, what is left out and what is only asked for kept apart.

Nothing is moved. `seen` is as long as the source, with blanks where nothing is told, so that an offset in one is an
offset in the other. A format reader (formats, html, markup, ...) fills a `Draft` with the text and its blocks; passes
then take out what is not for the ear (`leave_out`) or turn it into a direction (`direct`); `finish` freezes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dreamplayer.model.text import Direction, Omission
from dreamplayer.reading.ingest.limits import shortened

GONE = "\0"
"""Stands for a character that is not shown and parts no words (a zero-width joiner, an asterisk)."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffd\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_EMOJI = re.compile(
    "[\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\ue000-\uf8ff\U0001f000-\U0001faff]"
)

BlockKind = Literal["paragraph", "heading", "verse"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a stanza, as a range of the source."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    breaks: tuple[int, ...] = ()
    """Offsets at which a new sentence must begin: list items, lines of verse."""
    level: int = 0
    """Of a heading: 1 the uppermost."""

    @property
    def heading(self) -> bool:
        """Whether it is one."""
        return self.kind == "heading"


@dataclass(frozen=True, slots=True)
class CleanText:
    """A source with its formatting understood."""

    source: str
    seen: str
    """As long as the source; spaces and GONE where nothing is told."""
    blocks: tuple[Block, ...]
    emphasised: tuple[tuple[int, int], ...] = ()
    """Ranges in italics or bold, rising."""
    leads: tuple[tuple[int, str], ...] = ()
    """(offset of a word, what is said before it and not shown), rising."""
    title: str | None = None
    """From front matter or the metadata of a book; headings are blocks."""
    author: str = ""
    omissions: tuple[Omission, ...] = ()
    directions: tuple[Direction, ...] = ()
    """In the order of the source; `Direction.word` is set by the parser."""

    @property
    def text(self) -> str:
        """The source, blank where something was left out or turned into a direction."""
        text = list(self.source)
        for omission in self.omissions:
            if not omission.told:
                blank(text, omission.char_start, omission.char_end)
        for direction in self.directions:
            if not direction.told:
                blank(text, direction.char_start, direction.char_end)
        return "".join(text)


@dataclass(slots=True)
class Draft:
    """A source while it is being cleaned."""

    source: str
    seen: list[str] = field(default_factory=list)
    """One character each of the source; filled from it where it is not given."""
    blocks: list[Block] = field(default_factory=list)
    emphasised: list[tuple[int, int]] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    """Offsets of thematic breaks (`---`, `* * *`), rising."""
    title: str | None = None
    author: str = ""
    plain: bool = False
    """Whether it is plain text or Markdown, which have no other place for a title than their first line."""
    leads: dict[int, str] = field(default_factory=dict)
    """Offset of a word to what is said before it and not shown: the number of its list item."""
    omissions: list[Omission] = field(default_factory=list)
    directions: list[Direction] = field(default_factory=list)

    notice: str = ""
    """What to say of a text of which not all was taken."""

    def __post_init__(self) -> None:
        self.seen = self.seen or list(self.source)

    def told(self, start: int, end: int) -> str:
        """What of a range is told so far, with single spaces.

        Args:
            start: first code point of the range in `source`.
            end: one past its last.
        """
        return " ".join("".join(self.seen[start:end]).replace(GONE, "").split())

    def leave_out(self, start: int, end: int, kind: str, reason: str = "", *, told: str = "") -> None:
        """Tell nothing of source[start:end], and say so. `told`: what the words around it are told as instead.

        Args:
            start: first code point of the range in `source`.
            end: one past its last.
            kind: what it is, for the list of omissions.
            reason: why it is left out, for people; "" where the kind says it.
            told: what the words around it are told as instead; with "" the range is blanked.
        """
        self.omissions.append(Omission(kind, self.source[start:end].strip(), start, end, reason, told))
        if not told:
            blank(self.seen, start, end, self._filler(start, end))

    def _filler(self, start: int, end: int) -> str:
        """A blank where two words would run together, else what parts no words: "reeds[1] and", "[12]Nothing"."""
        before = self.seen[start - 1] if start > 0 else " "
        after = self.seen[end] if end < len(self.seen) else " "
        parted = before.isspace() and after.isspace()
        return " " if parted or (before.isalnum() and after.isalnum()) else GONE

    def direct(
        self,
        start: int,
        end: int,
        kind: str,
        *,
        seconds: float | None = None,
        name: str = "",
        exact: bool = False,
        told: bool = False,
    ) -> None:
        """Turn source[start:end] into a direction: obeyed, and not told unless `told`.

        Args:
            start: first code point of the range in `source`.
            end: one past its last.
            kind: what is asked for, as `Direction.kind`.
            seconds: length of time it names; None where it names none.
            name: what is asked for where the kind leaves it open, as `Direction.name`; "" for none.
            exact: True where the script names the duration; otherwise `seconds` is a minimum.
            told: True where its words are told as well.
        """
        text = self.source[start:end].strip()
        self.directions.append(Direction(kind, text, start, end, 0, seconds, name, exact, told))
        if not told:
            blank(self.seen, start, end)

    def shorten(self, most: int) -> None:
        """Keep the blocks of the first `most` characters, about; `notice` says so.

        Args:
            most: characters, 1 or more.
        """
        kept, self.notice = shortened(self.source, most)
        if self.notice:
            self.blocks = [block for block in self.blocks if block.start < len(kept)]

    def hide_untypable(self) -> None:
        """Take out what is neither shown nor told: control characters, zero-width characters, emoji."""
        for pattern, by in ((_CONTROL, " "), (_EMOJI, " "), (_INVISIBLE, GONE)):
            for hit in pattern.finditer(self.source):
                blank(self.seen, hit.start(), hit.end(), by)

    def finish(self) -> CleanText:
        """What came out. Blocks of which nothing is told are dropped."""
        kept = [b for b in self.blocks if any(char.isalnum() for char in self.seen[b.start : b.end])]
        return CleanText(
            self.source,
            "".join(self.seen),
            tuple(sorted(kept, key=lambda block: block.start)),
            tuple(sorted(self.emphasised)),
            tuple(sorted(self.leads.items())),
            self.title,
            self.author,
            tuple(_outermost(self.omissions)),
            tuple(sorted(self.directions, key=lambda direction: direction.char_start)),
        )


def _outermost(omissions: list[Omission]) -> Iterator[Omission]:
    """In the order of the source, without those that lie inside another: a licence's addresses are part of it."""
    end = 0
    for omission in sorted(omissions, key=lambda omission: (omission.char_start, -omission.char_end)):
        if omission.char_end > end:
            yield omission
            end = omission.char_end if not omission.told else end


def blank(chars: list[str], start: int, end: int, by: str = " ") -> None:
    """Put `by` for every character of a range; line ends stay.

    Args:
        chars: one character each; changed in place.
        start: index of the first character.
        end: one past the last.
        by: one character.
    """
    for i in range(start, end):
        if chars[i] not in "\r\n":
            chars[i] = by
