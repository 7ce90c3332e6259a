"""Runs the real command line while writing down every frame it shows: how light it is, and where the night stands.

    python watched.py LOG dreamplayer-arguments ...

Lines on standard input are events that no X tool can send: `drop PATH`, `button NAME`.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pygame

from dreamplayer.app import player as playing
from dreamplayer.app import window as windows

WEIGHTS = np.array([0.01, 0.36, 0.63])


def light(rgb: np.ndarray) -> float:
    """Mean melanopic load of a picture, 0..1."""
    values = rgb.astype(np.float32) / 255.0
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return float(linear.reshape(-1, 3).mean(0) @ WEIGHTS)


def main() -> int:
    """Patch, then hand over."""
    log = Path(sys.argv[1]).open("a", encoding="utf-8")  # noqa: SIM115 - open as long as the app runs
    began = time.perf_counter()

    def note(**what: object) -> None:
        log.write(json.dumps({"at": round(time.perf_counter() - began, 3), **what}) + "\n")
        log.flush()

    plain_show, plain_frame = windows.Window.show, playing.Player._frame

    def show(self: windows.Window, frame: object) -> None:
        paint = self.painter.paint

        def watched(what: object) -> None:
            paint(what)  # type: ignore[arg-type]
            width, height = self.size
            rgb = np.frombuffer(self.painter.pixels(), np.uint8)
            if rgb.size == width * height * 3:
                rgb = rgb.reshape(height, width, 3)
                note(kind="frame", m=round(light(rgb[::2, ::2]), 6), top=int(rgb.max()), t=what.t)  # type: ignore[attr-defined]

        self.painter.paint = watched  # type: ignore[method-assign]
        try:
            plain_show(self, frame)  # type: ignore[arg-type]
        finally:
            self.painter.paint = paint  # type: ignore[method-assign]

    def frame(self: playing.Player) -> bool | None:
        result = plain_frame(self)
        state = self.state
        note(
            kind="state", night=round(state.t, 3), section=state.score.section_at(state.t), playing=state.playing,
            complete=state.score.complete, duration=round(state.score.duration, 1),
            toast=state.toast and state.toast.key, bed=state.wishes.bed_minutes, ended=result,
        )  # fmt: skip
        return result

    windows.Window.show = show  # type: ignore[method-assign]
    playing.Player._frame = frame  # type: ignore[method-assign]

    def heed() -> None:
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "drop":
                pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=rest))
            elif word == "button":
                button = getattr(pygame, f"CONTROLLER_BUTTON_{rest}")
                pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))

    threading.Thread(target=heed, daemon=True).start()
    from dreamplayer.cli import main as dreamplayer

    note(kind="start")
    code = dreamplayer(sys.argv[2:])
    note(kind="exit", code=code)
    return code


if __name__ == "__main__":
    sys.exit(main())
