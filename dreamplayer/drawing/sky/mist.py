"""Low mist at a distance: what stands behind it loses its feet."""

from __future__ import annotations

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Sprites, f32
from dreamplayer.model.moment import Moment


def low_mist(moment: Moment, z: float, strength: float, high: float = 0.05) -> Sprites:
    """A wide lit bank `z` metres away, its middle `high` times that above the ground.

    Args:
        moment: when, where, and whose seed.
        z: metres away.
        strength: 0 none .. 1 thick.
        high: how far its middle lies above the ground, in shares of z.
    """
    glow = f32(moment.palette.glow) * 0.45 + f32(moment.stage.air.colour) * 0.9
    where = (moment.stage.camera.x + moment.stage.glow_x * z / moment.stage.camera.focal, high * z, z)
    return halo(where, 0.55 * z, f32(glow * strength), width=5.5, depth=z + 0.02, reflect=False)
