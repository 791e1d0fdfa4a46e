"""Is a short line the heading of a section, or a name, a slogan, an item of a list?"""

from __future__ import annotations

import re

from credcheck.lexicons import entries
from credcheck.rules.broken._lines import Line

SECTION_WORDS_MAX = 10

# Nouns of action and quality, as headings like them and names of people do not.
_ABSTRACT = re.compile(
    r"\w{3,}(?:tion|sion|ment|ness|ity|ities|ance|ence|ism|ics|ship|ing)s?", re.I
)
# One of these is a heading by itself.
_SINGLE = frozenset(
    (
        *("conclusion", "background", "overview", "timeline", "reaction", "aftermath", "context"),
        *("methodology", "summary", "introduction", "recommendations", "findings", "outlook"),
    )
)
_ASKS = re.compile(r"(?:What|Why|How|Who|When|Where|Which)\b.{4,}")
# "Verdict: not guilty", "VERDICT: False" say what a heading would only name.
_SAYS = re.compile(r"^\w+: (?:[a-z]|\S+$)")
_SIGNED = re.compile(
    r"(?:[Bb]y (?=[A-Z])|Contributing|Contributors?|Graphics?\b|—|–|-|Source|Via|With"
    r"|Reporting|Editing"
    r"|Additional|From|©|\(|\[|•|The (?:writer|author)"
    r"|Ends?\b|ENDS?\b)|.*(?:[@#]\w|https?:|www\.|\d{4}$)"
)


def is_section(line: Line) -> bool:
    """True if the words of a line are those of a section heading."""
    if not line.is_heading or len(line.words) > SECTION_WORDS_MAX or _SIGNED.match(line.title):
        return False
    if line.title[:1] in "“\"'‘" or _SAYS.search(line.title):
        return False
    words = [word.strip(".,:;?!’'").lower() for word in line.title.split()]
    named = sum(word in entries("heading_words") for word in words)
    if named and len(words) > 1:
        return True
    is_single = len(words) == 1 and named and words[0] in _SINGLE
    return bool(is_single) or (_ASKS.match(line.title) is not None and len(words) > 2)


def _is_abstract(word: str) -> bool:
    """True for "Cooperation", and not for "Illing"."""
    from credcheck.language.words import is_known

    return _ABSTRACT.fullmatch(word) is not None and is_known(word.lower())


def may_be_section(line: Line) -> bool:
    """True if nothing but its likeness to other headings could tell: "Regional Cooperation"."""
    words = line.title.split()
    return (
        line.is_heading
        and 2 <= len(words) <= SECTION_WORDS_MAX
        and _SIGNED.match(line.title) is None
        and not any(map(str.isdigit, line.title))
        and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
        and any(_is_abstract(word.strip(".,:;")) for word in words)
    )
