"""Low mist at a distance: what stands behind it loses its feet."""

from __future__ import annotations

from dreamplayer.forms.form import Sprites, f32
from dreamplayer.forms.glow import halo
from dreamplayer.model.moment import Moment


def low_mist(at: Moment, z: float, strength: float, high: float = 0.05) -> Sprites:
    """A wide lit bank `z` metres away, its middle `high` times that above the ground."""
    glow = f32(at.palette.glow) * 0.45 + f32(at.stage.air.colour) * 0.9
    where = (at.stage.camera.x + at.stage.glow_x * z / at.stage.camera.focal, high * z, z)
    return halo(where, 0.55 * z, f32(glow * strength), width=5.5, depth=z + 0.02, reflect=False)
