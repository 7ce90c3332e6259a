"""Settings: what a file and flags make of the defaults, and what is said when a line is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from dreamplayer.errors import SettingsError
from dreamplayer.settings import Settings, apply, load, lux_per_nit, read, to_toml, updated


def test_a_written_file_reads_back_the_same(tmp_path: Path) -> None:
    """Whatever is set is found again, to the last digit; what was not set is a comment."""
    settings = Settings(volume=0.123456789, voice="system", gentle=True, bed_minutes=20.0, seed=7)
    path = tmp_path / "settings.toml"
    path.write_text(to_toml(settings))
    assert read(path) == settings
    assert to_toml(Settings()).count("\n# ") >= 2 * len(Settings.__slots__) - 1


def test_flags_win_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    """The nearest word counts; a flag that was not given changes nothing."""
    path = tmp_path / "settings.toml"
    path.write_text("bed_minutes = 20\nvolume = 0.5\n")
    settings = load(path, volume=0.7, captions=None)
    assert (settings.bed_minutes, settings.volume, settings.captions) == (20.0, 0.7, True)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("captions = true\nvolume = 9\n", 2, "volume is 9"),
        ("\n\nvoluem = 1\n", 3, "no setting voluem"),
        ('captions = "yes"\n', 1, "true or false"),
        ("volume = 1\nthis is not\n", 2, "not TOML"),
        ('at_the_end = "explode"\n', 1, "suspend"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    """The error says which line, what is wrong and what it can be."""
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        read(path)
    assert f"line {line}" in str(caught.value)
    assert says in str(caught.value)


def test_no_file_is_no_harm(tmp_path: Path) -> None:
    """Without a file the defaults hold."""
    assert read(tmp_path / "none.toml") == Settings()


def test_an_unknown_flag_is_an_error() -> None:
    """A name that is no setting is not swallowed."""
    with pytest.raises(SettingsError):
        apply(Settings(), {"wobble": 1})


@pytest.mark.parametrize(
    ("inches", "cm", "want"), [(24, 60, 0.377), (27, 70, 0.354), (15.6, 50, 0.243), (55, 250, 0.127)]
)
def test_light_at_the_eye_is_the_tabled_one(inches: float, cm: float, want: float) -> None:
    """Illuminance per nit agrees with the published table of screens."""
    assert lux_per_nit(inches, cm) == pytest.approx(want, abs=0.001)


def test_the_usual_screen_has_the_usual_caps() -> None:
    """A 24-inch screen of 250 nit at 60 cm may carry .106 in the story and a tenth of it in the bed."""
    assert Settings().story_light() == pytest.approx(0.106, abs=0.0005)
    assert Settings().bed_light() == pytest.approx(0.0106, abs=0.00005)
    assert Settings(screen_nits=100.0).story_light() > Settings().story_light()


def test_what_is_changed_in_the_app_changes_one_line(tmp_path: Path) -> None:
    """Comments and lines of one's own stay; a setting that was commented out is set where it stands."""
    mine = "# my nights\nvolume = 0.5  # quiet\n\n# gentle = false\n"
    text = updated(mine, Settings(volume=0.5), Settings(volume=0.5, gentle=True, bed_minutes=30.0))
    assert text == "# my nights\nvolume = 0.5  # quiet\n\ngentle = true\nbed_minutes = 30.0\n"
    path = tmp_path / "s.toml"
    path.write_text(updated("", Settings(), Settings(at_the_end="stay")))
    assert read(path) == Settings(at_the_end="stay")
