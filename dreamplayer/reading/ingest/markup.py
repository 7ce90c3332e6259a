"""Plain text and Markdown: marks of formatting taken out, emphasis, paragraphs and headings found."""

from __future__ import annotations

import re

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft, blank

_NEWLINE = "\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
LINE = re.compile(rf"(?P<line>[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*)(?P<end>{_NEWLINE}|\Z)")

_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,300})?/?>")
_LINK = re.compile(r"(!?\[)([^\[\]\n]*)(\]\([^()\s]*(?:\s+[\"'][^\"'\n]*[\"'])?\)|\]\[[^\[\]\n]*\])")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:\s*\S+[^\n]*$", re.MULTILINE)
_NOTE_DEFINITION = re.compile(
    r"^[ ]{0,3}\[\^[^\]\s]+\]:[^\n]*"
    r"(?:\n(?=[ \t]*\S)(?![ ]{0,3}\[\^|[ ]{0,3}#{1,6} )[^\n]*|\n[ \t]*\n(?: {4}|\t)[^\n]*)*",
    re.MULTILINE,
)
_NOTE_REFERENCE = re.compile(r"\[\^[^\]\s\[]{1,80}\]|\^\[[^\[\]\n]{1,400}\]")
_FENCED = re.compile(
    r"^([ ]{0,3}|[ ]*>[ ]?)(`{3,}|~{3,})[ ]*([^\n`]*)\n(.*?)(?:^[ >]{0,5}\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_PROSE_FENCE = frozenset(("", "text", "txt", "plain", "plaintext", "poem", "verse", "poetry", "story", "prose", "md"))
_LOOKS_LIKE_CODE = re.compile(r"[{};=]\s*$|^\s*(?:def |import |function |var |const |<\w+|\$ )", re.MULTILINE)
_EDITOR_COMMENT = re.compile(r"%%(?:(?!%%).){0,4000}?%%", re.DOTALL)
_EMBEDDED = re.compile(r"!\[\[([^\[\]\n]*)\]\]")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])(?:\{[^{}\n]*\})?")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]+?)(?<=\S)==")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~")
_TAGGED = re.compile(r"(?<![^\s(])#[A-Za-z][\w/-]*")
_BLOCK_ID = re.compile(r"[ \t]\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{(?:[#.][\w:-]+|\w+=\"?[^{}\"\n]*\"?)(?: [^{}\n]*)?\}")
_DIVISION = re.compile(r"^[ ]{0,3}:{3,}[^\n]*$", re.MULTILINE)
_CALLOUT = re.compile(r"^[ ]{0,3}(?:>[ ]?)+(\[![\w-]+\][+-]?)", re.MULTILINE)
_URL = re.compile(r"<?\b(?:https?://|ftp://|www\.|mailto:)[^\s<>\])]*[^\s<>\]).,;:!?\"'”’]>?")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\\$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_NUMBERED = re.compile(r"^[ \t>]*(\(?(\d{1,3})[.)])[ \t]+(?=\S)", re.MULTILINE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,300}>.*?</\1>", re.DOTALL | re.IGNORECASE)
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160);")
_STARS = re.compile(r"\*+")
_UNDERLINE = re.compile(r"(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])")
_PLAIN = re.compile(r"[`|]+|~~+")

_FRONT = re.compile(
    r"\A\ufeff?(?:---|(\+\+\+))[ \t]*\r?\n(.{0,4000}?)\n(?(1)\+\+\+|(?:---|\.\.\.))[ \t]*\r?(?:\n|\Z)", re.DOTALL
)
_FRONT_AUTHOR = re.compile(r"^author[ \t]*[:=][ \t]*[\"']?([^\s\[].*?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.+?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:(?:[-*_=~#+•·.][ \t]*){3,}|[*•·~—–-])[ \t]*$")
_SETEXT = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~).*$")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_BULLET = re.compile(r"[ \t]*(?:[-+*•‣◦▪·][ \t]+)(?:\[[ xX]\][ \t]+)?(?=\S)")


def read_markdown(draft: Draft) -> None:
    """Find the blocks of a draft and take out what is formatting, and what notes hold beside their text.

    Works on plain text too: there it finds only emphasis and paragraphs.

    Args:
        draft: of Markdown or plain text; gets its blocks.
    """
    source, seen = draft.source, draft.seen
    front = _FRONT.match(source)
    if front:
        found = _FRONT_TITLE.search(front[2])
        draft.title = found[1].strip() if found else None
        author = _FRONT_AUTHOR.search(front[2])
        draft.author = author[1].strip() if author else ""
        draft.leave_out(front.start(), front.end(), "file properties")
    _leave_out_beside(draft)
    for pattern in (_DEFINITION, _TAG, _SPACE_ENTITY):
        text = "".join(seen)
        for hit in pattern.finditer(text):
            blank(seen, hit.start(), hit.end())
    draft.hide_untypable()
    _open_links(draft)
    tables = _tables(draft)
    numbers = _list_numbers(draft)
    draft.blocks = _blocks(draft, tables, numbers)
    text = "".join(seen)
    for block in draft.blocks:
        for marks in (_STARS, _UNDERLINE):
            draft.emphasised += _emphasis(text, seen, marks, block)
        for hit in _PLAIN.finditer(text, block.start, block.end):
            blank(seen, hit.start(), hit.end(), GONE)


def _leave_out_beside(draft: Draft) -> None:
    """What notes hold beside their text: code, comments, footnotes, pictures, tags, addresses."""
    source = draft.source
    if "```" in source or "~~~" in source:
        for hit in _FENCED.finditer(source):
            if hit[3].strip().lower() not in _PROSE_FENCE or _LOOKS_LIKE_CODE.search(hit[4]):
                draft.leave_out(hit.start(), hit.end(), "code")
    for mark, pattern, kind in (
        ("<", _SCRIPT, "code"),
        ("<!--", _COMMENT, "comment"),
        ("%%", _EDITOR_COMMENT, "comment"),
        ("[^", _NOTE_DEFINITION, "footnote"),
        ("[", _NOTE_REFERENCE, "footnote mark"),
        ("![[", _EMBEDDED, "picture"),
        ("![", _PICTURE, "picture"),
        ("~~", _STRUCK, "deleted text"),
        ("#", _TAGGED, "tag"),
    ):
        if mark in source:
            for hit in pattern.finditer("".join(draft.seen)):
                draft.leave_out(hit.start(), hit.end(), kind)


def _open_links(draft: Draft) -> None:
    """Links keep their words and lose their targets; bare addresses are left out."""
    source, seen = draft.source, draft.seen
    if "[" in source:
        for hit in _WIKI_LINK.finditer("".join(seen)):
            label = 2 if hit[2] else 1
            blank(seen, hit.start(), hit.start(label), GONE)
            blank(seen, hit.end(label), hit.end(), GONE)
        for hit in _LINK.finditer("".join(seen)):
            blank(seen, hit.start(1), hit.end(1), GONE)
            blank(seen, hit.start(3), hit.end(3), GONE)
        for hit in _CALLOUT.finditer("".join(seen)):
            blank(seen, hit.start(1), hit.end(1))
    if "://" in source or "www." in source or "mailto:" in source:
        for hit in _URL.finditer("".join(seen)):
            draft.leave_out(hit.start(), hit.end(), "link address")
    for mark, pattern in (("==", _HIGHLIGHT),):
        if mark in source:
            for hit in pattern.finditer("".join(seen)):
                blank(seen, hit.start(), hit.start(1), GONE)
                blank(seen, hit.end(1), hit.end(), GONE)
    for mark, pattern, by in (
        ("^", _BLOCK_ID, " "),
        ("{", _ATTRIBUTES, " "),
        (":::", _DIVISION, " "),
        ("\\", _ESCAPE, GONE),
    ):
        if mark in source:
            for hit in pattern.finditer("".join(seen)):
                blank(seen, hit.start(), hit.end(), by)


def _tables(draft: Draft) -> set[int]:
    """Offsets at which rows of tables begin; cells are set apart by commas, the rule below the head is taken out."""
    if "|" not in draft.source or "--" not in draft.source:
        return set()
    rows: set[int] = set()
    lines = [hit.span("line") for hit in LINE.finditer(draft.source)]
    behind = 0
    for i, (a, b) in enumerate(lines):
        rule = draft.source[a:b]
        if (
            i < behind
            or not i
            or "|" not in draft.source[lines[i - 1][0] : b]
            or not _TABLE_RULE.match(rule)
            or "-" not in rule
        ):
            continue
        if "|" not in draft.source[slice(*lines[i - 1])]:
            continue
        blank(draft.seen, a, b)
        table = [lines[i - 1]]
        for c, d in lines[i + 1 :]:
            if "|" not in draft.source[c:d]:
                break
            table.append((c, d))
        behind = i + len(table)
        for c, d in table:
            rows.add(c)
            _set_cells_apart(draft.seen, c, d)
    return rows


def _set_cells_apart(seen: list[str], start: int, end: int) -> None:
    """Put a comma behind each cell but the last, in the place of the space or the bar after it."""
    bars = [i for i in range(start, end) if seen[i] == "|"]
    for i in bars:
        seen[i] = " "
    for bar in bars:
        last = bar
        while last > start and seen[last - 1] in " \t" + GONE:
            last -= 1
        behind = any(char.isalnum() for char in seen[bar:end])
        if behind and last > start and seen[last - 1].isalnum():
            seen[last] = ","


def _list_numbers(draft: Draft) -> set[int]:
    """Offsets at which items of numbered lists begin. Their numbers are said and not shown (`Draft.leads`)."""
    hits = list(_NUMBERED.finditer("".join(draft.seen)))
    found: set[int] = set()
    for i, hit in enumerate(hits):
        number = int(hit[2])
        after = int(hits[i + 1][2]) if i + 1 < len(hits) else None
        before = int(hits[i - 1][2]) if i else None
        if after in (number, number + 1) or (before is not None and before in (number, number - 1)):
            found.add(hit.start())
            draft.leads[hit.end()] = hit[2]
            blank(draft.seen, hit.start(1), hit.end(1))
    return found


def _emphasis(text: str, seen: list[str], marks: re.Pattern[str], block: Block) -> list[tuple[int, int]]:
    """Hide the marks of one block and give the ranges between pairs of them."""
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for hit in marks.finditer(text, block.start, block.end):
        start, end = hit.span()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if before.isdigit() and after.isdigit():
            continue
        blank(seen, start, end, GONE)
        if opened is None and not after.isspace():
            opened = end
        elif opened is not None and not before.isspace():
            ranges.append((opened, start))
            opened = None
    return ranges


def _blocks(draft: Draft, rows: set[int], items: set[int]) -> list[Block]:
    """Paragraphs and headings, with the marks at their lines' beginnings hidden."""
    source, seen = draft.source, draft.seen
    text = "".join(seen)
    lines = [hit.span("line") for hit in LINE.finditer(source) if hit.group()]
    by_line = _one_line_each(text, lines)
    blocks: list[Block] = []
    start: int | None = None
    breaks: list[int] = []
    end = 0
    callout = False

    def close(level: int = 0) -> None:
        nonlocal start
        if start is not None and any(char.isalnum() for char in seen[start:end]):
            blocks.append(Block(start, end, "heading" if level else "paragraph", tuple(breaks), level))
        start = None
        breaks.clear()

    for a, b in lines:
        line = text[a:b]
        bare = line.replace(GONE, "").strip()
        if not bare or _FENCE.match(line):
            blank(seen, a, b)
            close()
            continue
        if start is not None and not by_line and _SETEXT.match(line) and not _has_break(text, start, a):
            blank(seen, a, b)
            close(1 if "=" in line else 2)
            continue
        if _RULE.match(line):
            draft.rules.append(a)
            blank(seen, a, b)
            close()
            continue
        heading = _HEADING.match(line)
        if heading:
            close()
            blank(seen, a, a + heading.end())
            tail = _HEADING_TAIL.search(line)
            if tail:
                blank(seen, a + tail.start(), b)
            start, end = a, b
            close(len(heading[1]))
            continue
        quote = _QUOTE.match(line)
        skip = quote.end() if quote else 0
        bullet = _BULLET.match(line, skip)
        blank(seen, a, a + (bullet.end() if bullet else skip))
        if by_line:
            close()
        if start is None:
            start = a
        elif bullet or a in rows or a in items or callout:
            breaks.append(a)
        callout = bool(quote and _CALLOUT.match(source, a, b))
        end = b
    close()
    return blocks


def _has_break(text: str, start: int, end: int) -> bool:
    return any(char in "\n\r" for char in text[start:end].rstrip())


def _one_line_each(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether every line is a paragraph: no empty lines between them, and most are long and end a sentence."""
    full = [text[a:b].replace(GONE, "").strip() for a, b in lines]
    while full and not full[-1]:
        full.pop()
    written = [line for line in full if line]
    if len(written) < 2 or len(written) < 0.8 * len(full):
        return False
    ended = sum(line[-1] in ".!?…”\"’'*:" for line in written)
    long = sum(len(line) > 100 for line in written)
    # A wrapped text breaks its lines at one width; a text of one line each breaks them at sentences.
    return ended >= 0.8 * len(written) and (long >= 0.4 * len(written) or ended == len(written))
