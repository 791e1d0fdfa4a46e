"""A web page of an archive, read and not parsed yet: that is done where it is examined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from credcheck.read.article import article
from credcheck.read.files import FoundFile
from credcheck.types import Document


@dataclass(frozen=True, slots=True)
class HeldPage:
    """
    The bytes of a page and where they are from. Picklable.

    `id` is what reports call it, `record` its 0-based number in the archive, `format` html or txt.
    """

    file: FoundFile
    id: str
    record: int
    format: str
    data: bytes

    def document(self) -> Document:
        """The article in the page."""
        found = article(replace(self.file, format=self.format), self.data)
        source = replace(
            found.source,
            format=self.file.format,
            record=self.record,
            writable=False,
            # A line of the page is no line of the archive.
            blocks=tuple(replace(block, line=0) for block in found.source.blocks),
        )
        return replace(found, id=self.id, source=source)
