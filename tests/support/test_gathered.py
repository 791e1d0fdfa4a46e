"""Evidence and pairs."""

from __future__ import annotations

from credcheck.support.gathered import Files, evidence
from tests.support.texts import WIRE, claims_of


def test_pairs_come_once_and_in_order() -> None:
    files = Files([(), (), ()], [(1, 2), (0,), (0,)], ["", "", ""])
    assert files.pairs() == [(0, 1), (0, 2)]


def test_evidence_points_at_the_claim_and_stays_within_bounds() -> None:
    claim = claims_of(WIRE)[0]
    found = evidence(claim, "supports", 1.7, "same")
    assert (found.document, found.span, found.similarity) == (claim.document, claim.span, 1.0)
