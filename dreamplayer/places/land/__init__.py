"""Open country, gardens, villages and towns."""
