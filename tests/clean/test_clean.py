"""Every fixer by its examples, and the chain: what it mends, what it leaves, that it settles."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.clean import ORDER, clean, fixers
from credcheck.types import Document, Edit, Fixer, Layer, Source
from tests.clean.cases import DAMAGED, INNOCENT

if TYPE_CHECKING:
    from _typeshed import TraceFunction

PROSE = (
    "The harbour at Norvik closed on Monday, and the ferries stopped.",
    "“We had no choice,” the mayor’s office said; the ice was too thick.",
    "Some 4,200 travellers waited in Oslo (most of them for two days).",
    "In the spring the port will open again, engineers hope.",
    "It cost £40 million. Nobody asked who would pay for it!",
)
MARKS = ("<p>", "< td >", "</b>", "&amp;", "&#8217;", "&nbsp", "\u200b", "\ufeff", "â€™", "Ã©")
MORE_MARKS = (
    " ,",
    " .",
    "\n\n\n\n\n",
    "\x07",
    "\u202e",
    "\ufffd",
    " td >",
    "< / h2 >",
    "<!--",
    ";",
)


def document(text: str, language: str = "en") -> Document:
    return Document("a", Source("a.txt"), text, text, language=language)


def damaged(seed: int) -> str:
    """Prose with marks put in, and spaces and characters taken out, at random places."""
    chance = random.Random(seed)
    text = " ".join(chance.choices(PROSE, k=4))
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(text))
        mark = chance.choice((*MARKS, *MORE_MARKS, "", ""))
        text = text[:place] + mark + text[place + (not mark) :]
    return text


MENDED = [(f, before, after) for f in fixers() for before, after in f.mends]
KEPT = [(f, text) for f in fixers() for text in f.untouched]
MISSED = [(f, before, after) for f in fixers() for before, after in f.missed]


def mended(fixer: Fixer, text: str) -> str:
    return Layer.of(fixer.code, fixer.edits(text)).apply(text)


def label(value: object) -> str:
    return value.name if isinstance(value, Fixer) else ascii(value)[1:40]


@pytest.mark.parametrize(("fixer", "before", "after"), MENDED, ids=label)
def test_a_fixer_mends(fixer: Fixer, before: str, after: str) -> None:
    assert mended(fixer, before) == after
    assert list(fixer.edits(before)), "an example of damage must be seen"
    assert mended(fixer, after) == after, "a mended text is whole"


@pytest.mark.parametrize(("fixer", "text"), KEPT, ids=label)
def test_a_fixer_leaves_alone(fixer: Fixer, text: str) -> None:
    assert [(e.span.of(text), e.text) for e in fixer.edits(text)] == []


@pytest.mark.parametrize(("fixer", "before", "after"), MISSED, ids=label)
@pytest.mark.xfail(strict=True)
def test_a_fixer_misses(fixer: Fixer, before: str, after: str) -> None:
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


@pytest.mark.parametrize(("before", "after"), DAMAGED, ids=label)
def test_the_chain_mends(before: str, after: str) -> None:
    assert clean(document(before)).text == after


@pytest.mark.parametrize("text", INNOCENT, ids=label)
def test_the_chain_leaves_alone(text: str) -> None:
    layers = clean(document(text)).layers
    assert [(layer.reason, layer.edits, layer.noted) for layer in layers] == []


@given(st.integers(min_value=0))
@settings(max_examples=120, deadline=None)
def test_cleaning_settles(seed: int) -> None:
    once = clean(document(damaged(seed)))
    again = clean(document(once.text))
    assert [edit for layer in again.layers for edit in layer.edits] == []
    assert again.text == once.text


@given(st.text(alphabet="<>&;/pbdt#â€™Ã \n\u200b\ufffd,.!?“”a1'", max_size=60))
@settings(max_examples=150, deadline=None)
def test_cleaning_settles_on_noise(text: str) -> None:
    once = clean(document(text))
    assert clean(document(once.text)).text == once.text


def test_clean_prose_has_no_layers() -> None:
    assert clean(document("\n\n".join(PROSE))).layers == ()


def test_a_fixer_of_another_language_is_silent() -> None:
    text = "Der Hafen in Norvik blieb amMontagmorgen geschlossen."
    assert clean(document(text, "de")).text == text


def test_damage_inside_damage() -> None:
    broken = document("The port&#82<b></b>17;s ice ,thick&amp;nbsp;and whi\u200bte.")
    assert clean(broken).text == "The port’s ice, thick and white."


GROWING = (
    *("<", "< ", "<p", "</", "<!--", "<script>", "&", "&amp;", "&#", "\u200b", " ,", " .", ". "),
    *(
        "( ",
        "“ ",
        "Ã",
        "â€",
        "\ufffd",
        "?",
        "\n ",
        "thatthe",
        "a,",
        "<a href=",
        "a.B",
        "[if ",
        "ab:C",
    ),
)


def steps(fixer: Fixer, text: str) -> int:
    """Characters the fixer's patterns can look at, counted as lines run in its module."""
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return watch

    sys.settrace(watch)
    try:
        list(fixer.edits(text))
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("piece", GROWING)
def test_work_grows_with_the_text(piece: str) -> None:
    """Twice the damage takes at most about twice the steps."""
    for fixer in fixers():
        small, large = (steps(fixer, piece * times) for times in (150, 300))
        assert large <= 2.3 * small + 400, fixer.name


def test_no_pattern_repeats_without_bound_inside_a_repeat() -> None:
    """A pattern that nests unbounded repeats can take exponential time."""
    nested = re.compile(r"\([^()]*[+*]\)[+*]")
    for fixer in fixers():
        module = __import__(fixer.edits.__module__, fromlist=["FIXER"])
        patterns = [value for value in vars(module).values() if isinstance(value, re.Pattern)]
        assert not [p.pattern for p in patterns if nested.search(p.pattern)]


def test_a_fixer_that_raises_is_told_and_the_others_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> list[Edit]:
        raise KeyError("x")

    first, *others = fixers()
    monkeypatch.setattr("credcheck.clean.fixers", lambda: (replace(first, edits=fails), *others))
    document = clean(
        Document("a", Source("a"), "Bread rose , milk fell ,", "Bread rose , milk fell ,")
    )
    assert document.text == "Bread rose, milk fell,"
    (fault,) = document.faults
    assert fault.message == f"internal error in {first.code} {first.name}: KeyError: 'x'"


@pytest.mark.parametrize(
    "text",
    [
        "# Ports\n\n<!-- newest on top -->\n\n- Oslo<br>\n- Bergen",
        "Press <kbd>S</kbd> twice.\n\n<details><summary>Why</summary>It froze.</details>",
        '<img src="crane.png" width="300">\n\nSee <a href="#old">the old port</a>.',
    ],
)
def test_what_markdown_is_written_with_is_no_debris_there(text: str) -> None:
    plain = Document("a", Source("a.txt"), text, text)
    markdown = Document("a", Source("a.md", "md"), text, text)
    assert clean(markdown).text == text
    assert clean(plain).text != text


def test_debris_is_taken_out_of_markdown() -> None:
    text = "It froze.</p><p>The <b>port</b> closed.<!-- more -->"
    markdown = Document("a", Source("a.md", "md"), text, text)
    assert clean(markdown).text == "It froze.\n\nThe port closed.<!-- more -->"
