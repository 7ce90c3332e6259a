"""Writes the draft of a structured document (a page, a book, a word processor's file) from its parts in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from dreamplayer.model.text import Omission
from dreamplayer.reading.ingest.clean_text import Block, BlockKind, Draft
from dreamplayer.reading.ingest.limits import MOST_TEXT

_SPACE = re.compile(r"[ \t\r\n\f]+")
_VERSE_LINE = 72
"""Characters on average of a line that may be verse; longer ones are prose broken by hand."""


class DocumentWriter:
    """Text goes in, block by block; `draft` gives the source it makes up, with what is left out of it listed.

    What is left out is written like the rest, inside `omitted`: it is part of the source and can be shown.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._emphasised: list[tuple[int, int]] = []
        self._rules: list[int] = []
        self._leads: dict[int, str] = {}
        self._omissions: list[tuple[str, int, int, str]] = []
        self._start: int | None = None
        self._end = 0
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._breaks: list[int] = []
        self._lines: list[int] = []
        self._space = False
        self._joined = False
        self._glued = False
        self._expected = ""
        self._first_part = 0
        self._omitting = 0
        self._inline = 0
        self._italic = 0
        self.listed = False
        """For readers whose lists are paragraphs: whether the open block is a list."""
        self.title: str | None = None
        self.author = ""

    @property
    def full(self) -> bool:
        """Whether more text came than is taken from one file: writers may stop."""
        return self._length > 2 * MOST_TEXT

    @property
    def position(self) -> int:
        """Offset of what is written next."""
        return self._length

    @property
    def open(self) -> bool:
        """Whether a block has been begun and holds something."""
        return self._start is not None

    @property
    def last_word(self) -> str:
        """What was written last in this block without a space in it; "" at its beginning or behind a space."""
        if self._start is None or self._space or not self._parts:
            return ""
        return self._parts[-1].split(" ")[-1].strip()

    def glue(self) -> None:
        """Let what follows belong to the word before, whatever white space stands between."""
        self._glued = True

    def expect_heading(self, title: str) -> None:
        """Let the next block be a heading if it says no more than this.

        Args:
            title: as the table of contents has it.
        """
        self._expected = " ".join(title.lower().split())

    def begin(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Close the block before and begin another; it exists once something is written.

        Args:
            kind: of the block.
            level: of a heading, 1 the highest; 0 for other blocks.
        """
        if self._inline:
            self._space = True
            return
        if self._joined:
            self._joined = False
            return
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """Close the block. Inside an inline omission it only parts words."""
        if self._inline:
            self._space = True
            return
        if self._start is not None:
            kind, breaks = self._kind, self._breaks
            if self._expected and not self._omitting:
                if " ".join("".join(self._parts[self._first_part :]).lower().split()) == self._expected:
                    kind, self._level = "heading", 2
                self._expected = ""
            if kind == "paragraph" and self._is_verse():
                kind = "verse"
            if kind == "verse":
                breaks = sorted({*breaks, *self._lines})
            self._blocks.append(Block(self._start, self._end, kind, tuple(breaks), self._level))
            self._put("\n\n")
        self._start = None
        self._breaks, self._lines = [], []
        self._space = False
        self._kind, self._level = "paragraph", 0

    def _is_verse(self) -> bool:
        """Whether lines were broken by hand as in a stanza: three or more, none as long as a line of prose."""
        if len(self._lines) < 2 or self._start is None:
            return False
        return (self._end - self._start) / (len(self._lines) + 1) <= _VERSE_LINE

    def join_next(self) -> None:
        """Let the next block go on in this one: a drop cap in a paragraph of its own, a deleted paragraph mark."""
        if self._start is not None:
            self._joined = True

    def write(self, text: str) -> None:
        """Running text; white space is one space.

        Args:
            text: of one text node; white space at its ends separates words.
        """
        if not text:
            return
        run = _SPACE.sub(" ", text)
        if self._glued:
            run = run.lstrip()
            self._space = self._glued = False
            if not run:
                self._glued = True
                return
        if run == " ":
            self._space = True
            return
        if run[0] == " ":
            self._space = True
            run = run[1:]
        ends = run[-1] == " "
        run = run[:-1] if ends else run
        self._open()
        start = self._length
        self._put(run)
        if self._italic and not self._omitting:
            if self._emphasised and self._emphasised[-1][1] >= start - 1:
                self._emphasised[-1] = (self._emphasised[-1][0], self._length)
            else:
                self._emphasised.append((start, self._length))
        self._end = self._length
        self._space = ends

    def _open(self) -> None:
        if self._start is None:
            self._start, self._first_part = self._length, len(self._parts)
        elif self._space and self._parts and self._parts[-1][-1] not in " \n":
            self._put(" ")
        self._space = False

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def line(self) -> None:
        """A line break inside a block."""
        self._space = False
        if self._start is not None:
            self._put("\n")
            if not self._omitting:
                self._lines.append(self._length)

    def sentence(self) -> None:
        """Let a new sentence begin with what is written next: items, cells, lines of verse."""
        if self._start is not None:
            if self._parts[-1][-1] != "\n":
                self._put("\n")
            self._space = False
            self._breaks.append(self._length)

    def lead(self, text: str) -> None:
        """Let this be said before what is written next, and not be shown: the number of an item.

        Args:
            text: such as "2." of an ordered list.
        """
        if not self._omitting:
            self._leads[self._length] = text

    def rule(self) -> None:
        """A thematic break."""
        self.end()
        if not self._omitting:
            self._rules.append(self._length)

    @contextmanager
    def italics(self, on: bool = True) -> Iterator[None]:
        """What is written inside is emphasised.

        Args:
            on: False for a run that is not emphasised.
        """
        self._italic += on
        try:
            yield
        finally:
            self._italic -= on

    @contextmanager
    def omitted(self, kind: str, reason: str = "", *, inline: bool = False) -> Iterator[None]:
        """What is written inside is not told. `inline`: it stands within a sentence and starts no block.

        Args:
            kind: what it is, for the list of omissions.
            reason: why it is left out, for people; "" where the kind says it.
            inline: True where it stands within a sentence and starts no block.
        """
        if self._start is not None and self._space and inline:
            self._open()
        start = self._length
        outer = not self._omitting
        self._omitting += 1
        self._inline += inline
        try:
            yield
        finally:
            self._omitting -= 1
            self._inline -= inline
            if outer and self._length > start:
                self._omissions.append((kind, start, self._length, reason))

    def draft(self) -> Draft:
        """What was written."""
        self.end()
        source = "".join(self._parts).rstrip("\n")
        draft = Draft(source, blocks=self._blocks, emphasised=self._emphasised, rules=self._rules)
        draft.title, draft.author, draft.leads = self.title, self.author, self._leads
        draft.hide_untypable()
        for kind, start, end, reason in self._omissions:
            draft.leave_out(start, min(end, len(source)), kind, reason)
        draft.omissions = [omission for omission in draft.omissions if _shows(omission)]
        return draft


def _shows(omission: Omission) -> bool:
    return omission.kind == "footnote mark" or any(char.isalnum() for char in omission.text)
