"""A night as a talking book: EPUB 3 with media overlays, its text, its sound, and the time of every word.

After EPUB 3.3 and EPUB Media Overlays 3.3 (W3C). Reading systems light each word as it is heard. Only the story is in
it; the sound is the night's own, at the levels of the settings.
"""

from __future__ import annotations

import time
import uuid
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from dreamplayer.app.compose_night import Night
from dreamplayer.app.night_chapters import NightChapter, story_chapters
from dreamplayer.app.sound_files import write_sound
from dreamplayer.errors import ExportError
from dreamplayer.kit.curves import swell
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.model.score import SpokenWord
from dreamplayer.model.text import Passage
from dreamplayer.settings import Settings
from dreamplayer.sound.mix import Mixer

BEFORE, AFTER = 1.0, 3.0
"""Seconds of the night before the first word and after the last one."""
_NARRATOR = "Dreamplayer"
_SHORTEST = 0.02
"""Seconds of a word's clip at least."""
_ACTIVE, _PLAYING = "dreamplayer-word", "dreamplayer-playing"
_STYLE = f"""\
body {{ margin: 1em 8%; line-height: 1.6; }}
h1 {{ font-weight: normal; }}
p {{ margin: 0 0 1em; }}
.{_ACTIVE} {{ background-color: #e0a868; color: #000; }}
"""
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class _Part:
    """A chapter, and its files."""

    number: int
    chapter: NightChapter
    start: float
    """Second of the night at which its sound begins."""
    end: float

    @property
    def name(self) -> str:
        return f"chapter{self.number}"


def write_epub(night: Night, out: Path, settings: Settings, progress: Callable[[float], None] = lambda _: None) -> None:
    """Write the story of a night as a talking book.

    Args:
        night: a whole one.
        out: the file.
        settings: loudness of voice, world and music.
        progress: called with 0..1.

    Raises:
        ExportError: nothing is told in it.
        OSError: it cannot be written.
    """
    if not night.score.words:
        raise ExportError("there is no word in this night to make a book of")
    told = _parts(night)
    words = {word.index: word for word in night.score.words}
    mixer = Mixer(night.score, night.clips)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        # The first file, not compressed: what the kind of the file is known by.
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("EPUB/style.css", _STYLE)
        book.writestr("EPUB/nav.xhtml", _navigation(night, told))
        for n, part in enumerate(told):
            passages = night.dream.passages[part.chapter.first : part.chapter.last]
            book.writestr(f"EPUB/{part.name}.xhtml", _page(night, part, passages))
            book.writestr(f"EPUB/{part.name}.smil", _overlay(part, passages, words))
            x = _sound(mixer, part, settings, first=n == 0, last=n == len(told) - 1)
            book.writestr(f"EPUB/audio/{part.name}.mp3", write_sound(x, "mp3"), zipfile.ZIP_STORED)
            progress((n + 1) / len(told))
        book.writestr("EPUB/package.opf", _package(night, told))


def _parts(night: Night) -> list[_Part]:
    """The chapters with the spans of their sound, which tile the story."""
    chapters = story_chapters(night.dream, night.score)
    words = night.score.words
    start = max(0.0, words[0].span.start - BEFORE)
    # A rest between two chapters is cut in its middle.
    cuts = [start]
    for chapter in chapters[1:]:
        before = max(word.span.end for word in words if word.passage < chapter.first)
        cuts.append(0.5 * (before + chapter.span.start))
    cuts.append(words[-1].span.end + AFTER)
    return [_Part(n, chapter, a, b) for n, (chapter, a, b) in enumerate(zip(chapters, cuts, cuts[1:], strict=False), 1)]


def _sound(mixer: Mixer, part: _Part, settings: Settings, *, first: bool, last: bool) -> Samples:
    x = mixer.render(round(part.start * RATE), round(part.end * RATE), *settings.faders())
    t = np.arange(len(x)) / RATE
    gain = np.ones(len(x))
    if first:
        gain *= swell(t / BEFORE)
    if last:
        gain *= swell((t[-1] - t) / AFTER)
    return np.asarray(x * gain[:, None], np.float32)


def _page(night: Night, part: _Part, passages: tuple[Passage, ...]) -> str:
    title = part.chapter.title
    lines = []
    heads = bool(passages) and _plain(passages[0]) == " ".join(title.split())
    if not heads:
        lines.append(f'<h1 id="title">{escape(title)}</h1>')
    for n, passage in enumerate(passages):
        tag = "h1" if heads and n == 0 else "p"
        words = []
        for word in passage.words:
            text = escape(word.text)
            inner = f"<em>{text}</em>" if word.emphasis else text
            words.append(f'<span id="w{word.index}">{inner}</span>')
        lines.append(f'<{tag} id="p{passage.index}">{" ".join(words)}</{tag}>')
    return _xhtml(night, title, f'<section epub:type="chapter" id="{part.name}">\n' + "\n".join(lines) + "\n</section>")


def _plain(passage: Passage) -> str:
    return " ".join(" ".join(word.text for word in passage.words).split())


def _xhtml(night: Night, title: str, body: str) -> str:
    language = escape(night.dream.language)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" \
xml:lang="{language}">
<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
{body}
</body>
</html>
"""


def _navigation(night: Night, parts: list[_Part]) -> str:
    items = "".join(f'<li><a href="{part.name}.xhtml">{escape(part.chapter.title)}</a></li>' for part in parts)
    title = escape(_title(night))
    body = f'<nav epub:type="toc" id="toc" role="doc-toc"><h1>{title}</h1><ol>{items}</ol></nav>'
    return _xhtml(night, _title(night), body)


def _overlay(part: _Part, passages: tuple[Passage, ...], words: dict[int, SpokenWord]) -> str:
    """Text and sound beside each other: each word until the next begins, so that nothing is skipped."""
    spoken = [words[word.index] for passage in passages for word in passage.words if word.index in words]
    begins = [0.0, *(word.span.start - part.start for word in spoken[1:]), part.end - part.start]
    pars = []
    for word, start, end in zip(spoken, begins, begins[1:], strict=False):
        if end - start < _SHORTEST:
            continue  # shown and not spoken
        pars.append(
            f'<par id="par{word.index}"><text src="{part.name}.xhtml#w{word.index}"/>'
            f'<audio src="audio/{part.name}.mp3" clipBegin="{_clock(start)}" clipEnd="{_clock(end)}"/></par>'
        )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
<seq id="seq1" epub:textref="{part.name}.xhtml" epub:type="chapter">
{chr(10).join(pars)}
</seq>
</body>
</smil>
"""


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _title(night: Night) -> str:
    return night.score.dream.title


def _package(night: Night, parts: list[_Part]) -> str:
    dream = night.dream
    name = f"{dream.sha256} {night.score.voice} {night.score.seed}"
    author = f"<dc:creator>{escape(dream.author)}</dc:creator>" if dream.author else ""
    total = sum(round((part.end - part.start) * 1000) for part in parts) / 1000
    durations = "".join(
        f'<meta property="media:duration" refines="#{part.name}-overlay">{_clock(part.end - part.start)}</meta>'
        for part in parts
    )
    manifest = "".join(
        f'<item id="{part.name}" href="{part.name}.xhtml" media-type="application/xhtml+xml" '
        f'media-overlay="{part.name}-overlay"/>'
        f'<item id="{part.name}-overlay" href="{part.name}.smil" media-type="application/smil+xml"/>'
        f'<item id="{part.name}-audio" href="audio/{part.name}.mp3" media-type="audio/mpeg"/>'
        for part in parts
    )
    spine = "".join(f'<itemref idref="{part.name}"/>' for part in parts)
    meta = "".join(
        f"<meta property={quoteattr(key)}>{escape(value)}</meta>"
        for key, value in (
            ("dcterms:modified", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())),
            ("media:duration", _clock(total)),
            ("media:narrator", f"{_NARRATOR} ({night.score.voice})"),
            ("media:active-class", _ACTIVE),
            ("media:playback-active-class", _PLAYING),
            ("schema:accessMode", "textual"),
            ("schema:accessMode", "auditory"),
            ("schema:accessModeSufficient", "textual"),
            ("schema:accessModeSufficient", "auditory"),
            ("schema:accessibilityFeature", "synchronizedAudioText"),
            ("schema:accessibilityFeature", "tableOfContents"),
            ("schema:accessibilityHazard", "none"),
            ("schema:accessibilitySummary", "Every word of the text is read aloud and lit as it is heard."),
        )
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{escape(dream.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}</dc:identifier>
<dc:title>{escape(_title(night))}</dc:title>
<dc:language>{escape(dream.language)}</dc:language>
{author}{meta}{durations}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{manifest}
</manifest>
<spine>{spine}</spine>
</package>
"""
