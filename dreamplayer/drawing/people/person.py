"""Dressed people: from a build, clothes and a pose to the parts that are cast."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dreamplayer.drawing.modelled.part import Array, Paint, Part, Vec, placed, rotation, unit, vec
from dreamplayer.drawing.modelled.surface import chained, creases, hemmed, knit, striped, worn
from dreamplayer.drawing.people import clothes
from dreamplayer.drawing.people.head_and_hands import HIDES_EARS, beard, hair, hands, head
from dreamplayer.drawing.people.held import pillow, stool
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.skeleton import HEAD_SCALE, Build, Held, Limbs, Pose, Skeleton, skeleton
from dreamplayer.model.reading import Colour

F = np.float32

BUILDS: dict[str, Build] = {
    "broad": Build(1.79, 0.230, 0.200, 0.088, 1.06, 0.04, 0.92),
    "curved": Build(1.67, 0.222, 0.164, 0.096, 0.96, 0.02, 0.78, 1.0),
    "stout": Build(1.70, 0.230, 0.196, 0.105, 1.32, 0.05, 1.10),
    "slight": Build(1.75, 0.224, 0.176, 0.084, 0.90, 0.02, 0.86),
    "slim": Build(1.64, 0.218, 0.154, 0.088, 0.88, 0.02, 0.80, 0.7),
    "young": Build(1.20, 0.200, 0.130, 0.066, 0.84, 0.02, 0.98),
    "small": Build(1.04, 0.190, 0.116, 0.060, 0.82, 0.02, 1.02),
    "bent": Build(1.70, 0.228, 0.178, 0.088, 0.98, 0.20, 0.98),
    "round": Build(1.57, 0.218, 0.162, 0.100, 1.14, 0.24, 0.98, 0.8),
}
"""Proportions of adults, children and the old."""
SKINS: tuple[Colour, ...] = (
    (0.50, 0.27, 0.175), (0.42, 0.22, 0.14), (0.27, 0.130, 0.075), (0.165, 0.078, 0.046), (0.56, 0.33, 0.24),
)  # fmt: skip
HAIRS: dict[str, Colour] = {
    "dark": (0.030, 0.020, 0.016), "brown": (0.095, 0.048, 0.024), "chestnut": (0.16, 0.062, 0.026),
    "fair": (0.42, 0.26, 0.105), "red": (0.30, 0.095, 0.028), "grey": (0.30, 0.29, 0.28), "white": (0.56, 0.53, 0.49),
}  # fmt: skip


def _muted(c: Colour, keep: float = 0.74, dim: float = 0.88) -> Colour:
    """A dye by lamplight: a little greyer and darker."""
    grey = 0.3 * c[0] + 0.55 * c[1] + 0.15 * c[2]
    r, g, b = (dim * (grey + (v - grey) * keep) for v in c)
    return r, g, b


CLOTHS: dict[str, Colour] = {
    name: _muted(colour)
    for name, colour in {
        "navy": (0.060, 0.085, 0.165), "slate": (0.130, 0.160, 0.205), "olive": (0.135, 0.160, 0.070),
        "rust": (0.340, 0.110, 0.050), "ochre": (0.430, 0.250, 0.070), "plum": (0.190, 0.065, 0.125),
        "cream": (0.430, 0.360, 0.265), "white": (0.46, 0.42, 0.355), "brown": (0.150, 0.088, 0.048),
        "grey": (0.20, 0.19, 0.185), "red": (0.380, 0.060, 0.042), "teal": (0.055, 0.170, 0.165),
        "black": (0.050, 0.047, 0.052), "pink": (0.460, 0.210, 0.190), "pale blue": (0.210, 0.300, 0.420),
        "tan": (0.33, 0.22, 0.12), "moss green": (0.105, 0.135, 0.085), "wine": (0.25, 0.045, 0.060),
        "gold": (0.42, 0.27, 0.075), "silver": (0.30, 0.31, 0.34),
    }.items()
}  # fmt: skip
"""Albedo of dyed cloth."""
_LEATHER: Colour = (0.075, 0.044, 0.028)


@dataclass(frozen=True)
class Wear:
    """What somebody wears, and hair and skin."""

    cut: str = "coat"
    """coat, long coat, dress, nightshirt, jumper, shirt, robe."""
    main: str = "navy"
    """Colour of the main garment, one of `CLOTHS`, as the next two."""
    second: str = "brown"
    third: str = "rust"
    hair: str = "cropped"
    """One of `head_and_hands.HAIR`."""
    hair_colour: str = "brown"
    skin: int = 0
    more: tuple[str, ...] = ()
    """Any of scarf, shawl, cardigan, apron, waistcoat, rolled, short, socks, ball gown, boots, striped, cloak, cowl,
    beard, long beard.
    """


@dataclass(frozen=True)
class Person:
    """Somebody: build and dress."""

    build: str
    wear: Wear
    seed: int = 0

    @property
    def key(self) -> str:
        """A name for the cache: the same for the same looks."""
        w = self.wear
        looks = (w.cut, w.main, w.second, w.third, w.hair, w.hair_colour, str(w.skin), "+".join(w.more))
        return "/".join((self.build, *looks, str(self.seed)))

    def dyed(self, cloth: str) -> Person:
        """The same one in a main garment of another colour.

        Args:
            cloth: name of the colour.
        """
        return replace(self, wear=replace(self.wear, main=cloth))


@dataclass(frozen=True, eq=False)
class _Dresser:
    k: Skeleton
    w: Wear
    seed: int

    @property
    def colours(self) -> tuple[Array, Array, Array]:
        w = self.w
        return np.asarray(CLOTHS[w.main], F), np.asarray(CLOTHS[w.second], F), np.asarray(CLOTHS[w.third], F)

    def coat(self, hem: float, flare: float, folds: int) -> list[Part]:
        k, seed, w = self.k, self.seed, self.w
        a, b, c = self.colours
        shoe = CLOTHS["black"] if hem < 0.7 else _LEATHER
        opened = clothes.open_front(c if "scarf" not in w.more else CLOTHS["cream"], k, wide=0.036, deep=0.22)
        return [
            *clothes.trousers(k, b, 0.003, seed=seed, tucked="boots" in w.more, under=True),
            *clothes.shoes(k, shoe, boot=0.26 if "boots" in w.more else 0.0),
            clothes.torso(k, a, 0.018, low=-0.11, seed=seed, waist=1.0, paint=chained(worn(seed), opened)),
            clothes.half_belt(k, a, 0.020),
            *clothes.sleeves(k, a, 0.013, 0.006, seed=seed, cuff=a * F(0.75)),
            clothes.skirt(
                k, a, hem, flare, 0.020, folds=folds, depth=0.024, seed=seed, paint=chained(worn(seed), clothes.overlap)
            ),
            clothes.collar(k, a * F(1.15), 0.011, 0.028),
        ]

    def dress(self) -> list[Part]:
        k, w, seed = self.k, self.w, self.seed
        a, _, c = self.colours
        short = "short" in w.more
        stockings = CLOTHS["cream"] if "socks" in w.more else CLOTHS["brown"]
        paint = worn(seed)
        under = np.asarray(CLOTHS["cream"], F) * F(0.9)
        bodice = worn(seed)
        knitted = "cardigan" in w.more
        if knitted:
            bodice = chained(bodice, clothes.open_front(a, k, wide=0.045, deep=1.2, lapel=0.35))
        top = c if knitted else a
        out = [
            *clothes.bare_legs(k, stockings),
            *clothes.shoes(k, _LEATHER, boot=0.06),
            clothes.torso(
                k, top, 0.010 if knitted else 0.003, low=0.06 if knitted else -0.12, seed=seed, paint=bodice,
                bump=knit if knitted else None,
            ),
            *clothes.sleeves(k, top, 0.004, 0.004, seed=seed, cuff=under),
            clothes.collar(k, under, 0.0, 0.012),
        ]  # fmt: skip
        if "apron" in w.more:
            paint = chained(paint, clothes.apron(CLOTHS["cream"]))
            out.append(clothes.bow(k, CLOTHS["cream"]))
        elif not short:
            paint = chained(paint, hemmed(np.minimum(a * F(1.5), F(0.4)), 0.895, 0.910))
        hem, flare = (0.60, 0.085) if short else (0.92, 0.115)
        depth = 0.027
        if "ball gown" in w.more:
            hem, flare, depth = 0.94, 0.30, 0.050
        out.append(clothes.skirt(k, a, hem, flare, 0.006, folds=7, depth=depth, seed=seed, paint=paint))
        return out

    def nightshirt(self) -> list[Part]:
        k, seed = self.k, self.seed
        a, _, _ = self.colours
        skin = SKINS[self.w.skin]
        return [
            *clothes.bare_legs(k, skin),
            *clothes.shoes(k, skin, bare=True),
            clothes.torso(k, a, 0.016, low=-0.12, seed=seed, waist=1.08),
            *clothes.sleeves(k, a, 0.010, 0.012, seed=seed),
            clothes.skirt(k, a, 0.80, 0.085, 0.020, folds=7, depth=0.026, seed=seed, start=0.03),
            clothes.collar(k, a, 0.002, 0.010),
        ]

    def robe(self) -> list[Part]:
        """A gown to the ground with wide sleeves and a girdle."""
        k, seed = self.k, self.seed
        a, _, c = self.colours
        return [
            *clothes.bare_legs(k, SKINS[self.w.skin]),
            *clothes.shoes(k, _LEATHER),
            clothes.torso(k, a, 0.018, low=-0.12, seed=seed, waist=1.05),
            *clothes.sleeves(k, a, 0.016, 0.040, seed=seed),
            clothes.skirt(k, a, 0.99, 0.125, 0.018, folds=6, depth=0.032, seed=seed, start=0.06),
            clothes.half_belt(k, c, 0.014),
            clothes.collar(k, a, 0.006, 0.020),
        ]

    def jumper(self) -> list[Part]:
        k, seed, w = self.k, self.seed, self.w
        a, b, _ = self.colours
        paint = worn(seed)
        if "striped" in w.more:
            paint = chained(paint, striped(CLOTHS["cream"], 0.058, (0.05, 1, 0.1), 0.42, 0.75))
        boots = "boots" in w.more
        wool = clothes.torso(k, a, 0.012, low=0.05, seed=seed, waist=1.06, bump=knit, paint=paint)
        wool.fuzz = 0.005
        return [
            *clothes.trousers(k, b, 0.004, seed=seed, tucked=boots),
            *clothes.shoes(k, CLOTHS["black"] if boots else _LEATHER, boot=0.26 if boots else 0.05),
            wool,
            *clothes.sleeves(k, a, 0.008, 0.002, seed=seed, cuff=a * F(0.7)),
            clothes.collar(k, a * F(0.85), 0.002, 0.022),
        ]

    def shirt(self) -> list[Part]:
        k, seed, w = self.k, self.seed, self.w
        a, b, c = self.colours
        rolled = "rolled" in w.more
        vest = "waistcoat" in w.more
        paint = worn(seed) if vest else chained(worn(seed), clothes.braces(k))
        boots = "boots" in w.more
        out = [
            *clothes.trousers(k, b, 0.004, seed=seed, tucked=boots),
            *clothes.shoes(k, _LEATHER, boot=0.26 if boots else 0.0),
            clothes.torso(k, a, 0.006, low=-0.02, seed=seed, paint=paint),
            *clothes.sleeves(k, a, 0.009 if rolled else 0.006, 0.004, seed=seed, short=rolled, cuff=a * F(0.85)),
            clothes.collar(k, a, 0.002, 0.014),
        ]
        if vest:
            out.append(clothes.belly(k, c, 0.014, seed, a))
        return out + clothes.forearms(k, SKINS[w.skin]) if rolled else out

    def dressed(self) -> list[Part]:
        k, w = self.k, self.w
        _, b, c = self.colours
        cut = w.cut
        if cut == "coat":
            out = self.coat(0.50 if k.pose.sits else 0.60, 0.065, 4)
        elif cut == "long coat":
            out = self.coat(0.86, 0.095, 5)
        else:
            kinds = {"dress": self.dress, "nightshirt": self.nightshirt, "robe": self.robe, "jumper": self.jumper}
            out = kinds.get(cut, self.shirt)()
        if "cloak" in w.more:
            out += clothes.cloak(k, b if cut == "robe" else c, seed=self.seed, hood=w.hair == "hooded")
        if "cowl" in w.more:
            out += clothes.cowl(k, self.colours[0], seed=self.seed, up=w.hair == "hooded")
        if "scarf" in w.more:
            out.append(clothes.scarf(k, c, seed=self.seed))
        if "shawl" in w.more:
            out += clothes.shawl(k, c, seed=self.seed)
        return out


@dataclass(frozen=True, eq=False)
class Body:
    """The parts of somebody in a pose, and where the light is that is held."""

    parts: list[Part]
    lamp: Vec | None = None


def body(who: Person, pose: Pose, *, seat: bool = False) -> Body:
    """Somebody in a pose.

    Args:
        who: build and dress.
        pose: what they do.
        seat: with a stool to sit on, where the pose sits on one.
    """
    build = BUILDS[who.build]
    if "cloak" in who.wear.more and max(pose.left[2], pose.right[2]) < -0.1:
        # Hands that are clasped at the back would be under the cloak.
        front = POSES["sleeves"]
        pose = replace(
            pose, left=front.left, right=front.right, elbow_left=front.elbow_left, elbow_right=front.elbow_right
        )
    k = skeleton(pose, build)
    thing = pose.hold(k) if pose.hold else Held(())
    out = _flesh(k, who, thing.grips) + _Dresser(k, who.wear, who.seed).dressed() + list(thing.parts)
    if seat and pose.seat:
        out.append(stool(pose.seat * k.scale, pose.pelvis[2] * k.scale))
    return Body(out, thing.lamp)


def _flesh(k: Skeleton, who: Person, grips: tuple[bool, bool] = (False, False)) -> list[Part]:
    w, skin = who.wear, SKINS[who.wear.skin]
    out = head(k, skin, ears=w.hair not in HIDES_EARS)
    out += hair(k, w.hair, HAIRS[w.hair_colour], CLOTHS[w.third], who.seed)
    if "beard" in w.more or "long beard" in w.more:
        out += beard(k, HAIRS[w.hair_colour], who.seed, long="long beard" in w.more)
    return out + hands(k, skin, grips)


def pair(one: Person, other: Person) -> Body:
    """Two hand in hand, seen from behind; the second may be a child.

    Args:
        one: to the left as they go.
        other: to the right.
    """
    small = BUILDS[other.build].tall < 1.4
    a = skeleton(POSES["leads"], BUILDS[one.build])
    second = POSES["led" if small else "beside"]
    b = skeleton(second, BUILDS[other.build])
    hand_a, hand_b = a.limbs[1].wrist, b.limbs[0].wrist
    step = vec(hand_a[0] - hand_b[0] - 0.055, 0, hand_a[2] - hand_b[2])
    middle = vec(-step[0] / 2, 0, -step[2] / 2)
    return Body(placed(body(one, POSES["leads"]).parts, middle) + placed(body(other, second).parts, step + middle))


def embrace(one: Person, other: Person) -> Body:
    """Two in each other's arms.

    Args:
        one: the taller.
        other: who leans the head on a shoulder.
    """
    first = placed(body(one, POSES["holds"]).parts, (0, 0, -0.165))
    return Body(first + placed(body(other, POSES["held"]).parts, (0, 0, 0.165), np.pi))


_QUILT = ("navy", "rust", "olive", "ochre", "plum", "slate", "cream", "teal")


def _quilted(seed: int, patchwork: bool) -> Paint:
    """Seams of a quilt, and its patches."""
    table = np.array([CLOTHS[name] for name in _QUILT], F) * F(0.8)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        across, along = p[0] / 0.16, angle / 0.36
        if patchwork:
            which = (np.floor(across) * 7 + np.floor(along) * 13 + seed).astype(int) % len(table)
            base = table[which]
        line = (np.abs(np.mod(across, 1) - 0.5) > 0.47) | (np.abs(np.mod(along, 1) - 0.5) > 0.47)
        return np.asarray(base * np.where(line, F(0.72), F(1.0))[:, None], F)

    return paint


def in_bed(who: Person, *, patchwork: bool = True) -> Body:
    """Asleep on the back under a cover, the head on a pillow to the right; seen from the side, y = 0 the mattress.

    Args:
        who: build and dress.
        patchwork: a quilt of patches instead of one colour.
    """
    b = BUILDS[who.build]
    s, seed = b.scale, who.seed
    # The body's left is towards the room's depth, its up to the right, its forward up.
    lying = np.stack([vec(0, 0, 1), vec(1, 0, 0), vec(0, 1, 0)], 1)
    limbs = tuple(
        Limbs(
            sign, vec(-0.05 * s, 0.12, sign * b.shoulder * 0.95), vec(*elbow), vec(*wrist), vec(0, 0, 0), vec(0, 0, 0),
            vec(0, 0, 0), vec(0, 1, 0),
        )
        for sign, elbow, wrist in (
            (1.0, (-0.25 * s, 0.185, b.shoulder + 0.10), (-0.43 * s, 0.238, 0.10)),
            (-1.0, (-0.30 * s, 0.12, -b.shoulder - 0.06), (-0.46 * s, 0.17, -0.10)),
        )
    )  # fmt: skip
    head_at = vec(0.24 * s + 0.02, 0.205, 0.02)
    k = Skeleton(
        b, Pose(), s, b.girth * s, vec(-0.52 * s, 0.09, 0), vec(-0.35 * s, 0.09, 0), vec(-0.18 * s, 0.10, 0),
        vec(0.02, 0.125, 0), lying, lying, head_at, rotation((1, 0, 0), 0.42) @ rotation((0, 0, 1), 0.30) @ lying,
        HEAD_SCALE * b.head / 0.228, (limbs[0], limbs[1]),
    )  # fmt: skip
    w, skin = who.wear, SKINS[who.wear.skin]
    night = CLOTHS[w.main] if w.cut == "nightshirt" else CLOTHS["cream"]
    out = head(k, skin, ears=w.hair not in HIDES_EARS)
    out += hair(k, w.hair, HAIRS[w.hair_colour], CLOTHS[w.third], seed)
    out += [hands(k, skin)[0], clothes.torso(k, night, 0.014, seed=seed), clothes.sleeves(k, night, 0.010, 0.004)[0]]
    knees = [vec(-0.98 * s, 0.22, 0.1), vec(-0.6 * s, 0.20, 0.2), vec(-1.36 * s, 0.18, 0.0)]
    start = -0.16 * s
    rise = [(start, 0.200, 0.30), (-0.35 * s, 0.205, 0.33), (-0.58 * s, 0.215, 0.34), (-0.80 * s, 0.245, 0.33),
            (-0.96 * s, 0.285, 0.31), (-1.18 * s, 0.175, 0.31), (-1.34 * s, 0.200, 0.29), (-1.45 * s, 0.120, 0.26),
            (-1.49 * s, 0.03, 0.22)]  # fmt: skip
    cover = Part(CLOTHS["pale blue"], 0.02, bump=creases(knees, 0.26, 0.020, 34, seed, 0.35, (1.0, 0.4, -0.5)))
    cover.loft([vec(x, 0, 0) for x, _, _ in rise], [(z, y) for _, y, z in rise], (0, 0, 1))
    cover.cut((0, 0, 0), (0, -1, 0))
    cover.paint, cover.shade = _quilted(seed, patchwork), 18.0
    sheet = Part(CLOTHS["cream"], 0.02, bump=creases(knees, 0.2, 0.012, 50, seed + 2, 0.5))
    edge = [vec(start - 0.11, 0, 0), vec(start - 0.05, 0, 0), vec(start + 0.02, -0.002, 0)]
    sheet.shade = 18.0
    sheet.loft(edge, [(0.325, 0.213), (0.318, 0.216), (0.305, 0.208)], (0, 0, 1), flat_start=True, flat_end=True)
    sheet.cut((0, 0, 0), (0, -1, 0))
    soft = pillow((0.27 * s, 0.055, -0.02), s)
    soft.cut((0, 0, 0), (0, -1, 0))
    soft.bump, soft.shade = creases([head_at - vec(0, 0.08, -0.1)], 0.16, 0.016, 60, seed, 0.35), 18.0
    return Body([*out, cover, sheet, soft])


def curled_up(who: Person) -> Body:
    """Asleep on the side, knees drawn up under a blanket, the head to the right on a rolled coat, on any ground.

    Args:
        who: build and dress.
    """
    b = BUILDS[who.build]
    s, seed = b.scale, who.seed
    side = b.shoulder * 0.9
    # Lying on the right side, facing the eye: the body's up points right, its forward to the eye.
    lying = np.stack([vec(0, 1, 0), vec(1, 0, 0), vec(0, 0, 1)], 1)
    bow = rotation((0, 1, 0), -0.42) @ lying
    neck = vec(0.36 * s, side * 0.72, -0.05 * s)
    head_at = neck + vec(0.150 * s + 0.02, 0.02, 0.075)
    head_axes = rotation((0, 1, 0), -0.65) @ rotation((1, 0, 0), 0.06) @ lying
    limbs = tuple(
        Limbs(
            sign, neck + vec(-0.07 * s, sign * side * 0.45, 0.0), vec(0.20 * s, 0.10 + 0.02 * sign, 0.26 * s),
            vec(0.37 * s, 0.075 + 0.025 * sign, 0.25 * s), vec(0, 0, 0), vec(0, 0, 0), vec(0, 0, 0), vec(0, 0, 1),
        )
        for sign in (1.0, -1.0)
    )  # fmt: skip
    k = Skeleton(
        b, Pose(), s, b.girth * s, vec(-0.18 * s, side * 0.8, -0.08 * s), vec(0.0, side * 0.75, -0.13 * s),
        vec(0.18 * s, side * 0.85, -0.12 * s), neck, bow, bow, head_at, head_axes, HEAD_SCALE * b.head / 0.228,
        (limbs[0], limbs[1]),
    )  # fmt: skip
    w, skin = who.wear, SKINS[who.wear.skin]
    shirt = CLOTHS[w.main]
    out = head(k, skin, ears=w.hair not in HIDES_EARS)
    out += hair(k, w.hair, HAIRS[w.hair_colour], CLOTHS[w.third], seed)
    out += [
        *hands(k, skin),
        clothes.torso(k, shirt, 0.012, low=-0.12, seed=seed),
        *clothes.sleeves(k, shirt, 0.01, 0.004),
    ]
    knees = [vec(-0.32 * s, 0.14, 0.20 * s), vec(0.05 * s, 0.2, 0.0)]
    pale = np.minimum(np.asarray(CLOTHS[w.third], F) * F(1.7), F(0.45))
    plaid = chained(striped(pale, 0.17, (1, 0.1, 0.3), 0.16, 0.55), striped(pale, 0.15, (0.1, 0.9, 0.6), 0.16, 0.45))
    blanket = Part(CLOTHS[w.third], 0.07, paint=chained(worn(seed, 0.5), plaid), shade=20.0, fuzz=0.006)
    blanket.bump = creases(knees, 0.26, 0.022, 30, seed, 0.55, (1.0, 0.5, 0.4))
    # Over the back and hips, along the thighs to the knees, back along the shins to the feet.
    points = [vec(0.24 * s, 0.02, -0.08 * s), vec(0.02 * s, 0.02, -0.11 * s), vec(-0.20 * s, 0.02, -0.06 * s),
              vec(-0.34 * s, 0.01, 0.06 * s)]  # fmt: skip
    blanket.loft(
        points, [(0.17, side * 1.62), (0.19, side * 1.50), (0.20, side * 1.62), (0.15, side * 1.15)], (0, 0, 1)
    )
    blanket.cone(vec(-0.22 * s, 0.05, 0.05 * s), vec(-0.10 * s, 0.05, 0.34 * s), 0.15 * s, 0.125 * s)
    blanket.cone(vec(-0.10 * s, 0.04, 0.34 * s), vec(-0.48 * s, 0.03, 0.16 * s), 0.12 * s, 0.085 * s)
    blanket.cut((0, 0, 0), (0, -1, 0))
    blanket.cut(vec(0.28 * s, 0, 0), unit((1, 0.1, 0)))
    soft = pillow(vec(0.50 * s, 0.02, 0.02), 0.85)
    # No white linen on the ground: a coat rolled up.
    soft.albedo = (0.235, 0.190, 0.135)
    soft.bump, soft.shade = creases([head_at], 0.22, 0.016, 46, seed, 0.35), 18.0
    soft.cut((0, 0, 0), (0, -1, 0))
    return Body([*out, blanket, soft])
