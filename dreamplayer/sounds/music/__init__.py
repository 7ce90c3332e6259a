"""Tones and instruments."""
