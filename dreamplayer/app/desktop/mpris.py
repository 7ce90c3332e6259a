"""MPRIS 2 on the session bus: media keys, headset buttons and the desktop's own controls on Linux."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from dreamplayer.app.desktop.message_bus import Bus
from dreamplayer.app.player.intents import Intent, PlayerAction

if TYPE_CHECKING:
    from dbus_fast import Message

NAME = "org.mpris.MediaPlayer2.dreamplayer"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
TRACK = "/org/mpris/MediaPlayer2/dreamplayer/dream"

_METHODS: dict[str, Intent] = {
    "PlayPause": Intent(PlayerAction.PAUSE),
    "Play": Intent(PlayerAction.PLAY),
    "Pause": Intent(PlayerAction.REST),
    "Stop": Intent(PlayerAction.LEAVE),
    "Next": Intent(PlayerAction.PASSAGE, 1),
    "Previous": Intent(PlayerAction.PASSAGE, -1),
    "Quit": Intent(PlayerAction.LEAVE),
    "Raise": Intent(PlayerAction.NUDGE),
}

_XML = """<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node><interface name="org.mpris.MediaPlayer2"><method name="Raise"/><method name="Quit"/>
<property name="CanQuit" type="b" access="read"/><property name="CanRaise" type="b" access="read"/>
<property name="HasTrackList" type="b" access="read"/><property name="Identity" type="s" access="read"/>
<property name="DesktopEntry" type="s" access="read"/>
<property name="SupportedUriSchemes" type="as" access="read"/>
<property name="SupportedMimeTypes" type="as" access="read"/></interface>
<interface name="org.mpris.MediaPlayer2.Player"><method name="Next"/><method name="Previous"/><method name="Pause"/>
<method name="PlayPause"/><method name="Stop"/><method name="Play"/>
<method name="Seek"><arg direction="in" type="x"/></method>
<method name="SetPosition"><arg direction="in" type="o"/><arg direction="in" type="x"/></method>
<signal name="Seeked"><arg type="x"/></signal>
<property name="PlaybackStatus" type="s" access="read"/><property name="Rate" type="d" access="readwrite"/>
<property name="Metadata" type="a{sv}" access="read"/><property name="Volume" type="d" access="readwrite"/>
<property name="Position" type="x" access="read"/><property name="MinimumRate" type="d" access="read"/>
<property name="MaximumRate" type="d" access="read"/><property name="CanGoNext" type="b" access="read"/>
<property name="CanGoPrevious" type="b" access="read"/><property name="CanPlay" type="b" access="read"/>
<property name="CanPause" type="b" access="read"/><property name="CanSeek" type="b" access="read"/>
<property name="CanControl" type="b" access="read"/></interface></node>"""


@dataclass(frozen=True, slots=True)
class MediaStatus:
    """The state of the night that the desktop shows."""

    title: str = ""
    playing: bool = False
    seconds: float = 0.0
    """Position in the night."""
    length: float = 0.0
    """Seconds of the whole night."""
    volume: float = 1.0
    """0..1.5."""


class MediaControls:
    """The MPRIS service. It answers on the thread of the bus; intents are queued for the thread of the window."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._shown = MediaStatus()
        self._intents: SimpleQueue[Intent | Callable[[float], Intent]] = SimpleQueue()
        self.serving = bus.serve(NAME, self._handle)

    def taken(self) -> list[Intent]:
        """Intents since the last call."""
        found: list[Intent] = []
        while True:
            try:
                item = self._intents.get_nowait()
            except Empty:
                return found
            found.append(item(self._shown.seconds) if callable(item) else item)

    def show(self, shown: MediaStatus, *, jumped: bool = False) -> None:
        """Update the desktop. Only what changed is sent, and the position only after a jump, as MPRIS asks.

        Args:
            shown: the state now.
            jumped: whether the position was changed by a seek.
        """
        before, self._shown = self._shown, shown
        changed: dict[str, Any] = {}
        now, then = self._player(shown), self._player(before)
        for name in ("PlaybackStatus", "Metadata", "Volume"):
            if now[name] != then[name]:
                changed[name] = now[name]
        if changed:
            self._signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", [PLAYER, changed, []])
        if jumped:
            self._signal(PLAYER, "Seeked", "x", [round(shown.seconds * 1e6)])

    def _signal(self, interface: str, member: str, signature: str, body: list[Any]) -> None:
        from dbus_fast import Message

        self._bus.send(Message.new_signal(PATH, interface, member, signature, body))

    def _root(self) -> dict[str, Any]:
        from dbus_fast import Variant

        return {
            "CanQuit": Variant("b", True),
            "CanRaise": Variant("b", False),
            "HasTrackList": Variant("b", False),
            "Identity": Variant("s", "Dreamplayer"),
            "DesktopEntry": Variant("s", "io.github.dreamplayer.Dreamplayer"),
            "SupportedUriSchemes": Variant("as", []),
            "SupportedMimeTypes": Variant("as", ["text/plain", "text/markdown"]),
        }

    def _player(self, shown: MediaStatus) -> dict[str, Any]:
        from dbus_fast import Variant

        yes = Variant("b", True)
        metadata = {
            "mpris:trackid": Variant("o", TRACK),
            "mpris:length": Variant("x", round(shown.length * 1e6)),
            "xesam:title": Variant("s", shown.title),
        }
        return {
            "PlaybackStatus": Variant("s", "Playing" if shown.playing else "Paused"),
            "Rate": Variant("d", 1.0),
            "MinimumRate": Variant("d", 1.0),
            "MaximumRate": Variant("d", 1.0),
            "Metadata": Variant("a{sv}", metadata),
            "Volume": Variant("d", shown.volume),
            "Position": Variant("x", round(shown.seconds * 1e6)),
            **dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl"), yes),
        }

    def _handle(self, message: Message) -> Message | bool | None:
        from dbus_fast import Message, MessageType

        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        member, body = message.member, message.body
        if message.interface == "org.freedesktop.DBus.Introspectable":
            return Message.new_method_return(message, "s", [_XML])
        if message.interface == PROPERTIES:
            return self._properties(message)
        if message.interface not in (ROOT, PLAYER):
            return None
        if member in _METHODS:
            self._intents.put(_METHODS[member])
        elif member == "Seek":
            self._intents.put(Intent(PlayerAction.SECONDS, body[0] / 1e6))
        elif member == "SetPosition":
            there = body[1] / 1e6
            self._intents.put(lambda here: Intent(PlayerAction.SECONDS, there - here))
        else:
            return Message.new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", str(member))
        return Message.new_method_return(message)

    def _properties(self, message: Message) -> Message:
        from dbus_fast import Message as Reply

        found = self._root() if message.body[0] == ROOT else self._player(self._shown)
        if message.member == "GetAll":
            return Reply.new_method_return(message, "a{sv}", [found])
        name = message.body[1]
        if name not in found:
            return Reply.new_error(message, "org.freedesktop.DBus.Error.UnknownProperty", name)
        if message.member == "Get":
            return Reply.new_method_return(message, "v", [found[name]])
        if name == "Volume":
            level = float(message.body[2].value)
            self._intents.put(lambda _: Intent(PlayerAction.VOLUME, level - self._shown.volume))
        return Reply.new_method_return(message)
