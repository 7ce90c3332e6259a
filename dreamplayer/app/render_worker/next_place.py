"""The place of the scene that comes next is read and uploaded in small parts before it is seen, between two keys."""

from __future__ import annotations

from threading import Thread

from dreamplayer.app.render_worker.layer_cache import LayerCache
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.place_gate import is_built
from dreamplayer.model.score import Score
from dreamplayer.picture.key import DrawsKeys
from dreamplayer.picture.placing import layers_key

REACH = 12.0
"""Seconds before a scene at which its layers are read: a dozen parts are uploaded in one of them."""


class NextPlace:
    """Follows one night; ask once a key, after it was sent."""

    def __init__(self, store: LayerCache, painter: DrawsKeys) -> None:
        self._store, self._painter = store, painter
        self._reading: Thread | None = None

    def follow(self, score: Score, t: float, setup: Setup) -> None:
        """Do one small part of what the next scene needs.

        Args:
            score: the night.
            t: seconds of the night.
            setup: size of the window.
        """
        scene = next((one for one in score.scenes if t < one.span.start <= t + REACH), None)
        if scene is None or scene.place_id is None or not is_built(score, scene):
            return
        key = layers_key(score, scene, setup.width, setup.height)
        layers = None if key is None else self._store.in_memory(key)
        if layers is not None:
            self._painter.ahead(layers)
        elif key is not None and (self._reading is None or not self._reading.is_alive()):
            self._reading = Thread(target=self._store.read_ahead, args=(key,), name="reading layers", daemon=True)
            self._reading.start()
