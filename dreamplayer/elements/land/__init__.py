"""Ground, rock and heights."""
