"""Modifiers of a noun: its count and its colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dreamplayer.model.reading import Colour
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMERALS, POSSESSIVES

_COUNTS = {
    **NUMERALS, "a": 1, "an": 1, "single": 1, "lone": 1, "solitary": 1, "both": 2, "pair": 2, "couple": 2,
}  # fmt: skip
_MANY = frozenset(
    "many endless rows clusters crowds flocks several few some all every myriad numberless innumerable".split()
)
_ROUNDED = {"dozens": 30, "scores": 30, "hundreds": 60, "thousands": 90, "million": 90, "millions": 90, "countless": 60}
"""What a round word stands for on a stage; elements draw what they can of it."""
_GATHERED = frozenset(
    "flock flocks herd herds swarm swarms shoal shoals pack crowd crowds gaggle skein murmuration throng procession "
    "parade fleet flotilla convoy troop".split()
)
_FLOCKS = frozenset(
    "flock flocks herd herds swarm swarms shoal shoals pack packs crowd crowds row rows line lines cluster "
    "clusters group groups flight gaggle colony pride skein murmuration pair couple dozens hundreds thousands "
    "scores forest sea avenue host troop procession parade army throng handful heap pile stack bunch bundle "
    "bouquet field galaxy constellation string strings chain rows ranks tangle litter brood covey drove convoy "
    "fleet ring circle multitude myriads".split()
)
_LEADS = frozenset("of in is are was were".split())


def count(tokens: Sequence[Token], match: Match, plural: bool) -> tuple[int, bool]:
    """How many of a thing the words say.

    Args:
        tokens: the passage.
        match: the thing.
        plural: whether its noun is a plural.

    Returns:
        The number, 0 where they do not say; and whether they are more than a few.
    """
    number = 0
    many = plural
    if any(token.norm in _GATHERED for token in tokens[match.first : match.last]):
        # "a flock of birds" is no single bird.
        return 0, True
    if match.first > 1 and tokens[match.first - 1].norm == "of" and tokens[match.first - 2].norm in _FLOCKS:
        return _ROUNDED.get(tokens[match.first - 2].norm, 0), True
    for k in range(match.first - 1, max(-1, match.first - 5), -1):
        token = tokens[k]
        if token.sentence != tokens[match.first].sentence:
            break
        if token.norm in _ROUNDED:
            return _ROUNDED[token.norm], True
        if token.norm in _MANY:
            many = many or token.norm not in ("some", "every", "all")
            break
        if token.norm in _COUNTS:
            number = _COUNTS[token.norm]
            if number == 1 and plural:
                number = 0
            break
        if token.norm in ARTICLES or token.norm in POSSESSIVES or not (is_adjective(token.norm) or token.norm == "of"):
            break
    return number, many or number > 12


def linear(rgb: tuple[int, int, int]) -> Colour:
    """From sRGB 0..255 to linear light 0..1 (IEC 61966-2-1).

    Args:
        rgb: red, green and blue, 0..255 each.
    """
    made = tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in rgb))
    return made[0], made[1], made[2]


def colour(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, colours: Mapping[str, tuple[int, int, int]]
) -> Colour | None:
    """The colour the words give a thing, before it ("violet sky") or after it ("petals of gold").

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        n: index of the match.
        colours: sRGB (0..255) of each colour by name.

    Returns:
        Linear light, 0..1 each, or None.
    """
    here = matches[n]
    sentence = tokens[here.first].sentence
    for k in range(n - 1, max(-1, n - 4), -1):
        near = matches[k]
        if near.element is not None or tokens[near.first].sentence != sentence:
            break
        between = tokens[near.last : here.first]
        if near.colour and all(is_adjective(token.norm) or token.norm in ("and", "or") for token in between):
            return linear(colours[near.colour])
    if n + 1 < len(matches):
        near = matches[n + 1]
        between = tokens[here.last : near.first]
        leads = 0 < len(between) <= 3 and between[0].norm in _LEADS and tokens[near.first].sentence == sentence
        if near.colour and near.element is None and leads:
            return linear(colours[near.colour])
    return None
