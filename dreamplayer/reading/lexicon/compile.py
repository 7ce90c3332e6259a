"""Compile the authored lexicon (TOML) into the one JSON file that is read at night.

The words of a thing stand in its record (`elements/<family>/<thing>.toml`, or a table of `glyphs/<group>.toml`), those
of a sound in its own (`sounds/<family>/<sound>.toml`), everything else in `words/`. Run
`python -m dreamplayer.reading.lexicon.compile` after every change of one of them; a test says when it was forgotten.
The JSON has one key a line, sorted, so that two branches that add words can be merged.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from dreamplayer.errors import CatalogueError
from dreamplayer.model.event import EventRecord
from dreamplayer.model.place import PlaceRecord
from dreamplayer.model.thing import Thing
from dreamplayer.reading.lexicon.record_file import check_record, read_file
from dreamplayer.reading.lexicon.vocabulary import RATED, SenseKind, Tag, Vocabulary, vocabulary
from dreamplayer.reading.syntax.inflection import plurals, verb_forms

FOLDER = Path(__file__).parent / "words"
PACKAGE = Path(__file__).parents[2]
TARGET = Path(__file__).parent / "lexicon.json"
LEXICAL = ("words", "loose", "quiet", "yields")
"""Keys of a record that are about its words, and are compiled into them."""

SHOWN_AS_VISION: dict[str, Any] = {"size": 1.0, "rests": [], "stays": "moment", "many": 1}
"""What holds of every glyph: it rests nowhere, and has no size beside that of a vision."""

BECOMING = ("get", "grow", "become", "turn")
"""Verbs that tell an event together with an adjective: the ceiling got lower."""

EVENT_WORDS = ("verbs", "becoming", "nouns", "states")
"""Keys of an event that are compiled into words."""

GATE_RULES = ("not_owned", "wide", "first", "noun")
"""Flags of a gate. not_owned: it does not hold after a possessive. wide: it looks over the whole passage, not the
sentence alone. first: where it holds, its meaning comes before one without a gate (the deck of a ship is no
balcony). noun: any noun phrase that goes before no other noun satisfies it."""

_TAG_OF = {"base": Tag.VB, "s": Tag.VBZ, "ing": Tag.VBG, "past": Tag.VBD, "participle": Tag.VBN}


@dataclass(frozen=True, slots=True)
class SoundRecord:
    """What is written of a sound beside its words."""

    mood: tuple[float, float] | None = None
    """Valence -1..1 and arousal -1..1 of a passage that names it."""


_RECORD_OF: dict[str, type] = {"elements": Thing, "sounds": SoundRecord}


def records(folder: str) -> dict[str, dict[str, Any]]:
    """The records of `elements` or `sounds` as they are written, by name.

    Args:
        folder: `elements` or `sounds`.

    Returns:
        Keys and values of each record, as TOML has them, by the name of the thing or sound.

    Raises:
        CatalogueError: a file is no TOML, or has a key or a value that no record has (it names the line); two records
            of one name.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((PACKAGE / folder).rglob("*.toml"), key=lambda path: path.stem):
        name = path.stem.replace("_", "-")
        if name in found:
            raise CatalogueError(f"{folder}: two records are named {name}")
        text, found[name] = read_file(path)
        check_record(found[name], _RECORD_OF[folder], path, text, words=LEXICAL)
    return found


def glyph_records() -> dict[str, dict[str, Any]]:
    """The records of what is shown by the outline of a glyph, by name; each with what its group's file says of all.

    Returns:
        Keys and values of each record, by the name of the thing.

    Raises:
        CatalogueError: as `records`.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((PACKAGE / "glyphs").glob("*.toml")):
        text, rows = read_file(path)
        shared = {key: value for key, value in rows.items() if not isinstance(value, dict)}
        for name, row in rows.items():
            if isinstance(row, dict):
                if name in found:
                    raise CatalogueError(f"glyphs: two records are named {name}")
                found[name] = {**SHOWN_AS_VISION, **shared, **row}
                check_record(found[name], Thing, path, text, header=name, words=LEXICAL)
    return found


def place_records() -> dict[str, dict[str, Any]]:
    """The records of places as they are written, by name, each with the kind its folder says.

    Returns:
        Keys and values of each record, by the name of the place.

    Raises:
        CatalogueError: as `records`.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((PACKAGE / "places").rglob("*.toml"), key=lambda path: path.stem):
        if path.stem in found:
            raise CatalogueError(f"places: two records are named {path.stem}")
        text, row = read_file(path)
        found[path.stem] = {"kind": path.parent.name} | row
        check_record({"words": "", "implied_by": {}} | found[path.stem], PlaceRecord, path, text, words=LEXICAL)
    return found


def event_records(events: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The records of events without their words, by name.

    Args:
        events: tables of `events.toml`, by name.

    Returns:
        Keys and values of each record, by the name of the event.

    Raises:
        CatalogueError: a key or a value that no event has.
    """
    path = FOLDER / "events.toml"
    text = path.read_text(encoding="utf-8")
    for name, row in events.items():
        check_record(row, EventRecord, path, text, header=f"event.{name}", words=EVENT_WORDS)
    return {name: {k: v for k, v in row.items() if k not in EVENT_WORDS} for name, row in events.items()}


def place_words(places: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]) -> dict[str, str]:
    """The words that name places, by their first word, coded as those of things.

    They stand apart from all others: a word that names a place may show a thing as well, and a phrase that names one
    hides none of the things in it.

    Args:
        places: records by name.
        nouns: irregular plurals.

    Returns:
        By the first word of a form: the rest of the form and the codes of the places it names, as `lexicon.json`
        has them.
    """
    codes: dict[str, list[str]] = defaultdict(list)
    for code, forms in _ranked(_of_things(places, nouns), places, nouns):
        for form in forms:
            if code not in codes[form]:
                codes[form].append(code)
    return _by_first_word(codes)


def compiled() -> str:
    """The JSON as it should be on disk.

    Raises:
        CatalogueError: a record is wrong, or a word is both drawn and a glyph.
    """
    source: dict[str, Any] = defaultdict(dict)
    for path in sorted(FOLDER.glob("*.toml")):
        for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items():
            source[table].update(content)
    elements, sounds, glyphs = records("elements"), records("sounds"), glyph_records()
    if both := sorted(set(elements) & set(glyphs)):
        raise CatalogueError(f"both drawn and a glyph: {', '.join(both)}")
    codes = _codes(source, elements, sounds, glyphs)
    places = place_records()
    document: dict[str, Mapping[str, Any]] = {
        "things": _without_words({**elements, **glyphs}),
        "exact": _exact(elements, glyphs, source["nouns"]),
        "loose": dict.fromkeys(sorted(_loose(elements, source["nouns"])), 1),
        "events": event_records(source["event"]),
        "colours": {name: colour["rgb"] for name, colour in source["colours"].items()},
        "sounds": _without_words(sounds),
        "places": _without_words(places),
        "place_words": place_words(places, source["nouns"]),
        "words": _by_first_word(codes),
        **{
            f"context.{part}": {key: _listed(words) for key, words in source[part].items()}
            for part in ("of", "negation", "simile", "memory")
        },
        "context.gates": {key: _listed(gate["near"]) for key, gate in source["gates"].items()},
        "context.gate_rules": {
            rule: sorted(key for key, gate in source["gates"].items() if gate.get(rule, False)) for rule in GATE_RULES
        },
        "subjects": source["subjects"],
        "undrawn": _undrawn(codes, {**elements, **glyphs}, source["undrawn"]),
        "verb_stems": _stems(source["verbs"]),
        "adjectives": dict.fromkeys(source["adjectives"]["words"].split(), 1),
        "mood": _moods(source),
        "cues": _cues(source["mood"]["cues"], elements, sounds),
    }
    return _dump(document)


def _stems(verbs: Mapping[str, str]) -> dict[str, list[str]]:
    """The base forms of each irregular form of a verb."""
    found: dict[str, list[str]] = defaultdict(list)
    for base, forms in verbs.items():
        for form in set(forms.split()) - {base}:
            if base.isalpha():
                found[form].append(base)
    return {form: sorted(bases) for form, bases in found.items()}


def _by_first_word(codes: Mapping[str, list[str]]) -> dict[str, str]:
    """Meanings of forms by the first word of each: `alone;words that may follow=meaning;...`."""
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for form, meanings in codes.items():
        first, _, tail = form.partition(" ")
        words[first][tail] = "|".join(meanings)
    return {
        first: ";".join([tails.pop("", ""), *(f"{tail}={code}" for tail, code in sorted(tails.items()))])
        for first, tails in words.items()
    }


def _undrawn(codes: Mapping[str, list[str]], shown: Mapping[str, object], undrawn: Mapping[str, str]) -> dict[str, str]:
    """The family of every thing without a drawing that some word still means, by its name."""
    meant = {
        code.split(":")[1]
        for meanings in codes.values()
        for code in meanings
        if code.startswith(f"{SenseKind.ELEMENT}:")
    }
    family = {word.rstrip("!"): name for name, words in undrawn.items() for word, _ in _words(words)}
    return {name: family[name] for name in sorted(meant - set(shown))}


def _without_words(records: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {k: v for k, v in record.items() if k not in LEXICAL} for name, record in records.items()}


def _dump(document: Mapping[str, Mapping[str, Any]]) -> str:
    """Two levels of keys, sorted, each key of the second level on a line of its own."""
    parts = []
    for part, table in sorted(document.items()):
        rows = (f"{json.dumps(key, ensure_ascii=False)}:{_short(table[key])}" for key in sorted(table))
        parts.append(f"{json.dumps(part)}:{{\n" + ",\n".join(rows) + ("\n}" if table else "}"))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _codes(
    source: Mapping[str, Any],
    elements: Mapping[str, Mapping[str, Any]],
    sounds: Mapping[str, Mapping[str, Any]],
    glyphs: Mapping[str, Mapping[str, Any]],
) -> dict[str, list[str]]:
    """Everything each form may mean; things and sounds in the order they are tried.

    A meaning is `kind:name:tag~@gate`: a `SenseKind`, an id, a `Tag`; `~` where it is named in passing.
    """
    codes: dict[str, list[str]] = defaultdict(list)
    nouns, verbs, subjects = source["nouns"], source["verbs"], source["subjects"]
    excluded = {word for word, _ in _words(source["exclude"]["forms"])}
    leaders = {phrase.split()[0] for event in source["event"].values() for phrase, _ in _words(event.get("verbs", ""))}

    def add(code: str, forms: Iterable[str]) -> None:
        for form in sorted(set(forms) - excluded):
            if code not in codes[form]:
                codes[form].append(code)

    claims = (
        _ranked(_of_things(elements, nouns), elements, nouns),
        _of_glyphs(elements, glyphs, nouns),
        _of_undrawn(source["undrawn"], {**elements, **glyphs}, nouns),
        _of_events(source["event"], nouns, verbs, subjects),
        _of_second_events(source["also"], verbs),
        _of_subject_verbs(subjects, verbs),
        _ranked(_of_sounds(sounds, nouns, verbs, leaders), sounds, nouns),
        _of_colours(source["colours"]),
        _of_times(source["times"], nouns),
        ((f"{SenseKind.IDIOM}:{mark}:", {word}) for word, mark in _words(source["idioms"]["block"])),
    )
    for code, forms in chain.from_iterable(claims):
        add(code, forms)
    return {form: meanings for form, meanings in codes.items() if meanings}


Claims = Iterator[tuple[str, set[str]]]
"""Codes of meanings, each with the forms that have it."""


def _gate(mark: str) -> str:
    return f"@{mark}" if mark else ""


def _of_events(
    events: Mapping[str, Mapping[str, str]],
    nouns: Mapping[str, str],
    verbs: Mapping[str, str],
    subjects: Mapping[str, object],
) -> Claims:
    """What tells each event: verbs (those that turn on their subject have a table), nouns, adjectives of its state."""
    for name, event in events.items():
        for word, mark in _words(event.get("verbs", "")):
            forms_of = {} if word in subjects else verb_forms(word, verbs)
            yield from (
                (f"{SenseKind.VERB}:{name}:{_TAG_OF[key]}{_gate(mark)}", forms) for key, forms in forms_of.items()
            )
        for word, mark in _words(event.get("nouns", "")):
            yield f"{SenseKind.EVENT_NOUN}:{name}:{_gate(mark)}", {word} | plurals(word, nouns)
        for word, _ in _words(event.get("becoming", "")):
            for verb in BECOMING:
                yield from (
                    (f"{SenseKind.VERB}:{name}:{_TAG_OF[key]}", forms)
                    for key, forms in verb_forms(f"{verb} {word}", verbs).items()
                )
        for word, _ in _words(event.get("states", "")):
            yield f"{SenseKind.STATE}:{name}:", {word}


def _of_second_events(also: Mapping[str, str], verbs: Mapping[str, str]) -> Claims:
    """Verbs that tell a further event: what tumbles falls, and turns."""
    for second, words in also.items():
        for word, _ in _words(words):
            yield from ((f"{SenseKind.SECOND_EVENT}:{second}:", forms) for forms in verb_forms(word, verbs).values())


def _of_subject_verbs(subjects: Mapping[str, object], verbs: Mapping[str, str]) -> Claims:
    """Verbs whose event depends on their subject."""
    for word in subjects:
        yield from (
            (f"{SenseKind.VERB}:~{word}:{_TAG_OF[key]}", forms) for key, forms in verb_forms(word, verbs).items()
        )


def _of_colours(colours: Mapping[str, Mapping[str, str]]) -> Claims:
    for name, colour in colours.items():
        yield from ((f"{SenseKind.COLOUR}:{name}:{_gate(mark)}", {word}) for word, mark in _words(colour["words"]))


def _of_times(times: Mapping[str, str], nouns: Mapping[str, str]) -> Claims:
    for name, words in times.items():
        for word, _ in _words(words):
            yield f"{SenseKind.TIME}:{name}:", {word} | (set() if " " in word else plurals(word, nouns))


def _of_things(elements: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]) -> Iterator[tuple[str, set[str]]]:
    """What calls up each thing: its words and their plurals; `word!` has no other form than itself."""
    authored = {word.rstrip("!") for record in elements.values() for word, mark in _words(record["words"]) if not mark}
    for name, record in elements.items():
        quiet = {word for word, _ in _words(record.get("quiet", ""))}
        for word, mark in _words(record["words"]):
            gate = f"@{mark}" if mark else ""
            bare, exact = word.rstrip("!"), word.endswith("!")
            soft = "~" if bare in quiet else ""
            plural = exact and bare.endswith("s") and not bare.endswith(("ss", "us"))
            yield f"{SenseKind.ELEMENT}:{name}:{Tag.NNS if plural else ''}{soft}{gate}", {bare}
            if not exact:
                yield f"{SenseKind.ELEMENT}:{name}:{Tag.NNS}{soft}{gate}", plurals(bare, nouns) - {bare} - authored


def _of_glyphs(
    elements: Mapping[str, Mapping[str, Any]], glyphs: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]
) -> Claims:
    """What calls up each glyph: its words, but those by which a thing with a drawing is meant already."""
    drawn = {form for code, forms in _of_things(elements, nouns) if "@" not in code for form in forms}
    for code, forms in _of_things(glyphs, nouns):
        yield code, forms - drawn


def _exact(
    elements: Mapping[str, Mapping[str, Any]], glyphs: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]
) -> dict[str, str]:
    """Words of glyphs by which a thing with a drawing is meant: as a vision they are exactly what they name."""
    drawn = {form for code, forms in _of_things(elements, nouns) if "@" not in code for form in forms}
    named = ((form, code.split(":")[1]) for code, forms in _of_things(glyphs, nouns) for form in forms & drawn)
    return dict(sorted(named))


def _loose(elements: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]) -> set[str]:
    """Words that call a thing whose drawing is not the very thing they name: no vision of it is meant."""
    found: set[str] = set()
    for record in elements.values():
        for word, _ in _words(record.get("loose", "")):
            bare = word.rstrip("!")
            found |= {bare} if word.endswith("!") else {bare} | plurals(bare, nouns)
    return found


def _of_undrawn(undrawn: Mapping[str, str], shown: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]) -> Claims:
    """What is known by name and neither drawn nor a glyph: each word is its own thing, meant where nothing else is."""
    taken = {form for code, forms in _of_things(shown, nouns) if "@" not in code for form in forms}
    authored = {word.rstrip("!") for words in undrawn.values() for word, _ in _words(words)}
    many = {form: word for word in authored for form in plurals(word, nouns) - {word}}
    for words in undrawn.values():
        for word, mark in _words(words):
            bare, exact = word.rstrip("!"), word.endswith("!")
            name, plural = many.get(bare, bare), bare in many
            yield f"{SenseKind.ELEMENT}:{name}:{Tag.NNS if plural else ''}{_gate(mark)}", {bare} - taken
            if not exact and not plural:
                yield f"{SenseKind.ELEMENT}:{name}:{Tag.NNS}{_gate(mark)}", plurals(bare, nouns) - {bare} - taken


def _of_sounds(
    sounds: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str], verbs: Mapping[str, str], leaders: set[str]
) -> Iterator[tuple[str, set[str]]]:
    """What calls up each sound: its words, as nouns and as verbs; `word!` has no other form than itself."""
    for name, record in sounds.items():
        for listed, mark in _words(record["words"]):
            word, exact = listed.rstrip("!"), listed.endswith("!")
            forms = {word} if exact else {word} | plurals(word, nouns)
            if not exact and (" " not in word or word.split()[0] in leaders):
                forms |= {form for made in verb_forms(word, verbs).values() for form in made}
            yield f"{SenseKind.SOUND}:{name}:{f'@{mark}' if mark else ''}", forms


def _ranked(
    claims: Iterable[tuple[str, set[str]]], records: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, str]
) -> list[tuple[str, set[str]]]:
    """Claims one form at a time, in the order in which several of one form are tried.

    A sense that looks for certain words around it comes before one that asks only for a noun (`@noun`); otherwise
    the names are tried in alphabetical order, but a thing that `yields` a word comes last.
    """
    yielded = {
        name: {form for word, _ in _words(record.get("yields", "")) for form in {word} | plurals(word, nouns)}
        for name, record in records.items()
    }
    rows = []
    order: dict[str, int] = {}
    for code, forms in claims:
        _, name, flags = code.split(":", 2)
        nth = order.setdefault(code, len(order))
        rows += [(form in yielded[name], flags.endswith("@noun"), name, nth, code, form) for form in forms]
    return [(code, {form}) for *_, code, form in sorted(rows)]


def _moods(source: Mapping[str, Any]) -> dict[str, list[float]]:
    """Valence and arousal of words: ratings, and over them the feelings written by hand."""
    found: dict[str, list[float]] = {}
    for feel, rated in source["ratings"].items():
        found.update((word, [round(RATED * float(feel), 6), 0.0]) for word in rated["words"].split())
    for feel, words in source["mood"].items():
        if feel != "cues":
            for word, _ in _words(words):
                if " " not in word:
                    found[word] = [float(part) for part in feel.split()]
    return found


def _cues(events: Mapping[str, list[float]], *folders: Mapping[str, Mapping[str, Any]]) -> dict[str, list[float]]:
    """Valence and arousal of what is seen, done and heard, by name.

    Raises:
        CatalogueError: an event, a thing or a sound of the same name are given different ones.
    """
    found = dict(events)
    for folder in folders:
        for name, record in folder.items():
            if "mood" in record and found.setdefault(name, record["mood"]) != record["mood"]:
                raise CatalogueError(f"{name}: two moods, {found[name]} and {record['mood']}")
    return found


def _listed(text: str) -> list[str]:
    return sorted(word for word, _ in _words(text))


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Comma-separated words with their marks: `bark@noun` gives ("bark", "noun")."""
    for part in text.replace("\n", " ").split(","):
        word, _, mark = part.strip().partition("@")
        word = " ".join(word.replace("’", "'").split()).lower()
        if " " in word:
            # Tokens come without their possessive endings: "crow's nest" is met as "crow nest".
            word = re.sub(r"(?<!\bone)'s(?= )|(?<=s)'(?= )", "", word)
        if word and mark != "no":
            yield word, mark


def clashes(lexicon: Vocabulary) -> dict[str, set[str]]:
    """Words that more than one thing claims without a gate, so that only the first can ever be meant.

    Args:
        lexicon: to look through.

    Returns:
        Names of the things that claim a word, by word.
    """
    owners = {
        form: {sense.name for sense in lexicon.senses(form) if sense.kind is SenseKind.ELEMENT and not sense.constraint}
        for form in lexicon.forms()
    }
    return {form: names for form, names in owners.items() if len(names) > 1}


def main() -> None:
    """Write the JSON and say how large it is."""
    text = compiled()
    TARGET.write_text(text, encoding="utf-8")
    vocabulary.cache_clear()
    lexicon = vocabulary()
    forms = sum(1 for _ in lexicon.forms())
    sys.stdout.write(f"{TARGET.name}: {len(text.encode()) // 1024} KB, {len(lexicon.elements)} things, {forms} forms\n")
    for form, names in sorted(clashes(lexicon).items()):
        sys.stdout.write(f"  {form}: {', '.join(sorted(names))}\n")


if __name__ == "__main__":
    main()
