"""A request for the speech of one sentence, and the content address of its clip."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

FORMAT = 2
"""Version of the post-processing (loudness, edges, pauses): raised with each change, so that old clips aren't used."""


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """Everything besides the voice that determines how a sentence sounds."""

    spoken: tuple[str, ...]
    """One spoken form per word; "" for a word that is shown and not spoken."""
    pace: float
    """Words per minute while the voice speaks."""
    comma: float = 0.35
    """Shortest pause at a comma in seconds; other marks in proportion (see `finish.MARKS`)."""

    def to_json(self) -> dict[str, object]:
        """Plain data for JSON."""
        return asdict(self)

    @staticmethod
    def from_json(data: dict[str, object]) -> SpeechRequest:
        """The request that `to_json` described.

        Args:
            data: what `to_json` returned.

        Raises:
            KeyError: a key is missing.
            AssertionError: a value has the wrong type.
        """
        spoken, pace, comma = data["spoken"], data["pace"], data["comma"]
        assert isinstance(spoken, list)
        assert isinstance(pace, float | int)
        assert isinstance(comma, float | int)
        return SpeechRequest(tuple(map(str, spoken)), float(pace), float(comma))

    def address(self, voice: str, version: str) -> str:
        """Content address of the clip: equal words, voice, version and pace give the same 32 hexadecimal digits.

        Args:
            voice: name of the voice.
            version: version of the voice; another one gives another address.
        """
        said = json.dumps([FORMAT, voice, version, self.to_json()], ensure_ascii=True, sort_keys=True)
        return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
