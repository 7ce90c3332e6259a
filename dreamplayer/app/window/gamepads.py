"""Gamepads: opened when plugged in, closed when pulled out. Their buttons arrive as events of the window."""

from __future__ import annotations

import contextlib
import logging
from typing import Any

import pygame

_log = logging.getLogger(__name__)


class Gamepads:
    """Keeps every controller open, so that its events arrive."""

    def __init__(self) -> None:
        self._open: dict[int, object] = {}
        self._controller: Any = None
        try:
            from pygame._sdl2 import controller

            controller.init()
            self._controller = controller
            for index in range(controller.get_count()):
                self._take(index)
        except (ImportError, pygame.error) as error:
            _log.info("no gamepads: %s", error)

    def handle_event(self, event: pygame.event.Event) -> None:
        """Handle an event: a pad that was plugged in or pulled out."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._take(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)

    def _take(self, index: int) -> None:
        with contextlib.suppress(pygame.error, AttributeError):
            if self._controller.is_controller(index):
                pad = self._controller.Controller(index)
                self._open[pad.as_joystick().get_instance_id()] = pad
