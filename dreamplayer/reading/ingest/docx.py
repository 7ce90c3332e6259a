"""Running text of a Word document (OOXML): walked from parent to child, so that nothing is met twice.

What Word itself does not show is not told: deletions and moved-away text of tracked changes, hidden text, field codes.
Comments, notes, contents and page numbers are left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.document_writer import DocumentWriter
from dreamplayer.reading.ingest.limits import Archive, local_name, parse_xml

_DELETED = frozenset(("del", "moveFrom"))
_THROUGH = frozenset(
    "ins moveTo hyperlink smartTag customXml sdtContent dir bdo tc fldSimple rubyBase ruby oMath oMathPara r".split()
)
"""Elements of a paragraph that are passed through to what lies inside."""
_WRITTEN_AS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
"""Pieces that stand for a character."""
_SILENT_FIELDS = {
    "PAGE": "page number", "NUMPAGES": "page number", "PAGEREF": "page number", "SECTIONPAGES": "page number",
    "TOC": "contents", "TOA": "contents", "INDEX": "contents", "NOTEREF": "footnote mark", "XE": "index mark",
    "TC": "index mark", "BIBLIOGRAPHY": "back matter", "CITATION": "citation",
}  # fmt: skip
"""Fields whose result is not told."""
_GALLERIES = {"Table of Contents": "contents", "Page Numbers": "page number", "Cover Pages": "title page",
              "Bibliographies": "back matter"}  # fmt: skip
_HEADING = re.compile(r"heading (\d)")


@dataclass(slots=True)
class _Style:
    """What a style says, its base styles included."""

    name: str = ""
    level: int = 0
    """Of a heading, 1 the uppermost."""
    hidden: bool | None = None
    italic: bool | None = None


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its code, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class _Parts:
    """What of the archive is asked for while walking the body."""

    styles: dict[str, _Style] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """(footnote or endnote, id) to its words."""
    comments: dict[str, str] = field(default_factory=dict)


def read_docx(archive: Archive) -> Draft:
    """The draft of a document.

    Args:
        archive: an open DOCX file.

    Raises:
        ValueError: the document has no body.
        TextError: a part is missing, or beyond the limits of `limits.py`.
    """
    name = _document_name(archive)
    root = parse_xml(archive.read(name), name)
    walker = _Walker(_parts(archive, posixpath.dirname(name)))
    body = next((child for child in root if local_name(child) == "body"), None)
    if body is None:
        raise ValueError("it has no body")
    walker.blocks(body)
    writer = walker.writer
    writer.title, writer.author = _properties(archive)
    return writer.draft()


def _value(element: ET.Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _child(element: ET.Element | None, *path: str) -> ET.Element | None:
    for name in path:
        element = next((child for child in element if local_name(child) == name), None) if element is not None else None
    return element


def _flag(properties: ET.Element | None, name: str) -> bool | None:
    """A toggle: True, False, or None where nothing is said."""
    found = _child(properties, name)
    if found is None:
        return None
    return (_value(found) or "true").lower() not in ("0", "false", "off", "none")


def _document_name(archive: Archive) -> str:
    """The main part; Word for the web writes it under other names than the usual one."""
    if "_rels/.rels" in archive.names:
        for relation in parse_xml(archive.read("_rels/.rels"), "_rels/.rels"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                name = (relation.get("Target") or "").lstrip("/")
                if name in archive.names:
                    return name
    return "word/document.xml"


def _parts(archive: Archive, folder: str) -> _Parts:
    parts = _Parts()
    name = f"{folder}/styles.xml"
    if name in archive.names:
        parts.styles = _styles(parse_xml(archive.read(name), name))
    for kind in ("footnote", "endnote"):
        name = f"{folder}/{kind}s.xml"
        if name in archive.names:
            for note in parse_xml(archive.read(name), name):
                parts.notes[kind, _value(note, "id") or ""] = _all_words(note)
    name = f"{folder}/comments.xml"
    if name in archive.names:
        for comment in parse_xml(archive.read(name), name):
            parts.comments[_value(comment, "id") or ""] = _all_words(comment)
    return parts


def _all_words(element: ET.Element) -> str:
    paragraphs = (
        "".join(t.text or "" for t in p.iter() if local_name(t) == "t") for p in element.iter() if local_name(p) == "p"
    )
    return " ".join(" ".join(paragraphs).split())


def _styles(root: ET.Element) -> dict[str, _Style]:
    raw = {_value(style, "styleId") or "": style for style in root if local_name(style) == "style"}
    found: dict[str, _Style] = {}

    def style_of(identity: str, depth: int = 0) -> _Style:
        if identity in found or identity not in raw or depth > 20:
            return found.get(identity, _Style())
        element = raw[identity]
        base = style_of(_value(_child(element, "basedOn")) or "", depth + 1)
        name = (_value(_child(element, "name")) or "").lower()
        outline = _value(_child(element, "pPr", "outlineLvl"))
        heading = _HEADING.match(name)
        level = int(heading[1]) if heading else 1 if name == "title" else base.level
        if outline is not None and outline.isdigit():
            level = int(outline) + 1 if int(outline) < 9 else 0
        hidden, italic = _flag(_child(element, "rPr"), "vanish"), _flag(_child(element, "rPr"), "i")
        style = _Style(
            name,
            level,
            base.hidden if hidden is None else hidden,
            base.italic if italic is None else italic,
        )
        found[identity] = style
        return style

    for identity in raw:
        style_of(identity)
    return found


def _properties(archive: Archive) -> tuple[str | None, str]:
    """(title, author) of the document; an author is often whoever the program was licensed to, so none is given."""
    name = "docProps/core.xml"
    if name not in archive.names:
        return None, ""
    for element in parse_xml(archive.read(name), name):
        if local_name(element) == "title" and (element.text or "").strip():
            title = " ".join((element.text or "").split())
            return (None if re.search(r"\.docx?$|^microsoft word|^untitled|^document\d*$", title, re.I) else title), ""
    return None, ""


class _Walker:
    """Walks the body and writes what is told."""

    def __init__(self, parts: _Parts) -> None:
        self.parts = parts
        self.writer = DocumentWriter()
        self._fields: list[_Field] = []
        self._boxes: list[ET.Element] = []
        self._in_table = 0

    def blocks(self, parent: ET.Element) -> None:
        """Paragraphs, tables and what holds them."""
        for element in parent:
            name = local_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "sdt":
                self._content_control(element, block=True)
            elif name in ("customXml", "ins", "moveTo", "smartTag", "sdtContent"):
                self.blocks(element)
            elif name in _DELETED:
                with self.writer.omitted("deleted text"):
                    self.blocks(element)
            elif name == "AlternateContent":
                self._alternatives(element, block=True)

    def _alternatives(self, element: ET.Element, *, block: bool) -> None:
        """One of several ways to say the same: the first."""
        chosen = _child(element, "Choice")
        chosen = chosen if chosen is not None else _child(element, "Fallback")
        if chosen is not None:
            (self.blocks if block else self._inline)(chosen)

    def _content_control(self, element: ET.Element, *, block: bool) -> None:
        gallery = _value(_child(element, "sdtPr", "docPartObj", "docPartGallery")) or ""
        content = _child(element, "sdtContent")
        if content is None:
            return
        kind = next((kind for name, kind in _GALLERIES.items() if name in gallery), "")
        if _child(element, "sdtPr", "showingPlcHdr") is not None:
            kind = "placeholder"
        walk = self.blocks if block else self._inline
        if kind:
            with self.writer.omitted(kind, inline=not block):
                walk(content)
            return
        walk(content)

    def _paragraph(self, paragraph: ET.Element) -> None:
        writer = self.writer
        properties = _child(paragraph, "pPr")
        style = self.parts.styles.get(_value(_child(properties, "pStyle")) or "", _Style())
        level = style.level
        outline = _value(_child(properties, "outlineLvl"))
        if outline is not None and outline.isdigit():
            level = int(outline) + 1 if int(outline) < 9 else 0
        if self._contents_field() or re.match(r"toc \d|table of figures|index \d", style.name):
            with writer.omitted("contents"):
                writer.begin()
                self._inline(paragraph)
                writer.end()
            return
        listed = _child(properties, "numPr") is not None and not level
        if (listed and writer.open and writer.listed) or self._in_table:
            writer.sentence()
        else:
            writer.begin("heading" if level else "paragraph", level)
        writer.listed = listed
        self._inline(paragraph)
        mark = _child(properties, "rPr")
        drop_cap = _value(_child(properties, "framePr"), "dropCap") in ("drop", "margin")
        if drop_cap or (mark is not None and any(local_name(e) in _DELETED for e in mark)):
            if drop_cap:
                writer.glue()
            writer.join_next()
        elif not self._in_table and not listed:
            writer.end()
        self._write_boxes()

    def _write_boxes(self) -> None:
        """Text boxes that are anchored in a paragraph, each once, behind it."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.writer.end()
            self.blocks(box)

    def _contents_field(self) -> bool:
        return any(f.result and f.code.split()[:1] in (["TOC"], ["INDEX"], ["TOA"]) for f in self._fields)

    def _inline(self, parent: ET.Element) -> None:
        for element in parent:
            name = local_name(element)
            if name == "r":
                self._run(element)
            elif name in _DELETED:
                self._deleted(element)
            elif name == "sdt":
                self._content_control(element, block=False)
            elif name == "AlternateContent":
                self._alternatives(element, block=False)
            elif name == "fldSimple":
                self._simple_field(element)
            elif name in _THROUGH or name == "p":
                self._inline(element)

    def _deleted(self, element: ET.Element) -> None:
        words = "".join(t.text or "" for t in element.iter() if local_name(t) in ("t", "delText"))
        with self.writer.omitted("deleted text", inline=True):
            self.writer.write(words)

    def _simple_field(self, element: ET.Element) -> None:
        kind = _SILENT_FIELDS.get(((_value(element, "instr") or "").split() or [""])[0].upper())
        if kind is None:
            self._inline(element)
            return
        with self.writer.omitted(kind, inline=True):
            self._inline(element)

    def _run(self, run: ET.Element) -> None:
        properties = _child(run, "rPr")
        style = self.parts.styles.get(_value(_child(properties, "rStyle")) or "", _Style())
        hidden, italic = _flag(properties, "vanish"), _flag(properties, "i")
        hidden = style.hidden if hidden is None else hidden
        italic = style.italic if italic is None else italic
        struck = _flag(properties, "strike") or _flag(properties, "dstrike")
        web_hidden = _flag(properties, "webHidden")
        kind = "hidden text" if hidden or web_hidden else "deleted text" if struck else ""
        code = next((f.code.split()[0].upper() for f in reversed(self._fields) if f.result and f.code.split()), "")
        kind = kind or _SILENT_FIELDS.get(code, "")
        if kind == "contents":
            kind = ""  # its paragraphs are left out whole
        with self.writer.italics(bool(italic)):
            if kind:
                with self.writer.omitted(kind, inline=True):
                    self._pieces(run)
            else:
                self._pieces(run)

    def _pieces(self, run: ET.Element) -> None:
        """The pieces of a run, but those of the code of a field."""
        for piece in run:
            name = local_name(piece)
            if name == "fldChar":
                self._field(_value(piece, "fldCharType") or "")
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].code += piece.text or ""
            elif not self._fields or self._fields[-1].result:
                self._piece(piece, name)

    def _piece(self, piece: ET.Element, name: str) -> None:
        """One piece of what is shown: text, a break, a mark of a note, a picture."""
        writer, number = self.writer, _value(piece, "id") or ""
        if name in _WRITTEN_AS:
            writer.write(_WRITTEN_AS[name])
        elif name == "t":
            writer.write(piece.text or "")
        elif name in ("br", "cr"):
            if (_value(piece, "type") or "textWrapping") == "textWrapping":
                writer.line()
            else:
                writer.write(" ")
        elif name in ("footnoteReference", "endnoteReference"):
            self._aside("footnote", self.parts.notes.get((name.removesuffix("Reference"), number), "") or "note")
        elif name == "commentReference":
            self._aside("comment", self.parts.comments.get(number, "") or "comment")
        elif name in ("drawing", "pict", "object"):
            self._drawing(piece)
        elif name == "AlternateContent":
            self._choose_drawing(piece)
        elif name == "ruby":
            self._ruby(piece)

    def _aside(self, kind: str, words: str) -> None:
        with self.writer.omitted(kind, inline=True):
            self.writer.write(words)

    def _ruby(self, element: ET.Element) -> None:
        base, reading = _child(element, "rubyBase"), _child(element, "rt")
        if base is not None:
            self._inline(base)
        if reading is not None:
            self._aside("pronunciation", "".join(t.text or "" for t in reading.iter() if local_name(t) == "t"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _choose_drawing(self, element: ET.Element) -> None:
        chosen = _child(element, "Choice")
        chosen = chosen if chosen is not None else _child(element, "Fallback")
        for inner in chosen if chosen is not None else ():
            if local_name(inner) in ("drawing", "pict", "object"):
                self._drawing(inner)
            elif local_name(inner) == "r":
                self._pieces(inner)

    def _drawing(self, element: ET.Element) -> None:
        """A picture is named by its description and not told; a text box is told behind the paragraph."""
        boxes = list(_outermost(element, "txbxContent"))
        self._boxes += boxes
        if boxes:
            return
        named = (e for e in element.iter() if local_name(e) in ("docPr", "shape", "imagedata"))
        words = next((w for e in named if (w := _value(e, "descr") or _value(e, "alt"))), "")
        if words:
            self._aside("picture", words)

    def _table(self, table: ET.Element) -> None:
        """Rows are sentences, cells are set apart; tables of paragraphs (a page's layout) are told as paragraphs."""
        writer = self.writer
        rows = list(_rows(table))
        prose = any(len(_all_words(cell)) > 300 for row in rows for cell in row if local_name(cell) == "tc")
        if prose:
            for row in rows:
                for cell in row:
                    if local_name(cell) in ("tc", "sdt"):
                        self.blocks(cell)
            return
        if not self._in_table:
            writer.begin()
        self._in_table += 1
        for row in rows:
            if _child(row, "trPr", "del") is not None:
                with writer.omitted("deleted text"):
                    for cell in row:
                        self._cell(cell)
                continue
            writer.sentence()
            cells = [cell for cell in row if local_name(cell) == "tc" and _all_words(cell)]
            for i, cell in enumerate(cells):
                if i and writer.last_word[-1:].isalnum():
                    writer.write(", ")
                self._cell(cell)
        self._in_table -= 1
        if not self._in_table:
            writer.end()

    def _cell(self, cell: ET.Element) -> None:
        for i, element in enumerate(e for e in cell if local_name(e) in ("p", "tbl", "sdt")):
            if local_name(element) == "p":
                if i:
                    self.writer.write(" ")
                self._inline(element)
            elif local_name(element) == "tbl":
                self._table(element)
            else:
                self._content_control(element, block=True)


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for element in table:
        if local_name(element) == "tr":
            yield element
        elif local_name(element) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(element)


def _outermost(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Elements of a name, none inside another; of alternatives the first."""
    if local_name(element) == name:
        yield element
        return
    if local_name(element) == "AlternateContent":
        chosen = _child(element, "Choice")
        chosen = chosen if chosen is not None else _child(element, "Fallback")
        if chosen is not None:
            yield from _outermost(chosen, name)
        return
    for child in element:
        yield from _outermost(child, name)
