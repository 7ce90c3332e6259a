"""From told sentences to a score: everything the night holds, in seconds. It only grows to the right.

A score agrees with every longer one below its horizon: whatever is on stage, sounds or is written at a time t
before it is the same. Ends that lie beyond the horizon may yet move.

A passage is composed once, when it has been told; what has ended by then is never looked at again. A night costs as
much as it has words, and what lies far behind its listener can be let go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dreamplayer.catalogue import sounds
from dreamplayer.model.audio import Rest, Told
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration.pacing import Delivery, deliveries
from dreamplayer.timeline.composition import Composition, NightPlan
from dreamplayer.timeline.night_options import NightOptions
from dreamplayer.timeline.obeyed import with_directions
from dreamplayer.timeline.story_timeline import ToldPassage, guessed

OFTEN = 30
"""Passages that are each worth a score of their own; of a very long text, told hours ahead, only some are."""
KEPT = 7200.0
"""Seconds behind the listener that a growing night keeps: one may go back that far."""


def compose(
    dream: Dream,
    reading: Reading,
    told: Iterable[Told | Rest],
    options: NightOptions | None = None,
    paced: Sequence[Delivery] | None = None,
) -> Score:
    """The whole night of a dream whose every sentence is told, in order: the last that `grow` gives.

    `paced`: the dream's `deliveries`, where they are known already. Raises ValueError if `told` ends too early.
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
    told: Iterable[Told | Rest],
    options: NightOptions | None = None,
    paced: Sequence[Delivery] | None = None,
    heard: Callable[[], float] | None = None,
) -> Iterator[Score]:
    """The night as it becomes known: at once with its wind-in, then longer by each passage, complete at last.

    `told` gives one Told per sentence, in order, and may wait for the voice. A Rest among them puts off the passage
    that is being told, and all after it; a score with the longer wait follows at once. `paced`: as in `compose`.
    `heard`: the second of the night that is being played; scores hold what lies up to KEPT seconds before it.
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
    """Compose what has been told since; what the voice said of it is let go."""
    for part in parts[composition.count : done]:
        composition.add(part)
        part.sentences = []


def _wind_in(plan: NightPlan, parts: list[ToldPassage]) -> Score:
    """No word yet: the first scene, and as long a wait as is sure."""
    composition = Composition(plan)
    for part in parts:
        composition.add(guessed(part))
    return composition.wind_in(parts[0].rest)


def _told(parts: list[ToldPassage], told: Iterable[Told | Rest]) -> Iterator[int]:
    """Fill the parts in; gives how many are whole, each time that changes or a rest is put in."""
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
    """How many passages the first scene needs: the opening, if there is one, and what follows it."""
    return next((i for i, part in enumerate(parts) if not part.passage.preamble), len(parts) - 1) + 1
