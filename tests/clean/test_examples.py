"""Every fixer's examples, alone; the structure every fixer keeps."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from credcheck.clean import ORDER, fixers
from credcheck.types import Fixer, Layer

MENDED = [(f, before, after) for f in fixers() for before, after in f.mends]
KEPT = [(f, text) for f in fixers() for text in f.untouched]
MISSED = [(f, before, after) for f in fixers() for before, after in f.missed]


def mended(fixer: Fixer, text: str) -> str:
    return Layer.of(fixer.code, fixer.edits(text)).apply(text)


def label(value: object) -> str:
    return value.name if isinstance(value, Fixer) else ascii(value)[1:40]


@pytest.mark.parametrize(("fixer", "before", "after"), MENDED, ids=label)
def test_mends(fixer: Fixer, before: str, after: str) -> None:
    assert mended(fixer, before) == after
    assert list(fixer.edits(before)), "an example of damage must be seen"
    assert mended(fixer, after) == after, "a mended text is whole"


@pytest.mark.parametrize(("fixer", "text"), KEPT, ids=label)
def test_leaves_alone(fixer: Fixer, text: str) -> None:
    assert [(e.span.of(text), e.text) for e in fixer.edits(text)] == []


@pytest.mark.parametrize(("fixer", "before", "after"), MISSED, ids=label)
@pytest.mark.xfail(strict=True)
def test_missed(fixer: Fixer, before: str, after: str) -> None:
    assert mended(fixer, before) == after


def test_names_follow_the_files() -> None:
    assert [f.name.replace("-", "_") for f in fixers()] == list(ORDER)


def test_codes_are_of_broken_text_and_unique() -> None:
    codes = [f.code for f in fixers()]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("BRK") for code in codes)


def test_every_fixer_is_listed() -> None:
    folder = Path(import_module("credcheck.clean").__file__ or "").parent
    holding = {p.stem for p in folder.glob("*.py") if "\nFIXER = Fixer(" in p.read_text("utf-8")}
    assert holding == set(ORDER)


@pytest.mark.parametrize("fixer", fixers(), ids=label)
def test_documentation_and_examples(fixer: Fixer) -> None:
    doc = import_module(f"credcheck.clean.{fixer.name.replace('-', '_')}").__doc__ or ""
    assert "\n## Why it matters\n" in doc
    assert "\n## When it is wrong\n" in doc
    assert fixer.mends
    assert fixer.untouched
