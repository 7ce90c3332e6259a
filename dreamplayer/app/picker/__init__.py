"""The picker: choosing a dream from the shelf, its cards and thumbnails, and the settings page."""
