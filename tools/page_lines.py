"""The lines of a web page as a reader sees them, and which of them are its article's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Comment

BLOCKS = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "tr",
    "td",
    "th",
    "table",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "aside",
    "form",
    "label",
    "button",
    "select",
    "figure",
    "figcaption",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "pre",
    "hr",
    "title",
    "main",
    "fieldset",
    "legend",
]
HIDDEN = ("script", "style", "noscript", "template", "head", "svg", "iframe", "option")
# A line is the article's if more than half of its runs of so many words are.
RUN_WORDS = 4
SHORT_WORDS = 5
# A line is a link if more of its letters than this lie in links.
LINK_SHARE = 0.8
_OPEN, _SHUT = "\x01", "\x02"


def page_lines(html: str) -> list[tuple[str, bool]]:
    """Every line of a page with text on it, and whether it is a link."""
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(HIDDEN):
        tag.decompose()
    for text in list(soup.find_all(string=True)):
        if isinstance(text, Comment):
            text.extract()
        else:
            text.replace_with(re.sub(r"\s+", " ", str(text)))
    for tag in soup.find_all("a"):
        tag.insert(0, _OPEN)
        tag.append(_SHUT)
    for tag in soup.find_all(BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    return list(_told_apart(soup.get_text().split("\n")))


def _told_apart(rows: Iterable[str]) -> Iterator[tuple[str, bool]]:
    depth = 0
    for row in rows:
        linked = plain = 0
        for letter in row:
            if letter in (_OPEN, _SHUT):
                depth = max(0, depth + (1 if letter == _OPEN else -1))
            elif not letter.isspace():
                linked, plain = (linked + 1, plain) if depth else (linked, plain + 1)
        text = " ".join(re.sub(f"[{_OPEN}{_SHUT}]", "", row).split())
        if text:
            yield text, linked > LINK_SHARE * (linked + plain)


def labelled(rows: Iterable[tuple[str, bool]], body: str) -> Iterator[tuple[str, bool, bool]]:
    """Each line, whether it is of the article body, and whether it is a link."""
    words = _words(body)
    runs = {
        size: {tuple(words[at : at + size]) for at in range(len(words))}
        for size in range(1, RUN_WORDS + 1)
    }
    whole = {" ".join(_words(row)) for row in body.split("\n")}
    for text, is_link in rows:
        yield text, _is_own(_words(text), runs, whole), is_link


def _is_own(words: list[str], runs: dict[int, set[tuple[str, ...]]], whole: set[str]) -> bool:
    if " ".join(words) in whole:
        return bool(words)
    if len(words) < SHORT_WORDS:
        return False
    mine = [tuple(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]
    return sum(run in runs[RUN_WORDS] for run in mine) > len(mine) / 2


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
