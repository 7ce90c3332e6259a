"""The gold of what grows as lines of light."""

from __future__ import annotations

GOLD = (1.0, 0.47, 0.10)
"""Warm light of seeds and pollen, linear."""
