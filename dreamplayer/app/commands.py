"""The commands of the command line. Heavy modules are imported by the commands that need them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings
from dreamplayer.standard_streams import complain, say, say_json

Command = Callable[[argparse.Namespace, Settings], int]


def run(command: str | None, arguments: argparse.Namespace, settings: Settings) -> int:
    """Run a command; without one, the picker.

    Args:
        command: its name, or None.
        arguments: parsed from the command line.
        settings: from the settings file and the command line.

    Returns:
        The exit code.
    """
    if command in _SOUNDING:
        _prepare_own_sounds()
    return _COMMANDS[command](arguments, settings)


_SOUNDING = {
    "play", "tonight", "again", "favourites", "ambient", "score", "render", "check", "storyboard", "things", "listen",
}  # fmt: skip
"""Commands for which the person's own sounds are prepared first; the picker does it beside what it shows."""


def _prepare_own_sounds() -> None:
    from dreamplayer import paths

    if not (paths.data() / "sounds").is_dir() and not (paths.cache() / "loops").is_dir():
        return
    from dreamplayer.app import own_sounds
    from dreamplayer.app.progress import Progress

    progress = Progress("Preparing your sounds", patience=1.0)
    try:
        own_sounds.prepare(lambda problem: complain(f"dreamplayer: {problem}"), progress)
    finally:
        progress.done()


def _pick(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.main import pick

    return pick(settings, _complaints(arguments))


def _play(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.main import play

    return play(
        arguments.dreams,
        settings,
        _complaints(arguments),
        part=getattr(arguments, "part", None),
        softer=int(hasattr(arguments, "softer")),
    )


def _again(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.main import play
    from dreamplayer.app.storage.history import PlayHistory
    from dreamplayer.errors import TextError

    last = PlayHistory().last_play()
    if last is None:
        raise TextError("nothing has been heard yet", todo="Play a dream first: dreamplayer")
    return play([_name_of(*last)], settings, _complaints(arguments), softer=1)


def _name_of(sha256: str, otherwise: str) -> str:
    """Name in the library of a text; else what it was called when it was played."""
    from dreamplayer.app.storage.library import shelf

    return next((entry.name for entry in shelf() if entry.sha256 == sha256), otherwise)


def _favourites(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.storage.history import PlayHistory
    from dreamplayer.errors import TextError

    found = PlayHistory().favourite_passages()
    number: int | None = getattr(arguments, "number", None)
    if number is not None:
        from dreamplayer.app.main import play

        if not 1 <= number <= len(found):
            raise TextError(f"there is no favourite passage {number}", todo="dreamplayer favourites lists them.")
        chosen = found[number - 1]
        name = _name_of(chosen.sha256, chosen.name)
        return play([name], settings, _complaints(arguments), passages=(chosen.char,))
    if hasattr(arguments, "json"):
        say_json([{"number": n, **asdict(one)} for n, one in enumerate(found, 1)])
        return 0
    for n, one in enumerate(found, 1):
        say(f"{n:3}  {one.title:28} {one.begins} …")
    if not found:
        say("No favourite passage yet: * marks one while it plays.")
    return 0


def _tonight(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.main import tonight

    return tonight(settings, _complaints(arguments))


def _ambient(arguments: argparse.Namespace, settings: Settings) -> int:
    if not hasattr(arguments, "out"):
        from dreamplayer.app.main import ambient

        return ambient(arguments.place, settings, _complaints(arguments))
    from dreamplayer.app.ambient import ambient_night, dream_of
    from dreamplayer.app.export import ExportOptions, export
    from dreamplayer.app.progress import Progress

    out, seconds = Path(arguments.out), 60.0 * (settings.timer_minutes or 10.0)
    given = {name: getattr(arguments, name) for name in ("size", "fps", "painter") if hasattr(arguments, name)}
    progress = Progress(f"Writing {out.name}")
    try:
        night = ambient_night(dream_of(arguments.place), settings, seconds)
        export(night, out, ExportOptions(end=seconds, **given), settings, progress)
    finally:
        progress.done()
    return 0


def _complaints(arguments: argparse.Namespace) -> str:
    """What is wrong with the settings file, for those who see no standard error."""
    found: list[str] = getattr(arguments, "complaints", [])
    more = f" (and {len(found) - 1} more lines)" if len(found) > 1 else ""
    return found[0] + more if found else ""


def _list(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.storage.library import shelf

    rows = [
        {
            "name": entry.name,
            "title": entry.title,
            "path": str(entry.path),
            "own": entry.own,
            "words": entry.words,
            "passages": entry.passages,
            "first_line": entry.first_line,
        }
        for entry in shelf(tell=lambda error: complain(f"dreamplayer: {error}"))
    ]
    if hasattr(arguments, "json"):
        say_json(rows)
        return 0
    for row in rows:
        say(f"{row['name']:28} {row['title']:28} {row['words']:5} words{'  (yours)' if row['own'] else ''}")
    return 0


def _voices(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.catalogue import voices

    rows = [
        {
            "name": card.name,
            "available": (missing := card.missing()) is None,
            "reason": missing,
            "exact_word_times": card.exact,
            "about": card.doc,
            "languages": sorted(card.languages or ()),
        }
        for card in voices().values()
    ]
    if hasattr(arguments, "json"):
        say_json(rows)
        return 0
    for row in rows:
        say(f"{row['name']:12} {'ready' if row['available'] else 'not here'}   {row['reason'] or row['about']}")
        others = sorted((voices()[str(row["name"])].languages or frozenset()) - {"en"})
        if others:
            say(f"{'':12} {'':8}   Further languages: {' '.join(others)}")
    return 0


def _chosen(arguments: argparse.Namespace, settings: Settings) -> Dream:
    """The named dream; of a book the part that is asked for, or the first."""
    from dreamplayer.app.evening import evening
    from dreamplayer.app.storage.library import find

    return evening(find(arguments.dream), settings, number=getattr(arguments, "part", None))


def _things(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.inventory import inventory

    items = inventory()
    if hasattr(arguments, "json"):
        say_json([item.row() for item in items])
        return 0
    for item in items:
        size = f"{item.size:g} m" if item.size is not None else ""
        about = ", ".join(item.rests) + (f"  at home: {', '.join(item.at_home)}" if item.at_home else "")
        say(f"{item.id:14} {item.kind:8} {item.family:9} {size:>8}  {about}")
        for what, names in (("framings", item.framings), ("anchors", item.anchors)):
            if names:
                say(f"    {what}: {', '.join(names)}")
    return 0


def _score(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.compose_night import night
    from dreamplayer.timeline.cue_sheet import to_document, to_text

    score = night(_chosen(arguments, settings), settings).score
    if hasattr(arguments, "json"):
        say_json(to_document(score))
    else:
        say(to_text(score))
    return 0


def _add(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.storage.library import keep, name_on_shelf, standard_input

    text = standard_input() if arguments.source == "-" else None
    path, content = keep(arguments.source, text=text)
    say(f"Added as {name_on_shelf(path)}.")
    if content.notice:
        complain(f"dreamplayer: {content.dream.title}: {content.notice}.")
    return 0


def _rename(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.storage.library import entry_named
    from dreamplayer.app.storage.shelf_changes import rename

    entry = entry_named(arguments.dream)
    say(f"{entry.name} is now called {rename(entry, arguments.title)}.")
    return 0


def _remove(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.storage.library import entry_named
    from dreamplayer.app.storage.shelf_changes import remove

    entry = entry_named(arguments.dream)
    say(f"Moved to the trash: {', '.join(path.name for path in remove(entry))}.")
    return 0


def _render(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.compose_night import night
    from dreamplayer.app.export import ExportOptions, export
    from dreamplayer.app.progress import Progress

    given = {name: getattr(arguments, name) for name in ("start", "end", "frame_at", "size", "fps", "painter")
             if hasattr(arguments, name)}  # fmt: skip
    out = Path(arguments.out)
    progress = Progress(f"Writing {out.name}")
    try:
        export(night(_chosen(arguments, settings), settings), out, ExportOptions(**given), settings, progress)
    finally:
        progress.done()
    return 0


def _storyboard(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.compose_night import night
    from dreamplayer.app.progress import Progress
    from dreamplayer.app.storyboard import CELL, storyboard

    out, size = Path(arguments.out), getattr(arguments, "size", CELL)
    progress = Progress(f"Drawing {out.name}")
    try:
        files = storyboard(
            night(_chosen(arguments, settings), settings),
            out,
            size,
            settings,
            getattr(arguments, "painter", None),
            progress,
        )
    finally:
        progress.done()
    say(f"{len(files)} pictures in {out}" if out.is_dir() else "\n".join(map(str, files)))
    return 0


def _check(arguments: argparse.Namespace, settings: Settings) -> int:
    from dreamplayer.app.compose_night import night
    from dreamplayer.app.measure.check import check, not_measured, to_text
    from dreamplayer.app.progress import Progress

    played = night(_chosen(arguments, settings), settings)
    progress = Progress(f"Checking {played.score.dream.title}")
    try:
        found = check(played, settings, quick=hasattr(arguments, "quick"), progress=progress)
    finally:
        progress.done()
    passed = all(measure.ok for measure in found)
    if hasattr(arguments, "json"):
        say_json(
            {
                "dream": played.score.dream.name,
                "voice": played.score.voice,
                "duration": played.score.duration,
                "ok": passed,
                "measured": [measure.to_json() for measure in found],
                "not_measured": not_measured(found),
            }
        )
    else:
        say(to_text(f"{played.score.dream.title}, told by {played.score.voice}", found))
    return 0 if passed else 1


def _look(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.contact_sheets import look, look_all
    from dreamplayer.app.progress import Progress

    painter = getattr(arguments, "painter", None)
    if not hasattr(arguments, "all"):
        look(arguments.name, Path(arguments.out), painter)
        return 0
    progress = Progress("Drawing")
    count = look_all(Path(arguments.all), painter, progress)
    progress.done()
    say(f"{count} contact sheets in {arguments.all}")
    return 0


def _listen(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.contact_sheets import listen, listen_all
    from dreamplayer.app.progress import Progress

    if not hasattr(arguments, "all"):
        listen(arguments.name, Path(arguments.out))
        return 0
    progress = Progress("Sounding")
    count = listen_all(Path(arguments.all), progress)
    progress.done()
    say(f"{count} sounds in {arguments.all}")
    return 0


def _doctor(arguments: argparse.Namespace, _: Settings) -> int:
    from dreamplayer.app.doctor.doctor import examine, to_text

    findings = []
    for found in examine():
        findings.append(found)
        if not hasattr(arguments, "json"):
            say(to_text([found]))
    if hasattr(arguments, "json"):
        say_json([found.to_json() for found in findings])
    return 1 if any(found.state == "fails" for found in findings) else 0


_COMMANDS: dict[str | None, Command] = {
    None: _pick,
    "play": _play,
    "tonight": _tonight,
    "again": _again,
    "favourites": _favourites,
    "ambient": _ambient,
    "list": _list,
    "voices": _voices,
    "things": _things,
    "score": _score,
    "add": _add,
    "rename": _rename,
    "remove": _remove,
    "render": _render,
    "check": _check,
    "storyboard": _storyboard,
    "doctor": _doctor,
    "look": _look,
    "listen": _listen,
}
