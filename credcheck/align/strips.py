"""
Leave out headlines of other articles that a page sets into its running text.

Two articles of one site that show the same strip share no passage. The rules for page furniture
know lines; these stand within a sentence, and change from article to article.
"""

from __future__ import annotations

import re

from credcheck.types import Span

# Headlines that follow a name without a space and end with MORE: "Jane RoePanel balks at the plan
# Budget vote put off MORE". A "Mc" or "Mac" is no such place, and no sentence ends in between.
_HEADLINES = re.compile(
    r"\b(?!Ma?c[A-Z])[A-Z][a-z]+((?=[A-Z0-9])"
    r"(?:[^\n.]|\.(?!\s+[A-Z])|(?<=[A-Z])\.){20,600}?\sMORE\b)"
)
_LAST_HEADLINE = "MORE"


def strips(text: str) -> tuple[Span, ...]:
    """Return the spans of such strips, in order."""
    if _LAST_HEADLINE not in text:
        return ()
    return tuple(Span(*match.span(1)) for match in _HEADLINES.finditer(text))
