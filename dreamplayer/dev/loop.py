"""The steps of a contributor's loop: compile the words, look, listen, test."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dreamplayer.catalogue import elements, sounds, voices
from dreamplayer.errors import CatalogueError
from dreamplayer.reading.lexicon.compile import TARGET, clashes, compiled
from dreamplayer.reading.lexicon.vocabulary import vocabulary

ROOT = Path(__file__).parents[2]


def compile_words() -> bool:
    """Compile the vocabulary where a record or a word has changed; says whether it had."""
    now = compiled()
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == now:
        return False
    TARGET.write_text(now, encoding="utf-8")
    vocabulary.cache_clear()
    return True


def look(name: str, out: Path) -> Path:
    """The labelled contact sheet of an element as a PNG; gives its path."""
    from dreamplayer.app import contact_sheets  # brings pygame, which compiling words does not need

    contact_sheets.look(name, out)
    return out


def listen(name: str, out: Path) -> Path:
    """Twenty seconds of a sound as a WAV; gives its path."""
    from dreamplayer.app import contact_sheets

    contact_sheets.listen(name, out)
    return out


def known_id(name: str) -> str:
    """The id of an element, sound or voice, however its words are joined: `fountain_far` is the sound `fountain-far`.

    Raises:
        CatalogueError: nothing has this name.
    """
    for found in (name, name.replace("_", "-"), name.replace("-", "_")):
        if found in elements() or found in sounds() or found in voices():
            return found
    raise CatalogueError(f"nothing is named {name}", todo="Begin it: python -m dreamplayer.dev new KIND NAME")


def words_of(name: str) -> list[str]:
    """The words and phrases that may call an element or a sound, in alphabetical order.

    Raises:
        CatalogueError: nothing has this name.
    """
    name = known_id(name)
    known = vocabulary()
    called = (form for form in known.forms() if any(sense.name == name for sense in known.senses(form)))
    return sorted(called)


def clashes_of(name: str) -> list[str]:
    """Words of an element that another one claims too, so that one of them is never meant by it; a sentence each."""
    return [
        f"{form} calls {', '.join(sorted(names))}: take it from all but one, or give it a gate (docs/reading.md)"
        for form, names in sorted(clashes(vocabulary()).items())
        if name in names
    ]


def test(name: str, more: Sequence[str]) -> int:
    """Run the contract tests and golden pictures of one thing; gives pytest's exit code.

    Args:
        name: the thing's id; every test case whose id contains it is run.
        more: options handed to pytest.
    """
    folders = [ROOT / "tests" / "contract", ROOT / "tests" / "test_golden_pictures.py"]
    if not folders[0].is_dir():
        raise CatalogueError("the tests are not here", todo="Run this in a checkout of the source.")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", *map(str, folders), "-k", name, *more]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
