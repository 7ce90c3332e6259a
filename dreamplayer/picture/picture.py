"""The picture of a night at any moment: a function of the score and t, and of nothing else."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.place import Place
from dreamplayer.drawing.primitives import Form
from dreamplayer.errors import CatalogueError
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.moment import Moment
from dreamplayer.model.place import Anchor
from dreamplayer.model.score import Cue, Scene, Score
from dreamplayer.model.stage import Air, GroundKind, Light, Palette, Placement, Vec3
from dreamplayer.picture import placing
from dreamplayer.picture.ambience import motes
from dreamplayer.picture.captions import Group, caption, groups
from dreamplayer.picture.cast_shadows import cast_shadows
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.light import grade
from dreamplayer.picture.place_layers import place_of
from dreamplayer.picture.presence import moment
from dreamplayer.picture.scene_blend import Setting, blend, ground_at, setting
from dreamplayer.picture.shadows import with_shadows
from dreamplayer.picture.title import title_forms
from dreamplayer.picture.transition import (
    Openings,
    opens_at,
    presence_of_veil,
    same_picture,
    seen_since,
    shown_at,
    weights,
)
from dreamplayer.picture.visions import LEAD, dimmed, forms_of, is_vision, own_time, stepped_back
from dreamplayer.picture.voice_light import answer, answering, nearest_group
from dreamplayer.timeline.depth import depth

_log = logging.getLogger(__name__)
LAMPS = 8
"""Lights a frame holds: shaders have room for so many."""
VIGNETTE_IN_PLACES = 0.40
"""How far corners are darkened in a place: less than on an empty stage, for something is to be seen in them."""
_DARK = 0.94
"""Share of the light that is missing before the first place of a night is cast."""
_BLACK, _NO_AIR = Palette(*((0.0, 0.0, 0.0),) * 8), Air((0.0, 0.0, 0.0))
_DRIFTING = 20.0
"""Seconds for which a veil has been under way as it begins to be seen: it fills the air by then."""
_VEIL_STRENGTH, _VEIL_PLACE = 0.6, Placement(0.0, 0.0, 4.0)
"""How much of it there is, and where its middle is, in metres."""
NOTHING_LATE: Openings = MappingProxyType({})
_kept: OrderedDict[int, tuple[Score, tuple[Group, ...]]] = OrderedDict()
"""Cache of the captions of recent scores: they depend on the score alone, and line breaking is slow."""


def picture(
    score: Score, t: float, *, aspect: float = 16 / 9, strict: bool = False, openings: Openings = NOTHING_LATE
) -> Frame:
    """The frame at t: everything that is seen. While one place dissolves into another it holds both pictures.

    Args:
        score: the night.
        t: seconds of the night.
        aspect: width of the picture over its height.
        strict: raise where an element fails, for tests; otherwise it is left out and logged once.
        openings: scenes whose place was not cast in time, which are shown later.

    Raises:
        CatalogueError: an element failed and `strict` is on.
    """
    frame = _of_scenes(score, t, _Canvas(score, t, aspect, depth(score, t), strict, openings), openings)
    title = title_forms(score, t, frame.stage.camera, frame.grade.exposure)
    if not title:
        return frame
    before = None if frame.before is None else replace(frame.before, forms=(*frame.before.forms, *title))
    return replace(frame, forms=(*frame.forms, *title), before=before)


def _of_scenes(score: Score, t: float, canvas: _Canvas, openings: Openings) -> Frame:
    """The picture of the scene of a moment; while one place dissolves into another, of both."""
    near = _neighbours(score, t)
    if all(scene.place_id is None for scene in near) and same_picture(near[0], near[-1]):
        return canvas.on_stage(None)
    shown = shown_at(score, t, openings)
    before, now = shown.before, shown.now
    if before is None or shown.share >= 1.0:
        return canvas.of_scene(now, 1.0, bare=shown.bare)
    scenes = score.scenes
    if before != now and same_picture(scenes[before], scenes[now]):
        return canvas.of_scene(now, shown.share)
    going = canvas.of_scene(before, 1.0, until=opens_at(scenes[now], openings), bare=before == now)
    coming = canvas.of_scene(now, shown.share, fresh=True)
    dark = going.grade.vignette + (coming.grade.vignette - going.grade.vignette) * shown.share
    veil = scenes[now].veil if before != now else ""
    before_share, share = weights(veil, shown.progress)
    return replace(
        coming, grade=replace(coming.grade, vignette=dark), before=going, share=share, before_share=before_share,
        veil=canvas.veil(now, veil, shown.progress, coming),
    )  # fmt: skip


def outline(score: Score, t: float, *, aspect: float = 16 / 9) -> Frame:
    """The frame without its forms: stage, caption and grade alone, at next to no cost.

    Args:
        score: the night.
        t: seconds of the night.
        aspect: width of the picture over its height.
    """
    return _empty(score, t, setting(score, t), depth(score, t), aspect)


def _neighbours(score: Score, t: float) -> tuple[Scene, ...]:
    """The scene of a moment and, as it may still be coming in, the one before it."""
    i = score.scene_index(t)
    return score.scenes[max(i - 1, 0) : i + 1]


@dataclass(frozen=True)
class _Canvas:
    """One moment of a night, on which its scenes are drawn."""

    score: Score
    t: float
    aspect: float
    deep: float
    strict: bool
    openings: Openings

    def of_scene(
        self, i: int, share: float, *, until: float | None = None, fresh: bool = False, bare: bool = False
    ) -> Frame:
        """The picture of one scene.

        Args:
            i: its index.
            share: how far it has come.
            until: leave out what enters from this second on; None leaves nothing out.
            fresh: leave out what belongs to the scenes before and goes with them.
            bare: show its sky alone: its place is not ready.
        """
        scene = self.score.scenes[i]
        cues = tuple(self._cues(scene, until, fresh))
        place = None if scene.place_id is None else place_of(scene.place_id)
        if place is None:
            return self.on_stage(i, cues)
        try:
            return self._in_place(place, i, share, cues, bare=bare)
        except Exception as error:
            if self.strict:
                raise CatalogueError(f"the place {place.name} failed", todo=str(error)) from error
            _warn_once(place.name, repr(error))
            return self.on_stage(i, ())

    def _cues(self, scene: Scene, until: float | None, fresh: bool) -> Iterator[Cue]:
        """What is on stage and belongs to a scene: at an anchor of its place, or of no place."""
        over = self.t if not fresh else opens_at(scene, self.openings) + max(scene.crossfade, 1.0)
        for cue in on_stage(self.score, self.t):
            if is_vision(cue) and not self._hovers_in(cue, scene):
                continue
            place = None if cue.rests is None else cue.rests.place
            if place is not None:
                if place == scene.place_id and (until is None or cue.since < until):
                    yield cue
            elif (until is None or cue.since < until) and (cue.passage >= scene.passage or cue.span.end > over):
                yield cue

    def _hovers_in(self, cue: Cue, scene: Scene) -> bool:
        """Whether the spot of a vision is one of a scene's picture: in another framing a lamp may be there."""
        home = next((one for one in self.score.scenes if one.passage == cue.passage), None)
        return home is None or home.place_id is None or same_picture(home, scene)

    def on_stage(self, index: int | None, cues: Iterable[Cue] | None = None) -> Frame:
        """An empty stage with what is on it, as scenes without a place have; `index` of one that is seen by itself."""
        score, t, deep, aspect = self.score, self.t, self.deep, self.aspect
        scenery = setting(score, t, index, alone=index is not None)
        grounds: dict[float, GroundKind] = {}
        forms: list[Form] = [motes(score.seed + 17, t % 36_000.0, scenery.stage, scenery.palette, deep, aspect)]
        visions: list[tuple[Cue, Moment]] = []
        for cue in on_stage(score, t) if cues is None else cues:
            if is_vision(cue):
                visions.append((cue, moment(cue, t, scenery.stage, scenery.palette, deep, aspect)))
                continue
            if cue.since not in grounds:
                grounds[cue.since] = ground_at(score, cue.since)
            now = moment(cue, t, scenery.stage, scenery.palette, deep, aspect, grounds[cue.since])
            forms += _drawn(elements().get(cue.name), now, self.strict)
        lights = [form for form in forms if isinstance(form, Light)]
        for cue, now in visions:
            seen = _vision(cue, now, lights, score.calm, self.strict)
            lights = [*dimmed(lights, own_time(cue, now.t)), *(form for form in seen if isinstance(form, Light))]
            forms += seen
        lights = answering(lights, answer(score, t))
        lights.sort(key=_weight, reverse=True)
        return replace(
            _empty(score, t, scenery, deep, aspect),
            forms=with_shadows([form for form in forms if not isinstance(form, Light)], lights[:LAMPS]),
            lights=tuple(lights[:LAMPS]),
        )

    def veil(self, i: int, veil: str, progress: float, coming: Frame) -> tuple[Form, ...]:
        """What fills the air while a scene comes; nothing in the dark, or where it fails.

        Args:
            i: index of the scene that comes.
            veil: what it is.
            progress: 0..1, how far the scene has come, at an even pace.
            coming: its picture.
        """
        element = elements().get(veil)
        if element is None:
            return ()
        opened, seed = opens_at(self.score.scenes[i], self.openings), seed_of(self.score.seed, "veil", i)
        now = Moment(
            t=self.t - opened + _DRIFTING, presence=presence_of_veil(progress), seed=seed, calm=self.deep,
            strength=_VEIL_STRENGTH, place=_VEIL_PLACE, stage=coming.stage, palette=coming.palette, aspect=self.aspect,
        )  # fmt: skip
        return tuple(form for form in _drawn(element, now, self.strict) if not isinstance(form, Light))

    def _life(self, there: placing.PlaceSetting, scene: Scene) -> tuple[Form, ...]:
        """The small life of a place; none where it fails: the place stays."""
        try:
            return placing.life(there, scene.atmosphere, self.t, self.aspect, self.deep)
        except Exception as error:
            if self.strict:
                raise
            _warn_once(f"life of {there.place.name}", repr(error))
            return ()

    def _in_place(self, place: Place, i: int, share: float, cues: Iterable[Cue], *, bare: bool) -> Frame:
        """A place with what is in it, or the dark that it comes out of."""
        score, t, deep, aspect = self.score, self.t, self.deep, self.aspect
        scenes = score.scenes
        before = scenes[i - 1] if i > 0 and scenes[i - 1].place_id == place.name else None
        there = placing.setting_of(
            score, place, scenes[i], before, t, share, seen_since(score, i, self.openings),
            placing.carried(score, i, t, self.openings),
        )  # fmt: skip
        light = there.light
        empty = _empty(
            score, t, Setting(light.stage, light.palette, ((light.stage.ground, 1.0),), scenes[i]), deep, aspect
        )
        forms: list[Form] = [motes(score.seed + 17, t % 36_000.0, light.stage, light.palette, deep, aspect)]
        if bare:
            return replace(_in_the_dark(empty), forms=tuple(forms))
        forms += self._life(there, scenes[i])
        stands: list[tuple[Vec3, float]] = []
        shadows: list[tuple[list[Form], Placement, Anchor, float, float]] = []
        shown = [cue for cue in cues if not placing.is_of_the_place(cue, there)]
        visions: list[tuple[Cue, Moment]] = []
        for cue in shown:
            if is_vision(cue):
                visions.append((cue, moment(cue, t, light.stage, light.palette, deep, aspect)))
                continue
            element = elements().get(cue.name)
            spot = placing.spot_of(cue, there, shown)
            if spot is not None and spot.anchor is not None and not placing.is_taken_in(spot.anchor, there.framing):
                # It stays where it was put, beside this picture or behind the eye.
                continue
            where = None if spot is None else spot.where
            surface = None if spot is None else spot.surface
            below = None
            if spot is not None and spot.anchor is not None and surface == "seat":
                below = placing.legroom(place, there.seed).get(spot.anchor.name)
            now = moment(
                cue, t, light.stage, light.palette, deep, aspect, light.stage.ground,
                where=where, surface=surface, legroom=below,
            )  # fmt: skip
            drawn = _drawn(element, now, self.strict)
            forms += drawn
            if spot is not None and spot.anchor is not None and element is not None and drawn:
                height = element.size * spot.where.size
                stands.append(((spot.where.x, spot.where.y + 0.5 * height, spot.where.z), now.presence))
                shadows.append((list(drawn), spot.where, spot.anchor, now.presence, height))
        living = list(placing.living_lights([form for form in forms if isinstance(form, Light)]))
        if nearest_group(there.lamps, there.framing, there.strengths) is None:
            living = answering(living, answer(score, t))
        own = placing.lights_of(there, stands)
        view = there.view
        for cue, now in visions:
            seen = _vision(cue, now, (*living, *own), score.calm, self.strict)
            aged = own_time(cue, now.t)
            share = stepped_back(aged)
            living, own = dimmed(living, aged), tuple(dimmed(own, aged))
            lamps = tuple((group, scaled(colour, share)) for group, colour in view.strengths)
            view = replace(view, strengths=lamps)
            living = list(placing.living_lights([*living, *(form for form in seen if isinstance(form, Light))]))
            forms += seen
        for drawn_, where, anchor, presence, height in shadows:
            forms += placing.shadow_below(drawn_, where, anchor, presence, (*living, *own), height)
        lights = (*living, *own)
        drawn_forms = tuple(form for form in forms if not isinstance(form, Light))
        return replace(
            empty,
            forms=drawn_forms,
            lights=lights,
            shadows=cast_shadows(drawn_forms, lights),
            backdrop=replace(view, own_lights=len(own)),
            grade=replace(empty.grade, vignette=VIGNETTE_IN_PLACES),
        )


def on_stage(score: Score, t: float) -> Iterator[Cue]:
    """Cues of elements that are seen at a moment, in the order in which they are named.

    Args:
        score: the night.
        t: seconds of the night.
    """
    for cue in score.cues:
        if cue.span.start > t + LEAD:
            break
        # Motes set out before the word.
        start = cue.since if is_vision(cue) else cue.span.start
        if cue.kind == "element" and cue.staged and start <= t < cue.span.end and cue.mode != "negated":
            yield cue


def _in_the_dark(frame: Frame) -> Frame:
    """A frame while its place is not cast: next to no light and no stars, as no place has begun yet."""
    stage = replace(frame.stage, stars=0.0, nebula=0.0, clouds=0.0, air=blend(frame.stage.air, _NO_AIR, _DARK))
    palette = blend(frame.palette, _BLACK, _DARK)
    return replace(frame, stage=stage, palette=palette, backdrop=None, grounds=(("void", 1.0),))


def _empty(score: Score, t: float, scenery: Setting, deep: float, aspect: float) -> Frame:
    """The frame of an empty stage; `scenery` and `deep` are those of t."""
    return Frame(
        t=t,
        stage=scenery.stage,
        grounds=scenery.grounds,
        palette=scenery.palette,
        forms=(),
        lights=(),
        clock=t % 3600.0,
        caption=caption(_groups(score), score, t),
        grade=grade(score, t, deep),
        aspect=aspect,
    )


def _vision(cue: Cue, now: Moment, lamps: Sequence[Light], calm: bool, strict: bool) -> tuple[Form, ...]:
    """The forms of a vision; none where it fails."""
    try:
        return forms_of(cue, now, lamps, calm=calm)
    except Exception as error:
        if strict:
            raise CatalogueError(
                f"the vision of {cue.name} failed at {now.t:.1f} s of its own", todo=str(error)
            ) from error
        _warn_once(cue.name, repr(error))
        return ()


def _drawn(element: Element | None, moment: Moment, strict: bool) -> tuple[Form, ...]:
    """The element's forms at the moment; none where there is no such element, or it is absent, or it fails."""
    if element is None or moment.presence <= 0.0:
        return ()
    try:
        return apply_events(element, moment)
    except Exception as error:
        if strict:
            raise CatalogueError(
                f"the element {element.name} failed at {moment.t:.1f} s of its own", todo=str(error)
            ) from error
        # A broken part is dropped and the night goes on.
        _warn_once(element.name, repr(error))
        return ()


@cache
def _warn_once(name: str, error: str) -> None:
    """Log a failing element: sixty times a second would fill a disk by morning."""
    _log.warning("the element %s is left out: %s", name, error)


def _weight(light: Light) -> float:
    """Importance of a light for the picture: brightness by reach over distance."""
    return sum(light.colour) * light.reach / (2.0 + light.position[2])


def _groups(score: Score) -> tuple[Group, ...]:
    found = _kept.get(id(score))
    if found is None or found[0] is not score:
        found = (score, groups(score))
        _kept[id(score)] = found
        while len(_kept) > 6:
            _kept.popitem(last=False)
    return found[1]
