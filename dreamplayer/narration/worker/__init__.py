"""A voice in a process of its own: it may crash or hang, and the night goes on."""
