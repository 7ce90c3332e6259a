"""Compiles the names of things, places and hours in other languages into one small table each.

python packaging/make_names.py ANNOTATIONS [LANGUAGE ...]      writes dreamplayer/reading/languages/tables/LANGUAGE.json

ANNOTATIONS is the folder of that name in npm `cldr-annotations-full` (Unicode licence): it names every glyph in some
hundred languages. A noun of another language means what an English noun means where both annotate the same glyphs; our
own lists in `dreamplayer/reading/languages/words/` come first. What the English noun calls up holds for it. Inflected
forms are those that simplemma (extra `build`) reduces to a noun of the table, where it knows the language. Run it after
a list has changed; a test says when a noun of a list is in no table.
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from dreamplayer.reading.ingest.language import NAMES
from dreamplayer.reading.languages.names import Meaning, meaning
from dreamplayer.reading.lexicon.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[1] / "dreamplayer" / "reading" / "languages"
LEAST_OVERLAP = 0.75
"""Share of glyphs that two nouns must annotate together (Jaccard), where they annotate several."""
SHORTEST = 3
"""Letters of an annotation that is taken without our own list; ideographs say more with one."""
MOST_FORMS = {"tr": 300, "pl": 30, "ru": 40}
"""Inflected forms of one noun by language; a noun with more is a verb as well, or an error of the list."""
FEW_FORMS = 9
"""The same of any other language."""

Annotations = dict[str, frozenset[str]]
"""Noun to the glyphs it annotates."""


def normal(word: str) -> str:
    """A form as it is looked up: composed, in lower case."""
    return unicodedata.normalize("NFC", word).strip().casefold()


def annotations(folder: Path, language: str) -> tuple[Annotations, dict[str, str]]:
    """What CLDR says of one language.

    Returns:
        Noun to the glyphs it annotates, and glyph to its short name.
    """
    raw = json.loads((folder / language / "annotations.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    short: dict[str, str] = {}
    for glyph, row in raw["annotations"]["annotations"].items():
        names = [normal(name) for name in row.get("tts", ())[:1]]
        if names:
            short[glyph] = names[0]
        for word in (*map(normal, row.get("default", ())), *names):
            found[word].add(glyph)
    return {word: frozenset(glyphs) for word, glyphs in found.items()}, short


def is_word(word: str) -> bool:
    """Whether a form has letters, marks of vowels, spaces and hyphens only."""
    return all(char.isalpha() or char in " -" or unicodedata.category(char) in ("Mn", "Mc") for char in word)


def is_plain(noun: str) -> bool:
    """Whether an English noun is the very name of a thing or a place: a "burn" is a river to few annotators."""
    name = noun.replace(" ", "-")
    record = vocabulary().elements.get(name)
    return (record is not None and record.family != "people") or name.replace("-", "_") in vocabulary().places


def aligned(
    english: Annotations, shorts: Mapping[str, str], theirs: Annotations, short: Mapping[str, str]
) -> dict[str, str]:
    """Nouns of a language to English nouns, by the glyphs that both annotate."""
    found: dict[str, tuple[float, str]] = {}
    by_glyph: dict[str, set[str]] = defaultdict(set)
    for word, glyphs in theirs.items():
        for glyph in glyphs:
            by_glyph[glyph].add(word)
    for noun, glyphs in english.items():
        if not is_plain(noun):
            continue
        for word in set().union(*(by_glyph[glyph] for glyph in glyphs)):
            overlap = len(glyphs & theirs[word]) / len(glyphs | theirs[word])
            single = len(glyphs) == 1 or len(theirs[word]) == 1
            named = any(shorts.get(glyph) == noun and short.get(glyph) == word for glyph in glyphs)
            if named or (overlap >= LEAST_OVERLAP and not single):
                found[word] = max(found.get(word, (0.0, "")), (overlap + named, noun))
    return {
        word: noun
        for word, (_, noun) in found.items()
        if (len(word) >= SHORTEST or not word[0].isascii()) and is_word(word)
    }


def own(language: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Our own list of a language: English noun to its nouns, and its words of denial."""
    path = ROOT / "words" / f"{language}.toml"
    if not path.is_file():
        return {}, {}
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    split = {noun: [normal(word) for word in words.split(",")] for noun, words in raw.get("nouns", {}).items()}
    return split, {side: [normal(word) for word in words.split(",")] for side, words in raw.get("denial", {}).items()}


def inflected(language: str, nouns: Iterable[str]) -> dict[str, str]:
    """Inflected forms to their nouns, as simplemma has them; none where it does not know the language."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    try:
        dictionary = DefaultDictionaryFactory().get_dictionary(language)
    except ValueError:
        return {}
    wanted, most = set(nouns), MOST_FORMS.get(language, FEW_FORMS)
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in dictionary.items():
        form, lemma = (normal(v.decode() if isinstance(v, bytes) else v) for v in (form, lemma))
        if lemma in wanted and form != lemma and form not in wanted and is_word(form):
            forms[lemma].append(form)
    return {form: lemma for lemma, found in forms.items() if len(found) <= most for form in found}


def table(folder: Path, language: str) -> dict[str, object]:
    """The compiled table of a language."""
    english, shorts = annotations(folder, "en")
    theirs, short = annotations(folder, language)
    mine, denial = own(language)
    means = aligned(english, shorts, theirs, short)
    for noun, words in mine.items():
        # A word of our own that stands under "-" means nothing that is shown.
        means |= dict.fromkeys(words, noun)
    means = {word: noun for word, noun in means.items() if noun != "-"}
    forms = inflected(language, means)
    every = means | {form: means[noun] for form, noun in forms.items() if form not in means}
    shown = {word: noun for word, noun in sorted(every.items()) if meaning(noun) != Meaning(None, None, None)}
    return {"nouns": shown, "before": sorted(denial.get("before", [])), "after": sorted(denial.get("after", []))}


def main(arguments: list[str]) -> None:
    """Write the tables named, or those of all languages that are told apart and that CLDR annotates."""
    folder = Path(arguments[0])
    for language in arguments[1:] or [code for code in NAMES if code != "en"]:
        if not (folder / language / "annotations.json").is_file():
            sys.stdout.write(f"{language}: no annotations\n")
            continue
        compiled = table(folder, language)
        text = json.dumps(compiled, ensure_ascii=False, indent=0, sort_keys=True)
        (ROOT / "tables" / f"{language}.json").write_text(f"{text}\n", encoding="utf-8")
        sys.stdout.write(f"{language}: {len(text)} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
