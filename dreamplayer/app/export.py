"""Export: a night as files. Frames and samples come from the functions the player uses, so any span is exact.

Frame n of a file is the picture at n / fps seconds of the night, and its sound is the night's samples; a span
written alone equals the same span cut from a longer file (for .mp4: before it is compressed).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import wave
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.app.best_moment import still_time
from dreamplayer.app.compose_night import Night
from dreamplayer.app.epub import write_epub
from dreamplayer.app.night_chapters import chapters
from dreamplayer.app.sound_files import write_audiobook, write_stream
from dreamplayer.app.window.offscreen import offscreen_painter
from dreamplayer.errors import ExportError
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.model.score import Span
from dreamplayer.picture.captions import groups
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings
from dreamplayer.sound.mix import Mixer

_CHUNK = RATE
_CODECS = ("libx264", "libopenh264", "h264_videotoolbox", "h264_mf", "mpeg4")
_THREADS = 2
"""Fixed, so that the file does not depend on the number of cores."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Which span of the night is written, and how."""

    start: float | None = None
    """Seconds of the night; None is its beginning."""
    end: float | None = None
    """Seconds of the night; None is its end."""
    frame_at: float | None = None
    """Seconds of the night of a single picture."""
    size: tuple[int, int] = (1280, 720)
    """Width and height, pixels."""
    fps: float = 30.0
    painter: str | None = None

    def span(self, duration: float) -> Span:
        """The span, clipped to the night.

        Args:
            duration: of the night, seconds.

        Raises:
            ExportError: nothing lies within it.
        """
        start, end = self.start or 0.0, duration if self.end is None else min(self.end, duration)
        if start >= duration:
            raise ExportError(f"the night ends at {duration:.1f} s", todo=f"Choose --from below it, not {start:g}.")
        if end <= start:
            raise ExportError(f"nothing lies from {start:g} to {end:g} s", todo="--from comes before --to.")
        return Span(start, end)


def export(
    night: Night,
    out: Path,
    wanted: ExportOptions,
    settings: Settings,
    progress: Callable[[float], None] = lambda _: None,
) -> None:
    """Write the night, or a span of it, to a file, atomically: it is there whole or not at all.

    Args:
        night: what is written.
        out: the file; its suffix says the format, one of `FORMATS`.
        wanted: span, size and frame rate.
        settings: captions and their look.
        progress: called with 0..1.

    Raises:
        ExportError: the span is empty, the file cannot be written, or video needs what is not installed.
    """
    write = FORMATS[out.suffix.lower()]
    try:
        with whole_file(out) as temporary:
            write(night, temporary, wanted, settings, progress)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"{out.name} could not be written: {reason}", where=str(out.parent), todo="Choose another place for it."
        ) from error


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A temporary file beside `out` that replaces it at the end and is removed if anything fails."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".dreamplayer-", suffix=out.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(out)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def frame_at(night: Night, t: float, aspect: float, settings: Settings) -> Frame:
    """The frame a file shows at t, with captions as the settings ask.

    Args:
        night: the night.
        t: seconds of the night.
        aspect: width over height.
        settings: captions and their look.
    """
    frame = picture(night.score, t, aspect=aspect)
    if frame.caption is None:
        return frame
    if not settings.captions:
        return replace(frame, caption=None)
    return replace(frame, caption=replace(frame.caption, size=settings.caption_size, easy=settings.easy_reading))


def pixels_of(data: bytes, width: int, height: int) -> NDArray[np.uint8]:
    """A painter's RGB bytes as an array, (height, width, 3)."""
    return np.frombuffer(data, np.uint8).reshape(height, width, 3)


def save_png(path: Path, shown: NDArray[np.uint8]) -> None:
    """Write an image, (height, width, 3) sRGB, as a .png file."""
    import pygame

    surface = pygame.image.frombuffer(np.ascontiguousarray(shown).tobytes(), shown.shape[1::-1], "RGB")
    pygame.image.save(surface, str(path))


def _png(night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]) -> None:
    duration = night.score.duration
    t = wanted.frame_at if wanted.frame_at is not None else wanted.start
    if t is None:
        t = still_time(night.score)
    if t >= duration:
        raise ExportError(f"the night ends at {duration:.1f} s", todo=f"Choose --at below it, not {t:g}.")
    width, height = wanted.size
    with offscreen_painter(width, height, wanted.painter) as painter:
        painter.paint(frame_at(night, t, width / height, settings))
        save_png(out, pixels_of(painter.pixels(), width, height))
    progress(1.0)


def sound(
    night: Night,
    n0: int,
    n1: int,
    progress: Callable[[float], None] | None = None,
    faders: tuple[float, float, float] = (1.0, 1.0, 1.0),
) -> Iterator[Samples]:
    """The mix of a span in blocks of a second.

    Args:
        night: the night.
        n0: first sample.
        n1: end, not included.
        progress: called with 0..1.
        faders: factors on voice, world and music.

    Yields:
        (n, 2) samples.
    """
    mixer = Mixer(night.score, night.clips)
    for n in range(n0, n1, _CHUNK):
        yield mixer.render(n, min(n + _CHUNK, n1), *faders)
        if progress is not None:
            progress((min(n + _CHUNK, n1) - n0) / (n1 - n0))


def _wav(night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]) -> None:
    span = wanted.span(night.score.duration)
    with out.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        n0, n1 = round(span.start * RATE), round(span.end * RATE)
        for samples in sound(night, n0, n1, progress, settings.faders()):
            file.writeframes(as_int16(samples).tobytes())


def _stream(
    night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]
) -> None:
    span = wanted.span(night.score.duration)
    blocks = sound(night, round(span.start * RATE), round(span.end * RATE), progress, settings.faders())
    write_stream(out, blocks, night.score.dream.title)


def _audiobook(
    night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]
) -> None:
    span = wanted.span(night.score.duration)
    blocks = sound(night, round(span.start * RATE), round(span.end * RATE), progress, settings.faders())
    title = night.score.dream.title
    tags = {"title": title, "album": title, "artist": night.dream.author, "genre": "Audiobook"}
    tags = {name: value for name, value in tags.items() if value}
    write_audiobook(out, blocks, chapters(night.dream, night.score), span.start, span.end, tags)


def _book(
    night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]
) -> None:
    if wanted.start is not None or wanted.end is not None:
        raise ExportError("a book holds the whole story", todo="Leave out --from and --to.")
    write_epub(night, out, settings, progress)


def as_int16(samples: Samples) -> NDArray[np.int16]:
    """Samples, -1..1, as 16-bit integers, rounded so that silence is 0."""
    return np.asarray(np.clip(np.rint(samples * 32767.0), -32768, 32767), "<i2")


def _subtitles(
    night: Night, out: Path, wanted: ExportOptions, _settings: Settings, progress: Callable[[float], None]
) -> None:
    span = wanted.span(night.score.duration)
    vtt = out.suffix.lower() == ".vtt"
    parts = ["WEBVTT\n"] if vtt else []
    number = 0
    for group in groups(night.score):
        start, end = max(group.span.start, span.start), min(group.span.end, span.end)
        if end - start < 0.05:
            continue
        number += 1
        begin, over = _stamp(start - span.start, vtt), _stamp(end - span.start, vtt)
        text = group.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if vtt else group.text
        parts.append(f"{number}\n{begin} --> {over}\n{text}\n")
    out.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    progress(1.0)


def _stamp(t: float, vtt: bool) -> str:
    """Hours, minutes, seconds and thousandths: `00:01:02,345`, with a full stop in WebVTT."""
    thousandths = round(t * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{'.' if vtt else ','}{rest % 1000:03d}"


def _mp4(night: Night, out: Path, wanted: ExportOptions, settings: Settings, progress: Callable[[float], None]) -> None:
    try:
        import av
    except ImportError:
        raise ExportError("writing video needs PyAV", todo='Run: pip install "dreamplayer[export]"') from None
    span = wanted.span(night.score.duration)
    width, height = wanted.size[0] // 2 * 2, wanted.size[1] // 2 * 2
    rate = Fraction(wanted.fps).limit_denominator(1001)
    first, last = ceil(span.start * rate), ceil(span.end * rate)
    origin = round(Fraction(first) / rate * RATE)
    with (
        av.open(str(out), "w", options={"movflags": "+faststart"}) as file,
        offscreen_painter(width, height, wanted.painter) as painter,
    ):
        video = _video(av, file, rate, width, height)
        audio = file.add_stream("aac", rate=RATE)
        audio.layout, audio.bit_rate = "stereo", 192_000
        mixer = Mixer(night.score, night.clips)
        heard = 0
        for n in range(first, last):
            t = float(Fraction(n) / rate)
            painter.paint(frame_at(night, t, width / height, settings))
            image = av.VideoFrame.from_ndarray(pixels_of(painter.pixels(), width, height), format="rgb24")
            image = image.reformat(format="yuv420p", dst_colorspace="ITU709")
            image.pts = n - first
            file.mux(video.encode(image))
            upto = round(Fraction(n + 1 - first) / rate * RATE)
            samples = mixer.render(origin + heard, origin + upto, *settings.faders())
            block = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout="stereo")
            block.sample_rate, block.pts = RATE, heard
            heard = upto
            file.mux(audio.encode(block))
            progress((n + 1 - first) / (last - first))
        file.mux(video.encode(None))
        file.mux(audio.encode(None))


def _video(av: Any, file: Any, rate: Fraction, width: int, height: int) -> Any:
    """A stream of the best codec this build has."""
    name = next((codec for codec in _CODECS if codec in av.codecs_available), None)
    if name is None:
        raise ExportError("this build of PyAV has no video codec", todo='Run: pip install --upgrade "av>=15"')
    video = file.add_stream(name, rate=rate)
    video.width, video.height, video.pix_fmt = width, height, "yuv420p"
    if name == "libx264":
        # Dark gradients band at the usual settings.
        video.options = {"preset": "medium", "crf": "17", "tune": "film"}
    video.codec_context.thread_count = _THREADS
    video.codec_context.time_base = 1 / rate
    return video


FORMATS: Mapping[str, Callable[[Night, Path, ExportOptions, Settings, Callable[[float], None]], None]] = {
    ".mp4": _mp4,
    ".wav": _wav,
    ".flac": _stream,
    ".opus": _stream,
    ".m4b": _audiobook,
    ".epub": _book,
    ".png": _png,
    ".srt": _subtitles,
    ".vtt": _subtitles,
}
"""What writes a file, by its ending."""
