"""
Find words and sentences torn at the end of a line, and put them together.

## Why it matters
Text taken from PDF pages or scans keeps the hyphens of its lines ("govern-" / "ment") and tears
sentences where a page or a column ended, so that words and quotations are not found.

## When it is wrong
A line end alone is no damage: letters and mail are wrapped throughout. A sentence is torn only
where a blank line cuts it; poems and lists are left alone, and "pre- and post-war" keeps its
hyphen. Words are joined only if the result is a word that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.shown_code import code_spans, is_in
from credcheck.types import Edit, Fixer, Span

_AT_LINE_END = re.compile(r"-[ \t]{0,4}\r?\n[ \t]{0,12}(?=[a-z])(?<![^a-z]-)")
_IN_LINE = re.compile(r"-[ ](?=[a-z]{2})(?<=[a-z][a-z]- )")
_OPTIONAL = re.compile(r"¬[ \t]{0,2}\n?(?=[a-z])")
_WORD_BEFORE = re.compile(r"(?<![A-Za-z'’-])[A-Za-z]{2,20}\Z")
_WORD_AFTER = re.compile(r"[a-z]{2,20}(?![A-Za-z'’])")
_SUSPENDED = frozenset(("and", "or", "to", "through", "but", "nor", "as", "versus", "und"))
# A line that ends inside a sentence, and the blank lines before the sentence goes on.
_TORN = re.compile(r"\n(?:[ \t\r]{0,8}\n){1,2}[ \t]{0,8}(?=[a-z]{1,20}[ ,])")
_LINE = re.compile(r"[^\n]+")
_LONGEST_LOOK = 4000
# Below this log10 P(right | left) two words are no phrase: "head ache" -6.2, "long term" -1.8.
_NO_PHRASE = -4.5
# Log10 of the share of a word that is always written so, and how much likelier than the phrase it
# must be: "spokeswoman" -4.1 and 5.7, "underground" -4.4 and 2.7; "postwar" -5.0, "online" has 2.9,
# "healthcare" 0.3, "maybe" -0.5.
_COMMON, _MARGIN = -4.6, 1.5
# Characters of a line, of what goes on below it, and of a paragraph; and the share of lines that
# may be torn before it is a manner of setting: 9 repairs in 5,868 articles, all of torn text.
_SHORTEST_LINE = 40
_SHORTEST_REST = 12
_SHORTEST_PARAGRAPH = 60
_ENDS = frozenset('.!?”"')
_STOP = re.compile(r"[a-z)”\"][.!?]”? [A-Z“]")
_MOST_TORN_SHARE = 0.15


def edits(text: str) -> Iterator[Edit]:
    """Edits that join the halves of words and of sentences."""
    for match in _OPTIONAL.finditer(text) if "¬" in text else ():
        yield Edit(Span(*match.span()), "")
    if "-\n" in text or "- " in text or "-\r" in text:
        yield from _hyphenated(text)
    if "\n" in text:
        yield from _sentences(text)


def _hyphenated(text: str) -> Iterator[Edit]:
    for pattern in (_AT_LINE_END, _IN_LINE):
        for match in pattern.finditer(text):
            joint = _joint(text, match)
            if joint is not None and not is_in(code_spans(text), match.start()):
                yield Edit(Span(*match.span()), joint)


def _joint(text: str, match: re.Match[str]) -> str | None:
    """What stands between the halves of a word: nothing, its hyphen; None if they are two words."""
    before = _WORD_BEFORE.search(text[max(0, match.start() - 21) : match.start()])
    after = _WORD_AFTER.match(text, match.end())
    if not before or not after or after.group() in _SUSPENDED:
        return None
    left, right = before.group().lower(), after.group()
    if _is_one_word(left, right):
        return ""
    is_line_end = "\n" in match.group()
    return "-" if is_line_end and _is_word(left) and _is_word(right) else None


def _is_one_word(left: str, right: str) -> bool:
    from credcheck.clean.segmentation import pair_cost, word_costs

    if not _is_word(left + right):
        return False
    if not (_is_word(left) and _is_word(right)) or pair_cost(left, right) < _NO_PHRASE:
        return True
    whole, apart = word_costs()[left + right], word_costs()[left] + pair_cost(left, right)
    return whole > _COMMON and whole > apart + _MARGIN


def _is_word(word: str) -> bool:
    from credcheck.clean.segmentation import is_english

    return is_english(word)


def _sentences(text: str) -> Iterator[Edit]:
    """Sentences torn by line ends, in a text that is not wrapped throughout."""
    gaps = (_with_blanks(text, match) for match in _TORN.finditer(text))
    torn = [gap for gap in gaps if _is_torn(text, gap)]
    if not torn:
        return
    lines = sum(len(line.group()) >= _SHORTEST_LINE for line in _LINE.finditer(text))
    if len(torn) <= max(1, _MOST_TORN_SHARE * lines):
        yield from (Edit(gap, " ") for gap in torn)


def _with_blanks(text: str, match: re.Match[str]) -> Span:
    start = match.start()
    while start and text[start - 1] in " \t\r" and match.start() - start < 8:
        start -= 1
    return Span(start, match.end())


def _is_torn(text: str, gap: Span) -> bool:
    """True if the lines on both sides are prose, and the sentence cannot end between them."""
    start = text.rfind("\n", max(0, gap.start - _LONGEST_LOOK), gap.start) + 1
    end = text.find("\n", gap.end, gap.end + _LONGEST_LOOK)
    above, below = text[start : gap.start], text[gap.end : end if end >= 0 else None]
    if len(above) < _SHORTEST_LINE or "   " in above.strip():
        return False
    last = above.rsplit(maxsplit=1)[-1].lower()
    if last in _GOES_ON:
        return len(below) >= _SHORTEST_REST
    return _is_prose(above, below) and (above[-1] == "," or _ends_in_word(above))


def _is_prose(above: str, below: str) -> bool:
    """True for two pieces of a paragraph, and not for two entries of a list."""
    is_long = min(len(above), len(below)) >= _SHORTEST_PARAGRAPH
    return is_long and below.rstrip()[-1] in _ENDS and bool(_STOP.search(above))


def _ends_in_word(line: str) -> bool:
    return line[-1].islower() and _is_word(line.rsplit(maxsplit=1)[-1])


# Words that no sentence, verse or list entry ends with.
_GOES_ON = frozenset(
    ("the", "a", "an", "of", "to", "for", "with", "from", "by", "its", "their", "than", "into")
)

FIXER = Fixer(
    code="BRK306",
    name="line-wraps",
    severity="error",
    message="torn at the end of a line: '{0}'",
    edits=edits,
    mends=(
        ("The govern-\nment closed the port.", "The government closed the port."),
        ("The well-\nknown port closed.", "The well-known port closed."),
        ("A spokes-\nwoman spoke at the week-\nend.", "A spokeswoman spoke at the weekend."),
        ("A post-\nwar health-\ncare plan", "A post-war health-care plan"),
        ("The govern- ment closed the port.", "The government closed the port."),
        ("The govern¬ment took some¬\nthing.", "The government took something."),
        (
            "The council said on Monday that it would close the\n\n"
            "port for the whole of the winter season.",
            "The council said on Monday that it would close the "
            "port for the whole of the winter season.",
        ),
        (
            "It froze early. The ferries that link the islands were kept in the old harbour\n\n"
            "until the ice had gone, and the crews were sent home for most of the winter.",
            "It froze early. The ferries that link the islands were kept in the old harbour "
            "until the ice had gone, and the crews were sent home for most of the winter.",
        ),
    ),
    untouched=(
        "Pre- and post-war; two- or three-year-olds; mid- to late summer",
        "He left- but she stayed, a long- awaited turn.",
        "The sea and the\nland and the\nsky and the\nbirds",
        "A list of\n\n- ports\n- ferries",
        "X-\nray of the e-\nmail",
        "Dear Ann, I am writing to you about the harbour in the\n"
        "north of the town, which has been closed by the\n"
        "ice since the second week of the month, and to\n"
        "thank you for your letter.",
    ),
    languages=("en",),
)
