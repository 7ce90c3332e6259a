"""A record as it is written in TOML: read from its file, and checked key by key against the class it is parsed to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dreamplayer.errors import CatalogueError
from dreamplayer.toml_file import at_line, line_of, load, shown


def read_file(path: Path) -> tuple[str, dict[str, Any]]:
    """The text and the tables of a file of records.

    Args:
        path: of a TOML file.

    Returns:
        The text as it stands, and what each key at its top holds.

    Raises:
        CatalogueError: it is no TOML; it names the line.
    """
    found = load(path, CatalogueError, "the record", todo="Mend that line.")
    if found is None:
        raise CatalogueError("there is no such record", where=str(path))
    return found


def check_record(
    row: Mapping[str, Any], kind: type, path: Path, text: str, *, header: str = "", words: Collection[str] = ()
) -> None:
    """Refuse a record with a key or a value that its class does not have.

    Args:
        row: the table as it is written, with what holds for it from elsewhere.
        kind: the frozen class it is parsed to; its `name` is given by the file.
        path: of the file, for the error.
        text: of the file, for the line.
        header: of the table in it; "" where the file is one record.
        words: further keys, which are compiled into words.

    Raises:
        CatalogueError: an unknown key (it names the nearest known one), a value of another kind, or a missing key.
    """

    def refuse(what: str, key: str, todo: str) -> None:
        raise CatalogueError(what, where=at_line(path, line_of(text, key, header)), todo=todo)

    hints = get_type_hints(kind)
    known = {field.name for field in fields(kind)} - {"name"} | set(words)
    for key, value in row.items():
        if key not in known:
            refuse(f"a record has no key {key!r}", key, nearest(key, known))
        if key in hints and (wrong := _wrong(hints[key], value)):
            refuse(f"{key} {wrong}", key, "Every key with an example: docs/things.md.")
    for field in fields(kind):
        needed = field.default is MISSING and field.default_factory is MISSING
        if needed and field.name not in row and field.name != "name":
            refuse(f"the key {field.name!r} is missing", field.name, "Every record must have it.")


def nearest(name: str, known: Collection[str]) -> str:
    """The advice for a misspelt name: `Did you mean 'garden'?`, or all there are where none is like it.

    Args:
        name: as it was written.
        known: what it may be.
    """
    close = get_close_matches(name, known, 1)
    return f"Did you mean {close[0]!r}?" if close else f"Known are {', '.join(sorted(known))}."


def _wrong(hint: Any, value: object) -> str:
    """What is wrong with a value of a type; "" for nothing."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        faults = [_wrong(one, value) for one in inner if one is not type(None)]
        return "" if "" in faults else faults[0]
    if origin is Literal:
        return "" if value in inner else f"is {shown(value)}. {nearest(str(value), inner)}"
    if origin in (frozenset, tuple):
        if not isinstance(value, list):
            return f"must be a list, not {shown(value)}"
        return next((fault for one in value if (fault := _wrong(inner[0], one))), "")
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            return f"must be a table, not {shown(value)}"
        hints = get_type_hints(hint)
        odd = next((key for key in value if key not in hints), None)
        if odd is not None:
            return f"has no key {odd!r}. {nearest(odd, hints)}"
        return next((f"{key} {fault}" for key, one in value.items() if (fault := _wrong(hints[key], one))), "")
    if hint is float:
        return "" if isinstance(value, int | float) and not isinstance(value, bool) else f"is no number: {shown(value)}"
    if hint in (bool, int, str) and type(value) is not hint:
        return f"must be {_KINDS[hint]}, not {shown(value)}"
    return ""


_KINDS = {bool: "true or false", int: "a whole number", str: "a text in quotes"}
