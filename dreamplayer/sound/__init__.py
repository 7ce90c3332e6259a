"""The score as sound: mixing, ducking, limiting, reverberation, loudness, and measurements of the result."""
