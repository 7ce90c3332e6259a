"""Bodies modelled in three dimensions and cast once to a picture with normals and depth, which the lamps relight."""
