"""
Find a heading with no text under it.

## Why it matters
The section it stood over was lost, and the reader is promised what the article does not hold.

## When it is wrong
A signature, a motto or a last line for effect may look like a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, whole_line
from credcheck.types import Match, Prose, Rule

_TOPIC = re.compile(
    r"\b(?:background|conclusions?|introduction|overview|summary|analysis|implications?|outlook|reactions?"
    r"|responses?|challenges|opportunities|next steps|looking (?:ahead|forward|back)|moving forward|the road ahead"
    r"|way forward|by the numbers|timeline|impact|effects?|consequences|recommendations?|key (?:facts|points"
    r"|takeaways|findings|questions|figures|dates)|takeaways|highlights|context|causes?|findings|methodology"
    r"|results|discussion|future|history|frequently asked questions|faqs?|final thoughts|bottom line"
    r"|what we know|the big picture|between the lines|why it matters|what's next|what’s next|go deeper"
    r"|zoom (?:in|out)|catch up quick|state of play|details|sources|references|data|statistics|significance"
    r"|benefits|risks|concerns|controversy|criticism|support|strategy|solutions|perspectives?)\b",
    re.I,
)
_ASKING = re.compile(
    r"(?:what|why|how|who|when|where|which|is|are|can|will|does|should)\b.{3,}", re.I
)
_SIGNED = re.compile(
    r"^(?:by|—|–|-|source|via|with|reporting|editing|additional|from|©|\(|\[|•|https?|www|@|#|the (?:writer|author)|ends?\b)"
    r"|[@#]\w|https?:|www\.|\d{4}$|^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3}(?:,.*)?$",
    re.I,
)
_NAME = re.compile(r"(?:(?:[A-Z][\w.’'-]*|of|the|and|for|de|van|bin|al)[ ,]*){1,12}")


def find(prose: Prose) -> Iterable[Match]:
    """Headings that nothing, or only another heading, follows."""
    rows = article_lines(prose.text)
    if sum(line.is_prose for line in rows) < 1:
        return
    if _is_last(rows):
        yield whole_line(rows[-1], rows[-1].text)
    for place in range(1, len(rows) - 2):
        if _is_between(rows, place):
            yield whole_line(rows[place], rows[place].text)


def _is_last(rows: Sequence[Line]) -> bool:
    line = rows[-1]
    if not line.is_heading or not rows[-2].is_prose or len(line.words) < 2:
        return False
    if _TOPIC.search(line.text) or (line.text.endswith("?") and _ASKING.match(line.text)):
        return line.text[0] not in "“\"'‘"
    return False


def _is_between(rows: Sequence[Line], place: int) -> bool:
    """A heading by its words, a paragraph before it, and another heading right below it."""
    before, line, below, after = rows[place - 1 : place + 3]
    if not (before.is_prose and line.is_heading and below.is_heading and after.is_prose):
        return False
    return _TOPIC.search(line.text) is not None and _TOPIC.search(below.text) is not None


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
        "[[Background]]\n\nConclusion\n\nThe ferry will leave from the fish quay until autumn.".replace(
            "[[Background]]", "[[Key Findings]]"
        ),
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
