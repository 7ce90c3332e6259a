"""Words joined by hyphens, and those lit by something."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Sense, Vocabulary
from dreamplayer.reading.semantics.match import Match
from dreamplayer.reading.syntax.part_of_speech import opens_noun
from dreamplayer.reading.syntax.tokens import Token

_COVERING = tuple(
    "covered capped lined filled strewn draped dusted encrusted topped laden studded speckled framed flecked "
    "lit tipped choked spattered crowned wreathed clad wrapped dappled drenched swept kissed washed scattered soaked "
    "ridden carpeted blown bound rimmed edged drowned sheltered haunted".split()
)
_LIT = {
    "sun": "sun",
    "moon": "moon",
    "star": "star",
    "lamp": "lamp",
    "candle": "candle",
    "fire": "fire",
    "lantern": "lantern",
}


def hyphened(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """Words joined by hyphens: "moss-covered" shows moss, "glass-smooth" no glass, "star-lit" stars."""
    low = tokens[i].low
    if "-" not in low and not low.endswith(("lit", "light")):
        return None
    for ending in ("lit", "light"):
        if low.endswith(ending) and low[: -len(ending)].rstrip("-") in _LIT:
            return Match(
                i, i + 1, element=Sense("e", _LIT[low[: -len(ending)].rstrip("-")]), role="adjective", modifier=True
            )
    if "-" not in low:
        return None
    head, _, tail = low.rpartition("-")
    if tail in _COVERING or tail.endswith(_COVERING):
        for sense in (*lexicon.senses(head), *lexicon.senses(head.rpartition("-")[2])):
            if sense.sort == "e" and not sense.gate:
                return Match(i, i + 1, element=sense, role="adjective")
            if sense.sort == "c":
                return Match(i, i + 1, colour=sense.name, role="adjective")
    for part in (head, tail):
        for sense in lexicon.senses(part):
            if sense.sort == "c" and not sense.gate:
                return Match(i, i + 1, colour=sense.name, role="adjective")
    if tail.endswith(("ing", "ed")):
        return None
    for sense in lexicon.senses(tail):
        if sense.sort == "e" and not sense.gate and len(tail) > 3 and sense.name != "soil" and opens_noun(tokens, i):
            return Match(i, i + 1, element=sense, role="noun")
    return None
