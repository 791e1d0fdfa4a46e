"""Rules about unsupported text, one a file."""
