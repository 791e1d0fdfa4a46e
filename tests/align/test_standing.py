"""Sentences of a site are known by the company they keep."""

from __future__ import annotations

from credcheck.align.standing import Page, bare, standing
from credcheck.types import Span
from tests.align.texts import passage

LINE = "The Ellis Lantern has been read in the valley since the year of the great flood"
STORIES = tuple(
    " ".join(f"{topic}word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(80))
    for topic in ("harbour", "orchard", "school", "clinic", "council", "forest")
)


def page(id: str, story: str, line: str = LINE, site: str = "") -> Page:
    return Page(id, site, (passage(f"{story}.\n\n{line}.", id),))


def pages(stories: tuple[str, ...], line: str = LINE) -> list[Page]:
    return [page(f"{n}", story, line) for n, story in enumerate(stories)]


def test_a_line_under_different_stories_is_the_sites() -> None:
    some = pages(STORIES)
    found = standing(some)
    ends = {p.document: p.passages[0].span.end for p in some}
    assert found == {name: (Span(end - len(LINE) - 1, end),) for name, end in ends.items()}
    (left,) = bare(some[0], found)
    assert len(left.words) == 80


def test_it_may_stand_amid_the_text_and_tell_another_time() -> None:
    some = [
        page(f"{n}", f"{story}. This page was last changed at {n}:{n}5 by the night desk", story)
        for n, story in enumerate(STORIES)
    ]
    spans = [
        span.of(f"{STORIES[0]}. This page was last changed at 0:05 by the night desk.")
        for span in standing(some)["0"]
    ]
    assert spans == ["This page was last changed at 0:05 by the night desk."]


def test_a_line_under_copies_of_one_story_is_kept() -> None:
    copies = tuple(f"{STORIES[0]} more{chr(97 + n)}" for n in range(5))
    assert standing(pages((*copies, STORIES[1]))) == {}


def test_a_statement_that_reports_on_one_event_quote_is_kept() -> None:
    names = STORIES[0].split()
    # The same names in another order each: the reports share no stretch but the statement.
    orders = (1, 3, 7, 9, 11)
    reports = [" ".join(names[n * step % 80] for n in range(80)) for step in orders]
    others = [page(f"x{n}", own, f"{n}") for n, own in enumerate(STORIES[1:])]
    more = [page(f"y{n}", own.replace("word", "sea"), f"{n}") for n, own in enumerate(STORIES)]
    assert standing([*pages(tuple(reports)), *others, *more]) == {}


def test_three_files_and_a_small_folder_show_nothing() -> None:
    others = [page(f"x{n}", story, f"line {n}") for n, story in enumerate(STORIES[3:])]
    assert standing([*pages(STORIES[:3]), *others]) == {}
    assert standing(pages(STORIES[:4])) == {}


def test_a_few_words_say_too_little() -> None:
    assert standing(pages(STORIES, "Read more of this here")) == {}


def test_each_site_is_asked_for_itself() -> None:
    sites = [page(f"{n}", story, site=f"site{n % 2}") for n, story in enumerate(STORIES)]
    assert standing(sites) == {}


def test_a_page_that_is_all_furniture_has_nothing_to_compare() -> None:
    empty = Page("e", "", (passage(f"{LINE}.", "e"),))
    found = standing([*pages(STORIES), empty])
    assert list(bare(empty, found)) == []


def test_files_without_words_are_passed_over() -> None:
    nothing = [Page(f"x{n}", "", ()) for n in range(5)]
    assert standing(nothing) == {}
    assert set(standing([*nothing, *pages(STORIES)])) == set("012345")
