from __future__ import annotations

from lxml import etree

from credcheck.read.page_article import article_blocks, fold
from credcheck.read.page_blocks import blocks
from credcheck.read.pages import tree

PARAGRAPHS = (
    "The old bridge over the Arle will stay shut until spring, the town council said on Monday.",
    "Engineers found cracks in two of its five piers when the water fell in the dry summer.",
    "Buses will cross the river at Lower Mill, which adds about twelve minutes to the journey.",
    "Shopkeepers on the east bank say they have lost a third of their trade since the closure.",
    "The council expects the work to cost 2.4 million pounds, most of it from the county.",
)


def page(body: str, head: str = "") -> str:
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    foot = '<footer><p><a href="/c">Contact</a> <a href="/p">Privacy</a></p></footer>'
    return f"<html><head>{head}</head><body><nav><ul>{menu}</ul></nav>{body}{foot}</body></html>"


def article(body: str, *titles: str) -> list[str]:
    root = tree(page(body))
    assert root is not None
    before = etree.tostring(root)
    found = [block.text for block in article_blocks(root, tuple(blocks(root)), titles)]
    assert etree.tostring(root) == before
    return found


def test_the_article_without_its_surroundings() -> None:
    inner = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert article(f"<main><article>{inner}</article></main>") == list(PARAGRAPHS)


def test_title_and_lines_that_lead_elsewhere_are_left_out() -> None:
    inner = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    more = '<p>Read more: <a href="/m">A long history of the bridges of the county of Arle</a></p>'
    body = f"<article><h1>Bridge stays shut</h1>{inner}{more}</article>"
    assert article(body, "Bridge stays shut!") == list(PARAGRAPHS)


def test_paragraphs_of_the_same_make_in_a_second_part_are_taken_in() -> None:
    first = "".join(f'<p class="t">{text}</p>' for text in PARAGRAPHS)
    second = "".join(f'<p class="t">{text.replace("the", "that")}</p>' for text in PARAGRAPHS[1:3])
    body = f'<div class="story"><div class="part">{first}</div><div class="ad">Advertisement</div>'
    found = article(f'{body}<div class="part">{second}</div></div>')
    assert len(found) == 7
    assert "Advertisement" not in found


def test_the_foot_of_a_table_does_not_say_its_head_again() -> None:
    inner = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    row = "<tr><td>Crossing</td><td>Vehicles a day</td></tr>"
    rows = "<tr><td>Lower Mill</td><td>4,120 before the closure</td></tr>"
    table = f"<table><thead>{row}</thead><tbody>{rows}</tbody><tfoot>{row}</tfoot></table>"
    found = article(f"<article>{inner}{table}</article>")
    assert [text for text in found if "|" in text] == [
        "Crossing | Vehicles a day",
        "Lower Mill | 4,120 before the closure",
    ]


def test_a_page_of_links_has_no_article() -> None:
    links = "".join(f'<p><a href="/{n}">Story number {n} of today</a></p>' for n in range(30))
    assert article(links) == []


def test_folding() -> None:
    assert fold("Bridge “stays” SHUT!") == "bridgestaysshut"
