"""Running text of HTML: what a reader would read aloud, and what of the page is left out.

Pages are parsed as browsers do: the HTML5 algorithm, by Lexbor (docs/decisions/0017-pages-and-books.md). The chapters
of an EPUB are read here too; `BookContext` says what only the whole book knows.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from dreamplayer.errors import TextError
from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.document_writer import DocumentWriter

_DEEPEST = 150
"""Elements inside one another that are understood; below it only the words are taken."""
_PROSE_ITEM = 300
"""Characters: a list, or a table, with an item longer than this holds paragraphs."""
_LINKS_ONLY = 0.75
"""Share of a list's letters in links from which on it is a table of contents or a menu."""

_MAIN = 0.2
"""Share of a page's letters that its one `main` or `article` must hold to be taken for its text."""

_SILENT = frozenset(
    "head title script style template noscript svg iframe object embed audio video canvas map select button input "
    "textarea datalist meter progress link meta base col colgroup math".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul search".split()
)
_EMPHASIS = frozenset(("em", "i", "cite"))
_MOST_DEPTH = 2000
"""Elements open at once from which on a page is refused."""
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_CLOSED_BY_THE_NEXT = frozenset("p li td th tr dd dt option tbody thead tfoot rt rp".split())
_INLINE_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*∗†‡§¶#]{1,4}|[a-z]{1,2}|[ivxlIVXL]{1,6})[\])]?")
_NOTE_ID = re.compile(r"(?:^|[^a-z])(?:f(?:oot)?n(?:ote)?|ftn|edn|e(?:nd)?n(?:ote)?|note|cite_note|n)[-_.:]?\d", re.I)
_UNIT = re.compile(r"(?:\d|\b(?:k?m|cm|mm|ft|in|mi|yd|[a-z]))$")
_FILE_NAME = re.compile(r"[\w\-. ]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.I)
_NO_DESCRIPTION = re.compile(
    r"(?:an? )?(?:image|picture|photo|cover(?: image)?|illustration|decoration|ornament|logo|icon|img|figure|\W*)"
    r"[\s_]*\d*",
    re.I,
)

_TYPES: dict[str, str] = {
    **dict.fromkeys("toc landmarks page-list loi lot loa lov doc-toc doc-pagelist".split(), "contents"),
    **dict.fromkeys("footnote footnotes endnote endnotes rearnote rearnotes doc-footnote doc-endnote doc-endnotes "
                    "notes".split(), "footnote"),
    **dict.fromkeys("pagebreak doc-pagebreak".split(), "page number"),
    **dict.fromkeys("titlepage halftitlepage halftitle cover seriespage doc-cover".split(), "title page"),
    **dict.fromkeys("copyright-page imprint imprimatur other-credits doc-credits doc-credit".split(), "imprint"),
    **dict.fromkeys("colophon doc-colophon".split(), "colophon"),
    **dict.fromkeys("dedication doc-dedication frontmatter foreword doc-foreword".split(), "front matter"),
    **dict.fromkeys("backmatter index doc-index bibliography doc-bibliography glossary doc-glossary acknowledgments "
                    "doc-acknowledgments contributors errata doc-errata revision-history appendix doc-appendix".split(),
                    "back matter"),
    **dict.fromkeys("navigation banner contentinfo search menu menubar toolbar dialog alert".split(), "page furniture"),
    **dict.fromkeys("doc-backlink".split(), "footnote mark"),
    **dict.fromkeys("noteref doc-noteref".split(), "footnote mark"),
    **dict.fromkeys("presentation none".split(), ""),
}  # fmt: skip
"""Structural semantics (EPUB 3 `epub:type`, DPUB-ARIA and ARIA roles) that are not told, to what is said of them."""

_LEFT_OUT_TAGS = {
    **dict.fromkeys(("rt", "rp", "rtc"), "pronunciation"), **dict.fromkeys(("del", "s", "strike"), "deleted text")
}  # fmt: skip
"""Tags that are never told, to what is said of them."""
_MATTER = frozenset(("front matter", "back matter", "title page", "imprint", "colophon"))
"""Kinds that are told unless `BookContext.matter` leaves them out."""
_CLASSES: dict[str, str] = {
    **dict.fromkeys("pagenum pagenumber page-number page-num pageno pagebreak page-break pgnum pb".split(),
                    "page number"),
    **dict.fromkeys("linenum lineno line-number linenumber ln lnum line-num versenum".split(), "line number"),
    **dict.fromkeys("noteref footnote-ref footnoteref fnanchor footnote-anchor fnref footnote-reference "
                    "footnote-back footnote-backref reference".split(), "footnote mark"),
    **dict.fromkeys("footnote footnotes endnotes endnote fn-list fnlist ftnote".split(), "footnote"),
    **dict.fromkeys("transnote tnote transcribers-note transcriber-note tn".split(), "transcriber's note"),
    **dict.fromkeys("pg-boilerplate pgheader pgfooter pg-header pg-footer".split(), "licence"),
    **dict.fromkeys("sr-only visually-hidden screen-reader-text skip-link mw-jump-link visuallyhidden".split(),
                    "hidden text"),
    **dict.fromkeys("toc contents tableofcontents table-of-contents".split(), "contents"),
    **dict.fromkeys("caption figcaption wp-caption-text".split(), "caption"),
}  # fmt: skip
_PAGE_CLASSES = frozenset(
    "sidebar navbar nav navigation breadcrumb breadcrumbs menu site-header site-footer siteheader sitefooter toolbar "
    "pagination pager cookie cookie-banner cookie-notice cookies share sharing social social-share related "
    "related-posts comments comment-list newsletter advert advertisement ads ad noprint mw-editsection navbox catlinks "
    "printfooter infobox hatnote sitesub post-meta entry-meta tags tag-list author-bio".split()
)
"""Classes and ids that hold what a web page has beside its text. Not asked in books."""
_STANZA = frozenset(("stanza", "linegroup", "lg", "verse-group", "strophe"))
_POEM = frozenset(("poem", "poetry", "verse", "poetry-container", "poem-container", "z3998:poem", "z3998:verse"))
_DROP_CAP = re.compile(r"drop-?_?caps?|dropcap|initial(?:-?letter)?|first-?letter|firstletter|lettrine", re.I)

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_CSS_HIDING = re.compile(
    r"([^{}@]{1,200})\{[^{}]{0,2000}?(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]{0,2000}\}"
)
_CSS_MEDIA = re.compile(r"@[a-z-]+[^{};]{0,200}\{(?:[^{}]{0,5000}\{[^{}]{0,5000}\}){0,500}[^{}]{0,5000}\}")
_STYLE_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_STYLE_MOST = 200_000
"""Characters of a style sheet that are looked at."""
_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:-]*)((?:\s[^<>]*)?)/>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(slots=True)
class BookContext:
    """What the reader of one chapter has to know of the book around it."""

    path: str = ""
    """Of the chapter inside the book; "" for a page of its own."""
    note_ids: set[tuple[str, str]] = field(default_factory=set)
    """(path, id) of what the book's note marks point to."""
    descriptions: bool = False
    """Whether the book says that descriptions of its pictures are meant to be read."""
    matter: bool = True
    """Whether front and back matter is left out."""
    hiding: tuple[str, ...] = ()
    """Selectors of what the book's style sheets do not show."""


def read_html(page: str) -> Draft:
    """The draft of a page of its own.

    Args:
        page: HTML source.

    Raises:
        TextError: it is nested too deeply.
    """
    tree = parse_page(page)
    context = BookContext()
    context.note_ids = {("", target) for target in note_targets(tree)}
    writer = DocumentWriter()
    write_page(writer, tree, context)
    writer.title = _page_title(tree)
    return writer.draft()


def parse_page(page: str) -> LexborHTMLParser:
    """The tree of a page; of XHTML too, whose empty elements (`<title/>`) HTML would leave open.

    TextError where it is nested too deeply: parsing time grows with the square of the depth.

    Args:
        page: HTML or XHTML source.

    Raises:
        TextError: it is nested too deeply.
    """
    if page.count("<") > _MOST_DEPTH and _depth(page) > _MOST_DEPTH:
        raise TextError("this page is nested too deeply", todo="Save it as plain text.")
    page = _without_noscript(page)
    if "/>" in page:
        page = _SELF_CLOSED.sub(_opened_and_closed, page)
    return LexborHTMLParser(page)


def _without_noscript(page: str) -> str:
    """A page without what it says to browsers that run no scripts; in its head it would begin the body."""
    low = page.lower()
    parts: list[str] = []
    at = 0
    while (start := low.find("<noscript", at)) >= 0 and (end := low.find("</noscript>", start)) >= 0:
        parts.append(page[at:start])
        at = end + len("</noscript>")
    return "".join([*parts, page[at:]]) if len(low) == len(page) else page


def _depth(page: str) -> int:
    """How many elements are open at once at most, about."""
    depth = deepest = 0
    for hit in _TAG_NAME.finditer(page):
        name = hit[2].lower()
        if name in _VOID or name in _CLOSED_BY_THE_NEXT:
            continue
        depth = max(0, depth - 1) if hit[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _opened_and_closed(hit: re.Match[str]) -> str:
    name = hit[1]
    return hit[0] if name.lower() in _VOID else f"<{name}{hit[2]}></{name}>"


def _page_title(tree: LexborHTMLParser) -> str | None:
    if tree.css_first("h1") is not None:
        return None
    node = tree.css_first("head title")
    return " ".join(node.text().split()) or None if node is not None else None


def note_targets(tree: LexborHTMLParser, path: str = "", later: Iterable[str] = ()) -> Iterator[str]:
    """What the note marks of a page point to: ids below the mark, or `path#id` in a chapter of `later`.

    Args:
        tree: of the page.
        path: of the page in its book; "" for a page of its own.
        later: paths of the chapters told after this one.

    Yields:
        `id` of an element of this page, or `path#id`.
    """
    marks = [node for node in tree.css("a[href]") if "#" in _attribute(node, "href") and _is_note_mark(node)]
    if not marks:
        return
    order: dict[str, int] = {}
    position: dict[int, int] = {}
    for i, node in enumerate(tree.root.traverse()) if tree.root is not None else ():
        position[node.mem_id] = i
        for name in (_attribute(node, "id"), _attribute(node, "name") if node.tag == "a" else ""):
            if name:
                order.setdefault(name, i)
    known = set(later)
    for mark in marks:
        file, _, target = unquote(_attribute(mark, "href")).partition("#")
        if not file:
            # Of the two links between a mark and its note, the one that points down is the mark.
            if order.get(target, -1) > position.get(mark.mem_id, 0):
                yield target
        elif path:
            other = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            if other in known:
                yield f"{other}#{target}"
            elif other == path and order.get(target, -1) > position.get(mark.mem_id, 0):
                yield target


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _words_of(node: LexborNode) -> set[str]:
    """Classes and id of an element, in lower case."""
    return set(f"{_attribute(node, 'class')} {_attribute(node, 'id')}".lower().split())


def _types_of(node: LexborNode) -> list[str]:
    """Its structural semantics."""
    return f"{_attribute(node, 'epub:type')} {_attribute(node, 'role')}".lower().split()


def _is_note_mark(node: LexborNode) -> bool:
    """Whether a link or a raised number is the mark of a note."""
    kinds = {_TYPES.get(name) for name in _types_of(node)} | {_CLASSES.get(name) for name in _words_of(node)}
    if "footnote mark" in kinds:
        return True
    text = " ".join(node.text(deep=True).split())
    if node.tag != "a" or not _INLINE_NOTE_MARK.fullmatch(text):
        return False
    parent = node.parent
    raised = (parent is not None and parent.tag == "sup") or node.css_first("sup") is not None
    target = _attribute(node, "href").rpartition("#")[2]
    return raised or text[:1] in "[(*†‡" or bool(_NOTE_ID.search(target) and not text.isalpha())


def write_page(writer: DocumentWriter, tree: LexborHTMLParser, context: BookContext) -> None:
    """Write the words of a page.

    Args:
        writer: to write to; blocks follow those it has.
        tree: of the page.
        context: what the book says about the page; its `path` is "" for a page of its own, of which only the main part
            is told.
    """
    body = tree.body
    if body is None:
        return
    reader = _PageReader(writer, context, hidden=_hidden_by_css(tree, context.hiding))
    if context.path:
        reader.visit(body, 0)
        return
    main = _main_part(tree, body)
    if main is None:
        reader.visit(body, 0)
        return
    reader.main = main.mem_id
    reader.around_main = {body.mem_id}
    around = main.parent
    while around is not None:
        reader.around_main.add(around.mem_id)
        around = around.parent
    reader.visit(body, 0)


def _main_part(tree: LexborHTMLParser, body: LexborNode) -> LexborNode | None:
    """The part of a web page that is its text, where the page says which."""
    for selector in ("main", "[role=main]", "article"):
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text(deep=True)) > _MAIN * len(body.text(deep=True)):
            return found[0]
    return None


def hiding_selectors(sheet: str) -> tuple[str, ...]:
    """What a style sheet (CSS) does not show on a screen: the selectors of its hiding rules.

    Args:
        sheet: source of the style sheet.

    Returns:
        Selectors, without those that have a pseudo-class.
    """
    if "none" not in sheet and "hidden" not in sheet:
        return ()
    plain = _CSS_MEDIA.sub("", _CSS_COMMENT.sub("", sheet[:_STYLE_MOST]))
    found = (selector.strip() for rule in _CSS_HIDING.finditer(plain) for selector in rule[1].split(","))
    return tuple(selector for selector in found if selector and ":" not in selector)


def _hidden_by_css(tree: LexborHTMLParser, common: tuple[str, ...]) -> set[int]:
    """Elements that the page's own style sheet, or the book's, does not show on a screen."""
    own = (selector for style in tree.css("style") for selector in hiding_selectors(style.text(deep=True)))
    found: set[int] = set()
    for selector in (*common, *own):
        try:
            found.update(node.mem_id for node in tree.css(selector))
        except (SelectolaxError, ValueError):
            continue
    return found


class _PageReader:
    """Walks a page and writes what it finds."""

    def __init__(self, writer: DocumentWriter, context: BookContext, hidden: set[int]) -> None:
        self.writer, self.context, self.hidden = writer, context, hidden
        self.main = 0
        """The element outside which everything is furniture; 0 where the page does not say."""
        self.around_main: set[int] = set()
        """What main lies in."""
        self._inside_main = False
        self._in_item = 0
        self._numbers: list[int | None] = []
        """Of the lists around, innermost last: the number of the next item; None where items have none."""
        self._in_heading = 0
        self._in_stanza = 0
        self._in_article = 0

    def children(self, node: LexborNode, depth: int) -> None:
        """Visit everything inside an element."""
        if depth > _DEEPEST:
            self.writer.write(node.text(deep=True, separator=" "))
            return
        child = node.child
        while child is not None and not self.writer.full:
            self.visit(child, depth + 1)
            child = child.next

    def visit(self, node: LexborNode, depth: int) -> None:
        """Write an element or a run of text."""
        tag = node.tag or ""
        if tag == "-text":
            self.writer.write(node.text_content or "")
            return
        if tag in _SILENT or tag[:1] in "-!":
            return
        left_out = self._left_out(node, tag)
        if left_out is not None:
            if not left_out:
                return
            block = tag in _BLOCKS
            if block and not self._in_stanza:
                self.writer.end()
            with self.writer.omitted(left_out, inline=not block):
                self._element(node, tag, depth)
                if block:
                    self.writer.end()
            return
        self._element(node, tag, depth)

    def _left_out(self, node: LexborNode, tag: str) -> str | None:
        """What is said of an element that is not told; "" for one nobody misses; None for one that is told."""
        if tag in _LEFT_OUT_TAGS:
            return _LEFT_OUT_TAGS[tag]
        if self.main and not self._inside_main and tag not in ("html", "body"):
            outside = node.mem_id != self.main and node.mem_id not in self.around_main
            return "page furniture" if outside else None
        if not node.attributes:
            return "page furniture" if tag in ("nav", "footer") and not self._in_article else None
        if self._is_hidden(node, tag):
            return "hidden text"
        kind = self._kind_by_name(node, tag)
        if kind is not None:
            return kind
        if tag == "nav" or (tag == "footer" and not self._in_article):
            return "page furniture"
        if tag == "aside" and self.main and not self.context.path:
            return "page furniture"
        return self._note_or_contents(node, tag)

    def _is_hidden(self, node: LexborNode, tag: str) -> bool:
        """Whether a browser would not show it."""
        attributes = node.attributes
        return (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or node.mem_id in self.hidden
            or bool(_STYLE_HIDES.search(attributes.get("style") or ""))
            or (tag == "dialog" and "open" not in attributes)
        )

    def _kind_by_name(self, node: LexborNode, tag: str) -> str | None:
        """What its types and classes say that it is; None for something that is told."""
        for name in _types_of(node):
            kind = _TYPES.get(name)
            if kind and (self.context.matter or kind not in _MATTER):
                return kind
        words = _words_of(node)
        if tag != "body":
            kind = next((_CLASSES[name] for name in words if _CLASSES.get(name)), None)
            if kind is not None:
                return kind
        if not self.context.path and words & _PAGE_CLASSES and tag not in ("html", "body", "main", "article"):
            return "page furniture"
        return None

    def _note_or_contents(self, node: LexborNode, tag: str) -> str | None:
        name = node.attributes.get("id")
        if name and (self.context.path, name) in self.context.note_ids and tag in _BLOCKS and tag != "body":
            return "footnote"
        if tag in ("p", "li", "dd", "div", "td") and self.context.note_ids:
            for inner in node.css("a[id], span[id], sup[id], a[name]"):
                target = inner.attributes.get("id") or inner.attributes.get("name")
                if (self.context.path, target) in self.context.note_ids and _closest_block(inner) == node.mem_id:
                    return "footnote"
        if tag in ("a", "sup") and _is_note_mark(node):
            return "footnote mark"
        return None

    def _element(self, node: LexborNode, tag: str, depth: int) -> None:
        """One element that is told, with what is in it."""
        if not self._inline_element(node, tag, depth):
            self._block_element(node, tag, depth)

    def _inline_element(self, node: LexborNode, tag: str, depth: int) -> bool:
        """An element of a line; False for any other."""
        writer = self.writer
        if tag == "br":
            self._line_break(node)
        elif tag == "img":
            self._picture(node)
        elif tag in _EMPHASIS:
            with writer.italics():
                self.children(node, depth)
        elif tag == "q":
            writer.write("“")
            self.children(node, depth)
            writer.write("”")
        elif tag == "sup":
            self._raised(node, depth)
        else:
            return tag == "wbr"
        return True

    def _block_element(self, node: LexborNode, tag: str, depth: int) -> None:
        """A block, or an element that only holds others."""
        if tag == "hr":
            self.writer.rule()
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._heading(node, int(tag[1]), depth)
        elif tag == "hgroup":
            inner = node.css_first("h1, h2, h3, h4, h5, h6")
            self._heading(node, int((inner.tag or "h1")[1]) if inner is not None else 1, depth)
        elif tag in ("ul", "ol", "menu", "dl"):
            self._list(node, depth)
        elif tag == "table":
            self._table(node, depth)
        elif tag == "pre":
            self._preformatted(node, depth)
        elif tag == "figure":
            self._figure(node, depth)
        elif tag in _BLOCKS:
            self._block(node, tag, depth)
        elif _DROP_CAP.search(_attribute(node, "class")):
            self._drop_cap(node, depth)
        else:
            self.children(node, depth)

    def _line_break(self, node: LexborNode) -> None:
        after = node.next
        while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
            after = after.next
        if self._in_heading:
            self.writer.sentence()
        elif self._in_item or self._in_stanza:
            self.writer.line()
        elif after is not None and after.tag == "br":
            self.writer.begin()
        else:
            self.writer.line()

    def _block(self, node: LexborNode, tag: str, depth: int) -> None:
        writer = self.writer
        if self._in_stanza:
            writer.line()
            self.children(node, depth)
            return
        if self._in_item or self._in_heading:
            if tag not in ("td", "th"):
                writer.sentence()
            if tag == "li":
                self._number_item(node)
            self.children(node, depth)
            return
        words = _words_of(node) | set(_types_of(node))
        if words & _STANZA or (words & _POEM and _lines_are_blocks(node)):
            writer.begin("verse")
            self._in_stanza += 1
            self.children(node, depth)
            self._in_stanza -= 1
            writer.end()
            return
        is_main = node.mem_id == self.main
        self._inside_main |= is_main
        inside = tag in ("article", "blockquote") or is_main
        self._in_article += inside
        if _DROP_CAP.search(_attribute(node, "class")) and len(node.text(deep=True).strip()) <= 2:
            writer.begin()
            self.children(node, depth)
            writer.join_next()
            return
        writer.begin()
        self.children(node, depth)
        writer.end()
        self._in_article -= inside
        if is_main:
            self._inside_main = False

    def _heading(self, node: LexborNode, level: int, depth: int) -> None:
        if self._in_item:
            self.writer.sentence()
            self.children(node, depth)
            return
        self.writer.begin("heading", level)
        self._in_heading += 1
        self.children(node, depth)
        self._in_heading -= 1
        self.writer.end()

    def _raised(self, node: LexborNode, depth: int) -> None:
        """A raised number behind a word is the mark of a note; behind a number or a unit it is an exponent."""
        text = " ".join(node.text(deep=True).split())
        before = self.writer.last_word
        if re.fullmatch(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?", text) and before and not _UNIT.search(before):
            with self.writer.omitted("footnote mark", inline=True):
                self.writer.write(text)
            return
        self.children(node, depth)

    def _drop_cap(self, node: LexborNode, depth: int) -> None:
        self.children(node, depth)
        if len(node.text(deep=True).strip()) == 1:
            self.writer.glue()

    def _list(self, node: LexborNode, depth: int) -> None:
        if self._links_only(node):
            self.writer.end()
            with self.writer.omitted("contents"):
                self.children(node, depth)
                self.writer.end()
            return
        if any(len(item.text(deep=True)) > _PROSE_ITEM for item in node.css("li, dd")):
            self.writer.begin()
            self.children(node, depth)
            self.writer.end()
            return
        outer = not self._in_item and not self._in_stanza
        if outer:
            self.writer.begin()
        self._in_item += 1
        start = _attribute(node, "start")
        self._numbers.append((int(start) if start.isdecimal() else 1) if node.tag == "ol" else None)
        self.children(node, depth)
        self._numbers.pop()
        self._in_item -= 1
        if outer:
            self.writer.end()

    def _number_item(self, item: LexborNode) -> None:
        """Let the number of an item be said, unless its text says it already."""
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return
        self._numbers[-1] = number + 1
        if not item.text(deep=True).lstrip()[:1].isdigit():
            self.writer.lead(str(number))

    def _links_only(self, node: LexborNode) -> bool:
        """Whether a list or a table is contents: nearly all of it links to places in the same text."""
        links = node.css("a[href]")
        if len(links) < 3:
            return False
        inside = [a for a in links if self._leads_inside(_attribute(a, "href"))]
        whole = sum(not char.isspace() for char in node.text(deep=True))
        linked = sum(sum(not char.isspace() for char in a.text(deep=True)) for a in inside)
        # Page numbers and chapter numbers may stand beside the links.
        return len(inside) >= 3 and linked > _LINKS_ONLY * 0.6 * whole

    def _leads_inside(self, href: str) -> bool:
        if href.startswith("#"):
            return True
        return bool(self.context.path) and "://" not in href and not href.startswith("mailto:")

    def _table(self, node: LexborNode, depth: int) -> None:
        writer = self.writer
        if self._links_only(node):
            writer.end()
            with writer.omitted("contents"):
                self.children(node, depth)
                writer.end()
            return
        cells = node.css("td, th")
        if any(len(cell.text(deep=True)) > _PROSE_ITEM for cell in cells) or node.css_first("table table") is not None:
            writer.begin()
            self.children(node, depth)
            writer.end()
            return
        writer.begin()
        self._in_item += 1
        caption = node.css_first("caption")
        if caption is not None:
            self.children(caption, depth)
        for row in node.css("tr"):
            writer.sentence()
            for i, cell in enumerate(_cells(row)):
                if i and cell.text(deep=True).strip() and writer.last_word[-1:].isalnum():
                    writer.write(", ")
                self.visit(cell, depth + 3)
        self._in_item -= 1
        writer.end()

    def _preformatted(self, node: LexborNode, depth: int) -> None:
        """Lines as they stand; a listing of code is not told."""
        if node.css_first("code") is not None or _words_of(node) & {
            "code",
            "highlight",
            "sourcecode",
            "programlisting",
        }:
            self.writer.end()
            with self.writer.omitted("code"):
                self.writer.write(node.text(deep=True))
                self.writer.end()
            return
        self.writer.begin()
        for i, line in enumerate(node.text(deep=True).split("\n")):
            if not line.strip():
                self.writer.begin()
                continue
            if i:
                self.writer.line()
            self.writer.write(line)
        self.writer.end()

    def _figure(self, node: LexborNode, depth: int) -> None:
        caption = node.css_first("figcaption")
        if node.css_first("img, svg, picture, video") is None:
            self._block(node, "figure", depth)
            return
        self.writer.begin()
        for picture in node.css("img"):
            self._picture(picture)
        self.writer.end()
        if caption is not None:
            if self.context.descriptions:
                self._block(caption, "figcaption", depth)
            else:
                with self.writer.omitted("caption"):
                    self._block(caption, "figcaption", depth)

    def _picture(self, node: LexborNode) -> None:
        """A picture's description: told in a heading, amid words, or where the book means it to be read."""
        description = " ".join(_attribute(node, "alt").split())
        writer = self.writer
        if not description or "presentation" in _types_of(node) or "none" in _types_of(node):
            return
        if len(description) == 1 and description.isalnum() and _amid_words(node):
            # A letter that is drawn: it is the first of its word.
            writer.write(description)
            writer.glue()
            return
        bare = _FILE_NAME.fullmatch(description) or _NO_DESCRIPTION.fullmatch(description)
        within = self._in_heading or _amid_words(node)
        if not bare and (within or self.context.descriptions):
            if within:
                writer.write(description)
            else:
                writer.begin()
                writer.write(description)
                writer.end()
            return
        with writer.omitted("picture", inline=bool(within)):
            writer.write(description)
            if not within:
                writer.end()


def _closest_block(node: LexborNode) -> int:
    parent = node.parent
    while parent is not None and parent.tag not in _BLOCKS:
        parent = parent.parent
    return parent.mem_id if parent is not None else 0


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    child = row.child
    while child is not None:
        if child.tag in ("td", "th"):
            yield child
        child = child.next


def _lines_are_blocks(node: LexborNode) -> bool:
    """Whether a poem's own paragraphs are its lines (none of them holds a line break or another paragraph)."""
    inner = [child for child in node.css("p, div") if child.mem_id != node.mem_id]
    if not inner:
        return node.css_first("br") is not None or node.css_first("span") is not None
    short = all(len(child.text(deep=True)) <= 90 for child in inner)
    return len(inner) > 1 and short and node.css_first("br, p p, div div, div p") is None


def _amid_words(node: LexborNode) -> bool:
    """Whether words stand beside it in its paragraph."""
    inner: LexborNode | None = node
    while inner is not None and inner.tag not in _BLOCKS:
        if any(_has_words(side) for side in _siblings(inner)):
            return True
        inner = inner.parent
    return False


def _siblings(node: LexborNode) -> Iterator[LexborNode]:
    """What stands beside an element in the same run of text."""
    side = node.prev
    while side is not None and side.tag not in _BLOCKS:
        yield side
        side = side.prev
    side = node.next
    while side is not None and side.tag not in _BLOCKS:
        yield side
        side = side.next


def _has_words(node: LexborNode) -> bool:
    text = node.text_content if node.tag == "-text" else node.text(deep=True)
    return bool((text or "").strip())
