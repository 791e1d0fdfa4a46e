"""
Find sharing buttons and boxes that ask for a subscription.

## Why it matters
They are orders to the reader that no author wrote, and the same on every page of a site.

## When it is wrong
A columnist may ask readers to write in; the rule wants the wording of a box.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Lines of sharing and subscription boxes."""
    return _furniture.found(prose.text, "share")


RULE = Rule(
    code="BRK504",
    name="share-or-newsletter-box",
    severity="warning",
    message="sharing or subscription box, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Share this:]]\n\n[[Click to share on Twitter (Opens in new "
        "window)]]\n\n[[Facebook]]\n\nRepairs will take until the autumn, the board's engineer "
        "said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Sign up for our daily newsletter and never miss a story]]\n\nRepairs will "
        "take until the autumn, the board's engineer said, and the ferry will leave from the "
        "fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[Follow @harbourpost on Twitter]]",
    ),
    good=(
        "The museum will share the painting with two towns on the coast, its director said on "
        "Friday.",
        "The paper's newsletter had 4,000 readers when it closed, and most had signed up in its "
        "first year.",
        "Facebook and Twitter declined to comment on the ruling.",
    ),
    is_furniture=True,
)
