"""The surface painter: software rendering of the same frames by additive blits, more plainly, without OpenGL."""
