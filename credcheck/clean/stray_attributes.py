"""
Find HTML attributes whose tag is gone, and shortcodes of publishing systems, and take them out.

## Why it matters
'class="lead">' and "[caption id=...]" are the rest of a tag that a program tore in two, or that no
program turned into a picture.

## When it is wrong
A text about markup or programming shows attributes; it is left alone, and so is code in back-ticks.
Words in brackets ("[VIDEO]", "[sic]") are no shortcodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.lexicons import entries
from credcheck.types import Edit, Fixer, Span

_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|twitter|instagram|soundcloud|"
    r"contact-form-7|adrotate|toc|more|vc_\w{1,40}|et_pb_\w{1,40}|su_\w{1,40}|fusion_\w{1,40}|"
    r"wp_\w{1,40}|av_\w{1,40}|cs_\w{1,40}|td_\w{1,40})(?P<inside>[^\[\]]{0,600})\]"
)
_BULLETIN = re.compile(
    r"\[(?P<close>/)?(?P<name>b|i|u|s|url|img|quote|size|color|center|list)(?P<value>=[^\[\]\n]{1,200})?\]",
    re.IGNORECASE,
)
_BARE_NAMES = re.compile(r"\[/|_|\[embed\]|\[toc\]")
_TELLING = ("class", "style", "href", "src", "rel", "target")
_BLANK = " \t"


@cache
def _attributes() -> re.Pattern[str]:
    names = "|".join(sorted(entries("html_attributes"), key=len, reverse=True))
    value = r"(?:\"[^\"<>\n]{0,600}\"|'[^'<>\n]{0,600}'|[“”][^“”<>\n]{0,600}[“”])"
    one = rf"(?:{names}|data-[a-z-]{{1,40}}|aria-[a-z-]{{1,40}}) ?= ?{value}"
    return re.compile(
        rf"(?:[\"']\s{{1,2}})?(?P<first>{one})(?:\s{{1,3}}{one}){{0,20}}(?P<end>\s{{0,2}}/?\s?>)?"
    )


def edits(text: str) -> Iterator[Edit]:
    """Edits that take out attributes and shortcodes, and a blank they leave doubled."""
    found: list[Span] = []
    pieces = marked_pieces(text)
    if "=" in pieces:
        found += (span for span in _stray(text) if not is_in(code_spans(text), span.start))
    if "[" in pieces:
        found += (span for span in _shortcodes(text) if not is_in(code_spans(text), span.start))
    if found and not is_about_code(text):
        yield from (_removal(text, span) for span in found)


def _stray(text: str) -> Iterator[Span]:
    """Attributes: two or more, or one with the end of its tag, or one that holds no words."""
    if '="' not in text and '= "' not in text and "='" not in text and "=”" not in text:
        return
    for match in _attributes().finditer(text):
        opened = text.rfind("<", max(0, match.start() - 40), match.start())
        is_in_tag = opened >= 0 and ">" not in text[opened : match.start()]
        if _is_markup(match) and not is_in_tag:
            start = match.start()
            yield Span(start - (text[start - 1 : start] in ('"', "'")), match.end())


def _is_markup(match: re.Match[str]) -> bool:
    """True if no sentence would be written so: the end of a tag, several in a row, or `class=`."""
    if match["end"] is not None:
        return True
    is_row = len(match["first"]) < len(match.group().strip("\"' "))
    return " = " not in match.group() and (is_row or match["first"].startswith(_TELLING))


def _shortcodes(text: str) -> Iterator[Span]:
    for match in _SHORTCODE.finditer(text):
        inside = match["inside"]
        if "=" in inside or _BARE_NAMES.search(match.group()) or "://" in inside:
            yield Span(*match.span())
    closed = {match["name"].lower() for match in _BULLETIN.finditer(text) if match["close"]}
    for match in _BULLETIN.finditer(text):
        if match["name"].lower() in closed:
            yield Span(*match.span())


def _removal(text: str, span: Span) -> Edit:
    """Take out a stretch; of two blanks that then meet, one goes as well."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before.isalnum() and after.isalnum():
        return Edit(span, " ")
    is_doubled = after in _BLANK and after != "" and (before in (" ", "\t", "\n") or not span.start)
    return Edit(Span(span.start, span.end + is_doubled), "")


FIXER = Fixer(
    code="BRK203",
    name="stray-attributes",
    severity="error",
    message="markup left in the text: '{0}'",
    edits=edits,
    mends=(
        ('class="lead">The port closed.', "The port closed."),
        ('The port" target="_blank" rel="noopener">closed.', "The port closed."),
        ('The port style="color: red" closed.', "The port closed."),
        (
            '[caption id="attachment_12" align="alignleft" width="300"]A crane[/caption] The port',
            "A crane The port",
        ),
        ("The [b]old[/b] port [url=https://example.org]closed[/url].", "The old port closed."),
        ("[vc_row][vc_column_text]The port closed.[/vc_column_text][/vc_row]", "The port closed."),
        ('The port closed. data-id="77" data-kind="x">', "The port closed. "),
    ),
    untouched=(
        'The HTML attribute class="lead" is set in the template, not in the stylesheet.',
        "He [sic] closed the port [VIDEO] [1] [b] [i].",
        "She set a = 'b' and wrote x=\"y\" on the wall.",
        'Use `style="x"` here.',
        'He rated it title="none" once.',
    ),
)
