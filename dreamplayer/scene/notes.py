"""Hand-written notes beside a dream: its title, how names are said, its colours, its set pieces, its bed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Notes:
    """What a person wrote about one dream, in `<name>.toml` beside it."""

    title: str | None = None


NONE = Notes()
