"""Measurements of a finished night: its words, light, captions and sound."""
