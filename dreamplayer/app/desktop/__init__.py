"""The desktop around the app: session bus, media controls, keep-awake, reduced motion."""
