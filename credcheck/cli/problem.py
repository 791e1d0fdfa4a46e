"""What keeps credcheck from doing the job it was asked for."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - it is what the user reads
    """Exit code 2; the message is one line that names the file or option, and the field."""
