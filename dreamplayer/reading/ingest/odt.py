"""Running text of an OpenDocument text: walked from parent to child, so that nothing is met twice.

Deletions of tracked changes, comments, notes, hidden text, contents and page numbers are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.document_writer import DocumentWriter
from dreamplayer.reading.ingest.limits import Archive, local_name, parse_xml

_PROSE_CELL = 300
_INDEXES = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography".split()
)
_PAGE_FIELDS = frozenset("page-number page-count page-continuation page-variable-get".split())
_SILENT = frozenset(
    "forms sequence-decls variable-decls user-field-decls dde-connection-decls tracked-changes soft-page-break number "
    "bookmark bookmark-start bookmark-end change change-start change-end reference-mark reference-mark-start "
    "reference-mark-end toc-mark alphabetical-index-mark user-index-mark annotation-end note-citation script "
    "note-ref glue-point image-map event-listeners".split()
)


@dataclass(slots=True)
class _Style:
    """What a style says, its parents included."""

    hidden: bool = False
    italic: bool = False
    struck: bool = False
    level: int = 0
    """Of a heading, 1 the uppermost."""


def read_odt(archive: Archive) -> Draft:
    """The draft of a document.

    Args:
        archive: an open ODT file.
    """
    content = parse_xml(archive.read("content.xml"), "content.xml")
    roots = [content]
    if "styles.xml" in archive.names:
        roots.insert(0, parse_xml(archive.read("styles.xml"), "styles.xml"))
    walker = _Walker(_styles(roots))
    body = next((e for e in content.iter() if local_name(e) == "text" and "office" in e.tag), None)
    walker.body(content if body is None else body)
    writer = walker.writer
    if "meta.xml" in archive.names:
        for element in parse_xml(archive.read("meta.xml"), "meta.xml").iter():
            if local_name(element) == "title" and (element.text or "").strip():
                writer.title = " ".join((element.text or "").split())
    return writer.draft()


def _value(element: ET.Element, name: str) -> str:
    """An attribute by its local name; "" where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _styles(roots: list[ET.Element]) -> dict[str, _Style]:
    raw = {_value(e, "name"): e for root in roots for e in root.iter() if local_name(e) == "style"}
    found: dict[str, _Style] = {}

    def style_of(name: str, depth: int = 0) -> _Style:
        if name in found or name not in raw or depth > 20:
            return found.get(name, _Style())
        element = raw[name]
        base = style_of(_value(element, "parent-style-name"), depth + 1)
        style = _Style(base.hidden, base.italic, base.struck, base.level)
        if name == "Title":
            style.level = 1
        if _value(element, "default-outline-level").isdigit():
            style.level = int(_value(element, "default-outline-level"))
        for properties in element:
            if local_name(properties) != "text-properties":
                continue
            if display := _value(properties, "display"):
                style.hidden = display == "none"
            if slope := _value(properties, "font-style"):
                style.italic = slope in ("italic", "oblique")
            if line := _value(properties, "text-line-through-style"):
                style.struck = line != "none"
        found[name] = style
        return style

    for name in raw:
        style_of(name)
    return found


class _Walker:
    """Walks the body and writes what is told."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self.styles = styles
        self.writer = DocumentWriter()
        self._boxes: list[ET.Element] = []
        self._in_item = 0

    def body(self, body: ET.Element) -> None:
        """The whole document; what was deleted stands at its beginning and is only listed."""
        for element in body:
            if local_name(element) == "tracked-changes":
                for gone in element.iter():
                    if local_name(gone) == "deletion":
                        self._listed(gone, "deleted text")
        self.blocks(body)

    def _listed(self, element: ET.Element, kind: str) -> None:
        words = [" ".join("".join(p.itertext()).split()) for p in element.iter() if local_name(p) in ("p", "h")]
        self.writer.begin()
        with self.writer.omitted(kind):
            self.writer.write(" ".join(words))
        self.writer.end()

    def blocks(self, parent: ET.Element) -> None:
        """Headings, paragraphs, lists, sections, tables."""
        for element in parent:
            name = local_name(element)
            if name in ("p", "h"):
                self._paragraph(element, name)
            elif name == "list":
                self._list(element)
            elif name in ("list-item", "list-header"):
                self.blocks(element)
            elif name == "section":
                self._section(element)
            elif name in _INDEXES:
                with self.writer.omitted("contents"):
                    self.blocks(element)
                    self.writer.end()
            elif name == "table":
                self._table(element)
            elif name == "frame":
                self._frame(element)
                self._write_boxes()
            elif name not in _SILENT:
                self.blocks(element)

    def _section(self, element: ET.Element) -> None:
        if _value(element, "display") == "none":
            with self.writer.omitted("hidden text"):
                self.blocks(element)
                self.writer.end()
        else:
            self.blocks(element)

    def _paragraph(self, element: ET.Element, name: str) -> None:
        writer = self.writer
        style = self.styles.get(_value(element, "style-name"), _Style())
        level = int(_value(element, "outline-level") or 1) if name == "h" else style.level
        if self._in_item:
            writer.sentence()
        else:
            writer.begin("heading" if level else "paragraph", level)
        hidden = style.hidden or any(
            local_name(e) == "hidden-paragraph" and _value(e, "is-hidden") == "true" for e in element
        )
        if hidden:
            with writer.omitted("hidden text", inline=True):
                self._inline(element)
        else:
            with writer.italics(style.italic):
                self._inline(element)
        if not self._in_item:
            writer.end()
        self._write_boxes()

    def _write_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            if not self._in_item:
                self.writer.end()
            self.blocks(box)

    def _list(self, element: ET.Element) -> None:
        items = [e for e in element.iter() if local_name(e) in ("p", "h")]
        if any(local_name(e) == "h" for e in items) or any(len("".join(e.itertext())) > _PROSE_CELL for e in items):
            self.blocks(element)
            return
        if not self._in_item:
            self.writer.begin()
        self._in_item += 1
        self.blocks(element)
        self._in_item -= 1
        if not self._in_item:
            self.writer.end()

    def _inline(self, parent: ET.Element) -> None:
        self.writer.write(parent.text or "")
        for element in parent:
            self._piece(element, local_name(element))
            self.writer.write(element.tail or "")

    def _piece(self, element: ET.Element, name: str) -> None:
        writer = self.writer
        if name == "span":
            self._span(element)
        elif name in ("tab", "s"):
            writer.write(" ")
        elif name == "line-break":
            writer.line()
        elif name == "note":
            kind = "footnote"
            with writer.omitted(kind, inline=True):
                bodies = [e for e in element if local_name(e) == "note-body"]
                for body in bodies or [element]:
                    writer.write(" ".join("".join(body.itertext()).split()))
        elif name == "annotation":
            with writer.omitted("comment", inline=True):
                writer.write(
                    " ".join("".join("".join(p.itertext()) for p in element if local_name(p) in ("p", "list")).split())
                )
        elif name in _PAGE_FIELDS:
            with writer.omitted("page number", inline=True):
                writer.write("".join(element.itertext()))
        elif name in ("hidden-text", "placeholder") or _value(element, "display") == "none":
            with writer.omitted("hidden text" if name != "placeholder" else "placeholder", inline=True):
                writer.write("".join(element.itertext()))
        elif name in ("ruby",):
            self._ruby(element)
        elif name in ("frame", "custom-shape", "rect", "g"):
            self._frame(element)
        elif name not in _SILENT and name not in ("hidden-paragraph", "note-class"):
            self._inline(element)

    def _span(self, element: ET.Element) -> None:
        style = self.styles.get(_value(element, "style-name"), _Style())
        kind = "hidden text" if style.hidden else "deleted text" if style.struck else ""
        with self.writer.italics(style.italic):
            if kind:
                with self.writer.omitted(kind, inline=True):
                    self._inline(element)
            else:
                self._inline(element)

    def _ruby(self, element: ET.Element) -> None:
        for part in element:
            if local_name(part) == "ruby-base":
                self._inline(part)
            elif local_name(part) == "ruby-text":
                with self.writer.omitted("pronunciation", inline=True):
                    self.writer.write("".join(part.itertext()))

    def _frame(self, element: ET.Element) -> None:
        """A text box is told behind its paragraph; a picture is named by its description and not told."""
        boxes = [e for e in element if local_name(e) == "text-box"]
        if local_name(element) != "frame" and not boxes:
            boxes = [element] if any(local_name(e) == "p" for e in element) else []
        if boxes:
            self._boxes += boxes
            return
        words = next((e.text for e in element if local_name(e) in ("desc", "title") and e.text), "")
        if words:
            with self.writer.omitted("picture", inline=True):
                self.writer.write(words)

    def _table(self, table: ET.Element) -> None:
        rows = [e for e in table.iter() if local_name(e) == "table-row"]
        cells = [[c for c in row if local_name(c) == "table-cell"] for row in rows]
        nested = sum(local_name(e) == "table" for e in table.iter()) > 1
        if nested or any(len("".join(c.itertext())) > _PROSE_CELL for row in cells for c in row):
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        writer = self.writer
        if not self._in_item:
            writer.begin()
        for row in cells:
            writer.sentence()
            for i, cell in enumerate(c for c in row if "".join(c.itertext()).strip()):
                if i and writer.last_word[-1:].isalnum():
                    writer.write(", ")
                for n, p in enumerate(e for e in cell.iter() if local_name(e) in ("p", "h")):
                    if n:
                        writer.write(" ")
                    self._inline(p)
        if not self._in_item:
            writer.end()
