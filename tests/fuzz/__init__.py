"""Hostile inputs made by hypothesis: nothing raises anything but a DreamError."""
