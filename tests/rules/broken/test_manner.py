from __future__ import annotations

from credcheck.rules.broken._furniture import pieces
from credcheck.rules.broken._lines import lines
from credcheck.rules.broken._manner import extra_odds, is_mannered

PARAGRAPH = "The harbour board closed the old pier on Monday after an inspector found rust.\n\n"


def texts(text: str) -> list[str]:
    return [piece.span.of(text) for piece in pieces(text)]


def test_headings_with_a_label_are_no_credits() -> None:
    others = ("Bonds: Quiet Years", "Stocks: Bull at Rest", "Crude: Awakening")
    headings = (*others, "Credit: Leverage Monster")
    text = "".join(f"{heading}\n\n{PARAGRAPH}" for heading in headings)
    assert texts(text) == []
    alone = f"{PARAGRAPH}Credit: Jane Whitmore\n\n{PARAGRAPH}"
    assert texts(alone) == ["Credit: Jane Whitmore"]


def test_a_list_of_addresses_belongs_to_its_lead_in() -> None:
    asked = "The board takes comments on the new pier until March 16, and they may be sent to:\n\n"
    listed = "- Email: pier@example.org\n\n- Post: The Pier, Port Ellis"
    assert texts(PARAGRAPH + asked + listed) == []
    assert texts(f"{PARAGRAPH}Contact us\n\n- Email: pier@example.org") != []


def test_only_the_lines_below_a_lead_in_are_led_in() -> None:
    rows = lines("The board asked eight people of the town for these two things:\n- ink\n- paper")
    assert [is_mannered(rows, [""] * 3, place) for place in range(3)] == [False, True, True]
    assert not is_mannered(rows, ["page", "", ""], 1)


def test_a_label_over_the_article_needs_more() -> None:
    rows = lines(f"{PARAGRAPH}Original post:\n\n{PARAGRAPH}")
    assert extra_odds(rows, ["", "", ""], 1) > 0
    assert extra_odds(rows, ["", "", "page"], 1) == 0
    assert extra_odds(rows, ["", "", ""], 2) == 0


def test_a_headline_amid_paragraphs_needs_more() -> None:
    between = "Board Review: Reports Suggested Rust Was Known\n\n"
    rows = lines(f"{PARAGRAPH}{between}{PARAGRAPH}")
    assert extra_odds(rows, ["", "", ""], 1) > 0
    assert extra_odds(lines(f"Share\n\n{between}{PARAGRAPH}"), ["share", "", ""], 1) > 0
    assert extra_odds(lines(f"Share our {between}{PARAGRAPH}"), ["", ""], 0) == 0
    links = lines(f"{PARAGRAPH}Listen On Three Podcasts | Harbour | Quay\n\n{PARAGRAPH}")
    assert extra_odds(links, ["", "", ""], 1) == 0
