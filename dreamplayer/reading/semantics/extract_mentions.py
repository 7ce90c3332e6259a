"""What a dream calls up: everything seen, everything that happens, everything heard, at its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dreamplayer.model.reading import Kind, Mention, Mode, Mood, PlaceMention, Reading, TimeOfDay
from dreamplayer.model.text import Dream
from dreamplayer.model.thing import Thing
from dreamplayer.reading.ingest.title import is_title
from dreamplayer.reading.languages.names import names_of
from dreamplayer.reading.languages.nouns import Nouns, nouns
from dreamplayer.reading.lexicon.vocabulary import FINITE, Sense, SenseKind, Tag, Vocabulary, thing, vocabulary
from dreamplayer.reading.semantics.body_parts import MOUTH, RELAXED, body_parts
from dreamplayer.reading.semantics.dead_metaphor import is_dead_metaphor
from dreamplayer.reading.semantics.event_roles import (
    falling,
    has_object,
    is_inverted,
    subject,
    target,
    under_preposition,
)
from dreamplayer.reading.semantics.figurative import Figurative, figurative
from dreamplayer.reading.semantics.implied_events import implied_events
from dreamplayer.reading.semantics.matching import match
from dreamplayer.reading.semantics.modifiers import colour, count
from dreamplayer.reading.semantics.named_people import by_name, kinds_of_names, names_given, with_kinds
from dreamplayer.reading.semantics.negation import negation
from dreamplayer.reading.semantics.place_mentions import place_mentions
from dreamplayer.reading.semantics.relations import relations
from dreamplayer.reading.semantics.sentiment import moods
from dreamplayer.reading.semantics.signs import sign_mentions
from dreamplayer.reading.semantics.spoken_of import is_spoken_of
from dreamplayer.reading.semantics.visibility import is_shown_as_itself, is_silent, is_worn
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.of_phrases import of_phrases
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech
from dreamplayer.reading.syntax.tokens import Token, tokens
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import POSSESSIVES

_PARTS = frozenset(
    "paw paws fur tail tails hoof hooves snout claw claws wing wings beak beaks mane whisker whiskers feather feathers "
    "plumage horns antlers muzzle pelt talons fin fins".split()
)
SECOND = 0.6
"""Strength of the second thing that happens in one doing."""
_MINE = frozenset({"my", "your", "our", "one's"})
_ACROSS = frozenset("across along through past by over around under".split())
_STOPPING = frozenset("stop stops stopped stopping cease ceases ceased without never".split())
_WANTING = frozenset(
    "want wants wanted wanting try tries tried trying wish wished hope hoped need needed refuse refused "
    "refuses fail fails failed ready threaten threatens threatened going about able unable afraid used "
    "like supposed".split()
)
_SMELLING = frozenset("smell smells smelled smelt smelling taste tastes tasted tasting scent reeked".split())
_OCCASIONS = frozenset(
    "funeral birthday wedding death name time days voice voices story stories memory childhood life place turn fault "
    "sake idea words secret dream dreams letter letters side way trade work".split()
)
_RINGING = frozenset(
    "rang rings ringing tolled tolls tolling chimed chimes struck strikes strike sounded sounds blew "
    "pealed peals".split()
)
_SOME_DAY = frozenset(
    "one every each this that next last in the same early late until by since before on sunday monday tuesday "
    "wednesday thursday friday saturday good tomorrow yesterday all".split()
)


def read(dream: Dream) -> Reading:
    """Read a dream: its mentions in order, and one mood per passage. Pure; about 20 ms a thousand words.

    Args:
        dream: the text, in passages.
    """
    lexicon = vocabulary()
    mentions: list[Mention] = []
    places: list[PlaceMention] = []
    found: list[tuple[list[Token], list[Match], list[Mention]]] = []
    end = 0
    hours: dict[int, TimeOfDay] = {}
    for passage in dream.passages:
        since, end = end, passage.end
        if passage.preamble and is_title(passage):
            # A title names what the text is about, and not what is there: "The Light at Pebble Point".
            found.append(([], [], []))
            continue
        if passage.language != "en":
            # English pictures of foreign words ("die", "chat", "see") would be absurd.
            names = names_of(passage.language)
            named = nouns(dream, passage, names) if names is not None else Nouns((), (), None)
            mentions += named.mentions
            places += named.places
            if named.hour is not None:
                hours[len(found)] = named.hour
            found.append(([], [], list(named.mentions)))
            continue
        words = tokens(dream, passage)
        matches = match(words, lexicon)
        extraction = Extraction(words, matches, passage.index, lexicon)
        here = extraction.mentions()
        if signs := sign_mentions(dream, passage, since):
            here = sorted([*here, *signs], key=lambda mention: mention.start)
        mentions += here
        places += place_mentions(words, passage.index, extraction.denied.nouns, extraction.figurative.tokens, lexicon)
        found.append((words, matches, here))
    kinds = kinds_of_names([(words, here) for words, _, here in found], lexicon)
    mentions = with_kinds(mentions, kinds, lexicon) if kinds else mentions
    given = names_given([(words, here) for words, _, here in found])
    if given:
        mentions = by_name(
            mentions, given, {token.start for words, _, _ in found for token in words if token.is_capital}
        )
    return Reading(tuple(mentions), _at_hours(moods(found, lexicon), hours), tuple(places))


def _at_hours(read_moods: Sequence[Mood], hours: Mapping[int, TimeOfDay]) -> tuple[Mood, ...]:
    """Moods with the hours that passages in other languages name, each until the next one that names any."""
    if not hours:
        return tuple(read_moods)
    made: list[Mood] = []
    hour: TimeOfDay | None = None
    for i, mood in enumerate(read_moods):
        before = read_moods[i - 1].time_of_day if i else mood.time_of_day
        if i in hours:
            hour = hours[i]
        elif mood.time_of_day != before:
            # A passage in English has named another one.
            hour = None
        made.append(mood if hour is None else replace(mood, time_of_day=hour))
    return tuple(made)


class Extraction:
    """One passage: its tokens, what they call up, and what is denied or figurative of it."""

    def __init__(self, words: Sequence[Token], matches: Sequence[Match], passage: int, lexicon: Vocabulary) -> None:
        """Senses that the rest of the sentence rules out are taken from the matches."""
        self.words, self.matches, self.passage, self.lexicon = words, matches, passage, lexicon
        verbs = [m for m in matches if m.event is not None and m.event.kind is SenseKind.VERB]
        self.denied = negation(words, {m.first for m in verbs}, lexicon)
        finite = {m.first for m in verbs if m.event is not None and m.event.tag in FINITE}
        self.figurative = figurative(words, finite, lexicon)
        self.of = of_phrases(words, matches, lexicon)
        _drop_absent(words, matches, lexicon)
        self.modes = [self._mode(n) for n in range(len(matches))]
        self.seen = [self._seen(n) for n in range(len(matches))]
        """For each match the element that is shown, else None."""
        for n, here in enumerate(matches):
            if here.event is not None:
                here.event = _told(here, words, matches, n, self.seen, lexicon)

    def _mode(self, n: int) -> Mode:
        here = self.matches[n]
        span = range(here.first, here.last)
        if any(i in self.denied.nouns for i in span):
            return "negated"
        likened = any(i in self.figurative.tokens for i in span) or n in self.of.figurative
        return "figurative" if likened or is_dead_metaphor(self.words, here, self.lexicon) else "literal"

    def is_pictured(self, n: int) -> bool:
        """Whether a figurative match is a living comparison, a memory or a wish.

        Args:
            n: index of a match of the passage.
        """
        span = range(self.matches[n].first, self.matches[n].last)
        if _is_smelled(self.words, self.matches[n]) or _is_only_heard(self.words, self.matches[n], self.lexicon):
            return False
        return self.modes[n] != "figurative" or any(i in self.figurative.tokens for i in span)

    def _is_named(self, n: int) -> bool:
        """Whether match n names a thing of its own."""
        here = self.matches[n]
        return here.element is not None and n not in self.of.dropped and not _own(self.words, here)

    def _seen(self, n: int) -> str | None:
        here = self.matches[n]
        shown = self._is_named(n) and not here.is_modifier and self.modes[n] == "literal"
        return here.element.name if shown and here.element is not None else None

    def base(self, n: int) -> Mention:
        """What every mention of match n has in common.

        Args:
            n: index of a match of the passage.
        """
        here = self.matches[n]
        first, last = self.words[here.first], self.words[here.last - 1]
        return Mention("sound", "", self.modes[n], first.start, last.end, first.word, self.passage, strength=0.5)

    def mentions(self) -> list[Mention]:
        """Every mention of the passage in the order of the text."""
        made = self._elements()
        for n in range(len(self.matches)):
            made += self._events(n)
            made += self._sounds(n)
        for told in implied_events(self.words, self.matches, self.seen, self.lexicon):
            token = self.words[told.token]
            if told.token not in self.denied.verbs and told.token not in self.figurative.tokens:
                span = token.start, token.end, token.word
                made.append(Mention("event", told.event, "literal", *span, self.passage, told.target, strength=SECOND))
        for i in sorted(self.denied.vanished):
            token = self.words[i]
            if not any(m.kind == "event" and m.start <= token.start < m.end for m in made):
                span = token.start, token.end, token.word
                made.append(Mention("event", "dissolve", "literal", *span, self.passage, "scene"))
        made.sort(key=lambda mention: (mention.start, mention.end, KINDS.index(mention.kind)))
        return made

    def _elements(self) -> list[Mention]:
        made: list[Mention] = []
        whole = False
        for n, here in enumerate(self.matches):
            if here.element is None or not self._is_named(n):
                continue
            animal = _is_animal(here.element.name, self.lexicon)
            part = self.words[here.last - 1].norm in _PARTS
            if is_shown_as_itself(here, self.lexicon):
                mention = _element(self, n)
                if animal and part and whole and mention.mode == "literal":
                    # The paw of the bear that is there is no second animal.
                    mention = replace(mention, mode="figurative", strength=0.3, pictured=False)
                made.append(mention)
            whole = whole or (animal and not part)
        return made

    def _events(self, n: int) -> list[Mention]:
        here, words, denied = self.matches[n], self.words, self.denied
        if here.event is None:
            return []
        if _unplayed(words, here, self.figurative, subject(words, self.matches, n, self.seen) == "viewer"):
            return []
        no = denied.verbs | denied.nouns if here.event.kind is SenseKind.EVENT_NOUN else denied.verbs
        mode: Mode = "negated" if any(i in no for i in range(here.first, here.last)) else "literal"
        whom = target(words, self.matches, n, self.seen)
        told = replace(self.base(n), kind="event", name=here.event.name, mode=mode, target=whom, strength=1.0)
        made = [told]
        falls = falling(words, here)
        if falls is not None:
            made.insert(0, replace(told, kind="element", name=falls, target=None))
        if here.second_event is not None and here.second_event != told.name:
            made.append(replace(told, name=here.second_event, strength=SECOND))
        return made

    def _sounds(self, n: int) -> list[Mention]:
        here, base = self.matches[n], self.base(n)
        if is_silent(self.words, here, self.lexicon):
            return []
        denied = any(i in self.denied.verbs for i in range(here.first, here.last))
        silent = denied and here.event is not None and here.event.kind is SenseKind.VERB
        return [replace(base, name=sound, mode="negated" if silent else base.mode) for sound in here.sounds]


KINDS: tuple[Kind, ...] = ("element", "event", "sound")
"""Order of the mentions of one word."""


def _is_smelled(words: Sequence[Token], here: Match) -> bool:
    """Whether a thing is only smelled or tasted: "the attic smelled of dust and apples"."""
    for k in range(here.first - 1, max(0, here.first - 6), -1):
        if words[k].sentence != words[here.first].sentence or words[k + 1].punct_before not in ("", ","):
            return False
        if words[k].norm == "of":
            return words[k - 1].norm in _SMELLING and words[k - 1].sentence == words[k].sentence
    return False


def _is_only_heard(words: Sequence[Token], here: Match, lexicon: Vocabulary) -> bool:
    """Whether a thing only sounds somewhere: "when the bell rang"."""
    record = lexicon.record(here.element.name) if here.element is not None else None
    after = words[here.last] if here.last < len(words) else None
    if record is None or record.alive or after is None or after.punct_before:
        return False
    return after.sentence == words[here.first].sentence and after.norm in _RINGING


def _drop_absent(words: Sequence[Token], matches: Sequence[Match], lexicon: Vocabulary) -> None:
    """Take their elements from parts of a body and from what names nothing that is there."""
    body = body_parts(words)
    for n, here in enumerate(matches):
        if here.element is None:
            continue
        felt = words[here.last - 1].norm in MOUTH | RELAXED or not lexicon.record(here.element.name).body_part
        if here.last - 1 in body and felt:
            here.element, here.sounds = None, ()
        elif is_spoken_of(words, matches, n, lexicon):
            here.element = None
            if n and matches[n - 1].last == here.first:
                # "My cousin Heath": the name is no noun that the cousin modifies.
                matches[n - 1].is_modifier = False


def _is_animal(name: str, lexicon: Vocabulary) -> bool:
    record = lexicon.record(name)
    return record.family == "creature" and record.alive


def _told(
    here: Match,
    words: Sequence[Token],
    matches: Sequence[Match],
    n: int,
    seen: Sequence[str | None],
    lexicon: Vocabulary,
) -> Sense | None:
    """The event of a match, where it depends on who does it."""
    event = here.event
    if event is None or event.kind is not SenseKind.VERB:
        return event
    if event.name == "~come" and is_inverted(words, here):
        # "Out of the smoke come ships."
        return replace(event, name="emerge")
    if event.name.startswith("~"):
        return _by_subject(event, subject(words, matches, n, seen), has_object(words, here), lexicon)
    if here.last - here.first == 2 and words[here.last - 1].norm in _ACROSS:
        # "fog rolls across" is told by what fog does when it rolls.
        bare = next(
            (s for s in lexicon.senses(words[here.first].norm) if s.kind is SenseKind.VERB and s.name[0] == "~"), None
        )
        who = subject(words, matches, n, seen) if bare is not None else None
        if bare is not None and who is not None and who != "viewer":
            table = lexicon.subjects[bare.name[1:]]
            name = table.get(who) or table.get(lexicon.record(who).family)
            if name is not None and name != "none":
                return replace(event, name=name)
    return event


def _by_subject(event: Sense, who: str | None, done: bool, lexicon: Vocabulary) -> Sense | None:
    """The event a verb tells of this subject: a river that runs pours, a man who runs is left to walk on.

    `done` where it is done to something. Key `done`: by somebody (she slides a letter: it drifts); `takes`: by
    anything (oars leave whirlpools, a boat leaves); the empty key: by nothing that is known.
    """
    table = lexicon.subjects[event.name[1:]]
    family = lexicon.record(who).family if who is not None and who != "viewer" else ""
    someone = who == "viewer" or family == "people"
    name = table.get("takes") if done else None
    name = name or (table.get("done") if done and someone else None) or table.get(who or "")
    name = name or (table.get(family) if family else None)
    name = name or table["else"]
    return None if name == "none" else replace(event, name=name)


def _unplayed(words: Sequence[Token], here: Match, likened: Figurative, viewer: bool) -> bool:
    """Whether a doing is not seen to happen.

    In a simile it is only likened to; "stopped echoing" and "wants to spill" say that it does not happen; what is
    said of the dreamer in speech is of another time, unless it is promised; "a flutter of fear" moves nothing.
    """
    if here.first in likened.tokens and (here.first not in likened.supposed or viewer):
        return True
    before = words[here.first - 1].norm if here.first else ""
    if _is_supposed(words, here.first):
        return True
    if here.event is not None and here.event.tag is Tag.VBG and before in _STOPPING:
        return True
    if before == "to" and here.first > 1 and words[here.first - 2].norm in _WANTING:
        return True
    if here.event is not None and here.event.kind is SenseKind.EVENT_NOUN:
        after = [token.norm for token in words[here.last : here.last + 3]]
        return after[:1] == ["of"] and bool(vocabulary().context["of"]["abstract"] & set(after))
    promised = any(token.norm in ("will", "shall") for token in words[max(0, here.first - 2) : here.first])
    return viewer and words[here.first].quoted and not promised


def _is_supposed(words: Sequence[Token], at: int) -> bool:
    """Whether a verb stands in a clause of "if", "unless" or "whenever": nothing of it happens now."""
    for k in range(at - 1, max(-1, at - 5), -1):
        if words[k].sentence != words[at].sentence or words[k + 1].punct_before:
            return False
        if words[k].norm in ("if", "unless", "whenever"):
            return k == 0 or words[k - 1].norm not in ("as", "even", "what", "only", "almost")
    return False


def _element(passage: Extraction, n: int) -> Mention:
    """The mention of the thing of match n."""
    words, matches, lexicon, here = passage.words, passage.matches, passage.lexicon, passage.matches[n]
    element, base = here.element, passage.base(n)
    assert element is not None
    number, many = count(words, here, element.tag is Tag.NNS)
    states = tuple(
        m.state
        for m in matches[max(0, n - 3) : n]
        if m.state is not None
        and 0 <= here.first - m.last <= 2
        and words[m.first].sentence == words[here.first].sentence
    )
    passing = _in_passing(words, here) or _owner(words, matches, n, lexicon)
    passing = passing or _equated(words, matches, n, lexicon)
    mode: Mode = "figurative" if base.mode == "literal" and passing else base.mode
    strength = 1.0 if mode == "literal" and here.pos is not PartOfSpeech.ADJECTIVE else 0.3
    record = lexicon.record(element.name)
    if strength == 1.0 and record.wearable and is_worn(words, here):
        strength = 0.35
    related = relations(words, matches, n, passage.seen, lexicon)
    return replace(
        base,
        kind="element",
        name=element.name,
        mode=mode,
        strength=strength * (0.6 if words[here.first].quoted else 1.0),
        count=number,
        many=many,
        manner=passage.of.manner.get(n) or _kind(words, here, record, related.noun),
        state=states,
        colour=colour(words, matches, n, lexicon.colours),
        pictured=passage.is_pictured(n) and mode == base.mode,
        relations=related,
    )


def _kind(words: Sequence[Token], here: Match, record: Thing, noun: str) -> str | None:
    """Kind of person or animal by the words that name it, with the word before them: "an old woman", "her granny"."""
    if not record.kinds:
        return None
    named = noun or words[here.first].norm
    before = words[here.first - 1].norm if here.first else ""
    for phrase in (f"{before} {named}", named, f"{before} {named.split()[-1]}", named.split()[-1]):
        if phrase in record.kinds:
            return record.kinds[phrase]
    return None


_BEING_THERE = frozenset(
    "is was are were sits sat stands stood lies lay sleeps slept smiles smiled looks looked waits waited".split()
)
"""After "he" or "she": somebody is there."""


def _equated(words: Sequence[Token], matches: Sequence[Match], n: int, lexicon: Vocabulary) -> bool:
    """Whether a thing is only called a part of a body: "the peak is a black tooth", "the lake was an eye"."""
    here = matches[n]
    if n == 0 or here.element is None or not lexicon.record(here.element.name).body_part:
        return False
    at = here.first - 1
    while at > 0 and is_adjective(words[at].norm):
        at -= 1
    if at < 2 or words[at].norm not in ("a", "an") or words[at - 1].norm not in ("is", "was"):
        return False
    before = next((m.element for m in matches[:n] if m.last == at - 1), None)
    if before is None or words[at - 2].sentence != words[here.first].sentence:
        return False
    return lexicon.record(before.name).family not in ("people", "creature", "abstract")


def _owner(words: Sequence[Token], matches: Sequence[Match], n: int, lexicon: Vocabulary) -> bool:
    """Whether somebody is only named as an owner: in "my mother's boat" it is the boat that is seen."""
    here = matches[n]
    last = words[here.last - 1]
    if here.element is None or not last.possessive or lexicon.record(here.element.name).family != "people":
        return False
    after = words[here.last] if here.last < len(words) and words[here.last].sentence == last.sentence else None
    if after is not None and after.norm in _OCCASIONS:
        # "Since grandfather's funeral."
        return True
    following = [m for m in matches[n + 1 : n + 3] if m.first - here.last <= 2]
    owned = next((m for m in following if m.element is not None and words[m.first].sentence == last.sentence), None)
    if owned is None or owned.element is None:
        return False
    return not (lexicon.record(owned.element.name).sets_place and _is_met_there(words, owned.last))


def _is_met_there(words: Sequence[Token], i: int) -> bool:
    """Whether the sentence after token `i` shows whose place it is: "her aunt's kitchen. She sat at the stove"."""
    at = next((k for k in range(i, len(words)) if words[k].sentence > words[i - 1].sentence), None)
    if at is None or at + 1 >= len(words) or words[at].sentence > words[i - 1].sentence + 1:
        return False
    return words[at].norm in ("he", "she", "they") and words[at + 1].norm in _BEING_THERE


def _in_passing(words: Sequence[Token], here: Match) -> bool:
    """Whether a thing is only named on the way to another: "glass corridor", "one morning", "across the ground"."""
    if here.is_modifier:
        return True
    before = words[here.first - 1] if here.first else None
    if here.element is not None and here.element.incidental and before is not None and before.norm in _SOME_DAY:
        return before.sentence == words[here.first].sentence
    return words[here.last - 1].norm == "ground" and under_preposition(words, here.first)


def _own(words: Sequence[Token], here: Match) -> bool:
    """Whether it is a part of the dreamer that is felt, not seen."""
    if here.element is None or here.first == 0:
        return False
    record, lead = thing(here.element.name), words[here.first - 1].norm
    if words[here.last - 1].norm in record.shine_words:
        # "its light", "the lantern's light": seen with what it belongs to.
        return words[here.last - 1].norm == "light" and (lead in POSSESSIVES or words[here.first - 1].possessive)
    if record.felt is None:
        return False
    if (
        record.felt == "bare"
        and here.first + 1 == here.last
        and (words[here.first].punct_before or lead in ("with", "and"))
    ):
        return True
    if lead == "own":
        return False
    if lead not in POSSESSIVES and here.first > 1 and not words[here.first].punct_before and is_adjective(lead):
        lead = words[here.first - 2].norm
    return lead in _MINE
