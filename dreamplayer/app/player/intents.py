"""What a person can want while a dream plays, and which key, button or wheel says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pygame


class Act(StrEnum):
    """A wish, whatever said it."""

    PAUSE = "pause"
    PLAY = "play"
    REST = "rest"
    SENTENCE = "sentence"
    PASSAGE = "passage"
    SECONDS = "seconds"
    TENTH = "tenth"
    VOLUME = "volume"
    MUTE = "mute"
    BRIGHTNESS = "brightness"
    CAPTIONS = "captions"
    CAPTION_SIZE = "caption-size"
    HIGHLIGHT = "highlight"
    PACE = "pace"
    FULLSCREEN = "fullscreen"
    TIMER = "timer"
    MORE = "more"
    DRIFT = "drift"
    GENTLE = "gentle"
    CALM = "calm"
    EYES_SHUT = "eyes-shut"
    BREATHING = "breathing"
    LEAVE = "leave"
    LEAVE_AND_REMEMBER = "leave-and-remember"
    BACK = "back"
    HELP = "help"
    INFO = "info"
    NUDGE = "nudge"
    OTHER = "other"
    """A key that means nothing else: near the end even that asks for more."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A wish and how much of it."""

    act: Act
    amount: float = 0.0


CHARACTERS: dict[str, Intent] = {
    " ": Intent(Act.PAUSE),
    "k": Intent(Act.PAUSE),
    "p": Intent(Act.PAUSE),
    "j": Intent(Act.SECONDS, -10),
    "l": Intent(Act.SECONDS, 10),
    "m": Intent(Act.MUTE),
    "3": Intent(Act.BRIGHTNESS, -0.1),
    "4": Intent(Act.BRIGHTNESS, 0.1),
    "c": Intent(Act.CAPTIONS),
    "v": Intent(Act.CAPTIONS),
    "C": Intent(Act.CAPTION_SIZE, 0.25),
    "V": Intent(Act.CAPTION_SIZE, -0.25),
    "w": Intent(Act.HIGHLIGHT),
    "[": Intent(Act.PACE, -0.05),
    "]": Intent(Act.PACE, 0.05),
    "f": Intent(Act.FULLSCREEN),
    "t": Intent(Act.TIMER),
    "+": Intent(Act.MORE, 10),
    "=": Intent(Act.MORE, 10),
    "b": Intent(Act.DRIFT),
    "g": Intent(Act.GENTLE),
    "s": Intent(Act.CALM),
    "e": Intent(Act.EYES_SHUT),
    "r": Intent(Act.BREATHING),
    "q": Intent(Act.LEAVE),
    "Q": Intent(Act.LEAVE_AND_REMEMBER),
    "?": Intent(Act.HELP),
    "h": Intent(Act.HELP),
    "i": Intent(Act.INFO),
    "<": Intent(Act.PASSAGE, -1),
    ">": Intent(Act.PASSAGE, 1),
    **{digit: Intent(Act.TENTH, int(digit) / 10) for digit in "01256789"},
}
"""By what the key writes, so that every layout finds them. 3 and 4 are the night's dimmer, after mpv."""

_MEDIA = 1 << 30
"""SDL's key codes of keys that write nothing are their scan codes with this bit; pygame has no names for these."""
MEDIA: dict[int, Intent] = {
    _MEDIA | 258: Intent(Act.PASSAGE, 1),
    _MEDIA | 259: Intent(Act.PASSAGE, -1),
    _MEDIA | 260: Intent(Act.LEAVE),
    _MEDIA | 261: Intent(Act.PAUSE),
    _MEDIA | 285: Intent(Act.SECONDS, -10),
    _MEDIA | 286: Intent(Act.SECONDS, 10),
}
"""Next, previous, stop, play, rewind and fast forward on a keyboard or head-set, as the window gets them in focus."""

KEYS: dict[int, Intent] = {
    **MEDIA,
    pygame.K_LEFT: Intent(Act.SENTENCE, -1),
    pygame.K_RIGHT: Intent(Act.SENTENCE, 1),
    pygame.K_PAGEUP: Intent(Act.PASSAGE, -1),
    pygame.K_PAGEDOWN: Intent(Act.PASSAGE, 1),
    pygame.K_UP: Intent(Act.VOLUME, 0.05),
    pygame.K_DOWN: Intent(Act.VOLUME, -0.05),
    pygame.K_HOME: Intent(Act.TENTH, 0.0),
    pygame.K_F1: Intent(Act.HELP),
    pygame.K_F11: Intent(Act.FULLSCREEN),
    pygame.K_ESCAPE: Intent(Act.BACK),
    pygame.K_AC_BACK: Intent(Act.BACK),
    pygame.K_KP_PLUS: Intent(Act.MORE, 10),
    **{getattr(pygame, f"K_KP{digit}"): Intent(Act.TENTH, digit / 10) for digit in range(10)},
}
SHIFTED: dict[int, Intent] = {
    pygame.K_LEFT: Intent(Act.SECONDS, -5),
    pygame.K_RIGHT: Intent(Act.SECONDS, 5),
}
CONTROLLED: dict[int, Intent] = {
    **{getattr(pygame, f"K_{digit}"): Intent(Act.TENTH, digit / 10) for digit in range(10)},
    pygame.K_q: Intent(Act.LEAVE),
    pygame.K_w: Intent(Act.LEAVE),
}
_ALONE = {
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT,
    pygame.K_LSUPER, pygame.K_RSUPER, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_MODE,
}  # fmt: skip

PAD: dict[int, Intent] = {
    pygame.CONTROLLER_BUTTON_A: Intent(Act.PAUSE),
    pygame.CONTROLLER_BUTTON_B: Intent(Act.BACK),
    pygame.CONTROLLER_BUTTON_X: Intent(Act.MORE, 10),
    pygame.CONTROLLER_BUTTON_Y: Intent(Act.DRIFT),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Intent(Act.SENTENCE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Intent(Act.SENTENCE, 1),
    pygame.CONTROLLER_BUTTON_DPAD_UP: Intent(Act.VOLUME, 0.05),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Intent(Act.VOLUME, -0.05),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Intent(Act.PASSAGE, -1),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Intent(Act.PASSAGE, 1),
}
"""Four buttons are enough: A rests and goes on, B leaves, X ten minutes more, Y back to before one drifted off."""


def from_key(key: int, text: str, mod: int) -> Intent | None:
    """What a key press wants; None for a modifier on its own."""
    if key in _ALONE:
        return None
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
        return CONTROLLED.get(key)
    if mod & pygame.KMOD_SHIFT and key in SHIFTED:
        return SHIFTED[key]
    return KEYS.get(key) or CHARACTERS.get(text) or Intent(Act.OTHER)


def from_event(event: pygame.event.Event) -> Intent | None:
    """What an event of the window wants, if anything."""
    if event.type == pygame.KEYDOWN:
        return from_key(event.key, event.unicode, event.mod)
    if event.type == pygame.MOUSEWHEEL:
        return Intent(Act.VOLUME, 0.02 * event.y)
    if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
        return Intent(Act.NUDGE)
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return PAD.get(event.button)
    if event.type == pygame.QUIT:
        return Intent(Act.LEAVE)
    return None
