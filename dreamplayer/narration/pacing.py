"""Pacing of the narration: how slowly a dream is spoken and how long it rests, from the text, a pace and a seed alone.

The pace of the night is words over speech and the rests between sentences, inside a passage. It falls from about
120 words per minute at the first word to about 90 at the last: in the first half the rests grow, in the second half
the speech itself slows down as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dreamplayer.kit.curves import ramp, smooth
from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.text import Dream, Passage, Sentence

FIRST, LAST = 120.0, 90.0
"""Words per minute overall, at the beginning and at the end, at a pace of 1."""
SPEECH_FIRST, SPEECH_LAST = 136.0, 104.0
"""Words per minute while speaking, likewise."""
REST_FIRST, REST_LAST = 0.84, 0.98
"""Seconds after a sentence's clip, before random variation; the edges of the clip add 0.18 s of silence."""
PASSAGE_FIRST, PASSAGE_LAST = 3.3, 4.5
"""Seconds after a passage, likewise."""
COMMA_FIRST, COMMA_LAST = 0.26, 0.42
"""Seconds of pause at a comma; other marks in proportion."""
DIALOGUE = 0.18
"""Softness of a line of dialogue: a shade, about 0.7 dB."""
LATE = 0.45
"""Softness of the whole voice at the end."""

WHISPERED = 0.7
"""Softness of a line whispered by request of a script."""
BEAT = 1.0
"""Seconds from one counted number to the next."""
SOUNDING = 2.5
"""Shortest pause in seconds for a sound requested by a script."""
KEPT = 0.02
"""Seconds added to a requested pause, so that rounding never makes it shorter."""
VERSE = {"": 0.45, ",": 0.55, ";": 0.7, ":": 0.7, "—": 0.6}
"""Seconds of breath after a line of verse, by the mark it ends with; other marks rest as between sentences."""

_WAKING = re.compile(r"\b(?:wake|wakes|woke|waking|wakened|awake|awaken|awakens|awoke|open(?:ed)? (?:my|your) eyes)\b")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Delivery of one sentence: its speed, pauses and softness."""

    pace: float
    """Words per minute while speaking; a multiple of 2, so that a clip serves more than one night."""
    comma: float
    """Seconds of pause at a comma."""
    rest: float
    """Seconds of silence after the sentence."""
    softness: float
    """0 at the usual level .. 1 the softest line of the night, about 4 dB quieter."""
    before: float = 0.0
    """Seconds of silence requested by the script before it, from word to word; 0 for none."""
    exact: bool = False
    """Whether `before` is the whole pause; otherwise it is a minimum."""
    beat: bool = False
    """True for a number of a count: it begins BEAT seconds after the last word began."""


def deliveries(dream: Dream, pace: float = 1.0, seed: int = 0) -> tuple[Delivery, ...]:
    """The delivery of each sentence, in order.

    Args:
        dream: the text as it is narrated.
        pace: factor of the speaking rate: 1 as designed, 0.8 slower, 1.2 quicker.
        seed: seed of the small variation of rests.
    """
    total = max(1, sum(1 for _ in dream.words))
    softest = last_before_waking(dream)
    asked, whispered = asked_pauses(dream), softened(dream)
    made: list[Delivery] = []
    for passage in dream.passages:
        for sentence in passage.sentences:
            share = (sentence.words[0].index if sentence.words else 0) / total
            made.append(
                Delivery(
                    speech(share, pace),
                    comma(share, pace),
                    rest_after(sentence, passage, share, pace, seed),
                    max(softness(sentence, share, softest), WHISPERED if sentence.index in whispered else 0.0),
                    *asked.get(sentence.index, (0.0, False)),
                    beat=sentence.beat,
                )
            )
    return tuple(made)


def speech(share: float, pace: float = 1.0) -> float:
    """Words per minute while speaking: falls from SPEECH_FIRST to SPEECH_LAST, mostly in the second half.

    Args:
        share: position in the story, 0 the first word .. 1 the last.
        pace: factor of the speaking rate: 1 as designed, 0.8 slower, 1.2 quicker.

    Returns:
        A multiple of 2.
    """
    slowed = SPEECH_FIRST + (SPEECH_LAST - SPEECH_FIRST) * smooth(share, 0.0, 1.0) * (
        0.35 + 0.65 * ramp(share, 0.25, 1.0)
    )
    return float(2.0 * round(pace * slowed / 2.0))


def comma(share: float, pace: float = 1.0) -> float:
    """Seconds of pause at a comma; it has reached its full length just past the middle of the story.

    Args:
        share: position in the story, 0 the first word .. 1 the last.
        pace: factor of the speaking rate: 1 as designed, 0.8 slower, 1.2 quicker.
    """
    return float(round((COMMA_FIRST + (COMMA_LAST - COMMA_FIRST) * smooth(share, 0.0, 0.6)) / pace, 2))


def rest_after(sentence: Sentence, passage: Passage, share: float, pace: float = 1.0, seed: int = 0) -> float:
    """Seconds of silence after a sentence's clip.

    At a pace of 1, 0.8 to 1.02 within a passage, which is 0.98 to 1.2 from word to word; 3 to 5 after it; 0.45 to 0.7
    after a line of verse that goes on.

    Args:
        sentence: the sentence.
        passage: its passage.
        share: position in the story, 0 the first word .. 1 the last.
        pace: factor of the speaking rate: 1 as designed, 0.8 slower, 1.2 quicker.
        seed: seed of the small variation.
    """
    chance = uniform_one(seed_of(seed, "rest", sentence.index)) - 0.5
    if sentence.index == passage.sentences[-1].index:
        length = PASSAGE_FIRST + (PASSAGE_LAST - PASSAGE_FIRST) * smooth(share, 0.0, 0.7) + 0.6 * chance
        return float(min(max(length, 3.0), 5.0)) / pace
    if passage.verse:
        mark = sentence.words[-1].text.rstrip("”’\"'»)")[-1:]
        if mark.isalnum() or mark in VERSE:
            return VERSE["" if mark.isalnum() else mark] / pace
    length = REST_FIRST + (REST_LAST - REST_FIRST) * smooth(share, 0.0, 0.7) + 0.08 * chance
    if sentence.words and sentence.words[-1].text.rstrip("”’\"'»)")[-1:] in "?…—":
        length += 0.05
    return float(min(max(length, 0.8), 1.02)) / pace


class SentenceLookup:
    """Finds sentences by the index of a word, and passages by that of a sentence, by bisection.

    Made once for all directions of a dream, so that a script costs as much as it has words.

    Args:
        dream: the text as it is told; its words, sentences and passages are numbered in order.
    """

    def __init__(self, dream: Dream) -> None:
        worded = [sentence for sentence in dream.sentences if sentence.words]
        self._passages = dream.passages
        self._first_words = [sentence.words[0].index for sentence in worded]
        self._sentences = [sentence.index for sentence in worded]
        self._last_sentences = [passage.sentences[-1].index for passage in dream.passages]

    def sentence_at(self, word: int) -> int | None:
        """Index of the first sentence that begins with this word or a later one; None after the last.

        Args:
            word: index of a word of the dream; its number of words means the end.
        """
        i = bisect_left(self._first_words, word)
        return self._sentences[i] if i < len(self._sentences) else None

    def passage_of(self, sentence: int) -> Passage | None:
        """The passage a sentence belongs to; None after the last.

        Args:
            sentence: index of a sentence of the dream.
        """
        i = bisect_left(self._last_sentences, sentence)
        return self._passages[i] if i < len(self._passages) else None


def asked_pauses(dream: Dream) -> dict[int, tuple[float, bool]]:
    """The pauses a script asks for, before the sentences they fall before.

    Args:
        dream: its `directions` of the kinds `pause` and `sound` are read; several before one sentence add up.

    Returns:
        For the index of each sentence with a pause before it: seconds from word to word, and whether that is the
        whole pause (True) or the least it lasts.
    """
    found: dict[int, tuple[float, bool]] = {}
    lookup = SentenceLookup(dream)
    for direction in dream.directions:
        if direction.kind not in ("pause", "sound"):
            continue
        index = lookup.sentence_at(direction.word)
        if index is None:
            continue
        seconds, exact = found.get(index, (0.0, True))
        if direction.kind == "sound":
            found[index] = (max(seconds, SOUNDING), exact and seconds > SOUNDING)
        else:
            found[index] = (round(max(seconds, KEPT) + (direction.seconds or 0.0), 6), exact and direction.exact)
    return found


def softened(dream: Dream) -> frozenset[int]:
    """Indices of the sentences a script wants whispered: from the direction to the end of its passage.

    Args:
        dream: its `directions` of the kind `soften` are read.
    """
    lookup = SentenceLookup(dream)
    found: set[int] = set()
    for direction in dream.directions:
        if direction.kind != "soften":
            continue
        first = lookup.sentence_at(direction.word)
        home = None if first is None else lookup.passage_of(first)
        # A sentence that is whispered already has all after it whispered too.
        if first is None or home is None or first in found:
            continue
        found |= {sentence.index for sentence in home.sentences if sentence.index >= first}
    return frozenset(found)


def softness(sentence: Sentence, share: float, softest: int) -> float:
    """Softness of a sentence: the voice sinks slowly, dialogue is a shade softer, the last line before waking most.

    Args:
        sentence: the sentence.
        share: position in the story, 0 the first word .. 1 the last.
        softest: index of the last sentence before waking.

    Returns:
        0 at the usual level .. 1 about 4 dB quieter.
    """
    if sentence.index == softest:
        return 1.0
    near = max(0.0, 1.0 - abs(softest - sentence.index) / 4.0) if sentence.index < softest else 0.0
    return float(min(LATE * smooth(share, 0.1, 1.0) + (DIALOGUE if sentence.dialogue else 0.0) + 0.3 * near, 0.95))


def last_before_waking(dream: Dream) -> int:
    """Index of the sentence before the one that wakes, in the last fifth of the story; without one, that of the last.

    Args:
        dream: the text; "wake", "awake", "open my eyes" and the like are waking.
    """
    sentences = list(dream.sentences)
    from_here = max(1, int(len(sentences) * 0.8))
    for sentence in sentences[from_here:]:
        if _WAKING.search(sentence.text.lower()):
            return sentence.index - 1
    return sentences[-1].index


def expected(dream: Dream, paced: Sequence[Delivery]) -> float:
    """Estimated duration of the story in seconds, before a word of it is spoken.

    Args:
        dream: the text as it is narrated.
        paced: its `deliveries`.
    """
    return sum(
        60.0 * len(sentence.words) / delivery.pace + delivery.rest + delivery.before
        for sentence, delivery in zip(dream.sentences, paced, strict=True)
    )
