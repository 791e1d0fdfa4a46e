"""The table of claims: one row a thing, one column a source, differences first."""

from __future__ import annotations

from credcheck.report.page.stories import stories
from credcheck.report.rows import ClaimRow, EvidenceRow, Location, Quote
from credcheck.types import ClaimStatus, Relation


def claim(
    path: str, words: str, status: ClaimStatus, *others: tuple[str, str, Relation]
) -> ClaimRow:
    evidence = tuple(
        EvidenceRow("number", relation, "", other, location(said))
        for other, said, relation in others
    )
    return ClaimRow(path, location(words), "number", words, status, 1, evidence)


def location(words: str) -> Location:
    return Location(5, 5 + len(words), 1, 6, 1, 6 + len(words), Quote(words, "", ""))


def test_values_of_one_thing_share_a_row_and_differences_are_marked() -> None:
    rows = [
        claim("a.txt", "340", "differs", ("b.txt", "290", "differs")),
        claim("b.txt", "290", "differs", ("a.txt", "340", "differs")),
    ]
    html = "".join(stories(rows))
    assert html.count("<tr class=") == 1
    assert '<td class="differs">340</td><td class="differs">290</td>' in html


def test_a_claim_of_one_source_makes_no_table() -> None:
    assert "".join(stories([claim("a.txt", "340", "only-here")])) == ""
