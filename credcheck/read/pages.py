"""A web page -> the article in it."""

from __future__ import annotations

from dataclasses import replace

from credcheck.read.article import plain, without_text
from credcheck.read.encodings import decode
from credcheck.read.faults import BINARY, fault
from credcheck.read.files import FoundFile
from credcheck.types import Document


def page(file: FoundFile, data: bytes) -> Document:
    """The document of a web page."""
    try:
        decoded = decode(data)
    except ValueError:
        return without_text(file, fault(BINARY, "a binary file, not text"))
    return plain(replace(file, path=None), decoded)
