"""A voice may crash, hang or be missing: it is replaced, nothing of it is left, and the night goes on."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest

from dreamplayer import catalogue
from dreamplayer.app.growing_score import ScoreSource as Night
from dreamplayer.errors import VoiceError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.text import Dream
from dreamplayer.narration import narrate as narrating
from dreamplayer.narration.clip import decode
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.preview import preview
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.narration.worker.client import VoiceProcess
from dreamplayer.process.channel import ProcessChannel
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.voices.silent import SILENT, Silent

pytestmark = pytest.mark.slow

VOICES = """
import os, sys, threading, time
from pathlib import Path
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.voices.silent import Silent
from dreamplayer.errors import VoiceError

# A voice can write nowhere else.
CRASHED = Path(os.environ["DREAMPLAYER_HOME"], "cache", "crashed")

class Odd(Silent):
    def __init__(self, what): self.what = what
    def say(self, spoken, pace):
        if "poison" in spoken:
            if self.what == "crash": os._exit(7)
            if self.what == "hang": threading.Event().wait()
            if self.what == "spin":
                while True: pass
            if self.what == "slow":
                while time.process_time() < 3.2: pass
            if self.what == "raise": raise RuntimeError("a cough")
            if self.what == "once" and not CRASHED.exists():
                CRASHED.write_text("x"); os._exit(7)
        if self.what == "print": print("Audio saved to x.wav"); sys.stdout.flush(); os.write(1, b"noise\\n")
        return super().say(spoken, pace)

def card(what): return VoiceCard("odd_voices:" + what.upper(), 1, "1", True, lambda: Odd(what), lambda: None)
def broken(): raise VoiceError("its file is damaged", todo="Install it anew.")
CRASH, HANG, RAISE, ONCE, PRINT, SPIN, SLOW = map(card, "crash hang raise once print spin slow".split())
DAMAGED = VoiceCard("odd_voices:DAMAGED", 1, "1", True, broken, lambda: None)
"""
FINE = SpeechRequest(("a", "word"), 120.0)
POISON = SpeechRequest(("a", "poison", "word"), 120.0)


@pytest.fixture(autouse=True)
def odd_voices(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of voices that misbehave at the word "poison", on the path of worker and test alike."""
    (tmp_path / "odd_voices.py").write_text(VOICES)
    (home / "cache").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.chdir(tmp_path)


def told(*texts: str) -> Dream:
    """A dream of these sentences."""
    return parse(" ".join(texts), name="d")


def with_voices(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A catalogue of these odd voices and the silent one."""
    odd = {name: VoiceCard(name, k, "1", True, Silent, lambda: None) for k, name in enumerate(names)}
    monkeypatch.setattr(catalogue, "voices", lambda: MappingProxyType({**odd, "silent": SILENT}))


def children() -> set[int]:
    """Processes of ours that run or wait to be fetched, where the system lists them."""
    if sys.platform != "linux":
        return set()
    return {int(pid) for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()}


def test_sentences_are_answered_in_order() -> None:
    """Each by its own clip; asking does not wait."""
    with VoiceProcess("silent") as teller:
        for count in (1, 2, 3):
            teller.ask(SpeechRequest(("word",) * count, 120.0))
        assert [len(decode(teller.answer()).words) for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize("what", ["CRASH", "HANG", "RAISE"])
def test_a_sentence_that_kills_the_voice_is_given_up_and_the_next_is_said(what: str) -> None:
    """Crash, hang and error alike; what was asked for behind it is said by a new process."""
    with VoiceProcess(f"odd_voices:{what}", least=1.5, slowest=0.0) as teller:
        for request in (FINE, POISON, FINE):
            teller.ask(request)
        assert len(decode(teller.answer()).words) == 2
        with pytest.raises(VoiceError, match="could not say"):
            teller.answer()
        assert len(decode(teller.answer()).words) == 2


def test_a_crash_that_does_not_happen_again_costs_nothing() -> None:
    """The sentence is asked for again."""
    with VoiceProcess("odd_voices:ONCE") as teller:
        teller.ask(POISON)
        assert len(decode(teller.answer()).words) == 3


def test_what_an_engine_prints_does_not_disturb() -> None:
    """Standard output belongs to the engine, answers travel elsewhere."""
    with VoiceProcess("odd_voices:PRINT") as teller:
        teller.ask(FINE)
        assert len(decode(teller.answer()).words) == 2


def test_a_voice_that_does_not_wake_says_why() -> None:
    """With what to do about it."""
    with VoiceProcess("odd_voices:DAMAGED") as teller:
        teller.ask(FINE)
        with pytest.raises(VoiceError, match=r"damaged.*Install it anew"):
            teller.answer()


def test_no_zombie_is_left() -> None:
    """After closing, every process that was begun has ended and was waited for."""
    teller = VoiceProcess("odd_voices:HANG", least=0.5, slowest=0.0)
    teller.ask(FINE)
    teller.answer()
    first = teller._channel
    teller.ask(POISON)
    with pytest.raises(VoiceError):
        teller.answer()
    teller.ask(POISON)
    last = teller._channel
    teller.close()
    assert first is not None
    assert last is not None
    assert first.process is not None
    assert last.process is not None
    assert first.process.returncode is not None
    assert last.process.returncode is not None
    assert not children() & {first.process.pid, last.process.pid}


def test_the_voice_ends_with_the_app_even_in_the_middle_of_a_sentence() -> None:
    """The app is killed outright; its voice hangs, and still goes."""
    app = (
        "import os, sys\n"
        "from dreamplayer.narration.speech_request import SpeechRequest\n"
        "from dreamplayer.narration.worker.client import VoiceProcess\n"
        "t = VoiceProcess('odd_voices:HANG')\n"
        "t.ask(SpeechRequest(('a',), 120.0)); t.answer(); t.ask(SpeechRequest(('poison',), 120.0))\n"
        "os._exit(0)\n"
    )
    environment = {**os.environ, "DREAMPLAYER_DEBUG": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    # The voice inherits standard error: it is closed when both have ended, and not before.
    done = subprocess.run([sys.executable, "-c", app], env=environment, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("what", ["CRASH", "HANG", "RAISE"])
def test_a_night_goes_on_over_a_sentence_that_cannot_be_said(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Crash, hang and error: every sentence is told, in order; one notice; the words of the poisoned one still pass.

    No process is left of it.
    """
    with_voices(monkeypatch, f"odd_voices:{what}")
    monkeypatch.setattr(narrating, "VoiceProcess", partial(VoiceProcess, least=1.5, slowest=0.0))
    before = children()
    notices: list[str] = []
    dream = told("A light.", "Then poison came.", "And rest.")
    lines = list(narrate(dream, "auto", Clips(None), notice=notices.append))
    assert [line.sentence for line in lines] == [0, 1, 2]
    assert [len(line.words) for line in lines] == [2, 3, 2]
    assert len(notices) == 1
    assert "silent" in notices[0]
    assert children() == before


def test_a_night_goes_on_where_the_voice_asked_for_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that is not there any more: another voice tells all of it, and how to bring it back is said once."""
    gone = VoiceCard("gone", 1, "1", True, Silent, lambda: "Its model is missing; bring it with: pip install it")
    monkeypatch.setattr(catalogue, "voices", lambda: MappingProxyType({"gone": gone, "silent": SILENT}))
    notices: list[str] = []
    lines = list(narrate(told("A light.", "A door."), "gone", Clips(None), notice=notices.append))
    assert [line.sentence for line in lines] == [0, 1]
    assert len(notices) == 1
    assert "pip install it" in notices[0]
    assert "captions alone" in notices[0]


def test_a_night_composed_anew_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another pace in the middle of the night, and the voice is still not there: one notice."""
    gone = VoiceCard("gone", 1, "1", True, Silent, lambda: "Bring it with: pip install it")
    monkeypatch.setattr(catalogue, "voices", lambda: MappingProxyType({"gone": gone, "silent": SILENT}))
    source, notices = Night("gone"), list[str]()
    for pace in (1.0, 0.9):
        scores = list(source.scores(told("A light."), Settings(voice="gone", pace=pace), lambda: None, notices.append))
        assert scores[-1].complete
    assert len(notices) == 1


def test_a_night_goes_on_over_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Every clip is there for tonight, nothing lies half-written, and it is said once."""
    with_voices(monkeypatch, "odd_voices:PRINT")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    clips = Clips(tmp_path / "clips", memory=1)
    lines = list(narrate(told("A light.", "A door.", "And rest."), "auto", clips))
    assert all(clips.speech(line.clip).duration == line.duration for line in lines)
    assert [path for path in tmp_path.rglob("*") if path.suffix in (".clip", ".new")] == []
    assert len([record for record in caplog.records if "No space left" in record.message]) == 1


def test_a_night_goes_on_over_a_cache_that_is_damaged_while_it_plays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clips that break between the evening's narration and the mixer are silence there, and told anew tomorrow."""
    with_voices(monkeypatch, "odd_voices:PRINT")
    dream = told("A light.", "A door.", "And rest.")
    lines = list(narrate(dream, "auto", Clips(tmp_path)))
    for path in tmp_path.glob("*.clip"):
        path.write_bytes(path.read_bytes()[:40])
    tonight = Clips(tmp_path)
    assert [tonight.speech(line.clip).samples.size for line in lines] == [0, 0, 0]
    tomorrow = Clips(tmp_path)
    assert list(narrate(dream, "auto", tomorrow)) == lines
    assert all(tomorrow.speech(line.clip).duration == line.duration for line in lines)


def test_a_voice_that_keeps_failing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two failures the rest of the night is told otherwise, and said so no more than that."""
    with_voices(monkeypatch, "odd_voices:DAMAGED")
    notices: list[str] = []
    dream = told(*(f"A light number {k}." for k in range(8)))
    lines = list(narrate(dream, "auto", Clips(None), notice=notices.append))
    assert [line.sentence for line in lines] == list(range(8))
    assert len(notices) == 2


def test_a_second_night_wakes_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All comes from the cache; a damaged clip alone is rendered again."""
    with_voices(monkeypatch, "odd_voices:PRINT")
    dream = told("A light.", "A door.", "And rest.")
    first = list(narrate(dream, "auto", Clips(tmp_path / "clips")))

    def never(self: VoiceProcess) -> None:
        raise AssertionError("a process was begun")

    with monkeypatch.context() as patch:
        patch.setattr(VoiceProcess, "_begin", never)
        assert list(narrate(dream, "auto", Clips(tmp_path / "clips"))) == first
    (tmp_path / "clips" / f"{first[1].clip}.clip").write_bytes(b"dreamclip1\nbroken")
    again = Clips(tmp_path / "clips")
    assert list(narrate(dream, "auto", again)) == first
    assert again.speech(first[1].clip).samples.size > 0


def test_closing_the_narration_ends_the_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A night that is left early leaves no process behind."""
    with_voices(monkeypatch, "odd_voices:PRINT")
    begun: list[VoiceProcess] = []
    make = VoiceProcess._begin

    def noted(self: VoiceProcess) -> ProcessChannel:
        begun.append(self)
        return make(self)

    monkeypatch.setattr(VoiceProcess, "_begin", noted)
    telling = narrate(told(*(f"A light number {k}." for k in range(30))), "auto", Clips(None))
    next(telling)
    process = begun[0]._channel
    telling.close()  # type: ignore[attr-defined]
    assert process is not None
    assert process.process is not None
    assert process.process.returncode is not None


def test_a_voice_asked_for_by_name_must_be_there() -> None:
    """Unknown names are answered with the known ones."""
    with pytest.raises(VoiceError, match="silent"):
        next(narrate(told("A light."), "nobody", Clips(None)))


def test_a_preview_is_soft_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it wakes no voice."""
    with_voices(monkeypatch, "odd_voices:PRINT")
    first = preview("odd_voices:PRINT", Clips(tmp_path / "clips"))
    monkeypatch.setattr(VoiceProcess, "_begin", lambda self: pytest.fail("a process was begun"))
    assert preview("odd_voices:PRINT", Clips(tmp_path / "clips")).words == first.words


def test_a_voice_that_runs_in_circles_is_told_from_one_that_waits_its_turn() -> None:
    """Work without an end is a hang; a machine that is busy otherwise is none, however long it takes."""
    with VoiceProcess("odd_voices:SPIN", least=2.5, slowest=0.0) as teller:
        teller.ask(POISON)
        with pytest.raises(VoiceError, match="s of work"):
            teller.answer()
    with VoiceProcess("odd_voices:SLOW", least=2.5, slowest=5.0) as teller:
        teller.ask(POISON)
        assert len(decode(teller.answer()).words) == 3
