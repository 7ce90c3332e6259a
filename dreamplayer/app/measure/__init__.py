"""A finished night measured: its words, light, captions and sound."""
