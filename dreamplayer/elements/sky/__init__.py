"""What hangs in the heavens."""
