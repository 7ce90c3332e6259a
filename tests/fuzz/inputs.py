"""Strategies for what people's files may hold: texts, pages, books, notes and settings, whole, damaged and hostile."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from hypothesis import strategies as st

from dreamplayer.reading.ingest.formats import SUFFIXES
from dreamplayer.settings import DOCS

WORDS = (
    "You lie in a boat on a lake. ", "A lantern, then rain! ", "“Sleep,” says the owl. ", "[pause 10 seconds] ",
    "Dr. Who's 3.14 km ", "www.example.org/a?b=c ", "HEADING", "# Title\n", "\n\n", "\r\n", "---\n", "* item\n",
    "**bold** ", "_soft_ ", "*", "_", "`", "> ", "1. ", "[link](http://x) ", "[^1]: note\n", "![", "](", "| a | b |\n",
    "<!--", "-->", "<p>", "</p>", "<a ", "</a", "<", "&nbsp;", "&#x110000;", "&#" + "9" * 400 + ";",
    "00:00:01,000 --> ",
    "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\nhello\n\n", "(sighs) ", "INT. HOUSE - NIGHT\n", "ANNA:\n",
    "\0", "\ufeff", "\u202e", "\u0301" * 30, "\U0001f319", "\ud7ff", "夜の海。", "سفينة ",
    "x" * 400, "…", "\t", " " * 80,
)  # fmt: skip
"""Pieces of texts: each has made some reader of text stumble."""

texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=40).map("".join)

_TAGS = st.sampled_from(
    "p div h1 h6 li ul table tr td em i b br hr img a span script style head body html title nav svg math template "
    "noscript pre code blockquote section ruby rt textarea select iframe plaintext xmp frameset form input".split()
)
_MARKUP = st.one_of(
    st.builds("<{}>".format, _TAGS),
    st.builds("</{}>".format, _TAGS),
    st.builds('<{} class="{}" href="{}">'.format, _TAGS, st.text(max_size=8), st.text(max_size=8)),
    st.builds("<{}".format, _TAGS),
    st.sampled_from(("<!DOCTYPE html>", "<![CDATA[", "]]>", "<?xml?>", "<?a", "<!--",
                     "--!>", "</", "<a b='", "&amp", "&#0;")),
    texts,
)  # fmt: skip
pages = st.lists(st.one_of(_MARKUP, st.builds(lambda part, n: part * n, _MARKUP, st.integers(2, 60))), max_size=30).map(
    "".join
)

_XML_TAGS = st.sampled_from(
    "w:p w:r w:t w:br w:tab w:del w:ins w:delText w:tbl w:tr w:tc w:hyperlink w:footnoteReference w:pPr w:pStyle w:b "
    "text:p text:h text:span text:note text:list text:s text:tab office:annotation item itemref rootfile meta".split()
)


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(
        st.sampled_from(("w:val", "id", "idref", "href", "full-path", "text:outline-level", "linear", "text:c")),
        st.one_of(st.sampled_from(("a", "../a", "no", "Heading1", "9" * 30, "-1", "")), st.text("ab/%.0", max_size=6)),
        max_size=2,
    ).map(lambda found: "".join(f' {key}="{value}"' for key, value in found.items()))
    return st.builds("<{0}{1}>{2}</{0}>".format, _XML_TAGS, attributes, inner)


_CHARACTERS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&"), max_size=20)
_XML = st.recursive(
    _CHARACTERS,
    lambda inner: st.one_of(_element(inner), st.lists(inner, max_size=4).map("".join)),
    max_leaves=12,
)
_SPACES = 'xmlns:w="w" xmlns:text="t" xmlns:office="o"'


def _part(body: str, root: str) -> str:
    return f'<?xml version="1.0"?><{root} {_SPACES}>{body}</{root}>'


_PARTS = {
    ".docx": ("word/document.xml", "word/styles.xml", "word/footnotes.xml", "[Content_Types].xml", "_rels/.rels"),
    ".odt": ("content.xml", "styles.xml", "meta.xml", "mimetype"),
    ".epub": ("META-INF/container.xml", "o/p.opf", "o/a.xhtml", "o/b.xhtml", "o/toc.ncx", "mimetype"),
}
_CONTAINER = '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>'
_PACKAGE = (
    '<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="{}"/>'
    "</manifest><spine>{}</spine></package>"
)


@st.composite
def archives(draw: st.DrawFn, suffix: str) -> bytes:
    """A book: its parts in order, filled with XML that may be right; some left out, some of noise."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))) as file:
        for name in _PARTS[suffix]:
            kind = draw(st.sampled_from(("right",) * 6 + ("xml", "page", "noise", "missing")))
            if kind == "missing":
                continue
            if kind == "noise":
                file.writestr(name, draw(st.binary(max_size=60)))
            elif kind == "page" or name.endswith(".xhtml"):
                file.writestr(name, draw(pages).encode("utf-8", "replace"))
            elif kind == "right" and name.endswith("container.xml"):
                file.writestr(name, _CONTAINER)
            elif kind == "right" and name.endswith(".opf"):
                spine = draw(st.lists(st.sampled_from(('<itemref idref="a"/>', '<itemref idref="b"/>')), max_size=5))
                href = draw(st.sampled_from(("b.xhtml", "../../x", "a.xhtml", "%00", "b.xhtml#c")))
                file.writestr(name, _PACKAGE.format(href, "".join(spine)))
            else:
                file.writestr(name, _part(draw(_XML), draw(st.sampled_from(("w:document", "w:body", "text:p", "x")))))
    return out.getvalue()


@st.composite
def damaged(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """Bytes of which some are overwritten, cut out, repeated or turned."""
    data = bytearray(draw(whole))
    for _ in range(draw(st.integers(0, 4))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        length = draw(st.integers(1, 24))
        match draw(st.sampled_from(("write", "cut", "repeat", "flip", "end"))):
            case "write":
                data[at : at + length] = draw(st.binary(min_size=length, max_size=length))
            case "cut":
                del data[at : at + length]
            case "repeat":
                data[at:at] = data[at : at + length] * draw(st.integers(1, 40))
            case "flip":
                data[at] ^= 1 << draw(st.integers(0, 7))
            case _:
                del data[at:]
    return bytes(data)


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "replace")


_ENCODINGS = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-32", "mac_roman"))


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """(ending, bytes) of a file of any kind that is understood."""
    suffix = draw(st.sampled_from((*SUFFIXES, "")))
    if suffix in _PARTS:
        return suffix, draw(damaged(archives(suffix)))
    inside = pages if "htm" in suffix else texts
    whole = st.builds(_encoded, inside, _ENCODINGS)
    return suffix, draw(st.one_of(whole, damaged(whole), st.binary(max_size=200)))


_NUMBERS = st.one_of(
    st.sampled_from(("0", "-0.0", "1", "-1", "nan", "inf", "-inf", "1e999", "1e-999", "9" * 30, "9" * 5000, "0x7f",
                     "1_0")),
    st.floats().map(lambda value: repr(value).replace("e+", "e")),
    st.integers().map(str),
)  # fmt: skip
_VALUES = st.recursive(
    st.one_of(
        _NUMBERS,
        st.sampled_from(("true", "false", "1979-05-27", "07:32:00", '""', "''", '"x', "'''", '"night"', '"#ffb060"')),
        st.text(max_size=12).map(lambda text: '"' + text.replace("\\", "").replace('"', "") + '"'),
        st.just('"' + "x" * 3000 + '"'),
        st.integers(1, 3000).map(lambda depth: "[" * depth + "]" * depth),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda found: "[" + ", ".join(found) + "]"),
        st.dictionaries(st.sampled_from("abcxyz"), inner, max_size=3).map(
            lambda found: "{" + ", ".join(f"{key} = {value}" for key, value in found.items()) + "}"
        ),
    ),
    max_leaves=4,
)
_NOTE_KEYS = (
    "title say bed minutes sounds passage begins time place ground camera sky air palette element name at count tint "
    "strength hide params x y z size spread turn eye focal horizon density stars zenith key".split()
)
_HEADS = ("[say]", "[bed]", "[[passage]]", "[[passage.element]]", "[passage.camera]", "[passage]", "[x", "[[a.b.c]]")
_GOOD = 'title = "T"\n[[passage]]\nbegins = "You lie"\n[[passage.element]]\nname = "lantern"\n'


def _toml(keys: tuple[str, ...] | list[str], heads: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    key = st.one_of(st.sampled_from(keys), st.text(max_size=6), st.integers(2, 400).map(lambda n: "a" + ".a" * n))
    lines = [st.builds("{} = {}".format, key, _VALUES)] * 4 + [texts]
    if heads:
        lines.append(st.sampled_from(heads))
    return st.lists(st.one_of(*lines), max_size=8).map("\n".join)


notes = st.one_of(_toml(_NOTE_KEYS, _HEADS), _toml(_NOTE_KEYS, _HEADS).map(lambda text: _GOOD + text))
settings_files = _toml(list(DOCS), ("[x]",))
pronunciations = _toml(["Elowen", "Siobhan", '"a b"'], ("[say]",))


def raw(text: Any) -> bytes:
    """A TOML text as bytes."""
    return str(text).encode("utf-8", "replace")
