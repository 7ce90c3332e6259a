"""Parts of speech, phrases and word senses."""
