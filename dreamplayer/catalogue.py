"""Finds elements, places, sounds and voices by looking in their folders. Two of one name are an error."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import traceback
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, TypeVar, get_args

from dreamplayer.drawing.element import Element
from dreamplayer.drawing.place import Place
from dreamplayer.errors import CatalogueError, DreamError
from dreamplayer.kit.sound import Sound
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.reading import TimeOfDay
from dreamplayer.model.stage import GROUNDS
from dreamplayer.reading.lexicon.record_file import nearest
from dreamplayer.reading.lexicon.vocabulary import place_records, things
from dreamplayer.sounds._own_loops import own_sounds

if TYPE_CHECKING:
    from collections.abc import Mapping

Found = TypeVar("Found", Element, Place, Sound, VoiceCard)


def _modules(package: str) -> Iterator[tuple[str, object]]:
    """Import the modules of a folder and of the folders in it, in order of name.

    Folders and modules that begin with an underscore hold what several things share, and are passed over.
    """
    folder = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        inner = f"{package}.{info.name}"
        if info.ispkg:
            yield from _modules(inner)
        else:
            yield inner, _imported(inner)


def _imported(name: str) -> ModuleType:
    """A module of a folder.

    Raises:
        CatalogueError: it cannot be imported; it names the line of the module at which that shows.
    """
    try:
        return importlib.import_module(name)
    except DreamError:
        raise
    except Exception as error:
        path, line = _fault(name, error)
        raise CatalogueError(
            f"{name} cannot be imported: {type(error).__name__}: {getattr(error, 'msg', None) or error}",
            where=f"{path}, line {line}" if line else path,
            todo="Mend that line.",
        ) from error


def _fault(name: str, error: BaseException) -> tuple[str, int]:
    """File and line of an error in a module: the last line run in its own file, else in any."""
    spec = importlib.util.find_spec(name)
    own = (spec.origin if spec is not None else None) or name
    if isinstance(error, SyntaxError):
        return error.filename or own, error.lineno or 0
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    mine = [frame for frame in frames if frame[0] == own]
    return (mine or frames)[-1]


def _collect(package: str, kind: type[Found]) -> dict[str, Found]:
    """All things of one kind that the modules of a folder define, by name.

    Raises:
        CatalogueError: a module defines none, or two things share a name.
    """
    found: dict[str, Found] = {}
    for module_name, module in _modules(package):
        here = [thing for thing in vars(module).values() if isinstance(thing, kind)]
        if not here:
            raise CatalogueError(
                f"{module_name} defines no {kind.__name__.lower()}",
                todo="Decorate its function, or begin the file's name with an underscore.",
            )
        for thing in here:
            if thing.name in found and found[thing.name] is not thing:
                raise CatalogueError(f"two {kind.__name__.lower()}s are named {thing.name}", where=module_name)
            found[thing.name] = thing
    return found


def _collect_one_a_file(package: str, kind: type[Found], *, hyphens: bool = True) -> dict[str, Found]:
    """As `_collect`, where every module holds one thing and bears its name.

    Args:
        package: the folder.
        kind: what its modules define.
        hyphens: whether an underscore in the name of a file is a hyphen in the id.

    Raises:
        CatalogueError: a file is not named by the one thing in it.
    """
    found = _collect(package, kind)
    files = [name.rpartition(".")[2] for name, _ in _modules(package)]
    files = [name.replace("_", "-") for name in files] if hyphens else files
    astray = sorted(set(found) - set(files)) or sorted(set(files) - set(found))
    if astray or len(files) != len(found):
        raise CatalogueError(
            f"a file of {package} is not named by the one thing in it: {', '.join(astray) or 'two files, one name'}",
            todo="Give every thing a file of its own, named by its id (a hyphen becomes an underscore).",
        )
    return found


@cache
def elements() -> Mapping[str, Element]:
    """Everything that can be seen, by name.

    Raises:
        CatalogueError: a drawing has no record, or its words are not compiled yet.
    """
    found = _collect_one_a_file("dreamplayer.elements", Element)
    for name, element in found.items():
        record = things().get(name)
        if record is None:
            raise CatalogueError(
                f"element {name} has no record",
                todo=f"Write {name}.toml beside it, then run: python -m dreamplayer.dev words",
            )
        found[name] = replace(element, family=record.family, lamp=record.lamp, several=record.many)
    return MappingProxyType(found)


@cache
def places() -> Mapping[str, Place]:
    """Every place, by name.

    Raises:
        CatalogueError: a place has no record, or its words are not compiled yet.
    """
    found = _collect_one_a_file("dreamplayer.places", Place, hyphens=False)
    missing = next((name for name in found if name not in place_records()), None)
    if missing is not None:
        raise CatalogueError(
            f"place {missing} has no record",
            todo=f"Write {missing}.toml beside it, then run: python -m dreamplayer.dev words",
        )
    return MappingProxyType(found)


@cache
def sounds() -> Mapping[str, Sound]:
    """Everything that can be heard, by name; the person's own loops among it, as far as they are prepared.

    Raises:
        CatalogueError: a bed is called by something that does not exist.
    """
    found = _collect_one_a_file("dreamplayer.sounds", Sound)
    callers = {*things(), *place_records(), *GROUNDS, *get_args(TimeOfDay)}
    for name, sound in found.items():
        unknown = next((caller for caller in sound.places if caller not in callers), None)
        if unknown is not None:
            raise CatalogueError(
                f"sound {name}: nothing named {unknown!r} can call a bed",
                where=sound.play.__module__,
                todo=f"{nearest(unknown, callers)} A bed is called by a thing, a ground or an hour.",
            )
    found.update((sound.name, sound) for sound in own_sounds())
    return MappingProxyType(found)


@cache
def voices() -> Mapping[str, VoiceCard]:
    """Every narrator, by name, best first."""
    found = _collect("dreamplayer.voices", VoiceCard)
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1].rank)))
