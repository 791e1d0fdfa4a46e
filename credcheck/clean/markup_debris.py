"""
Find HTML tags left in the text (whole, spaced out, cut) and comments, and take them out.

## Why it matters
Tags are the trace of a page that was cut up by a program. They stand between the words, and where
tags are left, whole parts of the page are often missing.

## When it is wrong
A text about markup or programming shows tags; it is left alone, and so are code in back-ticks,
tags in quotation marks, and a tag spoken of as one ("the <br> tag"). In Markdown files comments,
pictures, links and line breaks written as tags are at home.

What a tag stood for stays: a paragraph becomes a blank line, a table row a line, a cell a tab.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_in
from credcheck.lexicons import entries, rows
from credcheck.types import Edit, Fixer, Span

_BREAKS = {"inline": "", "cell": "\t", "line": "\n", "block": "\n\n"}
_STRENGTH = list(_BREAKS.values())
# Tags that pages leave open, so that one by itself is debris and not spoken of.
_LEFT_OPEN = frozenset(("br", "p", "hr", "li", "td", "tr", "img", "option"))
# Tags that are cut so often, and words so rarely, that a bare "td >" is one.
_STUMPS = "td|tr|th|tbody|thead|table|h[1-6]|div|span|li|ul|ol|br|blockquote|figcaption|strong"
_COMMENTS = (
    r"<\s?!\s?--[\s\S]{0,4000}?--\s?>|<!\[(?:CDATA\[|endif\]|if [^\]\n]{1,40}\])(?:--)?>?|\]\]>"
    r"|<!DOCTYPE\b[^<>]{0,300}>|<\?xml\b[^<>]{0,300}\?>"
    r"|\[if (?:!|gte|gt|lte|lt|IE)[\w ]{1,40}\]|\[endif\]"
    r"|<(script|style|noscript)\b[^<>]{0,600}>[\s\S]{0,20000}?</\s?\1\s?>"
)
_OFFICE = (
    r"</?(?:o|v|w|st1|fb|g):[A-Za-z]{1,30}(?:\s[^<>]{0,300})?/?>"
    r"|</?amp-[a-z-]{2,30}(?:\s[^<>]{0,600})?>"
)
_NAME = re.compile(r"[</\s]{0,6}([A-Za-z][A-Za-z0-9]{0,11})")
_SPOKEN_OF = re.compile(
    r"[ '’\"”`,]{0,3}(?:s\b ?)?(?:tags?|elements?|attributes?|blocks?|nodes?|markup|brackets?)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:\b(?:an?|the|in|into|of|with|to|or|and|like|as|called|named|using|where|"
    r"element|tag|every|each|another|extra|from|for|by|two|empty)|,) ?[\"'“‘(]?\Z",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’«»()"
# "a < b > c": letters and numbers compared.
_COMPARED = re.compile(r"(?<!\w)\w{1,2} ?< [a-z] > \w{1,2}(?!\w)")
_STOPS = " .,;:!?\n"
# What a writer of Markdown types: comments, and tags for what it has no sign for.
_MARKDOWN = re.compile(
    r"<!--[\s\S]*-->|<br ?/?>|</?(?:kbd|sub|sup|details|summary|mark|u|ins)(?: open)?>"
    r"|<(?:img|a)\s[^<>]{1,600}>|</a>"
)
_MOST_BLANK = 200


@cache
def _tag() -> re.Pattern[str]:
    names = _either(tuple(_stands_for()))
    attributes = "|".join(entries("html_attributes"))
    value = r"(?:\"[^\"<>]{0,600}\"|'[^'<>]{0,600}'|[“”″][^“”″<>]{0,600}[“”″]|[^\s\"'<>]{1,300})"
    attribute = (
        rf"\s{{1,3}}(?:[\w:@.-]{{1,40}}\s{{0,2}}=\s{{0,2}}{value}|(?:{attributes})(?=[\s/>]))"
    )
    left = r"<\s{0,3}/?\s{0,3}"
    return re.compile(
        rf"{_COMMENTS}|{_OFFICE}"
        rf"|{left}(?:{names})(?=[\s/>])(?:{attribute}){{0,30}}\s{{0,3}}/?\s{{0,3}}>"
        rf"|{left}(?:{names})(?:{attribute}){{1,30}}"
        rf"|<\s?/\s?(?:{names})(?=\s{{0,2}}(?:\n|<|\Z))"
        rf"|<\s?/?\s?(?:{_STUMPS})(?=\s{{0,2}}(?:\n|<|\Z))|</[a-z][a-z0-9]{{0,10}}\Z"
        rf"|<(?:{names})\s{{1,2}}(?:{attributes})\s?=[^<>\n]{{0,300}}(?=\n|\Z)"
        rf"|(?<![\w<.])(?<!< )/\s?(?:{names})\s?>|(?<=[a-z.,!?”\"])/(?:{_STUMPS}|p)\s?>"
        rf"|(?<![\w</.=-])(?<!< )(?<!</ )(?:{_STUMPS})\s?/?\s?>"
    )


@cache
def _stands_for() -> dict[str, str]:
    return {name: _BREAKS[kind] for name, kind in rows("html_tags")}


def _either(names: tuple[str, ...]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join((*longest_first, *(name.upper() for name in longest_first)))


def edits(text: str) -> Iterator[Edit]:
    """Edits that take out tags, those side by side as one."""
    yield from _edits(text, _nothing)


def edits_in_markdown(text: str) -> Iterator[Edit]:
    """The same, but for comments and the tags that Markdown has no sign for."""
    yield from _edits(text, _MARKDOWN.fullmatch)


def _nothing(_: str) -> None:
    """No tag is at home in plain text."""


def _edits(text: str, is_at_home: Callable[[str], object]) -> Iterator[Edit]:
    pieces = marked_pieces(text)
    if not any(hint in pieces for hint in ("<", ">", "[if", "[endif")):
        return
    if is_about_code(text):
        return
    found = (match for match in _tag().finditer(text) if not is_at_home(match.group()))
    tags = [match for match in found if not _is_in_code(text, match)]
    if any(_is_spoken_of(text, tag) for tag in tags):
        tags = [tag for tag in tags if not _is_plain(tag.group())]
    first = 0
    while first < len(tags):
        last = first
        while last + 1 < len(tags) and _are_neighbours(text, tags[last], tags[last + 1]):
            last += 1
        yield _removal(text, tags[first : last + 1])
        first = last + 1


def _are_neighbours(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    between = text[left.end() : right.start()]
    return len(between) <= _MOST_BLANK and not between.strip() and between.count("\n") < 4


def _is_in_code(text: str, tag: re.Match[str]) -> bool:
    """True if the tag stands in code, in an address, or between quotation marks."""
    start, end = tag.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in _QUOTES and after and after in _QUOTES:
        return True
    if _COMPARED.match(text, max(0, start - 2)) or _COMPARED.match(text, max(0, start - 3)):
        return True
    word = text[max(0, start - 100) : start].rsplit(maxsplit=1)[-1:] if before.strip() else []
    return is_in(code_spans(text), start) or any("://" in w or "@" in w for w in word)


def _is_plain(tag: str) -> bool:
    """True if the tag is written as one writes it to show it: no blanks, no attributes, whole."""
    return tag.startswith("<") and tag.endswith(">") and not re.search(r"[\s=]", tag)


def _is_spoken_of(text: str, tag: re.Match[str]) -> bool:
    """True if the text speaks of the tag: "the <br> tag", "wrap it in a <div>"."""
    if not _is_plain(tag.group()):
        return False
    if _SPOKEN_OF.match(text, tag.end()):
        return True
    name = _NAME.match(tag.group())
    after = text[tag.end() : tag.end() + 1]
    if not name or "/" in tag.group() or name[1].lower() in _LEFT_OPEN or after not in _STOPS:
        return False
    is_closed = f"</{name[1]}>" in text
    return not is_closed and bool(_INTRODUCED.search(text[max(0, tag.start() - 24) : tag.start()]))


def _removal(text: str, tags: list[re.Match[str]]) -> Edit:
    """Take out a run of tags and the blanks round it; leave what the tags stood for."""
    start, end = tags[0].start(), tags[-1].end()
    left, right = _blank_before(text, start), _blank_after(text, end)
    if text[left:start].count("\n") >= 4 or text[end:right].count("\n") >= 4:
        return Edit(Span(start, end), "")
    mark = max((_break(tag.group()) for tag in tags), key=_STRENGTH.index)
    return Edit(Span(left, right), _joint(text, Span(left, right), Span(start, end), mark))


def _blank_before(text: str, place: int) -> int:
    start = max(0, place - _MOST_BLANK)
    return start + len(text[start:place].rstrip())


def _blank_after(text: str, place: int) -> int:
    piece = text[place : place + _MOST_BLANK]
    return place + len(piece) - len(piece.lstrip())


def _joint(text: str, gap: Span, tags: Span, mark: str) -> str:
    """What stands between two words when the tags between them are gone."""
    before, after = text[gap.start : tags.start], text[tags.end : gap.end]
    if gap.start == 0:
        return ""
    if gap.end == len(text):
        return "\n" if "\n" in before + after else ""
    lines = max(before.count("\n"), after.count("\n"), mark.count("\n"))
    if lines:
        return "\n" * min(lines, 2)
    return mark or (" " if before or after else "")


def _break(tag: str) -> str:
    """What a tag stands for: a blank line, a line end, a tab, nothing."""
    found = _NAME.match(tag)
    return _stands_for().get(found[1].lower(), "") if found else ""


FIXER = Fixer(
    code="BRK202",
    name="markup-debris",
    severity="error",
    message="markup left in the text: '{0}'",
    edits=edits,
    mends=(
        ("He left. < p > She stayed.", "He left.\n\nShe stayed."),
        ("He left.</p><p>She stayed.", "He left.\n\nShe stayed."),
        ('< h2 id = "the-port" >\n\nThe port\n< / h2 >\n\nIt closed.', "The port\n\nIt closed."),
        ("< td >1 ,900  td >< td >Ferries stopped", "1 ,900\tFerries stopped"),
        ("<tr><td>May</td><td>12</td></tr><tr><td>June</td><td>9</td></tr>", "May\t12\nJune\t9"),
        ("a <b>very</b> long <em class='x'>day</em>.", "a very long day."),
        ("a < b > very < / b > long day.", "a very long day."),
        ("One line.<br />Another.", "One line.\nAnother."),
        ('See <a href="https://example.org/x?a=1" target="_blank">here</a>.', "See here."),
        ("The end of the line.</di", "The end of the line."),
        ('The end.\n<p class="lead', "The end.\n"),
        ("The end.</span", "The end."),
        ("May td > 12 /td > 14", "May\t12\t14"),
        ("The price rose.<!-- more --> It fell.", "The price rose. It fell."),
        ("The price rose.<script>var a = 1 < 2;</script> It fell.", "The price rose. It fell."),
        ("<P ALIGN=center>The price rose.</P>", "The price rose."),
        ("The price rose.<o:p></o:p> It fell.", "The price rose. It fell."),
        (
            'Your browser <iframe src="x" allowfullscreen></iframe> stopped.',
            "Your browser\n\nstopped.",
        ),
        ("The plan /p> was dropped/div> at noon.", "The plan\n\nwas dropped\n\nat noon."),
    ),
    untouched=(
        "In HTML a `<div>` groups, while <section> and <article> carry meaning to the browser.",
        "Wrap it in a <div> and give the <table> element a caption.",
        "Type “<br>” to break a line; the closing '</p>' may be left out.",
        "They wrap everything in <div> where <section>, say, would do.",
        "if a < b and c > d, or p > 0.05, then i <3 you",
        "Write to Ann Lee <ann@example.org> or see <https://example.org/table>.",
        "A Vec<Object> holds an Option<Time>; a List<String> does not.",
        "Temperatures of > 40 and < 5 degrees; 5 > 3; the U.S. > China gap",
    ),
    edits_in={"md": edits_in_markdown},
)
