"""The picker's state and what each command makes of it. Pure, like `player_state`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

import pygame

from dreamplayer.app.picker.dream_card import LIGHT, MIDDLE, SHORT, SOME, Card
from dreamplayer.app.play_queue import QueuedDream, stepped
from dreamplayer.app.player.help_pages import next_page
from dreamplayer.app.player.intents import MEDIA, PlayerAction
from dreamplayer.app.window import interface_text
from dreamplayer.kit.hashing import seed_of, uniform_one

HEAVY = ("any", "light", "some")
LONG = ("any", "short", "middle")


class PickerAction(StrEnum):
    """The picker's actions."""

    MOVE = "move"
    FIRST = "first"
    LAST = "last"
    PLAY = "play"
    PLAY_FROM_START = "play from start"
    TONIGHT = "tonight"
    LOVE = "love"
    QUEUE = "queue"
    """Add the dream to what is played tonight, one after the other."""
    UNQUEUE = "unqueue"
    AGAIN = "again"
    """Play what was heard last, softer."""
    PASSAGES = "passages"
    """Play the favourite passages of the dream alone."""
    CHAPTER = "chapter"
    HEAVY = "heavy"
    LONG = "long"
    TYPE = "type"
    ERASE = "erase"
    GENTLE = "gentle"
    RENAME = "rename"
    REMOVE = "remove"
    PASTE = "paste"
    SETTINGS = "settings"
    FULLSCREEN = "fullscreen"
    HELP = "help"
    BACK = "back"
    LEAVE = "leave"


BAR: Mapping[str, PickerAction] = MappingProxyType(
    {
        "tonight": PickerAction.TONIGHT,
        "queue": PickerAction.QUEUE,
        "settings": PickerAction.SETTINGS,
        "screen": PickerAction.FULLSCREEN,
        "keys": PickerAction.HELP,
        "leave": PickerAction.LEAVE,
    }
)
"""The row of words to click, from left to right, and what a click on each does."""


@dataclass(frozen=True, slots=True)
class PickerCommand:
    """A command to the picker: an action and how much of it."""

    action: PickerAction
    amount: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class PickerState:
    """The state of the picker."""

    cards: tuple[Card, ...] = ()
    """All dreams, ranked."""
    name: str = ""
    """The chosen one."""
    query: str = ""
    heavy: str = "any"
    long: str = "any"
    gentle: bool = False
    fullscreen: bool = True
    panel: str = ""
    """help, settings or ""."""
    page: int = 0
    """Which page of the help is open."""
    text_size: float = 1.0
    """1 the usual size .. 2."""
    picked: tuple[str, bool] | None = None
    """(name, from the beginning) once one is chosen to be played."""
    softer: int = 0
    """How many steps softer it is played."""
    excerpt: bool = False
    """Whether its favourite passages alone are."""
    queue: tuple[QueuedDream, ...] = ()
    """What is played tonight, one after the other; once one is picked, what follows it."""
    why: str = ""
    """Why it was chosen, where the app did."""
    leaving: bool = False
    renaming: str | None = None
    """The title being typed for the chosen dream; None while none is."""
    renamed: tuple[str, str] | None = None
    """(name, title) once it is confirmed; the loop acts and clears it."""
    doomed: str = ""
    """Name of the dream that the next REMOVE moves to the trash."""
    removed: str = ""
    """Name of the dream to be moved there; the loop acts and clears it."""
    paste: int = 0
    """Counts requests to paste; the loop acts when it changes."""
    bar: str | None = None
    """The word under the pointer in the row of words to click, "" for none of them; None while it is hidden."""
    notice: str = ""
    """One sentence about what was dropped or pasted; cleared by the next command."""

    @property
    def shown(self) -> tuple[Card, ...]:
        """The cards that pass the search and the two filters."""
        return tuple(card for card in self.cards if _fits(card, self.query, self.heavy, self.long))

    @property
    def card(self) -> Card | None:
        """The chosen card, or the first that is shown; None for none."""
        shown = self.shown
        return next((card for card in shown if card.name == self.name), shown[0] if shown else None)


def _fits(card: Card, query: str, heavy: str, long: str) -> bool:
    for word in query.casefold().split():
        if not any(_found(word, text) for text in _searched(card)):
            return False
    if heavy != "any" and (not card.curve or card.heaviness > (LIGHT if heavy == "light" else SOME)):
        # How heavy it is may not be known yet.
        return False
    return not ((long == "short" and card.about > SHORT) or (long == "middle" and card.about > MIDDLE))


def _searched(card: Card) -> tuple[str, ...]:
    own = "yours" if card.own else ""
    said = " ".join([card.title, card.name, *card.images, card.first_line, own]).casefold()
    return said, card.vocabulary


def _found(word: str, haystack: str) -> bool:
    """Whether a word, or its singular, is found."""
    return word in haystack or (len(word) > 3 and word.endswith("s") and word[:-1] in haystack)


def order(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Rank the cards: favourites and unfinished ones first, the others where they always are."""

    def rank(numbered: tuple[int, Card]) -> tuple[int, int]:
        place, card = numbered
        return (0 if card.loved or card.left else 1, place)

    return tuple(card for _, card in sorted(enumerate(cards), key=rank))


def tonight(cards: tuple[Card, ...], night: int) -> Card | None:
    """The dream to play when nobody wants to choose: weighted random choice, fewer recent ones, more favourites.

    Args:
        cards: to choose from.
        night: its number, which seeds the choice: the same all night.
    """
    if not cards:
        return None

    def worth(card: Card) -> float:
        lately = 0.0 if card.ago is None else max(0.0, 2.0 - 0.5 * card.ago)
        return uniform_one(seed_of(night, card.sha256)) + 0.3 * card.loved - lately

    return max(cards, key=worth)


def reason(card: Card) -> str:
    """Why a dream was picked for tonight, in a line: what of it is known."""

    def say(key: str, value: object = "") -> str:
        return interface_text.message("tonight", key, value)

    parts = [say("short")] if card.about < SHORT else []
    parts += [say("gentle")] if card.curve and card.heaviness <= LIGHT else []
    parts += [say("favourite")] if card.loved else []
    if card.ago is None:
        parts.append(say("new"))
    elif card.ago > 0:
        parts.append(say("nights", card.ago) if card.ago > 1 else say("night"))
    return say("because", ", ".join(parts)) if parts else ""


def act(  # noqa: C901 - one case for each thing a person may ask of the picker
    state: PickerState, command: PickerCommand, night: int = 0
) -> PickerState:
    """The picker's state after a command: a pure reducer. `night`: its number, from which TONIGHT draws."""
    if state.renaming is not None:
        return _typed_title(state, state.renaming, command)
    doomed = state.doomed if command.action is PickerAction.REMOVE else ""
    state = replace(state, notice="", doomed="")
    shown = state.shown
    match command.action:
        case PickerAction.MOVE:
            return _move(state, command.amount)
        case PickerAction.FIRST | PickerAction.LAST:
            return (
                replace(state, name=shown[0 if command.action is PickerAction.FIRST else -1].name) if shown else state
            )
        case PickerAction.PLAY | PickerAction.PLAY_FROM_START:
            return _play(state, from_start=command.action is PickerAction.PLAY_FROM_START)
        case PickerAction.TONIGHT:
            chosen = tonight(shown or state.cards, night)
            if chosen is None:
                return state
            queue = stepped(_as_queued(chosen), state.queue)
            return replace(state, name=chosen.name, picked=(chosen.name, True), why=reason(chosen), queue=queue)
        case PickerAction.LOVE:
            card = state.card
            if card is None:
                return state
            cards = tuple(replace(c, loved=not c.loved) if c.name == card.name else c for c in state.cards)
            return replace(state, cards=cards, name=card.name)
        case PickerAction.HEAVY:
            return _kept(replace(state, heavy=HEAVY[command.amount % len(HEAVY)]))
        case PickerAction.LONG:
            return _kept(replace(state, long=LONG[command.amount % len(LONG)]))
        case PickerAction.TYPE:
            return _kept(replace(state, query=(state.query + command.text)[:40]))
        case PickerAction.ERASE:
            return _kept(replace(state, query=state.query[:-1]))
        case PickerAction.GENTLE:
            return replace(state, gentle=not state.gentle)
        case PickerAction.RENAME:
            return _of_own(state, lambda card: replace(state, name=card.name, renaming=card.title))
        case PickerAction.REMOVE:
            return _of_own(state, lambda card: _remove(state, card, sure=doomed == card.name))
        case PickerAction.QUEUE:
            return _queued(state)
        case PickerAction.UNQUEUE:
            return replace(state, queue=state.queue[:-1])
        case PickerAction.AGAIN:
            heard = next((card for card in state.cards if card.ago == 0), None)
            if heard is None:
                return replace(state, notice=interface_text.message("picker", "nothing-heard"))
            return replace(state, name=heard.name, picked=(heard.name, True), softer=1, queue=())
        case PickerAction.PASSAGES:
            card = state.card
            if card is None or not card.passages:
                return replace(state, notice=interface_text.message("picker", "no-passages"))
            return replace(state, name=card.name, picked=(card.name, True), excerpt=True, queue=())
        case PickerAction.CHAPTER:
            return _turned(state, command.amount)
        case PickerAction.PASTE:
            return replace(state, paste=state.paste + 1)
        case PickerAction.HELP:
            panel, page = next_page(state.panel, state.page, state.text_size)
            return replace(state, panel=panel, page=page)
        case PickerAction.SETTINGS:
            return replace(state, panel="" if state.panel == "settings" else "settings")
        case PickerAction.FULLSCREEN:
            return replace(state, fullscreen=not state.fullscreen)
        case PickerAction.BACK:
            if state.panel:
                return replace(state, panel="")
            if state.query or state.heavy != "any" or state.long != "any":
                return replace(state, query="", heavy="any", long="any")
            if state.queue:
                return replace(state, queue=())
            return replace(state, leaving=True)
        case PickerAction.LEAVE:
            return replace(state, leaving=True)


def _play(state: PickerState, *, from_start: bool) -> PickerState:
    """Play what is queued; where the chosen dream is none of that, it comes first."""
    card, queue = state.card, state.queue
    if card is None:
        return state
    if all(one.name != card.name for one in queue):
        queue = (_as_queued(card), *queue)
    first, name = queue[0], queue[0].name
    return replace(state, name=name, picked=(name, from_start), queue=stepped(first, queue[1:]))


def _as_queued(card: Card) -> QueuedDream:
    return QueuedDream(card.name, card.title, part=card.part + 1, parts=max(1, len(card.contents)))


def _queued(state: PickerState) -> PickerState:
    """Add the chosen dream to the queue; of a book that is in it already, the next part."""
    card = state.card
    if card is None:
        return state
    before = next((one for one in reversed(state.queue) if one.name == card.name), None)
    more = _as_queued(card) if before is None else before.once_more()
    if more is None:
        return replace(state, name=card.name, notice=interface_text.message("toast", "nothing-more"))
    first, *after = (*state.queue, more)
    return replace(state, name=card.name, queue=(first, *stepped(first, after)))


def _of_own(state: PickerState, change: Callable[[Card], PickerState]) -> PickerState:
    """The state after a change of the chosen dream, where it is the person's own; else a word about it."""
    card = state.card
    if card is None:
        return state
    return change(card) if card.own else replace(state, notice=interface_text.message("picker", "not-own"))


def _remove(state: PickerState, card: Card, *, sure: bool) -> PickerState:
    """Ask once, then remove."""
    if sure:
        return replace(state, removed=card.name)
    return replace(state, doomed=card.name, notice=interface_text.message("picker", "remove", card.title))


def _typed_title(state: PickerState, title: str, command: PickerCommand) -> PickerState:
    """The state while a title is typed: Enter keeps it, Esc does not."""
    match command.action:
        case PickerAction.TYPE:
            return replace(state, renaming=(title + command.text)[:80])
        case PickerAction.ERASE:
            return replace(state, renaming=title[:-1])
        case PickerAction.PLAY | PickerAction.PLAY_FROM_START:
            named = (state.name, title.strip()) if title.strip() else None
            return replace(state, renaming=None, renamed=named)
        case PickerAction.BACK:
            return replace(state, renaming=None)
        case PickerAction.LEAVE:
            return replace(state, leaving=True)
        case _:
            return state


def _turned(state: PickerState, by: int) -> PickerState:
    """Select another part of the chosen book."""
    card = state.card
    if card is None or not card.contents:
        return state
    turned_to = replace(card, part=min(len(card.contents) - 1, max(0, card.part + by)))
    return replace(state, cards=tuple(turned_to if one.name == card.name else one for one in state.cards))


def _kept(state: PickerState) -> PickerState:
    """Keep the selection where it is still shown, else select the first."""
    card = state.card
    return state if card is None else replace(state, name=card.name)


def _move(state: PickerState, by: int) -> PickerState:
    shown = state.shown
    if not shown:
        return state
    card = state.card
    at = next((i for i, other in enumerate(shown) if card and other.name == card.name), 0)
    return replace(state, name=shown[min(len(shown) - 1, max(0, at + by))].name)


_KEYS: dict[int, PickerCommand] = {
    **{key: PickerCommand(PickerAction.PLAY) for key, intent in MEDIA.items() if intent.act is PlayerAction.PAUSE},
    **{
        key: PickerCommand(PickerAction.MOVE, int(intent.amount))
        for key, intent in MEDIA.items()
        if intent.act is PlayerAction.PASSAGE
    },
    pygame.K_LEFT: PickerCommand(PickerAction.MOVE, -1),
    pygame.K_UP: PickerCommand(PickerAction.MOVE, -1),
    pygame.K_RIGHT: PickerCommand(PickerAction.MOVE, 1),
    pygame.K_DOWN: PickerCommand(PickerAction.MOVE, 1),
    pygame.K_PAGEUP: PickerCommand(PickerAction.MOVE, -5),
    pygame.K_PAGEDOWN: PickerCommand(PickerAction.MOVE, 5),
    pygame.K_HOME: PickerCommand(PickerAction.FIRST),
    pygame.K_END: PickerCommand(PickerAction.LAST),
    pygame.K_RETURN: PickerCommand(PickerAction.PLAY),
    pygame.K_KP_ENTER: PickerCommand(PickerAction.PLAY),
    pygame.K_BACKSPACE: PickerCommand(PickerAction.ERASE),
    pygame.K_ESCAPE: PickerCommand(PickerAction.BACK),
    pygame.K_AC_BACK: PickerCommand(PickerAction.BACK),
    pygame.K_F1: PickerCommand(PickerAction.HELP),
    pygame.K_F2: PickerCommand(PickerAction.SETTINGS),
    pygame.K_DELETE: PickerCommand(PickerAction.REMOVE),
    pygame.K_F11: PickerCommand(PickerAction.FULLSCREEN),
}
_CONTROLLED: dict[int, PickerCommand] = {
    pygame.K_v: PickerCommand(PickerAction.PASTE),
    pygame.K_g: PickerCommand(PickerAction.GENTLE),
    pygame.K_r: PickerCommand(PickerAction.RENAME),
    pygame.K_y: PickerCommand(PickerAction.AGAIN),
    pygame.K_p: PickerCommand(PickerAction.PASSAGES),
    pygame.K_q: PickerCommand(PickerAction.LEAVE),
    pygame.K_w: PickerCommand(PickerAction.LEAVE),
}
_CHARACTERS: dict[str, PickerCommand] = {
    "?": PickerCommand(PickerAction.HELP),
    "*": PickerCommand(PickerAction.LOVE),
    "[": PickerCommand(PickerAction.CHAPTER, -1),
    "]": PickerCommand(PickerAction.CHAPTER, 1),
    "1": PickerCommand(PickerAction.HEAVY, 1),
    "2": PickerCommand(PickerAction.HEAVY, 2),
    "3": PickerCommand(PickerAction.HEAVY, 0),
    "7": PickerCommand(PickerAction.LONG, 1),
    "8": PickerCommand(PickerAction.LONG, 2),
    "9": PickerCommand(PickerAction.LONG, 0),
}
_WHILE_NOT_SEARCHING: dict[str, PickerCommand] = {
    "+": PickerCommand(PickerAction.QUEUE),
    "=": PickerCommand(PickerAction.QUEUE),
    "-": PickerCommand(PickerAction.UNQUEUE),
}
_PAD: dict[int, PickerCommand] = {
    pygame.CONTROLLER_BUTTON_A: PickerCommand(PickerAction.PLAY),
    pygame.CONTROLLER_BUTTON_B: PickerCommand(PickerAction.BACK),
    pygame.CONTROLLER_BUTTON_X: PickerCommand(PickerAction.TONIGHT),
    pygame.CONTROLLER_BUTTON_Y: PickerCommand(PickerAction.LOVE),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: PickerCommand(PickerAction.MOVE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_UP: PickerCommand(PickerAction.MOVE, -1),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: PickerCommand(PickerAction.MOVE, 1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: PickerCommand(PickerAction.MOVE, 1),
}


def from_event(event: pygame.event.Event, query: str = "", *, typing: bool = False) -> PickerCommand | None:
    """The command of a window event, or None.

    Args:
        event: of the window.
        query: typed so far: while it is empty a space means TONIGHT, else a space.
        typing: whether a title is typed: then every character is one of it.
    """
    if event.type == pygame.QUIT:
        return PickerCommand(PickerAction.LEAVE)
    if event.type == pygame.MOUSEWHEEL:
        return PickerCommand(PickerAction.MOVE, -1 if event.y > 0 else 1)
    if event.type == pygame.CONTROLLERBUTTONDOWN:
        return _PAD.get(event.button)
    if event.type != pygame.KEYDOWN:
        return None
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return _CONTROLLED.get(event.key)
    if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and event.mod & pygame.KMOD_SHIFT:
        return PickerCommand(PickerAction.PLAY_FROM_START)
    if event.key in _KEYS:
        return _KEYS[event.key]
    if typing and event.unicode and event.unicode.isprintable():
        return PickerCommand(PickerAction.TYPE, text=event.unicode)
    if event.unicode == " " and not query:
        return PickerCommand(PickerAction.TONIGHT)
    if event.unicode in _WHILE_NOT_SEARCHING and not query:
        return _WHILE_NOT_SEARCHING[event.unicode]
    if event.unicode in _CHARACTERS:
        return _CHARACTERS[event.unicode]
    return (
        PickerCommand(PickerAction.TYPE, text=event.unicode) if event.unicode and event.unicode.isprintable() else None
    )
