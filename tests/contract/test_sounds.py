"""What every sound found keeps: the same at any cut, gentle in level and onset, dark, and never a loop."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from dreamplayer.catalogue import sounds
from dreamplayer.kit import grid
from dreamplayer.kit.hashing import uniform_at
from dreamplayer.kit.loudness import loudest
from dreamplayer.kit.sound import Sound
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.sound.listen import demo
from dreamplayer.sound.measure import Measured, measure
from dreamplayer.staging.soundscape import beds_by_caller

pytestmark = pytest.mark.slow

BEDS = sorted(name for name, sound in sounds().items() if sound.part == "bed")
STRIKES = sorted(name for name, sound in sounds().items() if sound.part == "strike")
LOUD_STRIKES = [name for name in STRIKES if name != "silence"]
KEY = Harmony(73.42, (0, 2, 4, 7, 9), 0.6)
SPAN = 16
"""Seconds of a bed that are measured."""

_DREAMS = """heartbeat hum whisper silence echo breath sob wind glass-break voice sigh storm laughter water-drop
    cry rain murmur lament waves boom gasp rumble melody choir hiss chimes crack chant cello wings leaves chord music
    river"""
IN_THE_DREAMS = _DREAMS.split()
_PLACES = """room house city road school corridor balcony stairs market temple bridge labyrinth carnival roof tower
    castle lighthouse windmill gate fountain ruin tent barn tunnel arch sky void fog cloud storm wind aurora galaxy
    tree forest garden vines leaves wheat reeds moss water lake rain river ocean well waterfall whirlpool puddle
    soil crystal chasm crater meadow desert mountain cliff beach cave sand island volcano valley fire
    car train boat plane ship bicycle carriage rocket sled ice snow glacier"""
PLACES = _PLACES.split()


def _render(sound: Sound, first: int, last: int, seed: int = 3, calm: float = 0.2) -> Samples:
    return sound(Stretch(first, last, seed, KEY, 1.0, None, calm))


@cache
def _heard(name: str) -> tuple[Samples, Measured]:
    """A bed from within, a strike whole with silence around it."""
    sound = sounds()[name]
    if sound.part == "strike":
        x = _render(sound, -RATE // 2, round((sound.length + 0.5) * RATE))
    else:
        x = _render(sound, 40 * RATE, (40 + SPAN) * RATE)
    return x, measure(x)


@pytest.fixture(scope="module", params=BEDS)
def bed(request: pytest.FixtureRequest) -> str:
    """Each bed in turn; what is asked of one is asked in a row, so that one process renders it once."""
    return request.param


@pytest.fixture(scope="module", params=LOUD_STRIKES)
def strike(request: pytest.FixtureRequest) -> str:
    """Each strike in turn, likewise."""
    return request.param


@pytest.mark.parametrize("name", IN_THE_DREAMS)
def test_sounds_the_dreams_name_exist(name: str) -> None:
    """What the five dreams let one hear is there under the name they are annotated with."""
    assert name in sounds()


@pytest.mark.parametrize("place", PLACES)
def test_places_have_a_bed(place: str) -> None:
    """Every place of the vocabulary calls a bed of its own accord."""
    assert place in beds_by_caller(sounds())


@pytest.mark.parametrize("name", sorted(vocabulary().sounds))
def test_sounds_the_reader_knows_exist(name: str) -> None:
    """Whatever sound is understood from a text can be heard."""
    assert name in sounds()


def test_places_the_reader_knows_have_a_bed() -> None:
    """Whatever sets the place a passage plays in calls a bed."""
    assert {name for name, thing in vocabulary().elements.items() if thing.sets_place} <= set(beds_by_caller(sounds()))


@pytest.mark.parametrize("name", sorted(sounds()))
def test_any_cut_sounds_the_same(name: str) -> None:
    """Rendered in pieces, in any order, from an empty memory, a sound is the same to the bit."""
    sound = sounds()[name]
    start = 7 * RATE + 123 if sound.part != "strike" else -4000
    end = start + 52_000
    whole = _render(sound, start, end)
    inside = np.sort(start + (uniform_at(11, 5, np.arange(5)) * (end - start)).astype(int))
    edges = [start, *(int(edge) for edge in inside), end]
    for low, high in reversed(list(pairwise(edges))):
        grid._tile.cache_clear()
        assert np.array_equal(_render(sound, low, high), whole[low - start : high - start])


@pytest.mark.parametrize("name", sorted(sounds()))
def test_nothing_sounds_before_the_entry(name: str) -> None:
    """Before its sample 0 a sound is silent, so that a tail's past may be asked for."""
    assert not _render(sounds()[name], -9000, 0).any()


@pytest.mark.parametrize("name", [name for name in sorted(sounds()) if name != "silence"])
def test_another_seed_is_another_sound(name: str) -> None:
    """Two seeds give two renderings of the same thing."""
    sound = sounds()[name]
    start = 5 * RATE if sound.part != "strike" else RATE // 2
    a, b = (_render(sound, start, start + RATE // 2, seed) for seed in (1, 2))
    assert not np.array_equal(a, b)


def test_beds_lie_at_one_loudness(bed: str) -> None:
    """Beds are -29 LUFS within 3, so that any of them may stand under a voice; peaks stay under -6 dBTP."""
    x, heard = _heard(bed)
    loudness = heard.integrated()
    trim = sounds()[bed].trim - 29.0 - loudness
    assert -32.0 <= loudness <= -26.0, f"{bed} is {loudness:.1f} LUFS: write @bed(..., trim={trim:.1f})"
    assert heard.true_peak.max() < 10 ** (-6 / 20)
    assert np.isfinite(x).all()


def test_beds_do_not_startle(bed: str) -> None:
    """Nothing in a bed stands out: <= 2.5 LU a second, <= 6 dB over 50 ms, even early in the night."""
    _, heard = _heard(bed)
    assert heard.rises(3.0, 1.0)[1].max() <= 2.5
    onsets = heard.onsets()[1][RATE // 480 :]
    assert onsets.max() <= 6.0


def test_beds_are_dark_wide_and_centred(bed: str) -> None:
    """Brightness, width and direct current: warm, around one, and nothing that a speaker must hold."""
    _, heard = _heard(bed)
    assert heard.centroid() <= 900.0
    assert heard.share_above(2000.0) <= 0.07
    assert heard.share_above(4000.0) <= 0.01
    assert 0.15 <= float(heard.correlation()[0]) <= 0.95
    assert abs(heard.mean) < 1e-4


def test_beds_speak_on_small_speakers(bed: str) -> None:
    """At least a twentieth of a bed's power lies between 300 and 900 Hz, where a laptop can play it."""
    _, heard = _heard(bed)
    assert heard.share_above(300.0) - heard.share_above(900.0) >= 0.05


@pytest.mark.parametrize("name", [*BEDS, "harmony"])
def test_beds_have_no_audible_loop(name: str) -> None:
    """Over a minute and a half the shape of a bed's loudness, in three bands, does not come back."""
    sound = sounds()[name]
    hop, size = 12_000, 8192
    frames = []
    for k in range(360):
        n = 30 * RATE + k * hop
        x = _render(sound, n, n + size).mean(axis=1) * np.hanning(size)
        power = np.square(np.abs(np.fft.rfft(x)))
        frames.append([power[a:b].sum() for a, b in ((10, 60), (60, 200), (200, 800))])
    level = np.log(np.maximum(np.array(frames), 1e-12))
    # What changes slower than twelve seconds is no loop within this span; noise of single frames is none either.
    level -= np.apply_along_axis(lambda row: np.convolve(row, np.ones(49) / 49, "same"), 0, level)
    level /= level.std(axis=0) + 1e-9
    for lag in range(16, 240):
        both = np.mean([np.corrcoef(level[lag:, i], level[:-lag, i])[0, 1] for i in range(3)])
        assert both < 0.6, f"the same again after {lag / 4} s"


def test_strikes_come_softly(strike: str) -> None:
    """A strike takes 30 ms or more from nothing to its first height, and is no louder than a bed."""
    x, heard = _heard(strike)
    power = np.square(x).sum(axis=1)[: len(x) // 48 * 48].reshape(-1, 48).mean(axis=1)
    level = np.sqrt(np.convolve(power, np.ones(4) / 4, "same"))
    begins = int(np.argmax(level > 0.03 * level.max()))
    first = int(np.argmax(level > 0.7 * level.max()))
    assert first - begins >= 18, "milliseconds from a thirtieth to most of its height"
    assert loudest(x) <= -29.0
    assert heard.true_peak.max() < 10 ** (-12 / 20)


def test_strikes_end_in_silence(strike: str) -> None:
    """A strike has faded by the time it says, and is silent ever after."""
    sound = sounds()[strike]
    x, _ = _heard(strike)
    end = round((sound.length + 0.5) * RATE)
    assert np.abs(x[end - RATE // 20 :]).max() < 2e-4
    late = round(sound.length * RATE)
    assert not _render(sound, late + 4096, late + 8192).any()


def test_strikes_are_dark(strike: str) -> None:
    """No strike is shrill: its centre lies under 1500 Hz and hardly anything over 4 kHz."""
    _, heard = _heard(strike)
    assert heard.centroid() <= 1500.0
    assert heard.share_above(4000.0) <= 0.01


def test_music_sings_low() -> None:
    """Nothing in the music is melodic above 1.2 kHz, and its fundamentals go down to the root."""
    x = _render(sounds()["harmony"], 60 * RATE, 80 * RATE)
    heard = measure(x)
    assert heard.share_above(1250.0) < 0.01
    assert heard.share_above(300.0) > 0.08


def test_a_demo_is_as_long_as_asked() -> None:
    """`listen` gives any sound at the length asked for, beds faded at both ends."""
    x = demo("wind", 2.0)
    assert x.shape == (2 * RATE, 2)
    assert np.abs(x[0]).max() < 1e-4
    assert np.abs(x[-1]).max() < 1e-4
    assert demo("bowl", 3.0)[: RATE // 2].max() == 0.0
