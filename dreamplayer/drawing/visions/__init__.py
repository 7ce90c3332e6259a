"""Visions: a thing seen as stardust, its points, and how they move."""
