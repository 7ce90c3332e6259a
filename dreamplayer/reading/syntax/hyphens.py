"""Words joined by hyphens, those lit by something, and adjectives that say what a thing has."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Sense, SenseKind, Vocabulary
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import in_noun_phrase

_COVERING = tuple(
    "covered capped lined filled strewn draped dusted encrusted topped laden studded speckled framed flecked "
    "lit tipped choked spattered crowned wreathed clad wrapped dappled drenched swept kissed washed scattered soaked "
    "ridden carpeted blown bound rimmed edged drowned sheltered haunted".split()
)


def hyphened(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """A word joined by hyphens: "moss-covered" shows moss, "glass-smooth" no glass, "star-lit" stars.

    Args:
        tokens: the passage.
        i: the word.
        lexicon: the vocabulary.

    Returns:
        A match, or None where its parts call nothing up.
    """
    low = tokens[i].norm
    if "-" not in low and not low.endswith(("lit", "light")):
        return None
    for ending in ("lit", "light"):
        source = low.removesuffix(ending).rstrip("-")
        if low.endswith(ending) and source in lexicon.elements and lexicon.record(source).lit:
            return Match(
                i,
                i + 1,
                element=Sense(SenseKind.ELEMENT, source),
                pos=PartOfSpeech.ADJECTIVE,
                is_modifier=True,
            )
    if "-" not in low:
        return None
    head, _, tail = low.rpartition("-")
    if tail in _COVERING or tail.endswith(_COVERING):
        for sense in (*lexicon.senses(head), *lexicon.senses(head.rpartition("-")[2])):
            if sense.kind is SenseKind.ELEMENT and not sense.constraint:
                return Match(i, i + 1, element=sense, pos=PartOfSpeech.ADJECTIVE)
            if sense.kind is SenseKind.COLOUR:
                return Match(i, i + 1, colour=sense.name, pos=PartOfSpeech.ADJECTIVE)
    for part in (head, tail):
        for sense in lexicon.senses(part):
            if sense.kind is SenseKind.COLOUR and not sense.constraint:
                return Match(i, i + 1, colour=sense.name, pos=PartOfSpeech.ADJECTIVE)
    if tail.endswith(("ing", "ed")):
        return None
    # Two things joined are a thing of the second kind, whatever stands before them: "to honey-lakes", "moss-tea".
    joined = _is_thing(head.rpartition("-")[2], lexicon)
    for sense in lexicon.senses(tail):
        if (
            sense.kind is SenseKind.ELEMENT
            and (not sense.constraint or joined)
            and (len(tail) > 3 or joined)
            and sense.name != "soil"
            and (joined or in_noun_phrase(tokens, i))
        ):
            return Match(i, i + 1, element=sense, pos=PartOfSpeech.NOUN)
    return None


def fitted(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """An adjective made of a noun, before the noun it describes: "a fenced yard" has a fence.

    Args:
        tokens: the passage.
        i: the word.
        lexicon: the vocabulary.

    Returns:
        A match, or None where its noun names nothing that is seen.
    """
    low = tokens[i].norm
    if "-" in low or not low.endswith("ed"):
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.sentence != tokens[i].sentence or after.punct_before or not in_noun_phrase(tokens, i):
        return None
    stem = low.removesuffix("ed")
    single = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    for noun in dict.fromkeys((stem, low.removesuffix("d"), single)):
        if len(noun) > 2 and _is_thing(noun, lexicon):
            sense = lexicon.senses(noun)[0]
            if not (lexicon.record(sense.name).body_part or lexicon.record(sense.name).alive):
                return Match(i, i + 1, element=sense, pos=PartOfSpeech.ADJECTIVE, is_modifier=True)
    return None


def _is_thing(word: str, lexicon: Vocabulary) -> bool:
    """Whether a word names a thing that is seen, in its first sense."""
    first = next(iter(lexicon.senses(word)), None)
    return first is not None and first.kind is SenseKind.ELEMENT and not first.constraint
