"""The picker: the loop around `picker_state` (a reducer) and `picker_view`."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Thread

import pygame

from dreamplayer import paths
from dreamplayer.app import night_code, own_sounds, warm_up
from dreamplayer.app.picker import picker_state, settings_form
from dreamplayer.app.picker.dream_card import Card, card_of, with_score
from dreamplayer.app.picker.idle_timeout import IdleTimeout
from dreamplayer.app.picker.picker_page import button_under, row
from dreamplayer.app.picker.picker_state import PickerAction, PickerState
from dreamplayer.app.picker.picker_view import PickerView
from dreamplayer.app.picker.screen_reader import ScreenReader, read_out, spoken
from dreamplayer.app.picker.shelf_client import ShelfClient
from dreamplayer.app.picker.shelf_worker import ShelfUpdate
from dreamplayer.app.play_queue import QueuedDream
from dreamplayer.app.player.playback_clock import WallClock
from dreamplayer.app.storage.atomic import write
from dreamplayer.app.storage.history import BookPlace, PlayHistory
from dreamplayer.app.storage.library_thread import (
    DreamAdded,
    DreamLoaded,
    LibraryFailure,
    LibraryResult,
    LibraryThread,
    ShelfChanged,
    ShelfListing,
    problems_in_a_line,
)
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.app.voice_ahead import VoiceAhead
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.app.window.gamepads import Gamepads
from dreamplayer.app.window.window import Window
from dreamplayer.kit.curves import smooth
from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings, updated

_log = logging.getLogger(__name__)
_FADE = 0.6
"""Seconds in which the page fades to black for a night."""
_WARM_UP = 1.5
"""Seconds after the first frame at which what a night needs is loaded."""
_FIRST_LISTING = 1.0
"""Timeout in seconds for the first listing of the library, before the first frame."""


@dataclass(frozen=True, slots=True)
class DreamChoice:
    """The dream that was chosen."""

    dream: Dream
    name: str
    """In the library."""
    from_start: bool
    """From its beginning, instead of where it was left."""
    gentle: bool
    softer: int = 0
    """How many steps softer than as usual."""
    passages: tuple[int, ...] = ()
    """Code points of the passages that are played alone; empty for all of it."""
    queue: tuple[QueuedDream, ...] = ()
    """What is played after it."""
    why: str = ""
    """Why it was chosen, where the app did."""
    night: str = ""
    """Code of a shared night, for this dream alone."""


class Picker:
    """The picker's loop, its input and its helpers."""

    def __init__(self, window: Window, settings: Settings, history: PlayHistory, notice: str = "") -> None:
        self._window, self._settings, self._history = window, settings, history
        self._clock = WallClock()
        self._gamepads = Gamepads()
        self._shelf = ShelfClient(settings, paint=window.render_worker is None)
        self._entries: dict[str, LibraryEntry] = {}
        self._view = PickerView(window)
        self._form: settings_form.SettingsForm | None = None
        self._reader: ScreenReader | None = None
        self._said = ""
        self._idle = IdleTimeout()
        self._warm: Thread | None = None
        self._touched = 0.0
        """When there was the last event, seconds of the room."""
        self._pointer: tuple[int, int] | None = None
        self._pointed = 0.0
        """When the pointer was moved last, seconds of the room."""
        self._shared: dict[str, str] = {}
        """Codes of nights that were pasted, by name of the dream."""
        self._voice_ahead = VoiceAhead(settings, alone=window.render_worker is None, battery=window.power)
        self._play_added = ""
        self._play_next = False
        self.state = PickerState(gentle=settings.gentle, fullscreen=window.fullscreen, text_size=settings.caption_size)
        if notice:
            self.state = replace(self.state, notice=notice)
        self._sound_problems: SimpleQueue[str] = SimpleQueue()
        if own_sounds.any_there():
            Thread(target=own_sounds.prepare, args=(self._sound_problems.put,), name="own sounds", daemon=True).start()
        self._library = LibraryThread()
        self._library.survey()
        self._library.wait_first(_FIRST_LISTING)
        self._poll_library()

    def _show_shelf(self, listing: ShelfListing) -> None:
        choose = listing.choose
        loved, ago = self._history.favourites(), self._history.last_played()
        favourites = self._history.favourite_passages()
        cards, new = [], []
        old = {card.name: card for card in self.state.cards}
        for entry in listing.entries:
            name, sha = entry.name, entry.sha256
            if name not in self._entries or self._entries[name].sha256 != sha:
                new.append(entry)
            self._entries[name] = entry
            left = self._history.resume(sha) is not None
            place = self._history.bookmark(sha)
            char = 0 if place is None else place.char
            passages = tuple(one.char for one in favourites if one.sha256 == sha)
            card = card_of(entry, loved=sha in loved, ago=ago.get(sha), left=left, char=char, passages=passages)
            before = old.get(name)
            if before is not None and before.sha256 == sha:
                card = replace(
                    card, minutes=before.minutes, told=before.told, images=before.images, curve=before.curve,
                    note=before.note,
                )  # fmt: skip
            cards.append(card)
        if self.state.name == "" and not choose:
            # Where one was the last time.
            remembered = self._history.recall("shelf")
            choose = remembered if isinstance(remembered, str) else ""
        ordered = picker_state.order(tuple(cards))
        first = ordered[0].name if ordered else ""
        chosen = choose if any(card.name == choose for card in ordered) else self.state.name
        self.state = replace(self.state, cards=ordered, name=chosen or first)
        self._shelf.prefer(self.state.name)
        for entry in new:
            self._shelf.want(entry)

    # -- the loop -----------------------------------------------------------------------------------------------

    def run(self) -> DreamChoice | None:
        """Run until a dream is chosen; None if the person left."""
        try:
            while True:
                while not self.state.leaving and self.state.picked is None:
                    self._frame()
                picked = self.state.picked
                if picked is None:
                    self._fade_out()
                    return None
                self._library.load(self._entries[picked[0]])
                self._fade_out()
                dream = self._loaded()
                if dream is not None:
                    state, name = self.state, picked[0]
                    chosen = next((card for card in state.cards if card.name == name), None)
                    passages = chosen.passages if chosen is not None and state.excerpt else ()
                    return DreamChoice(
                        dream, name, picked[1], state.gentle, state.softer, passages, state.queue, state.why,
                        self._shared.get(name, ""),
                    )  # fmt: skip
                self.state = replace(self.state, picked=None, softer=0, excerpt=False)
        finally:
            if self.state.card is not None:
                self._history.remember("shelf", self.state.card.name)
            self._voice_ahead.close()
            # Nobody waits for the end of a process: the night begins.
            Thread(target=self._shelf.close, name="end of the shelf").start()
            self._library.close()
            if self._reader is not None:
                self._reader.close()
            self._view.close()

    def _loaded(self) -> Dream | None:
        """Wait in the dark for the text of the dream; None where it cannot be read, or the person left."""
        while not self.state.leaving:
            for found in self._library.results():
                if isinstance(found, DreamLoaded):
                    return found.dream
                self._handle_library(found)
                if isinstance(found, LibraryFailure):
                    return None
            if any(event.type == pygame.QUIT for event in self._window.events()):
                self.state = replace(self.state, leaving=True)
            self._window.rest(20.0)
        return None

    def _frame(self) -> None:
        room = self._clock.read().room
        self._idle, events = self._idle.filter_events(self._window.events(), room)
        if events:
            self._touched = room
        self._point(events, room)
        for event in events:
            self._gamepads.handle_event(event)
            if self._form is None:
                self._handle_event(event)
            elif settings_form.wants_to_hear(self._form, event):
                self._voice().sample()
            else:
                self._apply_form(self._form_after(self._form, event))
        self._drop([event.file for event in events if event.type == pygame.DROPFILE])
        self._poll_library()
        self._poll_scores()
        while not self._sound_problems.empty():
            self.state = replace(self.state, notice=self._sound_problems.get())
        if self._warm is None and room > _WARM_UP:
            self._warm = warm_up.in_background()
        self._speak_ahead(room)
        if self._idle.asleep(room):
            self._window.rest()
            return
        self._read_aloud()
        self._draw(self._idle.black(room))
        if self._idle.asleep(self._clock.read().room):
            self._window.dark()

    def _speak_ahead(self, room: float) -> None:
        """While nobody touches anything, have the beginnings of the chosen dream and of the five spoken."""
        card = self.state.card
        chosen = [self._entries[card.name]] if card is not None and card.name in self._entries else []
        ours = [entry for entry in self._entries.values() if not entry.own]
        self._voice_ahead.follow([*chosen, *ours], room - self._touched)

    def _read_aloud(self) -> None:
        """Read the focused item aloud, once, for people who do not see it."""
        settings = self._settings if self._form is None else self._form.settings
        if not settings.speak_menu:
            return
        card = self.state.card
        if self._form is not None:
            here = said = read_out(self._form)
        elif card is not None:
            here, said = card.name, spoken(card)
        else:
            here = said = interface_text.message("picker", "nothing" if self.state.cards else "empty")
        if here != self._said:
            self._said = here
            self._voice().say(said)

    def welcome(self) -> None:
        """Show the welcome page with the settings that are asked once."""
        self._form = settings_form.SettingsForm(self._settings, settings_form.WELCOME)

    def _apply_form(self, filled: settings_form.SettingsForm) -> None:
        """Apply the settings form, and save it when it is closed. A newly selected voice is previewed softly."""
        if self._form is not None and filled.settings.voice != self._form.settings.voice:
            self._voice().whisper(filled.settings.voice)
        self._form = filled
        interface_text.use(filled.settings.language)
        if not filled.done:
            return
        if self._reader is not None and filled.settings.voice != self._settings.voice:
            self._reader.close()
            self._reader = None
        path = paths.config() / "settings.toml"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        write(path, updated(text, self._settings, filled.settings))
        if filled.names == settings_form.WELCOME:
            self._history.remember("welcomed", True)
        self._settings = filled.settings
        self._voice_ahead.close()
        self._voice_ahead = VoiceAhead(
            filled.settings, alone=self._window.render_worker is None, battery=self._window.power
        )
        self.state = replace(
            self.state, gentle=filled.settings.gentle, text_size=filled.settings.caption_size, panel=""
        )
        self._form = None

    def _voice(self) -> ScreenReader:
        self._reader = self._reader or ScreenReader(self._settings.voice)
        return self._reader

    @property
    def settings(self) -> Settings:
        """The settings now, with what was changed on the page."""
        return self._settings

    def _handle_event(self, event: pygame.event.Event) -> None:
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._click(event)
            return
        command = picker_state.from_event(event, self.state.query, typing=self.state.renaming is not None)
        if command is not None:
            self._do(command)

    def _click(self, event: pygame.event.Event) -> None:
        """One click plays a dream, or does what its word says; one on an open page closes it."""
        if event.button != 1:
            return
        size, text, easy = self._window.size, self._settings.caption_size, self._settings.easy_reading
        if self.state.panel:
            self._do(picker_state.PickerCommand(PickerAction.BACK))
            return
        hit = None if self.state.bar is None else button_under(self.state, size, text, easy, event.pos)
        if hit is not None:
            self._do(picker_state.PickerCommand(picker_state.BAR[hit.name]))
            return
        name = row(self.state, size, text).at(event.pos)
        if name is not None:
            self.state = replace(self.state, name=name)
            self._do(picker_state.PickerCommand(PickerAction.PLAY))

    def _point(self, events: Sequence[pygame.event.Event], room: float) -> None:
        """Show the row of words to click while the pointer moves."""
        for event in events:
            if event.type == pygame.MOUSEMOTION and event.rel != (0, 0):
                self._pointer, self._pointed = event.pos, room
        bar: str | None = None
        if self._pointer is not None and button_bar.opacity(room - self._pointed) > 0.0:
            settings = self._settings
            hit = button_under(
                self.state, self._window.size, settings.caption_size, settings.easy_reading, self._pointer
            )
            bar = "" if hit is None else hit.name
        if bar != self.state.bar:
            self.state = replace(self.state, bar=bar)

    def _form_after(self, form: settings_form.SettingsForm, event: pygame.event.Event) -> settings_form.SettingsForm:
        """The settings after an event."""
        if event.type != pygame.MOUSEBUTTONDOWN or event.button not in (1, 3):
            return settings_form.press(form, event)
        settings = self._settings
        where = settings_form.layout(form, self._window.size, settings.caption_size, settings.easy_reading)
        return settings_form.click(form, where, event.pos, back=event.button == 3)

    def _do(self, command: picker_state.PickerCommand) -> None:
        before = self.state
        self.state = picker_state.act(before, command, night=int(time.time() // 86400))
        if self.state.paste != before.paste:
            self._paste()
        self._change_shelf()
        if self.state.panel == "settings" and before.panel != "settings":
            self._form = settings_form.SettingsForm(
                replace(self._settings, gentle=self.state.gentle), settings_form.PAGE
            )
        if self.state.fullscreen != before.fullscreen:
            self._window.set_fullscreen(self.state.fullscreen)
        if command.action is PickerAction.CHAPTER and self.state.card is not None and self.state.card.contents:
            card = self.state.card
            char, title = card.contents[card.part]
            self._history.set_bookmark(card.sha256, BookPlace(char, card.part + 1, len(card.contents), title))
        if command.action is PickerAction.LOVE and self.state.card is not None:
            self._history.set_favourite(self.state.card.sha256, self.state.card.loved)

    def _change_shelf(self) -> None:
        """Carry out a new title or a removal."""
        state = self.state
        if state.renamed is not None:
            self._library.rename(self._entries[state.renamed[0]], state.renamed[1])
            self.state = replace(self.state, renamed=None)
        if state.removed:
            shown = [card.name for card in state.shown]
            at = shown.index(state.removed) if state.removed in shown else 0
            near = next(iter([*shown[at + 1 :], *reversed(shown[:at])]), "")
            self._library.remove(self._entries[state.removed], choose=near)
            self.state = replace(self.state, removed="")

    def _paste(self) -> None:
        text = ""
        with contextlib.suppress(pygame.error):
            text = pygame.scrap.get_text()
        shared = night_code.parsed(text)
        if shared is not None and shared[0] in self._entries:
            self._shared[shared[0]] = shared[1]
            said = interface_text.message("picker", "shared", shared[1])
            self.state = replace(self.state, name=shared[0], query="", heavy="any", long="any", notice=said)
            return
        if len(text.split()) < 5:
            self.state = replace(self.state, query=(self.state.query + text.strip())[:40])
            return
        self._add("-", text)

    def _drop(self, paths: list[str]) -> None:
        """A single file is played at once; several are only added to the library."""
        self._play_added = paths[0] if len(paths) == 1 else self._play_added if not paths else ""
        for path in paths:
            self._add(path)

    def _add(self, source: str, text: str | None = None) -> None:
        self._library.add(source, text)

    def _poll_library(self) -> None:
        for found in self._library.results():
            self._handle_library(found)

    def _handle_library(self, found: LibraryResult) -> None:
        match found:
            case ShelfListing():
                self._show_shelf(found)
                said = problems_in_a_line(found.problems)
                self.state = replace(self.state, notice=said or self.state.notice)
                if self._play_next and found.complete:
                    self._play_next = False
                    if any(card.name == found.choose for card in self.state.cards):
                        self._form = None
                        self._do(picker_state.PickerCommand(PickerAction.PLAY_FROM_START))
            case DreamAdded():
                self._play_next = bool(self._play_added) and found.source == self._play_added
                self._play_added = ""
                self._library.survey(choose=found.name)
                self.state = replace(self.state, query="", heavy="any", long="any", notice=found.notice)
            case ShelfChanged():
                self._library.survey(choose=found.choose)
                self.state = replace(self.state, notice=interface_text.message("picker", found.message, found.value))
            case LibraryFailure():
                self._play_added = ""
                self.state = replace(self.state, notice=found.sentence)
            case DreamLoaded():
                pass

    def _poll_scores(self) -> None:
        self._shelf.prefer(self.state.card.name if self.state.card else "")
        found = self._shelf.done()
        self._view.take(found)
        for shown in found:
            cards = (with_score(card, shown.score) if _unknown(card, shown) else card for card in self.state.cards)
            self.state = replace(self.state, cards=tuple(cards))

    def _draw(self, leaving: float = 0.0) -> None:
        self._view.draw(self.state, self._form, self._settings, self._clock.read().room, leaving, self._touched)

    def _fade_out(self) -> None:
        """Fade to black."""
        start = self._clock.read().room
        while (age := self._clock.read().room - start) < _FADE:
            self._window.events()
            self._draw(smooth(age, 0.0, 0.9 * _FADE))
        self._window.dark()


def _unknown(card: Card, shown: ShelfUpdate) -> bool:
    return card.name == shown.name and card.minutes is None
