"""Rules about duplicate text, one a file."""
