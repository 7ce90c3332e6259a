"""Dreamplayer: a night is a score, and picture and sound are functions of time."""

__version__ = "0.1.0"
