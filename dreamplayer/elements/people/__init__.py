"""People, parts of people, and beings of light."""
