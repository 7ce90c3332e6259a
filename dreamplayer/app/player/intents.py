"""Input bindings: the player's actions, and the keys, buttons and wheel that trigger them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pygame


class PlayerAction(StrEnum):
    """The player's actions."""

    PAUSE = "pause"
    PLAY = "play"
    REST = "rest"
    SENTENCE = "sentence"
    PASSAGE = "passage"
    SECONDS = "seconds"
    TENTH = "tenth"
    VOLUME = "volume"
    MUTE = "mute"
    VOICE_LEVEL = "voice-level"
    WORLD_LEVEL = "world-level"
    MUSIC_LEVEL = "music-level"
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
    END = "end"
    """The app is asked to end from outside: keep the place and be gone within a second."""
    BACK = "back"
    ONCE_MORE = "once-more"
    """Afterwards the same again, softer; of a book the next part."""
    TAKE_BACK = "take-back"
    """Take the last one out of what comes afterwards."""
    LOVE_PASSAGE = "love-passage"
    """Add the passage to the favourites, or remove it."""
    SHARE = "share"
    """Copy the line that makes this night."""
    HELP = "help"
    INFO = "info"
    NUDGE = "nudge"
    OTHER = "other"
    """An unbound key: near the end even that prolongs the night."""


@dataclass(frozen=True, slots=True)
class Intent:
    """An action and its amount."""

    act: PlayerAction
    amount: float = 0.0
    """Steps, seconds, minutes or a share, as the action needs."""


CHARACTERS: dict[str, Intent] = {
    " ": Intent(PlayerAction.PAUSE),
    "k": Intent(PlayerAction.PAUSE),
    "p": Intent(PlayerAction.PAUSE),
    "j": Intent(PlayerAction.SECONDS, -10),
    "l": Intent(PlayerAction.SECONDS, 10),
    "m": Intent(PlayerAction.MUTE),
    "a": Intent(PlayerAction.VOICE_LEVEL, -2),
    "A": Intent(PlayerAction.VOICE_LEVEL, 2),
    "n": Intent(PlayerAction.WORLD_LEVEL, -2),
    "N": Intent(PlayerAction.WORLD_LEVEL, 2),
    "u": Intent(PlayerAction.MUSIC_LEVEL, -2),
    "U": Intent(PlayerAction.MUSIC_LEVEL, 2),
    "3": Intent(PlayerAction.BRIGHTNESS, -0.1),
    "4": Intent(PlayerAction.BRIGHTNESS, 0.1),
    "c": Intent(PlayerAction.CAPTIONS),
    "v": Intent(PlayerAction.CAPTIONS),
    "C": Intent(PlayerAction.CAPTION_SIZE, 0.25),
    "V": Intent(PlayerAction.CAPTION_SIZE, -0.25),
    "w": Intent(PlayerAction.HIGHLIGHT),
    "[": Intent(PlayerAction.PACE, -0.05),
    "]": Intent(PlayerAction.PACE, 0.05),
    "f": Intent(PlayerAction.FULLSCREEN),
    "t": Intent(PlayerAction.TIMER),
    "+": Intent(PlayerAction.MORE, 10),
    "=": Intent(PlayerAction.MORE, 10),
    "b": Intent(PlayerAction.DRIFT),
    "g": Intent(PlayerAction.GENTLE),
    "s": Intent(PlayerAction.CALM),
    "e": Intent(PlayerAction.EYES_SHUT),
    "r": Intent(PlayerAction.BREATHING),
    "o": Intent(PlayerAction.ONCE_MORE),
    "O": Intent(PlayerAction.TAKE_BACK),
    "*": Intent(PlayerAction.LOVE_PASSAGE),
    "y": Intent(PlayerAction.SHARE),
    "q": Intent(PlayerAction.LEAVE),
    "Q": Intent(PlayerAction.LEAVE_AND_REMEMBER),
    "?": Intent(PlayerAction.HELP),
    "h": Intent(PlayerAction.HELP),
    "i": Intent(PlayerAction.INFO),
    "<": Intent(PlayerAction.PASSAGE, -1),
    ">": Intent(PlayerAction.PASSAGE, 1),
    **{digit: Intent(PlayerAction.TENTH, int(digit) / 10) for digit in "01256789"},
}
"""By what the key writes, so that every layout finds them. 3 and 4 are the night's dimmer, after mpv."""

_MEDIA = 1 << 30
"""SDL's key codes of keys that write nothing are their scan codes with this bit; pygame has no names for these."""
MEDIA: dict[int, Intent] = {
    _MEDIA | 258: Intent(PlayerAction.PASSAGE, 1),
    _MEDIA | 259: Intent(PlayerAction.PASSAGE, -1),
    _MEDIA | 260: Intent(PlayerAction.LEAVE),
    _MEDIA | 261: Intent(PlayerAction.PAUSE),
    _MEDIA | 285: Intent(PlayerAction.SECONDS, -10),
    _MEDIA | 286: Intent(PlayerAction.SECONDS, 10),
}
"""Next, previous, stop, play, rewind and fast forward on a keyboard or head-set, as the window gets them in focus."""

KEYS: dict[int, Intent] = {
    **MEDIA,
    pygame.K_LEFT: Intent(PlayerAction.SENTENCE, -1),
    pygame.K_RIGHT: Intent(PlayerAction.SENTENCE, 1),
    pygame.K_PAGEUP: Intent(PlayerAction.PASSAGE, -1),
    pygame.K_PAGEDOWN: Intent(PlayerAction.PASSAGE, 1),
    pygame.K_UP: Intent(PlayerAction.VOLUME, 0.05),
    pygame.K_DOWN: Intent(PlayerAction.VOLUME, -0.05),
    pygame.K_HOME: Intent(PlayerAction.TENTH, 0.0),
    pygame.K_F1: Intent(PlayerAction.HELP),
    pygame.K_F11: Intent(PlayerAction.FULLSCREEN),
    pygame.K_ESCAPE: Intent(PlayerAction.BACK),
    pygame.K_AC_BACK: Intent(PlayerAction.BACK),
    pygame.K_KP_PLUS: Intent(PlayerAction.MORE, 10),
    **{getattr(pygame, f"K_KP{digit}"): Intent(PlayerAction.TENTH, digit / 10) for digit in range(10)},
}
SHIFTED: dict[int, Intent] = {
    pygame.K_LEFT: Intent(PlayerAction.SECONDS, -5),
    pygame.K_RIGHT: Intent(PlayerAction.SECONDS, 5),
}
CONTROLLED: dict[int, Intent] = {
    **{getattr(pygame, f"K_{digit}"): Intent(PlayerAction.TENTH, digit / 10) for digit in range(10)},
    pygame.K_q: Intent(PlayerAction.LEAVE),
    pygame.K_w: Intent(PlayerAction.LEAVE),
}
_ALONE = {
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT,
    pygame.K_LSUPER, pygame.K_RSUPER, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_MODE,
}  # fmt: skip

PAD: dict[int, Intent] = {
    pygame.CONTROLLER_BUTTON_A: Intent(PlayerAction.PAUSE),
    pygame.CONTROLLER_BUTTON_B: Intent(PlayerAction.BACK),
    pygame.CONTROLLER_BUTTON_X: Intent(PlayerAction.MORE, 10),
    pygame.CONTROLLER_BUTTON_Y: Intent(PlayerAction.DRIFT),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Intent(PlayerAction.SENTENCE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Intent(PlayerAction.SENTENCE, 1),
    pygame.CONTROLLER_BUTTON_DPAD_UP: Intent(PlayerAction.VOLUME, 0.05),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Intent(PlayerAction.VOLUME, -0.05),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Intent(PlayerAction.PASSAGE, -1),
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Intent(PlayerAction.PASSAGE, 1),
}
"""Four buttons are enough: A rests and goes on, B leaves, X ten minutes more, Y back to before one drifted off."""


def from_key(key: int, text: str, mod: int) -> Intent | None:
    """The intent of a key press; None for a modifier on its own.

    Args:
        key: SDL key code.
        text: the character it writes, or "".
        mod: SDL modifiers.
    """
    if key in _ALONE:
        return None
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
        return CONTROLLED.get(key)
    if mod & pygame.KMOD_SHIFT and key in SHIFTED:
        return SHIFTED[key]
    return KEYS.get(key) or CHARACTERS.get(text) or Intent(PlayerAction.OTHER)


def from_event(event: pygame.event.Event) -> Intent | None:
    """The intent of a window event, or None."""
    if event.type == pygame.KEYDOWN:
        return from_key(event.key, event.unicode, event.mod)
    if event.type == pygame.MOUSEWHEEL:
        return Intent(PlayerAction.VOLUME, 0.02 * event.y)
    if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
        return Intent(PlayerAction.NUDGE)
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return PAD.get(event.button)
    if event.type == pygame.QUIT:
        return Intent(PlayerAction.END)
    return None
