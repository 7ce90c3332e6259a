"""Asks for the sound device and the gamepads in a process of its own.

What looks for devices writes to standard error as it likes, and a broken driver may end the process.
`python -m dreamplayer.app.audio.device_probe` prints one JSON document.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from typing import Any

from dreamplayer.process.launch import answer


def main() -> None:
    """Open what there is, and tell."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    told: dict[str, Any] = {"pads": []}
    try:
        pygame.mixer.init(48000, -16, 2, 2048)
        rate, _, channels = pygame.mixer.get_init() or (0, 0, 0)
        told |= {"rate": rate, "channels": channels, "driver": pygame.mixer.get_driver()}
        pygame.mixer.quit()
    except pygame.error as error:
        told["problem"] = str(error)
    with contextlib.suppress(pygame.error):
        pygame.joystick.init()
        told["pads"] = [pygame.joystick.Joystick(index).get_name() for index in range(pygame.joystick.get_count())]
    sys.stdout.write(json.dumps(told) + "\n")


def ask(timeout: float = 20.0) -> dict[str, Any]:
    """What the process tells; `problem` says why there is no sound."""
    printed = answer("dreamplayer.app.audio.device_probe", timeout)
    try:
        return dict(json.loads(printed or ""))
    except ValueError:
        return {"problem": "the driver of the sound or of a gamepad fails", "pads": []}


if __name__ == "__main__":
    main()
