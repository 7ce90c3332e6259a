"""Event responses: what an event does to an element, by its own response where it has one, else by the default here.

Each state runs 0..1 over seconds (`model.score.EventResponse`), so a word like "shatter" is always a slow event.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dreamplayer.drawing.element import Element
from dreamplayer.drawing.primitives import Array, Dots, Field, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def apply_events(element: Element, moment: Moment) -> tuple[Form, ...]:
    """The element's forms with every event it does not handle itself applied by default.

    Args:
        element: the drawing, and the events it handles.
        moment: when and where; its `events` are the states, 0 not begun .. 1 complete.
    """
    forms = element(moment)
    left: dict[str, float] = {}
    for name, state in moment.events.items():
        if state > 0.001 and name not in element.handles:
            meant = _rooted(element).get(name, name)
            left[meant] = max(state, left.get(meant, 0.0))
    if not left:
        return forms
    change = Change.of(left, moment, element.size)
    return tuple(part for form in forms for part in change.apply(form))


_GROWS = {"rise": "grow", "explode": "grow", "drift": "shimmer", "swirl": "shimmer", "descend": "dim", "fall": "dim"}
_STANDS = {"rise": "emerge", "fall": "dim", "descend": "dim", "swirl": "shimmer", "melt": "dim"}


def _rooted(element: Element) -> dict[str, str]:
    """Event synonyms for what is fixed to the ground: roots that rise grow, a person who falls is dimmed."""
    if element.role in ("ground", "far") or element.family in ("plant", "earth", "built"):
        return _GROWS if element.role not in ("air", "weather") else {}
    if element.family in ("people", "home", "vehicle") or (element.family == "creature" and element.role == "prop"):
        return _STANDS
    return {}


class Change:
    """An element's events combined into one displacement, scale, brightness and disintegration."""

    def __init__(self) -> None:
        self.shift = np.zeros(3)
        """Metres."""
        self.scale = 1.0
        self.bright = 1.0
        """Factor on light: 0.2 dim .. 2 ablaze."""
        self.fade = 1.0
        """Factor on opacity, 0..1."""
        self.turn = 0.0
        """Radians about the upright axis."""
        self.apart = 0.0
        """0 whole .. 1.3 scattered; particles are seen from 0.08."""
        self.blur = 0.0
        self.warm = 0.0
        self.grown: float | None = None
        """How far what grows has grown; None leaves it as it is."""
        self.seed = 0
        self.size = 1.0
        self.centre = np.zeros(3)

    @classmethod
    def of(  # noqa: C901 - one line for each event that changes a shape
        cls, events: dict[str, float], moment: Moment, size: float
    ) -> Change:
        """The combined change of these events.

        Args:
            events: name to state, 0..1.
            moment: when and where; its ages say how long ago each began.
            size: height of the element, metres.
        """
        c = cls()
        tall = max(0.4, size * moment.place.size)
        c.seed, c.size = moment.seed, tall
        c.centre = np.array([moment.place.x, moment.place.y + 0.5 * tall, moment.place.z])
        t = moment.t
        for name, state in events.items():
            u = float(smooth(state, 0.0, 1.0))
            age = moment.ages.get(name, 0.0)
            if name == "rise":
                c.shift[1] += u * (0.55 * tall + 0.6) + 0.02 * min(age, 60.0) * u
            elif name in ("fall", "descend"):
                room = moment.place.y if moment.place.y > 0.2 else 0.12 * tall
                c.shift[1] -= u * min(room, 1.2 * tall + 0.8)
                c.bright *= 1.0 - 0.25 * u
            elif name == "drift":
                c.shift[0] += u * (0.35 * tall * np.sin(t * 0.16 + moment.seed % 7) + 0.012 * min(age, 60.0))
                c.shift[1] += u * 0.10 * tall * (0.5 + 0.5 * np.sin(t * 0.21 + moment.seed % 5))
            elif name in ("swirl", "twist", "wrap"):
                c.turn += u * (0.5 * np.sin(t * 0.35) if name != "swirl" else 0.9 + 0.25 * np.sin(t * 0.3))
                c.apart = max(c.apart, 0.05 * u)
            elif name in ("pulse", "echo", "ring"):
                c.bright *= 1.0 + 0.32 * u * (0.5 - 0.5 * np.cos(2 * np.pi * t / 3.6))
            elif name in ("tremble", "ripple"):
                c.shift[0] += 0.012 * tall * u * np.sin(t * 2.6)
                c.shift[1] += 0.008 * tall * u * np.sin(t * 1.9 + 1.0)
            elif name == "shimmer":
                c.bright *= 1.0 + 0.16 * u * np.sin(t * 1.7) + 0.12 * u
            elif name == "flicker":
                c.bright *= 1.0 - 0.30 * u * (0.5 + 0.5 * np.sin(t * 1.6 + np.sin(t * 0.9)))
            elif name in ("dim", "hush", "wake"):
                c.bright *= 1.0 - (0.80 if name == "dim" else 0.30) * u
            elif name == "ignite":
                c.bright *= 1.0 + 0.9 * u
                c.warm = max(c.warm, 0.5 * u)
            elif name in ("shatter", "explode"):
                c.apart = max(c.apart, 1.3 * u)
                c.fade *= 1.0 - smooth(u, 0.35, 1.0)
            elif name in ("scatter", "dissolve", "melt"):
                c.apart = max(c.apart, (0.9 if name != "melt" else 0.3) * u)
                c.fade *= 1.0 - smooth(u, 0.15, 1.0)
                if name == "melt":
                    c.shift[1] -= 0.25 * tall * u
            elif name == "crack":
                c.apart = max(c.apart, 0.10 * u)
                c.bright *= 1.0 - 0.18 * u
            elif name in ("grow", "bloom", "spread", "open"):
                c.scale *= 1.0 + (0.30 if name != "open" else 0.10) * u
                c.bright *= 1.0 + 0.18 * u
                c.grown = max(c.grown or 0.0, 0.5 + 0.75 * u)
            elif name in ("shrink", "close"):
                c.scale *= 1.0 - 0.38 * u
                c.bright *= 1.0 - 0.15 * u
            elif name in ("mend", "gather", "soften", "emerge", "transform", "freeze"):
                c.bright *= 1.0 + (0.30 if name in ("mend", "transform", "emerge") else -0.14) * u
                c.warm = max(c.warm, 0.35 * u if name != "freeze" else 0.0)
            elif name in ("pour", "part"):
                c.shift[0] += (0.30 if name == "part" else 0.0) * tall * u * (1 if moment.seed % 2 else -1)
                c.apart = max(c.apart, 0.22 * u if name == "pour" else 0.0)
                c.bright *= 1.0 + 0.12 * u
        return c

    def apply(self, form: Form) -> tuple[Form, ...]:
        """The form with the change applied, and the particles it disintegrates into.

        Args:
            form: of the element.
        """
        if isinstance(form, Light):
            x, y, z = (np.asarray(form.position) + self.shift).tolist()
            k = self.bright * self.fade
            return (replace(form, position=(x, y, z), colour=tuple(v * k for v in form.colour)),)  # type: ignore[arg-type]
        if isinstance(form, Field):
            scaled: dict[str, Any] = dict(form.params)
            if "opacity" in scaled:
                scaled["opacity"] = float(scaled["opacity"]) * self.fade * min(self.bright, 1.5)
            return (replace(form, params=scaled),)
        if isinstance(form, Text):
            at = tuple(float(v) for v in np.asarray(form.position) + self.shift)
            return (replace(form, position=at, opacity=form.opacity * self.fade),)  # type: ignore[arg-type]
        if isinstance(form, Instances):
            grown = form.grown if self.grown is None else max(form.grown, self.grown)
            return (replace(form, opacity=form.opacity * self.fade * min(self.bright, 1.0), grown=grown),)
        moved = self._moved(np.asarray(form.position))
        if isinstance(form, Dots):
            colour = np.asarray(form.colour, np.float32) * np.float32(self.bright * self.fade)
            return (
                replace(
                    form,
                    position=self._strewn(moved),
                    colour=colour,
                    cover=np.asarray(form.cover, np.float32) * np.float32(self.fade),
                ),
            )
        if isinstance(form, Ribbons):
            return (
                replace(
                    form,
                    position=moved,
                    width=np.asarray(form.width, np.float32) * np.float32(self.scale),
                    colour=np.asarray(form.colour, np.float32)
                    * np.float32(self.bright if form.profile == "light" else min(self.bright, 1.2)),
                    opacity=np.asarray(form.opacity, np.float32) * np.float32(self.fade),
                ),
            )
        body = replace(
            form,
            position=moved,
            size=np.asarray(form.size, np.float32) * np.float32(self.scale),
            tint=np.asarray(form.tint, np.float32) * np.float32(min(self.bright, 1.4)),
            glow=np.asarray(form.glow, np.float32) * np.float32(self.bright),
            opacity=np.asarray(form.opacity, np.float32) * np.float32(self.fade),
            turn=np.asarray(form.turn, np.float32) + np.float32(0.25 * self.turn if len(moved) < 3 else 0.0),
        )
        # A glow is light alone: there is nothing to disintegrate.
        solid = not form.shape.radial and float(np.max(form.cover)) > 0.0
        return (body, *self._motes(form, moved)) if self.apart > 0.08 and solid else (body,)

    def _moved(self, at: Array) -> Array:
        out = (at - self.centre) * self.scale + self.centre + self.shift
        if self.scale != 1.0:
            foot = (self.scale - 1.0) * 0.5 * self.size
            out[..., 1] += foot
        if self.turn and at.ndim == 2 and len(at) > 2:
            c, s = np.cos(self.turn), np.sin(self.turn)
            dx, dz = out[..., 0] - self.centre[0], out[..., 2] - self.centre[2]
            out[..., 0] = self.centre[0] + c * dx - s * dz
            out[..., 2] = np.maximum(self.centre[2] + s * dx + c * dz, 0.6)
        # Nothing sinks below the ground unless it was below it before.
        out[..., 1] = np.maximum(out[..., 1], np.minimum(at[..., 1], 0.0))
        return np.asarray(out, np.float32)

    def _strewn(self, at: Array) -> Array:
        if self.apart < 0.02:
            return at
        n = len(at)
        away = np.stack(
            [normal(self.seed, 81, n), 0.6 * normal(self.seed, 82, n) + 0.4, 0.7 * normal(self.seed, 83, n)], 1
        )
        out = at + away * np.float32(0.6 * self.apart * self.size)
        out[:, 1] = np.maximum(out[:, 1], 0.01)
        out[:, 2] = np.maximum(out[:, 2], 0.6)
        return np.asarray(out, np.float32)

    def _motes(self, form: Sprites, at: Array) -> tuple[Dots, ...]:
        """Particles of light that leave a sprite as it disintegrates, sampled within its silhouette."""
        from dreamplayer.drawing.particles import sampled

        some = min(len(at), 8)
        size = np.broadcast_to(np.asarray(form.size, np.float32), (len(at),))
        width = np.broadcast_to(np.asarray(form.width, np.float32), (len(at),))
        opacity = np.broadcast_to(np.asarray(form.opacity, np.float32), (len(at),))
        n = max(60, 900 // some)
        points = sampled(form.shape, n)
        glow = np.asarray(form.glow, np.float32)
        shine = glow if glow.ndim == 1 else glow.mean(0)
        warm = np.array([0.9, 0.55, 0.25], np.float32) if shine.max() < 0.05 else shine / max(float(shine.max()), 1e-3)
        out = []
        for i in range(some):
            where = np.empty((n, 3), np.float32)
            where[:, 0] = at[i, 0] + size[i] * width[i] * points[:, 0]
            where[:, 1] = at[i, 1] + size[i] * points[:, 1]
            where[:, 2] = at[i, 2] - 0.02
            life = smooth(self.apart, 0.05, 0.45) * (1.0 - 0.75 * smooth(self.apart, 0.9, 1.3))
            # The particles fade with the sprite in the end.
            life = life * smooth(self.fade, 0.0, 0.12)
            out.append(
                Dots(
                    self._strewn(where),
                    np.float32(0.018 * size[i]) * (0.5 + points[:, 2]),
                    warm * np.float32(0.75 * life * float(opacity[i])),
                    depth=float(at[i, 2]) - 0.02,
                )
            )
        return tuple(out)
