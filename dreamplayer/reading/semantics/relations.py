"""What the words say of a thing's relation to others: whose it is, what it is part of, on what it rests, who holds it.

Possession, meronymy and support are read from the grammar of the sentence alone ("its windows", "on the table"); what
things usually have and where they usually stand is known to their own records, not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dreamplayer.model.reading import Relations
from dreamplayer.reading.lexicon.vocabulary import Sense, Vocabulary
from dreamplayer.reading.semantics.place_mentions import SPOKEN_OF, is_inside, is_looked_down_on, strength_of_place
from dreamplayer.reading.syntax.inflection import stems
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import follows, is_adjective, is_adverb, is_function
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES, PREPOSITIONS

_OF_VIEWER = frozenset("my our your mine one's".split())
_OF_PERSON = frozenset("his her".split())
_OF_NAMED = frozenset("its their whose".split())
_PANES = frozenset("window windows pane panes windowpane glass porthole".split())
_FAR_OFF = frozenset(
    {
        ("somewhere", "outside"), ("far", "off"), ("far", "away"), ("somewhere", "far"), ("in", "the", "distance"),
        ("somewhere", "beyond"), ("somewhere", "in", "the"), ("far", "out"), ("out", "there"), ("from", "outside"),
        ("from", "far"), ("from", "somewhere"),
    }
)  # fmt: skip
"""Words that open a sentence about what goes on elsewhere: "Somewhere outside, an owl called"."""
_FAR_AWAY = frozenset({("far", "below"), ("far", "out"), ("the", "horizon"), ("far", "beneath")})
"""Words of a sentence about what is seen from afar: "far out a ship lay at anchor"."""
_FAR_REACH = 6
"""Words on from a thing at which they may stand."""
_STANDING_BY = frozenset(
    "sat sits sit sitting stood stands stand standing lay lies slept sleeps knelt kneels crouched perched waited waits "
    "leaned leant dozed".split()
)
"""Verbs before somebody who is only named after them: "in the corner sat a girl"."""
_SUPPORTING = frozenset("on upon onto atop".split())
_HOLDING = frozenset(
    "hold holds held holding carry carries carried carrying grip grips gripped gripping clutch clutches clutched "
    "clutching bear bears bore bearing raise raises raised raising play plays played playing".split()
)
"""Verbs of what is in somebody's hands; an instrument is while it is played."""
_GOING_BY = frozenset("along over across through up down past into to from".split())
"""Prepositions of what somebody only goes along, over or through: "walks along the wall with a lantern"."""
_HANDS = frozenset("hand hands".split())
_BESIDE = frozenset("at by beside near in inside on upon onto under beneath before against into to over behind".split())
"""Prepositions that say where something is."""
_HANGING = frozenset("hang hangs hung hanging dangle dangles dangled dangling suspended swinging".split())
_BESIDE_REACH = 12
"""Words on from a noun within which they may stand."""
_STATES = {"asleep": "sleep", "astride": "ride", "afoot": "walk"}
"""Adjectives that say what somebody does."""
_PRONOUN_REACH = 45
"""Words on from somebody's noun within which a pronoun still tells what they do."""
_GIANT = frozenset("giant gigantic enormous colossal immense monstrous".split())
_TINY = frozenset("tiny miniature minuscule thumb-sized".split())
GIANT, TINY = 2.4, 0.4
"""Scales of what the words call giant or tiny; large and small things differ by as much as they do in life."""
_POSSESSIVE_REACH = 3
"""Words back from a noun at which its possessive may stand: "its tall dark windows"."""
_SUPPORT_REACH = 5
"""Words on from a noun at which the preposition of what it rests on may stand: "a lamp burns low on the table"."""
_CLAUSE_CHARS = 160
"""Code points within which a part of a body belongs to the animal named before it."""


def relations(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> Relations:
    """The relations of the thing of one match.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        n: index of the match asked about; it has an element.
        seen: for each match the element that is shown, else None.
        lexicon: the vocabulary.
    """
    here = matches[n]
    return Relations(
        noun=" ".join(token.norm for token in tokens[here.first : here.last]),
        definite=_is_definite(tokens, here),
        owner=_owner(tokens, matches, n, seen, lexicon),
        part_of=_whole(tokens, matches, n, seen, lexicon),
        rests_on=_support(tokens, matches, n, lexicon),
        held_by=_holder(tokens, matches, n, seen, lexicon),
        near=_near(tokens, matches, n, seen, lexicon),
        away=_is_outside(tokens, here)
        or is_looked_down_on(tokens, here.first, here.last - here.first)
        or (
            _sets_place(here.element, lexicon)
            and strength_of_place(tokens, here.first, here.last - here.first) <= SPOKEN_OF
        ),
        inside=_sets_place(here.element, lexicon) and is_inside(tokens, here.first),
        doing=_doing(tokens, matches, n, seen, lexicon) if _is_alive(here.element, lexicon) else (),
        scale=_scale(tokens, here),
    )


def _is_outside(tokens: Sequence[Token], here: Match) -> bool:
    """Whether the sentence is about what goes on out of doors: "Outside, a cart went by", "beyond the window"."""
    first = here.first
    while first > 0 and tokens[first - 1].sentence == tokens[here.first].sentence:
        first -= 1
    opening = [token.norm for token in tokens[first : min(first + 4, here.first)]]
    if tuple(opening[:2]) in _FAR_OFF or tuple(opening[:3]) in _FAR_OFF:
        return True
    whole = [token.norm for token in tokens[first : here.last + _FAR_REACH] if token.sentence == tokens[first].sentence]
    if any(pair in _FAR_AWAY for pair in pairwise(whole)):
        return True
    if opening[:1] == ["outside"]:
        return len(opening) < 2 or bool(tokens[first + 1].punct_before) or bool(_PANES & set(opening))
    return opening[:1] in (["beyond"], ["behind"]) and bool(_PANES & set(opening))


def _is_definite(tokens: Sequence[Token], here: Match) -> bool:
    """Whether "the" stands right before it and no "of" after it: "the windows", not "the windows of a house"."""
    if here.first == 0 or tokens[here.first].punct_before or tokens[here.first - 1].norm != "the":
        return False
    if tokens[here.first - 1].sentence != tokens[here.first].sentence:
        return False
    return here.last >= len(tokens) or tokens[here.last].norm != "of" or bool(tokens[here.last].punct_before)


def _possessive(tokens: Sequence[Token], here: Match) -> int | None:
    """Index of the possessive determiner of a noun, adjectives between them allowed."""
    for k in range(here.first - 1, max(-1, here.first - 1 - _POSSESSIVE_REACH), -1):
        if tokens[k].sentence != tokens[here.first].sentence or tokens[k + 1].punct_before:
            return None
        if tokens[k].norm in _OF_VIEWER | _OF_PERSON | _OF_NAMED:
            return k
    return None


def _owner(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> str | None:
    """Whose it is: `viewer`, `figure`, or the nearest thing named before "its", "their" or "whose"."""
    at = _possessive(tokens, matches[n])
    if at is None:
        return None
    if tokens[at].norm in _OF_VIEWER:
        return "viewer"
    if tokens[at].norm in _OF_PERSON:
        return lexicon.someone
    earlier = (seen[k] for k in range(n - 1, -1, -1) if seen[k] is not None and matches[k].last <= at)
    return next(earlier, None) or "scene"


def _whole(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> str | None:
    """The animal a part of a body belongs to, named before it in the same clause: "the dragon opened one green eye"."""
    here = matches[n]
    if here.element is None or not lexicon.record(here.element.name).body_part:
        return None
    for k in range(n - 1, -1, -1):
        name = seen[k]
        if tokens[here.first].start - tokens[matches[k].last - 1].end >= _CLAUSE_CHARS:
            return None
        if any(set(token.punct_before) & set(".!?;") for token in tokens[matches[k].last : here.first + 1]):
            return None
        if tokens[matches[k].first].sentence != tokens[here.first].sentence:
            return None
        if name is not None and lexicon.record(name).family == "creature":
            return name
    return None


def _support(tokens: Sequence[Token], matches: Sequence[Match], n: int, lexicon: Vocabulary) -> str | None:
    """What the words behind a thing say it rests on: "a lamp burns on the table"."""
    here = matches[n]
    for at in range(here.last, min(here.last + _SUPPORT_REACH, len(tokens) - 2)):
        comma = at == here.last and tokens[at].punct_before == ","
        if tokens[at].sentence != tokens[here.first].sentence or (tokens[at].punct_before and not comma):
            return None
        if tokens[at].norm in _SUPPORTING:
            below = tokens[at + 2]
            if below.sentence != tokens[at].sentence or below.punct_before or tokens[at + 1].punct_before:
                return None
            return below.norm if below.norm in lexicon.elements else None
    return None


def _holder(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> str | None:
    """Who holds it: the subject of "held", "carries" before it, somebody "with" it, or whose hand it is in."""
    here = matches[n]
    sentence = tokens[here.first].sentence
    at_hand = here.element is not None and "held" in lexicon.record(here.element.name).rests
    for k in range(here.first - 1, max(-1, here.first - 5), -1):
        if tokens[k].sentence != sentence or tokens[k + 1].punct_before:
            break
        if tokens[k].norm in _HOLDING:
            lead = tokens[k - 1].norm if k and tokens[k - 1].sentence == sentence else ""
            if lead in ("i", "we", "you"):
                return "viewer"
            before = [seen[j] for j in range(n - 1, -1, -1) if seen[j] is not None and matches[j].last <= k]
            alive = (name for name in before if _is_alive_named(name, lexicon))
            # "At the foot of the ladder she stood, holding a lamp": no ladder holds it.
            nearest = next(alive, None) or next(iter(before), None)
            return nearest or (lexicon.someone if lead in ("he", "she", "they", "who") else None)
        if tokens[k].norm == "with" and at_hand and not tokens[k].punct_before:
            # "She came into the kitchen with a lamp": a room holds nothing.
            last = _who_has(tokens, matches, n, k, seen, lexicon)
            near = last is not None and not any(t.punct_before for t in tokens[matches[last].last : k])
            if near and last is not None and tokens[matches[last].first].sentence == sentence:
                return seen[last] if _is_alive(matches[last].element, lexicon) else None
    hand = [token.norm for token in tokens[here.last : here.last + 3] if token.sentence == sentence]
    if len(hand) == 3 and hand[0] == "in" and hand[2] in _HANDS:
        return "viewer" if hand[1] in _OF_VIEWER else lexicon.someone if hand[1] in _OF_PERSON else None
    return None


def _who_has(
    tokens: Sequence[Token],
    matches: Sequence[Match],
    n: int,
    k: int,
    seen: Sequence[str | None],
    lexicon: Vocabulary,
) -> int | None:
    """Who or what is "with" a thing at token `k`: what stands right before it, else the last who is alive.

    "A woman in a scarf walks along the wall with a lantern": neither scarf nor wall holds it.
    """
    before = [j for j in range(n) if _may_hold(seen[j], lexicon) and matches[j].last <= k]
    if before and matches[before[-1]].last == k and not follows(tokens, matches[before[-1]].first, _GOING_BY):
        return before[-1]
    alive = [j for j in before if _is_alive(matches[j].element, lexicon)]
    return alive[-1] if alive else (before[-1] if before else None)


def _may_hold(name: str | None, lexicon: Vocabulary) -> bool:
    """Whether a thing is not just where somebody is."""
    return name is not None and not (lexicon.record(name).surrounds or lexicon.record(name).sets_place)


def _sets_place(sense: Sense | None, lexicon: Vocabulary) -> bool:
    return sense is not None and lexicon.record(sense.name).sets_place


def _is_alive(sense: Sense | None, lexicon: Vocabulary) -> bool:
    return sense is not None and lexicon.record(sense.name).alive


def _end(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> int:
    """Index of the token at which the words on a thing end: the end of its sentence, or the next who is alive."""
    here = matches[n]
    for k in range(n + 1, len(matches)):
        name = seen[k]
        if tokens[matches[k].first].sentence != tokens[here.first].sentence:
            break
        if name is not None and lexicon.record(name).alive:
            return matches[k].first
    at = here.last
    while at < len(tokens) and tokens[at].sentence == tokens[here.first].sentence:
        at += 1
    return at


def _near(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> tuple[str, ...]:
    """The words of the noun phrase after "at", "by", "in": where a thing is; none where nothing says it."""
    here = matches[n]
    end = min(_end(tokens, matches, n, seen, lexicon), here.last + _BESIDE_REACH)
    # A thing is where the words right behind it say; somebody may do something to another thing first.
    others = (matches[k].first for k in range(n + 1, len(matches)) if seen[k] is not None)
    last = end if _is_alive(here.element, lexicon) else min(end, next(others, end))
    for at in range(here.last, min(end - 1, last)):
        hung = tokens[at].norm == "from" and tokens[at - 1].norm in _HANGING
        if (hung or tokens[at].norm in _BESIDE) and not tokens[at + 1].punct_before:
            found: list[str] = []
            for token in tokens[at + 1 : min(at + 5, end)]:
                if found and token.punct_before:
                    break
                if token.norm in ARTICLES | POSSESSIVES | NUMBERS and not found:
                    continue
                if is_function(token.norm) or is_adverb(token.norm):
                    break
                found.append(token.norm)
            if found:
                return tuple(found)
    return ()


def _doing(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], lexicon: Vocabulary
) -> tuple[str, ...]:
    """Stems of what may be verbs in the words on somebody, and in the next sentence where it goes on by a pronoun."""
    here = matches[n]
    spans = [range(here.last, _end(tokens, matches, n, seen, lexicon))]
    alive = [m.first for k, m in enumerate(matches) if m.first >= here.last and _is_alive_named(seen[k], lexicon)]
    called = _called(here.element, tokens[here.first : here.last], lexicon)
    for at in range(here.last, min(len(tokens), here.last + _PRONOUN_REACH)):
        if tokens[at].norm in called:
            sentence = tokens[at].sentence
            last = next((k for k in range(at, len(tokens)) if tokens[k].sentence != sentence), len(tokens))
            spans.append(range(at + 1, next((k for k in alive if at < k < last), last)))
    found: list[str] = []
    inverted = _verb_before(tokens, here)
    if inverted is not None:
        found += stems(tokens[inverted].norm, lexicon.verb_stems)
    for span in spans:
        for at in span:
            low, before = tokens[at].norm, tokens[at - 1].norm
            noun = before in ARTICLES | POSSESSIVES | PREPOSITIONS or is_adjective(before)
            if not (is_function(low) or (noun and not low.endswith("ing"))):
                found += stems(_STATES.get(low, low), lexicon.verb_stems)
    return tuple(dict.fromkeys(found))


def _verb_before(tokens: Sequence[Token], here: Match) -> int | None:
    """Index of the verb of somebody named after it: "on the bench sat an old man"; None for any other sentence."""
    at = here.first - 1
    while at >= 0 and (tokens[at].norm in ARTICLES | NUMBERS | POSSESSIVES or is_adjective(tokens[at].norm)):
        if tokens[at + 1].punct_before or tokens[at].sentence != tokens[here.first].sentence:
            return None
        at -= 1
    if at < 0 or at == here.first - 1 or tokens[at].sentence != tokens[here.first].sentence:
        return None
    return at if tokens[at].norm in _STANDING_BY and not tokens[at + 1].punct_before else None


def _called(sense: Sense | None, noun: Sequence[Token], lexicon: Vocabulary) -> frozenset[str]:
    """The pronouns that may stand for somebody: "she" for a woman, "it" for an animal."""
    record = lexicon.record(sense.name) if sense is not None else None
    if record is None or record.family != "people":
        return frozenset({"it"})
    kind = next((record.kinds[token.norm] for token in noun if token.norm in record.kinds), None)
    told = {pronoun: record.kinds.get(pronoun) for pronoun in ("he", "she")}
    fits = {pronoun for pronoun, of in told.items() if kind is None or of is None or kind.split()[-1] == of}
    return frozenset(fits | {"they"})


def _is_alive_named(name: str | None, lexicon: Vocabulary) -> bool:
    return name is not None and lexicon.record(name).alive


def _scale(tokens: Sequence[Token], here: Match) -> float:
    """`GIANT` or `TINY` where an adjective before the noun says so, else 1."""
    for at in range(here.first - 1, max(-1, here.first - 4), -1):
        if tokens[at].sentence != tokens[here.first].sentence or not is_adjective(tokens[at].norm):
            return 1.0
        if tokens[at].norm in _GIANT:
            return GIANT
        if tokens[at].norm in _TINY:
            return TINY
    return 1.0
