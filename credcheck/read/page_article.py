"""
Which blocks of a web page are its article.

The blocks are chosen by trafilatura, and then corrected by what it does not look at: links and
repeated titles are left out, paragraphs of the same make as those of the article are taken in, and
what lies far from the bulk of the article is left out. The text itself is never trafilatura's but
the page's own, so that each block keeps its place.

To learn which blocks trafilatura chose, each is marked by one rare letter before it looks, and the
marks are looked for in its answer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple

from credcheck.read.page_blocks import Block, Element

# From the top of CJK Extension B downwards: letters to every program, and in no news page.
_LAST_MARK = 0x2A6DD
_MARKS_MAX = 30_000

# Figures of this module: development set of 83 pages, see benchmarks/accuracy/web_pages.md. Each
# value stands inside a range in which F1 changes by less than 0.003.
_LINK_SHARE_MAX = 0.7
_PARAGRAPH_MIN_WORDS = 10
_PARAGRAPH_LINK_SHARE_MAX = 0.3
_MAKE_MIN_WORDS = 40
_BULK_RATIO = 0.7

_WORD = re.compile(r"\w+")


class Make(NamedTuple):
    """Tag and class of a block and of the element round it."""

    tag: str
    kind: str | None
    tag_around: str
    kind_around: str | None


def article_blocks(root: Element, blocks: Sequence[Block], titles: Collection[str]) -> list[Block]:
    """
    The blocks of the article, in order; none if the page seems to hold no article.

    `titles` are the page's own titles. The tree is left as it was found.
    """
    chosen = [block for block in _chosen(root, blocks) if not _is_link(block)]
    folded = {fold(title) for title in titles}
    chosen = [block for block in chosen if fold(block.text) not in folded]
    return _bulk(root, _with_like(blocks, _without_footers(chosen)))


def _without_footers(chosen: Sequence[Block]) -> list[Block]:
    """The blocks without rows at the foot of a table that say its head again."""
    heads = {block.text for block in chosen if _part(block) == "thead"}
    return [block for block in chosen if _part(block) != "tfoot" or block.text not in heads]


def _part(block: Block) -> str:
    """The element round a block, such as the part of the table that a row is in."""
    around = block.element.getparent()
    return "" if around is None else str(around.tag)


def fold(text: str) -> str:
    """The letters and digits of a text, for comparing titles."""
    return "".join(_WORD.findall(text)).casefold()


def _chosen(root: Element, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that trafilatura takes for the article."""
    from trafilatura import extract

    marked = blocks[:_MARKS_MAX]
    try:
        answer = extract(_marked(root, marked), fast=True, include_comments=False) or ""
    except Exception:  # whatever a page does to it, the page can still be read
        answer = ""
    found = {_LAST_MARK - ord(c) for c in set(answer) if ord(c) <= _LAST_MARK}
    return [block for i, block in enumerate(marked) if i in found]


def _marked(root: Element, blocks: Sequence[Block]) -> Element:
    """A copy of the page in which every block is marked."""
    before = [_mark(block, chr(_LAST_MARK - i)) for i, block in enumerate(blocks)]
    copied = deepcopy(root)
    for block, text in zip(reversed(blocks), reversed(before), strict=True):
        setattr(*block.node, text)
    return copied


def _mark(block: Block, mark: str) -> str:
    """Put a mark at the end of the block's first piece of text; gives the text as it was."""
    before: str = getattr(*block.node)
    text = before.rstrip()
    setattr(*block.node, text + mark + before[len(text) :])
    return before


def _is_link(block: Block) -> bool:
    """True for a line that does nothing but lead elsewhere."""
    return block.link_share > _LINK_SHARE_MAX


def _with_like(blocks: Sequence[Block], chosen: Sequence[Block]) -> list[Block]:
    """The chosen blocks, and the paragraphs of the same make that were passed over."""
    makes = _makes(chosen)
    articles = {_article(block) for block in chosen}
    taken = {id(block) for block in chosen}
    return [
        block
        for block in blocks
        if id(block) in taken or (_is_like(block, makes) and _article(block) in articles)
    ]


def _makes(blocks: Iterable[Block]) -> Counter[Make]:
    """How many words there are in blocks of every make."""
    makes: Counter[Make] = Counter()
    for block in blocks:
        makes[_make(block)] += block.words
    return makes


def _is_like(block: Block, makes: Counter[Make]) -> bool:
    """True for a paragraph of a make that many of the article's have, and that a class names."""
    make = _make(block)
    is_named = any((make.kind, make.kind_around))
    return is_named and _is_paragraph(block) and makes[make] >= _MAKE_MIN_WORDS


def _is_paragraph(block: Block) -> bool:
    return (
        block.tag == "p"
        and not block.is_hidden
        and block.link_share <= _PARAGRAPH_LINK_SHARE_MAX
        and block.words >= _PARAGRAPH_MIN_WORDS
    )


def _make(block: Block) -> Make:
    around = block.element.getparent()
    kind = block.element.get("class")
    if around is None:
        return Make(block.tag, kind, "", None)
    return Make(block.tag, kind, str(around.tag), around.get("class"))


def _article(block: Block) -> Element | None:
    """The article element a block lies in: a page may hold the next article too."""
    return next(block.element.iterancestors("article"), None)


def _bulk(root: Element, chosen: Sequence[Block]) -> list[Block]:
    """The blocks inside the smallest element that holds the bulk of the words."""
    weights: defaultdict[Element, int] = defaultdict(int)
    for block in chosen:
        for holder in (block.element, *block.element.iterancestors()):
            weights[holder] += block.words
    enough = max(1.0, _BULK_RATIO * weights[root])
    bulk, inner = root, next(_heavy(root, weights, enough), None)
    while inner is not None:
        bulk, inner = inner, next(_heavy(inner, weights, enough), None)
    makes = _makes(block for block in chosen if _lies_in(block, bulk))
    return [block for block in chosen if _lies_in(block, bulk) or _is_like(block, makes)]


def _heavy(element: Element, weights: Mapping[Element, int], enough: float) -> Iterator[Element]:
    return (inner for inner in element if weights.get(inner, 0) >= enough)


def _lies_in(block: Block, element: Element) -> bool:
    return block.element is element or element in block.element.iterancestors()
