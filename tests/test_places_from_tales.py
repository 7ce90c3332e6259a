"""Every place is reached by plain sentences of a tale, and the story goes indoors and out again as the words do."""

from __future__ import annotations

import pytest

from dreamplayer.model.reading import Reading
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.lexicon.vocabulary import place_records
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.staging.locations import OPENING, location_of
from dreamplayer.staging.place_choice import PlaceChoice

TALES: tuple[tuple[str, str], ...] = (
    ("attic", "We climbed up to the attic, where the old trunks were kept."),
    ("attic", "She slept under the rafters, among boxes and cobwebs."),
    ("bedroom", "He lay in his bed and pulled up the quilt."),
    ("bedroom", "You lie down in bed, and the pillow is cool."),
    ("church", "In the chapel somebody was playing the organ."),
    ("church", "She sat in a pew and listened to the choir."),
    ("classroom", "We sat at our desks while the teacher wrote on the blackboard."),
    ("classroom", "I was in school again, and the lesson had begun without me."),
    ("corridor_of_doors", "The corridor had no end, and every door had a number."),
    ("corridor_of_doors", "I walked down the hotel corridor with a key in my hand."),
    ("corridor_of_mirrors", "In the hall of mirrors I met myself a hundred times."),
    ("corridor_of_mirrors", "The ballroom of the palace was empty, and its chandeliers were lit."),
    ("greenhouse", "There was a garden with a glass roof, full of palms and orchids."),
    ("greenhouse", "The glasshouse was warm, and the ferns were dripping."),
    ("hospital_ward", "A nurse came and smoothed the sheets, and went on to the next patient."),
    ("hospital_ward", "My uncle was lying in the hospital, and I sat with him."),
    ("kitchen", "The soup was simmering in the kitchen, and grandmother was slicing an onion."),
    ("kitchen", "Mother was at the stove, stirring the stew, and a pie was cooling on the sill."),
    ("library", "He walked along the shelves of the library and ran a finger over the spines."),
    ("library", "The librarian put a stack of books before me."),
    ("night_car", "We were driving through the dark, and the headlights found a hare."),
    ("night_car", "My mother was at the wheel, and I sat beside her in the car."),
    ("parlour", "They sat in the living room, and nobody wanted to go to bed."),
    ("parlour", "She sank into the armchair by the fireplace and put up her feet."),
    ("ships_cabin", "He lay in his bunk and watched the porthole rise and sink."),
    ("ships_cabin", "The captain spread his charts in the cabin of the ship."),
    ("shop", "The bell over the shop door rang, and the grocer looked up from behind the counter."),
    ("shop", "In the toyshop a clown was sitting on the highest shelf."),
    ("stairs_hall", "At the foot of the stairs a clock was ticking."),
    ("stairs_hall", "The entrance hall of the mansion was dark, and the stairs led up into more darkness."),
    ("theatre", "The curtain rose, and the actors bowed before a full house."),
    ("theatre", "I stood on the stage and had forgotten all my lines."),
    ("train_compartment", "In the night train an old man offered me half of his orange."),
    ("train_compartment", "We sat in the compartment, and the conductor punched our tickets."),
    ("workshop", "The clockmaker bent over his workbench."),
    ("workshop", "The carpenter was planing a board in his workshop."),
    ("bridge", "They met on the bridge and looked down at the river."),
    ("bridge", "Halfway across the old stone bridge she stopped."),
    ("castle_courtyard", "The castle gate stood open, and the knights led in their horses."),
    ("castle_courtyard", "They rode through the gatehouse into the courtyard of the castle."),
    ("cave_hall", "Behind the waterfall lay a cave full of crystals."),
    ("cave_hall", "The dragon was asleep in its lair."),
    ("city_street", "The traffic lights turned green, and nobody crossed the avenue."),
    ("city_street", "He waited at the bus stop while the taxis went by."),
    ("clearing", "They came to a clearing where a stag was standing."),
    ("clearing", "In a glade of the wood the mushrooms stood in a ring."),
    ("cliffs", "She climbed the path to the lighthouse."),
    ("cliffs", "Along the cliff path the wind was strong, and far below them the waves broke."),
    ("cliffs", "The lighthouse keeper lit his lamp, as he did every evening."),
    ("conifer_wood", "The path led into a pine forest, and the needles were soft."),
    ("conifer_wood", "The woodcutter's hut stood among the firs."),
    ("desert", "The camels went over the dunes of the desert."),
    ("desert", "The caravan rested at an oasis."),
    ("farmyard", "In the farmyard the hens were already asleep."),
    ("farmyard", "The cows were in the barn, and the farmer closed its door."),
    ("forest_path", "The forest was silent, and the path went on under the trees."),
    ("forest_path", "Deep in the woods two children were following a trail."),
    ("garden", "In the garden the roses had opened."),
    ("garden", "A fountain was playing in the courtyard."),
    ("meadow", "The sheep were grazing in the meadow."),
    ("meadow", "He ran over the fields with his kite."),
    ("mountain_pass", "They climbed the mountain in the snow until they saw the hut."),
    ("mountain_pass", "The mountain pass lay under deep snow."),
    ("night_market", "We went to the market, where lanterns hung over the stalls."),
    ("night_market", "At the fair a carousel was turning all by itself."),
    ("old_town_street", "The streets of the old town were empty."),
    ("old_town_street", "She ran down a cobbled alley."),
    ("orchard", "The apple trees were in bloom, and the orchard hummed."),
    ("orchard", "He leaned his ladder against a cherry tree."),
    ("railway_platform", "I stood on the platform and waited for the last train."),
    ("railway_platform", "The railway station was empty but for a sleeping dog."),
    ("rooftops", "I came out on a roof above the city, and somebody was playing the violin beside a chimney."),
    ("rooftops", "The chimney sweep sat on the ridge and looked over the town."),
    ("ruins", "Ivy grew over the ruins of the abbey."),
    ("ruins", "Through the broken arches of the old abbey the grass was high."),
    ("snowfield", "The children built a snowman in the white field."),
    ("snowfield", "They pulled the sled over the snow."),
    ("village_lane", "The village was asleep, and a lantern swung before the inn."),
    ("village_lane", "A cart came down the lane between the cottages, and we walked behind it through the village."),
    ("wheat_field", "The windmill turned above the ripe wheat."),
    ("wheat_field", "They walked through the cornfield to the mill."),
    ("above_clouds", "We flew above the clouds, and the sun was warm there."),
    ("above_clouds", "He stood on a cloud and looked down."),
    ("among_stars", "The rocket left the planets behind."),
    ("among_stars", "I floated in space, and the stars were all around me."),
    ("balcony", "She stepped out on the balcony and leaned on the railing."),
    ("balcony", "From the terrace one could see the lights of the valley."),
    ("beach", "We walked along the beach with bare feet."),
    ("beach", "The tide had left shells and a crab on the sand."),
    ("harbour", "The fishing boats came back to the harbour."),
    ("harbour", "On the quay an old sailor was mending his nets."),
    ("open_sea", "The whales came up far out at sea."),
    ("open_sea", "Out on the open ocean there was no land to be seen."),
    ("riverbank", "They sat on the bank of the river and let their feet hang in the water."),
    ("riverbank", "The river went by slowly, and a swan went with it."),
    ("rowing_boat", "We were rowing across the lake."),
    ("rowing_boat", "He pulled at the oars, and the boat glided on."),
    ("ship_deck", "The captain stood at the helm, and the sails were full."),
    ("ship_deck", "We sailed for seven days, and the ship creaked."),
    ("still_lake", "The lake was as smooth as glass, and a swan slept on it."),
    ("still_lake", "They sat on the jetty by the lake."),
    ("undersea", "I dived down to the coral reef."),
    ("undersea", "At the bottom of the sea an octopus lived among the shells."),
)  # fmt: skip


def places_in(text: str) -> list[str | None]:
    """The place of each passage of a text."""
    dream = parse(text, name="tale")
    reading: Reading = read(dream)
    records = place_records()
    choice, location, before, found = PlaceChoice(records, set(records)), OPENING, None, []
    for i in range(len(dream.passages)):
        location = location_of(i, reading, location)
        before = choice.choose(i, reading, location, before)
        found.append(before)
    return found


@pytest.mark.parametrize(("place", "text"), TALES)
def test_plain_sentences_lead_to_each_place(place: str, text: str) -> None:
    """A tale that begins there is there."""
    assert places_in(text) == [place]


def test_every_place_is_reached_by_two_sentences() -> None:
    """No place is left that only its own name leads to."""
    told = [place for place, _ in TALES]
    assert {name for name in place_records() if told.count(name) < 2} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We came to a clearing with an old cottage. Inside, a kettle sang on the stove and a lamp was lit."
            "\n\nYou sit down, and there is a bowl of soup on the table."
            "\n\nThen we went outside, and the air was cold and smelled of leaves.",
            ["parlour", "parlour", "clearing"],
        ),
        (
            "In the garden the roses were wet with rain.\n\nWe went inside and took off our shoes, and nobody spoke.",
            ["garden", "parlour"],
        ),
        (
            "In the kitchen the bread was rising.\n\nThe cat came in, and lay down beside the warm oven to sleep.",
            ["kitchen", "kitchen"],
        ),
        (
            "He sat in the parlour with his pipe.\n\nOutside it was raining. He heard it on the roof, and was content.",
            ["parlour", "parlour"],
        ),
        (
            "On the beach I found a box. Inside, there was a letter for me in a round hand.",
            ["beach"],
        ),
        (
            "We were rowing on a wide lake. She pointed down: under the water there was a town with all its lamps.",
            ["rowing_boat"],
        ),
        (
            "I sank down to the sea floor. A sunken ship was lying there, and fish went in and out of its windows.",
            ["undersea"],
        ),
        (
            "They walked round the farmyard with a lantern and a dog."
            "\n\nThe rain grew heavy, and they went in. A lamp was burning on the table.",
            ["farmyard", "parlour"],
        ),
    ],
)  # fmt: skip
def test_the_story_goes_in_and_out(text: str, expected: list[str]) -> None:
    """Indoors by "inside" and "went in", out again by "outside"; a letter in a box leads nowhere."""
    assert places_in(text) == expected


@pytest.mark.parametrize(
    ("before", "text", "place"),
    [
        ("We walked through the hayfield.", "At last her aunt sat at the kitchen table, shelling peas.", "kitchen"),
        ("We walked through the hayfield.", "They had bread and soup, and the dog lay by the fire.", "kitchen"),
        ("We walked through the hayfield.", "Then he went to his bed. Far off, a river went by.", "bedroom"),
        ("We walked through the hayfield.", "There is a cottage. Its roof is mossy. Inside there is a bed.", "bedroom"),
        ("We walked through the hayfield.", "She sat in her small room and mended a net.", "parlour"),
        ("We sat in the kitchen.", "Grandfather read to us from a book about ships and the desert.", "kitchen"),
        ("We sat in the kitchen.", "Somewhere outside, a boat went down the river.", "kitchen"),
        ("They came to the market.", "He walked down the lane to the river, and a man was fishing.", "riverbank"),
        ("They came to the market.", "She went over the bridge and up through the orchard.", "orchard"),
        ("We sat in the orchard.", "We watched the moon go down over the hayfield.", "orchard"),
        ("He slept in the wheat field.", "Nobody in the village knew of it.", "wheat_field"),
        ("We sat in the compartment.", "You lie down in the bunk, and the hills go by.", "train_compartment"),
        ("We sat in the compartment.", "It stopped at a station.\n\nThe train went on again.", "train_compartment"),
        ("I sat in the orchard.", "I thought of our house: the kitchen, the pears in a bowl, the dog.", "orchard"),
        ("We sat on the jetty by the lake.", "The boy stood on the shore for a long time.", "still_lake"),
        ("He lay in his bed.", "He fed the goose with barley and told it about the reeds.", "bedroom"),
        ("He lay in his bed.", "In the morning he climbed the ladder to the roof.", "rooftops"),
        ("He lay in his bed.", "They went out on the ice and fished.", "snowfield"),
        ("He went to the riverbank.", "He untied the boat. Soon he stopped rowing.", "rowing_boat"),
    ],
)  # fmt: skip
def test_who_has_gone_in_unsaid_is_in(before: str, text: str, place: str) -> None:
    """Furniture, beds and rooms say that one is indoors; what a book tells of or what goes by outside moves nobody."""
    assert places_in(f"{before}\n\n{text}")[-1] == place
