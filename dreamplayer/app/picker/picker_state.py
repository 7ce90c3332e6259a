"""The picker's state and what each wish makes of it. Pure, like `playing`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pygame

from dreamplayer.app.picker.dream_card import LIGHT, MIDDLE, SHORT, SOME, Card
from dreamplayer.app.player.help_pages import turned
from dreamplayer.app.player.intents import MEDIA, PlayerAction
from dreamplayer.kit.hashing import seed_of, uniform_one

HEAVY = ("any", "light", "some")
LONG = ("any", "short", "middle")
LATELY = 3
"""Nights for which a dream is offered less."""


class Do(StrEnum):
    """What one can do while choosing."""

    MOVE = "move"
    FIRST = "first"
    LAST = "last"
    PLAY = "play"
    ANEW = "anew"
    TONIGHT = "tonight"
    LOVE = "love"
    CHAPTER = "chapter"
    HEAVY = "heavy"
    LONG = "long"
    TYPE = "type"
    ERASE = "erase"
    GENTLE = "gentle"
    PASTE = "paste"
    SETTINGS = "settings"
    FULLSCREEN = "fullscreen"
    HELP = "help"
    BACK = "back"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class PickerAction:
    """A wish while choosing."""

    do: Do
    amount: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choosing:
    """The shelf as it is looked at."""

    cards: tuple[Card, ...] = ()
    """All dreams, in the order they are offered."""
    name: str = ""
    """The chosen one."""
    query: str = ""
    heavy: str = "any"
    long: str = "any"
    gentle: bool = False
    fullscreen: bool = True
    panel: str = ""
    """help, settings or nothing."""
    leaf: int = 0
    """Which page of the help is open."""
    text_size: float = 1.0
    """How large the writing is."""
    picked: tuple[str, bool] | None = None
    """(name, from the beginning) once one is chosen to be played."""
    leaving: bool = False
    paste: int = 0
    """How often pasting was asked for."""
    notice: str = ""
    """One sentence about what was dropped or pasted; gone with the next wish."""

    @property
    def shown(self) -> tuple[Card, ...]:
        """What the search and the two keys leave."""
        return tuple(card for card in self.cards if _fits(card, self.query, self.heavy, self.long))

    @property
    def card(self) -> Card | None:
        """The chosen one, or the first that is shown."""
        shown = self.shown
        return next((card for card in shown if card.name == self.name), shown[0] if shown else None)


def _fits(card: Card, query: str, heavy: str, long: str) -> bool:
    wanted = query.casefold().split()
    haystack = " ".join([card.title, card.name, *card.images, card.first_line, "yours" if card.own else ""]).casefold()
    if not all(_found(word, haystack) for word in wanted):
        return False
    if card.curve and ((heavy == "light" and card.heaviness > LIGHT) or (heavy == "some" and card.heaviness > SOME)):
        return False
    return not ((long == "short" and card.about > SHORT) or (long == "middle" and card.about > MIDDLE))


def _found(word: str, haystack: str) -> bool:
    """A word as typed, or without the ending of its plural."""
    return word in haystack or (len(word) > 3 and word.endswith("s") and word[:-1] in haystack)


def order(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Loved ones and ones own come first, what was played in the last nights comes last."""

    def rank(numbered: tuple[int, Card]) -> tuple[int, int, int]:
        place, card = numbered
        lately = card.ago is not None and card.ago < LATELY
        return (LATELY - (card.ago or 0) if lately else 0, 0 if card.loved or card.left else 1, place)

    return tuple(card for _, card in sorted(enumerate(cards), key=rank))


def tonight(cards: tuple[Card, ...], night: int) -> Card | None:
    """The one to play when nobody wants to choose: not lately played, loved a little more, else by the night's dice."""
    if not cards:
        return None

    def worth(card: Card) -> float:
        lately = 0.0 if card.ago is None else max(0.0, 2.0 - 0.5 * card.ago)
        return uniform_one(seed_of(night, card.sha256)) + 0.3 * card.loved - lately

    return max(cards, key=worth)


def act(  # noqa: C901 - one case for each thing a person may ask of the picker
    state: Choosing, wish: PickerAction, night: int = 0
) -> Choosing:
    """What a wish makes of the picker."""
    state = replace(state, notice="")
    shown = state.shown
    match wish.do:
        case Do.MOVE:
            return _move(state, wish.amount)
        case Do.FIRST | Do.LAST:
            return replace(state, name=shown[0 if wish.do is Do.FIRST else -1].name) if shown else state
        case Do.PLAY | Do.ANEW:
            card = state.card
            return state if card is None else replace(state, name=card.name, picked=(card.name, wish.do is Do.ANEW))
        case Do.TONIGHT:
            chosen = tonight(shown or state.cards, night)
            return state if chosen is None else replace(state, name=chosen.name, picked=(chosen.name, True))
        case Do.LOVE:
            card = state.card
            if card is None:
                return state
            cards = tuple(replace(c, loved=not c.loved) if c.name == card.name else c for c in state.cards)
            return replace(state, cards=cards, name=card.name)
        case Do.HEAVY:
            return _kept(replace(state, heavy=HEAVY[wish.amount % len(HEAVY)]))
        case Do.LONG:
            return _kept(replace(state, long=LONG[wish.amount % len(LONG)]))
        case Do.TYPE:
            return _kept(replace(state, query=(state.query + wish.text)[:40]))
        case Do.ERASE:
            return _kept(replace(state, query=state.query[:-1]))
        case Do.GENTLE:
            return replace(state, gentle=not state.gentle)
        case Do.CHAPTER:
            return _turned(state, wish.amount)
        case Do.PASTE:
            return replace(state, paste=state.paste + 1)
        case Do.HELP:
            panel, leaf = turned(state.panel, state.leaf, state.text_size)
            return replace(state, panel=panel, leaf=leaf)
        case Do.SETTINGS:
            return replace(state, panel="" if state.panel == "settings" else "settings")
        case Do.FULLSCREEN:
            return replace(state, fullscreen=not state.fullscreen)
        case Do.BACK:
            if state.panel:
                return replace(state, panel="")
            if state.query or state.heavy != "any" or state.long != "any":
                return replace(state, query="", heavy="any", long="any")
            return replace(state, leaving=True)
        case Do.LEAVE:
            return replace(state, leaving=True)


def _turned(state: Choosing, by: int) -> Choosing:
    """Another part of the chosen book is told next."""
    card = state.card
    if card is None or not card.contents:
        return state
    turned_to = replace(card, part=min(len(card.contents) - 1, max(0, card.part + by)))
    return replace(state, cards=tuple(turned_to if one.name == card.name else one for one in state.cards))


def _kept(state: Choosing) -> Choosing:
    """Stay on the chosen one where it is still shown, else go to the first."""
    card = state.card
    return state if card is None else replace(state, name=card.name)


def _move(state: Choosing, by: int) -> Choosing:
    shown = state.shown
    if not shown:
        return state
    card = state.card
    at = next((i for i, other in enumerate(shown) if card and other.name == card.name), 0)
    return replace(state, name=shown[min(len(shown) - 1, max(0, at + by))].name)


_KEYS: dict[int, PickerAction] = {
    **{key: PickerAction(Do.PLAY) for key, wish in MEDIA.items() if wish.act is PlayerAction.PAUSE},
    **{key: PickerAction(Do.MOVE, int(wish.amount)) for key, wish in MEDIA.items() if wish.act is PlayerAction.PASSAGE},
    pygame.K_LEFT: PickerAction(Do.MOVE, -1),
    pygame.K_UP: PickerAction(Do.MOVE, -1),
    pygame.K_RIGHT: PickerAction(Do.MOVE, 1),
    pygame.K_DOWN: PickerAction(Do.MOVE, 1),
    pygame.K_PAGEUP: PickerAction(Do.MOVE, -5),
    pygame.K_PAGEDOWN: PickerAction(Do.MOVE, 5),
    pygame.K_HOME: PickerAction(Do.FIRST),
    pygame.K_END: PickerAction(Do.LAST),
    pygame.K_RETURN: PickerAction(Do.PLAY),
    pygame.K_KP_ENTER: PickerAction(Do.PLAY),
    pygame.K_BACKSPACE: PickerAction(Do.ERASE),
    pygame.K_ESCAPE: PickerAction(Do.BACK),
    pygame.K_AC_BACK: PickerAction(Do.BACK),
    pygame.K_F1: PickerAction(Do.HELP),
    pygame.K_F2: PickerAction(Do.SETTINGS),
    pygame.K_F11: PickerAction(Do.FULLSCREEN),
}
_CONTROLLED: dict[int, PickerAction] = {
    pygame.K_v: PickerAction(Do.PASTE),
    pygame.K_g: PickerAction(Do.GENTLE),
    pygame.K_q: PickerAction(Do.LEAVE),
    pygame.K_w: PickerAction(Do.LEAVE),
}
_CHARACTERS: dict[str, PickerAction] = {
    "?": PickerAction(Do.HELP),
    "*": PickerAction(Do.LOVE),
    "[": PickerAction(Do.CHAPTER, -1),
    "]": PickerAction(Do.CHAPTER, 1),
    "1": PickerAction(Do.HEAVY, 1),
    "2": PickerAction(Do.HEAVY, 2),
    "3": PickerAction(Do.HEAVY, 0),
    "7": PickerAction(Do.LONG, 1),
    "8": PickerAction(Do.LONG, 2),
    "9": PickerAction(Do.LONG, 0),
}
_PAD: dict[int, PickerAction] = {
    pygame.CONTROLLER_BUTTON_A: PickerAction(Do.PLAY),
    pygame.CONTROLLER_BUTTON_B: PickerAction(Do.BACK),
    pygame.CONTROLLER_BUTTON_X: PickerAction(Do.TONIGHT),
    pygame.CONTROLLER_BUTTON_Y: PickerAction(Do.LOVE),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: PickerAction(Do.MOVE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_UP: PickerAction(Do.MOVE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: PickerAction(Do.MOVE, 1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: PickerAction(Do.MOVE, 1),
}


def from_event(event: pygame.event.Event, query: str = "") -> PickerAction | None:
    """What an event of the window wants. A space is one key for the night while nothing is typed, else a space."""
    if event.type == pygame.QUIT:
        return PickerAction(Do.LEAVE)
    if event.type == pygame.MOUSEWHEEL:
        return PickerAction(Do.MOVE, -1 if event.y > 0 else 1)
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return _PAD.get(event.button)
    if event.type != pygame.KEYDOWN:
        return None
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return _CONTROLLED.get(event.key)
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and event.mod & pygame.KMOD_SHIFT:
        return PickerAction(Do.ANEW)
    if event.key in _KEYS:
        return _KEYS[event.key]
    if event.unicode == " " and not query:
        return PickerAction(Do.TONIGHT)
    if event.unicode in _CHARACTERS:
        return _CHARACTERS[event.unicode]
    return PickerAction(Do.TYPE, text=event.unicode) if event.unicode and event.unicode.isprintable() else None
