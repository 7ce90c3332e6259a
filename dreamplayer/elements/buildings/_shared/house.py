"""Buildings of many kinds as solid things: school, barn, lighthouse, windmill."""

from __future__ import annotations

WOOD = (0.13, 0.075, 0.05)
