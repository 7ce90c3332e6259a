"""What a person is told of a text in another language: on its card, before its night begins, and by the doctor."""

from __future__ import annotations

import platform

from dreamplayer.app.window import interface_text
from dreamplayer.model.text import Dream
from dreamplayer.narration.voice_choice import choose
from dreamplayer.picture.typefaces import missing_script
from dreamplayer.reading.ingest.language import NAMES, language_name, language_notice

SAMPLES = {
    "Chinese or Japanese": "森", "Japanese": "もり", "Korean": "숲", "Arabic": "غابة", "Hebrew": "יער", "Thai": "ป่า",
    "Devanagari": "वन", "Bengali": "বন", "Tamil": "காடு", "Telugu": "అడవి", "Georgian": "ტყე", "Armenian": "անտառ",
    "Ethiopic": "ደን", "Cherokee": "ᎠᏓ", "Tibetan": "ནགས",
}  # fmt: skip
"""A word in each script whose typeface is looked for."""
_CJK = frozenset({"Chinese or Japanese", "Japanese", "Korean"})
_WINDOWS = {"Chinese or Japanese": "Jpan~~~und-JPAN", "Japanese": "Jpan~~~und-JPAN", "Korean": "Kore~~~und-KORE",
            "Arabic": "Arab~~~und-ARAB", "Hebrew": "Hebr~~~und-HEBR", "Thai": "Thai~~~und-THAI",
            "Cherokee": "Cher~~~und-CHER", "Ethiopic": "Ethi~~~und-ETHI", "Bengali": "Beng~~~und-BENG",
            "Tamil": "Taml~~~und-TAML", "Telugu": "Telu~~~und-TELU"}  # fmt: skip
"""Typefaces that Windows adds on demand."""


def typeface_command(script: str) -> str:
    """The command that brings a typeface with the letters of a script, on this system.

    Args:
        script: its name for people, as `missing_script` gives it.
    """
    system = platform.system()
    if system == "Windows" and script in _WINDOWS:
        name = f"Language.Fonts.{_WINDOWS[script]}~0.0.1.0"
        return f"Add-WindowsCapability -Online -Name {name} (PowerShell as administrator)"
    if system == "Darwin":
        return f"brew install --cask font-noto-sans-{'cjk-jp' if script in _CJK else script.lower()}"
    if system == "Windows":
        return "start ms-settings:optionalfeatures, and add the supplemental fonts of its language"
    return f"sudo apt install {'fonts-noto-cjk' if script in _CJK else 'fonts-noto-core'} (on Debian and its kin)"


def missing_letters(text: str) -> str | None:
    """The name of a script in a text that no typeface on this machine has; None where all its letters can be drawn.

    Args:
        text: any.
    """
    # Each letter once: a book has a hundred of them.
    return next((name for letter in sorted(set(text)) if (name := missing_script(letter))), None)


def language_notices(dream: Dream) -> tuple[str, ...]:
    """Sentences for people: what is shown of a text that is not English, and whether its captions can be drawn.

    Args:
        dream: the text.

    Returns:
        None of a text in English.
    """
    found = [language_notice(dream)]
    script = missing_letters(dream.text)
    if script is not None:
        command = typeface_command(script)
        found.append(
            f"No typeface on this machine has {script} letters: captions leave them out. Install one: {command}."
        )
    return tuple(sentence for sentence in found if sentence is not None)


def card_phrase(language: str, words: str) -> str:
    """What a card says of the language of its text: "in Thai, by captions alone, without its letters"; "" for English.

    Args:
        language: ISO 639-1 code.
        words: of the text.
    """
    if language == "en":
        return ""
    parts = [interface_text.message("language", "in", language_name(language))]
    if choose("auto", language).name == "silent":
        parts.append(interface_text.message("language", "no-voice"))
    if missing_letters(words) is not None:
        parts.append(interface_text.message("language", "no-letters"))
    return ", ".join(parts)


def languages_without_voice() -> tuple[str, ...]:
    """Codes of the languages that are told apart and that no voice here speaks."""
    return tuple(code for code in NAMES if code not in ("en", "und", "la") and choose("auto", code).name == "silent")


def scripts_without_typeface() -> tuple[str, ...]:
    """Names of the scripts that no typeface here has."""
    return tuple(script for script, word in SAMPLES.items() if missing_letters(word) is not None)
