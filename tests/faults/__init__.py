"""Faults of the machine and its services, one after another, while the real app plays in a real window."""
