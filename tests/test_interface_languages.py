"""The interface in other languages: catalogues that are whole, the language that is chosen, and pages that fit."""

from __future__ import annotations

import gettext
import importlib.util
import io
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import pygame
import pytest

pytest.importorskip("babel", reason="this system has no babel")

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from dreamplayer import cli
from dreamplayer.app.picker import settings_form
from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.omissions_phrase import phrase
from dreamplayer.app.picker.picker_page import buttons, page
from dreamplayer.app.picker.picker_state import PickerState
from dreamplayer.app.player.help_pages import page_count
from dreamplayer.app.player.hud import help_page
from dreamplayer.app.window import button_bar, interface_text, typeset
from dreamplayer.app.window.typeset import Sheet, wrap
from dreamplayer.picture.typefaces import missing_script
from dreamplayer.settings import Settings

LANGUAGES = ("de", "es", "fr", "it", "ja", "nl", "pl", "pt")
SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
SCREENS = ((1280, 720), (1024, 768))


def _maker() -> ModuleType:
    path = Path(__file__).parent.parent / "packaging" / "make_catalogues.py"
    spec = importlib.util.spec_from_file_location("make_catalogues", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


maker = _maker()


@cache
def committed(language: str) -> Catalog:
    """The .po file of a language."""
    return read_po(io.BytesIO(maker.po_file(language).read_bytes()), locale=language)


def forms(string: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """All of a translation: one form, or one for each number."""
    return (string,) if isinstance(string, str) else tuple(string)


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No setting, and nothing said by the system."""
    for name in SYSTEM:
        monkeypatch.delenv(name, raising=False)
    interface_text.use("auto")
    yield
    interface_text.use("auto")


def spoken(language: str) -> None:
    """Take a language; skip where this system has no typeface for it."""
    interface_text.use(language)
    if interface_text.language() != language:
        pytest.skip(f"this system has no typeface for {interface_text.own_name(language)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """Each has a translation in each of its forms, with the same placeholders."""
    catalogue = committed(language)
    faults = []
    for source in interface_text.sources():
        found = catalogue.get(source.ids, source.context)
        if found is None or not all(text.strip() for text in forms(found.string)):
            faults.append(f"{source.context}: no translation")
            continue
        if source.plural and len(forms(found.string)) != catalogue.num_plurals:
            faults.append(f"{source.context}: not all plurals")
        wanted = set(re.findall(r"\{\w*\}", source.text + source.plural))
        for text in forms(found.string)[-1:]:
            if set(re.findall(r"\{\w*\}", text)) != wanted:
                faults.append(f"{source.context}: other placeholders in {text!r}")
        if any(re.findall(r"\{(?!value\})", text) for text in forms(found.string)):
            faults.append(f"{source.context}: a placeholder nobody fills")
    assert faults == [], "python packaging/make_catalogues.py, then translate what is empty"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_committed_is_what_is_compiled(language: str) -> None:
    """The template and the .po hold the messages of today in their order, and gettext reads the .po's words."""
    folder = maker.po_file(language).parent
    ids = [(source.context, source.ids) for source in interface_text.sources()]
    for text in ((maker.LOCALE / "dreamplayer.pot").read_bytes(), maker.po_file(language).read_bytes()):
        held = [message for message in read_po(io.BytesIO(text)) if message.id]
        assert [(message.context, message.id) for message in held] == ids
    with (folder / "dreamplayer.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    for message in committed(language):
        if isinstance(message.id, str) and message.id:
            assert read.pgettext(message.context, message.id) == message.string
        elif message.id:
            counted = {read.npgettext(message.context, *message.id, n) for n in (1, 2, 5, 1_000_000)}
            assert counted <= set(forms(message.string))


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_keep_their_names(language: str) -> None:
    """Help names the keys of the keyboard as the English help does."""
    for part in ("help", "picker-help"):
        english, own = (interface_text.catalogue(code)[part]["rows"] for code in ("en", language))
        assert len(english) == len(own)
        for (keys, _), (same, _) in zip(english, own, strict=True):
            assert keys == same or (keys.islower() and len(keys) > 4)
    for source in interface_text.sources():
        said = forms(committed(language).get(source.ids, source.context).string)[0]
        for key in ("Space", "Enter", "Shift Enter", "Esc", "Delete"):
            assert (re.search(rf"\b{key}\b", source.text) is None) == (re.search(rf"{key}(?![a-z])", said) is None)


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ({}, None),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "pt_BR.UTF-8"}, "pt"),
        ({"LANG": "fr_CA@euro"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "xx_YY.UTF-8"}, "en"),
        ({"LANG": "../../etc"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "it_IT.UTF-8"}, "it"),
        ({"LC_ALL": "nl_NL.UTF-8", "LC_MESSAGES": "it_IT.UTF-8"}, "nl"),
        ({"LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "xx:pl:de"}, "pl"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en:de"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": ""}, "de"),
    ],
)
def test_the_system_says_which_language(
    system: dict[str, str], language: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LANGUAGE, LC_ALL, LC_MESSAGES and LANG in this order; English where the language is none of ours."""
    for name, value in system.items():
        monkeypatch.setenv(name, value)
    assert interface_text.language() == language if language else interface_text.language() in ("en", *LANGUAGES)
    for other in ("en", "es", "xx", "", "de_AT"):
        interface_text.use(other)
        assert interface_text.language() == {"es": "es", "de_AT": "de"}.get(other, "en")


def test_a_flag_and_the_file_choose(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """The setting stands above the system, the flag above the file."""
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    for given, language in (([], "pl"), (["--language", "fr"], "fr")):
        cli.settings_of(cli.parser().parse_args(["play", "the-blue-door", *given]))
        assert interface_text.language() == language
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.toml").write_text('language = "de"\n', encoding="utf-8")
    for given, language in (([], "de"), (["--language", "fr"], "fr"), (["--language", "auto"], "pl")):
        cli.settings_of(cli.parser().parse_args(["play", "the-blue-door", *given]))
        assert interface_text.language() == language


def test_without_its_letters_a_language_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no typeface has a language's letters the interface is English, not empty."""
    monkeypatch.setattr("dreamplayer.picture.typefaces.missing_script", lambda text: None if text < "\u0250" else "x")
    interface_text._can_be_drawn.cache_clear()
    try:
        interface_text.use("ja")
        assert interface_text.language() == "en"
        interface_text.use("de")
        assert interface_text.language() == "de"
    finally:
        interface_text._can_be_drawn.cache_clear()


def test_what_is_counted_has_the_plurals_of_its_language() -> None:
    """Polish has three of them, and a count of one is no numeral in German."""
    interface_text.use("pl")
    said = [interface_text.message("omissions", "footnote", n) for n in (1, 3, 5, 22)]
    assert said == ["przypis", "3 przypisy", "5 przypisów", "22 przypisy"]
    interface_text.use("de")
    assert phrase("footnote\t1\nlicence\t1") in ("erzählt ohne eine Fußnote und die Lizenz",)
    interface_text.use("en")
    assert phrase("footnote\t3\nlicence\t1") == "told without 3 footnotes and the licence"


def test_the_settings_offer_every_language() -> None:
    """Each by its own name, automatic first; a change is seen at once."""
    form = settings_form.SettingsForm(Settings(), settings_form.PAGE, settings_form.PAGE.index("language"))
    seen = []
    for _ in range(len(LANGUAGES) + 2):
        seen.append(settings_form.value_of(form.settings, "language"))
        form = settings_form.change(form, 1)
    assert seen[:3] == ["automatic", "English", "Deutsch"]
    assert len(set(seen)) == len(seen)
    assert form.settings.language == "auto"
    interface_text.use("de")
    assert interface_text.about_setting("language").startswith("Sprache der Menüs")


def ink(sheet: Sheet) -> pygame.Rect:
    """What is written."""
    red = pygame.surfarray.array_red(sheet.surface) * (pygame.surfarray.array_alpha(sheet.surface) > 60)
    xs, ys = np.nonzero(red > 60)
    left, top = int(xs.min()), int(ys.min())
    return pygame.Rect(left, top, int(xs.max()) - left + 1, int(ys.max()) - top + 1)


CARD = Card(
    "a", "The Inverted Forest of Whispering Glass", "a", "It is late dusk in a city of molten silver.", 400, own=True,
    loved=True, left=True, minutes=30.0, told=4.2, images=("city", "sky"), curve=(0.1, 0.9), note="grief-and-fear",
)  # fmt: skip


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the pages had no room for, but the titles and the words of a dream."""
    found: list[str] = []
    whole = typeset.shorten

    def watched(line: str, font: pygame.font.Font, width: int) -> str:
        made = whole(line, font, width)
        if made != line and not set(line.split()) & set(f"{CARD.title} {CARD.first_line}".split()):
            found.append(line)
        return made

    monkeypatch.setattr(typeset, "shorten", watched)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("text", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit(language: str, text: float, cut: list[str]) -> None:
    """Up to twice the size nothing runs off a page, no word is cut, and help is hardly smaller than in English."""
    spoken(language)
    for screen in SCREENS:
        room = pygame.Rect(2, 2, screen[0] - 5, screen[1] - 5)
        for part in ("help", "picker-help"):
            for at in range(page_count(text)):
                sheet = Sheet(*screen, size=text)
                help_page(sheet, part, at)
                assert room.contains(ink(sheet)), (part, screen)
                scale = sheet.u(1000)
                interface_text.use("en")
                help_page(sheet := Sheet(*screen, size=text), part, at)
                interface_text.use(language)
                assert scale > 0.69 * sheet.u(1000), (part, screen)
        for names in (settings_form.WELCOME, settings_form.PAGE):
            form = settings_form.SettingsForm(Settings(), names, len(names) - 1)
            draw = settings_form.welcome_page if names == settings_form.WELCOME else settings_form.settings_page
            draw(sheet := Sheet(*screen, size=text), form)
            assert room.left < ink(sheet).left
            assert ink(sheet).right < room.right
        state = PickerState((CARD,), name="a")
        row = button_bar.layout(Sheet(*screen, size=text), buttons(state), align=1.0)
        assert row[0].left >= 0
        assert row[-1].right <= screen[0]
        assert room.contains(ink(page(state, screen, text, False)))
    assert cut == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_fit(language: str) -> None:
    """What is said after a key, and for how each setting is described, has the lines it gets at twice the size."""
    spoken(language)
    sheet = Sheet(1280, 720, size=2.0)
    for key, said in interface_text.catalogue(language)["toast"].items():
        for line in textwrap.wrap(said.replace("{value}", "40 %"), 64):
            width = sheet.face(27, "Italic", line).size(line)[0]
            assert width < sheet.width - 2 * sheet.u(56) + sheet.u(40), (key, line)
    for name in settings_form.PAGE:
        about = interface_text.about_setting(name)
        lines = wrap(about, sheet.face(24, "Italic", about), min(sheet.u(900), round(0.88 * sheet.width)))
        assert len(lines) <= 3, (name, lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_latin_letters_are_there_in_every_typeface(language: str) -> None:
    """No box stands for a letter of a language that is written in Latin letters."""
    if language == "ja":
        assert missing_script("deutsch") is None
        return
    words = {letter for source in interface_text.sources() for letter in "".join(
        forms(committed(language).get(source.ids, source.context).string)
    )}  # fmt: skip
    for easy in (False, True):
        sheet = Sheet(1280, 720, easy=easy)
        for style in ("Regular", "Italic"):
            font = sheet.face(24, style)
            lacking = [c for c in sorted(words) if c.isalpha() and font.metrics(c)[0] is None]
            assert lacking == [], (easy, style)
