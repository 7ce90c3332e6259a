"""Composition of the score from spoken sentences: everything the night holds, in seconds. It only grows to the right.

A score agrees with every longer one below its horizon: what is on stage, audible or written at a time t before it is
the same. Ends beyond the horizon may still move.

A passage is composed once, when it has been spoken; what has ended by then is never looked at again. Composing a
night takes time linear in its words, and what lies far behind the listener can be dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dreamplayer.catalogue import sounds
from dreamplayer.model.audio import Rest, SpokenSentence
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration.pacing import Delivery, deliveries
from dreamplayer.timeline.composition import Composition, NightPlan
from dreamplayer.timeline.night_options import NightOptions
from dreamplayer.timeline.script_directions import with_directions
from dreamplayer.timeline.story_timeline import ToldPassage, estimated

OFTEN = 30
"""Up to this many passages each one yields a score; of a very long text, spoken hours ahead, only some do."""
KEPT = 7200.0
"""Seconds behind the listener that a growing night keeps: seeking back that far is possible."""


def compose(
    dream: Dream,
    reading: Reading,
    told: Iterable[SpokenSentence | Rest],
    options: NightOptions | None = None,
    paced: Sequence[Delivery] | None = None,
) -> Score:
    """The whole night of a dream whose every sentence has been spoken: the last score that `grow` yields.

    Args:
        dream: the text as it is narrated.
        reading: its mentions and moods.
        told: one `SpokenSentence` per sentence, in order, with any `Rest` inserted between them.
        options: what is chosen for the night; None takes the defaults.
        paced: the delivery of each sentence, in order; None computes `pacing.deliveries`.

    Raises:
        ValueError: `told` ends before the dream does.
    """
    parts = [ToldPassage(passage) for passage in dream.passages]
    composition = Composition(_plan(dream, reading, options, paced))
    for done in _told(parts, told):
        _compose(composition, parts, done)
    if composition.count < len(parts):
        raise ValueError(f"{dream.name}: told sentences end before the dream does")
    return with_directions(composition.whole(), dream, sounds())


def grow(
    dream: Dream,
    reading: Reading,
    told: Iterable[SpokenSentence | Rest],
    options: NightOptions | None = None,
    paced: Sequence[Delivery] | None = None,
    heard: Callable[[], float] | None = None,
) -> Iterator[Score]:
    """The night as it becomes known: its wind-in at once, then a longer score per passage, at last the complete one.

    Args:
        dream: the text as it is narrated.
        reading: its mentions and moods.
        told: one `SpokenSentence` per sentence, in order; it may block until the voice has spoken. A `Rest` postpones
            the current passage and everything after it, and a score with the longer wait follows at once.
        options: what is chosen for the night; None takes the defaults.
        paced: the delivery of each sentence, in order; None computes `pacing.deliveries`.
        heard: returns the second of the night being played; scores then hold what lies up to `KEPT` seconds before it.
            None holds everything.

    Yields:
        Scores, each agreeing with the one before below its horizon. If `told` ends early, so do they.
    """
    plan = _plan(dream, reading, options, paced)
    parts = [ToldPassage(passage) for passage in dream.passages]
    first = _first(parts)
    composition = Composition(plan)
    yield _wind_in(plan, parts[:first])
    before = published = 0
    for done in _told(parts, told):
        rested, before = done == before, done
        if done >= first:
            _compose(composition, parts, done)
            if heard is not None:
                composition.forget(heard() - KEPT)
        if done == len(parts):
            yield with_directions(composition.whole(), dream, sounds())
        elif done >= first and (rested or done - published >= max(1, composition.held // OFTEN)):
            published = done
            yield with_directions(composition.so_far(parts[done].rest), dream, sounds())
        elif done == 0:
            yield _wind_in(plan, parts[:first])


def _plan(dream: Dream, reading: Reading, options: NightOptions | None, paced: Sequence[Delivery] | None) -> NightPlan:
    chosen = options or NightOptions()
    return NightPlan(dream, reading, chosen, paced or deliveries(dream, chosen.pace, chosen.seed))


def _compose(composition: Composition, parts: list[ToldPassage], done: int) -> None:
    """Compose the passages completed since the last call, and drop their word times."""
    for part in parts[composition.count : done]:
        composition.add(part)
        part.sentences = []


def _wind_in(plan: NightPlan, parts: list[ToldPassage]) -> Score:
    """A score without words: the first scene, and the wait that is already certain."""
    composition = Composition(plan)
    for part in parts:
        composition.add(estimated(part))
    return composition.wind_in(parts[0].rest)


def _told(parts: list[ToldPassage], told: Iterable[SpokenSentence | Rest]) -> Iterator[int]:
    """Fill the parts in; yields how many are complete, whenever that changes or a rest is inserted."""
    first, done = _first(parts), 0
    for item in told:
        if isinstance(item, Rest):
            late = parts[done if done >= first else 0]
            late.rest = round(late.rest + item.seconds, 6)
            yield done if done >= first else 0
            continue
        parts[done].sentences.append(item)
        if parts[done].whole:
            done += 1
            yield done
            if done == len(parts):
                return


def _first(parts: list[ToldPassage]) -> int:
    """How many passages the first scene needs: the preamble, if there is one, and the passage after it."""
    return next((i for i, part in enumerate(parts) if not part.passage.preamble), len(parts) - 1) + 1
