"""The night's sound: one function of the sample index, gentle from its first sample to its last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dreamplayer.kit import grid
from dreamplayer.kit.harmony import harmony_for
from dreamplayer.kit.hashing import normal
from dreamplayer.kit.sound import Sound
from dreamplayer.model.audio import RATE, Samples, Speech, Stretch
from dreamplayer.model.score import Cue, DreamRef, Line, Scene, Score, Section, Span
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.sound import layers as layering
from dreamplayer.sound import night_levels
from dreamplayer.sound.check import Measurement, NightSound, against_limits, measure_night
from dreamplayer.sound.duck import DEPTH, HUSH, duck_amount, ducked
from dreamplayer.sound.limit import CEILING, limit
from dreamplayer.sound.measure import Meter
from dreamplayer.sound.mix import BLOCK, Mixer, mix
from dreamplayer.sound.room import in_room, size_of
from dreamplayer.sound.voice_line import LEVEL, spoken
from dreamplayer.timeline.sections import lengths, tile

pytestmark = pytest.mark.slow

PLACES = ("garden", "lake", "corridor")


def _score(passages: int = 3, bed: float = 30.0, fade: float = 480.0) -> Score:
    """A short night of three places, two lines each, strikes at their words."""
    t, lines, scenes, cues = 18.0, [], [], []
    for p in range(passages):
        start = t
        for s in range(2):
            lines.append(Line(f"clip{p}{s}", Span(t, t + 4.0 + s), 2 * p + s, p, 0.12 * p))
            name = ("chimes", "silence", "heartbeat", "water-drop", "glass-break", "rain")[2 * p + s]
            cues.append(Cue("sound", name, "literal", Span(t + 1.0, t + 5.0), p, 0, 1, p, strength=0.5, seed=p + s))
            t += 5.0 + s
        t += 3.0
        key = harmony_for((0.5, -0.5, 0.9)[p], 0.0, "night", 1)
        scenes.append(
            Scene(p, Span(0.0 if p == 0 else start - 2.0, t + 4.0), 4.0, 0, 0, 0.0, 0.0, "night", Stage(), Palette(),
                  key, PLACES[p])
        )  # fmt: skip
        called = ("garden-night", "water", "corridor")[p]
        cues.append(Cue("sound", called, "literal", scenes[-1].span, None, None, None, p))
    at = [0.0, 18.0, t, t + 12.0, t + 12.0 + bed, t + 12.0 + bed + fade, t + 15.0 + bed + fade]
    names = ("wind-in", "story", "coda", "bed", "fade", "dark")
    parts = tuple(Section(name, Span(a, b)) for name, a, b in zip(names, at[:-1], at[1:], strict=True))
    return Score(
        DreamRef("x", "x", "-", "0"), "silent", 1, parts, tuple(scenes), (), tuple(lines), tuple(cues), True, at[-1]
    )


class Syllables:
    """Clips of a hollow vowel in syllables, at 22.05 kHz, quiet or loud as clips may be."""

    def speech(self, clip: str) -> Speech:
        """Four or five seconds of it."""
        n = round((4.0 + int(clip[-1])) * 22_050)
        t = np.arange(n) / 22_050
        beat = np.clip(np.sin(2 * np.pi * 2.7 * t), 0.0, 1.0) ** 0.7 * (0.05 if clip[4] == "1" else 0.4)
        x = sum(np.sin(2 * np.pi * 115.0 * h * t) / (1 + abs(h - 5)) for h in range(1, 28)) * beat
        return Speech((np.asarray(x) * 0.3).astype(np.float32), (), 22_050)


@pytest.fixture(scope="module")
def whole() -> tuple[Score, Samples]:
    """The first minute of the night, rendered from its start."""
    score = _score()
    return score, Mixer(score, Syllables(), strict=True).render(0, 60 * RATE)


@pytest.fixture(scope="module")
def heard() -> tuple[Score, NightSound]:
    """The whole night, measured."""
    score = _score()
    return score, measure_night(score, Syllables(), strict=True)


@settings(max_examples=12)
@given(start=st.integers(-5000, 55 * RATE), count=st.integers(0, 3 * BLOCK), fresh=st.booleans())
def test_any_cut_sounds_the_same(whole: tuple[Score, Samples], start: int, count: int, fresh: bool) -> None:
    """Any piece, asked of a new mixer at any point, is the piece of the whole to the bit: seeking equals waiting."""
    score, samples = whole
    if fresh:
        grid._tile.cache_clear()
    piece = Mixer(score, Syllables(), strict=True).render(start, start + count)
    assert piece.shape == (count, 2)
    assert not piece[: max(0, min(-start, count))].any()
    low = max(start, 0)
    assert np.array_equal(piece[low - start :], samples[low : max(low, start + count)])


def test_the_function_is_the_mixer(whole: tuple[Score, Samples]) -> None:
    """`mix` gives what a mixer gives, whatever score it was asked of before."""
    score, samples = whole
    clips = Syllables()
    other = replace(score, seed=9)
    assert np.array_equal(mix(score, RATE, 2 * RATE, clips), samples[RATE : 2 * RATE])
    assert not np.array_equal(mix(other, RATE, 2 * RATE, clips), samples[RATE : 2 * RATE])
    assert np.array_equal(mix(score, RATE, 2 * RATE, clips), samples[RATE : 2 * RATE])


def test_a_longer_score_agrees_with_a_shorter() -> None:
    """What is heard below the horizon does not change when the night grows to the right."""
    full = _score()
    horizon = full.scenes[1].span.end - 6.5
    beyond = horizon + 90.0
    short = replace(
        full,
        scenes=(full.scenes[0], replace(full.scenes[1], span=Span(full.scenes[1].span.start, beyond))),
        lines=full.lines[:4],
        cues=tuple(
            replace(cue, span=Span(cue.span.start, beyond)) if cue.name == "water" else cue
            for cue in full.cues
            if cue.passage < 2
        ),
        sections=(full.sections[0], Section("story", Span(18.0, beyond))),
        complete=False,
        horizon=horizon,
    )
    a, b = (
        Mixer(score, Syllables(), strict=True).render(round((horizon - 4.0) * RATE), round(horizon * RATE))
        for score in (short, full)
    )
    assert np.array_equal(a, b)


def test_the_night_begins_and_ends_in_nothing(whole: tuple[Score, Samples]) -> None:
    """The first sample is 0; from the end of the fade on all are; asked for beyond it there is silence."""
    score, samples = whole
    assert not samples[0].any()
    end = round(score.section("fade").end * RATE)
    last = Mixer(score, Syllables()).render(end - RATE, end + 2 * RATE)
    assert last[:1000].any()
    assert not last[RATE - 1 :].any()
    assert not Mixer(score, Syllables()).render(round(score.duration * RATE), round(score.duration * RATE) + 500).any()


def test_a_night_is_safe_to_sleep_by(heard: tuple[Score, NightSound]) -> None:
    """A small night passes what does not depend on its length."""
    score, sound = heard
    readings = {reading.name: reading for reading in against_limits(score, sound)}
    assert len(readings) > 20
    for name, reading in readings.items():
        if name not in ("narrated loudness, LUFS", "voice over the ducked world, LU"):
            assert reading.ok or "unducked" in name, f"{name}: {reading.value}, limit {reading.limit}"
    assert readings["rise in the last five minutes, LU/s"].value <= 0.5


def test_the_check_names_the_second(heard: tuple[Score, NightSound]) -> None:
    """A knock in the world is found, in the readings it belongs to, at its second."""
    score, sound = heard
    power = sound.world.power.copy()
    at = round((score.section("bed").start + 15.0) * 100)
    power[at : at + 20] += 0.02
    knocked = NightSound(sound.mix, replace(sound.world, power=power), sound.voice)
    failed = {r.name: r for r in against_limits(score, knocked) if not r.ok}
    assert abs(failed["onset in the world, dB"].second - at / 100) < 0.6
    assert abs(failed["momentary rise of the world, LU/.4 s"].second - at / 100) < 0.6


def test_readings_say_their_limits() -> None:
    """A reading is within its limits or not, and says them in words."""
    assert Measurement("a", 2.0, -np.inf, 2.5, 0.0).ok
    assert Measurement("a", 2.0, -np.inf, 2.5, 0.0).limit == "<= 2.5"
    assert not Measurement("b", -26.0, -25.0, -23.0, 0.0).ok
    assert Measurement("b", -26.0, -25.0, -23.0, 0.0).limit == "-25 .. -23"
    assert Measurement("c", 1.0, 6.0, np.inf, 0.0).limit == ">= 6"


def test_ducking_is_shallow_and_late() -> None:
    """The world yields 3 to 5 dB, begins at most .4 s before a line, and comes back over two to three seconds."""
    lines = (Line("a", Span(10.0, 14.0), 0, 0),)
    t = np.arange(0.0, 30.0, 0.01)
    db = ducked(lines, (), t)
    assert 3.0 <= -db.min() <= 5.0
    assert db[t < 9.6].min() == 0.0
    assert db[(t > 10.6) & (t < 13.7)].max() == -DEPTH
    back = t[(duck_amount(lines, t) < 0.02) & (t > 14.0)][0] - 14.0
    assert 2.0 <= back <= 3.0
    hush = (Cue("sound", "silence", "literal", Span(11.0, 17.0), 0, 0, 1, 0),)
    assert ducked(lines, hush, t).min() >= -5.0
    assert ducked((), hush, t)[round(15.0 / 0.01)] == -HUSH


@given(st.floats(0.0, 1.0), st.integers(0, 3000))
def test_the_limiter_holds_its_ceiling(place: float, width: int) -> None:
    """Whatever comes, no sample passes -8 dBFS, and what is quiet is left alone."""
    x = np.stack((normal(1, 1, 3 * BLOCK), normal(1, 2, 3 * BLOCK)), axis=1) * np.float32(0.05)
    at = round(place * (3 * BLOCK - 1))
    x[at : at + width + 1] *= 12.0
    before, here, after = x[:BLOCK], x[BLOCK : 2 * BLOCK], x[2 * BLOCK :]
    out = limit(before, here, after)
    assert np.abs(out).max() <= CEILING * 1.0001
    quiet = here * np.float32(0.1 / max(1.0, float(np.abs(x).max()) * 10))
    assert np.array_equal(limit(quiet, quiet, quiet), quiet)


def test_voice_and_world_have_faders(whole: tuple[Score, Samples]) -> None:
    """Each fader moves its own part, and both at nothing leave nothing."""
    score, samples = whole
    n0, n1 = 19 * RATE, 21 * RATE
    mixer = Mixer(score, Syllables(), strict=True)
    voice, world = mixer.render(n0, n1, 1.0, 0.0), mixer.render(n0, n1, 0.0, 1.0)
    assert np.allclose(voice + world, samples[n0:n1], atol=1e-5)
    assert not mixer.render(n0, n1, 0.0, 0.0).any()
    bare, tune = mixer.render(n0, n1, 0.0, 1.0, 0.0), mixer.render(n0, n1, 0.0, 0.0, 1.0)
    assert np.allclose(bare + tune, world, atol=1e-5)
    assert np.array_equal(mixer.render(n0, n1, 1.0, 1.0, 1.0), samples[n0:n1])


def test_lines_are_equally_loud_and_eased_in() -> None:
    """A quiet clip and a loud one come out alike; a line begins softer than it goes on; a silent clip is silence."""
    from dreamplayer.kit.loudness import loudness

    quiet, loud = (spoken(Syllables().speech(f"clip{n}1"), 0.3) for n in (1, 0))
    assert abs(loudness(quiet) - loudness(loud)) < 0.5
    assert LEVEL - 3.0 < loudness(loud) < LEVEL
    power = np.square(loud).sum(axis=1)
    assert power[: RATE // 2].mean() < 0.5 * power[2 * RATE : 4 * RATE].mean()
    assert not spoken(Speech(np.zeros(1000, np.float32), ()), 0.3).any()
    assert spoken(Speech(np.zeros(0, np.float32), ()), 0.3).shape == (0, 2)


def test_rooms_grow_with_places() -> None:
    """A cave answers longer than a bedroom, and neither drowns the voice."""
    scene = _score().scenes[0]
    sizes = [size_of(replace(scene, place=place)) for place in ("room", "garden", "lake", "cave")]
    assert sizes == sorted(sizes)
    click = np.zeros(2000, np.float32)
    click[0] = 1.0
    near, far = in_room(click, sizes[0]), in_room(click, sizes[-1])
    assert len(far) > 2 * len(near)
    for room in (near, far):
        assert np.square(room[1:]).sum() < 0.35 * np.square(room[0]).sum()


def test_a_failing_sound_is_left_out(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """At night a broken sound is dropped and logged once, and the rest goes on; a strict mixer raises."""

    def broken(block: Stretch) -> Samples:
        raise RuntimeError("no")

    known = dict(layering.sounds())
    known["garden-night"] = replace(known["garden-night"], play=broken)
    monkeypatch.setattr(layering, "sounds", lambda: known)
    score = _score()
    assert Mixer(score, Syllables()).render(20 * RATE, 21 * RATE).any()
    assert sum("garden-night" in record.message for record in caplog.records) == 1
    with pytest.raises(RuntimeError):
        Mixer(score, Syllables(), strict=True).render(20 * RATE, 21 * RATE)


def test_strikes_keep_apart() -> None:
    """One surprise at a time: the same strike again at once is left out, another is further away."""
    score = _score()
    cues = [
        replace(score.cues[0], name=name, span=Span(20.0 + late, 25.0 + late))
        for name, late in (("bowl", 0.0), ("bowl", 2.0), ("wings", 3.0), ("bowl", 12.0))
    ]
    found = [layer for layer in layering.layers(replace(score, cues=tuple(cues))) if layer.sound.part == "strike"]
    assert [(layer.sound.name, round(layer.start)) for layer in found] == [("bowl", 20), ("wings", 23), ("bowl", 32)]
    assert found[1].gain < 0.75 * found[0].gain


@pytest.mark.parametrize("curve", [night_levels.settling, night_levels.following, night_levels.sinking])
def test_levels_only_sink(curve: Callable[[Score, night_levels.Times], night_levels.Curve]) -> None:
    """The night's level curves never rise where lines grow softer."""
    t = np.arange(0.0, 400.0, 0.5)
    db = curve(_score(), t)
    assert db[0] == 0.0
    assert np.diff(db).max() <= 1e-9
    assert db.min() >= -8.0


@pytest.mark.parametrize("bed", [30.0, 90.0, 900.0])
def test_a_short_bed_sinks_no_faster(bed: float) -> None:
    """However short a timer makes the bed, it sinks by at most three decibels a minute, by five where it is long."""
    score = _score(bed=bed)
    part = score.section("bed")
    t = np.arange(part.start, part.end + 1.0, 1.0)
    db = night_levels.sinking(score, t)
    assert -np.diff(db).min() * 60 <= 3.0 + 1e-9
    assert db[-1] == pytest.approx(-min(5.0, bed / 20.0))


def test_a_short_fade_is_no_steeper() -> None:
    """With a timer the fade may be short: it still falls at most 6 dB a minute before its landing."""
    for length in (300.0, 420.0, 540.0):
        score = _score(fade=length)
        fade = score.section("fade")
        t = np.arange(fade.start, fade.end - night_levels.LANDING, 1.0)
        db = 20 * np.log10(night_levels.fading(score, t))
        assert np.diff(db).min() * 60 >= -6.0
        assert night_levels.fading(score, np.array([fade.end]))[0] == 0.0


@pytest.mark.parametrize("minutes", [1.0, 7.5, 9.0, 30.0, 0.0])
def test_only_even_air_is_left_in_the_last_five_minutes(minutes: float) -> None:
    """Whatever the timer, no word, no music and no place sounds in the last five minutes: nothing there swells."""
    score = _timed(minutes)
    end = score.section("fade").end
    assert score.lines[-1].span.end + 2.0 < end - 300.0
    late = [layer for layer in layering.layers(score) if layer.gone > end - 301.0 and layer.gain > 0.0]
    assert [layer.sound.name for layer in late] == [layering.LAST]
    assert late[0].full < end - 310.0


def test_nothing_rises_at_the_end_of_the_shortest_night() -> None:
    """With a timer of a minute no second of the last five minutes is louder than the one before by over .5 LU."""
    score = _timed(1.0)
    end = score.section("fade").end
    mixer, meter = Mixer(score, Syllables(), strict=True), Meter()
    for n in range(round((end - 302.0) * RATE), round(end * RATE), 4 * BLOCK):
        meter.feed(mixer.render(n, n + 4 * BLOCK))
    loud = meter.done().window(1.0, 1.0)[1][1:]
    assert loud[0] > -50.0
    assert np.diff(loud)[loud[:-1] > -90.0].max() <= 0.5


def _timed(minutes: float) -> Score:
    """The short night under a timer; 0 is none."""
    score = _score()
    parts = tile(18.0, score.section("story").end, lengths(score.section("story").end, timer_minutes=minutes))
    end = parts[-1].span.end
    last = replace(score.scenes[-1], span=Span(score.scenes[-1].span.start, end))
    cues = (
        *(replace(cue, span=Span(cue.span.start, end)) if cue.name == "corridor" else cue for cue in score.cues),
        # Rain that the last words name goes on to the end of its scene.
        replace(score.cues[-2], name="rain", word=9, span=Span(score.cues[-2].span.start, end)),
    )
    return replace(score, sections=parts, scenes=(*score.scenes[:-1], last), cues=cues)


def test_what_comes_is_ready_before_it_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the time a line or a strike begins it has been made, a step at a time: its first block costs no more."""
    score = _score()
    mixer = Mixer(score, Syllables(), strict=True)
    made: list[int] = []
    step = mixer._lines._step

    def watched(i: int) -> None:
        made.append(i)
        step(i)

    monkeypatch.setattr(mixer._lines, "_step", watched)
    start = round(score.lines[0].span.start * RATE)
    mixer.render(start - 8 * RATE, start - 4 * RATE)
    assert set(made) == {0}
    steps = len(made)
    assert steps >= 6
    baked = grid._whole.cache_info().misses
    mixer.render(start - 4 * RATE, start + 3 * BLOCK)
    assert 0 not in made[steps:]
    strike = round(score.cues[0].span.start * RATE)
    mixer.render(start + 3 * BLOCK, strike - BLOCK)
    before = grid._whole.cache_info().misses
    mixer.render(strike - BLOCK, strike + BLOCK)
    assert grid._whole.cache_info().misses == before >= baked


def test_sounds_are_declared() -> None:
    """What is mixed are sounds as the catalogue knows them."""
    assert all(isinstance(layer.sound, Sound) for layer in layering.layers(_score()))
