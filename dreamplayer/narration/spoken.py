"""Words as shown to words as said: one spoken form for each word, and no word lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dreamplayer.model.text import Word

NONE: Mapping[str, str] = MappingProxyType({})


def spoken(words: Sequence[Word], lexicon: Mapping[str, str] = NONE) -> tuple[str, ...]:
    """One form for each word: letters, apostrophes, hyphens, spaces, and a mark of , ; : — … . ! ? at its end."""
    return tuple(_plain(word.text) for word in words)


def _plain(text: str) -> str:
    text = text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")
    return re.sub(r"[“”\"«»()\[\]*_]", "", text).strip()
