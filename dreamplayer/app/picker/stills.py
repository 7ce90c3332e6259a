"""Stills of the shelf: one picture of each dream that is there before anything is composed or painted.

Those of the five dreams ship with the app, drawn by its own painter at release; those of a person's own texts are kept
in the cache from the first time they were drawn.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame

from dreamplayer import paths
from dreamplayer.app.best_moment import still_time
from dreamplayer.app.compose_night import night
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.storage.library import find
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Key
from dreamplayer.picture.light import STORY_CAP, LightAdjustment, adjusted_grade
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings

SIZE = (960, 540)
"""Width and height, pixels."""
CAP = 0.5
"""Share of a night's light that the shelf may show."""
KEPT = 200
"""Stills of a person's own texts that are kept; those not looked at for longest are removed."""
_ENDING = ".jpg"
_log = logging.getLogger(__name__)


def still_frame(score: Score) -> Frame:
    """The frame of a still, under the light of the shelf, without its caption."""
    frame = picture(score, still_time(score), aspect=SIZE[0] / SIZE[1])
    return replace(frame, caption=None, grade=adjusted_grade(frame.grade, LightAdjustment(cap=CAP)))


def shipped(name: str) -> Path:
    """The file of one of the five dreams."""
    return paths.assets() / "stills" / (name + _ENDING)


def kept(sha256: str) -> Path:
    """The file of a person's own text."""
    return paths.cache() / "stills" / (sha256[:32] + _ENDING)


def load(card: Card) -> pygame.Surface | None:
    """The still of a dream; None where there is none yet, or it cannot be read."""
    path = kept(card.sha256) if card.own else shipped(card.name)
    try:
        return pygame.image.load(str(path)) if path.is_file() else None
    except (pygame.error, OSError) as error:
        _log.info("the still %s cannot be read: %s", path.name, error)
        return None


def keep(sha256: str, surface: pygame.Surface) -> None:
    """Keep the still of a person's own text. A disk that refuses is no trouble: it is drawn again."""
    path = kept(sha256)
    part = path.with_name(f".{path.name}")
    try:
        paths.make_private_folder(path.parent)
        pygame.image.save(surface, str(part), path.name)
        part.chmod(0o600)
        part.replace(path)
        others = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda file: file.stat().st_mtime)
        for old in others[:-KEPT]:
            old.unlink(missing_ok=True)
    except (pygame.error, OSError) as error:
        _log.info("the still of a dream could not be kept: %s", error)


def as_key(surface: pygame.Surface, cap: float = 1.0) -> Key:
    """A still as a key picture, so that the living picture can be blended in from it.

    Args:
        surface: the still.
        cap: most of a night's light this screen may show, 1 as on the screen that stills are drawn for.
    """
    pixels = pygame.surfarray.array3d(surface)[::2, ::2]
    linear = (pixels / np.float32(255.0)) ** np.float32(2.2)
    light = float(linear.mean((0, 1)) @ np.array([0.01, 0.36, 0.63]))
    allowed = CAP * STORY_CAP * cap
    # A key is scaled by the exposure that is wanted over the one it was drawn with.
    return Key(0.0, *surface.get_size(), pygame.image.tobytes(surface, "RGBX"), max(1.0, light / allowed))


def of_shipped(draw: Callable[[Frame], bytes], size: tuple[int, int] = SIZE) -> Iterator[tuple[str, pygame.Surface]]:
    """The stills of the five dreams, as they are drawn today: name and picture.

    Args:
        draw: gives the RGB bytes of a frame.
        size: width and height `draw` draws in, pixels.
    """
    for seed in sorted(paths.seeds().glob("*.txt")):
        score = night(find(str(seed)), replace(Settings(), voice="silent")).score
        yield seed.stem, pygame.image.frombytes(draw(still_frame(score)), size, "RGB")
