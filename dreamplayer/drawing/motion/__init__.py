"""How things move by closed forms of time: falling, floating, walking, growing, breaking."""
