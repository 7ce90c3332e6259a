"""What sounds when: beds by their places, music by its keys, strikes by their words, as a list of layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dreamplayer.catalogue import sounds
from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.sound import Sound
from dreamplayer.model.audio import RATE, Harmony, Stretch
from dreamplayer.model.score import Cue, Scene, Score
from dreamplayer.timeline.depth import depth

MUSIC = "harmony"
MUSIC_DB = -3.1
"""The music beside a world of 0 dB (-29 LUFS); with the beds it makes 0."""
BEDS_DB = -2.4
STRIKE_DB = 0.0
"""A strike at its word (its loudest 400 ms are -30 LUFS at strength 1)."""
CUE_DB = -5.0
"""A bed that a word calls, over what is there already."""
LAST = "night-air"
"""The bed that every night comes down to while it fades."""
LAST_DB = -0.7
ALONE = 313.0
"""Seconds before the end of the fade from which nothing else sounds: music and places swell, and the last five
minutes must not."""
PARTING = 227.0
"""Seconds over which music and places go out, fewer where the night is short; in the first .57 of them it comes in."""
CLOSE = 7.0
"""Seconds after a strike within which another is softened."""
SLOWLY = 9.0
"""Seconds a place takes at least to come in over the one before."""
TURN = 150.0
"""Seconds after which the deepening of the night is passed on to sounds that go on."""
_GROUND: Mapping[str, str] = {
    "water": "water", "meadow": "garden-night", "soil": "garden-night", "floor": "room-tone", "wood": "room-tone",
    "glass": "fog-hush", "cloud": "fog-hush", "void": "fog-hush", "sand": "waves", "snow": "snow-quiet",
    "street": "city-hum",
}  # fmt: skip
"""The bed of a ground where the place has none."""


@dataclass(frozen=True, slots=True)
class SoundLayer:
    """One sound over one span of the night, with the ramps of its loudness."""

    sound: Sound
    start: float
    """Seconds at which it begins to come in."""
    full: float
    going: float
    gone: float
    """Infinite while nothing has followed it yet."""
    gain: float
    """Factor at full."""
    at: Stretch
    """Seed, harmony, strength and calm."""
    origin: int = 0
    """Sample of the night that is its sample 0: beds count with the night, strikes from their word."""


def scene_sounds(score: Score) -> tuple[Cue, ...]:
    """Sounds that no word calls: beds of the scenes, and the music."""
    return tuple(cue for cue in score.cues if cue.kind == "sound" and cue.word is None)


def beds_of(score: Score, scene: Scene, called: Sequence[Cue] | None = None) -> tuple[tuple[str, float], ...]:
    """Beds of a scene by name, loudest first, with their shares, whose squares add to 1: at most two.

    `called`: the score's `scene_sounds`, where they are known already.

    The score says which places call which beds. A scene that calls none gets the bed of its ground.
    """
    known = sounds()
    settled = scene.span.start + scene.crossfade + 1.0
    found: dict[str, float] = {}
    for cue in scene_sounds(score) if called is None else called:
        if cue.span.start < settled < cue.span.end:
            sound = known.get(cue.name)
            if sound is not None and sound.part == "bed":
                found[cue.name] = max(found.get(cue.name, 0.0), cue.strength**2)
    if not found:
        found = {_GROUND.get(scene.stage.ground, "wind"): 1.0}
    loudest = sorted((item for item in found.items() if item[0] in known), key=lambda item: -item[1])[:2]
    norm = sum(share**2 for _, share in loudest) ** 0.5
    return tuple((name, share / norm) for name, share in loudest)


def _parting(score: Score) -> tuple[float, float]:
    """From when to when music and places go out; never before the last word, infinite while no fade is known.

    A short fade is preceded by it, a long one begins with it.
    """
    spans = {part.name: part.span for part in score.sections}
    if "fade" not in spans or LAST not in sounds():
        return float("inf"), float("inf")
    fade, told = spans["fade"], spans["story"].end if "story" in spans else 0.0
    gone = max(fade.end - ALONE, told + 30.0)
    return max(gone - PARTING, told), gone


def _turns(score: Score) -> list[tuple[float, float, Scene]]:
    """Where what goes on is set anew, as (start, seconds to come in, scene): each scene, and each turn of the night."""
    out: list[tuple[float, float, Scene]] = []
    last, _ = _parting(score)
    scenes = sorted(score.scenes, key=lambda scene: scene.span.start)
    for i, scene in enumerate(scenes):
        start = 0.0 if i == 0 else scene.span.start
        out.append((start, max(scene.crossfade, SLOWLY), scene))
        end = scenes[i + 1].span.start if i + 1 < len(scenes) else score.duration
        later = start + TURN
        while later < min(end, last):
            out.append((later, 40.0, scene))
            later += TURN
    return out


def _running(score: Score) -> list[SoundLayer]:
    """Beds and music: one layer for each stretch of unchanged parameters."""
    known = sounds()
    called = scene_sounds(score)
    open_: dict[tuple[str, Stretch], tuple[float, float, float]] = {}
    out: list[SoundLayer] = []

    def close(key: tuple[str, Stretch], going: float, gone: float) -> None:
        start, full, gain = open_.pop(key)
        out.append(SoundLayer(known[key[0]], start, full, going, gone, gain, key[1]))

    for start, coming, scene in _turns(score):
        calm = round(depth(score, start + 1.0) * 10) / 10
        wanted: dict[tuple[str, Stretch], float] = {}
        shares = [(MUSIC, 10 ** (MUSIC_DB / 20))] if MUSIC in known else []
        shares += [(name, share * 10 ** (BEDS_DB / 20)) for name, share in beds_of(score, scene, called)]
        for name, gain in shares:
            key = scene.harmony if known[name].tuned else Harmony()
            wanted[name, Stretch(0, 0, seed_of(score.seed, name), key, 1.0, None, calm)] = gain
        for key_, (_, _, gain) in list(open_.items()):
            if wanted.get(key_) != gain:
                close(key_, start, start + coming)
        for key_, gain in wanted.items():
            if key_ not in open_:
                first = not out and start == 0.0
                open_[key_] = (-1.0 if first else start, 0.0 if first else start + coming, gain)
    going, gone = _parting(score)
    for key_ in list(open_):
        close(key_, going, gone)
    if LAST in known and gone < float("inf"):
        at = Stretch(0, 0, seed_of(score.seed, LAST), calm=1.0)
        full = going + 0.57 * (gone - going)
        out.append(SoundLayer(known[LAST], going, full, float("inf"), float("inf"), 10 ** (LAST_DB / 20), at))
    return out


def _called(score: Score) -> list[SoundLayer]:
    """What words call: strikes at their start, beds for their span."""
    known = sounds()
    called = scene_sounds(score)
    going, gone = _parting(score)
    out: list[SoundLayer] = []
    struck: dict[str, float] = {}
    for cue in sorted(score.cues, key=lambda cue: cue.span.start):
        sound = known.get(cue.name) if cue.kind == "sound" and cue.word is not None and cue.staged else None
        if sound is None or sound.part == "music" or cue.strength <= 0.0:
            continue
        t = cue.span.start
        calm = round(depth(score, t) * 10) / 10
        scene = score.scene_at(t)
        strength = min(1.0, max(0.3, cue.strength))
        at = Stretch(0, 0, cue.seed, scene.harmony if sound.tuned else Harmony(), strength, None, calm)
        if sound.part == "strike":
            since = t - max(struck.values(), default=-60.0)
            if t - struck.get(sound.name, -60.0) < CLOSE:
                continue
            struck[sound.name] = t
            # One surprise at a time: what follows closely is further away.
            db = STRIKE_DB - 6.0 * calm - 5.0 * max(0.0, 1.0 - since / CLOSE)
            end = t + sound.length
            out.append(SoundLayer(sound, t, t, end, end, 10 ** (db / 20), at, round(t * RATE)))
        elif sound.name not in dict(beds_of(score, scene, called)):
            end = max(cue.span.end, t + 10.0)
            gain = 10 ** (CUE_DB / 20) * strength
            arrive, leave = (min(max(seconds, 3.5), 5.0) for seconds in (cue.arrive, cue.leave))
            parting = (going, gone) if end > gone else (end - leave, end)
            out.append(SoundLayer(sound, t, t + arrive, *parting, gain, at))
    return out


def layers(score: Score) -> tuple[SoundLayer, ...]:
    """Everything that sounds but the voice, by its start."""
    return tuple(sorted(_running(score) + _called(score), key=lambda layer: (layer.start, layer.sound.name)))
