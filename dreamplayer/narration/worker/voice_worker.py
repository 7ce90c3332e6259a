"""The process a voice lives in: JSON lines in, JSON lines and clips out.

In:   {"id": 3, "request": {...}}
Out:  {"ready": "system"} or {"failed": "what", "todo": "..."} once, then for each request in order
      {"id": 3, "bytes": 123456} and that many bytes of an encoded clip, or {"id": 3, "error": "what"};
      every second in between {"cpu": 12.3}, the seconds of work it has done: so that one that waits for a busy
      machine is told from one that hangs

It ends when its input ends, even in the middle of a sentence: nothing outlives the app.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import queue
import sys
import threading
import time
from typing import BinaryIO

from dreamplayer.errors import DreamError
from dreamplayer.kit.voice import Voice, VoiceCard
from dreamplayer.narration.clip import encode
from dreamplayer.narration.finish import tell
from dreamplayer.narration.speech_request import SpeechRequest

BEAT = 1.0
"""Seconds between two tellings of the work done."""
_ONE_AT_A_TIME = threading.Lock()


def card_of(name: str) -> VoiceCard:
    """A voice of the catalogue, or `module:NAME` of any module."""
    if ":" in name:
        module, _, attribute = name.partition(":")
        card = getattr(importlib.import_module(module), attribute)
        assert isinstance(card, VoiceCard)
        return card
    from dreamplayer import catalogue

    return catalogue.voices()[name]


def serve(name: str, lines: queue.Queue[bytes], out: BinaryIO) -> None:
    """Wake the voice and answer each line until an empty one."""
    try:
        voice = card_of(name).wake()
    except DreamError as error:
        _say(out, {"failed": error.what, "todo": error.todo})
        return
    except Exception as error:  # whatever an engine raises on waking, the app must hear of it
        _say(out, {"failed": f"{name} did not wake: {type(error).__name__}: {error}", "todo": ""})
        return
    _say(out, {"ready": name})
    while line := lines.get():
        _answer(voice, json.loads(line), out)


def _answer(voice: Voice, asked: dict[str, object], out: BinaryIO) -> None:
    try:
        request = asked["request"]
        assert isinstance(request, dict)
        data = encode(tell(voice, SpeechRequest.from_json(request)))
    except Exception as error:
        _say(out, {"id": asked.get("id"), "error": f"{type(error).__name__}: {error}"})
    else:
        _say(out, {"id": asked["id"], "bytes": len(data)}, data)


def _say(out: BinaryIO, message: dict[str, object], data: bytes = b"") -> None:
    with _ONE_AT_A_TIME:
        out.write(json.dumps(message).encode() + b"\n" + data)
        out.flush()


def main() -> None:
    """Serve standard input."""
    # Engines print: standard output is moved away so that only answers travel on it.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    lines: queue.Queue[bytes] = queue.Queue()

    def listen() -> None:
        for line in sys.stdin.buffer:
            lines.put(line)
        # The app has gone, or let go: nobody waits for what is being said.
        os._exit(0)

    def work_done() -> None:
        with contextlib.suppress(OSError, ValueError):
            while not ended.wait(BEAT):
                _say(out, {"cpu": round(time.process_time(), 3)})

    ended = threading.Event()
    threading.Thread(target=listen, daemon=True).start()
    threading.Thread(target=work_done, daemon=True).start()
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.argv[1], lines, out)
    # Engines crash on the way out; everything that counts has been said.
    os._exit(0)


if __name__ == "__main__":
    main()
