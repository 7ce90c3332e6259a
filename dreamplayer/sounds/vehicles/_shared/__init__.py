"""What several sounds of this family are made of."""
