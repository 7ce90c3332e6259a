"""What stands around a text and is not told: licences, contents, notes, front and back matter, page furniture."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft

_TITLES: dict[str, str] = {
    **dict.fromkeys(("contents", "table of contents", "list of illustrations", "illustrations", "list of plates",
                     "list of figures", "list of tables", "index of first lines"), "contents"),
    **dict.fromkeys(("cover", "title page", "half title", "titlepage"), "title page"),
    **dict.fromkeys(("copyright", "copyright page", "copyright notice", "imprint", "uncopyright", "legal notice",
                     "publication data", "credits", "rights"), "imprint"),
    **dict.fromkeys(("colophon",), "colophon"),
    **dict.fromkeys(("dedication", "acknowledgments", "acknowledgements", "acknowledgment", "acknowledgement",
                     "foreword", "praise", "also by", "also by the author", "other books by the author"),
                    "front matter"),
    **dict.fromkeys(("about the author", "about the authors", "about the publisher", "about this book",
                     "about this edition", "bibliography", "index", "glossary", "errata", "further reading",
                     "references", "works cited", "newsletter", "advertisements"), "back matter"),
    **dict.fromkeys(("notes", "footnotes", "endnotes", "end notes", "foot notes"), "footnote"),
    **dict.fromkeys(("transcriber's note", "transcriber's notes", "transcribers note", "transcriber note",
                     "transcriber notes", "transcribers notes"), "transcriber's note"),
    **dict.fromkeys(("the full project gutenberg license", "full project gutenberg license",
                     "project gutenberg license"), "licence"),
}  # fmt: skip
"""Titles of sections that are not told where a text has others, to what is said of them."""

_CONTENTS_WORDS = frozenset("table of the contents and list illustrations plates maps volume".split())
_LONG = ("footnote", "back matter", "licence", "contents")
"""Kinds of sections that may have headings of their own inside."""

_START = re.compile(r"^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*?(?:\*{3}|$)", re.I | re.M)
_END = re.compile(
    r"^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg(?:'s|’s)? )",
    re.I | re.M,
)
_SMALL_PRINT = re.compile(r"^\*?END\*?THE SMALL PRINT![^\n]*$", re.M)
_FIELD = re.compile(r"^(Title|Author|Language):[ \t]*(.+?)[ \t]*$", re.M)
_CREDITS = re.compile(
    r"(?:produced|e-?text prepared|transcribed|scanned|proofed|this e-?(?:book|text) was (?:produced|prepared))"
    r"\s+(?:by|from)\b"
    r"|distributed proofread|gutenberg\.(?:org|net)|pgdp\.net",
    re.I,
)
_CREDITS_LEAD = re.compile(r"[\W_]*(?:produced|e-?text|transcribed|scanned|this e-?)", re.I)
_PICTURE = re.compile(
    r"\[(?:Illustrations?|Frontispiece|Decoration|Cover|Image|Picture)\b(?:[^\[\]]|\[[^\[\]]*\]){0,600}\]", re.I
)
_NOTE_BLOCK = re.compile(
    r"\[(Footnote|Sidenote|Transcriber['’]?s['’]? note)s?\b(?:[^\[\]]|\[[^\[\]]*\]){0,4000}\]", re.I
)
_NOTE_MARK = re.compile(r"(?<=[\w.,;:!?”’\"')*_\0])\[(?:\d{1,3}|[*†‡§]|[A-Z])\]")
_NOTE_BODY = re.compile(r"[ \t]*(?:\[(\d{1,3}|[*†‡§]|[A-Z])\]|(\d{1,3})[.)])\s+\S")
_PAGE_MARK = re.compile(r"\[(?:Pg|Page|P)\.? ?\d{1,4}\]|\{(?:Pg\.? ?|p\. ?)?\d{1,4}\}", re.I)
_TRANSCRIBER = re.compile(r"[\W_]*transcriber['’]?s?['’]? (?:'s )?notes?\b", re.I)
_PAGE_LINE = re.compile(r"[-–—~·.\[(|\s]*(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\])\s.|~·–—-]*|"
                        r"[-–—~·\[(|]+\s*\d{1,4}\s*[-–—~·\])|]+", re.I)  # fmt: skip
_BARE_NUMBER = re.compile(r"\d{1,4}")

_NUMERAL = (
    r"(?:\d{1,3}|[ivxlc]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?|(?:the )?(?:first|second|third|fourth|fifth|sixth|last))"
)
_CHAPTER = re.compile(
    rf"(?:chapter|book|part|canto|letter|section|volume|stave|night|tale|story|fable)\s+{_NUMERAL}\b[.:—–-]*|"
    r"(?:prologue|epilogue|preface|introduction|conclusion|interlude|afterword|foreword|postscript)[.:]?$",
    re.I,
)
_THE_END = ("the end", "end", "finis")
_HEADING_WORDS = 12
_PROSE_WORDS = 25
"""Words from which on a block is prose and no title."""
_ENDED = re.compile(r"[.!?…:;”\"’')\]—-]\s*$")


def kind_of_title(title: str) -> str:
    """What is said of a section of this title where it is not told; "" for one that is told.

    Args:
        title: heading of the section, as written.
    """
    plain = _plain_title(title) if len(title) < 80 else ""
    words = set(plain.split())
    if "contents" in words and words <= _CONTENTS_WORDS:
        return "contents"
    return _TITLES.get(plain, "")


def _plain_title(title: str) -> str:
    return " ".join(
        re.sub(r"[^a-z' ]+", " ", title.lower().replace("’", "'").replace("transcribers'", "transcribers")).split()
    )


def is_chapter_title(text: str) -> bool:
    """Whether words are the heading of a chapter: "CHAPTER II. The Owl", "Part Two".

    Args:
        text: one line.
    """
    return bool(_CHAPTER.match(text)) and len(text.split()) <= _HEADING_WORDS


def leave_out_matter(draft: Draft) -> None:
    """Take out of a draft whatever stands around the text. Blocks must be known.

    Args:
        draft: of a book; gets omissions.
    """
    gutenberg = _leave_out_licence(draft)
    if "[" in draft.source or "{" in draft.source:
        _leave_out_brackets(draft)
    marked = _find_headings(draft)
    _leave_out_credits(draft)
    _leave_out_contents(draft, marked)
    _leave_out_sections(draft)
    if gutenberg:
        _leave_out_title_page(draft)
        _leave_out_after_the_end(draft)
    _leave_out_pages(draft)


def _leave_out_licence(draft: Draft) -> bool:
    source = draft.source
    if "gutenberg" not in source[:20_000].lower() and "GUTENBERG" not in source[-40_000:]:
        return False
    start = _START.search(source) or _SMALL_PRINT.search(source)
    end = _END.search(source, start.end() if start else 0)
    if start:
        for field in _FIELD.finditer(source, 0, start.start()):
            if field[1].lower() == "title":
                draft.title = draft.title or field[2]
            elif field[1].lower() == "author":
                draft.author = draft.author or field[2]
        draft.leave_out(0, start.end(), "licence", "what the publisher of the file says of it")
    if end:
        draft.leave_out(end.start(), len(source), "licence")
    return bool(start or end)


def _leave_out_brackets(draft: Draft) -> None:
    """Marks of pictures, notes and pages in brackets."""
    text = "".join(draft.seen)
    for hit in _PICTURE.finditer(text):
        draft.leave_out(hit.start(), hit.end(), "picture")
    for hit in _NOTE_BLOCK.finditer(text):
        name = hit[1].lower()
        kind = "footnote" if name == "footnote" else "sidenote" if name == "sidenote" else "transcriber's note"
        draft.leave_out(hit.start(), hit.end(), kind)
    text = "".join(draft.seen)
    for hit in _PAGE_MARK.finditer(text):
        draft.leave_out(hit.start(), hit.end(), "page number")
    marks: set[str] = set()
    for hit in _NOTE_MARK.finditer(text):
        marks.add(hit[0][1:-1])
        draft.leave_out(hit.start(), hit.end(), "footnote mark")
    if marks:
        for block in draft.blocks:
            body = _NOTE_BODY.match(draft.source, block.start)
            if body and body[1] in marks and draft.told(block.start, block.end):
                draft.leave_out(block.start, block.end, "footnote")


def _told(draft: Draft, block: Block) -> str:
    return draft.told(block.start, block.end)


def _find_headings(draft: Draft) -> bool:
    """Headings that only their words or their capitals show; whether the text marks any otherwise."""
    marked = any(block.heading for block in draft.blocks)
    for i, block in enumerate(draft.blocks):
        if block.heading or block.end - block.start > 160:
            continue
        text = _told(draft, block)
        words = len(text.split())
        if not text or words > _HEADING_WORDS:
            continue
        if is_chapter_title(text) and not (words > 4 and text[-1] in ".!?" and not _CHAPTER.fullmatch(text)):
            draft.blocks[i] = replace(
                block, kind="heading", level=2 if marked else 1, breaks=_line_starts(draft, block)
            )
        elif not marked and words <= 8 and _is_in_capitals(text) and "\n" not in draft.source[block.start : block.end]:
            draft.blocks[i] = replace(block, kind="heading", level=2)
    return marked


def _is_in_capitals(text: str) -> bool:
    """Whether a line is set as a heading by capitals alone; what is called out or asked is none."""
    if _plain_title(text) in _THE_END:
        return False
    return text.isupper() and sum(map(str.isalpha, text)) > 2 and text[-1] not in "!?,;:" and text[0] not in "\"“‘'(["


def _line_starts(draft: Draft, block: Block) -> tuple[int, ...]:
    inside = re.finditer(r"\n\s*(?=\S)", draft.source[block.start : block.end])
    return tuple(block.start + hit.end() for hit in inside)


def _leave_out_credits(draft: Draft) -> None:
    """Who made the file."""
    for block in (*draft.blocks[:12], *draft.blocks[12:][-4:]):
        text = _told(draft, block)
        if text and len(text) < 500 and _CREDITS_LEAD.match(text) and _CREDITS.search(text):
            draft.leave_out(block.start, block.end, "credits")


def _leave_out_contents(draft: Draft, marked: bool) -> None:
    """A list of chapters under its title, up to where the first of them begins."""
    i = 0
    blocks = draft.blocks
    while i < len(blocks):
        if blocks[i].end - blocks[i].start > 60 or kind_of_title(_told(draft, blocks[i])) != "contents":
            i += 1
            continue
        first, last = i, i
        entry = ""
        listed = False
        for j in range(i + 1, len(blocks)):
            lines = [line for line in draft.source[blocks[j].start : blocks[j].end].splitlines() if line.strip()]
            text = _entry(_told(draft, blocks[j]))
            if not text:
                continue
            if entry and (text == entry or entry.startswith(text + " ") or text.startswith(entry + " ")):
                break
            chapter = is_chapter_title(_told(draft, blocks[j]))
            if kind_of_title(_told(draft, blocks[j])):
                break
            if listed and blocks[j].heading and len(lines) < 3 and (marked or chapter):
                break
            prose = (
                sum(len(line.split()) > 12 for line in lines) > len(lines) / 2 or len(_told(draft, blocks[j])) > 4000
            )
            if prose and not re.search(r"\d\s*$", draft.source[blocks[j].start : blocks[j].end]):
                break
            if (
                entry
                and marked
                and blocks[j].heading
                and j > i + 1
                and not chapter
                and blocks[j].level <= blocks[i].level
            ):
                break
            if not entry and _entry(lines[0]) != "page":
                entry = _entry(lines[0])
            listed = listed or len(lines) > 1
            last = j
        # A list as long as half the text is the text.
        if last > first and blocks[last].end - blocks[first].start < 0.5 * len(draft.source):
            draft.leave_out(blocks[first].start, blocks[last].end, "contents")
        i = last + 1


def _entry(line: str) -> str:
    """A line of a table of contents without its page number."""
    plain = re.sub(r"[\s.·…]*\b\d+\s*$", "", line.replace(GONE, "").lower()).strip()
    if plain in ("chapter page", "chap. page", "page", "chapter, page"):
        return "page"
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"^\s*(?:chapter|part|book)\b", "", plain)))


def _leave_out_sections(draft: Draft) -> None:
    """Sections whose titles say that they stand around the text, where there is other text."""
    blocks = draft.blocks
    headings = [i for i, block in enumerate(blocks) if block.heading and _told(draft, block)]
    titled = {i: kind_of_title(_told(draft, blocks[i])) for i in range(len(blocks)) if _is_title(draft, blocks[i])}
    for i, kind in titled.items():
        if not kind or not _told(draft, blocks[i]):
            continue
        level = blocks[i].level or 9
        after = next((j for j in headings if j > i and blocks[j].level <= level), len(blocks))
        if kind not in _LONG or sum(len(_told(draft, b)) for b in blocks[i:after]) > 0.3 * len(draft.source):
            # Without marks, or with careless ones, the next heading of any kind ends a section.
            after = next((j for j in headings if j > i), len(blocks))
        outside = [b for j, b in enumerate(blocks) if not i <= j < after and not b.heading and _told(draft, b)]
        if not outside or (kind not in ("transcriber's note", "footnote", "contents", "licence") and len(headings) < 2):
            continue
        if kind == "transcriber's note" and not blocks[i].heading:
            after = min(after, i + 2)
        draft.leave_out(blocks[i].start, blocks[after - 1].end, kind)
    for block in blocks:
        if _TRANSCRIBER.match(_told(draft, block)[:60]):
            draft.leave_out(block.start, block.end, "transcriber's note")


def _is_title(draft: Draft, block: Block) -> bool:
    """Whether a block is a heading, or a short line that stands where one could."""
    return block.heading or (block.end - block.start < 60 and bool(kind_of_title(_told(draft, block))))


def _leave_out_title_page(draft: Draft) -> None:
    """What stands before the first chapter and is no prose: title, author, publisher."""
    first = next((i for i, b in enumerate(draft.blocks) if b.heading and is_chapter_title(_told(draft, b))), 0)
    before = [b for b in draft.blocks[:first] if _told(draft, b)]
    if not before or any(_is_prose(_told(draft, b)) for b in before):
        return
    draft.leave_out(before[0].start, before[-1].end, "title page")


def _leave_out_after_the_end(draft: Draft) -> None:
    """What stands behind the words "The End" in the last part of a book: advertisements."""
    blocks = draft.blocks
    ends = [i for i, b in enumerate(blocks) if b.end - b.start < 30 and _plain_title(_told(draft, b)) in _THE_END]
    if not ends or blocks[ends[-1]].start < 0.6 * len(draft.source):
        return
    behind = [b for b in blocks[ends[-1] + 1 :] if _told(draft, b)]
    if behind and not any(is_chapter_title(_told(draft, b)) for b in behind if b.heading):
        draft.leave_out(behind[0].start, behind[-1].end, "back matter")


def _is_prose(text: str) -> bool:
    small = sum(map(str.islower, text))
    return len(text.split()) >= _PROSE_WORDS and small > 0.7 * sum(map(str.isalpha, text)) and text[-1] in ".!?”\"’'"


def _leave_out_pages(draft: Draft) -> None:
    """Page numbers and running heads between paragraphs; a sentence that goes on behind one is one paragraph."""
    blocks = draft.blocks
    told = [(i, _told(draft, b)) for i, b in enumerate(blocks) if b.end - b.start < 90]
    short = [(i, text) for i, text in told if text]
    numbers = [i for i, _ in short if _PAGE_LINE.fullmatch(draft.source[blocks[i].start : blocks[i].end].strip())]
    bare = [i for i, text in short if _BARE_NUMBER.fullmatch(text)]
    if bare and _are_pages(draft, bare):
        numbers += bare
    kinds = dict.fromkeys(numbers, "page number")
    alike: dict[str, list[int]] = {}
    for i, text in short:
        alike.setdefault(re.sub(r"\d+", "#", text), []).append(i)
    running: list[int] = []
    beside_numbers = {i + step for i in numbers for step in (-1, 1)}
    for head, places in alike.items():
        if len(places) < 3:
            continue
        # A refrain comes again too, and so do "Day 1", "Day 2": a head cuts sentences, or stands beside page numbers.
        counted = "#" in head and len(head) > 6
        cutting = counted and sum(_cuts(draft, i) for i in places) * 2 >= len(places)
        everywhere = counted and ("\f" in draft.source or cutting)
        running += [i for i in places if i not in kinds and (everywhere or ("#" not in head and i in beside_numbers))]
    kinds |= dict.fromkeys(sorted(running), "running head")
    if not kinds:
        return
    for i, kind in kinds.items():
        draft.leave_out(blocks[i].start, blocks[i].end, kind)
    _join_over(draft, set(kinds))


def _are_pages(draft: Draft, bare: list[int]) -> bool:
    """Whether numbers that stand alone count pages and not chapters or stanzas: they cut sentences, or start late."""
    values = [int(_told(draft, draft.blocks[i])) for i in bare]
    if any(b <= a for a, b in pairwise(values)):
        return False
    cut = sum(_cuts(draft, i) for i in bare)
    return cut * 3 >= len(bare) or (values[0] > 3 and "\f" in draft.source)


def _cuts(draft: Draft, i: int) -> bool:
    """Whether a block stands in the middle of a sentence."""
    before = next((draft.blocks[j] for j in range(i - 1, -1, -1) if _told(draft, draft.blocks[j])), None)
    text = _told(draft, before) if before is not None else ""
    return before is not None and not before.heading and len(text) > 40 and not _ENDED.search(text)


def _join_over(draft: Draft, gone: set[int]) -> None:
    joined: list[Block] = []
    after_gone = False
    for i, block in enumerate(draft.blocks):
        if i in gone:
            after_gone = True
            continue
        before = joined[-1] if joined else None
        prose = before is not None and before.kind == block.kind == "paragraph"
        if after_gone and prose and _goes_on(_told(draft, joined[-1]), _told(draft, block)):
            joined[-1] = Block(joined[-1].start, block.end, "paragraph", (*joined[-1].breaks, *block.breaks))
            after_gone = False
            continue
        joined.append(block)
        after_gone = False
    draft.blocks = joined


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence runs from one block into the next."""
    return not _ENDED.search(before) and after[:1].islower()
