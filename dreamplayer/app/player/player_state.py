"""The state of the player, and the reducer for its intents. Pure: no clock, no window, no audio."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from dreamplayer.app import night_code
from dreamplayer.app.play_queue import QueuedDream
from dreamplayer.app.player.help_pages import next_page
from dreamplayer.app.player.intents import Intent, PlayerAction
from dreamplayer.app.player.navigation import mark_at, next_passage, next_sentence, place_of
from dreamplayer.app.player.playback_clock import ClockSample
from dreamplayer.app.storage.history import Mark
from dreamplayer.app.window import interface_text
from dreamplayer.model.score import Score
from dreamplayer.settings import Settings

MARGIN = 1.0
"""Seconds into a sentence within which going back means the one before."""
PLAIN_TIMERS: tuple[float, ...] = (0.0, 20.0, 40.0, 60.0, 90.0)
"""What `t` cycles through: minutes from now, 0 the dream's own end."""
LEAVE_SECONDS = 3.0
END_SECONDS = 0.7
"""The fade where the app is asked to end from outside: the system waits some seconds at most."""


@dataclass(frozen=True, slots=True)
class Toast:
    """A short message on the screen."""

    key: str
    """Its key in the message catalogue."""
    value: str = ""
    since: float = 0.0
    """Seconds of the room."""


@dataclass(frozen=True, slots=True)
class Seek:
    """A request to seek; it is new when its number is."""

    number: int
    t: float


@dataclass(frozen=True, slots=True)
class PlayerState:
    """The state of the player, apart from the content of the score."""

    score: Score
    settings: Settings
    """Settings in force; some of them compose the night anew when changed."""
    t: float = 0.0
    room: float = 0.0
    playing: bool = True
    seek: Seek = Seek(0, 0.0)
    muted: bool = False
    fullscreen: bool = True
    panel: str = ""
    """help, info or ""."""
    page: int = 0
    """Which page of the help is open."""
    toast: Toast | None = None
    dream: QueuedDream | None = None
    """What is played, as one of a queue; None for what cannot be queued."""
    queue: tuple[QueuedDream, ...] = ()
    """What comes afterwards."""
    loved: frozenset[int] = frozenset()
    """Code points at which the favourite passages of this dream begin."""
    shared: int = 0
    """Counts requests to copy the night's line; the loop acts when it changes."""
    eyes_shut_changed: float = -1e9
    """When eyes-shut was last asked for or taken back, seconds of the room."""
    status: Toast | None = None
    """A message that stays as long as it holds: the voice is waited for."""
    nudged: float = -1e9
    """When the mouse was last moved, seconds of the room."""
    pointer: tuple[int, int] | None = None
    """Where the pointer is, pixels."""
    timer: int = 0
    """Which of PLAIN_TIMERS."""
    awake: Mark | None = None
    """Where the last sign of being awake was."""
    drift: Mark | None = None
    """The sign before the last long quiet: where DRIFT seeks to."""
    stirred: float = 0.0
    """When the last sign was given, seconds of the room."""
    leaving: float | None = None
    """When leaving began, seconds of the room."""
    onward: bool = False
    """Whether what is left gives way to the next of the queue."""
    leave_seconds: float = LEAVE_SECONDS
    """How long the fade takes then."""
    remember: bool = True
    """Whether the place is kept when leaving."""

    @property
    def level(self) -> float:
        """Volume, 0..1.5, apart from fades."""
        return 0.0 if self.muted else self.settings.volume


QUIET = 180.0
"""Seconds without input after which the listener may have fallen asleep."""

_OPENING = 40
"""Characters below which a passage is an opening only."""
_STILL = {PlayerAction.NUDGE, PlayerAction.DRIFT, PlayerAction.OTHER}
_LEAVES = {PlayerAction.LEAVE, PlayerAction.LEAVE_AND_REMEMBER, PlayerAction.BACK}
_KEEPS_THE_END = {
    PlayerAction.LEAVE,
    PlayerAction.LEAVE_AND_REMEMBER,
    PlayerAction.BACK,
    PlayerAction.VOLUME,
    PlayerAction.MUTE,
    PlayerAction.VOICE_LEVEL,
    PlayerAction.WORLD_LEVEL,
    PlayerAction.MUSIC_LEVEL,
    PlayerAction.BRIGHTNESS,
    PlayerAction.NUDGE,
    PlayerAction.DRIFT,
    PlayerAction.HELP,
    PlayerAction.INFO,
    PlayerAction.SHARE,
    PlayerAction.TAKE_BACK,
    PlayerAction.LOVE_PASSAGE,
    PlayerAction.FULLSCREEN,
    PlayerAction.TIMER,
    PlayerAction.MORE,
    PlayerAction.REST,
}


def advanced(state: PlayerState, now: ClockSample) -> PlayerState:
    """The state with the clock advanced."""
    return replace(state, t=now.night, room=now.room)


def press(state: PlayerState, intent: Intent) -> PlayerState:  # noqa: C901 - one case for each key's meaning
    """The state after an intent: a pure reducer."""
    if intent.act is PlayerAction.END and state.leave_seconds != END_SECONDS:
        return replace(_leave(state, True), leave_seconds=END_SECONDS, onward=False)
    if state.leaving is not None:
        # Who leaves between two dreams leaves the evening; the fade under way goes on.
        return replace(state, onward=False) if intent.act in _LEAVES else state
    act, amount = intent.act, intent.amount
    state = _stir(state, act)
    if act not in _KEEPS_THE_END and state.score.section_at(state.t) in ("fade", "dark"):
        return _more(state, 10.0)
    settings = state.settings
    match act:
        case PlayerAction.PAUSE:
            return _say(replace(state, playing=not state.playing), "resting" if state.playing else "going-on")
        case PlayerAction.PLAY:
            return replace(state, playing=True)
        case PlayerAction.REST:
            return replace(state, playing=False)
        case PlayerAction.SENTENCE:
            return _go(state, next_sentence(state.score, state.t, int(amount), MARGIN))
        case PlayerAction.PASSAGE:
            return _go(state, next_passage(state.score, state.t, int(amount), 2 * MARGIN))
        case PlayerAction.SECONDS:
            return _go(state, state.t + amount)
        case PlayerAction.TENTH:
            return _go(state, amount * state.score.duration)
        case PlayerAction.DRIFT:
            return _drift(state)
        case PlayerAction.VOLUME:
            level = round(min(1.5, max(0.0, settings.volume + amount)), 3)
            return _changed(state, "volume", f"{level:.0%}", volume=level, muted=False)
        case PlayerAction.VOICE_LEVEL | PlayerAction.WORLD_LEVEL | PlayerAction.MUSIC_LEVEL:
            return _fader(state, act.value.replace("-", "_"), amount)
        case PlayerAction.MUTE:
            return _say(replace(state, muted=not state.muted), "sound-back" if state.muted else "muted")
        case PlayerAction.BRIGHTNESS:
            light = round(min(1.0, max(0.05, settings.brightness + amount)), 3)
            return _changed(state, "brightness", f"{light:.0%}", brightness=light)
        case PlayerAction.CAPTIONS:
            return _changed(
                state, "captions-off" if settings.captions else "captions-on", captions=not settings.captions
            )
        case PlayerAction.CAPTION_SIZE:
            size = min(2.0, max(0.75, settings.caption_size + amount))
            return _changed(state, "caption-size", f"{size:.0%}", caption_size=size, captions=True)
        case PlayerAction.HIGHLIGHT:
            key = "highlight-off" if settings.highlight else "highlight-on"
            return _changed(state, key, highlight=not settings.highlight)
        case PlayerAction.PACE:
            pace = round(min(1.4, max(0.6, settings.pace + amount)), 2)
            return _changed(state, "pace", f"{pace:.0%}", pace=pace)
        case PlayerAction.TIMER:
            return _timer(state)
        case PlayerAction.MORE:
            return _more(state, amount)
        case PlayerAction.GENTLE:
            return _changed(state, "gentle-off" if settings.gentle else "gentle-on", gentle=not settings.gentle)
        case PlayerAction.CALM:
            return _changed(state, "calm-off" if settings.calm else "calm-on", calm=not settings.calm)
        case PlayerAction.EYES_SHUT:
            shut = replace(state, eyes_shut_changed=state.room)
            return _changed(shut, "eyes-open" if settings.eyes_shut else "eyes-shut", eyes_shut=not settings.eyes_shut)
        case PlayerAction.BREATHING:
            return _changed(
                state, "breath-off" if settings.breathing else "breath-on", breathing=not settings.breathing
            )
        case PlayerAction.ONCE_MORE:
            return _once_more(state)
        case PlayerAction.TAKE_BACK:
            gone = state.queue[-1:]
            said = title_of(gone[0]) if gone else ""
            return _say(replace(state, queue=state.queue[:-1]), "taken-back" if gone else "nothing-after", said)
        case PlayerAction.LOVE_PASSAGE:
            return _love_passage(state)
        case PlayerAction.SHARE:
            return _say(replace(state, shared=state.shared + 1), "shared", night_code.encoded(settings))
        case PlayerAction.FULLSCREEN:
            return replace(state, fullscreen=not state.fullscreen)
        case PlayerAction.HELP:
            panel, page = next_page(state.panel, state.page, settings.caption_size)
            return replace(state, panel=panel, page=page, toast=None)
        case PlayerAction.INFO:
            return replace(state, panel="" if state.panel == "info" else "info", toast=None)
        case PlayerAction.NUDGE:
            return replace(state, nudged=state.room)
        case PlayerAction.BACK:
            return replace(state, panel="") if state.panel else _leave(state, False)
        case PlayerAction.LEAVE:
            return _leave(state, False)
        case PlayerAction.END:
            return state
        case PlayerAction.LEAVE_AND_REMEMBER:
            return _leave(state, True)
        case PlayerAction.OTHER:
            return replace(state, panel="")


INTERLUDE = 20.0
"""Seconds of the bed after a dream that is followed by another."""
ONWARD_SECONDS = 12.0
"""The fade from one dream of a queue into the dark before the next."""


def gives_way(state: PlayerState) -> PlayerState:
    """The state, giving way to the next dream of the queue where this one is told and has rung out."""
    if not state.queue or state.leaving is not None or not state.score.complete:
        return state
    if state.t < state.score.section("bed").start + INTERLUDE:
        return state
    return replace(_leave(state, False), leave_seconds=ONWARD_SECONDS, onward=True)


def title_of(queued: QueuedDream) -> str:
    """A dream of the queue in a few words."""
    where = interface_text.message("queue", "part", f"{queued.part} / {queued.parts}") if queued.parts > 1 else ""
    some = interface_text.message("queue", "passages") if queued.passages else ""
    soft = interface_text.message("queue", "softer") if queued.softer else ""
    return ", ".join(filter(None, (queued.title, where, some, soft)))


SOON = 8.0
"""Seconds a night may go on without a word told before it says that the voice is being prepared."""
LATE = 6.0
"""Seconds before the end of what has been told from which a story waits."""


def waits_for(state: PlayerState) -> str | None:
    """What a night says while its voice is late, a key of the message catalogue; None while it is not."""
    score = state.score
    if score.complete or not state.playing or state.leaving is not None or score.voice == "silent":
        return None
    if not score.words:
        return "preparing-voice" if state.room > SOON else None
    waits = score.horizon - state.t < LATE and state.t > score.words[-1].span.end
    return "voice-late" if waits else None


def must_recompose(before: Settings, after: Settings) -> bool:
    """Whether a change of settings changes the score, and not only its display."""
    names = ("voice", "pace", "intro_minutes", "bed_minutes", "bed_sound", "timer_minutes", "seed", "gentle", "calm")
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _say(state: PlayerState, key: str, value: str = "") -> PlayerState:
    return replace(state, toast=Toast(key, value, state.room))


def _changed(
    state: PlayerState, key: str, value: str = "", *, muted: bool | None = None, **changes: object
) -> PlayerState:
    """The state with changed settings, and a toast about it."""
    state = replace(state, settings=replace(state.settings, **changes))  # type: ignore[arg-type]
    if muted is not None:
        state = replace(state, muted=muted)
    return _say(state, key, value)


def _love_passage(state: PlayerState) -> PlayerState:
    """Add the passage that is told to the favourites, or remove it."""
    if not state.score.scenes:
        return state
    scenes = state.score.scenes[state.score.scene_index(state.t) :]
    # An opening of a few words is no passage to hear again: what it opens is.
    meant = next((scene for scene in scenes if scene.char_end - scene.char_start >= _OPENING), scenes[0])
    start = meant.char_start
    said = "passage-left" if start in state.loved else "passage-loved"
    return _say(replace(state, loved=state.loved ^ {start}), said)


def _once_more(state: PlayerState) -> PlayerState:
    last = state.queue[-1] if state.queue else state.dream
    more = None if last is None else last.once_more()
    if more is None:
        return _say(state, "nothing-more")
    return _say(replace(state, queue=(*state.queue, more)), "afterwards", title_of(more))


def _fader(state: PlayerState, name: str, amount: float) -> PlayerState:
    """One of the three loudnesses moved, in LU."""
    limits = next(field.metadata for field in fields(Settings) if field.name == name)
    level = min(limits["high"], max(limits["low"], getattr(state.settings, name) + amount))
    said = interface_text.message("toast", "off") if level <= limits["low"] else f"{level:+g} LU"
    return _changed(state, name.replace("_", "-"), said, **{name: level})


def _go(state: PlayerState, t: float) -> PlayerState:
    last = max(0.0, state.score.duration - 1.0) if state.score.complete else max(0.0, state.score.horizon - 3.0)
    t = min(max(0.0, t), last)
    # A seek is a sign of being awake at its target.
    return replace(state, seek=Seek(state.seek.number + 1, t), t=t, awake=mark_at(state.score, t))


def _more(state: PlayerState, minutes: float) -> PlayerState:
    """Prolong the night by minutes: its timer, else its bed. From the fade it returns to the bed."""
    settings = state.settings
    if settings.timer_minutes > 0:
        return _changed(state, "more", f"{minutes:g}", timer_minutes=min(720.0, settings.timer_minutes + minutes))
    extra = minutes
    if state.score.complete:
        try:
            fade = state.score.section("fade")
        except KeyError:
            fade = None
        if fade is not None and state.t > fade.start:
            extra += (state.t - fade.start) / 60.0
    return _changed(state, "more", f"{minutes:g}", bed_minutes=min(480.0, round(settings.bed_minutes + extra, 3)))


def _timer(state: PlayerState) -> PlayerState:
    number = (state.timer + 1) % len(PLAIN_TIMERS)
    minutes = PLAIN_TIMERS[number]
    state = replace(state, timer=number)
    if minutes == 0.0:
        return _changed(state, "timer-off", timer_minutes=0.0)
    return _changed(state, "timer", f"{minutes:g}", timer_minutes=round(state.t / 60.0 + minutes, 3))


def _stir(state: PlayerState, act: PlayerAction) -> PlayerState:
    """Note a sign of being awake. After a long quiet, the sign before it is where sleep came."""
    if act in _STILL:
        return state
    here = mark_at(state.score, state.t)
    quiet = state.room - state.stirred > QUIET
    drift = state.awake if quiet and state.awake is not None else state.drift
    return replace(state, awake=here, drift=drift, stirred=state.room)


def _drift(state: PlayerState) -> PlayerState:
    quiet = state.room - state.stirred > QUIET
    mark = state.awake if quiet or state.drift is None else state.drift
    if mark is None:
        return _say(state, "no-drift")
    return _say(_go(state, place_of(state.score, mark)), "drift")


def _leave(state: PlayerState, remember: bool) -> PlayerState:
    return replace(state, leaving=state.room, remember=remember, panel="", toast=None)
