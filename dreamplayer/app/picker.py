"""Choosing a dream, in the dark: the loop around `choosing` and `picker_page`."""

from __future__ import annotations

import contextlib
import logging
import time
from dataclasses import dataclass, replace

import numpy as np
import pygame

from dreamplayer import places
from dreamplayer.app import choosing, form, library
from dreamplayer.app.card import card_of, with_score
from dreamplayer.app.choosing import Choosing, Do
from dreamplayer.app.clock import WallClock
from dreamplayer.app.dress import Veil
from dreamplayer.app.hud import help_page, load
from dreamplayer.app.journal import Journal
from dreamplayer.app.keepsake import write
from dreamplayer.app.library import Entry
from dreamplayer.app.living import Living, Moment
from dreamplayer.app.pad import Pads
from dreamplayer.app.panes import Panes
from dreamplayer.app.picker_page import page, row
from dreamplayer.app.reader import Reader, spoken
from dreamplayer.app.shelving import Shelving
from dreamplayer.app.studio.follow import Keys
from dreamplayer.app.typeset import Sheet
from dreamplayer.app.window import Window
from dreamplayer.errors import DreamError
from dreamplayer.kit.curves import smooth
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Frame, Grade, Overlay
from dreamplayer.picture.light import STORY_CAP, Knobs
from dreamplayer.picture.picture import outline, picture
from dreamplayer.settings import Settings, updated

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen."""

    entry: Entry
    anew: bool
    gentle: bool


class Picker:
    """The shelf on the screen."""

    def __init__(self, window: Window, settings: Settings, journal: Journal) -> None:
        self._window, self._settings, self._journal = window, settings, journal
        self._clock = WallClock()
        self._pads = Pads()
        self._shelving = Shelving(settings, paint=window.studio is None)
        self._entries: dict[str, Entry] = {}
        self._living = Living()
        self._panes = Panes(window)
        self._keys = None if window.studio is None else Keys(window.studio)
        self._shown: tuple[str, float] = ("", 0.0)
        self._veil: Veil | None = None
        self._content: object = None
        self._overlay: Overlay | None = None
        self._light = 0.0
        self._form: form.Form | None = None
        self._reader: Reader | None = None
        self._said = ""
        self.state = Choosing(gentle=settings.gentle, fullscreen=window.fullscreen)
        self._read_shelf()

    def _read_shelf(self, choose: str = "") -> None:
        loved, ago = self._journal.favourites(), self._journal.last_played()
        cards = []
        old = {card.name: card for card in self.state.cards}
        for entry in library.shelf():
            name, sha = entry.dream.name, entry.dream.sha256
            if name not in self._entries or self._entries[name].dream.sha256 != sha:
                self._entries[name] = entry
                self._shelving.want(entry)
            left = self._journal.resume(sha) is not None
            card = card_of(entry, loved=sha in loved, ago=ago.get(sha), left=left)
            before = old.get(name)
            if before is not None and before.sha256 == sha:
                card = replace(
                    card, minutes=before.minutes, told=before.told, images=before.images, curve=before.curve,
                    note=before.note,
                )  # fmt: skip
            cards.append(card)
        ordered = choosing.order(tuple(cards))
        self.state = replace(self.state, cards=ordered, name=choose or self.state.name or (ordered or [None])[0].name)  # type: ignore[union-attr]

    # -- the loop -----------------------------------------------------------------------------------------------

    def run(self) -> Choice | None:
        """Until one is chosen (None: the person left)."""
        try:
            while not self.state.leaving and self.state.picked is None:
                self._frame()
            self._out()
        finally:
            self._shelving.close()
            if self._reader is not None:
                self._reader.close()
            self._panes.close()
        if self.state.picked is None:
            return None
        name, anew = self.state.picked
        return Choice(self._entries[name], anew, self.state.gentle)

    def _frame(self) -> None:
        for event in self._window.events():
            self._pads.heed(event)
            if self._form is not None:
                self._fill_in(form.press(self._form, event))
            else:
                self._heed(event)
        self._take_scores()
        if self._settings.speak_menu and (card := self.state.card) is not None and card.name != self._said:
            self._said = card.name
            self._voice().say(spoken(card))
        room = self._clock.read().room
        names = [name for name, _ in row(self.state, self._window.size, self._settings.caption_size).panes]
        self._panes.paint(self._living, names, room)
        self._draw(room, 0.0)
        if self._keys is None and room > 1.2 and self._shown[0] not in self._living:
            # Drawing holds the interpreter: what is still to be composed and painted gets the larger share.
            self._window.rest(8.0)

    def welcome(self) -> None:
        """Ask first what is asked once."""
        self._form = form.Form(self._settings, form.WELCOME)

    def _fill_in(self, filled: form.Form) -> None:
        """Take what was set; keep it when the page is closed. A voice one comes to is heard in a whisper."""
        if self._form is not None and filled.settings.voice != self._form.settings.voice:
            self._voice().whisper(filled.settings.voice)
        self._form = filled
        if not filled.done:
            return
        if self._reader is not None and filled.settings.voice != self._settings.voice:
            self._reader.close()
            self._reader = None
        path = places.config() / "settings.toml"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        write(path, updated(text, self._settings, filled.settings))
        if filled.names == form.WELCOME:
            self._journal.learn("welcomed", True)
        self._settings = filled.settings
        self.state = replace(self.state, gentle=filled.settings.gentle, panel="")
        self._form = None

    def _voice(self) -> Reader:
        self._reader = self._reader or Reader(self._settings.voice)
        return self._reader

    @property
    def settings(self) -> Settings:
        """As they are now, with what was changed on the page."""
        return self._settings

    def _heed(self, event: pygame.event.Event) -> None:
        if event.type == pygame.DROPFILE:
            self._add(event.file)
            return
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            name = row(self.state, self._window.size, self._settings.caption_size).at(event.pos)
            if name is not None:
                twice = self.state.card is not None and self.state.card.name == name
                self.state = replace(self.state, name=name)
                if twice:
                    self._do(choosing.Act(Do.PLAY))
            return
        wish = choosing.from_event(event, self.state.query)
        if wish is not None:
            self._do(wish)

    def _do(self, wish: choosing.Act) -> None:
        before = self.state
        self.state = choosing.act(before, wish, night=int(time.time() // 86400))
        if self.state.paste != before.paste:
            self._paste()
        if self.state.panel == "settings" and before.panel != "settings":
            self._form = form.Form(replace(self._settings, gentle=self.state.gentle), form.PAGE)
        if self.state.fullscreen != before.fullscreen:
            self._window.set_fullscreen(self.state.fullscreen)
        if wish.do is Do.LOVE and self.state.card is not None:
            self._journal.love(self.state.card.sha256, self.state.card.loved)

    def _paste(self) -> None:
        text = ""
        with contextlib.suppress(pygame.error):
            text = pygame.scrap.get_text()
        if len(text.split()) < 5:
            self.state = replace(self.state, query=(self.state.query + text.strip())[:40])
            return
        self._add("-", text)

    def _add(self, source: str, text: str | None = None) -> None:
        try:
            kept = library.add(source, text=text)
            self._read_shelf(choose=library.read_dream(kept).name)
            self.state = replace(self.state, query="")
        except DreamError as error:
            _log.warning("%s", error)

    def _take_scores(self) -> None:
        self._shelving.prefer(self.state.card.name if self.state.card else "")
        for shown in self._shelving.done():
            name, score = shown.name, shown.score
            if shown.until is not None:
                self._living.take(name, score, shown.start, shown.until)
                continue
            cards = tuple(with_score(card, score) if card.name == name else card for card in self.state.cards)
            self.state = replace(self.state, cards=cards)

    # -- pictures -----------------------------------------------------------------------------------------------

    def _draw(self, room: float, leaving: float) -> None:
        card = self.state.card
        name = card.name if card else ""
        if name != self._shown[0] and self._veil is None:
            self._veil = Veil(room, fall=0.22 if self._shown[0] else 0.0)
        if self._veil is not None and self._veil.lift is None and self._veil.down(room):
            self._shown = (name, room)
            self._veil = replace(self._veil, lift=room, rise=0.9)
        if self._veil is not None and self._veil.over(room):
            self._veil = None
        black = 0.0 if self._veil is None else self._veil.black(room)
        if self._form is not None and self._form.names == form.WELCOME:
            black = 1.0
        overlay = self._set_page()
        shown = smooth(room, 0.1, 1.0) * (1.0 - leaving)
        if overlay is not None:
            overlay = replace(overlay, opacity=shown)
        moment = self._living.moment(self._shown[0], room) if black < 1.0 else None
        glare = self._light * shown
        if self._keys is not None and self._keys.works:
            self._blend(self._keys, moment, room, max(black, leaving), overlay, glare)
            return
        frame = self._frame_of(moment, room, max(black, leaving))
        grade = replace(frame.grade, cap=max(1e-6, frame.grade.cap - glare))
        self._window.show(replace(frame, overlay=overlay, grade=grade))

    def _blend(
        self, keys: Keys, moment: Moment | None, room: float, black: float, overlay: Overlay | None, glare: float
    ) -> None:
        """Where no graphics card draws: between pictures that another process draws."""
        light = self._settings.story_light()
        knobs = Knobs(self._settings.brightness**2.2, 0.5 * light / STORY_CAP * self._settings.brightness, glare)
        bare, pair = _bare(room, self._window.size), None
        if moment is not None:
            bare = outline(moment.score, moment.t, aspect=bare.aspect)
            black = max(black, moment.black, bare.grade.black)
            pair = keys.follow(moment.score, moment.t, room, knobs, words=False, moving=True)
        shown = replace(bare, caption=None, overlay=overlay, grade=replace(bare.grade, black=black))
        self._window.blend(pair, shown, knobs.exposure)

    def _frame_of(self, moment: Moment | None, room: float, black: float) -> Frame:
        """Where a graphics card draws: the whole picture."""
        cap = 0.5 * self._settings.story_light()
        bare = _bare(room, self._window.size)
        if moment is None:
            grade = Grade(
                exposure=0.4 * self._settings.brightness**2.2, cap=cap, black=max(black, 1 - smooth(room, 0.2, 3.0))
            )
            return replace(bare, grade=grade)
        frame = picture(moment.score, moment.t, aspect=bare.aspect)
        grade = replace(
            frame.grade,
            exposure=frame.grade.exposure * self._settings.brightness**2.2,
            cap=min(frame.grade.cap, cap) * self._settings.brightness,
            black=max(black, moment.black, frame.grade.black),
        )
        return replace(frame, caption=None, grade=grade)

    def _set_page(self) -> Overlay | None:
        size, text, easy = self._window.size, self._settings.caption_size, self._settings.easy_reading
        panes = None if self._form else self._panes.count
        content = (replace(self.state, picked=None), size, panes, text, easy, self._form)
        if content != self._content:
            self._content = content
            sheet = page(self.state, self._panes.shown, size, text, easy)
            if self._form is not None or self.state.panel == "help":
                self._cover(sheet, size, text, easy)
            self._overlay = sheet.overlay()
            self._light = load(self._overlay)
        return self._overlay

    def _cover(self, sheet: Sheet, size: tuple[int, int], text: float, easy: bool) -> None:
        """Help, settings or the first page over the shelf."""
        cover = Sheet(*size, size=text, easy=easy)
        if self._form is None:
            help_page(cover, "picker-help")
        else:
            welcome = self._form.names == form.WELCOME
            cover.veil(1.0 if welcome else 0.94)
            (form.welcome_page if welcome else form.settings_page)(cover, self._form)
        sheet.surface.blit(cover.surface, (0, 0))

    def _out(self) -> None:
        """Into black, softly."""
        start = self._clock.read().room
        while (age := self._clock.read().room - start) < 0.8:
            self._window.events()
            self._draw(self._clock.read().room, float(np.clip(smooth(age, 0.0, 0.7), 0.0, 1.0)))
        self._window.dark()


def _bare(room: float, size: tuple[int, int]) -> Frame:
    """Still water by night: while no dream is ready."""
    aspect = size[0] / size[1]
    return Frame(room, Stage(), (("water", 1.0),), Palette(), (), (), room % 3600.0, aspect=aspect)
