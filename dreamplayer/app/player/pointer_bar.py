"""The player by mouse alone: a dim row of words while the pointer moves, and what a click on each does."""

from __future__ import annotations

from dreamplayer.app.player.intents import Intent, PlayerAction
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.app.window.button_bar import Button
from dreamplayer.app.window.typeset import Sheet

_DOES: dict[str, Intent] = {
    "leave": Intent(PlayerAction.LEAVE_AND_REMEMBER),
    "back": Intent(PlayerAction.SENTENCE, -1),
    "pause": Intent(PlayerAction.PAUSE),
    "on": Intent(PlayerAction.SENTENCE, 1),
    "quieter": Intent(PlayerAction.VOLUME, -0.1),
    "louder": Intent(PlayerAction.VOLUME, 0.1),
    "timer": Intent(PlayerAction.TIMER),
    "again": Intent(PlayerAction.ONCE_MORE),
    "screen": Intent(PlayerAction.FULLSCREEN),
    "keys": Intent(PlayerAction.HELP),
}


def buttons(state: PlayerState) -> tuple[Button, ...]:
    """The row, from left to right."""
    says = {
        "pause": "pause" if state.playing else "play",
        "screen": "windowed" if state.fullscreen else "fullscreen",
        "on": "skip-intro" if state.score.section_at(state.t) == "wind-in" else "on",
    }
    return tuple(Button(name, interface_text.message("bar", says.get(name, name))) for name in _DOES)


def sheet(state: PlayerState, size: tuple[int, int]) -> Sheet:
    """A page of the size of the window, in the person's type."""
    return Sheet(*size, size=state.settings.caption_size, easy=state.settings.easy_reading)


def is_shown(state: PlayerState) -> bool:
    """Whether the row can be seen, and so be clicked."""
    return button_bar.opacity(state.room - state.nudged) > 0.05 and not state.panel


def clicked(state: PlayerState, size: tuple[int, int], point: tuple[int, int]) -> Intent | None:
    """What a click asks for; None where it hits no word of the row, or there is none.

    Args:
        state: of the player.
        size: of the window, pixels.
        point: of the click, pixels.
    """
    if not is_shown(state):
        return None
    hit = button_bar.under(sheet(state, size), buttons(state), point)
    return None if hit is None else _DOES[hit.name]
