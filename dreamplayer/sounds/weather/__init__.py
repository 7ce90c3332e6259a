"""Air and weather as they are heard from under a blanket."""
