"""How fast each voice speaks on this machine, and which voice `auto` therefore takes.

It is measured once for a voice, beside the picture of the first night, and kept. A voice that cannot stay ahead of its
listener gives way to the next lighter one for the whole night: a narrator who changes in mid-story wakes.
"""

from __future__ import annotations

import logging
import os
import platform
import time
from collections.abc import Callable
from typing import Any

from dreamplayer import catalogue
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.narration.clip import decode
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.worker.client import VoiceProcess
from dreamplayer.voices.silent import SILENT

ENOUGH = 0.9
"""Seconds of speech a voice must make in a second, beside the picture. Of a story a third is rests, so that this is
more than is heard."""
LATE = 0.5
"""What is kept of a voice that was late twice in one night, whatever was measured before."""
_FACT = "voices"
_WARM = ("Good", "night.")
_LINE = ("The", "lanterns", "are", "out,", "one", "after", "another,", "and", "the", "water", "is", "still.")
_PACE = 104.0
_FAMILY = 100
"""Voices of one engine have ranks in the same hundred, and are as fast as each other."""
_log = logging.getLogger(__name__)


def measure(card: VoiceCard) -> float:
    """Seconds of speech that a voice makes in a second, now; loading it is not counted.

    Raises:
        VoiceError: it cannot speak.
    """
    with VoiceProcess(card.name) as process:
        process.ask(SpeechRequest(_WARM, _PACE, 0.4))
        process.answer()
        begun = time.monotonic()
        process.ask(SpeechRequest(_LINE, _PACE, 0.4))
        try:
            speech = decode(process.answer())
        except ValueError as error:
            raise VoiceError(f"the voice {card.name} could not be heard: {error}") from error
    return len(speech.samples) / speech.rate / max(1e-6, time.monotonic() - begun)


def known(card: VoiceCard, history: PlayHistory) -> float | None:
    """The figure that was kept of a voice on this machine; None where there is none."""
    found = _kept(history).get(_engine(card))
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def keep(card: VoiceCard, speed: float, history: PlayHistory) -> None:
    """Keep a figure, for all voices of the same engine."""
    history.remember(_FACT, {"machine": _machine(), **_kept(history), _engine(card): round(speed, 2)})


def best() -> VoiceCard:
    """The best voice that can speak here, however fast it is."""
    return _available()[0]


def is_known(history: PlayHistory, language: str = "en") -> bool:
    """Whether `automatic` can choose without measuring."""
    best = _available(language)[0]
    return best.name == "silent" or known(best, history) is not None


def automatic(
    history: PlayHistory,
    measured: Callable[[VoiceCard], float] = measure,
    *,
    ask: bool = True,
    language: str = "en",
) -> VoiceCard:
    """The best voice that stays ahead of its listener on this machine; the lightest where none does.

    Args:
        history: where the figures are kept.
        measured: measures a voice that has no figure yet.
        ask: False takes a voice without a figure to be fast enough.
        language: ISO 639-1 code of the language it shall speak; the silent voice where none does.
    """
    slow: set[int] = set()
    cards = _available(language)
    spoken = [card for card in cards if card.name != "silent"]
    for card in spoken:
        if card.rank // _FAMILY in slow:
            continue
        speed = known(card, history)
        if speed is None and ask:
            try:
                speed = measured(card)
            except VoiceError as error:
                # Narrating with it says what is wrong, and takes another.
                _log.info("%s", error)
                return card
            keep(card, speed, history)
        if speed is None or speed >= ENOUGH:
            return card
        slow.add(card.rank // _FAMILY)
    return (spoken or cards)[-1]


def _available(language: str = "en") -> list[VoiceCard]:
    speaking = [card.in_language(language) for card in catalogue.voices().values() if card.missing() is None]
    return [card for card in speaking if card is not None] or [SILENT]


def _kept(history: PlayHistory) -> dict[str, Any]:
    found = history.recall(_FACT)
    return found if isinstance(found, dict) and found.get("machine") == _machine() else {}


def _engine(card: VoiceCard) -> str:
    return f"{card.rank // _FAMILY}-{card.version}"


def _machine() -> str:
    return f"{platform.machine()} {os.cpu_count()}"
