"""Where staging is called from; until there is any, things stand where they fall."""

from __future__ import annotations

from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, Scene
from dreamplayer.model.text import Dream
from dreamplayer.scene.notes import Notes


def stage(
    scenes: tuple[Scene, ...], cues: tuple[Cue, ...], reading: Reading, dream: Dream, seed: int, notes: Notes
) -> tuple[tuple[Scene, ...], tuple[Cue, ...]]:
    """Scenes with camera and ground, cues with their places."""
    try:
        from dreamplayer.scene import staging
    except ImportError:
        return scenes, cues
    scenes, cues = staging.stage(scenes, cues, reading, dream, seed, notes)
    return scenes, cues
