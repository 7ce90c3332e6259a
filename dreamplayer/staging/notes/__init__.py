"""Hand-written notes beside a dream, and how they override what was chosen."""
