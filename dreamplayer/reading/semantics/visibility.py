"""Visibility: what is named and yet not to be seen or heard as itself: garments worn, silent animals, plain tools."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import POSSESSIVES

_STILL = frozenset(
    "sleeping asleep sleeps slept dozing silent silently dead carved painted stuffed wooden stone marble bronze toy "
    "paper porcelain embroidered motionless".split()
)
_TRIMMINGS = frozenset(
    "button buttons pocket pockets sleeve sleeves collar collars cuff cuffs hem hems lapel lapels zipper buckle belt "
    "waistband waistcoat-pocket cufflink cufflinks".split()
)
_HANDLING = frozenset(
    "off drop drops dropped leave leaves left lose loses lost find finds found fold folds folded hang hangs hung throw "
    "throws threw carry carries carried lay laid hold holds held lift lifts lifted up down".split()
)
"""Words after which a garment is apart from who wears it."""
_WEARING = frozenset("in wearing wore wears with".split())


def is_shown_as_itself(here: Match, lexicon: Vocabulary) -> bool:
    """Whether what a match names can be shown: it has a drawing or a glyph, and is not only known by name.

    Args:
        here: the match.
        lexicon: the vocabulary.
    """
    return here.element is not None and here.element.name not in lexicon.undrawn


def is_silent(tokens: Sequence[Token], here: Match, lexicon: Vocabulary) -> bool:
    """Whether an animal gives no sound: asleep, or carved of stone ("an owl carved above the gate").

    Args:
        tokens: the passage.
        here: the match.
        lexicon: the vocabulary.
    """
    if here.element is None or lexicon.record(here.element.name).family != "creature":
        return False
    near = tokens[max(0, here.first - 2) : here.last + 2]
    return any(token.norm in _STILL and token.sentence == tokens[here.first].sentence for token in near)


def is_worn(tokens: Sequence[Token], here: Match) -> bool:
    """Whether a garment is only what somebody wears, or a part of one: "in a blue coat", "my shoes", "a button".

    What is taken off, hung up or left lies there by itself: "she took off her gloves".

    Args:
        tokens: of a passage.
        here: the match of the garment.
    """
    if tokens[here.last - 1].norm in _TRIMMINGS:
        return True
    for k in range(here.first - 1, max(-1, here.first - 5), -1):
        if tokens[k].sentence != tokens[here.first].sentence or tokens[k + 1].punct_before:
            return False
        if tokens[k].norm in POSSESSIVES:
            return not _is_handled(tokens, k)
        if not is_adjective(tokens[k].norm) and tokens[k].norm not in ("a", "an"):
            return tokens[k].norm in _WEARING
    return False


def _is_handled(tokens: Sequence[Token], k: int) -> bool:
    """Whether the verb before the possessive at token k takes a garment off or puts it somewhere."""
    before = tokens[k - 1] if k and tokens[k - 1].sentence == tokens[k].sentence else None
    return before is not None and not tokens[k].punct_before and before.norm in _HANDLING
