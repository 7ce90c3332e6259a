"""The score: a whole night, with every word, cue and section timed in seconds. Frozen, printable, comparable.

All times are float64 seconds of the night, ranges are half-open. A longer score agrees with a shorter one up to the
shorter one's horizon: what has been composed never changes, the score only grows to the right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.audio import Harmony
from dreamplayer.model.reading import Colour, Kind, Mode, TimeOfDay
from dreamplayer.model.stage import Palette, Placement, Stage
from dreamplayer.model.text import Omission

DARK = "dark"
"""The veil of two scenes between which it is dark for a moment."""
SectionName = Literal["wind-in", "story", "coda", "bed", "fade", "dark"]
SECTIONS: tuple[SectionName, ...] = ("wind-in", "story", "coda", "bed", "fade", "dark")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of time, `start <= t < end`, in seconds of the night unless stated otherwise."""

    start: float
    end: float

    def __contains__(self, t: float) -> bool:
        return self.start <= t < self.end

    @property
    def length(self) -> float:
        """Duration of the range in seconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word at the time it is heard."""

    index: int
    """Index among all words of the dream, from 0."""
    text: str
    """As a caption shows it."""
    span: Span
    char_start: int
    """First code point in the source."""
    char_end: int
    """One past the last (half-open)."""
    sentence: int
    """Index of its sentence."""
    passage: int
    """Index of its passage."""
    estimated: bool = False
    """True where the voice didn't report the time itself."""
    emphasis: bool = False
    """Shown in italics."""
    spoken: str = ""
    """Spoken form: "seven" for 7; empty for a word that is shown and not spoken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of narration: which clip plays when. Its samples lie in the clip cache under `clip`."""

    clip: str
    """Content address of the speech: text, voice, version and pace."""
    span: Span
    """From the first to one past the last sample of the clip."""
    sentence: int
    passage: int
    softness: float = 0.0
    """0 at the usual level .. 1 the softest line of the night (the last before waking), about 4 dB quieter."""


@dataclass(frozen=True, slots=True)
class EventResponse:
    """How an element responds to an event: `crack` reaches 1 some seconds after its word."""

    event: str
    span: Span
    """From the word at which it begins to its completion; it stays complete afterwards, unless it is an impulse."""
    strength: float = 1.0
    """0..1: small values are a hint of it, 1 its full course."""
    shape: Literal["impulse", "ramp", "state"] = "ramp"
    """Its envelope. impulse: rises and falls again. ramp: rises over the span. state: complete from the start."""


Holding = Literal["anchor", "held", "worn", "sky", "air", "weather", "ground", "water", "flight", "vision", "place"]
"""Kind of support. anchor: a named point or surface. held, worn: a person. sky: it hangs in the heavens. air: none, it
floats. weather: it fills the air. ground, water: it stands or lies there. flight: it flies. vision: it is made of
stardust, and `Cue.place` is on the screen: x and y of its foot in half screen heights, z metres away, size its height
as a share of the picture's. place: it is the place, or a fixed part of it."""


@dataclass(frozen=True, slots=True)
class Support:
    """The support of a thing on stage, and its scale."""

    how: Holding
    anchor: str | None = None
    """Name of the anchor, or of the thing or person it rests on; None where the kind of support says all."""
    scale: float = 1.0
    """Size on stage over true size."""
    said: bool = False
    """Whether the words ask for that scale: what they call giant or tiny."""
    place: str | None = None
    """Id of the place it is in, None for a scene that plays in none. Its picture is seen with this place alone.

    In a place, `Cue.place` has no position: the `anchor` and the scene's framing give it, and `turn` is counted from
    the anchor's facing. What rests as `place` is drawn by the place and not again; what is `held` is at the hand of the
    person that `anchor` names; `sky` without an anchor, and `weather`, are placed in the coordinates of the stage."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A thing seen, an event or a sound, from the word that names it on."""

    kind: Kind
    name: str
    """Its id in the vocabulary."""
    mode: Mode
    """Whether the words mean it literally, figuratively or negated."""
    span: Span
    """When it is on stage, crossfades included."""
    word: int | None
    """Index of the word that named it; None for what the scene itself brings (its sky, its sound bed)."""
    char_start: int | None
    """First code point of those words in the source; None where `word` is."""
    char_end: int | None
    """One past the last (half-open)."""
    passage: int
    """Index of the passage that names it."""
    target: str | None = None
    """Events: the patient, an element id, `viewer` or `scene`."""
    strength: float = 1.0
    """0..1, its prominence: 1 the subject of the sentence, .3 an accent. Sounds: small values are far and quiet."""
    seed: int = 0
    """Seed of its random choices."""
    since: float = 0.0
    """Second of the night at which it entered: before span.start where this cue continues another (the moon)."""
    arrive: float = 2.5
    """Seconds over which its presence rises, counted from `since`."""
    leave: float = 4.0
    """Seconds over which it fades, ending at span.end; 0 where another cue continues it there (same name,
    seed and since: it neither leaves nor enters again)."""
    place: Placement | None = None
    """Its position; None for sounds and events. At an anchor of a place (`rests.place`) the anchor gives the position,
    and only size, spread and turn count here: the turn is added to the direction that the anchor faces."""
    rests: Support | None = None
    """Its support; None for what is not staged, for sounds and for events."""
    count: int = 1
    """How many, 1 or more."""
    tint: Colour | None = None
    """Colour named by the words, in linear light."""
    responses: tuple[EventResponse, ...] = ()
    """Elements: the events that affect it, in order."""
    manner: str | None = None
    """Way of drawing it (see `Moment.manner`)."""
    params: tuple[tuple[str, float], ...] = ()
    """Extra parameters from hand-written notes, as pairs of name and value."""
    staged: bool = True
    """False for what is read but neither drawn nor played: it is negated, or too much is on stage already."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage as staged: its span, mood, light and ground. Neighbours overlap only by their crossfade."""

    passage: int
    """Index of the passage."""
    span: Span
    """Seconds, with the crossfade into the next scene at its end."""
    crossfade: float
    """Seconds over which it fades in over the previous scene."""
    char_start: int
    """First code point of the passage in the source."""
    char_end: int
    """One past the last (half-open)."""
    valence: float
    """-1 grief .. 0 .. 1 comfort."""
    arousal: float
    """-1 still .. 1 stirred."""
    time_of_day: TimeOfDay
    stage: Stage
    palette: Palette
    harmony: Harmony = Harmony()
    """Key and scale of its pitched sounds."""
    place: str | None = None
    """Id of the element that sets the place; None where none does."""
    title: str | None = None
    """Its name, from hand-written notes."""
    place_id: str | None = None
    """Id of the place it plays in, from `places/`; None where an empty stage is set instead."""
    framing: str = ""
    """Name of the place's framing; empty for its first."""
    framed_since: float = 0.0
    """Second of the night at which that framing was first shown without a break: its slow move begins there."""
    atmosphere: Atmosphere = Atmosphere()
    """Hour, weather and mood that the place is lit for."""
    veil: str = ""
    """What lies between the scene before and this one while they dissolve: id of an element that fills the air, or
    `DARK`; empty where the one picture simply gives way to the other."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections that tile the night."""

    name: SectionName
    span: Span


@dataclass(frozen=True, slots=True)
class TimedDirection:
    """A direction of a script (a pause, a sound ...) at its time."""

    kind: str
    """`pause`, `count`, `sound`, `soften`, `place`, `music`, `repeat`."""
    span: Span
    """While it is in force; a pause begins where the word before it ends."""
    seconds: float | None
    """Duration the script asks for; None where it names none."""
    char_start: int
    """First code point in the source."""
    char_end: int
    """One past the last (half-open)."""
    text: str
    """Its text, verbatim from the source."""
    name: str = ""
    """For a sound: id of the sound played, empty where none matches."""


@dataclass(frozen=True, slots=True)
class DreamRef:
    """Reference to the text of a night."""

    name: str
    """Short name for the command line and the library."""
    title: str
    source: str
    """Path of the file, or `-` for standard input."""
    sha256: str
    """Of the file's bytes."""
    language: str = "en"
    """ISO 639-1 code of the language most of it is written in."""
    part: int = 1
    """Number of the part narrated this night, from 1; 1 for a whole text."""
    parts: int = 1
    """Number of parts; 1 for a whole text."""
    chapter: str = ""
    """Heading of the part; empty for a whole text, or where there is none."""


@dataclass(frozen=True)
class Score:
    """A night, complete in itself: print it, compare it, keep it as JSON; `picture` and `mix` need nothing else."""

    dream: DreamRef
    voice: str
    """Name of the voice that narrates."""
    seed: int
    """Which of its many nights a dream becomes."""
    sections: tuple[Section, ...]
    scenes: tuple[Scene, ...]
    words: tuple[SpokenWord, ...]
    lines: tuple[Line, ...]
    cues: tuple[Cue, ...]
    directions: tuple[TimedDirection, ...] = ()
    """Directions of the script, at their times."""
    omissions: tuple[Omission, ...] = ()
    """What of the source is left out or replaced, in source order."""
    complete: bool = True
    """False while speech is still being rendered: a longer score will follow."""
    horizon: float = 0.0
    """Second up to which it is composed: nothing beyond it may be queried. The end of the night once complete."""
    since: float = 0.0
    """Second from which on it is held: in a night of many hours what lies far behind the listener is dropped."""
    gentle: bool = False
    """Whether the darkest lines are skipped, with a soft transition."""
    calm: bool = False
    """Whether nothing drifts or falls, and light changes only slowly."""
    voice_light: bool = False
    """Whether the nearest lamp breathes a little with the voice."""
    expected: float = 240.0
    """Duration of the story in seconds as estimated before a word of it was spoken. Slow changes are paced by it,
    never by what is still to come (see `timeline.depth`)."""
    _starts: tuple[float, ...] = field(init=False, repr=False, compare=False, default=())
    _scene_starts: tuple[float, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(word.span.start for word in self.words))
        object.__setattr__(self, "_scene_starts", tuple(scene.span.start for scene in self.scenes))

    @property
    def duration(self) -> float:
        """Length of the whole night in seconds, as far as it is known."""
        return self.sections[-1].span.end if self.sections else 0.0

    def nearest(self, t: float) -> float:
        """The time nearest to `t` that the score holds: not before `since`, and below the horizon.

        Args:
            t: seconds of the night, any value.

        Returns:
            Seconds of the night.
        """
        last = self.duration if self.complete else self.horizon
        return min(max(self.since, t), max(self.since, last - 1e-3))

    def section(self, name: SectionName) -> Span:
        """The time range of one section.

        Args:
            name: one of `SECTIONS`.

        Raises:
            KeyError: the score hasn't grown that far.
        """
        for part in self.sections:
            if part.name == name:
                return part.span
        raise KeyError(name)

    def section_at(self, t: float) -> SectionName:
        """Name of the section at a time: the first one before the night, the last one after it.

        Args:
            t: seconds of the night.
        """
        for part in self.sections:
            if t < part.span.end:
                return part.name
        return self.sections[-1].name

    def during(self, t: float) -> Iterator[Cue]:
        """Cues on stage or audible at a time, in order of their start.

        Args:
            t: seconds of the night.
        """
        return (cue for cue in self.cues if cue.span.start <= t < cue.span.end)

    def word_at(self, t: float) -> SpokenWord | None:
        """The last word that began at or before a time; None before the first word.

        Args:
            t: seconds of the night.
        """
        i = bisect_right(self._starts, t) - 1
        return self.words[i] if i >= 0 else None

    def scene_index(self, t: float) -> int:
        """Index among `scenes` of the last one that began at or before a time; 0 before the first.

        Args:
            t: seconds of the night.
        """
        return max(0, bisect_right(self._scene_starts, t) - 1)

    def scene_at(self, t: float) -> Scene:
        """The last scene that began at or before a time; the first scene before that.

        Args:
            t: seconds of the night.
        """
        return self.scenes[self.scene_index(t)]
