"""
Find links to other stories and the headings over them.

## Why it matters
Headlines of other stories bring names and claims into an article that it never made.

## When it is wrong
A line such as “Read more” may belong to an article about reading.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Links to other stories."""
    return _furniture.found(prose.text, "related")


RULE = Rule(
    code="BRK507",
    name="related-stories",
    severity="warning",
    message="link to another story, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Read more: Council delays vote on bridge tolls]]\n\nRepairs will take until "
        "the autumn, the board's engineer said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Also Read | Ferry fares to rise in June]]\n\nRepairs will take until the "
        "autumn, the board's engineer said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[Related Articles]]",
    ),
    good=(
        "Children who read more do better at school, the study of 300 families found.",
        "Related studies in Norway came to the same result, Dr Hagen said.",
    ),
    is_furniture=True,
)
