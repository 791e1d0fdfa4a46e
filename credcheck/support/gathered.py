"""What has been gathered for the claims of a corpus: who carries each, who says it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from credcheck.support.attribution import shared_source
from credcheck.types import Claim, Evidence, Relation, Span


@dataclass(slots=True)
class Gathered:
    """Evidence for one claim, in no order yet."""

    supports: list[Evidence] = field(default_factory=list)
    against: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Files:
    """
    The claims of every document by number, which documents are near each other, their texts, and
    what was gathered for claim `place` of document `number`.
    """

    claims: Sequence[Sequence[Claim]]
    near: Sequence[Sequence[int]]
    texts: Sequence[str]
    gathered: defaultdict[tuple[int, int], Gathered] = field(
        default_factory=lambda: defaultdict(Gathered)
    )

    def pairs(self) -> list[tuple[int, int]]:
        """Every two near documents once, in order."""
        found = {(min(a, b), max(a, b)) for a, others in enumerate(self.near) for b in others}
        return sorted(found)


def evidence(
    claim: Claim,
    relation: Relation,
    similarity: float,
    detail: str,
    span: Span | None = None,
    own: Claim | None = None,
) -> Evidence:
    """
    Evidence that points at a claim of another document, or at `span` there.

    If it and the claim it is for, `own`, name one source, the detail says so.
    """
    shared = shared_source((own.speaker, claim.speaker)) if own else ""
    return Evidence(
        kind=claim.kind,
        relation=relation,
        detail=f"{detail}; both name {shared}" if shared else detail,
        document=claim.document,
        span=span or claim.span,
        similarity=round(min(1.0, similarity), 3),
    )
