"""TOML that a person wrote: settings, notes and pronunciations are read here, and what is wrong is named by its line.

Python's reader lets numbers of any length, NaN, infinity and any depth through, or fails on them without a line; a file
may be a pipe or have no end. All of that ends here in the caller's own kind of DreamError.
"""

from __future__ import annotations

import math
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dreamplayer.errors import DreamError

MOST_BYTES = 512 * 1024
"""A file written by hand is smaller."""
MOST_DEPTH = 40
"""Brackets inside one another."""
MOST_FAULTS = 100
"""Lines left out of one file before all of it is."""
_LONG_NUMBER = re.compile(r"\d[\d_]{400,}")
_NOT_TOML = "this line is not TOML"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file."""

    line: int
    """From 1; 0 where it has none."""
    what: str


def read_text(path: Path, error: type[DreamError], what: str) -> str | None:
    """The text of a file, None where there is none. `what` names in errors what it should hold ("the notes")."""
    todo = "Mend or remove it."
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise error(f"{what} cannot be read: this is no file", where=str(path), todo=todo)
        if found.st_size > MOST_BYTES:
            raise error(f"{what} cannot be read: more than {MOST_BYTES // 1024} kB", where=str(path), todo=todo)
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise error(f"{what} cannot be read: {reason}", where=str(path), todo=todo) from problem


def parse(text: str) -> dict[str, Any] | Fault:
    """The tables of a text, or the first thing wrong with it."""
    for number, line in enumerate(text.splitlines(), 1):
        if _LONG_NUMBER.search(line):
            return Fault(number, "this number is too long")
        if min(line.count("[") + line.count("{"), line.count(".") + line.count("[")) > 4 * MOST_DEPTH:
            return Fault(number, "this is nested too deeply")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return Fault(_said_line(str(problem), text), _NOT_TOML)
    except RecursionError:
        return Fault(_deepest(text), "this is nested too deeply")
    except ValueError as problem:
        # A date that does not exist, a number that Python does not take.
        return Fault(_said_line(str(problem), text), f"{_NOT_TOML} ({str(problem)[:80]})")
    if _depth(found) > MOST_DEPTH:
        return Fault(_deepest(text), "this is nested too deeply")
    return found


def load(path: Path, error: type[DreamError], what: str, todo: str = "") -> tuple[str, dict[str, Any]] | None:
    """(text, tables) of a file, None where there is none. The error names the line that is wrong."""
    text = read_text(path, error, what)
    if text is None:
        return None
    found = parse(text)
    if isinstance(found, Fault):
        raise error(found.what, where=at_line(path, found.line), todo=todo)
    return text, found


def salvage(text: str) -> tuple[dict[str, Any], list[Fault]]:
    """The tables of a text whose lines stand each for itself, and the faults of the lines that were left out."""
    lines = text.split("\n")
    faults: list[Fault] = []
    for _ in range(MOST_FAULTS):
        found = parse("\n".join(lines))
        if not isinstance(found, Fault):
            return found, faults
        faults.append(found)
        if not 1 <= found.line <= len(lines) or not lines[found.line - 1].strip():
            break
        lines[found.line - 1] = ""
    return {}, [*faults[:1], Fault(0, "nothing in this file is understood")]


def at_line(path: Path | str, line: int) -> str:
    """How a place in a file is written in errors."""
    return f"{path}, line {line}" if line else str(path)


def line_of(text: str, key: str, header: str = "", number: int = 0) -> int:
    """Line, from 1, of `key` in the `number`th table under this header; the header's line where it is not found.

    "" is the top of the file; there 0 says that it is not found.
    """
    lines = text.splitlines()
    start = 0
    if header:
        heads = [i for i, line in enumerate(lines) if line.partition("#")[0].strip().strip("[]").strip() == header]
        start = heads[number] if number < len(heads) else 0
    name = re.escape(key)
    pattern = re.compile(rf"\s*[\"']?{name}[\"']?\s*[=.]|\s*\[+\s*[\"']?{name}\b|.*[{{,]\s*[\"']?{name}[\"']?\s*=")
    for i in range(start, len(lines)):
        if pattern.match(lines[i][:2000]):
            return i + 1
    return start + 1 if header else 0


def number_in(value: object, low: float, high: float) -> float | None:
    """The value as a number between two others, both allowed; None for anything else, NaN and booleans too."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None
    return float(value) if math.isfinite(value) else None


def shown(value: object) -> str:
    """A value in a message: short, whatever it is."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        return "too long a value"
    return text if len(text) <= 60 else text[:57] + "..."


def _said_line(message: str, text: str) -> int:
    at = re.search(r"at line (\d+)", message)
    if at:
        return int(at[1])
    # Something was opened and never closed: where is the best guess.
    lines = text.splitlines()
    opened = [i for i, line in enumerate(lines, 1) if re.search(r"\"\"\"|'''|=\s*[\[{][^\]}]*$", line)]
    written = [i for i, line in enumerate(lines, 1) if line.strip()]
    return opened[-1] if opened else written[-1] if written else 0


def _deepest(text: str) -> int:
    lines = text.splitlines()
    return 1 + max(range(len(lines)), key=lambda i: lines[i].count("[") + lines[i].count("{") + lines[i].count("."))


def _depth(value: object, level: int = 0) -> int:
    """How deep tables and lists lie in one another, counted up to a little over the limit."""
    if level > MOST_DEPTH or not isinstance(value, dict | list):
        return level
    inner = value.values() if isinstance(value, Mapping) else value
    return max((_depth(one, level + 1) for one in inner), default=level + 1)
