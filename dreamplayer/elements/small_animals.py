"""Small animals: rabbit, owl, bat, butterfly, a dragonfly for any insect."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.flock import alone, crossing
from dreamplayer.forms.form import Array, Form, Shape, Sprites
from dreamplayer.forms.glow import halo
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.standing import cloth_tint, contact, facing
from dreamplayer.forms.swarm import wander
from dreamplayer.forms.tiny import BAT_FRAMES, FRAMES, height, tiny
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def _shine(at: Moment, own: Colour, share: float) -> Colour:
    return rgb(np.asarray(at.tint or own, np.float32) * np.float32(share * (1 - 0.3 * at.calm)))


@element("prop", 0.8, family="creature", several=5)
def rabbit(at: Moment) -> tuple[Form, ...]:
    """Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""
    n = int(min(max(at.count, 1), 8))
    k = np.arange(n)
    unit = at.size(0.80)
    look = facing(at)
    looks = np.full(n, look) if n == 1 else np.where(dice(at.seed, 61, n) < 0.5, 1.0, -1.0)
    where = np.stack(
        [
            at.place.x
            + (1.05 * unit * (k - (n - 1) / 2) + 0.3 * unit * bell(at.seed, 62, n) * (n > 1)) * at.place.spread,
            np.full(n, at.place.y),
            np.maximum(at.place.z + 0.9 * unit * bell(at.seed, 63, n) * (n > 1), 1.6),
        ],
        1,
    ).astype(np.float32)
    size = unit * height("rabbit") * (1.3 * np.ones(n) if n == 1 else 0.62 + 0.4 * dice(at.seed, 64, n))
    frame = np.mod(at.t / (7.0 + 4.0 * dice(at.seed, 65, n)) + dice(at.seed, 66, n), 1.0) * FRAMES
    body = Sprites(
        tiny("rabbit"), where, size.astype(np.float32), tint=cloth_tint(at), glow=_shine(at, at.palette.key, 0.18),
        width=looks.astype(np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return (*contact(at, where, 0.55 * unit), *gathered(at, body, count=800))


@element("air", 1.2, family="creature", answers=("close",), several=1)
def owl(at: Moment) -> tuple[Form, ...]:
    """An owl on its branch; now and then it closes its golden eyes."""
    size = at.size(1.5)
    where = np.array([[at.place.x, at.place.y + 0.12 * size, at.place.z]], np.float32)
    u = (at.t / 9.0 + one(at.seed, 61)) % 1.0
    frame = 8.0 * u if 0.25 <= u <= 0.75 else 2.0
    frame = frame + (4.0 - frame) * smooth(at.event("close"), 0.0, 1.0)
    body = Sprites(
        tiny("owl"), where, np.float32(size * height("owl")), tint=cloth_tint(at),
        glow=_shine(at, at.palette.key, 0.50), frame=frame, turn=0.010 * float(np.sin(0.5 * at.t)),
    )  # fmt: skip
    behind = halo(
        where + np.array([0.0, 0.5 * size, 0.3], np.float32), 2.6 * size,
        _shine(at, at.palette.glow, 0.30), opacity=smooth(at.presence, 0.1, 1.0), reflect=False,
    )  # fmt: skip
    return (behind, *gathered(at, body, count=900))


@element("air", 0.9, family="creature", answers=("rise", "scatter"), several=12)
def bat(at: Moment) -> tuple[Form, ...]:
    """Bats on wide soft wings that beat slowly, out for the evening."""
    tint, glow = cloth_tint(at), _shine(at, at.palette.key, 0.62)
    if at.count <= 1:
        return alone(at, tiny("bat"), 1.45 * height("bat"), BAT_FRAMES, tint=tint, glow=glow, pace=0.36, roam=0.9)
    n = min(max(at.count, 3), 30)
    return crossing(at, tiny("bat"), 0.80 * height("bat"), BAT_FRAMES, n, tint=tint, glow=glow, pace=0.42, speed=0.9)


_HUES: tuple[Colour, ...] = ((1.0, 0.46, 0.14), (0.95, 0.60, 0.30), (0.42, 0.50, 0.85), (0.85, 0.34, 0.36))


def _fluttering(
    at: Moment, shape: Shape, unit: float, hues: tuple[Colour, ...], shine: float, pace: float, lean: float, most: int
) -> tuple[Form, ...]:
    """Some that wander about their place, each at its own height and pace."""
    n = int(min(max(at.count, 1), most))
    size = unit * (1.7 * np.ones(n) if n == 1 else 0.55 + 0.45 * dice(at.seed, 61, n))
    home = np.stack([bell(at.seed, 62, n), 0.45 * bell(at.seed, 63, n), 0.8 * bell(at.seed, 64, n)], 1)
    home = home * np.float32(0.0 if n == 1 else 1.1 * at.place.spread * at.place.size) * (1 + 1.2 * at.event("scatter"))
    roam = wander(at.seed, n, 1.9 * at.t * (1 - 0.35 * at.calm), 0.55 * at.place.size)
    where = (
        home
        + roam
        + np.array([at.place.x, at.place.y + (0.4 if n == 1 else 0.9) * at.place.size, at.place.z], np.float32)
    )
    where[:, 1] = np.maximum(where[:, 1] + 1.2 * at.event("rise"), 0.15)
    where[:, 2] = np.maximum(where[:, 2], 1.4)
    later = wander(at.seed, n, 1.9 * (at.t + 0.4) * (1 - 0.35 * at.calm), 0.55 * at.place.size)
    heading = np.tanh(4.0 * (later - roam)[:, 0] / np.maximum(size, 1e-3))
    phase = dice(at.seed, 65, n)
    own = 6.2832 * phase
    made = at.t * pace * (0.8 + 0.4 * phase) + 0.35 * np.sin(0.7 * at.t + own) + phase
    colours = np.asarray(hues, np.float32)[np.floor(dice(at.seed, 66, n) * len(hues)).astype(int)]
    if at.tint is not None:
        colours = np.broadcast_to(np.asarray(at.tint, np.float32), (n, 3))
    shown: Array = (colours * np.float32(shine * (1 - 0.3 * at.calm))).astype(np.float32)
    body = Sprites(
        shape, where.astype(np.float32), size.astype(np.float32), tint=rgb(np.mean(colours, 0) * np.float32(0.03)),
        glow=shown, turn=(-lean * heading + 0.10 * np.sin(0.9 * at.t + own)).astype(np.float32),
        frame=(np.mod(made, 1.0) * FRAMES).astype(np.float32), lit=0.8, cover=0.9,
    )  # fmt: skip
    return gathered(at, body, count=700, colour=hues[0])


@element("air", 0.6, family="creature", answers=("rise", "scatter"), several=14)
def butterfly(at: Moment) -> tuple[Form, ...]:
    """Butterflies whose wings hold a little light, opening and closing as they wander."""
    return _fluttering(
        at, tiny("butterfly"), 0.42 * at.place.size * height("butterfly") / 1.2, _HUES, 0.55, 0.62, 0.45, 40
    )


@element("air", 0.7, family="creature", answers=("rise", "scatter"), several=9)
def insect(at: Moment) -> tuple[Form, ...]:
    """Dragonflies with clear wings that hang in the air, dart softly, and hang again."""
    hues = ((0.45, 0.75, 0.70), (0.80, 0.62, 0.30), (0.50, 0.60, 0.85))
    return _fluttering(at, tiny("dragonfly"), 0.46 * at.place.size * height("dragonfly"), hues, 0.50, 0.9, 0.25, 24)
