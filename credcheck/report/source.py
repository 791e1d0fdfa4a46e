"""
Lines, columns and quotations of one text, in the unit a reader counts in.

A line ends at LF, CR LF or a lone CR, as in the Language Server Protocol: the other breaks
Unicode knows are characters of a line to every editor. Offsets come in as code points and go out
as code points (utf-32), UTF-16 units or UTF-8 bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from credcheck.report.rows import EditRow, Location, PositionEncoding, Quote
from credcheck.types import Edit, PageBlock, Span

# Characters on either side of the quoted words, as in the W3C text quote selector.
QUOTE_CONTEXT = 32
_BREAK = re.compile(r"\r\n|\r|\n")


class Source:
    """Where the lines of a text start, and how far each offset is in a unit of length."""

    def __init__(
        self,
        text: str,
        encoding: PositionEncoding = "utf-32",
        record: int | None = None,
        blocks: Sequence[PageBlock] = (),
    ) -> None:
        """Index `text` once; `record` and `blocks` are those of its `types.Source`."""
        self.text = text
        self.encoding: PositionEncoding = encoding
        self._record = record
        self._blocks = blocks
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    @cached_property
    def _units(self) -> list[int]:
        """Units before the start of each line."""
        before = [0]
        for start, end in zip(self._starts, self._starts[1:], strict=False):
            before.append(before[-1] + length(self.text[start:end], self.encoding))
        return before

    def line_number(self, offset: int) -> int:
        """The 1-based line that holds a code point."""
        return bisect_right(self._starts, offset)

    def offset(self, offset: int) -> int:
        """A code-point offset in units."""
        if self.encoding == "utf-32":
            return offset
        line = self.line_number(offset)
        start = self._starts[line - 1]
        return self._units[line - 1] + length(self.text[start:offset], self.encoding)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both 1-based, the column in units."""
        line = self.line_number(offset)
        start = self._starts[line - 1]
        return line, 1 + length(self.text[start:offset], self.encoding)

    def location(self, span: Span) -> Location:
        """All that a format may say about where `span` is."""
        line, column = self.place(span.start)
        end_line, end_column = self.place(span.end)
        block = self._block(span)
        return Location(
            start=self.offset(span.start),
            end=self.offset(span.end),
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            quote=self.quote(span),
            record=self._record,
            xpath=(block.xpath or None) if block else None,
            source_line=(block.line or None) if block else None,
            page=block.page if block else None,
        )

    def edit(self, edit: Edit) -> EditRow:
        """One step of a repair."""
        line, column = self.place(edit.span.start)
        end_line, end_column = self.place(edit.span.end)
        return EditRow(
            start=self.offset(edit.span.start),
            end=self.offset(edit.span.end),
            text=edit.text or "",
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
        )

    def _block(self, span: Span) -> PageBlock | None:
        """The element of a page that a span begins in."""
        place = bisect_right(self._blocks, span.start, key=lambda block: block.span.start) - 1
        return self._blocks[max(0, place)] if self._blocks else None

    def quote(self, span: Span) -> Quote:
        """The words of a span and what stands round them, to find it again in a moved text."""
        return Quote(
            exact=span.of(self.text),
            prefix=self.text[max(0, span.start - QUOTE_CONTEXT) : span.start],
            suffix=self.text[span.end : span.end + QUOTE_CONTEXT],
        )


def length(text: str, encoding: PositionEncoding) -> int:
    """How long a text is in units of an encoding; a lone surrogate counts like any character."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-16":
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text.encode("utf-8", "surrogatepass"))
