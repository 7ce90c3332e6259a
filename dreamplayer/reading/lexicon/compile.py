"""Compile the authored lexicon (TOML) into one small JSON that is read at night.

Run `python -m dreamplayer.reading.lexicon.compile` after every change of a file in `words/`; a test says when it was
forgotten.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dreamplayer.reading.lexicon.vocabulary import SenseKind, Vocabulary, vocabulary
from dreamplayer.reading.syntax.inflection import plurals, verb_forms

FOLDER = Path(__file__).parent / "words"
TARGET = Path(__file__).parent / "lexicon.json"

_VERB_KEYS = {"base": "b", "s": "s", "ing": "g", "past": "d", "participle": "n"}


def compiled() -> str:
    """The JSON as it should be on disk."""
    source: dict[str, Any] = defaultdict(dict)
    for path in sorted(FOLDER.glob("*.toml")):
        for table, content in tomllib.loads(path.read_text(encoding="utf-8")).items():
            source[table].update(content)
    # Words are grouped by what they call up: that is half the size of a table of forms.
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    nouns, verbs = source["nouns"], source["verbs"]
    leaders = {phrase.split()[0] for event in source["event"].values() for phrase, _ in _words(event.get("verbs", ""))}

    excluded = {word for word, _ in _words(source["exclude"]["forms"])}
    subjects = source["subjects"]

    def add(code: str, forms: set[str] | list[str]) -> None:
        for form in sorted(set(forms) - excluded):
            groups[code][form] = None

    authored: set[str] = set()
    for element in source["element"].values():
        for word, mark in _words(element["words"]):
            if word.endswith("!") and not mark:
                authored.add(word.rstrip("!"))
            elif not mark:
                authored.add(word)
    for name, element in source["element"].items():
        quiet = {word for word, _ in _words(element.get("quiet", ""))}
        for word, mark in _words(element["words"]):
            gate = f"@{mark}" if mark else ""
            exact = word.endswith("!")
            bare = word.rstrip("!")
            soft = "~" if bare in quiet else ""
            plain = exact and bare.endswith("s") and not bare.endswith(("ss", "us"))
            add(f"e:{name}:{'p' if plain else ''}{soft}{gate}", {bare})
            if not exact:
                add(f"e:{name}:p{soft}{gate}", plurals(bare, nouns) - {bare} - authored)
    for name, event in source["event"].items():
        for word, mark in _words(event.get("verbs", "")):
            if word in subjects:
                continue
            gate = f"@{mark}" if mark else ""
            for key, forms in verb_forms(word, verbs).items():
                add(f"v:{name}:{_VERB_KEYS[key]}{gate}", forms)
        for word, mark in _words(event.get("nouns", "")):
            add(f"n:{name}:{f'@{mark}' if mark else ''}", {word} | plurals(word, nouns))
        for word, _ in _words(event.get("states", "")):
            add(f"a:{name}:", {word})
    for second, words in source["also"].items():
        for word, _ in _words(words):
            for forms in verb_forms(word, verbs).values():
                add(f"w:{second}:", forms)
    for word in subjects:
        for key, forms in verb_forms(word, verbs).items():
            add(f"v:~{word}:{_VERB_KEYS[key]}", forms)
    for name, sound in source["sound"].items():
        for word, mark in _words(sound["words"]):
            gate = f"@{mark}" if mark else ""
            forms = {word} | plurals(word, nouns)
            if " " not in word or word.split()[0] in leaders:
                forms |= {form for made in verb_forms(word, verbs).values() for form in made}
            add(f"s:{name}:{gate}", forms)
    for name, colour in source["colours"].items():
        for word, mark in _words(colour["words"]):
            add(f"c:{name}:{f'@{mark}' if mark else ''}", {word})
    for name, words in source["times"].items():
        for word, _ in _words(words):
            add(f"t:{name}:", {word} | (set() if " " in word else plurals(word, nouns)))
    for word, mark in _words(source["idioms"]["block"]):
        add(f"x:{mark}:", {word})
    families = source["family"]
    elements = {}
    for path in sorted(FOLDER.glob("*.toml")):
        family = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            header = re.match(r"\[(family|element)\.([\w-]+)\]", line)
            if header and header[1] == "family":
                family = header[2]
            elif header:
                element = source["element"][header[2]]
                kind = {**families[family], **element}
                elements[header[2]] = [
                    element.get("family", family),
                    kind["layer"],
                    kind["persist"],
                    bool(kind.get("place")),
                ]
    context = {
        "of": {key: sorted(word for word, _ in _words(words)) for key, words in source["of"].items()},
        "negation": {key: sorted(word for word, _ in _words(words)) for key, words in source["negation"].items()},
        "simile": {key: sorted(word for word, _ in _words(words)) for key, words in source["simile"].items()},
        "memory": {key: sorted(word for word, _ in _words(words)) for key, words in source["memory"].items()},
        "gates": {key: sorted(word for word, _ in _words(gate["near"])) for key, gate in source["gates"].items()},
        "not_own": {"gates": sorted(key for key, gate in source["gates"].items() if not gate.get("own", True))},
    }
    document = {
        "elements": dict(sorted(elements.items())),
        "events": {
            name: [event.get("shape", "ramp"), event.get("sound", "")]
            for name, event in sorted(source["event"].items())
        },
        "colours": {name: colour["rgb"] for name, colour in source["colours"].items()},
        "sounds": sorted(source["sound"]),
        **_tables(groups),
        "context": context,
        "subjects": subjects,
        "adjectives": " ".join(sorted(set(source["adjectives"]["words"].split()))),
        "mood": {
            word: [float(part) for part in feel.split()]
            for feel, words in source["mood"].items()
            if feel != "cues"
            for word, _ in _words(words)
            if " " not in word
        },
        "ratings": {feel: " ".join(rated["words"].split()) for feel, rated in source["ratings"].items()},
        "cues": source["mood"]["cues"],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"


def _tables(groups: Mapping[str, Mapping[str, None]]) -> dict[str, Any]:
    """All that forms may mean, and the forms in strings of some hundred, by their first two letters.

    A string holds `;first word:what it means alone,words that may follow=what the phrase means,...;`: it is taken
    apart where a text needs it, so that nothing has to be built when the app starts.
    """
    codes: dict[str, list[str]] = defaultdict(list)
    for code, forms in groups.items():
        for form in forms:
            codes[form].append(code)
    known: dict[str, int] = {}
    entries: dict[str, dict[str, int]] = defaultdict(dict)
    for form, meanings in codes.items():
        first, _, tail = form.partition(" ")
        entries[first][tail] = known.setdefault("|".join(meanings), len(known))
    parts: dict[str, list[str]] = defaultdict(list)
    for first, tails in entries.items():
        alone = str(tails.pop("")) if "" in tails else ""
        parts[first[:2]].append(",".join([f"{first}:{alone}", *(f"{tail}={n}" for tail, n in tails.items())]))
    return {"codes": list(known), "words": {key: f";{';'.join(lines)};" for key, lines in sorted(parts.items())}}


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
    """Words that more than one element claims without a mark: the first in the file wins, which may not be meant."""
    owners = {
        form: {sense.name for sense in lexicon.senses(form) if sense.kind is SenseKind.ELEMENT and not sense.constraint}
        for form in lexicon.forms()
    }
    return {form: names for form, names in owners.items() if len(names) > 1}


def main() -> None:
    """Write the JSON and say how large it is."""
    text = compiled()
    TARGET.write_text(text, encoding="utf-8")
    lexicon = vocabulary()
    forms = sum(1 for _ in lexicon.forms())
    sys.stdout.write(
        f"{TARGET.name}: {len(text.encode()) // 1024} KB, {len(lexicon.elements)} elements, {forms} forms\n"
    )
    for form, names in sorted(clashes(lexicon).items()):
        sys.stdout.write(f"  {form}: {', '.join(sorted(names))}\n")


if __name__ == "__main__":
    main()
