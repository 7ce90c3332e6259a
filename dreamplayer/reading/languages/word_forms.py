"""Forms that no table lists: spelling variants, Turkish endings in a row, German and Dutch nouns made of nouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

_TURKISH_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})
_VARIANTS: dict[str, dict[int, str]] = {
    # Books for adults write ё without its dots.
    "ru": str.maketrans({"ё": "е"}),
    "tr": str.maketrans({"â": "a", "î": "i", "û": "u"}),
    # Chandrabindu is often written as anusvara.
    "hi": str.maketrans({"ँ": "ं"}),
}
_NUKTA = re.compile("(?<=[कखगजफ])\u093c")
"""The dot of Persian sounds, which Hindi is as often written without; ड़ and ढ़ are letters of their own."""


def fold(text: str, language: str) -> str:
    """A form as it is looked up: composed, in lower case, without the differences that writers make as they like.

    Args:
        text: a word or a phrase.
        language: ISO 639-1 code.
    """
    lowered = text.translate(_TURKISH_CAPITALS) if language == "tr" else text
    folded = unicodedata.normalize("NFC", lowered).casefold().translate(_VARIANTS.get(language, {}))
    return _NUKTA.sub("", folded) if language == "hi" else folded


_TURKISH = re.compile(
    "(?:ki(?:ler)?|[dt][ıiuü]r|yd[ıiuü]|[dt][ae]n?|nd[ae]n?|n?[ıiuü]n|y?l[ae]|yken|y?[ıiuüae]|n[ıiuüae]"
    "|s[ıiuü]|[ıiuü]?m(?:[ıiuü]z)?|[ıiuü]?n[ıiuü]z|l[ae]r[ıi]?)"
)
"""One ending: "-ki", copula, cases, possessives, plural; none that makes another word of a noun ("-siz", "-li")."""
_HARD = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}
"""Last consonants as they are before a vowel, and as the dictionary has them."""
_VOWELS = "aeıioöuü"
_FRONT, _BACK = frozenset("eiöü"), frozenset("aıou")
_ENDINGS = 4
"""Endings in a row: plural, possessive, case, "-ki"."""


def turkish_stems(form: str) -> Iterator[str]:
    """Dictionary forms that a Turkish form may be of, the longest first.

    Args:
        form: folded.
    """
    yield from _turkish(form, _ENDINGS)


def _turkish(form: str, left: int) -> Iterator[str]:
    cuts = [at for at in range(len(form) - 1, max(1, len(form) - 6), -1) if _TURKISH.fullmatch(form, at)]
    for at in cuts:
        stem, ending = form[:at], form[at:]
        if not _harmonious(stem, ending):
            continue
        yield stem
        if stem[-1] in _HARD and ending[0] in _VOWELS:
            yield stem[:-1] + _HARD[stem[-1]]
        if left > 1:
            yield from _turkish(stem, left - 1)


def _harmonious(stem: str, ending: str) -> bool:
    """Whether the vowels of an ending are of the kind of the stem's last one."""
    last = next((char for char in reversed(stem) if char in _VOWELS), "")
    own = {char for char in ending if char in _VOWELS} if not ending.startswith("ki") else set()
    return bool(last) and own <= (_FRONT if last in _FRONT else _BACK)


COMPOUNDING = {"de": ("", "s", "es", "n", "en", "e", "er"), "nl": ("", "s", "en", "e", "er")}
"""Languages that write a noun made of nouns as one word, and what they put between them."""
SHORTEST_HEAD = 3
"""Letters of the last noun."""
SHORTEST_PART = 3
"""Letters of the first one."""


def head_of(form: str, language: str, nouns: Container[str], parts: Container[str]) -> str | None:
    """The last noun of a compound, which says what the whole is: a garden gate is a gate.

    Both nouns must be known, so that no word falls apart by chance.

    Args:
        form: folded.
        language: ISO 639-1 code.
        nouns: forms that may stand last, and first.
        parts: further nouns that may stand first.

    Returns:
        The form it ends with; None where it is no compound of known nouns.
    """
    joints = COMPOUNDING.get(language, ())
    for at in range(SHORTEST_PART, len(form) - SHORTEST_HEAD + 1):
        head = form[at:]
        if head not in nouns:
            continue
        for joint in joints:
            first = form[:at].removesuffix(joint)
            if not form[:at].endswith(joint) or len(first) < SHORTEST_PART:
                continue
            # "Schule" is "Schul-" before another noun.
            if any(part in nouns or part in parts for part in (first, f"{first}e")):
                return head
    return None
