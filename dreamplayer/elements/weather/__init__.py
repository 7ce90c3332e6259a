"""What the air carries."""
