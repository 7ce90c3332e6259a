"""Where things belong: a boat to water, a bed to a room. When the place changes, what belongs elsewhere withdraws."""

from __future__ import annotations

from dreamplayer.model.stage import GroundKind
from dreamplayer.reading.lexicon.vocabulary import vocabulary


def _kinds(text: str) -> frozenset[GroundKind]:
    return frozenset(text.split())  # type: ignore[arg-type]


_WATER = _kinds("water sand snow")
_INDOORS = _kinds("wood floor glass")
_OUTDOORS = _kinds("meadow soil sand snow water street")
_ROADS = _kinds("street soil meadow snow sand")
_OWN = {
    **dict.fromkeys(
        "boat ship swan whale fish jellyfish octopus turtle lighthouse island whirlpool waterfall reeds ripple ocean "
        "lake water beach".split(),
        _WATER,
    ),
    **dict.fromkeys("car train bicycle carriage sled".split(), _ROADS),
    **dict.fromkeys("bed table chair piano carpet curtain room".split(), _INDOORS),
    **dict.fromkeys(
        "tree forest meadow wheat mountain cliff valley volcano desert cactus mushroom moss deer wolf horse barn "
        "windmill well fence tent rainbow garden reeds".split(),
        _OUTDOORS,
    ),
    **dict.fromkeys(
        "city road market school temple castle tower roof carnival bridge".split(), _ROADS | {"water", "floor"}
    ),
    "snow": _OUTDOORS,
    "glacier": _kinds("snow water meadow"),
    "ice": _OUTDOORS,
}


def outdoors(ground: GroundKind) -> bool:
    """Whether one stands under the sky there."""
    return ground in _OUTDOORS


def posted(ground: GroundKind) -> bool:
    """Whether a lamp stands on a post there: out of doors, and not in water."""
    return outdoors(ground) and ground != "water"


def belongs(name: str, ground: GroundKind) -> bool:
    """Whether a thing may go on standing where the ground has become another: a car does not follow into a corridor."""
    own = _OWN.get(name)
    if own is not None:
        return ground in own
    known = vocabulary().elements.get(name)
    if known is not None and known.family == "home":
        return ground in _INDOORS
    if known is not None and known.family == "vehicle":
        return ground in _ROADS or (name == "plane" and ground == "cloud")
    return True
