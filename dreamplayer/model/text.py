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


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one breath or two: the unit of narration, and one clip of speech."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    dialogue: bool = False
    """True where the whole sentence lies inside quotation marks: said a shade softer."""

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

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order."""
        return (word for sentence in self.sentences for word in sentence.words)


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
    """The decoded source. All offsets count its code points."""
    passages: tuple[Passage, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order."""
        return (sentence for passage in self.passages for sentence in passage.sentences)

    @property
    def words(self) -> Iterator[Word]:
        """Every word in order; `word.index` counts them."""
        return (word for sentence in self.sentences for word in sentence.words)
