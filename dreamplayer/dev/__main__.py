"""`python -m dreamplayer.dev`: everything a contributor does to a thing, a sound or a voice.

python -m dreamplayer.dev new element kite --family objects
python -m dreamplayer.dev look kite            labelled contact sheet, words compiled first
python -m dreamplayer.dev listen brook         twenty seconds of it
python -m dreamplayer.dev words kite           compile the words, show which ones call it
python -m dreamplayer.dev test kite            the contract tests of this one thing
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dreamplayer.dev import loop, templates
from dreamplayer.errors import DreamError


def parser() -> argparse.ArgumentParser:
    """The command line of contributors."""
    top = argparse.ArgumentParser("python -m dreamplayer.dev", description=(__doc__ or "").splitlines()[0])
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new = commands.add_parser("new", help="begin a thing: its files, with a drawing or sound that already works")
    new.add_argument("kind", choices=templates.KINDS)
    new.add_argument("name", help="its id: lower case, words joined by underscores")
    new.add_argument("--family", help="the folder of an element or a sound")
    look = commands.add_parser("look", help="a labelled contact sheet of an element")
    look.add_argument("name")
    look.add_argument("out", nargs="?", type=Path, help="a PNG; NAME.png by default")
    listen = commands.add_parser("listen", help="twenty seconds of a sound")
    listen.add_argument("name")
    listen.add_argument("out", nargs="?", type=Path, help="a WAV; NAME.wav by default")
    words = commands.add_parser("words", help="compile the vocabulary; with a name, show the words that call it")
    words.add_argument("name", nargs="?")
    test = commands.add_parser("test", help="the contract tests of one thing")
    test.add_argument("name")
    test.add_argument("more", nargs="*", help="options for pytest")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code: 0 done, 1 it could not be done or a test failed."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    given = parser().parse_args(argv)
    try:
        if given.command == "new":
            for path in templates.write(given.kind, given.name, given.family):
                print(path)
        elif given.command == "look":
            loop.compile_words()
            print(loop.look(given.name, given.out or Path(f"{given.name}.png")))
        elif given.command == "listen":
            print(loop.listen(given.name, given.out or Path(f"{given.name}.wav")))
        elif given.command == "words":
            print("vocabulary compiled" if loop.compile_words() else "vocabulary unchanged")
            if given.name:
                print("\n".join(loop.words_of(given.name)))
                print("".join(f"{clash}\n" for clash in loop.clashes_of(given.name)), end="", file=sys.stderr)
        else:
            loop.compile_words()
            return loop.test(given.name, given.more)
    except DreamError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
