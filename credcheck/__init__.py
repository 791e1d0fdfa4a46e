"""Finds spun, broken, unsupported and duplicate text, with exact spans and evidence."""

__version__ = "0.1.0"
