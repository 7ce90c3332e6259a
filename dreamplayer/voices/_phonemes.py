"""How words sound, in the signs a model was taught with, by espeak's rules; and which sign belongs to which word."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from dreamplayer.errors import VoiceError
from dreamplayer.voices import _espeak

MARKS = ";:,.!?—…"
_TIE = "^"
_IPA_TIED = 0x02 | 0x80 | ord(_TIE) << 8
_RETRIEVAL, _UTF8 = 2, 1

# From espeak's IPA to the signs of misaki, the phonemiser Kokoro was trained with: one sign for each diphthong and
# affricate. (misaki's own table in its espeak fallback; facts of notation.)
_BOTH = (
    ("ʔˌn\u0329", "tn"), ("ʔn\u0329", "tn"), ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("t^ʃ", "ʧ"),
    ("ɔ^ɪ", "Y"), ("ə^l", "ᵊl"), ("ʲo", "jo"), ("ʲə", "jə"), ("ʔn", "tn"), ("e", "A"), ("ʲ", ""), ("ɚ", "əɹ"),
    ("ʔ", "t"), ("r", "ɹ"), ("x", "k"), ("ç", "k"), ("ɐ", "ə"), ("ɬ", "l"), ("\u0303", ""),
)  # fmt: skip
_AMERICAN = (("o^ʊ", "O"), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""))
_BRITISH = (("A^ə", "ɛː"), ("iə", "ɪə"), ("ə^ʊ", "Q"))


MISAKI_AMERICAN = (*_BOTH, *_AMERICAN)
MISAKI_BRITISH = (*_BOTH, *_BRITISH)
MISAKI_OTHERS = (
    ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^z", "ʣ"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("o^ʊ", "O"), ("ə^ʊ", "Q"), ("s^s", "S"),
    ("t^s", "ʦ"), ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"), ("-", ""),
)  # fmt: skip
"""For Spanish, French, Hindi, Italian and Portuguese: nothing but affricates and diphthongs is rewritten."""
IPA: tuple[tuple[str, str], ...] = ()
"""espeak's own notation, which Piper's models are taught with."""


class Phonemes:
    """espeak's rules for one accent, its signs rewritten pair by pair."""

    def __init__(self, accent: str, notation: Sequence[tuple[str, str]]) -> None:
        self._notation = notation
        self._library, data = _espeak.load()
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        if self._library.espeak_Initialize(_RETRIEVAL, 0, data, 0) <= 0:
            raise VoiceError("espeak did not start", todo=_espeak.missing() or "Reinstall espeakng-loader.")
        self._accent = accent.encode()
        if self._library.espeak_SetVoiceByName(self._accent) != 0:
            raise VoiceError(f"espeak does not know the accent {accent}", todo="Reinstall espeakng-loader.")
        self._of = lru_cache(4096)(self._phonemes)

    def signs(self, spoken: Sequence[str]) -> tuple[str, list[int]]:
        """The signs of a whole sentence, and for each the index of the form it belongs to (-1 for none).

        Clauses are put to espeak whole, so that small words are said as they are in flowing speech.
        """
        said: list[str] = []
        owner: list[int] = []
        clause: list[tuple[str, int]] = []

        def close(mark: str, mine: int) -> None:
            for sign, who in self._clause(clause):
                said.append(sign)
                owner.append(who)
            clause.clear()
            if mark and said:
                said.append(mark)
                owner.append(mine)

        for i, form in enumerate(spoken):
            for piece in re.findall(rf"[{MARKS}]+|[^\s{MARKS}]+", form):
                if piece[0] in MARKS:
                    close(piece[-1], -1)
                else:
                    if not clause and said:
                        said.append(" ")
                        owner.append(-1)
                    clause.append((piece, i))
        close("", -1)
        return "".join(said), owner

    def _clause(self, words: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
        """Signs of words that stand between two marks. espeak runs some together ("of the"): they are parted again."""
        if not words:
            return []
        chunks = self._of(" ".join(word for word, _ in words)).split()
        alone = [self._of(word).replace(" ", "") for word, _ in words]
        out: list[tuple[str, int]] = []
        for chunk, (first, last) in zip(*_matched(chunks, alone), strict=True):
            if out:
                out.append((" ", -1))
            out += _parted(chunk, [(alone[k], words[k][1]) for k in range(first, last)])
        return out

    def _phonemes(self, text: str) -> str:
        buffer = ctypes.create_string_buffer(text.encode())
        at = ctypes.c_void_p(ctypes.addressof(buffer))
        # espeak is one for the whole process, and others may have used it.
        self._library.espeak_SetVoiceByName(self._accent)
        parts: list[str] = []
        while at.value:
            found = self._library.espeak_TextToPhonemes(ctypes.byref(at), _UTF8, _IPA_TIED)
            parts.append(found.decode("utf-8", "ignore") if found else "")
        text = re.sub(r"\([a-z-]+\)", "", " ".join(parts))
        for old, new in self._notation:
            text = text.replace(old, new)
        if self._notation:
            text = re.sub("(\\S)\u0329", r"ᵊ\1", text)
        return text.replace(_TIE, "").replace("_", "").strip()


def _matched(chunks: Sequence[str], alone: Sequence[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Which words each chunk holds: usually one each; where the counts differ, what sounds most alike."""
    count, words = len(chunks), len(alone)
    if count == words:
        return list(chunks), [(k, k + 1) for k in range(words)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    for i in range(count + 1):
        for j in range(words + 1):
            if (i, j) not in best:
                continue
            cost = best[i, j][0]
            for di, dj in ((1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (4, 1)):
                to = (i + di, j + dj)
                if to[0] > count or to[1] > words:
                    continue
                unlike = _unlike("".join(chunks[i : to[0]]), "".join(alone[j : to[1]])) + 0.3 * (di + dj - 2)
                if to not in best or cost + unlike < best[to][0]:
                    best[to] = (cost + unlike, (i, j))
    if (count, words) not in best:
        return [" ".join(chunks)], [(0, words)]
    at = (count, words)
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    while (before := best[at][1]) is not None:
        parts.append("".join(chunks[before[0] : at[0]]))
        spans.append((before[1], at[1]))
        at = before
    return parts[::-1], spans[::-1]


def _unlike(a: str, b: str) -> float:
    longest = max(len(a), len(b), 1)
    return longest - sum(block.size for block in SequenceMatcher(None, a, b, False).get_matching_blocks())


def _parted(chunk: str, words: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The signs of a chunk, cut where each part sounds most like its word alone, with a gap at each cut."""
    signs, who = words[0]
    if len(words) == 1:
        return [(sign, who) for sign in chunk]
    others = "".join(alone for alone, _ in words[1:])
    cut = min(range(1, max(2, len(chunk))), key=lambda i: _unlike(chunk[:i], signs) + _unlike(chunk[i:], others))
    return [*((sign, who) for sign in chunk[:cut]), (" ", -1), *_parted(chunk[cut:], words[1:])]
