"""For contributors: begin an element, a sound or a voice, look at it, compile its words, test it."""
