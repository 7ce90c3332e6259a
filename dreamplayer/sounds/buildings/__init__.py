"""Rooms and streets as they sound when nothing happens in them."""
