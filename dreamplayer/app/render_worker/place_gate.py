"""When a scene whose place was not cast in time is shown: the one before is held until then, and dissolves late."""

from __future__ import annotations

import math
from collections.abc import Callable
from threading import Thread

from dreamplayer.app.render_worker.layer_cache import LayerCache, give_back_memory
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.model.score import Scene, Score
from dreamplayer.picture.place_layers import forget_solids
from dreamplayer.picture.placing import build_lamps, layers_key, seed_for
from dreamplayer.picture.transition import Openings, fade_seconds

Ready = Callable[[Score, Scene, bool], bool]
"""Whether the layers of a scene can be had without casting; and whether layers of another size will do."""
AHEAD = 60.0
"""Seconds ahead of a scene at which the solids of its place are built."""
_PATIENCE = 60
"""Asked so often in vain, layers of any size will do."""


class PlaceGate:
    """Follows one night; ask once a frame."""

    def __init__(self, ready: Ready) -> None:
        self._ready = ready
        self._late: dict[float, float] = {}
        self._asked: dict[float, int] = {}
        self._seen: set[tuple[float, str, str]] = set()
        """Scenes that were ready when they were first asked for."""

    def openings(self, score: Score, t: float) -> Openings:
        """The scenes that are late, with the second at which each may be shown.

        Args:
            score: the night.
            t: seconds of the night.
        """
        now = score.scene_index(t)
        # The scene of the moment first: where both become ready at once, the one before is not shown any more.
        for i in (now, now - 1):
            scene = score.scenes[max(i, 0)]
            if i < 0 or scene.place_id is None:
                continue
            key, start = (scene.span.start, scene.place_id, scene.framing), scene.span.start
            if key in self._seen:
                if self._late.get(start, start) > t:
                    # One went back: it is ready now.
                    del self._late[start]
            elif not self._still_comes(score, i - 1, t) and self._ready(
                score, scene, self._asked.get(start, 0) > _PATIENCE
            ):
                self._seen.add(key)
                if start in self._late:
                    self._late[start] = t
            else:
                self._late[start] = math.inf
                self._asked[start] = self._asked.get(start, 0) + 1
        return dict(self._late)

    def _still_comes(self, score: Score, i: int, t: float) -> bool:
        """Whether a late scene is dissolving in: the next one waits for it, or its light would jump to the whole."""
        opened = math.inf if i < 0 else self._late.get(score.scenes[i].span.start, math.inf)
        return opened <= t < opened + fade_seconds(score, i)


def is_ready(store: LayerCache, score: Score, scene: Scene, setup: Setup, *, any_size: bool) -> bool:
    """Whether a scene's place can be shown without casting; True where it plays in none.

    Args:
        store: of layers.
        score: the night.
        scene: of it.
        setup: size of the window.
        any_size: whether layers of another size will do.
    """
    key = layers_key(score, scene, setup.width, setup.height, mirrored=False)
    return key is None or store.ready(key, any_size=any_size)


_SETTLED = 20.0
"""Seconds after the beginning of a scene by which its pictures have asked all they ask of its solids."""
_built: set[tuple[str, str, int]] = set()
_finished: set[tuple[str, str, int]] = set()
_holds: list[bool] = [False]
"""Whether solids may be in memory that nobody will ask for."""


def build_ahead(score: Score, t: float) -> None:
    """Build the solids of a place that is coming in a thread: its first picture asks for its lamps.

    Between two places solids are dropped, as pictures need what they were asked for alone.

    Args:
        score: the night.
        t: seconds of the night.
    """
    changes = False
    for scene in score.scenes:
        if scene.place_id is None or not t < scene.span.end or scene.span.start > t + AHEAD:
            continue
        changes = changes or scene.span.start > t - _SETTLED
        key = _key(score, scene, scene.place_id)
        if key not in _built:
            _built.add(key)
            _holds[0] = True
            Thread(target=_build, args=(score, scene, key), name="building solids", daemon=True).start()
            return
    if _holds[0] and not changes:
        _holds[0] = False
        Thread(target=_forget, name="dropping solids", daemon=True).start()


def is_built(score: Score, scene: Scene) -> bool:
    """Whether what a scene's pictures ask of its solids is known: nothing more is built for it.

    Args:
        score: the night.
        scene: of it, with a place.
    """
    return scene.place_id is not None and _key(score, scene, scene.place_id) in _finished


def _key(score: Score, scene: Scene, place: str) -> tuple[str, str, int]:
    return place, scene.framing, seed_for(score, place)


def _build(score: Score, scene: Scene, key: tuple[str, str, int]) -> None:
    build_lamps(score, scene)
    _finished.add(key)


def _forget() -> None:
    forget_solids()
    give_back_memory()
