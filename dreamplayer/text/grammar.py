"""Noun or verb, told by the neighbours: a few closed lists of words and the shape of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dreamplayer.text.tokens import Token
from dreamplayer.text.vocabulary import vocabulary

Role = Literal["noun", "verb", "adjective", "open"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _set("a an the this these those each every no some any another several many few such what whichever")
POSSESSIVES = _set("my your his her its our their one's whose mine")
NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen hundreds thousands "
    "dozens countless"
)
PREPOSITIONS = _set(
    "of in on into with from under over through like across by for at between beneath against behind beside without "
    "toward towards upon onto among amid around above below beyond inside outside near along past within about off "
    "underneath amongst throughout alongside besides despite during until till after before as than via per atop"
)
SUBJECTS = _set(
    "i you he she it we they who which there that everything nothing something anything everyone someone nobody this "
    "everybody somebody it's i'd i'll i've you'd you'll you've he'd he'll she'd she'll we'd we'll we've they'd they'll "
    "they've none each one others"
)
PERSONS = _set("i you he she we they who i'll you'll he'll she'll we'll they'll i'd you'd he'd she'd we'd they'd")
MODALS = _set(
    "can could will would shall should may might must do does did don't doesn't didn't won't wouldn't can't couldn't "
    "cannot let lets let's make makes made help helps helped see saw hear heard watch watched feel felt never"
    " shouldn't mustn't"
)
BE = _set("is are was were be been being am 're 'm isn't aren't wasn't weren't it's that's i'm you're we're they're he's she's there's")
JOINED = _set("it that he she there what who here everything something where how let this one")
HAVE = _set("has have had having hasn't haven't hadn't i've you've we've they've")
CONJUNCTIONS = _set("and or but then nor yet so while as when until before after because if though although where once")
ADVERBS = _set(
    "slowly still just now then always once suddenly not softly soon again also only even almost already all both "
    "finally gently here there never ever often sometimes somehow instead together apart away back "
    "everywhere upward downward overhead faintly barely too very so quite rather"
)
PLAIN_ADJECTIVES = _set(
    "big small old new young long short tall deep dark dim bright pale cold warm hot cool soft hard loud quiet still "
    "slow quick fast low high wide narrow thin thick great little tiny huge vast giant enormous dead wet dry white "
    "black red green blue grey gray brown pink purple yellow orange golden silver violet strange same other own first "
    "last next whole half full empty open closed round flat smooth rough sharp dull heavy sudden lone far near good "
    "bad sweet bitter fresh clean clear faint gentle main front back left right wooden sad kind calm wild tame bare "
    "second third final early late more most less least several certain fallen broken frozen hidden lost forgotten "
    "drawn grown worn torn woven swollen stolen single only very floating rising falling"
)
ENDINGS = ("ous", "ful", "less", "ish", "able", "ible", "esque", "ed", "ing", "like")
BE_ADJECTIVES = _set(
    "open still light clear dull pale calm quiet narrow slow close warm cool thin hollow blank clean smooth steady free "
    "empty dark loose mute shut gentle dim dry lower level complete separate even bare tame soft rough blind wet set "
    "lit split burst closed hushed part tender swell spare frozen lost subdued near tidy board can last rest back mean well"
)
"""Verbs whose bare form is as often an adjective or another word: taken as verbs on clear evidence only."""
PLURALS = _set("people men women children teeth feet geese mice leaves wolves those these others they we fish sheep deer horses")
PERCEIVING = _set("feel feels felt see sees saw hear hears heard watch watches watched let lets make makes made help helped")
NOT_ADJECTIVES = _set(
    "thing nothing something everything anything morning evening building ceiling wedding clothing railing lightning "
    "painting king string spring wing ring being darling pudding sibling duckling feeling meeting bed shed seed table "
    "vegetable stable cable fish finish dish radish hundred weed speed creed breed"
)
NOT_PLURAL = ("ss", "us", "is", "'s")


def is_adjective(word: str) -> bool:
    """Whether a word may stand between an article and its noun."""
    return (
        word in PLAIN_ADJECTIVES
        or word in NUMBERS
        or ("-" in word and not any(sense.sort == "e" for sense in vocabulary().senses(word.rpartition("-")[2])))
        or word in vocabulary().adjectives
        or (len(word) > 4 and word.endswith(ENDINGS) and not word.endswith("eed") and word not in NOT_ADJECTIVES)
        or (word.endswith("est") and _plain(word[:-3]))
    )


def _plain(stem: str) -> bool:
    return any(form in PLAIN_ADJECTIVES or form in vocabulary().adjectives for form in (stem, stem + "e", stem[:-1], stem[:-1] + "y"))


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_function(word: str) -> bool:
    """Whether a word names nothing by itself."""
    return (
        word in ARTICLES or word in POSSESSIVES or word in PREPOSITIONS or word in SUBJECTS or word in MODALS
        or word in BE or word in HAVE or word in CONJUNCTIONS or word in ADVERBS or word == "to"
    )  # fmt: skip


def is_being(token: Token) -> bool:
    """Whether a token is a form of "be", or has one joined to it ("that's")."""
    return token.low in BE or token.owns


def is_plural(word: str) -> bool:
    """Whether a noun looks like many."""
    return word in PLURALS or (word.endswith("s") and not word.endswith(NOT_PLURAL) and len(word) > 3)


def opens_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before i open a noun phrase that i may end or go on with: "a sudden ...", "my ..."."""
    at = i - 1
    if tokens[i].before:
        # "dark, rusted" goes on through a comma between adjectives.
        if tokens[i].before != "," or at < 0 or not is_adjective(tokens[at].low):
            return False
    for _ in range(4):
        if at < 0 or tokens[at].sentence != tokens[i].sentence:
            return False
        low = tokens[at].low
        if low == "that" and at and not tokens[at].before and tokens[at - 1].sentence == tokens[at].sentence:
            # "a wind that carries": a relative, unless a verb or a preposition stands before it.
            return tokens[at - 1].low in PREPOSITIONS
        if low in ARTICLES or low in POSSESSIVES or low in NUMBERS:
            return True
        if tokens[at].owns:
            return low not in JOINED
        if not is_adjective(low):
            return False
        if tokens[at].before and tokens[at].before != ",":
            return False
        at -= 1
    return False


def role(
    tokens: Sequence[Token], i: int, size: int, forms: frozenset[str], verb_last: str, verb_after: frozenset[str]
) -> Role:
    """What tokens[i : i + size] is here, if it could be a verb in `forms` (b s g d n) or a noun.

    `verb_after` are the forms of verb that the next word may be; `verb_last` is the form of the verb matched last in this sentence, for verbs joined by "and".
    """
    here = tokens[i]
    same = i > 0 and tokens[i - 1].sentence == here.sentence
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == here.sentence else None
    follows_noun = (
        after is not None and not after.before and not is_function(after.low) and not after.low.endswith("ly")
    )
    single = size == 1
    if forms == {"g"}:
        if same and not here.before and not follows_noun:
            lead = tokens[i - 1].low
            if lead in POSSESSIVES or (lead in ARTICLES and after is not None and after.low == "of"):
                return "noun"
        return "verb"
    if after is not None and not after.before and forms <= {"b", "s"}:
        if (after.low in BE or after.low in HAVE) and not (same and tokens[i - 1].low in PERSONS):
            return "noun"
        if "s" in forms and ("b" in verb_after or ("d" in verb_after and (not same or here.before))):
            # "the lights come on", "Swallows skimmed": the verb is the next word.
            return "noun"
    if same and opens_noun(tokens, i):
        if forms & {"d", "n"} and follows_noun:
            return "adjective"
        if forms & {"d", "n"} and not forms & {"b"}:
            # "the snow drifted": the word before was a noun that looked like an adjective; "the drowned" is rare.
            return "verb" if tokens[i - 1].low not in ARTICLES | POSSESSIVES else "adjective"
        return "noun"
    if not same or here.before:
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun and is_plural(after.low if after else "") else "verb"
        return "open"
    at = i - 1
    while at > 0 and is_adverb(tokens[at].low) and not tokens[at].before and tokens[at - 1].sentence == here.sentence:
        at -= 1
    low = tokens[at].low
    if tokens[at].owns and low in JOINED:
        low = "is"
    if low == "to":
        return "verb" if "b" in forms else "noun"
    if low == "that" and at and tokens[at - 1].sentence == here.sentence and not tokens[at].before:
        return "verb"
    if low in SUBJECTS:
        return "verb" if forms & {"s", "d", "n"} or low not in ("it", "this", "that", "one", "each") else "open"
    if low in MODALS:
        return "verb" if "b" in forms else ("noun" if low in ("make", "makes", "made", "see", "saw", "hear", "heard") else "verb")
    if low in BE:
        return "verb" if forms & {"n", "g"} and not (single and here.low in ()) else ("adjective" if single else "verb")
    if low in HAVE:
        return "verb" if forms & {"n"} else "noun"
    if low in ARTICLES or low in POSSESSIVES or low in NUMBERS or tokens[at].owns:
        return "adjective" if forms & {"d", "n"} and follows_noun else "noun"
    if low in PREPOSITIONS and low not in ("as", "before", "after", "until", "till", "than"):
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun else "verb"
        return "noun" if low not in ("in", "on", "over", "off", "around", "past", "by", "along", "across", "through", "inside",
                                     "outside", "below", "above", "beyond", "behind", "beneath", "about", "near") or "s" not in forms \
            else "open"  # fmt: skip
    if low in ("and", "or", "but", "then"):
        if at and _is_thing(tokens[at - 1].low) and forms <= {"b", "s"}:
            return "noun"
        if verb_last and (verb_last in forms or (verb_last in "dn" and forms & {"d", "n"})):
            return "verb"
        if forms & {"d", "n"} and not forms & {"b"}:
            return "verb"
        return "open" if verb_last or low == "then" else "noun"
    if low in CONJUNCTIONS:
        return "open"
    if is_adjective(low) and not is_plural(low):
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun else "verb"
        return "open"
    # A noun stands before it.
    if forms & {"d", "n"} and not forms & {"b"}:
        return "verb"
    if "s" in forms and low.endswith("s") and not vocabulary().senses(low) and not is_adjective(low):
        # "sells shadows": the word before was the verb.
        return "open"
    if "s" in forms:
        # "lanterns glimmers" after "a world of ...": plural nouns seldom stand before plural nouns.
        return "verb"
    if "b" in forms and is_plural(low):
        return "verb"
    if "b" in forms and at > 1 and tokens[at - 1].low == "of" and is_plural(tokens[at - 2].low):
        # "droplets of light spool"
        return "verb"
    if "b" in forms and _perceived(tokens, at):
        # "feel the water harden", "let the lamp fall"
        return "verb"
    if "b" in forms and forms & {"d", "n"}:
        # "the wave hit", "the glass burst": past and base are alike.
        return "verb"
    return "noun" if forms & {"b", "s"} else "open"


def _perceived(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` is what someone sees, hears, feels or lets do something."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if tokens[k].sentence != tokens[at].sentence or tokens[k + 1].before:
            return False
        if tokens[k].low in PERCEIVING:
            return True
        if not (tokens[k].low in ARTICLES or tokens[k].low in POSSESSIVES or is_adjective(tokens[k].low)):
            return False
    return False


def _is_thing(word: str) -> bool:
    """Whether a word is known as a thing and not as a doing."""
    sorts = {sense.sort for sense in vocabulary().senses(word)}
    return "e" in sorts and "v" not in sorts
