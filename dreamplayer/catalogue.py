"""Finds elements, sounds and voices by looking in their folders. No list to edit; two of one name are an error."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from dreamplayer.drawing.element import Element
from dreamplayer.errors import CatalogueError
from dreamplayer.kit.sound import Sound
from dreamplayer.kit.voice import VoiceCard

if TYPE_CHECKING:
    from collections.abc import Mapping

Found = TypeVar("Found", Element, Sound, VoiceCard)


def _modules(package: str) -> Iterator[tuple[str, object]]:
    """Import every module of a folder, in order of name."""
    folder = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            yield info.name, importlib.import_module(f"{package}.{info.name}")


def _collect(package: str, kind: type[Found]) -> dict[str, Found]:
    """All things of one kind that the modules of a folder define."""
    found: dict[str, Found] = {}
    for module_name, module in _modules(package):
        here = [thing for thing in vars(module).values() if isinstance(thing, kind)]
        if not here:
            raise CatalogueError(
                f"{package}.{module_name} defines no {kind.__name__.lower()}",
                todo="Decorate its function, or begin the file's name with an underscore.",
            )
        for thing in here:
            if thing.name in found and found[thing.name] is not thing:
                raise CatalogueError(f"two {kind.__name__.lower()}s are named {thing.name}", where=module_name)
            found[thing.name] = thing
    return found


@cache
def elements() -> Mapping[str, Element]:
    """Everything that can be seen, by name."""
    return MappingProxyType(_collect("dreamplayer.elements", Element))


@cache
def sounds() -> Mapping[str, Sound]:
    """Everything that can be heard, by name."""
    return MappingProxyType(_collect("dreamplayer.sounds", Sound))


@cache
def voices() -> Mapping[str, VoiceCard]:
    """Every narrator, by name, best first."""
    found = _collect("dreamplayer.voices", VoiceCard)
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1].rank)))
