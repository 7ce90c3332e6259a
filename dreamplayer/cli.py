"""The command line: every word of it, and how its errors are said."""

from __future__ import annotations

import argparse
import logging
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any, NoReturn

from dreamplayer import __version__, paths
from dreamplayer.errors import DreamError
from dreamplayer.settings import DOCS, Settings
from dreamplayer.standard_streams import complain, finish, let_go, prepare

ENDINGS = (".mp4", ".wav", ".flac", ".opus", ".m4b", ".epub", ".png", ".srt", ".vtt")
"""What render writes, by the ending of the file."""
_WORDLESS = (".mp4", ".wav", ".flac", ".opus", ".png")
"""What ambient writes: there is nothing to read."""

ABOUT = """\
A dream to fall asleep to: told by a calm voice that never leaves your machine, drawn in light that stays low,
silent and black at the end. With no command it opens the start page."""

MORE = """\
DREAM is a name from the library (the-cracked-lantern), a file of yours (text, book or page), or - for standard input.

  dreamplayer play the-cracked-lantern     play it right away
  dreamplayer play my-dream.txt --bed 30   any text of yours, half an hour of background sound after it
While it plays ? shows all keys. Exit codes: 0 done, 1 it cannot be played or a check failed, 2 not understood."""


def _plainly(message: str) -> str:
    """What argparse says of a word that is no command, with the likeliest one."""
    found = re.fullmatch(r"argument (\S*): invalid choice: '(.*)' \(choose from (.*)\)", message, re.DOTALL)
    if found is None:
        return message
    choices = [choice.strip(" '") for choice in found[3].split(",")]
    near = get_close_matches(found[2], choices, n=1)
    meant = f"did you mean {near[0]}? It" if near else "it"
    what = f"{found[2]!r} is no command" if not found[1] else f"{found[1]}: it cannot be {found[2]!r}"
    return f"{what}; {meant} can be {', '.join(choices)}"


class _Parser(argparse.ArgumentParser):
    """Says in one line what was not understood, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        message = _plainly(message)
        message = message if len(message) <= 400 else message[:200] + "…" + message[-200:]
        self.exit(2, f"{self.prog}: {message}. Try: {self.prog} --help\n")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 16 <= int(width) <= 16384 and 16 <= int(height) <= 16384):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; write it like 1280x720")
    return int(width), int(height)


def _number(low: float, high: float) -> type:
    class Number(float):
        """A number of seconds, minutes or frames."""

        def __new__(cls, text: str) -> Number:
            try:
                value = float(text)
            except ValueError:
                raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
            if not low <= value <= high:
                raise argparse.ArgumentTypeError(f"{text} is outside {low:g} to {high:g}")
            return super().__new__(cls, text)

    return Number


def _whole(text: str) -> int:
    if not text.isdigit() or int(text) >= 2**31:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number (0 or more)")
    return int(text)


_NIGHT = {"voice", "bed_minutes", "timer_minutes", "seed", "captions", "gentle", "calm"}


def _add_night(to: argparse.ArgumentParser) -> None:
    """Flags of every command that has a night in it."""
    own = to.add_argument_group("the night")
    own.add_argument("--voice", metavar="NAME", help="who tells it; dreamplayer voices lists them")
    own.add_argument("--bed", type=_number(0, 480), dest="bed_minutes", metavar="MINUTES",
                     help="background sound after the story (15)")  # fmt: skip
    own.add_argument("--timer", type=_number(0, 720), dest="timer_minutes", metavar="MINUTES",
                     help="length of the whole night instead (0: none)")  # fmt: skip
    own.add_argument("--seed", type=_whole, metavar="N", help="random seed for the pictures; 0 is the default")
    own.add_argument("--night", metavar="CODE", help="a shared night, like seed7_bed30_gentle")
    for name, doc in (
        ("captions", "show captions"),
        ("gentle", "leave out the darkest lines"),
        ("calm", "slow light only, nothing drifts or falls"),
    ):
        own.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=doc)


def _add_settings(to: argparse.ArgumentParser, *, told: bool) -> None:
    """Every other setting as a flag of the same name; `told` says whether the help lists them."""
    group = to.add_argument_group("settings, each also a line of your settings file") if told else to
    for field in fields(Settings):
        if field.name in _NIGHT:
            continue
        flag, doc = "--" + field.name.replace("_", "-"), DOCS[field.name].replace("%", "%%")
        help_ = doc if told else argparse.SUPPRESS
        if isinstance(field.default, bool):
            group.add_argument(flag, action=argparse.BooleanOptionalAction, help=help_)
        elif field.metadata["choices"]:
            group.add_argument(flag, choices=field.metadata["choices"], help=help_)
        else:
            kind = _number(field.metadata["low"], field.metadata["high"]) if isinstance(field.default, float) else str
            group.add_argument(flag, type=kind, metavar="N", help=help_)


def _parts(text: str) -> tuple[int, int]:
    """A part, or the first and the last of several: `3` or `2-4`."""
    first, _, last = text.partition("-")
    if not (first.isdigit() and (last or first).isdigit() and 0 < int(first) <= int(last or first) < 2**31):
        raise argparse.ArgumentTypeError(f"{text!r} is no part; write it like 3, or 2-4 for several")
    return int(first), int(last or first)


def _add_played(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "dreams",
        nargs="+",
        metavar="DREAM",
        help="a name from the library, a path, or - for standard input; of several each is softer than the one before",
    )
    to.add_argument(
        "--part", type=_parts, metavar="N", help="of a text longer than an evening: its Nth part, or several (2-4)"
    )
    to.add_argument("--softer", action="store_true", help="slower, fainter and dimmer than as usual")


def _add_dream(to: argparse.ArgumentParser) -> None:
    to.add_argument("dream", metavar="DREAM", help="a name from the library, a path, or - for standard input")
    to.add_argument("--part", type=_whole, metavar="N", help="of a text longer than an evening: its Nth part, from 1")


def _add_json(to: argparse.ArgumentParser) -> None:
    to.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")


def _add_base(to: argparse.ArgumentParser) -> None:
    to.add_argument("--verbose", action="store_true", help="say more on standard error")
    to.add_argument("--no-config", action="store_true", help="leave the settings file unread")


def parser() -> argparse.ArgumentParser:
    """The whole command line. What is not given is not in the namespace, so that flags may stand anywhere."""
    top = _Parser(
        "dreamplayer", description=ABOUT, epilog=MORE, usage="dreamplayer [COMMAND] [options]",
        formatter_class=argparse.RawDescriptionHelpFormatter, argument_default=argparse.SUPPRESS,
    )  # fmt: skip
    commands = top.add_subparsers(title="commands", metavar="", prog="dreamplayer", dest="command")

    def command(name: str, doc: str, *adds: Callable[[argparse.ArgumentParser], None]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=doc, description=doc, argument_default=argparse.SUPPRESS)
        for add in adds:
            add(made)
        _add_base(made)
        return made

    for name, doc, adds in (
        ("play", "play a dream, or several one after another", (_add_played, _add_night)),
        ("tonight", "pick a dream for me and play it", (_add_night,)),
        ("again", "play what was heard last, once more and softer", (_add_night,)),
    ):
        _add_settings(command(name, doc, *adds), told=True)
    ambient = command("ambient", "a place and its sound, without words", _add_night)
    ambient.add_argument("place", metavar="PLACE", help="its name; dreamplayer things lists them")
    ambient.add_argument(
        "out", metavar="OUT", nargs="?", help=f"write it to a file instead ({' '.join(_WORDLESS)}), 10 min or --timer"
    )
    _add_picture(ambient)
    loved = command("favourites", "list or play the passages you marked", _add_night, _add_json)
    loved.add_argument("number", nargs="?", default=None, type=_whole, metavar="N", help="play the Nth alone")
    command("list", "the dreams in your library", _add_json)
    command("voices", "who can tell a dream here, and what the others need", _add_json)
    command("things", "all that can be seen or heard, as notes name it", _add_json)
    command("score", "what is said, seen and heard, with its times", _add_dream, _add_night, _add_json)
    _add_render(command("render", "write a night to a file: sound, film, talking book", _add_dream, _add_night))
    board = command("storyboard", "one picture for each passage, with its first words", _add_dream, _add_night)
    board.add_argument("out", metavar="OUT", help="a .jpg or .png of all pictures, or a folder for one file each")
    board.add_argument("--size", type=_size, metavar="WxH", help="of each picture (640x360)")
    board.add_argument("--painter", choices=("gl", "surface"), help="what draws (the graphics card if it can)")
    check = command("check", "measure a finished night: light, captions, sound", _add_dream, _add_night)
    check.add_argument("--quick", action="store_true", help="fewer frames and less sound: a first look")
    _add_json(check)
    command("add", "add a text to your library, with the notes beside it").add_argument(
        "source", metavar="PATH", help="the text, or - for standard input"
    )
    rename = command("rename", "give one of your own dreams another title")
    rename.add_argument("dream", metavar="DREAM", help="its name in the library")
    rename.add_argument("title", metavar="TITLE", help="what it is called from now on")
    remove = command("remove", "move one of your own dreams to the trash")
    remove.add_argument("dream", metavar="DREAM", help="its name in the library")
    look = command("look", "a contact sheet of something that can be seen")
    _add_one_or_all(look, "ELEMENT", "OUT.png")
    look.add_argument("--painter", choices=("gl", "surface"), help="what draws")
    _add_one_or_all(command("listen", "twenty seconds of something that can be heard"), "SOUND", "OUT.wav")
    command("doctor", "what works here, what does not, and what to do", _add_json)
    _add_night(top)
    _add_settings(top, told=False)
    _add_base(top)
    top.add_argument("--version", action="version", version=f"dreamplayer {__version__}")
    return top


def _add_render(render: argparse.ArgumentParser) -> None:
    seconds = _number(0, 10**6)
    render.add_argument("out", metavar="OUT", help=f"the file to write; its ending says what: {' '.join(ENDINGS)}")
    render.add_argument("--from", type=seconds, dest="start", metavar="S", help="begin at this second of the night")
    render.add_argument("--to", type=seconds, dest="end", metavar="S", help="end before this second")
    render.add_argument(
        "--at",
        dest="frame_at",
        type=seconds,
        metavar="S",
        help="the second a .png shows (the fullest moment of the story)",
    )
    _add_picture(render)


def _add_picture(to: argparse.ArgumentParser) -> None:
    """Flags of every command that writes a film."""
    to.add_argument("--size", type=_size, metavar="WxH", help="of the picture (1280x720)")
    to.add_argument("--fps", type=_number(1, 120), metavar="N", help="frames a second (30)")
    to.add_argument("--painter", choices=("gl", "surface"), help="what draws (the graphics card if it can)")


def _add_one_or_all(to: argparse.ArgumentParser, name: str, out: str) -> None:
    to.add_argument("name", nargs="?", metavar=name, help="its name")
    to.add_argument("out", nargs="?", metavar=out, help="the file to write")
    to.add_argument("--all", metavar="OUT_DIR", help="one of each, into this folder")


def _check_render(top: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """What render cannot do, said before anything is told or drawn."""
    ending, endings = PurePath(given.out).suffix.lower(), _WORDLESS if given.command == "ambient" else ENDINGS
    if ending not in endings:
        top.error(f"{given.out!r} does not end in one of {' '.join(endings)}")
    if getattr(given, "end", 1e9) <= getattr(given, "start", 0.0):
        top.error("--from comes before --to")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Defaults, the settings file, then the flags given; a command that plays no night needs no settings.

    A line of the file that is not understood is left out, said, and noted in `arguments.complaints` for the window.
    """
    from dreamplayer import paths, settings

    arguments.complaints = []
    if getattr(arguments, "command", None) not in (
        None,
        "play",
        "tonight",
        "again",
        "favourites",
        "ambient",
        "score",
        "storyboard",
        "render",
        "check",
    ):
        return Settings()

    def tell(problem: DreamError) -> None:
        arguments.complaints.append(str(problem))
        complain(f"dreamplayer: {problem} The line is left out.")

    given = {name: value for name, value in vars(arguments).items() if name in DOCS}
    flags: dict[str, Any] = {name: float(value) if isinstance(value, float) else value for name, value in given.items()}
    path = None if hasattr(arguments, "no_config") else paths.config() / "settings.toml"
    found = settings.load(path, tell)
    if hasattr(arguments, "night"):
        from dreamplayer.app import night_code

        found = night_code.with_code(found, arguments.night)
    from dreamplayer.app.window import interface_text

    found = settings.apply(found, flags)
    interface_text.use(found.language)
    return found


def _is_a_file(name: str) -> bool:
    """Whether something lies there that could be a dream, or pretends to be one."""
    try:
        return Path(name).exists() and not Path(name).is_dir()
    except (OSError, ValueError):
        return False


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    prepare()
    top = parser()
    given = list(sys.argv[1:] if argv is None else argv)
    # A file alone is a dream opened with the app: from the desktop, or dropped on its icon.
    opened = len(given) == 1 and not given[0].startswith("-") and _is_a_file(given[0])
    arguments = top.parse_args(["play", *given] if opened else given)
    command = getattr(arguments, "command", None)
    if command in ("look", "listen") and not hasattr(arguments, "all") and not hasattr(arguments, "out"):
        top.error(f"{command} needs a name and a file to write, or --all and a folder")
    if command == "render" or (command == "ambient" and hasattr(arguments, "out")):
        _check_render(top, arguments)
    verbose = hasattr(arguments, "verbose")
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, stream=sys.stderr, format="%(message)s")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    paths.keep_driver_caches()
    paths.protect_own_folders()
    try:
        from dreamplayer.app import commands

        code = commands.run(command, arguments, settings_of(arguments))
        finish()
        return code
    except DreamError as error:
        complain(f"dreamplayer: {error}")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone.
        let_go()
        return 0
    except MemoryError:
        complain("dreamplayer: there is not enough memory for this. Close other programs, or choose a shorter text.")
        return 1
    except Exception as error:  # the last door: a person in bed shall not meet a traceback
        if verbose:
            raise
        complain(f"dreamplayer: {_unforeseen(error)}")
        return 1


def _unforeseen(error: Exception) -> str:
    """A sentence about an error that nothing expected."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"the system does not allow it: {error.strerror}{where}. Run dreamplayer doctor."
    if isinstance(error, ImportError):
        first = str(error).strip().partition("\n")[0]
        return (
            f"a part of it cannot be loaded ({first}). There is too little memory for it, or it is not installed whole."
        )
    said = f"{type(error).__name__}: {error}"[:500]
    return f"something went wrong that should not have ({said}). Please report it with what --verbose shows."


if __name__ == "__main__":
    sys.exit(main())
