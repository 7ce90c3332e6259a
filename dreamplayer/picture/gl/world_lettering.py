"""Lettering in the scene, as a luminous sprite."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Shape, Sprites, Text
from dreamplayer.picture.gl.lettering import font


def paint_words(form: Text) -> Sprites:
    """The sprite of a text form: letters as emitted light, softly edged.

    Args:
        form: words that stand in the scene.
    """
    import pygame

    face = font(72, italic=form.italic)
    surface = face.render(form.words, True, (255, 255, 255))
    width, height = surface.get_width() + 24, surface.get_height() + 24

    def paint() -> NDArray[np.float32]:
        cover = np.asarray(pygame.surfarray.array_alpha(surface), np.float32).T / 255.0
        out = np.zeros((1, height, width, 8), np.float32)
        out[0, 12 : 12 + cover.shape[0], 12 : 12 + cover.shape[1], 7] = cover
        out[0, ..., 3] = out[0, ..., 7] * form.cover
        return out

    shape = Shape(f"words:{form.words}:{form.italic}:{form.cover}", paint, width / height, 0.5)
    return Sprites(
        shape,
        np.array([form.position], np.float32),
        form.size * height / 72.0,
        glow=form.colour,
        cover=form.cover,
        opacity=form.opacity,
        lit=0.0,
        turn=form.turn,
        reflect=form.reflect,
        depth=form.depth,
    )
