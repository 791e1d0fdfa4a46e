"""
Find a heading with no text under it.

## Why it matters
The section it stood over was lost, and the reader is promised what the article does not hold.

## When it is wrong
A signature, a motto or a last line for effect may look like a heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from credcheck.rules.broken._furniture import article_lines, pieces
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
    # What a link or a box said in a whole sentence stood under the heading.
    told = {
        piece.span.start for piece in pieces(prose.text) if piece.span.of(prose.text)[-1] == "."
    }
    if rows and rows[-1].after in told:
        return
    for line in rows[len(rows) - _headings_at_end(rows) :]:
        yield whole_line(line, line.text)
    pairs = [place for place in range(1, len(rows) - 2) if _is_pair(rows, place)]
    # A speaker's name below each question, a school below each course: the article's own manner.
    if len(pairs) == 1 and _is_between(rows, pairs[0]):
        found = whole_line(rows[pairs[0]], rows[pairs[0]].text)
        # It may stand over both sections.
        yield replace(found, severity="warning")


def _headings_at_end(rows: Sequence[Line]) -> int:
    """How many headings the text ends on."""
    if len(rows) >= 3 and rows[-3].is_prose and all(map(_is_sure, rows[-2:])):
        return 2
    return int(len(rows) >= 2 and _is_last(rows))


def _is_sure(line: Line) -> bool:
    """True for the words of a heading; a question is one if it is written as a title."""
    words = line.title.rstrip("?").split()
    is_title = len(words) > 1 and all(word[0].isupper() for word in words)
    is_asked = line.title.endswith("?") and is_title and len(words) <= SHORT_WORDS_MAX
    return is_asked or is_section(line) or may_be_section(line)


def _is_pair(rows: Sequence[Line], place: int) -> bool:
    """A paragraph, a heading, a line like one, a paragraph."""
    before, line, below, after = rows[place - 1 : place + 3]
    is_amid = before.is_prose and after.is_prose
    return is_amid and line.is_heading and below.is_heading and below.rank <= line.rank


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
    """True for two headings of the same rank, the upper one over nothing."""
    line, below = rows[place : place + 2]
    if sum(row.text == below.text for row in rows) > 1:
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
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "[[Background of the Inspection]]\n\n[[What Happens Next?]]",
    ),
    good=(
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "Conclusion\n\nThe ferry will leave from the fish quay until the autumn.",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "Jane Whitmore, Harbour Post",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "— Reporting by Jane Whitmore in Port Ellis",
        "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"
        "Why we have inspections\n\nJane Browning\n\nWe have them because rust does not wait, and "
        "neither does the tide in a winter like this.\n\nWhat happens next\n\nJane Browning\n\nThe "
        "ferry will leave from the fish quay until autumn.",
    ),
)
