"""
The blocks of text of a web page: what a reader sees as one paragraph, heading, item or row.

White space is joined as browsers do; a line break inside a block stays a line break, two of them
end it. Every block knows the element it came from, so that the way back to the page is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from credcheck.lexicons import rows

Element: TypeAlias = _Element

_BLOCKS = frozenset(name for name, kind in rows("page_elements") if kind == "block")
_WITHOUT_TEXT = frozenset(name for name, kind in rows("page_elements") if kind == "no-text")
_CELLS = frozenset(("td", "th"))
_SPACES = " \t\n\r\f"
_SPACE = re.compile(r"[ \t\n\r\f]+")
# White space, and characters without any width: a block of nothing else shows nothing.
_NOTHING = (
    " \t\n\r\f\v\x01\xa0\xad\u2002\u2003\u2009\u200a\u200b\u200c\u200d"
    "\u2028\u2029\u202f\u2060\u3000\ufeff"
)
_WORD = re.compile(r"\w+")
_BREAK = "\x01"
_CELL = "\x02"
_INVISIBLE = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
CELL_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """
    One block: its text, its element, its number of words, how many of its characters are links.

    `node` is the first piece of text in the page, as element and "text" or "tail".
    """

    text: str
    element: Element
    words: int
    link_characters: int
    node: tuple[Element, str]
    is_hidden: bool

    @property
    def tag(self) -> str:
        """Name of the block's element."""
        return str(self.element.tag)

    @property
    def link_share(self) -> float:
        """Share of the block's characters that are links, 0..1."""
        return min(1.0, self.link_characters / max(1, len(self.text)))


@dataclass(slots=True)
class _Open:
    """What has been read of the block that is not finished yet."""

    pieces: list[str] = field(default_factory=list)
    link_characters: int = 0
    node: tuple[Element, str] | None = None

    def add(self, text: str | None, element: Element, where: str, *, is_link: bool) -> None:
        if not text:
            return
        self.pieces.append(text)
        if text.strip(_NOTHING):
            self.node = self.node or (element, where)
            self.link_characters += len(_SPACE.sub(" ", text).strip()) if is_link else 0

    def closed(self, owner: Element, *, is_hidden: bool) -> Iterator[Block]:
        if self.node:
            text = _joined("".join(self.pieces))
            words = len(_WORD.findall(text))
            yield Block(text, owner, words, self.link_characters, self.node, is_hidden)
        self.pieces, self.link_characters, self.node = [], 0, None


@dataclass(slots=True)
class _Walk:
    """Where a walk through a page stands: the open block elements, links and hidden elements."""

    owners: list[Element]
    held: _Open = field(default_factory=_Open)
    links: int = 0
    hidden: int = 0
    rows: dict[Element, bool] = field(default_factory=dict)

    def start(self, element: Element) -> Iterator[Block]:
        if self.is_block(element):
            yield from self.close(self.owners[-1])
            self.owners.append(element)
        elif element.tag == "br":
            yield from self.broken()
        self.hidden += _is_hidden(element)
        self.links += element.tag == "a"
        self.add(element.text, element, "text")

    def end(self, element: Element) -> Iterator[Block]:
        if self.is_block(element):
            yield from self.close(self.owners.pop())
        elif element.tag in _CELLS:
            self.held.pieces.append(_CELL)
        self.hidden -= _is_hidden(element)
        self.links -= element.tag == "a"

    def tail(self, element: Element) -> None:
        self.add(element.tail, element, "tail")

    def add(self, text: str | None, element: Element, where: str) -> None:
        if text and self.owners[-1].tag == "pre":
            text = text.replace("\n", _BREAK)
        self.held.add(text, element, where, is_link=self.links > 0)

    def close(self, owner: Element) -> Iterator[Block]:
        return self.held.closed(owner, is_hidden=self.hidden > 0)

    def broken(self) -> Iterator[Block]:
        """A line break; the second in a row ends the block."""
        last = next((piece for piece in reversed(self.held.pieces) if piece.strip(_SPACES)), "")
        if last == _BREAK:
            yield from self.close(self.owners[-1])
        else:
            self.held.pieces.append(_BREAK)

    def is_block(self, element: Element) -> bool:
        """True for block elements, but for the cells of a row that holds nothing but text."""
        if element.tag not in _CELLS:
            return element.tag in _BLOCKS
        row = element.getparent()
        if row is None:
            return True
        if row not in self.rows:
            self.rows[row] = is_row(row)
        return not self.rows[row]


def blocks(root: Element) -> Iterator[Block]:
    """The blocks of a page, in the order of the page."""
    walk = _Walk([root])
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start" and element.tag in _WITHOUT_TEXT:
            events.skip_subtree()
        elif event == "start":
            yield from walk.start(element)
        else:
            if event == "end" and element.tag not in _WITHOUT_TEXT:
                yield from walk.end(element)
            if element is not root:
                walk.tail(element)
    yield from walk.close(root)


def is_row(element: Element) -> bool:
    """True for a row of a table whose cells hold no blocks: a table of data, not of layout."""
    inner = (inner.tag for inner in element.iterdescendants())
    return element.tag == "tr" and not any(tag in _BLOCKS and tag not in _CELLS for tag in inner)


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _INVISIBLE.search(style))


def _joined(text: str) -> str:
    """Text as a browser lays it out, a line break for every `br`, cells parted by bars."""
    lines = (_cells(line) for line in text.split(_BREAK))
    return "\n".join(line for line in lines if line)


def _cells(line: str) -> str:
    cells = [_SPACE.sub(" ", cell).strip(" ") for cell in line.split(_CELL)]
    while cells and not cells[-1]:
        cells.pop()
    return CELL_SEPARATOR.join(cells) if any(cells) else ""
