"""A night is composed once: every word at its time, longer scores agreeing with shorter ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dreamplayer.kit.curves import clamp
from dreamplayer.model.audio import Rest, SpokenSentence, WordTime
from dreamplayer.model.reading import Mention, Mood, Reading
from dreamplayer.model.score import SECTIONS, Score
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.timeline.compose import compose, grow
from dreamplayer.timeline.cue_sheet import from_document, to_document, to_text
from dreamplayer.timeline.depth import depth
from dreamplayer.timeline.night_options import NightOptions

ELEMENTS = ("lantern", "lanterns", "sky", "moon", "river", "garden", "mirror", "figure", "they", "ripple", "stars")
EVENTS = ("shatters", "rises", "dissolves", "pulses", "cracks")
SOUNDS = ("wind", "chimes")
FILLER = ("and", "slowly", "the", "you", "away", "into", "soft")
CALM = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

sentences = st.lists(st.sampled_from(ELEMENTS + EVENTS + SOUNDS + FILLER), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
texts = st.lists(paragraphs, min_size=1, max_size=5).map("\n\n".join)


def read(dream: Dream) -> Reading:
    """A reading by a few plain rules, so that the timeline is tested without the lexicon."""
    mentions = []
    last = "scene"
    for passage in dream.passages:
        for word in passage.words:
            said = word.text.strip(".").lower()
            name = said.removesuffix("s") if said != "chimes" else said
            mode = ("literal", "literal", "literal", "figurative", "negated")[word.index % 5]
            common = {"mode": mode, "start": word.start, "end": word.end, "word": word.index, "passage": passage.index}
            if said in ELEMENTS and said != "they":
                last = name
                mentions.append(Mention("element", name, many=said.endswith("s"), strength=0.8, **common))
            elif said in EVENTS:
                mentions.append(Mention("event", name, target=last, **common))
            elif said in SOUNDS:
                mentions.append(Mention("sound", said, **common))
    moods = tuple(
        Mood(0.3 * (p.index % 5) - 0.6, 0.1, ("night", "dawn")[p.index % 2], ((0.2, 0.05, 0.4),))
        for p in dream.passages
    )
    return Reading(tuple(mentions), moods)


def told(dream: Dream) -> Iterator[SpokenSentence]:
    """Every sentence at two words a second."""
    for sentence in dream.sentences:
        times = tuple(WordTime(0.05 + 0.5 * i, 0.45 + 0.5 * i) for i in range(len(sentence.words)))
        yield SpokenSentence(sentence.index, f"clip{sentence.index}", 0.5 * len(times) + 0.1, times)


def seen(score: Score, t: float) -> object:
    """All that can be seen or heard of a score at t, whatever is still to come."""
    scene = score.scene_at(t)
    cues = [
        (
            cue.kind, cue.name, cue.mode, cue.seed, cue.since, cue.span.start, cue.strength, cue.count, cue.place,
            1.0 if cue.leave <= 0 else round(float(clamp((cue.span.end - t) / cue.leave)), 6),
            tuple(met for met in cue.responses if met.span.start <= t),
        )
        for cue in score.during(t)
    ]  # fmt: skip
    words = [word for word in score.words if word.span.start <= t]
    lines = [line for line in score.lines if line.span.start <= t]
    look = (scene.passage, scene.span.start, scene.stage, scene.palette, scene.harmony)
    return score.section_at(t), look, cues, words, lines, depth(score, t)


def dream_of(text: str) -> Dream:
    """A dream of this text."""
    return parse(text, name="made-up")


LANTERN = dream_of(
    "I am dreaming.\n\nYou see lanterns and the sky. The lantern rises.\n\nOh.\n\n"
    "The lanterns shatters. A river and a garden.\n\nThe moon dissolves and you wake."
)


@CALM
@given(texts, st.integers(0, 3))
def test_longer_agrees_with_shorter(text: str, seed: int) -> None:
    """What has been composed never changes: below its horizon a score is all that any longer one is there."""
    dream = dream_of(text)
    grown = list(grow(dream, read(dream), told(dream), NightOptions(seed=seed)))
    for shorter, longer in pairwise(grown):
        assert longer.horizon >= shorter.horizon
        for i in range(40):
            t = shorter.horizon * (i + 0.5) / 40
            assert seen(shorter, t) == seen(longer, t)
    assert grown[-1] == compose(dream, read(dream), told(dream), NightOptions(seed=seed))
    assert grown[-1].complete
    assert not any(score.complete for score in grown[:-1])


def test_rest_moves_only_what_is_beyond_the_horizon() -> None:
    """A late voice appends rest: what was composed stays, and every later word waits that much longer."""
    sentences = list(told(LANTERN))
    reading = read(LANTERN)
    prompt = compose(LANTERN, reading, iter(sentences))
    late = list(grow(LANTERN, reading, iter([*sentences[:3], Rest(7.0), *sentences[3:]])))
    for shorter, longer in pairwise(late):
        for i in range(60):
            t = shorter.horizon * (i + 0.5) / 60
            assert seen(shorter, t) == seen(longer, t)
    moved = [(a, b) for a, b in zip(prompt.words, late[-1].words, strict=True) if a.span != b.span]
    assert {a.passage for a, _ in moved} == {2, 3, 4}
    assert all(b.span.start - a.span.start == pytest.approx(7.0, abs=1e-5) for a, b in moved)


@CALM
@given(texts)
def test_every_word_once_in_order(text: str) -> None:
    """Every word of the text stands in the score exactly once, at rising times, inside its line."""
    dream = dream_of(text)
    score = compose(dream, read(dream), told(dream))
    assert [(w.index, w.text, w.char_start, w.char_end) for w in score.words] == [
        (w.index, w.text, w.start, w.end) for w in dream.words
    ]
    ends = 0.0
    spans = {line.sentence: line.span for line in score.lines}
    for word in score.words:
        assert ends <= word.span.start < word.span.end <= spans[word.sentence].end
        assert spans[word.sentence].start <= word.span.start
        ends = word.span.end


@CALM
@given(texts)
def test_cues_start_at_their_word(text: str) -> None:
    """Every mention is a cue that starts with its word, whatever becomes of it on stage."""
    dream = dream_of(text)
    reading = read(dream)
    score = compose(dream, reading, told(dream))
    starts = {word.index: word.span.start for word in score.words}
    called = [cue for cue in score.cues if cue.word is not None]
    assert sorted((c.char_start, c.kind, c.name, c.mode) for c in called) == sorted(
        (m.start, m.kind, m.name, m.mode) for m in reading.mentions
    )
    assert all(cue.span.start == starts[cue.word] for cue in called)
    assert all(cue.span.start < cue.span.end <= score.duration for cue in score.cues)


@CALM
@given(texts, st.integers(0, 2))
def test_json_both_ways(text: str, seed: int) -> None:
    """A score written as JSON reads back equal, and the cue sheet tells all of its sections."""
    dream = dream_of(text)
    score = compose(dream, read(dream), told(dream), NightOptions(seed=seed))
    document = json.loads(json.dumps(to_document(score)))
    assert from_document(document) == score
    sheet = to_text(score)
    assert all(name in sheet for name in SECTIONS)


def test_public_document() -> None:
    """The document has the keys that other programs rely on, and its passages tile the story."""
    document = to_document(compose(LANTERN, read(LANTERN), told(LANTERN)))
    assert set(document["dream"]) == {
        "name", "title", "source", "sha256", "language", "part", "parts", "chapter",
    }  # fmt: skip
    assert [part["name"] for part in document["sections"]] == list(SECTIONS)
    assert [p["index"] for p in document["passages"]] == [0, 1, 2, 3, 4]
    story = document["sections"][1]
    edges = [document["passages"][0]["start"], *(p["end"] for p in document["passages"])]
    assert edges == [story["start"], *(p["start"] for p in document["passages"][1:]), story["end"]]
    word, cue = document["words"][0], document["cues"][-1]
    assert {"index", "text", "start", "end", "char_start", "char_end", "sentence", "passage", "estimated"} <= set(word)
    assert {
        "kind", "name", "mode", "start", "end", "word", "char_start", "char_end", "target", "strength",
    } <= set(cue)  # fmt: skip


def test_an_opening_sets_no_scene() -> None:
    """A preamble stands in the scene that follows it, a passage of one word in the one before."""
    scenes = compose(LANTERN, read(LANTERN), told(LANTERN)).scenes
    assert [scene.passage for scene in scenes] == [0, 1, 2, 3, 4]
    assert scenes[0].span.start == 0.0
    assert scenes[0].palette == scenes[1].palette
    assert scenes[2].palette == scenes[1].palette
    assert scenes[3].palette != scenes[2].palette
    assert scenes[4].palette != scenes[3].palette


def test_named_again_is_no_second_arrival() -> None:
    """A thing named again goes on as itself: one cue at a time, same seed, entered when it first did."""
    dream = dream_of("A moon slowly. You and the moon soft. The river.")
    mentions = tuple(
        Mention("element", "moon", "literal", w.start, w.end, w.index, 0) for w in dream.words if "moon" in w.text
    )
    score = compose(dream, Reading(mentions, (Mood(0.0, 0.0, "night"),)), told(dream))
    first, second = [cue for cue in score.cues if cue.name == "moon"]
    assert first.span.end == second.span.start
    assert first.leave == 0.0
    assert (second.seed, second.since) == (first.seed, first.span.start)


def test_gone_dissolves_what_is_on_stage() -> None:
    """A negated thing that is on stage dissolves; one that is not is never shown."""
    dream = dream_of("A mirror and a river. No mirror and no moon.")
    words = list(dream.words)
    named = ((1, "mirror", "literal"), (4, "river", "literal"), (6, "mirror", "negated"), (9, "moon", "negated"))
    mentions = [Mention("element", name, mode, words[i].start, words[i].end, i, 0) for i, name, mode in named]
    score = compose(dream, Reading(tuple(mentions), (Mood(0.0, 0.0, "night"),)), told(dream))
    mirror = next(cue for cue in score.cues if cue.name == "mirror" and cue.mode == "literal")
    assert [met.event for met in mirror.responses] == ["dissolve"]
    assert mirror.span.end < score.words[6].span.start + 15.0
    assert not any(cue.staged for cue in score.cues if cue.mode == "negated")
    assert next(cue for cue in score.cues if cue.name == "river").responses == ()


@pytest.mark.parametrize("night", [NightOptions(), NightOptions(seed=5)])
def test_the_same_night_twice(night: NightOptions) -> None:
    """The same text and seed give the same night; another seed another one."""
    once = compose(LANTERN, read(LANTERN), told(LANTERN), night)
    assert once == compose(LANTERN, read(LANTERN), told(LANTERN), night)
    other = compose(LANTERN, read(LANTERN), told(LANTERN), NightOptions(seed=9))
    assert {c.seed for c in once.cues} != {c.seed for c in other.cues}
