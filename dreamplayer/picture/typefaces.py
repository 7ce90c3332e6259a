"""Which typeface has the letters of a text: Literata, one shipped for its script, or one that the system has."""

from __future__ import annotations

import platform
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

from dreamplayer.paths import assets

_LITERATA = ("LATIN", "GREEK", "CYRILLIC")
"""First words of the Unicode names of the letters that Literata has; Atkinson Hyperlegible has the first alone."""
_SHIPPED = {"DEVANAGARI": "NotoSansDevanagari-Regular.ttf"}
_KNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "Windows": {
        "CJK": ("YuGothM.ttc", "msgothic.ttc", "msyh.ttc"), "HIRAGANA": ("YuGothM.ttc", "msgothic.ttc"),
        "KATAKANA": ("YuGothM.ttc", "msgothic.ttc"), "HANGUL": ("malgun.ttf",), "ARABIC": ("segoeui.ttf",),
        "HEBREW": ("segoeui.ttf",), "THAI": ("leelawui.ttf", "tahoma.ttf"), "ARMENIAN": ("segoeui.ttf",),
        "GEORGIAN": ("segoeui.ttf",), "CHEROKEE": ("gadugi.ttf",), "ETHIOPIC": ("ebrima.ttf",),
        "KHMER": ("leelawui.ttf",), "LAO": ("leelawui.ttf",), "MYANMAR": ("mmrtext.ttf",), "TIBETAN": ("himalaya.ttf",),
        "MONGOLIAN": ("monbaiti.ttf",),
        **dict.fromkeys(
            ("BENGALI", "GUJARATI", "GURMUKHI", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU"),
            ("Nirmala.ttf", "Nirmala.ttc"),
        ),
    },
    "Darwin": {
        "CJK": ("ヒラギノ角ゴシック W3.ttc", "PingFang.ttc"), "HIRAGANA": ("ヒラギノ角ゴシック W3.ttc",),
        "KATAKANA": ("ヒラギノ角ゴシック W3.ttc",), "HANGUL": ("AppleSDGothicNeo.ttc",), "ARABIC": ("GeezaPro.ttc",),
        "HEBREW": ("ArialHB.ttc",), "THAI": ("Thonburi.ttc",), "ARMENIAN": ("Mshtakan.ttc",),
        "TIBETAN": ("Kailasa.ttc",),
        "CHEROKEE": ("Plantagenet Cherokee.ttf",), "ETHIOPIC": ("Kefa.ttc",),
        "BENGALI": ("KohinoorBangla.ttc",),
        "TELUGU": ("KohinoorTelugu.ttc",), "GUJARATI": ("KohinoorGujarati.ttc",), "GURMUKHI": ("MuktaMahee.ttc",),
        "KANNADA": ("NotoSansKannada.ttc",), "MALAYALAM": ("Malayalam Sangam MN.ttc",),
        "TAMIL": ("Tamil Sangam MN.ttc",),
        "ORIYA": ("NotoSansOriya.ttc",), "SINHALA": ("Sinhala Sangam MN.ttc",), "KHMER": ("Khmer Sangam MN.ttf",),
        "LAO": ("Lao Sangam MN.ttf",), "MYANMAR": ("NotoSansMyanmar.ttc",),
        "MONGOLIAN": ("NotoSansMongolian-Regular.ttf",),
    },
}  # fmt: skip
"""Files of the systems' own typefaces that have the letters of a script, best first."""
_FOLDERS = {"Windows": ("C:/Windows/Fonts",), "Darwin": ("/System/Library/Fonts", "/System/Library/Fonts/Supplemental")}
_PATIENCE = 5.0
"""Seconds that fontconfig may take: its first answer builds a cache."""
_READ_AS = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


_COMMON = {
    "CJK": "月", "HIRAGANA": "の", "KATAKANA": "ア", "HANGUL": "한", "ARABIC": "ب", "HEBREW": "ש", "THAI": "ก",
    "DEVANAGARI": "क", "BENGALI": "ক", "GUJARATI": "ક", "GURMUKHI": "ਕ", "TAMIL": "க", "TELUGU": "క",
    "KANNADA": "ಕ", "MALAYALAM": "ക",
    "ORIYA": "କ", "SINHALA": "ක", "KHMER": "ក", "LAO": "ກ", "MYANMAR": "က", "TIBETAN": "ཀ",
}  # fmt: skip
"""A letter that every typeface of a script has: the first ones of Unicode are rare."""


def script_of(text: str) -> str:
    """The script of the first letter that is not Latin, by the first word of its Unicode name; else LATIN.

    Args:
        text: any.
    """
    for char in text:
        if ord(char) > 0x24F and char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0]
            if name not in ("LATIN", "MODIFIER", "FEMININE", "MASCULINE", ""):
                return name
    return "LATIN"


@cache
def typeface(script: str, style: str = "Regular", *, easy: bool = False) -> Path | None:
    """The file of a typeface.

    Args:
        script: as `script_of` says it.
        style: Regular, Italic or Medium, where the typeface has it.
        easy: the easy-reading typeface, where it has the script.

    Returns:
        None where nothing on this machine has its letters.
    """
    fonts = Path(assets() / "fonts")
    if script in _LITERATA:
        name = "AtkinsonHyperlegible" if easy and script == "LATIN" else "Literata"
        found = (fonts / f"{name}-{one}.ttf" for one in (style, "Regular"))
        return next((path for path in found if path.is_file()), None)
    if script in _SHIPPED and (fonts / _SHIPPED[script]).is_file():
        return fonts / _SHIPPED[script]
    return _of_the_system(script)


def missing_script(text: str) -> str | None:
    """The name of the script of a text for people, where no typeface here has its letters; else None.

    Args:
        text: any.
    """
    script = script_of(text)
    if typeface(script) is not None or script == "LATIN":
        return None
    return _READ_AS.get(script, script.capitalize())


def _of_the_system(script: str) -> Path | None:
    system = platform.system()
    if system in _FOLDERS:
        names = _KNOWN[system].get(script, ())
        found = (Path(folder) / name for name in names for folder in _FOLDERS[system])
        return next((path for path in found if path.is_file()), None)
    return _by_fontconfig(script)


def _by_fontconfig(script: str) -> Path | None:
    """The first scalable typeface that has a letter of the script, as fontconfig lists them."""
    letter = _COMMON.get(script) or next(
        (char for char in map(chr, range(0x250, 0xFFFF)) if script_of(char) == script), None
    )
    if letter is None:
        return None
    try:
        listed = subprocess.run(
            ["fc-list", f":charset={ord(letter):x}:scalable=true", "file"],
            capture_output=True, text=True, timeout=_PATIENCE, check=False,
        ).stdout  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    found = sorted(line.rstrip(": \n") for line in listed.splitlines())
    # A plain upright one reads best in the dark.
    found.sort(key=lambda name: ("Regular" not in name, "Noto" not in name, "Mono" in name))
    return next((path for path in map(Path, found) if path.suffix in (".ttf", ".otf", ".ttc") and path.is_file()), None)
