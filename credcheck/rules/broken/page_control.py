"""
Find buttons, labels and page data: “Back to top”, “Click here”, “3 min read”.

## Why it matters
They belong to the page on which the article stood and stop the reader where there is nothing to
click.

## When it is wrong
Instructions for a website may tell the reader where to click.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Buttons and labels of a page."""
    return _furniture.found(prose.text, "page")


RULE = Rule(
    code="BRK509",
    name="page-control",
    severity="warning",
    message="control or label of a page, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[Back to top button]]",
        "[[4 min read]]\n\nThe harbour board closed the old pier on Monday after an inspector "
        "found rust in its legs.\n\nRepairs will take until the autumn, the board's engineer "
        "said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs. Repairs will take until the autumn, the board's engineer said, and the ferry will "
        "leave from the fish quay. [[This entry was posted in Harbour and tagged pier, rust. "
        "Bookmark the permalink.]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Click here to see the full list]]\n\nRepairs will take until the autumn, the "
        "board's engineer said, and the ferry will leave from the fish quay.",
    ),
    good=(
        "She climbed back to the top of the tower and looked for the ferry.",
        "Click on Settings, choose Network and write down the number that appears.",
        "The walk takes 4 minutes, and the view is worth it.",
    ),
    is_furniture=True,
)
