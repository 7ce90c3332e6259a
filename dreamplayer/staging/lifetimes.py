"""How strongly a thing must be named to be on stage, and how long the briefest stay."""

from __future__ import annotations

WORN = 0.4
"""Strength up to which a thing is read and not staged: a coat somebody wears needs no ribbon of cloth in the air."""
MOMENT = 14.0
"""Seconds a thing stays that `stays` only a moment."""
