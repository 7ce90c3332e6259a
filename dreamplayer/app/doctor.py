"""What works on this machine, what does not, and what to do about it: all one would ask in an issue."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dreamplayer import __version__, places

State = Literal["ok", "less", "fails"]
"""less: a night can be had without it. fails: it cannot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    state: State
    what: str
    todo: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return {"name": self.name, "state": self.state, "what": self.what, "todo": self.todo}


def examine() -> Iterator[Finding]:
    """Everything, one after the other; what goes wrong in looking is a finding too."""
    looks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("program", _program),
        ("screen", _screen),
        ("graphics", _graphics),
        ("sound", _sound),
        ("voices", _voices),
        ("video files", _video),
        ("settings", _settings),
        ("dreams", _dreams),
        *((f"{name} folder", lambda name=name, path=path: _folder(name, path)) for name, path in _folders()),
    )
    for name, look in looks:
        try:
            yield look()
        except Exception as error:  # a doctor who faints helps no one
            yield Finding(name, "less", f"could not be looked at: {type(error).__name__}: {error}")


def _program() -> Finding:
    parts = []
    for package in ("numpy", "pygame-ce", "moderngl", "pyttsx3"):
        try:
            parts.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            return Finding(
                "program",
                "fails",
                f"{package} is missing",
                f"Run: {Path(sys.executable).name} -m pip install dreamplayer",
            )
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return Finding(
        "program", "ok", f"Dreamplayer {__version__}, Python {platform.python_version()}, {system}; {', '.join(parts)}"
    )


def _screen() -> Finding:
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


def _graphics() -> Finding:
    from dreamplayer.app import easel, probe

    shown, hidden = probe.renderer(), easel.renderer()
    found = shown or hidden
    if found is None:
        todo = "A driver for your graphics card may bring it; on Debian: apt install libgl1-mesa-dri libegl1"
        return Finding("graphics", "less", "OpenGL 3.3 does not work: the picture is drawn more plainly", todo)
    from dreamplayer.picture.quality import SOFTWARE

    where = "" if shown else ", for files only"
    if any(word in found.lower() for word in SOFTWARE):
        return Finding("graphics", "ok", f"OpenGL on the processor{where} ({found})")
    return Finding("graphics", "ok", f"{found}{where}")


_ASK_SOUND = """
import pygame
pygame.mixer.init(48000, -16, 2, 2048)
print("%d Hz, %d channels" % pygame.mixer.get_init()[::2])
"""


def _sound() -> Finding:
    """Asked in another process: what looks for devices writes to standard error as it likes."""
    environment = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    answer = subprocess.run(
        [sys.executable, "-c", _ASK_SOUND], capture_output=True, text=True, timeout=20, check=False, env=environment
    )
    if answer.returncode == 0:
        return Finding("sound", "ok", answer.stdout.strip().splitlines()[-1])
    reason = answer.stderr.strip().rpartition("\n")[2].removeprefix("pygame.error: ")
    todo = "Plug in or switch on a loudspeaker or headphones; until then the night plays in silence."
    return Finding("sound", "less", f"no device opens: {reason}", todo)


def _voices() -> Finding:
    from dreamplayer.catalogue import voices

    ready = [card.name for card in voices().values() if card.missing() is None]
    first = next((card for card in voices().values() if card.missing() is not None), None)
    todo = "" if first is None else f"{first.name}: {first.missing()}"
    spoken = [name for name in ready if name != "silent"]
    if not spoken:
        return Finding("voices", "less", "none can speak here: captions carry the story", todo)
    return Finding("voices", "ok", ", ".join(ready), todo)


def _video() -> Finding:
    try:
        version = importlib.metadata.version("av")
    except importlib.metadata.PackageNotFoundError:
        return Finding("video files", "less", "PyAV is not installed", 'Run: pip install "dreamplayer[export]"')
    return Finding("video files", "ok", f"PyAV {version}")


def _settings() -> Finding:
    from dreamplayer import settings
    from dreamplayer.errors import SettingsError

    path = places.config() / "settings.toml"
    if not path.exists():
        return Finding("settings", "ok", f"all as they come; to change them write {path}")
    try:
        settings.read(path)
    except SettingsError as error:
        return Finding("settings", "fails", str(error), "Mend that line, or begin with --no-config.")
    return Finding("settings", "ok", str(path))


def _dreams() -> Finding:
    from dreamplayer.app.library import dreams_folder, shelf

    found = list(shelf())
    own = sum(entry.own for entry in found)
    if not found:
        return Finding("dreams", "fails", f"none in {places.seeds()}", "Install Dreamplayer anew.")
    return Finding("dreams", "ok", f"{len(found) - own} of ours, {own} of yours in {dreams_folder()}")


def _folders() -> list[tuple[str, Path]]:
    return [
        ("data", places.data()), ("settings", places.config()), ("cache", places.cache()), ("state", places.state()),
    ]  # fmt: skip


def _folder(name: str, path: Path) -> Finding:
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        return Finding(
            f"{name} folder",
            "less",
            f"{path} cannot be written: {reason}",
            "What lies there is forgotten after tonight.",
        )
    return Finding(f"{name} folder", "ok", str(path))


_SIGNS = {"ok": "ok   ", "less": "less ", "fails": "FAILS"}


def to_text(findings: list[Finding]) -> str:
    """A line for each, and below it what to do."""
    lines = []
    for found in findings:
        lines.append(f"{_SIGNS[found.state]}  {found.name:16} {found.what}")
        if found.todo:
            lines.append(f"{'':7}{'':16} {found.todo}")
    return "\n".join(lines) + "\n"
