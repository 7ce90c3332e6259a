"""Water in every form."""
