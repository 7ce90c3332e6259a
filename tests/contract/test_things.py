"""What the record of every thing keeps, and that nothing else in the package lists things by name."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from dreamplayer.catalogue import elements, sounds
from dreamplayer.drawing import element, primitives
from dreamplayer.drawing.solids import solid
from dreamplayer.model import atmosphere, audio, moment, place, reading, score, stage, text
from dreamplayer.model import thing as thing_module
from dreamplayer.model.event import EventRecord
from dreamplayer.model.reading import TimeOfDay
from dreamplayer.model.stage import GroundKind
from dreamplayer.model.thing import Family, Rest, Stay, Thing
from dreamplayer.reading.lexicon.compile import LEXICAL, _words, records
from dreamplayer.reading.lexicon.record_file import check_record
from dreamplayer.reading.lexicon.vocabulary import things, vocabulary
from tests.source_tree import PACKAGE, trees

NAMES = sorted(things())
_rows = cache(records)
"""Records as written, parsed once for all tests."""


@pytest.mark.parametrize("name", NAMES)
def test_it_is_whole(name: str) -> None:
    """A thing has words, a plausible size, a way to rest and a drawing."""
    thing = things()[name]
    assert 0.005 <= thing.size <= 3000.0
    assert thing.rests
    assert thing.rests <= set(get_args(Rest))
    assert thing.family in get_args(Family)
    assert thing.stays in get_args(Stay)
    assert name in elements()
    assert _rows("elements")[name]["words"].strip()


def test_a_loose_word_is_one_of_its_words() -> None:
    """What no vision is seen of must be read first."""
    for name, row in _rows("elements").items():
        listed = {word for word, _ in _words(row["words"])}
        assert {word for word, _ in _words(row.get("loose", ""))} <= listed, name


@pytest.mark.parametrize("name", NAMES)
def test_what_it_names_exists(name: str) -> None:
    """Places, parts, grounds, hours and beds of a record are names of such."""
    thing = things()[name]
    places = {other.name for other in things().values() if other.sets_place or other.surrounds}
    assert thing.at_home <= places
    assert thing.has <= set(things())
    assert thing.manners.not_with <= set(things())
    assert (thing.stands_on or set()) <= set(get_args(GroundKind))
    assert (thing.hours or set()) <= set(get_args(TimeOfDay))
    assert all(sounds()[bed].part == "bed" for bed in thing.sound)


@pytest.mark.parametrize("name", NAMES)
def test_its_words_aboard_are_its_own(name: str) -> None:
    """What a record calls a part of a vehicle is one of its own words: no other thing's is meant by it."""
    own = {word.strip().rstrip("!").partition("@")[0] for word in _rows("elements")[name]["words"].split(",")}
    assert things()[name].aboard_words <= own


def test_every_drawing_has_a_record() -> None:
    """Whatever can be drawn can be named."""
    assert set(elements()) == set(things())


def test_every_sound_has_words() -> None:
    """Whatever is in the lexicon of sounds can be heard, and has words."""
    for name, record in records("sounds").items():
        assert name in sounds()
        assert record["words"].strip()


def test_every_trait_is_read() -> None:
    """No field of a record is written in vain: each is asked for somewhere outside the record's own module."""
    asked = {
        node.attr
        for path, tree in trees().items()
        if path.name not in ("thing.py", "event.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }
    inside = {"stands_on": "may_stand_on", "hours": "seen_at"}
    for trait in (*fields(Thing), *fields(EventRecord)):
        assert inside.get(trait.name, trait.name) in asked, trait.name


def _other_meanings() -> set[str]:
    """Names of things that are also a ground, an hour, an event, a sound, or a field or value of the model.

    Where such a word stands as a string it cannot be told which is meant.
    """
    found = set(vocabulary().events) | set(sounds())
    for module in (
        atmosphere,
        audio,
        element,
        moment,
        place,
        primitives,
        reading,
        score,
        solid,
        stage,
        text,
        thing_module,
    ):
        for value in vars(module).values():
            found.update(arg for arg in get_args(value) if isinstance(arg, str))
            found.update(getattr(value, "__dataclass_fields__", ()))
    return found


HOMES = ("elements", "places", "sounds")
"""Folders in which a thing may be named: its own, that of the places, whose anchors hold things, and that of the
sounds, which declare the places they belong to."""
MARKUP = "reading/ingest"
"""Readers of HTML and ODF: a `table` or a `figure` is a tag there."""
ALLOWED = {
    # What an abbreviation is spoken as: English words, whatever they may show.
    "narration/abbreviations.py": frozenset({"figure", "book", "road"}),
    # The group of light of lit windows.
    "drawing/solids/landscape.py": frozenset({"window"}),
    # The habit of a fruit tree, beside that of a birch or a willow.
    "drawing/solids/trees.py": frozenset({"fruit"}),
    # Words of sentences: "over the roofs", whichever language's; "a book of hours".
    "reading/languages/nouns.py": frozenset({"roof"}),
    "reading/semantics/figurative.py": frozenset({"book"}),
    # The example sentence of a rule, and the sense it is to find there.
    "reading/syntax/word_sense.py": frozenset({"lantern"}),
    # Words after "spring" that make it the season: "the spring sun", "spring garden".
    "reading/semantics/seasons.py": frozenset({"sun", "garden"}),
}


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every string that is not a docstring."""
    docs = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def named_in(tree: ast.Module, names: frozenset[str]) -> list[tuple[int, str]]:
    """Where a module names things: a string that is one, or a string of words of which half or more are."""
    found = []
    for line, string in _strings(tree):
        words = string.split()
        hits = [word for word in words if word in names]
        if hits and (len(words) == 1 or (len(hits) >= 2 and 2 * len(hits) >= len(words))):
            found.append((line, string))
    return found


def test_no_module_lists_things() -> None:
    """No module outside a thing's home names it: its nature is told once, in its record."""
    names = frozenset(things()) - _other_meanings()
    assert len(names) > 150
    listed = []
    for path, tree in trees().items():
        where = path.relative_to(PACKAGE)
        if where.parts[0] in HOMES or where.as_posix().startswith(MARKUP):
            continue
        allowed = ALLOWED.get(where.as_posix(), frozenset())
        listed += [f"{where}:{line} {said}" for line, said in named_in(tree, names) if said not in allowed]
    assert not listed, "\n".join(listed)


def test_the_search_finds_what_it_looks_for() -> None:
    """A literal, a table and a line of words are all found; a sentence that mentions a thing is not."""
    names = frozenset({"boat", "owl"})
    source = 'A = "boat"\nB = {"owl": 1}\nC = "boat owl heron".split()\nD = "the boat leaves"\n'
    assert [line for line, _ in named_in(ast.parse(source), names)] == [1, 2, 3]


def test_every_key_of_a_record_is_explained() -> None:
    """The page of keys has one line for each, with an example that a record may hold."""
    page = (PACKAGE.parent / "docs" / "things.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| `(.+?)` \| .+ \|$", page, re.MULTILINE))
    assert set(rows) == {field.name for field in fields(Thing)} - {"name"} | set(LEXICAL)
    text = "\n".join(f"{key} = {example}" for key, example in rows.items())
    check_record(tomllib.loads(text), Thing, Path("things.md"), text, words=LEXICAL)
