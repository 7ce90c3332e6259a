"""People as calm silhouettes: parts of the body, clothes, poses, and how they stand and walk."""
