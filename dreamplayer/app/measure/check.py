"""Quality check of a finished night: is it safe to fall asleep by? Words, picture and sound against their limits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import inf
from typing import Any

from dreamplayer.app.compose_night import Night
from dreamplayer.app.measure.caption_contrast import legible
from dreamplayer.app.measure.picture_samples import PictureSamples, watch
from dreamplayer.model.score import SECTIONS, Score, SpokenWord
from dreamplayer.picture.captions import LINES, WIDTH, groups
from dreamplayer.picture.flashes import flashes, most_within
from dreamplayer.settings import Settings
from dreamplayer.sound.check import check_sound

NOT_MEASURED = (
    "light as it leaves your screen: what counts is its brightness, its size and how near it stands",
    "sound as it reaches your pillow: set the volume until you can just follow the words",
    "frames lost while it plays, and how far sound and picture drift apart on this machine",
    "whether it is beautiful",
)


FEW = 12
"""Words below which no pace is measured."""
REST = 0.95
"""Seconds of rest between two sentences, about."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured number of a night and its limits."""

    part: str
    """words, light or sound."""
    name: str
    value: float
    low: float = -inf
    high: float = inf
    second: float = 0.0
    """Second of the night at which it is worst; 0 where it concerns the whole."""

    @property
    def ok(self) -> bool:
        """Whether it lies within its limits."""
        return self.low <= self.value <= self.high

    @property
    def limit(self) -> str:
        """The limits in words: `<= 2.5`, `-25 .. -23`."""
        if self.low == -inf:
            return f"<= {self.high:g}"
        return f">= {self.low:g}" if self.high == inf else f"{self.low:g} .. {self.high:g}"

    def to_json(self) -> dict[str, Any]:
        """Plain data; a limit that is not there is null."""
        return {
            "part": self.part,
            "name": self.name,
            "value": self.value,
            "low": None if self.low == -inf else self.low,
            "high": None if self.high == inf else self.high,
            "second": self.second,
            "ok": self.ok,
        }


def check(
    night: Night,
    settings: Settings,
    *,
    quick: bool = False,
    progress: Callable[[float], None] = lambda _: None,
) -> list[Measure]:
    """Measure everything that can be measured of a night, in the order words, light, sound.

    Picture and sound are measured in parallel.

    Args:
        night: the night.
        settings: of the person: pace, light, captions.
        quick: two frames a second instead of five, each third caption, and no sound.
        progress: called with 0..1.
    """
    done = {"light": 0.0, "sound": 0.0}

    def tell(part: str, share: float) -> None:
        done[part] = share
        progress(done["light"] if quick else sum(done.values()) / 2)

    with ThreadPoolExecutor(1) as listener:
        score = night.score
        heard = None if quick else listener.submit(check_sound, score, night.clips, partial(tell, "sound"))
        found = words(score, settings)
        fps, every = (2.0, 3) if quick else (5.0, 1)
        found += light(score, watch(night, settings, fps, lambda share: tell("light", 0.8 * share)), settings)
        least, when = legible(night, settings, every, lambda share: tell("light", 0.8 + 0.2 * share))
        found.append(Measure("light", "contrast of captions", least, low=4.5, second=when))
        if heard is not None:
            found += [Measure("sound", r.name, r.value, r.low, r.high, r.second) for r in heard.result()]
    progress(1.0)
    return found


def words(score: Score, settings: Settings) -> list[Measure]:
    """Sections, cues, pace and captions: what the score alone decides."""
    return [*_sections(score, settings), *_cues(score), *_pace(score, settings), *_captions(score)]


def _sections(score: Score, settings: Settings) -> list[Measure]:
    spans = [score.section(name) for name in SECTIONS]
    gap = max(abs(a.end - b.start) for a, b in pairwise(spans))
    last, intro = score.words[-1].span.end, settings.intro_minutes
    found = [
        Measure("words", "gap between sections, s", gap, high=1e-6),
        Measure("words", "wind-in, s", spans[0].length, 45.0 * intro, 90.0 * intro),
        Measure("words", "coda ends after the last word, s", round(spans[2].end - last, 3), 30.0, 60.0, spans[2].start),
    ]
    low, high = (300.0 if settings.timer_minutes else 480.0), 600.0
    found.append(Measure("words", "fade, s", round(spans[4].length, 3), low, high, spans[4].start))
    if settings.timer_minutes:
        late = abs(score.duration - settings.timer_minutes * 60.0)
        shortest = spans[4].length < 540.0 and spans[3].length <= 30.0
        found.append(Measure("words", "off the timer, s", round(late, 3), high=inf if shortest else 1.0))
    return found


def _cues(score: Score) -> list[Measure]:
    starts = {word.index: word.span.start for word in score.words}
    late = [(abs(c.span.start - starts[c.word]), c.span.start) for c in score.cues if c.word is not None]
    worst, when = max(late, default=(0.0, 0.0))
    sudden = [(a.span.length, a.span.start) for cue in score.cues for a in cue.responses if a.shape != "state"]
    shortest, at = min(sudden, default=(inf, 0.0))
    found = [Measure("words", "cue to its word, s", round(worst, 4), high=0.040, second=when)]
    if sudden:
        found.append(Measure("words", "shortest event, s", round(shortest, 3), low=0.8, second=at))
    return found


def _pace(score: Score, settings: Settings) -> list[Measure]:
    """Words a minute and rests: what is said, and when. What the script asks for is no rest of ours."""
    ours = [(a, b) for a, b in pairwise(score.words) if a.sentence != b.sentence and not _is_asked(score, a, b)]
    # After a line of verse or a name there is a breath, and no rest.
    ended = [(a, b) for a, b in ours if a.passage != b.passage or a.text.rstrip("\"”’'»)*")[-1:] in ".!?…"]
    rests = [(a, b, round(b.span.start - a.span.end, 3)) for a, b in ended]
    within = sorted(rest for a, b, rest in rests if a.passage == b.passage)
    between = sorted(rest for a, b, rest in rests if a.passage != b.passage)
    # A clip has a breath of silence before its first word and after its last: .2 s together.
    slow = 1.0 / settings.pace
    found = []
    if within:
        middle = within[len(within) // 2]
        found.append(Measure("words", "rest between sentences, median s", middle, 0.8 * slow, 1.2 * slow + 0.4))
    if between:
        middle = between[len(between) // 2]
        found.append(Measure("words", "rest between passages, median s", middle, 3.0 * slow, 5.0 * slow + 0.4))
    pauses = [d for d in score.directions if d.kind == "pause"]
    if pauses:
        starts = [word.span.start for word in score.words]
        short = [d.span.end - starts[i] for d in pauses if (i := bisect_left(starts, d.span.start)) < len(starts)]
        late = round(max([0.0, *short]), 3)
        found.append(Measure("words", "a pause that is asked for is cut short, s", late, high=0.1))
    fifth = len(score.words) // 5
    if fifth >= 20:
        first, last = _wpm(score, 0, fifth), _wpm(score, len(score.words) - fifth, len(score.words))
        if first is not None:
            found.append(Measure("words", "words a minute at first", first, 100 * settings.pace, 140 * settings.pace))
        if last is not None:
            found.append(Measure("words", "words a minute at last", last, 75 * settings.pace, 110 * settings.pace))
    return found


def _is_asked(score: Score, a: SpokenWord, b: SpokenWord) -> bool:
    """Whether the script asks for what lies between two words: a pause, a sound, or a count by the second."""
    return any(
        b.char_start <= d.char_end and d.char_start <= b.char_start
        if d.kind == "count"
        else d.kind in ("pause", "sound") and a.span.end - 1e-6 <= d.span.start <= b.span.start
        for d in score.directions
    )


def _wpm(score: Score, first: int, last: int) -> float | None:
    """Words a minute, rests between sentences counted, those between passages and those asked for not.

    None for too few words that are not counted by the second.
    """
    counted = [d for d in score.directions if d.kind == "count"]
    said = [w for w in score.words[first:last] if not any(d.char_start <= w.char_start < d.char_end for d in counted)]
    if len(said) < FEW:
        return None
    rests = 0.0
    for a, b in pairwise(said):
        if a.passage != b.passage:
            rests += b.span.start - a.span.end
        elif _is_asked(score, a, b):
            # Of a pause that is asked for, all but the rest that would be there without it.
            rests += max(0.0, b.span.start - a.span.end - REST)
    return round(60.0 * len(said) / (said[-1].span.end - said[0].span.start - rests), 1)


def _captions(score: Score) -> list[Measure]:
    written = groups(score)
    shown = [word.index for group in written for line in group.lines for word in line]
    told = {word.index: word.span.start for word in score.words}
    widest = max(((len(line), g.span.start) for g in written for line in g.text.split("\n")), default=(0, 0.0))
    most = max((len(group.lines) for group in written), default=0)
    # A word wider than a line stands alone on one.
    longest = max((len(word.text) for word in score.words), default=0)
    late = max((g.span.start - told[word.index] for g in written for line in g.lines for word in line), default=0.0)
    return [
        Measure("words", "words lost or said twice in captions", float(len(told) - len(shown)), 0.0, 0.0),
        Measure("words", "characters of a line", float(widest[0]), high=float(max(WIDTH, longest)), second=widest[1]),
        Measure("words", "lines of a caption", float(most), high=float(LINES)),
        Measure("words", "caption after its word, s", round(max(0.0, late), 3), high=0.04),
    ]


def light(score: Score, seen: PictureSamples, settings: Settings) -> list[Measure]:
    """What leaves the screen: melanopic load, flashes, rate of change, the last frame.

    Args:
        score: of the night.
        seen: samples of its pictures.
        settings: the screen they are shown on.
    """
    found = []
    for name in SECTIONS:
        load, when = seen.most(score.section(name))
        cap = settings.story_light() if name in ("wind-in", "story", "coda") else settings.bed_light()
        found.append(Measure("light", f"melanopic load, {name}", load, high=round(max(cap, 1e-6), 4), second=when))
    found.append(Measure("light", "melanopic load of the last frame", seen.last, high=0.0, second=score.duration))
    flashed = flashes(seen.times, seen.cells)
    pairs, when = most_within(flashed, 5.0)
    red = [flash for flash in flashed if flash.red]
    found.append(Measure("light", "flashes in 5 s", float(pairs), high=1.0, second=when))
    found.append(Measure("light", "red flashes", float(len(red)), high=0.0, second=red[0].t if red else 0.0))
    slew, when = seen.slew(after=score.section("wind-in").end)
    found.append(Measure("light", "change of the whole picture, % a second", slew, high=5.0, second=when))
    return found


def not_measured(found: list[Measure]) -> tuple[str, ...]:
    """What these measures say nothing about, a phrase each."""
    return NOT_MEASURED if any(m.part == "sound" for m in found) else ("the sound of this night", *NOT_MEASURED)


def to_text(title: str, found: list[Measure]) -> str:
    """The measures as a table, failures marked, and what is not measured."""
    lines = [title, ""]
    part = ""
    for measure in found:
        if measure.part != part:
            part = measure.part
            lines.append(part)
        minutes, seconds = divmod(measure.second, 60.0)
        at = f"  at {int(minutes)}:{seconds:04.1f}" if measure.second else ""
        sign = "ok  " if measure.ok else "FAIL"
        lines.append(f"  {sign} {measure.name:42} {measure.value:10.4g}   {measure.limit}{at}")
    failed = sum(not measure.ok for measure in found)
    lines += ["", "Not measured:", *(f"  {text}" for text in not_measured(found)), ""]
    lines.append(
        "All of it is within its limits." if not failed else f"{failed} of {len(found)} are beyond their limits."
    )
    return "\n".join(lines) + "\n"
