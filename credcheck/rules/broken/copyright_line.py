"""
Find copyright, licence and syndication lines and what a site says of itself.

## Why it matters
They tell whose page it was, and recur word for word in every article of the site.

## When it is wrong
A story on copyright may begin a line with the word.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Copyright, licence and syndication lines."""
    return _furniture.found(prose.text, "copyright")


RULE = Rule(
    code="BRK510",
    name="copyright-line",
    severity="warning",
    message="copyright or syndication line, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[© 2024 Harbour Post Ltd. All rights reserved.]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[This article originally appeared in the Harbour "
        "Post on 3 May.]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay. [[The post Old pier closed appeared first on Harbour "
        "Post.]]",
    ),
    good=(
        "Copyright law lets a library copy a page for a reader, the court held.",
        "The essay first appeared in 1921, when its author was still at sea.",
        "All rights reserved for the owner of the land were sold in 1870, the deed says.",
    ),
    is_furniture=True,
)
