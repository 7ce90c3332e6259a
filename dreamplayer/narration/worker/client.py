"""The app's end of a voice process: request sentences, receive clips, replace the process when it is lost."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass
from types import TracebackType

from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.worker.messages import ClipFailed, ClipMade, SpeechOrder, VoiceFailed, VoiceReady
from dreamplayer.process.channel import ProcessChannel, ProcessLostError

WAKING = 60.0
"""Seconds a voice may take to load."""
SLOWEST = 8.0
"""Most processor seconds per second of speech; more means an endless loop."""
LEAST = 20.0
"""Most seconds without any work, or of work on the shortest sentence: more means that it hangs."""
_RESTED = 180.0
"""LEAST for a voice that is kept to a share of a core: it rests between sentences."""
LONGEST = 600.0
"""Seconds any sentence may take, however busy the machine."""
TRIES = 2
"""Processes a sentence is tried in before it counts as failed."""
LIVES = 3
"""Processes of a voice that may crash or hang before no other is started: another voice takes over."""
_LOWEST = 19
"""Niceness of a voice that speaks ahead."""
_GLANCE = 0.5
"""Seconds between two checks that the voice still works, while an answer is awaited."""

_log = logging.getLogger(__name__)


@dataclass
class _Asked:
    """A sentence being waited for."""

    number: int
    request: SpeechRequest
    tries: int = 0


class VoiceProcess:
    """A voice in a separate process. Use it as a context manager, or close it; it ends with the app at the latest.

    Sentences are answered in the order they were requested. Each is tried twice, in two processes, before it fails;
    the one over which the last of LIVES processes was lost fails at once.

    Args:
        voice: name of the voice, or `module:NAME` of a card.
        waking: seconds the voice may take to load.
        least: seconds without any work, or of work on the shortest sentence, after which it counts as hung.
        slowest: processor seconds per second of speech after which it counts as hung.
        share: of one core that it may use on average; below 1 it also runs at the lowest priority.
    """

    def __init__(
        self,
        voice: str,
        *,
        waking: float = WAKING,
        least: float = LEAST,
        slowest: float = SLOWEST,
        share: float = 1.0,
    ) -> None:
        self.voice = voice
        self.lost = 0
        """Processes of this voice that crashed or hung so far."""
        self._waking = waking
        self._share = share
        self._least = least if share >= 1.0 else max(least, _RESTED)
        self._slowest = slowest
        self._asked: deque[_Asked] = deque()
        self._count = 0
        self._channel: ProcessChannel | None = None
        self._ready = False

    def __enter__(self) -> VoiceProcess:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def waiting(self) -> int:
        """Number of sentences requested and not answered."""
        return len(self._asked)

    def ask(self, request: SpeechRequest) -> None:
        """Request a sentence; returns at once.

        Args:
            request: what is spoken, and how slowly.
        """
        asked = _Asked(self._count, request)
        self._count += 1
        self._asked.append(asked)
        if self._channel is None:
            self._begin()
        else:
            self._channel.send(SpeechOrder(asked.number, request))

    def answer(self) -> bytes:
        """Wait for the next clip, in the order of the requests.

        Returns:
            The clip as `clip.encode` makes it.

        Raises:
            VoiceError: there is none, and why; the next sentence may still be requested.
        """
        asked = self._asked[0]
        while True:
            try:
                return self._wait(asked)
            except ProcessLostError as lost:
                self.close(keep=True)
                self.lost += 1
                asked.tries += 1
                _log.warning("the voice %s was lost: %s", self.voice, lost)
                if asked.tries >= TRIES or self.lost >= LIVES:
                    self._asked.popleft()
                    raise VoiceError(f"the voice {self.voice} could not say a sentence: {lost}") from None

    def close(self, *, keep: bool = False) -> None:
        """End the process and wait until it has ended.

        Args:
            keep: keeps the pending requests, for another process.
        """
        if not keep:
            self._asked.clear()
        channel, self._channel = self._channel, None
        self._ready = False
        if channel is not None:
            channel.close()

    def _wait(self, asked: _Asked) -> bytes:
        channel = self._channel or self._begin()
        if not self._ready:
            message = _receive(channel, self._waking, self._waking)
            if not isinstance(message, VoiceReady):
                self.close(keep=True)
                self._asked.popleft()
                failed = message if isinstance(message, VoiceFailed) else VoiceFailed("the voice did not wake")
                raise VoiceError(failed.what, todo=failed.todo)
            self._ready = True
        words = sum(len(form.split()) for form in asked.request.spoken)
        work = max(self._least, self._slowest * 60.0 * words / asked.request.pace)
        message = _receive(channel, work, self._least)
        self._asked.popleft()
        if isinstance(message, ClipMade):
            return message.data
        why = message.why if isinstance(message, ClipFailed) else "it answered something else"
        raise VoiceError(f"the voice {self.voice} could not say a sentence: {why}")

    def _begin(self) -> ProcessChannel:
        """Start a process and request everything pending of it. One that doesn't start counts as lost."""
        # A voice computes: it draws nothing, plays nothing and needs no socket of any kind.
        self._channel = channel = ProcessChannel(
            "dreamplayer.narration.worker.voice_worker",
            self.voice,
            str(self._share),
            nice=0 if self._share >= 1.0 else _LOWEST,
            sockets="none",
            may_write=False,
        )
        for asked in self._asked:
            channel.send(SpeechOrder(asked.number, asked.request))
        return channel


def _receive(channel: ProcessChannel, work: float, idle: float) -> object:
    """The next answer, within `work` seconds of processor time and `idle` seconds without any.

    Time in which a busy machine doesn't let the process work isn't counted. Raises ProcessLostError.
    """
    begun = time.monotonic()
    used: float | None = None
    while True:
        try:
            return channel.receive(_GLANCE)
        except TimeoutError:
            waited = time.monotonic() - begun
        still = min(waited, channel.seconds_without_work)
        if still > idle or waited > LONGEST:
            raise ProcessLostError(f"no answer in {waited:.0f} s")
        # Counted from the first heartbeat that was heard while waiting.
        if used is None:
            used = channel.cpu_seconds or None
        elif channel.cpu_seconds - used > work:
            raise ProcessLostError(f"no answer in {work:.0f} s of work")


def clip_of(card: VoiceCard, request: SpeechRequest, clips: Clips) -> Speech:
    """One sentence in a voice: from the cache, else spoken by a process started for it alone.

    Args:
        card: of the voice.
        request: what is spoken, and how slowly.
        clips: the cache; what is spoken is kept there.

    Raises:
        VoiceError: the voice failed.
        ValueError: what it returned is no speech.
    """
    address = request.address(card.name, card.version)
    speech = clips.get(address)
    if speech is None:
        with VoiceProcess(card.name) as voice_process:
            voice_process.ask(request)
            speech = clips.put(address, voice_process.answer())
    return speech
