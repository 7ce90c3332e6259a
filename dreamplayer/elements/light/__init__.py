"""Lamps, lanterns and light by itself."""
