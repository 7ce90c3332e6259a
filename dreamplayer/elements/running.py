"""Water that moves: a river, a waterfall, drops, bubbles, a well."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.floating import adrift
from dreamplayer.forms.form import Array, Dots, Field, Form, Sprites
from dreamplayer.forms.glow import halo
from dreamplayer.forms.heavens import on_screen, screen_size
from dreamplayer.forms.massif import CRAG
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.painted import on
from dreamplayer.forms.waters import rings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas, cone, join
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _course(at: Moment, z: Array, bend: float, phase: float) -> Array:
    """Where the river's middle lies at a distance; the same curve as in its field."""
    away = np.sin(z * 0.17 + phase) * (0.35 + 0.05 * np.minimum(z, 30.0)) + 0.35 * np.sin(z * 0.43 + phase * 2)
    return np.asarray(at.place.x + bend * away, np.float32)


@element("ground", 2.0, family="water", answers=("shimmer", "pour", "dim", "grow"), several=1)
def river(at: Moment) -> tuple[Form, ...]:
    """A river winding out of the distance, sky in it, motes of light carried along; bubbles of memory if noted."""
    show = float(smooth(at.presence, 0.0, 1.0)) * (1.0 - 0.6 * at.event("dim"))
    bend, phase = 0.9 + 0.1 * at.place.spread, float(at.seed % 7) * 0.9
    wide = at.size(1.15) * (1.0 + 0.35 * max(at.event("pour"), at.event("grow")))
    bright = 0.8 + 0.6 * at.event("shimmer")
    tint = tuple(0.4 * c for c in at.tint) if at.tint else (0.06, 0.055, 0.075)
    camera = at.stage.camera
    params = {"t": at.t % 3600.0, "opacity": show, "x": at.place.x, "half_width": wide, "bend": bend, "phase": phase, "glint": bright, "tint": tint}
    body = Field("stream", params, depth=240.0, patch=(-at.aspect, -1.0, at.aspect, camera.horizon), grain=2)
    n = 900
    along = np.mod(dice(at.seed, 1, n) - at.t * 0.010 * (0.6 + 0.8 * dice(at.seed, 2, n)), 1.0)
    z = 2.4 * (48.0 / 2.4) ** along
    side = bell(at.seed, 3, n) * 0.42
    lift = 0.015 + 0.10 * dice(at.seed, 4, n) ** 4
    x = _course(at, z, bend, phase) + wide * side + 0.08 * np.sin(0.5 * at.t + 6.28 * dice(at.seed, 5, n))
    glim = 0.35 + 0.65 * np.clip(np.sin(0.7 * at.t + 6.28 * dice(at.seed, 6, n)), 0, 1) ** 2
    fade = smooth(along, 0.0, 0.06) * smooth(along, 1.0, 0.9)
    base = np.asarray(at.tint or (1.0, 0.60, 0.26), np.float32)
    glow = base[None] * (0.55 * glim * fade * show * bright * (0.3 + 0.7 * dice(at.seed, 7, n) ** 2))[:, None]
    lights = Dots(np.stack([x, lift, z], 1).astype(np.float32), (0.022 + 0.0012 * z).astype(np.float32), glow.astype(np.float32),
                  glint=(dice(at.seed, 8, n) > 0.985).astype(np.float32), reflect=False)  # fmt: skip
    forms: list[Form] = [body, lights]
    if at.param("memories", 0.0) > 0.5:
        forms += _memories(at, bend, phase, wide, show)
    return tuple(forms)


def _memories(at: Moment, bend: float, phase: float, wide: float, show: float, n: int = 22) -> list[Form]:
    along = np.mod(dice(at.seed, 21, n) - at.t * 0.006, 1.0)
    z = 3.0 * (22.0 / 3.0) ** along
    x = _course(at, z, bend, phase) + wide * 0.5 * bell(at.seed, 22, n)
    y = 0.18 + 0.5 * dice(at.seed, 23, n) + 0.10 * np.sin(0.4 * at.t + 6 * dice(at.seed, 24, n))
    fade = smooth(along, 0.0, 0.1) * smooth(along, 1.0, 0.85) * show
    size = 0.16 + 0.16 * dice(at.seed, 25, n)
    where = np.stack([x, y, z], 1).astype(np.float32)
    return [Sprites(BUBBLE, where, size.astype(np.float32), glow=(0.75, 0.52, 0.40), cover=0.15, opacity=fade.astype(np.float32), lit=0.2, frame=(np.arange(n) % 2).astype(np.float32))]


@element("far", 11.0, family="water", answers=("pour", "hush", "part"), several=1)
def waterfall(at: Moment) -> tuple[Form, ...]:
    """A tall veil of water between dark rocks, threads of light sliding down it, mist and rings at its foot."""
    p, tall = at.place, at.size(11.0)
    show = float(smooth(at.presence, 0.0, 1.0))
    strong = (1.0 + 0.25 * at.event("pour")) * (1.0 - 0.7 * at.event("hush"))
    u, top = on_screen(at, p.x, p.y + tall * 0.93, p.z)
    foot = on_screen(at, p.x, p.y, p.z)[1]
    wide = screen_size(at, 0.13 * tall * (1.0 + 0.5 * at.event("part")), p.z)
    tint = tuple(0.35 * c for c in at.tint) if at.tint else (0.155, 0.140, 0.165)
    veil = Field(
        "veilfall", {"t": at.t % 3600.0, "opacity": show * min(1.0, strong), "x": u, "top": top, "foot": foot, "wide": wide, "seed": float(at.seed % 19), "tint": tint},
        depth=p.z - 0.1, patch=(u - 2.4 * wide, foot - 0.25 * (top - foot), u + 2.4 * wide, top + 0.02), grain=1, reflect=True,
        standin=(halo((p.x, p.y + 0.5 * tall, p.z), tall, tint, width=0.4, opacity=show),),
    )  # fmt: skip
    rock = Sprites(
        CRAG, np.array([[p.x - 0.60 * tall, p.y, p.z], [p.x + 0.62 * tall, p.y, p.z + 0.4], [p.x, p.y, p.z + 1.5]], np.float32),
        np.float32([1.06 * tall, 1.12 * tall, 0.98 * tall]), tint=(0.16, 0.13, 0.14), width=np.float32([1.0, -1.0, 1.3]),
        frame=np.float32([0.0, 1.0, 2.0]), opacity=show, rim=0.7,
    )  # fmt: skip
    n = 700
    life = np.mod(dice(at.seed, 1, n) + at.t / (5.0 + 4.0 * dice(at.seed, 2, n)), 1.0)
    x = p.x + 0.16 * tall * bell(at.seed, 3, n) * (0.5 + life)
    y = p.y + tall * (0.02 + 0.20 * life * dice(at.seed, 4, n))
    spray = Dots(
        np.stack([x, y, p.z - 0.4 - 0.5 * dice(at.seed, 5, n)], 1).astype(np.float32), np.float32(0.006 * tall),
        (np.float32([0.42, 0.36, 0.36])[None] * (0.5 * np.sin(np.pi * life) ** 2 * show * strong)[:, None]).astype(np.float32),
    )  # fmt: skip
    mist = halo((p.x, p.y + 0.05 * tall, p.z - 0.5), 0.75 * tall, np.float32([0.10, 0.075, 0.08]) * np.float32(show), width=2.0)
    return (rock, veil, spray, mist, Light((p.x, p.y + 0.3 * tall, p.z - 0.6), (0.10 * show, 0.08 * show, 0.08 * show), 0.6 * tall, 0.0))


def _drop_paint() -> Painting:
    """A drop: dark towards the top, light gathered at its foot, a window of sky high on one side."""
    c = canvas(-0.5, -0.56, 0.5, 0.62, 260)
    made = []
    for long in (1.0, 0.55):
        body = join(cone(c, (0, -0.12), (0.0, 0.10), 0.33, 0.26), cone(c, (0, 0.05), (0.0, 0.12 + 0.36 * long), 0.24, 0.012), soft=0.16)
        inside = np.clip(-body / 0.33, 0, 1)
        rim = np.exp(np.minimum(body, 0) / 0.022)
        caustic = np.exp(-((c.x - 0.05) ** 2 * 16 + (c.y + 0.27) ** 2 * 34.0))
        window = np.exp(-((c.x + 0.13) ** 2 * 240 + (c.y - 0.06) ** 2 * 60.0))
        spark = np.exp(-((c.x + 0.11) ** 2 + (c.y - 0.12) ** 2) * 900.0)
        low = np.clip(0.5 - 0.9 * c.y, 0, 1.2)
        light = 0.05 + 0.85 * caustic + 0.42 * window + 0.9 * spark + 0.40 * rim * low + 0.10 * inside * low
        made.append(paint(c, [Layer(body, (0.10, 0.10, 0.13), glow=np.asarray(np.clip(light, 0, 1), np.float32), alpha=0.88, round=0.30)]))
    return frames(made)


DROP = on(canvas(-0.5, -0.56, 0.5, 0.62, 8), "running/drop", _drop_paint)


@element("air", 0.7, family="water", answers=("fall", "shimmer", "ripple", "pour"), lamp=True, several=40)
def droplet(at: Moment) -> tuple[Form, ...]:
    """A drop with the light gathered in it, hanging still; told to fall, it sinks and leaves rings. Many fall in turn."""
    if at.count > 2:
        return _drops(at)
    p, size = at.place, at.size(0.7)
    down = float(smooth(at.event("fall"), 0.0, 0.8))
    y0 = max(p.y, 0.75 * size)
    y = y0 + 0.03 * np.sin(0.6 * at.t) - down * (y0 - 0.12 * size)
    gone = float(smooth(at.event("fall"), 0.70, 0.86))
    base = np.asarray(at.tint or (0.95, 0.74, 0.55), np.float32)
    gleam = (0.85 + 0.10 * np.sin(0.7 * at.t)) * (1.0 + 0.3 * at.event("shimmer"))
    where = np.array([[p.x, y, p.z]], np.float32)
    body = Sprites(DROP, where, np.float32(size * 1.18 * (1 - 0.4 * gone)), tint=(0.5, 0.5, 0.6), glow=rgb(base * np.float32(gleam)),
                   opacity=1.0 - gone, frame=0.9 * smooth(at.t / 6.0, 0.0, 1.0) * (1 - down), lit=0.7)  # fmt: skip
    show = float(smooth(at.presence, 0.2, 1.0)) * (1.0 - 0.8 * gone)
    ring = 0.35 * float(smooth(at.presence, 0.4, 1.0)) + 0.9 * max(gone, at.event("ripple"))
    forms: list[Form] = [
        halo((p.x, float(y), p.z), 2.6 * size, base * np.float32(0.13 * show)),
        *gathered(at, body, count=350, colour=rgb(base)),
        halo((p.x, float(y) - 0.2 * size, p.z - 0.02), 0.7 * size, base * np.float32(0.16 * show)),
        Light((p.x, float(y), p.z - 0.1), rgb(base * np.float32(0.35 * show)), 1.6, 0.3),
    ]
    if at.stage.ground in ("water", "glass"):
        forms.append(rings(at, p.x, max(p.z, 1.5), 1.3 * (0.6 + 0.6 * at.place.size), strength=ring, period=9.0))
    return tuple(forms)


def _drops(at: Moment) -> tuple[Form, ...]:
    """Drops sinking slowly through the air, each a small lens."""
    n = int(min(max(at.count, 10), 120))
    where, here = adrift(at.seed, n, at.t, near=2.0, far=13.0, low=0.1, high=5.0, rise=0.06, sway=0.05, focal=at.stage.camera.focal, aspect=at.aspect, wide=1.0)
    top = 0.1 + 5.0 * (0.35 + 0.65 * where[:, 2:3] / 13.0)
    where[:, 1:2] = np.maximum(top - where[:, 1:2] * (1.0 + 0.0 * top) - 0.9 * at.event("fall"), 0.05)
    order = smooth(at.presence * 1.6 - 0.6 * dice(at.seed, 12, n), 0.0, 1.0) * here
    base = np.asarray(at.tint or (0.95, 0.74, 0.55), np.float32)
    size = at.size(0.20) * (0.5 + 0.8 * dice(at.seed, 13, n))
    body = Sprites(DROP, where, size.astype(np.float32), tint=(0.5, 0.5, 0.6), glow=(base[None] * (0.75 + 0.25 * np.sin(0.8 * at.t + 6.28 * dice(at.seed, 14, n)))[:, None]).astype(np.float32), opacity=order.astype(np.float32), lit=0.6)
    glow = Dots(where, (5.0 * size).astype(np.float32), (base[None] * (0.010 * order)[:, None]).astype(np.float32))
    return (glow, body)


def _bubble_paint() -> Painting:
    c = canvas(-0.55, -0.55, 0.55, 0.55, 220)
    r = np.hypot(c.x, c.y) / 0.5
    made = []
    for k in range(2):
        rim = np.exp(-(((r - 0.955) / 0.035) ** 2)) * (0.30 + 0.70 * np.clip(0.5 - 0.9 * c.y - 0.5 * c.x * (1 - 2 * k), 0, 1))
        film = 0.16 * np.clip(r, 0, 1) ** 4 * (0.4 + 0.9 * fbm(c.x * 3 + k, c.y * 5 + r, 8 + k, 3)) * (r < 1)
        window = np.exp(-((c.x + 0.19) ** 2 * 160 + (c.y - 0.20) ** 2 * 90 + (c.x + 0.19) * (c.y - 0.20) * 100))
        low = 0.35 * np.exp(-((c.x - 0.20) ** 2 * 120 + (c.y + 0.25) ** 2 * 160))
        out = np.zeros((*r.shape, 8), np.float32)
        out[..., 3] = np.clip((1.0 - r) / 0.02, 0, 1) * (0.10 + 0.25 * rim)
        out[..., :3] = 0.10
        out[..., 6] = 0.1
        out[..., 7] = np.clip(rim + film + 0.75 * window + low, 0, 1) * np.clip((1.02 - r) / 0.03, 0, 1)
        made.append(out)
    return frames(made)


BUBBLE = on(canvas(-0.55, -0.55, 0.55, 0.55, 8), "running/bubble", _bubble_paint)


@element("air", 1.0, family="water", answers=("rise", "shatter", "dim"), several=40)
def bubbles(at: Moment) -> tuple[Form, ...]:
    """Bubbles climbing and trembling, thin bright rims, a window of sky in each."""
    n = int(min(max(at.count, 26), 90))
    where, here = adrift(at.seed, n, at.t, near=1.9, far=14.0, low=0.1, high=5.5, rise=0.13 + 0.3 * at.event("rise"), sway=0.30, focal=at.stage.camera.focal, aspect=at.aspect, wide=0.95)
    where[:, 0] += at.place.x * 0.5
    order = smooth(at.presence * 1.6 - 0.6 * dice(at.seed, 12, n), 0.0, 1.0) * here
    burst = smooth(at.event("shatter") * 1.5 - 0.5 * dice(at.seed, 15, n), 0.0, 1.0)
    size = at.size(0.17) * (0.4 + 1.6 * dice(at.seed, 13, n) ** 2) * (1.0 + 0.5 * burst)
    base = np.asarray(at.tint or (0.66, 0.54, 0.56), np.float32) + np.asarray(at.palette.glow, np.float32)
    wobble = 1.0 + 0.04 * np.sin(1.1 * at.t + 6.28 * dice(at.seed, 14, n))
    body = Sprites(BUBBLE, where, size.astype(np.float32), glow=rgb(base * np.float32(0.9 * (1 - 0.8 * at.event("dim")))), cover=0.5,
                   opacity=(order * (1 - burst)).astype(np.float32), lit=0.4, width=wobble.astype(np.float32), frame=(np.arange(n) % 2).astype(np.float32))  # fmt: skip
    m = 260
    pick = (dice(at.seed, 16, m) * n).astype(np.int64)
    spray = where[pick] + (0.4 * size[pick] * (0.6 + 2.0 * burst[pick]))[:, None] * np.stack([bell(at.seed, 17, m), bell(at.seed, 18, m), 0 * bell(at.seed, 18, m)], 1)
    lit = np.sin(np.pi * burst[pick]) * 0.6 * order[pick]
    motes = Dots(spray.astype(np.float32), np.float32(0.012), (base[None] * lit[:, None]).astype(np.float32))
    return (body, motes)


def _well_paint() -> Painting:
    """A low round wall of stones seen from a little above, warm light inside its mouth."""
    c = canvas(-0.85, -0.06, 0.85, 0.95, 300)
    outer = np.maximum(np.abs(c.x) - 0.62 - 0.02 * np.sin(c.y * 17), np.abs(c.y - 0.30) - 0.30)
    lip_out = np.hypot(c.x / 0.70, (c.y - 0.60) / 0.22) - 1.0
    lip_in = np.hypot(c.x / 0.54, (c.y - 0.60) / 0.145) - 1.0
    foot = np.hypot(c.x / 0.66, (c.y - 0.04) / 0.16) - 1.0
    wall = join(np.asarray(outer, np.float32), np.asarray(foot * 0.2, np.float32), soft=0.02)
    ang = np.arcsin(np.clip(c.x / 0.66, -1, 1))
    row = np.floor((c.y + 0.10 * np.cos(ang)) * 8.5)
    col = (ang * 4.3 + 0.5 * np.mod(row, 2)) % 1.0
    seam = np.minimum(np.minimum(col, 1 - col) * 0.5, np.abs(((c.y + 0.10 * np.cos(ang)) * 8.5) % 1.0 - 0.5) * -1 + 0.5)
    stone = smooth(seam, 0.02, 0.10) * (0.6 + 0.6 * fbm(c.x * 9, c.y * 9, 3, 3))
    albedo = np.repeat((0.10 + 0.62 * stone)[..., None], 3, axis=2).astype(np.float32)
    back = np.clip((c.y - 0.56) / 0.10, 0, 1)
    shaft = np.clip(0.9 * back + 0.12, 0, 1) * np.clip(-lip_in * 6, 0, 1)
    lip_tone = np.repeat((0.35 + 0.5 * fbm(c.x * 8, c.y * 14, 9, 3))[..., None], 3, axis=2).astype(np.float32)
    return paint(c, [
        Layer(wall, albedo, round=0.10, relief=np.asarray(0.02 * stone, np.float32)),
        Layer(np.asarray(lip_out * 0.2, np.float32), lip_tone, round=0.05, glow=np.asarray(0.18 * np.exp(-np.abs(lip_in) * 9), np.float32)),
        Layer(np.asarray(lip_in * 0.14, np.float32), (0.06, 0.05, 0.05), glow=np.asarray(shaft, np.float32), round=0.02),
    ], unite=0.5)  # fmt: skip


_WELL = on(canvas(-0.85, -0.06, 0.85, 0.95, 8), "running/well", _well_paint)


@element("prop", 1.3, family="water", answers=("ignite", "rise", "dim", "ripple"), lamp=True, several=1)
def well(at: Moment) -> tuple[Form, ...]:
    """An old stone well, a glow of water deep in it, motes climbing out."""
    p, size = at.place, at.size(1.3)
    show = float(smooth(at.presence, 0.1, 1.0)) * (1.0 - 0.85 * at.event("dim")) * (1.0 + 0.4 * at.event("ignite"))
    warm = np.asarray(at.tint or (0.95, 0.52, 0.22), np.float32)
    body = Sprites(_WELL, np.array([[p.x, p.y, p.z]], np.float32), np.float32(size), tint=(0.20, 0.17, 0.17),
                   glow=rgb(warm * np.float32(0.55 * show * (0.92 + 0.08 * np.sin(0.6 * at.t)))), rim=0.6)  # fmt: skip
    n = 150
    life = np.mod(dice(at.seed, 1, n) + at.t / (8.0 + 7.0 * dice(at.seed, 2, n)), 1.0)
    a = 6.283 * dice(at.seed, 3, n) + life
    r = size * 0.34 * np.sqrt(dice(at.seed, 4, n))
    y = p.y + size * (0.60 + (0.9 + 0.8 * at.event("rise")) * life)
    motes = Dots(np.stack([p.x + r * np.cos(a), y, p.z - 0.02 + 0.2 * r * np.sin(a)], 1).astype(np.float32), np.float32(0.016 * size),
                 (warm[None] * (0.6 * np.sin(np.pi * life) ** 1.5 * show)[:, None]).astype(np.float32))  # fmt: skip
    return (
        *gathered(at, body, count=700),
        halo((p.x, p.y + 0.75 * size, p.z - 0.03), 1.5 * size, warm * np.float32(0.15 * show)),
        motes,
        Light((p.x, p.y + 0.85 * size, p.z - 0.1), rgb(warm * np.float32(0.45 * show)), 1.6 * size, 0.4),
    )


