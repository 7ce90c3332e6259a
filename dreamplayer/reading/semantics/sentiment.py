"""How each passage feels, when and where it plays: its words and its images, smoothed over its neighbours.

The figures are summed from a small lexicon and from what is seen, done and heard, and from nothing else: passages of
the same words read the same wherever they stand. That a night calms is the timeline's, not the text's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from dreamplayer.model.reading import Mention, Mood, TimeOfDay
from dreamplayer.reading.lexicon.vocabulary import Vocabulary, vocabulary
from dreamplayer.reading.semantics.modifiers import linear
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token

NEIGHBOUR = 0.15
"""Share each neighbour has in a passage's mood."""
EARLY = 0.7
"""Weight of a passage's first word; its last has as much above 1 as this is below."""
CUE = 1.1
"""Weight of something seen, done or heard beside a word of feeling."""
_NOT = frozenset("no not never without nor neither isn't wasn't didn't doesn't don't nothing hardly less".split())
_SUFFIXES = ("ly", "s", "es", "ed", "d", "ing", "ness", "er", "est")
NIGHT_HOURS: tuple[TimeOfDay, ...] = ("night", "twilight", "dusk")

Found = tuple[Sequence[Token], Sequence[Match], Sequence[Mention]]


def moods(found: Sequence[Found], lexicon: Vocabulary) -> tuple[Mood, ...]:
    """One mood for each passage found.

    Args:
        found: what was found in each passage, in order.
        lexicon: with the moods of words.
    """
    raw = [felt(words, mentions, lexicon) for words, _, mentions in found]
    times = _times(found)
    made: list[Mood] = []
    place: str | None = None
    for i, (_, matches, mentions) in enumerate(found):
        place = _place(mentions, lexicon) or place
        near = [raw[k] for k in (i - 1, i + 1) if 0 <= k < len(raw)]
        valence, arousal = (
            (1 - NEIGHBOUR * len(near)) * raw[i][axis] + NEIGHBOUR * sum(other[axis] for other in near)
            for axis in (0, 1)
        )
        colours = tuple(dict.fromkeys(linear(lexicon.colours[m.colour]) for m in matches if m.colour))
        made.append(Mood(_held(valence), _held(arousal), times[i], colours, place))
    return tuple(made)


def _held(value: float) -> float:
    return round(max(-1.0, min(1.0, value)), 3)


def felt(words: Sequence[Token], mentions: Sequence[Mention], lexicon: Vocabulary) -> tuple[float, float]:
    """Valence and arousal of a passage by itself.

    Args:
        words: its tokens.
        mentions: what they call up.
        lexicon: the vocabulary.

    Returns:
        Both -1..1; (0, -.3) where nothing tells.
    """
    valence = arousal = weight = 0.0
    first, span = (words[0].start, max(1, words[-1].end - words[0].start)) if words else (0, 1)

    def late(position: int) -> float:
        # What a passage ends on is what one is left with.
        return EARLY + (2 - 2 * EARLY) * (position - first) / span

    for i, token in enumerate(words):
        feel = _lookup(token.norm)
        if feel is None:
            continue
        share = late(token.start)
        denied = any(words[k].norm in _NOT and words[k].sentence == token.sentence for k in range(max(0, i - 3), i))
        valence += share * feel[0] * (-0.6 if denied else 1.0)
        arousal += share * feel[1] * (0.3 if denied else 1.0)
        weight += share
    for (name, mode), position in {(m.name, m.mode): m.start for m in mentions}.items():
        feel = lexicon.cues.get(name)
        if feel is None or mode == "negated":
            continue
        share = late(position) * (CUE if mode == "literal" else 0.3)
        valence += share * feel[0]
        arousal += share * feel[1]
        weight += share * 0.7
    if not weight:
        return 0.0, -0.3
    scale = 1.0 / (weight + 1.5)
    return math.tanh(1.6 * valence * scale), math.tanh(1.8 * arousal * scale)


@cache
def _lookup(word: str) -> tuple[float, float] | None:
    lexicon = vocabulary()
    feel = lexicon.mood.get(word)
    if feel is not None:
        return feel
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)]
            feel = lexicon.mood.get(stem) or lexicon.mood.get(stem + "e")
            if feel is not None:
                return feel
    return None


def _times(found: Sequence[Found]) -> list[TimeOfDay]:
    """The time of each passage: as told, else as before; the first told one holds for those before it too."""
    told: list[TimeOfDay] = []
    hints: list[str] = []
    for words, matches, _ in found:
        here: TimeOfDay = "none"
        hint = ""
        for match in matches:
            if match.time is None:
                continue
            if match.time.startswith("weak-"):
                hint = hint or match.time.removeprefix("weak-")
            elif not words[match.first].quoted or here == "none":
                here = match.time  # type: ignore[assignment]
        told.append(here)
        hints.append(hint)
    current: TimeOfDay = next((time for time in told if time in NIGHT_HOURS), "none")
    made: list[TimeOfDay] = []
    for time, hint in zip(told, hints, strict=True):
        if time != "none":
            current = time
        elif hint == "morning" and current in NIGHT_HOURS:
            current = "morning"
        elif hint and current == "none":
            current = hint  # type: ignore[assignment]
        made.append(current)
    return made


def _place(mentions: Sequence[Mention], lexicon: Vocabulary) -> str | None:
    """The element that sets the place: the strongest of those that can, the first among equals."""
    best: Mention | None = None
    for mention in mentions:
        if mention.kind != "element" or mention.mode != "literal" or mention.strength < 0.9:
            continue
        if lexicon.record(mention.name).sets_place:
            if lexicon.record(mention.name).vague_place and best is not None:
                continue
            if best is None or lexicon.record(best.name).vague_place:
                best = mention
    return best.name if best is not None else None
