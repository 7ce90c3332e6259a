"""Serialization of a score: one JSON document that reads back exactly, and a cue sheet for people."""

from __future__ import annotations

from typing import Any

from dreamplayer.kit.colour import to_hex
from dreamplayer.model.score import Cue, Scene, Score, TimedDirection
from dreamplayer.staging.palette import swatches
from dreamplayer.timeline.codec import decode, encode


def to_document(score: Score) -> dict[str, Any]:
    """The public JSON document of `score --json`; the rest of the score stands under further keys.

    Args:
        score: any score, complete or not.

    Returns:
        What JSON can hold: title and digest of the dream, voice, seed, duration in seconds, sections, passages;
        then all of the score.
    """
    data = encode(score)
    first = {
        "dream": data["dream"],
        "voice": score.voice,
        "seed": score.seed,
        "duration": score.duration,
        "sections": data["sections"],
        "passages": _passages(score),
    }
    return {**first, **{key: value for key, value in data.items() if key not in first}}


def from_document(document: dict[str, Any]) -> Score:
    """The score a document was made from.

    Args:
        document: what `to_document` returned, parsed from JSON.

    Raises:
        KeyError, TypeError, ValueError: other data (see `codec.decode`).
    """
    return decode(Score, document)


def _passages(score: Score) -> list[dict[str, Any]]:
    """One entry per passage; together they tile the story section."""
    if not score.scenes:
        return []
    story = score.section("story")
    starts = [story.start, *(max(story.start, scene.span.start) for scene in score.scenes[1:]), story.end]
    return [
        {
            "index": scene.passage,
            "start": start,
            "end": end,
            "char_start": scene.char_start,
            "char_end": scene.char_end,
            "valence": scene.valence,
            "arousal": scene.arousal,
            "time_of_day": scene.time_of_day,
            "palette": [to_hex(colour) for colour in swatches(scene.palette)],
            "place": scene.place_id or scene.place,
            "framing": scene.framing or None,
            "veil": scene.veil or None,
            "title": scene.title,
        }
        for scene, start, end in zip(score.scenes, starts, starts[1:], strict=False)
    ]


def clock(t: float) -> str:
    """A time as minutes and seconds: `12:05.3`.

    Args:
        t: seconds of the night, 0 or more.
    """
    minutes, seconds = divmod(round(t, 1), 60.0)
    return f"{int(minutes):3d}:{seconds:04.1f}"


def to_text(score: Score) -> str:
    """The cue sheet: sections, passages, and every cue at its time beside the word that names it.

    Args:
        score: any score, complete or not.
    """
    minutes = score.duration / 60.0
    ref = score.dream
    of = f", part {ref.part} of {ref.parts}{f': {ref.chapter}' if ref.chapter else ''}" if ref.parts > 1 else ""
    lines = [f"{ref.title}{of}", f"{minutes:.1f} minutes, told by {score.voice}, night {score.seed}", ""]
    events: list[tuple[float, int, str]] = []
    for part in score.sections:
        events.append((part.span.start, 0, f"{clock(part.span.start)}  — {part.name}, {_length(part.span.length)}"))
    for scene in score.scenes:
        start = max(scene.span.start, score.section("story").start)
        events.append((start, 1, f"{clock(start)}  {_scene_line(scene)}"))
    spoken = {word.index: word.text for word in score.words}
    for cue in score.cues:
        events.append((cue.span.start, 2, f"{clock(cue.span.start)}    {_cue_line(cue, spoken)}"))
    for direction in score.directions:
        events.append((direction.span.start, 2, f"{clock(direction.span.start)}    {_direction_line(direction)}"))
    told = [text for _, _, text in sorted(events, key=lambda event: event[:2])]
    return "\n".join([*lines, *told, *_left_out(score)]) + "\n"


def _direction_line(direction: TimedDirection) -> str:
    length = f" {direction.seconds:g} s" if direction.seconds else ""
    name = f" ({direction.name})" if direction.name else ""
    return f"asks  {direction.kind}{length}{name}  {' '.join(direction.text.split())}"


def _left_out(score: Score) -> list[str]:
    """What of the text is left out or replaced, and why."""
    if not score.omissions:
        return []
    lines = ["", "Not told:"]
    for omission in score.omissions:
        text = " ".join(omission.text.split())
        short = text if len(text) <= 60 else f"{text[:57]}..."
        why = f" ({omission.reason})" if omission.reason else ""
        instead = f", told as “{omission.told}”" if omission.told else ""
        lines.append(f"  {omission.kind}{why}: {short}{instead}")
    return lines


def _length(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.1f} min"


def _scene_line(scene: Scene) -> str:
    colours = " ".join(to_hex(colour) for colour in swatches(scene.palette))
    place = scene.place_id or scene.place
    at = f"at the {place.replace('_', ' ')}{f' ({scene.framing})' if scene.framing else ''}, " if place else ""
    name = f" “{scene.title}”" if scene.title else ""
    return f"passage {scene.passage}{name}: {at}{scene.time_of_day}, mood {scene.valence:+.2f}  {colours}"


_SIGN = {"element": "sees", "event": "does", "sound": "hears"}


def _cue_line(cue: Cue, spoken: dict[int, str]) -> str:
    said = f"at “{spoken[cue.word]}”" if cue.word in spoken else ""
    of = f" of {cue.target}" if cue.target else ""
    how = "" if cue.mode == "literal" else f" ({cue.mode})"
    how += "" if cue.staged or cue.mode == "negated" else " (not staged)"
    return f"{_SIGN[cue.kind]:5} {cue.name}{of}{how}  {said}".rstrip()
