"""From a file to what it says: words with their places, what they call up, and in what mood."""
