"""Which kinds of files are understood, and which reader each has. What lies on disk is only read.

EPUB, DOCX and ODT are archives of pages and XML (`epub`, `docx`, `odt`), HTML is `html_page`, the rest is plain text
of some kind (`plain_text`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dreamplayer.reading.ingest import subtitles
from dreamplayer.reading.ingest.clean_text import Draft
from dreamplayer.reading.ingest.docx import read_docx
from dreamplayer.reading.ingest.epub import read_epub
from dreamplayer.reading.ingest.html_page import read_html
from dreamplayer.reading.ingest.limits import MOST_TEXT, Archive, damage_named, opened, shortened
from dreamplayer.reading.ingest.odt import read_odt
from dreamplayer.reading.ingest.plain_text import read_plain
from dreamplayer.reading.ingest.source import read_source

PLAIN = (".txt", ".md", ".markdown", ".text", *subtitles.SUFFIXES)
_PAGES = (".html", ".htm", ".xhtml")
_ARCHIVES: dict[str, Callable[[Archive], Draft]] = {".epub": read_epub, ".docx": read_docx, ".odt": read_odt}
SUFFIXES = (*PLAIN, *_ARCHIVES, *_PAGES)


def read_draft(path: Path, affordable: Callable[[str], int] = lambda _: MOST_TEXT) -> Draft:
    """The draft of a file by its suffix, its blocks found. Raises TextError where there is none.

    `affordable` says how many characters of a text are taken at most; `Draft.notice` says where that was not all.

    Args:
        path: file of any format that is read; its suffix says which.
        affordable: characters of a text that are taken at most, from the text.

    Raises:
        TextError: it cannot be read, or its format is not known.
    """
    suffix = path.suffix.lower()
    read = _ARCHIVES.get(suffix)
    if read is not None:
        with damage_named(suffix[1:], str(path)), opened(path) as archive:
            draft = read(archive)
            draft.shorten(affordable(draft.source))
            return draft
    source = read_source(path)
    with damage_named("HTML" if suffix in _PAGES else suffix[1:] or "text", str(path)):
        if suffix in _PAGES:
            draft = read_html(source)
            draft.shorten(affordable(draft.source))
            return draft
        return plain_draft(source, affordable, suffix)


def plain_draft(source: str, affordable: Callable[[str], int] = lambda _: MOST_TEXT, suffix: str = "") -> Draft:
    """The draft of plain text of any kind.

    Args:
        source: the text.
        affordable: characters of a text that are taken at most, from the text.
        suffix: of its file's name, in lower case with its dot; "" where it has none.
    """
    source, notice = shortened(source, affordable(source))
    draft = Draft(source, notice=notice)
    read_plain(draft, suffix)
    return draft


def read_text(path: Path) -> str:
    """The words of a file, blocks apart by blank lines, without what its reader leaves out.

    Args:
        path: file of any format that is read.

    Raises:
        TextError: it cannot be read, or holds no text.
    """
    draft = read_draft(path)
    return "\n\n".join(text for block in draft.blocks if (text := draft.told(block.start, block.end)))
