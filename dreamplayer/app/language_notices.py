"""What a person is told of a text in another language before its night begins."""

from __future__ import annotations

from dreamplayer.model.text import Dream
from dreamplayer.picture.typefaces import missing_script
from dreamplayer.reading.ingest.language import language_notice


def language_notices(dream: Dream) -> tuple[str, ...]:
    """Sentences for people: what is shown of a text that is not English, and whether its captions can be drawn.

    Args:
        dream: the text.

    Returns:
        None of a text in English.
    """
    found = [language_notice(dream)]
    # Each letter once: a book has a hundred of them.
    script = next((name for letter in sorted(set(dream.text)) if (name := missing_script(letter))), None)
    if script is not None:
        found.append(
            f"No typeface on this machine has {script} letters: captions leave them out. Install one (on Debian: "
            "sudo apt install fonts-noto-core fonts-noto-cjk)."
        )
    return tuple(sentence for sentence in found if sentence is not None)
