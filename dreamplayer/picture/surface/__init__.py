"""The surface painter: the same frames without OpenGL, more plainly, by additive blits."""
