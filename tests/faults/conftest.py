"""The display, the app and the desktop of the journeys, for faults."""

from tests.journey.conftest import display, start
from tests.journey.test_desktop import desktop

__all__ = ["desktop", "display", "start"]
