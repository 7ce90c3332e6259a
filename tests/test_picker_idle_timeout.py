"""A shelf left on goes dark, and a key in the dark only wakes it."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from dreamplayer.app.picker.idle_timeout import AFTER, FALL, RISE, IdleTimeout

ENTER = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN)
NUDGE = pygame.event.Event(pygame.MOUSEMOTION, pos=(3, 4), rel=(1, 0), buttons=(0, 0, 0))
FILE = pygame.event.Event(pygame.DROPFILE, file="dream.txt")


def test_it_goes_dark_slowly_and_stays_dark() -> None:
    """As light as ever for minutes, then into true black without a step, for as long as nobody comes."""
    idle = IdleTimeout(40.0)
    assert idle.black(40.0 + AFTER) == 0.0
    seen = [idle.black(40.0 + AFTER + k / 60) for k in range(int(FALL * 60) + 2)]
    assert all(0.0 <= b - a < 0.01 for a, b in pairwise(seen))
    assert idle.asleep(40.0 + AFTER + FALL)
    assert idle.asleep(40.0 + 8 * 3600.0)


def test_a_key_in_the_dark_only_wakes() -> None:
    """The key that wakes chooses nothing, a nudge does not wake, a dropped file is taken; then keys count again."""
    night = AFTER + 3600.0
    idle, left = IdleTimeout().filter_events([NUDGE], night)
    assert (idle.asleep(night), left) == (True, [NUDGE])
    idle, left = idle.filter_events([ENTER, FILE], night)
    assert left == [FILE]
    assert idle.black(night) == 1.0
    assert idle.black(night + RISE) == 0.0
    assert idle.filter_events([ENTER], night + RISE)[1] == [ENTER]


@pytest.mark.parametrize("at", [0.0, 100.0, AFTER - 1.0])
def test_a_sign_begins_the_wait_anew(at: float) -> None:
    """Whoever still chooses is not left in the dark."""
    idle, left = IdleTimeout().filter_events([ENTER], at)
    assert left == [ENTER]
    assert idle.black(at + AFTER) == 0.0
