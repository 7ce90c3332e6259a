"""The nouns of a night: frozen data, no behaviour but queries, no import from any other layer."""
