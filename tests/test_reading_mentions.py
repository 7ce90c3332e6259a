"""What the words call up: rules one by one, then whole texts against annotations."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from dreamplayer.model.reading import Mention, Reading
from dreamplayer.reading.ingest.parse import load, parse
from dreamplayer.reading.semantics.extract_mentions import read

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))


def reading(text: str) -> Reading:
    """A text, read."""
    return read(parse(text, name="x"))


def seen(text: str, mode: str = "literal") -> set[str]:
    """The elements of a text in one mode."""
    return {m.name for m in reading(text).mentions if m.kind == "element" and m.mode == mode}


def events(text: str) -> list[tuple[str, str | None]]:
    """What happens, and to what."""
    return [(m.name, m.target) for m in reading(text).mentions if m.kind == "event" and m.mode != "negated"]


def element(text: str, name: str) -> Mention:
    """The first mention of an element."""
    return next(m for m in reading(text).mentions if m.kind == "element" and m.name == name)


def test_mentions_lie_on_their_words() -> None:
    """Every mention of the five dreams is a run of the source, holds its word, and comes in order."""
    for path in SEEDS:
        dream = load(path)
        mentions = read(dream).mentions
        words = list(dream.words)
        assert [m.start for m in mentions] == sorted(m.start for m in mentions)
        for mention in mentions:
            passage = dream.passages[mention.passage]
            assert passage.start <= mention.start < mention.end <= passage.end
            assert words[mention.word].start <= mention.start < words[mention.word].end
            assert 0.0 < mention.strength <= 1.0


@pytest.mark.parametrize(
    ("text", "absent", "present"),
    [
        ("There are no lanterns here, only a river.", "lantern", "river"),
        ("They have no face, only a cascade of light.", "face", "lightbeam"),
        ("The street lay without trees or houses, under the moon.", "tree", "moon"),
        ("I couldn’t see any stars above the lake.", "star", "lake"),
        ("It was not a bridge. It was a staircase.", "bridge", "stairs"),
        ("Instead of beds there is a forest.", "bed", "forest"),
        ("No lamps burned. The road was white.", "lamp", "road"),
        ("The house was there but the church wasn't.", "church", "house"),
        ("Nobody remembered a church in that village.", "church", "city"),
        ("The queen never came, and the snow fell.", "figure", "snow"),
        ("Where the sea should have been there was a desert.", "ocean", "desert"),
        ("Things that were not in the street: a tree, a bus, the moon.", "tree", "road"),
        ("Not silk, I said. The tailor climbed the ladder.", "cloth", "ladder"),
        ("Instead of a lamp a candle stood on the table.", "lamp", "candle"),
        ("The sea lay without so much as a cloud. A boat came.", "cloud", "boat"),
        ("There was no house with red doors beside the lake.", "door", "lake"),
        ("No bay where the whales sing was on the map.", "whale", "map"),
        ("The wolves that did not return had a castle.", "wolf", "castle"),
    ],
)
def test_what_is_denied_is_not_shown(text: str, absent: str, present: str) -> None:
    """A thing that is said not to be there is negated, its neighbours are not."""
    assert absent in seen(text, "negated")
    assert absent not in seen(text)
    assert present in seen(text)


@pytest.mark.parametrize("text", ["I was afraid of wolves.", "Is there a wolf?", "I looked for a wolf, a bear."])
def test_what_is_feared_or_asked_for_is_an_accent(text: str) -> None:
    """What is only feared, asked after or sought is no more than an accent."""
    assert seen(text) & {"wolf", "bear"} == set()
    assert "wolf" in seen(text, "figurative")


def test_what_one_is_asked_to_imagine_is_seen() -> None:
    """Guided texts show what they ask for; elsewhere the imagined is an accent."""
    assert "lake" in seen("Now imagine a lake.")
    assert "lake" not in seen("I had imagined a lake.")


def test_flocks_and_crowds_are_many() -> None:
    """A bird is one, a flock of birds is many, hundreds are more than several."""
    assert element("A bird sat there.", "bird").count == 1
    flock = element("A flock of birds flew over.", "bird")
    assert flock.many
    assert flock.count != 1
    assert element("Hundreds of lanterns hung there.", "lantern").count > 30


def test_the_paw_of_a_bear_is_no_second_animal() -> None:
    """Parts of an animal that is there are not shown beside it."""
    assert seen("A bear came in. Snow clung to its fur.") == {"bear", "snow"}


def test_owners_are_not_shown() -> None:
    """In "my mother's boat" the boat is seen."""
    assert seen("My mother's boat lay there.") == {"boat"}


def test_some_doings_are_two_things() -> None:
    """What tumbles falls, and turns; the second is the fainter."""
    met = {m.name: m.strength for m in reading("The stones tumble down.").mentions if m.kind == "event"}
    assert met["fall"] > met["swirl"] > 0


def test_an_answer_denies_nothing() -> None:
    """After "no" and a comma all is there: "No, the road was a river"."""
    assert {"road", "river"} <= seen("No, the road was a river.")


def test_what_does_not_happen_is_not_played() -> None:
    """A denied doing is negated while its thing stays."""
    assert events("The shards don’t fall, they rise.") == [("rise", "glass")]
    assert "glass" in seen("The shards don’t fall, they float upward.")
    assert "door" in seen("I could not open the door.")
    assert events("I could not open the door.") == []


def test_what_is_gone_dissolves() -> None:
    """In "the lanterns, the mirrors, the ink, gone" nothing new is shown, and what is there dissolves."""
    text = "The lanterns, the mirrors, the ink—gone."
    assert seen(text) == set()
    assert seen(text, "negated") >= {"lantern", "mirror", "ink"}
    assert events(text) == [("dissolve", "scene")]


@pytest.mark.parametrize(
    ("text", "likened", "present"),
    [
        ("The boats lie on the sand like sleeping cows.", "cow", "boat"),
        ("The sail was as white as a swan.", "swan", "ship"),
        ("The house trembles as if a train were passing.", "train", "house"),
        ("The moon is no bigger than a coin.", "coin", "moon"),
        ("Clouds shaped like drifting lily pads float over the lake.", "lotus", "cloud"),
    ],
)
def test_similes_are_accents(text: str, likened: str, present: str) -> None:
    """What something is likened to is figurative and faint; the thing itself is there."""
    assert likened in seen(text, "figurative")
    assert likened not in seen(text)
    assert present in seen(text)
    assert element(text, likened).strength < 0.5


def test_a_sentence_goes_on_after_its_simile() -> None:
    """The verb after a simile is the sentence's own."""
    assert ("drift", "cloud") in events("Clouds shaped like lily pads float over the lake.")


def test_looking_like_is_being() -> None:
    """What looks like a star is a star."""
    assert "star" in seen("At first it looks like a lone star.")


@pytest.mark.parametrize(
    ("text", "shown", "manner"),
    [
        ("A storm of petals crossed the square.", "petals", "storm"),
        ("A rain of ash came down.", "ash", "rain"),
        ("We walked through a sea of flowers.", "flower", "sea"),
    ],
)
def test_x_of_y_is_y_in_the_manner_of_x(text: str, shown: str, manner: str) -> None:
    """A storm of petals shows petals, and they storm."""
    assert shown in seen(text)
    assert element(text, shown).manner == manner
    assert "ocean" not in seen(text)
    assert "storm" not in seen(text)


def test_abstract_ys_make_xs_figurative() -> None:
    """There is no well in a well of sorrow and no thread in a thread of fate."""
    assert seen("Deep wells of sorrow, threads of fate.") == set()
    assert "corridor" in seen("An endless corridor of mirrors.")
    assert "mirror" in seen("An endless corridor of mirrors.")
    assert "tunnel" in seen("The long tunnel of the station.")


def test_colour_words_colour() -> None:
    """Gold, silver and violet give a colour to what they stand beside and no thing of their own."""
    reading_ = reading("Roots of copper wind under a violet sky.")
    assert {m.name for m in reading_.mentions if m.kind == "element"} == {"roots", "sky"}
    colours = {m.name: m.colour for m in reading_.mentions if m.kind == "element"}
    assert colours["roots"] is not None
    assert colours["sky"] is not None
    assert colours["sky"][2] > colours["sky"][1]
    assert len(reading_.moods[0].colours) == 2


def test_states_are_told_from_events() -> None:
    """The cracked lantern arrives cracked; the lantern that cracks does so at its word."""
    assert element("The cracked lantern stands on the sill.", "lantern").state == ("crack",)
    assert events("The cracked lantern stands on the sill.") == []
    assert events("The lantern cracks.") == [("crack", "lantern")]


@pytest.mark.parametrize(
    ("text", "event", "target"),
    [
        ("The trees turn upside down.", "invert", "tree"),
        ("The house turns upside down.", "twist", "house"),
        ("She unties the rope.", "open", "rope"),
        ("The cracked lantern shatters.", "shatter", "lantern"),
        ("The weight falls away from the mountain.", "fall", "mountain"),
        ("The moon leans down over the garden.", "descend", "moon"),
        ("Floating lanterns fill the street.", "drift", "lantern"),
        ("A river runs nearby.", "pour", "river"),
        ("I turned the lamp off.", "dim", "lamp"),
        ("The door slides back.", "open", "door"),
        ("Every clock on the quay strikes.", "ring", "clock"),
        ("I fell through the floor.", "fall", "viewer"),
        ("I was falling.", "fall", "viewer"),
        ("The train has no driver. It slides through the night.", "drift", "train"),
        ("You feel the water harden.", "freeze", "water"),
        ("Someone painted the walls.", "spread", "wall"),
        ("I gather the shards.", "gather", "glass"),
        ("The corridor lights come on.", "ignite", "orb"),
        ("Between the trunks moved slow white lanterns.", "drift", "lantern"),
        ("Out of the smoke came a ship.", "emerge", "ship"),
        ("The ferryman lit a lamp and vanished.", "dissolve", "figure"),
        ("A leaf lies on the sill. Watch it fall.", "fall", "leaves"),
        ("She slid a letter under the door.", "drift", "paper"),
    ],
)
def test_events_befall_their_thing(text: str, event: str, target: str) -> None:
    """A verb is told of its subject, of the noun after it, or of the dreamer; phrasal verbs and the past count."""
    assert (event, target) in events(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("You close your eyes.", "eye"),
        ("My heart pounds.", "heart"),
        ("In the face of danger he left.", "face"),
        ("She leaves the house.", "leaves"),
        ("They rose from the table.", "flower"),
        ("He watches me.", "clock"),
        ("On the other hand, it was late.", "hand"),
        ("I can’t bear it.", "bear"),
        ("The scent of burnt lavender lingers.", "flower"),
    ],
)
def test_words_of_several_meanings(text: str, absent: str) -> None:
    """Verbs, idioms and one's own felt body call up no thing."""
    assert absent not in seen(text)


def test_numbers_and_plurals_are_counted() -> None:
    """A, seven, dozens and a bare plural are told apart."""
    one, seven, many, bare = (
        element(f"{words} in the field.", "tree") for words in ("A tree", "Seven trees", "Dozens of trees", "Trees")
    )
    assert (one.count, one.many) == (1, False)
    assert (seven.count, seven.many) == (7, True)
    assert many.many
    assert (bare.count, bare.many) == (0, True)


def test_sounds_are_heard_at_their_words() -> None:
    """Whispers, bells, rain and a beating heart."""
    heard = {
        m.name
        for m in reading("Rain drums on the roof. A bell tolls, someone whispers, my heart pounds.").mentions
        if m.kind == "sound"
    }
    assert {"rain", "bell", "whisper", "heartbeat"} <= heard


def test_time_and_place_carry_over() -> None:
    """They hold until another is named; waking is morning."""
    moods = reading("At dusk I stood in the garden.\n\nNothing moved.\n\nThen I woke.").moods
    assert [mood.time_of_day for mood in moods] == ["dusk", "dusk", "morning"]
    assert [mood.place for mood in moods] == ["garden", "garden", "garden"]


def test_a_text_without_images_has_a_mood() -> None:
    """Grief is low, comfort high, panic stirred, sleep still; every value within -1..1."""
    sad, glad, fear, rest = (
        reading(text).moods[0]
        for text in (
            "Grief and guilt and regret.",
            "Such joy, such kindness.",
            "Panic, terror, they screamed.",
            "Quiet. Slowly to sleep.",
        )
    )
    assert sad.valence < -0.2 < 0.2 < glad.valence
    assert rest.arousal < sad.arousal < fear.arousal
    assert all(-1 <= value <= 1 for mood in (sad, glad, fear, rest) for value in (mood.valence, mood.arousal))


def test_the_same_text_reads_the_same() -> None:
    """Reading is a function of the text."""
    dream = load(SEEDS[0])
    assert read(dream) == read(dream)


def test_reading_is_quick() -> None:
    """Reading a dream costs no more than a few times what taking it apart costs, whatever the machine."""
    dream = load(SEEDS[0])
    read(dream)
    parsing, looking = [], []
    for _ in range(5):
        start = time.process_time()
        load(SEEDS[0])
        middle = time.process_time()
        read(dream)
        parsing.append(middle - start)
        looking.append(time.process_time() - middle)
    assert min(looking) < 12 * min(parsing)


def _score(name: str) -> dict[str, float]:
    """Precision and recall of elements and events over one file of annotated passages."""
    n: dict[str, int] = defaultdict(int)
    for line in (HERE / "reading" / name).read_text(encoding="utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        mentions = reading(gold["text"]).mentions
        shown = {m.name for m in mentions if m.kind == "element" and m.mode == "literal"}
        ids: dict[str, set[str]] = defaultdict(set)
        for image in gold["images"]:
            accepted = {*image["accept"], *image["neighbours"]}
            ids[image["mode"]] |= accepted
            if image["mode"] == "literal" and image["grade"] == "core" and image["concept"] != "other":
                n["core"] += 1
                n["found"] += bool(accepted & shown)
        n["right"] += len(shown & ids["literal"])
        n["wrong"] += len(shown - ids["literal"] - ids["figurative"])
        n["negated"] += len(ids["negated"] - ids["literal"])
        n["negated_shown"] += len(shown & (ids["negated"] - ids["literal"]))
        told = [e for e in gold["events"] if e["event"] != "none"]
        made = [m for m in mentions if m.kind == "event" and m.mode != "negated"]

        def fits(mention: Mention, event: dict[str, Any]) -> bool:
            near = mention.start < event["end"] + 1 and mention.end > event["start"] - 1
            return bool(near and mention.name == event["event"])

        n["events"] += len(told)
        n["events_found"] += sum(any(fits(m, e) for m in made) for e in told)
        n["events_made"] += len(made)
        n["events_right"] += sum(any(fits(m, e) for e in told) for m in made)
    precision, recall = n["right"] / (n["right"] + n["wrong"]), n["found"] / n["core"]
    return {
        "element_f1": 2 * precision * recall / (precision + recall),
        "event_recall": n["events_found"] / n["events"],
        "event_precision": n["events_right"] / n["events_made"],
        "negated_shown": n["negated_shown"] / max(1, n["negated"]),
    }


@pytest.mark.parametrize(
    "name", ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "held_back"]
)
def test_texts_of_other_kinds_are_read_well(name: str) -> None:
    """Diaries, tales, voyages, poems, talk, guided sleep, negation: what they name is found, little else is shown."""
    score = _score(f"{name}.jsonl")
    assert score["element_f1"] >= 0.88, score
    assert score["event_recall"] >= 0.70, score
    assert score["event_precision"] >= 0.60, score
    assert score["negated_shown"] <= 0.17, score


@pytest.mark.parametrize(
    ("text", "event", "target"),
    [
        ("Her pillows were geese.", "transform", "bed"),
        ("My bicycle was a goat.", "transform", "bicycle"),
        ("The clock grew enormous.", "grow", "clock"),
        ("The corridor got narrower.", "shrink", "corridor"),
        ("The curtains became transparent.", "dissolve", "curtain"),
        ("A child brought us a bottle.", "emerge", "bottle"),
        ("The mist showed me a castle.", "emerge", "castle"),
        ("The lilies gaped.", "bloom", "flower"),
        ("A ferry broke away from the quay.", "drift", "ferry-boat"),
    ],
)
def test_events_that_no_verb_names(text: str, event: str, target: str) -> None:
    """What is another thing, becomes larger, is handed over, or is said of a flower or a boat."""
    assert (event, target) in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "My brother was a sailor.",
        "It was a castle.",
        "The moon was a lantern.",
        "The inn was a ruin.",
        "The box was not a drum.",
    ],
)
def test_not_every_is_makes_something_else(text: str) -> None:
    """Callings, first names of places, manners of speaking and denials transform nothing."""
    assert "transform" not in {name for name, _ in events(text)}


@pytest.mark.parametrize(
    ("text", "shown", "absent"),
    [
        ("A chapel bell rang.", "bell", "church"),
        ("The forest ranger sat on the stairs.", "stairs", "forest"),
        ("The palace cat slept on the chair.", "cat", "castle"),
        ("Someone had swept the road.", "road", "figure"),
        ("Everybody knew the old bridge.", "bridge", "crowd"),
        ("There was a fire in her belly. The lake lay still.", "lake", "fire"),
        ("The wax seal on the envelope broke.", "paper", "seal"),
        ("She was in need of light. A lamp stood there.", "lamp", "orb"),
        ("He thought of the harp. The room was empty.", "room", "harp"),
    ],
)
def test_what_is_named_and_not_there(text: str, shown: str, absent: str) -> None:
    """Places that lend their name, people who were there before, feelings, and what is only thought of."""
    assert shown in seen(text)
    assert absent not in seen(text)


def test_a_place_is_there_with_its_parts() -> None:
    """A garden path lies in the garden."""
    assert {"garden", "road"} <= seen("We went down the garden path.")


def test_a_garment_taken_off_lies_by_itself() -> None:
    """What is worn is not shown apart from who wears it; what was hung up is."""
    worn, hung = (element(text, "coat") for text in ("He stood there in his coat.", "He hung up his coat."))
    assert worn.strength < 0.4 < hung.strength


def test_passages_of_the_same_words_feel_the_same() -> None:
    """The mood is read, not written in: nothing is sadder in the middle or calmer at the end by its place alone."""
    moods = reading("\n\n".join(["The chair stood by the window."] * 5)).moods
    assert len({(mood.valence, mood.arousal) for mood in moods}) == 1


def test_a_text_that_ends_sadly_reads_so() -> None:
    """The last passage is no lighter than the one before it where its words are not."""
    moods = reading(
        "Joy and laughter filled the garden.\n\nThe morning was bright and kind.\n\n"
        "By noon my friend was crying.\n\nAt night I was alone and afraid, and I wept."
    ).moods
    assert moods[3].valence <= moods[2].valence < moods[1].valence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Miss Thornbury sat on the stairs.", "figure"),
        ("We met Mr. Oakes at the gate.", "figure"),
        ("She was never afraid of the mountain.", "mountain"),
        ("Through the mirror everyone saw a castle.", "mirror"),
        ("In the box were onions.", "onion"),
        ("Everything was made of glass.", "glass"),
        ("It moved as if somebody breathed, and one by one the doors opened.", "door"),
        ("A small flame ran along the rope.", "fire"),
        ("The coach rattled along the road behind four horses.", "carriage"),
        ("The captain sat in the cabin and looked at the sea.", "ship"),
    ],
)
def test_what_is_there_is_found(text: str, shown: str) -> None:
    """Titles with a name, denied fears, pronouns after a noun, bare plurals, what all is made of, and the like."""
    assert shown in seen(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The moat was dry. Neither was the castle there.", "castle"),
        ("There was a smell of oranges in the hall.", "fruit"),
        ("She asked nobody to the ball, nor was the prince there.", "prince"),
        ("If the dragon wakes, run.", "wake"),
    ],
)
def test_what_is_not_there_is_not_shown(text: str, absent: str) -> None:
    """Inverted denials, scents and suppositions."""
    assert absent not in seen(text)
    assert absent not in {name for name, _ in events(text)}


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("Her grandmother sat by the stove.", "figure", "old woman"),
        ("An old man waited at the gate.", "figure", "old man"),
        ("The baker opened the shop.", "figure", "man"),
        ("A girl slept under the tree.", "child", "girl"),
        ("Somebody stood at the window.", "figure", None),
    ],
)
def test_a_person_is_of_the_kind_the_words_say(text: str, shown: str, kind: str | None) -> None:
    """A word that names somebody says what kind of person is drawn, alone or with the adjective before it."""
    assert element(text, shown).manner == kind


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Notice the palms of your hands. Feel your fingers.", "hand"),
        ("Your tongue is heavy, and your jaw is loose.", "teeth"),
        ("Rest is a garden that nobody fences in.", "garden"),
        ("They sailed through a sea of debts.", "ocean"),
        ("The table was of marble.", "stone"),
        ("Her gown was emerald.", "gem"),
        ("The silk dusk came down over the bridge.", "cloth"),
        ("The clouds went from slate to rose.", "stone"),
        ("The clouds went from slate to rose.", "flower"),
        ("Good night, old bear. The fire is low.", "bear"),
        ("Come, my child, and look at the stars.", "child"),
        ("Boys and girls, the boat is ready.", "child"),
        ("He talked about the castle.", "castle"),
        ("They told us of a dragon.", "dragon"),
        ("We met in Forest Street.", "forest"),
        ("My uncle and Poppy waved.", "flower"),
    ],
)
def test_manners_of_speaking_show_nothing(text: str, absent: str) -> None:
    """Body words, dead metaphors, materials, colours, wishes, tales, streets and names."""
    assert absent not in seen(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Your hands have turned to glass.", "hand"),
        ("My uncle and Poppy waved.", "figure"),
        ("A poppy grew beside the road.", "flower"),
        ("She told us to cross the bridge.", "bridge"),
        ("The emerald was in the box.", "gem"),
        ("A child came, and a bear.", "child"),
    ],
)
def test_the_same_words_where_they_are_meant(text: str, shown: str) -> None:
    """Hands that change, a flower that grows, a jewel that lies there."""
    assert shown in seen(text)


@pytest.mark.parametrize(
    ("text", "shown", "absent"),
    [
        ("The cranes on the quay were lit.", "bridge", "bird"),
        ("Two cranes flew over the marsh.", "bird", "tower"),
        ("A parrot sat on its perch.", "parrot", "fish"),
        ("He cut the bread with a knife.", "kitchen-knife", "gun"),
        ("They went down to dinner in the tower.", "tower", "food"),
        ("At breakfast time the boat came.", "boat", "food"),
        ("The gate opened gently, as a rose opens in June.", "gate", "flower"),
    ],
)
def test_a_word_is_taken_in_the_sense_of_its_place(text: str, shown: str, absent: str) -> None:
    """Machines and birds, fish and perches, tools and weapons, meals and hours, and what only likens."""
    assert shown in seen(text)
    assert absent not in seen(text)


def test_she_does_what_is_told_of_her() -> None:
    """The nearest thing named is not what comes down the stairs."""
    assert ("descend", "figure") in events("She heard the rain, and when she came down, all was quiet.")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("She dipped her pen in the water.", "fence"),
        ("He tied a bow round the box.", "boat"),
        ("A dog pulled at its lead.", "metal"),
        ("They crossed the river by the ford.", "car"),
        ("The volume of the music rose.", "book"),
        ("In due course they came to a gate.", "road"),
        ("Common sense told her to wait.", "meadow"),
        ("There was a stock of wood in the barn.", "flower"),
        ("The wizard struck the rock with his staff.", "crowd"),
        ("A bar of iron lay in the snow.", "room"),
        ("She cleaned the mirror with a brush.", "forest"),
        ("The bolts of the door were rusty.", "lightning"),
        ("He had a burn on his thumb.", "river"),
        ("The horse stood on its hind legs.", "deer"),
    ],
)
def test_rare_meanings_need_something_of_theirs_near(text: str, absent: str) -> None:
    """A pen that writes is no fence, a bow in the hair no boat."""
    assert absent not in seen(text)


def test_rare_meanings_hold_beside_what_is_theirs() -> None:
    """Pigs are in a pen, a dusty volume is a book."""
    assert "fence" in seen("Three pigs slept in the pen.")
    assert "book" in seen("A dusty volume lay on the table.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They followed a fern-stair down to pearl-lakes.", {"stairs", "lake"}),
        ("We ate from a star-bowl beside the owl-tree.", {"tree"}),
        ("A well-worn coat hung there.", set()),
    ],
)
def test_two_things_joined_by_a_hyphen_are_one_of_the_second_kind(text: str, names: set[str]) -> None:
    """Whatever stands before them: a preposition, an article."""
    assert names <= seen(text)
    assert not {"star", "owl", "crystal"} & seen(text)


def test_signs_show_what_they_picture() -> None:
    """An emoji is not spoken; its thing is mentioned once, at a word beside it."""
    dream = parse("\U0001f30a \u26f5 The keeper waited. It was late \U0001f319 \U0001f319.", name="signs")
    found = [m for m in read(dream).mentions if m.kind == "element" and m.start + 1 == m.end]
    assert [m.name for m in found] == ["ocean", "sailing-boat", "moon"]
    assert found[0].word == 0
    assert list(dream.words)[found[2].word].text.startswith("late")


def test_adjectives_made_of_nouns_show_what_they_name_faintly() -> None:
    """Who says "a fenced yard" tells of a fence that one may miss."""
    mention = next(m for m in read(parse("A fenced yard lay before us.", name="yard")).mentions if m.name == "fence")
    assert mention.mode != "literal" or mention.strength <= 0.35
