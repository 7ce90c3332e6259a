"""The moment of a passage that shows it best: when most of what it names is on stage."""

from __future__ import annotations

from dreamplayer.model.score import Cue, Score, Span

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
