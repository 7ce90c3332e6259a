"""Forms for the settings: the full page, and the welcome page before the first night. State is pure; layout below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import pygame

from dreamplayer.app.window import interface_text
from dreamplayer.app.window.typeset import AMBER, DUSK, SAND, Sheet
from dreamplayer.catalogue import sounds, voices
from dreamplayer.settings import Settings
from dreamplayer.sounds._own_loops import PREFIX, own_loops

FADER = (-24, -12, -9, -6, -4, -2, 0, 2, 4, 6)
"""Steps of the three loudnesses, LU."""
CHOICES: dict[str, tuple[float, ...]] = {
    "pace": (0.8, 0.9, 1.0, 1.1, 1.2),
    "bed_minutes": (0, 5, 10, 15, 20, 30, 45, 60, 90, 120),
    "timer_minutes": (0, 20, 30, 40, 50, 60, 90),
    "intro_minutes": (0.25, 0.5, 1, 2, 3),
    "volume": (0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.25, 1.5),
    "voice_level": FADER,
    "world_level": FADER,
    "music_level": FADER,
    "brightness": (0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0),
    "caption_size": (0.75, 1.0, 1.25, 1.5, 1.75, 2.0),
    "sound_delay_ms": (0, 50, 100, 150, 200, 250, 300),
    "screen_inches": (11, 13, 14, 15.6, 17, 21, 24, 27, 32, 43, 55, 65),
    "distance_cm": (35, 50, 60, 70, 90, 120, 200, 250, 350),
    "screen_nits": (100, 250, 400),
}
"""Steps of numeric settings; others have their own choices, or are booleans."""

WELCOME = ("screen_inches", "distance_cm", "screen_nits")
PAGE = (
    "voice", "intro_minutes", "bed_minutes", "bed_sound", "pace", "brightness", "volume", "voice_level", "world_level",
    "music_level", "captions", "caption_size", "highlight", "easy_reading", "gentle", "calm", "voice_light",
    "breathing", "eyes_shut", "at_the_end", "sound_delay_ms", "speak_menu", "language", *WELCOME,
)  # fmt: skip
_COLUMN = 0.52
"""Share of the width at which the values begin."""
_UNITS = {
    "screen_inches": "″",
    "distance_cm": " cm",
    "intro_minutes": " min",
    "bed_minutes": " min",
    "timer_minutes": " min",
}
_UNITS |= {"sound_delay_ms": " ms"}


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """Settings being edited."""

    settings: Settings
    names: tuple[str, ...]
    index: int = 0
    """Index of the focused line."""
    done: bool = False

    @property
    def name(self) -> str:
        """The focused setting."""
        return self.names[self.index]


def move(form: SettingsForm, by: int) -> SettingsForm:
    """Move the focus by so many lines."""
    return replace(form, index=min(len(form.names) - 1, max(0, form.index + by)))


def change(form: SettingsForm, by: int) -> SettingsForm:
    """Change the focused setting to its next (`by` 1) or previous (-1) value."""
    name = form.name
    value = getattr(form.settings, name)
    steps = _steps(name)
    if isinstance(value, bool):
        new: object = not value
    elif isinstance(value, str):
        # A value that is no longer a choice gives way to the first.
        new = steps[(steps.index(value) + by) % len(steps)] if value in steps else steps[0]
    else:
        ahead = [s for s in steps if (s > value if by > 0 else s < value)]
        new = (ahead[0] if by > 0 else ahead[-1]) if ahead else value
    return replace(form, settings=replace(form.settings, **{name: type(value)(new)}))


def _steps(name: str) -> Sequence[object]:
    if name == "voice":
        return ("auto", *(card.name for card in voices().values() if card.missing() is None))
    if name == "bed_sound":
        beds = sorted(sound.name for sound in sounds().values() if sound.part == "bed")
        return ("", *sorted(beds, key=lambda bed: not bed.startswith(PREFIX)))
    if name == "language":
        return ("auto", *interface_text.languages())
    spec = next(f for f in fields(Settings) if f.name == name)
    return spec.metadata["choices"] or CHOICES.get(name, ())


def press(form: SettingsForm, event: pygame.event.Event) -> SettingsForm:
    """The form after a key or a gamepad button."""
    if event.type == pygame.QUIT:
        return replace(form, done=True)
    if event.type == pygame.MOUSEWHEEL:
        return move(form, -1 if event.y > 0 else 1)
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        key = {
            pygame.CONTROLLER_BUTTON_DPAD_UP: pygame.K_UP,
            pygame.CONTROLLER_BUTTON_DPAD_DOWN: pygame.K_DOWN,
            pygame.CONTROLLER_BUTTON_DPAD_LEFT: pygame.K_LEFT,
            pygame.CONTROLLER_BUTTON_DPAD_RIGHT: pygame.K_RIGHT,
            pygame.CONTROLLER_BUTTON_A: pygame.K_RETURN,
            pygame.CONTROLLER_BUTTON_B: pygame.K_ESCAPE,
        }.get(event.button)
    elif event.type == pygame.KEYDOWN:
        key = event.key
    else:
        return form
    if key in (pygame.K_UP, pygame.K_DOWN):
        return move(form, -1 if key == pygame.K_UP else 1)
    if key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_SPACE):
        return change(form, -1 if key == pygame.K_LEFT else 1)
    if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE, pygame.K_F2):
        return replace(form, done=True)
    return form


@dataclass(frozen=True, slots=True)
class FormLayout:
    """Where the lines of a form stand on the screen."""

    lines: tuple[pygame.Rect, ...]
    values: float
    """x from which a click is on the value, pixels."""


def click(form: SettingsForm, where: FormLayout, point: tuple[int, int], *, back: bool = False) -> SettingsForm:
    """The form after a click: on a name it focuses, on a value it changes it too, below all lines it closes.

    Args:
        form: as it is.
        where: its lines.
        point: of the click, pixels.
        back: the other button: to the previous value.
    """
    for i, rect in enumerate(where.lines):
        if rect.collidepoint(point):
            focused = replace(form, index=i)
            return change(focused, -1 if back else 1) if point[0] >= where.values else focused
    below = max((rect.bottom for rect in where.lines), default=0)
    return replace(form, done=True) if point[1] > below else form


def layout(form: SettingsForm, size: tuple[int, int], text: float, easy: bool) -> FormLayout:
    """Where the lines of a form stand.

    Args:
        form: shown.
        size: of the window, pixels.
        text: text size, 1 the usual.
        easy: the easy-reading typeface.
    """
    sheet = Sheet(*size, size=text, easy=easy)
    return (welcome_page if form.names == WELCOME else settings_page)(sheet, form)


def wants_to_hear(form: SettingsForm, event: pygame.event.Event) -> bool:
    """Whether an event asks for a preview of the voice: the space bar, on the welcome page."""
    if form.names != WELCOME:
        return False
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return bool(event.button == pygame.CONTROLLER_BUTTON_X)
    return bool(event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE)


def value_of(settings: Settings, name: str) -> str:
    """A value as a person would write it."""
    value = getattr(settings, name)
    if isinstance(value, bool):
        return interface_text.message("settings", "on" if value else "off")
    if name == "bed_sound":
        own = {loop.name: loop.title for loop in own_loops()}
        usual = interface_text.message("settings", "of-the-dream")
        return own.get(value, value.removeprefix(PREFIX).replace("-", " ")) or usual
    if name == "language" and value in interface_text.languages():
        return interface_text.own_name(value)
    if isinstance(value, str):
        return interface_text.message("settings", value)
    if name == "screen_nits":
        return interface_text.message("welcome", "dim" if value < 175 else "usual" if value < 325 else "bright")
    if name.endswith("_level"):
        return interface_text.message("toast", "off") if value <= FADER[0] else f"{value:+g} LU"
    if name in ("volume", "brightness", "caption_size", "pace"):
        return f"{value:.0%}"
    return f"{value:g}{_UNITS.get(name, '')}"


def welcome_page(sheet: Sheet, form: SettingsForm) -> FormLayout:
    """Lay out the welcome page: three settings of the screen, a note on level, one on heavy dreams and flashes."""
    width = min(sheet.u(900), round(0.88 * sheet.width))
    left, page = (sheet.width - width) / 2, sheet.long(4)
    y = float(page.u(70))
    y = page.paragraph(interface_text.message("welcome", "title"), (left, y), width, 60, AMBER, leading=1.3) + page.u(
        34
    )
    y = page.paragraph(interface_text.message("welcome", "light"), (left, y), width, 27, SAND) + page.u(22)
    tops = [y]
    for i in range(len(form.names)):
        y = _line(page, form, i, (left, y), width, "welcome", 27) + page.u(10)
        tops.append(y)
    y = page.paragraph(interface_text.message("welcome", "level"), (left, y + page.u(18)), width, 27, SAND)
    y = page.paragraph(
        interface_text.message("welcome", "word"), (left, y + page.u(28)), width, 25, SAND, style="Italic"
    )
    y = page.paragraph(interface_text.message("welcome", "go"), (left, y + page.u(34)), width, 23, DUSK) + page.u(40)
    return _layout(tops, left, width, _scroll(sheet, page, y, sheet.height, form))


def settings_page(sheet: Sheet, form: SettingsForm) -> FormLayout:
    """Lay out the settings page, with help for the focused line; it scrolls where it is too long."""
    width = min(sheet.u(900), round(0.88 * sheet.width))
    left, foot = (sheet.width - width) / 2, sheet.long(1)
    below = foot.paragraph(
        interface_text.about_setting(form.name), (left, foot.u(16)), width, 24, SAND, style="Italic", lines=3
    )
    below = foot.paragraph(
        interface_text.message("settings", "keys"), (left, below + foot.u(8)), width, 21, DUSK
    ) + foot.u(24)
    page = sheet.long(4)
    y = page.paragraph(
        interface_text.message("settings", "title"), (left, float(page.u(40))), width, 44, AMBER
    ) + page.u(16)
    tops = [y]
    for i in range(len(form.names)):
        y = _line(page, form, i, (left, y), width, "settings", 24)
        tops.append(y)
    room = sheet.height - round(below)
    top = _scroll(sheet, page, y, room, form)
    sheet.surface.blit(foot.surface, (0, room))
    return _layout(tops, left, width, top)


def _layout(tops: list[float], left: float, width: float, offset: int) -> FormLayout:
    """The layout of lines whose tops, and the end of the last, are these before they are scrolled."""
    pairs = pairwise(tops)
    lines = tuple(pygame.Rect(round(left), round(a) + offset, round(width), round(b - a)) for a, b in pairs)
    return FormLayout(lines, left + _COLUMN * width)


def _line(
    page: Sheet, form: SettingsForm, i: int, position: tuple[float, float], width: float, part: str, size: float
) -> float:
    """Lay out one setting and its value; returns the y below it."""
    name, ink = form.names[i], AMBER if i == form.index else DUSK
    column = _COLUMN * width
    y = page.paragraph(
        interface_text.message(part, name), (position[0] + page.u(30), position[1]), column - page.u(40), size, ink
    )
    z = page.paragraph(value_of(form.settings, name), (position[0] + column, position[1]), width - column, size, ink)
    if i == form.index:
        pygame.draw.rect(page.surface, AMBER, (position[0], position[1] + page.u(16), page.u(14), max(1, page.u(2))))
    return max(y, z)


def _scroll(sheet: Sheet, page: Sheet, length: float, room: int, form: SettingsForm) -> int:
    """Blit a scrolled page: its top with the first line focused, its end with the last. Returns its y, pixels."""
    spare = room - round(length)
    top = spare // 2 if spare >= 0 else round(spare * form.index / max(1, len(form.names) - 1))
    sheet.surface.blit(page.surface, (0, top), (0, 0, page.width, room - top))
    return top
