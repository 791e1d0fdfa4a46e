"""
Find cookie notices, policy links and standing disclaimers.

## Why it matters
Legal text of the site is the same on every page and says nothing of the story.

## When it is wrong
An article about privacy law may have a heading such as “Privacy policy”.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Lines about cookies, privacy and terms."""
    return _furniture.found(prose.text, "policy")


RULE = Rule(
    code="BRK505",
    name="cookie-or-policy",
    severity="warning",
    message="cookie or policy notice, not part of the article: “{}”",
    find=find,
    bad=(
        "[[We use cookies to give you the best experience on our website.]]\n\nThe harbour board "
        "closed the old pier on Monday after an inspector found rust in its legs.\n\nRepairs "
        "will take until the autumn, the board's engineer said, and the ferry will leave from "
        "the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[Privacy Policy]]\n\n[[Terms of Use]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[The views expressed here are the author's own and "
        "do not necessarily reflect those of this paper.]]",
    ),
    good=(
        "The regulator fined the airline because its site used cookies before visitors had agreed.",
        "The company changed its privacy policy in March, and the court held that the terms of "
        "use were unfair.",
        "We used cookies as plates, because the plates were still in the van.",
    ),
    is_furniture=True,
)
