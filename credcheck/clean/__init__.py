"""
Mend a document: one fixer a file, run in this order, each over the text the last one left.

The order matters: bytes come before entities, entities before tags, tags before spaces, and
words are parted last, when everything round them is whole.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from credcheck.types import Document, Fixer, Layer

ORDER = (
    "mojibake",
    "lost_characters",
    "entities",
    "invisible_characters",
    "direction_marks",
    "homoglyphs",
    "markup_debris",
    "surplus_space",
    "missing_space",
    "blank_walls",
    "glued_words",
)


@cache
def fixers() -> tuple[Fixer, ...]:
    """Every fixer, in the order they run."""
    return tuple(import_module(f"credcheck.clean.{name}").FIXER for name in ORDER)


def clean(document: Document) -> Document:
    """The document with every safe repair made, one layer a fixer."""
    for fixer in fixers():
        document = document.mended(layer(fixer, document))
    return document


def layer(fixer: Fixer, document: Document) -> Layer:
    """What a fixer says of a document: nothing on a language that is not its own."""
    if "*" not in fixer.languages and document.language not in fixer.languages:
        return Layer.of(fixer.code, ())
    return Layer.of(fixer.code, fixer.edits(document.text))
