"""
Find HTML entities left in the text, and write the character they stand for.

## Why it matters
"&#8217;" in the place of an apostrophe stops a reader, and splits the word for every search.
Entities that were escaped twice, torn by spaces, or lost their semicolon are seen too.

## When it is wrong
A text about HTML shows entities on purpose; it is left alone, and so is code in back-ticks. A name
that happens to end in a semicolon ("AT&T;") is no entity.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.lexicons import entries
from credcheck.types import Edit, Fixer, Span

# Without the ampersand only those that cannot be a word or a number of the text.
_BARE = re.compile(
    r"(?<![&\w#])(?:nbsp|rsquo|lsquo|ldquo|rdquo|hellip|ndash|mdash|raquo|laquo);"
    r"|(?<=[A-Za-z])#(?:821[1267]|822[01]|8230|0?39);|(?<![&\w])#(?:821[1267]|822[01]|8230|0?39|160);"
)
_BARE_HINTS = ("nbsp;", "quo;", "dash;", "#8", "#039", "#39;", "hellip;", "#160")
# Without the semicolon only the common ones, and only before what cannot be a part of a name.
_OPEN = (
    r"& ?(?:nbsp|rsquo|lsquo|ldquo|rdquo|hellip|ndash|mdash|amp|quot|lt|gt)(?![\w;=])(?! ;)"
    r"|&#(?:821[1267]|822[01]|8230|0?39|160)(?![\d;])(?! ;)"
)
_LONGEST_CHAIN = 4
_FRENCH_AFTER = frozenset("?!:;»%€")


@cache
def _entity() -> re.Pattern[str]:
    names = "|".join(sorted(entries("entity_names"), key=len, reverse=True))
    escaped = rf"(?:(?:amp|AMP|#0?38) ?; ?){{0,{_LONGEST_CHAIN}}}"
    numbers = r"# ?\d{2,6}|# ?[xX][0-9a-fA-F]{2,5}"
    return re.compile(rf"& ?{escaped}(?:{names}|{numbers}) {{0,2}};|{_OPEN}")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put characters in the place of entities."""
    pieces = marked_pieces(text)
    found = [*_decoded_in(text, _entity())] if "&" in pieces else []
    if any(hint in pieces for hint in _BARE_HINTS):
        found += _decoded_in(text, _BARE)
    if found and not is_about_code(text):
        yield from found


def _decoded_in(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    shown = code_spans(text)
    for match in pattern.finditer(text):
        character = _character(text, match)
        if character is not None and not is_in(shown, match.start()):
            yield Edit(Span(*match.span()), character)


def _character(text: str, match: re.Match[str]) -> str | None:
    """The character an entity stands for; None if the match is no entity."""
    found = match.group()
    if found.startswith("& ") and not found.endswith(";"):
        return None
    character = _decoded(found)
    if character == "\xa0":
        return _space(text, match.start(), match.end())
    return None if character == found else character


def _decoded(found: str) -> str:
    plain = found.replace(" ", "").rstrip(";") + ";"
    plain = plain if plain.startswith("&") else "&" + plain
    for _ in range(_LONGEST_CHAIN + 1):
        plain = html.unescape(plain)
        if not plain.startswith("&") or len(plain) == 1:
            return plain
    return found


def _space(text: str, start: int, end: int) -> str:
    """A no-break space where French sets one, a plain space elsewhere."""
    is_french = text[end : end + 1] in _FRENCH_AFTER or text[start - 1 : start] == "«"
    return "\xa0" if is_french and text[end : end + 1] else " "


FIXER = Fixer(
    code="BRK201",
    name="entities",
    severity="error",
    message="the entity '{0}' was left in the text",
    edits=edits,
    mends=(
        ("the minister&#8217;s word", "the minister’s word"),
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("Marks &amp;amp; Spencer", "Marks & Spencer"),
        ("the minister&amp;#8217;s word", "the minister’s word"),
        ("It rained&hellip; all day", "It rained… all day"),
        ("It rained& hellip ; all day", "It rained… all day"),
        ("Smith & amp ; Sons", "Smith & Sons"),
        ("the minister& #8217 ;s word", "the minister’s word"),
        ("Smith &amp Sons", "Smith & Sons"),
        ("He left.&nbsp;She stayed.", "He left. She stayed."),
        ("He left. nbsp; She stayed.", "He left.   She stayed."),
        ("Vraiment&nbsp;? dit-il", "Vraiment\xa0? dit-il"),
        ("the minister#8217;s word", "the minister’s word"),
        ("&#x201C;Yes&#x201D;", "“Yes”"),
        ("Caf&eacute; at 5 &euro;", "Café at 5 €"),
        ("if x &lt; 3 and y &gt; 4", "if x < 3 and y > 4"),
    ),
    untouched=(
        "AT&T; R&D; Q&A; B&B and M&S; S&P 500",
        "https://example.org/?a=1&copy=2&lt=3&amp=4",
        "In HTML, write the markup entity &lt; for an angle bracket and &amp; for an ampersand.",
        "Type `&nbsp;` twice.",
        "Rock & roll; salt & pepper; #1; #100; item #39",
        "Play No. 5; see §4; A&E; H&M;",
    ),
)
