"""The person's settings: defaults, overridden by one readable TOML file, overridden by flags."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from dreamplayer.errors import SettingsError
from dreamplayer.toml_file import at_line, line_of, read_text, salvage, shown

_STORY_LUX = 10.0
_BED_LUX = 1.0
"""Melanopic illuminance at the eye that is allowed while the story plays, and from the bed on."""
_SOFTEST, _LOUDEST = -24.0, 6.0
"""Range of the faders, LU: at the lowest a part is off."""
_LONGEST = 100
"""Longest value of a text setting, in characters."""


def _setting(
    default: Any, doc: str, *, low: float | None = None, high: float | None = None, choices: tuple[str, ...] = ()
) -> Any:
    return field(default=default, metadata={"doc": doc, "low": low, "high": high, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Each field is a line of the file and a flag of the same name."""

    voice: str = _setting(
        "auto", "The voice: auto takes the best one that is fast enough here; silent is captions only."
    )
    pace: float = _setting(1.0, "Speaking speed: 1 is normal (about 120 words a minute, slowing).", low=0.6, high=1.4)
    bed_minutes: float = _setting(15.0, "Minutes of background sound after the story.", low=0.0, high=480.0)
    bed_sound: str = _setting(
        "",
        "Background sound after the story: a sound of the app or a loop of yours, by its name; empty leaves it to the "
        "dream.",
    )
    intro_minutes: float = _setting(1.0, "Minutes of intro before the first word; Right skips it.", low=0.25, high=3.0)
    timer_minutes: float = _setting(
        0.0,
        "Length of the whole night in minutes; 0 plays the story and its background sound in full.",
        low=0.0,
        high=720.0,
    )
    seed: int = _setting(0, "Random seed for the pictures; 0 is the default.", low=0, high=2**31 - 1)
    volume: float = _setting(1.0, "Volume: 1 is normal, 0 silent.", low=0.0, high=1.5)
    voice_level: float = _setting(
        0.0, "Voice louder or softer than mixed, in loudness units (LU).", low=_SOFTEST, high=_LOUDEST
    )
    world_level: float = _setting(
        0.0, "Sounds of the world louder or softer than mixed, in LU.", low=_SOFTEST, high=_LOUDEST
    )
    music_level: float = _setting(0.0, "Music louder or softer than mixed, in LU.", low=_SOFTEST, high=_LOUDEST)
    brightness: float = _setting(1.0, "Brightness: 100% is the most a night allows.", low=0.05, high=1.0)
    captions: bool = _setting(True, "Show captions.")
    caption_size: float = _setting(1.0, "Size of captions and menus.", low=0.75, high=2.0)
    highlight: bool = _setting(True, "Highlight each word as it is said; otherwise the whole line.")
    easy_reading: bool = _setting(False, "Use the easy-to-read typeface Atkinson Hyperlegible.")
    gentle: bool = _setting(False, "Leave out the darkest lines.")
    calm: bool = _setting(False, "Slow light only: nothing drifts or falls.")
    voice_light: bool = _setting(True, "The nearest lamp breathes a little with the voice.")
    eyes_shut: bool = _setting(False, "Black screen, sound only.")
    breathing: bool = _setting(
        False, "Light swells and sinks about six times a minute, slowing: a rhythm to breathe with."
    )
    at_the_end: str = _setting(
        "quit",
        "At the end: stay black, quit, let the screen sleep, or suspend the machine.",
        choices=("stay", "quit", "screen", "suspend"),
    )
    fullscreen: bool = _setting(True, "Fill the screen.")
    painter: str = _setting(
        "auto",
        "What draws the picture: the graphics card (gl), or plainer without one (surface).",
        choices=("auto", "gl", "surface"),
    )
    sound_delay_ms: float = _setting(
        0.0, "Delay of the loudspeaker in milliseconds (Bluetooth: about 150).", low=-500.0, high=1000.0
    )
    screen_inches: float = _setting(24.0, "Screen size in inches, measured diagonally.", low=5.0, high=120.0)
    distance_cm: float = _setting(60.0, "Distance from your eyes to the screen, in centimetres.", low=20.0, high=600.0)
    screen_nits: float = _setting(250.0, "Screen brightness: 100 dim, 250 usual, 400 bright.", low=20.0, high=2000.0)
    speak_menu: bool = _setting(False, "Read the menu aloud.")
    language: str = _setting("auto", "Language of the menus: auto takes the system's, others go by two letters (de).")

    def faders(self) -> tuple[float, float, float]:
        """Factors on voice, world and music; the lowest level is silence."""
        levels = (self.voice_level, self.world_level, self.music_level)
        voice, world, music = (0.0 if level <= _SOFTEST else float(10.0 ** (level / 20.0)) for level in levels)
        return voice, world, music

    def story_light(self) -> float:
        """Highest melanopic load of a frame (white is 1) for which at most 10 lx reach the eye.

        0.106 on a 24-inch screen at 60 cm; larger screens and shorter distances allow less.
        """
        return _cap(self, _STORY_LUX)

    def bed_light(self) -> float:
        """Highest melanopic load of a frame for which at most 1 lx reaches the eye, from the bed on."""
        return _cap(self, _BED_LUX)


def lux_per_nit(inches: float, distance_cm: float) -> float:
    """Illuminance at the eye, in lx, of a 16:9 screen that shows 1 cd/m2 everywhere, seen straight on.

    It is pi times the configuration factor of a rectangle seen from a point on its axis (Howell's catalogue, B-3).

    Args:
        inches: diagonal of the screen.
        distance_cm: from the eyes to the screen.
    """
    diagonal = inches * 2.54
    half_width = diagonal * 16 / math.hypot(16, 9) / 2 / distance_cm
    half_height = diagonal * 9 / math.hypot(16, 9) / 2 / distance_cm
    across, along = math.sqrt(1 + half_width * half_width), math.sqrt(1 + half_height * half_height)
    return 2 * (
        half_width / across * math.atan(half_height / across) + half_height / along * math.atan(half_width / along)
    )


def _cap(settings: Settings, lux: float) -> float:
    full = lux_per_nit(settings.screen_inches, settings.distance_cm) * settings.screen_nits
    return min(1.0, lux / full)


DOCS: Mapping[str, str] = {f.name: f.metadata["doc"] for f in fields(Settings)}
"""One sentence per setting, for the file, the settings page and --help."""


def _checked(name: str, value: Any, where: str) -> Any:
    """The validated value in the type of its field. Raises SettingsError."""
    spec = next(f for f in fields(Settings) if f.name == name)
    wanted = type(spec.default)
    meta = spec.metadata
    if wanted is float and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9:
        value = float(value)
    if type(value) is not wanted:
        kind = {bool: "true or false", float: "a number", int: "a whole number", str: "a word in quotes"}[wanted]
        raise SettingsError(f"{name} is {shown(value)}, it should be {kind}", where=where, todo=meta["doc"])
    if isinstance(value, str) and (len(value) > _LONGEST or not value.isprintable()):
        raise SettingsError(f"{name} is {shown(value)}", where=where, todo=meta["doc"])
    if meta["choices"] and value not in meta["choices"]:
        raise SettingsError(
            f"{name} is {shown(value)}", where=where, todo="It can be " + ", ".join(meta["choices"]) + "."
        )
    low, high = meta["low"], meta["high"]
    if low is not None and not low <= value <= high:
        raise SettingsError(f"{name} is {shown(value)}", where=where, todo=f"It can be {low:g} to {high:g}.")
    return value


def apply(settings: Settings, changes: Mapping[str, Any], where: str = "command line") -> Settings:
    """Settings with some values changed.

    Args:
        settings: the settings to start from.
        changes: new values by name; None leaves a setting unchanged.
        where: origin of the changes, for errors.

    Raises:
        SettingsError: an unknown name, or a value of the wrong type or outside its range.
    """
    known = DOCS.keys()
    for name in changes:
        if name not in known:
            what = f"there is no setting {name[:_LONGEST]}"
            raise SettingsError(what, where=where, todo="Known are " + ", ".join(known) + ".")
    given = {name: _checked(name, value, where) for name, value in changes.items() if value is not None}
    return replace(settings, **given)


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file as parsed: a line that is not understood is left out."""

    settings: Settings
    problems: tuple[SettingsError, ...] = ()
    """What is wrong, in order of the lines."""
    lines: tuple[int, ...] = ()
    """Line of each problem, from 1; 0 where it has none."""


def examine(path: Path, base: Settings | None = None) -> SettingsFile:
    """Parse a settings file leniently, and collect what is wrong with it. Never raises.

    Args:
        path: the file; a missing one changes nothing.
        base: settings it overrides; None for the defaults.
    """
    base = base or Settings()
    try:
        text = read_text(path, SettingsError, "the settings")
    except SettingsError as error:
        return SettingsFile(base, (error,), (0,))
    return examine_text(text or "", path, base)


def examine_text(text: str, path: Path, base: Settings) -> SettingsFile:
    """Parse the text of a settings file leniently. Never raises.

    Args:
        text: TOML.
        path: where it is from, for errors.
        base: settings it overrides.
    """
    found, faults = salvage(text)
    todo = "Write it as name = value."
    problems = [(fault.line, SettingsError(fault.what, where=at_line(path, fault.line), todo=todo)) for fault in faults]
    for name, value in found.items():
        line = line_of(text, name)
        try:
            base = apply(base, {name: value}, at_line(path, line))
        except SettingsError as error:
            problems.append((line, error))
    problems.sort(key=lambda problem: problem[0])
    return SettingsFile(base, tuple(error for _, error in problems), tuple(line for line, _ in problems))


def read(path: Path, base: Settings | None = None) -> Settings:
    """Parse a settings file strictly.

    Args:
        path: the file; a missing one changes nothing.
        base: settings it overrides; None for the defaults.

    Raises:
        SettingsError: the first line that is wrong.
    """
    found = examine(path, base)
    if found.problems:
        raise found.problems[0]
    return found.settings


def load(path: Path | None = None, tell: Callable[[SettingsError], object] | None = None, **flags: Any) -> Settings:
    """The settings of this run: defaults, overridden by the file, overridden by flags.

    Args:
        path: the settings file; None reads none.
        tell: called with each problem of the file, whose line is then left out; None raises the first one.
        flags: values by name; None where a flag wasn't given.

    Raises:
        SettingsError: a flag is wrong, or, without `tell`, the file is.
    """
    if path is None:
        return apply(Settings(), flags)
    found = examine(path)
    for problem in found.problems:
        if tell is None:
            raise problem
        tell(problem)
    return apply(found.settings, flags)


def to_toml(settings: Settings) -> str:
    """A settings file that reads back the same: changed settings are set, the others are there as comments.

    Args:
        settings: any valid settings.
    """
    lines = ["# Settings. Remove the # before a line to change it.", ""]
    default = Settings()
    for f in fields(Settings):
        value = getattr(settings, f.name)
        mark = "" if value != getattr(default, f.name) else "# "
        lines += [f"# {f.metadata['doc']}", f"{mark}{f.name} = {_toml(value)}", ""]
    return "\n".join(lines)


def _toml(value: object) -> str:
    import tomlkit

    return tomlkit.item(value).as_string()


def updated(text: str, before: Settings, after: Settings) -> str:
    """A settings file with a change of settings applied; everything else in it stays unchanged.

    A setting that is there as a comment is set in that place. A line that isn't valid TOML becomes a comment.

    Args:
        text: the file, possibly empty.
        before: settings as they were.
        after: settings as they should be; what differs from `before` is written.
    """
    changed = {name: getattr(after, name) for name in DOCS if getattr(after, name) != getattr(before, name)}
    lines = (text if text.strip() else to_toml(Settings())).rstrip("\n").split("\n")
    for fault in salvage("\n".join(lines))[1]:
        if 1 <= fault.line <= len(lines):
            lines[fault.line - 1] = _as_comment(lines[fault.line - 1])
    for name, value in changed.items():
        if line_of("\n".join(lines), name):
            continue
        commented = re.compile(rf"[ \t]*#[ \t]*{name}[ \t]*=")
        where = next((i for i, line in enumerate(lines) if commented.match(line)), None)
        if where is not None:
            lines[where] = f"{name} = {_toml(value)}"
    made = _set("\n".join(lines) + "\n", changed)
    if made is None:
        # The two TOML parsers disagree about this file: its lines are kept as comments.
        made = _set("\n".join(map(_as_comment, lines)) + "\n", changed)
    return made or to_toml(after)


def _as_comment(line: str) -> str:
    return "# not understood: " + "".join(char if char.isprintable() else " " for char in line)


def _set(text: str, changed: Mapping[str, Any]) -> str | None:
    """The text with these settings in it; None where they can't be read back from it."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for name, value in changed.items():
            if name not in document or document[name] != value:
                document[name] = value
        made = tomlkit.dumps(document)
    except (TOMLKitError, ValueError, TypeError, LookupError, RecursionError):
        return None
    found, _ = salvage(made)
    return made if all(found.get(name) == value for name, value in changed.items()) else None
