"""From a source to a Dream: passages, sentences and words, each knowing where it stands."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dreamplayer.errors import TextError
from dreamplayer.model.text import Chapter, Direction, Dream, Passage, Sentence, Word, shown_line
from dreamplayer.reading.ingest.clean_text import GONE, Block, CleanText, Draft
from dreamplayer.reading.ingest.directions import find_directions
from dreamplayer.reading.ingest.front_matter import is_chapter_title, leave_out_matter
from dreamplayer.reading.ingest.language import languages
from dreamplayer.reading.ingest.plain_text import read_plain
from dreamplayer.reading.ingest.repeats import repeated
from dreamplayer.reading.ingest.script_frame import leave_out_frame, set_speakers_apart
from dreamplayer.reading.ingest.sentences import ShownWord, counts, split, spoken_ranges, tokens
from dreamplayer.reading.ingest.source import read_bytes, read_source
from dreamplayer.reading.ingest.title import is_title, is_title_line, name_of, title_of
from dreamplayer.reading.ingest.verse import find_verse

PASSES: tuple[Callable[[Draft], None], ...] = (
    leave_out_matter,
    leave_out_frame,
    set_speakers_apart,
    find_verse,
    find_directions,
)
"""What cleans a draft once its blocks are known, whatever the format: each leaves out or turns into directions what is
not for the ear."""
LONG = 120
"""Words: a longer paragraph becomes several passages, so that its scene changes."""
SCENE = 75
"""Words of a passage made from a long paragraph, about."""
OPENING = 8
"""Words at most in an opening that sets no scene."""

_OPENING = re.compile(
    r"(?:(?:and |so |now |again |tonight |once more )*(?:i|you|we)(?: am| are|’m|'m|’re|'re| was| were) (?:\w+ )?"
    r"(?:dreaming|asleep|sleeping)"
    r"|(?:(?:last night|tonight|once) )?i (?:had|have) (?:a|this|the same) (?:\w+ )?dream(?: again| last night| once)?"
    r"|(?:(?:last night|tonight|once) )?(?:i|we) dream(?:ed|t)?(?: again| last night| this)?"
    r"|dear diary|dream (?:log|diary|journal)|this is (?:a|my) dream|in (?:a|my|the|this) dream|a dream|the dream"
    r"|close your eyes|listen|breathe|untitled|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?"
    r"(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?: \d{4})?|[\d ]+)"
)


def load(path: Path, *, read: Callable[[Path], Draft] | None = None) -> Dream:
    """The dream in a file of plain text, or of the format that `read` reads. TextError says what is wrong with it.

    Args:
        path: the file.
        read: reader of its format; None for plain text.

    Raises:
        TextError: the file cannot be read, or no word of it is told.
    """
    data = read_bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    draft = Draft(read_source(path)) if read is None else read(path)
    if read is None:
        read_plain(draft)
    return parse_draft(draft, name=name_of(path.stem), source_path=str(path), sha256=sha256)


def parse(source: str, *, name: str, title: str | None = None, source_path: str = "-", sha256: str = "") -> Dream:
    """The dream in plain text or Markdown. Offsets count the code points of `source`.

    The title is the given one, else the front matter's, the first heading's, or the readable name.

    Args:
        source: the text.
        name: short name of the dream.
        title: a title given by a person; None takes it from the text.
        source_path: where the text is from, for errors; "-" for standard input.
        sha256: of the file's bytes, in hexadecimal; "" where there is no file.

    Raises:
        TextError: no word is told.
    """
    draft = Draft(source)
    read_plain(draft)
    return parse_draft(draft, name=name, title=title, source_path=source_path, sha256=sha256)


def parse_draft(
    draft: Draft, *, name: str, title: str | None = None, source_path: str = "-", sha256: str = ""
) -> Dream:
    """The dream in a draft whose blocks a reader of its format has found. TextError where no word is told.

    Args:
        draft: of any format, its blocks found.
        name: short name of the dream.
        title: a title given by a person; None takes it from the text.
        source_path: where the text is from, for errors; "-" for standard input.
        sha256: of the file's bytes, in hexadecimal; "" where there is no file.

    Raises:
        TextError: no word is told.
    """
    for clean_pass in PASSES:
        clean_pass(draft)
    clean = draft.finish()
    own_title = _own_title(draft, clean)
    passages = _passages(clean)
    if not passages:
        raise TextError("this text has no words", where=source_path, todo="Choose one with a few words in it.")
    passages, directions = repeated(passages, tuple(_placed(clean, passages)))
    language, each = languages(clean.text, passages)
    passages = tuple(replace(passage, language=code) for passage, code in zip(passages, each, strict=True))
    return Dream(
        name=name,
        title=title or clean.title or own_title or _heading(clean) or title_of(name),
        source=source_path,
        sha256=sha256 or hashlib.sha256(draft.source.encode("utf-8", "surrogatepass")).hexdigest(),
        text=clean.text,
        passages=passages,
        author=clean.author,
        chapters=tuple(_chapters(clean, passages)),
        omissions=clean.omissions,
        directions=directions,
        language=language,
    )


def _own_title(draft: Draft, clean: CleanText) -> str:
    """The title that a plain text begins with; "" where it begins with none. It is told, as a narrator reads it.

    A title is the first heading, where no other stands as high, or a first line of its own that is no sentence.
    """
    if len(clean.blocks) < 2 or not draft.plain:
        return ""
    first, others = clean.blocks[0], clean.blocks[1:]
    line, title = draft.told(first.start, first.end), _plain(clean, first)
    if first.heading:
        found = not is_chapter_title(title) and not any(b.heading and b.level <= first.level for b in others)
    else:
        found = first.kind == "paragraph" and not first.breaks and is_title_line(line)
        # Several such lines are those of chapters or of a poem; an opening is none either.
        found = found and not any(b.heading or is_title_line(draft.told(b.start, b.end)) for b in others)
        found = found and not _OPENING.fullmatch(line.lower())
    return title if found else ""


def _heading(clean: CleanText) -> str | None:
    """The first heading at the beginning of the text, unless it is that of a chapter."""
    for block in clean.blocks[:1]:
        if block.heading and not is_chapter_title(_plain(clean, block)):
            return _plain(clean, block) or None
    return None


def _plain(clean: CleanText, block: Block) -> str:
    return shown_line(token.text for token in tokens(clean, block))


def _chapters(clean: CleanText, passages: tuple[Passage, ...]) -> Iterator[Chapter]:
    """A chapter for each heading; "CHAPTER I." and the title in the next line are one."""
    starts = [passage.start for passage in passages]
    waiting: Chapter | None = None
    for block in clean.blocks:
        if not block.heading:
            if waiting is not None:
                yield waiting
            waiting = None
            continue
        found = Chapter(_plain(clean, block), max(0, bisect_right(starts, block.end) - 1), max(1, block.level))
        if waiting is not None and is_chapter_title(waiting.title) and not is_chapter_title(found.title):
            yield replace(waiting, title=f"{waiting.title} {found.title}")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = found
    if waiting is not None:
        yield waiting


def _placed(clean: CleanText, passages: tuple[Passage, ...]) -> Iterator[Direction]:
    """The directions, each with the first word told after it."""
    starts = [word.start for passage in passages for word in passage.words]
    for direction in (*clean.directions, *_counts(passages, clean.source)):
        # A word may reach past the direction it stands before, with a mark that is attached to it.
        after = direction.told and direction.kind != "count"
        at = direction.char_end - 1 if after else direction.char_start - (direction.kind == "count")
        yield replace(direction, word=bisect_right(starts, at))


def _counts(passages: tuple[Passage, ...], source: str) -> Iterator[Direction]:
    """A direction for each run of numbers that is counted by the second."""
    for passage in passages:
        for beat, run in groupby(passage.sentences, lambda sentence: sentence.beat):
            if beat:
                told = list(run)
                start, end = told[0].start, told[-1].end
                yield Direction("count", source[start:end], start, end, 0, float(len(told)), exact=True, told=True)


def _passages(clean: CleanText) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    words = sentences = 0
    leads = iter(clean.leads)
    lead = next(leads, None)
    for block in clean.blocks:
        found = tokens(clean, block)
        counted = set(counts(found))
        beats = {found[i].start for i in counted}
        after = {found[i + 1].start for i in counted if i + 1 < len(found)}
        groups = split(found, tuple(sorted({*block.breaks, *beats, *after})))
        spoken = spoken_ranges(clean.seen, block.start, block.end)
        verse = block.kind == "verse"
        for part in [groups] if verse and groups else _scenes(groups, spoken):
            made: list[Sentence] = []
            for group in part:
                sentence = _sentence(group, words, sentences, clean, spoken)
                if lead is not None and lead[0] < sentence.end:
                    sentence, lead = _led(sentence, lead), next(leads, None)
                made.append(replace(sentence, beat=True) if group[0].start in beats else sentence)
                words += len(group)
                sentences += 1
            passages.append(Passage(len(passages), made[0].start, made[-1].end, tuple(made), verse=verse))
    return tuple(_marked(passages, clean.blocks))


def _sentence(
    group: list[ShownWord], word: int, index: int, clean: CleanText, spoken: list[tuple[int, int]]
) -> Sentence:
    made = tuple(Word(token.text, token.start, token.end, word + i, _within(clean.emphasised, token))
                 for i, token in enumerate(group))  # fmt: skip
    start, end = group[0].start, group[-1].end
    # Ranges rise and lie apart: of those that begin before it, the last reaches furthest.
    i = bisect_right(spoken, start + 1, key=itemgetter(0))
    dialogue = i > 0 and end <= spoken[i - 1][1] + 1
    return Sentence(index, start, end, made, dialogue)


def _led(sentence: Sentence, lead: tuple[int, str]) -> Sentence:
    """A sentence in which one word has something said before it."""
    at = next((i for i, word in enumerate(sentence.words) if word.end > lead[0]), 0)
    words = list(sentence.words)
    words[at] = replace(words[at], lead=lead[1])
    return replace(sentence, words=tuple(words))


def _within(ranges: tuple[tuple[int, int], ...], token: ShownWord) -> bool:
    i = bisect_right(ranges, (token.end, 0))
    return any(a < token.end and token.start < b for a, b in ranges[max(0, i - 3) : i + 1])


def _scenes(groups: list[list[ShownWord]], spoken: list[tuple[int, int]]) -> Iterator[list[list[ShownWord]]]:
    """The sentences of a paragraph, in parts of about SCENE words if it is long. None ends inside quotation marks."""
    total = sum(map(len, groups))
    if total <= LONG:
        if groups:
            yield groups
        return
    parts = max(2, round(total / SCENE))
    current: list[list[ShownWord]] = []
    said = done = 0
    for i, group in enumerate(groups):
        current.append(group)
        said += len(group)
        coming = len(groups[i + 1]) if i + 1 < len(groups) else 0
        goal = total * (done + 1) / parts
        quoted = coming and _inside(spoken, groups[i + 1][0].start)
        if done + 1 < parts and coming and not quoted and abs(said - goal) <= abs(said + coming - goal):
            yield current
            current = []
            done += 1
    if current:
        yield current


def _inside(spoken: list[tuple[int, int]], position: int) -> bool:
    """Whether it lies inside quotation marks, not at them. Ranges rise and lie apart."""
    i = bisect_left(spoken, position, key=itemgetter(0))
    return i > 0 and position < spoken[i - 1][1] - 1


def _marked(passages: list[Passage], blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """The same passages, an opening that sets no scene marked as preamble."""
    opening = len(passages) > 1
    headed = {block.start for block in blocks if block.heading}
    for passage in passages:
        last = passage.index == len(passages) - 1
        title = any(start <= passage.start < start + 200 and passage.index == 0 for start in headed)
        opening = opening and not last and (title or is_title(passage) or _is_opening(passage))
        yield replace(passage, preamble=opening)


def _is_opening(passage: Passage) -> bool:
    if sum(1 for _ in passage.words) > OPENING:
        return False
    for sentence in passage.sentences:
        plain = re.sub(r"[^\w'’ ]+", " ", sentence.text.replace(GONE, "").lower())
        if not _OPENING.fullmatch(" ".join(plain.split())):
            return False
    return True
