"""Fault sessions one after another, each in an order of its own: what is heard, seen and kept after every fault.

    python -m tests.bench.faults [--sessions 5] [--seed 0] [--slow]

A session plays a text in a real window, on a sound server whose sink is recorded and a session bus of its own, and
does all faults of `tests/faults/session.py` to it, their groups shuffled by the seed; `--slow` adds those that take
the sound away for seconds. Needs what the tests in windows need (Xvfb, openbox, PulseAudio, dbus-daemon).

Prints a table with the worst of all sessions for each fault; exit code 1 where a limit was passed, the place was lost
or a child was left.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.faults.hearing import BED_RISE, SILENT, VOICE_RISE, gaps, jumps, largest_rises
from tests.faults.session import QUICK, SLOW, Night, Outcome, begun, in_order, suffer
from tests.faults.watch import Children
from tests.journey.conftest import screen, starter

AFTER = 5.0
"""Seconds listened to behind the last fault: sound is written five seconds ahead."""
THAWED = 2.0
"""Seconds after a stop of the process in which what the server held is heard at full level, whatever one does."""
RISING = 18.0
"""Seconds after a fault that took the sound away, in which it comes back and up."""


@dataclass
class Row:
    """The worst of what followed one fault, over all sessions."""

    times: int = 0
    ahead: float = -math.inf
    light: float = 0.0
    quietest: float = math.inf
    gaps: int = 0
    rises: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    problems: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Listen to the recording of an outcome."""
        sound = outcome.recording.measured()
        start, end = (
            outcome.start + (THAWED if outcome.fault.frozen else 0.0),
            min(outcome.end, outcome.recording.seconds),
        )
        limit = VOICE_RISE if outcome.fault.silences else BED_RISE
        ends, level = sound.window(1.0, 0.1)
        inside = level[(ends > start) & (ends <= end)]
        self.times += 1
        self.ahead, self.light = max(self.ahead, outcome.ahead), max(self.light, outcome.light)
        for name, (value, _) in largest_rises(sound, start, end).items():
            self.rises[name] = max(self.rises[name], value)
        self.problems += jumps(sound, start, end, limit)
        lost = len(gaps(sound, start, end)) if not outcome.fault.silences else 0
        # Of what took the sound away the last second counts, of others every one.
        quietest = float(inside[-1] if outcome.fault.silences else inside.min()) if len(inside) else SILENT
        self.quietest, self.gaps = min(self.quietest, quietest), self.gaps + lost
        if quietest <= SILENT:
            self.problems.append("not heard")
        if lost:
            self.problems.append(f"{lost} gaps of 10 ms")

    def line(self, name: str) -> str:
        """A line of the table."""
        rise, jump, onset, click = self.rises.values()
        return (
            f"| {name} | {self.times} | {self.ahead:.2f} s | {self.light:.3f} | {self.quietest:.0f} | {self.gaps} | "
            f"{rise:.1f} | {jump:.1f} | {onset:.1f} | {click:.3f} | {len(self.problems)} |"
        )


@contextlib.contextmanager
def _night(display: str, folder: Path) -> Iterator[Night]:
    with starter(display, folder) as start, begun(start, folder) as night:
        yield night


def ended(night: Night) -> list[str]:
    """End the app by SIGTERM; what is wrong with its end."""
    app = night.app
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    found = [] if app.wait(30) == 0 else [f"ended with {app.process.returncode}"]
    places = json.loads((night.home / "state" / "places.json").read_text())
    if not any(abs(place["here"]["t"] - app.state["night"]) < 1.0 for place in places.values()):
        found.append("the place was lost")
    return found + (["a child was left"] if children.left() else [])


def session(display: str, seed: int, *, slow: bool, rows: dict[str, Row]) -> list[str]:
    """One night of faults; gives what went wrong with it as a whole."""
    groups = (*QUICK, *SLOW) if slow else QUICK
    with (
        tempfile.TemporaryDirectory() as name,
        starter(display, Path(name)) as start,
        begun(start, Path(name)) as night,
    ):
        outcomes: list[Outcome] = []
        problems: list[str] = []
        try:
            for fault in in_order(groups, seed):
                outcomes.append(suffer(night, fault, RISING if fault.silences else 1.0))
        except AssertionError as error:
            problems.append(str(error).splitlines()[0])
        else:
            night.recording.wait(AFTER)
            outcomes[-1] = replace(outcomes[-1], end=night.recording.seconds)
            problems += ended(night)
        for outcome in outcomes:
            rows[outcome.fault.name].add(outcome)
    return problems


def main() -> int:
    """All sessions, and the table."""
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    top.add_argument("--sessions", type=int, default=5)
    top.add_argument("--seed", type=int, default=0)
    top.add_argument("--slow", action="store_true")
    given = top.parse_args()
    rows: dict[str, Row] = defaultdict(Row)
    problems: list[str] = []
    with screen() as display:
        for seed in range(given.seed, given.seed + given.sessions):
            found = session(display, seed, slow=given.slow, rows=rows)
            print(f"session {seed}: {'; '.join(found) or 'whole'}", file=sys.stderr, flush=True)
            problems += found
    print("| fault | times | ahead | light | quietest s, LUFS | gaps | LU/s | LU/.4 s | onset, dB | click | problems |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, row in rows.items():
        print(row.line(name))
    for name, row in rows.items():
        for problem in row.problems:
            print(f"{name}: {problem}", file=sys.stderr)
    return 1 if problems or any(row.problems for row in rows.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
