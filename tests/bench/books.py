"""How long a book of three hundred pages takes from its file to a Dream, and a thousand words of clean text.

    python tests/bench/books.py

Processor time, best of three: on a busy machine compare the lines with each other.
"""

import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from dreamplayer.reading.ingest import formats
from dreamplayer.reading.ingest.parse import load, parse

PAGES, WORDS = 300, 300
SENTENCES = (
    "The ferry lay at the old pier, and softly it rocked.",
    "“Is there a lamp?” asked the miller, who had come down from the dyke with his coat over his head.",
    "Mist came over the reeds; then all was still, and nobody rowed until the bell had rung.",
)


def best(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of three."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def page(number: int) -> str:
    """Three hundred words in paragraphs, with a page number and a note mark."""
    told: list[str] = []
    while sum(len(text.split()) for text in told) < WORDS:
        told.append(" ".join(SENTENCES[(number + len(told) + i) % 3] for i in range(4)))
    return f"<span class='pagenum'>{number}</span>" + "".join(f"<p>{text}</p>" for text in told)


def book(path: Path) -> None:
    """Thirty chapters of ten pages."""
    names = [f"c{n}.xhtml" for n in range(PAGES // 10)]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("META-INF/container.xml", '<container><rootfile full-path="p.opf"/></container>')
        file.writestr("p.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for n, name in enumerate(names):
            body = "".join(page(n * 10 + i) for i in range(10))
            file.writestr(name, f"<html><body><h2>Chapter {n + 1}</h2>{body}</body></html>")


def main() -> int:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.epub"
        book(path)
        dream = load(path, read=formats.read_draft)
        words = sum(1 for _ in dream.words)
        print(f"EPUB, {PAGES} pages, {words} words: file to blocks {best(lambda: formats.read_draft(path)):.2f} s")
        print(f"file to dream {best(lambda: load(path, read=formats.read_draft)):.2f} s")
    text = "\n\n".join(" ".join(SENTENCES) for _ in range(25))
    count = len(text.split())
    print(f"clean text: {best(lambda: parse(text, name='x')) * 1e6 / count:.1f} ms a thousand words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
