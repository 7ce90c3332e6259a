"""Every intent and what it makes of the state: without window, speaker or clock."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.app.player import pointer_bar
from dreamplayer.app.player.intents import (
    CHARACTERS,
    CONTROLLED,
    KEYS,
    PAD,
    SHIFTED,
    Intent,
    PlayerAction,
    from_event,
    from_key,
)
from dreamplayer.app.player.navigation import BREATH, mark_at, place_of, same_place
from dreamplayer.app.player.playback_clock import ClockSample
from dreamplayer.app.player.player_state import QUIET, SOON, PlayerState, advanced, must_recompose, press, waits_for
from dreamplayer.app.storage.history import Mark
from dreamplayer.app.window import button_bar, interface_text
from dreamplayer.model.score import DreamRef, Score, Section, Span, SpokenWord
from dreamplayer.settings import Settings


def score(*, pace: float = 1.0, bed: float = 900.0) -> Score:
    """Three passages of two sentences of four words: a word a second, 2 s between sentences, 4 between passages."""
    spoken: list[SpokenWord] = []
    t = 60.6
    for sentence in range(6):
        for _ in range(4):
            i = len(spoken)
            span = Span(t, t + 0.8 * pace)
            spoken.append(SpokenWord(i, f"w{i}", span, 3 * i, 3 * i + 2, sentence, sentence // 2))
            t += pace
        t += 4.0 if sentence % 2 else 2.0
    told = spoken[-1].span.end
    cuts = [0.0, 60.0, told, told + 45, told + 45 + bed, told + 585 + bed, told + 591 + bed]
    names = ("wind-in", "story", "coda", "bed", "fade", "dark")
    sections = tuple(Section(n, Span(a, b)) for n, a, b in zip(names, cuts, cuts[1:], strict=False))
    ref = DreamRef("d", "D", "-", "0" * 64)
    return Score(ref, "silent", 0, sections, (), tuple(spoken), (), (), horizon=cuts[-1])


SCORE = score()
STARTS = sorted({w.sentence: w.span.start for w in reversed(SCORE.words)}.values())


def state(t: float = 70.0, room: float = 100.0, **changes: object) -> PlayerState:
    """A night under way."""
    return replace(PlayerState(SCORE, Settings(), t=t, room=room, stirred=room), **changes)


def test_every_key_means_what_the_help_says() -> None:
    """Each key named in the help page does something, and every mapped wish can be carried out."""
    for keys, _ in interface_text.rows("help"):
        for key in keys.split():
            known = key in CHARACTERS or key in {
                "Space", "Left", "Right", "PgUp", "PgDn", "Up", "Down", "Esc", "Ctrl", "…"
            }  # fmt: skip
            assert known, key
    for intent in [*CHARACTERS.values(), *KEYS.values(), *SHIFTED.values(), *CONTROLLED.values(), *PAD.values()]:
        assert press(state(), intent) is not None


def test_no_key_stands_twice_in_the_help() -> None:
    """Plain 3 and 4 are the brightness, so the help offers only Ctrl with digits for the parts of a night."""
    for part in ("help", "picker-help"):
        keys = [
            key
            for keys, _ in interface_text.rows(part)
            for key in ([keys] if keys.startswith(("Ctrl", "Shift")) else keys.split())
        ]
        assert len(keys) == len(set(keys))


def test_keys_are_found_on_any_layout_and_modifiers_alone_are_nothing() -> None:
    """What a key writes counts, not where it lies; Shift on its own asks for nothing, unknown keys are OTHER."""
    assert from_key(pygame.K_a, "q", 0) == Intent(PlayerAction.LEAVE)
    assert from_key(pygame.K_LSHIFT, "", pygame.KMOD_SHIFT) is None
    assert from_key(pygame.K_LEFT, "", pygame.KMOD_SHIFT) == Intent(PlayerAction.SECONDS, -5)
    assert from_key(pygame.K_3, "", pygame.KMOD_CTRL) == Intent(PlayerAction.TENTH, 0.3)
    assert from_key(pygame.K_z, "z", 0) == Intent(PlayerAction.OTHER)
    assert from_event(pygame.event.Event(pygame.MOUSEMOTION, pos=(1, 1))) == Intent(PlayerAction.NUDGE)


def test_sentences_are_walked_one_by_one() -> None:
    """Right visits every sentence in order and then the coda; Left comes back through all of them."""
    now = state(t=0.0)
    visited = []
    for _ in range(7):
        now = press(now, Intent(PlayerAction.SENTENCE, 1))
        visited.append(now.t)
    assert visited[:6] == pytest.approx([s - BREATH for s in STARTS])
    assert visited[6] == SCORE.section("coda").start
    back = []
    for _ in range(7):
        now = press(now, Intent(PlayerAction.SENTENCE, -1))
        back.append(now.t)
    assert back == pytest.approx([*(s - BREATH for s in reversed(STARTS)), 0.0])


def test_back_within_a_sentence_is_its_start() -> None:
    """Late in a sentence Left repeats it; right at its start Left is the one before."""
    assert press(state(t=STARTS[2] + 3.0), Intent(PlayerAction.SENTENCE, -1)).t == pytest.approx(STARTS[2] - BREATH)
    assert press(state(t=STARTS[2] + 0.5), Intent(PlayerAction.SENTENCE, -1)).t == pytest.approx(STARTS[1] - BREATH)


def test_passages_and_tenths() -> None:
    """PgDn goes to the next passage, a digit to its tenth of the night."""
    assert press(state(t=STARTS[0]), Intent(PlayerAction.PASSAGE, 1)).t == pytest.approx(STARTS[2] - BREATH)
    assert press(state(), Intent(PlayerAction.TENTH, 0.5)).t == pytest.approx(SCORE.duration / 2)


@given(st.floats(0, SCORE.duration), st.sampled_from(list(CHARACTERS.values()) + list(KEYS.values())))
def test_no_wish_leaves_the_night(t: float, intent: Intent) -> None:
    """Wherever one is and whatever one wants, the place stays inside the night and volumes inside their range."""
    after = press(state(t=t), intent)
    assert 0.0 <= after.t <= SCORE.duration
    assert 0.0 <= after.settings.volume <= 1.5
    assert 0.05 <= after.settings.brightness <= 1.0
    assert after.seek.number >= 0


def test_volume_unmutes_and_mute_keeps_the_volume() -> None:
    """Muting is a setting of its own: the level comes back as it was, and turning it up brings the sound back."""
    muted = press(state(), Intent(PlayerAction.MUTE))
    assert muted.level == 0.0
    assert press(muted, Intent(PlayerAction.MUTE)).level == 1.0
    assert press(muted, Intent(PlayerAction.VOLUME, 0.05)).level == pytest.approx(1.05)


def test_any_key_near_the_end_asks_for_more() -> None:
    """In the fade a key that means nothing, the pause button or an arrow lengthens the night; leaving still leaves."""
    fade = SCORE.section("fade").start + 60.0
    for act in (PlayerAction.OTHER, PlayerAction.PAUSE, PlayerAction.SENTENCE):
        after = press(state(t=fade), Intent(act, 1))
        assert after.settings.bed_minutes == pytest.approx(15 + 10 + 1)
        assert after.playing
        assert after.t == fade
    assert press(state(t=fade), Intent(PlayerAction.LEAVE)).leaving is not None
    assert press(state(t=fade), Intent(PlayerAction.VOLUME, -0.05)).settings.bed_minutes == 15
    assert press(state(), Intent(PlayerAction.OTHER)).settings == Settings()


def test_a_nudge_of_the_mouse_does_nothing_else() -> None:
    """Moving the mouse notes when, and changes nothing anyone could hear or see but the dim controls."""
    after = press(state(), Intent(PlayerAction.NUDGE))
    assert replace(after, nudged=-1e9) == state()


def test_ten_minutes_more_moves_whatever_ends_the_night() -> None:
    """Without a timer the bed grows; with one, the timer moves."""
    assert press(state(), Intent(PlayerAction.MORE, 10)).settings.bed_minutes == 25
    timed = press(state(t=600.0), Intent(PlayerAction.TIMER))
    assert timed.settings.timer_minutes == pytest.approx(30)
    assert press(timed, Intent(PlayerAction.MORE, 10)).settings.timer_minutes == pytest.approx(40)


def test_the_timer_cycles_home() -> None:
    """Pressing t often enough comes back to the dream's own end."""
    now = state()
    seen = []
    for _ in range(5):
        now = press(now, Intent(PlayerAction.TIMER))
        seen.append(now.settings.timer_minutes)
    assert seen[-1] == 0.0
    assert seen[:4] == sorted(seen[:4])


def test_back_to_before_one_drifted_off() -> None:
    """After a long quiet, b goes to the sentence of the last sign of being awake, also once one has stirred."""
    now = press(state(t=STARTS[1] + 1.0, room=10.0), Intent(PlayerAction.VOLUME, -0.05))
    later = advanced(now, ClockSample(STARTS[4], 10.0 + QUIET + 60.0))
    assert press(later, Intent(PlayerAction.DRIFT)).t == pytest.approx(STARTS[1] - BREATH)
    woken = press(later, Intent(PlayerAction.VOLUME, 0.05))
    assert press(woken, Intent(PlayerAction.DRIFT)).t == pytest.approx(STARTS[1] - BREATH)


def test_one_who_seeks_is_awake_where_one_went() -> None:
    """Going to a later passage and falling asleep there, b stays there and does not go back before the seek."""
    there = press(state(t=STARTS[1] + 1.0, room=10.0), Intent(PlayerAction.SECONDS, STARTS[3] - STARTS[1]))
    later = advanced(there, ClockSample(STARTS[4], 10.0 + QUIET + 60.0))
    assert press(later, Intent(PlayerAction.DRIFT)).t == pytest.approx(STARTS[3] - BREATH)


@pytest.mark.parametrize(("size", "pages"), [(1.0, 1), (1.25, 1), (1.5, 3), (2.0, 4)])
def test_the_key_of_the_help_turns_its_pages(size: float, pages: int) -> None:
    """Each press shows the next page, the last one closes it; opened again it begins at the first."""
    now = state(settings=replace(Settings(), caption_size=size))
    for page in [*range(pages), None, 0]:
        now = press(now, Intent(PlayerAction.HELP))
        assert (now.panel, now.page) == (("", 0) if page is None else ("help", page))


def test_leaving_is_final_and_escape_first_closes_what_is_open() -> None:
    """Esc closes the help before it leaves; once one leaves, no key brings it back."""
    helped = press(state(), Intent(PlayerAction.HELP))
    closed = press(helped, Intent(PlayerAction.BACK))
    assert closed.leaving is None
    assert closed.panel == ""
    left = press(closed, Intent(PlayerAction.BACK))
    assert left.leaving == left.room
    assert press(left, Intent(PlayerAction.PAUSE)) == left
    assert press(state(), Intent(PlayerAction.LEAVE_AND_REMEMBER)).remember
    assert not press(state(), Intent(PlayerAction.LEAVE)).remember


def test_only_what_is_composed_composes_anew() -> None:
    """Volume and captions change the display only; bed, pace and gentle are the score's."""
    base = state()
    for act in (
        PlayerAction.VOLUME,
        PlayerAction.CAPTIONS,
        PlayerAction.BRIGHTNESS,
        PlayerAction.MUTE,
        PlayerAction.BREATHING,
        PlayerAction.CAPTION_SIZE,
    ):
        assert not must_recompose(base.settings, press(base, Intent(act, 0.1)).settings)
    for act in (PlayerAction.MORE, PlayerAction.PACE, PlayerAction.GENTLE, PlayerAction.CALM, PlayerAction.TIMER):
        assert must_recompose(base.settings, press(base, Intent(act, 0.1)).settings)


@given(st.floats(0, SCORE.duration - 1))
def test_the_same_place_in_a_slower_telling(t: float) -> None:
    """Another pace keeps the word being said; another bed keeps everything up to it exactly."""
    slow = score(pace=1.5)
    there = same_place(SCORE, slow, t)
    word, other = SCORE.word_at(t), slow.word_at(there)
    if word is not None and t < SCORE.section("coda").start:
        assert other is not None
        assert other.index == word.index
    if t < SCORE.section("fade").start:
        assert same_place(SCORE, score(bed=1500.0), t) == pytest.approx(t)


@given(st.floats(0, SCORE.duration - 1))
def test_a_mark_finds_its_sentence_again(t: float) -> None:
    """A place kept in one telling is the start of the same sentence in another."""
    mark = mark_at(SCORE, t)
    slow = score(pace=1.3)
    there = place_of(slow, mark)
    if 0 <= mark.sentence < 5:
        word = slow.word_at(there + BREATH + 0.01)
        assert word is not None
        assert word.sentence == mark.sentence
    assert place_of(SCORE, Mark(-1, 30.0)) == 30.0


def test_asked_to_end_is_a_short_farewell_that_keeps_the_place() -> None:
    """The window's close button or a signal: the place is kept, in under a second, also from within a slow farewell."""
    assert from_event(pygame.event.Event(pygame.QUIT)) == Intent(PlayerAction.END)
    slow = press(state(), Intent(PlayerAction.LEAVE))
    for before in (state(), slow):
        ended = press(before, Intent(PlayerAction.END))
        assert ended.remember
        assert ended.leaving is not None
        assert ended.leave_seconds < 1.0
        assert press(ended, Intent(PlayerAction.END)) == ended


def test_the_voice_is_never_late_without_a_word() -> None:
    """A night that has no word yet says so after a while, one whose voice is behind too; never a night that is told."""
    growing = replace(SCORE, voice="system", sections=SCORE.sections[:2], words=(), complete=False)
    assert waits_for(replace(state(score=growing), room=2.0)) is None
    assert waits_for(replace(state(score=growing), room=SOON + 1.0)) == "preparing-voice"
    assert waits_for(replace(state(score=growing), room=60.0, playing=False)) is None
    words = SCORE.words[:3]
    end = words[-1].span.end
    told = replace(growing, words=words, horizon=end + 5.0)
    assert waits_for(replace(state(score=told), t=end - 0.1, room=60.0)) is None
    late = replace(state(score=told), t=max(end + 0.1, told.horizon - 1.0), room=60.0)
    assert waits_for(late) == "voice-late"
    assert waits_for(replace(state(), t=end + 0.1, room=60.0)) is None


def test_each_word_of_the_row_can_be_clicked() -> None:
    """While it is shown every word does its own thing; beside them, and once the row is gone, a click does nothing."""
    size = (1280, 720)
    now = replace(state(), room=100.0, nudged=99.5)
    rects = button_bar.layout(pointer_bar.sheet(now, size), pointer_bar.buttons(now))
    assert not any(a.colliderect(b) for i, a in enumerate(rects) for b in rects[:i])
    wishes = [pointer_bar.clicked(now, size, rect.center) for rect in rects]
    assert None not in wishes
    assert len(set(wishes)) == len(rects)
    assert {w.act for w in wishes if w is not None} >= {
        PlayerAction.PAUSE, PlayerAction.SENTENCE, PlayerAction.VOLUME, PlayerAction.TIMER, PlayerAction.FULLSCREEN,
        PlayerAction.LEAVE_AND_REMEMBER,
    }  # fmt: skip
    assert pointer_bar.clicked(now, size, (640, 600)) is None
    assert pointer_bar.clicked(replace(now, room=99.5 + button_bar.STAYS), size, rects[2].center) is None
    assert pointer_bar.clicked(replace(now, panel="help"), size, rects[2].center) is None


@pytest.mark.parametrize("width", [500, 800, 1280, 3840])
@pytest.mark.parametrize("text", [0.75, 1.0, 2.0])
def test_the_row_fits_any_window(width: int, text: float) -> None:
    """However narrow the window and large the text."""
    now = replace(state(), settings=replace(Settings(), caption_size=text))
    for rect in button_bar.layout(pointer_bar.sheet(now, (width, 720)), pointer_bar.buttons(now)):
        assert rect.left >= 0
        assert rect.right <= width


@pytest.mark.parametrize(("key", "name", "index"), [("a", "voice", 0), ("n", "world", 1), ("u", "music", 2)])
def test_three_loudnesses_have_keys(key: str, name: str, index: int) -> None:
    """Each key moves its own part by 2 LU, to silence at the lowest, never beyond the highest; the night stays."""
    now = state()
    assert now.settings.faders() == (1.0, 1.0, 1.0)
    down = press(now, from_key(0, key, 0))  # type: ignore[arg-type]
    assert getattr(down.settings, f"{name}_level") == -2.0
    assert down.settings.faders()[index] == pytest.approx(10 ** (-2 / 20))
    assert sum(factor == 1.0 for factor in down.settings.faders()) == 2
    assert not must_recompose(now.settings, down.settings)
    assert down.toast is not None
    assert "-2 LU" in interface_text.message("toast", down.toast.key, down.toast.value)
    for _ in range(20):
        down = press(down, from_key(0, key, 0))  # type: ignore[arg-type]
    assert down.settings.faders()[index] == 0.0
    up = now
    for _ in range(9):
        up = press(up, from_key(0, key.upper(), 0))  # type: ignore[arg-type]
    assert getattr(up.settings, f"{name}_level") == 6.0
