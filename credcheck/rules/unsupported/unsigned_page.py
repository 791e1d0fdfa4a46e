"""
Find a web page that names no author, gives no date and links to nothing.

Pages are asked, since they carry a byline, a date and links as a rule, and of records and of the
front matter of Markdown those that have fields for a byline and a date; text files and PDFs leave
them out routinely. One finding a page, at its beginning, and only if all are missing: each of them
alone is missing in every fifth news page.

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

from credcheck.types import Document, Evidence, Match, Meta, Prose, Rule, Span

FORMATS = frozenset({"html", "warc"})
# A record or front matter that leaves both empty has the fields, and says nothing.
FIELDS = ("byline", "date")
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
    if words >= LEAST_WORDS and _is_unsigned(document, lacking):
        first = _FIRST_LINE.search(prose.text)
        evidence = tuple(Evidence(f"page {name}", "norm", NORMS[name]) for name in lacking)
        yield Match(Span(*first.span()) if first else Span(0, 0), evidence=evidence)


def _is_unsigned(document: Document, lacking: tuple[str, ...]) -> bool:
    if document.source.format in FORMATS:
        return len(lacking) == len(NORMS)
    is_empty = all(getattr(document.meta, name) == "" for name in FIELDS)
    return is_empty and not document.meta.links


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
