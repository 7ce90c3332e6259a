"""Plain text of any kind: subtitles, chats, Markdown, hard-wrapped text. Columns are refused."""

from __future__ import annotations

import re
from collections import Counter

from dreamplayer.errors import TextError
from dreamplayer.reading.ingest.chat import is_chat, read_chat
from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.line_end_hyphens import join_broken_words
from dreamplayer.reading.ingest.markup import read_markdown
from dreamplayer.reading.ingest.subtitles import is_subtitles, read_subtitles

_GUTTER = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
_COLUMN_LINES = 8
"""Lines with text on both sides of a gutter from which on a text is set in columns."""
_COLUMN_SHARE = 0.6
"""Of all written lines that have the gutter at the same place."""
_COLUMN_WIDTH = 12
"""Characters on each side of a gutter: less is a table or a list with page numbers."""


def read_plain(draft: Draft, suffix: str = "") -> None:
    """Find the blocks of a draft of plain text. `suffix`: of its file's name, in lower case with its dot.

    TextError where it is set in columns, which would be told line by line across them.

    Args:
        draft: of plain text; gets its blocks.
        suffix: of its file's name, in lower case with its dot; "" where it has none.

    Raises:
        TextError: it is set in columns.
    """
    if is_subtitles(draft.source, suffix):
        read_subtitles(draft)
    elif is_chat(draft.source):
        read_chat(draft)
    else:
        _refuse_columns(draft.source)
        draft.plain = True
        read_markdown(draft)
        join_broken_words(draft)


def _refuse_columns(source: str) -> None:
    if "   " not in source or "|" in source[:2000]:
        return
    lines = [line.expandtabs(8).rstrip() for line in source.splitlines() if line.strip()][:600]
    starts: Counter[int] = Counter()
    found = 0
    for line in lines:
        gaps = [hit for hit in _GUTTER.finditer(line) if len(line[: hit.start()].strip()) >= _COLUMN_WIDTH]
        ends = {hit.end() for hit in gaps if len(line) - hit.end() >= _COLUMN_WIDTH and _reads_on(line[hit.end() :])}
        found += bool(ends)
        starts.update(ends)
    if found < _COLUMN_LINES or found < _COLUMN_SHARE * len(lines):
        return
    if starts.most_common(1)[0][1] >= 0.6 * found:
        raise TextError(
            "this text is set in columns, and its lines would be told across them",
            todo="Save it with one column and try again.",
        )


def _reads_on(text: str) -> bool:
    """Whether the right side of a line is words, not figures or leaders."""
    return sum(map(str.isalpha, text)) > 0.6 * len(text)
