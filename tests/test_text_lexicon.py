"""The lexicon: whole, compiled, and quick to load."""

from __future__ import annotations

import json

import pytest

from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.lexicon.compile import TARGET, clashes, compiled
from dreamplayer.reading.lexicon.vocabulary import SenseKind, things, vocabulary
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.reading.syntax.inflection import plurals, verb_forms


def test_the_compiled_lexicon_is_up_to_date() -> None:
    """What is read at night is what the authored files say now."""
    assert TARGET.read_text(encoding="utf-8") == compiled(), "run: python -m dreamplayer.reading.lexicon.compile"


def test_branches_that_add_words_can_be_merged() -> None:
    """The compiled file holds one sorted key a line, so that two additions meet only where they touch the same word."""
    lines = TARGET.read_text(encoding="utf-8").splitlines()
    keys = [line.split(":")[0] for line in lines]
    for part in json.loads(TARGET.read_text(encoding="utf-8")):
        start = lines.index(f'"{part}":{{')
        end = next(i for i in range(start, len(lines)) if lines[i].startswith("}"))
        rows = [json.loads(key) for key in keys[start + 1 : end]]
        assert rows == sorted(set(rows)), part
    assert max(map(len, lines)) < 12_000


def test_every_meaning_leads_somewhere() -> None:
    """Every form calls up an element, event, sound, colour or time that exists."""
    lexicon = vocabulary()
    names = {
        SenseKind.ELEMENT: {*lexicon.elements, *lexicon.undrawn},
        SenseKind.VERB: {*lexicon.events, *(f"~{verb}" for verb in lexicon.subjects)},
        SenseKind.SECOND_EVENT: set(lexicon.events),
        SenseKind.EVENT_NOUN: set(lexicon.events),
        SenseKind.STATE: set(lexicon.events),
        SenseKind.SOUND: set(lexicon.sounds),
        SenseKind.COLOUR: set(lexicon.colours),
    }
    for form in lexicon.forms():
        for sense in lexicon.senses(form):
            assert sense.kind not in names or sense.name in names[sense.kind], (form, sense)


def test_every_thing_has_words() -> None:
    """Every thing that has a drawing can be called up by at least two forms."""
    lexicon = vocabulary()
    forms = dict.fromkeys([*lexicon.elements, *lexicon.undrawn], 0)
    for form in lexicon.forms():
        for sense in lexicon.senses(form):
            if sense.kind is SenseKind.ELEMENT:
                forms[sense.name] += 1
    assert min(forms[name] for name in things()) >= 2


def test_a_word_without_a_gate_means_one_thing() -> None:
    """No two things claim a word outright: the second could never be meant."""
    assert clashes(vocabulary()) == {}


def test_verbs_that_turn_on_their_subject_name_what_exists() -> None:
    """Keys are elements, families, the viewer, or say whether it is done to something; values are events or none."""
    lexicon = vocabulary()
    families = {kind.family for kind in lexicon.elements.values()}
    for verb, table in lexicon.subjects.items():
        assert "else" in table, verb
        assert set(table) - {"else", "viewer", "done", "takes", ""} <= set(lexicon.elements) | families, verb
        assert set(table.values()) <= set(lexicon.events), verb


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("lantern", "lanterns"), ("leaf", "leaves"), ("church", "churches"), ("butterfly", "butterflies"),
     ("snowman", "snowmen"), ("blade of grass", "blades of grass"), ("stained glass", "stained glasses"),
     ("goose", "geese")],
)  # fmt: skip
def test_nouns_have_plurals(noun: str, plural: str) -> None:
    """Plurals follow by rule, by table, and at the right word of a phrase."""
    table = json.loads('{"leaf": "leaves", "man": "men", "goose": "geese"}')
    assert plurals(noun, table) == {plural}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [("drop", "drops dropping dropped"), ("glide", "glides gliding glided"), ("echo", "echoes echoing echoed"),
     ("carry", "carries carrying carried"), ("open", "opens opening opened"),
     ("fall away", "falls_away falling_away fell_away")],
)  # fmt: skip
def test_verbs_have_all_their_forms(verb: str, forms: str) -> None:
    """Third person, participle and past follow by rule or table, the particle stays."""
    made = verb_forms(verb, {"fall": "fell fallen"})
    third, going, past = (form.replace("_", " ") for form in forms.split())
    assert third.replace("echos", "echoes") in made["s"] | {form.replace("echos", "echoes") for form in made["s"]}
    assert going in made["ing"]
    assert past in made["past"]


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("A colander hung beside the lamp.", "lamp", {"food", "metal"}),
        ("Four sheep stood under a tree.", "sheep", {"animal"}),
        ("The hens slept in the barn.", "hen", {"bird"}),
        ("A tractor crossed the bridge.", "tractor", {"car"}),
        ("She set the kettle on the table.", "table", {"food", "room"}),
        ("A wardrobe stood by the sea.", "ocean", {"room", "box"}),
    ],
)
def test_nothing_stands_in_for_another_thing(text: str, shown: str, hidden: set[str]) -> None:
    """A word shows what it names or nothing: a tractor is no car, a kettle no meal."""
    names = {mention.name for mention in read(parse(text, name="x")).mentions if mention.kind == "element"}
    assert shown in names
    assert not names & hidden
    assert names <= set(vocabulary().elements)


def test_what_has_no_drawing_is_still_a_noun() -> None:
    """It is read: a thing without a picture takes its verb, and lends no other word its meaning."""
    assert "kettle" in vocabulary().undrawn
    mentions = read(parse("The lamp was dark. A kettle trembled on the stove.", name="x")).mentions
    assert [(m.name, m.target) for m in mentions if m.kind == "event"] == [("tremble", "kettle")]
