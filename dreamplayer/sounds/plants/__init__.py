"""What grows, moved by air."""
