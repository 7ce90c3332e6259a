"""What may be shown as a chest: what holds something, or is worth keeping in one; scissors are read and not shown."""

from __future__ import annotations

_CASES = frozenset(
    "chest trunk crate carton parcel package packet suitcase luggage baggage briefcase bag handbag purse backpack "
    "rucksack satchel basket hamper casket coffin case container barrel cask bin sack pouch wallet present gift urn "
    "cabinet safe drawer locker coffer treasure coin jewel gold silver money toolkit pail bucket cargo freight dustbin "
    "creel pannier holdall kit reliquary capsule tin vat tub toy hoard loot booty riches doll".split()
)


def contained(word: str) -> bool:
    """Whether the last word of a name tells of a chest, or of what would lie in one."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es")}
    return bool(stems & _CASES) or any(stem.endswith("box") for stem in stems)
