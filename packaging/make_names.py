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
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dreamplayer.reading.ingest.language import NAMES
from dreamplayer.reading.languages.names import Meaning, meaning
from dreamplayer.reading.languages.word_forms import fold, turkish_stems
from dreamplayer.reading.lexicon.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[1] / "dreamplayer" / "reading" / "languages"
LEAST_OVERLAP = 0.75
"""Share of glyphs that two nouns must annotate together (Jaccard), where they annotate several."""
SHORTEST = 3
"""Letters of an annotation that is taken without our own list; ideographs say more with one."""
MOST_FORMS = {"pl": 30, "ru": 40}
"""Inflected forms of one noun by language; a noun with more is a verb as well, or an error of the list."""
FEW_FORMS = 9
"""The same of any other language."""

VERBS = {"ru": ("ть", "ться", "тись"), "uk": ("ти", "тися"), "pl": ("ć", "ć się"), "tr": ("mak", "mek")}
"""How verbs end where few nouns do."""
SECTIONS = {
    "before": ("denial", "before"),
    "after": ("denial", "after"),
    "like_before": ("likening", "before"),
    "like_next": ("likening", "next"),
    "like_after": ("likening", "after"),
    "there_before": ("there", "before"),
    "there_after": ("there", "after"),
    "away_before": ("away", "before"),
    "away_after": ("away", "after"),
    "guarded": ("guarded", "nouns"),
    "articles": ("guarded", "articles"),
    "parts": ("compounds", "parts"),
}
"""Lists of a table, and where in a file of words they stand."""

Annotations = dict[str, frozenset[str]]
"""Noun to the glyphs it annotates."""


def annotations(folder: Path, language: str) -> tuple[Annotations, dict[str, str]]:
    """What CLDR says of one language.

    Returns:
        Noun to the glyphs it annotates, and glyph to its short name.
    """
    raw = json.loads((folder / language / "annotations.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    short: dict[str, str] = {}
    for glyph, row in raw["annotations"]["annotations"].items():
        names = [fold(name.strip(), language) for name in row.get("tts", ())[:1]]
        if names:
            short[glyph] = names[0]
        kept = (name.strip() for name in row.get("default", ()))
        for word in (*(fold(name, language) for name in kept if not is_verb(name, language)), *names):
            found[word].add(glyph)
    return {word: frozenset(glyphs) for word, glyphs in found.items()}, short


def is_verb(word: str, language: str) -> bool:
    """Whether a word of CLDR is a verb (or, in German, any other word than a noun) by how it is written."""
    if language == "de":
        return word[:1].islower()
    return word.endswith(VERBS.get(language, ()))


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
    """Our own list of a language: English noun to its nouns, and the other lists of its table by their names."""
    path = ROOT / "words" / f"{language}.toml"
    if not path.is_file():
        return {}, {}
    raw = tomllib.loads(path.read_text(encoding="utf-8"))

    def split(words: str) -> list[str]:
        return [fold(word.strip(), language) for word in words.split(",")]

    lists = {
        key: split(raw[section][name]) for key, (section, name) in SECTIONS.items() if name in raw.get(section, {})
    }
    return {noun: split(words) for noun, words in raw.get("nouns", {}).items()}, lists


def inflected(language: str, nouns: Iterable[str]) -> dict[str, str]:
    """Inflected forms to their nouns, as simplemma has them, and by rule; none of a language unknown to it."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    wanted, most = set(nouns), MOST_FORMS.get(language, FEW_FORMS)
    by_rule = {form: noun for noun in wanted for form in hindi_forms(noun)} if language == "hi" else {}
    if language == "tr":
        # The app takes Turkish forms apart by rule.
        return {}
    try:
        dictionary = DefaultDictionaryFactory().get_dictionary(language)
    except ValueError:
        return by_rule
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in dictionary.items():
        form, lemma = (fold((v.decode() if isinstance(v, bytes) else v).strip(), language) for v in (form, lemma))
        if lemma not in wanted or form in wanted or not is_word(form):
            continue
        forms[lemma].append(form)
    forms = {lemma: found for lemma, found in forms.items() if len(found) <= most}
    plurals = ((noun, regular_plural(noun, language)) for noun in wanted - forms.keys() if " " not in noun)
    by_rule |= {plural: noun for noun, plural in plurals if plural and plural not in wanted}
    return by_rule | {form: lemma for lemma, found in forms.items() for form in found}


def regular_plural(noun: str, language: str) -> str | None:
    """The plural of a noun by the rule of its language; None where there is no one rule."""
    vowel = noun[-1] in "aeéiou"
    if language == "de":
        return f"{noun}n" if noun.endswith("e") else None
    if language == "fr":
        if noun.endswith(("s", "x", "z")):
            return None
        return f"{noun}x" if noun.endswith(("eau", "eu")) else f"{noun[:-2]}aux" if noun.endswith("al") else f"{noun}s"
    if language == "es":
        return f"{noun}s" if vowel else None if noun.endswith(("s", "n")) else f"{noun}es"
    if language == "pt":
        if noun.endswith(("s", "ão", "l")):
            return f"{noun[:-2]}ões" if noun.endswith("ão") else None
        return f"{noun[:-1]}ns" if noun.endswith("m") else f"{noun}es" if noun.endswith(("r", "z")) else f"{noun}s"
    if language == "it" and noun[-1] in "aeo" and noun[-2] not in "cgi":
        return noun[:-1] + {"a": "e", "e": "i", "o": "i"}[noun[-1]]
    return None


def hindi_forms(noun: str) -> Iterator[str]:
    """Plural and oblique forms of a Hindi noun, by its last sign."""
    if noun.endswith("\u093e"):
        yield from (noun[:-1] + ending for ending in ("\u0947", "\u094b\u0902"))
        yield from (noun + ending for ending in ("\u090f\u0902", "\u0913\u0902"))
    elif noun.endswith(("\u0940", "\u093f")):
        yield from (noun[:-1] + "\u093f\u092f" + ending for ending in ("\u093e\u0902", "\u094b\u0902"))
    elif noun.endswith(("\u0942", "\u0941")):
        yield from (noun[:-1] + "\u0941" + ending for ending in ("\u0913\u0902", "\u090f\u0902"))
    elif unicodedata.category(noun[-1]) == "Lo":
        yield from (noun + ending for ending in ("\u0947\u0902", "\u094b\u0902"))


def phrases_by_stem(means: Mapping[str, str]) -> dict[str, str]:
    """Turkish phrases with the dictionary form of their last noun, as which the app finds their plurals and cases."""
    phrases = ((form.rpartition(" "), noun) for form, noun in means.items() if " " in form)
    return {f"{first} {stem}": noun for (first, _, last), noun in phrases for stem in turkish_stems(last)}


def table(folder: Path, language: str) -> dict[str, object]:
    """The compiled table of a language."""
    english, shorts = annotations(folder, "en")
    theirs, short = annotations(folder, language)
    mine, lists = own(language)
    means = aligned(english, shorts, theirs, short)
    nothing = mine.pop("-", [])
    for noun, words in mine.items():
        means |= dict.fromkeys(words, noun)
    # A word of our own that stands under "-" means nothing that is shown.
    means = {word: noun for word, noun in means.items() if word not in nothing}
    forms = inflected(language, means)
    every = means | {form: means[noun] for form, noun in forms.items() if form not in means and form not in nothing}
    if language == "tr":
        every = phrases_by_stem(every) | every
    shown = {word: noun for word, noun in sorted(every.items()) if meaning(noun) != Meaning(None, None, None)}
    return {"nouns": shown, "nothing": sorted(nothing)} | {key: sorted(words) for key, words in lists.items()}


def main(arguments: list[str]) -> None:
    """Write the tables named, or those of all languages that are told apart and that CLDR annotates."""
    folder = Path(arguments[0])
    for language in arguments[1:] or [code for code in NAMES if code != "en"]:
        path = folder / language / "annotations.json"
        if not path.is_file() or "annotations" not in json.loads(path.read_text(encoding="utf-8"))["annotations"]:
            sys.stdout.write(f"{language}: no annotations\n")
            continue
        compiled = table(folder, language)
        text = json.dumps(compiled, ensure_ascii=False, indent=0, sort_keys=True)
        (ROOT / "tables" / f"{language}.json").write_text(f"{text}\n", encoding="utf-8")
        sys.stdout.write(f"{language}: {len(text.encode())} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
