"""The manual page and the shells' completions, made from the command line itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from dreamplayer import __version__
from dreamplayer.app.window import interface_text
from dreamplayer.settings import DOCS

_FILES = (
    ("~/.config/dreamplayer/settings.toml", "How your nights are; doctor says where it lies on your system."),
    ("~/.config/dreamplayer/say.toml", "How words are said."),
    (
        "~/.local/share/dreamplayer/dreams",
        "Your own dreams: .txt .md .html .epub .docx .odt, with NAME.toml beside them.",
    ),
    ("~/.local/state/dreamplayer", "What was played, where it was left, what the last night complained of."),
    ("~/.cache/dreamplayer", "What was told and painted already; may be deleted."),
)
_ENVIRONMENT = (
    ("DREAMPLAYER_HOME", "A folder for all of these instead."),
    ("NO_COLOR", "Nothing is written in colour, with it or without."),
)
SHELLS = ("bash", "zsh", "fish")


def man(top: argparse.ArgumentParser) -> str:
    """The manual page dreamplayer(1), in roff."""
    lines = [
        f'.TH DREAMPLAYER 1 "" "Dreamplayer {__version__}"',
        ".SH NAME",
        "dreamplayer \\- a dream to fall asleep to",
        ".SH SYNOPSIS",
        ".B dreamplayer",
        "[COMMAND] [options]",
        ".SH DESCRIPTION",
        _roff(" ".join((top.description or "").split())),
        ".SH COMMANDS",
    ]
    for name, parser, doc in _commands(top):
        told = " ".join(str(action.metavar or "") for action in parser._positionals._group_actions if action.metavar)  # noqa: SLF001
        lines += [".TP", f".B {name} {_roff(told)}".rstrip(), _roff(doc)]
        lines += [f".br\n{_roff(flag)}: {_roff(said)}." for flag, said in _flags(parser, but=_flag_names(top))]
    lines.append(".SH OPTIONS")
    for flag, said in _flags(top):
        lines += [".TP", f".B {_roff(flag)}", _roff(said)]
    lines += [".SH SETTINGS", "Lines of settings.toml; flags of the same name go before them.", ".B \\-\\-bed"]
    lines += ["and", ".B \\-\\-timer", "are the minutes."]
    for name, doc in DOCS.items():
        lines += [".TP", f".B {name}", _roff(doc)]
    lines += [".SH KEYS", "While a dream plays:"]
    for keys, meaning in interface_text.rows("help"):
        lines += [".TP", f".B {_roff(keys)}", _roff(meaning)]
    lines += [".SH FILES"]
    for name, doc in _FILES:
        lines += [".TP", f".I {_roff(name)}", _roff(doc)]
    lines += [".SH ENVIRONMENT"]
    for name, doc in _ENVIRONMENT:
        lines += [".TP", f".B {name}", _roff(doc)]
    lines += [".SH EXIT STATUS", "0 done, 1 it cannot be played or a check failed, 2 not understood."]
    return "\n".join(lines) + "\n"


def completion(top: argparse.ArgumentParser, shell: str) -> str:
    """What a shell needs to complete commands and flags; dreams and voices are asked for when they are needed."""
    names = " ".join(name for name, _, _ in _commands(top))
    flags = " ".join(sorted(_flag_names(top)))
    if shell == "fish":
        lines = [f"complete -c dreamplayer -n __fish_use_subcommand -a {name} -d '{_quoted(doc)}'"
                 for name, _, doc in _commands(top)]  # fmt: skip
        lines += [f"complete -c dreamplayer -l {flag[2:]}" for flag in flags.split() if flag.startswith("--")]
        lines.append(
            "complete -c dreamplayer -n '__fish_seen_subcommand_from play score render check' "
            "-a '(dreamplayer list | string split -f1 \" \")'"
        )
        return "\n".join(lines) + "\n"
    start = "autoload -U +X bashcompinit && bashcompinit\n" if shell == "zsh" else ""
    return start + (
        "_dreamplayer() {\n"
        '    local word="${COMP_WORDS[COMP_CWORD]}"\n'
        '    case "${COMP_WORDS[COMP_CWORD-1]}" in\n'
        f'        dreamplayer) COMPREPLY=($(compgen -W "{names} {flags}" -- "$word")); return ;;\n'
        "        play|score|render|check)\n"
        '            COMPREPLY=($(compgen -W "$(dreamplayer list 2>/dev/null | cut -d\' \' -f1)" -- "$word")'
        ' $(compgen -f -- "$word")); return ;;\n'
        "        --voice) COMPREPLY=($(compgen -W"
        ' "$(dreamplayer voices 2>/dev/null | cut -d\' \' -f1)" -- "$word")); return ;;\n'
        "    esac\n"
        f'    COMPREPLY=($(compgen -W "{flags}" -- "$word") $(compgen -f -- "$word"))\n'
        "}\n"
        "complete -o filenames -F _dreamplayer dreamplayer\n"
    )


def _commands(top: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    for action in top._actions:  # noqa: SLF001 - argparse offers no other way to read itself
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, parser in action.choices.items():
                yield name, parser, parser.description or ""


def _flags(parser: argparse.ArgumentParser, but: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    for action in parser._actions:  # noqa: SLF001
        if action.option_strings and action.help != argparse.SUPPRESS and not but & set(action.option_strings):
            value = f" {action.metavar}" if action.metavar else ""
            yield ", ".join(action.option_strings) + value, action.help or ""


def _flag_names(parser: argparse.ArgumentParser) -> frozenset[str]:
    return frozenset(flag for action in parser._actions for flag in action.option_strings)  # noqa: SLF001


def _roff(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("-", "\\-").replace("%%", "%")
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in plain)


def _quoted(text: str) -> str:
    return text.replace("'", "\\'")
