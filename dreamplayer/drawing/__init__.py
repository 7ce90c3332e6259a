"""What elements are made of: six primitives, and the reusable renderers that stand on them."""
