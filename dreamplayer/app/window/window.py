"""The window: full-screen, its pointer hidden, its first frame black.

With a graphics card it renders by itself. Without one a render worker draws key pictures, and the window interpolates
between them.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pygame

from dreamplayer import paths
from dreamplayer.app.desktop.power import PowerWatch
from dreamplayer.app.ending import Ending, end_with_display
from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.window import gl_probe, interface_text
from dreamplayer.app.window.blank_monitors import BlankMonitors
from dreamplayer.app.window.offscreen import by_processor
from dreamplayer.app.window.pointer import Pointer
from dreamplayer.errors import PictureError
from dreamplayer.picture.frame import Frame, Painter
from dreamplayer.picture.key import Between
from dreamplayer.picture.quality import software
from dreamplayer.picture.surface.between import BlitPainter, KeyBlender
from dreamplayer.picture.surface.painter import SurfacePainter
from dreamplayer.settings import Settings

if TYPE_CHECKING:
    import moderngl

    from dreamplayer.picture.gl.painter import GLPainter

_log = logging.getLogger(__name__)
_SMALL = (1280, 720)


@dataclass(slots=True)
class FramePacing:
    """Frame rate: 60 a second where drawing is cheap, 30 where it is not."""

    fps: float = 60.0
    most: float = 60.0
    """Frames a second at most: half as many on a battery."""
    cost: float = 0.0
    """Seconds a frame takes to draw, averaged over about a second."""

    def drawn(self, seconds: float) -> None:
        """Account for a frame that took so many seconds: 30 above 11 ms, 60 again below 6 (hysteresis)."""
        self.cost += 0.03 * (seconds - self.cost)
        if self.cost > 0.011:
            self.fps = 30.0
        elif self.cost < 0.006:
            self.fps = 60.0
        self.fps = min(self.fps, self.most)


class Window:
    """The one window of the app."""

    def __init__(self, settings: Settings, history: PlayHistory | None = None, ending: Ending | None = None) -> None:
        self.ending = ending or Ending()
        self._pointer = Pointer()
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "dreamplayer")
        os.environ.setdefault("SDL_VIDEO_WAYLAND_WMCLASS", "dreamplayer")
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        # What keeps the machine awake is held by desktop.keep_awake, and let go at the end.
        os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
        # A full-screen window that loses the keyboard must not jump out of the dark and show the desktop.
        os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
        self._history = history or PlayHistory()
        self._open_display()
        self.fullscreen = settings.fullscreen
        self.renderer = self._find_renderer(settings.painter)
        self._clock = pygame.time.Clock()
        self.pace = FramePacing()
        self._ctx: moderngl.Context | None = None
        self._key_blender = KeyBlender()
        self.painter: Painter = self._open()
        self.render_worker = self._start_render_worker()
        self.power = PowerWatch()
        """Whether the machine runs on its battery."""
        self._saving = False
        self._blank_monitors = BlankMonitors()
        self._cover_others()
        self._trial(over=True)

    # -- opening ------------------------------------------------------------------------------------------------

    def _open_display(self) -> None:
        todo = interface_text.message("messages", "no-screen-todo")
        try:
            pygame.display.init()
        except pygame.error as error:
            raise PictureError(f"{interface_text.message('messages', 'no-screen')}: {error}", todo=todo) from error
        if pygame.display.get_driver() == "x11":
            end_with_display()
        # Without a display SDL quietly plays to nowhere.
        if pygame.display.get_driver() in ("offscreen", "dummy"):
            pygame.display.quit()
            raise PictureError(interface_text.message("messages", "no-screen"), todo=todo)

    def _find_renderer(self, wanted: str) -> str | None:
        if wanted == "surface":
            return None
        found = gl_probe.renderer(self._history)
        if found is None and wanted == "gl":
            raise PictureError(
                "OpenGL 3.3 does not work here", todo="Leave out --painter gl: the night is drawn without it."
            )
        if found is not None:
            self._trial(over=False)
        return found

    def _trial(self, *, over: bool) -> None:
        """Forget the cached probe until the window is open, so that a crash probes again."""
        answer = {"key": gl_probe.key(), "renderer": self.renderer} if over and self.renderer else None
        if self._history.recall("gl") != answer:
            self._history.remember("gl", answer)

    def _open(self) -> Painter:
        size = self._desktop() if self.fullscreen else self._small()
        flags = pygame.FULLSCREEN if self.fullscreen else pygame.RESIZABLE
        pygame.display.set_caption("Dreamplayer")
        with contextlib.suppress(pygame.error, OSError):
            pygame.display.set_icon(pygame.image.load(str(paths.assets() / "icon.png")))
        if self.renderer is None or software(self.renderer):
            return self._open_surface(size, flags)
        return self._open_gl(size, flags)

    def _start_render_worker(self) -> RenderWorker | None:
        """Start a render worker where there is no graphics card."""
        if self._ctx is not None:
            return None
        return RenderWorker(Setup(*self.size, "surface" if self.renderer is None else "gl"))

    def _open_gl(self, size: tuple[int, int], flags: int) -> Painter:
        import moderngl

        from dreamplayer.picture.gl.painter import GLPainter

        gl_probe.ask_for_core()
        flags |= pygame.OPENGL | pygame.DOUBLEBUF
        try:
            pygame.display.set_mode(size, flags, vsync=1)
        except pygame.error:
            pygame.display.set_mode(size, flags)
        self._hide_pointer()
        self._ctx = moderngl.create_context(require=330)
        # moderngl leaves an error pending in core profile; unasked, it would be blamed on the next call.
        _ = self._ctx.error
        self._black()
        painter = GLPainter(self._ctx, *self.size, quality=None)
        painter.timer = time.perf_counter
        return painter

    def _open_surface(self, size: tuple[int, int], flags: int) -> Painter:
        if pygame.display.get_driver() == "x11":
            # A surface shown through the processor's OpenGL costs ten times as much. Other systems know no other way.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        surface = pygame.display.set_mode(size, flags)
        self._hide_pointer()
        self._black()
        if self.renderer is not None:
            return BlitPainter(lambda: self._drawn_by_processor(*self.size))
        return SurfacePainter(*self.size, screen=surface)

    def _drawn_by_processor(self, width: int, height: int) -> GLPainter | SurfacePainter:
        """OpenGL by the processor, into memory; surfaces where that does not work."""
        return by_processor(width, height) or SurfacePainter(width, height)

    def _desktop(self) -> tuple[int, int]:
        sizes = pygame.display.get_desktop_sizes()
        return sizes[0] if sizes else _SMALL

    def _small(self) -> tuple[int, int]:
        """The size in a window: no larger than the screen, so that it does not cover the next one."""
        width, height = self._desktop()
        return min(_SMALL[0], width), min(_SMALL[1], height)

    def _hide_pointer(self) -> None:
        self._pointer.hide()

    def _black(self) -> None:
        """Both buffers black before anything else is shown."""
        for _ in range(2):
            if self._ctx is not None:
                self._ctx.screen.use()
                self._ctx.screen.viewport = (0, 0, *self.size)
                self._ctx.clear(0.0, 0.0, 0.0, 1.0)
            else:
                surface = pygame.display.get_surface()
                assert surface is not None
                surface.fill((0, 0, 0))
            pygame.display.flip()

    def miniature(self, width: int, height: int) -> Painter:
        """A painter into memory for thumbnails."""
        if self._ctx is not None:
            from dreamplayer.picture.gl.painter import GLPainter

            return GLPainter(self._ctx, width, height, quality="lite", offscreen=True)
        if self.renderer is not None:
            return self._drawn_by_processor(width, height)
        return SurfacePainter(width, height)

    # -- in use -------------------------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, by the display: after a change of mode surface and context keep the old size."""
        width, height = pygame.display.get_window_size()
        return max(16, width), max(16, height)

    def events(self) -> list[pygame.event.Event]:
        """Events since the last call."""
        self._save_power()
        found = pygame.event.get()
        if any(event.type == pygame.QUIT for event in found):
            self.ending.ask()
        elif self.ending.asked:
            found.append(pygame.event.Event(pygame.QUIT))
        for event in found:
            if event.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED):
                self._resized()
        self._pointer.follow(found, time.perf_counter())
        return found

    def _save_power(self) -> None:
        """On battery draw less; on mains power as much as the machine can."""
        saving = self.power()
        if saving == self._saving:
            return
        self._saving = saving
        self.pace.most = 30.0 if saving else 60.0
        if self.render_worker is not None:
            self.render_worker.save_power(saving)
        elif self._ctx is not None:
            cast("GLPainter", self.painter).save_power(saving)

    def show(self, frame: Frame) -> None:
        """Draw a frame, show it, and wait for the next one's time."""
        began = time.perf_counter()
        self.painter.paint(frame)
        self.pace.drawn(time.perf_counter() - began)
        pygame.display.flip()
        self._clock.tick(self.pace.fps)

    def blend(self, pair: Between | None, frame: Frame, light: float) -> None:
        """Show the interpolation of two keys, or black, with the frame's text; wait for the next frame's time."""
        surface = pygame.display.get_surface()
        assert surface is not None
        self._key_blender.show(pair, frame, light, surface)
        pygame.display.flip()
        self._clock.tick(self.pace.most)

    def rest(self, fps: float = 10.0) -> None:
        """Wait for a frame without drawing."""
        self._clock.tick(fps)

    def dark(self) -> None:
        """Show black."""
        self._black()

    def set_fullscreen(self, full: bool) -> None:
        """Switch between full screen and window, through black."""
        if full == self.fullscreen:
            return
        self.fullscreen = full
        self._black()
        if self._ctx is not None:
            window = pygame.Window.from_display_module()
            if full:
                window.set_fullscreen(desktop=True)
            else:
                window.set_windowed()
                window.size = self._small()
        else:
            size = self._desktop() if full else self._small()
            pygame.display.set_mode(size, pygame.FULLSCREEN if full else pygame.RESIZABLE)
        pygame.display.set_caption("Dreamplayer")
        self._resized()
        self._hide_pointer()
        self._black()
        self._cover_others()

    def _resized(self) -> None:
        if not hasattr(self, "painter"):
            return
        if self._ctx is not None:
            self._ctx.screen.viewport = (0, 0, *self.size)
        self.painter.resize(*self.size)
        if self.render_worker is not None:
            self.render_worker.resize(*self.size)

    def _cover_others(self) -> None:
        if not self.fullscreen:
            self._blank_monitors.uncover()
        elif len(pygame.display.get_desktop_sizes()) > 1:
            at = pygame.Window.from_display_module().position
            self._blank_monitors.cover(pygame.Rect(at, self.size))

    def close(self) -> None:
        """Close the window, black to the end."""
        self._blank_monitors.uncover()
        if self.render_worker is not None:
            self.render_worker.close()
        with contextlib.suppress(Exception):
            self._black()
        with contextlib.suppress(Exception):
            self.painter.close()
        pygame.display.quit()
