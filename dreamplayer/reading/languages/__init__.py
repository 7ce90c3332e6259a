"""Languages other than English: their nouns by name, compiled from CLDR and from word lists of our own."""
