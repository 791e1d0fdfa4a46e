from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.report.excerpt import cells
from credcheck.report.overview import common_folder, percent, shared_folder, shortened, table
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

FILES = view(report()).files


@pytest.mark.parametrize("path", ["a.txt", "a/very/long/path/" + "x" * 90 + ".txt", "漢字" * 30])
def test_the_table_fits_eighty_columns(path: str) -> None:
    files = (
        replace(FILES[0], path=path, words=12_345_678),
        replace(FILES[1], verdict="unreadable"),
    )
    assert all(cells(line) <= 80 for line in table(files, Style()).splitlines())


def test_one_file_has_no_line_of_totals() -> None:
    assert "files" not in table(FILES[:1], Style())
    assert "2 files" in table(FILES, Style())


def test_claims_that_nothing_could_be_held_against_are_not_counted() -> None:
    alone = [replace(f, metrics=replace(f.metrics, unsupported=None)) for f in FILES]
    assert table(alone, Style()).splitlines()[-1].split()[6] == "-"


def test_the_common_folder_is_said_once() -> None:
    files = [replace(FILES[0], path=p) for p in ("news/a/1.txt", "news/b/2.txt")]
    assert common_folder(files) == "news/"
    assert common_folder(FILES) == ""
    assert "news" not in table(files, Style())


def test_shares() -> None:
    shown = [percent(share) for share in (None, 0, 0.0001, 0.0123, 1)]
    assert shown == ["-", "0", "<0.1%", "1.2%", "100.0%"]


def test_colour_does_not_move_the_columns() -> None:
    import re

    colored = table(FILES, Style(is_colored=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == table(FILES, Style())


def test_a_long_path_keeps_its_end() -> None:
    assert shortened("folder/something/article.txt", 20).endswith("article.txt")


def test_paths_from_anywhere_may_share_no_folder() -> None:
    assert shared_folder(["/x/y/a.txt", "/x/z/b.txt"]) == "/x/"
    assert shared_folder(["../a/x.txt", "../a/y.txt"]) == "../a/"
    assert shared_folder(["/a.txt", "/b.txt"]) == ""
    assert shared_folder(["news/a.txt", "/archive/b.txt"]) == ""
    assert shared_folder(["a.txt", "news/b.txt"]) == ""
    assert shared_folder([]) == ""
