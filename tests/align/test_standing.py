"""Lines of a site are known by the company they keep."""

from __future__ import annotations

from credcheck.align.standing import Page, bare, standing
from credcheck.types import Edge, Span
from tests.align.texts import passage

LINE = "The Ellis Lantern has been read in the valley since the year of the great flood"
STORIES = tuple(
    " ".join(f"{topic}word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(80))
    for topic in ("harbour", "orchard", "school", "clinic", "council", "forest")
)


def page(id: str, story: str, line: str = LINE, site: str = "") -> Page:
    text = f"{story}.\n\n{line}."
    span = Span(len(text) - len(line) - 1, len(text))
    return Page(id, site, (Edge(sum(map(ord, line)), span),), (passage(text, id),))


def pages(stories: tuple[str, ...]) -> list[Page]:
    return [page(f"{n}", story) for n, story in enumerate(stories)]


def test_a_line_under_different_stories_is_the_sites() -> None:
    some = pages(STORIES)
    found = standing(some)
    assert found == {p.document: (p.edges[0].span,) for p in some}
    (left,) = bare(some[0], found)
    assert len(left.words) == 80


def test_a_line_under_copies_of_one_story_is_kept() -> None:
    copies = tuple(f"{STORIES[0]} more{chr(97 + n)}" for n in range(5))
    assert standing(pages((*copies, STORIES[1]))) == {}


def test_three_files_and_a_small_folder_show_nothing() -> None:
    others = [page(f"x{n}", story, f"line {n}") for n, story in enumerate(STORIES[3:])]
    assert standing([*pages(STORIES[:3]), *others]) == {}
    assert standing(pages(STORIES[:4])) == {}


def test_each_site_is_asked_for_itself() -> None:
    sites = [page(f"{n}", story, site=f"site{n % 2}") for n, story in enumerate(STORIES)]
    assert standing(sites) == {}


def test_a_page_that_is_all_furniture_has_nothing_to_compare() -> None:
    text = f"{LINE}."
    empty = Page("e", "", (Edge(sum(map(ord, LINE)), Span(0, len(text))),), (passage(text, "e"),))
    found = standing([*pages(STORIES), empty])
    assert list(bare(empty, found)) == []
