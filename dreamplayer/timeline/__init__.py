"""When everything happens: the six sections, the score, and the score on paper."""
