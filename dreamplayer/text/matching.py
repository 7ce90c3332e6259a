"""Which words of a passage call something up, and what they mean here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dreamplayer.text.grammar import (
    ARTICLES,
    BE_ADJECTIVES,
    MODALS,
    NUMBERS,
    PERSONS,
    POSSESSIVES,
    Role,
    is_adjective,
    is_being,
    is_function,
    is_plural,
    opens_noun,
    role,
)
from dreamplayer.text.tokens import Token
from dreamplayer.text.vocabulary import Sense, Vocabulary, vocabulary

PARTICLES = frozenset(
    "off on out up down away back apart aside open shut together over in through around along past by forward".split()
)
_COVERING = tuple(
    "covered capped lined filled strewn draped dusted encrusted topped laden studded speckled framed flecked "
    "lit tipped choked spattered crowned wreathed clad wrapped dappled drenched swept kissed washed scattered soaked "
    "ridden carpeted blown bound rimmed edged drowned sheltered haunted".split()
)
_LIT = {"sun": "sun", "moon": "moon", "star": "star", "lamp": "lamp", "candle": "candle", "fire": "fire", "lantern": "lantern"}


@dataclass(slots=True)
class Match:
    """Words that call something up."""

    first: int
    """Index of its first token."""
    last: int
    """One past its last token."""
    element: Sense | None = None
    event: Sense | None = None
    state: str | None = None
    """An event that has already happened to the noun after it: "the cracked lantern"."""
    sounds: tuple[str, ...] = ()
    colour: str | None = None
    time: str | None = None
    role: Role = "open"
    modifier: bool = False
    """An element that only tells more of the noun after it: "glass corridor"."""
    idiom: bool = False
    parts: list[int] = field(default_factory=list)


def match(tokens: Sequence[Token], lexicon: Vocabulary) -> list[Match]:
    """Every match of a passage in order; the longest phrase wins, idioms swallow what they hold."""
    found: list[Match] = []
    i = 0
    verb_last = ""
    sentence = -1
    while i < len(tokens):
        if tokens[i].sentence != sentence:
            sentence, verb_last = tokens[i].sentence, ""
        hit = _at(tokens, i, lexicon, verb_last, found)
        if hit is None:
            i += 1
            continue
        if hit.event is not None and hit.event.sort == "v":
            verb_last = hit.event.form
        if hit.event is not None and hit.element is None:
            _give_back(hit, tokens, lexicon)
        if not hit.idiom:
            found.append(hit)
        i = hit.last
    _modifiers(found, tokens, lexicon)
    return found


def _give_back(hit: Match, tokens: Sequence[Token], lexicon: Vocabulary) -> None:
    """A doing keeps its verb and leaves the thing it is done to: "light a candle" still shows the candle."""
    for k in range(hit.first + 1, hit.last):
        if hit.event is not None and hit.event.form and any(
            sense.sort == "e" and not sense.gate for sense in lexicon.senses(tokens[k].low)
        ):
            hit.last = k
            return


def _phrase(tokens: Sequence[Token], i: int, size: int) -> str | None:
    """Tokens i..i+size joined, or None where a pause or the sentence's end parts them."""
    if i + size > len(tokens):
        return None
    words = [tokens[i].low]
    for token in tokens[i + 1 : i + size]:
        if token.before or token.sentence != tokens[i].sentence:
            return None
        words.append(token.low)
    return " ".join(words)


def _at(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: str, found: list[Match]) -> Match | None:
    low = tokens[i].low
    for size in range(min(lexicon.starts.get(low, 1), len(tokens) - i), 0, -1):
        if size == 1 and low not in POSSESSIVES:
            parted = _apart(tokens, i, lexicon, verb_last)
            if parted is not None:
                return parted
        form = _phrase(tokens, i, size)
        if form is None:
            continue
        senses = lexicon.senses(form)
        if not senses and size > 1:
            senses = lexicon.senses(_owned(form))
        if size > 1 and senses and all(sense.sort in "st" for sense in senses):
            # What is only heard or only tells the time leaves its words free: "trees whisper" still shows trees.
            found.append(_heard_only(i, size, senses))
            continue
        if senses:
            hit = _granted(tokens, i, size, senses, lexicon, verb_last)
            if hit is not None:
                return hit
    return None if low in POSSESSIVES else _hyphened(tokens, i, lexicon)


def _heard_only(i: int, size: int, senses: tuple[Sense, ...]) -> Match:
    sounds = tuple(sense.name for sense in senses if sense.sort == "s")
    times = [sense.name for sense in senses if sense.sort == "t"]
    return Match(i, i + size, sounds=sounds, time=times[0] if times else None)


def _owned(form: str) -> str:
    return " ".join("one's" if word in POSSESSIVES else word for word in form.split())


def _granted(
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
    here.role = role(tokens, i, size, forms, verb_last, _verb_forms(tokens, i + size, lexicon)) if verbs else _noun_role(tokens, i, size)
    if verbs and size == 1 and here.role == "open" and tokens[i].low in BE_ADJECTIVES:
        here.role = "adjective"
    if verbs and size > 1 and here.role != "adjective" and not elements:
        here.role = "noun" if here.role == "noun" and forms <= {"b", "s"} and opens_noun(tokens, i) else "verb"
    if here.role == "verb" and elements and verbs and size == 1 and forms == {"g"}:
        # "building", "painting": a thing after an article, else a doing.
        here.role = "noun" if opens_noun(tokens, i) else "verb"
    if elements and size == 1 and forms == {"d"} and _listed(tokens, i):
        here.role = "noun"
    element = _first(elements, tokens, i, size, here.role, lexicon)
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
    if here.event is None and nouns and here.role in ("noun", "open") and not _told_before(tokens, i, nouns[0]):
        if all(sense.gate != "noun" for sense in nouns) or opens_noun(tokens, i):
            here.event = nouns[0]
    if here.element is not None and here.event is None and size > 2 and tokens[i + 1].low == "of":
        # "pulses of light": a thing that does something.
        here.event = next((sense for sense in lexicon.senses(tokens[i].low) if sense.sort == "n"), None)
    for sense in senses:
        if sense.sort == "a" and here.event is None:
            here.state = sense.name
        elif sense.sort == "c" and here.colour is None and _coloured(tokens, i, size, sense, here):
            here.colour = sense.name
        elif sense.sort == "t":
            here.time = sense.name
        elif sense.sort == "s" and _heard(sense, here):
            here.sounds = (*here.sounds, sense.name)
    if here.colour is not None and here.element is not None and _before_noun(tokens, i, size):
        # "gold roots", "violet sky": the colour of something, no thing of its own.
        here.element = None
    if here.event is not None and here.event.name == "spread" and i and is_being(tokens[i - 1]):
        here.event = None
    if here.event is not None and here.event.form in ("d", "n") and _made(tokens, i, size, here.event.name):
        here.event = None
    if here.event is not None and here.event.name == "none":
        here.event = None
        here.element = None
    if here.element or here.event or here.state or here.sounds or here.colour or here.time or size > 1:
        return here
    return None


def _listed(tokens: Sequence[Token], i: int) -> bool:
    """ ": rose and sandalwood": after a pause, before an "and" or another."""
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    return bool(tokens[i].before) and (after is None or bool(after.before) or after.low in ("and", "or"))


def _told_before(tokens: Sequence[Token], i: int, noun: Sense) -> bool:
    """ "the explosion", "the impact": one that has already happened."""
    return noun.name == "explode" and i > 0 and tokens[i - 1].low in ("the", "of", "this", "that")


def _made(tokens: Sequence[Token], i: int, size: int, name: str) -> bool:
    """Whether a participle tells what a thing is like, not what happens: "filled with", "woven from", "wrapped in"."""
    at = i + size
    if at >= len(tokens) or tokens[at].before or tokens[at].sentence != tokens[i].sentence:
        return False
    low = tokens[at].low
    if name not in ("wrap", "spread", "gather", "~fill", "~cover", "mend", "~wind", "swirl", "crack", "~cut"):
        return False
    return low in ("from", "of", "with") or (low in ("in", "by") and name in ("wrap", "spread"))


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


def _first(
    elements: list[Sense], tokens: Sequence[Token], i: int, size: int, here: Role, lexicon: Vocabulary
) -> Sense | None:
    """The first element that may be meant: one without a gate before any with one."""
    for sense in sorted(elements, key=lambda sense: bool(sense.gate)):
        if sense.gate == "moving":
            # "warmth blooms": seen only where it does something.
            does = i + size < len(tokens) and any(s.sort == "v" for s in lexicon.senses(tokens[i + size].low))
            done = i > 1 and tokens[i - 1].low == "of" and any(s.sort == "n" for s in lexicon.senses(tokens[i - 2].low))
            if not (does or done):
                continue
        elif sense.gate in lexicon.context["gates"]:
            near = lexicon.context["gates"][sense.gate]
            if sense.gate in lexicon.context["not_own"]["gates"] and i and tokens[i - 1].low in POSSESSIVES:
                continue
            if sense.gate == "fruit" and opens_noun(tokens, i) and not _before_noun(tokens, i, size):
                return sense
            if not any(token.low in near for token in tokens if token.sentence == tokens[i].sentence):
                continue
        elif sense.gate and not _is_noun(tokens, i, size, here):
            continue
        if here == "verb":
            continue
        return sense
    return None


def _noun_role(tokens: Sequence[Token], i: int, size: int) -> Role:
    """For words that are no verb of any event: a verb all the same in "they face the sea", "you hand me"."""
    if size > 1 or tokens[i].before or i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return "open"
    low = tokens[i - 1].low
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    objects = after is not None and not after.before and (
        after.low in ARTICLES or after.low in POSSESSIVES or after.low in ("me", "him", "them", "us", "it", "you", "her")
    )  # fmt: skip
    if low in PERSONS or (low in MODALS and low not in ("see", "saw", "hear", "heard", "watch", "watched", "make", "made", "makes", "feel", "felt", "never")):
        return "verb" if low not in ("you", "we", "they") or objects or tokens[i].low.endswith("ed") else "open"
    if low == "to" and objects:
        return "verb"
    return "noun" if opens_noun(tokens, i) else "open"


def _senses_before(tokens: Sequence[Token], i: int) -> tuple[Sense, ...]:
    return vocabulary().senses(tokens[i].low) if tokens[i].sentence == tokens[i + 1].sentence else ()


def _is_noun(tokens: Sequence[Token], i: int, size: int, here: Role) -> bool:
    if here == "noun":
        return True
    if here in ("verb", "adjective"):
        return False
    if opens_noun(tokens, i):
        return True
    if tokens[i].before or i == 0:
        return False
    low = tokens[i - 1].low
    after = tokens[i + size].low if i + size < len(tokens) else ""
    if low in ("and", "or") and i > 1 and after not in ARTICLES and after not in POSSESSIVES and any(sense.sort == "e" for sense in _senses_before(tokens, i - 2)):
        return True
    if low.endswith("ing") and is_plural(tokens[i + size - 1].low):
        return True
    return low in ("of", "with", "into", "from", "under", "through", "beneath", "behind", "against", "without", "like", "between") or (
        low in NUMBERS
    )


def _coloured(tokens: Sequence[Token], i: int, size: int, sense: Sense, here: Match) -> bool:
    if sense.gate != "colour":
        return True
    return _before_noun(tokens, i, size) or (i > 0 and tokens[i - 1].low in ("of", "in") and here.element is None)


def _before_noun(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether it stands before a noun, or among other colours before one: "violet, indigo sky"."""
    at = i + size
    if at >= len(tokens) or tokens[at].sentence != tokens[i].sentence:
        return False
    if tokens[at].before not in ("", ","):
        return False
    return not is_function(tokens[at].low) and not tokens[at].low.endswith("ly") and not (tokens[at].before and i == 0)


def _heard(sense: Sense, here: Match) -> bool:
    if sense.gate == "noun":
        return here.role == "noun"
    if sense.gate == "verb":
        return here.role == "verb"
    return True


def _apart(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: str) -> Match | None:
    """A phrasal verb with something between: "turned the lamp off", "falls gently away"."""
    low = tokens[i].low
    if low not in lexicon.starts or low.startswith("put"):
        return None
    for at in range(i + 2, min(i + 6, len(tokens))):
        if tokens[at].before or tokens[at].sentence != tokens[i].sentence or tokens[at - 1].before:
            return None
        if tokens[at].low in PARTICLES:
            verbs = [sense for sense in lexicon.senses(f"{low} {tokens[at].low}") if sense.sort == "v"]
            between = tokens[i + 1 : at]
            adverbs = all(token.low.endswith("ly") for token in between)
            thing = between[0].low in ARTICLES or between[0].low in POSSESSIVES or between[0].low in ("it", "them", "me", "us")
            if verbs and (adverbs or thing):
                forms = frozenset(sense.form for sense in verbs)
                if role(tokens, i, 1, forms, verb_last, frozenset()) in ("verb", "open") and verbs[0].name != "none":
                    return Match(i, i + 1, event=verbs[0], role="verb")
            return None
    return None


def _hyphened(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """Words joined by hyphens: "moss-covered" shows moss, "glass-smooth" no glass, "star-lit" stars."""
    low = tokens[i].low
    for ending in ("lit", "light"):
        if low.endswith(ending) and low[: -len(ending)].rstrip("-") in _LIT:
            return Match(i, i + 1, element=Sense("e", _LIT[low[: -len(ending)].rstrip("-")]), role="adjective", modifier=True)
    if "-" not in low:
        return None
    head, _, tail = low.rpartition("-")
    if tail in _COVERING or tail.endswith(_COVERING):
        for sense in (*lexicon.senses(head), *lexicon.senses(head.rpartition("-")[2])):
            if sense.sort == "e" and not sense.gate:
                return Match(i, i + 1, element=sense, role="adjective")
            if sense.sort == "c":
                return Match(i, i + 1, colour=sense.name, role="adjective")
    for part in (head, tail):
        for sense in lexicon.senses(part):
            if sense.sort == "c" and not sense.gate:
                return Match(i, i + 1, colour=sense.name, role="adjective")
    if tail.endswith(("ing", "ed")):
        return None
    for sense in lexicon.senses(tail):
        if sense.sort == "e" and not sense.gate and len(tail) > 3 and sense.name != "soil" and opens_noun(tokens, i):
            return Match(i, i + 1, element=sense, role="noun")
    return None


def _modifiers(found: list[Match], tokens: Sequence[Token], lexicon: Vocabulary) -> None:
    """Mark nouns that stand before the noun they tell more of: "glass corridor", "paper lanterns"."""
    for n, this in enumerate(found):
        that = next((other for other in found[n + 1 : n + 4] if other.element is not None), None)
        if this.element is None or that is None:
            continue
        between = tokens[this.last : that.first]
        if between and (
            tokens[this.last - 1].low not in lexicon.context["of"]["materials"]
            or not all(is_adjective(token.low) for token in between)
            or not set(tokens[this.last].before) <= {","}
        ):
            continue
        token = tokens[that.first]
        if (token.before and not between) or token.sentence != tokens[this.first].sentence or tokens[this.last - 1].owns:
            continue
        if lexicon.elements[this.element.name].place and this.element.form != "p":
            continue
        if tokens[this.last - 1].low.endswith(("y", "ine")) and len(tokens[this.last - 1].low) > 4:
            continue
        if that.element is not None and that.element.name == "planet":
            continue
        if this.element.form == "p" or (this.role == "adjective" and not this.modifier):
            continue
        this.modifier = True

