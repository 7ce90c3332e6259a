"""The cache of clips: whole or absent, bounded, and no reason to stop a night."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.model.audio import Speech, WordTime
from dreamplayer.narration.clip import decode, encode
from dreamplayer.narration.clips import Clips


def made(seconds: float = 0.1, level: float = 0.5) -> Speech:
    """A clip of one word."""
    samples = (level * np.sin(np.arange(int(48_000 * seconds)) * 0.05)).astype(np.float32)
    return Speech(samples, (WordTime(0.01, seconds),))


def test_a_clip_comes_back_as_it_was() -> None:
    """Samples to 16 bits, times to a microsecond, marks of estimation kept."""
    speech = Speech(made().samples, (WordTime(0.0, 0.05), WordTime(0.05, 0.1)), 48_000, True)
    again = decode(encode(speech))
    assert np.abs(again.samples - speech.samples).max() < 1e-4
    assert (again.words, again.rate, again.estimated) == (speech.words, 48_000, True)


@given(st.data())
def test_any_damage_is_noticed(data: st.DataObject) -> None:
    """One changed byte anywhere, or a missing end, is no clip any more."""
    whole = encode(made(0.01))
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    for bad in (whole[:at] + changed + whole[at + 1 :], whole[:at]):
        with pytest.raises(ValueError, match="clip"):
            decode(bad)


def test_a_second_night_finds_the_first_one_s_clips(tmp_path: Path) -> None:
    """What was kept is there for another cache on the same folder; nothing half-written lies beside it."""
    Clips(tmp_path / "new" / "clips").keep("a", made())
    again = Clips(tmp_path / "new" / "clips").get("a")
    assert again is not None
    assert again.words == made().words
    assert [path.name for path in (tmp_path / "new" / "clips").iterdir()] == ["a.clip"]


def test_a_damaged_clip_is_absent_and_removed(tmp_path: Path) -> None:
    """It is not played: it counts as not rendered."""
    Clips(tmp_path).keep("a", made())
    path = tmp_path / "a.clip"
    path.write_bytes(path.read_bytes()[:-7])
    assert Clips(tmp_path).get("a") is None
    assert not path.exists()


def test_a_lost_clip_is_silence_to_the_mixer(tmp_path: Path) -> None:
    """The mixer is never stopped by it."""
    lost = Clips(tmp_path).speech("nowhere")
    assert (lost.samples.size, lost.words) == (0, ())


def test_a_folder_that_cannot_be_written_is_said_once_and_the_night_goes_on(tmp_path: Path) -> None:
    """Clips stay in memory; every one of them can be had again."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    clips = Clips(blocked / "clips", memory=1)
    for name in "abc":
        clips.keep(name, made())
    assert clips.trouble is not None
    assert "file" in clips.trouble
    assert all(clips.get(name) is not None for name in "abc")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half clip, no temporary file, and the clip is there for tonight."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    clips = Clips(tmp_path)
    clips.keep("a", made())
    assert "No space left" in (clips.trouble or "")
    assert list(tmp_path.iterdir()) == []
    assert clips.get("a") is not None


def test_the_folder_is_bounded_and_tonight_s_clips_stay(tmp_path: Path) -> None:
    """What was not heard for longest goes first; a clip of this night never goes."""
    size = len(encode(made()))
    before = Clips(tmp_path)
    for k, name in enumerate("abcd"):
        before.keep(name, made())
        os.utime(tmp_path / f"{name}.clip", (1000 + k, 1000 + k))
    clips = Clips(tmp_path, disk=4 * size + 10)
    assert clips.get("a") is not None
    clips.keep("e", made())
    left = sorted(path.stem for path in tmp_path.iterdir())
    assert left == ["a", "c", "d", "e"]


def test_memory_is_bounded(tmp_path: Path) -> None:
    """Clips that have sounded make room; they are read again when they are asked for."""
    one = made(1.0)
    clips = Clips(tmp_path, memory=3 * one.samples.nbytes)
    for k in range(20):
        clips.keep(str(k), one)
    assert sum(speech.samples.nbytes for speech in clips._ready.values()) <= 3 * one.samples.nbytes
    assert clips.speech("0").samples.size == one.samples.size
