"""What a dream calls up: everything seen, everything that happens, everything heard, at its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dreamplayer.model.reading import Mention, Mode, Reading
from dreamplayer.model.text import Dream
from dreamplayer.text.attributes import colour, count
from dreamplayer.text.grammar import POSSESSIVES
from dreamplayer.text.manner import manners
from dreamplayer.text.matching import Match, match
from dreamplayer.text.mood import moods
from dreamplayer.text.negation import negation
from dreamplayer.text.simile import figurative
from dreamplayer.text.targets import subject, target, under_preposition
from dreamplayer.text.tokens import Token, tokens
from dreamplayer.text.vocabulary import Sense, Vocabulary, vocabulary

OWN = frozenset({"eye", "face", "heart", "bones", "teeth"})
"""Parts of oneself that are felt, not seen: "you close your eyes"."""
_MINE = frozenset({"my", "your", "our", "one's"})
_STOPPING = frozenset("stop stops stopped stopping cease ceases ceased without never".split())
_SOME_DAY = frozenset(
    "one every each this that next last in the same early late until by since before on sunday monday tuesday wednesday "
    "thursday friday saturday good tomorrow yesterday all".split()
)


def read(dream: Dream) -> Reading:
    """Read a dream: its mentions in order, and one mood per passage. Pure; about 10 ms."""
    lexicon = vocabulary()
    mentions: list[Mention] = []
    found: list[tuple[list[Token], list[Match], list[Mention]]] = []
    for passage in dream.passages:
        words = tokens(dream, passage)
        matches = match(words, lexicon)
        here = _mentions(words, matches, passage.index, lexicon)
        mentions += here
        found.append((words, matches, here))
    return Reading(tuple(mentions), moods(dream, found, lexicon))


def _mentions(words: Sequence[Token], matches: Sequence[Match], passage: int, lexicon: Vocabulary) -> list[Mention]:
    verbs = {m.first for m in matches if m.event is not None and m.event.sort == "v"}
    denied = negation(words, verbs, lexicon)
    finite = {m.first for m in matches if m.event is not None and m.event.sort == "v" and m.event.form in ("b", "s", "d")}
    likened = figurative(words, finite, lexicon)
    of = manners(words, matches, lexicon)
    seen: list[str | None] = []
    modes: list[Mode] = []
    for n, here in enumerate(matches):
        span = range(here.first, here.last)
        mode: Mode = "literal"
        if any(i in likened for i in span) or n in of.figurative:
            mode = "figurative"
        if any(i in denied.things for i in span):
            mode = "negated"
        modes.append(mode)
        shown = here.element is not None and n not in of.dropped and not here.modifier and not _own(words, here)
        seen.append(here.element.name if shown and mode == "literal" and here.element else None)
    for n, here in enumerate(matches):
        if here.event is not None and here.event.name.startswith("~"):
            here.event = _by_subject(here.event, subject(words, matches, n, seen), lexicon)
    made: list[Mention] = []
    for n, here in enumerate(matches):
        start, end, word = words[here.first].start, words[here.last - 1].end, words[here.first].word
        at = {"start": start, "end": end, "word": word, "passage": passage}
        if here.element is not None and n not in of.dropped and not _own(words, here):
            made.append(_element(words, matches, n, modes[n], of.manner.get(n), lexicon, at))
        if here.event is not None:
            doing: Mode = "negated" if any(i in denied.doings for i in range(here.first, here.last)) else "literal"
            if here.event.form == "g" and here.first and words[here.first - 1].low in _STOPPING:
                # "stopped echoing": that it stops is told by the word before.
                continue
            if any(i in likened for i in range(here.first, here.last)):
                # What happens in a simile is not played: its image is only an accent.
                continue
            made.append(Mention("event", here.event.name, doing, target=target(words, matches, n, seen), **at))  # type: ignore[arg-type]
        for sound in here.sounds:
            made.append(Mention("sound", sound, modes[n], strength=0.5, **at))  # type: ignore[arg-type]
    for i in sorted(denied.gone):
        token = words[i]
        if not any(m.kind == "event" and m.start <= token.start < m.end for m in made):
            made.append(Mention("event", "dissolve", "literal", token.start, token.end, token.word, passage, "scene"))
    made.sort(key=lambda mention: (mention.start, mention.end))
    return made


def _by_subject(event: Sense, who: str | None, lexicon: Vocabulary) -> Sense | None:
    """The event a verb tells of this subject: a river that runs pours, a man who runs is left to walk on."""
    table = lexicon.subjects[event.name[1:]]
    name = table.get(who or "") or table.get(lexicon.elements[who].family if who in lexicon.elements else "") or table["else"]
    return None if name == "none" else replace(event, name=name)


def _element(
    words: Sequence[Token], matches: Sequence[Match], n: int, mode: Mode, manner: str | None, lexicon: Vocabulary, at: dict[str, int]
) -> Mention:
    here = matches[n]
    assert here.element is not None
    number, many = count(words, here, here.element.form == "p")
    strength = 1.0 if mode == "literal" else 0.3
    if here.modifier or here.role == "adjective":
        strength = 0.3
        if mode == "literal" and here.modifier:
            mode = "figurative"
    lead = words[here.first - 1].low if here.first and words[here.first - 1].sentence == words[here.first].sentence else ""
    if here.element.quiet and lead in _SOME_DAY:
        mode, strength = ("figurative", 0.2) if mode == "literal" else (mode, strength)
    if words[here.last - 1].low == "ground" and mode == "literal" and under_preposition(words, here.first):
        # "across the ground" names what is there anyway.
        mode, strength = "figurative", 0.2
    if words[here.first].speech:
        strength *= 0.6
    states = tuple(
        m.state
        for m in matches[max(0, n - 3) : n]
        if m.state is not None and 0 <= here.first - m.last <= 2 and words[m.first].sentence == words[here.first].sentence
    )
    return Mention(
        "element", here.element.name, mode, count=number, many=many, strength=strength, manner=manner, state=states,
        colour=colour(words, matches, n, lexicon.colours), **at,
    )  # type: ignore[arg-type]  # fmt: skip


def _own(words: Sequence[Token], here: Match) -> bool:
    """Whether it is a part of the dreamer that is felt, not seen."""
    if here.element is None or here.first == 0:
        return False
    lead = words[here.first - 1].low
    if here.element.name == "orb" and words[here.last - 1].low in ("light", "glow"):
        # "its light", "the lantern's light": seen with what it belongs to.
        return words[here.last - 1].low == "light" and (lead in POSSESSIVES or words[here.first - 1].owns)
    if here.element.name not in OWN:
        return False
    if here.element.name == "heart" and here.first + 1 == here.last and (words[here.first].before or lead in ("with", "and")):
        return True
    if lead == "own":
        return False
    if lead not in POSSESSIVES and here.first > 1:
        lead = words[here.first - 2].low
    return lead in _MINE
