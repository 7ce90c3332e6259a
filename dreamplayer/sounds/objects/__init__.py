"""Things one uses, heard from the next room."""
