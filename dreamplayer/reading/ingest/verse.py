"""Verse, in plain text by its look, elsewhere by its markup: lines are kept, numbers of stanzas and lines left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft

WIDEST = 64
"""Characters of a line beyond which it is rather prose."""
NARROW = 44
"""Characters of a line within which prose is seldom wrapped."""
FITS = 0.4
"""Share of line ends at which the next word would still have fitted: in wrapped prose it is near 0."""

_NUMERAL = re.compile(r"[ \t(\[]*(?:[IVXLC]+|\d{1,3})[.):\]]?[ \t]*$")
_LEADING = re.compile(r"[ \t]*(\d{1,4})[ \t]{2,}(?=\S)")
_TRAILING = re.compile(r"\s{2,}\[?(\d{1,4})\]?[ \t]*$")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    """As seen, without what does not show."""
    hard: bool
    """Whether Markdown breaks the line here on purpose."""


def find_verse(draft: Draft) -> None:
    """Make stanzas of the blocks whose lines are verse, and leave out their numbers and line numbers.

    Args:
        draft: its blocks found; they are changed.
    """
    known = {block for block in draft.blocks if block.kind == "verse"}
    plain = [block for block in draft.blocks if block.kind == "paragraph" and not block.breaks]
    lines = {block: _lines(draft, block) for block in (*known, *plain)}
    stanzas = known | {block for block in plain if _is_verse([line for line in lines[block] if not _number(line)])}
    narrow = [block for block in plain if _is_narrow([line for line in lines[block] if not _number(line)])]
    if len(narrow) > 1 or stanzas:
        stanzas |= set(narrow)
    if not stanzas:
        return
    _line_numbers(draft, [line for block in draft.blocks if block in stanzas for line in lines[block]])
    stanzas |= {
        block
        for i, block in enumerate(draft.blocks)
        if block.kind == "paragraph"
        and len(lines.get(block, [])) > 1
        and _is_like(lines[block])
        and not stanzas.isdisjoint(draft.blocks[max(0, i - 2) : i + 3])
    }
    made: list[Block] = []
    for i, block in enumerate(draft.blocks):
        own = lines.get(block, [])
        if block in stanzas:
            for line in own:
                if _number(line):
                    draft.leave_out(line.start, line.end, "stanza number")
            told = [line.start for line in own if not _number(line)]
            made.append(replace(block, kind="verse", breaks=tuple(sorted({*block.breaks, *told[1:]}))))
            continue
        if block.heading and _NUMERAL.fullmatch(draft.told(block.start, block.end)):
            own = _lines(draft, block)
        if len(own) == 1 and _number(own[0]) and i + 1 < len(draft.blocks) and draft.blocks[i + 1] in stanzas:
            draft.leave_out(block.start, block.end, "stanza number")
        made.append(block)
    draft.blocks = made


def _lines(draft: Draft, block: Block) -> list[_Line]:
    found = []
    at = block.start
    for line in "".join(draft.seen[block.start : block.end]).splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if any(char.isalnum() for char in bare):
            raw = draft.source[at : at + len(bare)]
            found.append(_Line(at, at + len(bare), bare.replace(GONE, ""), bool(_HARD_BREAK.search(raw))))
        at += len(line)
    return found


def _number(line: _Line) -> bool:
    return bool(_NUMERAL.fullmatch(line.text))


def _is_verse(lines: list[_Line]) -> bool:
    """Whether lines end where their author wanted them to, not where the page did."""
    if len(lines) < 2 or not _could_be(lines):
        return False
    if sum(line.hard for line in lines[:-1]) >= 0.7 * (len(lines) - 1):
        return True
    texts = [_TRAILING.sub("", line.text).strip() for line in lines]
    width = max(map(len, texts))
    fits = [len(a) + 1 + len(b.split()[0]) <= width for a, b in pairwise(texts)]
    capital = sum(not text.lstrip("\"“‘'(—–-… ")[:1].islower() for text in texts)
    whole = sum(text.rstrip("\"”’')")[-1:] in ".!?…" for text in texts)
    if whole == len(texts) or (len(texts) == 2 and whole):
        # Sentences one under the other are told as sentences.
        return False
    share = sum(fits) / len(fits)
    if capital == len(texts):
        # Every line begins like a verse; two alone must look it by their length too.
        return share >= FITS or len(texts) > 3 or (len(texts) > 1 and width <= 48)
    least = FITS if width <= NARROW else 0.6
    return share >= least and width <= 48 and len(texts) >= 3 and whole <= 0.34 * len(texts)


def _is_narrow(lines: list[_Line]) -> bool:
    """Whether a few short lines hold a stanza, if there are others like it: no sentence ends inside of one."""
    texts = [line.text.strip() for line in lines]
    if not 3 <= len(texts) <= 8 or max(map(len, texts)) > NARROW:
        return False
    broken = any(re.search(r"[.!?…] |\w-$", text) for text in texts)
    return not broken and sum(text[-1:] in ".!?…" for text in texts) < len(texts)


def _could_be(lines: list[_Line]) -> bool:
    return max(len(line.text.strip()) for line in lines) <= WIDEST


def _is_like(lines: list[_Line]) -> bool:
    """Whether a couplet beside a stanza is one of them."""
    narrow = max(len(line.text.strip()) for line in lines) <= NARROW
    return _could_be(lines) and (narrow or not any(line.text.strip()[:1].islower() for line in lines))


def _line_numbers(draft: Draft, lines: list[_Line]) -> None:
    """Leave out numbers in the margin: at least two, each higher than the one before."""
    for pattern in (_LEADING, _TRAILING):
        hits = [(line, hit) for line in lines if not _number(line) and (hit := pattern.search(line.text))]
        values = [int(hit[1]) for _, hit in hits]
        if len(values) < 2 or any(b <= a for a, b in pairwise(values)):
            continue
        for line, hit in hits:
            start, end = line.start + hit.start(1), line.start + hit.end(1)
            if draft.source[start:end] == hit[1]:
                draft.leave_out(start, end, "line number")
