"""What of a source is seen: the same length, with marks of formatting taken out and emphasis noted.

Nothing is moved, so an offset in what is seen is an offset in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GONE = "\0"
"""Stands for a character that is not shown and parts no words (a zero-width joiner, an asterisk)."""

_NEWLINE = "\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
LINE = re.compile(rf"(?P<line>[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*)(?P<end>{_NEWLINE}|\Z)")

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffd\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_EMOJI = re.compile(
    "[\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\ue000-\uf8ff\U0001f000-\U0001faff]"
)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,300})?/?>")
_LINK = re.compile(r"(!?\[)([^\[\]\n]*)(\]\([^()\s]*(?:\s+[\"'][^\"'\n]*[\"'])?\)|\]\[[^\[\]\n]*\])")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:\s*\S+[^\n]*$", re.MULTILINE)
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160);")
_STARS = re.compile(r"\*+")
_UNDERLINE = re.compile(r"(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])")
_PLAIN = re.compile(r"[`|]+|~~+")

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:(?:[-*_=~#+•·.][ \t]*){3,}|[*•·~—–-])[ \t]*$")
_SETEXT = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~).*$")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_BULLET = re.compile(r"[ \t]*(?:[-+*•‣◦▪·][ \t]+)(?:\[[ xX]\][ \t]+)?(?=\S)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, as a range of the source."""

    start: int
    end: int
    heading: bool = False
    breaks: tuple[int, ...] = ()
    """Offsets at which a new sentence must begin: list items."""


@dataclass(frozen=True)
class Markup:
    """A source with its formatting understood."""

    seen: str
    """As long as the source; spaces and GONE where nothing is shown."""
    emphasised: tuple[tuple[int, int], ...]
    """Ranges in italics or bold, rising."""
    blocks: tuple[Block, ...]
    title: str | None
    """From front matter; headings are blocks."""


def understand(source: str) -> Markup:
    """Take out what is formatting. Works on plain text too: there it finds only emphasis and paragraphs."""
    seen = list(source)
    front = _FRONT.match(source)
    title = None
    if front:
        found = _FRONT_TITLE.search(front[1])
        title = found[1].strip() if found else None
        _cover(seen, front.start(), front.end(), " ")
    for pattern in (_COMMENT, _DEFINITION, _TAG, _SPACE_ENTITY, _CONTROL, _EMOJI):
        text = "".join(seen)
        for hit in pattern.finditer(text):
            _cover(seen, hit.start(), hit.end(), " ")
    for hit in _INVISIBLE.finditer(source):
        _cover(seen, hit.start(), hit.end(), GONE)
    for hit in _LINK.finditer("".join(seen)):
        _cover(seen, hit.start(1), hit.end(1), GONE)
        _cover(seen, hit.start(3), hit.end(3), GONE)
    blocks = _blocks(source, seen)
    emphasised: list[tuple[int, int]] = []
    text = "".join(seen)
    for block in blocks:
        for marks in (_STARS, _UNDERLINE):
            emphasised += _emphasis(text, seen, marks, block)
        for hit in _PLAIN.finditer(text, block.start, block.end):
            _cover(seen, hit.start(), hit.end(), GONE)
    return Markup("".join(seen), tuple(sorted(emphasised)), tuple(blocks), title)


def _cover(seen: list[str], start: int, end: int, by: str) -> None:
    for i in range(start, end):
        if seen[i] not in "\r\n":
            seen[i] = by


def _emphasis(text: str, seen: list[str], marks: re.Pattern[str], block: Block) -> list[tuple[int, int]]:
    """Hide the marks of one block and give the ranges between pairs of them."""
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for hit in marks.finditer(text, block.start, block.end):
        start, end = hit.span()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if before.isdigit() and after.isdigit():
            continue
        _cover(seen, start, end, GONE)
        if opened is None and not after.isspace():
            opened = end
        elif opened is not None and not before.isspace():
            ranges.append((opened, start))
            opened = None
    return ranges


def _blocks(source: str, seen: list[str]) -> list[Block]:
    """Paragraphs and headings, with the marks at their lines' beginnings hidden."""
    text = "".join(seen)
    lines = [hit.span("line") for hit in LINE.finditer(source) if hit.group()]
    by_line = _one_line_each(text, lines)
    blocks: list[Block] = []
    start: int | None = None
    breaks: list[int] = []
    end = 0

    def close(heading: bool = False) -> None:
        nonlocal start
        if start is not None and any(char.isalnum() for char in seen[start:end]):
            blocks.append(Block(start, end, heading, tuple(breaks)))
        start = None
        breaks.clear()

    for a, b in lines:
        line = text[a:b]
        bare = line.replace(GONE, "").strip()
        if not bare or _FENCE.match(line):
            _cover(seen, a, b, " ")
            close()
            continue
        if start is not None and not by_line and _SETEXT.match(line) and not _has_break(text, start, a):
            _cover(seen, a, b, " ")
            close(heading=True)
            continue
        if _RULE.match(line):
            _cover(seen, a, b, " ")
            close()
            continue
        heading = _HEADING.match(line)
        if heading:
            close()
            _cover(seen, a, a + heading.end(), " ")
            tail = _HEADING_TAIL.search(line)
            if tail:
                _cover(seen, a + tail.start(), b, " ")
            start, end = a, b
            close(heading=True)
            continue
        quote = _QUOTE.match(line)
        skip = quote.end() if quote else 0
        bullet = _BULLET.match(line, skip)
        _cover(seen, a, a + (bullet.end() if bullet else skip), " ")
        if by_line:
            close()
        if start is None:
            start = a
        elif bullet:
            breaks.append(a)
        end = b
    close()
    return blocks


def _has_break(text: str, start: int, end: int) -> bool:
    return any(char in "\n\r" for char in text[start:end].rstrip())


def _one_line_each(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether every line is a paragraph: no empty lines between them, and most are long and end a sentence."""
    full = [text[a:b].replace(GONE, "").strip() for a, b in lines]
    while full and not full[-1]:
        full.pop()
    written = [line for line in full if line]
    if len(written) < 2 or len(written) < 0.8 * len(full):
        return False
    ended = sum(line[-1] in ".!?…”\"’'*:" for line in written)
    long = sum(len(line) > 100 for line in written)
    # A wrapped text breaks its lines at one width; a text of one line each breaks them at sentences.
    return ended >= 0.8 * len(written) and (long >= 0.4 * len(written) or ended == len(written))
