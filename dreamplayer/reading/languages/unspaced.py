"""Nouns in languages written without spaces between words: Japanese, Chinese, Thai."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dreamplayer.model.reading import Mode
from dreamplayer.reading.languages.names import Names
from dreamplayer.reading.languages.word_forms import fold

IN_IT, NAMED, SPOKEN_OF = 1.0, 0.95, 0.6
"""Strength of a place that one is said to be in, that is named, and that is only spoken of (`PlaceMention`)."""
UNSPACED = frozenset({"ja", "zh", "th"})
"""Their ISO 639-1 codes."""
_PARTICLES = "にはをがのでともへやらか"
"""Signs after which a Japanese noun may begin, and before which it ends."""
_BEFORE = _PARTICLES + "いなたる"
"""Those and the last signs of adjectives and verbs that precede a noun."""
_PREFIXES = "大小古新赤白黒青黄老若子"
"""Ideographs that describe the noun written behind them."""
_SUFFIXES = "達様中上下"
"""Ideographs that say how many it is, of what rank, or where."""
_PLURALS = ("たち", "さん", "さま", "さ", "ちゃん", "など", "だけ", "まで", "より", "しか")
"""What follows a noun in kana besides particles."""
_ANYWHERE = {"zh": 2, "th": 4}
"""Signs from which on a form is taken for a word wherever it stands; shorter ones stand alone."""
_DENIAL = 6
"""Signs after a noun in which a denial of it begins."""


@dataclass(frozen=True, slots=True)
class Found:
    """A noun that was found."""

    noun: str
    """The English noun that means the same."""
    start: int
    """Where it begins, in code points of the sentence."""
    end: int
    mode: Mode
    there: float
    """How far one is in the place it names: strength of a `PlaceMention`."""


def found_unspaced(text: str, language: str, names: Names) -> Iterator[Found]:
    """What of a sentence is in the table; from every sign the longest form wins.

    Args:
        text: a sentence.
        language: one of `UNSPACED`.
        names: its table.
    """
    folded = fold(text, language)
    if len(folded) != len(text):
        folded = text
    longest = max(map(len, names.nouns), default=1)
    at = 0
    while at < len(folded):
        for end in range(min(len(folded), at + longest), at, -1):
            form = folded[at:end]
            known = form in names.nouns or form in names.nothing
            if known and _is_word(folded, at, end, language):
                if form not in names.nothing:
                    rest = folded[end:]
                    yield Found(names.nouns[form], at, end, _mode(rest, names), _there(rest, names))
                at = end - 1
                break
        at += 1


def _script(char: str) -> str:
    if char in "ー々":
        return "KATAKANA" if char == "ー" else "CJK"
    return unicodedata.name(char, "").partition(" ")[0]


def _is_word(text: str, at: int, end: int, language: str) -> bool:
    """Whether a stretch of text is a word of its own and no part of a longer one."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if end - at >= _ANYWHERE.get(language, 99):
        return True
    first, last = _script(text[at]), _script(text[end - 1])
    if first == "HIRAGANA" and first != last:
        # The honorific before an ideograph.
        begins = True
    elif first == "HIRAGANA":
        # After an ideograph it is the ending of a verb.
        begins = not before.isalpha() or (before in _BEFORE and end - at > 2)
    else:
        begins = not before or _script(before) != first or (before in _PREFIXES and end - at > 0)
    if last == "HIRAGANA":
        ends = not after.isalpha() or _script(after) != last or after in _PARTICLES or text.startswith(_PLURALS, end)
    else:
        ends = not after or _script(after) != last or after in _SUFFIXES
    return begins and ends


def _mode(rest: str, names: Names) -> Mode:
    """What the words right after a noun make of it."""
    if rest.startswith(tuple(names.like_after)):
        return "figurative"
    # A particle may stand between: "there is no cat".
    denied = any(0 <= rest.find(word, 0, _DENIAL) <= 1 for word in names.after)
    return "negated" if denied else "literal"


def _there(rest: str, names: Names) -> float:
    """How far one is in the place before some text: the longest of the particles that say so decides."""
    told = [(len(word), IN_IT) for word in names.there_after if rest.startswith(word)]
    told += [(len(word), SPOKEN_OF) for word in names.away_after if rest.startswith(word)]
    return max(told, default=(0, NAMED))[1]
