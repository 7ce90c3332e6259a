"""The vocabulary: words and what they may call up, authored as TOML and compiled."""
