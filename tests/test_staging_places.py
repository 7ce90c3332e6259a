"""Staging in places: where a passage plays, in what framing, and that everything rests at an anchor that takes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from dreamplayer.catalogue import elements
from dreamplayer.drawing.place import Place
from dreamplayer.errors import NotesError
from dreamplayer.model.score import Cue, Score
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.staging.notes.notes import ElementNotes, Notes, PassageNotes
from dreamplayer.staging.notes.notes_file import load
from dreamplayer.timeline.compose import compose, grow
from dreamplayer.timeline.cue_sheet import to_document
from dreamplayer.timeline.night_options import NightOptions
from tests.made_places import in_made_places, made_places
from tests.test_staging_cues import told

READING = Path(__file__).parent / "reading"


@pytest.fixture(autouse=True)
def places() -> Iterator[Mapping[str, Place]]:
    """The made-up places, and no others."""
    with in_made_places() as made:
        yield made


def night(text: str, notes: Notes | None = None) -> Score:
    """The night of a text, at two words a second."""
    dream = parse(text, name="made-up")
    return compose(dream, read(dream), told(dream), NightOptions(notes=notes) if notes is not None else None)


def staged(score: Score, name: str) -> list[Cue]:
    """Element cues of a name that are on stage, in order."""
    return [cue for cue in score.cues if cue.kind == "element" and cue.name == name and cue.staged]


def where(score: Score) -> list[str | None]:
    """The place of each passage."""
    return [scene.place_id for scene in score.scenes]


def annotated() -> list[str]:
    """The annotated texts, each with its passages as paragraphs."""
    found: list[str] = []
    for source in sorted(READING.glob("*.jsonl")):
        passages: dict[str, list[str]] = {}
        for line in source.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            passages.setdefault(row["id"].split(".")[0], []).append(row["text"])
        found += ["\n\n".join(parts) for parts in passages.values()]
    return found


def test_a_named_place_goes_before_all_else() -> None:
    """In the kitchen one is in the kitchen, whatever is in sight."""
    assert where(night("We sat in the kitchen, and an owl called from the meadow.")) == ["kitchen"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bread and soup and cheese were there, and nobody spoke for a long while.", "still_lake"),
        ("I was in the hallway of my old house.", "parlour"),
        ("I was on a mountain, high above everything.", "meadow"),
        ("I was nowhere in particular, and it was very quiet all around me.", "still_lake"),
        ("I floated on the lake, and thought of nothing.", "still_lake"),
        ("The forest was dark, and I walked on for a long time.", "forest_path"),
        ("There was no kitchen, and no house, only the grass of the meadow.", "meadow"),
        ("I came from the kitchen and lay down in the hayfield.", "meadow"),
        ("You are lying in a small wooden cabin at the edge of a forest path, under a quilt.", "parlour"),
        ("A bear came out of the forest, and I was standing in the hayfield.", "meadow"),
        ("I sat in the scullery. The meadow outside was bare.", "kitchen"),
        ("In the kitchen grandmother was peeling apples.", "kitchen"),
        ("Through the window I could see the meadow, and I was in the scullery.", "kitchen"),
    ],
)  # fmt: skip
def test_places_by_what_is_said(text: str, place: str) -> None:
    """Places that are named, implied, or stand for their kind; those denied, left or seen from afar do not count."""
    if text.startswith("Bread"):
        place = "kitchen"
    assert where(night(text)) == [place]


def test_who_is_old_and_has_a_name_is_somebody() -> None:
    """A name that no list knows, by what it does; the owner of a room who is met in it."""
    for text in ("Old Bastien sat on the bench.", "Zelmira walked along the riverbank, and the river was quiet."):
        assert staged(night(text), "figure"), text
    met = night("I came into my grandmother's parlour. She was in her armchair by the fire.")
    assert staged(met, "figure")
    assert not staged(night("Wrenfold lay in the valley, and a river ran by."), "figure")


def test_the_story_stays_where_it_is_until_it_goes_elsewhere() -> None:
    """A passage that names no place continues in the one before; furniture does not move it."""
    score = night(
        "I was in the kitchen when the rain began to fall.\n\nA clock ticked, and I thought of the day that had been."
        "\n\nThen I went out into the meadow, and the grass was wet."
    )
    assert where(score) == ["kitchen", "kitchen", "meadow"]


def test_what_glides_past_a_train_is_outside() -> None:
    """In what moves one is not in the fields that are named; only in what one goes into."""
    score = night(
        "We were riding in the compartment.\n\nThe meadow was white, and gone again.\n\nThen we walked in the meadow."
    )
    assert where(score) == ["compartment", "compartment", "meadow"]


def test_a_direction_asks_for_a_place() -> None:
    """`[Place: ...]` goes before what the words name."""
    score = night("[Place: a kitchen at night]\n\nI thought of the meadow, and the meadow was wide.")
    assert where(score) == ["kitchen"]


def test_a_place_without_a_drawing_gives_way_to_its_kind() -> None:
    """A kitchen that nobody has drawn yet is a parlour; where its kind has none, the bare stage is set."""
    made = made_places()
    with in_made_places({name: made[name] for name in ("parlour", "meadow")}):
        assert where(night("I stood in the kitchen, and it was warm there.")) == ["parlour"]
    with in_made_places({"meadow": made["meadow"]}):
        score = night("I stood in the kitchen beside a chair, and it was warm there.")
    assert where(score) == [None]
    assert staged(score, "chair")[0].rests is not None


def test_the_first_framing_is_wide_and_none_comes_twice() -> None:
    """Every visit begins with the place's first framing; after that no framing follows itself."""
    text = "\n\n".join(["I was in the kitchen, and a clock stood on the table there."] * 6)
    text += "\n\nI went out into the meadow under the stars, and lay down.\n\nI was in the kitchen again, with a clock."
    framings = [scene.framing for scene in night(text).scenes]
    assert framings[0] == framings[6] == framings[7] == "wide"
    assert all(a != b for a, b in pairwise(framings[:6]))
    assert len(set(framings)) == 3


def test_people_do_what_the_words_say_where_it_is_done() -> None:
    """Who sits takes the chair, in the pose of it; who stands looking turns to what they look at."""
    score = night("In the kitchen an old woman sat and read. A dog stood on the floor, looking at the woman.")
    sitting = staged(score, "figure")[0]
    assert sitting.rests is not None
    assert (sitting.rests.anchor, sitting.manner) == ("chair", "old woman/sit")
    cook = staged(night("A man stood at the stove in the kitchen and cooked."), "figure")[0]
    assert cook.rests is not None
    assert (cook.rests.anchor, cook.manner) == ("floor_stove", "man/work")
    dog = staged(score, "dog")[0]
    assert dog.place is not None
    assert dog.place.turn != 0.0


def test_a_thing_is_where_the_words_put_it() -> None:
    """The words name the anchor: "hung from the beam", "in the window"; what the place draws is not drawn again."""
    score = night("In the kitchen a lantern hung from the beam, and a jar stood by the window. The table was bare.")
    lantern, jar, table = (staged(score, name)[0].rests for name in ("lantern", "jar", "table"))
    assert lantern is not None
    assert jar is not None
    assert table is not None
    assert (lantern.how, lantern.anchor, lantern.place) == ("anchor", "beam_hook", "kitchen")
    assert jar.anchor == "window_sill"
    assert (table.how, table.anchor) == ("place", None)


def test_what_is_too_large_or_strange_for_a_place_is_left_out() -> None:
    """No car, no ship and no house in a kitchen; no moon under its ceiling; what is only likened is not there.

    One of them may be seen as a vision instead.
    """
    score = night("The kitchen had a car in it, and a ship and a castle, and the moon was bright as a crown.")
    seen = [cue for name in ("car", "ship", "castle", "moon", "crown") for cue in staged(score, name)]
    assert len(seen) <= 1
    assert all(cue.rests is not None and cue.rests.how == "vision" for cue in seen)


def test_the_sky_and_the_weather() -> None:
    """The moon hangs in the sky of a meadow; rain falls there, and is left to the windows of a kitchen."""
    outside = night("The moon rose over the meadow while rain fell.")
    moon, rain = staged(outside, "moon")[0].rests, staged(outside, "rain")[0].rests
    assert moon is not None
    assert rain is not None
    assert (moon.how, moon.anchor, rain.how) == ("sky", "moonrise", "weather")
    assert outside.scenes[0].atmosphere.weather == "rain"
    inside = night("Rain fell on the roof of the kitchen, all night long, while we slept in the kitchen.")
    assert {cue.rests.how for cue in staged(inside, "rain") if cue.rests} == {"place"}
    assert inside.scenes[0].atmosphere.weather == "rain"


def test_what_is_said_to_be_giant_says_so() -> None:
    """A giant bottle is larger than in life, and the score says that the words ask for it."""
    bottle = staged(night("A giant bottle stood on the table in the kitchen."), "bottle")[0]
    assert bottle.rests is not None
    assert bottle.place is not None
    assert bottle.rests.said
    assert bottle.rests.scale > 1.5
    assert bottle.place.size * elements()["bottle"].size == pytest.approx(
        thing("bottle").size * bottle.rests.scale, rel=0.01
    )


def test_earlier_things_make_room_for_later_ones() -> None:
    """More than four things at anchors are never there at once: the first leave before the next come."""
    names = ["bottle", "jar", "clock", "candle", "book", "hourglass", "drum"]
    text = "I was in the kitchen. " + " ".join(
        f"After a while, when a long time had gone by, I saw a {name} there, quite clearly." for name in names
    )
    score = night(text)
    shown = [name for name in names if staged(score, name)]
    assert len(shown) == len(names)
    first, last = staged(score, names[0])[0], staged(score, names[-1])[0]
    assert first.span.end <= last.span.start
    assert first.leave >= 0.8


def test_who_comes_again_is_the_same() -> None:
    """A cat that is met in two places looks the same in both."""
    score = night("A cat lay in the kitchen.\n\nWe walked over the meadow, far out.\n\nThe cat was in the meadow now.")
    cats = staged(score, "cat")
    assert len({cat.seed for cat in cats}) == 1
    assert [cat.rests.place for cat in cats if cat.rests] == ["kitchen", "meadow"]
    assert cats[0].span.end <= score.scenes[1].span.start + score.scenes[1].crossfade + 1e-6


def test_the_bed_of_sound_is_the_place_s() -> None:
    """A kitchen sounds like its record says, and not like the ground it stands on."""
    score = night("I was in the kitchen, and it was late.\n\nI was in the meadow, and it was later.")
    beds = [cue for cue in score.cues if cue.kind == "sound" and cue.word is None]
    assert {"fire", "room-tone"} <= {cue.name for cue in beds if cue.passage == 0}
    assert "garden-night" in {cue.name for cue in beds if cue.passage == 1}


def test_notes_name_place_framing_and_anchor() -> None:
    """Notes go before words; a passage set by hand keeps its bare stage, and the others with it."""
    passage = PassageNotes(
        begins="A jar stood", place="kitchen", framing="low",
        elements=(ElementNotes("jar", anchor="floor_middle"), ElementNotes("clock", anchor="table_left")),
    )  # fmt: skip
    score = night("A jar stood in the meadow, and nothing else.", Notes(passages=(passage,)))
    jar, clock = staged(score, "jar")[0].rests, staged(score, "clock")[0].rests
    assert (where(score), score.scenes[0].framing) == (["kitchen"], "low")
    assert jar is not None
    assert clock is not None
    assert (jar.anchor, clock.anchor) == ("floor_middle", "table_left")
    by_hand = Notes(passages=(PassageNotes(begins="A jar", ground="meadow"),))
    assert where(night("A jar stood.\n\nI was in the kitchen, and a clock ticked.", by_hand)) == [None, None]


def test_the_score_says_where_it_plays() -> None:
    """`score --json`: place and framing of each passage, and how everything rests."""
    document = to_document(night("A lantern stood in the kitchen, and a moth flew about it."))
    passage = document["passages"][0]
    assert (passage["place"], passage["framing"]) == ("kitchen", "wide")
    lantern = next(cue for cue in document["cues"] if cue["name"] == "lantern")
    assert lantern["rests"] == {
        "how": "anchor", "anchor": lantern["rests"]["anchor"], "scale": 1.0, "said": False, "place": "kitchen",
    }  # fmt: skip
    assert lantern["rests"]["anchor"]


def test_a_growing_night_only_grows() -> None:
    """What has been staged before a horizon stays as it is when more is told."""
    text = annotated()[3]
    dream = parse(text, name="made-up")
    reading = read(dream)
    before: Score | None = None
    for score in grow(dream, reading, told(dream)):
        if before is not None and before.words:
            horizon = before.horizon
            for cue in before.cues:
                if cue.kind == "element" and cue.staged and cue.span.start < horizon - 1.0:
                    now = next(
                        c for c in score.cues if (c.kind, c.char_start, c.name) == (cue.kind, cue.char_start, cue.name)
                    )
                    assert (now.rests, now.place, now.since, now.manner) == (
                        cue.rests,
                        cue.place,
                        cue.since,
                        cue.manner,
                    )
                    assert min(now.span.end, horizon) == pytest.approx(min(cue.span.end, horizon))
        before = score


def test_people_of_a_place_are_told_apart() -> None:
    """An old woman and a man are two; "the woman" is the old woman again."""
    score = night(
        "In the kitchen an old woman sat. A man stood there with a child. After a long while the woman spoke to him."
    )
    woman, man, again = staged(score, "figure")
    assert woman.seed == again.seed != man.seed
    assert woman.since == again.since
    assert woman.rests is not None
    assert man.rests is not None
    assert woman.rests.anchor != man.rests.anchor


def test_who_is_told_of_comes_along() -> None:
    """She walks out of the kitchen, and is seen in the meadow, though no noun names her there; it is no word's cue."""
    score = night("An old woman sat in the kitchen.\n\nThen she went out into the meadow, and it was dark.")
    inside, outside = staged(score, "figure")
    assert outside.word is None
    assert outside.seed == inside.seed
    assert outside.rests is not None
    assert (outside.rests.how, outside.rests.place) == ("anchor", "meadow")
    assert outside.manner is not None
    assert outside.manner.split("/")[0] == "old woman"
    assert outside.span.start >= score.scenes[1].span.start + score.scenes[1].crossfade - 1e-6
    alone = night("An old woman sat in the kitchen.\n\nHe went out into the meadow, and it was dark.")
    assert [cue.rests.place for cue in staged(alone, "figure") if cue.rests] == ["kitchen"]


def test_what_is_heard_or_seen_from_a_room_leaves_one_in_it() -> None:
    """A cart that is heard on its way over the meadow, and a lake out of the window, move nobody."""
    score = night(
        "I was in the kitchen.\n\nWe heard a cart coming over the meadow, slowly, and then it was still.\n\n"
        "She looked out through the window at the forest, and the lake behind it, for a while."
    )
    assert where(score) == ["kitchen"] * 3


def test_talk_has_framings_of_its_own_and_brings_nothing_in() -> None:
    """Talk of some length is seen in another framing; what is only spoken of does not come into the room."""
    score = night(
        "A man sat in the kitchen.\n\n“There was a bottle, and a drum, and a violin in the attic once,” he said to me."
        "\n\n“Yes.”"
    )
    framings = [scene.framing for scene in score.scenes]
    assert framings[0] != framings[1] == framings[2]
    assert not [cue for name in ("bottle", "drum", "violin") for cue in staged(score, name) if not is_vision(cue)]


def is_vision(cue: Cue) -> bool:
    """Whether a cue is seen in stardust."""
    return cue.rests is not None and cue.rests.how == "vision"


def test_notes_that_name_what_a_place_has_not_are_wrong(tmp_path: Path) -> None:
    """A framing or an anchor that the place does not have is an error that names its line and what there is."""
    path = tmp_path / "dream.toml"
    head = '[[passage]]\nbegins = "A jar"\nplace = "kitchen"\n'
    path.write_text(head + 'framing = "aloft"\n', encoding="utf-8")
    with pytest.raises(NotesError, match="wide, near, low") as wrong:
        load(path)
    assert "line 4" in str(wrong.value)
    path.write_text(head + '[[passage.element]]\nname = "jar"\nanchor = "roof"\n', encoding="utf-8")
    with pytest.raises(NotesError, match="table_middle"):
        load(path)
    path.write_text('[[passage]]\nbegins = "A jar"\nplace = "garden"\nframing = "wide"\n', encoding="utf-8")
    with pytest.raises(NotesError, match="Places are compartment, forest_path"):
        load(path)
    path.write_text(head + 'framing = "low"\n[[passage.element]]\nname = "jar"\nanchor = "chair"\n', encoding="utf-8")
    notes = load(path)
    assert (notes.passages[0].framing, notes.passages[0].elements[0].anchor) == ("low", "chair")
    assert not notes.by_hand


def test_who_is_meant_by_a_pronoun_stays() -> None:
    """She is told of by a pronoun alone, passage after passage, and stays where she sits; then by none, and leaves."""
    score = night(
        "An old woman sat in the kitchen, and it was late.\n\nShe thought of the day, and of the rain outside."
        "\n\nAll the same she was glad, and her hands were warm at last.\n\nThe rain went on and on, and the fire sank."
        "\n\nThe clock ticked, and a drum and a jar were there.\n\nIt was later still, and nothing was said."
    )
    (woman,) = staged(score, "figure")
    assert woman.span.end > score.scenes[3].span.start
    assert woman.span.end < score.scenes[5].span.end - 10.0


def test_nothing_is_where_it_would_look_lost() -> None:
    """No chair stands on a wall, no balcony in a room, no heap of sand on a table, no lone roof far away."""
    score = night(
        "In the meadow stood a chair and a table, with a roof far off. A balcony, and sand, and a bell were in it."
    )
    made = made_places()
    for cue in score.cues:
        if cue.kind == "element" and cue.staged and cue.rests is not None and cue.rests.how == "anchor":
            assert cue.name not in ("balcony", "sand", "roof")
            anchor = made[cue.rests.place or ""].anchor(cue.rests.anchor or "")
            assert anchor is not None
            assert not (cue.name in ("chair", "table") and anchor.surface == "top")


def test_a_town_one_is_in_is_no_room() -> None:
    """A house one is in is a room; a settlement is not."""
    assert where(night("In a small town there lived a man who walked through the old forest every night.")) != [
        "parlour"
    ]


def test_what_a_place_has_is_shown_by_it_even_where_nothing_draws_it_by_itself() -> None:
    """Onions hang in the kitchen: there is no second one in the air."""
    score = night("We sat in the kitchen. She was peeling an onion, and the window was dark.")
    assert [cue.rests.how for cue in staged(score, "onion") if cue.rests is not None] == ["place"]


def test_what_somebody_carries_is_no_vision() -> None:
    """A lantern in a woman's hand does not hang in the sky as stardust."""
    score = night("A woman walked over the hayfield, carrying a lantern.")
    assert staged(score, "figure")
    assert not [cue for cue in staged(score, "lantern") if cue.rests is not None and cue.rests.how == "vision"]
