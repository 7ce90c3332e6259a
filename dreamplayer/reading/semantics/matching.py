"""Which words of a passage name something: the longest phrase wins, an idiom hides the words inside it."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import FINITE, Sense, SenseKind, Tag, Vocabulary
from dreamplayer.reading.syntax.given_names import GIVEN_NAMES, NAMES_THAT_ARE_WORDS
from dreamplayer.reading.syntax.hyphens import fitted, hyphened
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech, tag
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_function, is_plural
from dreamplayer.reading.syntax.word_sense import disambiguate
from dreamplayer.reading.syntax.wordlists import ARTICLES, POSSESSIVES, PREPOSITIONS

PARTICLES = frozenset(
    "off on out up down away back apart aside open shut together over in through around along past by forward".split()
)


def match(tokens: Sequence[Token], lexicon: Vocabulary) -> list[Match]:
    """Every match of a passage in order; the longest phrase wins, an idiom hides the words inside it.

    Args:
        tokens: of a passage.
        lexicon: the words that are known.
    """
    found: list[Match] = []
    i = 0
    verb_last = Tag.NONE
    sentence = -1
    while i < len(tokens):
        if tokens[i].sentence != sentence:
            sentence, verb_last = tokens[i].sentence, Tag.NONE
        hit = _at(tokens, i, lexicon, verb_last, found)
        if hit is None:
            i += 1
            continue
        if hit.event is not None and hit.event.kind is SenseKind.VERB:
            verb_last = hit.event.tag
        if hit.event is not None and hit.element is None:
            _give_back(hit, tokens, lexicon)
        if not hit.is_idiom:
            found.append(hit)
        i = hit.last
    _modifiers(found, tokens, lexicon)
    return found


def _at(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: Tag, found: list[Match]) -> Match | None:
    if tokens[i].is_capital and _is_name_that_is_a_word(tokens, i, lexicon):
        return Match(i, i + 1, element=Sense(SenseKind.ELEMENT, lexicon.someone), pos=PartOfSpeech.NOUN)
    low = tokens[i].norm
    entry = lexicon.entry(low)
    if entry.longest > 1:
        words = [low]
        for token in tokens[i + 1 : i + entry.longest]:
            if token.punct_before or token.sentence != tokens[i].sentence:
                break
            words.append(token.norm)
        for size in range(len(words), 1, -1):
            senses = lexicon.phrase(entry, " ".join(words[1:size])) or _owned(words[:size], lexicon)
            if senses and all(sense.kind in (SenseKind.SOUND, SenseKind.TIME) for sense in senses):
                # What is only heard or only tells the time leaves its words free: "trees whisper" still shows trees.
                found.append(_heard_only(i, size, senses))
            elif senses:
                hit = disambiguate(tokens, i, size, senses, lexicon, verb_last)
                if hit is not None:
                    return hit
        if low not in POSSESSIVES:
            parted = _led(tokens, i, lexicon) or _apart(tokens, i, lexicon, verb_last)
            if parted is not None:
                return parted
    if entry.alone:
        hit = disambiguate(tokens, i, 1, entry.alone, lexicon, verb_last)
        if hit is not None:
            return hit
    if tokens[i].is_capital and _is_titled(tokens, i):
        return Match(i, i + 2, element=Sense(SenseKind.ELEMENT, lexicon.someone), pos=PartOfSpeech.NOUN)
    if tokens[i].is_capital and (_is_person(tokens, i) or _is_called(tokens, i, lexicon)):
        return Match(i, i + 1, element=Sense(SenseKind.ELEMENT, lexicon.someone), pos=PartOfSpeech.NOUN)
    return None if low in POSSESSIVES else hyphened(tokens, i, lexicon) or fitted(tokens, i, lexicon)


_NO_NAME_AFTER = frozenset("the a an saint st lake called named".split())
_OF_PLACES = frozenset(
    "street road lane river lake island bay hill square castle bridge station airport park church court college "
    "university hospital hotel valley falls sea ocean mountains mountain".split()
)


_LEADING_A_NAME = frozenset("old little young poor dear".split())
_HUMAN_DOING = frozenset(
    "said says asked asks smiled smiles sat sits nodded nods laughed laughs whispered whispers walked walks knelt "
    "kneels sang sings yawned yawns untied".split()
)
"""What only somebody does, so that a name before it is a person's and not a town's."""
_TITLES = frozenset("mr mrs miss ms mister mistress sir madam madame monsieur mademoiselle herr frau dr".split())


def _is_name_that_is_a_word(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> bool:
    """Whether a word that is also a flower, a bird or a month is a given name: a capital within the sentence."""
    if tokens[i].norm not in NAMES_THAT_ARE_WORDS or i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    if before.norm in _NO_NAME_AFTER or before.norm in POSSESSIVES or before.is_capital:
        return False
    if any(
        s.kind is SenseKind.ELEMENT and lexicon.record(s.name).family == "people" for s in lexicon.senses(before.norm)
    ):
        # "My cousin Heath" is one person.
        return False
    # "Rose Garden", "Lily Lane": no person.
    return after is None or bool(after.punct_before) or not after.is_capital


def _is_titled(tokens: Sequence[Token], i: int) -> bool:
    """Whether a title and a name begin here: "Miss Ashworth", "Mr Pell"."""
    if tokens[i].norm not in _TITLES or i + 1 >= len(tokens):
        return False
    name = tokens[i + 1]
    # The full stop of "Mr." is no end.
    return name.is_capital and name.sentence == tokens[i].sentence and name.punct_before in ("", ".")


def _is_person(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capitalised word is the given name of somebody: "Solveig was asleep", not "the Victoria"."""
    if tokens[i].norm not in GIVEN_NAMES:
        return False
    before = tokens[i - 1] if i and tokens[i - 1].sentence == tokens[i].sentence else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    led = before is not None and not tokens[i].punct_before
    if led and before is not None and before.norm in _NO_NAME_AFTER:
        return False
    return after is None or bool(after.punct_before) or not (after.is_capital and after.norm in _OF_PLACES)


def _is_called(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> bool:
    """Whether a capitalised word that nothing else is called by does or is what only somebody can: "Old Bastien sat".

    It is led by "old" or "little", or does what only people do.
    """
    word = tokens[i]
    if lexicon.senses(word.norm) or is_function(word.norm) or word.possessive or len(word.norm) < 3:
        return False
    sentence = [t for t in tokens[max(0, i - 2) : i + 3] if t.sentence == word.sentence]
    before = next((t for t in reversed(sentence) if t.start < word.start), None)
    after = next((t for t in sentence if t.start > word.start), None)
    led = before is not None and not word.punct_before
    if led and before is not None and (before.norm in _NO_NAME_AFTER or before.norm in PREPOSITIONS):
        return False
    if after is not None and not after.punct_before and after.is_capital:
        return False
    does = after is not None and not after.punct_before and after.norm in _HUMAN_DOING
    if led and before is not None and before.norm in _LEADING_A_NAME:
        return True
    return does and not is_adjective(word.norm)


def _give_back(hit: Match, tokens: Sequence[Token], lexicon: Vocabulary) -> None:
    """A doing keeps its verb and leaves the thing it is done to: "light a candle" still shows the candle."""
    for k in range(hit.first + 1, hit.last):
        if (
            hit.event is not None
            and hit.event.tag
            and any(
                sense.kind is SenseKind.ELEMENT and sense.constraint in ("", "noun")
                for sense in lexicon.senses(tokens[k].norm)
            )
        ):
            hit.last = k
            return


def _owned(words: Sequence[str], lexicon: Vocabulary) -> tuple[Sense, ...]:
    """The senses of a phrase that holds "one's" for my, your, his or her."""
    if all(word not in POSSESSIVES for word in words):
        return ()
    first, *rest = ("one's" if word in POSSESSIVES else word for word in words)
    return lexicon.phrase(lexicon.entry(first), " ".join(rest))


def _heard_only(i: int, size: int, senses: tuple[Sense, ...]) -> Match:
    sounds = tuple(sense.name for sense in senses if sense.kind is SenseKind.SOUND)
    times = [sense.name for sense in senses if sense.kind is SenseKind.TIME]
    return Match(i, i + size, sounds=sounds, time=times[0] if times else None)


def _led(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """A phrasal verb turned about: "out stepped a man", "down came the rain"."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i - 1].norm not in PARTICLES or tokens[i].punct_before:
        return None
    same = tokens[i - 1].sentence == tokens[i].sentence == tokens[i + 1].sentence
    opens = i == 1 or tokens[i - 2].sentence != tokens[i].sentence or tokens[i - 1].punct_before
    after = tokens[i + 1]
    if not same or not (opens or tokens[i - 2].norm in ("and", "then", "but")) or after.punct_before:
        return None
    if not (after.norm in ARTICLES or after.norm in POSSESSIVES or is_plural(after.norm) or is_adjective(after.norm)):
        return None
    verbs = [
        s
        for s in lexicon.senses(f"{tokens[i].norm} {tokens[i - 1].norm}")
        if s.kind is SenseKind.VERB and s.tag in FINITE
    ]
    return (
        Match(i, i + 1, event=verbs[0], pos=PartOfSpeech.VERB, is_inverted=True)
        if verbs and verbs[0].name != "none"
        else None
    )


def _apart(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: Tag) -> Match | None:
    """A phrasal verb with something between: "turned the lamp off", "falls gently away"."""
    low = tokens[i].norm
    for at in range(i + 2, min(i + 6, len(tokens))):
        if tokens[at].punct_before or tokens[at].sentence != tokens[i].sentence or tokens[at - 1].punct_before:
            return None
        if tokens[at].norm in PARTICLES:
            if low.startswith("put") and tokens[at].norm != "out":
                return None
            verbs = [sense for sense in lexicon.senses(f"{low} {tokens[at].norm}") if sense.kind is SenseKind.VERB]
            between = tokens[i + 1 : at]
            adverbs = all(token.norm.endswith("ly") for token in between)
            thing = (
                between[0].norm in ARTICLES
                or between[0].norm in POSSESSIVES
                or between[0].norm in ("it", "them", "me", "us")
            )
            leads = (
                at + 1 < len(tokens)
                and not tokens[at + 1].punct_before
                and tokens[at + 1].sentence == tokens[i].sentence
            )
            if not thing and leads and (tokens[at + 1].norm in ARTICLES or tokens[at + 1].norm in POSSESSIVES):
                # "turning gently on its anchor"
                return None
            if verbs and (adverbs or thing):
                forms = frozenset(sense.tag for sense in verbs)
                if (
                    tag(tokens, i, 1, forms, verb_last, frozenset()) in (PartOfSpeech.VERB, PartOfSpeech.OPEN)
                    and verbs[0].name != "none"
                ):
                    return Match(i, i + 1, event=verbs[0], pos=PartOfSpeech.VERB)
            return None
    return None


_PRONOUNS = frozenset("everyone everybody someone somebody people others those".split())
_ELSEWHERE = frozenset({"people", "creature", "object", "paper", "vehicle"})
"""Families of things that a place may lend its name to without being there: a church bell, a harbour master."""


def _modifiers(found: list[Match], tokens: Sequence[Token], lexicon: Vocabulary) -> None:
    """Mark nouns that stand before the noun they tell more of: "glass corridor", "paper lanterns"."""
    for n, this in enumerate(found):
        that = next((other for other in found[n + 1 : n + 4] if other.element is not None), None)
        if this.element is None or that is None:
            continue
        between = tokens[this.last : that.first]
        if between and (
            tokens[this.last - 1].norm not in lexicon.context["of"]["materials"]
            or not all(is_adjective(token.norm) for token in between)
            or not set(tokens[this.last].punct_before) <= {","}
        ):
            continue
        token = tokens[that.first]
        if token.norm in _PRONOUNS:
            # "Through the window everyone saw a ship."
            continue
        if (
            (token.punct_before and not between)
            or token.sentence != tokens[this.first].sentence
            or tokens[this.last - 1].possessive
        ):
            continue
        if tokens[this.first].is_capital and tokens[that.first].is_capital and tokens[that.first].norm in _OF_PLACES:
            # Lake Street has no lake.
            this.is_modifier = not between and not tokens[that.first].punct_before
            continue
        place = lexicon.record(this.element.name).sets_place and this.element.tag is not Tag.NNS
        if place and that.element is not None and lexicon.record(that.element.name).family not in _ELSEWHERE:
            # The garden is there with its path; the harbour master may be anywhere.
            continue
        if tokens[this.last - 1].norm.endswith(("y", "ine")) and len(tokens[this.last - 1].norm) > 4:
            continue
        if that.element is not None and lexicon.record(that.element.name).shows_modifier:
            continue
        if this.element.tag is Tag.NNS or (this.pos is PartOfSpeech.ADJECTIVE and not this.is_modifier):
            continue
        this.is_modifier = True
