"""The shelf of dreams: choosing one, its cards and thumbnails, and the settings page."""
