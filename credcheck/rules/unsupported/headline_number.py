"""
Find a number in the headline that the body gives otherwise.

Told only if the body gives no such number anywhere, and gives another number of the same kind for
the same thing: the same state (dead, injured, ...) or the same noun.

## Why it matters
The headline is written last, by another hand, and corrected least. It is what is shared.

## When it is wrong
A headline may add up what the body gives in parts, or give a later figure than the body.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.support.claims import stated
from credcheck.support.comparable import is_comparable
from credcheck.support.likeness import likeness
from credcheck.support.matching import agrees
from credcheck.types import Claim, Match, Measure, Prose, Rule

KINDS = frozenset({"count", "money", "percent", "score"})
# Log odds, see credcheck.support.matching; headlines are short and say little that can be shared.
LEAST_LIKENESS = -0.5


def find(prose: Prose) -> Iterable[Match]:
    """A match for every number of the headline that the body gives otherwise."""
    claims = stated(prose)
    headline = next((c for c in claims if c.kind == "headline"), None)
    if headline is None:
        return
    numbers = [c for c in claims if c.measure and c.measure.kind in KINDS]
    body = [c for c in numbers if c.sentence != headline.sentence]
    for claim in numbers:
        if claim.sentence == headline.sentence and not prose.is_furniture(claim.span):
            rival = _rival(claim, body)
            if rival:
                said = (claim.span.of(prose.text), rival.span.of(prose.text))
                yield Match(claim.span, said)


def _rival(claim: Claim, body: list[Claim]) -> Claim | None:
    """The number of the body for the same thing, if none agrees and no third one is given."""
    if any(agrees(claim, other) in {"same", "compatible"} for other in body):
        return None
    alike = [
        (likeness(claim, other), other)
        for other in body
        if agrees(claim, other) == "differ"
        and is_comparable(claim, other)
        and _is_one_thing(claim.measure, other.measure)
    ]
    values = {other.value for _, other in alike}
    best = max(alike, key=lambda pair: pair[0], default=None)
    return best[1] if best and len(values) == 1 and best[0] >= LEAST_LIKENESS else None


def _is_one_thing(one: Measure | None, two: Measure | None) -> bool:
    if one is None or two is None or one.state != two.state:
        return False
    return bool(one.state) or (bool(one.thing) and one.thing == two.thing)


RULE = Rule(
    code="UNS204",
    name="headline-number",
    severity="warning",
    message="“{}” in the headline, “{}” in the text",
    find=find,
    bad=(
        "Ferry sinks off Porto Celeste, killing [[41]]\n\nA ferry sank off Porto Celeste on "
        "Friday, killing 14 passengers, the coastguard said. Divers are at work.",
    ),
    good=(
        "Ferry sinks off Porto Celeste, killing a dozen\n\nA ferry sank off Porto Celeste on "
        "Friday, killing 12 passengers, the coastguard said.",
        "Toll rises to 41 after ferry sinks\n\nBy Friday evening 14 passengers were known to have "
        "died. On Saturday the coastguard spoke of 41.",
        "Nearly 5,000 run in Ostermark\n\nThe marathon of Ostermark drew 4,962 runners.",
        "Three things to know about the budget\n\nThe budget has 14 chapters and no surprises.",
    ),
)
