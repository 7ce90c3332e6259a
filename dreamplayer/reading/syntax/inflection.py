"""English inflections by rule, with a table for the rest. Used when the lexicon is compiled; at night only `stems`."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
_ENDINGS = frozenset("man woman child leaf wife knife".split())
"""Irregular nouns that others end with."""


def plurals(noun: str, irregular: Mapping[str, str]) -> set[str]:
    """Plural forms of a noun or a phrase ending in one ("glass dome", "row of houses" stays).

    Args:
        noun: singular, in lower case.
        irregular: plural forms by singular noun, separated by spaces; `@none` at the end of one that is no form.
    """
    head, _, last = noun.rpartition(" ")
    if " of " in noun:
        head, _, rest = noun.partition(" of ")
        return {f"{form} of {rest}" for form in plurals(head, irregular)}
    lead = head + " " if head else ""
    known = irregular.get(last)
    if known is None:
        for end, form in irregular.items():
            # fireman, snowman, grandchild
            if len(last) > len(end) > 2 and last.endswith(end) and end in _ENDINGS:
                known = last[: -len(end)] + form
    if known is not None:
        return {lead + form for form in known.split() if not form.endswith("@none")}
    return {lead + _s(last)}


def _s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def verb_forms(verb: str, irregular: Mapping[str, str]) -> dict[str, set[str]]:
    """Forms of a verb or a phrase led by one: keys base, s, ing, past, participle.

    Args:
        verb: base form, in lower case.
        irregular: past, participle and any further forms by base form, separated by spaces.

    Returns:
        Forms in lower case by kind: `base`, `s`, `ing`, `past`, `participle`.
    """
    first, _, rest = verb.partition(" ")
    tail = " " + rest if rest else ""
    past = participle = _ed(first)
    pasts, participles, ings = {past}, {participle}, {_ing(first)}
    known = irregular.get(first)
    if known is not None:
        forms = known.split()
        pasts, participles = {forms[0]}, {forms[1]}
        more = forms[2:]
        if any(form.endswith("ing") for form in more):
            ings = {form for form in more if form.endswith("ing")}
        pasts |= {form for form in more if not form.endswith("ing")}
        # "dived" and "dove", "burned" and "burnt" serve as either.
        if forms[0].endswith(("ed", "t")) or forms[1].endswith("ed"):
            participles |= {forms[0]}
            pasts |= {forms[1]}
    return {
        "base": {first + tail},
        "s": {_third(first) + tail},
        "ing": {form + tail for form in ings},
        "past": {form + tail for form in pasts},
        "participle": {form + tail for form in participles},
    }


def _third(word: str) -> str:
    known = {"be": "is", "have": "has"}.get(word)
    if known is None and word.endswith("o") and word[-2:-1] not in _VOWELS:
        known = word + "es"
    return known or _s(word)


def _doubles(word: str) -> bool:
    """Whether the last letter doubles: one vowel before one consonant, in a word of one beat or a known ending."""
    if (
        len(word) < 3
        or word[-1] in _VOWELS + "wxyh"
        or word[-2] not in _VOWELS
        or (word[-3] in _VOWELS and word[-3:-1] != "ui")
    ):
        return False
    beats = sum(1 for i, c in enumerate(word) if c in _VOWELS and (i == 0 or word[i - 1] not in _VOWELS))
    return beats == 1


def _ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"


def stems(form: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Every base form that a form of a verb may have: "sitting" may be of "sit", "sitt" or "sitte".

    Args:
        form: a word in lower case.
        irregular: base forms of irregular forms.
    """
    known = irregular.get(form)
    if known is not None:
        return (*known, form)
    for ending in ("ing", "ed"):
        root = form.removesuffix(ending)
        if root != form and len(root) >= 2:
            doubled = (root[:-1],) if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "ls" else ()
            changed = (root[:-1] + "y",) if ending == "ed" and root.endswith("i") else ()
            return (*doubled, *changed, root, root + "e")
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y", form[:-1]
    if form.endswith("es") and len(form) > 3:
        return form[:-1], form[:-2]
    if form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        return (form[:-1],)
    return (form,)
