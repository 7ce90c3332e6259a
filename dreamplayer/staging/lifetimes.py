"""How long what was named stays on stage, and what makes it leave."""

from __future__ import annotations

from typing import Literal

from dreamplayer.reading.lexicon.vocabulary import vocabulary

Stay = Literal["scene", "passage", "beat"]
"""scene: until another setting takes its place. passage: to the end of its passage, and of the next one if that
names little. beat: some seconds, then it withdraws."""

_NIGHT_SKY = frozenset({"star", "moon", "galaxy", "aurora", "comet", "planet", "eclipse"})
_DAY = frozenset({"sunrise", "morning", "day"})
_SKY = _NIGHT_SKY | {"sky", "cloud", "sunrise", "sunset", "sun", "horizon"}
_PLACES = frozenset({
    "room", "house", "city", "road", "school", "corridor", "balcony", "stairs", "market", "temple", "bridge",
    "labyrinth", "carnival", "roof", "castle", "ruin", "tunnel", "forest", "garden", "water", "lake", "river",
    "ocean", "waterfall", "soil", "chasm", "crater", "meadow", "desert", "mountain", "cliff", "beach", "cave",
    "island", "volcano", "valley", "snow", "glacier", "train", "car", "boat", "ship", "plane", "cage",
})  # fmt: skip
_WEATHER = frozenset(
    {"rain", "storm", "wind", "hail", "ash", "tornado", "fog", "smoke", "void", "lightning", "rainbow"}
)
"""What passes over: it goes with its passage unless it is named again, or it would hang over the whole night."""
_GROWTH = frozenset({"roots", "vines", "moss", "petals", "flower", "leaves", "words", "thread", "road"})
"""What lies on the ground and goes with its passage, unlike the ground itself."""
_BRIEF = frozenset({
    "ripple", "sparks", "explosion", "lightning", "droplet", "spiral", "shadow", "heart", "eye", "breath", "comet",
})  # fmt: skip
_PEOPLE = frozenset({
    "figure", "hand", "crowd", "child", "face", "being", "angel", "ghost", "dancer", "giant", "statue", "mask",
    "animal", "dog", "cat", "horse",
})  # fmt: skip

PRONOUNS = frozenset({"they", "their", "them", "he", "his", "him", "she", "her", "hers", "theirs", "who", "its", "it"})
RIDING = frozenset(
    "ride rides riding rode drive drives driving drove driver aboard board boards seat seats window windows carriage "
    "compartment wheel past passing passes passed whistle conductor rails tracks engine sail sails sailing sailed row "
    "rows rowing deck fly flies flying journey travel travels station stop stops slow slows tunnel go goes we".split()
)
"""Words by which one may still be riding in what was named before."""
WORN = 0.4
"""Strength up to which a thing is read and not staged: a coat somebody wears needs no ribbon of cloth in the air."""
BEAT = 14.0
"""Seconds a thing of the moment stays."""


def stay_of(name: str, role: str | None = None) -> Stay:
    """How long an element stays if it is not named again; `role` is where its drawing belongs, if it has one."""
    if name in _BRIEF:
        return "beat"
    if name in _WEATHER or name in _GROWTH:
        return "passage"
    if name in _SKY or name in _PLACES:
        return "scene"
    known = vocabulary().elements.get(name)
    alive = known is not None and known.family in ("creature", "people")
    return "scene" if role in ("sky", "far", "ground") and not alive else "passage"


def is_place(name: str) -> bool:
    """True for what one can be in: it leaves when the place changes."""
    return name in _PLACES


def is_person(name: str) -> bool:
    """True for whom a pronoun can go on about."""
    return name in _PEOPLE


def is_creature(name: str) -> bool:
    """True for an animal: it stays behind where the place is another."""
    known = vocabulary().elements.get(name)
    return known is not None and known.family == "creature"


def is_vehicle(name: str) -> bool:
    """True for what one can ride in."""
    known = vocabulary().elements.get(name)
    return known is not None and known.family == "vehicle"


def outlived(name: str, time_of_day: str) -> bool:
    """True for what the hour takes away: stars at sunrise, the sunset once it is night."""
    if name in ("sunset", "sunrise", "sun"):
        return time_of_day in ("night", "none") or (name == "sunset") == (time_of_day in (*_DAY, "dawn"))
    return name in _NIGHT_SKY and time_of_day in _DAY
