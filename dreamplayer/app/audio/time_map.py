"""Which moment of the night each sample of the device is: the piece of tape between a speaker and a score."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeSegment:
    """From device sample `first` on, the night stands at sample `at`, and runs or rests."""

    first: int
    at: int
    moving: bool = True

    def night(self, device: int) -> int:
        """Sample of the night heard at a device sample."""
        return self.at + (device - self.first if self.moving else 0)


Course = tuple[TimeSegment, ...]
"""Legs by rising `first`; each holds until the next begins, the last one for good."""


def leg_at(course: Course, device: int) -> TimeSegment:
    """The leg a device sample lies in; the first one before it begins."""
    current = course[0]
    for leg in course:
        if leg.first > device:
            break
        current = leg
    return current


def turn(course: Course, leg: TimeSegment, device: int) -> Course:
    """The course with a new last leg: what it replaces and what lies behind the playhead is let go."""
    kept = tuple(old for old in course if old.first < leg.first)
    passed = sum(1 for old in kept if old.first <= device)
    return (*kept[max(0, passed - 1) :], leg)
