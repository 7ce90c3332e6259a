"""Scripts and verse: a direction is obeyed and not read, lines are kept, and nothing meant for the ear is lost."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from dreamplayer.app.measure.check import _pace
from dreamplayer.catalogue import sounds
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration.narrate import narrate
from dreamplayer.reading.ingest.direction_phrases import Mark, asked, break_seconds, seconds_in
from dreamplayer.reading.ingest.formats import read_draft
from dreamplayer.reading.ingest.parse import parse, parse_draft
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.settings import Settings
from dreamplayer.timeline.compose import compose, grow


def told(text: str) -> str:
    """What is told of a text, as plain words."""
    return " ".join(re.findall(r"[\w']+", " ".join(word.text for word in parse(text, name="x").words).lower()))


def night(dream: Dream) -> Score:
    """Its night with the silent voice."""
    return compose(dream, read(dream), narrate(dream, "silent"))


def rest(score: Score, after: str) -> float:
    """Seconds from the end of a word to the next one."""
    for one, other in pairwise(score.words):
        if one.text.strip('.,;:!?…—”"').lower() == after:
            return other.span.start - one.span.end
    raise AssertionError(f"{after} is not told")


@pytest.mark.parametrize(
    ("phrase", "seconds"),
    [
        ("[8 second pause]", 8), ("[PAUSE 00:25]", 25), ("[pause for half a minute]", 30), ("[Pause – 4s]", 4),
        ("(pause for two breaths)", 10), ("(90-second pause)", 90),
        ("[hold six seconds]", 6), ("[silence: 1 min]", 60),
        ("[pause 2-4 seconds]", 3), ("(Pause: 7)", 7), ("*pause 3 seconds*", 3), ("[45s]", 45),
        ("[a minute and a half of silence]", 90), ("[wait twelve seconds]", 12), ("[pause 1500 ms]", 1.5),
        ("[rest for a count of five]", 5), ("[pause, 3 beats]", 3), ("(12 sec)", 12), ("[PAUSE 2m15s]", 135),
        ("[20 sec. pause]", 20), ("{pause:6}", 6), ("<pause 4s>", 4), ("... pause for nine seconds ...", 9),
    ],
)  # fmt: skip
def test_a_pause_with_a_time_is_kept_to_a_tenth_and_not_read(phrase: str, seconds: float) -> None:
    """However it is written, it lasts as long as it says from word to word."""
    dream = parse(f"The ferry is empty. {phrase} The water is dark and slow tonight.", name="x")
    assert [word.text for word in dream.words][3:5] == ["empty.", "The"]
    score = night(dream)
    assert rest(score, "empty") == pytest.approx(seconds, abs=0.1)
    (direction,) = score.directions
    assert (direction.kind, direction.seconds) == ("pause", pytest.approx(seconds, abs=0.05))
    assert dream.text[direction.char_start : direction.char_end].strip() == ""


@pytest.mark.parametrize(
    ("phrase", "least"),
    [
        ("[pause]", 2.5), ("(brief pause)", 1.5), ("[long silence]", 6),
            ("*long pause*", 6), ("(beat)", 1.0),
        ("[Pause to let it sink in]", 2.5), ("[narrator takes a breath]", 2), ("... pause ...", 2.5), ("{pause}", 2.5),
        ("[very long pause]", 10), ("(Silence.)", 2.5),
    ],
)  # fmt: skip
def test_a_pause_without_a_time_is_a_pause(phrase: str, least: float) -> None:
    """It is not read, and longer than what is between two sentences anyway."""
    dream = parse(f"The ferry is empty. {phrase} The water is dark and slow tonight.", name="x")
    assert least <= rest(night(dream), "empty") <= 15.0
    assert "pause" not in told(dream.text)


@pytest.mark.parametrize(
    ("tag", "seconds"),
    [('<break time="2s"/>', 2), ("<break time='750ms' />", 0.75), ('<break strength="x-strong"/>', 3), ("<break/>", 1)],
)
def test_breaks_of_ssml_are_pauses(tag: str, seconds: float) -> None:
    """By their time, or by their strength."""
    assert break_seconds(tag) == seconds
    text = f"<speak><p><s>Rest your hands.</s> {tag} <emphasis level='low'>Breathe.</emphasis></p></speak>"
    dream = parse(text, name="x")
    assert told(text) == "rest your hands breathe"
    assert [d.seconds for d in dream.directions] == [seconds]


@pytest.mark.parametrize(
    "phrase",
    [
        "(she was silent)", "[and smiled]", "(wait for me)", "(a long way off)", "[the old one]", "(about ten minutes)",
        "*never*", "(it was quiet)", "[breathe in]", "(or so they say)", "[sic]", "(I paused at the door)",
        "*pausing only once*", "(the music was far away)", "(145x)", "(1:10)", "[voice]", "**Music**", "*the silence*",
        "**fading into true black**",
    ],
)  # fmt: skip
def test_what_may_be_meant_for_the_ear_is_told(phrase: str) -> None:
    """A bracket that is not surely a direction stays in the text, and nothing is left out."""
    text = f"She went on {phrase} to the mill."
    inside = " ".join(re.findall(r"[\w']+", phrase.lower()))
    assert told(text) == f"she went on {inside} to the mill"
    assert parse(text, name="x").directions == ()


def test_a_stressed_word_is_no_direction() -> None:
    """Asterisks around a word inside a sentence are emphasis, even if the word is pause."""
    assert "to pause and" in told("You have to *pause* and listen.")
    assert told("You have come far. *pause* Listen.") == "you have come far listen"


def test_a_sound_is_heard_and_not_read() -> None:
    """It becomes a cue of the sound that is most like it, which no word called."""
    score = night(
        parse("*(Sound of rain on a roof)*\n\nThe attic is warm. [SFX: an owl, far off] You are safe.", name="x")
    )
    directed = [direction.name for direction in score.directions]
    assert directed == ["rain", "owl"]
    for name in directed:
        (cue,) = [c for c in score.cues if c.kind == "sound" and c.name == name]
        assert cue.staged
        assert cue.word is None
        assert name in sounds()
    assert {word.text for word in score.words}.isdisjoint({"Sound", "SFX:", "owl,"})


def test_a_place_is_where_it_plays() -> None:
    """From the passage it stands before, until the words name another; it is not read."""
    text = (
        "Let your shoulders sink for a while, and let your breath be slow.\n\n[Place: a garden at night]\n\n"
        "Let your hands be heavy, and your feet be heavy too.\n\nNothing has to be done now, and nothing is late.\n\n"
        "A small boat waits on the lake, and the lake is still."
    )
    dream = parse(text, name="x")
    assert "garden" not in told(text)
    before, first, second, last = [scene.place for scene in night(dream).scenes]
    assert (first, second) == ("garden", "garden")
    assert before != "garden"
    assert last == "lake"


@pytest.mark.parametrize("phrase", ["(whispering)", "[softly, slowly]", "*(in a low voice)*", "(very quietly)"])
def test_a_whispered_line_is_softer(phrase: str) -> None:
    """The line it stands before is told more softly than the one before it."""
    score = night(parse(f"The gate is shut for tonight.\n\n{phrase} Nobody will come.\n\nThe lamp burns.", name="x"))
    first, whispered, _ = score.lines
    assert whispered.softness >= first.softness + 0.3
    assert "whispering" not in told(f"{phrase} Nobody.")


@pytest.mark.parametrize(
    "phrase",
    ["[Music fades out]", "(soft piano music)", "[Fade to black]", "[Exit the miller]", "(0:30 - 1:15)", "[02:40]",
     "[Enter two guards, carrying a chest]", "[Curtain]"],
)  # fmt: skip
def test_what_is_for_the_stage_is_not_told(phrase: str) -> None:
    """Music, fades, entrances and time marks; each is listed as a direction or as left out."""
    dream = parse(f"The hall is dark.\n\n{phrase}\n\nA door closes somewhere.", name="x")
    assert " ".join(word.text for word in dream.words) == "The hall is dark. A door closes somewhere."
    assert len(dream.directions) + len(dream.omissions) == 1


def test_how_a_narrator_speaks_is_obeyed() -> None:
    """The name goes, the manner stays."""
    dream = parse("The lock is shut for the night.\n\n**Narrator (softly):** The lock keeper sleeps.", name="x")
    assert [d.kind for d in dream.directions] == ["soften"]
    assert told("**Narrator (softly):** The lock keeper sleeps.") == "the lock keeper sleeps"


def test_counts_are_paced_by_the_second() -> None:
    """Numbers behind a breath, and a long count down, come one a second."""
    score = night(
        parse("Breathe in - 2, 3, 4. And out - 2, 3, 4, 5.\n\nFive... four... three... two... one.", name="x")
    )
    for kind in [d for d in score.directions if d.kind == "count"]:
        starts = [w.span.start for w in score.words if kind.char_start <= w.char_start < kind.char_end]
        assert len(starts) == kind.seconds
        assert all(b - a == pytest.approx(1.0, abs=0.05) for a, b in pairwise(starts))
    assert sum(d.kind == "count" for d in score.directions) == 3


def test_a_count_waits_for_the_pause_before_it() -> None:
    """A count that begins a passage comes after the passage's rest, and after a pause that is asked for."""
    score = night(parse("Good night to you.\n\n[pause 7s]\n\nFive... four... three... two... one.", name="x"))
    assert rest(score, "you") == pytest.approx(7.0, abs=0.1)
    assert rest(night(parse("Good night to you.\n\nFive, four, three, two, one.", name="x")), "you") > 2.5


def test_numbers_of_a_tale_are_not_counted() -> None:
    """Sheep, rooms and years keep the pace of their sentence."""
    assert not parse("She saw one, two, three sheep. Rooms 4, 5 were shut.", name="x").directions


def test_told_words_may_ask_for_a_pause() -> None:
    """A count that is held is told, and its seconds pass."""
    score = night(parse("Fill your lungs and hold for a count of four. Then let it all go.", name="x"))
    assert rest(score, "four") == pytest.approx(4.0, abs=0.1)


def test_a_repetition_is_told_again() -> None:
    """As often as it says in all, with its pauses, and the words count on."""
    dream = parse("Lift the oar. [pause 2s] Let it fall.\n\n[Repeat 3 times]\n\nDrift now.", name="x")
    assert [word.text for word in dream.words] == [*"Lift the oar. Let it fall.".split()] * 3 + ["Drift", "now."]
    assert [word.index for word in dream.words] == list(range(20))
    assert [passage.index for passage in dream.passages] == list(range(4))
    score = night(dream)
    assert sum(d.kind == "pause" for d in score.directions) == 3
    assert "repeat" in {d.kind for d in score.directions}


def test_fields_above_and_notes_behind_are_left_out() -> None:
    """What a script says about itself is not told, and is listed."""
    dream = parse(
        "# Evening Bay\n\n**Length:** about 12 min\n**Background music:** none\nUpdated: 2031-02-03\n\n## Narration\n\n"
        "The bay is quiet.\n\n---\n\n### Production notes\n\nWhisper the end.\n\n- leave room\n",
        name="x",
    )
    assert " ".join(word.text for word in dream.words) == "Evening Bay The bay is quiet."
    assert dream.title == "Evening Bay"
    assert {o.kind for o in dream.omissions} == {"script field", "heading", "production note"}


def test_a_note_among_the_words_ends_with_its_bracket() -> None:
    """What follows a note to the narrator is told, and so is what follows a list of notes."""
    text = "[Note to narrator: go slowly.]\n\nThe tide is out.\n\nSound design:\n- gulls\n- rope\n\nThe tide comes in."
    assert told(f"A boat.\n\n{text}") == "a boat the tide is out the tide comes in"


def test_a_tale_keeps_its_colons() -> None:
    """A sentence with a colon at the beginning is no field of a script."""
    assert told("Time: it was the only thing she had.\n\nShe sat down.").startswith("time it was")


def test_speakers_are_set_apart() -> None:
    """A name is a sentence of its own; a narrator's name is not told."""
    dream = parse("NARRATOR: The pier is empty.\n\nMARA: Who is there?\n\nTHE OLD MAN\nOnly me.\n\nMARA: Oh.", name="x")
    assert [s.text for s in dream.sentences] == [
        "The pier is empty.", "MARA:", "Who is there?", "THE OLD MAN", "Only me.", "MARA:", "Oh.",
    ]  # fmt: skip
    assert [o.kind for o in dream.omissions] == ["speaker"]


POEM = """\
II.
The heron stands beside the weir
  And has no mind to go,
The evening comes from far to near,             3
  The water passes slow.

III.
A lamp is lit, a lamp is out,
  The ferry bell is still;
"""


def test_verse_keeps_its_lines() -> None:
    """One stanza one passage, one line one sentence with a breath after it; numbers of stanzas are left out."""
    dream = parse(POEM, name="x")
    assert [len(passage.sentences) for passage in dream.passages] == [4, 2]
    assert [o.kind for o in dream.omissions] == ["stanza number", "stanza number"] or len(dream.omissions) == 3
    score = night(dream)
    for word in ("weir", "go", "out"):
        assert 0.35 <= rest(score, word) <= 1.2
    assert rest(score, "slow") >= 2.0


@pytest.mark.parametrize(
    ("poem", "lines"),
    [
        ("lamps along the pier\none by one they close their eyes\nonly water talks", 3),
        ("Here the line is broken,  \nand the author meant it,  \nthough no letter says so.", 3),
        ("1\n\nall the ropes are coiled and dry\nand nobody is on the quay\nthe moon is late, and so am I\n\n"
         "2\n\nthe gulls have put their heads away\nthe harbour breathes, the masts are still\n"
         "it never was so far from day",
         6),
        ("> The heron sleeps,\n> The miller keeps\n> His lantern by the door.", 3),
    ],
)  # fmt: skip
def test_lines_of_every_kind_of_verse_are_kept(poem: str, lines: int) -> None:
    """Without capitals, with breaks of Markdown, quoted, under numbers that are not told."""
    dream = parse(poem, name="x")
    assert all(passage.verse for passage in dream.passages)
    assert sum(len(passage.sentences) for passage in dream.passages) == lines
    assert not re.search(r"\d", " ".join(word.text for word in dream.words))


def test_verse_of_a_page_keeps_its_lines(tmp_path: Path) -> None:
    """By `br`, by a `div` for each line, and in `pre`; a heading that only counts a stanza is left out."""
    page = (
        "<html><body><h2>II</h2><p>The oar is wet,<br/>The oar is long</p>"
        "<div class='stanza'><div>A lamp is lit</div><div>Along the quay</div></div>"
        "<pre>\nThe tide goes out\n  And nobody minds\n</pre></body></html>"
    )
    (tmp_path / "poem.html").write_text(page, encoding="utf-8")
    dream = parse_draft(read_draft(tmp_path / "poem.html"), name="poem")
    assert [[s.text for s in passage.sentences] for passage in dream.passages] == [
        ["The oar is wet,", "The oar is long"], ["A lamp is lit", "Along the quay"],
        ["The tide goes out", "And nobody minds"],
    ]  # fmt: skip
    assert [o.kind for o in dream.omissions] == ["stanza number"]


def test_wrapped_prose_is_no_verse() -> None:
    """Lines that end where the page did are told as sentences."""
    prose = (
        "The road went up between the hedges and it was late, so late that\nthe last of the birds had stopped, and "
        "nobody else was on it. He walked, as\nhe "
        "had walked every evening since the spring, with his hands\nbehind him.\n"
    )
    dream = parse(prose, name="x")
    assert [passage.verse for passage in dream.passages] == [False]
    assert len(list(dream.sentences)) == 2


def test_directions_grow_with_the_night() -> None:
    """A score holds the same directions as every longer one below its horizon."""
    text = "\n\n".join(f"Boat {n} goes by in the dark of the harbour. [pause {n + 4} seconds]" for n in range(5))
    dream = parse(text + "\n\nSleep well tonight.", name="x")
    scores = list(grow(dream, read(dream), narrate(dream, "silent")))
    whole = scores[-1].directions
    assert len(whole) == 5
    for score in scores[1:-1]:
        assert score.directions == whole[: len(score.directions)]
        assert all(d in score.directions for d in whole if d.span.end < score.horizon)


@pytest.mark.parametrize(("phrase", "mark"), [("", "square"), ("...", "round"), ("5", "square"), ("x" * 300, "square")])
def test_nothing_is_asked_for_by_scraps(phrase: str, mark: Mark) -> None:
    """Neither empty brackets nor numbers nor long texts."""
    assert asked(phrase, mark) is None


def test_lengths_of_time_are_understood() -> None:
    """Numbers and words, ranges by their middle."""
    assert seconds_in("two minutes") == 120
    assert seconds_in("1-2 min") == 90
    assert seconds_in("one minute 30 seconds") == 90
    assert seconds_in("a while") is None


def test_the_check_of_a_night_takes_no_pause_for_a_slow_voice() -> None:
    """Pauses, counts and breaths after lines are the script's: pace and rests are measured without them."""
    text = "\n\n".join(
        f"The ferry goes by the island of number {n}. [pause 20 seconds] Nobody is awake to see its lamps. "
        f"Breathe in - 2, 3, 4. (long pause) The water closes over its wake again, and the night goes on."
        for n in range(8)
    )
    score = night(parse(text, name="x"))
    found = {measure.name: measure for measure in _pace(score, Settings(voice="silent"))}
    assert "a pause that is asked for is cut short, s" in found
    assert all(measure.ok for measure in found.values()), found
