"""A night as a line of text: what is shared makes the same night again, and nothing else is understood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.app import night_code
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_state import PickerAction, PickerCommand, PickerState, act, reason
from dreamplayer.cli import parser, settings_of
from dreamplayer.errors import SettingsError
from dreamplayer.settings import Settings

NIGHTS = st.builds(
    Settings,
    seed=st.integers(0, 2**31 - 1),
    pace=st.sampled_from((0.6, 0.85, 1.0, 1.4)),
    bed_minutes=st.sampled_from((0.0, 15.0, 22.5, 480.0)),
    timer_minutes=st.sampled_from((0.0, 40.0)),
    intro_minutes=st.sampled_from((0.25, 1.0, 3.0)),
    gentle=st.booleans(),
    calm=st.booleans(),
)


@given(NIGHTS)
def test_a_line_makes_the_same_night_again(settings: Settings) -> None:
    """With any settings of one's own, which the night keeps but for what makes its score."""
    found = night_code.parsed(" " + night_code.line("the-blue-door", settings) + "\n")
    assert found is not None
    assert found[0] == "the-blue-door"
    mine = Settings(volume=0.4, seed=3, gentle=True)
    assert night_code.with_code(mine, found[1]) == replace(settings, volume=0.4)


@pytest.mark.parametrize(
    "code", ["", "seed", "seed-1", "gentle3", "bed9000", "sneed7", "seed7__bed3", "seed99999999999", "_"]
)
def test_what_is_no_code_is_refused(code: str) -> None:
    """In a sentence; pasted it is a text like any other."""
    with pytest.raises(SettingsError):
        night_code.changes(code)
    assert night_code.parsed(f"dreamplayer play boat --night {code}") is None


def test_a_flag_of_its_own_counts_more(capsys: pytest.CaptureFixture[str]) -> None:
    """`--night` sets what the file says otherwise; another flag sets what the code says."""
    given = parser().parse_args(["play", "boat", "--night", "seed7_bed30", "--bed", "5", "--no-config"])
    settings = settings_of(given)
    assert (settings.seed, settings.bed_minutes) == (7, 5.0)


def test_tonight_says_why() -> None:
    """What is known of the dream that was picked, in a line; nothing where nothing speaks for it."""
    card = Card("a", "A", "s", "It is late.", 40, own=False)
    assert "not heard yet" in reason(card)
    known = replace(card, minutes=20.0, curve=(0.1, 0.2), loved=True, ago=9)
    assert all(part in reason(known) for part in ("short", "gentle", "favourite", "not heard for 9 nights"))
    assert reason(replace(card, minutes=60.0, curve=(0.9,), ago=0)) == ""
    chosen = act(PickerState((known,)), PickerCommand(PickerAction.TONIGHT))
    assert chosen.why == reason(known)
