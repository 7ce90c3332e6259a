"""What people build and pass through: houses, towers, gates, rooms, streets."""
