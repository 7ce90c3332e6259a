"""Solid geometry of places: meshes with materials and lamps, cast in numpy into layers of light and depth."""
