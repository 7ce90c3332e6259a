"""Words joined by hyphens, and those lit by something."""

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
    for sense in lexicon.senses(tail):
        if (
            sense.kind is SenseKind.ELEMENT
            and not sense.constraint
            and len(tail) > 3
            and sense.name != "soil"
            and in_noun_phrase(tokens, i)
        ):
            return Match(i, i + 1, element=sense, pos=PartOfSpeech.NOUN)
    return None
