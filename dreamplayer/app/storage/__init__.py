"""The person's own files: the library, the play history, the log; written atomically."""
