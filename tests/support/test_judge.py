"""Claims judged against the other files."""

from __future__ import annotations

from credcheck.types import Group
from tests.support.texts import FAR, OTHER, WIRE, judged, said

TEXTS = {"wire": WIRE, "far": FAR, "other": OTHER}


def test_status_of_each_kind() -> None:
    found = said(judged(TEXTS), TEXTS)
    assert found["wire", "41"] == found["other", "Forty-seven"] == "differs"
    assert found["wire", "1,200"] == "supported"
    assert found["wire", "63"] == "only-here"
    quote = "We had asked for money to repair that wall every year,"
    assert found["wire", quote] == "reworded"


def test_a_file_without_another_source_is_not_judged() -> None:
    assert "far" not in {j.claim.document for j in judged(TEXTS)}
    assert judged({"wire": WIRE}) == ()


def test_copies_are_one_source_yet_compared() -> None:
    altered = WIRE.replace("killing 41", "killing 14")
    texts = {"wire": WIRE, "copy": altered}
    group = Group(("wire", "copy"), "wire", "edited", "")
    found = judged(texts, (group,))
    assert {(j.claim.document, j.claim.value, j.status) for j in found} == {
        ("wire", "41", "differs"),
        ("copy", "14", "differs"),
    }


def test_groups_count_once() -> None:
    texts = {"wire": WIRE, "copy": WIRE, "other": OTHER}
    group = Group(("wire", "copy"), "wire", "edited", "")
    homes = [j for j in judged(texts, (group,)) if j.claim.value == "1200"]
    assert [(j.claim.document, j.sources) for j in homes] == [
        ("wire", 1),
        ("copy", 1),
        ("other", 1),
    ]


def test_evidence_names_the_other_side() -> None:
    for judgement in judged(TEXTS):
        for evidence in judgement.evidence:
            assert evidence.document is not None
            assert evidence.span is not None
            assert evidence.document != judgement.claim.document
            assert evidence.span.end <= len(TEXTS[evidence.document])


def test_the_order_of_files_changes_nothing() -> None:
    forward = {(j.claim, j.status, j.sources, j.evidence) for j in judged(TEXTS)}
    backward = judged(dict(reversed(TEXTS.items())))
    assert forward == {(j.claim, j.status, j.sources, j.evidence) for j in backward}
