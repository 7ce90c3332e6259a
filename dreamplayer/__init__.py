"""Dreamplayer: a night is a score, and picture and sound are functions of time."""

from dreamplayer.process.limits import keep_matrix_products_on_one_thread
from dreamplayer.process.network import switch_off_telemetry

__version__ = "0.1.0"

# Before any module of ours can load a library that would report to its vendor, or start threads of its own.
switch_off_telemetry()
keep_matrix_products_on_one_thread()
