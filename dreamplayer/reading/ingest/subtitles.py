"""The words of subtitles (SubRip, WebVTT, SubStation Alpha): cues joined into sentences, times and styling left out."""

from __future__ import annotations

import re

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft, blank
from dreamplayer.reading.ingest.markup import LINE

SUFFIXES = (".srt", ".vtt", ".ass", ".ssa")
PARAGRAPH = 3.0
"""Seconds without a cue after which a finished sentence ends its paragraph."""

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}[^\n]*")
_NUMBER = re.compile(r"\s*\d+\s*")
_TAG = re.compile(r"</?[A-Za-z0-9.:_ \-\"'=#,%]{0,80}>|\{\\?[^{}\n]{0,200}\}")
_DASH = re.compile(r"\s*[-–—]\s*(?=\S)")
_DIALOGUE = re.compile(rf"Dialogue:\s*[^,]*,\s*{_CLOCK}\s*,\s*{_CLOCK}\s*,(?:[^,]*,){{6}}")
_ASS_BREAK = re.compile(r"\\[Nnh]")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")


def is_subtitles(source: str, suffix: str = "") -> bool:
    """Whether a text is subtitles: by the ending of its file's name, or by its first cue.

    Args:
        source: the text.
        suffix: of its file's name, in lower case with its dot.
    """
    if suffix in SUFFIXES:
        return True
    head = source[:2000]
    return head.lstrip("\ufeff").startswith("WEBVTT") or (
        "-->" in head and bool(re.search(rf"^{_TIMES.pattern}", head, re.M))
    )


def read_subtitles(draft: Draft) -> None:
    """Find the words of the cues and the paragraphs they make.

    Args:
        draft: of subtitles (SRT or WebVTT); gets its blocks.
    """
    draft.hide_untypable()
    reader = _CueReader(draft)
    for hit in LINE.finditer(draft.source):
        reader.line(*hit.span("line"))
    reader.close()


class _CueReader:
    """Goes through the lines of subtitles: times open a cue, its words go on a paragraph."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._start: int | None = None
        """Where the paragraph begins; None between two."""
        self._end = 0
        self._last = 0.0
        """Second at which the last cue ends."""
        self._before: list[str] = []
        """Lines of the cue before: what scrolls up repeats them."""
        self._now: list[str] = []
        self._in_cue = False

    def line(self, a: int, b: int) -> None:
        """Take the line source[a:b]."""
        line = self._draft.source[a:b]
        times, dialogue = _TIMES.fullmatch(line), _DIALOGUE.match(line)
        if times:
            self._open(times)
            self._in_cue = True
            blank(self._draft.seen, a, b)
        elif dialogue:
            self._open(dialogue)
            blank(self._draft.seen, a, a + dialogue.end())
            for broken in _ASS_BREAK.finditer(line, dialogue.end()):
                blank(self._draft.seen, a + broken.start(), a + broken.end())
            self._words(a + dialogue.end(), b)
        elif not line.strip():
            self._in_cue = self._in_cue and not self._now
        elif self._in_cue:
            self._words(a, b)
        else:
            blank(self._draft.seen, a, b)

    def close(self) -> None:
        """End the paragraph."""
        if self._start is not None:
            self._draft.blocks.append(Block(self._start, self._end))
        self._start = None

    def _open(self, times: re.Match[str]) -> None:
        """Begin a cue; after a pause a finished sentence ends its paragraph."""
        paused = _seconds(times, 1) - self._last >= PARAGRAPH
        if self._start is not None and paused and _ENDED.search(self._draft.told(self._start, self._end)):
            self.close()
        self._last = _seconds(times, 5)
        self._before, self._now = self._now or self._before, []

    def _words(self, a: int, b: int) -> None:
        """Take a line of words, without tags and dashes, unless the cue before has it."""
        draft = self._draft
        for tag in _TAG.finditer(draft.source, a, b):
            blank(draft.seen, tag.start(), tag.end(), GONE)
        dash = _DASH.match(draft.source, a, b)
        if dash:
            blank(draft.seen, dash.start(), dash.end())
        words = draft.told(a, b)
        if not words:
            return
        self._now.append(words)
        if words in self._before:
            draft.leave_out(a, b, "repeated line")
            return
        self._start = a if self._start is None else self._start
        self._end = b


def _seconds(hit: re.Match[str], group: int) -> float:
    hours, minutes, seconds, fraction = (hit[group + i] or "0" for i in range(4))
    return int(hours) * 3600.0 + int(minutes) * 60.0 + int(seconds) + float(f"0.{fraction}")
