"""The app: the only layer with clocks, threads, windows and audio devices."""
