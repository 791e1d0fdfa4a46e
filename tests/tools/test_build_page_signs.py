"""Whose a line is, as the weights of its signs are taught."""

from __future__ import annotations

from tools.build_page_signs import (
    article_examples,
    fold,
    is_telling,
    made_pages,
    notice_examples,
    recurring,
    template,
)

STORY = "The harbour board closed the old pier on Monday after rust was found in its legs."


def test_names_and_numbers_make_no_other_line() -> None:
    assert template("Follow Ann Petch on Twitter @petch4") == "Follow N N on N @petch0"


def test_lines_that_recur_whatever_the_name_are_the_pages() -> None:
    texts = [("Post", f"Rain fell on {n} towns.\nSend Ann{n} a tip") for n in range(4)]
    assert set(recurring(texts)) == {("Post", "Rain fell on 0 towns."), ("Post", "Send N a tip")}
    assert recurring(texts[:3]) == {}


def test_headlines_and_comments_of_readers_tell_nothing() -> None:
    assert not is_telling("Snow blocks the pass for two days", is_link=True)
    assert is_telling("Sign up for our newsletter", is_link=True)
    assert not is_telling(STORY, is_link=False)


def test_a_known_wording_is_an_example_of_the_page() -> None:
    found, _ = article_examples([("Post", f"{STORY}\n\nSign up for our daily newsletter")])
    assert [(one.line.text, one.is_page) for one in found if one.is_page] == [
        ("Sign up for our daily newsletter", True)
    ]


def test_notices_are_put_among_the_lines_of_articles() -> None:
    texts = [("Post", f"{n} boats left. {STORY}\n{STORY}") for n in range(200)]
    notices = notice_examples()
    made = made_pages(texts, notices)
    assert made == made_pages(texts, notices)
    assert 2 <= len(made) <= 20
    own = [
        line for page in made for line, p in zip(page.lines, page.are_page, strict=True) if not p
    ]
    assert sum("harbour board" in line.text for line in own) == 2 * len(made)
    written = {one.line.text for one in notices if one.is_page}
    pages = [line for page in made for line, p in zip(page.lines, page.are_page, strict=True) if p]
    assert {line.text for line in pages} <= written
    assert pages


def test_neighbours_among_the_notices_are_in_one_fold() -> None:
    assert fold("notice 1200") == fold("notice 1799") != fold("notice 1800")
