"""
Find words and phrases that a synonym machine put in the place of the usual ones.

## Why it matters
"Overseas minister", "regulation enforcement", "the primary time since": each can be put right once
it is seen, and together they show which words of a copy cannot be trusted.

## When it is wrong
Only files that read as spun, or in places so, are searched at all; a single odd word in a clean
article is never reported. Within a spun file about one phrase in six is the author's own. Regional
usage ("crore", "whilst", "per cent") is part of the model and stays silent. A word of your house
style goes into `allow`.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.spun import _reading
from credcheck.types import Match, Prose, Rule, Span


def find(prose: Prose) -> Iterator[Match]:
    """Yield the substitutions of a suspect or spun file, outside quotations."""
    reading = _reading.reading(prose)
    if reading.verdict == "clean":
        return
    taken = _reading.reserved(prose)
    for found in _reading.strong(reading, prose.text):
        if not _reading.touches(taken, Span(found.start, found.end)):
            yield _reading.match(prose.text, found)


RULE = Rule(
    code="SPN101",
    name="spun-phrase",
    severity="warning",
    message="'{0}' stands where fluent English has '{1}'",
    find=find,
    bad=(),
    good=(
        "Each nations are members of the club, the secretary wrote in a letter that was full of "
        "small mistakes, and the chairman answered him the next morning.",
    ),
)
