"""What the wind holds: a balloon, a kite, an umbrella."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.keepsake import GLOW3, boxed, brass
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, both, chain, disc, oval, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer


def umbrella(c: Canvas) -> list[Layer]:
    """An open umbrella, lit from beneath, its ribs thin."""
    dome = np.maximum(oval(c, (0, 0.50), 0.50, 0.46), 0.52 - c.y + 0.045 * np.abs(np.sin(c.x * 12.6)))
    u = c.x / np.sqrt(np.clip(1 - ((c.y - 0.50) / 0.46) ** 2, 0.02, 1)) / 0.5
    ribs = np.exp(-((np.minimum.reduce([np.abs(u - k) for k in (-0.98, -0.66, -0.26, 0.26, 0.66, 0.98)]) / 0.02) ** 2))
    panel = 0.75 + 0.25 * np.cos(u * 9.4)
    glow = (0.10 + 0.38 * np.exp(-((c.y - 0.50) / 0.20).clip(0))) * panel * (1 - 0.5 * ribs)
    stick = chain(c, [(0, 0.98, 0.010), (0, 0.08, 0.012)], 0)
    hook = both(shell(disc(c, (-0.055, 0.08), 0.055), 0.014), c.y - 0.08)
    return [
        Layer(stick, (0.12, 0.07, 0.04), round=0.012),
        Layer(hook, (0.18, 0.10, 0.05), round=0.014, glow=0.08),
        Layer(dome, (0.26, 0.05, 0.05), round=0.2, glow=glow.astype(np.float32)),
        Layer(chain(c, [(0, 0.95, 0.012), (0, 1.01, 0.006)], 0), brass(c), round=0.01, glow=0.2),
    ]


def balloon(c: Canvas) -> list[Layer]:
    """A hot-air balloon: a striped envelope lit by its flame, ropes, a small basket."""
    body = filled(
        c,
        spline(
            [
                (0.0, 1.0),
                (0.22, 0.965),
                (0.345, 0.82),
                (0.34, 0.64),
                (0.22, 0.44),
                (0.075, 0.28),
                (-0.075, 0.28),
                (-0.22, 0.44),
                (-0.34, 0.64),
                (-0.345, 0.82),
                (-0.22, 0.965),
            ],
            7,
        ),
    )
    half = np.interp(c.y, [0.28, 0.44, 0.64, 0.82, 0.965, 1.0], [0.075, 0.22, 0.34, 0.345, 0.22, 0.02])
    u = np.clip(c.x / np.maximum(half, 0.02), -0.999, 0.999)
    a = np.arcsin(u) / (np.pi / 2)
    gore = np.mod(a * 4.0 + 0.5, 1.0)
    seam = np.exp(-((np.minimum(gore, 1 - gore) / 0.045) ** 2))
    stripe = np.mod(np.floor(a * 4.0 + 0.5), 2)
    band = np.abs(c.y - 0.70 + 0.03 * np.sqrt(1 - u * u)) < 0.055
    light = 0.14 + 0.72 * np.exp(-((c.y - 0.30) / 0.30).clip(0) - (c.x / 0.28) ** 2 * 0.5)
    round_ = 0.45 + 0.55 * np.sqrt(np.clip(1 - u * u, 0, 1))
    tone = np.where(band, 1.10, np.where(stripe > 0.5, 0.95, 0.62))
    colour = (
        np.where((stripe > 0.5)[..., None], np.array([0.34, 0.20, 0.08]), np.array([0.24, 0.06, 0.05]))
        * round_[..., None]
    )
    ropes = np.minimum.reduce(
        [chain(c, [(s * 0.072, 0.285, 0.003), (s * 0.052, 0.125, 0.003)], 0) for s in (-1, -0.35, 0.35, 1)]
    )
    basket = boxed(c, (0, 0.065), (0.060, 0.058), 0.015)
    weave = np.abs(np.sin(c.y * 190)) * 0.5 + np.abs(np.sin(c.x * 150)) * 0.5
    return [
        Layer(ropes, (0.2, 0.14, 0.08), glow=0.20),
        Layer(
            basket,
            np.asarray((0.4 + 0.8 * weave)[..., None] * np.array([0.22, 0.13, 0.06]), np.float32),
            round=0.04,
            glow=(0.18 * np.exp(-((0.12 - c.y) / 0.03).clip(0))).astype(np.float32),
        ),
        Layer(disc(c, (0, 0.205), 0.020), GLOW3, glow=1.0),
        Layer(
            body,
            colour.astype(np.float32),
            round=0.25,
            glow=(light * tone * round_ * (1 - 0.4 * seam)).astype(np.float32),
        ),
    ]


def kite(c: Canvas) -> list[Layer]:
    """A diamond kite of thin paper, light through it, two spars."""
    body = filled(c, np.array([(0.0, 1.0), (0.33, 0.62), (0.0, 0.0), (-0.33, 0.62)]))
    spar = np.minimum(np.abs(c.x) - 0.006, np.maximum(np.abs(c.y - 0.62) - 0.006, np.abs(c.x) - 0.33))
    quarter = (np.sign(c.x) * np.sign(c.y - 0.62)) > 0
    tone = np.where(quarter, 1.0, 0.55)
    colour = np.where(quarter[..., None], np.array([0.40, 0.14, 0.07]), np.array([0.36, 0.28, 0.16]))
    light = (0.20 + 0.32 * np.exp(-(c.x**2 + (c.y - 0.58) ** 2) / 0.06)) * tone
    return [
        Layer(body, colour.astype(np.float32), glow=light.astype(np.float32), round=0.3),
        Layer(np.maximum(spar, body), (0.08, 0.05, 0.03), glow=0.03),
    ]
