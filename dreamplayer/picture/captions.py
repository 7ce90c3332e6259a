"""Captions: line breaking by sense into at most two lines of 42 characters, shown while the words are heard.

They dim as the night goes on: whoever still reads has eyes that are used to the dark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Score, Span, SpokenWord
from dreamplayer.model.text import shown_line
from dreamplayer.picture.frame import Caption, CaptionWord
from dreamplayer.timeline.depth import depth

WIDTH = 42
"""Characters a line (Netflix timed text; see docs)."""
LINES = 2
LEAD, TAIL, EASE = 0.25, 0.9, 0.35
"""Seconds a caption is shown before its first word and after its last; seconds of its fade in and out."""
LONG = 6.0
"""Seconds of speech above which a caption is better split: one shown longer than 7 s is read twice."""
DIMMEST = 0.88
"""Lowest opacity of the letters: upcoming words keep a contrast of 4.5 to 1 over every picture."""
_JOINS = frozenset("and or but nor so yet that which who if than because while as when where until though".split())
_ENDS_BADLY = """
a an the this these those each every some any no both of in on at to for with from by into onto upon under over
through behind beyond between toward towards beneath beside around across inside like without within your my his her
its their our i you we he she they it is are was were be been has have had will would can could may might not too very
"""
_WEAK = frozenset(_ENDS_BADLY.split()) | _JOINS
"""Words that should not end a line: they belong to what follows."""
_BEGINS_WELL = _WEAK | frozenset("throughout along against among above below before after upon without near".split())
"""Words that may well begin a line."""
_NAMES = frozenset("a an the this these those each every some any no your my his her its their our".split())
"""Determiners: the noun comes one or two words later."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words that are on the screen together, and their span in seconds of the night."""

    span: Span
    lines: tuple[tuple[SpokenWord, ...], ...]

    @property
    def text(self) -> str:
        """Its lines, separated by a newline."""
        return "\n".join(shown_line(word.text for word in line) for line in self.lines)


def _length(words: tuple[SpokenWord, ...]) -> int:
    """How wide a line is, in letters: an ideograph, a kana or a Hangul syllable is as wide as two."""
    line = shown_line(word.text for word in words)
    return len(line) if line.isascii() else len(line) + sum(east_asian_width(char) in "WF" for char in line)


def _cost(words: tuple[SpokenWord, ...], i: int) -> float:
    """Penalty for a break after word i: 0 after a full stop, 26 between an article and its noun."""
    end = words[i].text.rstrip("\"'”’)*")
    bare = _bare(words[i])
    if end.endswith((".", "!", "?", "…")):
        return 0.0
    if end.endswith((";", ":", "—", "–", "...")):
        return 2.0
    if bare in _JOINS or (bare in _WEAK and not end.endswith(",")):
        return 26.0
    if end.endswith(","):
        return 4.0
    if i + 1 < len(words) and _bare(words[i + 1]) in _BEGINS_WELL:
        return 9.0
    # "the deepest | wounds": most likely an adjective and its noun.
    return 18.0 if i > 0 and _bare(words[i - 1]) in _NAMES else 15.0


def _bare(word: SpokenWord) -> str:
    return word.text.lower().strip("“”\"'‘’(*.,;:!?")


def _seconds(words: tuple[SpokenWord, ...]) -> float:
    """How long they take to say, to a tenth of a second: the same in every score the night grows through."""
    return round(words[-1].span.end - words[0].span.start, 1)


def broken(words: tuple[SpokenWord, ...]) -> list[tuple[tuple[SpokenWord, ...], ...]]:
    """Break one sentence into captions of one or two lines: the cheapest set of breaks (dynamic programming).

    A word longer than a line gets a line of its own; nothing is cut.

    Args:
        words: of one sentence, with their spans.

    Returns:
        The captions in order, each a tuple of lines, each line a tuple of words.
    """
    n = len(words)
    best: list[float] = [0.0] + [float("inf")] * n
    back: list[tuple[int, int]] = [(0, 0)] * (n + 1)
    for i in range(n):
        if best[i] == float("inf"):
            continue
        for j in range(i + 1, n + 1):
            whole = _length(words[i:j])
            if whole > LINES * WIDTH and j > i + 1:
                break
            middle, ragged = _fold(words[i:j])
            if middle < 0:
                continue
            short = 14.0 if whole < 16 and n > 4 else 0.0
            late = 9.0 * max(0.0, _seconds(words[i:j]) - LONG)
            price = best[i] + 10.0 + ragged + short + late + (_cost(words, j - 1) if j < n else 0.0)
            if price < best[j]:
                best[j], back[j] = price, (i, i + middle)
    parts: list[tuple[tuple[SpokenWord, ...], ...]] = []
    j = n
    while j > 0:
        i, middle = back[j]
        parts.append((words[i:middle], words[middle:j]) if middle < j else (words[i:j],))
        j = i
    return parts[::-1]


@lru_cache(maxsize=4096)
def _broken(words: tuple[SpokenWord, ...]) -> tuple[tuple[tuple[SpokenWord, ...], ...], ...]:
    """`broken`, cached: a growing score asks again for each of its sentences."""
    return tuple(broken(words))


def _fold(words: tuple[SpokenWord, ...]) -> tuple[int, float]:
    """(first word of the second line, raggedness); the word count where one line is enough, -1 where two are not."""
    n = len(words)
    if _length(words) <= WIDTH or n == 1:
        return n, 0.0
    found, price = -1, float("inf")
    for k in range(1, n):
        top, low = _length(words[:k]), _length(words[k:])
        if (top > WIDTH and k > 1) or (low > WIDTH and n - k > 1):
            continue
        cost = 1.2 * _cost(words, k - 1) + 0.2 * abs(top - low)
        if cost < price:
            found, price = k, cost
    return found, price


def groups(score: Score) -> tuple[Group, ...]:
    """All captions of the night in order of time; no two overlap.

    Args:
        score: the night.
    """
    sentences: dict[int, list[SpokenWord]] = {}
    for word in score.words:
        sentences.setdefault(word.sentence, []).append(word)
    parts = [part for words in sentences.values() for part in _broken(tuple(words))]
    found: list[Group] = []
    for n, part in enumerate(parts):
        start = part[0][0].span.start - LEAD
        end = part[-1][-1].span.end + TAIL
        if found and start < found[-1].span.end:
            start = found[-1].span.end
        if n + 1 < len(parts):
            end = min(end, max(parts[n + 1][0][0].span.start - 0.08, part[-1][-1].span.start + 0.05))
        found.append(Group(Span(start, max(end, start + 0.05)), part))
    return tuple(found)


def caption(found: tuple[Group, ...], score: Score, t: float) -> Caption | None:
    """The caption shown at t, or None.

    Args:
        found: all captions of the night, from `groups`.
        score: the night; its depth where the caption begins sets how strong the letters are.
        t: seconds of the night.
    """
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].span.end <= t:
            low = middle + 1
        else:
            high = middle
    if low == len(found) or t < found[low].span.start:
        return None
    group = found[low]
    before = low > 0 and group.span.start - found[low - 1].span.end < 0.2
    after = low + 1 < len(found) and found[low + 1].span.start - group.span.end < 0.2
    opacity = (1.0 if before else smooth(t, group.span.start, group.span.start + EASE)) * (
        1.0 if after else smooth(t, group.span.end, group.span.end - EASE)
    )
    # By the depth where it begins: letters that dim while they are read would be noticed.
    opacity *= dimmed(depth(score, group.span.start))
    words = [word for line in group.lines for word in line]
    spoken = float(words[0].index) - 1.0
    for word in words:
        if t >= word.span.start:
            length = max(word.span.length, 0.05)
            spoken = word.index + min((t - word.span.start) / length, 1.0) * 0.999
    return Caption(
        lines=tuple(tuple(CaptionWord(w.text, w.index, w.emphasis) for w in line) for line in group.lines),
        spoken=spoken,
        opacity=opacity,
        by_phrase=words[0].estimated,
    )


def dimmed(deep: float) -> float:
    """Opacity of the letters at a depth of the night: 1 at the first word, about .89 where the story ends.

    Args:
        deep: depth of the night, 0..1.
    """
    return max(DIMMEST, 1.0 - 0.24 * deep)
