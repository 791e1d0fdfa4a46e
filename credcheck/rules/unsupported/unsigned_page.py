"""
Find a web page that names no author, gives no date and links to nothing.

Only pages are asked, since they carry a byline, a date and links as a rule; text files, PDFs and
records of data sets leave them out routinely. One finding a page, at its beginning, and only if all
three are missing: each of them alone is missing in every fifth news page.

## Why it matters
A reader can trace a report by who wrote it, when, and what it points to. A page with none of these
can only be judged by what it says.

## When it is wrong
The page may name its author or its date where no reader of pages looks for them, or be saved
without its head. Pages of agencies and of institutions are often unsigned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from credcheck.types import Evidence, Match, Meta, Prose, Rule, Span

FORMATS = frozenset({"html", "warc"})
LEAST_WORDS = 100
# Of 76 news pages of as many sites 17 had no byline, 13 no date, 20 no link in the article; 6 had
# none of the three (2026-11).
NORMS = {
    "byline": "no author is named; 59 of 76 news pages name one",
    "date": "no date is given; 63 of 76 news pages give one",
    "links": "the article links to nothing; 56 of 76 news pages have links",
}
_FIRST_LINE = re.compile(r"\S[^\n]{0,200}")


def find(prose: Prose) -> Iterable[Match]:
    """One match if a page has neither byline nor date nor links."""
    document = prose.document
    words = len(prose.text.split())
    lacking = missing(document.meta)
    if document.source.format in FORMATS and words >= LEAST_WORDS and len(lacking) == len(NORMS):
        first = _FIRST_LINE.search(prose.text)
        evidence = tuple(Evidence(f"page {name}", "norm", NORMS[name]) for name in lacking)
        yield Match(Span(*first.span()) if first else Span(0, 0), evidence=evidence)


def missing(meta: Meta) -> tuple[str, ...]:
    """Which of byline, date and links a page lacks; links count only where they were looked for."""
    has = {"byline": bool(meta.byline), "date": bool(meta.date), "links": meta.links != 0}
    return tuple(name for name in NORMS if not has[name])


RULE = Rule(
    code="UNS304",
    name="unsigned-page",
    severity="info",
    message="the page names no author, gives no date and links to nothing",
    find=find,
    bad=(),
    good=("The harbour of Low Ford is closed. " * 20,),
)
