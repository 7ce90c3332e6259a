"""Water in every form but rain."""
