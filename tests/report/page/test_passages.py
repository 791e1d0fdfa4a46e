"""Two columns and a map: every word of a passage stands in its column once."""

from __future__ import annotations

import re
from html import unescape

from credcheck.report.page.passages import corpus_map, passages
from credcheck.report.rows import (
    AlignmentRow,
    BlockRow,
    FileRow,
    Location,
    MetaRow,
    MetricsRow,
    PlaceRow,
    Quote,
)

TEXTS = {"a": "He said the big house & all", "b": "He said the large house & all"}


def place(path: str) -> PlaceRow:
    text = TEXTS[path]
    return PlaceRow(path, Location(0, len(text), 1, 1, 1, 1, Quote(text, "", "")))


def alignment() -> AlignmentRow:
    blocks = (
        BlockRow("keep", (0, 11), (0, 11)),
        BlockRow("replace", (12, 15), (12, 17)),
        BlockRow("keep", (16, 27), (18, 29)),
    )
    return AlignmentRow(place("a"), place("b"), 91.0, "edited", blocks)


def test_differing_words_are_marked_and_nothing_is_lost() -> None:
    html = "".join(passages([alignment()], TEXTS.get))
    assert '<span class="replace">big</span>' in html
    assert '<span class="replace">large</span>' in html
    columns = re.findall(r"<div>(.*?)</div>", html)
    assert [unescape(re.sub(r"<[^>]*>", "", c)) for c in columns] == list(TEXTS.values())


def test_a_text_that_is_gone_is_shown_by_its_quotation() -> None:
    html = "".join(passages([alignment()], lambda name: None))
    assert "the big house &amp; all" in html


def test_the_map_shows_shares_of_each_file() -> None:
    def file(path: str, words: int) -> FileRow:
        metrics = MetricsRow(0, 0, 0, None)
        return FileRow(
            path, None, "txt", "utf-8", "en", words, metrics, 100, "clean", 0, 0, {}, MetaRow()
        )

    html = "".join(corpus_map([file("a", 12), file("b", 6), file("c", 5)], [alignment()]))
    assert "50%" in html
    assert "100%" in html
    assert ">c<" not in html
    anchors = set(re.findall(r'href="#(\w+)"', html))
    assert anchors == set(re.findall(r"id=(\w+)", "".join(passages([alignment()], TEXTS.get))))
