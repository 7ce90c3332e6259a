""" "X of Y": what is only a measure or a manner of the other, and what is meant by the word only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dreamplayer.text.grammar import ARTICLES, NUMBERS, POSSESSIVES, is_adjective
from dreamplayer.text.matching import Match
from dreamplayer.text.tokens import Token
from dreamplayer.text.vocabulary import Vocabulary

_LIGHTS = frozenset({"orb", "lightbeam", "star", "sparks", "aurora", "ripple", "lantern", "stardust", "droplet", "bridge", "being", "figure", "crowd"})
_STUFF = frozenset({"glass", "stone", "metal", "ice", "crystal", "mirror", "orb", "bones", "sand", "snow", "cloth", "paper", "lightbeam", "moon"})
_PICTURES = frozenset("picture pictures photograph photographs photo photos painting paintings portrait drawing image statue map model sketch memory dream thought".split())
_MADE = frozenset("made carved woven built cut sewn fashioned moulded molded formed constructed hewn knitted spun cast hammered paved crafted".split())


_SOLID = frozenset("crown wall tower dome pillar column bridge bowl nest necklace ring chain rope cloak cape coat crust ladder mask".split())


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
        if token.low not in ("of", "from", "with") or i == 0 or token.before or tokens[i - 1].sentence != token.sentence:
            continue
        y, noun = _noun_after(tokens, i + 1, at_first, matches)
        if y is not None and matches[y].element is not None:
            word = tokens[matches[y].last - 1].low
            if word in words["materials"] and (token.low == "from" or tokens[i - 1].low in _MADE):
                if matches[y].element.name not in ("glass", "crystal", "orb", "mirror", "ice"):  # type: ignore[union-attr]
                    found.dropped.add(y)
                continue
        if token.low != "of":
            continue
        x = at_last.get(i)
        head = tokens[i - 1].low
        singular = head[:-1] if head.endswith("s") and head[:-1] in words["manners"] | words["measures"] else head
        named = y is not None and matches[y].element is not None
        if x is None or matches[x].element is None:
            if named and (singular in words["manners"]):
                found.manner[y] = singular  # type: ignore[index]
            continue
        name, family = matches[x].element.name, lexicon.elements[matches[x].element.name].family  # type: ignore[union-attr]
        if named:
            other = matches[y].element.name  # type: ignore[index, union-attr]
            if other == "orb" and tokens[matches[y].last - 1].low in ("light", "glow"):  # type: ignore[index]
                # "droplets of light", "a bridge of light": the light is theirs.
                found.dropped.add(y)  # type: ignore[arg-type]
            elif head in _PICTURES:
                found.figurative.add(y)  # type: ignore[arg-type]
            elif (family == "built" or singular in _SOLID) and (other in _STUFF or word_is_material(tokens, matches[y], words["materials"])):  # type: ignore[index]
                continue
            elif singular in words["manners"] and other != name and not _definite(tokens, i + 1):
                found.figurative.add(x)
                found.manner[y] = singular  # type: ignore[index]
            elif singular in words["measures"] and family in ("object", "home", "plant", "water") and other != name:
                found.dropped.add(x)
            elif word_is_material(tokens, matches[y], words["materials"]):  # type: ignore[index]
                if other in ("stone", "metal", "cloth"):
                    found.dropped.add(y)  # type: ignore[arg-type]
        elif noun in words["abstract"] and name not in _LIGHTS:
            found.figurative.add(x)
    return found


def _definite(tokens: Sequence[Token], i: int) -> bool:
    """ "the tunnel of the station": belonging, not manner."""
    return i < len(tokens) and (tokens[i].low in ("the", "this", "that") or tokens[i].low in POSSESSIVES)


def word_is_material(tokens: Sequence[Token], match: Match, materials: frozenset[str]) -> bool:
    """Whether a match names a stuff that things are made of."""
    return tokens[match.last - 1].low in materials


def _noun_after(
    tokens: Sequence[Token], i: int, at_first: dict[int, int], matches: Sequence[Match]
) -> tuple[int | None, str]:
    """The match that is the noun after "of", and the first word that may be one."""
    for k in range(i, min(i + 5, len(tokens))):
        if tokens[k].sentence != tokens[i - 1].sentence or (k > i and tokens[k].before not in ("", ",")):
            break
        n = at_first.get(k)
        if n is not None and matches[n].element is not None and not matches[n].modifier:
            return n, tokens[k].low
        low = tokens[k].low
        if n is not None and matches[n].element is None:
            continue
        if not (low in ARTICLES or low in POSSESSIVES or low in NUMBERS or is_adjective(low) or n is not None):
            return None, low
    return None, ""
