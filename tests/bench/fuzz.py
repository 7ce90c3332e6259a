"""Ten thousand made inputs: none raises anything but a DreamError, none takes over its limit.

    python -m tests.bench.fuzz [--inputs 10000] [--seed 0] [--atheris 100000]

Inputs are made by hypothesis (`tests/fuzz/inputs.py`): files of every kind that is read, texts, notes, settings and
pronunciations. Each is timed by the processor time it takes here; every twentieth file also goes through the process
that reads files. `--atheris N` lets atheris, where it is installed, mutate bytes for the readers of files N times,
guided by the branches they take. Prints a table for docs/reliability.md; exit code 1 where something was raised.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from dreamplayer.app.file_reading import worker
from dreamplayer.app.file_reading.file_reader import FileReader
from dreamplayer.errors import DreamError
from dreamplayer.narration import pronunciation
from dreamplayer.reading.ingest.formats import SUFFIXES
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.settings import Settings, examine, updated
from dreamplayer.staging.notes import notes_file
from tests.fuzz import inputs

LIMIT = worker.SECONDS
_SHARES = {"files": 0.5, "texts": 0.15, "notes": 0.15, "settings": 0.1, "pronunciations": 0.1}


class Tally:
    """What became of the inputs of one kind."""

    def __init__(self, name: str) -> None:
        self.name, self.seconds = name, list[float]()
        self.outcomes: Counter[str] = Counter()
        self.raised: list[str] = []

    def run(self, task: Callable[[], object]) -> None:
        """Do it, and count how it ends."""
        begun = time.process_time()
        try:
            task()
            self.outcomes["read"] += 1
        except DreamError:
            self.outcomes["refused"] += 1
        except Exception:
            self.outcomes["RAISED"] += 1
            self.raised.append(traceback.format_exc())
        self.seconds.append(time.process_time() - begun)

    def row(self) -> str:
        """A line of the table."""
        ordered = sorted(self.seconds)
        late = sum(seconds > LIMIT for seconds in ordered)
        return (
            f"| {self.name} | {len(ordered)} | {self.outcomes['read']} | {self.outcomes['refused']} | "
            f"{self.outcomes['RAISED']} | {1000 * ordered[len(ordered) // 2]:.1f} ms | "
            f"{1000 * ordered[int(0.99 * len(ordered))]:.0f} ms | {ordered[-1]:.2f} s | {late} |"
        )


def tasks(folder: Path, reader: FileReader) -> dict[str, tuple[SearchStrategy[Any], Callable[[Any], object]]]:
    """For each kind its inputs, and what is done with one."""
    count = 0

    def file(made: tuple[str, bytes]) -> None:
        nonlocal count
        count += 1
        path = folder / f"file{made[0]}"
        path.write_bytes(made[1])
        if count % 20 == 0:
            reader.read(path)
        worker.dream_in(path)

    def text(made: str) -> None:
        read(parse(made, name="made"))

    def written(name: str, made: str) -> Path:
        path = folder / name
        path.write_bytes(inputs.raw(made))
        return path

    def setting(made: str) -> None:
        path = written("settings.toml", made)
        if examine(path).problems:
            updated(path.read_text(encoding="utf-8-sig"), Settings(), Settings(volume=0.25))
            raise examine(path).problems[0]

    def said(made: str) -> None:
        pronunciation.read(written("say.toml", made))

    return {
        "files": (inputs.files(), file),
        "texts": (inputs.texts, text),
        "notes": (inputs.notes, lambda made: notes_file.load(written("notes.toml", made))),
        "settings": (inputs.settings_files, setting),
        "pronunciations": (inputs.pronunciations, said),
    }


def _run(made: SearchStrategy[Any], examples: int, start: int, task: Callable[[Any], object]) -> None:
    @seed(start)
    @settings(
        max_examples=examples, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(one=made)
    def run(one: Any) -> None:
        task(one)

    run()


def by_hypothesis(total: int, start: int) -> int:
    """Print the table; gives how many inputs raised."""
    raised: list[str] = []
    print("| what | inputs | read | refused | raised | median | 99 % | longest | over the limit |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, FileReader() as reader:
        for name, (made, task) in tasks(Path(folder), reader).items():
            tally = Tally(name)
            examples = max(1, round(total * _SHARES[name]))

            _run(made, examples, start, lambda one, tally=tally, task=task: tally.run(lambda: task(one)))  # type: ignore[misc]
            raised += tally.raised
            print(tally.row(), flush=True)
    for text in raised[:5]:
        print(text, file=sys.stderr)
    print(f"\nmost memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return len(raised)


def by_atheris(runs: int) -> int:
    """Mutate bytes for the readers of files in a process of its own; gives its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        count = 0

        @settings(max_examples=300, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(made=inputs.files())
        def sow(made: tuple[str, bytes]) -> None:
            nonlocal count
            count += 1
            kind = (*SUFFIXES, "").index(made[0])
            (corpus / str(count)).write_bytes(bytes([kind]) + made[1])

        sow()
        command = [sys.executable, "-m", "tests.bench.fuzz_bytes", folder, str(corpus), f"-runs={runs}"]
        options = ["-max_len=8192", f"-timeout={LIMIT:.0f}", "-rss_limit_mb=1024", f"-artifact_prefix={folder}/"]
        done = subprocess.run([*command, *options, "-print_final_stats=1"], capture_output=True, text=True, check=False)
        print("\n".join(line for line in done.stderr.splitlines() if line.startswith("stat::") or "ERROR" in line))
        if done.returncode:
            print(done.stderr[-4000:], file=sys.stderr)
        return done.returncode


def main() -> int:
    """The whole bench."""
    top = argparse.ArgumentParser(description=__doc__)
    top.add_argument("--inputs", type=int, default=10_000)
    top.add_argument("--seed", type=int, default=0)
    top.add_argument("--atheris", type=int, default=0)
    given_ = top.parse_args()
    code = 1 if by_hypothesis(given_.inputs, given_.seed) else 0
    if given_.atheris:
        code = by_atheris(given_.atheris) or code
    return code


if __name__ == "__main__":
    sys.exit(main())
