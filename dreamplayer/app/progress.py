"""Progress of a long task on standard error: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import contextlib
import sys
import time

_WIDTH = 32


class Progress:
    """A progress display: call it with 0..1 as often as you like."""

    def __init__(self, doing: str, *, quiet: bool = False, patience: float = 0.0) -> None:
        """Nothing is shown before the first call.

        Args:
            doing: what is shown before the bar; shortened to 80 characters.
            quiet: show nothing.
            patience: seconds before anything is shown; a shorter task shows nothing.
        """
        self._patience = patience
        self._doing, self._quiet = doing if len(doing) <= 80 else doing[:79] + "…", quiet
        self._bar = sys.stderr is not None and sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown = -1

    def __call__(self, share: float) -> None:
        """Update the display, if it would change; `share` is 0..1."""
        step = int(share * (200 if self._bar else 5))
        if self._quiet or step == self._shown or time.monotonic() - self._began < self._patience:
            return
        self._shown = step
        if self._bar:
            full = round(share * _WIDTH)
            left = f"  {self._left(share)}" if share > 0.02 else ""
            self._write(f"\r{self._doing} {'━' * full}{'·' * (_WIDTH - full)} {share:4.0%}{left}\x1b[K")
        elif step:
            left = f", {self._left(share)}" if share < 1.0 else ""
            self._write(f"{self._doing}: {share:.0%}{left}\n")

    def _left(self, share: float) -> str:
        seconds = (time.monotonic() - self._began) * (1.0 - share) / share
        return f"about {seconds / 60:.0f} min left" if seconds > 90 else f"about {seconds:.0f} s left"

    def done(self) -> None:
        """Remove the bar."""
        if self._bar and not self._quiet and self._shown >= 0:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        """A failing standard error must not stop the task."""
        with contextlib.suppress(OSError, ValueError):
            if sys.stderr is not None:
                sys.stderr.write(text)
                sys.stderr.flush()
