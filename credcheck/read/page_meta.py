"""
What a web page says of itself: title, byline, date, site.

Asked in this order: the page's JSON-LD (schema.org), OpenGraph and other `meta` tags, microdata,
and what readers see (`h1`, `time`, `rel=author`). BeautifulSoup reads only these few elements, cut
out of the page beforehand: reading the whole page with it takes ten times as long.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from html import unescape

from bs4 import BeautifulSoup
from lxml import etree

from credcheck.read.page_blocks import Element
from credcheck.types import Meta

_TELLING = (
    "//title | //meta | //h1 | //time | //*[@rel='author'] | //*[contains(@itemprop, 'author')]"
    " | //*[contains(@itemprop, 'datePublished')]"
    " | //script[contains(@type, 'ld+json')]"
)
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
_BYLINES = ("author", "byl", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_DATES = (
    "article:published_time",
    "article:published",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "pdate",
    "date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
)
_SITES = ("og:site_name", "application-name")
# A title that ends in the name of the site, and a byline that starts with "By".
_SITE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " · ")
_BY = re.compile(r"(?i:by|von|par|por|di)\s+(?=[A-ZÀ-Þ])")
_BYLINE_CHARACTERS_MAX = 120
_AUTHOR = re.compile(r"\bauthor\b")
_PUBLISHED = re.compile(r"\bdatePublished\b")
_SPACE = re.compile(r"\s+")

Thing = Mapping[str, object]


@dataclass
class PageHead:
    """The telling elements of a page, and what its JSON-LD describes."""

    soup: BeautifulSoup
    things: tuple[Thing, ...]

    @classmethod
    def of(cls, root: Element) -> PageHead:
        """Cut the telling elements out of a page."""
        cut = (
            etree.tostring(element, encoding="unicode", method="html", with_tail=False)
            for element in root.xpath(_TELLING)
        )
        soup = BeautifulSoup("".join(cut), "lxml")
        scripts = soup.find_all("script", type=re.compile("ld\\+json"))
        return cls(soup, tuple(t for script in scripts for t in _things(script.string or "")))

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The first content of every `meta` tag, by its name in small letters."""
        found: dict[str, str] = {}
        for tag in self.soup.find_all("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            content = _line(tag.get("content"))
            if isinstance(name, str) and content:
                found.setdefault(name.lower(), content)
        return found

    def meta(self) -> Meta:
        """What the page says of itself; None where it says nothing."""
        return Meta(self.title(self.site), self.byline, self.date, self.site)

    @property
    def site(self) -> str | None:
        """The name of the site or the publisher."""
        publishers = (_name(thing.get("publisher")) for thing in self.articles())
        return _first(*(self.named.get(name) for name in _SITES), *publishers)

    def titles(self) -> Iterator[str]:
        """Every title the page gives itself, the most telling first."""
        found: Iterable[object] = (
            *(thing.get("headline") for thing in self.articles()),
            *(self.named.get(name) for name in _TITLES),
            *(tag.get_text(" ") for tag in self.soup.find_all("h1")),
            *(tag.get_text(" ") for tag in self.soup.find_all("title")[:1]),
        )
        yield from (line for line in map(_line, found) if line)

    def title(self, site: str | None) -> str | None:
        """The title without the name of the site."""
        title = next(self.titles(), None)
        if title is None or site is None:
            return title
        for separator in _SITE_SEPARATORS:
            title = title.removesuffix(separator + site)
        return title

    @property
    def byline(self) -> str | None:
        """The names of the authors."""
        seen = (*self.soup.find_all(rel="author"), *self.soup.find_all(itemprop=_AUTHOR))
        return _first(
            *(_byline(_name(thing.get("author"))) for thing in self.articles()),
            *(_byline(self.named.get(name)) for name in _BYLINES),
            *(_byline(_line(tag.get_text(" "))) for tag in seen),
        )

    @property
    def date(self) -> str | None:
        """When the page was published, in ISO 8601."""
        times = self.soup.find_all("time", datetime=True)
        marked = (*self.soup.find_all(itemprop=_PUBLISHED), *times)
        return _first(
            *(_iso(_line(thing.get("datePublished"))) for thing in self.articles()),
            *(_iso(self.named.get(name)) for name in _DATES),
            *(_iso(_line(tag.get("datetime") or tag.get("content"))) for tag in marked),
        )

    def articles(self) -> Iterator[Thing]:
        """The articles that the JSON-LD describes."""
        return (thing for thing in self.things if "headline" in thing or "articleBody" in thing)

    def published_text(self) -> str:
        """The text of the article as the JSON-LD gives it, if it does."""
        bodies = (thing.get("articleBody") for thing in self.articles())
        return max((unescape(b) for b in bodies if isinstance(b, str)), key=len, default="")


def _things(text: str) -> Iterator[Thing]:
    """Every object in a piece of JSON-LD, outermost first."""
    try:
        waiting = deque([json.loads(text, strict=False)])
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _line(value: object) -> str | None:
    """Text as one line without entities, None for anything else."""
    if not isinstance(value, str):
        return None
    return _SPACE.sub(" ", unescape(value)).strip() or None


def _name(value: object) -> str | None:
    """The names of a person or an organisation in JSON-LD, or of several."""
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return _line(value.get("name") if isinstance(value, dict) else value)


def _byline(text: str | None) -> str | None:
    """Text that may be names: no address of a page, no paragraph."""
    if text is None or "://" in text or len(text) > _BYLINE_CHARACTERS_MAX:
        return None
    return _BY.sub("", text, count=1) if _BY.match(text) else text


def _iso(text: str | None) -> str | None:
    """A date in ISO 8601, if the text is one or a date as mail writes it."""
    if text is None:
        return None
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
