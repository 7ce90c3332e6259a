"""One thing heard per file, or one close family; found by looking in this folder."""
