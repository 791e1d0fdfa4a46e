"""
Find swapped words inside quotation marks.

## Why it matters
A spun quotation is a falsified quotation: it puts words into a person's mouth. No other damage of
spinning does more harm, so it has a rule, and a gate, of its own.

## When it is wrong
People speak oddly, and speech is translated. As with `spun-phrase`, only files that read as spun
are searched. Where another file has the words as they were spoken, `reworded-quotation` shows both.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.spun import _reading
from credcheck.types import Match, Prose, Rule, Span


def find(prose: Prose) -> Iterator[Match]:
    """Yield the substitutions of a suspect or spun file that lie inside quotations."""
    reading = _reading.reading(prose)
    if reading.verdict == "clean":
        return
    quotations = _reading.quotations(prose.text)
    known = _reading.known_spans(prose)
    for found in _reading.strong(reading, prose.text):
        span = Span(found.start, found.end)
        if _reading.is_inside(quotations, span) and not _reading.touches(known, span):
            yield _reading.match(prose.text, found)


RULE = Rule(
    code="SPN102",
    name="spun-quotation",
    severity="warning",
    message="quotation with swapped words: '{0}' stands where fluent English has '{1}'",
    find=find,
    bad=(),
    good=(
        '"We go where the work is, and the work is not where we are," the foreman said.',
        '"He do like his tea strong," she told the court, and the gallery laughed.',
    ),
)
