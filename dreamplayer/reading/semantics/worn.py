"""What is only worn: read, and not shown as cloth in the air."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.semantics.match import Match
from dreamplayer.reading.syntax.part_of_speech import is_adjective
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.wordlists import POSSESSIVES

_TRIMMINGS = frozenset(
    "button buttons pocket pockets sleeve sleeves collar collars cuff cuffs hem hems lapel lapels zipper buckle belt "
    "waistband waistcoat-pocket cufflink cufflinks".split()
)


def worn(words: Sequence[Token], here: Match) -> bool:
    """Whether a garment is only what somebody wears, or a part of one: "in a blue coat", "my shoes", "a button"."""
    if words[here.last - 1].low in _TRIMMINGS:
        return True
    for k in range(here.first - 1, max(-1, here.first - 5), -1):
        if words[k].sentence != words[here.first].sentence or words[k + 1].before:
            return False
        if words[k].low in POSSESSIVES:
            return True
        if not is_adjective(words[k].low) and words[k].low not in ("a", "an"):
            return words[k].low in ("in", "wearing", "wore", "wears", "with")
    return False
