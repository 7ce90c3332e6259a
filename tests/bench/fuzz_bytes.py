"""The readers of files under atheris: bytes mutated by the branches they take. Started by `tests.bench.fuzz`.

The first byte of an input says which kind of file the others are.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dreamplayer.reading.ingest", "html.parser", "_markupbase"]):
    from dreamplayer.app.file_reading import worker
    from dreamplayer.reading.ingest.formats import SUFFIXES

from dreamplayer.errors import DreamError

ENDINGS = (*SUFFIXES, "")


def main(folder: str, options: list[str]) -> None:
    """Until something but a DreamError is raised, or the runs are done."""

    def one(data: bytes) -> None:
        if data:
            path = Path(folder) / f"file{ENDINGS[data[0] % len(ENDINGS)]}"
            path.write_bytes(data[1:])
            with contextlib.suppress(DreamError):
                worker.dream_in(path)

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
