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
_STYLE_BLOCK = re.compile(r"(?:WEBVTT|STYLE|REGION|NOTE)\b")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")


def is_subtitles(source: str, suffix: str = "") -> bool:
    """Whether a text is subtitles: by the ending of its file's name, or by its first cue."""
    if suffix in SUFFIXES:
        return True
    head = source[:2000]
    return head.lstrip("\ufeff").startswith("WEBVTT") or (
        "-->" in head and bool(re.search(rf"^{_TIMES.pattern}", head, re.M))
    )


def read_subtitles(draft: Draft) -> None:  # noqa: C901 - one pass over the lines
    """Find the words of the cues and the paragraphs they make."""
    draft.hide_untypable()
    seen = draft.seen
    start: int | None = None
    end = 0
    last_end = 0.0
    before: list[str] = []
    now: list[str] = []
    state = "between"

    def close() -> None:
        nonlocal start
        if start is not None:
            draft.blocks.append(Block(start, end))
        start = None

    for hit in LINE.finditer(draft.source):
        a, b = hit.span("line")
        line = draft.source[a:b]
        times = _TIMES.fullmatch(line)
        dialogue = _DIALOGUE.match(line)
        if times or dialogue:
            begins, ends = _seconds((times or dialogue), 1), _seconds((times or dialogue), 5)  # type: ignore[arg-type]
            if start is not None and begins - last_end >= PARAGRAPH and _ENDED.search(draft.told(start, end)):
                close()
            last_end = ends
            before, now = now or before, []
        if times:
            state = "cue"
            blank(seen, a, b)
            continue
        if dialogue:
            blank(seen, a, a + dialogue.end())
            for broken in _ASS_BREAK.finditer(line, dialogue.end()):
                blank(seen, a + broken.start(), a + broken.end())
            a += dialogue.end()
        elif not line.strip():
            state = "between" if state != "cue" or now else state
            continue
        elif state != "cue":
            blank(seen, a, b)
            if line.startswith("NOTE"):
                state = "note"
            elif _STYLE_BLOCK.match(line.lstrip("\ufeff")):
                state = "style"
            continue
        for tag in _TAG.finditer(draft.source, a, b):
            blank(seen, tag.start(), tag.end(), GONE)
        dash = _DASH.match(draft.source, a, b)
        if dash:
            blank(seen, dash.start(), dash.end())
        words = draft.told(a, b)
        if not words:
            continue
        if words in before:
            draft.leave_out(a, b, "repeated line")
            now.append(words)
            continue
        now.append(words)
        start = a if start is None else start
        end = b
    close()


def _seconds(hit: re.Match[str], group: int) -> float:
    hours, minutes, seconds, fraction = (hit[group + i] or "0" for i in range(4))
    return int(hours) * 3600.0 + int(minutes) * 60.0 + int(seconds) + float(f"0.{fraction}")
