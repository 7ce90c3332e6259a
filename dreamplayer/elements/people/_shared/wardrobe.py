"""Who the people are: build, dress, hair and age, in a few dozen persons that are cast again and again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.people.person import CLOTHS, Person, Wear
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.reading import Colour

_WHO = 28
"""Random lane of which person of a kind it is."""

PEOPLE: dict[str, tuple[Person, ...]] = {
    "woman": (
        Person("curved", Wear("dress", "rust", "brown", "cream", "bun", "dark", 1, ("apron",)), 1),
        Person("slim", Wear("long coat", "teal", "black", "ochre", "knot", "red", 4, ("scarf",)), 2),
        Person("slight", Wear("dress", "brown", "navy", "moss green", "long", "chestnut", 0, ("cardigan",)), 3),
        Person("curved", Wear("dress", "slate", "slate", "tan", "kerchief", "brown", 3, ("apron",)), 4),
        Person("slim", Wear("dress", "olive", "brown", "plum", "long", "dark", 2, ("shawl",)), 5),
        Person("curved", Wear("coat", "plum", "slate", "tan", "bob", "chestnut", 0, ("scarf",)), 6),
        Person("slim", Wear("dress", "navy", "brown", "rust", "plait", "fair", 4, ("cardigan",)), 7),
    ),
    "man": (
        Person("broad", Wear("coat", "navy", "black", "rust", "cropped", "brown", 0, ("scarf",)), 1),
        Person("slight", Wear("long coat", "moss green", "brown", "tan", "brim", "brown", 2), 2),
        Person("stout", Wear("shirt", "cream", "brown", "slate", "cap", "grey", 0, ("rolled", "waistcoat", "beard")),
            3),
        Person("slight", Wear("coat", "brown", "navy", "olive", "cropped", "dark", 3), 4),
        Person("broad", Wear("jumper", "slate", "brown", "navy", "tousled", "chestnut", 4, ("boots", "beard")), 5),
        Person("broad", Wear("shirt", "tan", "slate", "wine", "cropped", "dark", 1, ("rolled", "waistcoat")), 6),
        Person("slight", Wear("coat", "slate", "brown", "ochre", "cap", "fair", 0, ("scarf", "boots")), 7),
    ),
    "old woman": (
        Person("round", Wear("dress", "plum", "brown", "slate", "bun", "white", 0, ("shawl",)), 1),
        Person("round", Wear("dress", "slate", "black", "wine", "knot", "grey", 1, ("cardigan", "apron")), 2),
        Person("round", Wear("dress", "moss green", "brown", "tan", "kerchief", "grey", 2, ("apron", "shawl")), 3),
    ),
    "old man": (
        Person("bent", Wear("shirt", "cream", "brown", "moss green", "bald", "white", 0, ("waistcoat", "beard")), 1),
        Person("bent", Wear("coat", "brown", "slate", "ochre", "cap", "white", 4, ("scarf", "beard")), 2),
        Person("bent", Wear("jumper", "navy", "brown", "slate", "bald", "grey", 3, ("boots",)), 3),
        Person("bent", Wear("long coat", "slate", "brown", "brown", "brim", "white", 1, ("long beard",)), 4),
    ),
    "child": (
        Person("young", Wear("jumper", "red", "slate", "navy", "tousled", "fair", 0, ("boots",)), 1),
        Person("young", Wear("dress", "ochre", "brown", "red", "plait", "chestnut", 4, ("short", "socks")), 2),
        Person("small", Wear("dress", "pale blue", "brown", "red", "bob", "dark", 2, ("short", "socks")), 3),
        Person("young", Wear("coat", "moss green", "navy", "red", "tousled", "dark", 1, ("scarf", "boots")), 4),
        Person("small", Wear("shirt", "cream", "brown", "slate", "cap", "brown", 3, ("waistcoat",)), 5),
    ),
    "seafaring man": (
        Person("broad", Wear("jumper", "navy", "slate", "wine", "watch cap", "brown", 0, ("boots", "beard")), 1),
        Person("slight", Wear("jumper", "navy", "brown", "slate", "watch cap", "dark", 2, ("striped", "boots")), 2),
        Person("stout", Wear("coat", "navy", "black", "black", "cap", "grey", 4, ("boots", "beard", "scarf")), 3),
    ),
    "travelling man": (
        Person("slight", Wear("coat", "brown", "slate", "moss green", "hooded", "brown", 0, ("cloak", "boots")), 1),
        Person("broad", Wear("coat", "slate", "brown", "rust", "tousled", "dark", 2, ("cloak", "boots")), 2),
        Person("slight", Wear("long coat", "moss green", "black", "tan", "brim", "grey", 1, ("scarf", "boots")), 3),
    ),
    "monastic man": (
        Person("slight", Wear("robe", "brown", "brown", "tan", "hooded", "brown", 0, ("cowl",)), 1),
        Person("stout", Wear("robe", "grey", "grey", "tan", "bald", "grey", 1, ("cowl",)), 2),
        Person("slight", Wear("robe", "brown", "brown", "cream", "bald", "dark", 3, ("cowl",)), 3),
    ),
    "holy man": (
        Person("slight", Wear("robe", "black", "black", "plum", "cropped", "grey", 0), 1),
        Person("bent", Wear("robe", "black", "black", "slate", "bald", "white", 1, ("cloak",)), 2),
    ),
    "monastic woman": (Person("slim", Wear("robe", "black", "black", "cream", "kerchief", "dark", 4), 1),),
    "royal man": (
        Person("stout", Wear("robe", "wine", "navy", "gold", "crowned", "grey", 0, ("cloak", "beard")), 2),
        Person("broad", Wear("robe", "teal", "plum", "gold", "crowned", "brown", 2, ("cloak", "beard")), 4),
    ),
    "royal woman": (
        Person("slim", Wear("robe", "teal", "wine", "gold", "crowned", "chestnut", 4, ("cloak",)), 1),
        Person("curved", Wear("robe", "plum", "navy", "gold", "crowned", "dark", 2, ("cloak",)), 3),
    ),
    "magic man": (
        Person("bent", Wear("robe", "navy", "plum", "navy", "pointed", "white", 0, ("long beard",)), 1),
        Person("slight", Wear("robe", "plum", "slate", "plum", "pointed", "grey", 1, ("cloak", "long beard")), 2),
    ),
    "magic woman": (
        Person("round", Wear("dress", "black", "brown", "black", "pointed", "grey", 4, ("shawl",)), 1),
        Person("slim", Wear("robe", "black", "moss green", "black", "pointed", "red", 0, ("cloak",)), 3),
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

_SLEEP_AS = {
    "monastic woman": "woman", "royal woman": "woman", "magic woman": "old woman", "magic man": "old man",
        "seafaring man": "man", "travelling man": "man",
    "monastic man": "man", "holy man": "old man", "royal man": "old man",
}  # fmt: skip
"""Whose nightclothes those of other kinds wear."""
AT_EASE: dict[str, tuple[str, ...]] = {
    "old man": ("stick", "stick", "gaze", "pocket"),
    "old woman": ("stick", "stand", "pocket", "basket"),
    "travelling man": ("lamp", "walk", "stick", "lamp"),
    "monastic man": ("stand", "walk", "lamp", "sleeves"),
    "holy man": ("stand", "sleeves", "gaze"),
    "monastic woman": ("stand", "sleeves", "gaze"),
    "royal man": ("stand", "sleeves", "gaze"),
    "royal woman": ("stand", "gaze", "pocket"),
    "magic man": ("staff", "look up", "staff"),
    "magic woman": ("staff", "basket", "stand"),
    "seafaring man": ("folded", "pocket", "gaze", "walk"),
}
"""What those of a kind do where the words do not say; others do what anybody does."""
VARIANTS: dict[str, tuple[str, ...]] = {
    "wait": ("wait", "pocket", "folded"), "stand": ("stand", "pocket", "wait"), "gaze": ("gaze", "gaze", "pocket"),
}  # fmt: skip
"""Poses that one seed or another gives for the same verb."""


def nightclothes(kind: str) -> Person:
    """Somebody of a kind dressed for the night.

    Args:
        kind: a key of `PEOPLE`.
    """
    return NIGHTCLOTHES[_SLEEP_AS.get(kind, kind)]


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


_WHITES = ("white", "pale blue", "white", "cream", "silver")
_GOWNS = {"dress": "robe", "coat": "long coat", "jumper": "robe", "shirt": "robe"}
"""What those in white wear instead: long clothes, that fall to the feet."""
_PLAIN = frozenset({"apron", "rolled", "waistcoat", "boots", "scarf", "striped", "cardigan", "short", "socks"})
"""What they leave off."""


def in_white(who: Person, number: int) -> Person:
    """The same one in long clothes of white or silver.

    Args:
        who: anybody.
        number: which of the whites it is.
    """
    cloth = _WHITES[number % len(_WHITES)]
    wear = replace(
        who.wear, cut=_GOWNS.get(who.wear.cut, who.wear.cut), main=cloth, second=_WHITES[(number + 1) % len(_WHITES)],
        third="silver", more=tuple(one for one in who.wear.more if one not in _PLAIN),
    )  # fmt: skip
    return replace(who, wear=wear)


def nearest_cloth(tint: Colour) -> str:
    """The dye nearest to a colour, judged with roots so that dark ones are distinguished."""
    wanted = np.sqrt(np.asarray(tint))
    return min(CLOTHS, key=lambda name: float(((np.sqrt(np.asarray(CLOTHS[name])) - wanted) ** 2).sum()))
