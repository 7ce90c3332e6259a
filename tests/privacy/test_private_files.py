"""What a person keeps is theirs alone: no other user of the machine can read it, whatever the umask."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from dreamplayer import catalogue, paths
from dreamplayer.app.doctor import person_files
from dreamplayer.app.render_worker import sprite_cache
from dreamplayer.app.storage import atomic, library, log
from dreamplayer.app.storage.history import Mark, PlayHistory
from dreamplayer.cli import main
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.voices.silent import SILENT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folders of a person private"),
]
TEXT = "The lantern hangs over zinnias.\n\nNobody walks on the quayside.\n"


@pytest.fixture
def open_umask() -> Iterator[None]:
    """The most careless setting there is."""
    before = os.umask(0)
    yield
    os.umask(before)


def readable_by_others(home: Path) -> set[str]:
    """Everything below it that another user could open."""
    return {
        str(path.relative_to(home))
        for path in home.rglob("*")
        if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & 0o077
    }


def fill(home: Path) -> None:
    """All kinds of files that the app writes for a person."""
    library.add("-", text=TEXT)
    source = home / "mine.txt"
    source.write_text(TEXT)
    library.add(str(source))
    source.unlink()
    history = PlayHistory()
    history.played("0" * 64, "mine")
    history.leave("0" * 64, Mark(1, 2.0))
    history.set_favourite("0" * 64, True)
    with log.kept():
        logging.getLogger("dreamplayer").warning("a complaint")
    list(narrate(parse(TEXT, name="mine"), "system", Clips(paths.cache() / "clips")))
    sprite_cache.SpriteCache(paths.cache() / "paintings")("key", lambda: np.zeros((1, 1, 1, 4), np.float16))
    assert atomic.write(paths.config() / "settings.toml", "calm = true\n")
    assert main(["list", "--json"]) == 0


@pytest.mark.usefixtures("open_umask")
def test_whatever_is_written_is_private(home: Path) -> None:
    """Dreams, history, favourites, the log, told sentences, paintings."""
    fill(home)
    assert len([path for path in home.rglob("*") if path.is_file()]) >= 10
    assert readable_by_others(home) == set()


@pytest.mark.usefixtures("open_umask")
def test_what_earlier_versions_left_open_is_closed_on_start(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any command closes it; what others own or a link points to is left alone."""
    outside = home.parent / f"{home.name}-outside"
    outside.mkdir(mode=0o755)
    (outside / "shared.txt").touch(0o644)
    folder = home / "data" / "dreams"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text(TEXT)
    (folder / "link").symlink_to(outside)
    (home / "state").mkdir()
    (home / "state" / "history.json").write_text("{}")
    assert readable_by_others(home) != set()
    assert main(["voices"]) == 0
    assert readable_by_others(home) == set()
    assert stat.S_IMODE((outside / "shared.txt").stat().st_mode) == 0o644
    assert stat.S_IMODE(outside.stat().st_mode) == 0o755
    assert (folder / "mine.txt").read_text() == TEXT


@pytest.mark.usefixtures("open_umask")
def test_the_doctor_closes_what_is_open_within(home: Path) -> None:
    """A single file that another program opened, in a folder that is closed."""
    fill(home)
    (home / "data" / "dreams" / "other.txt").touch(0o644)
    assert person_files.privacy().state == "mended"
    assert readable_by_others(home) == set()
    assert person_files.privacy().state == "ok"


def test_a_folder_that_is_a_link_is_left_as_it_is(home: Path) -> None:
    """A person who keeps dreams elsewhere has said who may read them."""
    elsewhere = home.parent / f"{home.name}-elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o755)
    (home / "data").symlink_to(elsewhere)
    paths.protect_own_folders(all_of_them=True)
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o755


def test_an_exception_in_the_log_is_without_its_message() -> None:
    """Where it came from and of what kind it is; the message may quote a dream."""
    quoted = TEXT.split()[1]
    with log.kept():
        try:
            raise KeyError(quoted)
        except KeyError:
            logging.getLogger("dreamplayer").exception("a picture failed")
    said = log.path().read_text()
    assert "lantern" not in said
    assert "a picture failed" in said
    assert "KeyError" in said
    assert __file__ in said


class Talks:
    """A voice that puts what it was to say into its complaint."""

    def say(self, spoken: tuple[str, ...], pace: float) -> None:
        """Fails."""
        raise ValueError(f"cannot say {' '.join(spoken)}")


def test_no_words_of_a_dream_reach_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even where a voice quotes them when it fails."""
    (tmp_path / "talking_voice.py").write_text(
        "from dreamplayer.kit.voice import VoiceCard\n"
        "class Talks:\n"
        "    def say(self, spoken, pace): raise ValueError('cannot say ' + ' '.join(spoken))\n"
        "CARD = VoiceCard('talking_voice:CARD', 1, '1', True, Talks, lambda: None)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    card = VoiceCard("talking_voice:CARD", 1, "1", True, Talks, lambda: None)  # type: ignore[arg-type]
    monkeypatch.setattr(catalogue, "voices", lambda: MappingProxyType({card.name: card, "silent": SILENT}))
    with log.kept(), caplog.at_level(logging.INFO):
        assert len(list(narrate(parse(TEXT, name="mine"), card.name, Clips(None)))) == 2
    said = caplog.text + log.path().read_text()
    assert "could not say" in said
    for word in ("lantern", "zinnias", "quayside"):
        assert word not in said


def test_a_full_disk_takes_no_shader_cache_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mesa's mapped index has all its blocks beforehand; where there is no room for it the cache is switched off."""
    for name in ("MESA_SHADER_CACHE_DIR", "MESA_SHADER_CACHE_DISABLE", "__GL_SHADER_DISK_CACHE_PATH"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    paths.keep_driver_caches()
    index = paths.cache() / "shaders" / "mesa_shader_cache" / "index"
    if hasattr(os, "posix_fallocate"):
        assert index.stat().st_blocks * 512 >= index.stat().st_size > 1_000_000
    assert "MESA_SHADER_CACHE_DISABLE" not in os.environ
    monkeypatch.delenv("MESA_SHADER_CACHE_DIR")
    (tmp_path / "taken").write_text("a file where the folder should be")
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "taken"))
    paths.keep_driver_caches()
    if hasattr(os, "posix_fallocate"):
        assert os.environ["MESA_SHADER_CACHE_DISABLE"] == "true"
    for name in ("MESA_SHADER_CACHE_DIR", "MESA_SHADER_CACHE_DISABLE", "__GL_SHADER_DISK_CACHE_PATH"):
        monkeypatch.delenv(name, raising=False)
