"""Reads plain sound files: WAV and AIFF by itself, anything else through soundfile where that is installed."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dreamplayer.errors import VoiceError


def read(path: Path) -> tuple[NDArray[np.float32], int]:
    """Mono samples and their rate. Raises VoiceError with what to do for a file it cannot read."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
        if head[:4] == b"RIFF":
            return _wav(path)
        if head[:4] == b"FORM":
            return _aiff(path.read_bytes())
    except (OSError, EOFError, wave.Error, struct.error, ValueError):
        pass
    try:
        import soundfile
    except ImportError:
        raise VoiceError(
            "this kind of sound file needs soundfile",
            where=str(path),
            todo="Bring it with: python -m pip install soundfile",
        ) from None
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:
        raise VoiceError("this sound file cannot be read", where=str(path), todo="Save it as WAV, 16 bit.") from error
    return np.asarray(samples.mean(axis=1), np.float32), int(rate)


def _wav(path: Path) -> tuple[NDArray[np.float32], int]:
    with wave.open(str(path)) as file:
        data = file.readframes(file.getnframes())
        return _mono(_pcm(data, file.getsampwidth(), "<"), file.getnchannels()), file.getframerate()


def _aiff(data: bytes) -> tuple[NDArray[np.float32], int]:
    """AIFF, and AIFF-C as far as it is uncompressed."""
    at, channels, width, rate, order = 12, 0, 0, 0, ">"
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack(">I", data[at + 4 : at + 8])[0]
        body = data[at + 8 : at + 8 + size]
        if name == b"COMM":
            channels, _, bits = struct.unpack(">hIh", body[:8])
            width, rate = (bits + 7) // 8, _extended(body[8:18])
            kind = body[18:22] or b"NONE"
            if kind not in (b"NONE", b"twos", b"sowt"):
                raise ValueError(kind)
            order = "<" if kind == b"sowt" else ">"
        elif name == b"SSND":
            return _mono(_pcm(body[8:], width, order), channels), rate
        at += 8 + size + size % 2
    raise ValueError("no sound in it")


def _extended(raw: bytes) -> int:
    """An 80-bit IEEE 754 number."""
    exponent, mantissa = struct.unpack(">HQ", raw)
    return round(float(mantissa) * 2.0 ** (int(exponent) - 16383 - 63))


def _pcm(data: bytes, width: int, order: str) -> NDArray[np.float32]:
    """Whole numbers of `width` bytes as -1..1."""
    data = data[: len(data) // width * width]
    if width == 1:
        kind = np.frombuffer(data, "i1" if order == ">" else "u1").astype(np.float32)
        return (kind if order == ">" else kind - 128.0) / np.float32(128)
    if width == 3:
        raw = np.frombuffer(data, np.uint8).reshape(-1, 3)
        raw = raw if order == "<" else raw[:, ::-1]
        wide = np.zeros((len(raw), 4), np.uint8)
        wide[:, 1:] = raw
        return wide.view("<i4")[:, 0].astype(np.float32) / np.float32(2.0**31)
    return np.frombuffer(data, f"{order}i{width}").astype(np.float32) / np.float32(2.0 ** (8 * width - 1))


def _mono(samples: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    whole = samples[: len(samples) // channels * channels]
    return np.asarray(whole.reshape(-1, channels).mean(axis=1), np.float32)
