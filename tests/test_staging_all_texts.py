"""Every annotated text in the made-up places and in those of the catalogue: nothing is ever off its anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import pytest

from dreamplayer import catalogue
from dreamplayer.catalogue import elements
from dreamplayer.drawing.place import Place
from dreamplayer.model.place import PlaceRecord
from dreamplayer.model.score import Cue, Scene, Score
from dreamplayer.reading.lexicon.vocabulary import place_records, thing
from dreamplayer.staging.anchor_layout import LARGE, MOST, MOST_LARGE, SWARM
from dreamplayer.staging.support import drawn_size
from tests.made_places import in_made_places, made_places, made_records
from tests.test_staging_places import annotated, night


@dataclass(frozen=True)
class Nights:
    """The nights of all annotated texts, and the places they play in."""

    scores: list[Score]
    places: Mapping[str, Place]
    records: Mapping[str, PlaceRecord]


@pytest.fixture(scope="module", params=["made-up", "real"])
def nights(request: pytest.FixtureRequest) -> Nights:
    """All nights in the made-up places, or in those of the catalogue."""
    if request.param == "real":
        return Nights([night(text) for text in annotated()], catalogue.places(), dict(place_records()))
    with in_made_places():
        return Nights([night(text) for text in annotated()], made_places(), made_records())


def test_everything_rests_at_an_anchor_that_takes_it(nights: Nights) -> None:
    """Every staged element of every annotated text: at an anchor that takes its size, at true size unless said."""
    anchored = 0
    for score in nights.scores:
        homes = {scene.place_id for scene in score.scenes}
        for cue in (c for c in score.cues if c.kind == "element" and c.staged):
            rests = cue.rests
            assert rests is not None, cue.name
            assert rests.place in homes
            assert rests.place is not None
            assert rests.how in ("anchor", "place", "sky", "weather", "held", "vision"), (cue.name, rests)
            assert 0.7 <= rests.scale <= 1.5 or rests.said, (cue.name, rests)
            if rests.how == "anchor":
                anchor = nights.places[rests.place].anchor(rests.anchor or "")
                assert anchor is not None, (cue.name, rests)
                assert anchor.smallest <= thing(cue.name).size * rests.scale <= anchor.largest, (cue.name, rests)
                assert cue.place is not None
                natural, true = drawn_size(elements()[cue.name]), thing(cue.name).size * rests.scale
                if true / natural >= SWARM:
                    assert cue.place.size * natural == pytest.approx(true, rel=0.02)
                anchored += 1
            elif rests.how == "sky":
                assert nights.records[rests.place].sky
    assert anchored > 300


def test_no_anchor_holds_two(nights: Nights) -> None:
    """No two things are at one anchor at once, and never more than four large and seven in all."""
    for score in nights.scores:
        at: dict[tuple[str | None, str | None], list[Cue]] = {}
        for cue in score.cues:
            rests = cue.rests if cue.kind == "element" and cue.staged else None
            if rests is not None and rests.anchor is not None and rests.how != "held":
                at.setdefault((rests.place, rests.anchor), []).append(cue)
        for cues in at.values():
            for one, other in ((a, b) for i, a in enumerate(cues) for b in cues[i + 1 :]):
                if (one.name, one.seed) != (other.name, other.seed):
                    assert one.span.end <= other.span.start + 1e-6 or other.span.end <= one.span.start + 1e-6
        for cue in (c for cues in at.values() for c in cues):
            t = cue.span.start
            here = {
                (c.name, c.seed)
                for (place, _), cues in at.items()
                if place == (cue.rests.place if cue.rests else None)
                for c in cues
                if c.rests is not None and c.rests.how == "anchor" and c.span.start <= t < c.span.end
            }
            assert len(here) <= MOST, here
            large = {(name, seed) for name, seed in here if thing(name).alive or thing(name).size >= LARGE}
            assert len(large) <= MOST_LARGE, here


def _turns(score: Score) -> list[Scene]:
    """The scenes by their turns: passages that share one count once."""
    return [
        scene for i, scene in enumerate(score.scenes)
        if i == 0 or scene.framed_since != score.scenes[i - 1].framed_since
    ]  # fmt: skip


def test_framings_of_all_texts(nights: Nights) -> None:
    """The first framing of a visit is the wide one; none follows itself in the same place."""
    seen = set()

    def first(scene: Scene) -> str:
        return nights.places[scene.place_id or ""].framings[0].name

    for score in nights.scores:
        turns = [turn for turn in _turns(score) if turn.place_id is not None]
        assert turns[0].framing == first(turns[0])
        for before, now in pairwise(turns):
            assert (now.framing != before.framing) if now.place_id == before.place_id else now.framing == first(now)
            seen.add(now.framing)
    assert len(seen) >= 3
