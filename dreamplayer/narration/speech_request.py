"""How one sentence is to be told, and the address under which its clip is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

FORMAT = 2
"""Raised when the same telling would be finished otherwise (loudness, edges, pauses)."""


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """All that decides how a sentence sounds, besides the voice."""

    spoken: tuple[str, ...]
    """One spoken form per word; "" for a word that is shown and not said."""
    pace: float
    """Words a minute while the voice speaks."""
    comma: float = 0.35
    """Seconds a comma rests, at least; other marks rest in proportion (see pacing.MARKS)."""

    def to_json(self) -> dict[str, object]:
        """Plain data, to be sent to the worker."""
        return asdict(self)

    @staticmethod
    def from_json(data: dict[str, object]) -> SpeechRequest:
        """The telling that `to_json` described."""
        spoken, pace, comma = data["spoken"], data["pace"], data["comma"]
        assert isinstance(spoken, list)
        assert isinstance(pace, float | int)
        assert isinstance(comma, float | int)
        return SpeechRequest(tuple(map(str, spoken)), float(pace), float(comma))

    def address(self, voice: str, version: str) -> str:
        """Names the clip by what it holds: the same words, voice, version and pace give the same 32 letters."""
        said = json.dumps([FORMAT, voice, version, self.to_json()], ensure_ascii=True, sort_keys=True)
        return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
