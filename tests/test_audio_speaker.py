"""The speaker's thread on devices that keep their own time."""

from __future__ import annotations

import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.audio.output_device import FileDevice, NullDevice
from dreamplayer.app.audio.ring_buffer import SIZE
from dreamplayer.app.audio.speaker import RingSpeaker
from dreamplayer.errors import SpeakerError
from dreamplayer.model.audio import RATE, Samples


def quiet(n0: int, n1: int) -> Samples:
    """A faint constant: any sample of it tells that it is there."""
    return np.full((n1 - n0, 2), 0.1, np.float32)


def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for something another thread does."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


@pytest.fixture
def speaker() -> Iterator[RingSpeaker]:
    """A speaker on no device."""
    made = RingSpeaker(quiet, open_device=NullDevice)
    yield made
    made.close()


def test_the_night_rests_until_it_is_resumed(speaker: RingSpeaker) -> None:
    """A new speaker stands at its moment; resumed, it runs; paused, it stands again; the room's time always runs."""
    until(lambda: speaker.read().room > 0.1)
    assert speaker.read().night == 0
    speaker.resume()
    until(lambda: speaker.read().night > 0.2)
    speaker.pause()
    until(lambda: not speaker.moving)
    until(
        lambda: (lambda a, b: a.night == b.night and a.room < b.room)(
            speaker.read(), (time.sleep(0.2), speaker.read())[1]
        )
    )


def test_seek_arrives_without_waiting_for_what_lies_between(speaker: RingSpeaker) -> None:
    """An hour on is reached at once, forward and back."""
    speaker.resume()
    speaker.seek(3600.0)
    until(lambda: speaker.read().night >= 3600.0)
    speaker.seek(10.0)
    until(lambda: 10.0 <= speaker.read().night < 100.0)


def test_orders_in_quick_succession_add_up(speaker: RingSpeaker) -> None:
    """Seek, rest and go on, all within a moment: the night goes on where the seek led."""
    speaker.resume()
    until(lambda: speaker.read().night > 0.1)
    speaker.seek(500.0)
    speaker.pause()
    speaker.resume()
    until(lambda: speaker.read().night > 500.3)
    assert speaker.read().night < 520.0


def test_a_lost_device_rests_at_the_moment(speaker: RingSpeaker) -> None:
    """When the device goes away the night rests where it was, and waits for the person."""
    speaker.resume()
    speaker.seek(50.0)
    until(lambda: speaker.read().night > 50.2)
    room = speaker.read().room
    speaker.lost()
    until(lambda: not speaker.moving)
    assert 50.0 < speaker.read().night < 60.0
    assert speaker.read().room >= room
    speaker.resume()
    at = speaker.read().night
    until(lambda: speaker.read().night > at)


def test_no_device_is_a_silent_night() -> None:
    """Where no device opens, the speaker says so once and the night runs on a silent clock."""

    def refuse() -> NullDevice:
        raise SpeakerError("no sound device could be opened")

    speaker = RingSpeaker(quiet, open_device=refuse)
    speaker.resume()
    until(lambda: speaker.read().night > 0.05)
    speaker.close()
    assert speaker.problem is not None
    assert "silent" in speaker.problem


def test_it_waits_where_the_score_has_not_grown() -> None:
    """At the edge of a growing score the night rests softly, and goes on when there is more."""
    horizon = [2.0]
    speaker = RingSpeaker(quiet, open_device=NullDevice, horizon=lambda: horizon[0])
    speaker.resume()
    until(lambda: not speaker.moving and speaker.read().night > 0.1)
    assert speaker.read().night < 2.0
    horizon[0] = 100.0
    until(lambda: speaker.read().night > 2.0)
    speaker.close()


def test_the_file_device_writes_what_is_heard(tmp_path: Path) -> None:
    """What passes the playhead stands in the file, sample by sample."""
    device = FileDevice(tmp_path / "night.wav")
    device.memory[:] = np.arange(SIZE, dtype=np.int64)[:, None] % 1000
    device.push(3000)
    device.push(3000)
    device.close()
    with wave.open(str(tmp_path / "night.wav")) as file:
        assert file.getframerate() == RATE
        heard = np.frombuffer(file.readframes(6000), np.int16).reshape(-1, 2)
    assert np.array_equal(heard[:, 0], np.arange(6000) % 1000)


class Counted(NullDevice):
    """A device whose count is set by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0.0

    def taken(self) -> float:
        """As set."""
        return self.count


def test_a_device_that_appears_later_is_played_on() -> None:
    """Where there is none the night goes on in silence; when there is one it sounds, from the same moment on."""
    there: list[NullDevice] = []

    def appear() -> NullDevice:
        if not there:
            raise SpeakerError("no sound device could be opened")
        return there[0]

    speaker = RingSpeaker(quiet, open_device=appear)
    speaker.resume()
    speaker.seek(100.0)
    until(lambda: speaker.read().night > 100.5)
    before = speaker.read().night
    there.append(NullDevice())
    until(lambda: speaker.problem is None)
    assert speaker.read().night >= before - 0.05
    until(lambda: bool(there[0].memory.any()))
    heard = np.abs(there[0].memory[:, 0].astype(int))
    first = int(np.argmax(heard > 0))
    assert heard[first : first + RATE // 10].max() < 0.2 * heard.max()
    speaker.close()


def test_a_lost_server_does_not_rest_the_night() -> None:
    """The sound server goes away: the night goes on by the machine's clock, while a device is looked for."""
    devices = [NullDevice(), NullDevice()]
    left = iter(devices)
    speaker = RingSpeaker(quiet, open_device=lambda: next(left))
    speaker.resume()
    until(lambda: speaker.read().night > 0.3)
    before = speaker.read().night
    speaker.gone()
    until(lambda: bool(devices[1].memory.any()))
    assert speaker.moving
    assert before - 0.05 < speaker.read().night < before + 10.0
    assert speaker.problem is None
    speaker.close()


def test_a_sleep_of_the_machine_is_no_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clocks leap eight hours and the device has taken nothing: the position stays, and the sound is taken down."""
    device = Counted()
    speaker = RingSpeaker(quiet, open_device=lambda: device)
    speaker.resume()
    for _ in range(60):
        device.count += 0.02
        time.sleep(0.02)
    before = speaker.read().night
    real = time.perf_counter
    monkeypatch.setattr(time, "perf_counter", lambda: real() + 8 * 3600.0)
    until(lambda: speaker._ring.glide.end == 0.0)
    assert speaker.read().night == pytest.approx(before, abs=0.5)
    until(lambda: speaker._ring.glide.end == 1.0)
    for _ in range(30):
        device.count += 0.02
        time.sleep(0.02)
    assert before < speaker.read().night < before + 3.0
    speaker.close()
