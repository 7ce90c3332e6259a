"""What can go wrong, said so that a tired person knows what to do.

DreamError                a night cannot go on as asked
+-- TextError             the dream's text cannot be read
+-- NotesError            hand-written notes beside a dream are wrong (file and line)
+-- CatalogueError        an element, sound or voice is malformed (developers meet this)
+-- VoiceError            no voice can speak; captions can still carry the story
+-- PictureError          nothing can be drawn as asked
+-- SpeakerError          no sound can be made; a silent clock can still carry the night
+-- ExportError           the file could not be written
+-- SettingsError         a setting is not understood (file and line)
"""

from __future__ import annotations


class DreamError(Exception):
    """Something a person should hear about: what happened, where, and what to do."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """One or two sentences on one line."""
        place = f" ({self.where})" if self.where else ""
        advice = f" {self.todo}" if self.todo else ""
        return f"{self.what.rstrip('.')}{place}.{advice}"


class TextError(DreamError):
    """The dream's text cannot be read."""


class NotesError(DreamError):
    """Hand-written notes beside a dream are wrong."""


class CatalogueError(DreamError):
    """An element, sound or voice in its folder is malformed."""


class VoiceError(DreamError):
    """A voice cannot speak."""


class PictureError(DreamError):
    """Nothing can be drawn as asked."""


class SpeakerError(DreamError):
    """No sound can be made."""


class ExportError(DreamError):
    """A file could not be written."""


class SettingsError(DreamError):
    """A setting is not understood."""
