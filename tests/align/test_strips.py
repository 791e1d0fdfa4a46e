"""Headlines that a page sets into its running text."""

from __future__ import annotations

import pytest

from credcheck.align.strips import strips
from tests.align.texts import HARBOUR, ORCHARD, passage


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (
            "Sen. Ann Roe Ann Mary RoePanel balks at harbour plan Vote put off MORE (I-Vt.)",
            ["Panel balks at harbour plan Vote put off MORE"],
        ),
        (
            "He met McAdam Lee2030 hopefuls meet in the U.S. capital MORE. More will follow.",
            ["2030 hopefuls meet in the U.S. capital MORE"],
        ),
        ("Mr McAdam wants MORE of it. eBay, of all shops, will probably sell MORE.", []),
        ("The LastBus ran on time. Nobody there asked them for any MORE", []),
        ("The LastBus ran on time\nand nobody there asked them for any MORE", []),
        (HARBOUR, []),
    ],
)
def test_strips_are_found_and_prose_is_not(text: str, left_out: list[str]) -> None:
    assert [span.of(text) for span in strips(text)] == left_out


def test_the_words_of_a_strip_are_not_compared() -> None:
    with_strip = f"{HARBOUR} Edda MarlowPanel balks at harbour plan Vote put off MORE. {ORCHARD}"
    without = f"{HARBOUR} Edda Marlow. {ORCHARD}"
    # The name that the strip is glued to goes with it.
    assert len(passage(with_strip).words) == len(passage(without).words) - 1
