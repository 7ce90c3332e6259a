"""The display and the app of the journeys, for faults."""

from tests.journey.conftest import display, start

__all__ = ["display", "start"]
