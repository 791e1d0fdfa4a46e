from __future__ import annotations

from dataclasses import replace

from credcheck.report.closing import closing, counts, gate_lines, plural, sentence
from credcheck.report.rows import Check
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_the_gate_says_what_failed() -> None:
    text = "".join(gate_lines(VIEW, Style()))
    assert text == (
        "failed: 2 findings of severity error\n"
        "gate FAILED · 2 errors, 2 warnings, 0 info, 1 suppressed\n"
    )


def test_a_limit_in_words() -> None:
    check = Check("file", "broken", "max", 0.01, 0.034, False, "a.txt")
    assert sentence(check) == "a.txt: broken 3.4%, at most 1.0%"
    assert sentence(replace(check, scope="corpus", path=None)).startswith("corpus: broken")
    assert "could not be measured" in sentence(replace(check, actual=None))
    low = Check("file", "quality", "min", 70, 41, False, "a.txt")
    assert sentence(low) == "a.txt: quality 41, at least 70"


def test_notices_are_not_for_the_quiet() -> None:
    assert "note: wire.txt: a notice" in "".join(closing(VIEW, Style()))
    assert "note" not in "".join(closing(VIEW, Style(is_quiet=True)))


def test_statistics_are_by_number() -> None:
    text = "".join(closing(VIEW, Style(has_statistics=True)))
    assert "      1  BRK102" in text


def test_counts_and_nouns() -> None:
    assert counts(()) == "0 errors, 0 warnings, 0 info"
    assert (plural(1, "file"), plural(2000, "file")) == ("1 file", "2,000 files")
