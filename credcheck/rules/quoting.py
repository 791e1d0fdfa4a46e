"""Words of a text as a message quotes them."""

from __future__ import annotations

QUOTED_MAX_CHARACTERS = 60


def quoted(text: str, limit: int = QUOTED_MAX_CHARACTERS) -> str:
    """Text fit for a message: one line, at most `limit` characters, the end cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def quoted_end(text: str, limit: int = QUOTED_MAX_CHARACTERS) -> str:
    """As `quoted`, the beginning cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else "…" + line[1 - limit :]
