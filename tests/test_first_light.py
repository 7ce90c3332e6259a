"""The first breath of light: there within a second whatever is waited for, and no jump when the picture comes."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.app.player.first_light import GIVES_WAY, FirstLight
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Frame, Grade
from dreamplayer.picture.key import Between, Key
from dreamplayer.picture.light import STORY_CAP

EMPTY = Frame(0.0, Stage(), (("void", 1.0),), Palette(), (), (), 0.0)
PICTURE = Between(Key(0.0, 4, 2, bytes(32)), Key(1.0, 4, 2, bytes(32)), 0.5)


def frame(black: float) -> Frame:
    """A frame that has come so far out of the black."""
    return replace(EMPTY, grade=replace(EMPTY.grade or Grade(), black=black))


def test_light_within_a_second_while_nothing_is_there_yet() -> None:
    """From black, softly: a tenth of it is there after a second; then it breathes, however long is waited."""
    light = FirstLight()
    shown = [1.0 - light.waiting(seconds, EMPTY)[1].grade.black for seconds in np.arange(0.0, 40.0, 0.1)]
    assert shown[0] == 0.0
    assert shown[10] > 0.1
    assert max(abs(b - a) for a, b in itertools.pairwise(shown)) < 0.08
    assert 0.5 < min(shown[40:]) < max(shown[40:]) <= 1.0


def test_it_gives_way_to_the_picture_without_a_jump() -> None:
    """Neither light nor mixture jumps; a picture that is black still does not take it away; then it is over."""
    light = FirstLight()
    light.waiting(3.0, EMPTY)
    seen: list[tuple[float, float]] = []
    for n in range(400):
        room = n / 30.0
        # The picture is there after two seconds, and comes out of the black from the third on.
        keys = PICTURE if room > 2.0 else None
        pair, made = light.under(keys, frame(1.0 - min(1.0, max(0.0, room - 3.0))), room)
        if light.over:
            assert pair is PICTURE
            break
        assert pair is not None
        seen.append((1.0 - made.grade.black, pair.share))
        if room < 3.0:
            assert pair.share == 0.0
    assert light.over
    assert room < 3.4 + GIVES_WAY + 0.2
    for (light_a, share_a), (light_b, share_b) in itertools.pairwise(seen):
        assert abs(light_b - light_a) < 0.05
        assert 0.0 <= share_b - share_a < 0.03


def test_a_night_that_goes_on_has_none() -> None:
    """What was left is resumed from black, as ever."""
    light = FirstLight(over=True)
    given = frame(0.3)
    pair, made = light.under(None, given, 1.0)
    assert pair is None
    assert made is given


def test_it_is_dark_and_warm() -> None:
    """A tenth of what a night may show, and hardly any blue."""
    pair, _ = FirstLight().waiting(5.0, EMPTY)
    pixels = np.frombuffer(pair.first.rgba, np.uint8).reshape(-1, 4)[:, :3]
    linear = (pixels / 255.0) ** 2.2
    assert linear.mean(axis=0) @ np.array([0.01, 0.36, 0.63]) < 0.1 * STORY_CAP
    assert linear[:, 2].max() < 0.2 * linear[:, 0].max()
