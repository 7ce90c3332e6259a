"""A phrase for the card about what the narration leaves out: "told without 3 footnotes and the licence"."""

from __future__ import annotations

from dreamplayer.app.window import interface_text

_MOST = 3
"""Kinds that are named; the rest are counted."""


def phrase(counted: str) -> str:
    """The phrase for the omissions of a text; "" where there is nothing to mention.

    Args:
        counted: as `shelf_memory.omission_counts` writes them.
    """
    named: list[str] = []
    for kind, count in sorted(_read(counted), key=lambda found: -found[1]):
        key = kind.replace(" ", "-").replace("'", "").replace("’", "")
        words = interface_text.message("omissions", key, count)
        if words == key:
            continue  # a kind without a phrase: too small for a card, or of an older version
        named.append(words)
    if not named:
        return ""
    if len(named) > _MOST:
        named = [*named[:_MOST], interface_text.message("omissions", "more", len(named) - _MOST)]
    listed = ", ".join(named[:-1])
    both = interface_text.message("omissions", "and").join([listed, named[-1]]) if listed else named[-1]
    return interface_text.message("omissions", "told-without", both)


def _read(counted: str) -> list[tuple[str, int]]:
    lines = [line.partition("\t") for line in counted.splitlines()]
    return [(kind, int(count)) for kind, _, count in lines if count.isdecimal()]
