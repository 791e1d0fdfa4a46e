"""Rules about broken text, one a file."""
