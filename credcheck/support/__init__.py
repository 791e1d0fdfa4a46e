"""What a text claims, and which of the given sources carry it."""
