"""Of-phrases, X of Y: which of the two is seen, and where X is only a measure, a manner or a material of Y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dreamplayer.model.thing import Material
from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import ARTICLES, BE, NUMBERS, POSSESSIVES

_SOLID = frozenset(
    "crown wall tower dome pillar column bridge bowl nest necklace ring chain rope cloak cape coat crust ladder "
    "mask".split()
)
_PICTURES = frozenset(
    "picture pictures photograph photographs photo photos painting paintings portrait drawing image statue map "
    "model sketch memory dream thought".split()
)
_MADE = frozenset(
    "made carved woven built cut sewn fashioned moulded molded formed constructed hewn knitted spun cast hammered "
    "paved crafted".split()
)
_MEASURING = frozenset("object home plant water".split())
"""Families of what may measure."""


@dataclass
class OfPhrases:
    """What "of", "from" and "with" do to the matches of a passage, by their index in the list."""

    figurative: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    manner: dict[int, str] = field(default_factory=dict)
    """The manner in which a thing is there: petals like a `storm`."""


class Pair:
    """Two nouns joined by "of", "from" or "with"; either may call up nothing."""

    def __init__(
        self,
        tokens: Sequence[Token],
        i: int,
        matches: Sequence[Match],
        places: tuple[dict[int, int], dict[int, int]],
        lexicon: Vocabulary,
        found: OfPhrases,
    ) -> None:
        """The preposition is token `i`; `places` are the matches by their first and by their last token."""
        by_first, by_last = places
        self.tokens, self.i, self.lexicon, self.found = tokens, i, lexicon, found
        self.words = lexicon.context["of"]
        self.start = tokens[i].start
        self.preposition = tokens[i].norm
        self.head = tokens[i - 1].norm
        """The word before the preposition."""
        plural = self.head.endswith("s") and self.head[:-1] in self.words["manners"] | self.words["measures"]
        self.singular = self.head[:-1] if plural else self.head
        self.x = by_last.get(i)
        held = matches[self.x].element if self.x is not None else None
        self.x_name = held.name if held is not None else None
        self.y, self.noun = _noun_after(tokens, i + 1, by_first, matches)
        thing = matches[self.y].element if self.y is not None else None
        self.y_name = thing.name if thing is not None else None
        last = tokens[matches[self.y].last - 1].norm if self.y is not None else ""
        self.y_is_material = last in self.words["materials"]
        self.y_is_light = last in ("light", "glow")

    @property
    def is_of(self) -> bool:
        """Whether "of" joins two things."""
        return self.preposition == "of" and self.x_name is not None and self.y_name is not None

    @property
    def x_family(self) -> str:
        """Family of the first thing."""
        return self.lexicon.record(self.x_name).family if self.x_name else ""

    @property
    def y_material(self) -> Material | None:
        """How the second thing is seen where others are made of it; None where nothing is."""
        return self.lexicon.record(self.y_name).material if self.y_name else None

    def drop_x(self) -> str:
        """The first is not seen."""
        self.found.dropped.add(self.x if self.x is not None else -1)
        return "drop-first"

    def drop_y(self) -> str:
        """The second is not seen beside the first."""
        self.found.dropped.add(self.y if self.y is not None else -1)
        return "drop-second"

    def y_in_manner_of_x(self) -> str:
        """The second is seen in the manner of the first."""
        self.found.manner[self.y if self.y is not None else -1] = self.singular
        return self.singular


def of_phrases(tokens: Sequence[Token], matches: Sequence[Match], lexicon: Vocabulary) -> OfPhrases:
    """Look at each "of", "from" and "with" between two nouns.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        lexicon: the vocabulary.
    """
    found = OfPhrases()
    places = {match.first: n for n, match in enumerate(matches)}, {match.last: n for n, match in enumerate(matches)}
    for i, token in enumerate(tokens):
        joins = token.norm in ("of", "from", "with") and i > 0 and not token.punct_before
        if joins and tokens[i - 1].sentence == token.sentence:
            OF_PHRASES.first(Pair(tokens, i, matches, places, lexicon, found))
    return found


OF_PHRASES: RuleTable[Pair, str] = RuleTable("of-phrase")
_rule = OF_PHRASES.rule


@_rule("made-of", "A bridge made *of* stone stood there.", "drop-second +bridge /stone")
def _made_of(p: Pair) -> str | None:
    """What a thing is made of is not seen beside it, unless it is glass or ice."""
    made = p.y_name is not None and p.y_is_material and (p.preposition == "from" or p.head in _MADE or p.head in BE)
    if not made:
        return None
    if p.i > 2 and p.tokens[p.i - 2].norm in BE and p.tokens[p.i - 3].norm in ("everything", "all"):
        # "Everything was made of paper": there is nothing else to see.
        return None
    return "seen" if p.y_material == "seen" else p.drop_y()


@_rule("manner-alone", "A dusting *of* petals lay there.", "dusting +petals")
def _manner_alone(p: Pair) -> str | None:
    alone = p.preposition == "of" and p.x_name is None and p.y_name is not None
    return p.y_in_manner_of_x() if alone and p.singular in p.words["manners"] else None


@_rule("abstract", "A well *of* sorrow opened.", "figurative ~well")
def _abstract(p: Pair) -> str | None:
    held = p.preposition == "of" and p.x_name is not None and p.y_name is None and p.x is not None
    abstract = p.noun in p.words["abstract"] or p.noun.removesuffix("s") in p.words["abstract"]
    if not held or not abstract or p.x is None or p.x_name is None:
        return None
    if p.lexicon.record(p.x_name).literal_of:
        return None
    p.found.figurative.add(p.x)
    return "figurative"


@_rule("of-light", "A bridge *of* light crossed the lake.", "drop-second +bridge /orb")
def _of_light(p: Pair) -> str | None:
    """In "droplets of light" the light is theirs."""
    return p.drop_y() if p.is_of and p.y_is_light else None


@_rule("picture-of", "A painting *of* a horse hung there.", "figurative ~horse")
def _picture_of(p: Pair) -> str | None:
    if not p.is_of or p.head not in _PICTURES or p.y is None:
        return None
    p.found.figurative.add(p.y)
    return "figurative"


@_rule("solid-of", "A tower *of* glass stood there.", "both +tower +glass")
def _solid_of(p: Pair) -> str | None:
    """A building or a vessel is seen with the glass or ice it is made of."""
    solid = p.x_family == "built" or p.singular in _SOLID
    return "both" if p.is_of and solid and (p.y_material is not None or p.y_is_material) else None


@_rule("manner", "A storm *of* petals crossed the square.", "storm +petals ~storm")
def _manner(p: Pair) -> str | None:
    fits = p.is_of and p.singular in p.words["manners"] and p.y_name != p.x_name and p.x is not None
    if not fits or _definite(p.tokens, p.i + 1) or p.x is None:
        return None
    p.found.figurative.add(p.x)
    return p.y_in_manner_of_x()


@_rule("measure", "A bag *of* apples stood there.", "drop-first +fruit")
def _measure(p: Pair) -> str | None:
    measures = p.is_of and p.singular in p.words["measures"] and p.y_name != p.x_name
    return p.drop_x() if measures and p.x_family in _MEASURING else None


@_rule("thing-of-material", "An orb *of* stone lay there.", "drop-second +orb /stone")
def _thing_of_material(p: Pair) -> str | None:
    return p.drop_y() if p.is_of and p.y_is_material and p.y_material == "hidden" else None


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
