"""Animals, all from far away and none of them alarmed."""
