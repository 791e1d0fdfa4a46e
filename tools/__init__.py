"""Scripts that build the data files of the package."""
