"""Serialisation of a Dream: from the process that reads files to the app, and into the library's cache.

Only the classes of a dream are accepted when it is read back, so that neither a compromised reader process nor a
damaged cache can run code in the app.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

from dreamplayer.model import text as model
from dreamplayer.model.text import Dream, Sentence, Word

_WORD = tuple(field.name for field in fields(Word))
_SENTENCE = tuple(field.name for field in fields(Sentence) if field.name != "words")


def _sentence(columns: tuple[tuple[Any, ...], ...], rest: tuple[Any, ...]) -> Sentence:
    """Rebuild a sentence: its words as one column for each field, and its other fields."""
    words = tuple(map(Word, *columns))
    return Sentence(words=words, **dict(zip(_SENTENCE, rest, strict=True)))


class _Pickler(pickle.Pickler):
    """Pickles words column by column: a novel has hundreds of thousands, and one by one takes ten times as long."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is not Sentence:
            return NotImplemented
        columns = tuple(tuple(getattr(word, name) for word in value.words) for name in _WORD)
        return _sentence, (columns, tuple(getattr(value, name) for name in _SENTENCE))


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module == __name__ and name == "_sentence":
            return _sentence
        found = getattr(model, name, None) if module == model.__name__ else None
        # Only classes the module defines, not those it imports.
        if not isinstance(found, type) or found.__module__ != model.__name__:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a dream")
        return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Suspend garbage collection, which would traverse the growing object again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def to_bytes(dream: Dream) -> bytes:
    """Serialise a dream for `from_bytes` of the same version."""
    out = io.BytesIO()
    with _no_collection():
        _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(dream)
    return out.getvalue()


def from_bytes(data: bytes) -> Dream:
    """Read back a dream.

    Raises:
        ValueError: the bytes are not one.
    """
    try:
        with _no_collection():
            found = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:
        raise ValueError(f"not a dream: {error}") from error
    if not isinstance(found, Dream):
        raise ValueError("not a dream")
    return found
