"""Queue of key pictures around the playback position: ordered a little ahead, interpolated at each refresh."""

from __future__ import annotations

from collections.abc import Callable

from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.messages import Order
from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Score
from dreamplayer.picture.key import Between, Key, between
from dreamplayer.picture.light import LightAdjustment

OFTEN = 30.0
"""Most keys a second: more would not be seen."""
AHEAD = 2.3
"""How many keys' time ahead of the moment one is ordered: two are in the works, and some slack."""
_JUMP = 0.5
"""Seconds off the expected position that count as a seek."""
_AWAY = 1.0
"""Seconds without a call after which keys are ordered afresh."""
_STAYS = 8
"""Frames after which one who was to go elsewhere has stayed."""
_SEEK = 30.0
"""Seconds in which the first picture of a seek's target is waited for behind the fade."""
_SLOW = 0.4
"""Seconds a key is taken to need at most: one that waited for a shader says nothing of the next."""
_HURRY = 1.6
"""How fast the shown moment catches up after a late key: faster would be seen as a jerk."""
_NEAR = 1.0
"""Seconds up to which the shown moment catches up; what lies further off is dissolved to."""
DISSOLVE = 0.8
"""Seconds in which the last picture gives way after a gap, as when a painter died: a cut would be a flash."""


class KeyQueue:
    """The key pictures of one night; call `follow` once a frame."""

    def __init__(self, render_worker: RenderWorker) -> None:
        self._render_worker = render_worker
        self._number = render_worker.ordered + 1
        self._first = self._number
        """Orders before this one are of another place, or of whoever had the worker before: the shelf."""
        self._keys: list[Key] = []
        self._gap = 1.0 / 12.0
        """Seconds from one key to the next, as they come at present."""
        self._asked = float("-inf")
        """Second of the night ordered last."""
        self._tone: object = None
        self._pair: Between | None = None
        """What was shown last."""
        self._held: tuple[Key, float] | None = None
        """A picture that gives way to what came after a gap, and since which second of the room."""
        self._hidden_until = float("-inf")
        """Second of the room until which a gap lies behind a fade: of a seek."""
        self._t = self._room = self._shown = float("-inf")

    @property
    def works(self) -> bool:
        """False where the window has to render by itself."""
        return self._render_worker.alive

    def follow(
        self, score: Score, t: float, room: float, adjustment: LightAdjustment, *, words: bool, moving: bool
    ) -> Between | None:
        """The interpolated pair to show; None before the first key.

        Args:
            score: of the night.
            t: seconds of the night.
            room: seconds of the room.
            adjustment: adjustments of the light.
            words: whether captions will be over it.
            moving: False while paused.
        """
        passed = room - self._room
        course = self._t + (passed if moving else 0.0)
        if passed > _AWAY or min(abs(t - course), abs(t - self._t)) > _JUMP:
            self._leave()
        self._t, self._room = t, room
        self._take()
        self._order(score, t, adjustment, words=words, moving=moving)
        if not self._keys:
            # Better the last picture for a moment than a black one: where one goes on purpose it is hidden by a fade.
            return self._pair
        goal = min(t, self._keys[-1].t)
        near = abs(goal - self._shown) < _NEAR
        if not near:
            if self._pair is not None and room > self._hidden_until:
                self._held = (self._pair.first if self._pair.share < 0.5 else self._pair.second), room
            self._hidden_until = float("-inf")
        self._shown = min(goal, self._shown + _HURRY * passed) if near and goal > self._shown else goal
        while len(self._keys) > 2 and self._keys[1].t <= self._shown:
            self._keys.pop(0)
        self._pair = self._dissolved(between(self._keys, self._shown), room)
        return self._pair

    def _dissolved(self, pair: Between | None, room: float) -> Between | None:
        """The pair, or the held picture giving way to it."""
        if self._held is None or pair is None:
            return pair
        held, since = self._held
        share = float(smooth(room, since, since + DISSOLVE))
        if share >= 1.0:
            self._held = None
            return pair
        return Between(held, pair.first if pair.share < 0.5 else pair.second, share)

    def expect(self) -> Callable[[], bool]:
        """Announce a seek; the returned function, called once a frame, tells whether a picture of its target is ready.

        A seek that stays where it was is not waited for.
        """
        number, self._tone = self._number, None
        self._held, self._hidden_until = None, self._room + _SEEK
        asked = 0

        def ready() -> bool:
            nonlocal asked
            asked += 1
            if not self.works:
                return True
            return bool(self._keys) if self._first > number else asked > _STAYS

        return ready

    def forget(self) -> None:
        """Another dream is shown from now on: no picture of this one is shown for it."""
        self._leave()
        self._pair = self._held = None

    def _leave(self) -> None:
        self._keys.clear()
        self._number += 1
        self._first = self._number
        self._asked = float("-inf")

    def _take(self) -> None:
        for done in self._render_worker.answers():
            often = OFTEN / 2.0 if self._render_worker.setup.saving else OFTEN
            self._gap += 0.4 * (min(max(done.seconds * 1.08, 1.0 / often), _SLOW) - self._gap)
            if done.number < self._first:
                continue
            if self._keys and done.key.t <= self._keys[-1].t:
                self._keys.clear()
            self._keys.append(done.key)

    def _order(self, score: Score, t: float, adjustment: LightAdjustment, *, words: bool, moving: bool) -> None:
        tone = (adjustment, words, self._render_worker.setup)
        wanted = t + (AHEAD * self._gap if moving else 0.0)
        due = wanted - self._asked >= 0.95 * self._gap
        if not moving and tone != self._tone and self._asked > float("-inf"):
            due, wanted = True, t
        if due and self._render_worker.waiting < 2:
            self._number += 1
            self._asked, self._tone = wanted, tone
            self._render_worker.ask(score, Order(self._number, wanted, adjustment, words))
