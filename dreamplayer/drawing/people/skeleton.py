"""Skeletons: builds, poses given by where hands and feet are, and the joints between by inverse kinematics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Part, Vec, rotation, unit, vec

Point = tuple[float, float, float]
ADULT, _ADULT_HEAD = 1.70, 0.228
"""Height and head of the adult in whose metres poses are given."""
_UPPER_ARM, _FOREARM, _THIGH, _SHIN = 0.285, 0.255, 0.425, 0.410
"""Metres of an adult's bones."""
HEAD_SCALE = 0.97
"""Size of a modelled head over the height of the build's: hair adds to it."""


@dataclass(frozen=True)
class Build:
    """Proportions of a body, metres."""

    tall: float = ADULT
    head: float = _ADULT_HEAD
    """Height of the head."""
    shoulder: float = 0.175
    """From the middle to a shoulder."""
    hip: float = 0.090
    """From the middle to a hip joint."""
    girth: float = 1.0
    """Thickness: 1 average, .85 slight, 1.3 stout."""
    stoop: float = 0.0
    """Radians the back is bent forward."""
    waist: float = 0.85
    """Width of the waist: .78 narrow, 1.1 round."""
    bust: float = 0.0

    @property
    def scale(self) -> float:
        """Ratio of the length of its bones to an adult's."""
        return (self.tall - self.head) / (ADULT - _ADULT_HEAD)


@dataclass(frozen=True)
class Pose:
    """Where an adult of 1.70 m has hands, feet and pelvis; metres, scaled with the build. x left, y up, z forward."""

    pelvis: Point = (0, 0.90, 0)
    lean: tuple[float, float] = (0.0, 0.0)
    """Radians forward, of the lower and the upper back."""
    side: float = 0.0
    """Radians the hips tilt; the shoulders tilt the other way."""
    twist: float = 0.0
    """Radians the shoulders turn to the left."""
    head: Point = (0.06, 0.0, 0.0)
    """Radians down, to the left, towards the left shoulder."""
    left: Point = (0.215, 0.80, 0.05)
    """Left wrist."""
    right: Point = (-0.215, 0.80, 0.05)
    elbow_left: Point = (0.4, -0.2, -1.0)
    """Direction the left elbow points to."""
    elbow_right: Point = (-0.4, -0.2, -1.0)
    foot_left: Point = (0.10, 0.08, 0.0)
    """Left ankle."""
    foot_right: Point = (-0.10, 0.08, 0.0)
    knee_left: Point = (0.15, 0.1, 1.0)
    """Direction the left knee points to."""
    knee_right: Point = (-0.15, 0.1, 1.0)
    toe_left: Point = (0.25, 0, 1)
    """Direction of the left foot."""
    toe_right: Point = (-0.25, 0, 1)
    hold: Callable[[Skeleton], Held] | None = None
    """Makes what the hands hold."""
    sits: bool = False
    """The thighs are forward, so a skirt lies over them."""
    seat: float = 0.0
    """Metres of the seat above the ground, 0 where there is none."""
    yaw: float = 2.6
    """Radians it is best seen from: 0 faces the eye, pi/2 looks right, pi away."""


@dataclass(frozen=True, eq=False)
class Held:
    """What hands hold."""

    parts: Sequence[Part]
    grips: tuple[bool, bool] = (False, False)
    """Whether the left and the right hand close around it."""
    lamp: Vec | None = None
    """Where its light is, in model space; None where it gives none."""


@dataclass(frozen=True, eq=False)
class Limbs:
    """Arm and leg of one side, in model space."""

    sign: float
    """+1 left, -1 right."""
    shoulder: Vec
    elbow: Vec
    wrist: Vec
    hip: Vec
    knee: Vec
    ankle: Vec
    toe: Vec
    """Direction of the foot."""


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Joints of a build in a pose, in model space."""

    build: Build
    pose: Pose
    scale: float
    girth: float
    """Thickness, scaled."""
    pelvis: Vec
    waist: Vec
    chest: Vec
    neck: Vec
    low: Vec
    """Axes of the lower back (columns left, up, forward)."""
    top: Vec
    """Axes of the shoulders."""
    head: Vec
    """Middle of the head."""
    head_axes: Vec
    head_scale: float
    """Size of the head over an adult's."""
    limbs: tuple[Limbs, Limbs]
    """Left, right."""

    def on_head(self, x: float, y: float, z: float) -> Vec:
        """A point of the head, given in an adult's metres about its middle.

        Args:
            x: metres to the model's left.
            y: metres up.
            z: metres forward.

        Returns:
            (3,) metres, in the axes of the model and scaled to this head.
        """
        return np.asarray(self.head + self.head_axes @ (vec(x, y, z) * self.head_scale))


def two_bones(start: Vec, end: ArrayLike, first: float, second: float, pole: ArrayLike) -> tuple[Vec, Vec]:
    """The middle joint and the end of two bones that reach for a point (law of cosines).

    Args:
        start: where the first bone begins.
        end: where the second should end; nearer if out of reach.
        first: length of the first bone.
        second: length of the second.
        pole: direction in which the middle joint bends.

    Returns:
        (3,) each, in the units of the lengths.
    """
    way = np.asarray(end, float) - start
    far = float(np.linalg.norm(way))
    along = way / (far + 1e-9)
    far = max(min(far, (first + second) * 0.995), abs(first - second) * 1.02)
    share = (first * first - second * second + far * far) / (2 * far)
    out = np.sqrt(max(first * first - share * share, 0))
    bend = np.asarray(pole, float)
    bend = unit(bend - along * (bend @ along))
    return start + along * share + bend * out, start + along * far


def skeleton(pose: Pose, b: Build) -> Skeleton:
    """The joints of a build in a pose.

    Args:
        pose: what it does.
        b: its proportions.
    """
    s = b.scale
    pelvis = vec(*pose.pelvis) * s
    lean_low, lean_top = pose.lean[0] + 0.35 * b.stoop, pose.lean[1] + b.stoop
    low = rotation((0, 0, 1), pose.side) @ rotation((1, 0, 0), lean_low)
    top = rotation((0, 0, 1), -0.7 * pose.side) @ rotation((0, 1, 0), pose.twist)
    top = top @ rotation((1, 0, 0), lean_low + lean_top)
    waist = pelvis + low @ vec(0, 0.17 * s, 0)
    chest = waist + low @ vec(0, 0.09 * s, 0) + top @ vec(0, 0.09 * s, 0)
    neck = chest + top @ vec(0, 0.18 * s, -0.012 * s)
    down, left, roll = pose.head
    head_axes = rotation((0, 1, 0), left + pose.twist * 0.5) @ rotation((0, 0, 1), -roll)
    head_axes = head_axes @ rotation((1, 0, 0), down + 0.25 * (lean_low + lean_top))
    head_scale = HEAD_SCALE * b.head / _ADULT_HEAD
    neck_way = unit(top[:, 1] * 0.8 + vec(0, 0.5, 0) + head_axes[:, 1] * 0.4 + top[:, 2] * 0.22)
    head = neck + neck_way * (0.062 * s + 0.112 * head_scale)
    limbs = []
    for sign, wrist, elbow, foot, knee, toe in (
        (1.0, pose.left, pose.elbow_left, pose.foot_left, pose.knee_left, pose.toe_left),
        (-1.0, pose.right, pose.elbow_right, pose.foot_right, pose.knee_right, pose.toe_right),
    ):
        shoulder = neck + top @ vec(sign * b.shoulder * 0.93, -0.066 * s, 0.0)
        elbow_at, wrist_at = two_bones(shoulder, vec(*wrist) * s, _UPPER_ARM * s, _FOREARM * s, elbow)
        hip = pelvis + low @ vec(sign * b.hip, -0.01 * s, 0)
        knee_at, ankle = two_bones(hip, vec(*foot) * s, _THIGH * s, _SHIN * s, knee)
        limbs.append(Limbs(sign, shoulder, elbow_at, wrist_at, hip, knee_at, ankle, unit(toe)))
    return Skeleton(
        b, pose, s, b.girth * s, pelvis, waist, chest, neck, low, top, head, head_axes, head_scale, (limbs[0], limbs[1])
    )  # fmt: skip
