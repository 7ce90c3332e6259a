"""A text as read: a dream of passages, sentences and words, each knowing where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as a caption shows it, with the punctuation that clings to it."""

    text: str
    """As shown: `“I’m` keeps its quote, `*never*` has lost its asterisks."""
    start: int
    """First code point in the decoded source."""
    end: int
    """One past the last code point (half-open)."""
    index: int
    """Place among all words of the dream, from 0."""
    emphasis: bool = False
    """Shown in italics; the voice does not say the asterisks."""
    lead: str = ""
    """Said before it and not shown: the number of its list item."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one breath or two: the unit of narration, and one clip of speech."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    dialogue: bool = False
    """True where the whole sentence lies inside quotation marks: said a shade softer."""
    beat: bool = False
    """True for a number that is counted: it begins a second after the word before it."""

    @property
    def text(self) -> str:
        """The words with single spaces between them, as a caption would join them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: one scene, unless it is a preamble such as "I am dreaming."."""

    index: int
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    preamble: bool = False
    """True for an opening of a few words that sets no scene of its own."""
    verse: bool = False
    """True for a stanza: each of its sentences is a line, or a part of one."""
    language: str = "en"
    """ISO 639-1 code of what it is written in. Only English is read for images."""

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order."""
        return (word for sentence in self.sentences for word in sentence.words)


@dataclass(frozen=True, slots=True)
class Omission:
    """Something of the source that is not told, or told otherwise, and why. People see it: `score` and the picker."""

    kind: str
    """What it is, in lower case and the singular: `footnote`, `licence`, `page number`, `comment`."""
    text: str
    """As it stands in the source."""
    char_start: int
    """First code point in the decoded source."""
    char_end: int
    """One past the last code point (half-open)."""
    reason: str = ""
    """For people, where the kind does not say it."""
    told: str = ""
    """What is told in its place; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What a script asks for between the words: it is obeyed and not told."""

    kind: str
    """`pause`, `sound`, `soften` and what else a script may ask for."""
    text: str
    """As it stands in the source: `[pause 10 seconds]`."""
    char_start: int
    """First code point in the decoded source."""
    char_end: int
    """One past the last code point (half-open)."""
    word: int = 0
    """Index of the first word told after it; the number of words of the dream where none is."""
    seconds: float | None = None
    """How long it lasts, where the script says so or its kind has a length."""
    name: str = ""
    """What is asked for, where the kind leaves it open: the words for a sound, the number of repetitions."""
    exact: bool = False
    """Whether the script says how long it is; otherwise `seconds` is the least."""
    told: bool = False
    """Whether its own words are told ("hold for a count of four"); it then takes effect after them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a longer text, under its heading."""

    title: str
    passage: int
    """Index of its first passage (its heading, where that is told)."""
    level: int = 1
    """1 for the uppermost headings of the text, 2 for those below them, ..."""


@dataclass(frozen=True, slots=True)
class DreamPart:
    """What of a longer text is told on one evening."""

    number: int
    """From 1."""
    count: int
    """Of all parts."""
    title: str
    """The heading it stands under, of several the first and the last; empty where there is none."""
    first: int
    """Index of its first passage in the whole text."""
    last: int
    """One past that of its last."""
    char_start: int
    """First code point of what is told, in the source, without the look back."""
    char_end: int
    """One past the last."""
    next_title: str = ""
    """The heading the part after it stands under."""


@dataclass(frozen=True, slots=True)
class Dream:
    """A text ready to be read aloud and seen. Never empty: it has at least one word."""

    name: str
    """Short name for the command line and the library: `the-cracked-lantern`."""
    title: str
    source: str
    """Path it came from, or `-` for standard input."""
    sha256: str
    """Of the file's bytes: what notes, history and clips are filed under."""
    text: str
    """The decoded source, blank (spaces) where it is not told. All offsets count its code points.

    Of a file that is more than plain text (EPUB, DOCX, ODT, HTML) the source is its text in reading order."""
    passages: tuple[Passage, ...]
    author: str = ""
    """As the file names them; empty where it does not."""
    chapters: tuple[Chapter, ...] = ()
    """In order; empty where the text has no headings beside its title."""
    omissions: tuple[Omission, ...] = ()
    """What is not told, in the order of the source."""
    directions: tuple[Direction, ...] = ()
    """What the script asks for between the words, in the order of the source."""
    language: str = "en"
    """ISO 639-1 code of what most of it is written in."""
    part: DreamPart | None = None
    """Which part of a longer text this is; None for a whole one."""

    @property
    def place_key(self) -> str:
        """What places in it are filed under: a part's are its own, whatever the timer it was made for."""
        return self.sha256 if self.part is None else f"{self.sha256}@{self.part.char_start}-{self.part.char_end}"

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order."""
        return (sentence for passage in self.passages for sentence in passage.sentences)

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order; `word.index` counts them."""
        return (word for sentence in self.sentences for word in sentence.words)
