"""Child processes: how they are started and limited, the one protocol spoken with them, and what ends them."""
