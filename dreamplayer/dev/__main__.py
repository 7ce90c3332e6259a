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
            _new(given.kind, given.name, given.family)
        elif given.command == "words":
            return _words(given.name)
        elif given.command == "listen":
            loop.compile_words()
            name = loop.known_id(given.name)
            print(loop.listen(name, given.out or Path(f"{given.name}.wav")))
        elif given.command == "look":
            loop.compile_words()
            name = loop.known_id(given.name)
            print(loop.look(name, given.out or Path(f"{given.name}.png")))
        else:
            loop.compile_words()
            name = loop.known_id(given.name)
            return loop.test(name, given.more) or _clash(name)
    except DreamError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _new(kind: str, name: str, family: str | None) -> None:
    for path in templates.write(kind, name, family):
        print(path)
    see = {"element": "look", "sound": "listen", "voice": "test"}[kind]
    print(f"next: python -m dreamplayer.dev {see} {name}")


def _words(name: str | None) -> int:
    print("vocabulary compiled: commit lexicon.json with your change" if loop.compile_words() else "vocabulary current")
    if name is None:
        return 0
    name = loop.known_id(name)
    called = loop.words_of(name)
    print(
        "\n".join(called) if called else f"no word calls {name}: add some to its record ({name.replace('-', '_')}.toml)"
    )
    return _clash(name)


def _clash(name: str) -> int:
    """Say which words of a thing another one claims too; 1 where there are any, for then one is never meant by them."""
    clashes = loop.clashes_of(name)
    for clash in clashes:
        print(clash, file=sys.stderr)
    return 1 if clashes else 0


if __name__ == "__main__":
    sys.exit(main())
