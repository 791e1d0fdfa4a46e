"""
Find a heading with no text under it.

## Why it matters
The section it stood over was lost, and the reader is promised what the article does not hold.

## When it is wrong
A signature, a motto or a last line for effect may look like a heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._headings import is_section, may_be_section
from credcheck.rules.broken._lines import Line, whole_line
from credcheck.types import Match, Prose, Rule

# Two headings in a row are common where the upper one stands over several sections; only short
# ones are taken for two sections of the same rank.
SHORT_WORDS_MAX = 5
# So many sections with text show how the article writes its headings.
HEADED_MIN = 2


def find(prose: Prose) -> Iterable[Match]:
    """Headings that nothing, or only another heading, follows."""
    rows = article_lines(prose.text)
    if len(rows) >= 2 and _is_last(rows):
        yield whole_line(rows[-1], rows[-1].text)
    for place in range(1, len(rows) - 2):
        if rows[place].is_heading and _is_between(rows, place):
            yield whole_line(rows[place], rows[place].text)


def _is_last(rows: Sequence[Line]) -> bool:
    """A heading at the end, by its words or by its likeness to the other headings."""
    line = rows[-1]
    if not rows[-2].is_prose:
        return False
    return is_section(line) or (may_be_section(line) and _headed(rows) >= HEADED_MIN)


def _headed(rows: Sequence[Line]) -> int:
    """How many headings the article has that stand between paragraphs."""
    return sum(
        before.is_prose and line.is_heading and after.is_prose
        for before, line, after in zip(rows, rows[1:], rows[2:], strict=False)
    )


def _is_between(rows: Sequence[Line], place: int) -> bool:
    """A paragraph, a heading, another heading of the same rank, a paragraph."""
    before, line, below, after = rows[place - 1 : place + 3]
    if below.rank > line.rank or not (before.is_prose and below.is_heading and after.is_prose):
        return False
    if max(len(line.words), len(below.words)) > SHORT_WORDS_MAX:
        return False
    if is_section(below) and _is_in_sentence_case(line):
        return True
    return is_section(line) and (is_section(below) or may_be_section(below))


def _is_in_sentence_case(line: Line) -> bool:
    """True for "Food prices", and not for a name."""
    words = line.title.split()
    return len(words) > 1 and all(word.islower() and word.isalpha() for word in words[1:])


RULE = Rule(
    code="BRK402",
    name="orphan-heading",
    severity="error",
    message="nothing stands under this heading: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "[[Looking Ahead: Challenges and Opportunities]]",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "[[Key Findings]]\n\nConclusion\n\nThe ferry will leave from the fish quay until autumn.",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "[[By the numbers]]",
    ),
    good=(
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "Conclusion\n\nThe ferry will leave from the fish quay until the autumn.",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "Jane Whitmore, Harbour Post",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "— Reporting by Jane Whitmore in Port Ellis",
    ),
)
