"""Say what was found: rows worked out once, and one format a file to print them."""
