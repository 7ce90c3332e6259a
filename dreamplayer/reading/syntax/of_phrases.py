"""X of Y: what is only a measure or a manner of the other, and what is meant by the word only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES

_LIGHTS = frozenset(
    "orb lightbeam star sparks aurora ripple lantern stardust droplet bridge being figure crowd".split()
)
_STUFF = frozenset("glass stone metal ice crystal mirror orb bones sand snow cloth paper lightbeam moon".split())
_SOLID = frozenset(
    "crown wall tower dome pillar column bridge bowl nest necklace ring chain rope cloak cape coat crust ladder "
    "mask".split()
)
_PICTURES = frozenset(
    "picture pictures photograph photographs photo photos painting paintings portrait drawing image statue map model "
    "sketch memory dream thought".split()
)
_MADE = frozenset(
    "made carved woven built cut sewn fashioned moulded molded formed constructed hewn knitted spun cast hammered "
    "paved crafted".split()
)
_SEEN_STUFF = frozenset("glass crystal orb mirror ice".split())
"""What is seen even where it is only what a thing is made of: "a balcony carved from midnight glass"."""


@dataclass
class Manners:
    """What "of" does to the matches of a passage, by their place in the list."""

    figurative: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    manner: dict[int, str] = field(default_factory=dict)


def manners(tokens: Sequence[Token], matches: Sequence[Match], lexicon: Vocabulary) -> Manners:
    """Look at each "of" between two nouns."""
    found = Manners()
    words = lexicon.context["of"]
    at_last = {match.last: n for n, match in enumerate(matches)}
    at_first = {match.first: n for n, match in enumerate(matches)}
    for i, token in enumerate(tokens):
        if token.norm not in ("of", "from", "with") or i == 0 or token.punct_before:
            continue
        if tokens[i - 1].sentence != token.sentence:
            continue
        y, noun = _noun_after(tokens, i + 1, at_first, matches)
        thing = matches[y].element if y is not None else None
        stuff = y is not None and tokens[matches[y].last - 1].norm in words["materials"]
        if y is not None and thing is not None and stuff and (token.norm == "from" or tokens[i - 1].norm in _MADE):
            if thing.name not in _SEEN_STUFF:
                found.dropped.add(y)
            continue
        if token.norm != "of":
            continue
        head = tokens[i - 1].norm
        one = head[:-1] if head.endswith("s") and head[:-1] in words["manners"] | words["measures"] else head
        x = at_last.get(i)
        held = matches[x].element if x is not None else None
        if x is None or held is None:
            if y is not None and thing is not None and one in words["manners"]:
                found.manner[y] = one
        elif y is not None and thing is not None:
            light = tokens[matches[y].last - 1].norm in ("light", "glow")
            _pair(found, lexicon, (x, held.name), (y, thing.name), one, head in _PICTURES, stuff, light, tokens, i)
        elif noun in words["abstract"] and held.name not in _LIGHTS:
            found.figurative.add(x)
    return found


def _pair(
    found: Manners,
    lexicon: Vocabulary,
    holder: tuple[int, str],
    held: tuple[int, str],
    one: str,
    picture: bool,
    stuff: bool,
    light: bool,
    tokens: Sequence[Token],
    i: int,
) -> None:
    """Two things joined by "of": which of them is seen, and how."""
    words = lexicon.context["of"]
    x, name = holder
    y, other = held
    family = lexicon.elements[name].family
    if light:
        # "droplets of light", "a bridge of light": the light is theirs.
        found.dropped.add(y)
    elif picture:
        found.figurative.add(y)
    elif (family == "built" or one in _SOLID) and (other in _STUFF or stuff):
        return
    elif one in words["manners"] and other != name and not _definite(tokens, i + 1):
        found.figurative.add(x)
        found.manner[y] = one
    elif one in words["measures"] and family in ("object", "home", "plant", "water") and other != name:
        found.dropped.add(x)
    elif stuff and other in ("stone", "metal", "cloth"):
        found.dropped.add(y)


def _definite(tokens: Sequence[Token], i: int) -> bool:
    """Belonging, not manner: "the tunnel of the station"."""
    return i < len(tokens) and (tokens[i].norm in ("the", "this", "that") or tokens[i].norm in POSSESSIVES)


def _noun_after(
    tokens: Sequence[Token], i: int, at_first: dict[int, int], matches: Sequence[Match]
) -> tuple[int | None, str]:
    """The match that is the noun after "of", and the first word that may be one."""
    for k in range(i, min(i + 5, len(tokens))):
        if tokens[k].sentence != tokens[i - 1].sentence or (k > i and tokens[k].punct_before not in ("", ",")):
            break
        n = at_first.get(k)
        if n is not None and matches[n].element is not None and not matches[n].is_modifier:
            return n, tokens[k].norm
        low = tokens[k].norm
        if n is not None and matches[n].element is None:
            continue
        if not (low in ARTICLES or low in POSSESSIVES or low in NUMBERS or is_adjective(low) or n is not None):
            return None, low
    return None, ""
