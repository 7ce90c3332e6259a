"""Write the manual page and the shell completions from the command line's own parser.

    python packaging/make_manual.py [FOLDER]      into packaging/ unless a folder is given

argparse-manpage sets the page, shtab the completions for bash, zsh and fish; both are needed at build time only. A test
compares what is committed with what this writes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from dreamplayer import __version__
from dreamplayer.app.window import interface_text
from dreamplayer.cli import parser
from dreamplayer.settings import DOCS

os.environ["COLUMNS"] = "80"  # argparse breaks usage lines at the width of the terminal
HERE = Path(__file__).resolve().parent
COMPLETIONS = {"bash": "dreamplayer.bash", "zsh": "_dreamplayer", "fish": "dreamplayer.fish"}
"""The file each shell looks for."""

FILES = (
    ("~/.config/dreamplayer/settings.toml", "Settings; doctor says where they are on your system."),
    ("~/.config/dreamplayer/say.toml", "How words are pronounced."),
    ("~/.local/share/dreamplayer/dreams", "Your own texts, with NAME.toml for notes beside them."),
    ("~/.local/state/dreamplayer", "Play history, positions, the log of the last night."),
    ("~/.cache/dreamplayer", "Rendered speech and drawings; may be deleted."),
)
ENVIRONMENT = (
    ("DREAMPLAYER_HOME", "One folder for all of these instead."),
    ("NO_COLOR", "Nothing is written in colour, with it or without."),
)
# What shtab calls to complete a positional argument, in each shell's own words.
_DREAMS = {
    "bash": (
        "_dreamplayer_dreams() {\n"
        '  compgen -W "$(dreamplayer list 2>/dev/null | cut -d\' \' -f1)" -- "$1"; compgen -f -- "$1"\n'
        "}\n"
        '_dreamplayer_voices() { compgen -W "$(dreamplayer voices 2>/dev/null | cut -d\' \' -f1)" -- "$1"; }\n'
    ),
    "zsh": (
        "_dreamplayer_dreams() { compadd -- ${(f)\"$(dreamplayer list 2>/dev/null | cut -d' ' -f1)\"}; _files }\n"
        "_dreamplayer_voices() { compadd -- ${(f)\"$(dreamplayer voices 2>/dev/null | cut -d' ' -f1)\"} }\n"
    ),
}


def completion(shell: str) -> str:
    """A completion script for `shell` (bash, zsh or fish); dreams and voices are asked for when they are needed."""
    top = parser()
    dreams = {"bash": "_dreamplayer_dreams", "zsh": "_dreamplayer_dreams", "fish": _fish("list")}
    voices = {"bash": "_dreamplayer_voices", "zsh": "_dreamplayer_voices", "fish": _fish("voices")}
    _complete(top, dreams, voices)
    return shtab.complete(top, shell, preamble=_DREAMS) + "\n"


def _fish(command: str) -> str:
    return f"(dreamplayer {command} 2>/dev/null | string split -f1 ' ')"


def _complete(one: argparse.ArgumentParser, dreams: dict[str, str], voices: dict[str, str]) -> None:
    for action in one._actions:  # noqa: SLF001 - argparse offers no other way to read itself
        if action.dest in ("dream", "dreams"):
            action.complete = dreams  # type: ignore[attr-defined]
        elif action.dest == "voice":
            action.complete = voices  # type: ignore[attr-defined]
        elif isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for child in action.choices.values():
                _complete(child, dreams, voices)


def manual() -> str:
    """The manual page dreamplayer(1), in roff."""
    sections = [
        ("settings", "Lines of settings.toml; a flag of the same name overrides them.", list(DOCS.items())),
        ("keys", "While a dream plays:", interface_text.rows("help")),
        ("files", "", FILES),
        ("environment", "", ENVIRONMENT),
    ]
    lines = []
    for heading, first, rows in sections:
        lines += [f"[{heading}]", *([_roff(first)] if first else [])]
        for name, doc in rows:
            lines += [".TP", f".B {_roff(name)}", _roff(doc)]
        lines.append("")
    lines += ["[exit status]", "0 done, 1 the dream cannot be played or a check failed, 2 usage."]
    with tempfile.TemporaryDirectory() as folder:
        more = Path(folder) / "sections"
        more.write_text("\n".join(lines) + "\n", encoding="utf-8")
        about = {
            "manual_section": "1", "manual_title": "Dreamplayer", "version": __version__, "include": str(more),
            "prog": "dreamplayer", "project_name": "dreamplayer", "description": "a dream to fall asleep to",
        }  # fmt: skip
        page = Manpage(parser(), about)
        page.date = ""  # a page made again tomorrow is the same
        return str(page)


def _roff(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("-", "\\-").replace("%%", "%")
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in plain)


def write(folder: Path) -> None:
    """Write dreamplayer.1 and completions/ into `folder`."""
    completions = folder / "completions"
    completions.mkdir(parents=True, exist_ok=True)
    (folder / "dreamplayer.1").write_text(manual(), encoding="utf-8")
    for shell, name in COMPLETIONS.items():
        (completions / name).write_text(completion(shell), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
