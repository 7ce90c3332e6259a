"""Screen reader of the picker: speaks the focused item softly, and previews voices."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer import paths
from dreamplayer.app.picker import settings_form
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.window import interface_text
from dreamplayer.model.audio import RATE
from dreamplayer.reading.ingest.parse import parse

_log = logging.getLogger(__name__)
_SETTLE = 0.4
"""Seconds an item must be focused before it is spoken."""
_LEVEL = 0.5
_FADE_MS = 250


def spoken(card: Card) -> str:
    """What is spoken for a dream: its title, its length, how it begins, how heavy it gets."""
    note = interface_text.message("picker", "heavy", interface_text.message("picker", card.note)) if card.note else ""
    length = interface_text.message("picker", "minutes", f"{card.about:.0f}")
    where = ""
    if card.contents:
        of = f"{card.part + 1} / {len(card.contents)}"
        where = f"{interface_text.message('picker', 'evening', of)}, {card.contents[card.part][1]}. "
    without = "".join(f"{part}. " for part in (card.language, card.without) if part)
    return f"{card.title}. {length}. {where}{without}{card.first_line} {note}".strip()


def read_out(asked: settings_form.SettingsForm) -> str:
    """What is spoken for a settings page: the focused setting and its value."""
    part = "welcome" if asked.names == settings_form.WELCOME else "settings"
    return f"{interface_text.message(part, asked.name)}: {settings_form.value_of(asked.settings, asked.name)}."


class ScreenReader:
    """A speech queue in a thread: the newest request counts, a running one is faded out."""

    def __init__(self, voice: str) -> None:
        self._voice = voice
        self._requests: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="reader", daemon=True)
        self._thread.start()

    def say(self, text: str) -> None:
        """Speak this text next."""
        self._requests.put(partial(self._tell, text))

    def whisper(self, voice: str) -> None:
        """Preview a voice softly, in a few words."""
        self._requests.put(partial(self._preview, voice))

    def sample(self) -> None:
        """Preview the narrating voice at the level of the narration."""
        self._requests.put(partial(self._preview, self._voice, as_told=True))

    def close(self) -> None:
        """Fade out, and release the audio device."""
        self._requests.put(None)
        self._thread.join(timeout=2.0)

    def _run(self) -> None:
        opened = False
        request = self._requests.get()
        while request is not None:
            try:
                newer = self._requests.get(timeout=_SETTLE)
            except Empty:
                try:
                    opened = opened or self._open()
                    request()
                except Exception as error:  # a picker that cannot speak can still be seen
                    _log.warning("the picker stays silent: %s", error)
                newer = self._requests.get()
            if opened:
                pygame.mixer.fadeout(_FADE_MS)
            request = newer
        if opened:
            pygame.time.wait(_FADE_MS)
            pygame.mixer.quit()

    def _open(self) -> bool:
        pygame.mixer.init(RATE, -16, 2, 2048, allowedchanges=0)
        return True

    def _tell(self, text: str) -> None:
        from dreamplayer.kit.filters import resample
        from dreamplayer.narration import pronunciation
        from dreamplayer.narration.clips import Clips
        from dreamplayer.narration.narrate import narrate

        clips = Clips(paths.cache() / "clips")
        pause = np.zeros(RATE // 3, np.float32)
        parts: list[NDArray[np.float32]] = []
        say = pronunciation.merged(paths.config() / pronunciation.FILE, {}, _log.warning)
        for told in narrate(parse(text, name="menu"), self._voice, clips, lexicon=say):
            if not self._requests.empty():
                return
            speech = clips.speech(told.clip)
            parts += [resample(speech.samples, speech.rate), pause]
        _play(np.concatenate(parts) * np.float32(_LEVEL))

    def _preview(self, voice: str, *, as_told: bool = False) -> None:
        from dreamplayer.kit.filters import resample
        from dreamplayer.narration.clips import Clips
        from dreamplayer.narration.preview import HUSH, preview

        if voice == "silent":
            return
        speech = preview(voice, Clips(paths.cache() / "clips"))
        if self._requests.empty():
            _play(resample(speech.samples, speech.rate) * np.float32(1.0 / HUSH if as_told else 1.0))


def _play(samples: NDArray[np.float32]) -> None:
    mono = np.clip(samples, -1.0, 1.0) * 32767.0
    pygame.sndarray.make_sound(np.repeat(mono.astype(np.int16)[:, None], 2, axis=1)).play(fade_ms=60)
