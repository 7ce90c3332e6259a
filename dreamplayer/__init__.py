"""Dreamplayer: a night is a score, and picture and sound are functions of time."""

from dreamplayer.process.network import switch_off_telemetry

__version__ = "0.1.0"

# Before any module of ours can load a library that would report to its vendor.
switch_off_telemetry()
