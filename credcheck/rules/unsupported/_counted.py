"""Findings that are a count against the norm of ordinary news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from credcheck.types import Evidence, Match, Prose, Span

# Below this a rate per 1,000 words rests on one or two words.
LEAST_WORDS = 60
MOST_LISTED = 20


def counted(
    prose: Prose, found: Iterable[Span], least: int, per_thousand: float, norm: str
) -> Iterator[Match]:
    """One match at the first of `found`, if there are enough of them; the others as evidence."""
    spans = [span for span in found if not prose.is_furniture(span)]
    words = len(prose.text.split())
    if words < LEAST_WORDS or len(spans) < least or 1000 * len(spans) / words < per_thousand:
        return
    rate = f"{1000 * len(spans) / words:.0f}"
    evidence = [Evidence("norm", "norm", f"{rate} in 1,000 words; {norm}")]
    evidence += [_listed(prose, span) for span in spans[:MOST_LISTED]]
    yield Match(spans[0], (str(len(spans)), str(words)), evidence=tuple(evidence))


def _listed(prose: Prose, span: Span) -> Evidence:
    document = prose.document
    return Evidence("text", "norm", span.of(prose.text), document.id, document.locate(span))
