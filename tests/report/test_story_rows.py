"""What each source gives, as rows: words as they stand in the text, places that point at them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.report.formats.json import render
from credcheck.report.recoded import recoded
from credcheck.report.rows import View
from credcheck.report.saved import loaded
from credcheck.report.story_rows import words_about
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Settings
from credcheck.support.folding import folded
from credcheck.types import Span

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def told() -> View:
    return view(check([str(SEEDS)], Settings(), LocalEngine(jobs=1)))


def test_values_that_differ_stand_in_one_row_and_come_first(told: View) -> None:
    (story,) = told.stories
    differs = [row.differs for row in story.rows]
    assert differs[0]
    assert differs == sorted(differs, reverse=True)
    values = [[cell and cell.location.quote.exact for cell in row.cells] for row in story.rows]
    sums = next(row for row in values if "$38 million" in row)
    assert sums[[Path(file).name for file in story.files].index("2-spun.txt")] == "$42 million"


def test_a_row_says_what_it_is_about_in_words_of_the_text(told: View) -> None:
    texts = " ".join(path.read_text("utf-8") for path in SEEDS.glob("*.txt"))
    about = [word for row in told.stories[0].rows for word in row.about]
    assert "treasuries" in about
    assert all(word in texts for word in about)
    assert all(claim.about for claim in told.claims if claim.kind == "quote")


def test_sources_have_a_column_but_no_story_of_their_own(tmp_path: Path) -> None:
    two = tuple(str(SEEDS / name) for name in ("4-clean.txt", "5-furniture.txt"))
    other = tmp_path / "other.txt"
    other.write_text(
        "The library lent 61,000 books last year, a record, its director Ana Brandt said. It will"
        " open on Sundays from March, and buy a van for the villages for 48,000 euros.\n",
        "utf-8",
    )
    alone = view(check([str(other)], Settings(sources=two), LocalEngine(jobs=1)))
    assert alone.stories == ()
    asked = view(check([str(SEEDS / "2-spun.txt")], Settings(sources=two), LocalEngine(jobs=1)))
    assert len(asked.stories[0].files) == 3


def test_stories_come_back_from_a_saved_report_in_any_unit(told: View, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text("".join(render(told, Style())), "utf-8")
    again = loaded(str(path), told.text_of)
    assert again.stories == told.stories
    assert again.claims == told.claims
    whole = recoded(again, "utf-8").stories[0].rows[0].cells
    bare = told.stories[0].rows[0].cells
    assert [c and c.location.quote for c in whole] == [c and c.location.quote for c in bare]
    older = json.loads(path.read_text("utf-8"))
    del older["stories"]
    path.write_text(json.dumps(older), "utf-8")
    assert loaded(str(path)).stories == ()


def test_the_nearest_words_are_taken_in_their_order() -> None:
    text = "The amber birch cedar delta ember and flint of 14 groves heath inlet, groves"
    stems = [folded(word) for word in text.replace(",", "").split() if folded(word) != "14"]
    claim = Span(text.index("14"), text.index("14") + 2)
    sentence = Span(0, len(text))
    assert words_about(stems, text, sentence, claim) == (
        "delta",
        "ember",
        "flint",
        "groves",
        "heath",
        "inlet",
    )
    assert words_about((folded("grove"),), text, sentence, claim) == ("groves",)
