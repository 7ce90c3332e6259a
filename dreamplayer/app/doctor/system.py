"""Checks of the machine: program, desktop, screen, graphics, sound, voices, network lock."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from functools import cache
from typing import Any

from dreamplayer import __version__, paths
from dreamplayer.app.doctor.finding import Finding
from dreamplayer.process.launch import answer
from dreamplayer.voices._install_command import install_command

_NEEDED = ("numpy", "pygame-ce", "moderngl", "pyttsx3")
_LITTLE = 500
"""MB of free disk below which rendered speech may not be cached."""


def program() -> Finding:
    """Versions of the program and its libraries."""
    parts = []
    for package in _NEEDED:
        try:
            parts.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            return Finding("program", "fails", f"{package} is missing", f"Run: {install_command('dreamplayer')}")
    alone = ", stand-alone" if getattr(sys, "frozen", False) else ""
    return Finding(
        "program", "ok", f"Dreamplayer {__version__}{alone}, Python {platform.python_version()}; {', '.join(parts)}"
    )


def computer() -> Finding:
    """Operating system, cores and free disk space."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    cores = os.cpu_count() or 1
    folder = next((path for path in (paths.cache(), *paths.cache().parents) if path.exists()), paths.assets())
    free = shutil.disk_usage(folder).free // 2**20
    what = f"{system}, {cores} cores, {free / 1024:.1f} GB of disk free"
    if free < _LITTLE:
        return Finding("computer", "less", what, "Make room: told sentences are kept on disk, some 20 MB a dream.")
    return Finding("computer", "ok", what)


def desktop() -> Finding:
    """What inhibits the screensaver and delivers media keys."""
    if not sys.platform.startswith("linux"):
        return Finding("desktop", "ok", "the screen is kept on; media keys while the window has the focus")
    from dreamplayer.app.desktop.keep_awake import LinuxInhibitor
    from dreamplayer.app.desktop.message_bus import Bus

    session = os.environ.get("XDG_SESSION_TYPE") or ("wayland" if os.environ.get("WAYLAND_DISPLAY") else "x11")
    what = f"{os.environ.get('XDG_CURRENT_DESKTOP') or 'no named desktop'}, {session}"
    bus = Bus()
    try:
        if not bus.connected():
            todo = "Without one the screen may go to sleep and media keys do not reach."
            return Finding("desktop", "less", f"{what}; no session bus", todo)
        answers = [name for name in LinuxInhibitor.NAMES if _there(bus, name)]
    finally:
        bus.close()
    if not answers:
        todo = "Let your screensaver wait for an hour."
        return Finding("desktop", "less", f"{what}; nothing there keeps a screen on", todo)
    return Finding("desktop", "ok", f"{what}; the screen is kept on by {' and '.join(answers)}")


def _there(bus: Any, name: str) -> bool:
    to = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    if bus.call(*to, "NameHasOwner", "s", [name]).result(3.0) == [True]:
        return True
    startable = bus.call(*to, "ListActivatableNames").result(3.0)
    return bool(startable) and name in startable[0]


def screen() -> Finding:
    """Monitors and their sizes."""
    import pygame

    todo = "Without a screen a night can be written to a file: dreamplayer render DREAM night.mp4"
    try:
        pygame.display.init()
    except pygame.error as error:
        return Finding("screen", "less", f"there is none: {error}", todo)
    try:
        driver = pygame.display.get_driver()
        if driver in ("offscreen", "dummy"):
            return Finding("screen", "less", "there is none", todo)
        sizes = ", ".join(f"{width}x{height}" for width, height in pygame.display.get_desktop_sizes())
        return Finding("screen", "ok", f"{sizes} by {driver}")
    finally:
        pygame.display.quit()


def graphics() -> Finding:
    """The OpenGL renderer, in a window and off screen."""
    from dreamplayer.app.window import gl_probe, offscreen
    from dreamplayer.picture.quality import software

    shown, hidden = gl_probe.renderer(), offscreen.renderer()
    found = shown or hidden
    if found is None:
        todo = "A driver for your graphics card may bring it; on Debian: apt install libgl1-mesa-dri libegl1"
        return Finding("graphics", "less", "OpenGL 3.3 does not work: the picture is drawn more plainly", todo)
    where = "" if shown else ", for files only"
    if software(found):
        return Finding("graphics", "ok", f"OpenGL on the processor{where} ({found})")
    return Finding("graphics", "ok", f"{found}{where}")


@cache
def _heard() -> dict[str, Any]:
    from dreamplayer.app.audio.device_probe import ask

    return ask()


def sound() -> Finding:
    """Whether an audio device opens, and which."""
    from dreamplayer.app.audio.output_port import current

    told = _heard()
    if "problem" in told:
        todo = "Plug in or switch on a loudspeaker or headphones; until then the night plays in silence."
        return Finding("sound", "less", f"no device opens: {told['problem']}", todo)
    outlet = current()
    where = f", {outlet.description or outlet.name}" if outlet is not None else ""
    return Finding("sound", "ok", f"{told['rate']} Hz, {told['channels']} channels by {told['driver']}{where}")


def gamepads() -> Finding:
    """Gamepads that are plugged in."""
    return Finding("gamepads", "ok", ", ".join(_heard()["pads"]) or "none plugged in")


def voices() -> Finding:
    """Voices that are available."""
    from dreamplayer.catalogue import voices as all_voices

    ready = [card.name for card in all_voices().values() if card.missing() is None]
    first = next((card for card in all_voices().values() if card.missing() is not None), None)
    todo = "" if first is None else f"{first.name}: {first.missing()}"
    spoken = [name for name in ready if name != "silent"]
    if not spoken:
        return Finding("voices", "less", "none can speak here: captions carry the story", todo)
    return Finding("voices", "ok", ", ".join(ready), todo)


def languages() -> Finding:
    """Languages that no voice here speaks, and scripts that no typeface here has, each with what brings it."""
    from dreamplayer.app.language_notices import languages_without_voice, scripts_without_typeface, typeface_command
    from dreamplayer.narration.voice_choice import more_voices
    from dreamplayer.reading.ingest.language import NAMES, language_name

    silent, scripts = languages_without_voice(), scripts_without_typeface()
    if not silent and not scripts:
        return Finding("languages", "ok", f"a voice and letters for all {len(NAMES) - 1} that are told apart")
    said, todo = [], []
    if silent:
        said.append(f"no voice for {', '.join(map(language_name, silent))}: captions tell them")
        todo.append(f"{language_name(silent[0])}: {more_voices(silent[0])}")
    if scripts:
        said.append(f"no typeface for {', '.join(scripts)}: captions leave such letters out")
        commands = dict.fromkeys(typeface_command(script) for script in scripts)
        todo.append(f"For the letters: {'; '.join(commands)}")
    return Finding("languages", "ok", "; ".join(said), " ".join(todo))


def telling() -> Finding:
    """Speed of speech synthesis with the best voice: it must be faster than real time."""
    from dreamplayer.app import voice_speed
    from dreamplayer.app.storage.history import PlayHistory
    from dreamplayer.narration.voice_choice import choose

    card = choose("auto")
    if card.name == "silent":
        return Finding("telling", "ok", "by captions alone")
    times = voice_speed.measure(card)
    history = PlayHistory()
    voice_speed.keep(card, times, history)
    what = f"{card.name} tells {times:.1f} times as fast as one listens"
    if times < voice_speed.ENOUGH:
        lighter = voice_speed.automatic(history)
        todo = f"Too slow here, so {lighter.name} tells the nights; for {card.name} all the same: --voice {card.name}"
        return Finding("telling", "less", what, todo)
    return Finding("telling", "ok", what)


def network() -> Finding:
    """Which sandbox keeps the child processes off the network, asked of one of them."""
    said = answer("dreamplayer.process.lock_probe", 20.0, sockets="none", may_write=False)
    lock, _, reaches = (said or "none: the process did not answer|reaches").partition("|")
    if reaches:
        return Finding(
            "network", "less", f"nothing is sent, but no lock of the system enforces it ({lock})",
            "Telemetry of libraries is switched off; a kernel with seccomp would also refuse it.",
        )  # fmt: skip
    return Finding("network", "ok", f"nothing leaves this machine; voices and readers are locked in: {lock}")


def video() -> Finding:
    """Whether video files can be written."""
    try:
        version = importlib.metadata.version("av")
    except importlib.metadata.PackageNotFoundError:
        return Finding("video files", "less", "PyAV is not installed", f"Run: {install_command('dreamplayer[export]')}")
    return Finding("video files", "ok", f"PyAV {version}")
