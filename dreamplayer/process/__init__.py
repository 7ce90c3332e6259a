"""Child processes: how they are started and limited, the protocol spoken with them, and what ends them."""
