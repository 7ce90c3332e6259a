"""The layers of a night: sound beds by place, music by key, strikes by word, each with its gain ramps."""

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
"""Gain of the music, relative to a world of 0 dB (-29 LUFS); music and beds add up to 0."""
BEDS_DB = -2.4
"""Gain of the beds, likewise."""
STRIKE_DB = 0.0
"""Gain of a strike (whose loudest 400 ms are -30 LUFS at strength 1)."""
CUE_DB = -5.0
"""Gain of a bed named by a word, on top of what plays already."""
LAST = "night-air"
"""The bed that every night ends with while it fades."""
LAST_DB = -0.7
"""Its gain."""
ALONE = 313.0
"""Seconds before the end of the fade from which only that bed plays: music and other beds swell, which the last five
minutes must not."""
PARTING = 227.0
"""Seconds over which music and other beds fade out, fewer in a short night; the last bed takes .57 of them."""
CLOSE = 7.0
"""Seconds after a strike within which another one is softened."""
SLOWLY = 9.0
"""Shortest crossfade from one place's beds to the next, in seconds."""
TURN = 150.0
"""Seconds between updates of the depth of the night for sounds that go on."""
_GROUND: Mapping[str, str] = {
    "water": "water", "meadow": "garden-night", "soil": "garden-night", "floor": "room-tone", "wood": "room-tone",
    "glass": "fog-hush", "cloud": "fog-hush", "void": "fog-hush", "sand": "waves", "snow": "snow-quiet",
    "street": "city-hum",
}  # fmt: skip
"""Bed of each ground, for places without one."""


@dataclass(frozen=True, slots=True)
class SoundLayer:
    """One sound over one span of the night, with its gain envelope: 0 until `start`, full from `full` to `going`."""

    sound: Sound
    start: float
    """Second of the night at which it begins to fade in."""
    full: float
    """Second at which it has faded in."""
    going: float
    """Second at which it begins to fade out."""
    gone: float
    """Second at which it is silent; infinite while nothing has followed it yet."""
    gain: float
    """Gain at full, as a factor."""
    stretch: Stretch
    """Seed, harmony, strength and calm it is rendered with; its first and last sample are not used."""
    origin: int = 0
    """Sample of the night that is its sample 0: 0 for beds, the sample of its word for a strike."""


def scene_sounds(score: Score) -> tuple[Cue, ...]:
    """Cues of sounds that no word names: beds of the scenes, and the music.

    Args:
        score: any score, complete or not.
    """
    return tuple(cue for cue in score.cues if cue.kind == "sound" and cue.word is None)


def beds_of(score: Score, scene: Scene, called: Sequence[Cue] | None = None) -> tuple[tuple[str, float], ...]:
    """Beds of a scene and their shares of its power: at most two, the loudest first.

    The score says which places have which beds. A scene without any gets the bed of its ground.

    Args:
        score: the score of the scene.
        scene: one of its scenes.
        called: its `scene_sounds`, where they are known already.

    Returns:
        Pairs of name and amplitude factor; the squares of the factors add up to 1.
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
    """Seconds at which music and beds begin and end to fade out: after the last word; infinite while no fade is known.

    It comes before a short fade, and at the beginning of a long one.
    """
    spans = {part.name: part.span for part in score.sections}
    if "fade" not in spans or LAST not in sounds():
        return float("inf"), float("inf")
    fade, told = spans["fade"], spans["story"].end if "story" in spans else 0.0
    gone = max(fade.end - ALONE, told + 30.0)
    return max(gone - PARTING, told), gone


def _turns(score: Score) -> list[tuple[float, float, Scene]]:
    """Times at which running sounds get new parameters: (start, seconds of crossfade, scene) per scene and TURN."""
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
        stretch = Stretch(0, 0, seed_of(score.seed, LAST), calm=1.0)
        full = going + 0.57 * (gone - going)
        out.append(SoundLayer(known[LAST], going, full, float("inf"), float("inf"), 10 ** (LAST_DB / 20), stretch))
    return out


def _called(score: Score) -> list[SoundLayer]:
    """Sounds named by words: strikes at their start, beds for their span."""
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
        stretch = Stretch(0, 0, cue.seed, scene.harmony if sound.tuned else Harmony(), strength, None, calm)
        if sound.part == "strike":
            since = t - max(struck.values(), default=-60.0)
            if t - struck.get(sound.name, -60.0) < CLOSE:
                continue
            struck[sound.name] = t
            # One surprise at a time: a strike soon after another is quieter.
            db = STRIKE_DB - 6.0 * calm - 5.0 * max(0.0, 1.0 - since / CLOSE)
            end = t + sound.length
            out.append(SoundLayer(sound, t, t, end, end, 10 ** (db / 20), stretch, round(t * RATE)))
        elif sound.name not in dict(beds_of(score, scene, called)):
            end = max(cue.span.end, t + 10.0)
            gain = 10 ** (CUE_DB / 20) * strength
            arrive, leave = (min(max(seconds, 3.5), 5.0) for seconds in (cue.arrive, cue.leave))
            parting = (going, gone) if end > gone else (end - leave, end)
            out.append(SoundLayer(sound, t, t + arrive, *parting, gain, stretch))
    return out


def layers(score: Score) -> tuple[SoundLayer, ...]:
    """Every layer of a night but the voice, sorted by start.

    Args:
        score: any score, complete or not.
    """
    return tuple(sorted(_running(score) + _called(score), key=lambda layer: (layer.start, layer.sound.name)))
