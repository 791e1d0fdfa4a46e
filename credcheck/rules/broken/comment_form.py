"""
Find the form and the notices of a comment section.

## Why it matters
A form copied with the article is counted, quoted and compared as if the author had written it.

## When it is wrong
An article about comment sections may quote such a line by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Lines of a comment form."""
    return _furniture.found(prose.text, "comment")


RULE = Rule(
    code="BRK503",
    name="comment-form",
    severity="warning",
    message="comment form, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[Leave a Reply]]\n\n[[Your email address will not be "
        "published. Required fields are marked *]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\nRepairs will take until the autumn, the board's engineer said, and the ferry "
        "will leave from the fish quay.\n\n[[You must be logged in to post a comment.]]",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[3 Comments]]\n\n[[Join the conversation]]\n\nRepairs will take until the "
        "autumn, the board's engineer said, and the ferry will leave from the fish quay.",
    ),
    good=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs. Nobody left a reply on the council's page, he said.",
        "Readers who leave a comment are rarely polite, the editor told the inquiry, and most "
        "are never published.",
        "She asked whether her email address would be published with the letter.",
    ),
    is_furniture=True,
)
