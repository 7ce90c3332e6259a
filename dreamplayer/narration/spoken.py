"""Text normalization: one spoken form for each word as shown, and no word lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dreamplayer.model.text import Word
from dreamplayer.narration.numbers import roman
from dreamplayer.narration.numbers_in_languages import in_words
from dreamplayer.narration.reading_rules import Around, said_as

NONE: Mapping[str, str] = MappingProxyType({})
"""A lexicon without words."""

_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "‐": "-", "\u2011": "-", "–": "–", "―": "—", "⸺": "—", "⸻": "—", "\u00ad": "", "\u200b": "", "\u2060": "",
        "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
    }
)  # fmt: skip
_SILENT = re.compile(r"[“”„«»\"()\[\]{}<>*_~|^]")
_MARK = re.compile(r"[\s,;:.!?…—–'-]*$")
_CLOSERS = "”\"»)]}'’*_~"
_INNER = re.compile(r"\s*(—+|-{2,}|…+|\.{3,}|[;:!?])\s*")
_KEPT = re.compile(r"[^\w\s',;:—….!?]|_")


def spoken(words: Sequence[Word], lexicon: Mapping[str, str] = NONE, language: str = "en") -> tuple[str, ...]:
    """The spoken form of each word of a sentence: letters, apostrophes, spaces, and , ; : — … . ! ? for pauses.

    "Dr." before a name is "doctor", "$5" before "million" is "five" and the word after it "million dollars"; a word
    that is only a sign is "" unless the sign is pronounced.

    Args:
        words: the words of one sentence.
        lexicon: pronunciations of names, such as "shivawn" for "Siobhan", in any capitals; consulted first, with and
            without a final 's.
        language: ISO 639-1 code. In another one than English numbers are read by its rules where these are known, and
            stay as they are written elsewhere; signs do, and a voice reads them.

    Returns:
        One form per word.
    """
    if language != "en":
        return _in_language(words, lexicon, language)
    texts = [unicodedata.normalize("NFC", word.text).translate(_PLAIN) for word in words]
    cores = [_core(text) for text in texts]
    lower = {key.lower().replace("’", "'"): value for key, value in lexicon.items()}
    forms = []
    for i, (text, core) in enumerate(zip(texts, cores, strict=True)):
        around = Around(
            before=cores[i - 1] if i else "",
            after=cores[i + 1] if i + 1 < len(cores) else "",
            before_that=cores[i - 2] if i > 1 else "",
            mark_before=_mark(texts[i - 1]) if i else "",
            mark=_mark(text),
            last=i + 1 == len(cores),
            shouted=_shouted(cores, i),
        )
        form = _form(text, core, around, lower)
        forms.append(f"{_form(words[i].lead, words[i].lead, Around(), lower)}, {form}" if words[i].lead else form)
    return tuple(forms)


_MARKS = str.maketrans({"。": ".", "．": ".", "、": ",", "，": ",", "！": "!", "？": "?", "।": ".", "॥": ".", "؟": "?",
                        "،": ",", "؛": ";", "：": ":", "；": ";", "·": ";", "¿": "", "¡": ""})  # fmt: skip
"""Marks of other scripts to those that make the same pause."""


def _in_language(words: Sequence[Word], lexicon: Mapping[str, str], language: str) -> tuple[str, ...]:
    """The forms of a sentence in another language: its numbers in words, everything else as it is written."""
    texts = [unicodedata.normalize("NFC", word.text).translate(_PLAIN).translate(_MARKS) for word in words]
    read = in_words([_core(text) for text in texts], language) if any(map(_has_figures, texts)) else [None] * len(words)
    lower = {key.lower(): value for key, value in lexicon.items()}
    forms: list[str] = []
    for word, text, said in zip(words, texts, read, strict=True):
        if said is None or _known(_core(text), lower) is not None:
            forms.append(_as_written(word, lexicon))
        else:
            # The full stop of an ordinal doesn't end a sentence.
            mark = "" if _mark(text) == "." and word is not words[-1] else _mark(text)
            if said == "" and forms:
                # The words before say it too: "18:30 Uhr," pauses after the time.
                last = max((n for n, form in enumerate(forms) if form), default=0)
                forms[last] += mark
            forms.append(said and said + mark)
    return tuple(forms)


def _has_figures(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _as_written(word: Word, lexicon: Mapping[str, str]) -> str:
    """A word of another language: its letters, marks of vowels and digits, and the mark at its end."""
    text = unicodedata.normalize("NFC", word.text).translate(_PLAIN).translate(_MARKS)
    core = _SILENT.sub("", text).strip(" ,;:!?…—–.")
    said = _known(core, {key.lower(): value for key, value in lexicon.items()}) or core
    kept = "".join(
        char if char.isalnum() or char in " '-.,:/%" or unicodedata.category(char)[0] == "M" else " " for char in said
    )
    return " ".join(kept.split()) + _mark(text) if any(char.isalnum() for char in kept) else ""


def _form(text: str, core: str, around: Around, lexicon: Mapping[str, str]) -> str:
    mark = _mark(text)
    said = _known(core, lexicon)
    if said is None:
        said, takes_mark = said_as(core, around)
        # The full stop of "Dr." doesn't end a sentence.
        mark = mark if takes_mark or mark != "." or around.last else ""
    said = _INNER.sub(lambda hit: _one_mark(hit[1]) + " ", said)
    said = " ".join(_KEPT.sub(" ", said.replace("-", " ")).split()).strip(" ,;:—….!?")
    if not any(char.isalnum() for char in said):
        bare = "".join(char if char.isalnum() or char == "'" else " " for char in core)
        said = " ".join(bare.split())
    if not any(char.isalnum() for char in said):
        return ""
    return said + mark


def _known(core: str, lexicon: Mapping[str, str]) -> str | None:
    low = core.lower()
    # "Mr." may stand in it with its full stop; a name at the end of a sentence does not.
    for word in (low, low.rstrip(".")):
        for ending, said in (("", ""), ("'s", "'s"), ("'", "")):
            if word.endswith(ending) and word.removesuffix(ending) in lexicon:
                return lexicon[word.removesuffix(ending)] + said
    return None


def _core(text: str) -> str:
    """The word without quotes, brackets and the marks around it; full stops of abbreviations stay."""
    inner = _SILENT.sub("", text).strip()
    inner = inner.strip(",;:!?…—– ")
    inner = re.sub(r"(?:\s*\.){2,}$", "", inner)
    if inner.endswith("."):
        bare = inner.rstrip(".")
        inner = bare + "." if inner.endswith(".") and not inner.endswith("..") else bare
    if inner.startswith("'") and not re.match(r"'(?:tis|twas|em|til|cause|round|n|\d0s)\b", inner.lower()):
        inner = inner.lstrip("'")
    if inner.endswith("'") and not inner.endswith("s'"):
        inner = inner.rstrip("'")
    return inner


def _mark(text: str) -> str:
    """The one mark at the end of a word that makes a pause; "" for none."""
    closed = text.rstrip()
    tail = ""
    while closed and (closed[-1] in _CLOSERS or closed[-1] in ",;:.!?…—–- "):
        tail = closed[-1] + tail
        closed = closed[:-1]
    for wanted in ("?", "!", "…", "—", ";", ":"):
        if wanted in tail:
            return wanted
    if "..." in tail.replace(" ", ""):
        return "…"
    if "--" in tail or "–" in tail:
        return "—"
    if "." in tail:
        return "."
    return "," if "," in tail or ")" in tail else ""


def _one_mark(marks: str) -> str:
    return "—" if marks[0] in "—-" else "…" if marks[0] in "….…" else marks[0]


def _shouted(cores: Sequence[str], i: int) -> bool:
    """Whether a word in capitals stands among words in capitals: it is then shouted, not an initialism."""
    near = [core for core in (*cores[max(0, i - 2) : i], *cores[i + 1 : i + 3]) if len(core) > 1 and core.isalpha()]
    return any(core.isupper() and roman(core) is None for core in near)
