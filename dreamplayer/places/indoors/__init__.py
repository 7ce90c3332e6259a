"""Rooms and what is like them."""
