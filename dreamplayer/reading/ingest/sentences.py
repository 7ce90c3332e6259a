"""Words and sentences of a paragraph."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dreamplayer.reading.ingest.clean_text import GONE, Block, CleanText
from dreamplayer.reading.ingest.language import language_of

LONGEST = 70
"""Words: a longer sentence is said in several breaths."""
WIDEST = 60
"""Characters of one word: a longer one is cut, so that no caption overflows."""

_TOKEN = re.compile(r"\S+")
_PIECE = re.compile(
    r"(?:(?!(?<!\d)[–—―⸺](?=.)|[—―⸺]|--|…+(?=\w)|\.{2,}(?=\w)).)*"
    r"(?:[—―⸺–]+|-{2,}|…+|\.{2,})?[\"”’»)\]]*",
    re.DOTALL,
)
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*$|[。！？｡।॥؟۔][\"”’'»)\]」』）]*$|[.!?…]+[\"”’'»)\]]*\u00a0[—–-]+$")
_HARD = re.compile(r"(?:[!?]|(?<!\.)\.(?!\.))[\"”’'»)\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\"“‘'(\[])(?:(?:mr|mrs|ms|dr|st|mt|prof|rev|sgt|capt|lt|col|gen|jr|sr|vs|etc|no|fig|ca|approx|dept|gov|sen"
    r"|ave|blvd|rd|&?c"
    r"|e\.g|i\.e|a\.m|p\.m)|(?:[a-z]\.)*[a-z])\.$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:^|[\"“‘'(\[])(?:nos?|figs?|vols?|chs?|pp?|bks?|pts?|secs?|arts?|approx|ca?|est|jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec)\.$",
    re.IGNORECASE,
)
"""Short for what is counted: a number may follow, and the sentence goes on."""
_ORDINAL = re.compile(r"[#№]?\d|[IVXLC]{2,}\b|[VX]\b")
_FIGURED_ORDINAL = re.compile(r"[\"“„‚'‘(\[«»]?\d{1,2}\.")
_ORDINAL_STOP = frozenset("de pl tr cs sk da no fi hu hr sr sl et lv".split())
"""Languages that write "3." for "third"."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""A letter of a script that is written without spaces: kana or an ideograph."""
_PHRASE = re.compile(
    r"(?<=[。！？、，；：」』）])(?![。！？、，；：」』）])|(?<=[\u3040-\u309f])(?=[\u3400-\u9fff\u30a0-\u30ff「『（])"
)
"""Where a phrase begins in it: after a mark, and where an ideograph or katakana follows hiragana (a particle)."""
_SPACED_DOTS = re.compile(r"(?:[\s\u00a0]*\.){3,}")
_CODES = frozenset("EUR USD GBP CHF JPY US$".split())
_SIGNS = frozenset("€$£¥₹#№§±")
"""Signs that stand before their number, or behind it."""
_TITLE = re.compile(
    r"(?:^|[\"“‘'(\[])(?:mr|mrs|ms|dr|st|mt|prof|rev|sgt|capt|lt|col|gen|gov|sen|maj|adm|mme|mlle|vs|e\.g|i\.e)\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\"“‘'(\[])(?:[A-HJ-Z]\.)+$")
_OPENING = "\"“‘'«([—–-"


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word as shown, and where it stands."""

    text: str
    start: int
    end: int


def tokens(clean: CleanText, block: Block) -> list[ShownWord]:
    """The words of a block in order; marks without a letter are attached to a neighbour.

    Args:
        clean: the text as shown.
        block: a range of it.
    """
    found: list[ShownWord] = []
    waiting: ShownWord | None = None
    for hit in _TOKEN.finditer(clean.seen, block.start, block.end):
        for a, b in _pieces(clean.seen, hit.start(), hit.end()):
            text = clean.seen[a:b].replace(GONE, "")
            if not text:
                continue
            while a < b and clean.seen[a] == GONE:
                a += 1
            while b > a and clean.seen[b - 1] == GONE:
                b -= 1
            token = ShownWord(html.unescape(text) if "&" in text and ";" in text else text, a, b)
            if token.text in _CODES and re.match(r"[ \t\u00a0]\d", clean.seen[b : b + 2]):
                waiting = token if waiting is None else _joined(waiting, token)
            elif any(char.isalnum() for char in token.text):
                found.append(token if waiting is None else _joined(waiting, token))
                waiting = None
            elif waiting is not None:
                waiting = _joined(waiting, token)
            elif token.text in _SIGNS and not (found and found[-1].text[-1:].isdigit()):
                waiting = token
            elif found and (found[-1].end == a or token.text[0] not in _OPENING or token.text[0] in "—–-"):
                found[-1] = _joined(found[-1], token)
            else:
                waiting = token
    if waiting is not None and found:
        found[-1] = _joined(found[-1], waiting)
    return found


def _joined(first: ShownWord, second: ShownWord) -> ShownWord:
    between = "" if first.end == second.start else "\u00a0"
    return ShownWord(first.text + between + second.text, first.start, second.end)


def _pieces(seen: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parts of a run without spaces: words joined by a dash or dots are two words."""
    run = seen[start:end]
    if _UNSPACED.search(run):
        edges = [start, *(start + hit.start() for hit in _PHRASE.finditer(run)), end]
        return [(a, b) for a, b in pairwise(edges) if b > a]
    cuts: list[tuple[int, int]] = []
    if end - start < WIDEST and not any(mark in run for mark in ("—", "–", "―", "⸺", "--", "…", "..")):
        return [(start, end)]
    at = start
    while at < end:
        hit = _PIECE.match(seen, at, min(end, at + WIDEST))
        to = hit.end() if hit and hit.end() > at else min(end, at + WIDEST)
        cuts.append((at, to))
        at = to
    return cuts


_NAMES_OF_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_SMALL = {name: n for n, name in enumerate(_NAMES_OF_NUMBERS.split(), 1)}
_COUNTING = frozenset(
    """breathe breath breathing inhale exhale inhaling exhaling in out hold holding count counting release relax down
    pause up now""".split()
)
"""Words before numbers that are counted slowly."""
_NEAR = 8
"""Words before a count among which one of them stands."""


def counts(words: Sequence[ShownWord]) -> Iterator[int]:
    """Indices of the numbers that are counted, one a second: "breathe in - 2, 3, 4", "ten... nine... eight...".

    Args:
        words: of a block, in order.

    Yields:
        Index in `words`, ascending.
    """
    i = 0
    while i < len(words):
        j = i + 1
        if not _value(words[i]):
            i = j
            continue
        while j < len(words) and _steps(words, i, j):
            j += 1
        before = {word.text.lower().strip(".,;:!?…—–-\u00a0“”\"'()") for word in words[max(0, i - _NEAR) : i]}
        goes_on = j < len(words) and words[j].text.lower().strip(".,;:!?…") in ("and", "then", "now", "hold")
        whole = j == len(words) or goes_on or words[j - 1].text[-1:] in '.,;:!?…—–)”"'
        if j - i > 1 and whole and (before & _COUNTING or j - i > 4):
            yield from range(i, j)
        i = max(j, i + 1)


def _steps(words: Sequence[ShownWord], i: int, j: int) -> bool:
    """Whether word j counts on from word i, up or down by one each."""
    step = _value(words[i + 1]) - _value(words[i])
    return abs(step) == 1 and _value(words[j]) > 0 and _value(words[j]) - _value(words[j - 1]) == step


def _value(word: ShownWord) -> int:
    """The number a word is, 0 for none."""
    bare = word.text.lower().strip(".,;:!?…—–-\u00a0“”\"'()")
    if bare.isdecimal() and bare.isascii() and len(bare) < 3:
        return int(bare)
    return _SMALL.get(bare, 0)


def split(words: Sequence[ShownWord], breaks: Sequence[int] = ()) -> list[list[ShownWord]]:
    """Group words into sentences. Nothing is lost, none is empty.

    Args:
        words: of a block, in order.
        breaks: offsets in the source at which a sentence ends whatever its marks say.
    """
    groups: list[list[ShownWord]] = []
    current: list[ShownWord] = []
    breaks = sorted(breaks)
    ordinals = _has_ordinals(words)
    for i, word in enumerate(words):
        current.append(word)
        after = words[i + 1] if i + 1 < len(words) else None
        coming = bisect_right(breaks, word.start)
        if (
            after is None
            or (coming < len(breaks) and breaks[coming] <= after.start)
            or (_ends(word, after) and not (ordinals and _FIGURED_ORDINAL.fullmatch(word.text)))
        ):
            groups += _breaths(current)
            current = []
    return groups


def _has_ordinals(words: Sequence[ShownWord]) -> bool:
    """Whether a full stop after a figure makes an ordinal of it: "am 3. Mai"."""
    figured = any(_FIGURED_ORDINAL.fullmatch(word.text) for word in words[:-1])
    return figured and language_of(" ".join(word.text for word in words)) in _ORDINAL_STOP


def _ends(word: ShownWord, after: ShownWord) -> bool:
    text = _SPACED_DOTS.sub("…", word.text)
    if not _END.search(text):
        return False
    lead = after.text.lstrip("\"“‘'«([—–- ")
    if not lead:
        return True
    if lead[0].islower():
        # "Stop!" she said; hope... until: the sentence goes on. A full stop ends it even so in careless typing.
        return bool(_HARD.search(text)) and text.rstrip("\"”’'»)]")[-1:] == "." and not _ABBREVIATION.search(text) \
            and text[-1:] == "."  # fmt: skip
    if _TITLE.search(text) or (_COUNTED.search(text) and _ORDINAL.match(lead)):
        return False
    return not (_INITIAL.search(text) and lead[0].isupper())


def _breaths(words: list[ShownWord]) -> list[list[ShownWord]]:
    """A sentence, or its parts if it is too long to be said at once, cut at the clause nearest the middle."""
    if len(words) <= LONGEST:
        return [words]
    middle = len(words) / 2
    width = len(words)

    def cost(i: int) -> float:
        text = words[i - 1].text
        mark = 0.0 if text[-1] in ";:—" else 0.08 if text[-1] in ",–…)" else 0.3
        if mark == 0.3 and words[i].text.lower() in ("and", "but", "then", "so", "or", "because", "when", "while"):
            mark = 0.12
        return mark + abs(i - middle) / width

    cut = min(range(width // 4, width - width // 4), key=cost)
    return _breaths(words[:cut]) + _breaths(words[cut:])


def spoken_ranges(seen: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges inside quotation marks in seen[start:end].

    Args:
        seen: the text as shown.
        start: first code point.
        end: one past the last.

    Returns:
        (first, one past the last) of each, within start..end.
    """
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    closing = ""
    for i in range(start, end):
        char = seen[i]
        if opened is None:
            if char in "“«„":
                opened, closing = i, {"“": "”", "«": "»", "„": "“”"}[char]
            elif char == '"':
                opened, closing = i, '"'
            elif char == "‘" and (i == start or not seen[i - 1].isalnum()):
                opened, closing = i, "’"
        elif char in closing:
            after = seen[i + 1] if i + 1 < end else " "
            if char == "’" and (after.isalnum() or seen[i - 1] not in ",.!?…—"):
                continue
            ranges.append((opened, i + 1))
            opened = None
    if opened is not None and closing != "’":
        # Speech that runs on into the next paragraph is left open at the end of this one.
        ranges.append((opened, end))
    return ranges
