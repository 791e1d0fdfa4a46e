from __future__ import annotations

import os
from dataclasses import replace

from credcheck.report.view import digest, folded, view
from credcheck.types import Document, Report, Source
from tests.report.made import FERRY, WIRE, finding, report


def moved(words: str, before: str, path: str) -> str:
    """The fingerprint of a finding after text came in above and the file was renamed."""
    made = finding(words)
    shift = len(before)
    document = Document("ferry.txt", Source(path), before + FERRY, "")
    shifted = replace(made, span=made.span.shifted(shift))
    source: Report = replace(
        report(findings=(shifted,)), documents=(document,), alignments=(), groups=(), judgements=()
    )
    source = replace(source, scores=source.scores[:1])
    return view(source).findings[0].fingerprint


def test_every_finding_quotes_the_words_it_marks() -> None:
    for unit in ("utf-32", "utf-16", "utf-8"):
        for row in view(report(), unit).findings:
            assert row.location.quote.exact in FERRY
    row = view(report()).findings[2]
    assert FERRY[row.location.start : row.location.end] == row.location.quote.exact == " ,and"


def test_the_fingerprint_outlives_renames_and_edits_above() -> None:
    first = moved("pier", "", "ferry.txt")
    assert first == moved("pier", "More above.\n\n", "renamed.txt")
    assert first != moved("harbor", "", "ferry.txt")


def test_the_second_of_two_equal_findings_has_its_own_fingerprint() -> None:
    same = finding("pier")
    rows = view(report(findings=(same, same))).findings
    assert rows[0].fingerprint != rows[1].fingerprint
    assert rows[1].fingerprint == digest("BRK303\0pier", 2)


def test_folding_forgets_case_and_wrapping() -> None:
    assert folded("The\r\n  Pier") == folded("the pier")


def test_evidence_leads_into_the_other_file() -> None:
    evidence = view(report()).findings[1].evidence[0]
    assert evidence.path == "wire.txt"
    assert evidence.location is not None
    assert WIRE[evidence.location.start : evidence.location.end] == "ferry left the quay"


def test_blocks_lie_over_either_file_in_the_unit_asked_for() -> None:
    block = view(report(), "utf-16").alignments[0].blocks[1]
    left = FERRY.encode("utf-16-le")[2 * block.left[0] : 2 * block.left[1]].decode("utf-16-le")
    assert (left, WIRE[slice(*block.right)]) == ("pier", "quay")


def test_texts_are_at_hand_by_label() -> None:
    rows = view(report())
    assert rows.text_of("ferry.txt") == FERRY
    assert rows.text_of("nowhere.txt") is None


def test_absolute_paths() -> None:
    rows = view(report(), is_absolute=True)
    assert rows.findings[0].path == os.path.abspath("ferry.txt")
    assert rows.root == os.getcwd()


def test_only_what_counts_is_shown() -> None:
    known = [(row.path, row.fingerprint) for row in view(report()).findings[:1]]
    rows = view(report(), known=known)
    assert [row.status for row in rows.findings] == ["baseline", "new", "new", "suppressed", "new"]
    assert [row.code for row in rows.shown()] == ["SPN104", "BRK303", "BRK202"]
