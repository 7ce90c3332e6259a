"""The sky and what hangs in it: above the clouds, among the stars, over the lights of a town."""
