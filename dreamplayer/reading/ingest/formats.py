"""The words of files that are more than words: EPUB, DOCX, ODT, HTML. What lies on disk is only read.

EPUB and ODT are archives of XML and DOCX likewise; the parts that carry running text are few and stable, so the
standard library reads them (docs/decisions/0006-reading-books.md).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from dreamplayer.reading.ingest.limits import Archive, damage_named, once, opened, parse_xml
from dreamplayer.reading.ingest.source import decode, read_source

PLAIN = (".txt", ".md", ".markdown", ".text")
SUFFIXES = (*PLAIN, ".epub", ".docx", ".odt", ".html", ".htm", ".xhtml")
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "section", "tr", "article", "pre"}
_HIDDEN = {"script", "style", "head", "nav", "svg", "template"}
_EMPHASIS = {"em", "i", "cite"}


def read_text(path: Path) -> str:
    """The text of a file by its suffix, paragraphs apart by blank lines. Raises TextError where there is none."""
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm", ".xhtml"):
        page = read_source(path)
        with damage_named("HTML", str(path)):
            return _html(page)
    read = {".epub": _epub, ".docx": _docx, ".odt": _odt}.get(suffix)
    if read is None:
        return read_source(path)
    with damage_named(suffix[1:], str(path)), opened(path) as archive:
        return read(archive)


class _Reader(HTMLParser):
    """Running text of a page: blocks become paragraphs, emphasis keeps its asterisks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _EMPHASIS:
            self.parts.append("*")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in _EMPHASIS:
            self.parts.append("*")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def _html(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return _paragraphs("".join(reader.parts).split("\n\n"))


def _paragraphs(found: Iterator[str] | list[str]) -> str:
    return "\n\n".join(text for text in (part.strip() for part in found) if text.strip("*\n "))


def _parse(archive: Archive, name: str) -> ET.Element:
    return parse_xml(archive.read(name), name)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _epub(archive: Archive) -> str:
    """Chapters in the order of the spine."""
    container = _parse(archive, "META-INF/container.xml")
    package = next(e.attrib["full-path"] for e in container.iter() if _local(e) == "rootfile")
    root = _parse(archive, package)
    items = {e.attrib["id"]: e.attrib["href"] for e in root.iter() if _local(e) == "item"}
    order = [e.attrib["idref"] for e in root.iter() if _local(e) == "itemref" and e.get("linear") != "no"]
    base = posixpath.dirname(package)
    names = [posixpath.normpath(posixpath.join(base, unquote(items[ref]))) for ref in order]
    return _paragraphs([_html(decode(archive.read(name))) for name in once(names)])


def _docx(archive: Archive) -> str:
    """Paragraphs of the body; deleted text of tracked changes is left out by Word itself (`delText`)."""

    def words(paragraph: ET.Element) -> str:
        marks = {"tab": " ", "br": "\n", "noBreakHyphen": "-"}
        return "".join(e.text or "" if _local(e) == "t" else marks.get(_local(e), "") for e in paragraph.iter())

    body = _parse(archive, "word/document.xml")
    return _paragraphs([words(e) for e in body.iter() if _local(e) == "p"])


def _odt(archive: Archive) -> str:
    """Headings and paragraphs; notes and comments are left out."""

    def words(element: ET.Element) -> str:
        if _local(element) in ("note", "annotation"):
            return element.tail or ""
        own = {"tab": " ", "line-break": "\n", "s": " "}.get(_local(element), "") + (element.text or "")
        return own + "".join(words(child) for child in element) + (element.tail or "")

    content = _parse(archive, "content.xml")
    return _paragraphs([words(e).removesuffix(e.tail or "") for e in content.iter() if _local(e) in ("p", "h")])
