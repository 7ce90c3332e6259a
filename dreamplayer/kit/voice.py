"""The edge to speech: what a voice promises, and the card it shows before it is woken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from dreamplayer.model.audio import Speech

SPEAKING = "@"
"""Between the name of a voice and the language it speaks, where that is not English: espeak@de."""


class Voice(Protocol):
    """Something that can say a sentence."""

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Say a sentence.

        Args:
            spoken: one spoken form for each word: "doctor" for "Dr."; "" for a mark that is silent.
            pace: words a minute within the sentence: 90 for sleep, 150 as one talks by day.

        Returns:
            The clip with one WordTime for each entry, rising, inside the clip; odd text loses no word.

        Raises:
            VoiceError: it cannot speak; nothing else is raised.
        """
        ...


@dataclass(frozen=True)
class VoiceCard:
    """What is known of a voice without loading it."""

    name: str
    """What a person calls it by in the settings."""
    rank: int
    """Lower is better; the best available one is the default. The silent one comes last."""
    version: str
    """Part of a clip's address: change it when the same words would sound otherwise."""
    exact: bool
    """True where word times are the engine's own."""
    wake: Callable[[], Voice]
    """Load it. Runs in the worker process only; heavy imports happen inside."""
    missing: Callable[[], str | None]
    """None if it can speak here, else one sentence saying what is missing and the command that brings it."""
    doc: str = ""
    """One line for the list of voices."""
    languages: frozenset[str] | None = frozenset({"en"})
    """ISO 639-1 codes of the languages it speaks; None for one that says nothing in any."""
    wake_in: Callable[[str], Voice] | None = None
    """Load it to speak another language than English, by its code; as `wake`."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that it speaks when it is woken."""
        return self.name.partition(SPEAKING)[2] or "en"

    def in_language(self, language: str) -> VoiceCard | None:
        """The card of this voice speaking a language; None where it does not.

        Args:
            language: ISO 639-1 code.
        """
        if self.languages is None:
            return self
        if language == "en":
            return self if "en" in self.languages else None
        if language not in self.languages or self.wake_in is None:
            return None
        wake = partial(self.wake_in, language)
        name = f"{self.name}{SPEAKING}{language}"
        return replace(self, name=name, wake=wake, wake_in=None, languages=frozenset({language}))
