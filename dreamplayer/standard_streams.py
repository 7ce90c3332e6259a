"""Standard output and standard error as they may be: closed, full, or of an encoding that lacks most letters."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from typing import Any

from dreamplayer.errors import DreamError

_LONGEST = 2000
"""Letters of a line on standard error: names of files may be longer than any screen."""


def prepare() -> None:
    """Called first: no file shall be opened under the number of a standard stream, and no letter shall be an error."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def say(text: str) -> None:
    """Write to standard output, a line end after it. DreamError where it cannot be written."""
    if sys.stdout is None:
        raise DreamError("standard output is closed", todo="Open it, or send it to a file.")
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def say_json(document: Any) -> None:
    """Write a JSON document to standard output, escaped where its encoding lacks a letter."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        text = json.dumps(document, allow_nan=False)
    say(text)


def complain(text: str) -> None:
    """Write a line to standard error, where that is possible."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write((text if len(text) <= _LONGEST else f"{text[:400]} … {text[-400:]}") + "\n")
            sys.stderr.flush()


def finish() -> None:
    """Write out what is held back: DreamError where standard output does not take it, as on a full disk."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def let_go() -> None:
    """Nothing is written to standard output any more: the interpreter must not try again when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritable(error: OSError) -> DreamError:
    let_go()
    return DreamError(f"standard output cannot be written: {error.strerror or error}", todo="Make room there.")
