"""
What the front matter of a Markdown file says of its article: the lines between two "---" or "+++"
that begin it, each a name and a value.

No YAML or TOML is parsed: a value is what stands on the line of its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from credcheck.types import Meta

MOST_LINES = 60
_FENCES = frozenset({"---", "+++"})
_FIELD = re.compile(r"(?P<name>[A-Za-z]\w{0,30})\s?[:=](?P<value>.{0,500})")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def front_matter(text: str) -> Meta:
    """Title, byline, date and site as the front matter gives them; "" where a value is left out."""
    fields = _fields(text)
    date = _first(fields, "date", "published")
    found = _ISO_DATE.match(date or "")
    return Meta(
        title=_first(fields, "title", "headline"),
        byline=_first(fields, "byline", "author", "authors"),
        date=found[0] if found else ("" if date == "" else None),
        site=_first(fields, "source", "site") or None,
    )


def _fields(text: str) -> dict[str, str]:
    lines = [line.rstrip() for line in text[: MOST_LINES * 200].lstrip("\ufeff").split("\n")]
    if not lines or lines[0] not in _FENCES or lines[0] not in lines[1:MOST_LINES]:
        return {}
    inside = lines[1 : lines.index(lines[0], 1)]
    pairs = (match for line in inside if (match := _FIELD.fullmatch(line)))
    return {pair["name"].lower(): pair["value"].strip().strip("\"'[] ") for pair in pairs}


def _first(fields: Mapping[str, str], *names: str) -> str | None:
    given = [fields[name] for name in names if name in fields]
    return next((value for value in given if value), "" if given else None)
