"""When and where a vision is shown: what is likened, remembered or wished, and what nothing draws.

One at a time: two compete, and blind viewers say so. `VisionPlanner` chooses among what a passage names, `vision_cue`
writes the cue, `vision_placement` finds it a calm spot of the picture.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dreamplayer.drawing.visions.motes import GATHER, HOLD, SCATTER, WHOLE
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.place import Anchor, CalmSpot, Framing
from dreamplayer.model.reading import Mention
from dreamplayer.model.score import Cue, Scene, Span, Support
from dreamplayer.model.stage import Placement
from dreamplayer.reading.lexicon.vocabulary import place_records, thing, vocabulary
from dreamplayer.staging.layout_floating import ASPECT, Patch
from dreamplayer.staging.lifetimes import WORN

LEAD = 2.0
"""Seconds before its word at which the motes begin to gather."""
FREED = GATHER + HOLD + 0.5 * SCATTER
"""Seconds after which the next vision may begin: half of the motes have gone."""
AGAIN = 240.0
"""Seconds within which the same thing is hardly worth a second vision."""
LEAST = 0.12
"""Weight from which on a mention is worth a vision."""
SHARE, SKY_SHARE = 0.28, 0.34
"""Height of a vision as a share of the picture's; among the stars."""
_HEIGHTS = (0.30, 0.44, 0.14)
"""Screen heights of its middle, best first: clear of the ground and of the words below it."""
_SIDES = (0.0, -0.42, 0.42, -0.84, 0.84, -1.2, 1.2)
"""Screen x of its middle, best first."""
_ASIDE = 1.15
"""Width of a vision over its height, with the air around it."""
_ASIDE_STEPS = (-0.45, -0.3, -0.15, 0.15, 0.3, 0.45)
"""Screen widths by which a vision moves aside where somebody stands before its calm spot."""
FREE = 0.005
"""The same for a vision that moves aside: nearly none."""
TAKEN = 0.045
"""Overlap with what stands there, in half picture heights squared, above which a spot is not free."""
NEAR, OVER_WATER, SKY = 2.4, 40.0, 320.0
"""Metres away: before what stands there, over water, where the reflection has room, and among the stars."""


@dataclass(frozen=True, slots=True)
class PlannedVision:
    """A mention that becomes a vision, and when."""

    mention: Mention
    since: float
    """Second of the night at which the first mote sets out."""

    @property
    def name(self) -> str:
        """The element or glyph it is made of."""
        return seen_as(self.mention)


class VisionPlanner:
    """Chooses the visions of one passage after another. Depends on nothing that comes later."""

    def __init__(self, *, tale: bool) -> None:
        """Begin a night without any.

        Args:
            tale: whether the text is an old tale, in which nothing modern is seen.
        """
        self._tale = tale
        self._free = float("-inf")
        """Second of the night from which on none of the last visions is seen."""
        self._seen: dict[str, float] = {}
        """When each thing was last seen as a vision."""

    def plan(
        self,
        mentions: Sequence[Mention],
        starts: Mapping[int, float],
        earliest: float,
        homeless: Collection[Mention] = (),
    ) -> tuple[PlannedVision, ...]:
        """Choose the visions of a passage: the best set of those far enough apart.

        Args:
            mentions: of the passage.
            starts: second of the night at which each word begins.
            earliest: second before which nothing of the passage may be seen.
            homeless: literal mentions of things that the place cannot hold.

        Returns:
            In order of time.
        """
        worth = [(m, self._weight(m, starts[m.word], m in homeless)) for m in mentions if m.kind == "element"]
        found = [
            (PlannedVision(m, round(max(starts[m.word] - LEAD, earliest), 6)), weight)
            for m, weight in worth
            if weight >= LEAST
        ]
        found.sort(key=lambda item: item[0].since)
        chosen = _best([(vision, weight) for vision, weight in found if vision.since >= self._free])
        for vision in chosen:
            self._free = vision.since + FREED
            self._seen[vision.name] = vision.since
        return chosen

    def _weight(self, mention: Mention, start: float, homeless: bool) -> float:
        """How much a mention deserves a vision; 0 for what may be none."""
        name = seen_as(mention)
        if mention.mode == "negated" or not mention.pictured or not may_be_vision(name):
            return 0.0
        if name == mention.name and mention.relations.noun in vocabulary().loose:
            # A stork is read as a bird; the vision of a songbird would be none of it.
            return 0.0
        record = thing(name)
        if (record.modern and self._tale) or (record.body_part and mention.relations.owner is not None):
            # "Her hand" is where she is.
            return 0.0
        if mention.mode == "literal" and (
            mention.strength <= WORN or (record.wearable and mention.relations.owner is not None)
        ):
            # A coat is on who wears it, and "her shoes" are about her.
            return 0.0
        if record.someone and (mention.mode == "literal" or mention.manner is None):
            # Who is there is there or not seen; of those who are not, somebody is no picture, a grandmother is.
            return 0.0
        if mention.mode == "figurative":
            weight = 0.45
        elif thing(mention.name).glyph is not None:
            weight = 0.2 + 0.6 * mention.strength
        elif homeless:
            weight = (0.3 if record.body_part else 0.5) * mention.strength
        else:
            return 0.0
        return weight * (0.35 if start - self._seen.get(name, float("-inf")) < AGAIN else 1.0)


def _best(found: Sequence[tuple[PlannedVision, float]]) -> tuple[PlannedVision, ...]:
    """The set of greatest weight whose members begin `FREED` seconds apart (weighted interval scheduling)."""
    best: list[tuple[float, tuple[PlannedVision, ...]]] = [(0.0, ())]
    for i, (vision, weight) in enumerate(found):
        before = sum(1 for other, _ in found[:i] if other.since <= vision.since - FREED)
        with_it = (best[before][0] + weight, (*best[before][1], vision))
        best.append(max(best[-1], with_it, key=lambda item: item[0]))
    return best[-1][1]


def seen_as(mention: Mention) -> str:
    """What a vision of a mention is made of: a sunflower where the words name one, though any flower is drawn for it.

    Args:
        mention: of a thing.

    Returns:
        Id of an element or a glyph.
    """
    return vocabulary().exact.get(mention.relations.noun, mention.name)


def may_be_vision(name: str) -> bool:
    """Whether a thing can be told as motes of light.

    Args:
        name: of an element or a glyph.
    """
    record = thing(name)
    return record.glyph is not None or record.vision != "none"


def is_tale(mentions: Sequence[Mention]) -> bool:
    """Whether a text is an old tale: it names more that belongs there than of modern times, and two things at least.

    Args:
        mentions: of the whole text.
    """
    named = [thing(name) for name in {m.name for m in mentions if m.kind == "element" and m.mode != "negated"}]
    old, modern = sum(record.tale for record in named), sum(record.modern for record in named)
    return old >= 2 and old > modern


def vision_cue(cue: Cue, planned: PlannedVision) -> Cue:
    """A cue as a vision: one figure, from before its word until all motes are gone.

    Args:
        cue: of the mention, starting with its word.
        planned: when it is seen, and what it is made of.
    """
    span = Span(cue.span.start, round(planned.since + WHOLE, 6))
    return replace(
        cue, name=planned.name, span=span, since=planned.since, arrive=GATHER, leave=SCATTER, strength=1.0, count=1,
        staged=True, rests=Support("vision"),
    )  # fmt: skip


def vision_placement(cue: Cue, scene: Scene, taken: Sequence[Patch], calm: Sequence[CalmSpot] = ()) -> Placement | None:
    """Where a vision hovers: a calm spot of the upper two thirds, clear of what is on stage.

    Args:
        cue: of the vision.
        scene: it is seen in.
        taken: what things and other visions take of the picture meanwhile.
        calm: spots that the framing has for visions, best first; empty to look for one.

    Returns:
        A placement on the screen, see `model.score.Holding`; None where all of them are taken.
    """
    spots = [*calm] or [CalmSpot(x, y) for y in _HEIGHTS for x in _mirrored(cue.seed)]
    ranked = [(_crowded(spot, taken), i, spot) for i, spot in enumerate(spots)]
    crowded, _, spot = min(ranked, key=lambda one: (one[0] + 0.02 * one[1], one[1]))
    if crowded > TAKEN and scene.place_id is not None:
        beside = [
            (_crowded(replace(moved, tall=max(moved.tall, SKY_SHARE)), taken), abs(dx) + dy, moved)
            for one in calm
            for dx in _ASIDE_STEPS
            for dy in (0.0, 0.08)
            for moved in (replace(one, x=one.x + dx, y=min(one.y + dy, 0.95 - one.tall)),)
        ]
        crowded, _, spot = min(beside, key=lambda one: (one[0] > FREE, one[1], one[2].x), default=(1.0, 0.0, spot))
        if crowded > FREE:
            return None
    return _placed(spot, scene, cue, taken)


def _placed(spot: CalmSpot, scene: Scene, cue: Cue, taken: Sequence[Patch]) -> Placement:
    """A vision at a spot: near, over water, or far off among the stars."""
    if spot.y - spot.tall > scene.stage.camera.horizon + 0.1 and among_stars(scene, cue, taken):
        size = max(spot.tall, SKY_SHARE)
        return Placement(x=spot.x, y=round(min(spot.y, 0.94 - size) - size, 4), z=SKY, size=size)
    far = OVER_WATER if scene.stage.ground == "water" else NEAR
    return Placement(x=spot.x, y=round(spot.y - spot.tall, 4), z=far, size=spot.tall)


def patch_of(placement: Placement, until: float) -> Patch:
    """What a vision takes of the picture.

    Args:
        placement: as `vision_placement` gives it.
        until: second of the night at which it is gone.
    """
    half = _ASIDE * placement.size
    return Patch(placement.x - half, placement.x + half, placement.y, placement.y + 2.0 * placement.size, until)


def overlap(one: Patch, other: Patch) -> float:
    """Share of the smaller of two patches that the other covers, 0..1.

    Args:
        one: of the picture.
        other: of the same picture.
    """
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.high, other.high) - max(one.low, other.low)
    areas = [(patch.right - patch.left) * (patch.high - patch.low) for patch in (one, other)]
    return max(0.0, wide) * max(0.0, high) / max(min(areas), 1e-6)


def seen_at(framing: Framing, anchor: Anchor, size: float, until: float, spread: float = 0.0) -> Patch | None:
    """What a thing at an anchor takes of the picture, about.

    Args:
        framing: camera of the place.
        anchor: where it is.
        size: its height in metres.
        until: second of the night at which it is gone.
        spread: metres that several of it take to each side.

    Returns:
        None behind the eye.
    """
    away = framing.view(anchor.position)[2]
    if away < 0.3:
        return None
    x, y = framing.screen(anchor.position)
    tall = framing.focal * size / away
    low = y - (tall if anchor.surface == "hang" else 0.5 * tall if anchor.surface == "air" else 0.0)
    half = 0.4 * tall + framing.focal * spread / away
    return Patch(x - half, x + half, low, low + tall, until)


def among_stars(scene: Scene, cue: Cue, taken: Sequence[Patch]) -> bool:
    """Whether a vision is a constellation: under a clear night sky that has nothing else in it.

    Args:
        scene: it is seen in.
        cue: of the vision.
        taken: what things take of the picture meanwhile.
    """
    stage = scene.stage
    dark = scene.time_of_day in ("night", "none") and stage.stars >= 0.4 and stage.clouds < 0.35
    place = place_records().get(scene.place_id or "")
    open_sky = stage.ground not in ("floor", "wood") if place is None else place.sky and (place.of_kind or place.water)
    outside = open_sky and stage.camera.horizon <= -0.05
    free = not any(patch.high > 0.25 and abs(patch.left + patch.right) < 2.4 for patch in taken)
    return dark and outside and free and uniform_one(cue.seed, 70) < 0.45


def _mirrored(seed: int) -> tuple[float, ...]:
    side = -1.0 if uniform_one(seed, 72) < 0.5 else 1.0
    return tuple(side * x for x in _SIDES)


def _crowded(spot: CalmSpot, taken: Sequence[Patch]) -> float:
    """How much of a spot is taken, in half picture heights squared; what is cut off at the side counts too."""
    half, foot, top = _ASIDE * spot.tall, spot.y - spot.tall, spot.y + spot.tall
    cost = 2.0 * max(0.0, abs(spot.x) + half - ASPECT) * spot.tall
    for patch in taken:
        wide = min(spot.x + half, patch.right) - max(spot.x - half, patch.left)
        high = min(top, patch.high) - max(foot, patch.low)
        cost += max(0.0, wide) * max(0.0, high)
    return cost
