"""Flames and what flies from them."""
