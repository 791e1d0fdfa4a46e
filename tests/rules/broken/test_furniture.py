from __future__ import annotations

from credcheck.rules.broken._furniture import article_lines, pieces

STORY = (
    "The harbour board closed the old pier on Monday after an inspector found rust in its legs.\n\n"
    "Repairs will take until the autumn, and the ferry will leave from the fish quay until then."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.span.of(text)) for piece in pieces(text)]


def test_an_ambiguous_word_is_furniture_only_in_company() -> None:
    assert kinds(f"{STORY[:92]}Website\n\n{STORY[92:]}") == []
    form = kinds(f"{STORY}\n\nLeave a Reply\n\nName\n\nWebsite\n\nPost Comment")
    assert [text for _, text in form] == ["Leave a Reply", "Name", "Website", "Post Comment"]


def test_wordings_never_listed_are_found_by_their_shape() -> None:
    unseen = "Subscribe to our twice-monthly harbour bulletin"
    assert kinds(f"{STORY}\n\n{unseen}") == [("share", unseen)]
    told = (
        "Readers who subscribe to our rival's bulletin were told about the rust a week before us."
    )
    assert kinds(f"{STORY}\n\n{told}") == []


def test_headlines_below_related_stories_go_with_them() -> None:
    text = f"{STORY}\n\nRelated Stories\n\nBaker wins prize for rye bread\n\nSnow blocks the pass"
    assert [kind for kind, _ in kinds(text)] == ["related"] * 3


def test_a_title_is_not_taken_for_a_label() -> None:
    assert kinds(f"Comments\n\n{STORY}") == []


def test_the_article_is_what_is_left() -> None:
    text = f"Advertisement\n\n{STORY} Your email address will not be published.\n\nShare this:"
    assert "\n\n".join(line.text for line in article_lines(text)) == STORY


def test_a_piece_is_taken_out_with_its_line() -> None:
    text = f"{STORY[:92]}Advertisement\n\n{STORY[92:]}"
    taken = pieces(text)[0].taken
    assert text[: taken.start] + text[taken.end :] == STORY
