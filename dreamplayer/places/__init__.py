"""Places: a file each, by kind, found by looking."""
