"""The GL painter: OpenGL 3.3 core, no compute, no transform feedback; runs on a graphics card or on a CPU."""
