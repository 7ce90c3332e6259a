"""Small animals: rabbit, owl, bat, butterfly, a dragonfly for any insect."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.flock import alone, crossing
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.drawing.standing import cloth_tint, contact, facing
from dreamplayer.drawing.swarm import wander
from dreamplayer.drawing.tiny import BAT_FRAMES, FRAMES, height, tiny
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def _shine(moment: Moment, own: Colour, share: float) -> Colour:
    return rgb(np.asarray(moment.tint or own, np.float32) * np.float32(share * (1 - 0.3 * moment.calm)))


@element("prop", 0.8, family="creature", several=5)
def rabbit(moment: Moment) -> tuple[Form, ...]:
    """Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""
    n = int(min(max(moment.count, 1), 8))
    k = np.arange(n)
    unit = moment.size(0.80)
    look = facing(moment)
    looks = np.full(n, look) if n == 1 else np.where(dice(moment.seed, 61, n) < 0.5, 1.0, -1.0)
    where = np.stack(
        [
            moment.place.x
            + (1.05 * unit * (k - (n - 1) / 2) + 0.3 * unit * bell(moment.seed, 62, n) * (n > 1)) * moment.place.spread,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * bell(moment.seed, 63, n) * (n > 1), 1.6),
        ],
        1,
    ).astype(np.float32)
    size = unit * height("rabbit") * (1.3 * np.ones(n) if n == 1 else 0.62 + 0.4 * dice(moment.seed, 64, n))
    frame = np.mod(moment.t / (7.0 + 4.0 * dice(moment.seed, 65, n)) + dice(moment.seed, 66, n), 1.0) * FRAMES
    body = Sprites(
        tiny("rabbit"),
        where,
        size.astype(np.float32),
        tint=cloth_tint(moment),
        glow=_shine(moment, moment.palette.key, 0.18),
        width=looks.astype(np.float32),
        frame=frame.astype(np.float32),
    )
    return (*contact(moment, where, 0.55 * unit), *gathered(moment, body, count=800))


@element("air", 1.2, family="creature", answers=("close",), several=1)
def owl(moment: Moment) -> tuple[Form, ...]:
    """An owl on its branch; now and then it closes its golden eyes."""
    size = moment.size(1.5)
    where = np.array([[moment.place.x, moment.place.y + 0.12 * size, moment.place.z]], np.float32)
    u = (moment.t / 9.0 + one(moment.seed, 61)) % 1.0
    frame = 8.0 * u if 0.25 <= u <= 0.75 else 2.0
    frame = frame + (4.0 - frame) * smooth(moment.event("close"), 0.0, 1.0)
    body = Sprites(
        tiny("owl"), where, np.float32(size * height("owl")), tint=cloth_tint(moment),
        glow=_shine(moment, moment.palette.key, 0.50), frame=frame, turn=0.010 * float(np.sin(0.5 * moment.t)),
    )  # fmt: skip
    behind = halo(
        where + np.array([0.0, 0.5 * size, 0.3], np.float32), 2.6 * size,
        _shine(moment, moment.palette.glow, 0.30), opacity=smooth(moment.presence, 0.1, 1.0), reflect=False,
    )  # fmt: skip
    return (behind, *gathered(moment, body, count=900))


@element("air", 0.9, family="creature", answers=("rise", "scatter"), several=12)
def bat(moment: Moment) -> tuple[Form, ...]:
    """Bats on wide soft wings that beat slowly, out for the evening."""
    tint, glow = cloth_tint(moment), _shine(moment, moment.palette.key, 0.62)
    if moment.count <= 1:
        return alone(moment, tiny("bat"), 1.45 * height("bat"), BAT_FRAMES, tint=tint, glow=glow, pace=0.36, roam=0.9)
    n = min(max(moment.count, 3), 30)
    return crossing(
        moment, tiny("bat"), 0.80 * height("bat"), BAT_FRAMES, n, tint=tint, glow=glow, pace=0.42, speed=0.9
    )


_HUES: tuple[Colour, ...] = ((1.0, 0.46, 0.14), (0.95, 0.60, 0.30), (0.42, 0.50, 0.85), (0.85, 0.34, 0.36))


def _fluttering(
    moment: Moment,
    shape: Shape,
    unit: float,
    hues: tuple[Colour, ...],
    shine: float,
    pace: float,
    lean: float,
    most: int,
) -> tuple[Form, ...]:
    """Some that wander about their place, each at its own height and pace."""
    n = int(min(max(moment.count, 1), most))
    size = unit * (1.7 * np.ones(n) if n == 1 else 0.55 + 0.45 * dice(moment.seed, 61, n))
    home = np.stack([bell(moment.seed, 62, n), 0.45 * bell(moment.seed, 63, n), 0.8 * bell(moment.seed, 64, n)], 1)
    home = (
        home
        * np.float32(0.0 if n == 1 else 1.1 * moment.place.spread * moment.place.size)
        * (1 + 1.2 * moment.event("scatter"))
    )
    roam = wander(moment.seed, n, 1.9 * moment.t * (1 - 0.35 * moment.calm), 0.55 * moment.place.size)
    where = (
        home
        + roam
        + np.array(
            [moment.place.x, moment.place.y + (0.4 if n == 1 else 0.9) * moment.place.size, moment.place.z], np.float32
        )
    )
    where[:, 1] = np.maximum(where[:, 1] + 1.2 * moment.event("rise"), 0.15)
    where[:, 2] = np.maximum(where[:, 2], 1.4)
    later = wander(moment.seed, n, 1.9 * (moment.t + 0.4) * (1 - 0.35 * moment.calm), 0.55 * moment.place.size)
    heading = np.tanh(4.0 * (later - roam)[:, 0] / np.maximum(size, 1e-3))
    phase = dice(moment.seed, 65, n)
    own = 6.2832 * phase
    made = moment.t * pace * (0.8 + 0.4 * phase) + 0.35 * np.sin(0.7 * moment.t + own) + phase
    colours = np.asarray(hues, np.float32)[np.floor(dice(moment.seed, 66, n) * len(hues)).astype(int)]
    if moment.tint is not None:
        colours = np.broadcast_to(np.asarray(moment.tint, np.float32), (n, 3))
    shown: Array = (colours * np.float32(shine * (1 - 0.3 * moment.calm))).astype(np.float32)
    body = Sprites(
        shape, where.astype(np.float32), size.astype(np.float32), tint=rgb(np.mean(colours, 0) * np.float32(0.03)),
        glow=shown, turn=(-lean * heading + 0.10 * np.sin(0.9 * moment.t + own)).astype(np.float32),
        frame=(np.mod(made, 1.0) * FRAMES).astype(np.float32), lit=0.8, cover=0.9,
    )  # fmt: skip
    return gathered(moment, body, count=700, colour=hues[0])


@element("air", 0.6, family="creature", answers=("rise", "scatter"), several=14)
def butterfly(moment: Moment) -> tuple[Form, ...]:
    """Butterflies whose wings hold a little light, opening and closing as they wander."""
    return _fluttering(
        moment, tiny("butterfly"), 0.42 * moment.place.size * height("butterfly") / 1.2, _HUES, 0.55, 0.62, 0.45, 40
    )


@element("air", 0.7, family="creature", answers=("rise", "scatter"), several=9)
def insect(moment: Moment) -> tuple[Form, ...]:
    """Dragonflies with clear wings that hang in the air, dart softly, and hang again."""
    hues = ((0.45, 0.75, 0.70), (0.80, 0.62, 0.30), (0.50, 0.60, 0.85))
    return _fluttering(
        moment, tiny("dragonfly"), 0.46 * moment.place.size * height("dragonfly"), hues, 0.50, 0.9, 0.25, 24
    )
