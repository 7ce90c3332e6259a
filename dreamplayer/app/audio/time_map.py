"""Which moment of the night each sample of the device is: the piece of tape between a speaker and a score."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeSegment:
    """From device sample `first` on, the night stands at sample `night_sample`, and runs or rests."""

    first: int
    night_sample: int
    moving: bool = True

    def night(self, device: int) -> int:
        """Sample of the night heard at a device sample."""
        return self.night_sample + (device - self.first if self.moving else 0)


TimeMap = tuple[TimeSegment, ...]
"""Segments by rising `first`; each holds until the next begins, the last one for good."""


def segment_at(time_map: TimeMap, device: int) -> TimeSegment:
    """The segment a device sample lies in; the first one before it begins."""
    current = time_map[0]
    for segment in time_map:
        if segment.first > device:
            break
        current = segment
    return current


def with_segment(time_map: TimeMap, segment: TimeSegment, device: int) -> TimeMap:
    """The map with a new last segment: what it replaces and what lies behind the playhead is let go."""
    kept = tuple(old for old in time_map if old.first < segment.first)
    passed = sum(1 for old in kept if old.first <= device)
    return (*kept[max(0, passed - 1) :], segment)
