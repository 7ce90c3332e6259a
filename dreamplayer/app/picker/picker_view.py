"""Rendering of the picker: the live preview of the chosen dream, and the page over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pygame

from dreamplayer.app.picker import settings_form, stills
from dreamplayer.app.picker.dream_card import Card
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
from dreamplayer.picture.key import Between, Key, gain
from dreamplayer.picture.light import STORY_CAP, LightAdjustment
from dreamplayer.picture.picture import outline, picture
from dreamplayer.picture.surface.between import scale, surface_of
from dreamplayer.settings import Settings

_RESTS_FROM, _RESTS_AT = 7.0, 10.0
"""Seconds after the last input at which the living picture begins to give way to the still, and has done so."""
_LIVENS = 2.0
"""Seconds in which the living picture takes over from the still."""
_REST_FPS = 20.0
"""How often input is looked for while nothing on the screen changes."""


class PickerView:
    """Draws the picker, at half the light a dream may have.

    The still of the chosen dream is there at once. The living picture takes over when it is ready, and gives way to the
    still again where nobody has touched anything for a while: then nothing moves and nothing is computed.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._schedule = PreviewSchedule()
        self._thumbnails = Thumbnails(window)
        self._keys = None if window.render_worker is None else KeyQueue(window.render_worker)
        self._card: Card | None = None
        """The dream whose picture is shown."""
        self._fade: FadeThroughBlack | None = None
        self._live: float | None = None
        """Since when there has been a living picture of it, seconds of the room."""
        self._still: tuple[pygame.Surface, float, Key] | None = None
        """The still shown, the share of the night's light it may have, and it as a key."""
        self._content: object = None
        self._laid: object = None
        """The thumbnails as they were last blitted over the page."""
        self._words: pygame.Surface | None = None
        """The page without its thumbnails, premultiplied."""
        self._whole_page: pygame.Surface | None = None
        """The page with them."""
        self._overlay: Overlay | None = None
        self._light = 0.0
        self._seen: object = None
        """What was drawn last, to see whether anything has changed."""

    def take(self, shown: Iterable[ShelfUpdate]) -> None:
        """Add updates from the shelf process: what may be previewed from now on."""
        for one in shown:
            if one.until is not None:
                self._schedule.take(one.name, one.score, one.start, one.until)
            if one.still is not None:
                self._thumbnails.take(one.name, one.score, one.still)

    def draw(
        self,
        state: PickerState,
        asked: settings_form.SettingsForm | None,
        settings: Settings,
        room: float,
        leaving: float = 0.0,
        touched: float = 0.0,
    ) -> None:
        """Draw one frame; where nothing has changed, only wait for the next one's time.

        Args:
            state: of the picker.
            asked: the settings page over it, or None.
            settings: of the person.
            room: seconds of the room.
            leaving: 0 shown .. 1 black.
            touched: when there was the last input, seconds of the room.
        """
        panes = row(state, self._window.size, settings.caption_size).panes
        on_page = {card.name: card for card in state.shown}
        self._thumbnails.paint([on_page[name] for name, _ in panes], state.card, room)
        black = self._change(state.card, room)
        if asked is not None and asked.names == settings_form.WELCOME:
            black = 1.0
        idle = 1.0 - smooth(room - touched, _RESTS_FROM, _RESTS_AT)
        name = "" if self._card is None else self._card.name
        moment = self._schedule.moment(name, room) if black < 1.0 and idle > 0.0 else None
        overlay, shown = self._set_page(state, asked, settings, room), smooth(room, 0.1, 1.0) * (1.0 - leaving)
        if overlay is not None:
            overlay = replace(overlay, opacity=shown)
        scene = _Scene(moment, max(black, leaving), idle, overlay, self._light * shown)
        if self._keys is not None and self._keys.works:
            self._blend(self._keys, scene, settings, room)
        else:
            self._show_whole(scene, settings, room)

    def close(self) -> None:
        """Release the renderers."""
        self._thumbnails.close()

    def _change(self, card: Card | None, room: float) -> float:
        """Fade through black to another dream; returns how black it is now."""
        known = None if self._card is None else (self._card.name, self._card.sha256)
        if (None if card is None else (card.name, card.sha256)) != known and self._fade is None:
            self._fade = FadeThroughBlack(room, fade_out=0.22 if self._card else 0.0)
        if self._fade is not None and self._fade.return_at is None and self._fade.is_black(room):
            self._card, self._live, self._still = card, None, None
            if self._keys is not None:
                self._keys.forget()
            self._fade = replace(self._fade, return_at=room, fade_in=0.9)
        if self._fade is not None and self._fade.is_over(room):
            self._fade = None
        return 0.0 if self._fade is None else self._fade.opacity_at(room)

    def _living(self, scene: _Scene, room: float, *, ready: bool) -> float:
        """Share of the living picture, 0 the still alone .. 1: it comes in softly, once it is ready."""
        if not ready or scene.moment is None:
            if scene.moment is None:
                self._live = None
            return 0.0
        self._live = room if self._live is None else self._live
        return float(smooth(room - self._live, 0.0, _LIVENS)) * scene.idle * (1.0 - scene.moment.black)

    def _still_key(self, settings: Settings) -> Key | None:
        """The still of the shown dream, made once."""
        surface = None if self._card is None else self._thumbnails.still(self._card)
        if surface is None:
            return None
        cap = settings.story_light() / STORY_CAP * settings.brightness
        if self._still is None or self._still[0] is not surface or self._still[1] != cap:
            self._still = (surface, cap, stills.as_key(surface, cap))
        return self._still[2]

    def _changed(self, seen: object) -> bool:
        """Whether anything differs from what was drawn last; if not, wait for the next frame's time."""
        if seen == self._seen:
            self._window.rest(_REST_FPS)
            return False
        self._seen = seen
        return True

    def _blend(self, keys: KeyQueue, scene: _Scene, settings: Settings, room: float) -> None:
        """Without a graphics card: blend key pictures another process draws."""
        cap = stills.CAP * settings.story_light() / STORY_CAP * settings.brightness
        adjustment = LightAdjustment(settings.brightness**2.2, cap, scene.glare)
        bare, pair, moment, black = _bare(room, self._window.size), None, scene.moment, scene.black
        if moment is not None:
            bare = outline(moment.score, moment.t, aspect=bare.aspect)
            black = max(black, bare.grade.black)
            pair = keys.follow(moment.score, moment.t, room, adjustment, words=False, moving=True)
        living, still = self._living(scene, room, ready=pair is not None), self._still_key(settings)
        if still is not None and (pair is None or living < 1.0):
            pair = Between(still, still if pair is None else pair.second, living)
        shown = replace(bare, caption=None, overlay=scene.overlay, grade=replace(bare.grade, black=black))
        page = scene.overlay
        # A window that was covered is shown again within a second.
        seen = (page and (page.rgba, page.opacity), black, still, self._window.size, adjustment.exposure, int(room))
        if living > 0.0 or self._changed(seen):
            self._window.blend(pair, shown, adjustment.exposure)
        if living > 0.0:
            self._seen = None

    def _show_whole(self, scene: _Scene, settings: Settings, room: float) -> None:
        """With a graphics card: draw the whole picture, the still over it until it is there."""
        cap, exposure = stills.CAP * settings.story_light(), settings.brightness**2.2
        bare, moment = _bare(room, self._window.size), scene.moment
        living, still = self._living(scene, room, ready=moment is not None), self._still_key(settings)
        overlay, size = scene.overlay, self._window.size
        if still is not None and living < 1.0 and self._whole_page is not None and overlay is not None:
            level = gain(still, exposure) * (1.0 - scene.black) ** (1 / 2.2)
            overlay = _over_still(still, level, 1.0 - living, self._whole_page, overlay.opacity)
        seen = (
            scene.overlay and (scene.overlay.rgba, scene.overlay.opacity),
            scene.black,
            still,
            size,
            exposure,
            int(room),
        )
        if living <= 0.0 and still is not None:
            frame = replace(bare, grade=Grade(exposure=0.0, cap=cap, black=1.0))
            if self._changed(seen):
                self._window.show(replace(frame, overlay=overlay))
            return
        self._seen = None
        if moment is None:
            black = max(scene.black, 1.0 - smooth(room, 0.2, 3.0))
            frame = replace(bare, grade=Grade(exposure=0.4 * exposure, cap=cap, black=black))
        else:
            frame = picture(moment.score, moment.t, aspect=bare.aspect)
            grade = replace(
                frame.grade,
                exposure=frame.grade.exposure * exposure,
                cap=min(frame.grade.cap, cap) * settings.brightness,
                black=max(scene.black, frame.grade.black),
            )
            frame = replace(frame, caption=None, grade=grade)
        grade = replace(frame.grade, cap=max(1e-6, frame.grade.cap - scene.glare))
        self._window.show(replace(frame, overlay=overlay, grade=grade))

    def _set_page(
        self, state: PickerState, asked: settings_form.SettingsForm | None, settings: Settings, room: float
    ) -> Overlay | None:
        """The page, laid out again only where its text or a thumbnail has changed."""
        size, text, easy = self._window.size, settings.caption_size, settings.easy_reading
        content = (replace(state, picked=None), size, text, easy, asked)
        names = [name for name, _ in row(state, size, text).panes]
        panes = None if asked else self._thumbnails.state(names, room)
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
            shown = self._thumbnails.shown
            lay(shown, whole, state, size, text, lambda name: self._thumbnails.opacity(name, room))
        self._whole_page, self._overlay = whole, as_overlay(whole)
        self._light = load(self._overlay)
        return self._overlay


@dataclass(frozen=True, slots=True)
class _Scene:
    """What one frame of the picker shows."""

    moment: PreviewTime | None
    """Of the living picture; None while there is none."""
    black: float
    idle: float
    """1 in use .. 0 nobody has touched anything for a while."""
    overlay: Overlay | None
    glare: float
    """Melanopic load of the overlay."""


def _over_still(still: Key, level: float, opacity: float, page: pygame.Surface, shown: float) -> Overlay:
    """A still with the page over it, as one overlay.

    Args:
        still: as a key.
        level: factor on its values.
        opacity: of the still, 0..1.
        page: premultiplied.
        shown: opacity of the page, 0..1.
    """
    picture = pygame.transform.smoothscale(surface_of(still), page.get_size())
    scale(picture, level * opacity)
    whole = pygame.Surface(page.get_size(), pygame.SRCALPHA)
    whole.blit(picture, (0, 0))
    # Premultiplied: the values are scaled above, the alpha here.
    pygame.surfarray.pixels_alpha(whole)[:] = round(255 * opacity)
    veil = page.copy()
    share = round(255 * shown)
    veil.fill((share, share, share, share), special_flags=pygame.BLEND_RGBA_MULT)
    whole.blit(veil, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return as_overlay(whole)


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
