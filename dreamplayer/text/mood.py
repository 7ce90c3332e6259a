"""How each passage feels, when and where it plays."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.model.reading import Mention, Mood
from dreamplayer.model.text import Dream
from dreamplayer.text.attributes import linear
from dreamplayer.text.matching import Match
from dreamplayer.text.tokens import Token
from dreamplayer.text.vocabulary import Vocabulary


def moods(
    dream: Dream, found: Sequence[tuple[Sequence[Token], Sequence[Match], Sequence[Mention]]], lexicon: Vocabulary
) -> tuple[Mood, ...]:
    """One mood per passage."""
    made = []
    time: str = "none"
    place: str | None = None
    for words, matches, mentions in found:
        times = [m.time for m in matches if m.time]
        time = times[-1] if times else time
        for mention in mentions:
            if mention.kind == "element" and mention.mode == "literal" and lexicon.elements[mention.name].place:
                place = mention.name
        colours = tuple(dict.fromkeys(linear(lexicon.colours[m.colour]) for m in matches if m.colour))
        made.append(Mood(0.0, 0.0, time, colours, place))  # type: ignore[arg-type]
    return tuple(made)
