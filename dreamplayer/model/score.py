"""The score: a whole night, every word, cue and section in seconds. Frozen, printable, comparable.

All times are float64 seconds of the night, ranges are half-open. A longer score agrees with a shorter one
up to the shorter one's horizon: what has been composed never changes, it only grows to the right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dreamplayer.model.audio import Harmony
from dreamplayer.model.reading import Colour, Kind, Mode, TimeOfDay
from dreamplayer.model.stage import Palette, Place, Stage
from dreamplayer.model.text import Omission

SectionName = Literal["wind-in", "story", "coda", "bed", "fade", "dark"]
SECTIONS: tuple[SectionName, ...] = ("wind-in", "story", "coda", "bed", "fade", "dark")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of time, `start <= t < end`, in seconds of the night unless it says otherwise."""

    start: float
    end: float

    def __contains__(self, t: float) -> bool:
        return self.start <= t < self.end

    @property
    def length(self) -> float:
        """Seconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word at the time it is heard."""

    index: int
    text: str
    span: Span
    char_start: int
    char_end: int
    sentence: int
    passage: int
    estimated: bool = False
    emphasis: bool = False
    spoken: str = ""
    """How it is said: "seven" for 7; empty for what is shown and not said."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of narration: which clip sounds when. Its samples lie in the clip cache under `clip`."""

    clip: str
    """Content address of the speech: text, voice, version and pace."""
    span: Span
    """From the first to one past the last sample of the clip."""
    sentence: int
    passage: int
    softness: float = 0.0
    """0 as measured .. 1 the softest line of the night (the last before waking): about -4 dB."""


@dataclass(frozen=True, slots=True)
class EventResponse:
    """An event as one element meets it: `crack` reaching 1 some seconds after its word."""

    event: str
    span: Span
    """From the word at which it begins to the moment it is complete; it stays complete afterwards
    unless its shape is an impulse (see `shape`)."""
    strength: float = 1.0
    shape: Literal["impulse", "ramp", "state"] = "ramp"


Holding = Literal["anchor", "held", "worn", "sky", "air", "weather", "ground", "water", "flight", "vision", "place"]
"""What keeps a thing where it is. anchor: a named point or surface. held worn: somebody. sky: it hangs in the heavens.
air: nothing, it floats. weather: it fills the air. ground water: it stands or lies there. flight: it flies. vision: it
is made of stardust. place: it is the place, or a fixed part of it."""


@dataclass(frozen=True, slots=True)
class Support:
    """How a thing on stage rests, and how large it is."""

    how: Holding
    anchor: str | None = None
    """Name of the anchor, or of the thing it rests upon."""
    scale: float = 1.0
    """Its size over its true size."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A thing that is seen, happens or is heard, from a word on."""

    kind: Kind
    name: str
    mode: Mode
    span: Span
    """When it is on stage, crossfades included."""
    word: int | None
    """Index of the word that called it; None for what the scene brings by itself (its sky, its bed)."""
    char_start: int | None
    char_end: int | None
    passage: int
    target: str | None = None
    strength: float = 1.0
    seed: int = 0
    since: float = 0.0
    """When it truly entered: earlier than span.start where one cue continues another (the moon)."""
    arrive: float = 2.5
    """Seconds over which its presence rises, counted from `since`."""
    leave: float = 4.0
    """Seconds over which it withdraws, ending at span.end; 0 where another cue takes it over there (same name,
    seed and since: it neither leaves nor arrives again)."""
    place: Place | None = None
    """Where it stands; None for sounds and for events."""
    rests: Support | None = None
    """What it rests on there; None for what is not staged, for sounds and for events."""
    count: int = 1
    tint: Colour | None = None
    """The colour the words give it."""
    responses: tuple[EventResponse, ...] = ()
    """Elements: the events that happen to it, in order."""
    manner: str | None = None
    params: tuple[tuple[str, float], ...] = ()
    """Extra parameters from hand-written notes."""
    staged: bool = True
    """False where it is read but neither drawn nor played: negated, or one image too many at once."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage as staged: its span, mood, light and ground. Neighbours overlap by their crossfade only."""

    passage: int
    span: Span
    """Seconds, with the crossfade into the next scene at its end."""
    crossfade: float
    """Seconds over which it comes in over the one before."""
    char_start: int
    char_end: int
    valence: float
    arousal: float
    time_of_day: TimeOfDay
    stage: Stage
    palette: Palette
    harmony: Harmony = Harmony()
    place: str | None = None
    title: str | None = None
    """Set by notes: the name of a set piece."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six parts that tile the night."""

    name: SectionName
    span: Span


@dataclass(frozen=True, slots=True)
class TimedDirection:
    """What a script asks for, at its time."""

    kind: str
    """`pause`, `count`, `sound`, `soften`, `place`, `music`, `repeat`."""
    span: Span
    """When it is in force; a pause begins where the word before it ends."""
    seconds: float | None
    """How long it was asked to last; None where the script does not say."""
    char_start: int
    char_end: int
    text: str
    """As it stands in the source."""
    name: str = ""
    """Of a sound: the id of the one that is heard, empty where there is none like it."""


@dataclass(frozen=True, slots=True)
class DreamRef:
    """Which text this is the night of."""

    name: str
    title: str
    source: str
    sha256: str
    language: str = "en"
    """ISO 639-1 code of what most of it is written in."""
    part: int = 1
    """Which part of a longer text this night tells, from 1."""
    parts: int = 1
    """How many there are."""
    chapter: str = ""
    """The heading it stands under; empty for a whole text, or where there is none."""


@dataclass(frozen=True)
class Score:
    """A night. Print it, compare it, keep it as JSON; `picture` and `mix` need nothing else."""

    dream: DreamRef
    voice: str
    seed: int
    sections: tuple[Section, ...]
    scenes: tuple[Scene, ...]
    words: tuple[SpokenWord, ...]
    lines: tuple[Line, ...]
    cues: tuple[Cue, ...]
    directions: tuple[TimedDirection, ...] = ()
    """What the script asks for, when it is obeyed."""
    omissions: tuple[Omission, ...] = ()
    """What of the source is not told, or told otherwise, in its order."""
    complete: bool = True
    """False while speech is still being rendered: the night may yet grow to the right."""
    horizon: float = 0.0
    """How far it is composed: beyond it nothing may be asked. The night's end once complete."""
    since: float = 0.0
    """From which second on it is held. Of a night of many hours, what lies far behind the listener is let go."""
    gentle: bool = False
    calm: bool = False
    expected: float = 240.0
    """Seconds the story was expected to take before a word of it was spoken: slow changes are paced by this,
    never by what is still to come (see timeline.depth)."""
    _starts: tuple[float, ...] = field(init=False, repr=False, compare=False, default=())
    _scene_starts: tuple[float, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(word.span.start for word in self.words))
        object.__setattr__(self, "_scene_starts", tuple(scene.span.start for scene in self.scenes))

    @property
    def duration(self) -> float:
        """Seconds of the whole night as far as it is known."""
        return self.sections[-1].span.end if self.sections else 0.0

    def nearest(self, t: float) -> float:
        """The second nearest to t that may be asked for: in what is held of the night, and below the horizon."""
        last = self.duration if self.complete else self.horizon
        return min(max(self.since, t), max(self.since, last - 1e-3))

    def section(self, name: SectionName) -> Span:
        """The span of one part. Raises KeyError if the score has not grown that far."""
        for part in self.sections:
            if part.name == name:
                return part.span
        raise KeyError(name)

    def section_at(self, t: float) -> SectionName:
        """The part that t lies in; the first before the night, the last after it."""
        for part in self.sections:
            if t < part.span.end:
                return part.name
        return self.sections[-1].name

    def during(self, t: float) -> Iterator[Cue]:
        """Cues on stage or sounding at t."""
        return (cue for cue in self.cues if cue.span.start <= t < cue.span.end)

    def word_at(self, t: float) -> SpokenWord | None:
        """The last word begun at or before t, or None before the first."""
        i = bisect_right(self._starts, t) - 1
        return self.words[i] if i >= 0 else None

    def scene_index(self, t: float) -> int:
        """The place among the scenes of the one t belongs to: the latest one begun, or the first."""
        return max(0, bisect_right(self._scene_starts, t) - 1)

    def scene_at(self, t: float) -> Scene:
        """The scene t belongs to: the latest one begun."""
        return self.scenes[self.scene_index(t)]
