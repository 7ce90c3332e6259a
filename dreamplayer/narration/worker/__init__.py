"""A voice in a separate process: it may crash or hang, and the night goes on."""
