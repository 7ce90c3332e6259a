"""Journeys: the real app, in a real window, on a real desktop."""
