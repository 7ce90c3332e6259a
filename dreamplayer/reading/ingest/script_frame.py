"""What stands around a script and is for whoever makes it: fields above it, notes behind it, names of speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dreamplayer.reading.ingest.clean_text import GONE, Block, Draft, blank

_FIELDS = frozenset(
    """duration length time runtime voice narrator narration tone pace pacing style mood words created date updated
    target audience purpose music sound sounds sfx format type category theme themes tags keywords version status
    language wpm speed level genre series episode season copyright license licence source notes note author writer by
    ambience atmosphere background delivery age ages id slug draft revision modified published rating volume bpm
    gender accent energy intention goal objective platform channel thumbnail description summary topic""".split()
)
_FIELD_PHRASES = re.compile(
    r"(?:word|character|reading|running|total|estimated|approx(?:imate)?|recording|target|background|suggested"
    r"|recommended|speaking|script|content|session|audio|voice|narrator|sleep|track|last|production|prepared|written"
    r"|recorded|read|narrated|created|adapted|sound)\b.{0,24}",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z '/&-]{0,30}?)(?:\s*[:：=]\s*|\s[–—-]\s)(?P<value>\S.{0,160})$")
_TITLE = re.compile(r"(?i)(?:script |story )?title")
_LABEL = re.compile(
    r"(?:the |full |complete |main |final )?(?:sleep |meditation |story |narration |bedtime |audio )*"
    r"(?:script|narration|transcript|body)(?: (?:text|begins?|starts?|below))?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:(?:the )?(?:recording|production|voice(?:[- ]?over)?|narrator|narration|director|directing|audio|sound"
    r"|technical|delivery|performance|editing|editor"
    r"|post[- ]production|speaker|reader|reading|script|music|background|mixing"
    r"|engineering|recorder|actor|pacing)(?:'?s)?(?: (?:and|&) \w+)? (?:notes?|tips|directions?|guidelines|instructions"
    r"|suggestions?|guide|design|cues|specs?|specifications|requirements|checklist)"
    r"|notes? (?:for|to|on) (?:the )?(?:narrat|read|voice|record|produc|speak|direct|editor|delivery|pacing"
    r"|music|sound)\w*(?: \w+)?|sfx list|sound effects?(?: list| used)?|music (?:credits?|list|bed)"
    r"|credits|end of (?:the )?script|word count)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:[-+*•‣◦▪·]|\d{1,2}[.)]) ")
_END = re.compile(
    r"(?:end of (?:the )?(?:script|recording|meditation|session|transcript)|end script|script ends?)", re.IGNORECASE
)
_MARKS = "*_`#> \t-–—" + GONE
_BEFORE_SCRIPT = 6
"""Blocks at the beginning among which fields of a script are looked for."""

_NARRATORS = frozenset(
    """narrator narration voice voiceover voice-over vo v.o v.o. speaker host guide reader storyteller teller
    instructor therapist facilitator announcer presenter teacher""".split()
)
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:of|the|de|von|and|&) )?[A-Z0-9][\w.'’-]*){0,2}"
_LABELLED = re.compile(rf"(?P<name>{_NAME})\s*(?P<how>\([^()\n]{{1,40}}\))?\s*(?P<mark>:)\s*(?=\S)")
_DOTTED = re.compile(r"(?P<name>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})(?P<mark>\.)\s+(?=[A-Z“\"‘(\[])")
_NO_NAME = re.compile(
    r"(?i)(?:chapter|part|act|scene|step|note|day|night|week|figure|book|warning|tip|example|question|answer|q|a|ps|p\.s"
    r"|stanza|verse|lesson|section|phase|stage|option|number)\b"
)


def leave_out_frame(draft: Draft) -> None:
    """Leave out the fields above a script, its own heading ("Script"), and the production notes behind it.

    Args:
        draft: its blocks found; gets omissions.
    """
    framed = _fields(draft)
    last = len(draft.blocks) - 1
    for i, block in enumerate(draft.blocks):
        lines = list(_lines(draft, block))
        first = _bare(lines[0][2]) if lines else ""
        if (block.heading or framed) and _LABEL.fullmatch(first.rstrip(":")) and len(lines) == 1:
            draft.leave_out(block.start, block.end, "heading", "it only says that the script begins")
        elif i and _is_notes(draft, block, lines, first):
            for other in _notes(draft, i):
                if draft.told(other.start, other.end):
                    draft.leave_out(other.start, other.end, "production note", "for whoever records it")
        elif i == last and i:
            for start, end, line in lines:
                if _END.fullmatch(_bare(line).strip("[]().!")):
                    draft.leave_out(start, end, "production note", "for whoever records it")


def _fields(draft: Draft) -> bool:
    """Leave out "Duration: 20 min" and its like at the beginning and at the very end. True if there were any."""
    found = False
    for block in draft.blocks[:_BEFORE_SCRIPT]:
        lines = list(_lines(draft, block))
        fields = [(start, end, hit) for start, end, line in lines if (hit := _FIELD.fullmatch(_plain(line)))]
        fields = [(start, end, hit) for start, end, hit in fields if not _is_speech(hit["key"], hit["value"])]
        known = [hit for _, _, hit in fields if _known(hit["key"])]
        if len(known) == 1 and not found and _is_sentence(known[0]["value"]) and draft.source[block.start] not in "*_":
            break
        if block.heading:
            continue
        if not known or len(fields) * 2 < len(lines):
            if found or not _short(draft, block):
                break
            continue
        for start, end, hit in fields:
            if _TITLE.fullmatch(hit["key"]):
                draft.title = draft.title or hit["value"].strip(_MARKS + '"“”')
            if _known(hit["key"]) or len(known) * 2 >= len(fields):
                draft.leave_out(start, end, "script field", "about the script")
                found = True
    for block in draft.blocks[-2:] if len(draft.blocks) > 2 else ():
        lines = list(_lines(draft, block))
        hits = [_FIELD.fullmatch(_plain(line).strip("()[]")) for _, _, line in lines]
        if lines and all(
            hit and _FIELD_PHRASES.fullmatch(hit["key"]) and re.search(r"\d", hit["value"]) for hit in hits
        ):
            draft.leave_out(block.start, block.end, "script field", "about the script")
    return found


def _is_speech(key: str, value: str) -> bool:
    """Whether "Narrator: ..." says something instead of naming somebody."""
    if not (key.isupper() or _is_narrator(key)):
        return False
    return len(value.split()) > 6 or (value.rstrip("*_ ")[-1:] in '.!?…”"]' and len(value.split()) > 2)


def _is_sentence(value: str) -> bool:
    return len(value.split()) > 5 and value.rstrip()[-1:] in ".!?…"


def _known(key: str) -> bool:
    words = key.lower().split()
    return bool(_TITLE.fullmatch(key)) or (len(words) == 1 and words[0] in _FIELDS) or (
        1 < len(words) <= 4 and (words[-1] in _FIELDS or bool(_FIELD_PHRASES.fullmatch(key)))
    )  # fmt: skip


def _short(draft: Draft, block: Block) -> bool:
    return len(draft.told(block.start, block.end).split()) <= 12


def _is_notes(draft: Draft, block: Block, lines: list[tuple[int, int, str]], first: str) -> bool:
    """Whether a block begins notes for whoever records the script: a label alone on its line, or before a colon."""
    if not lines or not draft.told(block.start, block.end):
        return False
    label, colon, _ = first.partition(":")
    if not _NOTES.fullmatch(label.strip("[]() ")):
        return False
    if draft.source[block.start : block.end].lstrip(_MARKS)[:1] in "[({":
        # A note in brackets is one among the words, and ends with its bracket.
        return False
    return bool(colon) or block.heading or len(lines) > 1


def _notes(draft: Draft, i: int) -> Iterator[Block]:
    """A block that begins notes and those that belong to it.

    Under a heading, or behind a rule: all until the next rule or a heading as high. Else only the lists behind it.
    """
    label = draft.blocks[i]
    before = draft.blocks[i - 1].end
    section = label.heading or any(before <= rule <= label.start for rule in draft.rules)
    end = next((rule for rule in draft.rules if rule > label.end), len(draft.source) + 1)
    for j, block in enumerate(draft.blocks[i:]):
        if block.start > end or (j and block.heading and block.level <= (label.level or 9)):
            return
        if j and not section and not _LISTED.match(draft.source, block.start, block.end):
            return
        yield block


def set_speakers_apart(draft: Draft) -> None:
    """Names of speakers become sentences of their own; a narrator's is left out.

    Args:
        draft: its blocks found; their text is changed.
    """
    labels = Counter(
        hit["name"]
        for block in draft.blocks
        for _, _, line in _lines(draft, block)
        if (hit := _LABELLED.match(_plain(line)))
    )
    dotted = Counter(
        hit["name"]
        for block in draft.blocks
        for _, _, line in _lines(draft, block)
        if (hit := _DOTTED.match(_plain(line)))
    )
    for i, block in enumerate(draft.blocks):
        if block.heading:
            continue
        breaks: set[int] = set()
        lines = list(_lines(draft, block))
        for n, (start, end, line) in enumerate(lines):
            name = _speaker(draft, start, line, labels, dotted)
            if name is not None:
                after = start + name[1]
                if _is_narrator(name[0]):
                    how = line.find("(", 0, name[1])
                    if how < 0:
                        draft.leave_out(start, after, "speaker", "told by one voice")
                    else:
                        # How it is said stays for the directions; only the name and its colon go.
                        draft.leave_out(start, start + how, "speaker", "told by one voice")
                        blank(draft.seen, start + line.index(")", how) + 1, after)
                breaks |= {start, after}
            elif n + 1 < len(lines) and _is_cue(line) and not _is_cue(lines[n + 1][2]):
                if _is_narrator(_bare(line)):
                    draft.leave_out(start, end, "speaker", "told by one voice")
                breaks |= {start, lines[n + 1][0]}
        if breaks:
            inside = {at for at in breaks if block.start < at < block.end}
            draft.blocks[i] = replace(block, breaks=tuple(sorted({*block.breaks, *inside})))


def _speaker(draft: Draft, start: int, line: str, labels: Counter[str], dotted: Counter[str]) -> tuple[str, int] | None:
    """The speaker's name a line begins with, and the offset in the line at which the speech begins."""
    plain = _plain(line)
    hit, dot = _LABELLED.match(plain), _DOTTED.match(plain)
    if hit is not None and not _NO_NAME.match(hit["name"]):
        name = hit["name"]
        listed = _LISTED.match(draft.source, draft.source.rfind("\n", 0, start) + 1)
        known = (_is_narrator(name) and not listed) or labels[name] > 1 or (name.isupper() and len(name) > 1)
        bold = draft.source[start : start + 4].lstrip().startswith(("**", "__"))
        if known or (bold and not listed and len(name.split()) < 3 and len(plain.split()) > 3):
            at = line.index(":") + 1
            return name, at + len(line[at:]) - len(line[at:].lstrip(_MARKS))
    if dot is not None and dotted[dot["name"]] > 1 and not _NO_NAME.match(dot["name"]):
        at = line.index(".") + 1
        return dot["name"], at + len(line[at:]) - len(line[at:].lstrip(_MARKS))
    return None


def _is_narrator(name: str) -> bool:
    plain = name.lower().strip(" .:").removeprefix("the ")
    return plain in _NARRATORS or plain.rpartition(" ")[0] in _NARRATORS


def _is_cue(line: str) -> bool:
    """Whether a line is a name in capitals and nothing more: "GUARD", "THE OLD WOMAN (softly)"."""
    bare = re.sub(r"\([^()]*\)", "", _bare(line)).strip(" .:")
    return bare.isupper() and 1 < len(bare) <= 30 and len(bare.split()) <= 3 and not re.search(r"\d|[!?,;]", bare) \
        and not re.fullmatch(r"[IVXLC]+", bare) and not _NO_NAME.match(bare)  # fmt: skip


def _lines(draft: Draft, block: Block) -> Iterator[tuple[int, int, str]]:
    """The lines of a block of which something is told: where each begins and ends, and what is seen of it."""
    at = block.start
    for line in "".join(draft.seen[block.start : block.end]).splitlines(keepends=True):
        text = line.rstrip("\r\n")
        if any(char.isalnum() for char in text):
            yield at, at + len(text), text
        at += len(line)


def _plain(line: str) -> str:
    return line.replace(GONE, "").strip(" \t")


def _bare(line: str) -> str:
    return line.replace(GONE, "").strip(_MARKS)
