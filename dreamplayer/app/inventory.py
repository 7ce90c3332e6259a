"""Everything that can be seen or heard, as `dreamplayer things` lists it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from dreamplayer.catalogue import elements, places, sounds
from dreamplayer.reading.lexicon.vocabulary import SenseKind, glyphs, place_records, things, vocabulary

Kind = Literal["element", "place", "sound", "glyph"]
_OF_PLACES = ("framings", "anchors")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be seen or heard."""

    id: str
    kind: Kind
    family: str
    """Of what is seen: people, creature, plant ...; of a sound: bed, strike or music."""
    size: float | None
    """Metres; None for a sound, and for a glyph, which is as large as its vision."""
    rests: tuple[str, ...]
    """Ways it may be supported; empty for a sound and a glyph."""
    at_home: tuple[str, ...]
    """Places it belongs to."""
    words: tuple[str, ...]
    """All word forms that call it, in alphabetical order."""
    modern: bool = False
    """A glyph of what no old tale knows."""
    framings: tuple[str, ...] = ()
    """Of a place: from where it is seen, for notes."""
    anchors: tuple[str, ...] = ()
    """Of a place: where something may stand, lie or hang in it, for notes."""

    def row(self) -> dict[str, Any]:
        """The item as a JSON object; framings and anchors where it is a place."""
        return {name: value for name, value in asdict(self).items() if self.framings or name not in _OF_PLACES}


def inventory() -> tuple[Item, ...]:
    """Every element, place, glyph and sound, sorted by kind and name."""
    lexicon = vocabulary()
    exact: dict[str, list[str]] = {}
    for form, name in lexicon.exact.items():
        exact.setdefault(name, []).append(form)
    seen = (
        Item(
            name,
            "element",
            record.family,
            record.size,
            tuple(sorted(record.rests)),
            tuple(sorted(record.at_home)),
            lexicon.words_of(SenseKind.ELEMENT, name),
        )
        for name, record in things().items()
        if name in elements()
    )
    settings = (
        Item(
            name,
            "place",
            record.kind,
            None,
            (),
            (),
            lexicon.forms_of_place(name),
            framings=tuple(framing.name for framing in places()[name].framings),
            anchors=tuple(anchor.name for anchor in places()[name].anchors),
        )
        for name, record in place_records().items()
        if name in places()
    )
    outlined = (
        Item(
            name, "glyph", record.family, None, (), (),
            tuple(sorted({*lexicon.words_of(SenseKind.ELEMENT, name), *exact.get(name, ())})), modern=record.modern,
        )
        for name, record in glyphs().items()
    )  # fmt: skip
    heard = (
        Item(name, "sound", sound.part, None, (), tuple(sorted(sound.places)), lexicon.words_of(SenseKind.SOUND, name))
        for name, sound in sounds().items()
    )
    return tuple(sorted((*seen, *settings, *outlined, *heard), key=lambda item: (item.kind, item.id)))
