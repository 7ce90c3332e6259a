"""Semantic roles: who does what a verb tells and what it happens to, through inversion and coreference."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import FINITE, SenseKind, Tag, thing, vocabulary
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import follows, is_adjective, is_adverb, is_function, is_plural
from dreamplayer.reading.syntax.wordlists import (
    ARTICLES,
    BE,
    CLAUSE_PREPOSITIONS,
    NUMBERS,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TAILS,
    VIEWER,
)

_REACH = 14
_CALLED_SHE = frozenset({"vehicle", "sky", "people", "creature"})
"""Families of what a text may call "he" or "she"."""


def target(tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None]) -> str:
    """What the event of a match happens to: its semantic role of patient, or the subject where it has no object.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        n: index of the match; it has an event.
        seen: for each match the element that is shown, else None.

    Returns:
        An element, `viewer` for the dreamer, `scene` where nothing is meant.
    """
    here = matches[n]
    sentence = tokens[here.first].sentence
    event = here.event
    if _weather(tokens, here.first):
        return "scene"
    if event is not None and event.tag is Tag.VBG and _attributive(tokens, matches, n, seen):
        return seen[n + 1] or "scene"
    before = _before(tokens, matches, n, seen, sentence) or _pronoun(tokens, matches, n, seen)
    if _is_told_of_someone(tokens, here.first, before):
        before = vocabulary().someone
    after = _after(tokens, matches, n, seen, sentence)
    if after is not None and is_inverted(tokens, here):
        return after
    joined = _joined(tokens, matches, n, seen)
    if joined is not None and not has_object(tokens, here):
        # "The ferryman lit a lamp and vanished": not the lamp.
        before = subject(tokens, matches, joined, seen) or before
        if before == "viewer":
            return before
    if event is not None and event.kind is SenseKind.EVENT_NOUN:
        # "a cascade of petals", "the tremor in the ground"
        return after or before or "scene"
    if _viewer(tokens, here.first, sentence):
        # "I gather the shards" is done to the shards, "I drift through the sky" by oneself.
        through = here.last < len(tokens) and tokens[here.last].norm in PREPOSITIONS | TAILS | {"to"}
        oneself = event is not None and event.name == "wake"
        return "viewer" if through or oneself or after is None else after
    acts = before is not None and thing(before).agent
    if acts and after is not None and here.last < len(tokens) and _determines(tokens[here.last].norm):
        # "someone painted the walls"
        return after
    along = tokens[here.last - 1].norm in PREPOSITIONS
    if before is None and (along or not has_object(tokens, here)) and _person(tokens, here.first, sentence):
        # "She crept down the stairs": not the stairs.
        return vocabulary().someone
    return before or after or "scene"


def subject(tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None]) -> str | None:
    """Who does what a verb tells: its semantic role of agent.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        n: index of the match; it has an event.
        seen: for each match the element that is shown, else None.

    Returns:
        An element, `viewer` for the dreamer, None where it is neither.
    """
    here = matches[n]
    sentence = tokens[here.first].sentence
    if here.event is not None and here.event.tag is Tag.VBG and _attributive(tokens, matches, n, seen):
        return seen[n + 1]
    if is_inverted(tokens, here):
        return _after(tokens, matches, n, seen, sentence)
    joined = _joined(tokens, matches, n, seen)
    if joined is not None:
        return subject(tokens, matches, joined, seen)
    if _viewer(tokens, here.first, sentence):
        return "viewer"
    before = _before(tokens, matches, n, seen, sentence) or _pronoun(tokens, matches, n, seen)
    if _is_told_of_someone(tokens, here.first, before):
        return vocabulary().someone
    if before is None and here.event is not None and here.event.tag is Tag.VBG:
        return None
    if before is None and _person(tokens, here.first, sentence):
        return vocabulary().someone
    return before


def _weather(tokens: Sequence[Token], index: int) -> bool:
    """Whether it is the weather that does it: "when it rained both armies ran"."""
    if (
        not index
        or tokens[index].punct_before
        or not tokens[index].norm.startswith((*vocabulary().weather_verbs, "thunder"))
    ):
        return False
    lead = tokens[index - 1].norm if tokens[index - 1].norm not in BE else tokens[index - 2].norm if index > 1 else ""
    return tokens[index - 1].sentence == tokens[index].sentence and (lead == "it" or tokens[index - 1].norm == "it's")


def falling(tokens: Sequence[Token], here: Match) -> str | None:
    """What the weather lets fall: rain in "it began to rain", nothing more in "it rains petals".

    Args:
        tokens: of a passage.
        here: the match of the weather's verb.
    """
    if here.event is None or here.event.kind is not SenseKind.VERB or here.last - here.first != 1:
        return None
    start = here.first - 2 if here.first > 2 and tokens[here.first - 1].norm == "to" else here.first
    told = _weather(tokens, here.first) or (
        start < here.first
        and tokens[start].norm.startswith(("begin", "beg", "start"))
        and tokens[start - 1].norm in ("it", "had", "has")
        and tokens[start - 1].sentence == tokens[here.first].sentence
    )
    after = tokens[here.last] if here.last < len(tokens) else None
    ends = (
        after is None
        or after.sentence != tokens[here.first].sentence
        or bool(after.punct_before)
        or is_function(after.norm)
    )
    stems = vocabulary().weather_verbs
    low = tokens[here.first].norm
    return next((name for stem, name in stems.items() if low.startswith(stem)), None) if told and ends else None


def _joined(tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None]) -> int | None:
    """The verb before that this one is joined to: in "she took her coats and went" she is the subject of both."""
    here = matches[n]
    index = here.first - 1
    while index > 0 and is_adverb(tokens[index].norm):
        index -= 1
    if (
        index <= 0
        or tokens[index].sentence != tokens[here.first].sentence
        or tokens[index].norm not in ("and", "then", "or")
    ):
        return None
    if here.event is None or here.event.tag is Tag.VBG:
        return None
    for k in range(n - 1, -1, -1):
        earlier = matches[k]
        if tokens[earlier.first].sentence != tokens[here.first].sentence:
            return None
        if earlier.pos is PartOfSpeech.VERB:
            # Only past another thing: "the lanterns rise and drift" needs no help.
            return k if has_object(tokens, earlier) or any(seen[j] for j in range(k + 1, n)) else None
    return None


def _is_told_of_someone(tokens: Sequence[Token], at: int, before: str | None) -> bool:
    """Whether "he" or "she" stands right before a verb and the thing named before can be neither: "when she came"."""
    k = at - 1
    while k > 0 and is_adverb(tokens[k].norm):
        k -= 1
    told = k >= 0 and tokens[k].sentence == tokens[at].sentence and tokens[k].norm in ("he", "she")
    return told and before is not None and not (thing(before).alive or thing(before).family in _CALLED_SHE)


def _person(tokens: Sequence[Token], index: int, sentence: int) -> bool:
    for k in range(index - 1, max(-1, index - 4), -1):
        if tokens[k].sentence != sentence:
            return False
        if tokens[k].norm in ("he", "she", "who", "someone", "somebody", "nobody", "everyone"):
            return True
    return False


def _attributive(tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None]) -> bool:
    here = matches[n]
    lead = (
        tokens[here.first - 1]
        if here.first and tokens[here.first - 1].sentence == tokens[here.first].sentence
        else None
    )
    if lead is not None and not tokens[here.first].punct_before and not _opens(lead.norm):
        # "she was there folding towels" tells what she does, not what towels do.
        return False
    return (
        n + 1 < len(matches)
        and seen[n + 1] is not None
        and matches[n + 1].first - here.last <= 1
        and not tokens[here.last].punct_before
        and tokens[here.last].sentence == tokens[here.first].sentence
    )


def has_object(tokens: Sequence[Token], here: Match) -> bool:
    """Whether something follows that it may be done to: "she slid a letter", "he dropped them".

    Args:
        tokens: of a passage.
        here: the match of the verb.
    """
    if (
        here.last >= len(tokens)
        or tokens[here.last].punct_before
        or tokens[here.last].sentence != tokens[here.first].sentence
    ):
        return False
    return _determines(tokens[here.last].norm) or tokens[here.last].norm in ("it", "them")


def is_inverted(tokens: Sequence[Token], here: Match) -> bool:
    """Whether who does it follows: "between the trunks moved slow white lanterns", "out stepped a man".

    Args:
        tokens: of a passage.
        here: the match of the verb.
    """
    if here.is_inverted:
        return True
    if here.event is None or here.event.tag not in FINITE or here.last >= len(tokens):
        return False
    after = tokens[here.last]
    if after.punct_before or after.sentence != tokens[here.first].sentence:
        return False
    if not (_determines(after.norm) or is_adjective(after.norm) or is_plural(after.norm)):
        return False
    first = here.first
    while first > 0 and tokens[first - 1].sentence == after.sentence and not tokens[first].punct_before:
        if tokens[first - 1].norm in ("and", "but", "then", "where"):
            break
        first -= 1
    if tokens[first].norm in ("here", "there") and here.first == first + 1:
        return True
    if (tokens[first].norm not in PREPOSITIONS and tokens[first].norm != "out") or here.first - first < 2:
        return False
    for k in range(first, here.first):
        if tokens[k].norm in VIEWER or tokens[k].norm in PERSONS or tokens[k].norm in RELATIVES:
            return False
        if k > first and _determines(tokens[k].norm):
            lead = tokens[k - 1].norm
            if not (lead in PREPOSITIONS or _determines(lead) or is_adjective(lead)):
                return False
    return True


def _determines(low: str) -> bool:
    return low in ARTICLES or low in POSSESSIVES or low in NUMBERS


def _opens(low: str) -> bool:
    """Whether a word may stand before "floating lanterns"."""
    return _determines(low) or low in PREPOSITIONS or low in ("and", "or", "but") or is_adjective(low)


def _before(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], sentence: int
) -> str | None:
    for k in range(n - 1, -1, -1):
        if tokens[matches[k].first].sentence != sentence or matches[n].first - matches[k].last > _REACH:
            return None
        if seen[k] is None:
            continue
        if _relative(tokens, matches[k].last, matches[n].first):
            return seen[k]
        if under_preposition(tokens, matches[k].first) and any(
            seen[j] is not None and tokens[matches[j].first].sentence == sentence for j in range(max(0, k - 2), k)
        ) and not any(tokens[i].punct_before for i in range(matches[k].first, matches[n].first + 1)):  # fmt: skip
            continue
        return seen[k]
    return None


def _relative(tokens: Sequence[Token], after: int, verb: int) -> bool:
    """Whether only "that", "which" or "who" stands between a thing and a verb: it is of this thing."""
    between = [token.norm for token in tokens[after:verb] if not is_adverb(token.norm)]
    return len(between) == 1 and between[0] in RELATIVES


def under_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition leads to it: in "every clock on the quay strikes" the quay is not what strikes.

    Args:
        tokens: of a passage.
        index: of the noun's token.
    """
    return follows(tokens, index, PREPOSITIONS)


def _pronoun(tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None]) -> str | None:
    """What "it" or "they" before match n stands for: the first thing of the sentence before."""
    here = matches[n]
    sentence = tokens[here.first].sentence
    for k in range(here.first - 1, max(-1, here.first - 4), -1):
        if tokens[k].sentence != sentence:
            break
        if tokens[k].norm in ("it", "they", "it's", "they're", "it'd", "they'd"):
            earlier: list[int] = []
            for back in (1, 2, 3):
                earlier = earlier or [
                    j for j in range(n) if seen[j] is not None and tokens[matches[j].first].sentence == sentence - back
                ]
            many = tokens[k].norm.startswith("they")
            fit = [j for j in earlier if _many(matches[j], seen[j]) == many]
            return next((seen[j] for j in fit), None) or next((seen[j] for j in earlier), None)
    return None


def _many(here: Match, name: str | None) -> bool:
    """Whether "they" may stand for it."""
    return (name is not None and thing(name).plural) or (here.element is not None and here.element.tag is Tag.NNS)


def _after(
    tokens: Sequence[Token], matches: Sequence[Match], n: int, seen: Sequence[str | None], sentence: int
) -> str | None:
    for k in range(n + 1, len(matches)):
        if tokens[matches[k].first].sentence != sentence or matches[k].first - matches[n].last > 5:
            return None
        if any(tokens[i].punct_before for i in range(matches[n].last, matches[k].first + 1)):
            return None
        if seen[k] is not None:
            return seen[k]
    return None


def _viewer(tokens: Sequence[Token], index: int, sentence: int) -> bool:
    """Whether the dreamer is the subject: the nearest word before that could be one."""
    for k in range(index - 1, max(-1, index - 5), -1):
        if tokens[k].sentence != sentence:
            return False
        if tokens[k].norm in VIEWER:
            lead = tokens[k - 1].norm if k and tokens[k - 1].sentence == sentence else ""
            if lead in PREPOSITIONS and lead not in CLAUSE_PREPOSITIONS:
                continue
            return True
        if tokens[k].norm in RELATIVES or tokens[k].norm in ("the", "a", "an"):
            return False
        if tokens[k + 1].punct_before and k + 1 != index:
            continue
    return False
