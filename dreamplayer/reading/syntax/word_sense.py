"""Which of its meanings a word or phrase has where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Sense, Vocabulary
from dreamplayer.reading.semantics.match import Match
from dreamplayer.reading.syntax.part_of_speech import is_adjective, is_being, opens_noun, role
from dreamplayer.reading.syntax.sense_constraints import before_noun, coloured, first_element, heard, noun_role
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.wordlists import ARTICLES, BE_ADJECTIVES, PERSONS, POSSESSIVES, PREPOSITIONS


def granted(
    tokens: Sequence[Token], i: int, size: int, senses: tuple[Sense, ...], lexicon: Vocabulary, verb_last: str
) -> Match | None:
    """The match these senses make here, or None if the neighbours allow none of them."""
    for sense in senses:
        if sense.sort == "x":
            return _idiom(i, size, sense, lexicon)
    verbs = [sense for sense in senses if sense.sort == "v"]
    nouns = [sense for sense in senses if sense.sort == "n"]
    elements = [sense for sense in senses if sense.sort == "e"]
    forms = frozenset(sense.form for sense in verbs)
    here = Match(i, i + size)
    here.role = (
        role(tokens, i, size, forms, verb_last, _verb_forms(tokens, i + size, lexicon))
        if verbs
        else noun_role(tokens, i, size)
    )
    if verbs and size == 1 and here.role == "open" and tokens[i].low in BE_ADJECTIVES:
        here.role = "adjective"
    if verbs and size > 1 and here.role != "adjective" and not elements:
        here.role = "noun" if here.role == "noun" and forms <= {"b", "s"} and opens_noun(tokens, i) else "verb"
    if here.role == "verb" and elements and verbs and size == 1 and forms == {"g"}:
        # "building", "painting": a thing after an article, else a doing.
        here.role = "noun" if opens_noun(tokens, i) else "verb"
    if elements and size == 1 and forms == {"d"} and _listed(tokens, i):
        here.role = "noun"
    if elements and verbs and size == 1 and here.role == "open" and i and tokens[i - 1].low in PREPOSITIONS:
        here.role = "noun"
    element = first_element(elements, tokens, i, size, here.role, lexicon)
    if here.role == "open" and verbs and element is None:
        here.role = "verb" if not nouns or forms & {"d", "n", "g"} else "noun"
    if element is not None and verbs and here.role == "open":
        here.role = "noun"
    if here.role == "verb" and verbs:
        here.event = next((sense for sense in verbs if sense.name == "none"), verbs[0])
    elif here.role == "adjective" and verbs and forms & {"d", "n"}:
        here.state = verbs[0].name
    elif element is not None:
        here.element = element
    named = here.role in ("noun", "open") and not _told_before(tokens, i, nouns)
    if here.event is None and named and (all(sense.gate != "noun" for sense in nouns) or opens_noun(tokens, i)):
        # "You hear the falls": the falls are the thing.
        here.event = next(iter(nouns), None) if element is None or element.name != "waterfall" else None
    if here.element is not None and here.event is None and size > 2 and tokens[i + 1].low == "of":
        # "pulses of light": a thing that does something.
        here.event = next((sense for sense in lexicon.senses(tokens[i].low) if sense.sort == "n"), None)
    for sense in senses:
        if sense.sort == "a" and here.event is None:
            here.state = sense.name
        elif sense.sort == "w" and here.event is not None and here.event.sort == "v":
            here.also = sense.name
        elif sense.sort == "c" and here.colour is None and coloured(tokens, i, size, sense, here):
            here.colour = sense.name
        elif sense.sort == "t":
            here.time = sense.name
        elif sense.sort == "s" and sense.name not in here.sounds and heard(sense, here):
            here.sounds = (*here.sounds, sense.name)
    if here.colour is not None and here.element is not None and before_noun(tokens, i, size):
        # "gold roots", "violet sky": the colour of something, no thing of its own.
        here.element = None
    if here.event is not None and here.event.name == "spread" and _is_so(tokens, i):
        here.event = None
    if here.event is not None and tokens[i].low == "lit" and size == 1 and not _kindled(tokens, i):
        here.event = None
    if here.event is not None and here.event.form in ("d", "n") and _among_adjectives(tokens, i, size):
        here.event = None
    if here.event is not None and here.event.form in ("d", "n") and _made(tokens, i, size, here.event.name):
        here.event = None
    if (
        here.event is not None
        and here.event.form == "n"
        and _is_so(tokens, i)
        and _rests(tokens, i, size, here.event.name)
    ):
        here.event = None
    if here.event is not None and here.event.name == "none":
        here.event = None
        here.element = None
        # "opens its eyes" is no opening, but there are eyes.
        things = (
            k
            for k in range(i + 1, i + size)
            if any(s.sort == "e" and not s.gate for s in lexicon.senses(tokens[k].low))
        )
        here.last = next(things, i + size)
    if here.element or here.event or here.state or here.sounds or here.colour or here.time or size > 1:
        return here
    return None


def _named(word: str, lexicon: Vocabulary) -> bool:
    return any(sense.sort == "e" and not sense.gate for sense in lexicon.senses(word))


def _listed(tokens: Sequence[Token], i: int) -> bool:
    """Whether it stands in a list, as in ": rose and sandalwood": after a pause, before an "and" or another."""
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    return bool(tokens[i].before) and (after is None or bool(after.before) or after.low in ("and", "or"))


def _told_before(tokens: Sequence[Token], i: int, nouns: Sequence[Sense]) -> bool:
    """Whether it is one that has already happened: "the explosion", "the impact"."""
    if not any(noun.name == "explode" for noun in nouns) or i == 0:
        return False
    return tokens[i - 1].low in ("the", "of", "this", "that") or tokens[i - 1].owns


def _among_adjectives(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether a participle stands in a row of adjectives: "a door appears, arched, blue"."""
    at = i + size
    if not tokens[i].before:
        return False
    if at >= len(tokens) or tokens[at].sentence != tokens[i].sentence:
        # "failure, unworthy, broken"
        return i > 0 and tokens[i].before == "," and is_adjective(tokens[i - 1].low)
    return tokens[at].before == "," and is_adjective(tokens[at].low) and not tokens[at].low.endswith("ing")


def _is_so(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form of "be" stands before, an adverb between: "was oddly coloured"."""
    at = i - 2 if i > 1 and tokens[i - 1].low.endswith("ly") else i - 1
    return at >= 0 and tokens[at].sentence == tokens[i].sentence and is_being(tokens[at])


def _rests(tokens: Sequence[Token], i: int, size: int, name: str) -> bool:
    """Whether a passive tells how a thing is: "the map was folded on the table"."""
    at = i + size
    after = tokens[at].low if at < len(tokens) and tokens[at].sentence == tokens[i].sentence else ""
    return (
        name in ("close", "~fold", "~cover", "~shut") and after not in ("by", "again") and tokens[i - 1].low != "being"
    )


def _kindled(tokens: Sequence[Token], i: int) -> bool:
    """Whether "lit" tells a kindling: "he lit the lamp", "was lit"; not "every leaf lit from within"."""
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    done = after is not None and not after.before and (after.low in ARTICLES or after.low in POSSESSIVES)
    return done or _is_so(tokens, i) or (i > 0 and tokens[i - 1].low in PERSONS)


def _made(tokens: Sequence[Token], i: int, size: int, name: str) -> bool:
    """Whether a participle tells what a thing is like, not what happens: "filled with", "woven from", "wrapped in"."""
    at = i + size
    if at >= len(tokens) or tokens[at].before or tokens[at].sentence != tokens[i].sentence:
        return False
    low = tokens[at].low
    if name in ("crack", "~cut"):
        return low == "with"
    if name not in ("wrap", "spread", "gather", "~fill", "~cover", "mend", "~wind", "swirl"):
        return False
    return low in ("from", "of", "with") or (low in ("in", "by") and name in ("wrap", "spread", "~cover", "~fill"))


def _idiom(i: int, size: int, sense: Sense, lexicon: Vocabulary) -> Match:
    here = Match(i, i + size, idiom=not sense.name)
    if sense.name in lexicon.events:
        here.event, here.role = Sense("v", sense.name), "verb"
    elif sense.name in lexicon.elements:
        here.element, here.role = Sense("e", sense.name), "noun"
    else:
        here.idiom = True
    return here


def _verb_forms(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> frozenset[str]:
    if i >= len(tokens):
        return frozenset()
    senses = lexicon.senses(tokens[i].low)
    if any(sense.sort == "e" and not sense.gate for sense in senses):
        return frozenset()
    return frozenset(sense.form for sense in senses if sense.sort == "v")
