"""Keeping awake and letting go."""

from __future__ import annotations

import pytest

from dreamplayer.app.desktop import keep_awake


@pytest.mark.parametrize(
    ("section", "playing", "black", "want"),
    [
        ("wind-in", True, False, "display"),
        ("story", True, False, "display"),
        ("story", True, True, "system"),
        ("bed", True, False, "system"),
        ("fade", True, False, "system"),
        ("dark", True, False, "none"),
        ("story", False, False, "none"),
    ],
)
def test_each_part_of_the_night_keeps_what_it_needs(section: str, playing: bool, black: bool, want: str) -> None:
    """The screen while there is a picture, the machine while there is only sound, nothing after."""
    assert keep_awake.stage_for(section, playing=playing, black=black) == want


def test_quitting_and_staying_run_nothing() -> None:
    """Only what was chosen is done to the machine, and suspending is never what happens by itself."""
    assert keep_awake.end_command("quit", "linux") is None
    assert keep_awake.end_command("stay", "darwin") is None
    assert keep_awake.end_command("suspend", "linux") == ["systemctl", "suspend"]
    assert keep_awake.end("quit")
