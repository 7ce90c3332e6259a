"""What grows quietly: roots, vines, leaves, a seed, mushrooms, wheat, reeds, moss, cactus, fruit."""

from __future__ import annotations

GOLD = (1.0, 0.47, 0.10)
