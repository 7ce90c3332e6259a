"""What people let be heard: breath, voices, hearts, steps."""
