"""The first words of the dreams on the shelf, spoken ahead while it stands idle, so that a night never waits for them.

What is spoken is kept in the cache of clips: each beginning is spoken once for a voice. On battery nothing is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from itertools import islice
from threading import Event, Thread

from dreamplayer.app import voice_speed
from dreamplayer.app.compose_night import clips_for, notes_for, prepare
from dreamplayer.app.desktop.power import on_battery
from dreamplayer.app.evening import evening
from dreamplayer.app.storage import library
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.narration.voice_choice import choose_or_stand_in
from dreamplayer.settings import Settings

AFTER = 12.0
"""Seconds without input after which it begins."""
UNTIL = 300.0
"""Seconds without input after which no whole dream is told any more: the shelf is black then, and somebody sleeps."""
CORE = 0.3
"""Share of one core that the voice uses on average meanwhile, at the lowest priority: no fan starts for it."""
BESIDE = 0.6
"""Share of its speed on the idle shelf that a voice keeps beside a picture drawn by the processor."""
_log = logging.getLogger(__name__)


class VoiceAhead:
    """Speaks the beginnings in a thread, one after the other; any input stops it after the sentence it is at."""

    def __init__(self, settings: Settings, *, alone: bool = True, battery: Callable[[], bool] = on_battery) -> None:
        """Begin with nothing spoken.

        Args:
            settings: of the person.
            alone: whether a voice has the processor for itself at night, because a graphics card draws.
            battery: whether the machine runs on one.
        """
        self._settings, self._battery = settings, battery
        self._share = 1.0 if alone else BESIDE
        self._thread: Thread | None = None
        self._stop = Event()
        self._done: set[str] = set()
        self._whole: set[str] = set()
        """Dreams that the best voice need not tell ahead."""
        self._idle = 0.0

    def follow(self, entries: Sequence[LibraryEntry], idle: float) -> None:
        """Call it now and then.

        Args:
            entries: dreams, the likeliest to be played first.
            idle: seconds since the last input.
        """
        self._idle = idle
        if idle < AFTER:
            self._stop.set()
            return
        wanted = [entry for entry in entries if entry.sha256 not in self._done]
        chosen = [entry for entry in entries[:1] if entry.sha256 not in self._whole and idle < UNTIL]
        if not (wanted or chosen) or (self._thread is not None and self._thread.is_alive()):
            return
        if self._settings.voice == "silent":
            self._done |= {entry.sha256 for entry in wanted}
            self._whole |= {entry.sha256 for entry in chosen}
            return
        if self._battery():
            return
        self._stop.clear()
        self._thread = Thread(target=self._speak, args=(wanted, chosen), name="voice ahead", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop after the sentence it is at; the voice's process ends then. Waits for nothing."""
        self._stop.set()

    def _speak(self, entries: Sequence[LibraryEntry], chosen: Sequence[LibraryEntry]) -> None:
        for entry in entries:
            if self._stop.is_set() or self._battery():
                return
            try:
                whole = self._beginning(entry)
            except Exception as error:  # a beginning that is not spoken ahead is spoken when it is played
                _log.info("%s was not spoken ahead: %s", entry.name, error)
                whole = True
            if whole:
                self._done.add(entry.sha256)
        for entry in chosen:
            if self._all_of(entry):
                self._whole.add(entry.sha256)

    def _measured(self, card: VoiceCard) -> float:
        return self._share * voice_speed.measure(card)

    def _all_of(self, entry: LibraryEntry) -> bool:
        """Have the best voice, too slow for tonight, tell the whole of the chosen dream. False where it was stopped.

        From the night on that it has told all of it, `auto` takes it for this dream.
        """
        history, settings = PlayHistory(), self._settings
        try:
            whole = library.load(entry).dream
            if settings.voice != "auto" or whole.language != "en" or not voice_speed.is_known(history):
                return True
            voice = voice_speed.best()
            if voice_speed.automatic(history, ask=False).name == voice.name:
                return True
            dream = evening(whole, settings, place=history.bookmark(whole.sha256))
            notes, clips = notes_for(dream, _log.info), clips_for(voice.name)
            ready = prepare(dream, notes, settings, voice, clips, _log.info, share=CORE)
            told = ready.told
            try:
                for _ in told:
                    if self._stop.is_set() or self._battery() or self._idle > UNTIL:
                        return False
            finally:
                if isinstance(told, Generator):
                    told.close()
        except Exception as error:  # it is told by the lighter voice then
            _log.info("%s was not told ahead: %s", entry.name, error)
        return True

    def _beginning(self, entry: LibraryEntry) -> bool:
        """Speak a dream up to the end of its first passage that sets a scene. False where it was stopped."""
        history = PlayHistory()
        settings = self._settings
        whole = library.load(entry).dream
        if settings.voice == "auto":
            voice = voice_speed.automatic(history, self._measured, language=whole.language)
        else:
            voice = choose_or_stand_in(settings.voice, _log.info, whole.language)
        if voice.name == "silent":
            return True
        dream = evening(whole, settings, place=history.bookmark(whole.sha256))
        notes = notes_for(dream, _log.info)
        ready = prepare(dream, notes, settings, voice, clips_for(voice.name), _log.info, share=CORE)
        count = 0
        for passage in ready.dream.passages:
            count += len(passage.sentences)
            if not passage.preamble:
                break
        told = ready.told
        try:
            for _ in islice(told, count):
                if self._stop.is_set():
                    return False
        finally:
            if isinstance(told, Generator):
                told.close()
        return True
