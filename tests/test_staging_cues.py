"""What is named enters at its word, goes on, meets its events and withdraws."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dreamplayer.catalogue import elements
from dreamplayer.elements.buildings.corridor import DOORS
from dreamplayer.model.audio import SpokenSentence, WordTime
from dreamplayer.model.reading import Mention, Mood, Reading
from dreamplayer.model.score import Cue, Score
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.lexicon.vocabulary import event_record
from dreamplayer.staging.event_timing import RISE, respond
from dreamplayer.timeline.compose import compose

pytestmark = pytest.mark.usefixtures("bare_stage")

NIGHT = Mood(0.0, 0.0, "night")


def told(dream: Dream) -> list[SpokenSentence]:
    """Every sentence at two words a second."""
    return [
        SpokenSentence(
            s.index, "", 0.5 * len(s.words), tuple(WordTime(i / 2, i / 2 + 0.4) for i in range(len(s.words)))
        )
        for s in dream.sentences
    ]


def night(text: str, named: Sequence[tuple[str, dict[str, object]]], moods: Sequence[Mood] = ()) -> Score:
    """The night of a text in which each named word, in order, is a mention with these properties."""
    dream = parse(text, name="made-up")
    words = [(word, passage.index) for passage in dream.passages for word in passage.words]
    mentions: list[Mention] = []
    at = -1
    for said, how in named:
        at = next(i for i in range(at + 1, len(words)) if words[i][0].text.strip(".,").lower() == said)
        word, passage = words[at]
        of = {"kind": "element", "name": said, "mode": "literal"} | how
        mentions.append(
            Mention(start=word.start, end=word.end, word=word.index, passage=passage, **of)  # type: ignore[arg-type]
        )
    return compose(dream, Reading(tuple(mentions), tuple(moods) or (NIGHT,) * len(dream.passages)), told(dream))


def cues(score: Score, name: str) -> list[Cue]:
    """Element cues of a name, in order."""
    return [cue for cue in score.cues if cue.kind == "element" and cue.name == name]


EVENT = {"kind": "event"}
FILL = "and it is late and quiet here and nothing else is said for a long while now"


def test_the_one_is_not_the_many() -> None:
    """The single lantern is another than the lanterns, and what breaks it leaves them whole."""
    score = night(
        "Lanterns glow. The single lantern is dim. The lantern shatters. The lanterns rise.",
        [
            ("lanterns", {"name": "lantern", "many": True}), ("lantern", {"name": "lantern", "count": 1}),
            ("lantern", {"name": "lantern"}), ("shatters", EVENT | {"name": "shatter", "target": "lantern"}),
            ("lanterns", {"name": "lantern", "many": True}),
            ("rise", EVENT | {"name": "rise", "target": "lantern", "many": True}),
        ],
    )  # fmt: skip
    many, one, again, all_of_them = cues(score, "lantern")
    assert many.seed == all_of_them.seed != one.seed == again.seed
    assert many.count > 1
    assert one.count == 1
    assert [met.event for met in again.responses] == ["shatter"]
    assert [met.event for met in all_of_them.responses] == ["rise"]


def test_at_most_five_arrive_in_a_beat() -> None:
    """Of eight things in one breath five are staged, the strongest; all eight are in the score."""
    names = ("lantern", "mirror", "tree", "figure", "bird", "flower", "child", "door")
    score = night(
        " ".join(names) + ".", [(name, {"strength": 0.9 if name in ("bird", "door") else 0.5}) for name in names]
    )
    shown = [cues(score, name)[0] for name in names]
    staged = {cue.name for cue in shown if cue.staged and cue.rests is not None and cue.rests.how != "vision"}
    assert len(staged) == 5
    assert {"bird", "door"} <= staged


def test_settings_stay_and_props_go() -> None:
    """The garden stays until another place is named; a chair goes when a later passage has images of its own."""
    many = [("tree", {}), ("bird", {}), ("flower", {})]
    place = [Mood(0.0, 0.0, "night", place=name) for name in ("garden", "garden", "corridor")]
    text = f"A garden and a chair {FILL}.\n\nA tree, a bird, a flower {FILL}.\n\nA corridor {FILL}."
    score = night(text, [("garden", {}), ("chair", {}), *many, ("corridor", {})], place)
    second, third = score.scenes[1], score.scenes[2]
    assert cues(score, "garden")[0].span.end == pytest.approx(third.span.start + third.crossfade)
    assert cues(score, "chair")[0].span.end == pytest.approx(second.span.start + second.crossfade)
    assert cues(score, "corridor")[0].span.end == score.duration


def test_stars_go_at_sunrise() -> None:
    """What belongs to the night leaves when the hour does."""
    hours = [Mood(0.0, 0.0, "night"), Mood(0.0, 0.0, "sunrise")]
    score = night(f"Stars {FILL}.\n\nThe sun rises {FILL}.", [("stars", {"name": "star", "many": True})], hours)
    assert cues(score, "star")[0].span.end < score.scenes[1].span.start + 10.0


def test_people_and_things_withdraw_after_the_story() -> None:
    """When the night has landed, whoever stands there leaves slowly; the sky stays to the end."""
    score = night(f"A figure under a sky {FILL}.", [("figure", {}), ("sky", {})])
    coda = score.section("coda")
    assert coda.end < cues(score, "figure")[0].span.end <= coda.end + 60.0
    assert cues(score, "figure")[0].leave >= 20.0
    assert cues(score, "sky")[0].span.end == score.duration


def test_a_simile_is_a_vision_or_is_not_seen() -> None:
    """What is only likened never takes the place of what is there: it is told in stardust, where motes can tell it."""
    score = night("A voice like a river, like a bell.", [(name, {"mode": "figurative"}) for name in ("river", "bell")])
    (river,), (bell,) = cues(score, "river"), cues(score, "bell")
    assert not river.staged
    assert bell.staged
    assert bell.rests is not None
    assert bell.rests.how == "vision"


def test_states_are_there_from_the_first() -> None:
    """A cracked mirror is cracked when it comes."""
    score = night("A cracked mirror.", [("mirror", {"state": ("crack",)})])
    (met,) = cues(score, "mirror")[0].responses
    assert (met.event, met.shape) == ("crack", "state")
    assert met.span.end < cues(score, "mirror")[0].span.start


def test_events_may_be_named_first() -> None:
    """Drifting lanterns drift from the moment they come."""
    score = night(
        "Drifting lanterns.",
        [("drifting", EVENT | {"name": "drift", "target": "lantern"}), ("lanterns", {"name": "lantern", "many": True})],
    )
    (lanterns,) = cues(score, "lantern")
    assert [met.event for met in lanterns.responses] == ["drift"]
    assert lanterns.responses[0].span.start == lanterns.span.start


@pytest.mark.parametrize("event", ["crack", "shatter", "flash", "explode", "ignite", "fall", "pulse", "nobody-knows"])
def test_events_are_slow(event: str) -> None:
    """Whatever the word, its light takes longer than 0.8 s, and longer still where it is dark."""
    quick, slow = (respond(event, 70.0, seed=3, slowness=slowness) for slowness in (0.0, 1.0))
    assert quick.span.start == 70.0
    assert slow.span.length > quick.span.length >= 2.0
    assert quick.shape == event_record(event).shape
    assert RISE >= 0.8


def test_every_mention_keeps_its_colour() -> None:
    """The colour the words give a thing is on its cue, and naming it again does not repaint it."""
    red, blue = (0.6, 0.05, 0.02), (0.02, 0.05, 0.5)
    score = night("A red flower. The blue flower.", [("flower", {"colour": red}), ("flower", {"colour": blue})])
    assert [cue.tint for cue in cues(score, "flower")] == [red, red]


def test_numbers_are_counted() -> None:
    """Seven birds are seven, a flock is as many as birds are, one bird is one."""
    assert cues(night("Seven birds.", [("birds", {"name": "bird", "count": 7, "many": True})]), "bird")[0].count == 7
    several = cues(night("Birds.", [("birds", {"name": "bird", "many": True})]), "bird")[0].count
    assert several == elements()["bird"].several
    assert cues(night("A bird.", [("bird", {})]), "bird")[0].count == 1


def test_things_stay_behind_where_they_belong() -> None:
    """A boat does not follow onto a street, nor a car into a corridor, unless it is named again."""
    place = [Mood(0.0, 0.0, "night", place=name) for name in ("lake", "road", "corridor")]
    text = f"A boat on a lake {FILL}.\n\nA road and a car {FILL}.\n\nA corridor {FILL}."
    score = night(text, [("boat", {}), ("lake", {}), ("road", {}), ("car", {}), ("corridor", {})], place)
    second, third = score.scenes[1], score.scenes[2]
    assert cues(score, "boat")[-1].span.end <= second.span.start + second.crossfade
    assert cues(score, "car")[-1].span.end <= third.span.start + third.crossfade
    again = night(text.replace("and a car", "and the boat"), [("boat", {}), ("road", {}), ("boat", {})], place)
    assert cues(again, "boat")[0].seed == cues(again, "boat")[-1].seed


def test_what_stands_in_a_place_stays_behind_and_the_sky_goes_along() -> None:
    """A windmill by the road is not seen over the sea, the moon is."""
    place = [Mood(0.0, 0.0, "night", place=name) for name in ("road", "beach")]
    text = f"A road and a windmill and the moon {FILL}.\n\nA beach {FILL}."
    score = night(text, [("road", {}), ("windmill", {}), ("moon", {}), ("beach", {})], place)
    second = score.scenes[1]
    assert cues(score, "windmill")[-1].span.end <= second.span.start + second.crossfade
    assert cues(score, "moon")[-1].span.end == score.duration


def test_a_corridor_has_mirrors_only_where_they_are_named() -> None:
    """Without a mirror in its passage it is a hallway with doors."""
    plain = night(f"A corridor {FILL}.", [("corridor", {})])
    mirrored = night(f"A corridor of mirrors {FILL}.", [("corridor", {}), ("mirrors", {"name": "mirror"})])
    assert cues(plain, "corridor")[0].manner == DOORS
    assert cues(mirrored, "corridor")[0].manner is None


def test_a_flock_leaves_when_one_bird_is_named() -> None:
    """The flock of one passage is not the single bird of the next."""
    many: list[tuple[str, dict[str, object]]] = [("tree", {}), ("gate", {}), ("flower", {})]
    text = f"Birds {FILL}.\n\nA bird, a tree, a gate, a flower {FILL}."
    score = night(text, [("birds", {"name": "bird", "many": True}), ("bird", {"count": 1}), *many])
    flock, one = cues(score, "bird")
    assert flock.span.end < one.span.start + 10.0
    assert one.count == 1


def test_talk_goes_on_in_the_scene_before() -> None:
    """Short paragraphs of speech hold the stage: no new light, nobody sent away."""
    text = f"A garden and a lamp {FILL}.\n\n“Who is it?”\n\n“The key is a friend’s,” she said.\n\n“Come in.”"
    score = night(text, [("garden", {}), ("lamp", {}), ("key", {"strength": 0.6})])
    first, *talk = score.scenes
    assert all(scene.stage == first.stage and scene.palette == first.palette for scene in talk)
    assert cues(score, "lamp")[0].span.end > talk[-1].span.start + talk[-1].crossfade


def test_what_is_only_worn_is_not_staged() -> None:
    """A faint garment is in the score and not in the picture."""
    score = night("A figure in a coat.", [("figure", {}), ("coat", {"name": "cloth", "strength": 0.35})])
    assert not cues(score, "cloth")[0].staged


def test_what_is_only_worn_keeps_nothing_on_stage() -> None:
    """Flags leave with their field though somebody wears a helmet in the kitchen that comes."""
    text = "Flags fly over a meadow.\n\nA kitchen. Soup and a lamp and a cat. Helmets."
    named: list[tuple[str, dict[str, object]]] = [
        ("flags", {"name": "cloth", "many": True}), ("meadow", {}), ("kitchen", {"name": "room"}),
        ("soup", {"name": "food"}), ("lamp", {}), ("cat", {}), ("helmets", {"name": "cloth", "strength": 0.35}),
    ]  # fmt: skip
    score = night(text, named)
    flags = next(cue for cue in cues(score, "cloth") if cue.staged)
    assert flags.span.end < cues(score, "cat")[0].span.start + 6.0
