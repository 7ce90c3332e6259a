"""Open umbrellas lit from beneath, drifting like seeds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import event_progress, sdf_prop
from dreamplayer.elements.objects._shared.brass import brass
from dreamplayer.elements.objects._shared.held import HELD, held
from dreamplayer.kit.sdf import Canvas, both, chain, disc, oval, shell
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _umbrella(c: Canvas) -> list[Layer]:
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


_UMBRELLA = sdf_prop("keepsake/umbrella", (-0.58, -0.03, 0.58, 1.05), _umbrella, edge=0.28)


@element("air", 1.4, handles=("open", "drift"))
def umbrella(moment: Moment) -> tuple[Form, ...]:
    """Open umbrellas lit from beneath, drifting like seeds."""
    opened = event_progress(moment, "open")
    look = replace(HELD, glow=0.85 + 0.3 * opened, sway=0.08, bob=0.06 + 0.1 * moment.event("drift"), lamp_at=0.5)
    return held(moment, _UMBRELLA, 1.3, look, wide=1.3, turn=0.18)
