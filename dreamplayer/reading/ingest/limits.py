"""What a file may cost while it is read: bytes decompressed, depth and number of XML elements, characters of text.

The sizes an archive declares are never believed: bytes are counted as they come out of the decompressor. The process
that reads a file has limits of time and memory of its own; these refuse sooner and say why.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from dreamplayer.errors import TextError

MOST_BYTES = 64 * 2**20
"""Bytes that all parts of an archive that are read may decompress to, together."""
MOST_DEPTH = 200
"""Elements inside one another in an XML part: word processors nest some thirty."""
MOST_ELEMENTS = 2_000_000
"""Elements of an XML part: a long novel has some hundred thousand."""
MOST_TEXT = 2_000_000
"""Characters of text that are taken from one file: a dozen hours of telling at the least."""

_CHUNK = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What EPUB, DOCX and ODT allow; the others decompress a few bytes into gigabytes in one step."""


BROKEN: tuple[type[Exception], ...] = (
    OSError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ET.ParseError, expat.ExpatError, EOFError,
    LookupError, StopIteration, ValueError, ArithmeticError, AttributeError, TypeError, RuntimeError, AssertionError,
)  # fmt: skip
"""What a damaged part of a book raises in the libraries that read it, for a reader that can do without the part."""


_REASONS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((zipfile.BadZipFile, zipfile.LargeZipFile, EOFError), "it is not whole"),
    ((zlib.error, ET.ParseError, expat.ExpatError, UnicodeError), "it is damaged inside"),
    ((KeyError,), "a part of it is missing"),
)
"""What the errors of libraries mean to the person whose file it is."""
_ENCRYPTED = 0x1
"""Flag of a part of an archive that only a password opens."""


def _reason(error: Exception) -> str:
    """Why a file cannot be read, without a library's own words where there are better ones."""
    plain = next((reason for kinds, reason in _REASONS if isinstance(error, kinds)), "")
    return plain or str(error)[:200] or type(error).__name__


@contextmanager
def damage_named(kind: str, where: str) -> Iterator[None]:
    """Whatever a reader of this kind of file raises inside becomes a TextError that names the file.

    Args:
        kind: of file, for people, such as "EPUB".
        where: path of the file.

    Raises:
        TextError: anything but a lack of memory went wrong inside.
    """
    try:
        yield
    except TextError as error:
        if error.where:
            raise
        raise TextError(error.what, where=where, todo=error.todo) from error
    except MemoryError:
        raise
    except Exception as error:  # no list of what zip, XML and HTML libraries raise is ever complete
        raise TextError(
            f"this {kind} file cannot be read: {_reason(error)}",
            where=where,
            todo="Save it again, or save it as plain text.",
        ) from error


class Archive:
    """A zip archive whose parts are read under one limit of decompressed bytes."""

    def __init__(self, archive: zipfile.ZipFile, most_bytes: int = MOST_BYTES) -> None:
        self._archive, self._left = archive, most_bytes
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Args:
            name: of the part.

        Raises:
            KeyError: there is none.
            ValueError: it is encrypted, or compressed by an unusual method.
            TextError: all parts read so far exceed the limit.
        """
        info = self._archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise ValueError("it is protected by a password")
        if info.compress_type not in _METHODS:
            raise ValueError(f"{name} is compressed by an unusual method")
        parts: list[bytes] = []
        with self._archive.open(info) as stream:
            while part := stream.read(_CHUNK):
                self._left -= len(part)
                if self._left < 0:
                    raise TextError("this book is too large inside", todo="Choose one below 64 MB of text.")
                parts.append(part)
        return b"".join(parts)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive for reading. What the zip library raises is the caller's to name (`damage_named`).

    Args:
        path: of a zip archive.
    """
    with zipfile.ZipFile(path) as archive:
        yield Archive(archive)


def parse_xml(data: bytes, name: str, most_depth: int = MOST_DEPTH) -> ET.Element:
    """The tree of an XML part, tags as `{namespace}local`.

    Entities are never declared in a book's parts: a document that declares any is refused, wherever its document type
    stands and in whatever encoding. TextError also where it is nested or filled beyond the limits.

    Args:
        data: bytes of the part.
        name: of the part, for errors.
        most_depth: levels of nesting.

    Raises:
        TextError: it declares entities, or is nested or filled beyond the limits.
    """
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(None, "}")
    parser.buffer_text = True
    depth = count = 0

    def qualified(tag: str) -> str:
        return "{" + tag if "}" in tag else tag

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > most_depth:
            raise TextError(f"{name} is nested too deeply", todo="Save it again, or save it as plain text.")
        if count > MOST_ELEMENTS:
            raise TextError(f"{name} has too many parts", todo="Save it again, or save it as plain text.")
        builder.start(qualified(tag), {qualified(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(qualified(tag))

    def entity(*_: object) -> None:
        raise TextError(f"{name} declares entities", todo="Save it again, or save it as plain text.")

    handlers: dict[str, Callable[..., None]] = {
        "StartElementHandler": start,
        "EndElementHandler": end,
        "CharacterDataHandler": builder.data,
        "EntityDeclHandler": entity,
        "ExternalEntityRefHandler": entity,
    }
    for handler, call in handlers.items():
        setattr(parser, handler, call)
    parser.Parse(data, True)
    return builder.close()


def local_name(element: ET.Element) -> str:
    """The tag of an element without its namespace; "" for comments and processing instructions.

    Args:
        element: any node of a tree.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def once(names: Iterable[str]) -> list[str]:
    """Names in their order, each only where it stands first: a chapter is told once, however often a spine names it.

    Args:
        names: any, repeated or not.
    """
    return list(dict.fromkeys(names))


def shortened(text: str, most: int = MOST_TEXT) -> tuple[str, str]:
    """(the text as far as it is taken, a notice for people).

    It is cut after a paragraph where one ends in its last fifth, else after a word. "" where all of it was taken.

    Args:
        text: the whole.
        most: characters.
    """
    if len(text) <= most:
        return text, ""
    cut = text.rfind("\n\n", most * 4 // 5, most)
    cut = cut if cut > 0 else max(text.rfind(" ", most * 4 // 5, most), text.rfind("\n", most * 4 // 5, most))
    cut = cut if cut > 0 else most
    return text[:cut], f"it is longer than can be told: the first {100 * cut // len(text)} % of it was taken"
