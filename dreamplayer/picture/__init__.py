"""The picture: a frame as data for any moment of a night, and the two painters that draw it."""
