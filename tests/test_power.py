"""On battery less is drawn: a tier less, half the keys, half the frames; on mains power as much as the machine can."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from dreamplayer.app.desktop.power import PowerWatch, on_battery
from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.key_queue import OFTEN, KeyQueue
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.window.window import FramePacing, Window
from dreamplayer.picture.quality import TIERS, first_tier, saving_tier


def test_the_battery_of_a_mouse_is_none(tmp_path: Path) -> None:
    """What has the scope of a device does not run the machine."""
    (tmp_path / "mouse").mkdir()
    for name, said in (("type", "Battery"), ("status", "Discharging"), ("scope", "Device")):
        (tmp_path / "mouse" / name).write_text(said + "\n")
    assert not on_battery(tmp_path)
    (tmp_path / "mouse" / "scope").write_text("System\n")
    assert on_battery(tmp_path)


def test_the_watch_waits_for_nothing_and_looks_now_and_then() -> None:
    """A system that answers late holds nothing up; one answer serves for half a minute."""
    held, looks, now = threading.Event(), [], [0.0]

    def look() -> bool:
        held.wait(10.0)
        looks.append(now[0])
        return True

    watch = PowerWatch(look, lambda: now[0])
    assert not watch()
    assert not watch()
    held.set()
    for _ in range(1000):
        if watch():
            break
        time.sleep(0.005)
    assert watch()
    assert looks == [0.0]
    now[0] = 31.0
    watch()
    assert watch._thread is not None
    watch._thread.join(5.0)
    assert looks == [0.0, 31.0]


@pytest.mark.parametrize("renderer", ["NVIDIA GeForce", "llvmpipe (LLVM 15)"])
def test_a_tier_less(renderer: str) -> None:
    """One below what is begun with."""
    assert TIERS.index(saving_tier(renderer)) == TIERS.index(first_tier(renderer)) + 1


@pytest.mark.parametrize("saving", [False, True])
def test_half_as_many_keys(saving: bool) -> None:
    """However quickly they are drawn."""
    done = [SimpleNamespace(number=10**6, seconds=0.001, key=SimpleNamespace(t=float(n))) for n in range(60)]
    worker = SimpleNamespace(
        ordered=0, setup=Setup(640, 360, None, saving), answers=lambda: done, waiting=9, alive=True
    )
    keys = KeyQueue(worker)  # type: ignore[arg-type]
    keys._take()
    assert keys._gap == pytest.approx((2.0 if saving else 1.0) / OFTEN, rel=0.01)


def test_the_window_follows_the_power() -> None:
    """Its process that draws is told once, and told again on mains power; frames are halved meanwhile."""
    worker = RenderWorker.__new__(RenderWorker)
    sent: list[Setup] = []
    worker.setup, worker.worker = Setup(640, 360, None), SimpleNamespace(send=sent.append)  # type: ignore[assignment]
    window = Window.__new__(Window)
    window.pace, window.render_worker, window._saving = FramePacing(), worker, False
    for power in (False, True, True, False):
        window.power = lambda power=power: power  # type: ignore[assignment]
        window._save_power()
        window.pace.drawn(0.001)
        assert window.pace.fps == (30.0 if power else 60.0)
    assert [setup.saving for setup in sent] == [True, False]
