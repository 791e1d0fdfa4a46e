"""
Mend a document: one fixer a file, run in this order, each over the text the last one left.

The order matters: bytes come before entities, entities before tags, tags before spaces, and
words are parted last, when everything round them is whole.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from credcheck.read.faults import failure
from credcheck.types import Document, Edit, Fixer, Layer

ORDER = (
    "mojibake",
    "lost_characters",
    "escapes",
    "entities",
    "invisible_characters",
    "direction_marks",
    "homoglyphs",
    "markup_debris",
    "script_residue",
    "stray_attributes",
    "blank_walls",
    "line_wraps",
    "surplus_space",
    "missing_space",
    "ocr_confusions",
    "glued_words",
)

# Damage inside damage inside damage; ordinary text needs one round, damaged text two.
MOST_ROUNDS = 8
# Blank lines taken out (BRK304) show no fixer anything it did not see before.
BARES_NOTHING = {"BRK304"}


@cache
def fixers() -> tuple[Fixer, ...]:
    """Every fixer, in the order they run."""
    return tuple(import_module(f"credcheck.clean.{name}").FIXER for name in ORDER)


def clean(document: Document) -> Document:
    """
    The document with every safe repair made, one layer a fixer and round.

    A repair may bare damage for a fixer that ran before it (an entity that a tag cut in two), so
    the chain runs until it changes nothing. What it only notes is kept from that last round. A
    fixer that raises is left out and becomes a fault of the document.
    """
    for _ in range(MOST_ROUNDS):
        again = _round(document)
        fresh = again.layers[len(document.layers) :]
        made = tuple(replace(layer, noted=()) for layer in fresh if layer.edits)
        if {layer.reason for layer in made} <= BARES_NOTHING:
            return again
        document = replace(again, layers=(*document.layers, *made))
    return document


def _round(document: Document) -> Document:
    """The document after each fixer had its say once."""
    for fixer in fixers():
        document = _after(fixer, document)
    return document


def _after(fixer: Fixer, document: Document) -> Document:
    """The document after one fixer; if it raises, as it was, with a fault that says so."""
    try:
        edits = _edits(fixer, document)
        return document.mended(Layer.of(fixer.code, edits)) if edits else document
    except Exception as error:
        fault = failure(f"{fixer.code} {fixer.name}", error)
        faults = dict.fromkeys((*document.faults, fault))
        return replace(document, faults=tuple(faults))


def layer(fixer: Fixer, document: Document) -> Layer:
    """What a fixer says of a document: nothing on a language that is not its own."""
    return Layer.of(fixer.code, _edits(fixer, document))


def _edits(fixer: Fixer, document: Document) -> tuple[Edit, ...]:
    if "*" not in fixer.languages and document.language not in fixer.languages:
        return ()
    edits = fixer.edits_in.get(document.source.format, fixer.edits)
    return tuple(edits(document.text))
