"""
Judge claims against the other given files: who else carries them, who words or counts otherwise?

Only the given files are asked. Files of one group (copies of one story) count as one source, yet
are compared with each other, since a copy may have been altered. Nothing here says that a claim
is true: "supported" means that another given source carries it.

Out of reach, and never judged: who did it to whom, agreed against denied, irony, and whatever no
given file says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from credcheck.support.event_matching import match_events
from credcheck.support.gathered import Files, Gathered
from credcheck.support.neighbours import neighbours
from credcheck.support.number_matching import match_numbers
from credcheck.support.quote_matching import match_quotations
from credcheck.types import (
    Alignment,
    Claim,
    ClaimStatus,
    Evidence,
    Examined,
    Group,
    Judgement,
    Kept,
    Span,
)

_NOWHERE = Span(0, 0)
NOTHING = Gathered()
# Share of the words of a quotation that another source must quote to speak for all of it.
WHOLE = 0.85


def judge(
    examined: Kept[Examined],
    groups: tuple[Group, ...],
    alignments: tuple[Alignment, ...],
    settings: Any,
) -> tuple[Judgement, ...]:
    """
    The claims that can be judged, with status and evidence, in the order of the documents.

    A document can be judged if another one on its event comes from another group; of one that has
    only copies beside it, no more is told than where it differs from them. `sources` counts the
    independent groups that carry a claim besides its own.
    """
    del alignments, settings
    return judge_near(examined, neighbours([e.claims for e in examined]), groups)


def judge_near(
    examined: Iterable[Examined], near: Sequence[Sequence[int]], groups: Iterable[Group] = ()
) -> tuple[Judgement, ...]:
    """`judge` where it is known which documents report on one event, by number."""
    claims, texts = [], []
    for e in examined:
        claims.append(e.claims)
        texts.append(e.document.raw)
    files = Files(claims, near, texts)
    match_numbers(files)
    match_quotations(files)
    match_events(files)
    home = {name: group.representative for group in groups for name in group.documents}
    return tuple(
        judgement(claim, gathered, home)
        for number, own in enumerate(claims)
        for is_judged in [_is_judged(number, near, claims, home)]
        for place, claim in enumerate(own)
        for gathered in [files.gathered.get((number, place), NOTHING)]
        if is_judged or gathered.against
    )


def _is_judged(
    number: int,
    near: Sequence[Sequence[int]],
    claims: Sequence[Sequence[Claim]],
    home: Mapping[str, str],
) -> bool:
    """True if a near document is of another group."""
    names = {claims[n][0].document for n in (number, *near[number]) if claims[n]}
    return len({home.get(name, name) for name in names}) > 1


def judgement(claim: Claim, gathered: Gathered, home: Mapping[str, str]) -> Judgement:
    """What the evidence for one claim comes to; `home` maps documents to their group."""
    own = home.get(claim.document, claim.document)
    carriers = _groups(gathered.supports, home) - {own}
    evidence = sorted((*gathered.supports, *gathered.against), key=_in_order)
    return Judgement(claim, _status(claim, gathered, home), len(carriers), tuple(evidence))


def _status(claim: Claim, gathered: Gathered, home: Mapping[str, str]) -> ClaimStatus:
    """
    The outlier is told, not the majority: a claim that more groups carry than contradict is
    supported, and the others stand in its evidence. If both sides are even, both are told.
    """
    own = home.get(claim.document, claim.document)
    against = _groups(gathered.against, home)
    supports = [e for e in gathered.supports if claim.kind != "quote" or _is_whole(e)]
    ayes = len(_groups(supports, home) | {own}), len({e.document for e in supports}) + 1
    nays = len(against), len({e.document for e in gathered.against})
    if against and ayes <= nays:
        return "reworded" if claim.kind == "quote" else "differs"
    if _groups(gathered.supports, home) - {own}:
        return "supported"
    return "unattributed" if claim.value == "unnamed" else "only-here"


def _is_whole(evidence: Evidence) -> bool:
    """True if a source carries (nearly) all of a quotation: a part may leave out what differs."""
    return (evidence.similarity or 0.0) >= WHOLE


def _groups(evidence: Iterable[Evidence], home: Mapping[str, str]) -> set[str]:
    return {home.get(e.document, e.document) for e in evidence if e.document}


def _in_order(evidence: Evidence) -> tuple[str, str, Span, str]:
    return evidence.relation, evidence.document or "", evidence.span or _NOWHERE, evidence.detail
