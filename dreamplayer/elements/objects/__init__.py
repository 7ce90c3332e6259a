"""Things one holds, uses or meets indoors."""
