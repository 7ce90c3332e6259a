"""File format of a clip: speech, its word times, and a checksum that detects damage."""

from __future__ import annotations

import json
import struct
import zlib

import numpy as np

from dreamplayer.model.audio import Speech, WordTime

_MAGIC = b"dreamclip1\n"
_HEAD = struct.Struct("<IIQ")
"""CRC-32 of everything after it, length of the JSON with the word times, number of samples."""


def encode(speech: Speech) -> bytes:
    """Encode speech with 16 bits per sample: -96 dB of noise, far below that of any room.

    Args:
        speech: samples beyond -1..1 are clipped.
    """
    told = {
        "rate": speech.rate,
        "estimated": speech.estimated,
        "words": [[round(word.start, 6), round(word.end, 6)] for word in speech.words],
    }
    words = json.dumps(told, separators=(",", ":")).encode()
    samples = np.round(np.clip(speech.samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
    rest = _HEAD.pack(0, len(words), len(samples) // 2)[4:] + words + samples
    return _MAGIC + struct.pack("<I", zlib.crc32(rest)) + rest


def decode(data: bytes) -> Speech:
    """Decode a clip.

    Args:
        data: what `encode` returned.

    Raises:
        ValueError: not a clip, or a damaged one.
    """
    begin = len(_MAGIC) + _HEAD.size
    if len(data) < begin or data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a clip")
    check, length, count = _HEAD.unpack_from(data, len(_MAGIC))
    if len(data) != begin + length + 2 * count or zlib.crc32(memoryview(data)[len(_MAGIC) + 4 :]) != check:
        raise ValueError("a damaged clip")
    told = json.loads(data[begin : begin + length])
    samples = np.frombuffer(data, "<i2", count, begin + length).astype(np.float32) / np.float32(32767)
    words = tuple(WordTime(start, end) for start, end in told["words"])
    return Speech(samples, words, told["rate"], told["estimated"])
