"""A text as read: a dream of passages, sentences and words, each with its offsets in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


def shown_line(words: Iterable[str]) -> str:
    """Words as one line of text: a space between them, none in scripts that are written without.

    Args:
        words: with their marks.
    """
    line = ""
    for word in words:
        line += f"{joint(line, word)}{word}" if line else word
    return line


def joint(before: str, after: str) -> str:
    """What stands between two words: nothing where kana or ideographs meet, else a space.

    Args:
        before: the first word, or all of the line before the second.
        after: the second word.
    """
    return "" if _is_unspaced(before[-1:]) and _is_unspaced(after[:1]) else " "


def _is_unspaced(char: str) -> bool:
    """Whether a sign is of Chinese or Japanese: their marks, kana, ideographs, and forms of full width."""
    return "\u3000" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


@dataclass(frozen=True, slots=True)
class Word:
    """One word (token) as a caption shows it, with the punctuation attached to it."""

    text: str
    """As shown: `“I’m` keeps its quote, `*never*` has lost its asterisks."""
    start: int
    """First code point in the decoded source."""
    end: int
    """One past the last code point (half-open)."""
    index: int
    """Index among all words of the dream, from 0."""
    emphasis: bool = False
    """Shown in italics; the asterisks are not spoken."""
    lead: str = ""
    """Spoken before it and not shown: the number of its list item."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of narration: one clip of speech."""

    index: int
    """Index among all sentences of the dream, from 0."""
    start: int
    """First code point in the decoded source."""
    end: int
    """One past the last code point (half-open)."""
    words: tuple[Word, ...]
    dialogue: bool = False
    """True where the whole sentence lies inside quotation marks: spoken a little more softly."""
    beat: bool = False
    """True for a number of a count ("one ... two ..."): it begins a second after the previous word."""

    @property
    def text(self) -> str:
        """The words with single spaces between them, as a caption would join them."""
        return shown_line(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: one scene, unless it is a preamble such as "I am dreaming."."""

    index: int
    """Index among all passages of the dream, from 0."""
    start: int
    """First code point in the decoded source."""
    end: int
    """One past the last code point (half-open)."""
    sentences: tuple[Sentence, ...]
    preamble: bool = False
    """True for an opening of a few words that sets no scene."""
    verse: bool = False
    """True for a stanza: each of its sentences is a line, or a part of one."""
    language: str = "en"
    """ISO 639-1 code of its language. English is read by its grammar, of others nouns alone are looked up."""

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order."""
        return (word for sentence in self.sentences for word in sentence.words)


@dataclass(frozen=True, slots=True)
class Omission:
    """A piece of the source that is left out or replaced, and why. Shown to people by `score` and the picker."""

    kind: str
    """What it is, in lower case and the singular: `footnote`, `licence`, `page number`, `comment`."""
    text: str
    """As it stands in the source."""
    char_start: int
    """First code point in the decoded source."""
    char_end: int
    """One past the last code point (half-open)."""
    reason: str = ""
    """For people, where the kind doesn't explain it."""
    told: str = ""
    """What is narrated instead; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction of a script between its words: it is followed and not narrated."""

    kind: str
    """`pause`, `count`, `sound`, `soften`, `place`, `music` or `repeat`."""
    text: str
    """As it stands in the source: `[pause 10 seconds]`."""
    char_start: int
    """First code point in the decoded source."""
    char_end: int
    """One past the last code point (half-open)."""
    word: int = 0
    """Index of the first word narrated after it; the number of words of the dream where there is none."""
    seconds: float | None = None
    """Duration, where the script names one or its kind has one."""
    name: str = ""
    """What is asked for, where the kind leaves it open: the words for a sound, the number of repetitions."""
    exact: bool = False
    """Whether the script names the duration; otherwise `seconds` is a minimum."""
    told: bool = False
    """Whether the direction itself is narrated too ("hold for a count of four"); it then takes effect after it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a longer text, under its heading."""

    title: str
    passage: int
    """Index of its first passage (its heading, where that is narrated)."""
    level: int = 1
    """1 for the uppermost headings of the text, 2 for those below them, ..."""


@dataclass(frozen=True, slots=True)
class DreamPart:
    """The part of a longer text that is narrated on one evening."""

    number: int
    """Number of the part, from 1."""
    count: int
    """Number of parts."""
    title: str
    """Heading of the part; of several the first and the last; empty where there is none."""
    first: int
    """Index of its first passage in the whole text."""
    last: int
    """One past the index of its last."""
    char_start: int
    """First code point in the source, without the look back at the previous part."""
    char_end: int
    """One past the last."""
    next_title: str = ""
    """Heading of the next part."""
    excerpt: bool = False
    """Whether these are single passages, played alone: no bookmark moves."""


@dataclass(frozen=True, slots=True)
class Dream:
    """A text ready to be read aloud and seen. Never empty: it has at least one word."""

    name: str
    """Short name for the command line and the library: `the-cracked-lantern`."""
    title: str
    source: str
    """Path it came from, or `-` for standard input."""
    sha256: str
    """Of the file's bytes: key of its notes, history and clips."""
    text: str
    """The decoded source, with spaces in place of what is not narrated. All offsets count its code points.

    Of a file that is more than plain text (EPUB, DOCX, ODT, HTML) the source is its text in reading order."""
    passages: tuple[Passage, ...]
    author: str = ""
    """As named by the file; empty where it names none."""
    chapters: tuple[Chapter, ...] = ()
    """In order; empty where the text has no headings besides its title."""
    omissions: tuple[Omission, ...] = ()
    """What is left out or replaced, in source order."""
    directions: tuple[Direction, ...] = ()
    """Directions of the script, in source order."""
    language: str = "en"
    """ISO 639-1 code of the language most of it is written in."""
    part: DreamPart | None = None
    """Which part of a longer text this is; None for a whole one."""

    @property
    def place_key(self) -> str:
        """Key under which positions in it are kept: different for each part, whatever the timer it was made for."""
        return self.sha256 if self.part is None else f"{self.sha256}@{self.part.char_start}-{self.part.char_end}"

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order."""
        return (sentence for passage in self.passages for sentence in passage.sentences)

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order; `word.index` counts them."""
        return (word for sentence in self.sentences for word in sentence.words)
