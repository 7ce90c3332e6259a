"""What a phrase such as "waves on a beach" sounds like."""

from __future__ import annotations

from functools import lru_cache

from dreamplayer.errors import TextError
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read


@lru_cache(256)
def sounds_named(phrase: str) -> tuple[str, ...]:
    """Names of the sounds and elements a phrase names, sounds first; read like any text."""
    try:
        found = read(parse(f"There was {phrase}.", name="sound")).mentions
    except TextError:
        return ()
    heard = [mention.name for mention in found if mention.kind == "sound"]
    seen = [mention.name for mention in found if mention.kind == "element"]
    return tuple(dict.fromkeys((*heard, *seen)))
