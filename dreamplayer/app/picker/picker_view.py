"""Rendering of the picker: the live preview of the chosen dream, and the page over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pygame

from dreamplayer.app.picker import settings_form
from dreamplayer.app.picker.picker_page import lay, page, row
from dreamplayer.app.picker.picker_state import PickerState
from dreamplayer.app.picker.preview_times import PreviewSchedule, PreviewTime
from dreamplayer.app.picker.shelf_worker import ShelfUpdate
from dreamplayer.app.picker.thumbnails import Thumbnails
from dreamplayer.app.player.display_adjustments import FadeThroughBlack
from dreamplayer.app.player.hud import help_page, load
from dreamplayer.app.render_worker.key_queue import KeyQueue
from dreamplayer.app.window.typeset import Sheet, as_overlay
from dreamplayer.app.window.window import Window
from dreamplayer.kit.curves import smooth
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Frame, Grade, Overlay
from dreamplayer.picture.light import STORY_CAP, LightAdjustment
from dreamplayer.picture.picture import outline, picture
from dreamplayer.settings import Settings


class PickerView:
    """Draws the picker, at half the light a dream may have."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._schedule = PreviewSchedule()
        self._thumbnails = Thumbnails(window)
        self._keys = None if window.render_worker is None else KeyQueue(window.render_worker)
        self._name = ""
        """The dream whose preview is shown."""
        self._fade: FadeThroughBlack | None = None
        self._content: object = None
        self._laid: int | None = None
        """Count of thumbnails when they were last blitted over the page."""
        self._words: pygame.Surface | None = None
        """The page without its thumbnails, premultiplied."""
        self._overlay: Overlay | None = None
        self._light = 0.0

    def take(self, shown: Iterable[ShelfUpdate]) -> None:
        """Add updates from the shelf process: what may be previewed from now on."""
        for one in shown:
            if one.until is not None:
                self._schedule.take(one.name, one.score, one.start, one.until)

    def draw(
        self,
        state: PickerState,
        asked: settings_form.SettingsForm | None,
        settings: Settings,
        room: float,
        leaving: float = 0.0,
    ) -> None:
        """Draw one frame.

        Args:
            state: of the picker.
            asked: the settings page over it, or None.
            settings: of the person.
            room: seconds of the room.
            leaving: 0 shown .. 1 black.
        """
        names = [name for name, _ in row(state, self._window.size, settings.caption_size).panes]
        self._thumbnails.paint(self._schedule, names, room)
        black = self._change(state.card.name if state.card else "", room)
        if asked is not None and asked.names == settings_form.WELCOME:
            black = 1.0
        moment = self._schedule.moment(self._name, room) if black < 1.0 else None
        overlay, shown = self._set_page(state, asked, settings), smooth(room, 0.1, 1.0) * (1.0 - leaving)
        if overlay is not None:
            overlay = replace(overlay, opacity=shown)
        black, glare = max(black, leaving), self._light * shown
        if self._keys is not None and self._keys.works:
            self._blend(self._keys, moment, settings, room, black, overlay, glare)
            return
        frame = self._whole(moment, settings, room, black)
        grade = replace(frame.grade, cap=max(1e-6, frame.grade.cap - glare))
        self._window.show(replace(frame, overlay=overlay, grade=grade))

    def close(self) -> None:
        """Release the renderers."""
        self._thumbnails.close()

    def _change(self, name: str, room: float) -> float:
        """Fade through black to another dream; returns how black it is now."""
        if name != self._name and self._fade is None:
            self._fade = FadeThroughBlack(room, fade_out=0.22 if self._name else 0.0)
        if self._fade is not None and self._fade.return_at is None and self._fade.is_black(room):
            self._name = name
            self._fade = replace(self._fade, return_at=room, fade_in=0.9)
        if self._fade is not None and self._fade.is_over(room):
            self._fade = None
        return 0.0 if self._fade is None else self._fade.opacity_at(room)

    def _blend(
        self, keys: KeyQueue, moment: PreviewTime | None, settings: Settings, room: float, black: float,
        overlay: Overlay | None, glare: float,
    ) -> None:  # fmt: skip
        """Without a graphics card: blend key pictures another process draws."""
        cap = 0.5 * settings.story_light() / STORY_CAP * settings.brightness
        adjustment = LightAdjustment(settings.brightness**2.2, cap, glare)
        bare, pair = _bare(room, self._window.size), None
        if moment is not None:
            bare = outline(moment.score, moment.t, aspect=bare.aspect)
            black = max(black, moment.black, bare.grade.black)
            pair = keys.follow(moment.score, moment.t, room, adjustment, words=False, moving=True)
        shown = replace(bare, caption=None, overlay=overlay, grade=replace(bare.grade, black=black))
        self._window.blend(pair, shown, adjustment.exposure)

    def _whole(self, moment: PreviewTime | None, settings: Settings, room: float, black: float) -> Frame:
        """With a graphics card: draw the whole picture."""
        cap, exposure = 0.5 * settings.story_light(), settings.brightness**2.2
        bare = _bare(room, self._window.size)
        if moment is None:
            black = max(black, 1.0 - smooth(room, 0.2, 3.0))
            return replace(bare, grade=Grade(exposure=0.4 * exposure, cap=cap, black=black))
        frame = picture(moment.score, moment.t, aspect=bare.aspect)
        grade = replace(
            frame.grade,
            exposure=frame.grade.exposure * exposure,
            cap=min(frame.grade.cap, cap) * settings.brightness,
            black=max(black, moment.black, frame.grade.black),
        )
        return replace(frame, caption=None, grade=grade)

    def _set_page(
        self, state: PickerState, asked: settings_form.SettingsForm | None, settings: Settings
    ) -> Overlay | None:
        """The page, laid out again only where its text or a thumbnail has changed."""
        size, text, easy = self._window.size, settings.caption_size, settings.easy_reading
        content = (replace(state, picked=None), size, text, easy, asked)
        panes = None if asked else self._thumbnails.count
        if content == self._content and panes == self._laid:
            return self._overlay
        if content != self._content or self._words is None:
            sheet = page(state, size, text, easy)
            if asked is not None or state.panel == "help":
                cover = Sheet(*size, size=text, easy=easy)
                _cover(cover, asked, state.page)
                sheet.surface.blit(cover.surface, (0, 0))
            self._words = sheet.surface.premul_alpha()
        self._content, self._laid = content, panes
        whole = self._words.copy()
        if asked is None and state.panel != "help":
            lay(self._thumbnails.shown, whole, state, size, text)
        self._overlay = as_overlay(whole)
        self._light = load(self._overlay)
        return self._overlay


def _cover(sheet: Sheet, asked: settings_form.SettingsForm | None, page: int) -> None:
    """Draw help, settings or the welcome page over the picker."""
    if asked is None:
        help_page(sheet, "picker-help", page)
        return
    welcome = asked.names == settings_form.WELCOME
    sheet.dim(1.0 if welcome else 0.94)
    (settings_form.welcome_page if welcome else settings_form.settings_page)(sheet, asked)


def _bare(room: float, size: tuple[int, int]) -> Frame:
    """A placeholder: still water by night, while no dream is ready."""
    aspect = size[0] / size[1]
    return Frame(room, Stage(), (("water", 1.0),), Palette(), (), (), room % 3600.0, aspect=aspect)
