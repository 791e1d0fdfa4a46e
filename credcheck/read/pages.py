"""
A web page -> the article in it, with the way back to the page.

`raw` is the extracted text: a line a block, a blank line between paragraphs. `Source.blocks` say
which element of the page each block came from.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree, html

from credcheck.read.article import without_text
from credcheck.read.encodings import LOST, Decoded, decode, decode_as
from credcheck.read.faults import BINARY, EMPTY, NO_ARTICLE, UNDECODABLE, fault
from credcheck.read.files import FoundFile
from credcheck.read.page_article import article_blocks
from credcheck.read.page_blocks import Block, Element, blocks
from credcheck.read.page_meta import PageHead
from credcheck.types import Document, Fault, PageBlock, PageComment, Source, Span

_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.:-]{2,40})", re.IGNORECASE
)
_CHARSET_BYTES = 4096
# The Encoding Standard reads these labels as a larger encoding than their name says.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
# A find of fewer words than this was no article, only a line that looked like one.
_ARTICLE_MIN_WORDS = 20
# Visible text with fewer links than this is all article: there is nothing to tell it from.
_PLAIN_LINK_SHARE_MAX = 0.1
# The JSON-LD is believed over the page if the page shows less than this share of its words.
_SHOWN_RATIO_MIN = 0.5
_TOLD = "credcheck:"
_RUNNING_ON = frozenset(("li", "tr", "dt", "dd"))
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def page(file: FoundFile, data: bytes) -> Document:
    """The document of a web page."""
    try:
        decoded = page_text(data)
    except ValueError:
        return without_text(file, fault(BINARY, "a binary file, not text"))
    root = tree(decoded.text)
    if root is None:
        return without_text(file, fault(EMPTY, "the page holds no text"))
    return _document(file, decoded, root)


def page_text(data: bytes) -> Decoded:
    """
    The page's source: by its byte order mark, as UTF-8, as it says itself, or by detection.

    Raises:
        ValueError: if the bytes are no text.
    """
    decoded = decode(data)
    said = _CHARSET.search(data[:_CHARSET_BYTES])
    if decoded.bom or not said or (decoded.encoding == "utf-8" and not decoded.lost):
        return decoded
    try:
        name = codecs.lookup(said.group(1).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return decoded
    return decode_as(data, _READ_AS.get(name, name)) if name != "utf-8" else decoded


def tree(source: str) -> Element | None:
    """The page as lxml reads it; None if there is nothing in it."""
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        return html.document_fromstring(source.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _document(file: FoundFile, decoded: Decoded, root: Element) -> Document:
    head = PageHead.of(root)
    visible = tuple(blocks(root))
    chosen = article_blocks(root, visible, tuple(head.titles()))
    found = sum(block.words for block in chosen)
    published = _TAG.sub(" ", head.published_text())
    notices: tuple[Fault, ...] = ()
    places: tuple[PageBlock, ...] = ()
    if found < _SHOWN_RATIO_MIN * len(published.split()):
        raw = published.strip()
    else:
        if found < _ARTICLE_MIN_WORDS:
            chosen = [block for block in visible if not block.is_hidden]
            notices = tuple(_notices(chosen))
        raw, places = _text(chosen)
    source = Source(
        path=file.id,
        format=file.format,
        encoding=decoded.encoding,
        writable=False,
        newline=decoded.newline,
        bom=decoded.bom,
        blocks=places,
        comments=tuple(_comments(root, chosen, places)),
    )
    return Document(
        id=file.id,
        source=source,
        raw=raw,
        text=raw,
        meta=replace(head.meta(), links=_links(chosen)),
        faults=(*notices, *_lost(decoded, raw)),
        is_reported=file.is_reported,
    )


def _text(chosen: Sequence[Block]) -> tuple[str, tuple[PageBlock, ...]]:
    """The blocks as one text, and where in the page each of them stands."""
    pieces: list[str] = []
    places: list[PageBlock] = []
    length = 0
    for before, block in pairwise((None, *chosen)):
        between = _between(before, block) if before and block else ""
        if block:
            start = length + len(between)
            length = start + len(block.text)
            pieces += (between, block.text)
            places.append(_place(block, Span(start, length)))
    return "".join(pieces), tuple(places)


def _place(block: Block, span: Span) -> PageBlock:
    path = block.element.getroottree().getpath(block.element)
    return PageBlock(span, path, block.element.sourceline or 0)


def _comments(
    root: Element, chosen: Sequence[Block], places: Sequence[PageBlock]
) -> Iterator[PageComment]:
    """The page's comments to credcheck, each with the block it stands in or before."""
    held = [comment for comment in root.iter(etree.Comment) if _TOLD in (comment.text or "")]
    if not held or not places:
        return
    order = {element: number for number, element in enumerate(root.iter())}
    starts = [order[block.element] for block in chosen]
    for comment in held:
        around = set(comment.iterancestors())
        inside = (i for i, block in enumerate(chosen) if block.element in around)
        number = next(inside, bisect_left(starts, order[comment]))
        end = places[-1].span.end
        span = places[number].span if number < len(places) else Span(end, end)
        yield PageComment(span, f"<!--{comment.text}-->")


def _between(before: Block, block: Block) -> str:
    """A new line between items of a list and rows of a table, a blank line between all else."""
    is_same = before.tag == block.tag and before.element.getparent() is block.element.getparent()
    return "\n" if is_same and block.tag in _RUNNING_ON else "\n\n"


def _links(chosen: Sequence[Block]) -> int:
    """How many links the article has."""
    return len({link for block in chosen for link in block.element.iter("a") if link.get("href")})


def _notices(shown: Sequence[Block]) -> Iterator[Fault]:
    """Word of there being no text, or no article to be told from the rest of the page."""
    links = sum(block.link_characters for block in shown)
    if not shown:
        yield fault(EMPTY, "the page holds no text")
    elif links > _PLAIN_LINK_SHARE_MAX * sum(len(block.text) for block in shown):
        yield fault(NO_ARTICLE, "no article was found in the page; all its visible text was read")


def _lost(decoded: Decoded, raw: str) -> Iterator[Fault]:
    """Faults for the bytes of the page that could not be read, where they are in the article."""
    if decoded.lost:
        for run in re.finditer(f"{LOST}+", raw):
            message = f"bytes that are no text in {decoded.encoding}"
            yield fault(UNDECODABLE, message, Span(*run.span()))
