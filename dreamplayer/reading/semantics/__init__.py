"""What the words call up: mentions, negation, figurative language, event roles, mood."""
