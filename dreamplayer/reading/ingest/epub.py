"""The chapters of an EPUB in the order of its spine, without what stands before and behind the text itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from dreamplayer.errors import TextError
from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.document_writer import DocumentWriter
from dreamplayer.reading.ingest.front_matter import kind_of_title
from dreamplayer.reading.ingest.html_page import BookContext, hiding_selectors, note_targets, parse_page, write_page
from dreamplayer.reading.ingest.limits import BROKEN, Archive, local_name, once, parse_xml
from dreamplayer.reading.ingest.source import decode

_GUIDE = {
    **dict.fromkeys(("cover", "title-page", "titlepage"), "title page"),
    **dict.fromkeys(("toc", "loi", "lot"), "contents"),
    **dict.fromkeys(("index", "glossary", "acknowledgements", "bibliography"), "back matter"),
    "colophon": "colophon",
    "copyright-page": "imprint",
    "dedication": "front matter",
    "notes": "footnote",
}
"""References of an EPUB 2 guide that are not told."""
_FILE = {
    "cover": "title page", "titlepage": "title page", "title": "title page", "halftitle": "title page",
    "halftitlepage": "title page", "copyright": "imprint", "imprint": "imprint", "uncopyright": "imprint",
    "colophon": "colophon", "toc": "contents", "nav": "contents", "contents": "contents", "loi": "contents",
    "endnotes": "footnote", "footnotes": "footnote", "notes": "footnote", "dedication": "front matter",
}  # fmt: skip
"""Names of files (without numbers) that say what stands in them, where nothing else does."""
_RIGHTS = re.compile(r"all rights reserved|isbn[\s:-]*[\dx-]{9,}|copyright\s*(?:©|\(c\)|\d{4})|©\s*\d{4}", re.I)
_RIGHTS_WORDS = 500
"""Words at most of a page that is an imprint because it speaks of rights."""
_STYLE_MOST = 200_000
"""Characters of style sheets that are looked at."""
_UNKNOWN = re.compile(r"unknown(?: title| author)?|untitled|none", re.I)
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to encrypt that only veil fonts."""

_UNREADABLE: tuple[type[Exception], ...] = (TextError, *BROKEN)


@dataclass(slots=True)
class _Package:
    """What the package file says."""

    order: list[str] = field(default_factory=list)
    """Paths of the spine."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Path to what is said of a chapter that is not told."""
    titles: dict[str, str] = field(default_factory=dict)
    """Path to the title that the navigation gives it."""
    begins: str = ""
    """Path at which the text itself begins, where the book says so."""
    title: str = ""
    author: str = ""
    descriptions: bool = False
    style_sheet: str = ""
    """The rules of all its style sheets."""


def read_epub(archive: Archive) -> Draft:
    """The draft of a book.

    Args:
        archive: an open EPUB file.

    Raises:
        TextError: it has no chapters, or a part is beyond the limits of `limits.py`.
    """
    _refuse_locked(archive)
    package = _package(archive)
    pages: dict[str, LexborHTMLParser] = {}
    for path in package.order:
        page = _page(archive, path)
        if page is not None:
            pages[path] = page
    if not pages:
        raise TextError("this book has no chapters", todo="Convert it again, or save it as plain text.")
    context = BookContext(descriptions=package.descriptions, hiding=hiding_selectors(package.style_sheet))
    paths = list(pages)
    for i, path in enumerate(paths):
        for target in note_targets(pages[path], path, paths[i + 1 :]):
            file, mark, name = target.rpartition("#")
            context.note_ids.add((file if mark else path, name))
    draft = _written(package, pages, context)
    if not any(char.isalnum() for block in draft.blocks for char in draft.seen[block.start : block.end]):
        # A book that is nothing but what is left out elsewhere: a dedication, a list.
        context.matter = False
        draft = _written(package, pages, context)
    return draft


def _page(archive: Archive, path: str) -> LexborHTMLParser | None:
    """A chapter; None for one that is missing, empty or no text: the others are told all the same."""
    if path not in archive.names:
        return None
    data = archive.read(path)
    try:
        return parse_page(decode(data, where=path))
    except TextError:
        return None


def _written(package: _Package, pages: dict[str, LexborHTMLParser], context: BookContext) -> Draft:
    writer = DocumentWriter()
    writer.title, writer.author = package.title or None, package.author
    begun = not package.begins or package.begins not in pages
    for path, tree in pages.items():
        if writer.full:
            break
        begun = begun or path == package.begins
        context.path = path
        kind = package.kinds.get(path) or _kind_of_page(path, tree, package) if context.matter else ""
        if not kind and not begun and context.matter:
            kind = "front matter"
        writer.end()
        if kind:
            with writer.omitted(kind, package.titles.get(path, "")):
                write_page(writer, tree, context)
                writer.end()
            continue
        _headed(writer, path, tree, package)
        write_page(writer, tree, context)
        writer.end()
    return writer.draft()


def _headed(writer: DocumentWriter, path: str, tree: LexborHTMLParser, package: _Package) -> None:
    """Where a chapter has no heading of its own, its title in the navigation marks its beginning in the text."""
    title = package.titles.get(path)
    body = tree.body
    if not title or body is None or tree.css_first("h1, h2, h3, h4, h5, h6") is not None:
        return
    writer.expect_heading(title)


def _refuse_locked(archive: Archive) -> None:
    name = "META-INF/encryption.xml"
    if name not in archive.names:
        return
    ways = [
        e.get("Algorithm", "")
        for e in parse_xml(archive.read(name), name).iter()
        if local_name(e) == "EncryptionMethod"
    ]
    if any(way not in _OBFUSCATED for way in ways):
        raise TextError("this book is locked by its seller", todo="Choose one without copy protection.")


def _package(archive: Archive) -> _Package:
    container = parse_xml(archive.read("META-INF/container.xml"), "META-INF/container.xml")
    name = next(e.attrib["full-path"] for e in container.iter() if local_name(e) == "rootfile")
    root = parse_xml(archive.read(name), name)
    base = posixpath.dirname(name)

    def resolved(href: str) -> str:
        return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0])))

    items = {e.get("id", ""): e for e in root.iter() if local_name(e) == "item"}
    found = _Package()
    refs = [e for e in root.iter() if local_name(e) == "itemref" and e.get("linear") != "no"]
    known = [items[e.get("idref", "")] for e in refs if e.get("idref", "") in items]
    found.order = once(resolved(item.get("href", "")) for item in known)
    for element in root.iter():
        _metadata(element, found)
        kind = _GUIDE.get(element.get("type", "").lower()) if local_name(element) == "reference" else None
        if kind and "#" not in element.get("href", ""):
            found.kinds.setdefault(resolved(element.get("href", "")), kind)
    for item in items.values():
        path = resolved(item.get("href", ""))
        if "nav" in item.get("properties", "").split():
            found.kinds[path] = "contents"
            _guarded(_read_navigation, archive, path, found)
        elif item.get("media-type") == "application/x-dtbncx+xml":
            _guarded(_read_ncx, archive, path, found)
        elif item.get("media-type") == "text/css" and path in archive.names and len(found.style_sheet) < _STYLE_MOST:
            found.style_sheet += archive.read(path).decode("utf-8", "replace")
    first = {found.begins, *([found.order[0]] if len(found.order) == 1 else [])}
    for path in first:
        found.kinds.pop(path, None)
    return found


def _guarded(read: Callable[[Archive, str, _Package], None], archive: Archive, path: str, found: _Package) -> None:
    """Navigation is a help: a book with a damaged one is read all the same."""
    try:
        read(archive, path, found)
    except _UNREADABLE:
        return


def _metadata(element: ET.Element, found: _Package) -> None:
    name, text = local_name(element), " ".join((element.text or "").split())
    if _UNKNOWN.fullmatch(text):
        return
    if name == "title" and not found.title:
        found.title = text
    elif name == "creator" and not found.author:
        found.author = text
    elif name == "meta" and element.get("property", "") == "schema:accessibilityFeature":
        found.descriptions |= text.lower() in ("alternativetext", "longdescription", "longdescriptions")


def _read_navigation(archive: Archive, path: str, found: _Package) -> None:
    tree = parse_page(decode(archive.read(path), where=path))
    base = posixpath.dirname(path)
    for nav in tree.css("nav"):
        kind = nav.attributes.get("epub:type") or ""
        for link in nav.css("a[href]"):
            href = unquote((link.attributes.get("href") or "").partition("#")[0])
            target = posixpath.normpath(posixpath.join(base, href))
            if "landmarks" in kind:
                types = (link.attributes.get("epub:type") or "").split()
                if "bodymatter" in types and not found.begins:
                    found.begins = target
            elif "page-list" not in kind:
                found.titles.setdefault(target, " ".join(link.text(deep=True).split()))


def _read_ncx(archive: Archive, path: str, found: _Package) -> None:
    base = posixpath.dirname(path)
    for point in parse_xml(archive.read(path), path).iter():
        if local_name(point) != "navPoint":
            continue
        label = next((" ".join("".join(e.itertext()).split()) for e in point if local_name(e) == "navLabel"), "")
        source = next((e.get("src", "") for e in point if local_name(e) == "content"), "")
        target = posixpath.normpath(posixpath.join(base, unquote(source.partition("#")[0])))
        found.titles.setdefault(target, label)


def _kind_of_page(path: str, tree: LexborHTMLParser, package: _Package) -> str:
    """What a page of the spine is, where it is not told: by its title, its file's name, or its words."""
    body = tree.body
    if body is None:
        return ""
    if package.begins == path:
        return ""
    by_title = kind_of_title(package.titles.get(path, ""))
    if by_title:
        return by_title
    stem = re.sub(r"[^a-z]", "", posixpath.splitext(posixpath.basename(path))[0].lower())
    text = body.text(deep=True, separator=" ")
    words = len(text.split())
    if stem in _FILE and words < 2000:
        return _FILE[stem]
    if words <= _RIGHTS_WORDS and len(_RIGHTS.findall(text)) >= (1 if words < 150 else 2):
        return "imprint"
    links = body.css("a[href]")
    if len(links) >= 4:
        linked = sum(len("".join(a.text(deep=True).split())) for a in links)
        if linked > 0.7 * len("".join(text.split())):
            return "contents"
    return ""
