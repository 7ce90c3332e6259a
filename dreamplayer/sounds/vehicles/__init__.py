"""Travel, all from a distance."""
