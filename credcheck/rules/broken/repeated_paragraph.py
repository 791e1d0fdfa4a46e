"""
Find a paragraph, or a run of lines, that stands twice in one article.

## Why it matters
A story that was pasted twice counts twice, and a reader stumbles over it.

## When it is wrong
Litanies and choruses repeat on purpose; lines shorter than a paragraph are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, folded
from credcheck.types import Edit, Match, Prose, Rule, Span

# Shorter lines come twice in songs, recipes and transcripts; no clean development article repeats
# a line of this length on purpose.
MIN_WORDS = 15
PLAN_TIMES = 3
# A shorter one, far from the first, may be a quotation set apart, as magazines do.
SURE_WORDS = 40


def find(prose: Prose) -> Iterable[Match]:
    """Runs of lines that stood before."""
    for run, is_next in _runs(article_lines(prose.text)):
        span = Span(run[0].span.start, run[-1].span.end)
        cut = Edit(Span(span.start, run[-1].after), "", "", "unsafe")
        count = sum(len(line.words) for line in run)
        is_sure = is_next or count >= SURE_WORDS
        yield Match(span, (str(count),), (cut,), severity="error" if is_sure else "warning")


def _is_paragraph(line: Line, times: int) -> bool:
    """True if the line is long enough; what comes again and again is the plan of a list."""
    wanted = MIN_WORDS if times < PLAN_TIMES else 2 * MIN_WORDS
    return len(line.words) >= wanted and line.is_closed


def _runs(rows: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """
    Longest runs of neighbouring lines that stood before in the same order.

    With each, whether the first copy stands right before it.
    """
    keys = [folded(line.text) for line in rows]
    times = Counter(keys)
    seen: dict[str, int] = {}
    run: list[Line] = []
    expected, is_next = -1, False
    for place, (line, key) in enumerate(zip(rows, keys, strict=True)):
        before = seen.setdefault(key, place)
        is_copy = before < place and (_is_paragraph(line, times[key]) or before == expected)
        if run and (not is_copy or before != expected):
            yield run, is_next
            run = []
        if is_copy:
            is_next = is_next if run else before == place - 1
            run.append(line)
            expected = before + 1
        else:
            expected = -1
    if run:
        yield run, is_next


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
