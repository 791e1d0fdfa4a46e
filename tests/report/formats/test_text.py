from __future__ import annotations

import re
from dataclasses import replace

from credcheck.report.excerpt import cells
from credcheck.report.formats.text import mended, most_important, render
from credcheck.report.rows import FindingRow
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def text(style: Style | None = None) -> str:
    return "".join(render(VIEW, style or Style()))


def test_every_line_fits_and_colour_adds_nothing_but_colour() -> None:
    assert all(cells(line) <= 80 for line in text().splitlines())
    assert re.sub(r"\x1b\[[0-9;]*m", "", text(Style(is_colored=True))) == text()


def test_marks_stand_under_the_words() -> None:
    lines = text().splitlines()
    place = next(number for number, line in enumerate(lines) if "BRK202" in line)
    words, marks = lines[place + 1 : place + 3]
    at = cells(words[: words.index("<b>")])
    assert marks == " " * at + "^^^"


def test_the_repair_and_the_other_source_are_shown() -> None:
    assert "repair: noon, and" in text() or "repair: , and" in text()
    assert "worded differently in wire.txt:1: “ferry left the quay”" in text()


def test_quiet_is_the_table_and_the_gate() -> None:
    assert "BRK" not in text(Style(is_quiet=True))
    assert "gate FAILED" in text(Style(is_quiet=True))


def alike(code: str, words: str, line: int, score: float | None = None) -> FindingRow:
    row = VIEW.findings[2]
    place = replace(
        row.location, line=line, start=line * 100, quote=replace(row.location.quote, exact=words)
    )
    return replace(row, code=code, location=place, score=score)


def test_equal_words_of_one_rule_are_folded() -> None:
    rows = [alike("BRK303", "noon ,", line) for line in (1, 2, 3)]
    ((shown, rest),) = most_important(rows, 6)
    assert (shown.location.line, len(rest)) == (1, 2)


def test_the_best_of_each_rule_comes_before_the_second_of_any() -> None:
    rows = [alike("BRK303", f"word {line}", line, 0.9) for line in range(1, 9)]
    rows.append(alike("BRK202", "<b>", 20, 0.1))
    codes = [row.code for row, _ in most_important(rows, 3)]
    assert sorted(codes) == ["BRK202", "BRK303", "BRK303"]


def test_what_is_left_out_is_counted_with_the_command_that_shows_it() -> None:
    rows = tuple(alike("BRK303", f"word {line}", line) for line in range(1, 20))
    shown = "".join(render(replace(VIEW, findings=rows), Style(shown_max=4)))
    assert "15 more: credcheck scan -f concise ferry.txt" in shown
    assert "more:" not in "".join(render(replace(VIEW, findings=rows), Style(shown_max=0)))


def test_a_cut_word_is_shown_whole_after_its_repair() -> None:
    row = VIEW.findings[2]
    quote = replace(row.location.quote, exact="ee", prefix="the thr", suffix="ferries left")
    assert row.fix is not None
    edit = replace(row.fix.edits[0], start=2, end=2, text=" ")
    cut = replace(
        row,
        location=replace(row.location, start=0, end=2, quote=quote),
        fix=replace(row.fix, edits=(edit,)),
    )
    assert mended(cut) == "three ferries"


def test_the_worst_files_are_shown_and_the_others_counted() -> None:
    files = tuple(replace(VIEW.files[0], path=f"{n:02}.txt", quality=100 - n) for n in range(30))
    rows = tuple(replace(VIEW.findings[2], path=file.path) for file in files)
    many = replace(VIEW, files=files, findings=rows)
    shown = "".join(render(many, Style()))
    assert "10 more files with findings: credcheck scan --verbose" in shown
    assert "\n09.txt ·" not in shown
    assert "\n10.txt ·" in shown
    assert "\n09.txt ·" in "".join(render(many, Style(files_max=0)))


def test_a_finding_without_words_has_no_empty_lines() -> None:
    row = VIEW.findings[0]
    bare = replace(row, location=replace(row.location, quote=replace(row.location.quote, exact="")))
    shown = "".join(render(replace(VIEW, findings=(bare,)), Style()))
    assert "^" not in shown


def test_evidence_in_the_same_file_is_a_line_of_it() -> None:
    row = VIEW.findings[1]
    own = replace(row.evidence[0], path=row.path)
    shown = "".join(render(replace(VIEW, findings=(replace(row, evidence=(own,) * 3),)), Style()))
    assert "line 1: “ferry left the quay”" in shown
    assert "and 1 more place\n" in shown
