"""Every cue of the five dreams and of all annotated texts, so that two checkouts can be compared cue by cue.

    python tests/bench/cue_digests.py OUT.json          write them
    python tests/bench/cue_digests.py OUT.json OLD.json compare with those written before; exits 1 if any differ

A refactoring is to leave every line of this unchanged.
"""

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path

from dreamplayer.cli import main as dreamplayer

RENAMED = {"answers": "responses"}
"""Keys of a cue that were called otherwise, by their older name."""
ROOT = Path(__file__).parents[2]


def texts(folder: Path) -> list[Path]:
    """The five dreams, and each annotated text written as a file of its own with its passages as paragraphs."""
    found = sorted((ROOT / "seeds").glob("*.txt"))
    for source in sorted((ROOT / "tests" / "reading").glob("*.jsonl")):
        passages: dict[str, list[str]] = {}
        for line in source.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = row["id"].split(".")[0]
            passages.setdefault(name, []).append(row["text"])
        for name, parts in passages.items():
            path = folder / f"{source.stem}-{name}.txt"
            path.write_text("\n\n".join(parts), encoding="utf-8")
            found.append(path)
    return found


def cues(path: Path) -> list[dict[str, object]]:
    """The cues of a text's night with the silent voice."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = dreamplayer([*"score --voice silent --json".split(), str(path)])
    if code:
        raise RuntimeError(f"{path.name}: exit code {code}")
    return list(json.loads(said.getvalue())["cues"])


def main() -> int:
    """Write the cues, and compare them with others where asked."""
    with tempfile.TemporaryDirectory() as folder:
        now = {path.stem: cues(path) for path in texts(Path(folder))}
    Path(sys.argv[1]).write_text(json.dumps(now), encoding="utf-8")
    print(f"{len(now)} texts, {sum(map(len, now.values()))} cues")
    if len(sys.argv) < 3:
        return 0
    old = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    for row in (row for rows in old.values() for row in rows):
        for before, after in RENAMED.items():
            if before in row:
                row[after] = row.pop(before)
    # A key that the other checkout did not write yet says more of a cue, and nothing else.
    written = {key for rows in old.values() for row in rows for key in row}
    now = {name: [{key: row[key] for key in row if key in written} for row in rows] for name, rows in now.items()}
    differing = [name for name in now if now[name] != old.get(name)]
    for name in differing:
        pairs = [(a, b) for a, b in zip(old.get(name, []), now[name], strict=False) if a != b]
        print(f"{name}: {len(old.get(name, []))} -> {len(now[name])} cues; first difference {pairs[:1]}")
    print(f"{len(differing)} texts differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
