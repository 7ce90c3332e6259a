"""Places that a passage names: "in the kitchen", "down to the beach"; and those it only speaks of or sees from afar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dreamplayer.model.place import PlaceKind
from dreamplayer.model.reading import Mode, PlaceMention
from dreamplayer.reading.lexicon.vocabulary import Sense, SenseKind, Vocabulary, place_records, thing, vocabulary
from dreamplayer.reading.syntax.sense_constraints import first_element, tag_noun
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_thing
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES, PREPOSITIONS

NAMED = 0.95
"""Strength of a place that no preposition puts one in: "the garden was wet"."""
SPOKEN_OF = 0.6
"""Strength of a place that is not where the passage plays."""
BESIDE = 0.8
"""Strength of a vessel or carriage that is named and that nobody is said to be in: "a rowing boat lay there"."""
QUOTED = 0.6
"""Factor of what is said in speech."""
_ELSEWHERE = frozenset(
    "from beyond past behind outside above towards toward about for like than without between".split()
)
"""Prepositions after which one is not there."""
_PARTS = frozenset(
    "middle heart corner edge edges floor centre center end side back front depths rest foot top entrance quiet warmth "
    "silence shelter shade dark darkness half part parts shelves aisle aisles rooms paths".split()
)
"""Nouns that leave one there: "the corner of the kitchen"."""
_WITHIN = frozenset("in into inside within".split())
"""Prepositions by which one is there whatever else is seen: "I saw the sea, and I was in the kitchen"."""
_SEEING = frozenset(
    "see sees saw seen seeing glimpse glimpsed view watch watches watched watching gaze gazes gazed gazing peer peers "
    "peered stare stares stared looked looks look looking".split()
)
_HEARING = frozenset("hear hears heard hearing listen listens listened listening".split())
_ALONG = frozenset("up down along across over through outside beyond from past behind in at on".split())
"""Where something that is heard comes: "a cart coming up the lane"."""
_OUT = frozenset("out through window windows windowpane glass distance afar far pane porthole".split())
"""Beside a verb of seeing: what is seen is not where one is."""
_FROM = frozenset("there here above top up height heights tower hill".split())
"""After "from", with a verb of seeing: one looks far over the land."""
_OVERHEAD = frozenset("roof roofs rooftop rooftops chimney chimneys".split())
_WEATHER = frozenset("rain rains rained raining raindrops drops hail hailed snow wind storm it".split())
"""What those indoors hear overhead: "the rain on the roof"."""
_GOING = frozenset(
    "go goes going went gone come comes coming came step steps stepped stepping walk walks walked walking run runs ran "
    "running hurry hurries hurried slip slips slipped creep creeps crept invites invited lead leads led bring brings "
    "brought tiptoe tiptoed got gets arrived arrives let lets carry carries carried follow follows followed".split()
)
"""Verbs by which one gets indoors or out of doors: "we went in"."""
_INDOORS = frozenset("inside indoors".split())
_OUTDOORS = frozenset("outside outdoors".split())
_ARRIVING = frozenset("come comes came got gets arrived arrives".split())
_LATER = frozenset("will shall would might may could you'll we'll she'll he'll i'll they'll".split())
"""Words by which one has not gone yet: "in a moment you will go back in"."""
_ADVERBS = frozenset("back again straight quickly slowly quietly softly then".split())
"""Between the verb and where it leads: "we went back inside"."""
_STILL_ADVERB = frozenset("and where again because to before when it the a an there everything all".split())
"""After "inside" and a comma or a verb of going, these do not name what one is inside of."""
_IS = frozenset("is was it there".split())
"""After "inside" at the head of a sentence: "inside it is warm"."""
_DETERMINERS = ARTICLES | POSSESSIVES | {"that", "this", "those", "these", "all"}
_SURFACES = frozenset("water waves surface".split())
_BOUND = frozenset(
    "bus train ferry plane flight coach ticket tickets journey voyage trip map bound letter letters".split()
)
"""Nouns with a destination."""
_ADDRESS = frozenset("on in of at".split())
"""Prepositions of an address; one walks down or along a street."""
_LYING = frozenset("lay lies lie stretches stretched spread spreads opens opened sleeps slept is was".split())
_BELOW = frozenset("below beneath".split())
_FIXTURES = frozenset(
    "table tables bench benches chair chairs stove sink counter window windowsill sill door gate wall path steps floor "
    "swing railing rug fireplace hearth bed shelf pew desk".split()
)
"""What stands fast in a place and names it: "kitchen table", "garden gate"."""
_AT = frozenset("at by on near beside under behind before to into against".split())
_WAYS = frozenset("down up along across over through past".split())
"""Prepositions of what one only passes."""
_UPWARDS = frozenset("on up down out back along then".split())
_TOWARDS = frozenset("to into through onto in".split())
_ALL_OR_NONE = frozenset("nobody everybody everyone anybody anyone people none all noone".split())
_REACH = 14
"""Words back from a place at which a verb of seeing may stand."""


def place_mentions(
    tokens: Sequence[Token], passage: int, denied: Collection[int], likened: Collection[int], lexicon: Vocabulary
) -> list[PlaceMention]:
    """The places a passage names, in order; the longest phrase wins.

    Args:
        tokens: the passage.
        passage: its index.
        denied: indices of tokens whose nouns are negated.
        likened: indices of tokens inside a simile or a memory.
        lexicon: the vocabulary.
    """
    found: list[PlaceMention] = []
    i = 0
    while i < len(tokens):
        hit = _at(tokens, i, lexicon)
        if hit is None:
            i += 1
            continue
        name, size = hit
        span = range(i, i + size)
        mode: Mode = "negated" if any(k in denied for k in span) else "literal"
        if mode == "literal" and any(k in likened for k in span):
            mode = "figurative"
        first, last = tokens[i], tokens[i + size - 1]
        strength = strength_of_place(tokens, i, size)
        record = place_records()[name]
        if record.moves and record.kind != "indoors" and strength == NAMED and _is_determined(tokens, i):
            strength = BESIDE
        strength *= QUOTED if first.quoted else 1.0
        found.append(PlaceMention(name, mode, first.start, last.end, first.word, passage, round(strength, 3)))
        i += size
    found += _vague_mentions(tokens, passage, denied, likened)
    return sorted(found, key=lambda mention: mention.start)


def _vague_mentions(
    tokens: Sequence[Token], passage: int, denied: Collection[int], likened: Collection[int]
) -> list[PlaceMention]:
    """Where the words say that one goes indoors or out of doors without naming a place."""
    found: list[PlaceMention] = []
    for i, token in enumerate(tokens):
        kind = _leads(tokens, i)
        if kind is not None and not token.quoted and i not in denied and i not in likened:
            name = next(
                (n for n, record in sorted(place_records().items()) if record.of_kind and record.kind == kind), ""
            )
            if name:
                found.append(PlaceMention(name, "literal", token.start, token.end, token.word, passage, vague=True))
    return found


def _leads(tokens: Sequence[Token], i: int) -> PlaceKind | None:
    """Indoors or to open land, where token `i` is an adverb that says that one is or goes there."""
    low, sentence = tokens[i].norm, tokens[i].sentence
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == sentence else None
    closed = after is None or bool(after.punct_before)
    before: list[str] = []
    for token in reversed(tokens[max(0, i - 4) : i]):
        if token.sentence != sentence:
            break
        before.append(token.norm)
        if token.punct_before:
            break
    verb = next((word for word in before if word not in _ADVERBS), None)
    if i and tokens[i].punct_before and tokens[i - 1].sentence == sentence:
        verb = None
    going = verb in _GOING or (verb in {"me", "us", "you", "him", "her", "them"} and bool(_GOING & set(before)))
    who = before[before.index(verb) + 1] if verb in before and before.index(verb) + 1 < len(before) else ""
    # "The waves come in", and nobody with them.
    going = going and not _LATER & set(before) and not (is_thing(who, known=True) and not _is_alive(who))
    if low == "home" and verb in _ARRIVING and going and (closed or after is None or after.norm not in _ALONG):
        return "indoors"
    alone = closed or (after is not None and after.norm in _STILL_ADVERB - {"the", "a", "an", "it", "there"})
    if low in _INDOORS or (low == "in" and closed):
        if going and alone:
            return "indoors"
        head = not before or (bool(tokens[i].punct_before) and closed)
        if low in _INDOORS and head and (closed or (after is not None and after.norm in _IS)):
            return "indoors" if _house_before(tokens, i) else None
        return None
    if low in _OUTDOORS or (low == "out" and (closed or (after is not None and after.norm == "again"))):
        return "land" if going and alone else None
    return None


def _house_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sentence or the two before name a house that one may be in: "There is a cabin. Inside, ..."."""
    for token in tokens[:i]:
        if token.sentence >= tokens[i].sentence - 2:
            for sense in vocabulary().senses(token.norm):
                house = (
                    sense.kind is SenseKind.ELEMENT and thing(sense.name).facade and not thing(sense.name).settlement
                )
                if house:
                    return True
    return False


def _at(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> tuple[str, int] | None:
    """The place named from token `i` on, and by how many tokens."""
    entry = lexicon.place_entry(tokens[i].norm)
    words = [tokens[i].norm]
    for token in tokens[i + 1 : i + entry.longest]:
        if token.punct_before or token.sentence != tokens[i].sentence:
            break
        words.append(token.norm)
    for size in range(len(words), 0, -1):
        senses = entry.alone if size == 1 else lexicon.phrase(entry, " ".join(words[1:size]))
        sense = _meant(senses, tokens, i, size, lexicon)
        if sense is not None:
            return sense.name, size
    return None


def _meant(senses: Sequence[Sense], tokens: Sequence[Token], i: int, size: int, lexicon: Vocabulary) -> Sense | None:
    return first_element(list(senses), tokens, i, size, tag_noun(tokens, i, size), lexicon) if senses else None


def _is_determined(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article or possessive leads it: the thing itself is named."""
    at = i - 1
    while at >= 0 and is_adjective(tokens[at].norm) and tokens[at].sentence == tokens[i].sentence:
        at -= 1
    return at >= 0 and tokens[at].norm in ARTICLES | POSSESSIVES | {"its", "their"}


def _is_modifier(tokens: Sequence[Token], after: int) -> bool:
    """Whether the token after a place is a noun that it describes: "kitchen table"."""
    if after >= len(tokens) or tokens[after].punct_before or tokens[after].sentence != tokens[after - 1].sentence:
        return False
    word = tokens[after].norm
    # "In the kitchen grandmother was singing": people begin a clause of their own.
    return is_thing(word) and not _is_somebody(word)


def _is_by_its_furniture(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether somebody is at what stands fast in a place: "at the kitchen table", "on a garden bench"."""
    if tokens[i + size - 1].possessive or tokens[i + size].norm not in _FIXTURES:
        return False
    k = i - 1
    while k >= 0 and (tokens[k].norm in ARTICLES | POSSESSIVES or is_adjective(tokens[k].norm)):
        k -= 1
    if k < 0 or tokens[k].sentence != tokens[i].sentence or tokens[k + 1].punct_before:
        return False
    return tokens[k].norm in _AT and not (k and tokens[k - 1].norm in _SEEING)


def _is_alive(word: str) -> bool:
    found = vocabulary().senses(word)
    return any(s.kind is SenseKind.ELEMENT and thing(s.name).alive for s in found)


def _is_somebody(word: str) -> bool:
    found = vocabulary().senses(word)
    return any(s.kind is SenseKind.ELEMENT and thing(s.name).family == "people" for s in found)


def strength_of_place(tokens: Sequence[Token], i: int, size: int) -> float:
    """How far a passage plays in a place by the words around its name.

    Args:
        tokens: the passage.
        i: first token of the name.
        size: how many tokens it has.

    Returns:
        1 where a preposition says that one is there; `NAMED` where none does; `SPOKEN_OF` where the place describes
        another noun, is left, or is seen from elsewhere.
    """
    if tokens[i + size - 1].possessive or _is_modifier(tokens, i + size):
        return NAMED if _is_by_its_furniture(tokens, i, size) else SPOKEN_OF
    sentence = tokens[i].sentence
    k = i - 1
    while k >= 0 and tokens[k].sentence == sentence and not tokens[k + 1].punct_before:
        low = tokens[k].norm
        if low in PREPOSITIONS or low in _ELSEWHERE:
            break
        # "On Quarry Street": the name belongs to it.
        is_named = tokens[k].is_capital and tokens[k + 1].is_capital and k > 0 and tokens[k - 1].sentence == sentence
        if not (
            low in ARTICLES or low in POSSESSIVES or low in NUMBERS or low in ("all", "both") or is_adjective(low)
            or is_named
        ):  # fmt: skip
            k = -1
            break
        k -= 1
    else:
        k = -1
    if k >= 0 and tokens[k].norm in _ELSEWHERE:
        return SPOKEN_OF
    if (
        k > 0
        and tokens[k].norm in ("over", "above")
        and is_thing(tokens[k - 1].norm)
        and not _is_alive(tokens[k - 1].norm)
    ):
        # "There was smoke over the gardens."
        return SPOKEN_OF
    if k > 0 and tokens[k].norm == "of" and tokens[k - 1].norm not in _PARTS:
        return SPOKEN_OF
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == sentence else None
    if (
        (k >= 0 and _is_address(tokens, k, i + size))
        or _is_destination(tokens, i)
        or is_looked_down_on(tokens, i, size)
        or _is_passed(tokens, i, i + size)
    ):
        return SPOKEN_OF
    if after is not None and after.norm == "outside" and not after.punct_before:
        return SPOKEN_OF
    if k > 0 and tokens[k].norm in _WITHIN and tokens[k - 1].norm not in _SEEING:
        return 1.0
    before = [token.norm for token in tokens[max(0, i - _REACH) : i] if token.sentence == sentence]
    heard = next((n for n, low in enumerate(before) if low in _HEARING), None)
    if heard is not None and any(low.endswith("ing") for low in before[heard + 1 :]) and _ALONG & set(before[heard:]):
        # "She heard a cart coming up the lane."
        return SPOKEN_OF
    if _SEEING & set(before) and (_OUT & set(before) or ("from" in before and _FROM & set(before))):
        return SPOKEN_OF
    if _OVERHEAD & {token.norm for token in tokens[i : i + size]} and _WEATHER & set(before[-6:]):
        return SPOKEN_OF
    return 1.0 if k >= 0 else NAMED


def _is_passed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a place is no more than passed or looked at.

    "Down the lane to the river", "over the bridge and into a wood"; "we watched the moon go down over the fields".
    """
    k = first - 1
    while k > 0 and (tokens[k].norm in ARTICLES | POSSESSIVES or is_adjective(tokens[k].norm)):
        k -= 1
    sentence = tokens[first].sentence
    if k < 1 or tokens[k].sentence != sentence:
        return False
    before = {token.norm for token in tokens[max(0, k - _REACH) : k] if token.sentence == sentence}
    if tokens[k].norm == "over" and _SEEING & before:
        return True
    return tokens[k].norm in _WAYS and _leads_on(tokens, end, sentence)


def _leads_on(tokens: Sequence[Token], at: int, sentence: int) -> bool:
    """Whether "to", "into" or "through" and a thing follow: "to the river", "and up through the orchard"."""
    if at >= len(tokens) or tokens[at].punct_before:
        return False
    at += tokens[at].norm in ("and", "then")
    while at < len(tokens) and tokens[at].norm in _UPWARDS and tokens[at].sentence == sentence:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].sentence != sentence or tokens[at].norm not in _TOWARDS:
        return False
    goal = next((n for n in range(at + 1, min(at + 4, len(tokens))) if tokens[n].norm not in ARTICLES), at + 1)
    return is_thing(tokens[goal].norm, known=True) and not _is_alive(tokens[goal].norm)


def _is_address(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a preposition at k and the words up to `end` are an address: "the house on Quarry Street"."""
    named = end - k >= 3 and all(token.is_capital for token in tokens[k + 1 : end])
    return tokens[k].norm in _ADDRESS and named


def _is_of_others(tokens: Sequence[Token], k: int) -> bool:
    """Whether the preposition at k only says which people: "no child in that street", "everybody in the village"."""
    before = [token.norm for token in tokens[max(0, k - 2) : k] if token.sentence == tokens[k].sentence]
    if before and tokens[k].norm in ("in", "of") and before[-1] in _ALL_OR_NONE:
        return True
    return before[-1:] in (["nobody"], ["none"], ["no-one"]) or (len(before) == 2 and before[0] == "no")


def _is_destination(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place is where something is bound for, or where nobody is: "we were on the bus to the coast"."""
    at = i - 1
    while at > 0 and tokens[at].sentence == tokens[i].sentence and not tokens[at + 1].punct_before:
        if tokens[at].norm in ("to", "for"):
            return tokens[at - 1].norm in _BOUND and not tokens[at].punct_before
        if tokens[at].norm in PREPOSITIONS:
            return _is_of_others(tokens, at)
        if not (tokens[at].norm in _DETERMINERS or is_adjective(tokens[at].norm)):
            return False
        at -= 1
    return False


def _following(tokens: Sequence[Token], first: int) -> list[tuple[int, Token]]:
    """The next four tokens of the sentence with their indices."""
    return [
        (k, tokens[k])
        for k in range(first, min(first + 4, len(tokens)))
        if tokens[k].sentence == tokens[first - 1].sentence
    ]


def _is_below_one(tokens: Sequence[Token], k: int) -> bool:
    """Whether "below" at k is below those who look: not "below the rafters"."""
    after = tokens[k + 1] if k + 1 < len(tokens) and tokens[k + 1].sentence == tokens[k].sentence else None
    return after is None or bool(after.punct_before) or not (after.norm in _DETERMINERS or after.norm == "a")


def is_looked_down_on(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether a thing is a part of a view: "the valley lies below", "below you: the river, the bridge, the mill".

    Args:
        tokens: the passage.
        i: first token of its name.
        size: how many tokens that has.
    """
    sentence = tokens[i].sentence
    after = [token.norm for token in tokens[i + size : i + size + 4] if token.sentence == sentence]
    led = after[:1] and (after[0] in _BELOW or after[0] in _LYING)
    if led and any(token.norm in _BELOW and _is_below_one(tokens, k) for k, token in _following(tokens, i + size)):
        return True
    first = i
    while first > 0 and tokens[first - 1].sentence == sentence:
        first -= 1
    near = [token.norm for token in tokens[max(first, i - 8) : i]]
    if _SURFACES & set(near) and {"under", "beneath", "below"} & set(near):
        # "Under the water there was a town."
        return True
    opened = next((k for k in range(first + 1, i + 1) if ":" in tokens[k].punct_before), None)
    return opened is not None and bool(_BELOW & {token.norm for token in tokens[max(first, opened - 5) : opened]})


def is_inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words say that one is in what is named: "in a small wooden cabin".

    Args:
        tokens: the passage.
        i: first token of the name.
    """
    for k in range(i - 1, max(-1, i - 6), -1):
        low = tokens[k].norm
        if tokens[k].sentence != tokens[i].sentence or tokens[k + 1].punct_before:
            return False
        if low in _WITHIN:
            return True
        if not (low in ARTICLES or low in POSSESSIVES or low in NUMBERS or is_adjective(low)):
            return False
    return False
