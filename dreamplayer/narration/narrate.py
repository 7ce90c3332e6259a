"""Narration of a dream, sentence by sentence: speech is rendered ahead, in another process."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Speech, SpokenSentence
from dreamplayer.model.text import Dream, Sentence
from dreamplayer.narration import recording
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.finish import silent_speech
from dreamplayer.narration.pacing import Delivery, deliveries
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.spoken import NONE, spoken
from dreamplayer.narration.voice_choice import choose_or_stand_in, stand_ins
from dreamplayer.narration.worker.client import LIVES, VoiceProcess, clip_of
from dreamplayer.voices.silent import SILENT

AHEAD = 4
"""Sentences requested beyond the one being waited for."""
LOOKED_AT = 32
"""Most sentences prepared ahead: of a cached dream, that many are found at once."""
GIVE_UP = 2
"""Sentences a voice may fail before another takes over for the rest of the night."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Line:
    """A sentence and its clip."""

    sentence: Sentence
    request: SpeechRequest
    address: str
    """Content address of the clip."""
    asked: bool
    """Whether it was requested from the voice, not found in the cache."""


def narrate(
    dream: Dream,
    voice: str | VoiceCard = "auto",
    clips: Clips | None = None,
    *,
    paced: Sequence[Delivery] | None = None,
    lexicon: Mapping[str, str] = NONE,
    notice: Callable[[str], None] = _log.warning,
    share: float = 1.0,
) -> Iterator[SpokenSentence]:
    """Every sentence in order, as soon as it is rendered; its samples are `clips.speech(told.clip)`.

    Cached sentences follow immediately and load no voice. A voice that fails on a sentence is replaced for that
    sentence, after GIVE_UP of them for the rest: by a plain voice, at last by silence, so that captions go on. The
    person's recording beside the dream has precedence over any voice but the silent one. Closing the iterator ends
    the voice's process.

    Args:
        dream: the text; no more of it is prepared than is narrated soon.
        voice: card or name of a voice; one that isn't installed is replaced by a fallback.
        clips: where clips are kept; None keeps them in memory.
        paced: the delivery of each sentence, in order; None computes `pacing.deliveries`.
        lexicon: pronunciations by word, as in `spoken.spoken`.
        notice: called once for each change of voice, with a sentence for people.
        share: of one core that the voice may use on average; 1 is no limit.

    Raises:
        VoiceError: no voice has that name.
    """
    clips = clips if clips is not None else Clips(None)
    silent = SILENT.name in (voice, getattr(voice, "name", ""))
    recorded = None if silent else recording.beside(dream.source)
    if recorded is not None:
        try:
            yield from recording.narrate_recording(dream, recorded, clips)
        except VoiceError as error:
            notice(f"{error} Another voice tells it.")
        else:
            return
    card = choose_or_stand_in(voice, notice) if isinstance(voice, str) else voice
    requests = _requests(dream, deliveries(dream) if paced is None else paced, lexicon)
    lines = _Lines(requests)
    failed = 0
    while lines.ahead:
        if card.name == SILENT.name:
            # Silence can neither hang nor crash: it needs no separate process.
            yield _instead(*lines.take(), [], clips)
            continue
        others = stand_ins(card)
        with VoiceProcess(card.name, share=share) as voice_process:
            for told, trouble in _with(voice_process, card, lines, clips):
                if told is not None:
                    yield told
                    continue
                sentence, request = lines.take()
                failed += 1
                notice(f"{trouble} Another voice says it." if others[:-1] else f"{trouble} It stays silent.")
                yield _instead(sentence, request, others, clips)
                if (failed >= GIVE_UP or voice_process.lost >= LIVES) and others:
                    break
        if lines.ahead:
            card = others[0]
            failed = 0


def told_before(
    dream: Dream, card: VoiceCard, clips: Clips, *, paced: Sequence[Delivery], lexicon: Mapping[str, str]
) -> bool:
    """Whether a voice has told every sentence of a dream already, so that it need not speak at all.

    Args:
        dream: the text as it is narrated.
        card: the voice.
        clips: where clips are kept.
        paced: the delivery of each sentence, in order.
        lexicon: pronunciations by word.
    """
    requests = _requests(dream, paced, lexicon)
    return all(clips.has(request.address(card.name, card.version)) for _, request in requests)


def _requests(
    dream: Dream, paced: Sequence[Delivery], lexicon: Mapping[str, str]
) -> Iterator[tuple[Sentence, SpeechRequest]]:
    """Each sentence with the request for its speech."""
    lines = {s.index for passage in dream.passages if passage.verse for s in passage.sentences[:-1]}
    written_in = {s.index: passage.language for passage in dream.passages for s in passage.sentences}
    for sentence, delivery in zip(dream.sentences, paced, strict=True):
        forms = spoken(sentence.words, lexicon, written_in[sentence.index])
        if sentence.index in lines and forms and forms[-1][-1:].isalnum():
            # A line of verse without a mark at its end goes on: the voice stays up, as before a comma.
            forms = (*forms[:-1], forms[-1] + ",")
        yield sentence, SpeechRequest(forms, delivery.pace, delivery.comma)


class _Lines:
    """Sentences not narrated yet, with a look-ahead of LOOKED_AT."""

    def __init__(self, requests: Iterator[tuple[Sentence, SpeechRequest]]) -> None:
        self._requests = requests
        self.ahead: deque[tuple[Sentence, SpeechRequest]] = deque(islice(requests, LOOKED_AT))

    def take(self) -> tuple[Sentence, SpeechRequest]:
        """Remove and return the next one."""
        taken = self.ahead.popleft()
        self.ahead.extend(islice(self._requests, 1))
        return taken


def _with(
    voice_process: VoiceProcess, card: VoiceCard, lines: _Lines, clips: Clips
) -> Iterator[tuple[SpokenSentence | None, str]]:
    """Narrate lines with one voice. Yields (None, why) for a line that failed, which is not removed."""
    pending: deque[_Line] = deque()
    begun = 0
    while lines.ahead:
        while begun < len(lines.ahead) and voice_process.waiting < AHEAD:
            sentence, request = lines.ahead[begun]
            address = request.address(card.name, card.version)
            absent = clips.get(address) is None
            if absent:
                voice_process.ask(request)
            pending.append(_Line(sentence, request, address, absent))
            begun += 1
        line = pending.popleft()
        begun -= 1
        speech = None
        try:
            speech = clips.put(line.address, voice_process.answer()) if line.asked else clips.get(line.address)
            if speech is None:
                raise VoiceError("a clip was lost while it was waited for")
        except (VoiceError, ValueError) as error:
            yield None, str(error)
            continue
        lines.take()
        yield _told(line.sentence, line.address, speech, line.request), ""


def _instead(sentence: Sentence, request: SpeechRequest, others: list[VoiceCard], clips: Clips) -> SpokenSentence:
    """One sentence by the first fallback that can speak it; the silent voice always can."""
    for card in others[:-1]:
        try:
            speech = clip_of(card, request, clips)
        except (VoiceError, ValueError) as error:
            _log.info("%s", error)
            continue
        return _told(sentence, request.address(card.name, card.version), speech, request)
    address = request.address(SILENT.name, SILENT.version)
    return _told(sentence, address, clips.keep_silence(address, silent_speech(request)), request)


def _told(sentence: Sentence, address: str, speech: Speech, request: SpeechRequest) -> SpokenSentence:
    return SpokenSentence(sentence.index, address, speech.duration, speech.words, speech.estimated, request.spoken)
