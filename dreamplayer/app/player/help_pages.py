"""The pages of the help: one, or more where the text is large, turned by the key that opens it."""

from __future__ import annotations

import math

_ON_ONE = 1.25
"""The largest text size at which all of the help stands on one page."""


def leaves(text_size: float) -> int:
    """How many pages the help takes at a text size: 1 up to 1.25, one more for each half size beyond."""
    return 1 + math.ceil(max(0.0, 2.0 * (text_size - _ON_ONE)))


def turned(panel: str, leaf: int, text_size: float) -> tuple[str, int]:
    """What the key of the help makes of what is open: the first page, the next one, nothing."""
    if panel != "help":
        return "help", 0
    return ("help", leaf + 1) if leaf + 1 < leaves(text_size) else ("", 0)
