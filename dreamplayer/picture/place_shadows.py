"""The shadows of a frame on the layers of its place, as both painters lay them."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.picture.cast_shadows import ShadowGround, light_left, shadow_ground
from dreamplayer.picture.frame import Frame, PlaceView
from dreamplayer.picture.place_layers import place_of

_KEPT = 4
"""Framings whose points are kept."""
_grounds: OrderedDict[tuple[object, ...], ShadowGround] = OrderedDict()
"""Cache of the points that layers show: they depend on the layers alone."""


def shadows_in_place(frame: Frame, view: PlaceView, layers: Layers) -> Array | None:
    """Share of light that bodies leave, in the coordinates of the layers.

    Args:
        frame: with its shadows and lights.
        view: the frame's place.
        layers: of it.

    Returns:
        (rows, columns), in fewer rows than the layers, 1 in the light; None where no shadow falls.
    """
    if not frame.shadows:
        return None
    return light_left(_ground(frame, view, layers), frame.shadows, frame.lights, view.ambient)


def _ground(frame: Frame, view: PlaceView, layers: Layers) -> ShadowGround:
    key = (view.place, view.framing, view.seed, layers.depth.shape, round(frame.aspect, 4))
    found = _grounds.pop(key, None)
    if found is None:
        place = place_of(view.place)
        assert place is not None
        base = place.framing(view.framing)
        depth = np.asarray(layers.depth)
        found = shadow_ground(key, depth, base.eye[1], base.focal, base.horizon, frame.aspect, layers.overscan)
    _grounds[key] = found
    while len(_grounds) > _KEPT:
        _grounds.popitem(last=False)
    return found
