"""Checks of the person's own files, with repairs that lose nothing."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from dreamplayer import paths
from dreamplayer import settings as settings_file
from dreamplayer.app import own_sounds as own_sounds_of_today
from dreamplayer.app.doctor.finding import Finding
from dreamplayer.app.storage import library, log
from dreamplayer.app.storage.atomic import read_json, write
from dreamplayer.sounds._own_loops import folder, own_loops

_OLD = 3600.0
"""Seconds after which a half-written file is a leftover of a crash."""
_STATE_FILES = ("history.json", "places.json", "app.json")


def dreams() -> Finding:
    """The dreams in the library."""
    found = list(library.shelf())
    own = sum(entry.own for entry in found)
    if len(found) == own:
        return Finding("dreams", "fails", f"none of ours in {paths.seeds()}", "Install Dreamplayer again.")
    return Finding("dreams", "ok", f"{len(found) - own} of ours, {own} of yours in {library.dreams_folder()}")


def own_dreams() -> Finding:
    """Files in the dreams folder that cannot be read."""
    bad = library.unreadable()
    if not bad:
        return Finding("own dreams", "ok", "all can be read")
    return Finding("own dreams", "less", "; ".join(str(error) for error in bad), "The others are offered as ever.")


def own_sounds() -> Finding:
    """The person's own loops; files that are none."""
    problems: list[str] = []
    own_sounds_of_today.prepare(problems.append)
    names = [loop.name for loop in own_loops()]
    if problems:
        return Finding("own sounds", "less", " ".join(problems), "Save it as .wav, .flac or .ogg.")
    where = f"put loops into {folder()} to have them as background sound"
    return Finding("own sounds", "ok", ", ".join(names) or f"none; {where}")


def settings() -> Finding:
    """The settings file. An invalid line becomes a comment; a copy of the original is kept beside it."""
    path = paths.config() / "settings.toml"
    if not path.exists():
        return Finding("settings", "ok", f"all as they come; to change them press F2 in the picker, or write {path}")
    examined = settings_file.examine(path)
    if examined.problems:
        return _mended(path, examined)
    found = examined.settings
    plain = settings_file.Settings()
    changed = [
        f"{f.name} {getattr(found, f.name)}" for f in fields(found) if getattr(found, f.name) != getattr(plain, f.name)
    ]
    return Finding("settings", "ok", f"{', '.join(changed) or 'all as they come'} ({path})")


def _mended(path: Path, first: settings_file.SettingsFile) -> Finding:
    said = str(first.problems[0])
    fails = Finding("settings", "fails", said, "Mend that line, or begin with --no-config.")
    if first.lines == (0,):
        return _set_aside(path, said) if path.is_file() else fails
    kept = path.with_name(path.name + ".before")
    try:
        paths.make_private_file(kept)
        shutil.copyfile(path, kept)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        return fails
    silenced: set[int] = set()
    examined = first
    while examined.problems:
        wrong = {line for line in examined.lines if 1 <= line <= len(lines) and not lines[line - 1].startswith("#")}
        if not wrong:
            return fails
        silenced |= wrong
        for line in wrong:
            lines[line - 1] = "# not understood: " + lines[line - 1]
        examined = settings_file.examine_text("\n".join(lines), path, settings_file.Settings())
    if not write(path, "\n".join(lines) + "\n"):
        return fails
    which = "Line " + ", ".join(map(str, sorted(silenced)))
    return Finding("settings", "mended", said, f"{which}: now a comment. As it was: {kept}")


def _set_aside(path: Path, said: str) -> Finding:
    """Rename a file that is not text."""
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError:
        return Finding("settings", "fails", said, "Remove the file, or begin with --no-config.")
    return Finding("settings", "mended", said, "It is set aside; all settings are as they come.")


def memory() -> Finding:
    """State kept between nights; damaged files are set aside."""
    files = [paths.state() / name for name in _STATE_FILES] + [paths.data() / "favourites.json"]
    damaged = []
    for path in files:
        before = path.exists()
        read_json(path)
        if before and not path.exists():
            damaged.append(path.name)
    if damaged:
        return Finding("memory", "mended", f"damaged and set aside: {', '.join(damaged)}", "Those start empty.")
    nights = len(read_json(paths.state() / "history.json").get("played", []))
    return Finding("memory", "ok", f"{nights} nights")


def privacy() -> Finding:
    """Permissions: whether other users could read dreams, history, settings, logs or speech; corrected if so."""
    count = paths.protect_own_folders(all_of_them=True)
    if count:
        return Finding("private", "mended", f"{count} files and folders could be read by others on this machine")
    return Finding("private", "ok", "your files are yours alone to read")


def leftovers() -> Finding:
    """Half-written files left by a crash; removed."""
    found = [
        path
        for folder in (paths.state(), paths.config(), paths.data(), paths.cache())
        for path in folder.rglob("*")
        if path.is_file() and _half_written(path.name) and time.time() - path.stat().st_mtime > _OLD
    ]
    if not found:
        return Finding("leftovers", "ok", "none")
    for path in found:
        path.unlink()
    return Finding("leftovers", "mended", f"{len(found)} half-written files removed")


def _half_written(name: str) -> bool:
    return name.endswith(".new") or bool(re.fullmatch(r"\.[\w-]+\.(json|toml|txt)\.\w{8}", name))


def folders() -> list[tuple[str, Callable[[], Finding]]]:
    """A check for each folder: whether it can be written. A missing one is created."""
    named = [
        ("data", paths.data), ("settings", paths.config), ("cache", paths.cache), ("state", paths.state),
    ]  # fmt: skip
    return [(name, lambda name=name, path=path: _folder(name, path())) for name, path in named]  # type: ignore[misc]


def _folder(name: str, path: Path) -> Finding:
    try:
        paths.make_private_folder(path)
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


def last_night() -> Finding:
    """Warnings logged in the last night."""
    said = log.read()
    if not said:
        return Finding("last night", "ok", "no complaints")
    return Finding("last night", "ok", " / ".join(said[-5:]), f"All of it: {log.path()}")
