"""Directions of a script: found in brackets, parentheses, asterisks, SSML and on lines of their own, and not told.

What may be meant for the ear stays. Every direction and everything left out keeps its place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft, blank
from dreamplayer.reading.ingest.direction_phrases import Asked, Mark, asked, break_seconds

_BRACKETS = re.compile(r"\[\[?([^\[\]]{1,200})\]?\]|\(([^()]{1,200})\)|\{([^{}]{1,200})\}")
_TAG = re.compile(r"<([A-Za-z][^<>\n]{0,200})>")
_SSML_BREAK = re.compile(r"break\b", re.IGNORECASE)
_SSML_SENTENCE = re.compile(r"</?\s*[ps]\s*/?>", re.IGNORECASE)
_DOTTED = re.compile(r"(?:\.{2,}|…)\s*((?:[\w'-]+ ){0,2}pause[^.…\n]{0,40}?)\s*(?:\.{2,}|…)", re.IGNORECASE)
_DASHED = re.compile(r"(?:~|//|\||--)\s*((?:[\w'-]+ ){0,2}pause[^~|/\n-]{0,40}?)\s*(?:~|//|\||--)", re.IGNORECASE)
_HOLD = re.compile(
    r"\b(?:hold|pause|rest|wait|stay|linger)\b[^.!?\n]{0,30}?\b(?:for|to) (?:a|the|another) (?:slow |silent |full )?"
    r"count of (?P<count>[\w-]+)|\bhold(?: (?:it|that|this|here|there|the breath|your breath))? for "
    r"(?P<seconds>[\w-]+ seconds?)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\s*\d{1,3}(?:[.,]\d)?(?:\s*[-–]\s*\d{1,3})?[ -]?(?:s|secs?|seconds?|mins?|minutes?)\.?\s*", re.IGNORECASE
)
_MARKS = "*_`~" + GONE
_STARTS_TIMED = re.compile(
    r"[\s*_>#\0-]*(\d{1,2}:\d\d(?::\d\d)?) ?(?:[-–—]|to) ?(\d{1,2}:\d\d(?::\d\d)?)[\s*_:.\0–—-]*(?=\S)"
)
_LEADS_ON = frozenset(
    """to a an the must can could may might would should shall will not did do does and or but you we i they he she it
    this that then than of in on at for with my your his her their our no any each every""".split()
)
_FOLLOWS_ON = frozenset("and or to for before after in at on of as when while the a between is was".split())


def find_directions(draft: Draft) -> None:
    """Turn what a script asks for into directions, and leave out what is only for whoever reads it aloud.

    Args:
        draft: of any format, its blocks found; gets directions and omissions.
    """
    draft.emphasised.sort()
    _tags(draft)
    for i, block in enumerate(draft.blocks):
        draft.blocks[i] = _with_breaks(block, sorted({*_in_block(draft, block)}))


def _with_breaks(block: Block, breaks: list[int]) -> Block:
    return replace(block, breaks=tuple(sorted({*block.breaks, *breaks}))) if breaks else block


def _tags(draft: Draft) -> None:
    """Breaks of SSML, and pauses in angle brackets: hidden as markup already, so only their meaning is kept."""
    breaks: list[int] = []
    for hit in _TAG.finditer(draft.source):
        if any(char not in " \t" + GONE for char in draft.seen[hit.start() : hit.end()]):
            continue
        if _SSML_SENTENCE.fullmatch(hit[0]):
            breaks.append(hit.end())
        elif _SSML_BREAK.match(hit[1]):
            draft.direct(hit.start(), hit.end(), "pause", seconds=break_seconds(hit[1]), exact=True)
            breaks.append(hit.end())
        else:
            found = asked(hit[1].rstrip("/"), "angle")
            if found is not None and found.kind == "pause":
                draft.direct(hit.start(), hit.end(), "pause", seconds=found.seconds, exact=found.timed)
                breaks.append(hit.end())
    if breaks:
        draft.blocks = [_with_breaks(b, [at for at in breaks if b.start < at < b.end]) for b in draft.blocks]


def _in_block(draft: Draft, block: Block) -> Iterator[int]:
    """Obey the directions of one block; gives the offsets at which a new sentence begins."""
    text = "".join(draft.seen[block.start : block.end])
    timed = _STARTS_TIMED.match(text)
    if timed:
        draft.leave_out(block.start + timed.start(1), block.start + timed.end(2), "time mark", "times of a script")
    for start, end, phrase, mark in _phrases(draft, block, text):
        found = asked(phrase, mark)
        if found is None or (mark == "stars" and not _apart(text, start - block.start, end - block.start, found)):
            continue
        _obey(draft, start, end, found)
        yield end
    yield from _holds(draft, block)


def _phrases(draft: Draft, block: Block, text: str) -> list[tuple[int, int, str, Mark]]:
    """Everything in a block that is set off from it, in order: (start, end, phrase, mark)."""
    found: list[tuple[int, int, str, Mark]] = []
    taken: list[tuple[int, int]] = []

    def add(start: int, end: int, phrase: str, mark: Mark) -> None:
        # `taken` is sorted and its ranges lie apart, so that only the two beside the new one can touch it.
        i = bisect_left(taken, (start, start))
        if not any(a < end and start < b for a, b in taken[max(0, i - 1) : i + 1]):
            taken.insert(i, (start, end))
            found.append((start, end, phrase.replace(GONE, ""), mark))

    for hit in _BRACKETS.finditer(text):
        mark: Mark = "round" if hit[2] is not None else "square"
        phrase = hit[1] or hit[2] or hit[3]
        alone = not _told(text[: hit.start()].rpartition("\n")[2]) and not _told(text[hit.end() :].partition("\n")[0])
        if mark == "round" and (alone or _emphasised(draft, block.start + hit.start(), block.start + hit.end())):
            # In italics, or on a line of their own, parentheses are a stage direction's.
            mark = "square" if asked(phrase, "round") is None and not re.match(r"(?i)enters?\b", phrase) else "round"
        elif mark == "round" and _between(text, hit.start(), hit.end()) and _LENGTH.fullmatch(phrase):
            mark = "square"
        add(block.start + hit.start(), block.start + hit.end(), phrase, mark)
    for pattern in (_DOTTED, _DASHED):
        for hit in pattern.finditer(text):
            # Its dots go with it, unless they are attached to a word that is told.
            free = (
                hit.start() == 0 or text[hit.start() - 1].isspace(),
                hit.end() == len(text) or text[hit.end()].isspace(),
            )
            start, end = hit.start(0 if free[0] else 1), hit.end(0 if free[1] else 1)
            add(block.start + start, block.start + end, hit[1], "bare")
    for a, b in _emphasis(draft, block.start, block.end):
        if b <= block.end:
            add(a, b, text[a - block.start : b - block.start], "stars")
    at = block.start
    for line in text.splitlines(keepends=True):
        bare = line.strip().strip(_MARKS + "-–—.… ")
        if bare and len(bare) < 60 and not block.heading:
            add(at, at + len(line.rstrip("\r\n")), bare, "bare")
        at += len(line)
    return sorted(found)


def _between(text: str, start: int, end: int) -> bool:
    """Whether a range stands between two sentences."""
    before = text[:start].replace(GONE, "").rstrip()
    after = text[end:].replace(GONE, "").lstrip()
    return before[-1:] in ("", *'.!?…:”"') and not after[:1].islower()


def _told(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _emphasised(draft: Draft, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in _emphasis(draft, start - 200, end))


def _emphasis(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """Emphasised ranges that begin within a range of the source; they are in rising order."""
    low = bisect_left(draft.emphasised, (start, 0))
    return draft.emphasised[low : bisect_left(draft.emphasised, (end, 0))]


def _apart(text: str, start: int, end: int, found: Asked) -> bool:
    """Whether a phrase in asterisks stands between sentences, and is no stressed word of one."""
    if found.kind not in ("pause", "soften"):
        return not _told(text[:start].rpartition("\n")[2]) and not _told(text[end:].partition("\n")[0])
    if found.timed:
        return True
    before = text[:start].replace(GONE, "").rstrip(" *_\n\r\t")
    after = text[end:].replace(GONE, "").lstrip(" *_\n\r\t")
    last = re.search(r"[\w']+$", before)
    first = re.match(r"[\w']+", after)
    if last is None or first is None:
        return True
    if found.kind != "pause":
        return False
    return last[0].lower() not in _LEADS_ON and first[0].lower() not in _FOLLOWS_ON


def _obey(draft: Draft, start: int, end: int, found: Asked) -> None:
    if found.kind in ("stage direction", "time mark"):
        why = "for whoever stages it" if found.kind == "stage direction" else "times of a script"
        draft.leave_out(start, end, found.kind, why)
    else:
        draft.direct(start, end, found.kind, seconds=found.seconds, name=found.name, exact=found.timed)
    if draft.seen[end : end + 1] and draft.seen[end] in ",.:;!?":
        # The mark behind it belongs to the word before it.
        while start and draft.seen[start - 1] in " \t":
            start -= 1
        blank(draft.seen, start, end, GONE)


def _holds(draft: Draft, block: Block) -> Iterator[int]:
    """Pauses that the told words themselves ask for: "hold for a count of four"."""
    text = "".join(draft.seen[block.start : block.end])
    for hit in _HOLD.finditer(text):
        phrase = f"{hit['count']} seconds" if hit["count"] else hit["seconds"]
        found = asked(f"pause {phrase}", "square")
        if found is None or not found.timed:
            continue
        end = re.compile(r"[.!?…]+[\"”’]*|\n|$").search(text, hit.end())
        at = block.start + (end.end() if end else len(text))
        draft.direct(block.start + hit.start(), at, "pause", seconds=found.seconds, exact=True, told=True)
        yield at
