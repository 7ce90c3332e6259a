"""Word-sense disambiguation: which of its senses a word or phrase has where it stands.

A table of passes over one candidate match. The first passes settle its part of speech, the next pick the sense, the
last drop what the words around rule out.
"""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import PAST_TAGS, PRESENT_TAGS, Sense, SenseKind, Tag, Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech, tag
from dreamplayer.reading.syntax.sense_constraints import before_noun, coloured, first_element, heard, tag_noun
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import in_noun_phrase, is_adjective, is_being
from dreamplayer.reading.syntax.wordlists import ARTICLES, BE, BE_ADJECTIVES, PERSONS, POSSESSIVES, PREPOSITIONS

NOUN, VERB, ADJECTIVE, OPEN = PartOfSpeech


class Choice:
    """The senses of a word or phrase, and the match as far as it is decided."""

    def __init__(
        self, tokens: Sequence[Token], i: int, size: int, senses: tuple[Sense, ...], lexicon: Vocabulary, verb_last: Tag
    ) -> None:
        """See `disambiguate` for the arguments."""
        self.tokens, self.i, self.size, self.senses, self.lexicon = tokens, i, size, senses, lexicon
        self.start = tokens[i].start
        self.verbs = [sense for sense in senses if sense.kind is SenseKind.VERB]
        self.nouns = [sense for sense in senses if sense.kind is SenseKind.EVENT_NOUN]
        self.elements = [sense for sense in senses if sense.kind is SenseKind.ELEMENT]
        self.tags = frozenset(sense.tag for sense in self.verbs)
        pos = (
            tag(tokens, i, size, self.tags, verb_last, _verb_tags(tokens, i + size, lexicon))
            if self.verbs
            else tag_noun(tokens, i, size)
        )
        self.match = Match(i, i + size, pos=pos)
        self.element: Sense | None = None

    @property
    def event(self) -> Sense | None:
        """The event chosen so far."""
        return self.match.event

    def retag(self, pos: PartOfSpeech) -> PartOfSpeech:
        """Settle the part of speech.

        Args:
            pos: part of speech that the word has here.

        Returns:
            The same part of speech.
        """
        self.match.pos = pos
        return pos

    def drop_event(self) -> str | None:
        """Drop the event of this match; its other senses stay."""
        dropped, self.match.event = self.match.event, None
        return dropped.name.removeprefix("~") if dropped else None


def disambiguate(
    tokens: Sequence[Token], i: int, size: int, senses: tuple[Sense, ...], lexicon: Vocabulary, verb_last: Tag
) -> Match | None:
    """The match these senses make here, or None if the words around rule all of them out.

    Args:
        tokens: the passage.
        i: first token of the word or phrase.
        size: how many tokens it has.
        senses: everything it may mean.
        lexicon: the vocabulary.
        verb_last: the form of the verb matched last in this sentence.
    """
    for sense in senses:
        if sense.kind is SenseKind.IDIOM:
            return _idiom(i, size, sense, lexicon)
    choice = Choice(tokens, i, size, senses, lexicon, verb_last)
    PASSES.run(choice)
    here = choice.match
    if here.element or here.event or here.state or here.sounds or here.colour or here.time or size > 1:
        return here
    return None


PASSES: RuleTable[Choice, str] = RuleTable("word-sense")
_pass = PASSES.rule


@_pass("adjective-by-default", "*Clear* water ran over the stones.", "adjective")
def _adjective_by_default(c: Choice) -> str | None:
    if c.verbs and c.size == 1 and c.match.pos is OPEN and c.tokens[c.i].norm in BE_ADJECTIVES:
        return c.retag(ADJECTIVE)
    return None


@_pass("phrasal-verb", "The moon *went down* behind the hill.", "verb")
def _phrasal_verb(c: Choice) -> str | None:
    if not c.verbs or c.size == 1 or c.match.pos is ADJECTIVE or c.elements:
        return None
    noun = c.match.pos is NOUN and c.tags <= PRESENT_TAGS and in_noun_phrase(c.tokens, c.i)
    return c.retag(NOUN if noun else VERB)


@_pass("gerund-named", "We hung up the *washing*.", "noun")
def _gerund_named(c: Choice) -> str | None:
    """A gerund that is also a thing: "building", "painting"."""
    if c.match.pos is VERB and c.elements and c.verbs and c.size == 1 and c.tags == {Tag.VBG}:
        return c.retag(NOUN if in_noun_phrase(c.tokens, c.i) else VERB)
    return None


@_pass("listed-noun", "There were two scents: *rose* and sandalwood.", "noun")
def _listed_noun(c: Choice) -> str | None:
    if c.elements and c.size == 1 and c.tags == {Tag.VBD} and _is_listed(c.tokens, c.i):
        return c.retag(NOUN)
    return None


@_pass("noun-after-preposition", "Light came through *leaves*.", "noun")
def _noun_after_preposition(c: Choice) -> str | None:
    led = c.i > 0 and c.tokens[c.i - 1].norm in PREPOSITIONS
    if c.elements and c.verbs and c.size == 1 and c.match.pos is OPEN and led:
        return c.retag(NOUN)
    return None


@_pass("element", "A *lantern* stood there.", "lantern")
def _element(c: Choice) -> str | None:
    """The first element whose constraints hold."""
    c.element = first_element(c.elements, c.tokens, c.i, c.size, c.match.pos, c.lexicon)
    return c.element.name if c.element else None


@_pass("open-verb", "*Soften* now, and rest.", "verb")
def _open_verb(c: Choice) -> str | None:
    """What the words around leave open is a verb where no thing is meant, unless an event has the same noun."""
    if c.match.pos is OPEN and c.verbs and c.element is None:
        return c.retag(VERB if not c.nouns or c.tags & (PAST_TAGS | {Tag.VBG}) else NOUN)
    return None


@_pass("open-noun", "All at once, *clouds* and rain.", "noun")
def _open_noun(c: Choice) -> str | None:
    if c.match.pos is OPEN and c.verbs and c.element is not None:
        return c.retag(NOUN)
    return None


@_pass("told", "The lantern *cracked*.", "crack")
def _told(c: Choice) -> str | None:
    """A verb tells an event, a participle before its noun a state, a noun its thing."""
    here = c.match
    if here.pos is VERB and c.verbs:
        here.event = next((sense for sense in c.verbs if sense.name == "none"), c.verbs[0])
        return here.event.name
    if here.pos is ADJECTIVE and c.verbs and c.tags & PAST_TAGS:
        here.state = c.verbs[0].name
        return here.state
    if c.element is not None:
        here.element = c.element
    return None


@_pass("event-noun", "An *explosion* shook the hill.", "explode")
def _event_noun(c: Choice) -> str | None:
    """A noun may tell an event; "the falls" that are heard are the thing."""
    here = c.match
    named = here.pos in (NOUN, OPEN) and not _is_past_event(c.tokens, c.i, c.nouns)
    placed = all(sense.constraint != "noun" for sense in c.nouns) or in_noun_phrase(c.tokens, c.i)
    if here.event is None and named and placed and (c.element is None or c.element.name != _HEARD_THING):
        here.event = next(iter(c.nouns), None)
        return here.event.name if here.event else None
    return None


@_pass("acting-phrase", "*Pulses of light* crossed the wall.", "pulse")
def _acting_phrase(c: Choice) -> str | None:
    """A phrase of three words may name a thing and what it does."""
    here = c.match
    if here.element is not None and here.event is None and c.size > 2 and c.tokens[c.i + 1].norm == "of":
        own = c.lexicon.senses(c.tokens[c.i].norm)
        here.event = next((sense for sense in own if sense.kind is SenseKind.EVENT_NOUN), None)
        return here.event.name if here.event else None
    return None


@_pass("further-senses", "The stones *tumble* down.", "swirl")
def _further_senses(c: Choice) -> str | None:
    """State, second event, colour, time and sounds stand beside the main sense."""
    here, added = c.match, ""
    for sense in c.senses:
        if sense.kind is SenseKind.STATE and here.event is None:
            here.state = added = sense.name
        elif sense.kind is SenseKind.SECOND_EVENT and here.event is not None and here.event.kind is SenseKind.VERB:
            here.second_event = added = sense.name
        elif sense.kind is SenseKind.COLOUR and here.colour is None and coloured(c.tokens, c.i, c.size, sense, here):
            here.colour = added = sense.name
        elif sense.kind is SenseKind.TIME:
            here.time = added = sense.name
        elif sense.kind is SenseKind.SOUND and sense.name not in here.sounds and heard(sense, here):
            here.sounds = (*here.sounds, sense.name)
            added = sense.name
    return added or None


@_pass("colour-before-noun", "An *obsidian* sky stood over us.", "black")
def _colour_before_noun(c: Choice) -> str | None:
    """The colour of something is no thing of its own."""
    here = c.match
    if here.colour is None or here.element is None or _is_only_verb(c.tokens, c.i + c.size, c.lexicon):
        # "A flame ran along": a noun, and what it does.
        return None
    if before_noun(c.tokens, c.i, c.size):
        here.element = None
        return here.colour
    return None


@_pass("material-of-an-hour", "The *velvet* night lay over the lake.", "manner /cloth +lake")
def _material_of_an_hour(c: Choice) -> str | None:
    """A material before an hour, a voice or a feeling says what it is like."""
    here, at = c.match, c.i + c.size
    if here.element is None or c.tokens[c.i].norm not in c.lexicon.context["of"]["materials"] or at >= len(c.tokens):
        return None
    after = c.tokens[at]
    if after.punct_before or after.sentence != c.tokens[c.i].sentence or after.norm not in _HOURS_AND_VOICES:
        return None
    here.element = None
    return "manner"


@_pass("colour-after-verb", "By evening the clouds had turned *slate*.", "colour /stone")
def _colour_after_verb(c: Choice) -> str | None:
    """A bare material after "turned", "wore" or "woven in" tells how something looks: "her sisters wore amber"."""
    here = c.match
    if here.element is None or c.size > 1 or here.element.tag is Tag.NNS:
        return None
    named = any(sense.kind is SenseKind.COLOUR for sense in c.senses)
    if c.tokens[c.i].norm not in c.lexicon.context["of"]["materials"] and not named:
        return None
    said = named and c.i > 0 and c.tokens[c.i - 1].norm in BE and not c.tokens[c.i].punct_before
    if not said and not _tells_look(c.tokens, c.i):
        return None
    here.element = None
    return "colour"


@_pass("rose-as-colour", "The hall was painted in silver and *rose*.", "colour /rise!")
def _rose_as_colour(c: Choice) -> str | None:
    """A colour that is also a verb, joined to another colour: "in copper and rose"."""
    joined = c.i > 2 and c.tokens[c.i - 1].norm == "and" and not c.tokens[c.i].punct_before
    colour = any(sense.kind is SenseKind.COLOUR for sense in c.senses)
    told = (joined and _tells_look(c.tokens, c.i - 2)) or _tells_look(c.tokens, c.i)
    if c.event is None or not colour or not told:
        return None
    c.match.event = None
    return "colour"


@_pass("spread-out", "The floor had been *painted* green.", "spread")
def _spread_out(c: Choice) -> str | None:
    return c.drop_event() if c.event and c.event.name == "spread" and _follows_be(c.tokens, c.i) else None


@_pass("lit-within", "Every leaf *lit* from within.", "light")
def _lit_within(c: Choice) -> str | None:
    """The word "lit" tells a kindling with an object, in the passive or of a person."""
    lit = c.event and c.tokens[c.i].norm == "lit" and c.size == 1
    return c.drop_event() if lit and not _is_kindled(c.tokens, c.i) else None


@_pass("row-of-adjectives", "A door appears, *arched*, blue.", "twist")
def _row_of_adjectives(c: Choice) -> str | None:
    told = c.event and c.event.tag in PAST_TAGS and _is_among_adjectives(c.tokens, c.i, c.size)
    return c.drop_event() if told else None


@_pass("made-of", "The road was *covered* with leaves.", "cover")
def _made_of(c: Choice) -> str | None:
    """A participle tells what a thing is like, not what happens: "woven from", "wrapped in"."""
    made = c.event and c.event.tag in PAST_TAGS and _describes(c.tokens, c.i, c.size, c.event.name)
    return c.drop_event() if made else None


@_pass("resting-passive", "The map was *folded* on the desk.", "fold")
def _resting_passive(c: Choice) -> str | None:
    """A passive that tells how a thing is."""
    rests = (
        c.event
        and c.event.tag in PAST_TAGS
        and _follows_be(c.tokens, c.i)
        and _is_resting(c.tokens, c.i, c.size, c.event.name)
    )
    return c.drop_event() if rests else None


@_pass("no-event", "The bird *opens its eyes*.", "none")
def _no_event(c: Choice) -> str | None:
    """A verb that tells nothing; its phrase still may hold a thing: "opens its eyes" shows eyes."""
    here = c.match
    if here.event is None or here.event.name != "none":
        return None
    here.event = here.element = None
    things = (k for k in range(c.i + 1, c.i + c.size) if _is_plain_thing(c.tokens[k].norm, c.lexicon))
    here.last = next(things, c.i + c.size)
    return "none"


def _is_only_verb(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> bool:
    """Whether a word is a past or third person of a verb and nothing else."""
    if i >= len(tokens):
        return False
    senses = lexicon.senses(tokens[i].norm)
    kinds = (SenseKind.VERB, SenseKind.SECOND_EVENT)
    return bool(senses) and all(sense.kind in kinds and sense.tag is not Tag.VBG for sense in senses)


_TURNING = frozenset("turn turns turned turning went painted dyed wore wear wears wearing".split())
_HOURS_AND_VOICES = frozenset(
    "night nights evening dusk morning dawn dark darkness silence hush quiet voice voices whisper laugh laughter smile "
    "nerves will sleep air".split()
)
_CHANGING = frozenset("went goes going turned turns faded fades changed changes shifted deepened paled passed".split())
_ONGOING = frozenset("being getting".split())
"""Auxiliaries of a passive that happens: "was being folded"."""
_COVERED_IN = frozenset("woven painted dressed clad draped dyed bound gilded striped embroidered robed decked".split())


def _tells_look(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bare noun stands where a colour may: after "turned" or "dressed in"."""
    if i < 1 or tokens[i].punct_before or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    lead = tokens[i - 1].norm
    if lead in ("from", "to") and any(t.norm in _CHANGING for t in tokens[max(0, i - 7) : i - 1]):
        # "From rose to amber to slate."
        return True
    return lead in _TURNING or (lead == "in" and i > 1 and tokens[i - 2].norm in _COVERED_IN)


_HEARD_THING = "waterfall"


def _is_plain_thing(word: str, lexicon: Vocabulary) -> bool:
    return any(sense.kind is SenseKind.ELEMENT and not sense.constraint for sense in lexicon.senses(word))


def _is_listed(tokens: Sequence[Token], i: int) -> bool:
    """Whether it stands in a list, as in ": rose and sandalwood": after a pause, before an "and" or another."""
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    return bool(tokens[i].punct_before) and (after is None or bool(after.punct_before) or after.norm in ("and", "or"))


def _is_past_event(tokens: Sequence[Token], i: int, nouns: Sequence[Sense]) -> bool:
    """Whether it is one that has already happened: "the explosion", "the impact"."""
    if not any(noun.name == "explode" for noun in nouns) or i == 0:
        return False
    return tokens[i - 1].norm in ("the", "of", "this", "that") or tokens[i - 1].possessive


def _is_among_adjectives(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether a participle stands in a row of adjectives: "a door appears, arched, blue"."""
    at = i + size
    if not tokens[i].punct_before:
        return False
    if at >= len(tokens) or tokens[at].sentence != tokens[i].sentence:
        # "failure, unworthy, broken"
        return i > 0 and tokens[i].punct_before == "," and is_adjective(tokens[i - 1].norm)
    return tokens[at].punct_before == "," and is_adjective(tokens[at].norm) and not tokens[at].norm.endswith("ing")


def _follows_be(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form of "be" stands before, an adverb between: "was oddly coloured"."""
    at = i - 2 if i > 1 and tokens[i - 1].norm.endswith("ly") else i - 1
    return at >= 0 and tokens[at].sentence == tokens[i].sentence and is_being(tokens[at])


def _is_resting(tokens: Sequence[Token], i: int, size: int, name: str) -> bool:
    """Whether a passive tells how a thing is: "the map was folded on the table"."""
    at = i + size
    after = tokens[at].norm if at < len(tokens) and tokens[at].sentence == tokens[i].sentence else ""
    return (
        name in ("close", "~fold", "~cover", "~shut")
        and after not in ("by", "again")
        and tokens[i - 1].norm not in _ONGOING
    )


def _is_kindled(tokens: Sequence[Token], i: int) -> bool:
    """Whether "lit" tells a kindling: "he lit the lamp", "was lit"; not "every leaf lit from within"."""
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    done = after is not None and not after.punct_before and (after.norm in ARTICLES or after.norm in POSSESSIVES)
    return done or _follows_be(tokens, i) or (i > 0 and tokens[i - 1].norm in PERSONS)


def _describes(tokens: Sequence[Token], i: int, size: int, name: str) -> bool:
    """Whether a participle tells what a thing is like, not what happens: "filled with", "woven from", "wrapped in"."""
    at = i + size
    if at >= len(tokens) or tokens[at].punct_before or tokens[at].sentence != tokens[i].sentence:
        return False
    low = tokens[at].norm
    if name in ("crack", "~cut"):
        return low == "with"
    if name not in ("wrap", "spread", "gather", "~fill", "~cover", "mend", "~wind", "swirl"):
        return False
    return low in ("from", "of", "with") or (low in ("in", "by") and name in ("wrap", "spread", "~cover", "~fill"))


def _idiom(i: int, size: int, sense: Sense, lexicon: Vocabulary) -> Match:
    here = Match(i, i + size, is_idiom=not sense.name)
    if sense.name in lexicon.events:
        here.event, here.pos = Sense(SenseKind.VERB, sense.name), VERB
    elif sense.name in lexicon.elements:
        here.element, here.pos = Sense(SenseKind.ELEMENT, sense.name), NOUN
    else:
        here.is_idiom = True
    return here


def _verb_tags(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> frozenset[Tag]:
    if i >= len(tokens):
        return frozenset()
    senses = lexicon.senses(tokens[i].norm)
    if any(sense.kind is SenseKind.ELEMENT and not sense.constraint for sense in senses):
        return frozenset()
    return frozenset(sense.tag for sense in senses if sense.kind is SenseKind.VERB)
