"""What sounds of several families are made of."""
