"""Bring the translations of the interface up to date with its English.

    python packaging/make_catalogues.py             the template, every .po and every .mo under assets/locale
    python packaging/make_catalogues.py LANGUAGE    begins a language too that is not there yet (ISO 639-1 code)

What is translated comes from `assets/words/en.toml` and from the sentences on the settings; its place there is the
context. A message whose English changed is empty in each .po afterwards and is to be translated again. Needs babel;
the app itself reads the .mo files with the standard library. A test compares what is committed with its sources.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from dreamplayer import __version__
from dreamplayer.app.window import interface_text

LOCALE = Path(__file__).resolve().parent.parent / "assets" / "locale"
_DATE = datetime(2026, 11, 29, tzinfo=UTC)
"""In every header: a run that changes nothing else changes no date either."""


def template() -> Catalog:
    """All messages, untranslated."""
    made = Catalog(
        project=interface_text.DOMAIN, version=__version__, creation_date=_DATE, charset="utf-8", fuzzy=False
    )
    made.header_comment = "# The interface of Dreamplayer."
    for source in interface_text.sources():
        made.add(source.ids, context=source.context)
    return made


def translated(language: str, folder: Path = LOCALE) -> Catalog:
    """A language as its .po file has it, with the messages of today; what is new is empty.

    Args:
        language: ISO 639-1 code; one without a file begins empty.
        folder: of the languages.
    """
    path = po_file(language, folder)
    text = path.read_bytes() if path.is_file() else b""
    made = (
        read_po(io.BytesIO(text), locale=language, domain=interface_text.DOMAIN) if text else Catalog(locale=language)
    )
    made.update(template(), no_fuzzy_matching=True)
    made.project, made.version, made.fuzzy = interface_text.DOMAIN, __version__, False
    made.creation_date = made.revision_date = _DATE
    made.last_translator, made.language_team = "The Dreamplayer founders", language
    made.header_comment = "# The interface of Dreamplayer."
    return made


def po_file(language: str, folder: Path = LOCALE) -> Path:
    """Where the translations of a language lie."""
    return folder / language / "LC_MESSAGES" / f"{interface_text.DOMAIN}.po"


def po_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as a .po or .pot file."""
    written = io.BytesIO()
    write_po(written, catalogue, width=120, ignore_obsolete=True)
    return written.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def main(begun: list[str]) -> int:
    """Write all files; returns the exit status."""
    LOCALE.mkdir(exist_ok=True)
    (LOCALE / f"{interface_text.DOMAIN}.pot").write_bytes(po_bytes(template()))
    there = [path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/*.po")]
    for language in sorted({*there, *begun}):
        made, path = translated(language), po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(made))
        path.with_suffix(".mo").write_bytes(mo_bytes(made))
        empty = sum(1 for message in made if message.id and not all(_forms(message.string)))
        sys.stdout.write(f"{language}: {len(made)} messages, {empty} to translate\n")
    return 0


def _forms(string: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
