"""Software renderer: frames drawn with pygame surfaces alone, for machines without OpenGL."""

from __future__ import annotations

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Dots, Field, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.model.stage import Light
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.gl.pack import depth_of
from dreamplayer.picture.key import Key
from dreamplayer.picture.surface.backdrop import backdrop
from dreamplayer.picture.surface.overlay_text import write
from dreamplayer.picture.surface.place_backdrop import place_backdrop
from dreamplayer.picture.surface.splat import FEW, SMALL, SOFT, splat, splat_soft
from dreamplayer.picture.surface.stamps import dot, lit
from dreamplayer.picture.surface.strokes import stroke
from dreamplayer.picture.surface.view import SurfaceView
from dreamplayer.picture.tone import encoded, melanopic, toned

MOST_DOTS = 2600
MOST_SPRITES = 140
MOST_INSTANCES = 420
"""Limits of one form: what is beyond them is not drawn."""
_MIRRORS = {"water": 0.62, "glass": 0.40, "void": 0.26, "floor": 0.16, "street": 0.16, "wood": 0.08}
"""Strength of the reflection of forms in each ground, 0..1."""
_RIM_IN_PLACE = 0.25
"""Strength of bright edges in a place, where only a lamp behind a thing should draw one."""
_MIDDLE = 0.06
"""Linear light of a middle tone of the night, by which it is judged how dark a pixel gets where light is dimmed."""
_FAR = 1e5
"""Metres within which all solids of a place are."""
_NEARER = 0.03
"""Metres by which everything is taken to be nearer than it is, so that no floor cuts what stands on it."""
Array = NDArray[np.float32]
_ADD, _OVER = pygame.BLEND_RGB_ADD, pygame.BLEND_PREMULTIPLIED


def _each(values: object, n: int) -> Array:
    """Broadcast to one value for each of n."""
    return np.broadcast_to(np.asarray(values, np.float32), (n,))


def _dimmed(share: float) -> float:
    """Factor on the level of a pixel where so much of the light is left before the tone map."""
    levels = encoded(toned(np.full((2, 3), _MIDDLE, np.float32) * np.array([[share], [1.0]], np.float32), 1.0))
    return float(levels[0, 1] / levels[1, 1])


def _ambient(frame: Frame) -> Array:
    """Light from everywhere: of the sky, or of the lamps of a place."""
    if frame.backdrop is not None:
        return np.asarray(frame.backdrop.ambient, np.float32)
    sky = frame.palette
    return np.asarray(
        np.asarray(sky.zenith) * 2 + np.asarray(sky.horizon) * 3 + np.asarray(sky.glow) * 0.18 + 0.01, np.float32
    )


class SurfacePainter:
    """Draws on a pygame surface: the window's, or one in memory."""

    def __init__(self, width: int, height: int, *, screen: pygame.Surface | None = None) -> None:
        self.width, self.height = width, height
        self._screen = screen if screen is not None else pygame.Surface((width, height))
        self._mirror = pygame.Surface((width, height))

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on, in pixels; the surface of a window is looked up again.

        Args:
            width: pixels.
            height: pixels.
        """
        if (width, height) == (self.width, self.height):
            return
        self.width, self.height = width, height
        window = pygame.display.get_surface() if pygame.display.get_init() else None
        held = window is not None and window.get_size() == (width, height)
        self._screen = window if held and window is not None else pygame.Surface((width, height))
        self._mirror = pygame.Surface((width, height))

    def paint(self, frame: Frame) -> None:
        """Draw it, with its caption and overlay.

        Args:
            frame: what is seen at one moment.
        """
        screen = self._screen
        if frame.grade.black >= 0.9995:
            screen.fill((0, 0, 0))
        else:
            self._world(frame)
        write(frame, screen)

    def key(self, frame: Frame) -> Key:
        """The frame as a key picture: without caption and overlay.

        Args:
            frame: what is seen at one moment.
        """
        self._world(frame)
        return Key(frame.t, self.width, self.height, pygame.image.tobytes(self._screen, "RGBX"))

    def _world(self, frame: Frame) -> None:
        screen = self._screen
        if frame.before is not None and frame.share < 1.0:
            self._scene(frame.before)
            going = screen.copy()
            self._scene(frame)
            both = max(frame.before_share + frame.share, 1e-6)
            dimmed = _dimmed(both) / both
            for picture, share in ((screen, frame.share), (going, frame.before_share)):
                level = min(round(255 * share * dimmed), 255)
                picture.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
            screen.blit(going, (0, 0), special_flags=_ADD)
            view = SurfaceView(frame, self.width, self.height)
            for form in sorted(frame.veil, key=depth_of, reverse=True):
                self._draw(form, view, screen)
        else:
            self._scene(frame)
        self._bloom()
        self._limit(frame)

    def _scene(self, frame: Frame) -> None:
        """Everything of one picture, without bloom."""
        screen = self._screen
        drawn: list[Form] = [form for form in frame.forms if not isinstance(form, Light)]
        drawn.sort(key=depth_of, reverse=True)
        place = place_backdrop(frame, self.width, self.height)
        screen.blit(backdrop(frame, self.width, self.height) if place is None else place.surface, (0, 0))
        if frame.backdrop is not None and place is None:
            return
        gloss = sum(_MIRRORS.get(kind, 0.0) * share for kind, share in frame.grounds)
        if gloss > 0.02 and (frame.backdrop is None or frame.backdrop.mirrored):
            self._reflect(frame, drawn, gloss)
            if place is not None:
                # Sand and jetties do not mirror: only what is open to the water behind does.
                top = int(SurfaceView(frame, self.width, self.height).horizon) + 1
                place.restore(screen, pygame.Rect(0, top, self.width, self.height - top), _FAR)
        view = SurfaceView(frame, self.width, self.height, place=place)
        for form in drawn:
            self._draw(form, view, screen)

    def ahead(self, layers: Layers) -> bool:
        """Nothing is uploaded anywhere: True at once.

        Args:
            layers: of the framing that comes.
        """
        return layers is not None

    def pixels(self) -> bytes:
        """The picture painted last: RGB bytes, rows from the top."""
        return pygame.image.tobytes(self._screen, "RGB")

    def close(self) -> None:
        """Nothing to release."""

    def _reflect(self, frame: Frame, drawn: list[Form], gloss: float) -> None:
        """Reflection of the forms in the ground: upside down and dimmer, added below the horizon."""
        view = SurfaceView(frame, self.width, self.height, mirrored=True)
        top = int(view.horizon) + 1
        if top >= self.height:
            return
        self._mirror.fill((0, 0, 0))
        for form in drawn:
            if getattr(form, "reflect", False) and not isinstance(form, Instances | Field):
                self._draw(form, view, self._mirror, share=0.35)
        part = self._mirror.subsurface((0, top, self.width, self.height - top))
        small = pygame.transform.smoothscale(part, (max(1, self.width // 3), max(1, (self.height - top) // 10)))
        soft = pygame.transform.smoothscale(small, part.get_size())
        level = int(255 * gloss)
        soft.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
        self._screen.blit(soft, (0, top), special_flags=_ADD)

    def _draw(self, form: Form, view: SurfaceView, onto: pygame.Surface, share: float = 1.0) -> None:
        if isinstance(form, Dots):
            self._dots(form, view, onto, share)
        elif isinstance(form, Sprites):
            self._sprites(form, view, onto, share)
        elif isinstance(form, Instances):
            self._instances(form, view, onto)
        elif isinstance(form, Ribbons):
            stroke(form, view, onto, share)
            if view.place is not None and len(form.position):
                x, y, _ = view.seen(np.asarray(form.position, np.float32))
                left, top = int(x.min()) - 4, int(y.min()) - 4
                box = pygame.Rect(left, top, int(x.max()) + 4 - left, int(y.max()) + 4 - top)
                view.place.restore(onto, box, depth_of(form) - _NEARER)
        elif isinstance(form, Field):
            for part in form.standin:
                self._draw(part, view, onto, share)
        elif isinstance(form, Text):
            from dreamplayer.picture.gl.world_lettering import paint_words

            self._sprites(paint_words(form), view, onto, share)

    def _dots(self, form: Dots, view: SurfaceView, onto: pygame.Surface, share: float) -> None:
        n = len(form.position)
        keep = min(n, int(MOST_DOTS * share))
        if keep == 0:
            return
        at = form.position[:keep]
        x, y, k = view.seen(at)
        size = np.broadcast_to(np.asarray(form.size, np.float32), (n,))[:keep] * k * 1.1
        colour = np.broadcast_to(np.asarray(form.colour, np.float32), (n, 3))[:keep]
        glint = np.broadcast_to(np.asarray(form.glint, np.float32), (n,))[:keep] > 0.5
        least = np.where(glint, 5.0, 1.4)
        weak = np.minimum(size / least, 1.0) ** 2 * view.clear(at[:, 2]) * min((n / keep) ** 0.5, 2.0)
        size = np.clip(np.maximum(size, least), 1, 260)
        grade = view.frame.grade
        small = (size <= SMALL) & (at[:, 2] > 0.3) & ~glint
        if int(small.sum()) > FEW and not np.any(np.asarray(form.cover) > 0):
            light = (colour * weak[:, None])[small]
            splat(onto, x[small], y[small], size[small], light, grade.exposure, grade.warmth)
            at, x, y, size, weak, colour, glint = (v[~small] for v in (at, x, y, size, weak, colour, glint))
        elif np.ndim(form.size) == 0 and keep > FEW and not glint.any() and not np.any(np.asarray(form.cover) > 0):
            across = float(np.median(size))
            if SMALL < across <= SOFT:
                light = colour * (weak * (at[:, 2] > 0.3))[:, None]
                splat_soft(onto, x, y, across, light, grade.exposure, grade.warmth)
                return
        shown = encoded(toned(colour * weak[:, None], grade.exposure, grade.warmth)) * 255
        seen = (shown.max(1) > 4) & (x > -130) & (x < view.width + 130) & (y > -130) & (y < view.height + 130)
        seen &= at[:, 2] > 0.3
        if view.place is not None:
            seen &= ~view.place.hidden(x, y, at[:, 2] - _NEARER)
        # Sizes and colours are quantised so that stamps repeat; the steps of brightness are below what is noticed.
        across = np.where(size < 6, np.round(size), np.round(size / 4) * 4).astype(int)
        steps = (np.round(shown / 12) * 12).clip(0, 255).astype(int)
        stamps = []
        for i in np.flatnonzero(seen):
            d = int(across[i])
            r, g, b = (int(v) for v in steps[i])
            stamps.append((dot(d, (r, g, b), bool(glint[i])), (int(x[i] - d / 2), int(y[i] - d / 2))))
        onto.fblits(stamps, _ADD)

    def _sprites(self, form: Sprites, view: SurfaceView, onto: pygame.Surface, share: float, fine: float = 1.0) -> None:
        n = len(form.position)
        order = np.argsort(-form.position[:, 2], kind="stable")[-int(MOST_SPRITES * share) :]
        x, y, k = view.seen(form.position)
        size, opacity, width = _each(form.size, n) * k, _each(form.opacity, n), _each(form.width, n)
        yaw, lie, turn = _each(form.yaw, n), _each(form.lie, n), _each(form.turn, n)
        frame, cover = _each(form.frame, n), _each(form.cover, n)
        tint = np.broadcast_to(np.asarray(form.tint, np.float32), (n, 3))
        glow = np.broadcast_to(np.asarray(form.glow, np.float32), (n, 3))
        frames = len(form.shape.paint())
        clear = view.clear(form.position[:, 2])
        # What no lamp lights differs only in its presence from frame to frame: its stamp is made once.
        faded = form.lit <= 0.01 and form.rim <= 0.01
        for i in order:
            tall = float(size[i]) * (
                1 - float(lie[i]) * (1 - min(1.0, view.frame.stage.camera.eye / max(float(form.position[i, 2]), 0.3)))
            )
            wide = float(size[i]) * form.shape.aspect * abs(float(width[i]) * np.cos(float(yaw[i])))
            if opacity[i] < 0.01 or tall < 1.0 or wide < 0.5 or form.position[i, 2] < 0.3 or tall > 4 * view.height:
                continue
            stamp = self._lit(
                form,
                view,
                i,
                int(frame[i]) % frames,
                size[i],
                tint[i],
                glow[i],
                1.0 if faded else opacity[i],
                cover[i],
                clear[i],
                fine,
            )
            if view.mirrored or width[i] < 0:
                stamp = pygame.transform.flip(stamp, bool(width[i] < 0), view.mirrored)
            stamp = pygame.transform.smoothscale(stamp, (max(1, int(wide)), max(1, int(tall))))
            if faded and opacity[i] < 1.0:
                stamp.fill((int(255 * opacity[i]),) * 4, special_flags=pygame.BLEND_RGBA_MULT)
            foot = form.shape.foot if not view.mirrored else 1 - form.shape.foot
            left, top = x[i] - wide / 2, y[i] - tall * (1 - foot)
            if abs(turn[i]) > 0.02:
                middle = (left + wide / 2, top + tall / 2)
                stamp = pygame.transform.rotate(stamp, float(np.degrees(turn[i])) * (-1 if view.mirrored else 1))
                left, top = middle[0] - stamp.get_width() / 2, middle[1] - stamp.get_height() / 2
            if view.place is not None:
                metres = tall / max(float(k[i]), 1e-6)
                front = 0.4 * metres if form.shape.radial else _NEARER + 0.06 * min(metres, 3.0)
                shown = view.place.masked(stamp, left, top, float(form.position[i, 2]) - front - 0.1 * float(lie[i]))
                if shown is None:
                    continue
                stamp = shown
            onto.blit(stamp, (int(left), int(top)), special_flags=_OVER)

    def _lit(
        self, form: Sprites, view: SurfaceView, i: int, frame: int, size: float, tint: Array, glow: Array,
        opacity: float, cover: float, clear: float, fine: float,
    ) -> pygame.Surface:  # fmt: skip
        """The lit stamp of one sprite, light and tint quantised so that it is cached; `fine` 1 many steps .. 0 few."""
        grade = view.frame.grade
        ambient, rim = _ambient(view.frame), form.rim * (1.0 if view.frame.backdrop is None else _RIM_IN_PLACE)
        lamp, towards = np.zeros(3), np.array([0.0, 0.3, -1.0])
        best = 0.0
        for light in view.frame.lights[:6] if form.lit > 0.01 else ():
            d = np.asarray(light.position) - form.position[i]
            fall = 1.0 / (1.0 + float(d @ d) / light.reach**2)
            if view.frame.backdrop is not None and d[2] > 0.0:
                # A lamp behind it draws its edge alone.
                fall *= 1.0 - 0.8 * float(d[2]) / (float(np.linalg.norm(d)) + 1e-3)
            lamp += np.asarray(light.colour) * fall
            if fall * sum(light.colour) > best:
                best, towards = fall * sum(light.colour), d / (np.linalg.norm(d) + 1e-3)
        if form.lit <= 0.01:
            ambient = np.full(3, 0.45)
        rows = int(2 ** np.ceil(np.log2(max(16.0, min(float(size), 400.0)))))

        def steps(values: Array, most: float) -> tuple[float, float, float]:
            n = max(4.0, round(most * fine))
            a, b, c = (np.round(np.sqrt(np.maximum(values, 0)) * n) / n) ** 2
            return float(a), float(b), float(c)

        t = np.round(towards * 2) / 2 if fine > 0.5 else np.round(towards)
        look = (rim, float(cover), float(opacity), grade.exposure, grade.warmth)
        return lit(
            form.shape,
            frame,
            rows,
            steps(tint, 16),
            steps(glow * clear, 24),
            steps(np.asarray(ambient, np.float32), 48),
            steps(np.asarray(lamp * clear, np.float32), 12),
            (float(t[0]), float(t[1]), float(t[2])),
            (
                round(look[0], 1),
                round(look[1], 1),
                round(look[2] * 20) / 20,
                round(look[3] * 20) / 20,
                round(look[4], 1),
            ),
        )

    def _instances(self, form: Instances, view: SurfaceView, onto: pygame.Surface) -> None:
        """Draw the largest few hundred: the rest would be specks."""
        n = len(form.position)
        if n == 0 or form.opacity < 0.01:
            return
        stand = np.clip((form.grown - form.born) * 4, 0, 1)
        shown = form.size * stand * view.scale(form.position[:, 2])
        most = np.argsort(-shown, kind="stable")[:MOST_INSTANCES]
        most = most[shown[most] > 1.5]
        lean = -form.sway * np.sin(form.t * 0.7 + form.phase[most] * 6.283) / np.maximum(form.size[most], 0.1)
        standing = Sprites(
            form.shape,
            form.position[most],
            (form.size * stand)[most],
            tint=form.tint[most] * np.asarray(form.tone, np.float32),
            glow=form.glow[most] * np.asarray(form.shine, np.float32),
            cover=form.cover,
            opacity=form.opacity,
            lit=form.lit,
            rim=form.rim,
            turn=np.asarray(lean, np.float32),
            frame=form.frame[most],
        )
        # Coarse steps: thousands of tints would be thousands of stamps.
        self._sprites(standing, view, onto, share=MOST_INSTANCES / MOST_SPRITES, fine=0.4)

    def _bloom(self) -> None:
        w, h = max(8, self.width // 6), max(8, self.height // 6)
        small = pygame.transform.smoothscale(self._screen, (w, h))
        small.fill((70, 70, 70), special_flags=pygame.BLEND_RGB_SUB)
        for radius in (3, 7):
            small = pygame.transform.box_blur(small, radius)
        small.fill((84, 76, 70), special_flags=pygame.BLEND_RGB_MULT)
        self._screen.blit(pygame.transform.smoothscale(small, (self.width, self.height)), (0, 0), special_flags=_ADD)

    def _limit(self, frame: Frame) -> None:
        """Apply the black level and the melanopic cap to the finished picture."""
        small = pygame.transform.smoothscale(self._screen, (64, 36))
        load = melanopic(pygame.surfarray.array3d(small).swapaxes(0, 1))
        gain = min(1.0, frame.grade.cap * 0.9 / max(load, 1e-6)) * (1.0 - frame.grade.black)
        if gain < 0.999:
            level = int(255 * float(gain) ** (1 / 2.2))
            self._screen.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
