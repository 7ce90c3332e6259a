"""What kind of person a name means: by its title, and by the first pronoun that stands for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dreamplayer.model.reading import Mention
from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.syntax.tokens import Token

_TITLES: Mapping[str, str] = {
    "mrs": "she", "miss": "she", "ms": "she", "madam": "she", "madame": "she", "mademoiselle": "she", "frau": "she",
    "mistress": "she", "mr": "he", "mister": "he", "sir": "he", "monsieur": "he", "herr": "he",
}  # fmt: skip
"""Titles by the pronoun they go with."""
_PRONOUNS: Mapping[str, str] = {
    "she": "she", "her": "she", "hers": "she", "herself": "she", "he": "he", "his": "he", "him": "he", "himself": "he",
}  # fmt: skip
_NAMING = frozenset("called named".split())
_NAME_REACH = 4
"""Code points between who is named and "called"."""
_REACH = 40
"""Words after a name within which a pronoun stands for it."""


def kinds_of_names(
    passages: Sequence[tuple[Sequence[Token], Sequence[Mention]]], lexicon: Vocabulary
) -> dict[str, str]:
    """The kind of person for every name of a text, by the words of the name.

    Args:
        passages: tokens and mentions of each.
        lexicon: the vocabulary.

    Returns:
        Kinds of the record of people, by the name in lower case.
    """
    kinds = lexicon.record(lexicon.someone).kinds
    found: dict[str, str] = {}
    for words, mentions in passages:
        people = [m for m in mentions if m.kind == "element" and lexicon.record(m.name).family == "people"]
        starts = {m.start for m in people}
        for mention in people:
            name = mention.relations.noun
            if not _is_name(mention, lexicon) or name in found:
                continue
            at = next((i for i, token in enumerate(words) if token.start == mention.start), None)
            if at is None or not words[at].is_capital:
                continue
            pronoun = _TITLES.get(name.split()[0]) or _pronoun(words, at + len(name.split()), starts)
            if pronoun is not None and pronoun in kinds:
                found[name] = kinds[pronoun]
    return found


def names_given(passages: Sequence[tuple[Sequence[Token], Sequence[Mention]]]) -> dict[str, Mention]:
    """Who was given a name that is a word, by that name: "a girl called Marigold".

    Args:
        passages: tokens and mentions of each.

    Returns:
        The mention of the person, by the name in lower case.
    """
    found: dict[str, Mention] = {}
    for words, mentions in passages:
        for i in range(1, len(words) - 1):
            name = words[i + 1]
            if words[i].norm in _NAMING and name.is_capital and not name.punct_before:
                before = [m for m in mentions if m.kind == "element" and 0 < words[i].start - m.end < _NAME_REACH]
                if before and name.norm not in found:
                    found[name.norm] = before[-1]
    return found


def by_name(mentions: Sequence[Mention], given: Mapping[str, Mention], capitals: Collection[int]) -> list[Mention]:
    """Mentions in which a word that is somebody's name means them.

    Args:
        mentions: of a text.
        given: as `names_given` finds them.
        capitals: offsets of all words with a capital.
    """
    made: list[Mention] = []
    for m in mentions:
        who = given.get(m.relations.noun) if m.kind == "element" else None
        if who is not None and m.start > who.start and m.start in capitals:
            m = replace(m, name=who.name, manner=who.manner, colour=None, many=False)
            if m.mode == "figurative":
                m = replace(m, mode="literal", strength=max(m.strength, 0.6))
        made.append(m)
    return made


def with_kinds(mentions: Sequence[Mention], kinds: Mapping[str, str], lexicon: Vocabulary) -> list[Mention]:
    """Mentions in which everybody who is named looks the same each time.

    Args:
        mentions: of a text.
        kinds: as `kinds_of_names` finds them.
        lexicon: the vocabulary.
    """
    return [
        replace(m, manner=kinds[m.relations.noun]) if _is_name(m, lexicon) and m.relations.noun in kinds else m
        for m in mentions
    ]


def _is_name(mention: Mention, lexicon: Vocabulary) -> bool:
    """Whether somebody is called by a word that is no noun of the vocabulary."""
    somebody = mention.kind == "element" and mention.name == lexicon.someone and mention.manner is None
    return somebody and bool(mention.relations.noun) and not lexicon.senses(mention.relations.noun)


def _pronoun(words: Sequence[Token], first: int, others: set[int]) -> str | None:
    """The first "he" or "she" after a name, unless somebody else is named before it."""
    for token in words[first : first + _REACH]:
        if token.start in others:
            return None
        if token.norm in _PRONOUNS:
            return _PRONOUNS[token.norm]
    return None
