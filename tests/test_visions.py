"""Visions in a night: which mentions become one, when, where, and what the picture shows of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pygame
import pytest

from dreamplayer.drawing.primitives import Dots, Sprites
from dreamplayer.drawing.visions.motes import GATHER, SCATTER, WHOLE
from dreamplayer.drawing.visions.vision import Hovering, vision
from dreamplayer.model.reading import Mention
from dreamplayer.model.score import Cue, Score, Span, Support
from dreamplayer.model.stage import Camera, Light, Placement
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.picture.picture import picture
from dreamplayer.picture.surface.splat import splat_soft
from dreamplayer.picture.visions import cloud, dimmed, is_vision
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.staging.layout_floating import Patch
from dreamplayer.staging.visions import FREED, LEAD, PlannedVision, vision_cue, vision_placement
from dreamplayer.timeline.compose import compose, grow

TEXT = """The ferryman sat by the lake until the last light was gone. The water lay as still as a sleeping elephant.
He had a small lamp beside him, and a blanket, and nothing else to do.

Far out a swan crossed the bay. The hills behind it were soft like a folded umbrella. He thought of nothing at all, and
the evening went on around him for a long while, and the reeds moved a little, and then were quiet again.

A penguin had lived in the harbour once, so people said. He remembered the telescope his uncle kept under the roof.
There was no dragon in these hills. The key to sleep is patience, his uncle used to say, and then he would laugh."""


def told(text: str, seed: int = 0) -> Score:
    """The night of a text with the silent voice."""
    dream = parse(text, name="lake")
    return compose(dream, read(dream), narrate(dream, "silent", Clips(None)))


def visions(score: Score) -> list[Cue]:
    """Its visions, in order."""
    return [cue for cue in score.cues if is_vision(cue) and cue.staged]


NIGHT = told(TEXT)


def test_what_is_likened_and_what_nothing_draws_becomes_a_vision() -> None:
    """A simile, a memory, a thing without a drawing; not what is denied, and no dead metaphor."""
    names = [cue.name for cue in visions(NIGHT)]
    assert "elephant" in names
    assert "penguin" in names
    assert not {"dragon", "key"} & set(names)


def test_a_vision_is_exactly_what_the_words_name() -> None:
    """A flower is drawn for a sunflower; its vision is a sunflower."""
    assert "sunflower" in [
        cue.name for cue in visions(told("Her face was round like a sunflower in the evening light."))
    ]


def test_a_simile_is_no_faint_thing() -> None:
    """What is likened is a vision or is not seen at all."""
    for cue in NIGHT.cues:
        if cue.kind == "element" and cue.mode == "figurative":
            assert is_vision(cue) or not cue.staged


def test_visions_are_few_and_never_one_before_another() -> None:
    """One at a time: the next gathers when half of the motes have gone."""
    found = visions(NIGHT)
    assert len(found) >= 2
    assert all(other.since - one.since >= FREED - 1e-6 for one, other in pairwise(found))
    for cue in found:
        seen = [one for one in found if one.since <= cue.since < one.span.end - 0.5 * SCATTER - 1e-6]
        assert seen == [cue]


def test_a_vision_starts_with_its_word_and_gathers_before_it() -> None:
    """Its cue starts at the word to the millisecond; the first mote sets out two seconds earlier."""
    starts = {word.index: word.span.start for word in NIGHT.words}
    for cue in visions(NIGHT):
        assert cue.word is not None
        assert cue.span.start == starts[cue.word]
        assert 0.0 <= cue.span.start - cue.since <= LEAD
        assert abs(cue.span.end - cue.since - WHOLE) < 1e-3


@pytest.mark.slow
def test_the_picture_shows_it_before_its_word_and_not_after_its_end() -> None:
    """Motes from `since` on, thousands while it is held, none of them once it is over."""
    cue = visions(NIGHT)[0]
    bare = replace(NIGHT, cues=tuple(c for c in NIGHT.cues if c is not cue))

    def motes(t: float) -> int:
        counts = [
            sum(len(form.position) for form in picture(score, t, strict=True).forms if isinstance(form, Dots))
            for score in (NIGHT, bare)
        ]
        return counts[0] - counts[1]

    assert motes(cue.since - 0.1) == 0
    assert motes(cue.since + 0.5) > 900
    assert motes(cue.since + GATHER + 2.0) > 900
    assert motes(cue.span.end + 0.1) == 0


def test_it_hovers_in_the_upper_two_thirds() -> None:
    """A quarter to two fifths of the picture's height, above the words, whatever else is on stage."""
    for cue in visions(NIGHT):
        assert cue.place is not None
        assert 0.20 <= cue.place.size <= 0.40
        assert cue.place.y >= -1.0 / 3.0
        assert cue.place.y + 2.0 * cue.place.size <= 1.0


def test_it_keeps_clear_of_what_is_on_stage() -> None:
    """Where the middle is taken it hovers at a side."""
    scene = replace(NIGHT.scenes[0], time_of_day="day")
    scene = replace(scene, stage=replace(scene.stage, ground="wood", camera=Camera(horizon=-0.2)))
    cue = replace(visions(NIGHT)[0], place=None)
    middle = vision_placement(cue, scene, ())
    moved = vision_placement(cue, scene, [Patch(-0.5, 0.5, -0.6, 0.9, 1e9)])
    assert middle is not None
    assert moved is not None
    assert abs(middle.x) < 0.2
    assert abs(moved.x) > 0.4


def test_a_growing_night_never_changes_a_vision() -> None:
    """What is seen before the horizon is the same in every longer score."""
    dream = parse(TEXT, name="lake")
    scores = list(grow(dream, read(dream), narrate(dream, "silent", Clips(None))))
    for score in scores[:-1]:
        for cue in scores[-1].cues:
            if is_vision(cue) and cue.since < score.horizon:
                match = [c for c in score.cues if is_vision(c) and c.word == cue.word]
                assert [(c.since, c.span, c.place, c.seed) for c in match] == [
                    (cue.since, cue.span, cue.place, cue.seed)
                ]


def test_lamps_step_back_while_it_is_held() -> None:
    """To three fifths, and back again."""
    lamp = Light((0.0, 1.0, 4.0), (1.0, 0.5, 0.2))
    levels = [dimmed([lamp], t)[0].colour[0] for t in (0.0, GATHER + 2.0, WHOLE)]
    assert np.allclose(levels, (1.0, 0.6, 1.0), atol=0.01)


def test_modern_things_stay_out_of_a_tale() -> None:
    """A tractor is seen in a village; not where there are a castle and a dragon."""
    rest = "After a long while, when it was quite dark, a tractor came up the lane and stopped there."
    assert "tractor" in [cue.name for cue in visions(told(f"The village lay under the hill. {rest}"))]
    tale = told(f"The castle stood over the valley, and in its tower the dragon slept upon a golden crown. {rest}")
    assert "tractor" not in [cue.name for cue in visions(tale)]


def test_a_cue_becomes_a_vision_whole() -> None:
    """One figure for a plural, present from its first mote to its last."""
    plain = Cue("element", "owl", "figurative", Span(30.0, 33.0), 3, 0, 4, 0, count=7, strength=0.3)
    said = Mention("element", "owl", "figurative", 0, 4, 3, 0)
    cue = vision_cue(plain, PlannedVision(said, 28.0))
    assert cue.rests == Support("vision")
    assert (cue.count, cue.since, cue.span) == (1, 28.0, Span(30.0, 28.0 + WHOLE))
    assert cue.place is None or isinstance(cue.place, Placement)


def test_the_body_of_a_glyph_is_round_and_whole() -> None:
    """Bright towards the light, dim away from it, and no hole on that side."""
    points = cloud("apple")
    forms = vision(points, GATHER + 3.0, 5, Hovering((0.0, 0.0, 10.0), 1.0))
    body = next(form for form in forms if isinstance(form, Sprites))
    image = body.shape.paint()[0]
    rows, columns = image.shape[:2]
    light = image[..., :3].mean(-1) * image[..., 3] + image[..., 7]
    left, right = (slice(columns // 4, columns // 2), slice(columns // 2, 3 * columns // 4))
    upper, lower = light[rows // 3 : rows // 2, left], light[rows // 2 : 3 * rows // 4, right]
    assert upper.mean() > 1.6 * lower.mean() > 0.0
    assert (image[rows // 3 : 3 * rows // 4, columns // 4 : 3 * columns // 4, 3] > 0.3).mean() > 0.95


def test_soft_dots_added_up_carry_the_light_of_stamped_ones() -> None:
    """The same light in cells of three pixels as in single ones."""
    rng = np.random.default_rng(1)
    x, y = (rng.uniform(40, 80, 3000).astype(np.float32) for _ in range(2))
    colour = np.full((3000, 3), 0.003, np.float32)
    coarse, fine = (pygame.Surface((120, 120)) for _ in range(2))
    splat_soft(coarse, x, y, 9.0, colour, 1.0, 0.0)
    splat_soft(fine, x, y, 4.0, colour * np.float32((9.0 / 4.0) ** 2), 1.0, 0.0)
    coarse_light, fine_light = (float(((pygame.surfarray.array3d(s) / 255.0) ** 2.2).mean()) for s in (coarse, fine))
    assert 0.8 < coarse_light / fine_light < 1.25


def test_the_place_one_is_in_is_no_vision() -> None:
    """In the ward of a hospital no hospital hovers; its cue rests on the place."""
    score = told("I woke in the hospital, and a small lamp was burning. The nurse walked softly from bed to bed.")
    assert not [cue for cue in visions(score) if cue.name == "hospital"]
    assert [cue.rests.how for cue in score.cues if cue.name == "hospital" and cue.rests] == ["place"]


def test_all_that_is_thought_of_is_a_vision_and_no_place() -> None:
    """Each "of" of a list is remembered: none of it stands in the room."""
    score = told("He sat in the kitchen. He thought of the sea he had never crossed, of an elephant, and of a piano.")
    assert {cue.mode for cue in score.cues if cue.name in ("elephant", "piano")} == {"figurative"}
    assert {scene.place_id for scene in score.scenes} == {"kitchen"}


def test_no_stand_in_is_seen() -> None:
    """A stork is read as a bird, but the vision of a songbird would be none of it; a robin's is."""
    said = "He sat by the water in the evening. He thought of a {} that he had seen."
    assert "songbird" in [cue.name for cue in visions(told(said.format("robin")))]
    assert visions(told(said.format("stork"))) == []
