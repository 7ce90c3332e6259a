"""Reduced motion: whether the person has asked their system for less of it; the night is then calm."""

from __future__ import annotations

import ctypes
import logging
import subprocess
import sys

from dreamplayer.app.desktop.message_bus import Bus

_log = logging.getLogger(__name__)
_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")


def reduced(bus: Bus | None) -> bool:
    """True where the system asks for reduced motion; False where it does not, or cannot be asked."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
        return bus is not None and _portal(bus)
    except Exception as error:  # a setting that cannot be read counts as unset
        _log.info("reduced motion: %s", error)
        return False


def _portal(bus: Bus) -> bool:
    """GNOME's enable-animations, which other desktops offer through the portal too."""
    if not bus.connected(0.5):
        return False
    read = bus.call(*_PORTAL, "Read", "ss", ["org.gnome.desktop.interface", "enable-animations"]).result(1.0)
    if not read:
        return False
    value = read[0]
    while hasattr(value, "value"):
        value = value.value
    return value is False


def _windows() -> bool:
    """SPI_GETCLIENTAREAANIMATION."""
    shown = ctypes.c_int(1)
    user = getattr(ctypes, "windll").user32  # noqa: B009 - there is no windll where types are checked
    user.SystemParametersInfoW(0x1042, 0, ctypes.byref(shown), 0)
    return shown.value == 0


def _mac() -> bool:
    """Accessibility, Display, Reduce motion."""
    command = ["/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion"]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=2, check=False)
    return answer.stdout.strip() == "1"
