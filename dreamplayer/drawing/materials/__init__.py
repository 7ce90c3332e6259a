"""Stuff that many things are made of: rock, timber, crystal, mirror glass, water, smoke and sparks."""
