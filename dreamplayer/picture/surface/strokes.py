"""Ribbons as polylines of a few pixels: light is drawn twice, wide and faint, then thin and bright."""

from __future__ import annotations

import numpy as np
import pygame

from dreamplayer.drawing.primitives import Ribbons
from dreamplayer.picture.surface.view import SurfaceView
from dreamplayer.picture.tone import encoded, toned

_KEY = (1, 0, 1)
"""Colour key of the layer for translucent strands."""
MOST = 260
"""Strands drawn of one form at most."""


def stroke(form: Ribbons, view: SurfaceView, onto: pygame.Surface, share: float = 1.0) -> None:
    """Draw the strands of a ribbon form, far to near.

    Args:
        form: the strands.
        view: the camera.
        onto: drawn into.
        share: 0..1 of the strands, fewer for reflections.
    """
    at = np.asarray(form.position, np.float32)
    k, m = at.shape[:2]
    if k == 0 or m < 2:
        return
    x, y, scale = view.seen(at)
    width = np.broadcast_to(np.asarray(form.width, np.float32), (k, m)) * scale
    colour = np.broadcast_to(np.asarray(form.colour, np.float32), (k, m, 3))
    opacity = np.broadcast_to(np.asarray(form.opacity, np.float32), (k, m))
    grown = np.broadcast_to(np.asarray(form.grown, np.float32), (k, 1))[:, 0]
    clear = view.clear(at[..., 2])
    grade, palette = view.frame.grade, view.frame.palette
    ambient = np.asarray(palette.zenith) * 2 + np.asarray(palette.horizon) * 3 + np.asarray(palette.glow) * 0.5 + 0.02
    order = np.argsort(-at[..., 2].mean(1), kind="stable")[: max(1, int(MOST * share))]
    veil = form.profile == "veil"
    light = form.profile == "light" or veil
    # Translucent strands are drawn on a layer and blitted with their mean opacity.
    cover = 1.0 if light else float(np.clip((opacity * clear).mean(), 0.0, 1.0))
    if cover < 0.02:
        return
    layer = pygame.Surface(onto.get_size()) if light or cover < 0.97 else onto
    if not light and layer is not onto:
        layer.fill(_KEY)
        layer.set_colorkey(_KEY)
        layer.set_alpha(int(255 * cover))
    for i in order:
        last = max(2, round(float(grown[i]) * m)) if grown[i] > 0.01 else 0
        if last < 2 or at[i, :last, 2].min() < 0.35:
            continue
        show = float((opacity[i, :last] * clear[i, :last]).mean())
        base = colour[i, :last].mean(0)
        held = show / max(cover, 1e-3)
        seen = base * show * (0.22 if veil else 1.0) if light else base * ambient * 2.2 * min(held, 1.0)
        if form.profile == "body":
            inner = np.broadcast_to(np.asarray(form.glow, np.float32), (k, m, 3))
            seen = seen + inner[i, :last].mean(0) * min(held, 1.0)
        rgb = (encoded(toned(seen, grade.exposure, grade.warmth)) * 255).astype(int)
        if rgb.max() < 4 and light:
            continue
        points = list(zip(x[i, :last].tolist(), y[i, :last].tolist(), strict=True))
        thick = max(1, round(float(width[i, :last].mean()) * (1.0 if light else 2.0)))
        if light and not veil:
            pygame.draw.lines(layer, tuple(rgb // 4), False, points, min(thick * 3 + 2, 60))
        pygame.draw.lines(layer, tuple(rgb), False, points, min(thick, 80))
    if layer is not onto and not light:
        onto.blit(layer, (0, 0))
    elif light:
        onto.blit(layer, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
