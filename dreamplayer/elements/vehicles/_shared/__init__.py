"""Art that several things of this family are made of."""
