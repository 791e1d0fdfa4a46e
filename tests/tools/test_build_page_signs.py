"""Whose a line is, as the weights of its signs are taught."""

from __future__ import annotations

from tools.build_page_signs import article_examples, is_telling, recurring, template

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
