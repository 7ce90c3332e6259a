"""Fire and embers."""
