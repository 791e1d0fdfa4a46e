"""
Find credits and controls of pictures and videos that are not there.

## Why it matters
The credit outlives the picture and reads like a sentence of the story.

## When it is wrong
A picture essay may list its photographers.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.broken import _furniture
from credcheck.types import Match, Prose, Rule


def find(prose: Prose) -> Iterable[Match]:
    """Credits and controls of pictures."""
    return _furniture.found(prose.text, "photo")


RULE = Rule(
    code="BRK508",
    name="photo-credit",
    severity="warning",
    message="credit or control of a picture, not part of the article: “{}”",
    find=find,
    bad=(
        "[[Photo: Reuters]]\n\nThe harbour board closed the old pier on Monday after an "
        "inspector found rust in its legs.\n\nRepairs will take until the autumn, the board's "
        "engineer said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Image credit: Getty Images]]\n\nRepairs will take until the autumn, the "
        "board's engineer said, and the ferry will leave from the fish quay.",
        "The harbour board closed the old pier on Monday after an inspector found rust in its "
        "legs.\n\n[[Media playback is unsupported on your device]]\n\nRepairs will take until "
        "the autumn, the board's engineer said, and the ferry will leave from the fish quay.",
    ),
    good=(
        "The photo shows a man on the pier with a rope in his hand.",
        "Reuters reported the closure first, and the board confirmed it an hour later.",
        "Photo of the year went to a nurse from Leeds who had borrowed the camera.",
    ),
    is_furniture=True,
)
