"""
Find a paragraph, or a run of lines, that stands twice in one article.

## Why it matters
A story that was pasted twice counts twice, and a reader stumbles over it.

## When it is wrong
Litanies and choruses repeat on purpose; lines shorter than a paragraph are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, folded
from credcheck.types import Edit, Match, Prose, Rule, Span

# Shorter lines come twice in songs, recipes and transcripts; no clean development article repeats
# a line of this length on purpose.
MIN_WORDS = 15


def find(prose: Prose) -> Iterable[Match]:
    """Runs of lines that stood before."""
    for run in _runs(article_lines(prose.text)):
        span = Span(run[0].span.start, run[-1].span.end)
        cut = Edit(Span(span.start, run[-1].after), "", "", "unsafe")
        yield Match(span, (str(sum(len(line.words) for line in run)),), (cut,))


def _is_paragraph(line: Line) -> bool:
    return len(line.words) >= MIN_WORDS and line.is_closed


def _runs(rows: Iterable[Line]) -> Iterator[list[Line]]:
    """Longest runs of neighbouring lines that stood before in the same order."""
    seen: dict[str, int] = {}
    run: list[Line] = []
    expected = -1
    for place, line in enumerate(rows):
        before = seen.setdefault(folded(line.text), place)
        is_copy = before < place and (_is_paragraph(line) or before == expected)
        if run and (not is_copy or before != expected):
            yield run
            run = []
        if is_copy:
            run.append(line)
            expected = before + 1
        else:
            expected = -1
    if run:
        yield run


RULE = Rule(
    code="BRK407",
    name="repeated-paragraph",
    severity="error",
    message="{} words stand here for the second time",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday. An inspector had found rust in two of "
        "its legs.\n\n[[The harbour board closed the old pier on Monday. An inspector had found "
        "rust in two of its legs.]]\n\nRepairs will take until autumn.",
        "The harbour board closed the old pier on Monday, after an inspector had found rust in "
        "its legs.\n\nNobody was hurt.\n\n[[The harbour board closed the old pier on Monday, after "
        "an inspector had found rust in its legs.\n\nNobody was hurt.]]",
    ),
    good=(
        "The harbour board closed the old pier on Monday. An inspector had found rust in two of "
        "its legs.\n\nThe harbour board closed the new pier on Friday. An inspector had found "
        "rust in two of its legs.",
        "And the tide came in.\nAnd the boats went out.\nAnd the tide came in.\nAnd the boats "
        "went out.",
    ),
    languages=("*",),
)
