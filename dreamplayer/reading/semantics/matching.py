"""Which words of a passage call something up: the longest phrase wins, idioms swallow what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Sense, Vocabulary
from dreamplayer.reading.semantics.match import Match
from dreamplayer.reading.syntax.hyphens import hyphened
from dreamplayer.reading.syntax.part_of_speech import is_adjective, is_plural, role
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_sense import granted
from dreamplayer.reading.syntax.wordlists import ARTICLES, POSSESSIVES

PARTICLES = frozenset(
    "off on out up down away back apart aside open shut together over in through around along past by forward".split()
)


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


def _at(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: str, found: list[Match]) -> Match | None:
    low = tokens[i].low
    entry = lexicon.entry(low)
    if entry.longest > 1:
        words = [low]
        for token in tokens[i + 1 : i + entry.longest]:
            if token.before or token.sentence != tokens[i].sentence:
                break
            words.append(token.low)
        for size in range(len(words), 1, -1):
            senses = lexicon.phrase(entry, " ".join(words[1:size])) or _owned(words[:size], lexicon)
            if senses and all(sense.sort in "st" for sense in senses):
                # What is only heard or only tells the time leaves its words free: "trees whisper" still shows trees.
                found.append(_heard_only(i, size, senses))
            elif senses:
                hit = granted(tokens, i, size, senses, lexicon, verb_last)
                if hit is not None:
                    return hit
        if low not in POSSESSIVES:
            parted = _led(tokens, i, lexicon) or _apart(tokens, i, lexicon, verb_last)
            if parted is not None:
                return parted
    if entry.alone:
        hit = granted(tokens, i, 1, entry.alone, lexicon, verb_last)
        if hit is not None:
            return hit
    return None if low in POSSESSIVES else hyphened(tokens, i, lexicon)


def _give_back(hit: Match, tokens: Sequence[Token], lexicon: Vocabulary) -> None:
    """A doing keeps its verb and leaves the thing it is done to: "light a candle" still shows the candle."""
    for k in range(hit.first + 1, hit.last):
        if (
            hit.event is not None
            and hit.event.form
            and any(sense.sort == "e" and sense.gate in ("", "noun") for sense in lexicon.senses(tokens[k].low))
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
    sounds = tuple(sense.name for sense in senses if sense.sort == "s")
    times = [sense.name for sense in senses if sense.sort == "t"]
    return Match(i, i + size, sounds=sounds, time=times[0] if times else None)


def _led(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> Match | None:
    """A phrasal verb turned about: "out stepped a man", "down came the rain"."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i - 1].low not in PARTICLES or tokens[i].before:
        return None
    same = tokens[i - 1].sentence == tokens[i].sentence == tokens[i + 1].sentence
    opens = i == 1 or tokens[i - 2].sentence != tokens[i].sentence or tokens[i - 1].before
    after = tokens[i + 1]
    if not same or not (opens or tokens[i - 2].low in ("and", "then", "but")) or after.before:
        return None
    if not (after.low in ARTICLES or after.low in POSSESSIVES or is_plural(after.low) or is_adjective(after.low)):
        return None
    verbs = [s for s in lexicon.senses(f"{tokens[i].low} {tokens[i - 1].low}") if s.sort == "v" and s.form in "bsd"]
    return Match(i, i + 1, event=verbs[0], role="verb", turned=True) if verbs and verbs[0].name != "none" else None


def _apart(tokens: Sequence[Token], i: int, lexicon: Vocabulary, verb_last: str) -> Match | None:
    """A phrasal verb with something between: "turned the lamp off", "falls gently away"."""
    low = tokens[i].low
    for at in range(i + 2, min(i + 6, len(tokens))):
        if tokens[at].before or tokens[at].sentence != tokens[i].sentence or tokens[at - 1].before:
            return None
        if tokens[at].low in PARTICLES:
            if low.startswith("put") and tokens[at].low != "out":
                return None
            verbs = [sense for sense in lexicon.senses(f"{low} {tokens[at].low}") if sense.sort == "v"]
            between = tokens[i + 1 : at]
            adverbs = all(token.low.endswith("ly") for token in between)
            thing = (
                between[0].low in ARTICLES
                or between[0].low in POSSESSIVES
                or between[0].low in ("it", "them", "me", "us")
            )
            leads = at + 1 < len(tokens) and not tokens[at + 1].before and tokens[at + 1].sentence == tokens[i].sentence
            if not thing and leads and (tokens[at + 1].low in ARTICLES or tokens[at + 1].low in POSSESSIVES):
                # "turning gently on its anchor"
                return None
            if verbs and (adverbs or thing):
                forms = frozenset(sense.form for sense in verbs)
                if role(tokens, i, 1, forms, verb_last, frozenset()) in ("verb", "open") and verbs[0].name != "none":
                    return Match(i, i + 1, event=verbs[0], role="verb")
            return None
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
        if (
            (token.before and not between)
            or token.sentence != tokens[this.first].sentence
            or tokens[this.last - 1].owns
        ):
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
