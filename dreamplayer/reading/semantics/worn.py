"""What is only worn: read, and not shown as cloth in the air."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import POSSESSIVES

_TRIMMINGS = frozenset(
    "button buttons pocket pockets sleeve sleeves collar collars cuff cuffs hem hems lapel lapels zipper buckle belt "
    "waistband waistcoat-pocket cufflink cufflinks".split()
)


def worn(words: Sequence[Token], here: Match) -> bool:
    """Whether a garment is only what somebody wears, or a part of one: "in a blue coat", "my shoes", "a button"."""
    if words[here.last - 1].norm in _TRIMMINGS:
        return True
    for k in range(here.first - 1, max(-1, here.first - 5), -1):
        if words[k].sentence != words[here.first].sentence or words[k + 1].punct_before:
            return False
        if words[k].norm in POSSESSIVES:
            return True
        if not is_adjective(words[k].norm) and words[k].norm not in ("a", "an"):
            return words[k].norm in ("in", "wearing", "wore", "wears", "with")
    return False
