"""Words that name nobody and nothing there: names, people addressed or only spoken of, meals that tell the time."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dreamplayer.reading.lexicon.vocabulary import SenseKind, Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_adverb, is_function, is_plural
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES, PREPOSITIONS

_MEALS = frozenset("breakfast lunch dinner supper brunch tea teatime lunchtime dinnertime".split())
_HOURS = frozenset("time hour hours bell".split())
_BY_TIME = frozenset("after before until till at by since during for".split())
_ADDRESSING = frozenset("dear beloved dearest darling o oh hush goodnight listen hello".split())
_WISHES = frozenset(
    {"good night", "sleep well", "sleep now", "sweet dreams", "rest well", "good morning", "good evening"}
)
_CALLS = frozenset("come sleep rest listen hush look see sit close wake now there goodnight hello".split())
_TELLING = frozenset("tell ask thank remind call phone write forgive".split())
_SENDING = frozenset(
    "send sends sent write writes wrote written post posts posted mail mailed owe owed promised".split()
)
_HAVING = frozenset("has have had must may might could should".split())
_KNOWING = frozenset("know knows knew says said say thinks thought agrees agreed loves loved calls called".split())
_ELSE = frozenset({"else"})
_TELEPHONING = frozenset(
    "phone phoned phoning telephone telephoned telephoning ring rang ringing text texted email emailed write wrote "
    "writing".split()
)
_BEING = frozenset("is was are were has had being been".split())
_ONCE = frozenset("had used once".split())
_WAITING = frozenset("wait waits waited waiting".split())
_SENSED = frozenset("sound sounds noise noises smell scent taste silence voice note notes".split())
_SENT = frozenset(
    "letter letters parcel parcels present presents gift gifts card cards postcard postcards message messages news "
    "word telegram package call".split()
)
_FABRICS = frozenset("silk velvet linen cotton wool lace satin canvas cloth paper glass cardboard leather".split())
"""Materials that look the same whatever is made of them: a silk shawl is silk."""
_BUYING = frozenset("buy buys bought buying kept keeps saved saving sewed knitted knitting packed".split())
_ARMS = frozenset("hand arm arms palm".split())
_TOUCHING = frozenset("on upon around over round about".split())
_TOUCHED = frozenset("shoulder shoulders arm knee head back hair cheek neck brow forehead waist".split())
_GRAINS = frozenset("barley oats corn rye wheat".split())
_FEEDING = frozenset("fed feed feeds feeding sack sacks bag bags handful bowl bread loaf scattered ate eats".split())
"""Verbs and measures of grain that is food."""
_PACING = frozenset("after take takes took taking taken walk walked for within another".split())
_NAMING = frozenset("called named nicknamed christened".split())


class Named:
    """A match that may name nobody who is there, with what stands around it."""

    def __init__(self, tokens: Sequence[Token], matches: Sequence[Match], n: int, lexicon: Vocabulary) -> None:
        """`n` is the index of the match."""
        self.tokens, self.lexicon = tokens, lexicon
        self.here = here = matches[n]
        self.earlier = matches[:n]
        self.start = tokens[here.first].start
        self.noun = tokens[here.last - 1].norm
        self.sentence = tokens[here.first].sentence
        self.is_person = here.element is not None and lexicon.record(here.element.name).family == "people"
        self.is_plural = is_plural(self.noun)

    def word(self, k: int) -> Token | None:
        """Token k if it is in the sentence.

        Args:
            k: index in the passage; any, even out of range.
        """
        inside = 0 <= k < len(self.tokens) and self.tokens[k].sentence == self.sentence
        return self.tokens[k] if inside else None

    def before(self, back: int = 1) -> str:
        """The word `back` before it in its clause, "" for none.

        Args:
            back: tokens back, 1 the neighbour.
        """
        at = self.here.first - back
        near = self.word(at) is not None and not any(
            token.punct_before for token in self.tokens[at + 1 : self.here.first + 1]
        )
        return self.tokens[at].norm if near else ""

    def is_followed_by(self, words: Collection[str]) -> bool:
        """Whether the next word of its clause is one of these.

        Args:
            words: in lower case.
        """
        after = self.word(self.here.last)
        return after is not None and not after.punct_before and after.norm in words

    @property
    def ends(self) -> bool:
        """Whether punctuation or the end of the sentence follows it."""
        after = self.word(self.here.last)
        return after is None or bool(after.punct_before)

    @property
    def lead(self) -> int:
        """Index of the word that leads it, adjectives skipped."""
        at = self.here.first - 1
        while at >= 0 and self.word(at) and is_adjective(self.tokens[at].norm) and not self.tokens[at + 1].punct_before:
            at -= 1
        return at


def is_spoken_of(tokens: Sequence[Token], matches: Sequence[Match], n: int, lexicon: Vocabulary) -> bool:
    """Whether the words of a match name nothing that is there.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        n: index of a match with an element.
        lexicon: the vocabulary.
    """
    return SPOKEN_OF.first(Named(tokens, matches, n, lexicon)) is not None


SPOKEN_OF: RuleTable[Named, str] = RuleTable("spoken-of")
_rule = SPOKEN_OF.rule


@_rule("meal-time", "Until *supper* a boat lay there.", "time /food +boat")
def _meal_time(c: Named) -> str | None:
    if c.noun not in _MEALS:
        return None
    sat = c.before() == "to" and c.before(2) in ("down", "in", "up", "came", "went", "called")
    return "time" if c.before() in _BY_TIME or sat or c.is_followed_by(_HOURS) else None


@_rule("addressed", "Hush, *children*, the fire is low.", "addressed /child")
def _addressed(c: Named) -> str | None:
    """A vocative: "dear" or a call before it, punctuation after it."""
    if not c.is_person or not c.ends:
        return None
    lead = c.word(c.lead)
    called = c.before() in _ADDRESSING or (lead is not None and lead.norm in _ADDRESSING)
    return "addressed" if called else None


@_rule("wished-well", "Good night, little *bear*. The lamp is out.", "addressed /bear +lamp")
def _wished_well(c: Named) -> str | None:
    """Whoever is wished a good night, or asked to come: "sleep well, my star", "come, my child, and sit"."""
    at = c.lead
    if c.word(at) is None or c.tokens[at + 1].punct_before:
        at += 1
    elif c.tokens[at].norm in ("my", "dear", "little", "sweet", "old"):
        pass
    else:
        return None
    opens = c.word(at) is not None and c.tokens[at].punct_before == "," and c.ends
    first = at
    while first > 0 and c.tokens[first - 1].sentence == c.sentence:
        first -= 1
    asking = " ".join(token.norm for token in c.tokens[first : first + 2])
    wished = asking in _WISHES or (c.is_person and c.tokens[first].norm in _CALLS)
    return "addressed" if opens and wished and first < at else None


@_rule("rung-up", "I tried to phone my *brother*.", "spoken-of /figure")
def _rung_up(c: Named) -> str | None:
    """Who is telephoned or written to is elsewhere."""
    called = c.before() in POSSESSIVES and (
        c.before(2) in _TELEPHONING or (c.before(2) == "to" and c.before(3) in _TELEPHONING)
    )
    return "spoken-of" if c.is_person and called else None


@_rule("dead", "When his *wife* died he sold the boat.", "absent /figure +boat")
def _dead(c: Named) -> str | None:
    """Who has died is told of."""
    after = c.word(c.here.last)
    if not c.is_person or after is None or after.punct_before:
        return None
    gone = c.word(c.here.last + 1)
    is_dead = after.norm in _BEING and gone is not None and gone.norm in ("dead", "gone", "buried")
    return "absent" if after.norm in ("died", "dies") or is_dead else None


@_rule("done-by", "There was the cradle her *brother* had slept in.", "absent /figure")
def _done_by(c: Named) -> str | None:
    """Who did something with a thing, once: a relative clause without a pronoun that tells of an earlier time."""
    noun = c.word(c.here.first - 2)
    if not c.is_person or c.before() not in POSSESSIVES or noun is None or not c.is_followed_by(_ONCE):
        return None
    lead = c.before(3)
    if c.before(4) in PREPOSITIONS:
        # "In the kitchen his wife had put milk on the stove."
        return None
    is_noun = not is_function(noun.norm) and (lead in ARTICLES or lead in POSSESSIVES or is_adjective(lead))
    return "absent" if is_noun else None


@_rule("belonging-to", "The violin was my *father's*.", "owner /figure +violin")
def _belonging_to(c: Named) -> str | None:
    """An owner without the thing owned: "it was my father's", "at my aunt's"."""
    owns = c.is_person and c.tokens[c.here.last - 1].possessive and c.before() in POSSESSIVES
    return "owner" if owns and c.ends else None


@_rule("waited-for", "She waited for *somebody* by the lamp.", "absent /figure +lamp")
def _waited_for(c: Named) -> str | None:
    waits = c.before() == "for" and c.before(2) in _WAITING
    return "absent" if waits and c.noun in ("someone", "somebody", "anyone", "anybody") else None


@_rule("apposition", "Mr. Abel, the *tailor*, closed the door.", "same-person")
def _apposition(c: Named) -> str | None:
    """Who somebody is: one person, not two."""
    at = c.lead
    article = c.word(at)
    if not c.is_person or article is None or article.norm not in ("the", "a", "an", "my", "our", "her", "his"):
        return None
    if article.punct_before != "," or not c.ends or c.is_plural:
        return None
    name = next((m for m in c.earlier if m.last == at and m.element is not None), None)
    if name is None or name.element is None or c.lexicon.record(name.element.name).family != "people":
        return None
    return "same-person" if c.tokens[name.last - 1].is_capital and c.tokens[name.first - 1].norm != "the" else None


@_rule("made-of", "The door had a *brass* handle.", "material /metal +door")
def _made_of(c: Named) -> str | None:
    """A material before a noun without a picture, or after "is": "the walls are warm stone"."""
    if c.here.last - c.here.first > 1 or c.noun not in c.lexicon.context["of"]["materials"] - _FABRICS:
        return None
    after = c.word(c.here.last)
    if after is not None and not after.punct_before:
        noun = not is_function(after.norm) and not is_adverb(after.norm) and not is_adjective(after.norm)
        does = any(sense.kind is SenseKind.VERB for sense in c.lexicon.senses(after.norm))
        return "material" if noun and not does and not after.norm.endswith(("ed", "ing")) else None
    lead = c.word(c.lead)
    return "material" if lead is not None and lead.norm in ("is", "are", "was", "were") and c.ends else None


@_rule("fed-with", "She fed the hens with *barley*.", "fodder /wheat +hen")
def _fed_with(c: Named) -> str | None:
    """Grain as food, not on its stalks: "a sack of oats", "fed it with barley"."""
    if c.noun not in _GRAINS or c.is_plural:
        return None
    words = {c.before(back) for back in range(1, 6)}
    return "fodder" if c.before() in ("with", "of") and words & _FEEDING else None


@_rule("of-their-kind", "A cow stood there, and behind it six *others*.", "kind /crowd +cow")
def _of_their_kind(c: Named) -> str | None:
    """Others of the animals named before are no people."""
    if c.noun != "others":
        return None
    alive = [m.element for m in c.earlier if m.element is not None and c.lexicon.record(m.element.name).alive]
    last = alive[-1] if alive else None
    return "kind" if last is not None and c.lexicon.record(last.name).family != "people" else None


@_rule("hand-on-shoulder", "The boat lay still. He put a *hand* on her shoulder.", "touch /hand +boat")
def _hand_on_shoulder(c: Named) -> str | None:
    """A touch: nobody looks at the hand."""
    if c.noun not in _ARMS or not c.is_followed_by(_TOUCHING):
        return None
    words = [c.word(c.here.last + k) for k in (1, 2)]
    touched = words[0] is not None and words[0].norm in POSSESSIVES and words[1] is not None
    return "touch" if touched and words[1] is not None and words[1].norm in _TOUCHED else None


@_rule("teller", "The rain is a story that *someone* tells.", "absent /figure +rain")
def _teller(c: Named) -> str | None:
    """Somebody of whom only a relative clause knows."""
    return "absent" if c.noun in ("someone", "somebody") and c.before() in ("that", "which", "whom") else None


@_rule("heard-only", "A long *iron* sound came over the field.", "heard /metal +meadow")
def _heard_only(c: Named) -> str | None:
    """What only says how something sounds, smells or tastes."""
    return "heard" if c.is_followed_by(_SENSED) and not c.is_person else None


@_rule("paces", "After a hundred *steps* you reach a gate.", "paces /stairs +gate")
def _paces(c: Named) -> str | None:
    """A way that is counted in steps."""
    if c.noun not in ("step", "steps", "paces"):
        return None
    words = [c.before(back) for back in range(1, 5)]
    counted = any(word in NUMBERS or word in ("few", "every", "each", "more") for word in words)
    return "paces" if counted and any(word in _PACING for word in words) else None


@_rule("told", "Thank your *mother* for the bread.", "spoken-of /figure")
def _told(c: Named) -> str | None:
    """Who is to be told is elsewhere."""
    verb = c.word(c.here.first - 2)
    opens = c.word(c.here.first - 3) is None or (verb is not None and bool(verb.punct_before))
    asked = verb is not None and verb.norm in _TELLING and opens
    return "spoken-of" if c.is_person and asked and c.before() in POSSESSIVES else None


@_rule("sent-to", "He wrote long letters to his *uncle*.", "spoken-of /figure")
def _sent_to(c: Named) -> str | None:
    if not c.is_person or c.before() not in POSSESSIVES or c.before(2) != "to":
        return None
    verbs = (c.before(back) for back in range(3, 8))
    return "spoken-of" if any(word in _SENDING for word in verbs) else None


@_rule("correspondent", "On the sill lay a letter from *Edmund*.", "spoken-of /figure")
def _correspondent(c: Named) -> str | None:
    """Who sends or is to get something is elsewhere: "a parcel for the children", "a card from my aunt"."""
    if not c.is_person:
        return None
    at = c.lead + 1 if c.word(c.lead) is None else c.lead
    if c.tokens[at].norm in ARTICLES or c.tokens[at].norm in POSSESSIVES:
        at -= 1
    preposition, thing = c.word(at), c.word(at - 1)
    if preposition is None or thing is None or preposition.norm not in ("from", "for", "to"):
        return None
    sent = thing.norm in _SENT and not preposition.punct_before
    bought = preposition.norm == "for" and any(
        token.norm in _BUYING and token.sentence == c.sentence for token in c.tokens[max(0, at - 5) : at]
    )
    return "spoken-of" if sent or bought else None


@_rule("left-behind", "*Someone* had swept the stairs.", "absent /figure +stairs")
def _left_behind(c: Named) -> str | None:
    """Whoever has done it is gone: only what was done is there."""
    if c.noun not in ("someone", "somebody") or not c.is_followed_by(_HAVING):
        return None
    return "absent"


@_rule("everyone-knows", "*Everybody* knew the old bridge.", "talk /crowd +bridge")
def _everyone_knows(c: Named) -> str | None:
    """What all know or say is no gathering of them: "it bowed to everybody"."""
    if c.noun not in ("everyone", "everybody", "people", "somebody", "someone"):
        return None
    told = c.is_followed_by(_KNOWING) or (c.before() in ("to", "for", "than") and c.ends)
    return "talk" if told or c.is_followed_by(_ELSE) else None


@_rule("called", "A mare named *Meadow* stood by the well.", "name /meadow +horse")
def _called(c: Named) -> str | None:
    """A name that is a word."""
    return "name" if c.before() in _NAMING and c.tokens[c.here.first].is_capital else None


@_rule("cousin-brook", "My cousin *Heath* ran home.", "name /river")
def _cousin_brook(c: Named) -> str | None:
    """A capital after somebody."""
    before = c.word(c.here.first - 1)
    if before is None or c.tokens[c.here.first].punct_before or not c.tokens[c.here.first].is_capital:
        return None
    if c.word(c.here.first - 2) is None and before.is_capital and before.norm not in _TITLES:
        return None
    person = before.norm in _TITLES or any(
        sense.name in c.lexicon.elements and c.lexicon.record(sense.name).family == "people"
        for sense in c.lexicon.senses(before.norm)
        if not sense.constraint
    )
    return "name" if person and not before.possessive and not c.is_person else None


_TITLES = frozenset("mr mrs miss ms uncle aunt aunty auntie granny grandpa grandma cousin dr captain lady lord".split())
