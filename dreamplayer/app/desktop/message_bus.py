"""D-Bus session bus on Linux, in a thread of its own, so that no call blocks the window."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

_log = logging.getLogger(__name__)


class Bus:
    """The session bus; where there is none, every call returns None."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._bus: MessageBus | None = None
        self._thread = Thread(target=self._run, name="bus", daemon=True)
        self._thread.start()
        self._connected = self._submit(self._connect())

    def connected(self, timeout: float = 2.0) -> bool:
        """Whether a bus answered within `timeout` seconds."""
        try:
            return bool(self._connected.result(timeout))
        except Exception:
            return False

    def call(
        self, name: str, path: str, interface: str, member: str, signature: str = "", body: list[Any] | None = None
    ) -> Future[list[Any] | None]:
        """Call a method.

        Args:
            name: of the service.
            path: of the object.
            interface: of the method.
            member: the method.
            signature: D-Bus types of the body.
            body: its arguments.

        Returns:
            A future of the reply's body; None if nobody answered, or with an error.
        """
        return self._submit(self._call(name, path, interface, member, signature, body or []))

    def serve(self, name: str, handle: Callable[[Message], Message | bool | None]) -> Future[bool]:
        """Own a bus name and pass the messages sent to it to `handle`, on the thread of the bus."""
        return self._submit(self._serve(name, handle))

    def send(self, message: Message) -> None:
        """Send a signal."""
        self._submit(self._send(message))

    def close(self) -> None:
        """Leave the bus: everything this process holds there is released."""
        try:
            self._submit(self._leave()).result(1.0)
        except Exception:
            _log.debug("the bus was already gone")
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=2.0)
        if not self._loop.is_running():
            self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _submit(self, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _connect(self) -> bool:
        if not sys.platform.startswith("linux"):
            return False
        try:
            from dbus_fast.aio import MessageBus

            self._bus = await asyncio.wait_for(MessageBus().connect(), 2.0)
        except Exception as error:  # no bus, no address, no library: a night needs none of them
            _log.info("no session bus: %s", error)
            return False
        return True

    async def _call(
        self, name: str, path: str, interface: str, member: str, signature: str, body: list[Any]
    ) -> list[Any] | None:
        await asyncio.wait_for(asyncio.wrap_future(self._connected), 3.0)
        if self._bus is None:
            return None
        from dbus_fast import Message, MessageType

        message = Message(
            destination=name, path=path, interface=interface, member=member, signature=signature, body=body
        )
        try:
            reply = await asyncio.wait_for(self._bus.call(message), 3.0)
        except Exception as error:
            _log.info("%s.%s: %s", interface, member, error)
            return None
        if reply is None or reply.message_type is MessageType.ERROR:
            return None
        return list(reply.body)

    async def _serve(self, name: str, handle: Callable[[Message], Message | bool | None]) -> bool:
        await asyncio.wait_for(asyncio.wrap_future(self._connected), 3.0)
        if self._bus is None:
            return False
        self._bus.add_message_handler(handle)
        await self._bus.request_name(name)
        return True

    async def _send(self, message: Message) -> None:
        if self._bus is not None:
            await self._bus.send(message)

    async def _leave(self) -> None:
        if self._bus is not None:
            self._bus.disconnect()
            await asyncio.sleep(0)
