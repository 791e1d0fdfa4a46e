"""
Find the word that marks the place of an advertisement.

## Why it matters
The marker cuts a story in two and stays behind when the advertisement is gone.

## When it is wrong
A heading may consist of the word “Advertising”.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Lines that mark an advertisement."""
    return _furniture.found(prose.text, "advert")


RULE = Rule(
    code="BRK506",
    name="advertisement-marker",
    severity="warning",
    message="marker of an advertisement, not part of the article: “{}”",
    find=find,
    bad=(
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Advertisement]]\n\nRepairs will take until the autumn, the board's engineer "
        "said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Advertisment]]\n\nRepairs will take until the autumn, the board's engineer "
        "said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Article continues below advertisement]]\n\nRepairs will take until the "
        "autumn, the board's engineer said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[- ADVERTISEMENT -]]\n\nRepairs will take until the autumn, the board's "
        "engineer said, and the ferry will leave from the fish quay.",
    ),
    good=(
        "The advertisement ran in four papers, and the regulator banned it within a week.",
        "Advertising pays for most of the trams, the mayor said.",
    ),
    is_furniture=True,
)
