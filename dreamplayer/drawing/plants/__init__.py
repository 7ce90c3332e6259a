"""Trees, flowers, leaves and grass, painted once and placed by the thousand."""
