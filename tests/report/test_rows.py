from __future__ import annotations

from credcheck.report.rows import label


def test_a_record_is_part_of_the_label() -> None:
    assert (label("a.txt", None), label("a.jsonl", 0)) == ("a.txt", "a.jsonl#0")
