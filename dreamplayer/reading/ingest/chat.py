"""Exports of chats: time stamps left out, who writes said where the writer changes."""

from __future__ import annotations

import re

from dreamplayer.reading.ingest.clean_text import Block, Draft
from dreamplayer.reading.ingest.markup import LINE

_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"[\u200e\ufeff]*(?:\[(?:{_DATE},?[ T])?{_TIME}\]|{_DATE},?[ T]{_TIME}|{_TIME})(?: ?[-–|])?[ \u202f]*\u200e?"
_MESSAGE = re.compile(rf"({_STAMP})(?:<([^<>\n]{{1,40}})>|([^\s:<>][^:<>\n]{{0,39}}?):)[ \t]*")
_NOTICE = re.compile(rf"({_STAMP})(?=\S)")
_SYSTEM = re.compile(
    r"\u200e?<?(?:(?:media|image|video|audio|sticker|gif|document|voice message) omitted|"
    r"this message was (?:deleted|edited)|you deleted this message|missed (?:voice|video) call|null)>?\W*",
    re.I,
)
LEAST = 3
"""Messages from which on a text is a chat."""
_SHARE = 0.5
"""Of its written lines that must begin with a stamp."""


def is_chat(source: str) -> bool:
    """Whether most lines are messages with a time and a name.

    Args:
        source: the whole text of a file.
    """
    head = source[:8000]
    lines = [line for line in head.splitlines() if line.strip()]
    found = sum(bool(_MESSAGE.match(line)) for line in lines)
    return found >= LEAST and found >= _SHARE * len(lines)


def read_chat(draft: Draft) -> None:
    """Find the messages: one block for each run of messages of one person, their name at its beginning.

    Args:
        draft: of an exported chat; gets its blocks.
    """
    draft.hide_untypable()
    start: int | None = None
    end = 0
    breaks: list[int] = []
    writer = ""

    def close() -> None:
        nonlocal start
        if start is not None:
            draft.blocks.append(Block(start, end, breaks=tuple(breaks)))
        start = None
        breaks.clear()

    for hit in LINE.finditer(draft.source):
        a, b = hit.span("line")
        line = draft.source[a:b]
        message = _MESSAGE.match(line)
        if message:
            name = (message[2] or message[3]).strip()
            words = a + message.end()
            if _SYSTEM.fullmatch(line, message.end()):
                draft.leave_out(a, b, "chat notice")
                continue
            draft.leave_out(a, a + message.end(1), "time stamp")
            if name == writer and start is not None:
                draft.leave_out(a + message.end(1), words, "name", "said once for all that one person writes in a row")
            else:
                close()
                writer, start = name, a + message.end(1)
            breaks.append(words)
            end = b
        elif _NOTICE.match(line):
            draft.leave_out(a, b, "chat notice")
        elif line.strip() and start is not None:
            breaks.append(a)
            end = b
    close()
