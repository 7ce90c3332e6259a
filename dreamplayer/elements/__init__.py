"""Everything that can be seen: one thing, or one close family, a file. Found by looking; no list to edit."""
