"""Lakes, seas, ships and shores."""
