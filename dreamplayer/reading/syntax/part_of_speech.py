"""Part of speech: a table of rules that tell noun, verb and adjective apart by the words around.

The question is asked of words the lexicon knows as verbs of an event; the rules are asked in order, and the first that
applies decides. Most words are settled by what follows them or by the noun phrase they stand in, the rest by the
word that leads them (adverbs passed over).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from dreamplayer.reading.lexicon.vocabulary import PAST_TAGS, PRESENT_TAGS, Tag, vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import (
    follows,
    in_noun_phrase,
    is_adjective,
    is_adverb,
    is_function,
    is_imperative,
    is_plural,
    is_thing,
    is_verb_of_one,
)
from dreamplayer.reading.syntax.wordlists import (
    ARTICLES,
    BE,
    CLAUSE_PREPOSITIONS,
    CONJUNCTIONS,
    HAVE,
    JOINED,
    MODALS,
    NUMBERS,
    PARTICLES_TOO,
    PERCEIVING,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)


class PartOfSpeech(StrEnum):
    """What a word is where it stands."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    OPEN = "open"
    """The words around leave it open: the senses of the word decide."""


NOUN, VERB, ADJECTIVE, OPEN = PartOfSpeech


class WordInContext:
    """A word or phrase that may be a verb, with its neighbours."""

    def __init__(
        self,
        tokens: Sequence[Token],
        i: int,
        size: int,
        tags: frozenset[Tag],
        verb_last: Tag,
        verb_after: frozenset[Tag],
    ) -> None:
        """See `tag` for the arguments."""
        self.tokens, self.i, self.size = tokens, i, size
        self.tags, self.verb_last, self.verb_after = tags, verb_last, verb_after
        here = tokens[i]
        self.here = here
        self.start = here.start
        self.opens = i == 0 or tokens[i - 1].sentence != here.sentence
        """Whether it opens its sentence."""
        self.left = "" if self.opens else tokens[i - 1].norm
        """The word right before it."""
        after = tokens[i + size] if i + size < len(tokens) else None
        self.right = (
            after.norm if after is not None and after.sentence == here.sentence and not after.punct_before else ""
        )
        """The word right after it, "" where punctuation stands between."""
        self.right_is_open = bool(self.right) and not is_function(self.right) and not self.right.endswith("ly")
        """Whether a noun may follow."""
        self.is_present = tags <= PRESENT_TAGS
        self.may_be_past = bool(tags & PAST_TAGS)
        self.is_past = self.may_be_past and Tag.VB not in tags

    @cached_property
    def lead_at(self) -> int:
        """Index of the word that leads it, adverbs skipped."""
        tokens, index = self.tokens, self.i - 1
        sentence = self.here.sentence
        while (
            index > 0
            and is_adverb(tokens[index].norm)
            and not tokens[index].punct_before
            and tokens[index - 1].sentence == sentence
        ):
            index -= 1
        return index

    @cached_property
    def lead(self) -> str:
        """The word that leads it; "is" for a word joined to one ("that's")."""
        token = self.tokens[self.lead_at]
        return "is" if token.possessive and token.norm in JOINED else token.norm

    @cached_property
    def in_noun_phrase(self) -> bool:
        """Whether an article, a possessive or a number before it opens a noun phrase that it goes on with."""
        return not self.opens and in_noun_phrase(self.tokens, self.i)

    @property
    def heads(self) -> bool:
        """Whether it stands at the head of a sentence or after punctuation."""
        return self.opens or bool(self.here.punct_before)

    @property
    def lead_determines(self) -> bool:
        """Whether the lead is an article, a possessive or a number."""
        low = self.lead
        return low in ARTICLES or low in POSSESSIVES or low in NUMBERS or self.tokens[self.lead_at].possessive

    @property
    def lead_governs(self) -> bool:
        """Whether the lead is a preposition that opens no clause."""
        return self.lead in PREPOSITIONS and self.lead not in CLAUSE_PREPOSITIONS

    @property
    def lead_describes(self) -> bool:
        """Whether the lead is an adjective."""
        return is_adjective(self.lead) and not is_plural(self.lead)


def tag(
    tokens: Sequence[Token], i: int, size: int, tags: frozenset[Tag], verb_last: Tag, verb_after: frozenset[Tag]
) -> PartOfSpeech:
    """The part of speech of tokens[i : i + size].

    Args:
        tokens: the passage.
        i: first token of the word or phrase.
        size: how many tokens it has.
        tags: which forms of a verb it may be.
        verb_last: the form of the verb matched last in this sentence, for verbs joined by "and"; `Tag.NONE` for none.
        verb_after: the forms of verb that the next word may be.
    """
    found = PART_OF_SPEECH.first(WordInContext(tokens, i, size, tags, verb_last, verb_after))
    assert found is not None, "the last rule always applies"
    return found


PART_OF_SPEECH: RuleTable[WordInContext, PartOfSpeech] = RuleTable("part-of-speech")
_rule = PART_OF_SPEECH.rule

_SERIES_LEADS = frozenset("and then but he she who it below above outside beyond".split())
_OBJECT_PRONOUNS = frozenset("it them him".split())
_SINGULAR_PRONOUNS = frozenset("it this that one each".split())
_PERCEIVING_MODALS = frozenset("make makes made see saw hear heard".split())
_JOINING = frozenset("and or but then".split())
_VERBAL = BE | HAVE | MODALS | SUBJECTS | {"to"}


@_rule("imperative", "Now *notice* how the air moves.", "verb /words")
def _imperative(c: WordInContext) -> PartOfSpeech | None:
    return VERB if Tag.VB in c.tags and c.size == 1 and is_imperative(c.tokens, c.i) else None


@_rule("gerund-as-noun", "We watched the *falling* of the snow.", "noun")
def _gerund_as_noun(c: WordInContext) -> PartOfSpeech | None:
    """After a possessive, or between an article and "of"."""
    return (
        NOUN
        if c.tags == {Tag.VBG}
        and not c.opens
        and not c.here.punct_before
        and not c.right_is_open
        and (c.left in POSSESSIVES or (c.left in ARTICLES and c.right == "of"))
        else None
    )


@_rule("gerund", "The snow is *falling* now.", "verb")
def _gerund(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.tags == {Tag.VBG} else None


@_rule("noun-before-auxiliary", "In winter *drift* is deep.", "noun")
def _noun_before_auxiliary(c: WordInContext) -> PartOfSpeech | None:
    """Before "is" or "has" it is their subject."""
    return NOUN if c.is_present and (c.right in BE or c.right in HAVE) and (c.opens or c.left not in PERSONS) else None


@_rule("noun-before-verb", "*Swallows* skimmed over us.", "noun")
def _noun_before_verb(c: WordInContext) -> PartOfSpeech | None:
    """What looks like a third person is a plural where the next word is its verb."""
    return (
        NOUN
        if c.is_present
        and c.right
        and Tag.VBZ in c.tags
        and (Tag.VB in c.verb_after or (Tag.VBD in c.verb_after and (c.opens or bool(c.here.punct_before))))
        else None
    )


@_rule("noun-before-of", "*Drifts* of leaves lay there.", "noun")
def _noun_before_of(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.is_present and c.right == "of" else None


@_rule("verb-in-series", "He sits down and *lights* his pipe.", "verb")
def _verb_in_series(c: WordInContext) -> PartOfSpeech | None:
    """With an object, after "and", a comma or a pronoun."""
    return (
        VERB
        if (c.right in ARTICLES or c.right in POSSESSIVES)
        and bool(c.tags & {Tag.VBZ, Tag.VBD})
        and not c.opens
        and (c.here.punct_before == "," or c.left in _SERIES_LEADS)
        else None
    )


@_rule("verb-of-one", "A river *runs* nearby.", "verb")
def _verb_of_one(c: WordInContext) -> PartOfSpeech | None:
    """One thing has no plural after it."""
    return VERB if Tag.VBZ in c.tags and c.size == 1 and is_verb_of_one(c.tokens, c.i) else None


@_rule("noun-like-a-past", "A *rose* is blooming.", "noun +flower")
def _noun_like_a_past(c: WordInContext) -> PartOfSpeech | None:
    """A known thing that ends its noun phrase, or whose verb comes next: "a printed rose turns"."""
    known = c.is_past and c.in_noun_phrase and c.left != "one" and is_thing(c.here.norm, known=True)
    ends = bool(c.verb_after & {Tag.VBZ, Tag.VBD}) or (bool(c.right) and not c.right_is_open)
    return NOUN if known and ends else None


@_rule("participle-in-noun-phrase", "The *drifted* snow was deep.", "adjective")
def _participle_in_noun_phrase(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.may_be_past and c.right_is_open and c.in_noun_phrase else None


@_rule("past-after-noun-phrase", "The youngest *drifted* out.", "verb")
def _past_after_noun_phrase(c: WordInContext) -> PartOfSpeech | None:
    """The word before was a noun that looks like an adjective."""
    return VERB if c.is_past and c.in_noun_phrase and c.left not in ARTICLES | POSSESSIVES else None


@_rule("past-after-article", "We heard the *drowned* and were still.", "adjective")
def _past_after_article(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.is_past and c.in_noun_phrase else None


@_rule("noun-phrase", "A sudden *drift* covered the path.", "noun")
def _noun_phrase(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.in_noun_phrase else None


@_rule("opening-participle", "*Scattered* leaves lay there.", "adjective")
def _opening_participle(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.is_past and c.heads and c.right_is_open and is_plural(c.right) else None


@_rule("opening-past", "The lamp went on, *rose* and fell.", "verb")
def _opening_past(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.is_past and c.heads else None


@_rule("opening", "Then, *drift* on.", "open")
def _opening(c: WordInContext) -> PartOfSpeech | None:
    """At the head of a clause: a noun, or an imperative."""
    return OPEN if c.heads else None


@_rule("nothing-but", "There was nothing to do but *watch*.", "verb /wristwatch")
def _nothing_but(c: WordInContext) -> PartOfSpeech | None:
    """The base form after "do but"."""
    doing = {token.norm for token in c.tokens[max(0, c.i - 3) : c.i] if token.sentence == c.here.sentence}
    return VERB if c.left == "but" and Tag.VB in c.tags and doing & {"do", "help"} else None


@_rule("repeated-after-to", "The plain was gold from end to *end*.", "noun")
def _repeated_after_to(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead == "to" and c.lead_at > 1 and c.tokens[c.lead_at - 1].norm == c.here.norm else None


@_rule("infinitive", "The boat begins to *drift* along.", "verb")
def _infinitive(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead == "to" and Tag.VB in c.tags else None


@_rule("noun-after-to", "We listened to *drifts* all day.", "noun")
def _noun_after_to(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead == "to" else None


@_rule("relative-clause", "I saw the boat that *drifts* by.", "verb")
def _relative_clause(c: WordInContext) -> PartOfSpeech | None:
    return (
        VERB
        if c.lead == "that"
        and c.lead_at > 0
        and c.tokens[c.lead_at - 1].sentence == c.here.sentence
        and not c.tokens[c.lead_at].punct_before
        else None
    )


@_rule("perceived-pronoun", "We watched it *drift* by.", "verb")
def _perceived_pronoun(c: WordInContext) -> PartOfSpeech | None:
    """The base form after "saw it"."""
    return (
        VERB
        if Tag.VB in c.tags
        and c.lead in _OBJECT_PRONOUNS
        and c.lead_at > 0
        and c.tokens[c.lead_at - 1].norm in PERCEIVING
        else None
    )


@_rule("after-subject", "It *drifts* away.", "verb")
def _after_subject(c: WordInContext) -> PartOfSpeech | None:
    return (
        VERB
        if c.lead in SUBJECTS and (bool(c.tags & {Tag.VBZ, Tag.VBD, Tag.VBN}) or c.lead not in _SINGULAR_PRONOUNS)
        else None
    )


@_rule("base-after-singular-pronoun", "May it *drift* home.", "open")
def _base_after_singular_pronoun(c: WordInContext) -> PartOfSpeech | None:
    """The words "it fall" and "this fall" are no clauses of their own."""
    return OPEN if c.lead in SUBJECTS else None


@_rule("after-modal", "The boat will *drift* out.", "verb")
def _after_modal(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead in MODALS and (Tag.VB in c.tags or c.lead not in _PERCEIVING_MODALS) else None


@_rule("plural-after-perceiving", "From here we never saw *drifts* again.", "noun")
def _plural_after_perceiving(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead in MODALS else None


@_rule("passive", "The lamp was *cracked* again.", "verb")
def _passive(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead in BE and bool(c.tags & {Tag.VBN, Tag.VBG}) else None


@_rule("predicative", "The door was slowly *open* again.", "adjective")
def _predicative(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.lead in BE and c.size == 1 else None


@_rule("phrase-after-be", "The boat is *drift away* now.", "verb")
def _phrase_after_be(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead in BE else None


@_rule("perfect", "The boat has *drifted* out.", "verb")
def _perfect(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead in HAVE and Tag.VBN in c.tags else None


@_rule("noun-after-have", "Roads have *drifts* here.", "noun")
def _noun_after_have(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead in HAVE else None


@_rule("participle-after-determiner", "The barely *scattered* leaves lay there.", "adjective")
def _participle_after_determiner(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.lead_determines and c.may_be_past and c.right_is_open else None


@_rule("noun-after-determiner", "We heard an almost *echo*.", "noun")
def _noun_after_determiner(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead_determines else None


@_rule("participle-after-preposition", "We walked through *scattered* leaves.", "adjective")
def _participle_after_preposition(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.lead_governs and c.is_past and c.right_is_open else None


@_rule("past-after-preposition", "The boat we sat in *drifted*.", "verb")
def _past_after_preposition(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead_governs and c.is_past else None


@_rule("third-person-after-particle", "The boat that came in *drifts* out.", "open")
def _third_person_after_particle(c: WordInContext) -> PartOfSpeech | None:
    """A preposition that may end a phrasal verb."""
    return OPEN if c.lead_governs and c.lead in PARTICLES_TOO and Tag.VBZ in c.tags else None


@_rule("noun-after-preposition", "There was need of *light*.", "noun")
def _noun_after_preposition(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead_governs else None


@_rule("joined-to-noun", "There were walls and *drifts* about.", "noun")
def _joined_to_noun(c: WordInContext) -> PartOfSpeech | None:
    """The "and" joins it to a thing, not to a verb of the same form."""
    return (
        NOUN
        if c.lead in _JOINING
        and c.is_present
        and c.lead_at > 0
        and not (c.verb_last and c.verb_last in c.tags and not is_thing(c.here.norm, known=True))
        and is_thing(c.tokens[c.lead_at - 1].norm)
        else None
    )


@_rule("joined-to-verb", "The boat sinks, rises and *drifts*.", "verb")
def _joined_to_verb(c: WordInContext) -> PartOfSpeech | None:
    return (
        VERB
        if c.lead in _JOINING
        and bool(c.verb_last)
        and (c.verb_last in c.tags or (c.verb_last in PAST_TAGS and c.may_be_past))
        else None
    )


@_rule("past-after-and", "The lamp and *rose* again.", "verb")
def _past_after_and(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead in _JOINING and c.is_past else None


@_rule("open-after-and", "The wall fell or then *drifts* came.", "open")
def _open_after_and(c: WordInContext) -> PartOfSpeech | None:
    return OPEN if c.lead in _JOINING and (bool(c.verb_last) or c.lead == "then") else None


@_rule("noun-after-and", "Slowly and *drifts* all day.", "noun")
def _noun_after_and(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead in _JOINING else None


@_rule("after-conjunction", "There was neither ship nor *sail*.", "open")
def _after_conjunction(c: WordInContext) -> PartOfSpeech | None:
    return OPEN if c.lead in CONJUNCTIONS else None


@_rule("participle-after-adjective", "Small *scattered* leaves lay there.", "adjective")
def _participle_after_adjective(c: WordInContext) -> PartOfSpeech | None:
    return ADJECTIVE if c.lead_describes and c.is_past and c.right_is_open else None


@_rule("past-after-adjective", "Something huge *passed*.", "verb")
def _past_after_adjective(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.lead_describes and c.is_past else None


@_rule("noun-after-adjective", "Deep *drifts* lay there.", "noun")
def _noun_after_adjective(c: WordInContext) -> PartOfSpeech | None:
    return NOUN if c.lead_describes else None


@_rule("past-after-noun", "The boat *drifted* out.", "verb")
def _past_after_noun(c: WordInContext) -> PartOfSpeech | None:
    return VERB if c.is_past else None


@_rule("third-person-after-unknown", "He sells *drifts* there.", "open")
def _third_person_after_unknown(c: WordInContext) -> PartOfSpeech | None:
    """The word before may be the verb: "sells shadows"."""
    return (
        OPEN
        if Tag.VBZ in c.tags and c.lead.endswith("s") and not vocabulary().senses(c.lead) and not is_adjective(c.lead)
        else None
    )


@_rule("third-person-after-noun", "The boat *drifts* out.", "verb")
def _third_person_after_noun(c: WordInContext) -> PartOfSpeech | None:
    """Plural nouns seldom stand before plural nouns."""
    return VERB if Tag.VBZ in c.tags else None


@_rule("base-after-plural", "The boats *drift* out.", "verb")
def _base_after_plural(c: WordInContext) -> PartOfSpeech | None:
    return VERB if Tag.VB in c.tags and is_plural(c.lead) else None


@_rule("base-after-plural-of", "The boats of wood *drift* out.", "verb")
def _base_after_plural_of(c: WordInContext) -> PartOfSpeech | None:
    return (
        VERB
        if Tag.VB in c.tags
        and c.lead_at > 1
        and c.tokens[c.lead_at - 1].norm == "of"
        and is_plural(c.tokens[c.lead_at - 2].norm)
        else None
    )


@_rule("base-after-perceived", "We let the boat *drift* out.", "verb")
def _base_after_perceived(c: WordInContext) -> PartOfSpeech | None:
    """As in "feel the water harden"."""
    return VERB if Tag.VB in c.tags and follows(c.tokens, c.lead_at, PERCEIVING) else None


@_rule("base-like-a-past", "The wave *hit*.", "verb")
def _base_like_a_past(c: WordInContext) -> PartOfSpeech | None:
    """Base and past are alike: "the glass burst"."""
    return VERB if Tag.VB in c.tags and c.may_be_past else None


@_rule("verbless-clause", "Lilies the colour of cream *bloom* here.", "verb")
def _verbless_clause(c: WordInContext) -> PartOfSpeech | None:
    """A sentence of many things that has no verb yet."""
    return VERB if Tag.VB in c.tags and not c.verb_last and _lacks_verb(c.tokens, c.i) else None


@_rule("noun-after-noun", "The sand *drift* lay there.", "noun")
def _noun_after_noun(c: WordInContext) -> PartOfSpeech | None:
    return NOUN


def _lacks_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a sentence of many things has no verb before i: "Flowers the colour of longing bloom as far as ..."."""
    first = i
    while first > 0 and tokens[first - 1].sentence == tokens[i].sentence and not tokens[first].punct_before:
        first -= 1
    if i - first < 3 or not (is_plural(tokens[first].norm) or is_plural(tokens[first + 1].norm)):
        return False
    if any(token.norm in _VERBAL for token in tokens[first:i]):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    return after is None or bool(after.punct_before) or after.norm in PREPOSITIONS or is_adverb(after.norm)
