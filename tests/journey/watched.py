"""Runs the real command line while writing down every frame it shows: how light it is, and where the night stands.

    python watched.py LOG dreamplayer-arguments ...

Lines on standard input are what no X tool can do: `drop PATH`, `clip TEXT`, `pad plug`, `pad A`, `sleep SECONDS` (the
clocks that run while a machine is suspended leap by so much; the monotonic one, which stands meanwhile, does not),
`frame hangs` and `frame raises` (the next one).
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dreamplayer  # noqa: F401 - first, as in the app: it sets what numpy reads when it loads

# isort: split
import numpy as np
import pygame

from dreamplayer.app.audio import speaker as speaking
from dreamplayer.app.picker import picker as picking
from dreamplayer.app.player import player as playing

WEIGHTS = np.array([0.01, 0.36, 0.63])
"""Melanopic shares of linear red, green and blue."""
_LINEAR = np.where(
    (steps := np.arange(256) / 255.0) <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4
)  # fmt: skip


def light(rgb: np.ndarray) -> float:
    """Mean melanopic load of a picture, 0..1."""
    counted = [np.bincount(rgb[..., i].ravel(), minlength=256) @ _LINEAR for i in range(3)]
    return float(np.array(counted) @ WEIGHTS / (rgb.size // 3))


class Eye:
    """Looks at what is about to be shown, whoever drew it."""

    def __init__(self) -> None:
        self._gl: ctypes.CDLL | None = None

    def see(self) -> np.ndarray | None:
        """(height, width, 3), or None while there is no window."""
        surface = pygame.display.get_surface()
        if surface is None:
            return None
        if not surface.get_flags() & pygame.OPENGL:
            return pygame.surfarray.array3d(surface)[::2, ::2]
        width, height = pygame.display.get_window_size()
        gl = self._gl = self._gl or ctypes.CDLL("libGL.so.1")
        pixels = (ctypes.c_ubyte * (width * height * 3))()
        bound = ctypes.c_int()
        gl.glGetIntegerv(0x8CAA, ctypes.byref(bound))
        gl.glBindFramebuffer(0x8CA8, 0)
        gl.glPixelStorei(0x0D05, 1)
        gl.glReadPixels(0, 0, width, height, 0x1907, 0x1401, pixels)
        gl.glBindFramebuffer(0x8CA8, bound.value)
        return np.frombuffer(pixels, np.uint8).reshape(height, width, 3)[::2, ::2]


class Pad:
    """A gamepad without a hand: SDL's own virtual device, seen by the app as any other."""

    def __init__(self, looks: Callable[[], int]) -> None:
        """`looks`: how often the app has looked at its events so far."""
        self._looks = looks
        path = next(
            line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "libSDL2-2" in line
        )
        self._sdl = ctypes.CDLL(path)
        self._sdl.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
        self._sdl.SDL_JoystickSetVirtualButton.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]

    def plug(self) -> None:
        """A controller with six axes and fifteen buttons, until the app has taken it up."""
        assert self._sdl.SDL_JoystickAttachVirtual(1, 6, 15, 0) >= 0
        while not self._sdl.SDL_JoystickFromInstanceID(0):
            time.sleep(0.02)

    def press(self, name: str) -> None:
        """A button down until it was looked at, and up again."""
        held = self._sdl.SDL_JoystickFromInstanceID(0)
        button = getattr(pygame, f"CONTROLLER_BUTTON_{name}")
        for down in (1, 0):
            self._sdl.SDL_JoystickSetVirtualButton(held, button, down)
            seen = self._looks()
            while self._looks() < seen + 2:
                time.sleep(0.02)


def leap(seconds: float) -> None:
    """Move the clock on the wall, and the one that counts a suspended machine's time, as after a suspend."""
    wall, machine = time.time, speaking.machine_seconds
    time.time = lambda: wall() + seconds
    speaking.machine_seconds = lambda: machine() + seconds


def heed(note: Callable[..., None], looks: list[int], next_frame: list[str]) -> None:
    """Do what the lines on standard input say."""
    pad: Pad | None = None
    for line in sys.stdin:
        word, _, rest = line.rstrip("\n").partition(" ")
        try:
            if word == "drop":
                pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=rest))
            elif word == "clip":
                pygame.scrap.put_text(rest)
            elif word == "pad":
                pad = pad or Pad(lambda: looks[0])
                pad.plug() if rest == "plug" else pad.press(rest)
            elif word == "frame":
                next_frame[0] = rest
            elif word == "sleep":
                leap(float(rest))
            note(kind="done", what=line.strip())
        except Exception as error:
            note(kind="done", what=line.strip(), error=str(error))


def main() -> int:
    """Patch, then hand over."""
    log = Path(sys.argv[1]).open("a", encoding="utf-8")  # noqa: SIM115 - open as long as the app runs
    began, eye, lock = time.perf_counter(), Eye(), threading.Lock()
    looks = [0]

    def note(**what: object) -> None:
        with lock:
            looks[0] += what["kind"] in ("state", "picker")
            log.write(json.dumps({"at": round(time.perf_counter() - began, 3), **what}) + "\n")
            log.flush()

    def watched(plain: Any) -> Any:
        def shown(*arguments: Any) -> None:
            seen = eye.see()
            if seen is not None:
                note(kind="frame", m=round(light(seen), 6), top=int(seen.max()))
            plain(*arguments)

        return shown

    pygame.display.flip = watched(pygame.display.flip)
    pygame.display.update = watched(pygame.display.update)

    night, shelf = playing.Player._frame, picking.Picker._frame

    next_frame = [""]

    def player(self: playing.Player) -> bool | None:
        while next_frame[0] == "hangs":
            time.sleep(0.1)
        if next_frame[0] == "raises":
            raise RuntimeError("a fault of a frame")
        result = night(self)
        state = self.state
        note(
            kind="state", night=round(state.t, 3), section=state.score.section_at(state.t), playing=state.playing,
            complete=state.score.complete, duration=round(state.score.duration, 1), dream=state.score.dream.name,
            toast=state.toast and state.toast.key, bed=state.settings.bed_minutes, gentle=state.settings.gentle,
            sentence=-1 if (word := state.score.word_at(state.t)) is None else word.sentence, ended=result,
        )  # fmt: skip
        return result

    def picker(self: picking.Picker) -> None:
        shelf(self)
        card = self.state.card
        note(kind="picker", name=card.name if card else "", panel=self.state.panel, shown=len(self.state.shown),
             notice=self.state.notice)  # fmt: skip

    playing.Player._frame = player  # type: ignore[method-assign]
    picking.Picker._frame = picker  # type: ignore[method-assign]
    if "DREAMPLAYER_QUIET" in os.environ:
        # One who has drifted off gives no sign for three minutes; a test has not so long.
        sys.modules["dreamplayer.app.player.player_state"].QUIET = float(os.environ["DREAMPLAYER_QUIET"])  # type: ignore[attr-defined]

    threading.Thread(target=heed, args=(note, looks, next_frame), daemon=True).start()
    from dreamplayer.cli import main as run

    note(kind="start")
    code = run(sys.argv[2:])
    note(kind="exit", code=code)
    return code


if __name__ == "__main__":
    sys.exit(main())
