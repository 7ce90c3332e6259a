"""Warming up: what the first night needs is loaded while the shelf is looked at, so that Enter waits for none of it.

Reading and composing take two seconds the first time, most of it for the lexicon and the modules of what is drawn, and
a fifth of a second from then on.
"""

from __future__ import annotations

import logging
from threading import Thread

_log = logging.getLogger(__name__)
_LINE = "A lamp burns in the kitchen. The rain is soft.\n\nYou sleep."


def in_background() -> Thread:
    """Begin, in a thread that nobody waits for."""
    thread = Thread(target=_warm, name="warm up", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    """Compose a night of three sentences without a voice, and forget it."""
    try:
        from dreamplayer.app.compose_night import night
        from dreamplayer.reading.ingest.parse import parse
        from dreamplayer.settings import Settings
        from dreamplayer.staging.notes.notes import NONE

        night(parse(_LINE, name="warm-up"), Settings(voice="silent"), NONE)
    except Exception as error:  # the night itself says what is wrong
        _log.info("warming up: %s", error)
