"""Dream cards: how long a dream is, what is in it, how heavy it gets and where, before it is played."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from dreamplayer.app.language_notices import card_phrase
from dreamplayer.app.picker import omissions_phrase
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.model.score import Scene, Score

LIGHT, SOME = 0.35, 0.6
"""Peak intensity below which a dream counts as light, and as somewhat heavy."""
_MARKS = " .,;:!?…—–-*_()[]\"'“”‘’"
SHORT, MIDDLE = 27.0, 32.0
"""Minutes of the whole night below which it counts as short, and as medium."""


@dataclass(frozen=True, slots=True)
class Card:
    """A dream as the picker offers it."""

    name: str
    title: str
    sha256: str
    first_line: str
    words: int
    own: bool
    loved: bool = False
    ago: int | None = None
    """How many nights ago it was played, 0 for the last night; None if never."""
    left: bool = False
    """Whether it was left before its end."""
    minutes: float | None = None
    """Of the whole night; None until it is composed."""
    told: float | None = None
    """Minutes of the story alone."""
    images: tuple[str, ...] = ()
    curve: tuple[float, ...] = ()
    """Intensity of each passage, 0 at peace .. 1 grief or fear at its strongest."""
    note: str = ""
    """Key of a content note: grief, fear, grief-and-fear, or ""."""
    contents: tuple[tuple[int, str], ...] = ()
    """Of a book: for each of its parts the code point at which it begins, and its heading; else empty."""
    part: int = 0
    """Which of them is told next, from 0."""
    vocabulary: str = ""
    """All its words, each once, for the search."""
    passages: tuple[int, ...] = ()
    """Code points at which its favourite passages begin."""
    without: str = ""
    """What it is told without, as a phrase: "told without 3 footnotes and the licence"; "" where nothing is missing."""
    language: str = ""
    """Its language, where that is not English, and what this machine lacks for it, as a phrase."""

    @property
    def heaviness(self) -> float:
        """Intensity of its heaviest passage, 0 at peace .. 1; 0 while it is not known."""
        return max(self.curve, default=0.0)

    @property
    def about(self) -> float:
        """Minutes of the whole night; estimated from the word count while it is not composed."""
        evenings = max(1, len(self.contents))
        return self.minutes if self.minutes is not None else self.words / evenings / 105.0 + 26.5


def card_of(
    entry: LibraryEntry,
    *,
    loved: bool = False,
    ago: int | None = None,
    left: bool = False,
    char: int = 0,
    passages: tuple[int, ...] = (),
) -> Card:
    """The card from the text alone.

    Args:
        entry: of the library.
        loved: whether it is a favourite.
        ago: how many nights ago it was played.
        left: whether it was left before its end.
        char: of a book, the code point that was reached.
        passages: code points at which its favourite passages begin.
    """
    lines = [line.partition("\t") for line in entry.contents.splitlines()]
    contents = tuple((int(start), title) for start, _, title in lines if start.isdecimal())
    part = max((n for n, (start, _) in enumerate(contents) if start <= char), default=0)
    return Card(
        entry.name, entry.title, entry.sha256, entry.first_line, entry.words, entry.own, loved, ago, left,
        contents=contents, part=part, vocabulary=entry.vocabulary, without=omissions_phrase.phrase(entry.without),
        passages=passages, language=card_phrase(entry.language, entry.vocabulary),
    )  # fmt: skip


def intensity(scene: Scene) -> float:
    """How intense a passage is, 0..1: sorrow counts most, and arousal adds to it."""
    sorrow = max(0.0, -scene.valence)
    return min(1.0, sorrow * (0.75 + 0.5 * max(0.0, scene.arousal)) + 0.15 * max(0.0, scene.arousal))


def with_score(card: Card, score: Score, lengths: Score | None = None) -> Card:
    """The card with what its score adds.

    Args:
        card: to be completed.
        score: of the dream, with any voice.
        lengths: score of the voice that will narrate it, if another.
    """
    timed = lengths or score
    story = timed.section("story")
    curve = tuple(intensity(scene) for scene in score.scenes)
    return replace(
        card,
        minutes=timed.duration / 60.0,
        told=story.length / 60.0,
        images=images(score),
        curve=curve,
        note=_note(score.scenes),
    )


def images(score: Score, most: int = 5) -> tuple[str, ...]:
    """What a dream shows most, at most `most`, in its own words and in the order of their first appearance."""
    weight: defaultdict[str, float] = defaultdict(float)
    first: dict[str, tuple[float, str]] = {}
    words = {word.index: word.text for word in score.words}
    for cue in score.cues:
        if cue.kind == "element" and cue.word is not None and cue.mode != "negated":
            weight[cue.name] += cue.strength
            said = words.get(cue.word, cue.name).strip(_MARKS).casefold()
            first.setdefault(cue.name, (cue.span.start, said))
    chosen = sorted(weight, key=weight.__getitem__, reverse=True)[:most]
    return tuple(dict.fromkeys(said for _, said in sorted(first[name] for name in chosen)))


def _note(scenes: tuple[Scene, ...]) -> str:
    grief = any(scene.valence < -0.35 and scene.arousal <= 0.25 for scene in scenes)
    fear = any(scene.valence < -0.3 and scene.arousal > 0.25 for scene in scenes)
    return "grief-and-fear" if grief and fear else "grief" if grief else "fear" if fear else ""
