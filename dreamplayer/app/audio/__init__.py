"""Audio output: the ring buffer, the thread that fills it, and the device whose position is the clock."""
