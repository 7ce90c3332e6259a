"""The moments of a night that show it best: of a passage, and of the whole."""

from __future__ import annotations

from dreamplayer.model.score import Cue, Scene, Score, Span

SETTLED = 0.4
"""Seconds after everything has arrived, and before anything leaves."""


def best_moment(score: Score, passage: int, span: Span) -> float:
    """The last moment of a span at which most of what a passage names is wholly there.

    Args:
        score: of the night.
        passage: index of the passage.
        span: seconds of the night in which its picture is seen.
    """
    cues = [c for c in score.cues if c.kind == "element" and c.staged and c.mode != "negated"]
    here = [c for c in cues if c.passage == passage and c.span.start < span.end]
    moments = [span.start, max(span.start, span.end - SETTLED)]
    moments += [c.since + c.arrive + SETTLED for c in here] + [c.span.end - c.leave - SETTLED for c in here]
    within = sorted(t for t in moments if span.start <= t < span.end) or [span.start]
    return max(within, key=lambda t: (sum(_presence(c, t) * max(c.strength, 0.2) for c in here), t))


def _presence(cue: Cue, t: float) -> float:
    """0 absent .. 1 wholly there."""
    if not cue.span.start <= t < cue.span.end:
        return 0.0
    come = (t - cue.since) / max(cue.arrive, 0.1)
    gone = (cue.span.end - t) / cue.leave if cue.leave > 0.0 else 1.0
    return max(0.0, min(1.0, come, gone))


def richest(score: Score) -> tuple[float, float]:
    """The span that shows the dream best: much on stage, and at peace.

    Returns:
        (start, end) seconds of the night, a minute at most.
    """

    def worth(scene: Scene) -> float:
        middle = scene.span.start + 0.6 * scene.span.length
        shown = sum(cue.strength for cue in score.during(middle) if cue.kind == "element")
        return shown + 1.5 * scene.valence + 0.02 * min(60.0, scene.span.length)

    told = [scene for scene in score.scenes if scene.span.length > 12.0] or list(score.scenes)
    best = max(told, key=worth)
    start = best.span.start + min(best.crossfade + 4.0, 0.5 * best.span.length)
    return start, max(start + 1.0, min(best.span.end - best.crossfade, score.section("story").end, start + 60.0))


def still_time(score: Score) -> float:
    """Second of the night that a still shows: the fullest moment of the passage that shows the dream best."""
    start, end = richest(score)
    return best_moment(score, score.scenes[score.scene_index(start)].passage, Span(start, end))
