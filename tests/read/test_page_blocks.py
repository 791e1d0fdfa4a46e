from __future__ import annotations

from credcheck.read.page_blocks import Block, blocks
from credcheck.read.pages import tree


def found(body: str) -> list[Block]:
    root = tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return list(blocks(root))


def texts(body: str) -> list[str]:
    return [block.text for block in found(body)]


def test_white_space_is_joined_as_browsers_do() -> None:
    assert texts("<p>One\n  two <b>three</b>,\tfour.</p>") == ["One two three, four."]
    assert texts("<p>Water is H<sub>2</sub>O.</p>") == ["Water is H2O."]
    assert texts("<p>5\u00a0km</p>") == ["5\u00a0km"]


def test_block_elements_part_text_and_inline_ones_do_not() -> None:
    body = "loose <div>in <span>one</span> block<p>para</p>after</div><h2>Head</h2>end"
    assert texts(body) == ["loose", "in one block", "para", "after", "Head", "end"]


def test_one_line_break_stays_and_two_part() -> None:
    assert texts("<p>a<br>b<br>\n<br>c<br/>d</p>") == ["a\nb", "c\nd"]


def test_lines_of_preformatted_text_stay() -> None:
    assert texts("<pre>one\n  two\nthree</pre>") == ["one\ntwo\nthree"]


def test_what_is_no_text_of_the_page_is_left_out_and_what_follows_is_kept() -> None:
    body = "a <script>var x = '<p>no</p>';</script>b<!-- no -->c <style>p{}</style><svg>no</svg>d"
    assert texts(body) == ["a bc d"]


def test_rows_of_data_and_tables_of_layout() -> None:
    data = "<table><tr><th>Town</th><th>Seats</th></tr><tr><td>Arle</td><td>12</td></tr></table>"
    assert texts(data) == ["Town | Seats", "Arle | 12"]
    layout = "<table><tr><td><p>One.</p><p>Two.</p></td><td>Side</td></tr></table>"
    assert texts(layout) == ["One.", "Two.", "Side"]


def test_blocks_that_show_nothing_are_none() -> None:
    assert texts("<p>a</p><p>&nbsp;</p><p>\u200b</p><p><br></p><p>b</p>") == ["a", "b"]


def test_links_and_hidden_blocks_are_known() -> None:
    body = '<p>See <a href="/x">this</a></p><div style="display: none"><p>gone</p></div><p>here</p>'
    seen = found(body)
    assert [(b.text, b.is_hidden) for b in seen] == [
        ("See this", False),
        ("gone", True),
        ("here", False),
    ]
    assert seen[0].link_share == 0.5


def test_every_block_knows_its_element_and_its_words() -> None:
    (block,) = found("<div><section><p>Three short words</p></section></div>")
    assert (block.tag, block.words) == ("p", 3)
    assert block.element.getroottree().getpath(block.element) == "/html/body/div/section/p"


def test_many_line_breaks_and_deep_nesting() -> None:
    assert len(texts("<p>" + "word<br>" * 20_000 + "</p>")[0]) == 5 * 20_000 - 1
    assert "deep" in " ".join(texts("<div>" * 1_500 + "deep"))
