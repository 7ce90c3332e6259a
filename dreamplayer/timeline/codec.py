"""Lossless JSON encoding of frozen dataclasses. A field named `span` is written as `start` and `end`."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dreamplayer.model.score import Span

T = TypeVar("T")


def encode(thing: Any) -> Any:
    """Encode a value as plain JSON data: dataclasses as objects, tuples and lists as arrays, the rest unchanged.

    Args:
        thing: a dataclass, tuple, list, string, number, bool or None; fields with `init=False` are left out.
    """
    if is_dataclass(thing) and not isinstance(thing, type):
        data: dict[str, Any] = {}
        for field in fields(thing):
            if not field.init:
                continue
            value = getattr(thing, field.name)
            if field.name == "span":
                data["start"], data["end"] = value.start, value.end
            else:
                data[field.name] = encode(value)
        return data
    if isinstance(thing, tuple | list):
        return [encode(part) for part in thing]
    return thing


def decode(kind: type[T], data: Any) -> T:
    """Decode what `encode` wrote.

    Args:
        kind: the dataclass to build; its annotations say how each field is read.
        data: parsed JSON; unknown keys are ignored, missing ones take the default.

    Raises:
        KeyError: a `span` without its `start` or `end`.
        TypeError: a required field is missing, or a value has the wrong shape.
        ValueError: a value outside its Literal, or a tuple of the wrong length.
    """
    return _decode(kind, data)  # type: ignore[no-any-return]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, data: Any) -> Any:
    if kind is float:
        return float(data)
    origin = get_origin(kind)
    if origin is Union or origin is types.UnionType:
        if data is None:
            return None
        return _decode(next(part for part in get_args(kind) if part is not type(None)), data)
    if origin is tuple:
        parts = get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_decode(parts[0], item) for item in data)
        return tuple(_decode(part, item) for part, item in zip(parts, data, strict=True))
    if origin is Literal:
        if data not in get_args(kind):
            raise ValueError(f"{data!r} is none of {get_args(kind)}")
        return data
    if is_dataclass(kind):
        return _object(kind, data)
    return data


def _object(kind: Any, data: Any) -> Any:
    hints = _hints(kind)
    given: dict[str, Any] = {}
    for field in fields(kind):
        if not field.init:
            continue
        if field.name == "span":
            given["span"] = Span(float(data["start"]), float(data["end"]))
        elif field.name in data:
            given[field.name] = _decode(hints[field.name], data[field.name])
    return kind(**given)
