"""Paging of the help: one page, or more where the text is large; the key that opens it turns them."""

from __future__ import annotations

import math

_ON_ONE = 1.25
"""Largest text size at which the help fits on one page."""


def page_count(text_size: float) -> int:
    """Count of help pages at a text size: 1 up to 1.25, then three, one more for each half size beyond 1.75."""
    return 1 if text_size <= _ON_ONE else 2 + math.ceil(2.0 * (text_size - _ON_ONE))


def next_page(panel: str, page: int, text_size: float) -> tuple[str, int]:
    """The open page after the help key: the first page, the next, or none.

    Args:
        panel: what is open: help, another panel or "".
        page: index of the page.
        text_size: 1 the usual size.

    Returns:
        (panel, page).
    """
    if panel != "help":
        return "help", 0
    return ("help", page + 1) if page + 1 < page_count(text_size) else ("", 0)
