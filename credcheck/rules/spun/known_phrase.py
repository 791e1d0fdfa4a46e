"""
Find phrases that only a synonym machine writes: "regulation enforcement", "Center East".

## Why it matters
These need no weighing. They are the traces that spun copies of news and science have left on the
web, and each has one likely original.

## When it is wrong
A phrase is in the list of certain ones only if it does not occur once in 40 million words of
American, British and South Asian news and 33 other registers, and if we could think of no innocent
reading of it. An article about spun text quotes them; put it into `per-file-ignores`.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.spun import _reading
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterator[Match]:
    """Yield every phrase of the shipped list that is certain by itself."""
    for span, entry in _reading.known(prose):
        written = span.of(prose.text)
        repair = _reading.cased(entry.intended[0], written)
        yield Match(
            span, (written, repair), _reading.restoring(prose.text, span, repair), score=0.97
        )


RULE = Rule(
    code="SPN104",
    name="known-phrase",
    severity="warning",
    message="'{0}' is a known trace of synonym machines; likely '{1}'",
    find=find,
    bad=(
        "Local [[regulation enforcement officers]] closed the road.",
        "Peace in the [[Center East]] is far off, the envoy said.",
        "The [[Overseas Minister]] left for Geneva.",
    ),
    good=(
        "The regulation and enforcement of fishing quotas is a national matter.",
        "The Minister for Overseas Development left for Geneva.",
        "The arts centre east of the river has closed.",
    ),
)
