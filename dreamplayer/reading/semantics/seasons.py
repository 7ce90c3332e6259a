"""The season that words name."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.model.atmosphere import Season

_SEASONS: dict[str, Season] = {
    "winter": "winter", "winters": "winter", "wintry": "winter", "wintertime": "winter", "midwinter": "winter",
    "december": "winter", "january": "winter", "february": "winter", "christmas": "winter",
    "autumn": "autumn", "autumns": "autumn", "autumnal": "autumn", "october": "autumn", "november": "autumn",
    "springtime": "spring", "april": "spring",
    "summer": "summer", "summers": "summer", "summertime": "summer", "midsummer": "summer", "july": "summer",
}  # fmt: skip
"""Words that name a season by themselves."""
_SPRING_BEFORE = frozenset({"in", "of", "early", "late", "last", "next", "every", "that", "this", "till", "until"})
_SPRING_AFTER = frozenset(
    {
        "morning", "evening", "afternoon", "night", "day", "days", "rain", "air", "sun", "sunshine", "breeze", "wind",
        "flowers", "blossom", "blossoms", "garden", "meadow", "leaves", "came", "comes",
    }
)  # fmt: skip
"""Words beside which a spring is the season, and neither a well nor a leap."""


def season_named(words: Sequence[str]) -> Season | None:
    """The season that words name first.

    Args:
        words: in order, as shown.

    Returns:
        None where they name none.
    """
    plain = [word.lower().replace("’", "'").removesuffix("'s").strip(".,;:!?…“”\"'()*—–-") for word in words]
    for i, word in enumerate(plain):
        if word in _SEASONS:
            return _SEASONS[word]
        if word == "spring":
            before, after = plain[i - 1] if i else "", plain[i + 1] if i + 1 < len(plain) else ""
            if before in _SPRING_BEFORE or after in _SPRING_AFTER:
                return "spring"
    return None
