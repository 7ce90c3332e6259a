"""A night being played: its state, its keys, and what is on the screen at each moment."""
