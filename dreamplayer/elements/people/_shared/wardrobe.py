"""Who the people are: build, dress, hair and age, in a few dozen persons that are cast again and again."""

from __future__ import annotations

from typing import Literal

import numpy as np

from dreamplayer.drawing.people.person import CLOTHS, Person, Wear
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.reading import Colour

Kind = Literal["child", "woman", "man", "old woman", "old man"]
_WHO = 28
"""Lane of chance of which person of a kind it is."""

PEOPLE: dict[str, tuple[Person, ...]] = {
    "woman": (
        Person("curved", Wear("dress", "rust", "brown", "cream", "bun", "dark", 1, ("apron",)), 1),
        Person("slim", Wear("long coat", "teal", "black", "ochre", "knot", "red", 4, ("scarf",)), 2),
        Person("slight", Wear("jumper", "ochre", "navy", "rust", "long", "chestnut", 0), 3),
        Person("curved", Wear("dress", "pale blue", "slate", "cream", "kerchief", "brown", 3, ("apron",)), 4),
        Person("slim", Wear("dress", "olive", "brown", "plum", "long", "dark", 2), 5),
        Person("curved", Wear("coat", "plum", "slate", "cream", "bob", "chestnut", 0, ("scarf",)), 6),
    ),
    "man": (
        Person("broad", Wear("coat", "navy", "black", "rust", "cropped", "brown", 0, ("scarf",)), 1),
        Person("slight", Wear("long coat", "olive", "brown", "tan", "brim", "brown", 2), 2),
        Person("stout", Wear("shirt", "white", "grey", "white", "cap", "grey", 0, ("rolled",)), 3),
        Person("slight", Wear("coat", "brown", "navy", "olive", "cropped", "dark", 3), 4),
        Person("broad", Wear("jumper", "slate", "brown", "navy", "tousled", "chestnut", 4), 5),
        Person("broad", Wear("shirt", "cream", "slate", "rust", "cropped", "dark", 1, ("rolled",)), 6),
    ),
    "old woman": (
        Person("round", Wear("dress", "plum", "brown", "slate", "bun", "white", 0, ("shawl",)), 1),
        Person("round", Wear("long coat", "slate", "black", "plum", "knot", "grey", 1, ("shawl",)), 2),
        Person("round", Wear("dress", "olive", "brown", "cream", "kerchief", "grey", 2, ("apron",)), 3),
    ),
    "old man": (
        Person("bent", Wear("shirt", "cream", "brown", "olive", "bald", "white", 0), 1),
        Person("bent", Wear("coat", "brown", "slate", "ochre", "cap", "white", 4, ("scarf",)), 2),
        Person("bent", Wear("jumper", "navy", "brown", "slate", "bald", "grey", 3), 3),
    ),
    "child": (
        Person("young", Wear("jumper", "red", "slate", "navy", "tousled", "fair", 0), 1),
        Person("young", Wear("dress", "ochre", "brown", "red", "plait", "chestnut", 4, ("short", "socks")), 2),
        Person("small", Wear("dress", "pale blue", "brown", "red", "bob", "dark", 2, ("short", "socks")), 3),
        Person("young", Wear("coat", "olive", "navy", "red", "tousled", "dark", 1, ("scarf",)), 4),
        Person("small", Wear("jumper", "navy", "brown", "ochre", "cap", "brown", 3), 5),
    ),
}  # fmt: skip
"""Persons of each kind."""
_GIRLS, _BOYS = (1, 2), (0, 3, 4)
"""Which of the children are drawn for a girl, and which for a boy."""
PEOPLE["girl"] = (
    *(PEOPLE["child"][i] for i in _GIRLS),
    Person("young", Wear("coat", "plum", "navy", "red", "long", "chestnut", 0, ("scarf",)), 6),
)
PEOPLE["boy"] = tuple(PEOPLE["child"][i] for i in _BOYS)
NIGHTCLOTHES: dict[str, Person] = {
    "woman": Person("slim", Wear("nightshirt", "white", "brown", "red", "long", "chestnut", 4), 1),
    "man": Person("broad", Wear("nightshirt", "pale blue", "brown", "slate", "cropped", "brown", 0), 2),
    "old woman": Person("round", Wear("nightshirt", "cream", "brown", "plum", "knot", "white", 0), 3),
    "old man": Person("bent", Wear("nightshirt", "white", "brown", "red", "nightcap", "white", 4), 4),
    "child": Person("young", Wear("nightshirt", "white", "brown", "red", "plait", "fair", 4), 5),
    "girl": Person("young", Wear("nightshirt", "white", "brown", "red", "plait", "fair", 4), 5),
    "boy": Person("young", Wear("nightshirt", "pale blue", "brown", "red", "tousled", "brown", 1), 6),
}
"""Who sleeps, of each kind."""

DREAMER = Person("slight", Wear("long coat", "navy", "black", "plum", "bob", "dark", 0), 7)
OTHER = Person("slim", Wear("robe", "plum", "brown", "slate", "long", "dark", 0), 8)
"""The two of hand-written notes that choose a pose by number: in a coat and in a gown, the same all night."""


def somebody(kind: str, seed: int, tint: Colour | None = None) -> Person:
    """One person of a kind, in the colour the words give.

    Args:
        kind: a key of `PEOPLE`.
        seed: whose chance.
        tint: colour named by the words; None leaves the person's own.
    """
    choices = PEOPLE[kind]
    who = choices[int(uniform_one(seed, _WHO) * len(choices))]
    return who if tint is None else who.dyed(nearest_cloth(tint))


def nearest_cloth(tint: Colour) -> str:
    """The dye nearest to a colour, judged with roots so that dark ones are told apart."""
    wanted = np.sqrt(np.asarray(tint))
    return min(CLOTHS, key=lambda name: float(((np.sqrt(np.asarray(CLOTHS[name])) - wanted) ** 2).sum()))
