"""From a file's bytes to its text: any encoding a person's file may have, and a plain word where there is none."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from dreamplayer.errors import TextError

LIMIT = 8_000_000
"""Bytes beyond which a file is no dream."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zipped file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture", b"RIFF": "sound or video", b"OggS": "sound", b"ID3": "sound", b"\x7fELF": "a program",
    b"MZ\x90": "a program", b"\x1f\x8b": "a packed file", b"{\\rtf": "rich text",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}  # fmt: skip
_MAC_QUOTE = re.compile(rb"[a-z]\xd5[a-z]|\xd2[A-Z]|[.,!?]\xd3|[a-z]\xd1[a-z]|[a-z]\xc9[ \r\n]")
_UNTYPED = ("Cc", "Cn", "Co")
_SPACES = "\t\n\r\x0b\x0c\x1a\x85"
_TODO = "Save it as plain text (.txt, UTF-8) and try again."


def read_source(path: Path) -> str:
    """The text of a .txt or .md file. Readers of other formats take its place as `load(path, read=...)`.

    Args:
        path: of a text file, UTF-8 or another encoding that `decode` knows.

    Raises:
        TextError: it cannot be read, is empty, or is no text.
    """
    return decode(read_bytes(path), where=str(path))


def read_bytes(path: Path) -> bytes:
    """A file's bytes; TextError says why not.

    Args:
        path: of a file.

    Raises:
        TextError: it is missing, a folder, not allowed to be read, or too large.
    """
    try:
        if path.is_dir():
            raise TextError("this is a folder, not a text", where=str(path), todo="Choose a file inside it.")
        if path.stat().st_size > LIMIT:
            raise TextError("this file is too large to be a dream", where=str(path), todo="Choose a shorter text.")
        return path.read_bytes()
    except FileNotFoundError:
        raise TextError("there is no such file", where=str(path), todo="Check the name.") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise TextError(f"the file cannot be read: {reason}", where=str(path)) from None


def decode(data: bytes, *, where: str = "") -> str:
    """Text from bytes, each code point where `bytes.decode` would put it (a UTF-8 mark at the start counts as one).

    Args:
        data: bytes of the file.
        where: its path, for errors; "" where there is none.

    Raises:
        TextError: there is no text in it, or in no encoding that is known.
    """
    if not data.strip(b" \t\r\n\0\x0b\x0c"):
        raise TextError("this file is empty", where=where, todo="Choose one with a few words in it.")
    for mark, what in _MAGIC.items():
        if data.startswith(mark):
            raise TextError(f"this is {what}, not plain text", where=where, todo=_TODO)
    text = _decode(data)
    if not _is_text(text):
        raise TextError("this file holds no readable text", where=where, todo=_TODO)
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data.count(b"\0") > len(data) // 5:
        # Without a mark, English in UTF-16 shows by every other byte being zero.
        return data.decode("utf-16-le" if data[1::2].count(b"\0") > data[::2].count(b"\0") else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", errors="replace")
    if sum(ord(char) > 127 and char != "\ufffd" for char in lenient) > lenient.count("\ufffd"):
        # UTF-8 with a few broken bytes, such as a file cut in the middle of a letter.
        return lenient
    if _MAC_QUOTE.search(data):
        return data.decode("mac_roman")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_text(text: str) -> bool:
    """Whether it holds letters, and few characters that no one types."""
    head = text[:20_000]
    strange = sum(char == "\ufffd" or (unicodedata.category(char) in _UNTYPED and char not in _SPACES) for char in head)
    return strange <= len(head) * 0.1 and any(char.isalnum() for char in text)
