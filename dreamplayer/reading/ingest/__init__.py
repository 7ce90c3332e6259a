"""From a file to clean text: formats, encodings, markup, sentences, words."""
