"""Headlines that a page sets into its running text."""

from __future__ import annotations

import pytest

from credcheck.align.strips import strips
from tests.align.texts import HARBOUR, ORCHARD, passage


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (
            "the Sen. Ann Roe Ann (Annie) RoePanel balks at harbour plan Vote put off MORE (I-Vt.)",
            ["Sen. Ann Roe Ann (Annie) RoePanel balks at harbour plan Vote put off MORE"],
        ),
        (
            "so Ann Roe Ann Mary Roe Panel balks at harbour plan Vote put off MORE said",
            ["Ann Roe Ann Mary Roe Panel balks at harbour plan Vote put off MORE"],
        ),
        (
            "He met McAdam Lee2030 hopefuls meet in the U.S. capital MORE. More will follow.",
            ["McAdam Lee2030 hopefuls meet in the U.S. capital MORE"],
        ),
        (
            "One.\nThe latest by mail. By signing up you agree to our terms.\nTwo.",
            ["The latest by mail. By signing up you agree to our terms."],
        ),
        (
            "A pier. Hide Caption 1 of 2 A quay. Hide Caption 2 of 2",
            ["A pier. Hide Caption 1 of 2 A quay. Hide Caption 2 of 2"],
        ),
        (
            "The poll of 1,003 people was conducted in May; its margin of error is 3 points.",
            ["The poll of 1,003 people was conducted in May; its margin of error is 3 points."],
        ),
        ("Roe leads by 2 points, well within the margin of error.", []),
        (
            "This section cites nothing. Please help improve this article by adding citations.",
            ["This section cites nothing. Please help improve this article by adding citations."],
        ),
        ("The editor asked her to improve this article before Monday.", []),
        (
            "Ann McRoe Ann McRoeMcAdam balks at harbour plan Vote on the budget put off MORE",
            ["Ann McRoe Ann McRoeMcAdam balks at harbour plan Vote on the budget put off MORE"],
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
    assert passage(with_strip).words == passage(f"{HARBOUR} {ORCHARD}").words


def test_a_long_line_with_the_words_of_a_form_lost_its_line_breaks() -> None:
    assert strips(f"{HARBOUR * 9} By signing up you agree to our terms. {ORCHARD}") == ()


def test_a_strip_has_an_end() -> None:
    (found,) = strips("Ann RoeLee (Ann) " * 3000 + "and others at the harbour MORE")
    assert len(found) < 800
