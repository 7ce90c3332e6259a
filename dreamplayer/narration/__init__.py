"""Narration: how words are spoken (text normalization), how slowly, and when each one is heard."""
