"""What hangs in the heavens and lies before the horizon."""
