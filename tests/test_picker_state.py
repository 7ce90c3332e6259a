"""The picker without a window: what is offered, what a search leaves, what is chosen for the tired."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from dreamplayer.app.picker import picker_state
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_state import (
    PickerAction,
    PickerCommand,
    PickerState,
    act,
    from_event,
    order,
    tonight,
)
from dreamplayer.app.window import interface_text


def card(name: str, **changes: object) -> Card:
    """A dream on the shelf."""
    plain = Card(name, name.title(), name * 8, f"A line about {name}.", 400, own=False, minutes=30.0, curve=(0.1, 0.2))
    return replace(plain, **changes)


SHELF = (
    card("lantern", images=("lantern", "star")),
    card("garden", images=("flower", "garden"), minutes=25.0),
    card("forest", curve=(0.2, 0.9), minutes=40.0),
)


def key(number: int, text: str = "", mod: int = 0) -> pygame.event.Event:
    """A key press as the window reports it."""
    return pygame.event.Event(pygame.KEYDOWN, key=number, unicode=text, mod=mod)


def typed(state: PickerState, text: str) -> PickerState:
    """Search for something."""
    for letter in text:
        wish = from_event(key(0, letter), state.query)
        assert wish is not None
        state = act(state, wish)
    return state


@pytest.mark.parametrize(
    ("query", "want"),
    [
        ("lanterns", ["lantern"]),
        ("flower", ["garden"]),
        ("GARD", ["garden"]),
        ("line about", [c.name for c in SHELF]),
        ("zebra", []),
    ],
)
def test_search_by_title_image_and_line(query: str, want: list[str]) -> None:
    """Typing narrows the shelf by title, by what is in the dream, in singular or plural, whatever the case."""
    assert [c.name for c in typed(PickerState(SHELF), query).shown] == want


def test_two_keys_say_how_heavy_and_how_long() -> None:
    """1 leaves the light ones, 7 the short ones; 3 and 9 show all again."""
    light = act(PickerState(SHELF), from_event(key(0, "1")))  # type: ignore[arg-type]
    assert "forest" not in [c.name for c in light.shown]
    short = act(light, from_event(key(0, "7")))  # type: ignore[arg-type]
    assert [c.name for c in short.shown] == ["garden"]
    assert len(act(act(short, PickerCommand(PickerAction.HEAVY, 0)), PickerCommand(PickerAction.LONG, 0)).shown) == 3


def test_arrows_walk_and_enter_plays() -> None:
    """The chosen one is always one that is shown; Enter plays it, with Shift from the beginning."""
    state = PickerState(SHELF, name="lantern")
    state = act(state, from_event(key(pygame.K_RIGHT)))  # type: ignore[arg-type]
    assert state.card == SHELF[1]
    assert act(state, PickerCommand(PickerAction.MOVE, 99)).card == SHELF[2]
    assert act(state, from_event(key(pygame.K_RETURN))).picked == ("garden", False)  # type: ignore[arg-type]
    shifted = from_event(key(pygame.K_RETURN, "", pygame.KMOD_SHIFT))
    assert shifted is not None
    assert act(state, shifted).picked == ("garden", True)
    assert typed(state, "lantern").card == SHELF[0]


def test_space_chooses_for_you_and_is_a_space_while_typing() -> None:
    """The largest key picks one and plays it, unless a search is under way."""
    assert from_event(key(pygame.K_SPACE, " ")) == PickerCommand(PickerAction.TONIGHT)
    assert from_event(key(pygame.K_SPACE, " "), "blue") == PickerCommand(PickerAction.TYPE, text=" ")
    assert act(PickerState(SHELF), PickerCommand(PickerAction.TONIGHT), night=3).picked is not None


def test_escape_clears_before_it_leaves() -> None:
    """Esc closes help, then empties the search, then leaves."""
    state = act(typed(PickerState(SHELF), "gar"), PickerCommand(PickerAction.HELP))
    for want in ("", "gar"), ("", ""):
        state = act(state, PickerCommand(PickerAction.BACK))
        assert (state.panel, state.query) == want
    assert act(state, PickerCommand(PickerAction.BACK)).leaving


def test_what_was_played_lately_is_offered_less() -> None:
    """The last nights' dreams are not what tonight chooses. A loved one stands first; the others keep their places."""
    shelf = (card("a", ago=0), card("b"), card("c", loved=True), card("d", ago=1))
    assert [c.name for c in order(shelf)] == ["c", "a", "b", "d"]
    chosen = [tonight(shelf, night) for night in range(200)]
    names = [c.name for c in chosen if c is not None]
    assert set(names) == {"b", "c"}
    assert tonight((), 1) is None


def test_tonight_is_the_same_all_night() -> None:
    """Asked twice in one night it gives the same dream; over many nights it gives all of them."""
    assert tonight(SHELF, 5) == tonight(SHELF, 5)
    assert {c.name for n in range(60) if (c := tonight(SHELF, n)) is not None} == {"lantern", "garden", "forest"}


def test_every_phrase_of_the_picker_is_in_the_catalogue() -> None:
    """No filter shows its own name instead of words."""
    for name in ("light", "some"):
        assert interface_text.message("picker", f"heavy-{name}") != f"heavy-{name}"
    for name in ("short", "middle"):
        assert interface_text.message("picker", f"long-{name}") != f"long-{name}"
    assert set(picker_state.HEAVY) == {"any", "light", "some"}


def test_a_notice_goes_with_the_next_wish() -> None:
    """What was wrong with a dropped file stands until the next key, and is written on the page."""
    from dreamplayer.app.picker.picker_page import page

    state = replace(PickerState(SHELF), notice="this is a picture")
    with_words, without = (page(s, (640, 360), 1.0, False).overlay().rgba for s in (state, PickerState(SHELF)))
    assert with_words != without
    assert act(state, PickerCommand(PickerAction.MOVE, 1)).notice == ""


def test_the_first_page_lets_one_hear_the_voice() -> None:
    """Space on the first page asks for the voice; on the page of settings it changes a line."""
    from dreamplayer.app.picker import settings_form
    from dreamplayer.settings import Settings

    space = key(pygame.K_SPACE, " ")
    assert settings_form.wants_to_hear(settings_form.SettingsForm(Settings(), settings_form.WELCOME), space)
    assert not settings_form.wants_to_hear(settings_form.SettingsForm(Settings(), settings_form.PAGE), space)


def test_media_keys_choose_and_play() -> None:
    """Next walks on, play plays: the same keys then rest and go on in the dream."""
    from dreamplayer.app.player import intents

    for scan, shelf, night in (
        (258, PickerCommand(PickerAction.MOVE, 1), intents.Intent(intents.PlayerAction.PASSAGE, 1)),
        (261, PickerCommand(PickerAction.PLAY), intents.Intent(intents.PlayerAction.PAUSE)),
    ):
        pressed = key(scan | 1 << 30)
        assert from_event(pressed) == shelf
        assert intents.from_event(pressed) == night
