"""Which passages of two texts say the same, word by word, and which files share a source."""
