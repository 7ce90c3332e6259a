"""Animals, and what they leave."""
