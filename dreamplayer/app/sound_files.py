"""Compressed sound files: .flac and .opus through libsndfile, .m4b with chapters through PyAV, .mp3 into memory."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from dreamplayer.app.night_chapters import NightChapter
from dreamplayer.errors import ExportError
from dreamplayer.model.audio import RATE, Samples

_KINDS = {".flac": ("FLAC", "PCM_24"), ".opus": ("OGG", "OPUS"), ".mp3": ("MP3", "MPEG_LAYER_III")}
"""Container and encoding of libsndfile, by the ending of the file."""
_BOOK_RATE = 128_000
"""Bits a second of an audiobook."""


def write_stream(out: Path, blocks: Iterable[Samples], title: str) -> None:
    """Write sound block by block.

    Args:
        out: the file; its ending says how: .flac or .opus.
        blocks: (n, 2) samples each.
        title: written into it.

    Raises:
        ExportError: libsndfile is not installed, or this one cannot write that.
    """
    soundfile = _library()
    container, encoding = _KINDS[out.suffix.lower()]
    try:
        with soundfile.SoundFile(str(out), "w", RATE, 2, format=container, subtype=encoding) as file:
            file.title = title
            for block in blocks:
                file.write(np.clip(block, -1.0, 1.0))
    except soundfile.LibsndfileError as error:
        raise ExportError(f"{out.suffix} cannot be written here: {error}", todo="Write a .wav instead.") from error


def write_sound(x: Samples, kind: str) -> bytes:
    """A short sound as a file in memory.

    Args:
        x: (n, 2) samples.
        kind: flac, opus or mp3.

    Raises:
        ExportError: libsndfile is not installed, or this one cannot write that.
    """
    soundfile, memory = _library(), io.BytesIO()
    container, encoding = _KINDS[f".{kind}"]
    try:
        soundfile.write(memory, np.clip(x, -1.0, 1.0), RATE, format=container, subtype=encoding)
    except (soundfile.LibsndfileError, ValueError) as error:
        raise ExportError(f"{kind} cannot be written here: {error}", todo="Install soundfile 0.12 or later.") from error
    return memory.getvalue()


def write_audiobook(
    out: Path,
    blocks: Iterable[Samples],
    chapters: Sequence[NightChapter],
    start: float,
    end: float,
    tags: dict[str, str],
) -> None:
    """Write sound as an audiobook (AAC in MP4) with chapters.

    Args:
        out: the file.
        blocks: (n, 2) samples each, from `start` to `end`.
        chapters: of the night, in its seconds.
        start: second of the night at which the file begins.
        end: second at which it ends.
        tags: title, artist and the like.

    Raises:
        ExportError: PyAV is not installed.
    """
    try:
        import av
    except ImportError:
        raise ExportError("writing .m4b needs PyAV", todo='Run: pip install "dreamplayer[export]"') from None
    with av.open(str(out), "w", format="ipod", options={"movflags": "+faststart"}) as file:
        file.metadata.update(tags)
        file.set_chapters([_chapter(n, one, start, end) for n, one in enumerate(_within(chapters, start, end))])
        stream: Any = file.add_stream("aac", rate=RATE)
        stream.layout, stream.bit_rate = "stereo", _BOOK_RATE
        heard = 0
        for samples in blocks:
            block = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout="stereo")
            block.sample_rate, block.pts = RATE, heard
            heard += len(samples)
            file.mux(stream.encode(block))
        file.mux(stream.encode(None))


def _within(chapters: Sequence[NightChapter], start: float, end: float) -> list[NightChapter]:
    return [one for one in chapters if one.span.end > start and one.span.start < end]


def _chapter(n: int, chapter: NightChapter, start: float, end: float) -> Any:
    begin, over = max(start, chapter.span.start) - start, min(end, chapter.span.end) - start
    return {
        "id": n, "start": round(begin * 1000), "end": round(over * 1000), "time_base": Fraction(1, 1000),
        "metadata": {"title": chapter.title},
    }  # fmt: skip


def _library() -> Any:
    try:
        import soundfile
    except (ImportError, OSError):
        raise ExportError("this needs soundfile", todo="Run: python -m pip install soundfile") from None
    return soundfile
