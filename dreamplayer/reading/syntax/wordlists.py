"""Closed classes of English words, by what they say of the word after or before them."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _set("a an the this these those each every no some any another several many few such what whichever")
POSSESSIVES = _set("my your his her its our their one's whose mine")
NUMERALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1000000, "dozen": 12,
}  # fmt: skip
"""Number words and what they count."""
NUMBERS = frozenset(NUMERALS) | _set("hundreds thousands dozens countless")
"""All that may stand before a noun to count it."""
PREPOSITIONS = _set(
    "of in on into with from under over through like across by for at between beneath against behind beside "
    "without toward towards upon onto among amid around above below beyond inside outside near along past within "
    "about off underneath amongst throughout alongside besides despite during until till after before as than via "
    "per atop"
)
RELATIVES = _set("that which who")
VIEWER = _set("i you we me us i'm you're we're i'll you'll we'll i'd you'd we'd i've you've we've myself ourselves")
"""Words for the dreamer, who is called "I" or "you"."""
CLAUSE_PREPOSITIONS = _set("as before after until till than")
"""Prepositions that may also open a clause: "before we came"."""
PARTICLES_TOO = _set(
    "in on over off around past by along across through inside outside below above beyond behind beneath about near"
)
"""Prepositions that may end a phrasal verb: what follows them need not be a noun."""
SUBJECTS = _set(
    "i you he she it we they who which there that everything nothing something anything everyone someone nobody "
    "this everybody somebody it's i'd i'll i've you'd you'll you've he'd he'll she'd she'll we'd we'll we've "
    "they'd they'll they've none each one others"
)
PERSONS = _set("i you he she we they who i'll you'll he'll she'll we'll they'll i'd you'd he'd she'd we'd they'd")
MODALS = _set(
    "can could will would shall should may might must do does did don't doesn't didn't won't wouldn't can't "
    "couldn't cannot let lets let's make makes made help helps helped see saw hear heard watch watched feel felt "
    "never shouldn't mustn't"
)
BE = _set(
    "is are was were be been being am 're 'm isn't aren't wasn't weren't it's that's i'm you're we're they're "
    "he's she's there's"
)
JOINED = _set("it that he she there what who here everything something where how let this one")
HAVE = _set("has have had having hasn't haven't hadn't i've you've we've they've")
CONJUNCTIONS = _set("and or but then nor yet so while as when until before after because if though although where once")
ADVERBS = _set(
    "slowly still just now then always once suddenly not softly soon again also only even almost already all both "
    "finally gently here there never ever often sometimes somehow instead together apart away back everywhere "
    "upward downward overhead faintly barely too very so quite rather"
)
TAILS = _set("out off up down away back apart forward forwards backward backwards aside")
"""Words that end a phrasal verb and name nothing."""
PLAIN_ADJECTIVES = _set(
    "big small old new young long short tall deep dark dim bright pale cold warm hot cool soft hard loud quiet "
    "still slow quick fast low high wide narrow thin thick great little tiny huge vast giant enormous dead wet "
    "dry white black red green blue grey gray brown pink purple yellow orange golden silver violet strange same "
    "other own first last next whole half full empty open closed round flat smooth rough sharp dull heavy sudden "
    "lone far near good bad sweet bitter fresh clean clear faint gentle main front back left right wooden sad "
    "kind calm wild tame bare second third final early late more most less least several certain fallen broken "
    "frozen hidden lost forgotten drawn grown worn torn woven swollen stolen single only very floating rising "
    "falling"
)
ENDINGS = ("ous", "ful", "less", "ish", "able", "ible", "esque", "ed", "ing", "like")
BE_ADJECTIVES = _set(
    "open still light clear dull pale calm quiet narrow slow close warm cool thin hollow blank clean smooth "
    "steady free empty dark loose mute shut gentle dim dry lower level complete separate even bare tame soft "
    "rough blind wet set lit split burst closed hushed part tender swell spare frozen lost subdued near tidy "
    "board can last rest back mean well"
)
"""Verbs whose bare form is as often an adjective or another word: taken as verbs on clear evidence only."""
PLURALS = _set(
    "people men women children teeth feet geese mice leaves wolves those these others they we fish sheep deer horses"
)
PERCEIVING = _set(
    "feel feels felt see sees saw hear hears heard watch watches watched let lets make makes made help helped"
)
NOT_ADJECTIVES = _set(
    "thing nothing something everything anything morning evening building ceiling wedding clothing railing "
    "lightning painting king string spring wing ring being darling pudding sibling duckling feeling meeting bed "
    "shed seed table vegetable stable cable fish finish dish radish hundred weed speed creed breed"
)
NOT_PLURAL = ("ss", "us", "is", "'s")
