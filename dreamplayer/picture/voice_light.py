"""The world answers the voice: the nearest lamp breathes a little with it.

The envelope is known from the times of the words, so that it is a function of t like everything that is seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.solids.solid import Lamp, Scenery
from dreamplayer.kit.curves import smooth
from dreamplayer.model.place import Framing
from dreamplayer.model.reading import Colour
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Light

SMOOTHED = 0.8
"""Seconds over which the voice's envelope is smoothed: slow light."""
DEPTH = 0.16
"""Share by which the lamp is lighter while somebody speaks."""
CALM_DEPTH = 0.08
"""The same where light changes only slowly."""
_LONGEST = 12.0
"""Seconds of the longest word that is looked back for."""
_LEAST = 0.02
"""Sum of a lamp's colour below which it is out."""


def envelope(score: Score, t: float) -> float:
    """Envelope of the voice: 0 silent .. 1 speaking, smoothed over `SMOOTHED` seconds around t.

    Args:
        score: the night; one told by no voice is silent.
        t: seconds of the night.
    """
    if score.voice == "silent":
        return 0.0
    half, total = 0.5 * SMOOTHED, 0.0
    first = bisect_left(score.words, t - half - _LONGEST, key=lambda word: word.span.start)
    for word in score.words[first:]:
        span = word.span
        if span.start >= t + half:
            break
        # What is spoken between start and end, seen through a smooth window: the integral of the window over it.
        total += smooth(t - span.start, -half, half) - smooth(t - span.end, -half, half)
    return float(min(1.0, total))


def answer(score: Score, t: float) -> float:
    """Factor on the light of the nearest lamp, 1 where nobody speaks or it is not wished.

    Args:
        score: the night.
        t: seconds of the night.
    """
    if not score.voice_light:
        return 1.0
    return 1.0 + (CALM_DEPTH if score.calm else DEPTH) * envelope(score, t)


def nearest_group(lamps: Scenery, framing: Framing, strengths: dict[str, Colour]) -> str | None:
    """The group of the lamp that burns nearest to the eye, in front of it; None where none burns.

    Args:
        lamps: of the place.
        framing: its camera.
        strengths: colour of each group.
    """
    burning = (source for source in lamps.sources if isinstance(source, Lamp))
    seen = [(framing.view(source.position), source) for source in burning]
    near = [
        (sum(x * x for x in position), source.group)
        for position, source in seen
        if position[2] > 0.0 and sum(strengths.get(source.group, (0.0, 0.0, 0.0))) > _LEAST
    ]
    return min(near)[1] if near else None


def answering(lights: Sequence[Light], factor: float) -> list[Light]:
    """Lights of a frame, the nearest that is seen at the factor.

    Args:
        lights: any number.
        factor: as `answer` gives it.
    """
    near = [light for light in lights if light.position[2] > 0.0 and sum(light.colour) > _LEAST]
    if factor == 1.0 or not near:
        return list(lights)
    chosen = min(near, key=lambda light: sum(x * x for x in light.position))
    return [replace(light, colour=scaled(light.colour, factor)) if light is chosen else light for light in lights]
