"""What a contributor paints and plays with: pure, seeded, vectorised."""
