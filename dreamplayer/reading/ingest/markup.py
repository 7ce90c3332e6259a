"""Plain text and Markdown: marks of formatting taken out, emphasis, paragraphs and headings found."""

from __future__ import annotations

import re

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft, blank

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


def read_markdown(draft: Draft) -> None:
    """Find the blocks of a draft and take out what is formatting.

    Works on plain text too: there it finds only emphasis and paragraphs.
    """
    source, seen = draft.source, draft.seen
    front = _FRONT.match(source)
    if front:
        found = _FRONT_TITLE.search(front[1])
        draft.title = found[1].strip() if found else None
        blank(seen, front.start(), front.end())
    for pattern in (_COMMENT, _DEFINITION, _TAG, _SPACE_ENTITY, _CONTROL, _EMOJI):
        text = "".join(seen)
        for hit in pattern.finditer(text):
            blank(seen, hit.start(), hit.end())
    for hit in _INVISIBLE.finditer(source):
        blank(seen, hit.start(), hit.end(), GONE)
    for hit in _LINK.finditer("".join(seen)):
        blank(seen, hit.start(1), hit.end(1), GONE)
        blank(seen, hit.start(3), hit.end(3), GONE)
    draft.blocks = _blocks(draft)
    text = "".join(seen)
    for block in draft.blocks:
        for marks in (_STARS, _UNDERLINE):
            draft.emphasised += _emphasis(text, seen, marks, block)
        for hit in _PLAIN.finditer(text, block.start, block.end):
            blank(seen, hit.start(), hit.end(), GONE)


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
        blank(seen, start, end, GONE)
        if opened is None and not after.isspace():
            opened = end
        elif opened is not None and not before.isspace():
            ranges.append((opened, start))
            opened = None
    return ranges


def _blocks(draft: Draft) -> list[Block]:
    """Paragraphs and headings, with the marks at their lines' beginnings hidden."""
    source, seen = draft.source, draft.seen
    text = "".join(seen)
    lines = [hit.span("line") for hit in LINE.finditer(source) if hit.group()]
    by_line = _one_line_each(text, lines)
    blocks: list[Block] = []
    start: int | None = None
    breaks: list[int] = []
    end = 0

    def close(level: int = 0) -> None:
        nonlocal start
        if start is not None and any(char.isalnum() for char in seen[start:end]):
            blocks.append(Block(start, end, "heading" if level else "paragraph", tuple(breaks), level))
        start = None
        breaks.clear()

    for a, b in lines:
        line = text[a:b]
        bare = line.replace(GONE, "").strip()
        if not bare or _FENCE.match(line):
            blank(seen, a, b)
            close()
            continue
        if start is not None and not by_line and _SETEXT.match(line) and not _has_break(text, start, a):
            blank(seen, a, b)
            close(1 if "=" in line else 2)
            continue
        if _RULE.match(line):
            draft.rules.append(a)
            blank(seen, a, b)
            close()
            continue
        heading = _HEADING.match(line)
        if heading:
            close()
            blank(seen, a, a + heading.end())
            tail = _HEADING_TAIL.search(line)
            if tail:
                blank(seen, a + tail.start(), b)
            start, end = a, b
            close(len(heading[1]))
            continue
        quote = _QUOTE.match(line)
        skip = quote.end() if quote else 0
        bullet = _BULLET.match(line, skip)
        blank(seen, a, a + (bullet.end() if bullet else skip))
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
