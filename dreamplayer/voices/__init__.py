"""One narrator a file: what can say a sentence, and tells when each word of it is heard."""
