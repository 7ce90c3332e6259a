"""Animals that give no sound: asleep, or carved of stone."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token

_STILL = frozenset(
    "sleeping asleep sleeps slept dozing silent silently dead carved painted stuffed wooden stone marble bronze toy "
    "paper porcelain embroidered motionless".split()
)


def still(words: Sequence[Token], here: Match, lexicon: Vocabulary) -> bool:
    """Whether an animal gives no sound: "a sleeping dog", "an owl carved above the gate"."""
    if here.element is None or lexicon.elements[here.element.name].family != "creature":
        return False
    around = [token for k, token in enumerate(words) if here.first - 2 <= k < here.last + 2 and token.norm in _STILL]
    return any(token.sentence == words[here.first].sentence for token in around)
