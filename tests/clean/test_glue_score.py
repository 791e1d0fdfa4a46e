"""Is a run glued, or a word?"""

from __future__ import annotations

import pytest

from credcheck.clean.glue_score import Context, grammar_words, is_glued, parts
from credcheck.clean.segmentation import cut
from credcheck.types import Span


def says_glued(before: str, run: str, after: str) -> bool:
    start = len(before) + bool(before)
    text = f"{before} {run} {after}".strip()
    context = Context.of(text, Span(start, start + len(run)))
    found = cut(run, context.before, context.after)
    assert found is not None
    return is_glued(run, found, context)


@pytest.mark.parametrize(
    ("before", "run", "after"),
    [
        ("the", "priceof", "bread"),
        ("officials", "saidthey", "would"),
        ("bread", "andmilk", "rose"),
        ("nobody", "knewwhythepriceofbreadhadrisen", "so"),
    ],
)
def test_lost_spaces(before: str, run: str, after: str) -> None:
    assert says_glued(before, run, after)


@pytest.mark.parametrize(
    ("before", "run", "after"),
    [
        ("the", "overenforcement", "of"),
        ("a", "dreamlike", "scene"),
        ("the", "bridgekeeper", "said"),
        ("a", "counterproposal", "was"),
    ],
)
def test_words_of_their_own(before: str, run: str, after: str) -> None:
    assert not says_glued(before, run, after)


def test_one_word_is_not_glued() -> None:
    assert not says_glued("", "hopeful", "")


def test_the_word_lists_are_there() -> None:
    assert "the" in grammar_words()
    assert "over" in parts("prefix")
    assert "keeper" in parts("head")
    assert "up" in parts("particle")
