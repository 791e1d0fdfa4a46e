"""Lines that are furniture by their company."""

from __future__ import annotations

from credcheck.rules.broken._company import between, last_own, listed
from credcheck.rules.broken._lines import lines

STORY = (
    "The harbour board closed the old pier on Monday after an inspector found rust in its legs.\n\n"
)
MORE = "\nRepairs will take until the autumn, and the ferry will leave from the fish quay."


def _kinds(text: str, **known: str) -> tuple[list[str], list[str]]:
    rows = lines(text)
    kinds = [known.get(row.text.replace(" ", "_"), "") for row in rows]
    below = [rows[place].text for place, _ in listed(rows, kinds)]
    return below, [rows[place].text for place, _ in between(rows, kinds)]


def test_headlines_below_a_label_at_the_foot() -> None:
    text = f"{STORY}Related stories\nSnow\nBaker wins the rye prize\nThe end came soon."
    assert _kinds(text, Related_stories="related")[0] == ["Snow", "Baker wins the rye prize"]


def test_amid_an_article_only_a_list_of_headlines() -> None:
    two = f"{STORY}Read more\nSnow blocks the pass\nBaker wins the rye prize\n{MORE}"
    one = f"{STORY}Read more\nSnow blocks the pass\n{MORE}"
    works = f"{STORY}Read more\nSnow Country by Yasunari Kawabata\nThe Pass by Ann Petch\n{MORE}"
    assert len(_kinds(two, Read_more="related")[0]) == 2
    assert _kinds(one, Read_more="related")[0] == []
    assert _kinds(works, Read_more="related")[0] == []


def test_scraps_between_lines_of_furniture_at_the_foot() -> None:
    text = f"{STORY}Donate\n$1,240\nGoal\nBy Ann Petch\nShare\nHarbour / pier\nTags"
    known = {"Donate": "share", "Goal": "share", "Share": "share", "Tags": "page"}
    assert _kinds(text, **known)[1] == ["$1,240", "Harbour / pier"]
    assert _kinds(text.replace(STORY, ""), **known)[1] == []


def test_a_sentence_that_breaks_off_is_no_scrap() -> None:
    text = f"{STORY}Donate\nThe board said it had no\nShare\nTags"
    assert _kinds(text, Donate="share", Share="share", Tags="page")[1] == []


def test_an_address_beside_furniture_at_the_foot() -> None:
    text = f"{STORY}http://post.example - The Post\nShare"
    assert _kinds(text, Share="share")[1] == ["http://post.example - The Post"]
    assert _kinds(text)[1] == []


def test_the_last_paragraph_of_the_article() -> None:
    rows = lines(f"{STORY}Share\n{MORE}\nTags")
    assert last_own(rows, [""] * 4) == 2
    assert last_own(rows, ["", "", "share", ""]) == 0
    assert last_own(lines("Share\nTags"), ["", ""]) == 2
