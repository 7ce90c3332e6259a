"""The edge of the night: the only place with clocks, threads, windows and speakers."""
