"""Lines of a page, and which are its article's."""

from __future__ import annotations

from tools.page_lines import labelled, page_lines

PAGE = """<html><head><title>Pier</title><script>var x = 1;</script></head><body>
<ul><li><a href="/">Home</a></li><li><a href="/n">All
the news</a> today</li></ul>
<p>The harbour board closed the old <b>pier</b><br>on Monday.</p><!-- note --></body></html>"""


def test_a_block_is_a_line_and_a_line_of_links_is_one() -> None:
    assert page_lines(PAGE) == [
        ("Home", True),
        ("All the news today", False),
        ("The harbour board closed the old pier", False),
        ("on Monday.", False),
    ]


def test_what_the_body_says_is_the_articles() -> None:
    body = "The harbour board closed the old pier on Monday.\nHome"
    rows = [("Home", True), ("The board closed the old pier on", False), ("on Monday.", False)]
    told = [is_own for _, is_own, _ in labelled(rows, body)]
    assert told == [True, True, False]
