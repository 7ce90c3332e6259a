"""The score as sound: mix, duck, limit, room, loudness, and what is measured of them."""
