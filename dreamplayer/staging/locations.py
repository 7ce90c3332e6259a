"""The sets: for each place a text may name, what one stands on and where one looks from."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.model.reading import Reading
from dreamplayer.model.stage import GroundKind
from dreamplayer.staging.habitat import outdoors


@dataclass(frozen=True, slots=True)
class Set:
    """A stage without its sky."""

    ground: GroundKind
    eye: float = 1.25
    """Metres."""
    focal: float = 1.3
    horizon: float = -0.28
    """Screen height of the horizon."""
    ridges: float | None = None
    """Height of the hills behind; None leaves it to the passage."""
    weight: float = 1.0
    """How strongly its words set the place, against others of the same passage."""


LAKE = Set("water", 1.35, 1.3, -0.32)
SHORE = Set("sand", 1.5, 1.25, -0.24, 0.15)
MEADOW = Set("meadow", 1.45, 1.3, -0.20)
GARDEN = Set("meadow", 1.55, 1.35, -0.08, 0.25, 1.2)
WOOD = Set("soil", 1.3, 1.35, -0.30, 0.35)
STREET = Set("street", 1.5, 1.2, -0.22, 0.12)
ROOM = Set("wood", 1.35, 1.25, -0.16, 0.0)
HALL = Set("glass", 1.5, 1.2, -0.06, 0.0, 1.3)
HEAVENS = Set("cloud", 3.2, 1.15, -0.48, 0.15, 0.6)

SETS: dict[str, Set] = {
    "lake": LAKE,
    "water": Set("water", 1.35, 1.3, -0.32, None, 0.7),
    "river": Set("meadow", 1.6, 1.3, -0.10, 0.3),
    "ocean": Set("water", 1.8, 1.25, -0.22, 0.0),
    "ripple": Set("water", 1.3, 1.3, -0.24, None, 0.8),
    "boat": Set("water", 1.4, 1.3, -0.30, None, 0.9),
    "ship": Set("water", 1.7, 1.25, -0.28, 0.0, 0.9),
    "swan": Set("water", 1.3, 1.3, -0.28, None, 0.6),
    "whale": Set("water", 1.8, 1.2, -0.22, 0.0, 0.9),
    "waterfall": Set("water", 1.5, 1.2, -0.34, 0.7),
    "puddle": Set("street", 1.3, 1.3, -0.2, 0.1, 0.5),
    "whirlpool": Set("water", 2.4, 1.2, -0.05, 0.1),
    "island": LAKE,
    "lighthouse": Set("water", 1.6, 1.25, -0.3, 0.1),
    "reeds": LAKE,
    "well": MEADOW,
    "fountain": Set("floor", 1.5, 1.25, -0.22, 0.2),
    "beach": SHORE,
    "sand": SHORE,
    "desert": Set("sand", 1.5, 1.25, -0.20, 0.35),
    "cactus": Set("sand", 1.5, 1.25, -0.2),
    "balcony": Set("glass", 1.95, 1.15, 0.16, 0.2, 1.6),
    "corridor": Set("glass", 1.55, 1.15, -0.04, 0.0, 1.6),
    "mirror": Set("glass", 1.4, 1.25, -0.18, 0.1, 0.9),
    "labyrinth": Set("glass", 2.2, 1.15, 0.0, 0.0, 1.0),
    "glass": Set("glass", 1.4, 1.25, -0.2, None, 0.35),
    "forest": WOOD,
    "tree": Set("soil", 1.35, 1.3, -0.28, 0.4, 0.6),
    "leaves": Set("soil", 1.35, 1.3, -0.28, 0.4, 0.4),
    "roots": Set("soil", 1.4, 1.35, -0.08, None, 0.5),
    "mushroom": WOOD,
    "moss": WOOD,
    "wolf": WOOD,
    "deer": WOOD,
    "garden": GARDEN,
    "flower": Set("meadow", 1.4, 1.35, -0.12, None, 0.6),
    "meadow": MEADOW,
    "wheat": Set("meadow", 1.5, 1.3, -0.18, 0.25),
    "valley": Set("meadow", 2.6, 1.25, -0.10, 0.9),
    "mountain": Set("meadow", 1.6, 1.25, -0.34, 1.0),
    "cliff": Set("meadow", 2.4, 1.2, -0.22, 0.8),
    "cave": Set("soil", 1.4, 1.2, -0.24, 0.0),
    "chasm": Set("soil", 2.0, 1.3, 0.02, 0.5, 0.8),
    "crater": Set("soil", 2.3, 1.15, -0.02, 0.2, 1.4),
    "crystal": Set("soil", 1.8, 1.2, -0.10, 0.2, 0.5),
    "soil": Set("soil", 1.4, 1.3, -0.16, None, 0.4),
    "stone": Set("floor", 1.5, 1.3, -0.16, None, 0.35),
    "volcano": Set("soil", 1.6, 1.25, -0.30, 0.5),
    "barn": MEADOW,
    "windmill": MEADOW,
    "fence": MEADOW,
    "horse": MEADOW,
    "city": Set("street", 1.6, 1.15, -0.16, 0.0, 1.2),
    "road": Set("street", 1.5, 1.2, -0.16, None, 0.8),
    "market": STREET,
    "temple": Set("floor", 1.5, 1.2, -0.22, 0.1, 1.0),
    "castle": Set("meadow", 1.6, 1.2, -0.30, 0.5),
    "tower": Set("meadow", 1.5, 1.2, -0.34, 0.4),
    "ruin": MEADOW,
    "gate": Set("street", 1.4, 1.25, -0.24, 0.2),
    "carnival": STREET,
    "house": Set("meadow", 1.5, 1.3, -0.22, 0.3, 0.8),
    "school": Set("floor", 1.5, 1.2, -0.16, 0.0, 0.9),
    "car": Set("street", 1.4, 1.25, -0.22, 0.2, 0.6),
    "train": Set("soil", 1.5, 1.25, -0.24, 0.4, 0.7),
    "bicycle": STREET,
    "carriage": STREET,
    "bridge": Set("meadow", 1.7, 1.2, -0.18, 0.35, 0.9),
    "room": ROOM,
    "bed": ROOM,
    "table": Set("wood", 1.35, 1.25, -0.12, 0.0, 0.8),
    "chair": Set("wood", 1.35, 1.25, -0.14, 0.0, 0.6),
    "book": Set("wood", 1.3, 1.3, -0.12, 0.0, 0.5),
    "lamp": Set("wood", 1.3, 1.3, -0.14, 0.0, 0.5),
    "window": Set("wood", 1.35, 1.25, -0.14, 0.0, 0.6),
    "stairs": Set("floor", 1.6, 1.2, -0.14, 0.0, 0.9),
    "wall": Set("floor", 1.4, 1.25, -0.18, None, 0.3),
    "piano": ROOM,
    "carpet": ROOM,
    "food": Set("wood", 1.3, 1.3, -0.1, 0.0, 0.3),
    "door": Set("street", 1.4, 1.25, -0.20, None, 0.4),
    "snow": Set("snow", 1.5, 1.3, -0.22, 0.5, 0.9),
    "ice": Set("snow", 1.4, 1.3, -0.22, 0.5, 0.8),
    "glacier": Set("snow", 1.8, 1.2, -0.26, 0.9),
    "sled": Set("snow", 1.5, 1.3, -0.22, 0.5),
    "icicle": Set("snow", 1.4, 1.3, -0.22, 0.5, 0.5),
    "cloud": Set("cloud", 3.0, 1.15, -0.44, 0.2, 0.3),
    "plane": HEAVENS,
    "dragon": HEAVENS,
    "planet": Set("void", 2.0, 1.1, -0.6, 0.0, 0.6),
    "galaxy": Set("void", 2.0, 1.1, -0.6, 0.0, 0.6),
    "rocket": Set("void", 2.0, 1.1, -0.6, 0.0, 0.6),
    "void": Set("void", 1.6, 1.2, -0.30, 0.0, 0.7),
    "lantern": Set("water", 1.35, 1.3, -0.36, None, 0.35),
    "firefly": Set("meadow", 1.4, 1.3, -0.2, 0.4, 0.2),
    "comet": Set("water", 1.4, 1.25, -0.30, None, 0.3),
    "stardust": Set("void", 1.5, 1.2, -0.3, 0.1, 0.2),
    "aurora": Set("snow", 1.4, 1.2, -0.40, 0.6, 0.3),
}

OPENING = LAKE
"""Where a dream that names no place begins: still water under the sky."""


_MOVABLE = frozenset({"table", "chair", "lamp", "book", "window", "piano", "carpet", "food", "door", "gate", "stairs"})
"""What makes a room where no other place is told, and stands as well in a field that is."""


def set_of(passage: int, reading: Reading, before: Set) -> Set:
    """The set a passage names most strongly; the one before where it names none."""
    found: dict[str, float] = {}
    for mention in reading.of(passage):
        if mention.kind == "element" and mention.mode == "literal":
            known = SETS.get(mention.name)
            if known:
                found[mention.name] = found.get(mention.name, 0.0) * 0.4 + known.weight * (0.4 + 0.6 * mention.strength)
    place = reading.moods[passage].place
    if place in SETS and (outdoors(SETS[place].ground) or SETS[place].ground == "cloud"):
        found = {name: weight * (0.5 if name in _MOVABLE else 1.0) for name, weight in found.items()}
    if place in SETS:
        found[place] = found.get(place, 0.0) + 0.75
    if not found:
        return before
    name = max(found, key=lambda n: (found[n], n))
    return SETS[name] if found[name] >= 0.28 else before
