"""The timeline: the six sections of a night, the score, and its serialization."""
