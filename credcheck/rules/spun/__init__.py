"""Rules about spun text, one a file."""
